/** 公厕:台账、厕所革命、联盟、暂停开放、开放率、管护、智慧公厕、等级;数字环卫平台. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../world.ts'
import { near, onePhoto, openSanitation, type Row, type Sanitation } from './sanitation-office.ts'

const photos = onePhoto
describe('公厕', () => {
  let w: World
  let o: Sanitation
  const ids: Record<string, string> = {}
  const toilet = (code: string, name: string, more: Row = {}) => ({
    code,
    name,
    kind: 'public',
    area: 'urban',
    town: '湖滨街道',
    address: `${name}地址`,
    aGrade: 'none',
    cityGrade: 'none',
    menSquats: 3,
    menUrinals: 3,
    womenSquats: 6,
    thirdRooms: 1,
    isAccessible: true,
    openFrom: '06:00',
    openTo: '22:00',
    keeper: '刘姐',
    operator: '洁城环卫公司',
    state: 'open',
    buildKind: 'new',
    builtOn: '2018-05-01',
    ...more,
  })
  const look = async (query: Record<string, string> = {}) => {
    const answer = await w.anyone.get<Row>('/public/toilets', query)
    expect(answer.status).toBe(200)
    return answer.body.toilets as Row[]
  }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSanitation(w)
  })
  afterAll(() => w.close())

  it('toilet-register 台账城乡与等级,公众就近找开放的、无障碍的,夜间关门的排后', async () => {
    ids.a = await o.triedAdd('sanitation.toilet', toilet('GC-01', '中山公厕'), near(0.001))
    ids.b = await o.add(
      'sanitation.toilet',
      toilet('GC-02', '环湖公厕', { openFrom: '00:00', openTo: '00:00', isAccessible: false }),
      near(0.004),
    )
    ids.c = await o.add(
      'sanitation.toilet',
      toilet('GC-03', '湖东村公厕', { area: 'rural', town: '湖滨镇', thirdRooms: 0 }),
      near(0.006),
    )
    await w.settle()
    expect(await o.by('toilets', 'area')).toEqual({ rural: 1, urban: 2 })
    const here = { lon: '119.9073', lat: '31.7261' }
    expect((await w.anyone.get('/public/toilets', { ...here, lat: '200' })).status).toBe(400)
    expect((await look(here)).map((t) => [t.code, t.isOpen, t.metres])).toEqual([
      ['GC-01', true, 111],
      ['GC-02', true, 444],
      ['GC-03', true, 665],
    ])
    expect(await look({ ...here, accessible: 'yes' })).toHaveLength(2)
    // The code on the door names one toilet, whatever its name.
    expect((await look({ search: 'GC-02' })).map((t) => t.code)).toEqual(['GC-02'])
    await w.clock.to('2026-03-02 23:00')
    expect((await look(here))[0]).toMatchObject({ code: 'GC-02', isOpen: true, isAllDay: true })
    expect((await look(here))[1]).toMatchObject({ code: 'GC-01', isOpen: false, notice: '开放时间06:00—22:00' })
    expect((await look({ ...here, open: 'yes' })).map((t) => t.code)).toEqual(['GC-02'])
  })

  it('toilet-revolution 年度计划、选址设计施工验收入库,女厕位比例,进度与布点盲区', async () => {
    await w.clock.to('2026-03-03 09:00')
    const line = { year: 2026, town: '湖滨街道', area: 'urban', kind: 'new', target: 2 }
    const plan = await o.triedAdd('sanitation.toilet-plan', line, undefined)
    const renewed = { year: 2026, town: '湖滨镇', area: 'rural', kind: 'rebuilt', target: 1 }
    const rebuilding = await o.add('sanitation.toilet-plan', renewed, undefined)
    const p = 'sanitation.toilet-project'
    const site = { plan, name: '城东公厕', isSewer: true }
    expect((await o.tryOpen(o.crew, p, { ...site, plan: rebuilding })).zh).toContain('原公厕')
    expect((await o.tryOpen(o.crew, p, { ...site, toilet: ids.c })).zh).toContain('新建的没有原公厕')
    const id = await o.tried(o.crew, p, site, near(-0.006))
    // Year, town, and what is built are the plan's, not typed again.
    expect(await o.row(p, id)).toMatchObject({ planYear: 2026, town: '湖滨街道', area: 'urban', kind: 'new' })
    await o.act(o.crew, p, id, 'design', { papers: photos(), costFen: 60_000_000 })
    await expect(o.crew.refused(p, id, 'start', { startedOn: '2026-03-04' })).resolves.toContain('不能晚于今天')
    await o.act(o.crew, p, id, 'start', { startedOn: '2026-03-03' })
    const built = {
      acceptedOn: '2026-06-01',
      code: 'GC-10',
      address: '城东路 1 号',
      keeper: '陈叔',
      operator: '洁城环卫公司',
      aGrade: 'a2',
      menSquats: 3,
      menUrinals: 3,
      womenSquats: 5,
      thirdRooms: 1,
      isAccessible: true,
      openFrom: '06:00',
      openTo: '22:00',
      papers: photos(),
      photos: photos(),
    }
    await w.clock.to('2026-06-01 10:00')
    await expect(o.crew.refused(p, id, 'accept', { ...built, womenSquats: 6 })).resolves.toBeTruthy()
    await expect(o.leader.refused(p, id, 'accept', built)).resolves.toContain('女蹲位')
    // A number that another toilet bears would have lost the new one without a word.
    const wide = { ...built, womenSquats: 6 }
    await expect(o.leader.refused(p, id, 'accept', { ...wide, code: 'GC-01' })).resolves.toContain('编号GC-01已是中山公厕的')
    await expect(o.leader.refused(p, id, 'accept', { ...wide, code: null })).resolves.toContain('填写公厕编号')
    const blindOf = async () => (await o.sheet('/sanitation/toilet-revolution', { year: '2026' })).blind as Row[]
    const point = { name: '城东小学', kind: 'school', level: 'district', patrolHours: 24 }
    await o.add('grid.key-point', point, near(-0.0058))
    expect((await blindOf()).find((b) => b.name === '城东小学')).toMatchObject({ nearest: '中山公厕' })
    await o.act(o.leader, p, id, 'accept', { ...built, womenSquats: 6 })
    expect(await o.list('sanitation.toilet', { code: 'GC-10' })).toMatchObject([
      { name: '城东公厕', aGrade: 'a2', builtOn: '2026-06-01', state: 'open' },
    ])
    expect((await blindOf()).find((b) => b.name === '城东小学')).toBeUndefined()
    const rural = await o.open(o.crew, p, {
      plan: rebuilding,
      name: '湖东村公厕改建',
      toilet: ids.c,
      isSewer: false,
    })
    const twice = { plan: rebuilding, name: '再次改建', toilet: ids.c, isSewer: false }
    expect((await o.tryOpen(o.crew, p, twice)).zh).toContain('已在建设')
    await o.act(o.crew, p, rural, 'design', { papers: photos(), costFen: 20_000_000 })
    expect((await o.sheet('/sanitation/toilet-revolution', { year: '2026' })).towns).toEqual([
      { town: '湖滨街道', area: 'urban', kind: 'new', target: 2, done: 1, building: 0, left: 1 },
      { town: '湖滨镇', area: 'rural', kind: 'rebuilt', target: 1, done: 0, building: 1, left: 1 },
    ])
    expect([
      await o.value('toilets-built'),
      await o.value('a-toilets-built'),
      await o.value('sewer-toilets'),
      await o.value('rural-built'),
    ]).toEqual([1, 1, 1, 0])
    expect(await o.by('toilets-planned', 'planYear')).toEqual({ 2026: 2 })
    // Rebuilt, it keeps the number on its door.
    await o.act(o.crew, p, rural, 'start', { startedOn: '2026-06-01' })
    await o.act(o.leader, p, rural, 'accept', { ...wide, code: null, acceptedOn: '2026-06-01' })
    expect(await o.row('sanitation.toilet', ids.c ?? '')).toMatchObject({ code: 'GC-03', aGrade: 'a2', buildKind: 'rebuilt' })
    expect(await o.value('rural-built')).toBe(1)
  })

  it('toilet-alliance 社会单位签约挂牌入图,补助不超标准,投诉,退出', async () => {
    const a = 'sanitation.alliance'
    const form = {
      name: '湖滨银行',
      code: 'LM-01',
      trade: 'bank',
      town: '湖滨街道',
      address: '中山路 2 号',
      contact: '周经理',
      phone: '13900001111',
      menSquats: 1,
      menUrinals: 1,
      womenSquats: 2,
      thirdRooms: 0,
      isAccessible: false,
      openFrom: '09:00',
      openTo: '17:00',
    }
    expect((await o.tryOpen(o.crew, a, form, { areaCode: w.district })).zh).toContain('图上标出')
    expect((await o.tryOpen(o.crew, a, { ...form, code: 'GC-01' })).zh).toContain('编号GC-01已是中山公厕的')
    const id = await o.tried(o.crew, a, form, near(0.0005))
    expect(await look({ alliance: 'yes' })).toHaveLength(0)
    const join = { agreement: photos(), sign: photos(), joinedOn: '2026-06-01', yearFen: 200_000 }
    await expect(o.crew.refused(a, id, 'join', { ...join, sign: [] })).resolves.toBeTruthy()
    await o.act(o.crew, a, id, 'join', join)
    expect(await look({ alliance: 'yes' })).toMatchObject([{ name: '湖滨银行', isOpen: true, kind: 'alliance' }])
    await o.act(o.crew, a, id, 'pay', { fen: 150_000, on: '2026-06-01' })
    await expect(o.crew.refused(a, id, 'pay', { fen: 100_000, on: '2026-06-01' })).resolves.toContain('2026年已发1500元')
    await expect(o.crew.refused(a, id, 'pay', { fen: 1, on: '2026-06-09' })).resolves.toContain('今天之前')
    const [row] = await o.list('sanitation.toilet', { code: 'LM-01' })
    await o.open(o.collector, 'sanitation.complaint', {
      kind: 'toilet',
      source: 'citizen',
      place: '湖滨银行',
      content: '不让进',
      toilet: row?.id,
    })
    const year = async (of: string) => (await o.sheet('/sanitation/toilet-alliance', { year: of })).members as Row[]
    expect(await year('2026')).toMatchObject([
      { name: '湖滨银行', status: 'open', checks: 0, complaints: 1, open: 1, stars: null, paidYuan: 1500, leftYuan: 500 },
    ])
    // The subsidy is the year's: the next one begins at nothing.
    expect(await year('2027')).toMatchObject([{ paidYuan: 0, leftYuan: 2000, complaints: 0 }])
    expect((await o.row(a, id)).payments).toEqual([{ on: '2026-06-01', fen: 150_000 }])
    await expect(o.crew.refused(a, id, 'leave', { leftOn: '2026-07-01', reason: 'x' })).resolves.toContain('今天之前')
    expect([await o.value('alliance-added'), await o.value('alliance-open')]).toEqual([1, 1])
    await o.act(o.crew, a, id, 'leave', { leftOn: '2026-06-01', reason: '多次拒绝入内' })
    expect(await look({ alliance: 'yes' })).toHaveLength(0)
    expect([await o.value('alliance-added'), await o.value('alliance-open')]).toEqual([1, 0])
  })

  it('toilet-suspension 申请、审批、公告、到期提醒、逾期未恢复报警、恢复', async () => {
    const s = 'sanitation.suspension'
    const form = {
      toilet: ids.a,
      kind: 'repair',
      reason: '更换管道',
      fromOn: '2026-06-02',
      toOn: '2026-06-03',
      instead: ids.b,
      notice: photos(),
    }
    expect((await o.tryOpen(o.crew, s, { ...form, instead: ids.a })).zh).toContain('另一座公厕')
    expect((await o.tryOpen(o.crew, s, { ...form, fromOn: '2026-05-30' })).zh).toContain('不能补办')
    expect((await o.tryOpen(o.crew, s, { ...form, toOn: '2026-12-31' })).zh).toContain('90日')
    const id = await o.tried(o.crew, s, form)
    expect((await o.tryOpen(o.crew, s, form)).zh).toContain('已有暂停单')
    await expect(o.crew.refused(s, id, 'approve', { opinion: 'x' })).resolves.toBeTruthy()
    await o.act(o.leader, s, id, 'approve', { opinion: '同意' })
    expect((await o.row('sanitation.toilet', ids.a ?? '')).state).toBe('open')
    await w.clock.to('2026-06-02 08:00')
    expect(await o.row('sanitation.toilet', ids.a ?? '')).toMatchObject({
      state: 'suspended',
      notice: '2026-06-02至2026-06-03暂停开放(维修改造),就近:环湖公厕',
    })
    expect((await look()).find((t) => t.code === 'GC-01')).toMatchObject({
      isOpen: false,
      notice: expect.stringContaining('就近:环湖公厕'),
    })
    await w.clock.to('2026-06-04 08:00')
    expect((await o.row(s, id)).status).toBe('due')
    await o.job('suspensions')
    expect(await o.alarms({ kind: 'toiletClosed' })).toHaveLength(0)
    await w.clock.to('2026-06-05 08:00')
    await o.job('suspensions')
    expect(await o.alarms({ kind: 'toiletClosed' })).toMatchObject([
      { target: '中山公厕', detail: '批准暂停至2026-06-03,逾期未恢复开放' },
    ])
    await o.act(o.crew, s, id, 'reopen', { donePhotos: photos() })
    expect(await o.row(s, id)).toMatchObject({ status: 'reopened', isLate: 'yes', days: '2' })
    expect(await o.row('sanitation.toilet', ids.a ?? '')).toMatchObject({ state: 'open', notice: null })
    expect(await o.by('suspensions', 'status')).toEqual({ reopened: 1 })
  })

  it('toilet-open-rate 随机抽查,批准暂停不计、非开放时间不计、擅自关闭计入,低于90%', async () => {
    const r = 'sanitation.toilet-round'
    const draw = { name: '六月抽查', count: 2, dueOn: '2026-06-10' }
    expect((await o.tryOpen(o.assess, r, { ...draw, count: 5 })).zh).toContain('只有4座')
    const round = await o.tried(o.assess, r, draw)
    const drawn = (await o.row(r, round)).drawn as Row[]
    expect((await o.row(r, round)).total).toBe(4)
    expect(new Set(drawn.map((d) => d.code)).size).toBe(2)
    const known = Object.fromEntries((await o.list('sanitation.toilet')).map((t) => [t.code, t.id]))
    const [one = '', two = ''] = drawn.map((d) => String(d.code))
    const other = Object.keys(known).find((k) => k !== one && k !== two && k !== 'LM-01') ?? ''
    const looked = (code: string) => ({ toilet: known[code], round, door: 'open', facility: 45, clean: 45, photos: photos() })
    const k = 'sanitation.toilet-check'
    expect((await o.tryOpen(o.assess, k, looked(other))).zh).toContain('不在该次抽查的名单里')
    await expect(o.assess.refused(r, round, 'finish', {})).resolves.toContain('一座也没有查')
    await o.open(o.assess, k, looked(one))
    expect((await o.tryOpen(o.assess, k, looked(one))).zh).toContain('已查过这座公厕')
    await expect(o.assess.refused(r, round, 'finish', {})).resolves.toContain('还有1座没有查')
    await o.open(o.assess, k, looked(two))
    await o.act(o.assess, r, round, 'finish', {})
    expect(await o.row(r, round)).toMatchObject({ status: 'done', checked: 2, opened: 2, shut: 0, rate: 100, score: 90 })
    await w.clock.to('2026-06-08 09:00')
    const s = await o.open(o.crew, 'sanitation.suspension', {
      toilet: ids.a,
      kind: 'water',
      reason: '停水',
      fromOn: '2026-06-08',
      toOn: '2026-06-08',
      instead: ids.b,
      notice: photos(),
    })
    await o.act(o.leader, 'sanitation.suspension', s, 'approve', { opinion: '同意' })
    const c = 'sanitation.toilet-check'
    const locked = (toilet: string | undefined) => ({ toilet, door: 'locked', photos: photos() })
    const open = (toilet: string | undefined, facility: number, clean: number) => ({
      toilet,
      door: 'open',
      facility,
      clean,
      photos: photos(),
    })
    expect((await o.tryOpen(o.assess, c, { ...locked(ids.b), door: 'open' })).zh).toContain('请打分')
    const excused = await o.tried(o.assess, c, locked(ids.a))
    expect(await o.row(c, excused)).toMatchObject({ counted: 'excluded', status: 'passed' })
    const shut = await o.open(o.assess, c, locked(ids.c))
    expect(await o.row(c, shut)).toMatchObject({ counted: 'closed', status: 'failed', score: 0 })
    expect((await o.alarms({ kind: 'toiletClosed' })).map((a) => a.target)).toContain('湖东村公厕')
    await o.act(o.crew, c, shut, 'fix', { donePhotos: photos(), measure: '已开门,约谈专管员' })
    for (let i = 0; i < 3; i++) await o.open(o.assess, c, open(ids.b, 46, 47))
    await w.clock.to('2026-06-08 23:00')
    const night = await o.open(o.assess, c, locked(ids.c))
    expect((await o.row(c, night)).counted).toBe('offHours')
    // Five open of six that count: below the 90% of the year's plan.
    const [rate] = await o.figure('open-rate')
    expect(rate).toMatchObject({ numerator: 5, denominator: 6 })
    expect(rate?.value).toBeLessThan(90)
  })

  it('toilet-quality 扫码保洁、检查打分整改、维修用时、市民评价', async () => {
    await w.clock.to('2026-06-09 09:00')
    const clean = { toilet: ids.a, isPaperFilled: true, isSoapFilled: true }
    await o.edit('sanitation.toilet', ids.a ?? '', { rounds: 2 })
    await o.triedAdd('sanitation.toilet-clean', { ...clean, fault: '感应龙头失灵' }, near(0), o.crew)
    await w.settle()
    // What the round found broken is put to repair without anybody writing it down again.
    const [broken] = await o.list('sanitation.repair', { toilet: ids.a })
    expect(broken).toMatchObject({ status: 'reported', fault: '感应龙头失灵', name: '中山公厕' })
    const c = 'sanitation.toilet-check'
    const id = await o.open(o.assess, c, {
      toilet: ids.a,
      door: 'open',
      facility: 35,
      clean: 40,
      issue: '地面积水',
      photos: photos(),
    })
    expect(await o.row(c, id)).toMatchObject({ status: 'failed', score: 75 })
    await o.act(o.crew, c, id, 'fix', { donePhotos: photos(), measure: '已清理' })
    // Somebody else looks again; what is still poor goes back.
    expect(await o.row(c, id)).toMatchObject({
      status: 'redone',
      areaCode: (await o.row('sanitation.toilet', ids.a ?? '')).areaCode,
    })
    await expect(o.crew.refused(c, id, 'recheck', { isOk: 'yes', opinion: 'x' })).resolves.toBeTruthy()
    await o.act(o.assess, c, id, 'recheck', { isOk: 'no', opinion: '仍有积水' })
    expect((await o.row(c, id)).status).toBe('failed')
    await o.act(o.crew, c, id, 'fix', { donePhotos: photos(), measure: '已拖干' })
    await o.act(o.assess, c, id, 'recheck', { isOk: 'yes', opinion: '合格' })
    expect((await o.row(c, id)).status).toBe('fixed')
    const r = await o.open(o.crew, 'sanitation.repair', { kind: 'toilet', toilet: ids.a, fault: '冲水阀坏', isStopped: false })
    await w.clock.to('2026-06-09 13:00')
    await o.act(o.crew, 'sanitation.repair', r, 'fix', { donePhotos: photos(), costFen: 12_000 })
    expect((await w.anyone.post('/public/toilets/GC-01/ratings', { stars: 6 })).status).toBe(400)
    expect((await w.anyone.post('/public/toilets/GC-99/ratings', { stars: 5 })).status).toBe(404)
    for (const stars of [5, 4])
      expect((await w.anyone.post<Row>('/public/toilets/GC-01/ratings', { stars })).body).toMatchObject({ name: '中山公厕' })
    await w.settle()
    expect([await o.value('toilet-cleans'), await o.value('toilet-stars'), await o.value('toilet-repair-hours')]).toEqual([
      1, 4.5, 4,
    ])
    expect((await o.by('toilet-score', 'name'))['中山公厕']).toBe(75)
    // One round of the two that the toilet asks for: the day falls short, once.
    await w.clock.to('2026-06-10 07:00')
    await o.job('toilet-days')
    await o.job('toilet-days')
    expect(await o.list('sanitation.toilet-day')).toMatchObject([{ dayOn: '2026-06-09', least: 2, times: 1, isMet: 'no' }])
    expect(await o.alarms({ kind: 'toiletClean' })).toMatchObject([
      { target: '中山公厕', detail: '2026-06-09保洁1轮,应2轮;专管员刘姐' },
    ])
    expect(await o.value('toilet-clean-rate')).toBe(0)
  })

  it('smart-toilet 传感器读数,异味缺纸客流超限呼叫保洁,恢复,空闲蹲位上图', async () => {
    await w.clock.to('2026-06-10 13:00')
    const device = await o.sensing.addDevice('WC-01', 'gateway')
    const key = await o.sensing.keyOf(device)
    await o.edit('sanitation.toilet', ids.a ?? '', { device })
    const say = async (values: Row) => {
      const answer = await o.sensing.send('WC-01', key, [{ at: w.clock.now().toISOString(), values }])
      expect(answer.body).toMatchObject({ refused: 0 })
      await o.job('sense')
    }
    await say({ nh3: 1.6, people: 150, paper: 5, stallsTaken: 7 })
    await o.job('sense')
    expect(await o.list('sanitation.toilet-now')).toMatchObject([{ name: '中山公厕', nh3: 1.6, taken: 7, stalls: 10 }])
    expect((await look()).find((t) => t.code === 'GC-01')).toMatchObject({ freeStalls: 3 })
    const calls = await o.list('sanitation.toilet-call')
    expect(calls.map((c) => c.kind).toSorted()).toEqual(['toiletAir', 'toiletCrowd', 'toiletPaper'])
    expect(calls.find((c) => c.kind === 'toiletCrowd')?.detail).toContain('10个蹲位上限120人次')
    const paper = String(calls.find((c) => c.kind === 'toiletPaper')?.id)
    await expect(
      o.stranger.refused('sanitation.toilet-call', paper, 'finish', { result: 'x', photos: photos() }),
    ).resolves.toBeTruthy()
    await w.clock.to('2026-06-10 13:20')
    await o.act(o.crew, 'sanitation.toilet-call', paper, 'finish', { result: '已补纸', photos: photos() })
    expect((await o.row('sanitation.toilet-call', paper)).minutes).toBe(20)
    await say({ nh3: 0.4, people: 30, paper: 90, stallsTaken: 1 })
    expect((await o.alarms()).filter((a) => ['toiletAir', 'toiletPaper', 'toiletCrowd'].includes(a.kind))).toHaveLength(0)
    expect((await look()).find((t) => t.code === 'GC-01')).toMatchObject({ freeStalls: 9 })
    await w.clock.to('2026-06-10 15:00')
    expect((await look()).find((t) => t.code === 'GC-01')).toMatchObject({ freeStalls: null })
    expect(await o.by('toilet-calls', 'kind')).toEqual({ toiletAir: 1, toiletCrowd: 1, toiletPaper: 1 })
  })

  it('toilet-grading 按评判标准打分定级,有效期,检查均分下降自动复评', async () => {
    const g = 'sanitation.grading'
    const items = (score: number) =>
      [
        '设计与布局',
        '外观与标识',
        '厕位与洗手',
        '无障碍与第三卫生间',
        '采光通风除臭',
        '保洁与管理',
        '设施完好',
        '开放与服务',
      ].map((item) => ({ item, score }))
    const id = await o.tried(o.assess, g, { toilet: ids.b, reason: '首次评定' })
    await expect(o.assess.refused(g, id, 'score', { items: items(11).slice(1), photos: photos() })).resolves.toContain(
      '设计与布局',
    )
    await o.act(o.assess, g, id, 'score', { items: items(11.5), photos: photos() })
    expect(await o.row(g, id)).toMatchObject({ status: 'scored', score: 92, grade: 'one' })
    await expect(o.assess.refused(g, id, 'grant', { opinion: 'x' })).resolves.toBeTruthy()
    await o.act(o.leader, g, id, 'sendBack', { opinion: '除臭一项核实后重评' })
    expect(await o.row(g, id)).toMatchObject({ status: 'open', score: null })
    await o.act(o.assess, g, id, 'score', { items: items(11.5), photos: photos() })
    await o.act(o.leader, g, id, 'grant', { opinion: '同意' })
    expect(await o.row('sanitation.toilet', ids.b ?? '')).toMatchObject({
      cityGrade: 'one',
      gradeScore: 92,
      gradeTo: '2029-06-10',
    })
    const check = () =>
      o.open(o.assess, 'sanitation.toilet-check', { toilet: ids.b, door: 'open', facility: 42, clean: 42, photos: photos() })
    // What was found before the grading is in it: only checks after it count, and three make a mean.
    await check()
    await check()
    expect(await o.list(g, { status: 'open' })).toHaveLength(0)
    await check()
    const [again] = await o.list(g, { status: 'open' })
    expect(again).toMatchObject({ before: 'one', reason: '最近3次检查均分84,低于一类标准90分' })
    await o.act(o.assess, g, String(again?.id), 'score', { items: items(8), photos: photos() })
    await o.act(o.leader, g, String(again?.id), 'grant', { opinion: '不达标,取消等级' })
    expect((await o.row(g, String(again?.id))).status).toBe('refused')
    expect(await o.row('sanitation.toilet', ids.b ?? '')).toMatchObject({ cityGrade: 'none', gradeTo: null })
    expect(await o.by('graded', 'grade')).toEqual({ one: 1 })
    // A grade ends with its years: a new grading begins a month before, once.
    await o.edit('sanitation.toilet', ids.a ?? '', { cityGrade: 'two', gradeTo: '2026-07-01' })
    await o.job('grades')
    await o.job('grades')
    expect(await o.list(g, { toilet: ids.a })).toMatchObject([{ status: 'open', reason: '二类等级有效至2026-07-01,到期复评' }])
  })

  it('digital-sanitation-platform 作业、车辆、吨位、收运、公厕、异常与考核在一屏,案件双向', async () => {
    await w.clock.to('2026-06-12 06:00')
    const road = await o.road('湖滨南路', 'trunk', 300, -0.004)
    const works = [
      { work: 'sweep', times: 1, per: 'day', fromTime: '05:00', toTime: '09:00' },
      { work: 'manual', times: 1, per: 'day', fromTime: '05:00', toTime: '18:00' },
    ]
    await o.add('sanitation.road-plan', o.plan(road, '湖滨南路', works))
    await o.triedAdd(
      'sanitation.worker',
      { code: 'G-01', name: '李桂英', operator: '洁城环卫公司', job: 'sweeper', isOn: true },
      undefined,
    )
    await o.add('sanitation.vehicle', o.vehicle('苏D30001', 'compactor', { tareKg: 8000, loadKg: 12_000 }))
    await o.add('sanitation.station', {
      code: 'Z1',
      name: '城南转运站',
      kind: 'transfer',
      operator: '洁城',
      capacityT: 50,
      isHarmless: false,
      state: 'running',
      buildKind: 'new',
    })
    await o.job('plan-day')
    const [manual] = await o.orders({ work: 'manual' })
    await o.act(o.crew, 'sanitation.order', String(manual?.id), 'checkIn', { photos: photos(), workers: 2 })
    const load = {
      ticket: 'P-1',
      station: 'Z1',
      direction: 'in',
      waste: 'other',
      plate: '苏D30001',
      fromPlace: '城南街道',
      grossKg: 14_000,
      tareKg: 8000,
      at: w.clock.now().toISOString(),
    }
    await o.crew.post('/sanitation/weighings', load)
    await w.settle()
    const first = await o.sheet('/sanitation/panel')
    expect(first).toMatchObject({
      orders: 2,
      done: 1,
      waiting: 1,
      missed: 0,
      workers: 1,
      vehicles: 1,
      out: 1,
      tonsIn: 6,
      tonsOut: 0,
      toilets: 4,
      toiletsOpen: 3,
      complaints: 1,
      machineRate: null,
    })
    expect(first.alarms.reduce((n: number, a: Row) => n + a.n, 0)).toBe(await o.value('alarms-open'))
    await w.clock.to('2026-06-13 07:00')
    await o.job('settle-day')
    expect(await o.sheet('/sanitation/panel')).toMatchObject({ missed: 1, machineRate: 0, tonsIn: 0 })
    // From a case to the trade and back: a complaint taken from a case tells the case that its work is done.
    const c = 'sanitation.complaint'
    const form = { kind: 'other', source: 'case', place: '湖滨南路', content: '果皮箱满溢' }
    expect((await o.tryOpen(o.crew, c, form)).zh).toContain('请选择案件')
    const report = await o.collector.post<Row>('/subjects/cases.case', {
      action: 'report',
      values: {
        description: '果皮箱满溢',
        source: 'collector',
        categoryKind: 'matter',
        category: '06042',
        photos: photos(),
        urgency: 'normal',
      },
      ...near(0),
    })
    expect(report.body.zh).toBeUndefined()
    const id = await o.open(o.crew, c, { ...form, caseRef: report.body.id })
    await o.act(o.crew, c, id, 'close', { result: '已清掏', photos: photos() })
    expect((await o.row(c, id)).status).toBe('closed')
    const page = await o.data.get<Row>(`/subjects/cases.case/${report.body.id}`)
    expect(JSON.stringify(page.body)).toContain('已清掏')
  })
})
