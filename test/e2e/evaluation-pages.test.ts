/** 考核 in a real browser: the ranking with its reproduction, a dry run, the board of IT projects, a citizen's answer with a code. */
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorks, type Works } from '../journeys/evaluation-works-office.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'
import { canRun, newProfile, openSite, startPhone } from './phone.ts'

if (!canRunDesk) console.log('skipped: no Chromium or no built desk')
const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
describe.skipIf(!canRunDesk)('考核页面', () => {
  let office: Office
  let o: Works
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
    o = await openWorks(office.w)
    await o.lockedRound('一季度', '2026-03-01', '2026-03-31', '2026-04-01 09:00')
  })
  afterAll(() => office.close())
  type Page = Awaited<ReturnType<Office['sitDown']>>
  const clean = async (page: Page): Promise<void> => {
    // A button that is just fading from one colour to another has neither's contrast.
    await page.mouse.move(0, 0)
    await page.waitForTimeout(600)
    await page.addScriptTag({ path: axe })
    const found = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })`)) as AxeResults
    expect(found.violations.map((v) => v.id)).toEqual([])
  }

  it('ranking, reproduction and dry run are read by the assessor', async () => {
    const page = await office.sitDown('kaohe1')
    await page.goto(`${office.url}/evaluation/ranking`)
    const first = content(page).locator('tbody tr').first()
    await first.waitFor()
    expect(await content(page).locator('tbody tr').count()).toBe(o.streets.length)
    await content(page).locator('[data-action="reproduce"]').click()
    await content(page).getByText('逐字一致').waitFor()
    await clean(page)
    await page.goto(`${office.url}/evaluation/dry-run`)
    await content(page).locator('[data-weight="X1"]').waitFor()
    await content(page).locator('[data-weight="X1"]').fill('60')
    await content(page).getByRole('button', { name: '试算' }).click()
    await content(page).getByText('现为110分').waitFor()
    await content(page).locator('[data-weight="X2"]').fill('40')
    await content(page).getByRole('button', { name: '试算' }).click()
    await content(page).locator('table[data-result] tbody tr').first().waitFor()
    await clean(page)
  })

  it('IT projects stand in three columns', async () => {
    await o.open(o.assessor, 'office.it-project', {
      name: '云脑',
      outline: '纲要第3条',
      owner: '王工',
      budgetFen: 1_000_000,
      planOn: '2026-06-30',
    })
    const page = await office.sitDown('shuju')
    await page.goto(`${office.url}/office/it-board`)
    await content(page).locator('[data-column="research"]').getByText('云脑').waitFor()
    expect(await content(page).locator('[data-column]').count()).toBe(3)
    await clean(page)
  })
})

describe.skipIf(!canRun)('满意度答卷页', () => {
  it('a citizen opens the page with a code, answers once, and is thanked', async () => {
    const site = await openSite('2026-03-02 09:00')
    const o = await openWorks(site.w)
    for (const k of [0, 1]) await o.add('evaluation.frame', { street: o.code(0), address: `和平路${k}号` })
    const plan = { name: '一季度', question: '您对市容环境满意吗', fromOn: '2026-03-02', toOn: '2026-03-09', perStreet: 2 }
    const id = await o.open(o.assessor, 'evaluation.survey', plan)
    await o.assessor.act('evaluation.survey', id, 'draw', { seed: '1' })
    const [slip] = await o.list('evaluation.survey-slip', { survey: id })
    const profile = newProfile()
    const { context, page } = await startPhone(profile.dir)
    await page.goto(`${site.url}/survey`)
    await page.locator('#code').fill(String(slip?.code))
    await page.getByRole('button', { name: '看题目' }).click()
    await page.getByText('您对市容环境满意吗').waitFor()
    await page.locator('[data-score="4"]').click()
    await page.locator('#remark').fill('再干净些')
    await page.addScriptTag({ path: axe })
    const found = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] })`)) as AxeResults
    expect(found.violations.map((v) => v.id)).toEqual([])
    await page.locator('[data-action="answer"]').click()
    await page.getByText('已收到').waitFor()
    expect((await o.list('evaluation.survey-answer', { survey: id }))[0]).toMatchObject({ score: 4, comment: '再干净些' })
    await page.goto(`${site.url}/survey/${slip?.code}`)
    await page.getByText('已经用过').waitFor()
    await context.close()
    profile.forget()
    await site.close()
  })
})
