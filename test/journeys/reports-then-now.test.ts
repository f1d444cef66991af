/** 当时与现在: what a frozen figure was, what it is now, and the very facts between: told late, corrected, taken back, or changed past the platform. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTallies, raw } from '#kernel'
import { asOf } from '#kernel/journal/as-of.ts'
import { type Client, photo, somewhere, type World, world } from '../world.ts'

type Row = Record<string, any>
const report = 'reports.report'
describe('当时与现在', () => {
  let w: World
  let writer: Client
  let leader: Client
  let head: Client
  let filler: Client
  let matter: string
  let id: string
  const cases: string[] = []
  const entries: string[] = []
  const entry = async (quantity: number, happenedOn: string): Promise<string> =>
    (await filler.post<Row>('/rows/statistics.entry', { values: { matter, happenedOn, quantity } })).body.id
  const look = async () => (await writer.get<Row>(`/reports/${id}/then-now`)).body
  const line = (body: Row, zh: string): Row => body.figures.find((f: Row) => f.zh === zh)
  beforeAll(async () => {
    w = await world('2026-01-12 09:00')
    ;[writer, leader, head, filler] = (await Promise.all(['kaohe1', 'juzhang', 'zhiban1', 'chuzhi31'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
      Client,
    ]
    const { units } = (await writer.get<{ units: { id: string; name: string }[] }>('/meta')).body
    const owner = units.find((u) => u.name === '环境卫生管理所')?.id
    matter = (
      await writer.post<Row>('/rows/statistics.matter', { values: { name: '清理垃圾', measure: '吨', frequency: 'each', owner } })
    ).body.id
    const made = await writer.post<Row>('/subjects/statistics.metric', {
      values: {
        code: 'cleared',
        name: '清理垃圾',
        unit: '吨',
        decimals: 0,
        definition: '按台账日期合计',
        formula: '求和(清理垃圾.数量)',
      },
    })
    await leader.act('statistics.metric', made.body.id, 'approve')
    const { body } = await head.get<Row>('/rows/cases.condition', {
      filter: JSON.stringify({ kind: 'component', category: '01037' }),
    })
    for (const n of [1, 2, 3, 4]) {
      const opened = await head.post<Row>('/cases', {
        description: `第${n}件`,
        source: 'hotline',
        ...somewhere,
        photos: [photo()],
      })
      cases.push(opened.body.id)
      await head.act('cases.case', opened.body.id, 'accept')
      await head.act('cases.case', opened.body.id, 'file', {
        categoryKind: 'component',
        category: '01037',
        condition: body.rows[0].id,
      })
    }
    entries.push(await entry(10, '2026-01-05'), await entry(20, '2026-01-08'), await entry(5, '2026-01-09'))
    await w.clock.to('2026-02-02 09:00')
  })
  afterAll(() => w.close())

  it('没有定稿的没有对照;谁可以看', async () => {
    const made = await writer.post<Row>(`/subjects/${report}`, {
      values: {
        kind: 'bulletin',
        title: '1月通报',
        from: '2026-01-01',
        to: '2026-01-31',
        body: '立案{{ "cases.filed" | figure }},上报{{ "cases.reported" | figure }},清理{{ "statistics.cleared" | figure }}。',
      },
    })
    id = made.body.id
    expect((await w.anyone.get(`/reports/${id}/then-now`)).status).toBe(401)
    expect((await (await w.as('caiji1')).get(`/reports/${id}/then-now`)).status).toBe(403)
    expect((await writer.get('/reports/x/then-now')).status).toBe(400)
    expect((await writer.get<Row>(`/reports/${id}/then-now`)).body.zh).toBe('尚未定稿,没有可以对照的数')
    await writer.act(report, id, 'freeze')
    const body = await look()
    expect(body.figures.map((f: Row) => [f.zh, f.published, f.then, f.now, f.why])).toEqual([
      ['立案数', '4件', 4, 4, '一致'],
      ['上报数', '4件', 4, 4, '一致'],
      ['清理垃圾', '35吨', 35, 35, '一致'],
    ])
    expect(body.facts).toEqual([])
  })

  it('补录、更正、撤销的各列其事,当时的数照样重算得出', async () => {
    await w.clock.to('2026-02-05 10:00')
    const late = await entry(7, '2026-01-20')
    const outside = await entry(100, '2026-02-04')
    await filler.patch(`/rows/statistics.entry/${entries[0]}`, { values: { quantity: 12 }, reason: '磅单复核' })
    expect((await filler.post(`/rows/statistics.entry/${entries[2]}/retire`, { reason: '重复' })).status).toBe(200)
    await head.act('cases.case', cases[1] ?? '', 'cancel', { reason: '误立' })
    await w.settle()
    const body = await look()
    expect(line(body, '清理垃圾')).toMatchObject({
      published: '35吨',
      then: 35,
      now: 39,
      difference: 4,
      why: '发布后有补录或更正',
    })
    const own = body.facts.filter((f: Row) => f.zh === '清理垃圾')
    expect(own.map((f: Row) => [f.id, f.change, f.why])).toEqual([
      [late, 'added', '截止后补录'],
      [entries[2], 'removed', expect.stringContaining('截止后更正或撤销,不再计入')],
      [entries[0], 'changed', '截止后更正,仍计入'],
    ])
    expect(own.some((f: Row) => f.id === outside)).toBe(false)
    expect(line(body, '立案数')).toMatchObject({ published: '4件', then: 4, now: 3, difference: -1 })
    expect(body.facts.filter((f: Row) => f.zh === '立案数')).toEqual([
      expect.objectContaining({
        id: cases[1],
        type: 'cases.case',
        change: 'removed',
        why: expect.stringContaining('更正或撤销'),
        actor: expect.any(String),
      }),
    ])
    expect(line(body, '上报数')).toMatchObject({ then: 4, now: 4, why: '一致' })
    const { sheets } = (await writer.get<{ sheets: Row[] }>('/sheets')).body
    expect(sheets.find((s) => s.key === 'reports.id.then-now')).toMatchObject({ of: report })
  })

  it('只有一条的数改了,也指得出是哪一条', async () => {
    const made = await writer.post<Row>(`/subjects/${report}`, {
      values: {
        kind: 'bulletin',
        title: '再报',
        from: '2026-01-01',
        to: '2026-01-31',
        body: '清理{{ "statistics.cleared" | figure }}。',
      },
    })
    await writer.act(report, made.body.id, 'freeze')
    await w.clock.to('2026-02-06 10:00')
    await filler.patch(`/rows/statistics.entry/${entries[1]}`, { values: { quantity: 21 }, reason: '磅单复核' })
    const { body } = await writer.get<Row>(`/reports/${made.body.id}/then-now`)
    expect(body.figures[0]).toMatchObject({ then: 39, now: 40, difference: 1 })
    expect(body.facts).toEqual([expect.objectContaining({ id: entries[1], change: 'changed', why: '截止后更正,仍计入' })])
  })

  it('计划里印目标:有目标的印目标,没有的印现在的数', async () => {
    const made = await writer.post<Row>(`/subjects/${report}`, {
      values: {
        kind: 'plan',
        title: '计划',
        from: '2026-01-01',
        to: '2026-01-31',
        body: '按期处置率{{ "cases.handle-in-time-rate" | goal }},上报{{ "cases.reported" | goal }}。',
      },
    })
    const page = await writer.get<Buffer>(`/papers/${report}/${made.body.id}/report`, { format: 'html' })
    expect(page.body.toString()).toContain('按期处置率不低于95%,上报4件')
  })

  it('绕过平台改的,日志说不出来历,就说说不出来历', async () => {
    await raw(w.kernel.db.admin, `update cases."case" set created_at = created_at + interval '60 days' where id = $1`, [cases[3]])
    await buildTallies(w.kernel, w.district, { isAnew: true })
    const body = await look()
    expect(line(body, '上报数')).toMatchObject({ published: '4件', now: 3 })
    expect(line(body, '上报数').why).toMatch(/平台之外/)
  })

  it('任何一刻的表就是那一刻的日志:逐时刻与当时数下的一致', async () => {
    const count = (tx: Parameters<typeof asOf>[0]) =>
      raw<{ n: number; closed: number }>(
        tx,
        `with x as (select 1) select count(*)::int as n, (count(*) filter (where c.status = 'cancelled'))::int as closed from cases."case" c, x where c.lon is not null`,
        [],
      )
    const at = async (moment: Date) =>
      w.kernel.db.withDistricts([w.district], async (tx) => (await count(asOf(tx, w.kernel, moment))).rows[0])
    expect(await at(new Date('2026-01-10T00:00:00Z'))).toEqual({ n: 0, closed: 0 })
    expect(await at(new Date('2026-02-03T00:00:00Z'))).toEqual({ n: 4, closed: 0 })
    expect(await at(new Date('2026-02-05T23:00:00Z'))).toEqual({ n: 4, closed: 1 })
  })
})
