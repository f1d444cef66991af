/** The whole map: where it happens most, week by week, and on paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo } from '../world.ts'
import { canRunDesk, content, type Office, openOffice } from './desk.ts'

describe.skipIf(!canRunDesk)('地图分布与打印', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice('2026-03-02 09:00')
  })
  afterAll(() => office.close())

  it('heat and clusters count what was reported, the slider one week of it, and the paper shows the picture', async () => {
    const head = await office.w.as('zhiban1')
    const places = (await head.get<{ rows: { lon: number; lat: number }[] }>('/rows/grid.component', { limit: '1000' })).body.rows
    const report = async (from: number, to: number): Promise<void> => {
      for (const { lon, lat } of places.slice(from, to))
        await head.post('/cases', { description: '路面破损', source: 'hotline', lon, lat, photos: [photo()] })
    }
    await report(0, 12)
    await office.w.clock.to('2026-03-20 09:00')
    await report(100, 105)
    await office.w.clock.to('2026-03-21 09:00')
    const page = await office.sitDown('zhiban1')
    await page.goto(`${office.url}/map?density=heat`)
    const tool = content(page).getByRole('group', { name: '分布' })
    await tool.getByText('17 件').waitFor()
    await tool.getByRole('button', { name: '聚合' }).click()
    await tool.getByRole('slider').fill('4')
    await tool.getByText(' 5 件').waitFor()
    await tool.getByRole('button', { name: '整段' }).click()
    await tool.getByText('17 件').waitFor()
    await tool.locator('[data-action="play"]').click()
    await tool.getByText(' 0 件').waitFor()
    await page.evaluate('window.print = () => { window.printed = document.querySelector(".map-sheet img").src.length }')
    await content(page).locator('[data-action="print-map"]').click()
    await page.waitForFunction('window.printed > 20000')
    await page.emulateMedia({ media: 'print' })
    const paper = await page.pdf({ format: 'A4', landscape: true })
    expect(paper.length).toBeGreaterThan(20_000)
    expect(office.problems).toEqual([])
  })
})
