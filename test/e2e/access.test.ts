import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { somewhere } from '../world.ts'
import { canRun, newProfile, openSite, type Phone, type Site, signIn, snap, startPhone } from './phone.ts'

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ path: axe })
  const above = await look(page)
  // What lies below the action at the foot of the screen is reached by scrolling: only what stays covered counts.
  if (!above.some((v) => v.startsWith('target-size'))) return above
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
  const below = await look(page)
  return above.filter((v) => !v.startsWith('target-size') || below.includes(v))
}
const look = async (page: Page): Promise<readonly string[]> => {
  const results = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(tags)} })`)) as AxeResults
  return results.violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join(' | ')}`,
  )
}

describe.skipIf(!canRun)('手机端无障碍(WCAG 2.2 AA)', () => {
  let site: Site
  let phone: Phone
  let receipt = ''
  let paths: readonly string[] = []
  const profile = newProfile()
  beforeAll(async () => {
    site = await openSite('2026-11-16 09:00')
    phone = await startPhone(profile.dir)
    const { page } = phone
    await snap(page, site.url, '无障碍')
    receipt = (await page.locator('.hash').innerText()).trim()
    const { w } = site
    const operator = await w.as('shouli1')
    const made = await operator.post<{ id: string }>('/cases', {
      description: '核实用',
      source: 'hotline',
      ...somewhere,
      photos: [],
    })
    const { assigneeId } = (await operator.act('cases.case', made.body.id, 'sendVerify')) as { assigneeId: string }
    const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ login: string; component: string }>(
        tx,
        'select login, (select id from grid.component limit 1) as component from kernel.person where id = $1',
        [assigneeId],
      ),
    )
    await signIn(page, site.url, rows[0]?.login ?? '')
    paths = [
      '/',
      '/snap',
      '/mine',
      `/mine/${receipt}`,
      '/queue',
      '/login',
      '/work',
      '/work/map',
      '/work/report',
      '/work/patrol',
      '/work/me',
      `/s/cases.case/${made.body.id}`,
      `/rows/grid.component?id=${rows[0]?.component}`,
    ]
  })
  afterAll(async () => {
    await phone?.context.close()
    profile.forget()
    await site?.close()
  })

  for (const locale of ['zh', 'en'])
    for (const theme of ['light', 'dark'])
      for (const large of locale === 'zh' && theme === 'light' ? ['0', '1'] : locale === 'en' && theme === 'dark' ? ['1'] : ['0'])
        it(`${locale} ${theme} ${large === '1' ? '大字' : '标准'}`, async () => {
          const { page } = phone
          await page.evaluate(
            `localStorage.setItem('locale', '${locale}'); localStorage.setItem('theme', '${theme}'); localStorage.setItem('large', '${large}')`,
          )
          const found: string[] = []
          for (const path of paths) {
            await page.goto(site.url + path)
            await page.locator('h1').waitFor()
            await page.waitForTimeout(450)
            found.push(...(await violations(page)).map((v) => `${path} ${v}`))
            // Nothing is cut off to the side.
            const wide = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number
            if (wide > 0) found.push(`${path} is ${wide} px too wide`)
          }
          expect(found).toEqual([])
        })
  it('表单与弹层', async () => {
    const { page } = phone
    const found: string[] = []
    await page.evaluate(
      `localStorage.setItem('locale', 'zh'); localStorage.setItem('theme', 'light'); localStorage.setItem('large', '0')`,
    )
    const lookAt = async (what: string): Promise<void> => {
      await page.waitForTimeout(900)
      found.push(...(await violations(page)).map((v) => `${what} ${v}`))
    }
    await page.goto(site.url + (paths[11] ?? ''))
    await page.locator('[data-action=verifyOk]').click()
    await lookAt('核实')
    await page.goto(`${site.url}/work/report`)
    await page.locator('#category').click()
    await lookAt('类别')
    await page.goto(`${site.url}/snap`)
    await page.getByRole('button', { name: '改位置' }).click()
    await page.locator('.ends button:enabled', { hasText: '就是这里' }).waitFor()
    await lookAt('位置')
    await page.goto(`${site.url}/work`)
    await page.getByRole('button', { name: '扫码' }).click()
    await lookAt('扫码')
    expect(found).toEqual([])
  })
})
