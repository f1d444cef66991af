/** 无障碍: every page of the desk, with what it shows, in both languages, light and dark, by axe (WCAG 2.2 AA). */
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { somewhere } from '../world.ts'
import { canRunDesk, type Office, openOffice } from './desk.ts'

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ path: axe })
  const results = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(tags)} })`)) as AxeResults
  return results.violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 3)
        .map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`)
        .join(' | ')}`,
  )
}
/** Who looks at which page. */
const rounds: readonly (readonly [login: string, paths: readonly string[]])[] = [
  [
    'zhiban1',
    [
      '/today',
      '/cases',
      'CASE',
      '/intake',
      '/map',
      '/stats',
      '/receipt',
      '/me',
      '/design',
      '/sheets/cases.efficiency',
      '/wall',
      '/rows/cases.letter',
      '/rows/intake.order',
    ],
  ],
  ['shuju', ['/rows/grid.component', '/rows/grid.shop']],
  ['xitong', ['/admin']],
  ['shenji', ['/journal']],
]

describe.skipIf(!canRunDesk)('桌面端无障碍(WCAG 2.2 AA)', () => {
  let office: Office
  let casePath = ''
  beforeAll(async () => {
    office = await openOffice('2026-11-16 09:05')
    const operator = await office.w.as('shouli1')
    const made = await operator.post<{ id: string }>('/cases', {
      description: '路灯不亮',
      source: 'hotline',
      ...somewhere,
      photos: [],
    })
    await operator.act('cases.case', made.body.id, 'accept')
    casePath = `/s/cases.case/${made.body.id}`
  })
  afterAll(() => office?.close())

  const shapes = ['zh light', 'zh dark', 'en light', 'en dark'].map((shape) => shape.split(' '))
  for (const [login, paths] of rounds)
    for (const [locale, theme] of shapes)
      it(`${login} 的页面没有违例(${locale} ${theme})`, async () => {
        const page = await office.sitDown(login)
        const found: string[] = []
        await page.evaluate(`localStorage.setItem('locale', '${locale}'); localStorage.setItem('theme', '${theme}')`)
        for (const path of paths) {
          await page.goto(office.url + (path === 'CASE' ? casePath : path))
          await page.locator('h1').first().or(page.locator('.maplibregl-canvas')).first().waitFor()
          await page.waitForTimeout(500)
          for (const v of await violations(page)) found.push(`${path} ${locale} ${theme} ${v}`)
        }
        expect(found.join('\n')).toBe('')
      })
})
