/** The same on files that nobody here wrote (`shared/data`, not part of the project): they skip, and say so, where the files are not. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { targetsOf } from '#apps/import/kinds/osm.ts'
import { readOsmXml } from '#apps/import/osm/xml.ts'
import { raw, verifyJournal } from '#kernel'
import { type Desk, openDesk } from './desk.ts'

const shared = process.env.CITYLOOP_SHARED ?? resolve(import.meta.dirname, '../../../shared')
const data = (path: string): string => join(shared, 'data', path)
const isThere = existsSync(data('complaints/hot.jsonl'))
if (!isThere) console.log(`skipped: no real data in ${shared} (set CITYLOOP_SHARED)`)

describe.skipIf(!isThere)('真实数据', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  it('4,326 条留言成为 4,326 件工单,第二次一件不多', async () => {
    const first = await desk.run('complaints', data('complaints/hot.jsonl'))
    expect(first.summary).toMatchObject({ read: 4326, added: 4326, known: 0, refused: 0 })
    expect(first.summary.byChannel.get('12345')?.added).toBe(4326)
    const second = await desk.run('complaints', data('complaints/hot.jsonl'))
    expect(second.summary).toMatchObject({ added: 0, known: 4326 })
    expect(
      await desk.rows(desk.w.district, 'select count(*)::int as n, min(created_at) as "from" from intake."order"'),
    ).toMatchObject([{ n: 4326 }])
  }, 300_000)

  it('1,400 条带答复的留言:答复与时间都在', async () => {
    const { summary } = await desk.run('complaints', data('complaints/reply.jsonl'), { channel: 'minqingtong' })
    expect(summary).toMatchObject({ read: 1400, added: 1400, refused: 0 })
    expect(
      await desk.rows(
        desk.w.district,
        `select count(*)::int as n from intake."order" where status = 'answered' and replied_at is not null and reply is not null`,
      ),
    ).toEqual([{ n: 1400 }])
    expect((await verifyJournal(desk.w.kernel, desk.w.district)).breaks).toEqual([])
  }, 300_000)

  it('4,995 件波士顿 311:我们的时钟与原结论一致 ≥ 99.5 %', async () => {
    const file = data('311/boston_311_sample_4995_alltypes_2015-2024.csv.gz')
    const { summary } = await desk.run('311', file)
    expect(summary).toMatchObject({ read: 4995, added: 4995, refused: 0 })
    const [, agreed, compared] = /一致 (\d+)\/(\d+)/.exec(summary.notes[0]?.zh ?? '') ?? []
    expect(Number(compared)).toBe(4283)
    expect(Number(agreed) / Number(compared)).toBeGreaterThanOrEqual(0.995)
    expect((await desk.run('311', file)).summary).toMatchObject({ added: 0, known: 4995 })
    expect((await verifyJournal(desk.w.kernel, '990617')).breaks).toEqual([])
  }, 300_000)

  it('新街口的地图:1,270 栋建筑、384 条道路、321 处地名', async () => {
    const { summary } = await desk.run('osm', data('map/nanjing_xinjiekou.geojson'))
    const read = (channel: string) => [...summary.byChannel].find(([c]) => c.startsWith(channel))?.[1]
    expect(read('道路')).toMatchObject({ read: 384, added: 384 })
    expect(read('建筑 ')).toMatchObject({ read: 1270, added: 1270 })
    const named = await desk.rows<{ n: number }>(
      '320102',
      `select count(*)::int as n from kernel.import_row where import_id = 'osm' and (key like 'key-point node/%' or key like 'name node/%')`,
    )
    expect(named).toEqual([{ n: 321 }])
    const lost = await raw<{ n: number }>(
      desk.w.kernel.db.admin,
      `select count(*)::int as n from grid.road where district = '320102' and area_code !~ '^320102[0-9]{9}$'`,
      [],
    )
    expect(lost.rows).toEqual([{ n: 0 }])
    const { features } = await readOsmXml(data('map/nanjing_xinjiekou.osm.xml'))
    expect(features.filter((f) => targetsOf(f).includes('building'))).toHaveLength(1270)
    expect(features.filter((f) => targetsOf(f).includes('road'))).toHaveLength(384)
  }, 300_000)

  it('天宁区 GCJ-02 边界:改正约 500 米', async () => {
    const { summary } = await desk.run('areas', data('map/county_320402.json'), { crs: 'GCJ02' })
    expect(summary).toMatchObject({ added: 1 })
    expect(Number(/([\d.]+) m/.exec(summary.notes[0]?.en ?? '')?.[1])).toBeGreaterThan(450)
  })
})
