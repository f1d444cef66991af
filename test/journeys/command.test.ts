/** 指挥应急: duty and leaders, warnings and weather, plans, events, drills, stock, teams, accidents, guarded events. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { type Client, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'
import { openSensing, waitFor } from './sensing-office.ts'

const at = (local: string): string => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString()
describe('指挥应急', () => {
  let w: World
  let o: Office
  let centre: Client
  let desk: Client
  let desk2: Client
  let checker: Client
  let water: Client
  const units = { street: '', water: '' }
  beforeAll(async () => {
    w = await world('2026-09-20 09:00')
    o = await openOffice(w)
    ;[centre, desk, desk2, checker, water] = (await Promise.all(
      ['paiqian1', 'zhiban1', 'zhiban2', 'kaohe1', 'chuzhi11'].map((l) => w.as(l)),
    )) as [Client, Client, Client, Client, Client]
    const unitOf = async (person: string) =>
      String((await o.query<{ u: string }>('select unit_id as u from kernel.person where id = $1', [person]))[0]?.u)
    units.street = await unitOf(o.street.personId)
    units.water = await unitOf(water.personId)
  })
  afterAll(async () => {
    await closeIngest(w.kernel)
    await w.close()
  })
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh
  const tasks = (filter: Row) => o.list('command.task', filter)

  it('duty-24h 关键岗位缺口点名并挡住发布,换班批准后值班表更新,接班人不到不能离岗,脱岗与漏接列出', async () => {
    const form = { name: '市容指挥席', unit: units.street, phone: '0519-1', isKey: true }
    await o.tryAdd('command.post', form)
    const post = await o.add('command.post', form, undefined)
    const r = 'command.roster'
    const period = { name: '国庆首日', kind: 'holiday', fromOn: '2026-10-01', toOn: '2026-10-01' }
    expect(await refusal(centre, r, { ...period, toOn: '2026-09-30' })).toContain('止不能早于起')
    const id = await o.tried(centre, r, period)
    const s = 'command.shift'
    const line = (person: string, from: string, to: string) => ({ roster: id, post, person, startsAt: at(from), endsAt: at(to) })
    const first = line(desk.personId, '2026-10-01 00:00', '2026-10-01 08:00')
    expect(await refusal(centre, s, { ...first, endsAt: at('2026-09-30 08:00') })).toContain('止应晚于起')
    const night = await o.tried(centre, s, first)
    expect(await refusal(centre, s, line(desk.personId, '2026-10-01 07:00', '2026-10-01 12:00'))).toContain(
      '同时段已排在市容指挥席',
    )
    const day = await o.open(centre, s, line(desk2.personId, '2026-10-01 08:00', '2026-10-01 16:00'))
    await expect(centre.refused(r, id, 'publish')).resolves.toContain('市容指挥席 10-01 16:00至10-02 00:00')
    const late = await o.open(centre, s, line(water.personId, '2026-10-01 16:00', '2026-10-02 00:00'))
    await expect(centre.refused(r, id, 'publish')).resolves.toContain('无带班领导:2026-10-01')
    await o.open(centre, 'command.leader-day', { dayOn: '2026-10-01', leader: o.leader.personId, place: '指挥大厅' })
    await o.act(centre, r, id, 'publish')
    expect(await o.row(r, id)).toMatchObject({ status: 'published', postDays: 1 })
    expect((await o.row(r, id)).table.map((t: Row) => t.post)).toEqual(['带班领导(指挥大厅)', ...Array(3).fill('市容指挥席')])
    expect(await refusal(centre, s, first)).toContain('值班表已发布')
    // A swap: asked for by the person, decided by another post, printed at once.
    await expect(o.officer.refused(s, late, 'askSwap', { other: o.officer.personId, reason: 'x' })).resolves.toContain('本人')
    await expect(water.refused(s, late, 'askSwap', { other: water.personId, reason: 'x' })).resolves.toContain('换班人不能是本人')
    await o.act(water, s, late, 'askSwap', { other: o.head.personId, reason: '家事' })
    await o.act(o.leader, s, late, 'decideSwap', { isOk: 'yes' })
    const [name] = await o.query<{ name: string }>('select name from kernel.person where id = $1', [o.head.personId])
    expect((await o.row(r, id)).table.at(-1)).toEqual({ at: '10-01 16:00至10-02 00:00', post: '市容指挥席', who: name?.name })
    // On in time, the next one does not come: listed, and nobody may leave before.
    await w.clock.to('2026-09-30 23:00')
    await expect(desk.refused(s, night, 'takeOn')).resolves.toContain('还没有到接班时间')
    await w.clock.to('2026-09-30 23:50')
    await expect(desk2.refused(s, night, 'takeOn')).resolves.toContain('本人')
    await o.act(desk, s, night, 'takeOn')
    const c = 'command.call'
    await w.clock.to('2026-10-01 03:00')
    expect(await refusal(checker, c, { shift: day })).toContain('不在该班次时段')
    const answered = await o.tried(checker, c, { shift: night })
    await w.clock.to('2026-10-01 03:03')
    await o.act(desk, c, answered, 'answer')
    const missed = await o.open(checker, c, { shift: night })
    await w.clock.to('2026-10-01 03:10')
    expect([(await o.row(c, answered)).answeredMinutes, (await o.row(c, missed)).status]).toEqual([3, 'missed'])
    await o.act(desk, c, missed, 'explain', { excuse: '在处置来电' })
    await w.clock.to('2026-10-01 08:00')
    await expect(desk.refused(s, night, 'handOver', { matters: '无' })).resolves.toMatch(/接班人.+未到岗/)
    await w.clock.to('2026-10-01 08:16')
    expect((await o.row(s, day)).status).toBe('missed')
    await o.act(desk2, s, day, 'takeOn')
    await o.act(desk, s, night, 'handOver', { matters: '两件重点工单待催' })
    expect(await o.row(s, day)).toMatchObject({ status: 'on', lateMinutes: 16 })
    await w.clock.to('2026-10-01 15:55')
    await o.act(o.head, s, late, 'takeOn')
    await w.clock.to('2026-10-01 16:00')
    await o.act(desk2, s, day, 'handOver', { matters: '无' })
    await w.clock.to('2026-10-02 00:01')
    await o.act(o.head, s, late, 'handOver', { matters: '无' })
    // 8 + 7.73 + 8: what was really covered, not what was written on the table.
    expect(await o.value('command.duty-hours')).toBeCloseTo(23.73, 8)
    expect([
      await o.value('command.rosters'),
      await o.value('command.duty-late'),
      await o.value('command.duty-missed'),
      await o.value('command.calls-missed'),
    ]).toEqual([1, 1, 0, 1])
  })

  it('leader-on-duty 本人到地点签到,九点半未到列出,替班须他人批准,签到太远不算', async () => {
    const l = 'command.leader-day'
    // Nobody checked in on 1 October: the whole day is listed.
    const [first] = await o.list(l)
    expect(first).toMatchObject({ dayOn: '2026-10-01', status: 'missing', isAbsent: 'yes' })
    const form = { dayOn: '2026-10-02', leader: o.leader.personId, place: '指挥大厅' }
    expect(await refusal(centre, l, { ...form, dayOn: '2026-10-01' })).toContain('不能早于今天')
    const id = await o.tried(centre, l, form)
    expect(await refusal(centre, l, form)).toContain('已安排带班领导')
    await w.clock.to('2026-10-02 09:29')
    expect((await o.row(l, id)).status).toBe('planned')
    await expect(o.head.refused(l, id, 'checkIn', somewhere)).resolves.toContain('本人')
    const far = { lon: somewhere.lon + 0.01, lat: somewhere.lat }
    await expect(o.leader.refused(l, id, 'checkIn', far)).resolves.toMatch(/离带班地点9\d\d米/)
    await w.clock.to('2026-10-02 09:45')
    expect((await o.row(l, id)).status).toBe('absent')
    await o.act(o.leader, l, id, 'checkIn', { lon: somewhere.lon + 0.001, lat: somewhere.lat })
    expect(await o.row(l, id)).toMatchObject({ status: 'there', isAbsent: 'yes', lateMinutes: 15 })
    const next = await o.open(centre, l, { ...form, dayOn: '2026-10-03', leader: o.head.personId })
    await expect(o.leader.refused(l, next, 'askSub', { substitute: desk.personId, reason: 'x' })).resolves.toContain('本人')
    await o.act(o.head, l, next, 'askSub', { substitute: desk.personId, reason: '外出开会' })
    await expect(desk.refused(l, next, 'decideSub', { isOk: 'yes' })).resolves.toContain('权限')
    await o.act(o.leader, l, next, 'decideSub', { isOk: 'no' })
    await o.act(o.head, l, next, 'askSub', { substitute: desk.personId, reason: '外出开会,附通知' })
    await o.act(o.leader, l, next, 'decideSub', { isOk: 'yes' })
    expect(await o.row(l, next)).toMatchObject({ status: 'planned', original: o.head.personId, leader: desk.personId })
    await w.clock.to('2026-10-03 08:30')
    await o.act(desk, l, next, 'checkIn', somewhere)
    expect((await o.figure('command.leader-rate'))[0]).toMatchObject({ numerator: 1, denominator: 3 })
  })

  let storm = ''
  const presets: readonly Row[] = [
    { type: 'rain', level: 'yellow', what: '泵站预降水位,低洼路段值守', minutes: 120, everyMinutes: 60 },
    { type: 'rain', level: 'orange', what: '封闭下穿隧道', minutes: 60, everyMinutes: 30 },
  ]
  it('early-warning-release 类型等级区域有效期,逐单位签收限时,逾时升级催办,措施回报', async () => {
    for (const p of presets) await o.add('command.preset', { ...p, unit: units.water }, undefined)
    const k = 'command.warning'
    const form = {
      name: '暴雨',
      type: 'rain',
      level: 'yellow',
      areas: ['湖滨街道'],
      validFrom: at('2026-10-03 09:00'),
      validTo: at('2026-10-03 21:00'),
      source: '区气象台',
      advice: '低洼处人员转移',
      units: [{ unit: units.street }, { unit: units.water }],
    }
    expect(await refusal(desk, k, { ...form, validTo: at('2026-10-03 08:00') })).toContain('失效应晚于')
    expect(await refusal(desk, k, { ...form, areas: [] })).toMatch(/影响区域/)
    storm = await o.tried(desk, k, form)
    expect(await refusal(desk, k, form)).toContain('生效中')
    const receipts = await tasks({ kind: 'warning' })
    expect(receipts.length).toBe(2)
    const own = String(receipts.find((t) => t.unit === units.street)?.id)
    const other = String(receipts.find((t) => t.unit === units.water)?.id)
    const t = 'command.task'
    await expect(water.refused(t, own, 'receive')).resolves.toMatch(/不是本单位|权限|单位/)
    await w.clock.to('2026-10-03 08:40')
    await o.act(o.street, t, own, 'receive')
    expect(await o.row(t, own)).toMatchObject({ status: 'doing', receiptMinutes: 10, isMissed: 'no' })
    await w.clock.to('2026-10-03 08:46')
    expect(await o.row(t, other)).toMatchObject({ status: 'missed', isMissed: 'yes' })
    await o.act(water, t, other, 'receive')
    expect((await o.row(t, other)).receiptMinutes).toBe(16)
    await o.act(o.street, t, own, 'finish', { result: '转移12人' })
    expect(await o.by('command.receipt-rate', 'kind')).toMatchObject({ warning: 50 })
    expect(await o.by('command.warnings', 'type')).toEqual({ rain: 1 })
  })

  it('weather-response 按类型等级下达预设任务,每小时报进度漏报记次,升级补下更高等级任务,解除全部终止', async () => {
    const t = 'command.task'
    const k = 'command.warning'
    await o.tryAdd('command.preset', { ...presets[0], unit: units.water, what: '树木支撑' })
    const [pump, ...more] = await tasks({ kind: 'weather' })
    expect([pump?.what, more.length]).toEqual([presets[0]?.what, 0])
    const id = String(pump?.id)
    await o.act(water, t, id, 'receive')
    await o.act(water, t, id, 'report', { percent: 40, said: '3台泵开机' })
    await expect(water.refused(t, id, 'report', { percent: 30, said: 'x' })).resolves.toContain('不能倒退')
    await w.clock.to('2026-10-03 09:47')
    expect((await o.row(t, id)).missedReports).toBe(1)
    await o.act(water, t, id, 'report', { percent: 60, said: '5台泵开机' })
    const orange = { level: 'orange', validTo: at('2026-10-03 23:00') }
    await expect(desk.refused(k, storm, 'change', { ...orange, level: 'yellow' })).resolves.toContain('没有变化')
    await o.act(desk, k, storm, 'change', orange)
    expect((await tasks({ kind: 'weather' })).map((x) => x.what).sort()).toEqual(presets.map((p) => p.what).sort())
    expect((await tasks({ kind: 'warning' })).length).toBe(4)
    // Down and up again to what was answered already asks for no preset twice.
    await o.act(desk, k, storm, 'change', { ...orange, level: 'blue' })
    await o.act(desk, k, storm, 'change', orange)
    expect((await tasks({ kind: 'weather' })).length).toBe(2)
    await o.act(water, t, id, 'finish', { result: '水位降0.8米' })
    expect(await o.row(t, id)).toMatchObject({ status: 'done', usedMinutes: 77, isLate: 'no' })
    await expect(o.street.refused(k, storm, 'lift', { summary: 'x' })).resolves.toContain('权限')
    await o.act(desk, k, storm, 'lift', { summary: '无积水' })
    expect((await tasks({ kind: 'weather' })).map((x) => x.status).sort()).toEqual(['done', 'stopped'])
    expect(await o.row(k, storm)).toMatchObject({ status: 'lifted', highest: 'orange', changes: 3 })
    expect([await o.value('command.reports-missed'), (await o.by('command.tasks', 'kind')).weather]).toEqual([1, 2])
    const short = await o.open(desk, k, {
      name: '大风',
      type: 'wind',
      level: 'blue',
      areas: ['全区'],
      validFrom: at('2026-10-03 10:00'),
      validTo: at('2026-10-03 12:00'),
      source: '区气象台',
      advice: '加固',
      units: [{ unit: units.street }],
    })
    await w.clock.to('2026-10-03 12:01')
    expect((await o.row(k, short)).status).toBe('expired')
    expect((await tasks({ sourceId: short })).map((x) => x.status)).toEqual(['stopped'])
  })

  let plan = ''
  it('emergency-plan 修订即新版旧版停用,演练按预案下任务逐步计时,问题成改进项销号才办结', async () => {
    const p = 'command.plan'
    const steps = [
      { level: 'IV', unit: units.street, what: '现场警戒', minutes: 20 },
      { level: 'II', unit: units.water, what: '调集大型泵车', minutes: 40 },
    ]
    const form = { name: '防汛预案', kind: 'flood', basis: '区防汛应急预案', steps }
    expect(await refusal(centre, p, { ...form, steps: steps.slice(1) })).toContain('Ⅳ级')
    const old = await o.tried(centre, p, form)
    expect(await refusal(centre, 'command.event', { name: 'x', plan: old, level: 'IV', place: 'x' })).toContain('未批准')
    await o.act(o.leader, p, old, 'approve', { isOk: 'yes' })
    expect(await refusal(centre, p, form)).toContain('修订说明')
    expect(await refusal(centre, p, { ...form, changes: 'x', alarmKind: 'smoke' })).toContain('须同时填写')
    plan = await o.open(centre, p, { ...form, changes: '增加泵车', alarmKind: 'smoke', alarmLevel: 'IV' })
    await o.act(o.leader, p, plan, 'approve', { isOk: 'yes' })
    expect([(await o.row(p, old)).status, (await o.row(p, plan)).edition]).toEqual(['replaced', 2])
    const e = 'command.event'
    const drill = {
      name: '湖滨下穿通道积水演练',
      plan,
      level: 'III',
      place: '湖滨路',
      scenario: '一小时降雨60毫米',
      participants: 45,
    }
    const ask = { action: 'drill', values: drill, ...somewhere }
    expect((await o.stranger.post(`/subjects/${e}`, ask)).status).toBe(403)
    const id = String((await centre.post<Row>(`/subjects/${e}`, ask)).body.id)
    await w.settle()
    expect(await o.row(e, id)).toMatchObject({ mode: 'drill', edition: 2, participants: 45 })
    const [step, ...more] = await tasks({ sourceId: id })
    expect([step?.what, step?.kind, more.length]).toEqual(['现场警戒', 'drill', 0])
    await w.clock.to('2026-10-03 12:06')
    await o.act(o.street, 'command.task', String(step?.id), 'receive')
    await w.clock.to('2026-10-03 12:31')
    await o.act(o.street, 'command.task', String(step?.id), 'finish', { result: '警戒到位' })
    await o.act(centre, e, id, 'standDown', { reason: '科目完成' })
    await w.clock.to('2026-10-03 12:40')
    await o.act(centre, e, id, 'summarise', {
      summary: '警戒超时10分钟',
      lessons: [{ what: '警戒器材前置', unit: units.street, dueOn: '2026-10-20' }],
    })
    expect(await o.row(e, id)).toMatchObject({ status: 'improving', tasks: 1, onTime: 0, slowest: 30, missed: 0 })
    const i = 'command.improvement'
    const [item] = await o.list(i, { sourceId: id })
    await expect(checker.refused(i, String(item?.id), 'close', { isOk: 'yes' })).resolves.toMatch(/待整改|不能/)
    await o.act(o.street, i, String(item?.id), 'fix', { fix: '器材箱已到', photos: [photo()] })
    await expect(o.street.refused(i, String(item?.id), 'close', { isOk: 'yes' })).resolves.toContain('权限')
    await o.act(checker, i, String(item?.id), 'close', { isOk: 'yes' })
    expect((await o.row(e, id)).status).toBe('closed')
    expect([
      await o.value('command.plans'),
      await o.value('command.drills'),
      await o.value('command.drill-people'),
      await o.value('command.improved-rate'),
    ]).toEqual([1, 1, 45, 100])
  })

  it('emergency-linkage 按等级调单位,提升等级补下任务,签收逾时自动入时间线,有逾时须写教训', async () => {
    const e = 'command.event'
    const id = await o.tried(centre, e, { name: '湖滨路积水', plan, level: 'III', place: '湖滨路' })
    expect((await tasks({ sourceId: id })).length).toBe(1)
    await expect(centre.refused(e, id, 'raise', { level: 'IV' })).resolves.toContain('只能提升')
    await o.act(centre, e, id, 'raise', { level: 'II' })
    await o.act(centre, e, id, 'pull', { unit: units.street, what: '疏散地下车库', minutes: 30 })
    const all = await tasks({ sourceId: id })
    expect(all.map((t) => t.what).sort()).toEqual(['现场警戒', '疏散地下车库', '调集大型泵车'].sort())
    const pump = String(all.find((t) => t.unit === units.water)?.id)
    for (const t of all.filter((x) => x.unit === units.street)) await o.act(o.street, 'command.task', String(t.id), 'receive')
    await w.clock.to('2026-10-03 12:56')
    expect((await o.row('command.task', pump)).status).toBe('missed')
    await o.act(water, 'command.task', pump, 'receive')
    await w.clock.to('2026-10-03 13:10')
    await o.act(water, 'command.task', pump, 'finish', { result: '泵车到位' })
    await expect(o.street.refused(e, id, 'standDown', { reason: 'x' })).resolves.toContain('权限')
    await o.act(centre, e, id, 'standDown', { reason: '积水退尽' })
    expect((await tasks({ sourceId: id })).map((t) => t.status).sort()).toEqual(['done', 'stopped', 'stopped'])
    const said = (await o.row(e, id)).timeline.map((l: Row) => l.said)
    expect(said[0]).toBe('启动Ⅲ级响应')
    expect(said).toContain('逾时未签收:调集大型泵车')
    expect(said.at(-1)).toBe('解除:积水退尽')
    await expect(centre.refused(e, id, 'summarise', { summary: 'x', lessons: [] })).resolves.toMatch(/教训/)
    const lessons = [{ what: '泵车值班电话无人接', unit: units.water, dueOn: '2026-10-10' }]
    await o.act(centre, e, id, 'summarise', { summary: '30分钟退水', lessons })
    expect(await o.row(e, id)).toMatchObject({
      status: 'improving',
      level: 'II',
      tasks: 3,
      missed: 1,
      onTime: 1,
      lastedMinutes: 30,
    })
    // A critical alarm of the kind the plan names starts it by itself, once.
    await w.clock.to('2026-10-03 13:12')
    const sensing = await openSensing(w)
    const device = await sensing.addDevice('YG-1', 'smoke')
    const limits = { type: 'threshold', deviceKind: 'smoke', quantity: 'smoke', limit: 0.3, release: 0.1, severity: 'critical' }
    const rule = {
      code: 'YG',
      name: '烟雾报警',
      ...limits,
      caseOn: 'none',
      isOn: true,
      side: 'above',
      validFrom: '2026-01-01',
      basis: '示例',
    }
    await o.add('sensing.rule', rule, undefined)
    const ingest = await ingestOf(w.kernel)
    await ingest.rules.book.reload()
    await o.job('command.alarms')
    expect((await o.list(e, { mode: 'real' })).length).toBe(1)
    await sensing.send('YG-1', await sensing.keyOf(device), [{ at: w.clock.now().getTime(), values: { smoke: 0.5 } }])
    await ingest.rules.settle()
    const alarm = await waitFor('alarm', async () => (await o.list('sensing.alarm', { device }))[0])
    for (let i = 0; i < 2; i++) await o.job('command.alarms')
    const [auto, ...others] = await o.list(e, { alarm: String(alarm.id) })
    expect([auto?.status, auto?.level, others.length]).toEqual(['running', 'IV', 0])
    expect((await tasks({ sourceId: String(auto?.id) })).map((t) => t.what)).toEqual(['现场警戒'])
    const none = await refusal(centre, e, { name: 'x', plan: id, level: 'III', place: 'x' })
    expect(none).toMatch(/没有这个预案|不存在|没有/)
    expect([await o.value('command.events'), await o.value('command.event-minutes')]).toEqual([2, 30])
  })

  it('emergency-stock 先出先到期,不能出成负数,过期不计,季前不足派任务,补足即销', async () => {
    const i = 'command.item'
    const form = {
      name: '融雪剂',
      place: '湖滨料库',
      measure: '吨',
      minimum: 20,
      season: 'snow',
      seasonOn: '2026-12-01',
      keeper: water.personId,
    }
    expect(await refusal(water, i, { ...form, seasonOn: undefined })).toContain('季开始日期')
    const id = await o.tried(water, i, form)
    expect(await o.row(i, id)).toMatchObject({ status: 'low', shortBy: 20 })
    const lot = (name: string, count: number, expiresOn: string) => ({ lot: name, count, expiresOn, purpose: '采购' })
    await expect(water.refused(i, id, 'bring', lot('A', 5, '2026-10-01'))).resolves.toContain('已过有效期')
    await o.act(water, i, id, 'bring', lot('A', 15, '2026-11-10'))
    await o.act(water, i, id, 'bring', lot('B', 12, '2028-10-01'))
    expect(await o.row(i, id)).toMatchObject({ status: 'held', usable: 27, shortBy: null })
    await expect(water.refused(i, id, 'draw', { count: 27.5, purpose: '演练' })).resolves.toContain('可用27吨')
    await o.act(water, i, id, 'draw', { count: 4, purpose: '演练' })
    expect((await o.row(i, id)).lots.map((l: Row) => [l.lot, l.count])).toEqual([
      ['A', 11],
      ['B', 12],
    ])
    await o.job('command.stock')
    expect((await o.row(i, id)).status).toBe('held')
    // Lot A expires: 12 of 20 left, and the season is three weeks away.
    await w.clock.to('2026-11-11 09:00')
    await o.job('command.stock')
    expect(await o.row(i, id)).toMatchObject({ status: 'short', usable: 12, shortBy: 8 })
    const notices = (await water.get<{ rows: Row[] }>('/notices')).body.rows.map((x) => x.zh)
    expect(notices).toContain('融雪剂(湖滨料库)季前不足,缺8吨,请补充')
    await expect(water.refused(i, id, 'draw', { count: 13, purpose: 'x' })).resolves.toContain('可用12吨')
    expect(await o.by('command.stock-short', 'status')).toEqual({ short: 1 })
    await o.act(water, i, id, 'bring', lot('C', 8, '2028-11-01'))
    expect((await o.row(i, id)).status).toBe('held')
    expect([await o.value('command.stock-short'), await o.value('command.stock-out')]).toEqual([0, 1])
    // Next year's season begins on another day, and more is wanted: not short yet, but lower than asked.
    const asked = { minimum: 25, season: 'snow', keeper: water.personId }
    await expect(water.refused(i, id, 'adjust', asked)).resolves.toContain('季开始日期')
    await o.act(water, i, id, 'adjust', { ...asked, seasonOn: '2027-12-01' })
    expect(await o.row(i, id)).toMatchObject({ status: 'low', minimum: 25, shortBy: 5, seasonOn: '2027-12-01' })
    await o.act(water, i, id, 'adjust', { ...asked, minimum: 20, seasonOn: '2027-12-01' })
    expect(await o.row(i, id)).toMatchObject({ status: 'held', shortBy: null })
    await expect(water.refused(i, id, 'retire')).resolves.toContain('还有可用库存')
    expect((await o.list('command.move', { item: id })).map((m) => m.way).sort()).toEqual(['in', 'in', 'in', 'out'])
  })

  it('rescue-team 队伍人员装备登记,拉动按地点计时,超时或到位不足不合格并列入改进', async () => {
    const form = {
      name: '排涝突击队',
      unit: units.water,
      leader: '周队长',
      phone: '13900000001',
      skill: 'flood',
      members: ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ name, skill: '泵车操作' })),
      equipment: '泵车2台',
    }
    await o.tryAdd('command.rescue-team', form)
    const team = await o.add('command.rescue-team', form, undefined)
    const c = 'command.call-out'
    const call = { team, mode: 'test', place: '湖滨广场' }
    const id = await o.tried(centre, c, call)
    const there = { ...somewhere, came: 4, equipment: '泵车2台' }
    await w.clock.to('2026-11-11 09:20')
    await expect(water.refused(c, id, 'arrive', { ...there, came: 6 })).resolves.toContain('队员只有5人')
    await expect(water.refused(c, id, 'arrive', { ...there, lon: somewhere.lon + 0.02 })).resolves.toContain('离集结地点')
    await w.clock.to('2026-11-11 09:30')
    await o.act(water, c, id, 'arrive', there)
    expect(await o.row(c, id)).toMatchObject({ status: 'passed', usedMinutes: 30, cameRate: 80 })
    const second = await o.open(centre, c, call)
    await w.clock.to('2026-11-11 10:01')
    await o.act(water, c, second, 'arrive', { ...there, came: 3 })
    expect((await o.row(c, second)).status).toBe('failed')
    expect((await o.list('command.improvement', { sourceId: second }))[0]?.what).toBe('排涝突击队:集结用时31分钟,到位率60%')
    expect([
      await o.value('command.rescue-teams'),
      await o.by('command.call-outs', 'status'),
      await o.value('command.call-out-minutes'),
    ]).toEqual([1, { passed: 1, failed: 1 }, 30.5])
  })

  it('accident-report 首报一小时,续报按间隔漏报记次,等级按死伤损失,终报六十日,迟报列出', async () => {
    const a = 'command.accident'
    const form = { name: '广告牌坠落', place: '湖滨路88号', happenedAt: at('2026-11-11 10:00'), knownAt: at('2026-11-11 10:01') }
    expect(await refusal(desk, a, { ...form, knownAt: at('2026-11-11 09:00') })).toContain('接报不能早于发生')
    const id = await o.tried(desk, a, form)
    const report = { deaths: 0, injured: 1, lossWan: 2, said: '一人受伤送医', to: ['区应急管理局', '市城管局'] }
    await expect(desk.refused(a, id, 'first', { ...report, to: [] })).resolves.toMatch(/报送单位/)
    await w.clock.to('2026-11-11 11:01')
    await o.act(desk, a, id, 'first', report)
    expect(await o.row(a, id)).toMatchObject({ status: 'reporting', firstLate: 0, isLate: 'no', grade: 'general' })
    await w.clock.to('2026-11-11 13:02')
    expect(await o.row(a, id)).toMatchObject({ missed: 1, isLate: 'yes' })
    await o.act(desk, a, id, 'follow', { ...report, deaths: 3 })
    expect((await o.row(a, id)).grade).toBe('larger')
    await expect(desk.refused(a, id, 'follow', { ...report, deaths: 1 })).resolves.toContain('更正')
    await o.act(desk, a, id, 'control')
    await w.clock.to('2026-11-20 09:00')
    await o.act(desk, a, id, 'final', { ...report, deaths: 3, cause: '锚固失效' })
    expect((await o.row(a, id)).reports.map((r: Row) => r.kind)).toEqual(['首报', '续报', '终报'])
    const other = await o.open(desk, a, { ...form, happenedAt: at('2026-11-20 07:00'), knownAt: at('2026-11-20 07:30') })
    await o.act(desk, a, other, 'first', report)
    expect(await o.row(a, other)).toMatchObject({ firstLate: 30, isLate: 'yes' })
    await o.act(desk, a, other, 'control')
    await w.clock.to('2027-01-21 09:00')
    await o.act(desk, a, other, 'final', { ...report, cause: '操作不当' })
    expect((await o.row(a, other)).reports.at(-1).lateMinutes).toBe(33 * 60)
    expect([await o.value('command.accidents'), await o.value('command.accidents-late')]).toEqual([2, 2])
  })

  it('major-event-guard 活动前检查与渣土突击巡查,问题全部销号才就绪,每岗到岗登记,缺岗不能总结', async () => {
    const g = 'command.guard'
    const form = {
      name: '城市马拉松',
      area: '湖滨路沿线',
      fromOn: '2027-01-25',
      toOn: '2027-01-25',
      posts: [{ post: '起点', unit: units.street, people: 4 }],
    }
    expect(await refusal(centre, g, { ...form, fromOn: '2027-01-21' })).toContain('活动前制定')
    const id = await o.tried(centre, g, form)
    const look = { kind: 'look', place: '湖滨路', found: [], photos: [photo()] }
    await o.act(checker, g, id, 'check', { ...look, found: [{ what: '店外经营两处', unit: units.street }] })
    await expect(centre.refused(g, id, 'ready')).resolves.toContain('检查1次,至少2次')
    await o.act(checker, g, id, 'check', { ...look, kind: 'safety' })
    await expect(centre.refused(g, id, 'ready')).resolves.toContain('渣土突击巡查')
    await o.act(checker, g, id, 'check', { ...look, kind: 'muck', place: '工地出入口' })
    await expect(centre.refused(g, id, 'ready')).resolves.toContain('1个问题未销号')
    const [item] = await o.list('command.improvement', { sourceId: id })
    expect(item?.dueOn).toBe('2027-01-24')
    await o.act(o.street, 'command.improvement', String(item?.id), 'fix', { fix: '已规范', photos: [photo()] })
    await o.act(checker, 'command.improvement', String(item?.id), 'close', { isOk: 'yes' })
    await o.act(centre, g, id, 'ready')
    const watch = { post: '起点', people: 4, said: '秩序正常' }
    await expect(o.street.refused(g, id, 'watch', watch)).resolves.toContain('不在活动期间')
    await w.clock.to('2027-01-25 07:00')
    await expect(o.street.refused(g, id, 'watch', { ...watch, post: '终点' })).resolves.toContain('没有岗位')
    await expect(centre.refused(g, id, 'review', { review: 'x' })).resolves.toContain('没有到岗登记:起点')
    await o.act(o.street, g, id, 'watch', watch)
    await o.act(centre, g, id, 'review', { review: '零投诉' })
    expect(await o.row(g, id)).toMatchObject({ status: 'reviewed', isReadyInTime: 'yes', problems: 1 })
    expect([await o.value('command.guards'), await o.value('command.guards-ready')]).toEqual([1, 100])
  })
})
