/** 三级指挥、现场调度、城管委与舆情突发: orders between desks, people sent to a place, matters decided and carried out, opinion that breaks out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { type Client, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'
import { openSensing, waitFor } from './sensing-office.ts'

const at = (local: string): string => new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString()
describe('三级指挥与城管委', () => {
  let w: World
  let o: Office
  let city: Client
  let district: Client
  let water: Client
  let office: Client
  const units = { city: '', district: '', street: '', water: '', office: '' }
  beforeAll(async () => {
    w = await world('2026-03-02 08:00')
    o = await openOffice(w)
    ;[city, district, water, office] = (await Promise.all(['zhiban1', 'paiqian1', 'chuzhi11', 'kaohe1'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
      Client,
    ]
    const unitOf = async (person: string) =>
      String((await o.query<{ u: string }>('select unit_id as u from kernel.person where id = $1', [person]))[0]?.u)
    units.city = await unitOf(city.personId)
    units.district = await unitOf(district.personId)
    units.street = await unitOf(o.street.personId)
    units.water = await unitOf(water.personId)
    units.office = await unitOf(office.personId)
  })
  afterAll(async () => {
    await closeIngest(w.kernel)
    await w.close()
  })
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh
  const told = async (who: Client, like: string) =>
    (await who.get<{ rows: Row[] }>('/notices')).body.rows.filter((n) => String(n.zh).includes(like))

  it('three-level-command 市区街同看一张指令,逐级下转,说明理由上转,各席位签收计时,联合处置,反馈评价', async () => {
    const d = { name: '市级指挥席', level: 'city', unit: units.city, phone: '0519-1', receiptMinutes: 30 }
    await o.tryAdd('command.desk', d)
    await o.add('command.desk', d, undefined)
    const mid = await o.add(
      'command.desk',
      { ...d, name: '区级指挥席', level: 'district', unit: units.district, receiptMinutes: 15 },
      undefined,
    )
    const low = await o.add(
      'command.desk',
      { ...d, name: '湖滨街道指挥席', level: 'street', unit: units.street, receiptMinutes: 10 },
      undefined,
    )
    const p = 'command.order'
    const form = { title: '主干道渣土抛洒', content: '立即清理并查明车辆', urgency: 'urgent', desk: mid, hours: 4 }
    expect(await refusal(city, p, { ...form, desk: low })).toContain('不能越级')
    expect(await refusal(city, p, { ...form, hours: 0 })).toContain('不能小于')
    const id = await o.tried(city, p, form)
    await expect(o.street.refused(p, id, 'receive')).resolves.toContain('区级指挥席')
    await w.clock.to('2026-03-02 08:16')
    expect(await o.row(p, id)).toMatchObject({ status: 'sent', lateReceipts: 1, level: 'district', fromLevel: 'city' })
    const sheet = async (who: Client) => (await who.get<Row>('/command/desks')).body
    expect((await o.sheet('/command/desks')).desks.map((x: Row) => [x.name, x.waiting, x.missed])).toEqual([
      ['市级指挥席', 0, 0],
      ['区级指挥席', 1, 1],
      ['湖滨街道指挥席', 0, 0],
    ])
    expect((await sheet(district)).mine).toMatchObject([{ order: id, isOver: true }])
    expect((await sheet(city)).mine).toEqual([])
    await o.act(district, p, id, 'receive')
    await expect(district.refused(p, id, 'down', { desk: mid, said: 'x' })).resolves.toContain('下一级')
    await o.act(district, p, id, 'down', { desk: low, said: '请清扫' })
    await w.clock.to('2026-03-02 08:20')
    await o.act(o.street, p, id, 'receive')
    expect((await o.street.get<Row>(`/rows/${p}/${id}`)).status).toBe(200)
    await expect(o.street.refused(p, id, 'up', { desk: mid, reason: '不行' })).resolves.toContain('上转理由')
    await o.act(o.street, p, id, 'up', { desk: mid, reason: '抛洒车辆属外区企业,街道无权处理' })
    await o.act(district, p, id, 'receive')
    expect(await o.row(p, id)).toMatchObject({ status: 'doing', downs: 1, ups: 1, level: 'district', receiptMinutes: 0 })
    expect((await o.street.get<Row>(`/rows/${p}/${id}`)).status).toBe(200)
    await o.act(district, p, id, 'join', { joint: [{ unit: units.water, what: '冲洗路面', minutes: 60 }] })
    await expect(district.refused(p, id, 'answer', { result: '已清', photos: [photo()] })).resolves.toContain('还有1家联合单位')
    const [task] = await o.list('command.task', { sourceId: id })
    await o.act(water, 'command.task', String(task?.id), 'receive')
    await o.act(water, 'command.task', String(task?.id), 'finish', { result: '已冲洗' })
    await w.clock.to('2026-03-02 10:30')
    await expect(district.refused(p, id, 'answer', { result: '已清', photos: [] })).resolves.toContain('至少1张')
    await o.act(district, p, id, 'answer', { result: '路面已清理冲洗,车辆移交执法', photos: [photo()] })
    expect(await o.row(p, id)).toMatchObject({ status: 'answered', usedHours: 2.5, isLate: 'no', joints: 1 })
    expect((await o.row(p, id)).path.map((x: Row) => x.how)).toEqual(['下达', '下转', '上转', '联合', '联合', '反馈'])
    await expect(o.street.refused(p, id, 'judge', { isOk: 'yes', score: 5 })).resolves.toContain('下达席位')
    await expect(city.refused(p, id, 'judge', { isOk: 'no', score: 2 })).resolves.toContain('写明意见')
    await o.act(city, p, id, 'judge', { isOk: 'no', score: 2, comment: '补报车辆信息' })
    await o.act(district, p, id, 'answer', { result: '车牌苏D00001,已立案', photos: [photo()] })
    await o.act(city, p, id, 'judge', { isOk: 'yes', score: 4 })
    expect(await o.row(p, id)).toMatchObject({ status: 'closed', score: 4, backs: 1 })
    expect([
      await o.value('command.orders'),
      await o.value('command.orders-up'),
      await o.value('command.orders-in-time'),
    ]).toEqual([1, 1, 100])
    expect(await o.by('command.orders', 'fromLevel')).toEqual({ city: 1 })
  })

  it('grid-command-system 现场看在班人员位置与距今、告警,选人下达到个人待办,定位到场,上一班轨迹回放', async () => {
    const s = await openSensing(w)
    const worker = o.officer
    const late = o.officer2
    const radios: { number: string; key: string }[] = []
    for (const [i, who] of [worker, late].entries()) {
      const number = `DJZ-${i}`
      const device = await s.addDevice(number, 'radio')
      radios.push({ number, key: await s.keyOf(device) })
      const radio = await o.add('sensing.radio', { number: `HT-${i}`, device, group: '城中' })
      await o.open(district, 'sensing.radio-issue', { radio, holder: who.personId })
    }
    const say = async (i: number, lon: number, lat: number, local: string) => {
      const r = radios[i] ?? { number: '', key: '' }
      expect((await s.send(r.number, r.key, [{ at: Date.parse(at(local)), lon, lat }])).status).toBeLessThan(300)
      await (await ingestOf(w.kernel)).status.flush()
      await waitFor('position', async () => {
        const [row] = await o.query<{ at: Date }>('select at from sensing.status where number = $1', [r.number])
        return row?.at?.toISOString() === at(local) ? row : undefined
      })
    }
    const post = await o.add('command.post', { name: '网格巡查岗', unit: units.street, phone: '0519-2', isKey: false }, undefined)
    const roster = await o.open(district, 'command.roster', {
      name: '三月值班',
      kind: 'usual',
      fromOn: '2026-03-02',
      toOn: '2026-03-02',
    })
    const shift = await o.open(district, 'command.shift', {
      roster,
      post,
      person: worker.personId,
      startsAt: at('2026-03-02 11:00'),
      endsAt: at('2026-03-02 15:00'),
    })
    await w.clock.to('2026-03-02 11:00')
    await o.act(worker, 'command.shift', shift, 'takeOn')
    const { lon, lat } = somewhere
    await say(0, lon, lat + 0.01, '2026-03-02 11:00')
    await w.clock.to('2026-03-02 11:05')
    const floor = await o.sheet('/command/floor')
    expect(floor).toMatchObject({ onShift: 1, located: 1 })
    const mine = floor.people.find((x: Row) => x.id === worker.personId)
    expect(mine).toMatchObject({ post: '网格巡查岗', state: '在岗', radio: 'HT-0', agoMinutes: 5, isFresh: true, errand: null })
    const p = 'command.dispatch'
    const form = {
      what: '占道施工围挡倒伏',
      address: '湖滨路18号',
      minutes: 15,
      persons: [{ person: worker.personId }, { person: late.personId }],
    }
    expect(await refusal(district, p, { ...form, persons: [] })).toContain('请选择人员')
    expect(
      await refusal(district, p, { ...form, persons: [{ person: worker.personId }, { person: worker.personId }] }),
    ).toContain('不能重复')
    const id = await o.tried(district, p, form)
    const sent = (await o.row(p, id)).sent as Row[]
    expect([...sent.map((x) => x.seen)].sort()).toEqual(['03-02 11:00', '无定位'])
    expect(await told(worker, '请赶往湖滨路18号')).toHaveLength(1)
    const errands = await o.list('command.errand', { dispatch: id })
    const of = (who: Client) => String(errands.find((e) => e.person === who.personId)?.id)
    const e = 'command.errand'
    await expect(late.refused(e, of(worker), 'accept')).resolves.toContain('已派给他人')
    await o.act(worker, e, of(worker), 'accept')
    expect((await o.sheet('/command/floor')).people.find((x: Row) => x.id === worker.personId).errand).toMatch(/^DC/)
    await w.clock.to('2026-03-02 11:10')
    await say(0, lon, lat + 0.003, '2026-03-02 11:10')
    await o.job('command.arrivals')
    expect((await o.row(e, of(worker))).status).toBe('going')
    await w.clock.to('2026-03-02 11:14')
    await say(0, lon, lat + 0.001, '2026-03-02 11:14')
    await o.job('command.arrivals')
    expect(await o.row(e, of(worker))).toMatchObject({ status: 'there', via: 'radio', arriveMinutes: 9, isLate: 'no' })
    expect((await o.row(e, of(worker))).arriveMetres).toBeCloseTo(111, -1)
    await o.act(worker, e, of(worker), 'finish', { result: '围挡已扶正', photos: [photo()] })
    await w.clock.to('2026-03-02 11:40')
    await expect(late.refused(e, of(late), 'checkIn', { lon, lat: lat + 0.01 })).resolves.toMatch(/离地点1\d\d\d米/)
    await o.act(late, e, of(late), 'checkIn', { lon, lat })
    expect(await o.row(e, of(late))).toMatchObject({ via: 'phone', isLate: 'yes', arriveMinutes: 35 })
    expect((await o.row(p, id)).status).toBe('on')
    await o.act(late, e, of(late), 'finish', { result: '交通已疏导', photos: [photo()] })
    expect((await o.row(p, id)).status).toBe('ended')
    expect([
      await o.value('command.errands'),
      await o.value('command.arrivals-in-time'),
      await o.value('command.arrive-minutes'),
    ]).toEqual([2, 50, 22])
    await w.clock.to('2026-03-02 15:00')
    await o.act(worker, 'command.shift', shift, 'handOver', { matters: '无' })
    const asked = { person: worker.personId }
    expect((await o.stranger.get('/command/playback', asked)).status).toBe(403)
    expect((await w.anyone.get('/command/playback', asked)).status).toBe(401)
    const back = (await district.get<Row>('/command/playback', asked)).body
    expect(back).toMatchObject({ shift: '网格巡查岗 03-02 11:00至03-02 15:00', longestGap: 226 })
    expect(back.points.map((x: Row) => x.at)).toEqual(['11:00', '11:10', '11:14'].map((t) => at(`2026-03-02 ${t}`)))
    expect(back.km).toBeCloseTo(1, 1)
    expect(back.drawing).toContain('<svg')
    expect((await district.get<Row>('/command/playback', { person: late.personId })).status).toBe(404)
  })

  const kinds = ['meeting', 'command', 'supervise', 'assess', 'bulletin', 'release']
  const raise = (title: string, extra: Row = {}) => ({
    title,
    kind: 'special',
    content: '职责交叉,多次协商不成',
    wanted: '明确牵头单位',
    units: [{ unit: units.water }, { unit: units.street }],
    ...extra,
  })
  let meeting = ''
  const m = 'command.matter'
  const c = 'command.committee-meeting'
  it('high-level-coordination 单位提请、预审、各单位限时提意见,协调议定为任务,报进度、逾期列出、核实销号,全部落实才办结', async () => {
    expect(await refusal(o.street, m, raise('自己的事', { units: [{ unit: units.street }] }))).toContain('自行办理')
    expect(await refusal(o.street, m, raise('x', { units: [] }))).toContain('涉及单位')
    const id = await o.tried(o.street, m, raise('背街小巷积水与保洁交叉', { kind: 'special' }))
    await expect(o.street.refused(m, id, 'check', { isOk: 'yes', reason: 'x' })).resolves.toContain('权限')
    await o.act(office, m, id, 'check', { isOk: 'yes', reason: '属职责交叉,受理' })
    expect(await o.row(m, id)).toMatchObject({ status: 'asking', opinionsBy: '2026-03-07' })
    await expect(district.refused(m, id, 'opine', { view: 'yes', said: 'x' })).resolves.toMatch(/权限|不在征求/)
    await o.act(water, m, id, 'opine', { view: 'part', said: '同意管渠部分' })
    await expect(water.refused(m, id, 'opine', { view: 'yes', said: 'x' })).resolves.toContain('已提出')
    await w.clock.to('2026-03-08 00:01')
    expect(await o.row(m, id)).toMatchObject({ status: 'ready', silent: 1 })
    const line = { what: '市政所牵头疏通,街道保洁', unit: units.water, dueOn: '2026-03-20' }
    await expect(
      office.refused(m, id, 'settle', { outcome: '市政牵头', lines: [{ ...line, dueOn: '2026-03-01' }] }),
    ).resolves.toContain('不能早于今天')
    await o.act(office, m, id, 'settle', {
      outcome: '市政牵头',
      lines: [line, { ...line, what: '街道增加保洁', unit: units.street }],
    })
    const tasks = await o.list('command.resolution', { matter: id })
    const [a, b] = [units.water, units.street].map((u) => String(tasks.find((t) => t.unit === u)?.id)) as [string, string]
    const r = 'command.resolution'
    await expect(water.refused(r, b, 'report', { percent: 10, said: 'x' })).resolves.toContain('属于其他单位')
    await o.act(water, r, a, 'report', { percent: 60, said: '已疏通六成' })
    await expect(water.refused(r, a, 'report', { percent: 50, said: 'x' })).resolves.toContain('不能倒退')
    await o.act(water, r, a, 'finish', { result: '疏通完毕', proof: [photo()] })
    await o.act(office, r, a, 'sign', { isOk: 'yes' })
    expect((await o.row(m, id)).status).toBe('deciding')
    // Said to be done in time, not so when looked at after the day: overdue from then on, with the reason on its progress.
    await o.act(o.street, r, b, 'finish', { result: '已增加保洁', proof: [photo()] })
    await w.clock.to('2026-03-21 08:00')
    expect(await o.row(r, b)).toMatchObject({ status: 'done', isOverdue: 'no' })
    await expect(office.refused(r, b, 'sign', { isOk: 'no' })).resolves.toContain('退回须写明理由')
    await o.act(office, r, b, 'sign', { isOk: 'no', reason: '夜间无人保洁' })
    expect(await o.row(r, b)).toMatchObject({ status: 'open', isOverdue: 'yes' })
    expect((await o.row(r, b)).progress.at(-1).said).toBe('核实退回:夜间无人保洁')
    expect([
      await o.value('command.resolutions'),
      await o.value('command.resolutions-closed'),
      await o.value('command.resolutions-overdue'),
    ]).toEqual([2, 50, 1])
  })

  it('committee-meeting 六项制度齐备,议题经预审,点名够法定人数,先过逾期决议,票数相符才通过,纪要另一人审签生成任务', async () => {
    const rule = {
      kind: 'meeting',
      name: '会议会商制度',
      paper: '湖城委〔2026〕1号',
      effectiveOn: '2026-01-01',
      text: '每季一次',
      where: '城管委会议',
    }
    await o.tryAdd('command.institution', rule)
    const first = await o.open(o.street, m, raise('农贸市场周边占道', { kind: 'create' }))
    const second = await o.open(o.street, m, raise('夜市选址', { kind: 'other' }))
    const third = await o.open(water, m, raise('汛期泵站电费', { kind: 'emergency' }))
    const form = {
      name: '第一季度城管委全体会议',
      meetOn: '2026-03-25',
      place: '区政府二楼',
      chair: '区长',
      agenda: [first, second, third].map((matter) => ({ matter })),
    }
    for (const kind of kinds.slice(0, 5)) await o.add('command.institution', { ...rule, kind, name: `${kind}制度` }, undefined)
    expect(await refusal(office, c, form)).toContain('六项制度只有5项')
    await o.add('command.institution', { ...rule, kind: 'release', name: '信息发布制度' }, undefined)
    const member = { name: '委员甲', unit: units.street, duty: '属地管理', isVoting: true }
    await o.tryAdd('command.member', member)
    for (const [name, unit] of [
      ['委员甲', units.street],
      ['委员乙', units.water],
      ['委员丙', units.district],
      ['委员丁', units.office],
    ])
      await o.add('command.member', { ...member, name, unit }, undefined)
    expect(await refusal(office, c, form)).toContain('未完成预审')
    for (const id of [first, second, third]) {
      await o.act(office, m, id, 'check', { isOk: 'yes', reason: '上会', days: 2 })
      await o.act(water, m, id, 'opine', { view: id === first ? 'no' : 'yes', said: '意见' })
      await o.act(o.street, m, id, 'opine', { view: 'yes', said: '意见' })
    }
    await expect(
      office.refused(m, first, 'settle', { outcome: 'x', lines: [{ what: 'x', unit: units.water, dueOn: '2026-04-01' }] }),
    ).resolves.toContain('提交会议议决')
    meeting = await o.tried(office, c, form)
    expect((await o.row(m, first)).status).toBe('agenda')
    const names = (await o.row(c, meeting)).roster.map((x: Row) => x.member) as string[]
    const roll = (states: readonly string[]) => ({ attendance: names.map((member, i) => ({ member, state: states[i] })) })
    await expect(office.refused(c, meeting, 'open', roll(['there', 'there', 'there', 'there']))).resolves.toContain(
      '会议定于2026-03-25',
    )
    await w.clock.to('2026-03-25 09:00')
    await expect(office.refused(c, meeting, 'open', roll(['there', 'there', 'absent', 'absent']))).resolves.toContain(
      '到会2人,不足法定人数3人',
    )
    await o.act(office, c, meeting, 'open', roll(['there', 'deputy', 'there', 'absent']))
    const opened = await o.row(c, meeting)
    expect(opened).toMatchObject({ status: 'open', present: 3, quorum: 3 })
    expect(opened.overdue).toMatchObject([{ what: '街道增加保洁', dueOn: '2026-03-20' }])
    await expect(office.refused(c, meeting, 'review', { explained: [] })).resolves.toContain('没有说明')
    const [{ number }] = opened.overdue
    await o.act(office, c, meeting, 'review', { explained: [{ number, said: '三日内补齐' }] })
    const [b] = await o.list('command.resolution', { number })
    expect(b?.progress.at(-1).said).toBe('会上说明:三日内补齐')
    const label = async (id: string) => {
      const row = await o.row(m, id)
      return `${row.number} ${row.title}`
    }
    const vote = { yes: 3, no: 0, kept: 0, isDeferred: 'no', outcome: '市场局牵头', unit: units.water, dueOn: '2026-04-30' }
    const votes = [
      { ...vote, matter: await label(first) },
      { matter: await label(second), yes: 1, no: 1, kept: 1, isDeferred: 'no', outcome: '选址不通过' },
      { matter: await label(third), yes: 0, no: 0, kept: 0, isDeferred: 'yes', outcome: '请财政测算' },
    ]
    const minutes = '会议议定三项'
    await expect(office.refused(c, meeting, 'vote', { votes: votes.slice(0, 2), minutes })).resolves.toContain('没有结果')
    await expect(
      office.refused(c, meeting, 'vote', { votes: [{ ...votes[0], yes: 2 }, ...votes.slice(1)], minutes }),
    ).resolves.toContain('与到会3人不符')
    await expect(
      office.refused(c, meeting, 'vote', { votes: [{ ...votes[0], unit: undefined }, ...votes.slice(1)], minutes }),
    ).resolves.toContain('责任单位')
    await o.act(office, c, meeting, 'vote', { votes, minutes })
    await expect(office.refused(c, meeting, 'issue', { paper: '湖城委纪要1号' })).resolves.toContain('权限')
    await o.act(o.leader, c, meeting, 'issue', { paper: '湖城委纪要〔2026〕1号' })
    expect(await o.row(c, meeting)).toMatchObject({ status: 'issued', passed: 1 })
    expect(await Promise.all([first, second, third].map(async (id) => (await o.row(m, id)).status))).toEqual([
      'deciding',
      'returned',
      'ready',
    ])
    const [task] = await o.list('command.resolution', { matter: first })
    expect(task).toMatchObject({ what: '市场局牵头', unit: units.water, dueOn: '2026-04-30', kind: 'create' })
    await o.act(water, 'command.resolution', String(task?.id), 'finish', { result: '已规范', proof: [photo()] })
    await o.act(office, 'command.resolution', String(task?.id), 'sign', { isOk: 'yes' })
    expect((await o.row(m, first)).status).toBe('closed')
    expect([await o.value('command.committee-meetings'), await o.value('command.committee-matters')]).toEqual([1, 4])
    expect((await o.figure('command.resolutions-closed'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
  })

  it('public-opinion-emergency 舆情突发分级,核查、拟稿另一人批准,首次回应与权威发布限时,24/48小时跟踪,复盘教训', async () => {
    const outlet = await o.add('opinion.outlet', { name: '本地论坛', level: 'network', reach: 4 }, undefined, city)
    const item = (n: number) => ({
      title: `网传渣土车闯红灯伤人之${'一二三'.charAt(n)}`,
      outlet,
      url: `https://bbs.example.cn/${n}`,
      summary: '视频流传',
      tone: 'bad',
      topic: 'law',
    })
    const items = [await o.open(city, 'opinion.item', item(0)), await o.open(city, 'opinion.item', item(1))] as [string, string]
    const p = 'command.sudden'
    const form = { item: items[0], level: 'II', unit: units.water, why: '两小时转发过万' }
    const id = await o.tried(city, p, form)
    expect(await refusal(city, p, form)).toContain('已启动应急')
    await expect(o.street.refused(p, id, 'verify', { isTrue: 'part', facts: '未伤人', photos: [photo()] })).resolves.toContain(
      '属于其他单位',
    )
    await w.clock.to('2026-03-25 10:00')
    await o.act(water, p, id, 'verify', { isTrue: 'part', facts: '车辆压线,未伤人', photos: [photo()] })
    await o.act(city, p, id, 'draft', { reply: '已介入调查' })
    await expect(city.refused(p, id, 'approve', { isOk: 'yes' })).resolves.toContain('权限')
    await expect(o.leader.refused(p, id, 'approve', { isOk: 'no' })).resolves.toContain('退回须说明')
    await o.act(o.leader, p, id, 'approve', { isOk: 'no', said: '写明事实' })
    await o.act(city, p, id, 'draft', { reply: '经查车辆压线,未造成人员受伤,已依法处理' })
    await w.clock.to('2026-03-25 13:30')
    await o.act(o.leader, p, id, 'approve', { isOk: 'yes' })
    expect(await o.row(p, id)).toMatchObject({
      status: 'following',
      verifiedMinutes: 60,
      replyMinutes: 270,
      isLate: 'no',
      backs: 1,
    })
    const review = { review: '回应及时', lessons: [] }
    await expect(city.refused(p, id, 'close', review)).resolves.toContain('须先权威发布')
    await o.act(o.leader, p, id, 'state', { statement: '召开发布会通报' })
    await w.clock.to('2026-03-26 13:00')
    await o.act(city, p, id, 'follow', { mentions: 40, trend: 'up', said: '仍有转发' })
    await expect(city.refused(p, id, 'close', review)).resolves.toContain('48小时跟踪')
    await w.clock.to('2026-03-27 13:45')
    expect((await o.row(p, id)).missedFollows).toBe(1)
    await o.act(city, p, id, 'follow', { mentions: 3, trend: 'down', said: '回落' })
    await expect(city.refused(p, id, 'close', review)).resolves.toContain('须写教训')
    await o.act(city, p, id, 'close', {
      ...review,
      lessons: [{ what: '渣土企业行车视频接入', unit: units.water, dueOn: '2026-04-30' }],
    })
    expect((await o.list('command.improvement', { sourceId: id })).map((x) => x.what)).toEqual(['渣土企业行车视频接入'])
    const light = await o.open(city, p, { ...form, item: items[1], level: 'IV' })
    await o.act(city, p, light, 'raise', { level: 'I', why: '央媒关注' })
    await w.clock.to('2026-03-27 20:00')
    await o.act(water, p, light, 'verify', { isTrue: 'no', facts: '不实', photos: [photo()] })
    await o.act(city, p, light, 'draft', { reply: '不实' })
    await o.act(o.leader, p, light, 'approve', { isOk: 'yes' })
    expect(await o.row(p, light)).toMatchObject({ isLate: 'yes', replyMinutes: 375 })
    expect([await o.value('command.suddens'), await o.value('command.sudden-in-time')]).toEqual([2, 50])
  })
})
