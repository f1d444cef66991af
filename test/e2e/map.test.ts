/** The whole map: where it happens most, week by week, and on paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
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

  it('the wall says what moves, what alarms and what weather is being answered', async () => {
    const { w } = office
    await w.kernel.db.withDistricts([w.district], (tx) =>
      raw(
        tx,
        `insert into sensing.status (district, id, at, received_at, by_name, number, kind, presence, lon, lat, speed)
         select $1, gen_random_uuid(), $2, $2, '设备', 'T' || n, 'terminal', case when n = 3 then 'offline' else 'online' end, 119.91 + n * 0.01, 31.73, 20 from generate_series(1, 3) n`,
        [w.district, w.clock.now()],
      ),
    )
    const duty = await w.as('zhiban1')
    const values = { name: '寒潮大风', level: 'orange', startsAt: w.clock.now().toISOString(), source: '气象台' }
    expect((await duty.post('/rows/sensing.weather', { values })).status).toBe(201)
    expect((await (await w.as('xitong')).get('/sensing/now')).status).toBe(403)
    const page = await office.sitDown('juzhang')
    await page.goto(`${office.url}/wall`)
    await page.getByText('在途 3').waitFor()
    await page.getByText('橙色 寒潮大风').waitFor()
    await page.waitForTimeout(1500)
    expect(office.problems).toEqual([])
  })
})
