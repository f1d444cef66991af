/** 志愿服务: teams, hours by place, pieces with photographs, programmes and their sessions, the volunteers of an emergency. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'

describe('志愿服务', () => {
  let w: World
  let o: Office
  let checker: Client
  let root = ''
  let sub = ''
  const people: Record<string, string> = {}
  const phone = { a: '13800000001', b: '13800000002' }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
    checker = await w.as('kaohe1')
  })
  afterAll(() => w.close())
  const ask = (path: string, body: unknown) => w.anyone.post<Row>(`/public/volunteers/${path}`, body)
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh

  it('volunteer-team 服务队成树,批准、年审到期、暂停,下级未解散不能解散,志愿者编号与手机号唯一', async () => {
    const t = 'volunteers.team'
    const form = { name: '城管志愿者服务队', kind: 'social', captain: '王队长', captainPhone: '13900000000', areas: ['湖滨街道'] }
    root = await o.tried(o.street, t, form)
    const child = { ...form, name: '党员先锋队', kind: 'party', parent: root }
    expect(await refusal(o.street, t, child)).toContain('上级服务队未在册')
    await o.act(o.leader, t, root, 'approve', { isOk: 'yes' })
    sub = await o.open(o.street, t, child)
    await o.act(o.leader, t, sub, 'approve', { isOk: 'yes' })
    expect(await o.row(t, sub)).toMatchObject({ status: 'active', reviewOn: '2027-03-02' })
    await expect(o.leader.refused(t, root, 'dissolve', { reviewed: 'x' })).resolves.toContain('1支下级')
    const volunteer = {
      code: 'Z001',
      name: '李志愿',
      phone: phone.a,
      team: sub,
      isParty: true,
      branch: '第一支部',
      registeredOn: '2026-03-02',
    }
    await o.tryAdd('volunteers.volunteer', volunteer)
    people.a = await o.add('volunteers.volunteer', volunteer, undefined)
    people.b = await o.add(
      'volunteers.volunteer',
      { ...volunteer, code: 'Z002', name: '赵志愿', phone: phone.b, team: root, isParty: false },
      undefined,
    )
    expect((await o.data.post('/rows/volunteers.volunteer', { values: { ...volunteer, code: 'Z003' } })).status).toBe(409)
    expect([
      await o.value('volunteers.teams'),
      await o.value('volunteers.sub-teams'),
      await o.value('volunteers.registered'),
    ]).toEqual([2, 1, 2])
  })

  it('volunteer-hours 手机签到签退按地点,0.1小时,服务队核定后记入;过长、走远的由另一岗位核实', async () => {
    const me = { code: 'Z001', phone: phone.a }
    expect((await ask('me', { ...me, phone: '13800000009' })).body.code).toBe('volunteers.unknown')
    expect((await ask('me', { code: 'Z001', phone: '1' })).status).toBe(400)
    expect((await ask('check-out', { ...me, ...somewhere })).body.zh).toContain('没有签到中')
    const begun = await ask('check-in', { ...me, ...somewhere, what: '文明劝导' })
    expect([begun.status, begun.body.serving.what, begun.body.name]).toEqual([201, '文明劝导', '李**'])
    expect((await ask('check-in', { ...me, ...somewhere, what: '再来一次' })).body.zh).toContain('未签退')
    await w.clock.to('2026-03-02 11:34')
    const ended = await ask('check-out', { ...me, ...somewhere })
    expect(ended.body).toMatchObject({ counted: 2.6, doubt: null, hours: 0, serving: null })
    const s = 'volunteers.service'
    const [first] = await o.list(s, { status: 'waiting' })
    await expect(o.street.refused(s, String(first?.id), 'verify', { isOk: 'no' })).resolves.toContain('须说明')
    await o.act(o.street, s, String(first?.id), 'verify', { isOk: 'yes' })
    expect((await ask('me', me)).body.hours).toBe(2.6)
    // Ten hours, and ended three kilometres away: another post looks at it before it counts.
    await ask('check-in', { ...me, ...somewhere, what: '夜间巡查' })
    await w.clock.to('2026-03-02 21:34')
    const long = await ask('check-out', { ...me, lon: somewhere.lon + 0.03, lat: somewhere.lat })
    expect(long.body).toMatchObject({ counted: 10, doubt: expect.stringMatching(/超过8小时;签退离签到地点2\d{3}米/) })
    const [odd] = await o.list(s, { status: 'doubtful' })
    await expect(o.street.refused(s, String(odd?.id), 'settle', { hours: 6, opinion: 'x' })).resolves.toContain('权限')
    await expect(checker.refused(s, String(odd?.id), 'settle', { hours: 11, opinion: 'x' })).resolves.toContain('不能多于')
    await o.act(checker, s, String(odd?.id), 'settle', { hours: 6, opinion: '电话核实,晚饭时间不计' })
    expect(await o.value('volunteers.hours')).toBeCloseTo(8.6, 8)
    expect(await o.by('volunteers.hours-all', 'source')).toEqual({ time: 8.6 })
    expect((await o.list('volunteers.ledger')).length).toBe(2)
  })

  it('volunteer-piecework 岗位按件,照片两张,每日上限,重复提交一件,核定后记积分折合时长', async () => {
    const kind = { name: '清除小广告', unit: '张', points: 1, dayMost: 30, isOn: true }
    await o.tryAdd('volunteers.piece-kind', kind)
    const id = await o.add('volunteers.piece-kind', kind, undefined)
    const me = { code: 'Z002', phone: phone.b }
    const photos = [photo(), photo()]
    const piece = { ...me, ...somewhere, kind: id, pieces: 25, photos, clientKey: 'piece-key-1' }
    expect((await ask('pieces', { ...piece, photos: photos.slice(1) })).status).toBe(400)
    const told = await ask('pieces', piece)
    expect([told.status, told.body.points]).toEqual([201, 25])
    expect((await ask('pieces', piece)).status).toBe(200)
    expect((await ask('pieces', { ...piece, pieces: 6, clientKey: 'piece-key-2' })).body.zh).toContain('今日已报25')
    expect((await ask('me', me)).body.kinds).toMatchObject([{ name: '清除小广告', left: 5 }])
    const p = 'volunteers.piece'
    const [row] = await o.list(p)
    await expect(o.street.refused(p, String(row?.id), 'verify', { counted: 26 })).resolves.toContain('不能多于上报')
    await expect(o.street.refused(p, String(row?.id), 'verify', { counted: 20 })).resolves.toContain('须说明')
    await o.act(o.street, p, String(row?.id), 'verify', { counted: 20, opinion: '5张不是小广告' })
    // 20 points at ten to the hour.
    expect((await ask('me', me)).body).toMatchObject({ points: 20, hours: 2 })
    expect([
      await o.value('volunteers.pieces'),
      await o.value('volunteers.piece-kinds'),
      await o.by('volunteers.hours-all', 'source'),
    ]).toEqual([20, 1, { time: 8.6, piece: 2 }])
  })

  it('volunteer-programmes 特色项目的活动按签到数人,受益与反馈登记,没有人签到不算开展', async () => {
    const programme = { name: '分类手册包邮到家', aim: '上门送手册讲分类', team: sub, isFeatured: true, beganOn: '2026-03-01' }
    await o.tryAdd('volunteers.programme', programme)
    const id = await o.add('volunteers.programme', programme, undefined)
    const s = 'volunteers.session'
    const form = { programme: id, name: '东苑小区专场', heldOn: '2026-03-03', place: '东苑小区', seats: 20 }
    expect(await refusal(o.street, s, { ...form, heldOn: '2026-03-01' })).toContain('不能早于今天')
    const session = await o.tried(o.street, s, form)
    const held = { beneficiaries: 120, score: 4.8, feedback: '居民欢迎', photos: [photo()] }
    await expect(o.street.refused(s, session, 'hold', held)).resolves.toContain('还没有到日期')
    await w.clock.to('2026-03-03 10:00')
    await expect(o.street.refused(s, session, 'hold', held)).resolves.toContain('没有志愿者签到')
    for (const volunteer of [people.a, people.b])
      await o.open(o.street, 'volunteers.service', { volunteer, what: '东苑小区专场', session })
    await o.act(o.street, s, session, 'hold', held)
    expect(await o.row(s, session)).toMatchObject({ status: 'held', joined: 2, beneficiaries: 120 })
    expect([
      await o.value('volunteers.sessions'),
      await o.by('volunteers.joined', 'teamKind'),
      await o.value('volunteers.programmes'),
    ]).toEqual([1, { party: 2 }, 1])
  })

  it('epidemic-volunteers 应急启动后排班设岗,同一班次不重排,结束时未到岗的一并取消且不能再排', async () => {
    const e = 'volunteers.emergency'
    const id = await o.tried(o.leader, e, { name: '社区联防联控', basis: '指挥部通知第1号', startedOn: '2026-03-03' })
    const s = 'volunteers.shift'
    const form = {
      emergency: id,
      post: 'highway',
      place: '高速东出口',
      dayOn: '2026-03-03',
      slot: 'night',
      volunteer: people.a,
      kit: 'N95、面屏',
    }
    const shift = await o.tried(o.street, s, form)
    expect(await o.row(s, shift)).toMatchObject({ branch: '第一支部', isParty: true })
    expect(await refusal(o.street, s, { ...form, place: '分流点' })).toContain('已排在高速东出口')
    const missed = await o.open(o.street, s, { ...form, volunteer: people.b })
    const later = await o.open(o.street, s, { ...form, dayOn: '2026-03-05' })
    await expect(o.street.refused(s, later, 'done', { isThere: 'yes' })).resolves.toContain('日期未到')
    await o.act(o.street, s, shift, 'done', { isThere: 'yes' })
    await o.act(o.street, s, missed, 'done', { isThere: 'no', note: '请假' })
    await w.clock.to('2026-03-04 09:00')
    await o.act(o.leader, e, id, 'end', { endedOn: '2026-03-04', summary: '解除' })
    expect((await o.row(s, later)).status).toBe('cancelled')
    expect(await refusal(o.street, s, { ...form, dayOn: '2026-03-06' })).toContain('不能再排班')
    expect(await o.by('volunteers.emergency-shifts', 'branch')).toEqual({ 第一支部: 1 })
    await w.clock.to('2027-03-02 09:00')
    await o.job('volunteers.review')
    expect((await o.row('volunteers.team', sub)).status).toBe('due')
    await o.act(o.leader, 'volunteers.team', sub, 'review', { isOk: 'no', reviewed: '台账不全' })
    expect((await ask('check-in', { code: 'Z001', phone: phone.a, ...somewhere, what: '巡查' })).body.zh).toContain('未在册')
  })
})
