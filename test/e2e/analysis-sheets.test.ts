/** 分析研判 as pages: forecast, hot topics, structural problems and the policy simulator asked from the menu; then and now on a report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, livedDays, plant, recount, unitsOf } from '../journeys/analysis-history.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'

describe.skipIf(!canRunDesk)('分析研判各页', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-11 09:00')
    const { w } = office
    const units = (await unitsOf(w)).filter((u) => u.people.length > 0)
    const lived = livedDays({ from: '2025-03-03', days: 373, perDay: 12, swing: 0.3, seed: 3, cells: await cellsOf(w) })
    await plant(
      w,
      lived.map((c, n) => ({ ...c, unitId: units[n % units.length]?.id, handler: units[n % units.length]?.people[0] })),
    )
    await recount(w)
  }, 180_000)
  afterAll(() => office.close())

  it('forecast, topics, structural problems and the simulator are reached from the menu and answer in words', async () => {
    const page = await office.sitDown('zhiban1')
    await page.goto(`${office.url}/sheets/cases.analysis.forecast?weeks=4`)
    await content(page).locator('[data-part="areas"] tbody tr').nth(3).waitFor()
    expect(await content(page).locator('[data-part="rows"] tbody tr').count()).toBeGreaterThanOrEqual(4)
    expect(await content(page).locator('[data-fact="method"]').innerText()).toContain('回测')
    await page.goto(`${office.url}/sheets/cases.analysis.topics?days=7`)
    await content(page).locator('[data-part="topics"] tbody tr').first().waitFor()
    await page.goto(`${office.url}/sheets/cases.analysis.structural?from=2025-12-01&to=2026-03-10`)
    await content(page).locator('[data-part="problems"]').waitFor()
    await page.goto(`${office.url}/sheets/cases.analysis.simulate?from=2026-01-01&to=2026-03-01&limits=50`)
    await content(page).locator('[data-fact="trust"]').waitFor()
    expect(await content(page).locator('[data-part="assumptions"] li').count()).toBeGreaterThan(3)
    await page.goto(`${office.url}/sheets/cases.analysis.posts?from=2026-01-01&to=2026-03-01`)
    await content(page).locator('[data-part="areas"] tbody tr').first().waitFor()
    expect(office.problems).toEqual([])
  })

  it('a history too short is told on the page, not shown as a number', async () => {
    const page = await office.sitDown('zhiban1')
    await page.goto(`${office.url}/sheets/cases.analysis.forecast?weeks=4&origins=52`)
    await page.getByRole('alert').getByText('历史只有').waitFor()
  })
})
