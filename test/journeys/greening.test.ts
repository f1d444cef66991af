/** 园林绿地:绿地、工程、规划、创建. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Greening, openGreening, type Row, square } from './greening-office.ts'

const p = 'greening.project'
describe('园林绿地、工程与规划', () => {
  let w: World
  let o: Greening
  let ids: Record<string, string> = {}
  const keep = (more: Record<string, string>) => {
    ids = { ...ids, ...more }
  }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openGreening(w)
    keep({ road: await o.road('湖滨大道'), segment: await o.segment('YH-01'), park: await o.park('HB') })
    await o.add('greening.basis', {
      year: 2026,
      current: 'yes',
      builtUpM2: 20_000,
      population: 500,
      dutyPopulation: 100,
      source: '统计公报',
    })
  })
  afterAll(() => w.close())

  it('green-space 绿地按类登记,绿地率、覆盖率、人均、服务半径按公式算,口袋公园验收自动入册', async () => {
    const values = o.spaceValues('G-01')
    const id = await o.triedAdd('greening.space', values, { geometry: square(80) })
    expect(
      await o.refusedAdd('greening.space', { ...values, code: 'G-02', handedOn: '2026-02-10' }, { geometry: square(80) }),
    ).toContain('养护标段')
    await o.space('G-03', { class: 'G2', form: 'shelter', areaM2: 2000, coverM2: 1000, buildKind: 'rebuilt' })
    await o.space('G-04', { class: 'EG', form: 'other', areaM2: 9000, coverM2: 9000 })
    expect(await o.figure('greening.land-rate')).toMatchObject([{ numerator: 8000, denominator: 20_000, value: 40 }])
    expect(await o.value('greening.cover-rate')).toBe(32)
    expect(await o.value('greening.per-head')).toBe(12)
    const block = (name: string, east: number, areaHa: number) =>
      o.add('greening.block', { name, areaHa }, { lon: somewhere.lon + east / 94_700, lat: somewhere.lat })
    await block('东湖地块', 300, 3)
    await block('远处地块', 620, 1)
    await o.job('greening.reach')
    expect(await o.value('greening.service-rate')).toBe(75)
    const pocket = await o.tried(o.data, p, o.project('pocket', '梧桐口袋公园'))
    await o.build(pocket)
    await o.accept(pocket, { shape: square(28, 600) })
    const built = (await o.list('greening.space')).find((s) => s.project === pocket)
    expect(built).toMatchObject({ form: 'pocket', class: 'G1', areaM2: 800, builtOn: '2026-03-02', state: 'open' })
    expect(await o.value('greening.pocket-parks')).toBe(1)
    expect(await o.by('greening.built-ha', 'buildKind')).toEqual({ new: 1.58, rebuilt: 0.2 })
    expect(await o.by('greening.spaces', 'class')).toEqual({ G1: 2, G2: 1, EG: 1 })
    keep({ space: id })
  })

  it('street-green-micro 微治理:居民意见不足、赞成不够不能定方案,逐项完成、无障碍合格才验收', async () => {
    const id = await o.tried(o.data, p, o.project('micro', '北门街角', { batch: '第一批' }))
    expect((await o.tryOpen(o.data, p, o.project('micro', '无面积', { areaM2: 0 }))).zh).toContain('面积')
    const design = (opinions: Row[]) => ({ design: [], opinions })
    await expect(o.data.refused(p, id, 'design', design(o.opinions(2)))).resolves.toContain('不少于3条')
    await expect(o.data.refused(p, id, 'design', design(o.opinions(1, 2)))).resolves.toContain('不到60%')
    await o.triedAct(o.data, p, id, 'design', design(o.opinions(3, 1)))
    expect(await o.row(p, id)).toMatchObject({ status: 'designed', support: 75 })
    await o.act(o.data, p, id, 'start')
    await expect(o.crew.refused(p, id, 'finish', { spentFen: 1, afterPhotos: [photo()] })).resolves.toContain('栽植0/120株')
    await o.act(o.crew, p, id, 'progress', { items: [{ item: '栽植', quantity: 120, unit: '株', done: 120 }] })
    await o.act(o.crew, p, id, 'finish', { spentFen: 29_000_000, afterPhotos: [photo()] })
    await expect(o.checker.refused(p, id, 'accept', { acceptedBy: '考核科', isAccessible: false })).resolves.toContain('无障碍')
    await o.accept(id)
    expect(await o.row(p, id)).toMatchObject({ status: 'accepted', isLate: false, keeper: '湖滨社区' })
    expect([await o.value('greening.micro-greens'), (await o.by('greening.micro-greens', 'batch')).第一批]).toEqual([1, 1])
  })

  it('greenway 绿道:验收入册计里程,维修封闭标明、恢复开放', async () => {
    const id = await o.tried(o.data, p, o.project('greenway', '码头路绿道', { areaM2: 0, lengthM: 3200, widthM: 3.5 }))
    expect((await o.tryOpen(o.data, p, o.project('greenway', '缺宽度', { lengthM: 100 }))).zh).toContain('宽度')
    await o.build(id)
    await o.accept(id)
    const way = (await o.list('greening.greenway')).find((g) => g.project === id)
    expect(way).toMatchObject({ lengthM: 3200, widthM: 3.5, state: 'open' })
    expect(await o.value('greening.greenway-km')).toBe(3.2)
    const r = 'greening.repair'
    const values = {
      greenway: way?.id,
      item: '路面拓宽',
      budgetFen: 900_000,
      isClosed: true,
      closedArea: '2号驿站至渡口',
      dueOn: o.later(10),
      photos: [photo()],
    }
    const repair = await o.tried(o.street, r, values)
    await o.act(o.crew, r, repair, 'start')
    expect(await o.row('greening.greenway', String(way?.id))).toMatchObject({
      state: 'closed',
      closedNote: '2号驿站至渡口:路面拓宽',
    })
    expect(await o.value('greening.greenway-closed-km')).toBe(3.2)
    const shown = (await w.anyone.get<Row>('/public/greening/map')).body.features.find((f: Row) => f.properties.id === way?.id)
    expect(shown.properties).toMatchObject({ layer: 'greenway', isOpen: false })
    await o.act(o.crew, r, repair, 'fix', { spentFen: 880_000, afterPhotos: [photo()] })
    await o.triedAct(o.checker, r, repair, 'open', { checkedBy: '陈安全' })
    expect(await o.row('greening.greenway', String(way?.id))).toMatchObject({ state: 'open', closedNote: null })
    expect(await o.value('greening.greenway-closed-km')).toBe(0)
  })

  it('garden-city-project 六大工程项目与指标表:项目、验收、资金按工程汇总,指标现值对标准', async () => {
    const add = (name: string, cityProgramme: string, budgetFen: number) =>
      o.open(o.data, p, o.project('other', name, { cityProgramme, budgetFen }))
    await o.tried(o.data, p, o.project('other', '湿地修复', { cityProgramme: 'ecology', budgetFen: 200_000_000 }))
    await add('滨河生态驳岸', 'ecology', 100_000_000)
    const done = await add('林荫路', 'space', 50_000_000)
    await o.build(done)
    await o.accept(done)
    await o.act(o.data, p, await add('重复列项', 'space', 1_000), 'drop', { reason: '重复' })
    const target = {
      item: '绿地率',
      indicator: 'greening.land-rate',
      least: 40,
      basis: '国家生态园林城市标准',
      evidence: [photo()],
    }
    await o.triedAdd('greening.city-target', target)
    await o.add('greening.city-target', {
      ...target,
      item: '人均公园绿地',
      indicator: 'greening.per-head',
      least: 14.8,
      evidence: [],
    })
    const sheet = await o.sheet('/greening/garden-city', { year: '2026' })
    expect(sheet.total).toBe(3)
    expect(sheet.programmes).toHaveLength(6)
    expect(sheet.programmes.find((x: Row) => x.programme === 'ecology')).toMatchObject({ projects: 2, accepted: 0, budget: 300 })
    expect(sheet.programmes.find((x: Row) => x.programme === 'space')).toMatchObject({ projects: 1, accepted: 1, budget: 50 })
    expect(sheet.targets.map((x: Row) => [x.value, x.isMet, x.evidence])).toEqual([
      [15.2, true, 0],
      [48, true, 1],
    ])
    expect((await o.leader.get('/greening/garden-city', { year: 'x' })).status).toBe(400)
    expect(await o.by('greening.city-projects', 'cityProgramme')).toEqual({ ecology: 2, space: 1 })
  })

  it('green-system-plan 规划地块对已建绿地,实施率、到期未建,年度目标对现值', async () => {
    const values = {
      name: '城市绿地系统规划(2018-2035)',
      fromYear: 2018,
      toYear: 2035,
      years: 18,
      approvedBy: '常政复〔2019〕1号',
      approvedOn: '2019-01-10',
    }
    const plan = await o.triedAdd('greening.plan', values)
    expect(await o.refusedAdd('greening.plan', { ...values, name: '错', years: 17 })).toContain('规划期')
    const plot = (code: string, buildBy: number, extra: Row = {}) =>
      o.add('greening.plot', { plan, code, landUse: '1401', areaM2: 8000, buildBy, ...extra }, { geometry: square(90) })
    await plot('P-1', 2025, { space: ids.space })
    await plot('P-2', 2026)
    await plot('P-3', 2030)
    await o.add('greening.plan-target', { plan, year: 2026, landRate: 41, coverRate: 45, perHead: 14 })
    expect(await o.value('greening.plan-years')).toBe(18)
    const sheet = await o.sheet('/greening/plan', { year: '2026' })
    expect(sheet.plans).toEqual([{ plan, plots: 3, plannedM2: 24_000, builtM2: 6000, percent: 25, late: 1 }])
    expect(sheet.targets.map((x: Row) => [x.item, x.target, x.isMet])).toEqual([
      ['绿地率', 41, true],
      ['绿化覆盖率', 45, false],
      ['人均公园绿地', 14, true],
    ])
  })

  it('green-quality 工程按阶段检查评分,不合格整改复检,未整改不能验收、不能评奖', async () => {
    const c = 'greening.check'
    const id = await o.open(o.data, p, o.project('garden', '质检小游园'))
    const line = (item: string, full: number, got: number, isKey = false) => ({
      item,
      isKey,
      full,
      got,
      ...(got < full ? { note: '土球偏小' } : {}),
    })
    const values = {
      kind: 'project',
      period: '2026-03',
      project: id,
      stage: 'plants',
      checkers: '质监站',
      lines: [line('苗木规格', 60, 40, true), line('栽植', 40, 40)],
      photos: [photo()],
    }
    const check = await o.tried(o.checker, c, values)
    expect(await o.row(c, check)).toMatchObject({ status: 'failed', score: 80, keys: '苗木规格', faults: 1 })
    expect((await o.tryOpen(o.checker, c, values)).zh).toContain('本期已评分')
    await o.build(id)
    await expect(o.checker.refused(p, id, 'accept', { acceptedBy: '考核科', isAccessible: true })).resolves.toContain(
      '1次质量检查',
    )
    const prize = { kind: 'prize', level: 'city', year: 2026, name: '戈裕良杯·质检小游园', applicant: '绿源公司', project: id }
    expect((await o.tryOpen(o.street, 'greening.title', prize)).zh).toContain('未整改')
    expect(await o.value('greening.quality-open')).toBe(1)
    await o.triedAct(o.checker, c, check, 'again', {
      lines: [line('苗木规格', 60, 60, true), line('栽植', 40, 36)],
      photos: [photo()],
    })
    expect(await o.row(c, check)).toMatchObject({ status: 'done', score: 96, keys: null })
    await o.accept(id)
    expect(await o.row(p, id)).toMatchObject({ quality: 96, deductFen: 280_000 })
    await o.titled(prize, 92, '戈裕良杯2026-1')
    expect(await o.by('greening.titles', 'kind')).toEqual({ prize: 1 })
    expect([await o.value('greening.quality-checks'), await o.value('greening.quality-open')]).toEqual([1, 0])
  })

  it('park-opening-transparent 围墙通透:须有安全绿化措施与居民意见,按米计', async () => {
    expect((await o.tryOpen(o.data, p, o.project('wall', '无公园', { lengthM: 10 }))).zh).toContain('公园')
    const id = await o.tried(
      o.data,
      p,
      o.project('wall', '东侧围墙通透', { areaM2: 0, lengthM: 420, park: ids.park, buildKind: 'rebuilt' }),
    )
    await expect(o.data.refused(p, id, 'design', { design: [], opinions: o.opinions(4) })).resolves.toContain('安全与绿化')
    await o.build(id, { safety: '矮墙绿篱、夜间照明' })
    await o.accept(id)
    expect(await o.value('greening.walls-opened-m')).toBe(420)
    expect(await o.by('greening.walls-opened-m', 'park')).toEqual({ [String(ids.park)]: 420 })
  })

  it('planting-road-upgrade 道路绿化提档:逐项数量,未完成不能报完工,按条计', async () => {
    expect((await o.tryOpen(o.data, p, o.project('road', '无路', { lengthM: 10 }))).zh).toContain('道路')
    const items = [
      { item: '补植', quantity: 300, unit: '株' },
      { item: '花箱', quantity: 40, unit: '个' },
    ]
    const id = await o.tried(o.data, p, o.project('road', '湖滨大道提档', { areaM2: 0, lengthM: 1200, road: ids.road, items }))
    await o.act(o.data, p, id, 'design', { design: [], opinions: [] })
    await o.act(o.data, p, id, 'start')
    await o.act(o.crew, p, id, 'progress', {
      items: [
        { ...items[0], done: 300 },
        { ...items[1], done: 12 },
      ],
    })
    await expect(o.crew.refused(p, id, 'finish', { spentFen: 1, afterPhotos: [photo()] })).resolves.toContain('花箱12/40个')
    await o.act(o.crew, p, id, 'progress', { items: items.map((i) => ({ ...i, done: i.quantity })) })
    await w.clock.to(`${o.later(91)} 09:00`)
    await o.act(o.crew, p, id, 'finish', { spentFen: 28_000_000, afterPhotos: [photo()] })
    await o.accept(id)
    expect(await o.row(p, id)).toMatchObject({ isLate: true, status: 'accepted' })
    expect(await o.value('greening.roads-upgraded')).toBe(1)
    expect(await o.value('greening.project-late-rate')).toBeCloseTo(100 / 7, 1)
  })

  it('small-garden-upgrade 小游园提档:改造现有绿地,居民意见、无障碍,台账随之更新', async () => {
    const old = await o.space('XYY-1', { form: 'other', areaM2: 900, coverM2: 600, builtOn: '2010-05-01' })
    const items = ['步道', '亲水平台', '驿站'].map((item) => ({ item, quantity: 1, unit: '处' }))
    const id = await o.tried(
      o.data,
      p,
      o.project('garden', '带状小游园提档', { space: old, buildKind: 'rebuilt', areaM2: 900, items }),
    )
    await o.build(id)
    await expect(o.checker.refused(p, id, 'accept', { acceptedBy: '考核科', isAccessible: false })).resolves.toContain('无障碍')
    await o.accept(id)
    expect(await o.row('greening.space', old)).toMatchObject({
      form: 'garden',
      buildKind: 'rebuilt',
      builtOn: o.today(),
      project: id,
    })
    expect(await o.value('greening.gardens-upgraded')).toBe(2)
  })

  it('rose-garden 邻里月季园:新建、改造分开计,社区管家与志愿者排班', async () => {
    const fresh = await o.tried(o.data, p, o.project('rose', '梧桐月季园'))
    await o.build(fresh)
    await o.accept(fresh)
    const old = await o.space('YJ-9', { form: 'other', builtOn: '2015-05-01' })
    const again = await o.open(o.data, p, o.project('rose', '精品月季园改造', { space: old, buildKind: 'rebuilt' }))
    await o.build(again)
    await o.accept(again)
    expect(await o.by('greening.rose-gardens', 'buildKind')).toEqual({ new: 1, rebuilt: 1 })
    const space = (await o.list('greening.space')).find((s) => s.project === fresh)?.id
    const values = {
      space,
      name: '周阿姨',
      phone: '13900002222',
      role: 'keeper',
      season: '春秋',
      duties: '修剪、浇水',
      isWeekly: true,
      onDays: ['1', '4'],
    }
    expect((await o.sheet('/greening/roster')).unkept).toBe(2)
    await o.triedAdd('greening.keeper', values, somewhere, o.street)
    expect(await o.refusedAdd('greening.keeper', { ...values, role: 'volunteer' })).toBeTruthy()
    await o.add('greening.keeper', { ...values, name: '吴同学', phone: '13900003333', role: 'volunteer', onDays: ['6'] })
    expect((await o.list('greening.keeper', { space })).map((k) => k.role).sort()).toEqual(['keeper', 'volunteer'])
    const roster = await o.sheet('/greening/roster')
    expect([roster.newRoses, roster.rebuiltRoses, roster.unkept]).toEqual([1, 1, 1])
    expect(roster.rows.find((r: Row) => r.space === space)).toMatchObject({
      keepers: '周阿姨',
      volunteers: 1,
      seasons: '春秋',
      days: '周一、周四、周六',
      freeDays: '周二、周三、周五、周日',
    })
  })

  it('garden-map 公众地图:公园、绿道、口袋公园、古树、花事各一层,可下载', async () => {
    await o.add('greening.ancient', {
      code: '320400-0001',
      species: '银杏',
      age: 520,
      grade: 'first',
      heightM: 22,
      girthCm: 410,
      radiusM: 8,
      keeper: '湖滨社区',
      health: 'good',
      isAdoptable: false,
    })
    const start = new Date(w.clock.now().getTime() + 5 * 86_400_000)
    const show = await o.open(o.data, 'greening.activity', {
      kind: 'flower',
      name: '月季花展',
      park: ids.park,
      venue: '月季园',
      mode: 'both',
      startsAt: start.toISOString(),
      endsAt: new Date(start.getTime() + 7_200_000).toISOString(),
      capacity: 80,
      organiser: '公园管理所',
    })
    await o.act(o.data, 'greening.activity', show, 'open')
    const answer = await w.anyone.get<Row>('/public/greening/map')
    expect([answer.status, answer.body.type]).toEqual([200, 'FeatureCollection'])
    const layers = new Set(answer.body.features.map((f: Row) => f.properties.layer))
    expect([...layers].sort()).toEqual(['ancient', 'flower', 'greenway', 'park', 'pocket'])
    const of = (layer: string) => answer.body.features.find((f: Row) => f.properties.layer === layer)
    expect(of('park').properties).toMatchObject({ name: 'HB公园', openHours: '全天', isOpen: true })
    expect(answer.body.features.some((f: Row) => f.properties.layer === 'pocket' && f.geometry?.type.endsWith('Polygon'))).toBe(
      true,
    )
    expect(of('ancient').geometry).toMatchObject({ type: 'Point' })
    expect(of('flower').properties.name).toBe('月季花展')
    // A park's picture is on the public's map only after it was looked over, and then it is the covered copy.
    const shot = photo()
    const { version } = await o.row('greening.park', ids.park ?? '')
    const edit = { values: { photos: [shot] }, version }
    expect((await o.data.patch<Row>(`/rows/greening.park/${ids.park}`, edit)).status).toBe(200)
    const pictures = async () => {
      const { features } = (await w.anyone.get<Row>('/public/greening/map')).body
      return features.find((f: Row) => f.properties.id === ids.park).properties.photos
    }
    expect(await pictures()).toEqual([])
    const asked = (await (await w.as('zhiban1')).get<Row>('/pictures/waiting')).body.pictures
    expect(asked.map((p: Row) => p.id)).toContain(shot)
  })

  it('garden-info-system 总览一页,试运行有未解决问题或未满期不能上线', async () => {
    const s = 'greening.trial'
    const id = await o.tried(o.data, s, {
      name: '生态园林管理信息系统',
      scope: '三个标段、两个公园',
      startsOn: o.today(),
      days: 30,
    })
    const live = { decision: 'live', days: 30, decidedBy: '李局长' }
    await o.act(o.data, s, id, 'list', { problems: [{ problem: '图层加载慢', isSolved: false }] })
    await expect(o.leader.refused(s, id, 'decide', live)).resolves.toContain('1个问题')
    await o.act(o.data, s, id, 'list', { problems: [{ problem: '图层加载慢', isSolved: true }] })
    await expect(o.leader.refused(s, id, 'decide', live)).resolves.toContain('未满30天')
    await w.clock.to(`${o.later(31)} 09:00`)
    await o.triedAct(o.leader, s, id, 'decide', live)
    const sheet = await o.sheet('/greening/overview')
    expect(sheet.trials).toEqual([{ trial: id, status: 'live', decidedOn: o.today() }])
    expect(sheet.assets.find((a: Row) => a.name === '绿道')).toEqual({ name: '绿道', count: 1, size: '3.20公里' })
    expect(sheet.spaces.reduce((n: number, x: Row) => n + x.count, 0)).toBe(await o.value('greening.spaces'))
    expect(sheet.open.find((x: Row) => x.name === '园林工程')).toMatchObject({ count: 2, overdue: 2 })
  })
})
