/** 公园、古树、公众参与. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Greening, openGreening, type Row } from './greening-office.ts'

const a = 'greening.activity'
const t = 'greening.title'
describe('公园、古树与公众参与', () => {
  let w: World
  let o: Greening
  let ids: Record<string, string> = {}
  const keep = (more: Record<string, string>) => {
    ids = { ...ids, ...more }
  }
  const event = (kind: string, name: string, days: number, extra: Row = {}) => ({
    kind,
    name,
    park: ids.park,
    venue: '东广场',
    mode: 'site',
    startsAt: new Date(w.clock.now().getTime() + days * 86_400_000).toISOString(),
    endsAt: new Date(w.clock.now().getTime() + days * 86_400_000 + 7_200_000).toISOString(),
    capacity: 60,
    organiser: '公园管理所',
    ...extra,
  })
  /** An activity from plan to what came of it. */
  const held = async (values: Row, days: number, result: Row): Promise<string> => {
    const id = await o.open(o.data, a, values)
    await o.act(o.data, a, id, 'open')
    await w.clock.to(`${o.later(days + 1)} 09:00`)
    await o.act(o.data, a, id, 'hold', { onSite: 0, online: 0, materials: 0, ...result })
    return id
  }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openGreening(w)
    keep({
      park: await o.park('QF'),
      small: await o.park('XH', { level: 'district', class: 'small', wifiM2: 40_000 }),
      road: await o.road('湖滨大道'),
    })
    const basis = { year: 2026, current: 'yes', builtUpM2: 20_000, population: 500, dutyPopulation: 200, source: '统计公报' }
    await o.add('greening.basis', basis)
  })
  afterAll(() => w.close())

  it('park-register 公园名录:随公告分批列入、移出,类别级别,WiFi 覆盖', async () => {
    await o.triedAdd('greening.park', o.parkValues('DH', { wifiM2: 0 }))
    expect(await o.refusedAdd('greening.park', o.parkValues('DX', { wifiM2: 99_999 }))).toContain('WiFi')
    const r = 'greening.roster'
    const values = { batch: '第一批', notice: '常城管〔2026〕12号', codes: ['QF', 'XH'], removed: [] }
    expect((await o.tryOpen(o.data, r, { ...values, codes: ['NO'] })).zh).toContain('没有这些公园')
    const id = await o.tried(o.data, r, values)
    expect((await o.row('greening.park', String(ids.park))).batch).toBeNull()
    const path = `/subjects/${r}/${id}/publish`
    expect([(await w.anyone.post(path, { values: {} })).status, (await o.stranger.post(path, { values: {} })).status]).toEqual([
      401, 403,
    ])
    await o.act(o.leader, r, id, 'publish')
    expect(await o.row('greening.park', String(ids.park))).toMatchObject({
      batch: '第一批',
      notice: '常城管〔2026〕12号',
      listedOn: '2026-03-02',
    })
    expect((await o.tryOpen(o.data, r, { ...values, batch: '第二批' })).zh).toContain('已在名录')
    expect(await o.by('greening.parks-listed', 'class')).toEqual({ general: 1, small: 1 })
    const out = await o.open(o.data, r, { batch: '第二批', notice: '常城管〔2026〕30号', codes: ['DH'], removed: ['XH'] })
    await o.act(o.leader, r, out, 'publish')
    expect((await o.row('greening.park', String(ids.small))).batch).toBeNull()
    expect(await o.by('greening.parks-listed', 'batch')).toEqual({ 第一批: 1, 第二批: 1 })
    expect((await o.by('greening.wifi-rate', 'name')).QF公园 ?? (await o.value('greening.wifi-rate'))).toBeTruthy()
  })

  it('park-standardisation 标准化:关键项全过且达分才达标,市级、辖市区级分开计', async () => {
    const item = (name: string, isKey: boolean, got: number) => ({
      item: name,
      isKey,
      full: 50,
      got,
      ...(got < 50 ? { note: '不足' } : {}),
    })
    const values = { kind: 'standard', level: 'city', year: 2026, name: '青枫公园', applicant: '公园管理所', park: ids.park }
    expect((await o.tryOpen(o.street, t, { ...values, park: undefined })).zh).toContain('请选择公园')
    const failed = await o.tried(o.street, t, values)
    await o.act(o.checker, t, failed, 'district')
    await o.triedAct(o.checker, t, failed, 'score', { lines: [item('安全管理', true, 48), item('保洁', false, 50)] })
    expect(await o.row(t, failed)).toMatchObject({ status: 'failed', score: 98, faults: '安全管理' })
    expect(await o.value('greening.parks-standard')).toBe(0)
    await o.titled(values, 90, '标准化1')
    await o.titled({ ...values, name: '西湖游园', park: ids.small, level: 'district' }, 86, '标准化2')
    expect((await o.row('greening.park', String(ids.park))).standard).toBe('passed')
    expect(await o.by('greening.parks-standard', 'level')).toEqual({ city: 1, district: 1 })
    const check = { kind: 'park', period: '2026-03', park: ids.park, checkers: '考核科', lines: o.lines(91), photos: [photo()] }
    await o.tried(o.checker, 'greening.check', check)
    expect((await o.tryOpen(o.checker, 'greening.check', check)).zh).toContain('本期已评分')
  })

  it('park-star 星级评定与复查分开计数:按分定星,公示授牌,复查降星、撤销', async () => {
    const values = { kind: 'star', level: 'province', name: '青枫公园', year: 2026, applicant: '公园管理所', park: ids.park }
    await o.tried(o.street, t, { ...values, park: ids.small, name: '西湖游园' })
    const id = await o.titled(values, 94, '五星2026-01')
    expect(await o.row(t, id)).toMatchObject({
      status: 'titled',
      star: 5,
      recheckBy: `${Number(o.today().slice(0, 4)) + 3}${o.today().slice(4)}`,
    })
    expect((await o.row('greening.park', String(ids.park))).star).toBe(5)
    await expect(o.checker.refused(t, id, 'recheck', { lines: o.lines(80) })).resolves.toContain('当天')
    await w.clock.to(`${o.later(1)} 09:00`)
    await o.triedAct(o.checker, t, id, 'recheck', { lines: o.lines(87) })
    expect((await o.row('greening.park', String(ids.park))).star).toBe(4)
    expect([await o.value('greening.star-awards'), await o.value('greening.star-rechecks')]).toEqual([1, 1])
    await o.act(o.checker, t, id, 'recheck', { lines: o.lines(70) })
    expect(await o.row(t, id)).toMatchObject({ status: 'withdrawn', rechecks: 2 })
    expect((await o.row('greening.park', String(ids.park))).star).toBe(0)
    expect(await o.by('greening.star-rechecks', 'status')).toEqual({ withdrawn: 1 })
  })

  it('park-takeover 接收:清单、缺陷、费用,整治完才能双方签字,责任随之转移', async () => {
    const v = 'greening.takeover'
    const fault = (name: string, isFixed: boolean) => ({ item: name, duty: 'giver', costFen: 5_000_000, isFixed })
    const values = {
      park: ids.small,
      giver: '湖滨建设开发公司',
      taker: '园林绿化管理所',
      inventory: [{ item: '乔木', quantity: '320株' }],
      defects: [fault('步道破损', false), fault('缺株30株', false)],
      plan: '移交方整治,接收方验收',
      dueOn: o.later(30),
    }
    const id = await o.tried(o.data, v, values)
    expect(await o.row(v, id)).toMatchObject({ status: 'listed', open: 2, moneyFen: 10_000_000 })
    const signed = { giverSigner: '王经理', takerSigner: '刘所长' }
    await expect(o.data.refused(v, id, 'sign', signed)).resolves.toContain('2项缺陷')
    await o.triedAct(o.crew, v, id, 'repair', { defects: [fault('步道破损', true), fault('缺株30株', false)], photos: [photo()] })
    expect((await o.row(v, id)).status).toBe('listed')
    await o.act(o.crew, v, id, 'repair', { defects: [fault('步道破损', true), fault('缺株30株', true)], photos: [photo()] })
    await expect(o.data.refused(v, id, 'sign', { giverSigner: '王', takerSigner: '王' })).resolves.toContain('不同的人')
    await o.act(o.data, v, id, 'sign', signed)
    expect(await o.row(v, id)).toMatchObject({ status: 'taken', dutyOn: o.today() })
    expect(await o.row('greening.park', String(ids.small))).toMatchObject({ owner: '园林绿化管理所', manager: '园林绿化管理所' })
    expect([await o.value('greening.takeovers'), await o.value('greening.takeover-money')]).toEqual([1, 10])
  })

  it('park-facility-repair 设施维修:封闭即公示,安全检查合格才开放,费用计入', async () => {
    const r = 'greening.repair'
    const values = {
      park: ids.park,
      item: '木栈道更换',
      budgetFen: 20_000_000,
      isClosed: true,
      closedArea: '东岸栈道',
      dueOn: o.later(5),
      photos: [photo()],
    }
    expect((await o.tryOpen(o.street, r, { ...values, closedArea: null })).zh).toContain('封闭范围')
    const id = await o.tried(o.street, r, values)
    expect((await o.row('greening.park', String(ids.park))).state).toBe('open')
    await o.act(o.crew, r, id, 'start')
    const shown = (await w.anyone.get<Row>('/public/greening/map')).body.features.find((f: Row) => f.properties.id === ids.park)
    expect(shown.properties).toMatchObject({ isOpen: false, note: '东岸栈道:木栈道更换' })
    await w.clock.to(`${o.later(6)} 09:00`)
    await o.act(o.crew, r, id, 'fix', { spentFen: 19_000_000, afterPhotos: [photo()] })
    await o.act(o.checker, r, id, 'sendBack', { reason: '护栏松动' })
    await o.act(o.crew, r, id, 'fix', { spentFen: 19_500_000, afterPhotos: [photo()] })
    await o.triedAct(o.checker, r, id, 'open', { checkedBy: '陈安全' })
    expect(await o.row('greening.park', String(ids.park))).toMatchObject({ state: 'open', closedNote: null })
    expect(await o.row(r, id)).toMatchObject({ status: 'opened', isLate: true })
    expect([await o.value('greening.repairs'), await o.value('greening.repair-money')]).toEqual([1, 19.5])
  })

  it('park-activity 花事活动:大型须许可预案,市民预约不超容量,现场线上分开计,每月有景', async () => {
    const big = event('flower', '郁金香花展', 3, { capacity: 120, mode: 'both' })
    const id = await o.tried(o.data, a, big)
    await expect(o.data.refused(a, id, 'open')).resolves.toContain('场地许可和安全预案')
    await o.act(o.data, a, id, 'complete', { permit: '公安大活〔2026〕8号', safety: [photo()] })
    await o.act(o.data, a, id, 'open')
    const list = await w.anyone.get<Row>('/public/greening/activities')
    expect(list.body.activities).toMatchObject([{ id, kindZh: '园事花事', left: 120 }])
    const book = (phone: string, people: number) =>
      w.anyone.post<Row>('/public/greening/bookings', { activity: id, name: '周先生', phone, people })
    expect((await book('139', 2)).status).toBe(400)
    expect((await book('13900004444', 100)).status).toBe(201)
    expect((await book('13900004444', 2)).body.zh).toContain('已约过')
    expect((await book('13900005555', 21)).body.zh).toContain('还能约20人')
    const last = await Promise.all([book('13900005555', 20), book('13900005556', 20), book('13900005557', 20)])
    expect(last.map((x) => x.status).sort()).toEqual([201, 409, 409])
    const [first] = await o.list('greening.booking')
    await o.tried(o.data, 'greening.booking', { activity: await readyActivity(), name: '社区', phone: '13900006666', people: 5 })
    await o.act(o.data, 'greening.booking', String(first?.id), 'arrive', { came: 1 })
    await expect(o.data.refused(a, id, 'hold', { onSite: 1, online: 1, materials: 0 })).resolves.toContain('还没有开始')
    await w.clock.to(`${o.later(4)} 09:00`)
    await expect(o.data.refused(a, id, 'hold', { onSite: 121, online: 1, materials: 0 })).resolves.toContain('超过容量')
    await o.triedAct(o.data, a, id, 'hold', { onSite: 110, online: 35_000, materials: 0 })
    expect([await o.value('greening.visitors-site'), await o.value('greening.visitors-online')]).toEqual([110, 35_000])
    expect(await o.value('greening.flower-events')).toBe(1)
    const sheet = await o.sheet('/greening/months', { year: '2026' })
    expect(sheet.rows.at(-1)).toMatchObject({ events: 1, onSite: 110, online: 35_000 })
    expect(sheet.missing).toBe(sheet.rows.length - 1)
  })
  const readyActivity = async (): Promise<string> => {
    const id = await o.open(o.data, a, event('science', '昆虫课堂', 2, { capacity: 30 }))
    await o.act(o.data, a, id, 'open')
    return id
  }

  it('park-service-mode 公园+科普、爱国主义、体育:按公园安排可预约的服务,场次人次按类计', async () => {
    expect((await o.tryOpen(o.data, a, event('sport', '健步走', 2, { park: undefined }))).zh).toContain('请选择公园')
    const tried = await o.tried(o.data, a, event('patriot', '红色课堂', 2, { partner: '区关工委' }))
    await o.act(o.data, a, tried, 'cancel', { reason: '雨' })
    await held(event('science', '植物科普', 2, { partner: '植物园讲师' }), 2, { onSite: 40, materials: 40 })
    await held(event('patriot', '红色课堂', 2), 2, { onSite: 50 })
    await held(event('sport', '健步走', 2), 2, { onSite: 60 })
    expect(await o.by('greening.activities', 'kind')).toEqual({ flower: 1, science: 1, patriot: 1, sport: 1 })
    expect(await o.by('greening.visitors-site', 'kind')).toEqual({ flower: 110, science: 40, patriot: 50, sport: 60 })
  })

  it('garden-centre 流动园艺中心:进社区课堂、发放物料,场次按年计', async () => {
    const values = event('centre', '流动园艺课堂', 2, { park: undefined, venue: '湖滨社区', partner: '园艺师 何老师' })
    const id = await o.tried(o.data, a, values)
    await o.act(o.data, a, id, 'open')
    await w.clock.to(`${o.later(3)} 09:00`)
    await o.triedAct(o.data, a, id, 'hold', { onSite: 35, online: 0, materials: 35 })
    await held(event('centre', '阳台花园', 2, { park: undefined, venue: '东湖社区' }), 2, { onSite: 28, materials: 60 })
    expect([await o.value('greening.centre-events'), await o.value('greening.centre-materials')]).toEqual([2, 95])
  })

  it('expo-awards 参展:项目、费用、奖牌逐枚登记,按奖级、类别重算', async () => {
    const e = 'greening.expo'
    const values = {
      name: '第十三届江苏省园博会',
      level: 'province',
      place: '扬州',
      entries: [
        { entry: '常州园', category: 'outdoor' },
        { entry: '盆栽月季', category: 'pot' },
      ],
      budgetFen: 80_000_000,
      opensOn: o.later(2),
      closesOn: o.later(30),
    }
    const id = await o.tried(o.data, e, values)
    await o.act(o.data, e, id, 'join', { spentFen: 79_000_000 })
    const medal = (entry: string, category: string, level: string, count: number) => ({ entry, category, level, count })
    const medals = [
      medal('常州园', 'outdoor', 'gold', 1),
      medal('盆栽月季', 'pot', 'gold', 3),
      medal('盆栽月季', 'pot', 'silver', 1),
    ]
    await expect(o.data.refused(e, id, 'end', { medals })).resolves.toContain('还没有开展')
    await w.clock.to(`${o.later(3)} 09:00`)
    await expect(o.data.refused(e, id, 'end', { medals: [medal('室内', 'indoor', 'gold', 1)] })).resolves.toContain('没有参展')
    await o.triedAct(o.data, e, id, 'end', { medals })
    expect(await o.row(e, id)).toMatchObject({ status: 'ended', won: 5 })
    expect(await o.by('greening.medals', 'level')).toEqual({ gold: 4, silver: 1 })
    expect(await o.by('greening.medals', 'category')).toEqual({ outdoor: 1, pot: 4 })
  })

  const old = (code: string, age: number, grade: string, extra: Row = {}) => ({
    code,
    species: '银杏',
    age,
    grade,
    heightM: 20,
    girthCm: 380,
    radiusM: 10,
    keeper: '湖滨社区',
    health: 'good',
    isAdoptable: false,
    ...extra,
  })
  it('ancient-trees 古树按树龄定级、按级巡护,逾期列出,保护范围内侵害移送处罚', async () => {
    const id = await o.triedAdd('greening.ancient', old('GS-001', 620, 'first', { plan: '2026版' }))
    keep({ ancient: id })
    expect(await o.refusedAdd('greening.ancient', old('GS-X', 320, 'first'))).toContain('等级与树龄不符')
    const reserve = await o.add('greening.ancient', old('GS-002', 80, 'reserve', { species: '朴树' }))
    expect((await o.sheet('/greening/patrols')).due).toBe(2)
    const x = 'greening.patrol'
    const patrol = { tree: id, health: 'good', photos: [photo()] }
    const first = await o.tried(o.crew, x, patrol)
    expect((await o.tryOpen(o.crew, x, { ...patrol, health: 'weak' })).zh).toContain('写明情况')
    expect((await o.row(x, first)).isOnTime).toBe(true)
    await o.open(o.crew, x, { ...patrol, tree: reserve })
    expect((await o.sheet('/greening/patrols')).due).toBe(0)
    await w.clock.to(`${o.later(100)} 09:00`)
    expect((await o.sheet('/greening/patrols')).rows.map((r: Row) => r.tree)).toEqual([id])
    await o.open(o.crew, x, patrol)
    expect(await o.figure('greening.patrols-on-time')).toMatchObject([{ numerator: 2, denominator: 3 }])
    expect(await o.by('greening.ancient-trees', 'grade')).toEqual({ first: 1, reserve: 1 })
    const n = 'greening.incident'
    const harm = {
      tree: id,
      harm: 'pile',
      party: '湖滨建材店',
      partyCode: '92320499MA1GREEN1X',
      partyKind: 'org',
      note: '堆放砂石',
      photos: [photo()],
    }
    const inside = await o.tried(o.street, n, harm, { lon: somewhere.lon, lat: somewhere.lat + 5 / 110_900 })
    expect(await o.row(n, inside)).toMatchObject({ zone: 'inside', distanceM: 5 })
    await expect(o.checker.refused(n, inside, 'settle', { result: '清走' })).resolves.toContain('应移送')
    const far = await o.open(o.street, n, harm, { lon: somewhere.lon, lat: somewhere.lat + 40 / 110_900 })
    await expect(o.checker.refused(n, far, 'hand')).resolves.toContain('范围外')
    await o.act(o.checker, n, far, 'settle', { result: '已清走' })
    await o.act(o.checker, n, inside, 'hand')
    expect((await o.list('enforcement.penalty')).find((q) => q.sourceId === inside)).toMatchObject({
      topic: 'greening',
      lawCode: 'V04',
    })
    expect(await o.by('greening.incidents', 'status')).toEqual({ handed: 1, settled: 1 })
  })

  it('tree-rescue 巡护衰弱自动开单,专家会诊、复壮,满6、12个月复查,仍弱重来', async () => {
    const s = 'greening.rescue'
    const weak = { tree: ids.ancient, health: 'dying', symptom: '主干空洞、枝叶稀疏', photos: [photo()] }
    await o.open(o.crew, 'greening.patrol', weak)
    const [rescue] = await o.list(s)
    expect(rescue).toMatchObject({ status: 'wanted', symptom: '主干空洞、枝叶稀疏', tree: ids.ancient })
    const id = String(rescue?.id)
    expect((await o.row('greening.ancient', String(ids.ancient))).health).toBe('dying')
    const expert = (name: string, isAgreed = 'yes') => ({ name, unit: '省林科院', isAgreed })
    const plan = (...experts: Row[]) => ({
      experts,
      opinion: '支撑并改土',
      works: [
        { work: 'support', detail: '钢支撑2组', costFen: 3_000_000 },
        { work: 'soil', detail: '换土40m³', costFen: 2_000_000 },
      ],
    })
    await expect(o.data.refused(s, id, 'diagnose', plan(expert('甲'), expert('乙')))).resolves.toContain('不少于3人')
    await expect(
      o.data.refused(s, id, 'diagnose', plan(expert('甲'), expert('乙', 'no'), expert('丙', 'no'))),
    ).resolves.toContain('半数以上')
    await o.triedAct(o.data, s, id, 'diagnose', plan(expert('甲'), expert('乙'), expert('丙', 'no')))
    await o.act(o.crew, s, id, 'work', { photos: [photo()] })
    const { halfBy, yearBy, costFen } = await o.row(s, id)
    expect(costFen).toBe(5_000_000)
    await expect(o.checker.refused(s, id, 'half', { halfHealth: 'weak' })).resolves.toContain('满6个月')
    await w.clock.to(`${halfBy} 09:00`)
    await o.act(o.checker, s, id, 'half', { halfHealth: 'weak' })
    await expect(o.checker.refused(s, id, 'year', { yearHealth: 'good' })).resolves.toContain('满12个月')
    await w.clock.to(`${yearBy} 09:00`)
    await o.act(o.checker, s, id, 'year', { yearHealth: 'good' })
    expect((await o.row('greening.ancient', String(ids.ancient))).health).toBe('good')
    expect([await o.value('greening.rescues'), await o.value('greening.rescue-rate')]).toEqual([1, 100])
  })

  it('tree-adoption 市民选树认养:一树一人,收费发证、养护、续养、到期失效,期限内取消退费', async () => {
    const v = 'greening.adoption'
    const tree = (code: string) =>
      o.add('greening.tree', {
        code,
        road: ids.road,
        species: '香樟',
        dbhCm: 30,
        health: 'good',
        isDangerous: false,
        isAdoptable: true,
      })
    const [one, two] = [await tree('RY-01'), await tree('RY-02')]
    const open = (await w.anyone.get<Row>('/public/greening/trees')).body
    expect([open.feeFen, open.trees.map((x: Row) => x.code)]).toEqual([10_000, ['RY-01', 'RY-02']])
    const wish = { tree: one, adopter: '周小树', kind: 'person', phone: '13900007777', way: 'fee', years: 1 }
    const apply = (values: Row) => w.anyone.post<Row>('/public/greening/adoptions', values)
    expect((await apply({ ...wish, years: 9 })).status).toBe(400)
    expect((await apply({ ...wish, ancient: ids.ancient })).body.zh).toContain('选择一棵树')
    const tries = await Promise.all([apply(wish), apply({ ...wish, phone: '13900007778' })])
    expect(tries.map((x) => x.status).sort()).toEqual([201, 409])
    const applied = tries[0].status === 201 ? tries[0] : tries[1]
    expect((await apply({ ...wish, phone: '13900008888' })).body.zh).toContain('已有人认养')
    const read = (receipt = applied.body.receipt) =>
      w.anyone.get<Row>(`/public/greening/adoptions/${applied.body.number}`, { receipt })
    expect((await read('0'.repeat(64))).status).toBe(404)
    expect((await read()).body).toMatchObject({ status: 'applied', feeFen: 10_000, certificate: null })
    const id = String((await o.list(v))[0]?.id)
    await o.act(o.data, v, id, 'accept')
    await expect(o.data.refused(v, id, 'certify', { paidFen: 1 })).resolves.toContain('应收100元')
    await o.triedAct(o.data, v, id, 'certify', { paidFen: 10_000 })
    await o.act(o.data, v, id, 'care', { lastCare: '浇水松土' })
    const shown = (await read()).body
    expect(shown).toMatchObject({ status: 'adopted', cares: 1, lastCare: '浇水松土', fromOn: o.today() })
    expect(shown.certificate).toMatch(/^认养/)
    await o.act(o.data, v, id, 'renew', { years: 1, paidFen: 10_000 })
    const { toOn } = await o.row(v, id)
    const second = await o.tried(o.data, v, { ...wish, tree: two, kind: 'group', adopter: '湖滨小学', years: 2 })
    await o.act(o.data, v, second, 'accept')
    await o.act(o.data, v, second, 'certify', { paidFen: 20_000 })
    expect(await o.by('greening.adopted', 'kind')).toEqual({ person: 1, group: 1 })
    await w.clock.to(`${o.later(10)} 09:00`)
    await o.act(o.data, v, second, 'cancel', { reason: '搬迁' })
    expect(await o.row(v, second)).toMatchObject({ status: 'cancelled', refundFen: 20_000 })
    const late = await o.open(o.data, v, { ...wish, tree: two })
    await o.act(o.data, v, late, 'accept')
    await o.act(o.data, v, late, 'certify', { paidFen: 10_000 })
    await w.clock.to(`${o.later(16)} 09:00`)
    await o.act(o.data, v, late, 'cancel', { reason: '不想要了' })
    expect((await o.row(v, late)).refundFen).toBe(0)
    await w.clock.to(`${toOn} 09:00`)
    expect((await o.row(v, id)).status).toBe('adopted')
    await w.clock.to(`${o.later(1)} 09:00`)
    expect((await o.row(v, id)).status).toBe('lapsed')
    expect(await o.value('greening.adopted')).toBe(0)
  })

  it('voluntary-planting 现场与云植树、纪念林、三级基地:折算尽责率,满一年查成活', async () => {
    const base = (name: string, kind: string, tier: string) => ({
      name,
      kind,
      tier,
      builtOn: '2026-03-01',
      capacity: 300,
      manager: '园林所',
    })
    const site = await o.triedAdd('greening.base', base('滨湖植树基地', 'base', 'province'))
    await o.add('greening.base', base('城东植树基地', 'base', 'city'))
    await o.add('greening.base', base('青年纪念林', 'grove', 'city'))
    const values = event('planting', '植树节', 2, { park: undefined, base: site, mode: 'both', capacity: 200 })
    expect((await o.tryOpen(o.data, a, { ...values, capacity: 400 })).zh).toContain('最多300')
    expect((await o.tryOpen(o.data, a, { ...values, base: undefined })).zh).toContain('基地')
    const id = await o.tried(o.data, a, values)
    await o.act(o.data, a, id, 'open')
    await w.clock.to(`${o.later(3)} 09:00`)
    await expect(o.data.refused(a, id, 'hold', { onSite: 100, online: 90, materials: 0 })).resolves.toContain('植树株数')
    await o.act(o.data, a, id, 'hold', { onSite: 100, online: 90, materials: 0, planted: 240, onlineFen: 360_000 })
    const duties = await o.list('greening.duty')
    expect(duties.map((x) => [x.form, x.trees, x.people]).sort()).toEqual([
      ['online', 180, 60],
      ['site', 240, 80],
    ])
    expect(duties[0]?.certificate).toMatch(/^尽责/)
    const now = '2032-01-01T00:00:00Z'
    expect(await o.figure('greening.duty-rate', undefined, now)).toMatchObject([{ numerator: 140, denominator: 200, value: 70 }])
    expect((await o.figure('greening.groves'))[0]?.value).toBe(1)
    expect(await o.by('greening.planting-bases', 'tier')).toEqual({ province: 1, city: 1 })
    await expect(o.checker.refused(a, id, 'survive', { survived: 228 })).resolves.toContain('满一年')
    await w.clock.to(`${o.later(366)} 09:00`)
    await o.triedAct(o.checker, a, id, 'survive', { survived: 228 })
    expect(await o.row(a, id)).toMatchObject({ status: 'held', survival: 95 })
    expect((await o.figure('greening.planting-survival'))[0]?.value).toBe(95)
  })

  it('green-education 展览馆参观讲解按容量预约,爱心捐赠收据与用途不超捐赠', async () => {
    const hall = await o.add('greening.base', {
      name: '全民义务植树主题展览馆',
      kind: 'hall',
      tier: 'nation',
      builtOn: '2026-03-12',
      capacity: 50,
      manager: '园林所',
      openHours: '9:00-16:00',
    })
    const values = event('hall', '馆内讲解', 2, { park: undefined, base: hall, capacity: 40 })
    expect((await o.tryOpen(o.data, a, { ...values, capacity: 60 })).zh).toContain('最多50')
    const id = await o.tried(o.data, a, values)
    await o.act(o.data, a, id, 'open')
    const booked = await w.anyone.post<Row>('/public/greening/bookings', {
      activity: id,
      name: '湖滨小学',
      phone: '13900009999',
      people: 38,
    })
    expect(booked.status).toBe(201)
    await w.clock.to(`${o.later(3)} 09:00`)
    await o.act(o.data, a, id, 'hold', { onSite: 36, online: 0, materials: 36 })
    const later = '2032-01-01T00:00:00Z'
    expect((await o.figure('greening.hall-visits', undefined, later))[0]?.value).toBe(36)
    const g = 'greening.donation'
    const gift = await o.tried(o.data, g, { donor: '市民张女士', channel: 'post', amountFen: 50_000, base: hall })
    expect((await o.row(g, gift)).receipt).toMatch(/^绿捐/)
    await o.triedAct(o.data, g, gift, 'use', { what: '树苗', amountFen: 30_000 })
    await expect(o.data.refused(g, gift, 'use', { what: '树牌', amountFen: 30_000 })).resolves.toContain('只余200元')
    await o.act(o.data, g, gift, 'use', { what: '树牌', amountFen: 20_000 })
    expect(await o.row(g, gift)).toMatchObject({ status: 'used', usedFen: 50_000 })
    expect((await o.figure('greening.donations', undefined, later))[0]?.value).toBe(500)
    expect((await o.figure('greening.donations-used'))[0]?.value).toBe(100)
  })

  it('garden-unit-title 园林式单位、居住区:区、市两级评审公示,到期复查', async () => {
    const compound = await o.compound('梧桐苑')
    const unit = { kind: 'unit', name: '区政务中心', level: 'city', year: 2030, applicant: '区政务中心' }
    await o.tried(o.street, t, { ...unit, name: '区医院' })
    const id = await o.titled(unit, 88, '园林式2030-1')
    expect(
      (await o.tryOpen(o.street, t, { kind: 'compound', name: '梧桐苑', level: 'city', year: 2030, applicant: '物业' })).zh,
    ).toContain('小区')
    await o.titled(
      { kind: 'compound', name: '梧桐苑', level: 'city', year: 2030, applicant: '物业', compound },
      90,
      '园林式2030-2',
    )
    const later = '2040-01-01T00:00:00Z'
    expect((await o.figure('greening.garden-units', undefined, later))[0]?.value).toBe(1)
    expect((await o.figure('greening.garden-compounds', undefined, later))[0]?.value).toBe(1)
    await o.triedAct(o.checker, t, id, 'recheck', { lines: o.lines(80) })
    expect(await o.row(t, id)).toMatchObject({ status: 'withdrawn', faults: '得分80' })
    expect((await o.by('greening.titles-held', 'kind')).unit).toBeUndefined()
  })
})
