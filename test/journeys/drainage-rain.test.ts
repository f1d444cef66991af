/** 排涝与巡检: routes, pump houses and rivers looked at in time, rain that sends people out, points where water stands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { type Client, photo, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'
import { openSorting, type Row } from './sorting-office.ts'

const r = 'drainage.round'
describe('排涝与巡检', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSorting>>
  let run: Client
  let desk: Client
  let checker: Client
  beforeAll(async () => {
    w = await world('2026-05-04 09:00')
    o = await openSorting(w)
    ;[run, desk, checker] = (await Promise.all(['chuzhi31', 'paiqian1', 'kaohe1'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
  })
  afterAll(async () => {
    await closeIngest(w.kernel)
    await w.close()
  })
  const shot = () => [photo()]
  const beat = (name: string, kind: string, items: readonly string[], extra: Row = {}) =>
    o.add('drainage.beat', { name, kind, keeper: '李巡查', items, ...extra })
  const plannedOf = async (of: string): Promise<Row[]> => (await o.list(r, { beat: of })).filter((x) => x.status === 'planned')
  const plan = async (of: string): Promise<string> => {
    await o.job('drainage.rounds')
    return String((await plannedOf(of))[0]?.id)
  }
  const seen = (items: readonly string[], extra: Row = {}, bad: Row = {}) => ({
    lines: items.map((item) => (item in bad ? { item, result: bad[item], note: '见照片' } : { item, result: 'ok' })),
    photos: shot(),
    ...extra,
  })
  const items = ['井盖', '雨水箅子', '管道淤积']

  it('drain-inspection 到期与降雨自动派巡查,当场处理与转市政维修分开,维修办结即销号', async () => {
    const route = await beat('健身路排水巡查线', 'route', items)
    const first = await plan(route)
    await o.job('drainage.rounds')
    expect(await plannedOf(route)).toHaveLength(1)
    const page = await run.get<Row>(`/subjects/${r}/${first}`)
    expect([page.status, page.body.actions?.find((a: Row) => a.name === 'look')]).toMatchObject([200, { zh: '巡检' }])
    await expect(run.refused(r, first, 'look', seen(items.slice(1)))).resolves.toContain('井盖')
    await o.triedAct(run, r, first, 'look', seen(items, {}, { 井盖: 'mended' }))
    expect(await o.row(r, first)).toMatchObject({ status: 'good', mended: 1, bad: 0, isLate: 'no' })
    await w.clock.to('2026-05-10 09:00')
    await o.job('drainage.rounds')
    expect(await plannedOf(route)).toEqual([])
    await w.clock.to('2026-05-11 09:00')
    const second = await plan(route)
    await w.clock.to('2026-05-12 09:00')
    await o.act(run, r, second, 'look', seen(items, {}, { 雨水箅子: 'bad' }))
    expect(await o.row(r, second)).toMatchObject({ status: 'found', isLate: 'yes', problems: '雨水箅子:见照片' })
    await expect(desk.refused(r, second, 'handTo', { owner: '某单位' })).resolves.toContain('河湖')
    await o.act(run, r, second, 'toMunicipal', { work: 'grate', fault: 'broken' })
    const [job] = await o.list('municipal.job', { source: 'drainage' })
    expect(job).toMatchObject({ kind: 'grate', status: 'reported' })
    const id = String(job?.id)
    await o.act(desk, 'municipal.job', id, 'assign', { crew: o.unit })
    const done = { lines: [{ item: 'grate', quantity: 2 }], costFen: 60_000, afterPhotos: shot() }
    await o.act(run, 'municipal.job', id, 'fix', done)
    await o.act(checker, 'municipal.job', id, 'close')
    expect(await o.row(r, second)).toMatchObject({ status: 'closed', answer: expect.stringContaining('更换雨水箅子2个') })
    const rain = await o.tried(desk, 'drainage.rain', { name: '5月12日暴雨', level: 'yellow', startedAt: '2026-05-12T00:30:00Z' })
    const [inRain] = await plannedOf(route)
    expect(inRain).toMatchObject({ reason: 'rain' })
    await o.act(run, r, String(inRain?.id), 'look', seen(items))
    await o.act(desk, 'drainage.rain', rain, 'end', { endedAt: '2026-05-12T01:00:00Z', mm: 12 })
    expect(await o.by('drainage.rounds', 'reason')).toEqual({ due: 2, rain: 1 })
    expect([
      await o.value('drainage.round-problems'),
      await o.value('drainage.round-mended'),
      (await o.figure('drainage.rounds-timely'))[0]?.value,
    ]).toEqual([1, 1, expect.closeTo(66.67, 2)])
  })

  it('pump-house 泵房按间隔维护记运行小时与液位,备用电源带载试验,费用与小时数累计', async () => {
    const pump = await beat('东湖泵房', 'pump', ['水泵', '格栅'], { pumps: 3, powerKw: 165, hasStandby: true })
    const standby = await beat('东湖泵房备用电源', 'standby', ['发电机'])
    const first = await plan(pump)
    await expect(run.refused(r, first, 'look', seen(['水泵', '格栅']))).resolves.toContain('运行小时与液位')
    const log = { hours: 126.5, kwh: 5200, levelM: 1.8, costFen: 85_000 }
    await o.triedAct(run, r, first, 'look', seen(['水泵', '格栅'], log, { 格栅: 'bad' }))
    await expect(run.refused(r, first, 'toMunicipal', { work: 'dredge', fault: 'blocked' })).resolves.toContain('只有排水设施')
    await o.act(run, r, first, 'fix', { answer: '格栅已清捞', photos: shot() })
    await o.act(checker, r, first, 'check', { isOk: 'yes' })
    const test = await plan(standby)
    await expect(run.refused(r, test, 'look', seen(['发电机']))).resolves.toContain('带载试验')
    await o.act(run, r, test, 'look', seen(['发电机'], { loadMinutes: 30 }))
    await w.clock.to('2026-06-11 09:00')
    await o.job('drainage.rounds')
    // Thirty days for the pumps, ninety for the generator.
    expect([(await plannedOf(pump)).length, (await plannedOf(standby)).length]).toEqual([1, 0])
    await o.act(run, r, String((await plannedOf(pump))[0]?.id), 'look', seen(['水泵', '格栅'], { ...log, hours: 73.5 }))
    expect([
      await o.value('drainage.pump-houses'),
      await o.value('drainage.pump-hours'),
      await o.value('drainage.pump-cost'),
    ]).toEqual([1, 200, 1700])
  })

  it('river-chief-work 按河长级别定巡河间隔,问题转权属单位回复后复核,通报表扬批评入册、批评整改销号', async () => {
    const river = await beat('泸水河城区段', 'river', ['排口', '漂浮物'], { level: 'village' })
    const first = await plan(river)
    await o.act(run, r, first, 'look', seen(['排口', '漂浮物'], {}, { 排口: 'bad' }))
    await o.triedAct(desk, r, first, 'handTo', { owner: '生态环境分局' })
    await o.act(desk, r, first, 'answered', { answer: '排口已封堵', photos: shot() })
    await o.act(checker, r, first, 'check', { isOk: 'no' })
    expect((await o.row(r, first)).status).toBe('found')
    await o.act(desk, r, first, 'handTo', { owner: '生态环境分局' })
    await o.act(desk, r, first, 'answered', { answer: '重新封堵', photos: shot() })
    await o.act(checker, r, first, 'check', { isOk: 'yes' })
    await w.clock.to('2026-06-13 09:00')
    await o.job('drainage.rounds')
    expect(await plannedOf(river)).toEqual([])
    await w.clock.to('2026-06-14 09:00')
    await o.job('drainage.rounds')
    expect(await plannedOf(river)).toMatchObject([{ dueOn: '2026-06-14', level: 'village' }])
    const b = 'drainage.bulletin'
    const note = {
      title: '5月河湖长制工作',
      kind: 'praise',
      issuer: '市河长办',
      month: '2026-05',
      issuedOn: '2026-06-12',
      papers: shot(),
    }
    await o.tried(desk, b, note)
    expect((await o.tryOpen(desk, b, { ...note, kind: 'criticism' })).zh).toContain('整改期限')
    const bad = await o.open(desk, b, { ...note, title: '巡河不到位', kind: 'criticism', dueOn: '2026-06-30' })
    await o.act(desk, b, bad, 'rectify', { result: '已补巡并调整责任人', photos: shot() })
    await o.act(o.leader, b, bad, 'confirm', { isOk: 'yes' })
    expect([(await o.row(b, bad)).status, await o.by('drainage.river-bulletins', 'kind')]).toEqual([
      'closed',
      { praise: 1, criticism: 1 },
    ])
    expect((await o.by('drainage.rounds', 'level')).village).toBe(1)
  })

  it('water-logging-points 一点一策,积水报深度与退水,达到阈值即成急件,两场达标降雨不积水才销号', async () => {
    const p = 'drainage.point'
    const id = await o.tried(o.street, p, { name: '铁路桥下', kind: 'easy', cause: 'low', keeper: '王所长', pumps: 2 })
    const wet = (wetCm: number, wetAt: string) => ({ wetCm, wetAt, photos: shot() })
    await o.act(o.street, p, id, 'flood', wet(14, '2026-06-14T00:20:00Z'))
    expect(await o.list('cases.case', { source: 'survey' })).toHaveLength(0)
    await o.act(o.street, p, id, 'flood', wet(25, '2026-06-14T00:40:00Z'))
    expect(await o.list('cases.case', { source: 'survey' })).toMatchObject([
      { urgency: 'urgent', description: expect.stringContaining('铁路桥下积水25厘米') },
    ])
    await o.act(o.street, p, id, 'drained', { drainedAt: '2026-06-14T01:00:00Z' })
    expect(await o.row(p, id)).toMatchObject({ floods: 1, deepestCm: 25, longestMinutes: 40, wetAt: null })
    expect(await o.list('drainage.flooding')).toMatchObject([{ depthCm: 25, minutes: 40 }])
    await expect(run.refused(p, id, 'treat', { worksZh: '清淤', dredgedM: 1, photos: shot() })).resolves.toBeTruthy()
    await o.act(desk, p, id, 'measure', { measure: '清淤300米、增设雨水箅子6个' })
    await o.act(run, p, id, 'treat', { worksZh: '清淤、增设箅子', dredgedM: 300, photos: shot() })
    const rain = async (day: string, mm: number, wetCm = 0) => {
      await w.clock.to(`${day} 10:00`)
      const at = (time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()
      const begun = await o.open(desk, 'drainage.rain', { name: `${day}降雨`, level: 'none', startedAt: at('08:00') })
      if (wetCm > 0) {
        await o.act(o.street, p, id, 'flood', wet(wetCm, at('08:30')))
        await expect(desk.refused('drainage.rain', begun, 'end', { endedAt: at('09:30'), mm })).resolves.toContain('积水未退')
        await o.act(o.street, p, id, 'drained', { drainedAt: at('09:00') })
      }
      await o.act(desk, 'drainage.rain', begun, 'end', { endedAt: at('09:30'), mm })
      return o.row('drainage.rain', begun)
    }
    await rain('2026-06-20', 35)
    expect(await o.row(p, id)).toMatchObject({ status: 'treated', dryRains: 1 })
    // Twelve millimetres prove nothing.
    await rain('2026-06-22', 12)
    expect((await o.row(p, id)).dryRains).toBe(1)
    expect(await rain('2026-06-24', 50, 5)).toMatchObject({ wetPoints: 1 })
    expect((await o.row(p, id)).dryRains).toBe(0)
    await rain('2026-06-26', 30)
    expect((await o.row(p, id)).status).toBe('treated')
    await rain('2026-06-28', 42)
    expect(await o.row(p, id)).toMatchObject({ status: 'solved', dryRains: 2, floods: 2 })
    // A point watched by a level device: its alarm is the water standing.
    const sensing = await openSensing(w)
    const device = await sensing.addDevice('YW-1', 'level')
    const rule = {
      code: 'T-SW',
      name: '积水报警',
      type: 'threshold',
      deviceKind: 'level',
      quantity: 'level',
      side: 'above',
      limit: 0.1,
      release: 0.05,
    }
    const on = { severity: 'alarm', caseOn: 'none', isOn: true, validFrom: '2026-01-01', basis: '测试用规则' }
    expect((await sensing.data.post('/rows/sensing.rule', { values: { ...rule, ...on } })).status).toBe(201)
    const watched = await o.open(o.street, p, {
      name: '下穿通道',
      kind: 'standing',
      cause: 'small',
      keeper: '李所长',
      pumps: 1,
      device,
    })
    const { rules } = await ingestOf(w.kernel)
    await rules.book.reload()
    const wetAt = w.clock.now().getTime()
    await sensing.send('YW-1', await sensing.keyOf(device), [{ at: wetAt, values: { level: 0.22 } }])
    await rules.settle()
    await o.job('drainage.levels')
    expect(await o.row(p, watched)).toMatchObject({ wetCm: 22, wetAt: new Date(wetAt).toISOString() })
    expect((await o.list('cases.case', { source: 'survey' })).map((x) => x.description)).toContainEqual(
      expect.stringContaining('下穿通道积水22厘米'),
    )
    await w.clock.to('2026-06-28 11:00')
    await o.act(o.street, p, watched, 'drained', { drainedAt: w.clock.now().toISOString() })
    await o.job('drainage.levels')
    expect(await o.row(p, watched)).toMatchObject({ wetAt: null, floods: 1 })
    expect([
      await o.value('drainage.points'),
      await o.value('drainage.points-solved'),
      await o.value('drainage.points-dredged'),
      await o.value('drainage.floodings'),
      await o.value('drainage.flood-minutes'),
    ]).toEqual([1, 1, 300, 3, expect.closeTo(130 / 3, 1)])
  })
})
