/** `npm run screenshots [-- --out DIR] [--url URL]`: pictures of every page for the documents, taken from a running server. */
import { mkdirSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '#kernel/testing/chromium.ts'

const value = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? (process.argv[at + 1] ?? fallback) : fallback
}
const url = value('url', 'http://127.0.0.1:8080')
const out = value('out', 'docs/images')
mkdirSync(out, { recursive: true })
const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: [...chromiumFlags],
})

const signIn = async (login: string): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await context.request.post(`${url}/api/session`, { data: { login, password: 'Cityloop@2026' } })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`${login}: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && console.error(`${login}: ${message.text()}`))
  return page
}
const shoot = async (page: Page, path: string, name: string, waitMs = 1800): Promise<void> => {
  await page.goto(url + path)
  await page.waitForTimeout(waitMs)
  await page.screenshot({ path: `${out}/${name}.png` })
  console.log(`${name}.png`)
}
const head = await signIn('zhiban1')
await shoot(head, '/today', 'today')
await shoot(head, '/cases', 'cases', 3500)
const list = await head.request.get(
  `${url}/api/rows/cases.case?filter=${encodeURIComponent('{"status":["evaluated","closed"]}')}&limit=1`,
)
const { rows } = (await list.json()) as { rows: { id: string }[] }
if (rows[0]) await shoot(head, `/s/cases.case/${rows[0].id}`, 'case', 3500)
const open = (await (
  await head.request.get(
    `${url}/api/rows/cases.case?filter=${encodeURIComponent('{"status":["handling","reported","accepted"]}')}&limit=1`,
  )
).json()) as { rows: { id: string }[] }
if (open.rows[0]) await shoot(head, `/s/cases.case/${open.rows[0].id}`, 'case-open', 3500)
await shoot(head, '/intake', 'intake', 3000)
await shoot(head, '/map', 'map', 5000)
const data = await signIn('shuju')
await shoot(data, '/rows/grid.component', 'components', 3500)
const assessor = await signIn('kaohe1')
await shoot(assessor, '/stats', 'stats', 3500)
await shoot(assessor, '/rows/intake.order', 'orders', 2500)
const auditor = await signIn('shenji')
await shoot(auditor, '/journal', 'journal')
const admin = await signIn('xitong')
await shoot(admin, '/admin', 'admin', 2500)
const stranger = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
await shoot(stranger, '/login', 'login')
await shoot(stranger, '/receipt', 'receipt')
await browser.close()
