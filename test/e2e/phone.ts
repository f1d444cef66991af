/** A phone before the real server: a world that listens, Chromium in a phone's shape, pictures that all differ. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { routesOf } from '#apps/server/routes.ts'
import { buildServer } from '#kernel/http/server.ts'
import { chromiumFlags, chromiumPath } from '#kernel/testing/chromium.ts'
import { demoPassword } from '#sim/city/build.ts'
import { somewhere, type World, world } from '../world.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'apps/field/dist')
/** Without a browser or a build there is nothing to try. */
export const canRun = existsSync(chromiumPath) && existsSync(join(dist, 'index.html'))
const flags = [...chromiumFlags, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
export interface Site {
  readonly w: World
  readonly url: string
  readonly close: () => Promise<void>
}
export const openSite = async (startsAt: string): Promise<Site> => {
  const w = await world(startsAt)
  const { kernel } = w
  const app = await buildServer({ kernel, routes: routesOf(kernel), district: w.district, fieldRoot: dist })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  return {
    w,
    url: `http://127.0.0.1:${port}/m`,
    close: async () => {
      await app.close()
      await w.close()
    },
  }
}
export interface Phone {
  readonly context: BrowserContext
  readonly page: Page
  readonly problems: string[]
}
/** The profile stays between starts, as an installed app's store does. */
export const newProfile = (): { readonly dir: string; readonly forget: () => void } => {
  const dir = mkdtempSync(join(tmpdir(), 'cityloop-phone-'))
  return { dir, forget: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) }
}
export const startPhone = async (dir: string): Promise<Phone> => {
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: chromiumPath,
    args: flags,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    geolocation: { longitude: somewhere.lon, latitude: somewhere.lat, accuracy: 12 },
    permissions: ['geolocation', 'camera'],
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  return { context, page, problems }
}
/** Every process of the browser with this profile, and no other. */
const pidsOf = (dir: string): readonly number[] =>
  readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dir)
      } catch {
        return false
      }
    })
    .map(Number)
/** As a phone whose battery is pulled: nothing is asked to finish. */
export const killPhone = async ({ context }: Phone, dir: string): Promise<void> => {
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
  for (const pid of pidsOf(dir)) process.kill(pid, 'SIGKILL')
  await gone
}
/** The app is installed: its files come from the device from now on. */
export const install = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/`)
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.reload()
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
}
export const signIn = async (page: Page, url: string, login: string): Promise<void> => {
  await page.goto(`${url}/login`)
  await page.fill('#login', login)
  await page.fill('#password', demoPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL('**/m/work')
}
let shade = 0
/** Another picture each time, to the eye as well. */
export const picture = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  shade += 1
  const bars = Array.from(
    { length: 12 },
    (_, i) =>
      `<rect x="${i * 54}" y="${(i * 97 * shade) % 300}" width="50" height="${60 + ((i * shade * 53) % 240)}" fill="hsl(${(i * 30 + shade * 17) % 360} 60% 45%)"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="648" height="486"><rect width="648" height="486" fill="#ddd"/>${bars.join('')}</svg>`
  const buffer = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
  return { name: `photo-${shade}.jpg`, mimeType: 'image/jpeg', buffer }
}
/** Photo, kind, a few words, send. */
export const snap = async (page: Page, url: string, words: string): Promise<void> => {
  await page.goto(`${url}/snap`)
  await page
    .locator('input[type=file][capture]')
    .first()
    .setInputFiles(await picture())
  await page.getByRole('button', { name: '第1个' }).or(page.getByAltText('第1个')).first().waitFor()
  await page.getByText('误差约').waitFor()
  await page.getByRole('button', { name: '路灯坏了' }).click()
  await page.fill('#words', words)
  await page.locator('[data-action=send]').click()
  await page.waitForURL('**/m/mine/*')
}
