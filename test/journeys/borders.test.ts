/** 管辖的边界: each crossed on purpose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'

interface Row {
  readonly id: string
  readonly areaCode: string | null
  readonly version: number
}
interface Page {
  readonly rows: readonly Row[]
  readonly total: number
}
const cases = '/rows/cases.case'

describe('边界', () => {
  let w: World
  let head: Client
  let squad: Client
  let own: Row
  let other: Row
  beforeAll(async () => {
    w = await world('2026-11-16 09:05')
    head = await w.as('zhiban1')
    squad = await w.as('zhongdui11')
    const components = (
      await head.get<{ rows: (Row & { lon: number; lat: number })[] }>('/rows/grid.component', { limit: '1000' })
    ).body.rows
    for (const c of components.filter((_, i) => i % 40 === 0))
      await head.post('/cases', { description: '路面破损', source: 'hotline', lon: c.lon, lat: c.lat, photos: [photo()] })
    const all = (await head.get<Page>(cases, { limit: '1000' })).body.rows
    const seen = (await squad.get<Page>(cases, { limit: '1000' })).body.rows
    const inside = all.find((row) => seen.some((s) => s.id === row.id))
    const outside = all.find((row) => !seen.some((s) => s.id === row.id))
    if (!inside || !outside) throw new Error('the sample has no case on one of the two sides')
    own = inside
    other = outside
  })
  afterAll(() => w.close())

  it('街道中队的列表只有本街道的案件,指挥中心的有全区的', async () => {
    const mine = (await squad.get<Page>(cases, { limit: '1000' })).body
    expect(mine.rows.length).toBeGreaterThan(0)
    const street = own.areaCode?.slice(0, 9)
    expect(new Set(mine.rows.map((r) => r.areaCode?.slice(0, 9)))).toEqual(new Set([street]))
    const all = (await head.get<Page>(cases, { limit: '1000' })).body
    expect(all.total).toBeGreaterThan(mine.total)
    expect(mine.total).toBe(all.rows.filter((r) => r.areaCode?.startsWith(street ?? '-')).length)
  })

  it('别的街道的案件:一行、留痕、往日、全貌、派生、导出、瓦片都不给', async () => {
    const page = `/subjects/cases.case/${other.id}`
    for (const path of [
      `${cases}/${other.id}`,
      `${cases}/${other.id}?asOf=2026-11-16T09:10:00%2B08:00`,
      `${cases}/${other.id}/history`,
      `${cases}/${other.id}/children`,
      page,
    ]) {
      expect((await head.get(path)).status, path).toBe(200)
      const refused = await squad.get<{ code: string; zh: string }>(path)
      expect([refused.status, refused.body.code], path).toEqual([403, 'permission.area'])
    }
    for (const path of [`${cases}/${own.id}`, `${cases}/${own.id}/history`, `/subjects/cases.case/${own.id}`])
      expect((await squad.get(path)).status, path).toBe(200)
    const sheet = async (who: Client) => (await who.get<{ features: { id: string }[] }>(`${cases}/export?format=geojson`)).body
    const ids = async (who: Client) => (await sheet(who)).features.map((f) => f.id)
    expect(await ids(head)).toContain(other.id)
    expect(await ids(squad)).toContain(own.id)
    expect(await ids(squad)).not.toContain(other.id)
    const tile = async (who: Client): Promise<string> => String((await who.get<string>('/tiles/cases.case/8/213/104')).body)
    expect(await tile(head)).toContain(other.id)
    expect(await tile(squad)).toContain(own.id)
    expect(await tile(squad)).not.toContain(other.id)
  })

  it('一行的编号换到别的台账名下,读不到它的留痕和往日', async () => {
    const data = await w.as('shuju')
    for (const path of [
      `/rows/grid.component/${own.id}/history`,
      `/rows/grid.component/${own.id}?asOf=2026-11-16T12:00:00%2B08:00`,
      `/rows/grid.component/${own.id}/children`,
    ])
      expect((await data.get(path)).status, path).toBe(404)
  })

  it('数字人人可看,数字背后的行只给能看它的人,而且只到管辖为止', async () => {
    const rows = '/indicators/cases.reported/rows'
    const all = (await head.get<{ rows: Row[] }>(rows)).body.rows
    const mine = (await squad.get<{ rows: Row[] }>(rows)).body.rows
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.length).toBeLessThan(all.length)
    const outsider = await w.as('xitong')
    expect((await outsider.get('/indicators/cases.reported')).status).toBe(200)
    expect((await outsider.get<{ code: string }>(rows)).body.code).toBe('permission.denied')
  })

  it('台账全区共看,别的街道的底数不能改', async () => {
    const lists = (who: Client) => who.get<Page>('/rows/grid.component', { limit: '1' })
    expect((await lists(squad)).body.total).toBe((await lists(head)).body.total)
    const collector = await w.as('caiji1')
    const all = (await collector.get<Page>('/rows/grid.component', { limit: '1000' })).body.rows
    const change = (row: Row | undefined) =>
      collector.patch<{ code: string }>(`/rows/grid.component/${row?.id}`, { values: {}, version: row?.version })
    const streetOf = (row: Row): string => row.areaCode?.slice(0, 9) ?? ''
    const results = await Promise.all([...new Map(all.map((row) => [streetOf(row), row])).values()].map(change))
    expect(results.filter((r) => r.status === 200)).toHaveLength(1)
    expect(new Set(results.filter((r) => r.status !== 200).map((r) => r.body.code))).toEqual(new Set(['permission.area']))
  })
})
