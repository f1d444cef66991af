/** An officer before the real server: a world that listens and hands out the desk, Chromium in the shape of a screen. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { routesOf } from '#apps/server/routes.ts'
import { buildServer } from '#kernel/http/server.ts'
import { demoPassword } from '#sim/city/build.ts'
import { type World, world } from '../world.ts'
import { chromiumPath } from './phone.ts'

const dist = join(import.meta.dirname, '../../apps/desk/dist')
export const canRunDesk = existsSync(chromiumPath) && existsSync(join(dist, 'index.html'))

export interface Office {
  readonly w: World
  readonly url: string
  /** A page of this person's own, signed in by the form. */
  readonly sitDown: (login: string, options?: { readonly locale?: string }) => Promise<Page>
  /** What went wrong in any page so far. */
  readonly problems: readonly string[]
  readonly close: () => Promise<void>
}
/** Counts what a hand does, over page loads: clicks and keys that steer (typed text is counted by its fields, not its letters). */
const countEffort = `for (const kind of ['click', 'keydown']) addEventListener(kind, (event) => {
  if (kind === 'keydown' && event.key.length === 1 && !event.ctrlKey) return
  if (!event.isTrusted || (kind === 'click' && event.detail === 0)) return
  localStorage.setItem(kind, String(1 + Number(localStorage.getItem(kind) ?? 0)))
}, true)`
/** Clicks and steering keys since the page was opened, sign-in included. */
export const effortOf = async (page: Page): Promise<string> => {
  const [clicks, keys] = (await page.evaluate(`['click', 'keydown'].map((k) => Number(localStorage.getItem(k) ?? 0))`)) as [
    number,
    number,
  ]
  return `${clicks} 次点击,${keys} 次按键`
}
export const openOffice = async (startsAt: string): Promise<Office> => {
  const w = await world(startsAt)
  const app = await buildServer({ kernel: w.kernel, routes: routesOf(w.kernel), district: w.district, webRoot: dist })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const problems: string[] = []
  const sitDown: Office['sitDown'] = async (login, { locale = 'zh-CN' } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale, timezoneId: 'Asia/Shanghai' })
    await context.addInitScript(countEffort)
    const page = await context.newPage()
    page.on('pageerror', (error) => problems.push(`${login}: ${error.message}`))
    // Nothing comes from outside: the whole desk works where there is no internet.
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) problems.push(`${login}: asked ${request.url()}`)
    })
    await page.goto(`${url}/login`)
    await page.fill('#login', login)
    await page.fill('#password', demoPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL((to) => !to.pathname.startsWith('/login'))
    return page
  }
  return {
    w,
    url,
    sitDown,
    problems,
    close: async () => {
      await browser.close()
      await app.close()
      await w.close()
    },
  }
}
/** An action of the subject's page: its button, its form if it has one, its own button again; done when the dialog is gone. */
export const act = async (page: Page, name: string, fill?: () => Promise<void>): Promise<void> => {
  // A button that opens a form ends in “…”.
  const button = page
    .locator('.actions')
    .getByRole('button')
    .filter({ hasText: new RegExp(`^\\s*${name.replace(/[()]/g, '\\$&')}…?\\s*$`) })
  await button.click()
  const dialog = page.locator('.el-dialog:visible')
  const isAsked = await dialog.waitFor({ timeout: fill ? 10_000 : 1500 }).then(
    () => true,
    () => false,
  )
  if (!isAsked) return
  await fill?.()
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
/** Chooses in an Element Plus select by its label: types, then takes the first that shows. */
export const choose = async (page: Page, label: string, words: string): Promise<void> => {
  const box = page.locator('.el-dialog:visible').getByLabel(label, { exact: true })
  await box.click()
  await box.fill(words)
  await page.locator('.el-select-dropdown:visible .el-select-dropdown__item').first().click()
}
