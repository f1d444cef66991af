/** Queries and summaries as pages: asked from the menu and from the row they are about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office as Brigade, openOffice as openBrigade } from '../journeys/enforcement-office.ts'
import { photo } from '../world.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'

describe.skipIf(!canRunDesk)('查询与统计页', () => {
  let office: Office
  let brigade: Brigade
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
    brigade = await openBrigade(office.w)
  })
  afterAll(() => office.close())

  it('a fine is in the ledger page, its benchmarks on the case, the classes of work in percent', async () => {
    const party = await brigade.party('person', '骑车人乙')
    const made = await brigade.open(
      brigade.officer,
      'enforcement.penalty',
      {
        source: 'patrol',
        topic: 'posting',
        lawCode: 'V01',
        party,
        happenedOn: '2026-03-02',
        address: '人民路',
        description: '张贴小广告',
        coHandler: brigade.partner.personId,
        track: 'simple',
        kinds: ['fine'],
        fineFen: 10_000,
        isShown: true,
        defence: '当事人无异议',
        photos: [photo()],
      },
      { action: 'decideOnSpot' },
    )
    await office.w.settle()
    const page = await office.sitDown('dadui1')
    await page.goto(`${office.url}/sheets/enforcement.ledger?from=2026-01-01&to=2026-03-31&unit=wan&decimals=3`)
    const ledger = content(page)
    await ledger.locator('[data-fact="fine"]').getByText('0.010').waitFor()
    await ledger.locator('[data-part="rows"]').getByText(made.number).first().waitFor()
    await page.goto(`${office.url}/s/enforcement.penalty/${made.id}`)
    await page.getByRole('button', { name: '裁量建议' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('[data-part="benchmarks"] tbody tr').first().waitFor()
    expect(await dialog.locator('[data-fact="law"]').innerText()).toMatch(/第.+条/)
    await page.goto(`${office.url}/sheets/enforcement.work-721?from=2026-01-01&to=2026-03-31`)
    await content(page).locator('[data-part="classes"] tbody tr').nth(2).waitFor()
    expect(office.problems).toEqual([])
  })

  it('every sheet opens for whoever may read it, and asks for what it needs', async () => {
    const logins = ['juzhang', 'shuju', 'kaohe1', 'zhiban1', 'dadui1', 'shencha1', 'xinyong1', 'xitong', 'neiqin1']
    const seen = new Set<string>()
    for (const login of logins) {
      const client = await office.w.as(login)
      const { sheets } = (await client.get<{ sheets: { key: string; menu: string | null; zh: string }[] }>('/sheets')).body
      const fresh = sheets.filter((s) => s.menu && !seen.has(s.key))
      if (fresh.length === 0) continue
      const page = await office.sitDown(login)
      for (const sheet of fresh) {
        seen.add(sheet.key)
        await page.goto(`${office.url}/sheets/${sheet.key}`)
        await content(page)
          .getByRole('heading', { name: sheet.zh.split(/[::]/)[0] })
          .waitFor()
        await content(page).locator('.answer, form').first().waitFor()
        expect(await content(page).getByRole('alert').count(), sheet.key).toBe(0)
      }
      await page.close()
    }
    expect(seen.size).toBeGreaterThan(1)
    expect(office.problems).toEqual([])
  })
})
