/** An officer before the real server: a world that listens and hands out the desk, Chromium in the shape of a screen. */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { routesOf } from '#apps/server/routes.ts'
import { buildServer } from '#kernel/http/server.ts'
import { chromiumFlags, chromiumPath } from '#kernel/testing/chromium.ts'
import { demoPassword } from '#sim/city/build.ts'
import { type World, world } from '../world.ts'

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
    args: [...chromiumFlags],
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
/** Keeps a picture of the page where `CITYLOOP_SHOTS` names a folder, for somebody to look at. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CITYLOOP_SHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}
/** One person after the other sits down before the same page, does what is theirs, and gets up; a page that failed is kept as a picture. */
export const atDesk =
  (office: Office, path: () => string) =>
  async (login: string, work: (page: Page) => Promise<void>): Promise<void> => {
    const page = await office.sitDown(login)
    if (path()) await page.goto(office.url + path())
    await work(page).catch(async (error: unknown) => {
      await page.screenshot({ path: join(tmpdir(), `cityloop-e2e-failed-${login}.png`) })
      throw error
    })
    await page.context().close()
  }
/** What the page itself shows, without the menu, the bell and the search above it. */
export const content = (page: Page): Locator => page.locator('main.content')
/** The dialog or drawer went, or says why not. */
export const closed = async (dialog: Locator): Promise<void> => {
  const problem = dialog.getByRole('alert').first()
  const isGone = dialog.waitFor({ state: 'hidden' }).then(() => '')
  const refused = problem.waitFor().then(
    () => problem.innerText(),
    () => '',
  )
  const words = await Promise.race([isGone, refused])
  if (words) throw new Error(`refused: ${words}`)
}
/** An action of the subject's page: its button, its form if it has one, its own button again; done when the page shows the next version. */
export const act = async (page: Page, name: string, fill?: () => Promise<void>): Promise<void> => {
  const words = name.replace(/[()]/g, '\\$&')
  // A button that opens a form ends in “…”.
  const button = page
    .locator('.actions')
    .getByRole('button')
    .filter({ hasText: new RegExp(`^\\s*${words}…?\\s*$`) })
  const opensForm = (await button.innerText()).trim().endsWith('…')
  const before = await page.locator('.subject').getAttribute('data-version')
  await button.click()
  if (opensForm) {
    const dialog = page.locator('.el-dialog:visible')
    await dialog.waitFor()
    await fill?.()
    await dialog.getByRole('button', { name, exact: true }).click()
    await closed(dialog)
  }
  await page.locator(`.subject[data-version]:not([data-version="${before}"])`).waitFor()
}
/** Opens what a button unfolds: a press that falls into a redraw is pressed again, as a person would. */
export const unfold = async (button: Locator, inside: Locator): Promise<void> => {
  for (let tries = 0; ; tries += 1) {
    await button.click()
    const isOpen = await inside.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    )
    if (isOpen) return
    if (tries === 4) throw new Error('it does not open')
  }
}
/** Chooses in an Element Plus select by its label: types, then takes the first that shows. */
export const choose = async (page: Page, label: string, words: string): Promise<void> => {
  const box = page.locator('.el-dialog:visible').getByLabel(label, { exact: true })
  await box.click()
  await box.fill(words)
  await page.locator('.el-select-dropdown:visible .el-select-dropdown__item').first().click()
}
