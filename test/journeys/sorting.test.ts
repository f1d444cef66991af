/** 垃圾分类: places and their titles, facilities, guides, checks, problems and what follows from them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import { openSorting, type Row, type Sorting } from './sorting-office.ts'

const p = 'sorting.place'
const t = 'sorting.title'
describe('垃圾分类:场所、检查、整改', () => {
  let w: World
  let o: Sorting
  let ids: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSorting(w)
  })
  afterAll(() => w.close())

  it('sorting-responsible-person 每处有管理责任人与公示牌,变更留痕,不履责责令整改直至移送处罚', async () => {
    const values = { name: '梧桐苑', kind: 'compound', households: 620, persons: 1860, isBuiltUp: true }
    const id = await o.tried(o.street, p, values)
    ids = { ...ids, wutong: id }
    expect((await o.tryOpen(o.street, p, { ...values, name: '市民中心', kind: 'unit' })).zh).toContain('单位类别')
    await expect(o.street.refused(p, id, 'publish', { signOn: o.today() })).resolves.toContain('没有确定管理责任人')
    await o.keeper(id)
    await o.act(o.street, p, id, 'publish', { signOn: o.today() })
    expect(await o.value('sorting.keeper-rate')).toBe(100)
    await o.keeper(id, '新湖物业有限公司')
    expect(await o.row(p, id)).toMatchObject({ keeper: '新湖物业有限公司', signOn: null })
    expect(await o.value('sorting.keeper-rate')).toBe(0)
    await o.act(o.street, p, id, 'publish', { signOn: o.today() })
    const names = (
      await o.query<{ c: Row }>(
        `select changes as c from kernel.journal where subject_id = $1 and action = 'appoint' order by seq`,
        [id],
      )
    ).map((j) => j.c.keeper)
    expect(names).toEqual(['湖滨物业服务有限公司', '新湖物业有限公司'])
    await o.open(o.head, 'sorting.check', o.visit('owner', id, [o.line('定时开放', false, '桶点全天落锁')]))
    const [problem] = await o.problemsOf(id)
    expect(problem).toMatchObject({
      source: 'owner',
      owner: '新湖物业有限公司',
      status: 'ordered',
      what: '定时开放:桶点全天落锁',
      dueOn: '2026-03-09',
    })
    for (const dueOn of ['2026-03-12', '2026-03-15']) {
      await o.act(o.street, 'sorting.problem', String(problem?.id), 'fix', { fixedNote: '已开锁', fixedPhotos: [photo()] })
      if (dueOn === '2026-03-12')
        await expect(
          o.head.refused('sorting.problem', String(problem?.id), 'transfer', { penalty: '拒不改正' }),
        ).resolves.toContain('满2次')
      await o.act(o.head, 'sorting.problem', String(problem?.id), 'sendBack', { fixedNote: '仍落锁', dueOn })
    }
    await o.triedAct(o.head, 'sorting.problem', String(problem?.id), 'transfer', { penalty: '两次复查仍不改正' })
    expect((await o.list('enforcement.penalty')).find((x) => x.sourceId === problem?.id)).toMatchObject({
      topic: 'sorting',
      lawCode: 'V21',
    })
    expect(await o.value('sorting.problems-transferred')).toBe(1)
  })

  it('sdyd-compound 三定一督小区:时段、点位、督导员登记后按清单验收,样板示范另评,覆盖率', async () => {
    const items = ['定时投放', '定点设施', '定人督导', '信息化管理']
    const id = String(ids.wutong)
    const other = await o.place('香樟园')
    ids = { ...ids, xiangzhang: other }
    const values = { place: id, title: 'sdyd', level: 'district', papers: [] }
    expect((await o.tryOpen(o.street, t, values)).zh).toContain('三定一督')
    await o.hours(id)
    expect((await o.tryOpen(o.street, t, values)).zh).toContain('还没有验收标准')
    await o.criteria('sdyd', items)
    const title = await o.tried(o.street, t, values)
    expect((await o.tryOpen(o.street, t, values)).zh).toContain('已申报')
    // Its checklist stands in the form line by line, as it was when it applied.
    expect((await o.row(t, title)).items.toSorted()).toEqual(items.toSorted())
    await expect(o.street.refused(t, title, 'town', o.allMet(items.slice(1)))).resolves.toContain('定时投放')
    await o.act(o.street, t, title, 'town', o.allMet(items, ['信息化管理']))
    expect(await o.row(t, title)).toMatchObject({ status: 'returned', faults: '信息化管理', returns: 1 })
    await o.act(o.street, t, title, 'again', { papers: [] })
    await o.act(o.street, t, title, 'town', o.allMet(items))
    await o.act(o.head, t, title, 'district', o.allMet(items))
    expect(await o.row(t, title)).toMatchObject({ status: 'accepted', year: 2026, acceptedOn: '2026-03-02' })
    expect(await o.row(p, id)).toMatchObject({ status: 'sdyd', sdydOn: '2026-03-02' })
    expect(await o.figure('sorting.sdyd-rate')).toMatchObject([{ numerator: 1, denominator: 2, value: 50 }])
    await o.criteria('sample', ['样板成效'])
    const sample = await o.open(o.street, t, { place: id, title: 'sample', level: 'town', papers: [] })
    await o.act(o.street, t, sample, 'town', o.allMet(['样板成效']))
    expect((await o.row(p, id)).model).toBe('sample')
    expect(await o.by('sorting.models', 'model')).toEqual({ sample: 1 })
  })

  it('standard-compound 市级、省级达标:镇、区、授予级逐级检查,年度目标与净增,复核不合格撤销', async () => {
    const items = ['准确率达标', '设施完好', '宣传到位']
    await o.criteria('standard', items)
    await o.add('sorting.target', { year: 2026, title: 'standard', level: 'province', count: 17 })
    await o.keeper(String(ids.xiangzhang))
    const apply = (place: string, level: string) => o.open(o.street, t, { place, title: 'standard', level, papers: [] })
    const pass = async (id: string, isUpper: boolean) => {
      await o.act(o.street, t, id, 'town', o.allMet(items))
      await o.act(o.head, t, id, 'district', o.allMet(items))
      if (isUpper) await o.act(o.leader, t, id, 'upper', o.allMet(items))
    }
    const province = await apply(String(ids.wutong), 'province')
    await o.act(o.street, t, province, 'town', o.allMet(items))
    expect((await o.row(p, String(ids.wutong))).status).toBe('sdyd')
    await o.act(o.head, t, province, 'district', o.allMet(items))
    await o.triedAct(o.leader, t, province, 'upper', o.allMet(items))
    expect((await o.row(p, String(ids.wutong))).status).toBe('province')
    const city = await apply(String(ids.xiangzhang), 'city')
    await pass(city, true)
    expect((await o.row(p, String(ids.xiangzhang))).status).toBe('city')
    expect(await o.value('sorting.province-accepted')).toBe(1)
    expect(await o.by('sorting.standard-accepted', 'level')).toEqual({ province: 1, city: 1 })
    await w.clock.to('2026-03-20 09:00')
    await o.act(o.head, t, city, 'recheck', o.allMet(items, ['设施完好']))
    expect(await o.row(t, city)).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-03-20', faults: '设施完好' })
    expect((await o.row(p, String(ids.xiangzhang))).status).toBe('listed')
    const sheet = await o.sheet('/sorting/creation', { year: '2026' })
    const of = (level: string) => sheet.rows.find((r: Row) => r.title === 'standard' && r.level === level)
    expect(of('province')).toMatchObject({ target: 17, accepted: 1, withdrawn: 0, net: 1, held: 1, percent: 5.88 })
    expect(of('city')).toMatchObject({ target: 0, accepted: 1, withdrawn: 1, net: 0, held: 0, percent: null })
    expect((await o.leader.get('/sorting/creation', { year: 'x' })).status).toBe(400)
  })

  it('sorting-unit-village 分类单位与分类行政村各有清单,三种计数并列不合并', async () => {
    const unit = await o.place('区税务局', 'unit', { households: 0 })
    const village = await o.place('荷塘村', 'village', { isBuiltUp: false })
    ids = { ...ids, unit, village }
    await o.keeper(unit)
    await o.keeper(village, '荷塘村村民委员会')
    await o.criteria('unit', ['办公区设桶', '食堂厨余签约'])
    await o.criteria('village', ['户分类', '专车收运'])
    expect((await o.tryOpen(o.street, t, { place: unit, title: 'village', level: 'district', papers: [] })).zh).toContain(
      '不适用',
    )
    for (const [place, title, items] of [
      [unit, 'unit', ['办公区设桶', '食堂厨余签约']],
      [village, 'village', ['户分类', '专车收运']],
    ] as const) {
      const id = await o.tried(o.street, t, { place, title, level: 'district', papers: [] })
      await o.act(o.street, t, id, 'town', o.allMet(items))
      await o.act(o.head, t, id, 'district', o.allMet(items))
      expect((await o.row(p, place)).status).toBe('titled')
    }
    const figures = [
      await o.value('sorting.standard-accepted'),
      await o.value('sorting.units-accepted'),
      await o.value('sorting.villages-accepted'),
    ]
    expect(figures).toEqual([2, 1, 1])
    const { rows } = await o.sheet('/sorting/creation', { year: '2026' })
    expect(rows.filter((r: Row) => ['unit', 'village'].includes(r.title)).map((r: Row) => [r.title, r.accepted])).toEqual([
      ['unit', 1],
      ['village', 1],
    ])
  })

  it('sorting-demo-village 示范小区与示范湾组:申报、标准、验收、年度复核,示范图', async () => {
    const group = await o.place('荷塘村三湾', 'group', { parent: ids.village, households: 40, persons: 130 })
    expect(
      (await o.tryOpen(o.street, p, { name: '无村湾', kind: 'group', households: 1, persons: 1, isBuiltUp: false })).zh,
    ).toContain('行政村')
    await o.keeper(group, '三湾湾长')
    await o.criteria('demoGroup', ['四分类到户', '湾组公约'])
    await o.criteria('demo', ['示范成效'])
    const title = await o.tried(o.street, t, { place: group, title: 'demoGroup', level: 'district', papers: [] })
    await o.act(o.street, t, title, 'town', o.allMet(['四分类到户', '湾组公约']))
    await o.act(o.head, t, title, 'district', o.allMet(['四分类到户', '湾组公约']))
    const demo = await o.open(o.street, t, { place: ids.wutong, title: 'demo', level: 'town', papers: [] })
    await o.act(o.street, t, demo, 'town', o.allMet(['示范成效']))
    expect([await o.value('sorting.demo-groups'), await o.value('sorting.demo-compounds')]).toEqual([1, 1])
    const map = (await o.sheet('/sorting/rural')).titled
    expect(map.map((x: Row) => [x.name, x.lon])).toEqual([
      ['梧桐苑', o.somewhere.lon],
      ['荷塘村三湾', o.somewhere.lon],
    ])
    await o.act(o.head, t, title, 'recheck', o.allMet(['四分类到户', '湾组公约']))
    expect((await o.row(t, title)).recheckedOn).toBe('2026-03-20')
    await o.act(o.head, t, title, 'recheck', o.allMet(['四分类到户', '湾组公约'], ['湾组公约']))
    expect([(await o.row(p, group)).status, await o.value('sorting.demo-groups')]).toEqual(['listed', 0])
    expect(await o.by('sorting.titles-withdrawn', 'title')).toEqual({ standard: 1, demoGroup: 1 })
  })

  it('new-compound-facilities 按户数与标准算应配,验收比对,不足退回', async () => {
    const v = 'sorting.provision'
    const id = await o.tried(o.street, v, { name: '新城壹号', households: 1250 })
    const asked = Object.fromEntries(((await o.row(v, id)).required as Row[]).map((r) => [r.item, r.need]))
    expect(asked).toEqual({ 收集点: 5, '亭(屋)': 2, 厨余桶: 25, 其他垃圾桶: 25, 可回收物桶: 5, 有害垃圾桶: 5 })
    const built = { points: 5, kiosks: 1, kitchenBins: 25, otherBins: 20, recyclableBins: 5, hazardousBins: 5, photos: [photo()] }
    await o.triedAct(o.head, v, id, 'inspect', built)
    expect(await o.row(v, id)).toMatchObject({ status: 'short', gaps: '亭(屋)缺1、其他垃圾桶缺5', acceptedOn: null })
    expect(await o.value('sorting.provision-rate')).toBe(0)
    await o.act(o.head, v, id, 'inspect', { ...built, kiosks: 2, otherBins: 25 })
    expect(await o.row(v, id)).toMatchObject({ status: 'accepted', gaps: null, acceptedOn: '2026-03-20' })
    expect(await o.value('sorting.provision-rate')).toBe(100)
  })

  it('sorting-bins-kiosks 四分类桶、亭(屋)、智能设备、兑换机、暂存点分类计数,报修恢复', async () => {
    const values = {
      code: 'T-1',
      kind: 'bin',
      place: ids.wutong,
      quantity: 1,
      streams: [],
      installedOn: '2025-05-01',
      state: 'good',
    }
    await o.tryAdd('sorting.facility', values)
    await o.facility('T-1', String(ids.wutong), 'bin', { quantity: 40 })
    await o.facility('T-2', String(ids.wutong), 'bin', { quantity: 6, streams: ['kitchen', 'other'] })
    await o.facility('K-1', String(ids.wutong), 'kiosk', { quantity: 2 })
    await o.facility('Z-1', String(ids.wutong), 'smart', { quantity: 3, streams: ['recyclable'] })
    await o.facility('D-1', String(ids.wutong), 'machine', { streams: [] })
    await o.facility('B-1', String(ids.wutong), 'bulky', { streams: [], capacityM3: 20 })
    const short = await o.data.post<Row>('/rows/sorting.facility', {
      values: { ...values, code: 'B-2', kind: 'bulky' },
      place: o.somewhere,
    })
    expect(short.body.zh).toContain('容量')
    const counts = ['bins', 'kiosks', 'smart-sets', 'machines', 'bulky-spots'].map((f) => o.value(`sorting.${f}`))
    expect(await Promise.all(counts)).toEqual([40, 2, 3, 1, 1])
    const [bin] = await o.list('sorting.facility', { code: 'T-1' })
    const broken = await o.open(o.head, 'sorting.problem', {
      source: 'facility',
      facility: bin?.id,
      place: ids.wutong,
      what: '桶盖破损',
      owner: '新湖物业',
    })
    expect((await o.row('sorting.facility', String(bin?.id))).state).toBe('broken')
    expect(await o.value('sorting.facilities-broken')).toBe(1)
    await o.rectify(broken)
    expect((await o.row('sorting.facility', String(bin?.id))).state).toBe('good')
  })

  it('collection-point-renovation 既有收集点补建改造:缺项、预算、前后照片、社区验收入台账', async () => {
    const r = 'sorting.renovation'
    const point = await o.facility('JD-1', String(ids.wutong))
    const values = {
      place: ids.wutong,
      facility: point,
      work: 'rebuild',
      gaps: '无洗手池、无棚',
      costFen: 2_000_000,
      dueOn: '2026-04-10',
      beforePhotos: [photo()],
    }
    const id = await o.tried(o.street, r, values)
    expect((await o.tryOpen(o.street, r, values)).zh).toContain('已在改造清单')
    const build = await o.open(o.street, r, {
      ...values,
      facility: null,
      work: 'build',
      gaps: '北区无收集点',
      dueOn: '2026-03-21',
    })
    expect(await o.value('sorting.renovation-left')).toBe(2)
    await w.clock.to('2026-03-25 09:00')
    await o.act(o.street, r, id, 'finish', { spentFen: 1_800_000, afterPhotos: [photo()] })
    await o.act(o.street, r, id, 'sendBack', { reason: '棚未固定' })
    await o.act(o.street, r, id, 'finish', { spentFen: 1_900_000, afterPhotos: [photo()] })
    await o.triedAct(o.street, r, id, 'accept', { acceptedBy: '湖滨社区 周主任', paper: [photo()] })
    await o.act(o.street, r, build, 'finish', { spentFen: 3_000_000, afterPhotos: [photo()] })
    await o.act(o.street, r, build, 'accept', { acceptedBy: '湖滨社区 周主任', paper: [photo()] })
    expect([(await o.row(r, id)).isLate, (await o.row(r, build)).isLate]).toEqual([false, true])
    expect(await o.by('sorting.renovated', 'work')).toEqual({ rebuild: 1, build: 1 })
    expect(await o.value('sorting.renovation-cost')).toBe(4.9)
    expect(await o.value('sorting.points')).toBe(2)
  })

  it('sorting-accuracy-check 抽点由平台抽签不能挑,开袋计对错,准确率按类、按小区', async () => {
    const s = 'sorting.sample'
    for (const n of [2, 3, 4]) await o.facility(`JD-${n}`, String(n === 4 ? ids.wutong : ids.xiangzhang))
    const id = await o.tried(o.head, s, { scope: 'compound', bags: 50 })
    const drawn = await o.row(s, id)
    expect(drawn).toMatchObject({ status: 'drawn', candidates: 5 })
    const [expected] = await o.query<{ id: string }>(
      `select f.id from sorting.facility f join sorting.place p on p.id = f.place where f.kind = 'point' and p.kind = 'compound' order by md5(f.id::text || $1) limit 1`,
      [id],
    )
    expect(drawn.facility).toBe(expected?.id)
    expect((await o.tryOpen(o.head, s, { scope: 'unit', bags: 5 })).zh).toContain('没有可抽')
    const count = (lines: Row[]) => ({ lines, photos: [photo()] })
    await expect(o.head.refused(s, id, 'count', count([{ stream: 'kitchen', checked: 10, correct: 9 }]))).resolves.toContain(
      '应开50袋',
    )
    await expect(o.head.refused(s, id, 'count', count([{ stream: 'kitchen', checked: 50, correct: 51 }]))).resolves.toContain(
      '不能多于',
    )
    await o.triedAct(
      o.head,
      s,
      id,
      'count',
      count([
        { stream: 'kitchen', checked: 20, correct: 17 },
        { stream: 'other', checked: 30, correct: 27 },
      ]),
    )
    // Drawn at the bureau, it is the town's where the point stands.
    const [at] = await o.list('sorting.facility', { id: String(drawn.facility) })
    expect([drawn.areaCode, (await o.list('sorting.bag'))[0]?.areaCode]).toEqual([at?.areaCode, at?.areaCode])
    expect(await o.row(s, id)).toMatchObject({ status: 'counted', correct: 44, accuracy: 88, place: drawn.place })
    expect(await o.figure('sorting.accuracy')).toMatchObject([{ numerator: 44, denominator: 50, value: 88 }])
    expect(await o.by('sorting.accuracy', 'stream')).toEqual({ kitchen: 85, other: 90 })
    expect(await o.by('sorting.bags', 'place')).toEqual({ [drawn.place]: 50 })
    ids = { ...ids, sampled: drawn.place }
  })

  it('sorting-guide-training 指导员培训签到考试,有效期写入,过期标出,与准确率对照', async () => {
    const guide = (name: string, phone: string, place: string) =>
      o.add('sorting.guide', { name, phone, place, hours: '07:00-09:00', fromOn: '2026-01-05' })
    const wang = await guide('王指导', '13900002001', String(ids.sampled))
    const li = await guide('李指导', '13900002002', String(ids.wutong))
    const g = 'sorting.training'
    const id = await o.tried(o.data, g, { topic: '分类标准与劝导', heldOn: o.today(), teacher: '周老师', mode: 'room' })
    await expect(o.data.refused(g, id, 'finish')).resolves.toContain('还没有签到')
    await o.triedAct(o.data, g, id, 'attend', { guide: wang, isPresent: true, score: 85 })
    await expect(o.data.refused(g, id, 'attend', { guide: wang, isPresent: true, score: 90 })).resolves.toContain('已经登记')
    await o.act(o.data, g, id, 'attend', { guide: li, isPresent: true, score: 55 })
    await o.act(o.data, g, id, 'finish')
    expect(await o.row(g, id)).toMatchObject({ status: 'done', present: 2, passed: 1 })
    expect((await o.row('sorting.guide', wang)).validTo).toBe('2027-03-25')
    expect(await o.by('sorting.trained', 'isPassed')).toEqual({ true: 1, false: 1 })
    expect(await o.value('sorting.guides-valid-rate')).toBe(50)
    const sheet = await o.sheet('/sorting/guides')
    expect(sheet).toMatchObject({ guides: 2, valid: 1 })
    expect(sheet.rows[0]).toMatchObject({ guide: li, isValid: false })
    expect(sheet.rows[1]).toMatchObject({ guide: wang, isValid: true, accuracy: 88 })
  })

  it('unit-industry-check 机关单位、公共机构、行业主管部门督查:家次与家数分开', async () => {
    const school = await o.place('湖滨小学', 'unit', { unitKind: 'public', households: 0 })
    const bureau = await o.place('区商务局', 'unit', { unitKind: 'industry', households: 0 })
    expect(
      (await o.tryOpen(o.head, 'sorting.check', o.visit('industry', String(ids.wutong), [o.line('设桶', true)]))).zh,
    ).toContain('只检查单位')
    await o.tried(
      o.head,
      'sorting.check',
      o.visit('industry', String(ids.unit), [o.line('办公区设桶', true), o.line('制度上墙', false)]),
    )
    await o.open(o.head, 'sorting.check', o.visit('industry', String(ids.unit), [o.line('制度上墙', true)]))
    await o.open(o.head, 'sorting.check', o.visit('industry', school, [o.line('办公区设桶', true)]))
    await o.open(o.head, 'sorting.check', o.visit('industry', bureau, [o.line('行业督促', true)]))
    expect([await o.value('sorting.unit-visits'), await o.value('sorting.units-visited')]).toEqual([4, 3])
    expect(await o.by('sorting.unit-visits', 'unitKind')).toEqual({ organ: 2, public: 1, industry: 1 })
    const [problem] = await o.problemsOf(String(ids.unit))
    expect(problem).toMatchObject({ status: 'ordered', what: '制度上墙', source: 'industry' })
    await o.rectify(String(problem?.id))
    expect((await o.row('sorting.problem', String(problem?.id))).status).toBe('closed')
    expect(await o.by('sorting.problems-rectified-rate', 'source')).toMatchObject({ industry: 100 })
  })

  it('veteran-inspection-team 老干部督查组:督查次数与各镇街问题清单,整改与否', async () => {
    const c = 'sorting.check'
    await o.tried(
      o.head,
      c,
      o.visit('veteran', String(ids.xiangzhang), [
        o.line('桶边整洁', false, '垃圾落地'),
        o.line('公示牌', false),
        o.line('厨余纯净', true),
      ]),
    )
    await o.open(o.head, c, o.visit('veteran', String(ids.wutong), [o.line('桶边整洁', true)]))
    const dropped = await o.open(o.head, c, o.visit('veteran', String(ids.wutong), [o.line('误登', true)]))
    await o.act(o.data, c, dropped, 'discard', { reason: '重复' })
    expect(await o.value('sorting.veteran-visits')).toBe(2)
    const mine = (await o.problemsOf(String(ids.xiangzhang))).filter((x) => x.source === 'veteran')
    expect(mine.map((x) => x.what).sort()).toEqual(['公示牌', '桶边整洁:垃圾落地'])
    await o.rectify(String(mine[0]?.id))
    const { rows, open } = await o.sheet('/sorting/towns')
    expect(rows[0]).toMatchObject({ town: o.here, veteran: 2, returns: 2, isWeak: true, isSlow: false })
    expect(open.filter((x: Row) => x.source === 'veteran')).toHaveLength(1)
  })

  it('sorting-task-force 专班计划与暗访,问题按镇街归集,逾期即工作明显滞后', async () => {
    const c = 'sorting.check'
    const on = { phone: '13900001111', fromUnit: '湖滨街道', role: 'inspector', paper: '城管委办〔2026〕3号' }
    await o.tryAdd('sorting.seconded', { ...on, name: '张科长', validFrom: '2026-01-05' })
    await o.add('sorting.seconded', { ...on, name: '张科长', validFrom: '2026-01-05' })
    await o.add('sorting.seconded', { ...on, name: '陈干事', validFrom: '2026-01-05', validTo: '2026-02-01' })
    const early = o.visit('taskForce', String(ids.xiangzhang), [o.line('四分类齐全', true)])
    expect((await o.tryOpen(o.head, c, early)).zh).toContain('陈干事当天不在工作专班名册上')
    await o.add('sorting.seconded', { ...on, name: '陈干事', validFrom: '2026-03-01' })
    await o.tried(
      o.head,
      c,
      o.visit('taskForce', String(ids.xiangzhang), [o.line('四分类齐全', false), o.line('定时开放', false)], { plan: 'regular' }),
    )
    expect(
      (await o.tryOpen(o.head, c, o.visit('taskForce', String(ids.wutong), [o.line('重复', true), o.line('重复', true)]))).zh,
    ).toContain('重复')
    expect(await o.by('sorting.checks', 'team')).toMatchObject({ taskForce: 1, veteran: 2, industry: 4, owner: 1 })
    expect(await o.by('sorting.checks', 'plan')).toMatchObject({ regular: 1 })
    const before = (await o.sheet('/sorting/towns')).rows[0]
    expect(before).toMatchObject({ overdue: 0, isSlow: false })
    await w.clock.to('2026-04-02 09:00')
    const { rows } = await o.sheet('/sorting/towns')
    expect(rows[0]).toMatchObject({ overdue: 3, isSlow: true })
    expect((await o.list('sorting.problem')).filter((x) => x.status === 'ordered' && x.dueOn < '2026-04-02')).toHaveLength(3)
  })

  it('inspect-plus-supervise 督查+监察:满逾期才移交,保密只有授权岗位可读,整改清零才办结', async () => {
    const j = 'sorting.joint'
    const values = { town: o.here, kind: 'slow', facts: '三个问题逾期未整改' }
    const other = o.streets.find((x) => x !== o.here)
    expect((await o.tryOpen(o.leader, j, { ...values, town: other })).zh).toContain('满2个才列')
    const id = await o.tried(o.leader, j, values)
    for (const who of [o.data, o.head, o.street, o.stranger]) {
      expect((await who.get(`/rows/${j}/${id}`)).status).toBe(403)
      expect((await who.get(`/rows/${j}`)).status).toBe(403)
      expect((await who.get(`/subjects/${j}/${id}`)).status).toBe(403)
    }
    expect((await o.leader.get<Row>(`/rows/${j}/${id}`)).body).toMatchObject({ status: 'handed', overdue: 3 })
    await o.triedAct(o.leader, j, id, 'accept', { inspector: '区纪委监委 吴主任' })
    await o.act(o.leader, j, id, 'decide', { finding: '属实', measure: 'talk', dueOn: o.later(10) })
    await expect(o.leader.refused(j, id, 'close')).resolves.toContain('3个问题逾期')
    for (const x of (await o.list('sorting.problem')).filter((y) => y.status === 'ordered')) await o.rectify(String(x.id))
    await o.act(o.leader, j, id, 'close')
    expect((await o.leader.get<Row>(`/rows/${j}/${id}`)).body).toMatchObject({ status: 'closed', endedOn: '2026-04-02' })
    expect((await o.sheet('/sorting/towns')).rows[0]).toMatchObject({ overdue: 0, isSlow: false })
  })

  it('sorting-leadership 双组长会议:议定事项成督办,各镇街短板有责任人与期限', async () => {
    const m = 'sorting.meeting'
    const values = {
      topic: '垃圾分类推进',
      heldOn: o.today(),
      secretary: '区委赵书记',
      mayor: '区政府钱区长',
      decisions: [{ title: '补齐厨余收运车10辆', unit: o.unit, dueOn: o.later(20) }],
      shortfalls: [{ town: o.here, what: '厨余分出率低', owner: '湖滨街道孙主任', dueOn: o.later(30) }],
      minutes: [],
    }
    const id = await o.tried(o.data, m, values)
    expect((await o.tryOpen(o.data, m, { ...values, mayor: '区委赵书记' })).zh).toContain('两人')
    const nowhere = [{ ...values.shortfalls[0], town: w.district }]
    expect((await o.tryOpen(o.data, m, { ...values, shortfalls: nowhere })).zh).toContain('落到镇(街道)')
    expect(await o.row(m, id)).toMatchObject({ decided: 1, listed: 1 })
    const [task] = await o.list('sorting.task')
    expect(task).toMatchObject({ status: 'given', title: '补齐厨余收运车10辆', unit: o.unit })
    const short = (await o.list('sorting.problem')).find((x) => x.source === 'meeting')
    expect(short).toMatchObject({ areaCode: o.here, owner: '湖滨街道孙主任', dueOn: o.later(30), status: 'ordered' })
    await o.triedAct(o.collector, 'sorting.task', String(task?.id), 'report', { result: '已购置10辆', photos: [photo()] })
    expect(await o.value('sorting.tasks-in-time-rate')).toBe(0)
    await o.act(o.data, 'sorting.task', String(task?.id), 'confirm')
    expect(await o.row('sorting.task', String(task?.id))).toMatchObject({ status: 'done', isLate: false })
    expect([await o.value('sorting.meetings'), await o.value('sorting.tasks-in-time-rate')]).toEqual([1, 100])
    await o.rectify(String(short?.id))
  })

  it('compound-rating 微风行动、争优除差:月度评级,准确率与未整改动态升降,红黑榜,优良率', async () => {
    const at = async (local: string) => w.clock.to(local)
    await at('2026-05-10 09:00')
    const ok = (n: number, bad = 0) => [
      ...Array.from({ length: n }, (_, i) => o.line(`项${i}`, true)),
      ...Array.from({ length: bad }, (_, i) => o.line(`缺${i}`, false)),
    ]
    const good = await o.place('银杏里')
    const poor = await o.place('旧厂宿舍')
    await o.tried(o.head, 'sorting.check', o.visit('breeze', good, ok(10)))
    await o.open(o.head, 'sorting.check', o.visit('contend', good, ok(9, 1)))
    await o.open(o.head, 'sorting.check', o.visit('contend', poor, ok(7, 3)))
    for (const x of await o.problemsOf(good)) await o.rectify(String(x.id))
    await at('2026-06-01 08:00')
    await o.job('sorting.rating')
    await o.job('sorting.rating')
    const of = async (month: string) => (await o.sheet('/sorting/ratings', { month })).rows as Row[]
    expect((await of('2026-05')).map((r) => [r.place, r.grade, r.list, r.move])).toEqual([
      [poor, 'poor', 'black', 'fresh'],
      [good, 'excellent', 'red', 'fresh'],
    ])
    expect((await of('2026-05'))[0]?.reasons).toBe('未整改3个,降一级')
    expect(await o.sheet('/sorting/ratings', { month: '2026-05' })).toMatchObject({ rated: 2, good: 1, percent: 50 })
    expect(await o.row(p, poor)).toMatchObject({ rating: 'poor', ratedMonth: '2026-05' })
    for (const x of await o.problemsOf(poor)) await o.rectify(String(x.id))
    await o.open(o.head, 'sorting.check', o.visit('contend', poor, ok(10)))
    await o.open(o.head, 'sorting.check', o.visit('breeze', good, ok(7, 3)))
    await at('2026-07-01 08:00')
    await o.job('sorting.rating')
    expect((await of('2026-06')).map((r) => [r.place, r.grade, r.previous, r.move])).toEqual([
      [good, 'poor', 'excellent', 'down'],
      [poor, 'excellent', 'poor', 'up'],
    ])
    expect(await o.by('sorting.good-rate', 'month')).toEqual({ '2026-05': 50, '2026-06': 50 })
    expect((await o.leader.get('/sorting/ratings', { month: '2026' })).status).toBe(400)
  })

  it('social-supervisor 监督员聘任、每月走访报告成案、考评补贴、期满续聘', async () => {
    const v = 'sorting.supervisor'
    const values = {
      name: '郑监督',
      phone: '13900003001',
      town: o.here,
      fromOn: '2026-07-01',
      toOn: '2026-08-31',
      monthly: 2,
      allowanceFen: 20_000,
    }
    const id = await o.tried(o.data, v, values)
    const report = (month: string, lines: Row[]) => ({ supervisor: id, month, lines, photos: [photo()] })
    const ok = (point: string) => ({ point, isOk: true })
    expect(
      (await o.tryOpen(o.street, 'sorting.supervisor-report', report('2026-07', [{ point: '北门', isOk: false }]))).zh,
    ).toContain('须写明')
    await o.tried(
      o.street,
      'sorting.supervisor-report',
      report('2026-07', [ok('南门桶点'), { point: '北门桶点', isOk: false, note: '垃圾满溢' }]),
    )
    expect((await o.list('cases.case')).filter((c) => String(c.description).includes('北门桶点垃圾满溢'))).toHaveLength(1)
    expect((await o.tryOpen(o.street, 'sorting.supervisor-report', report('2026-07', [ok('重复')]))).zh).toContain('先作废再报')
    expect((await o.tryOpen(o.street, 'sorting.supervisor-report', report('2026-09', [ok('早')]))).zh).toContain('不在聘期内')
    await expect(o.data.refused(v, id, 'pay', { month: '2026-05', mark: 'good' })).resolves.toContain('聘期自')
    await o.triedAct(o.data, v, id, 'pay', { month: '2026-07', mark: 'good' })
    await expect(o.data.refused(v, id, 'pay', { month: '2026-07', mark: 'good' })).resolves.toContain('已考评')
    await expect(o.data.refused(v, id, 'pay', { month: '2026-09', mark: 'pass' })).resolves.toContain('还没有到')
    expect(await o.row(v, id)).toMatchObject({ reports: 1, marks: [{ month: '2026-07', points: 2, mark: 'good', fen: 20_000 }] })
    await w.clock.to('2026-08-20 09:00')
    await expect(o.data.refused(v, id, 'pay', { month: '2026-08', mark: 'pass' })).resolves.toContain('应走访2个点')
    expect([
      await o.value('sorting.supervisors'),
      await o.value('sorting.supervisor-points'),
      await o.value('sorting.supervisor-problems'),
    ]).toEqual([1, 2, 1])
    await w.clock.to('2026-09-01 09:00')
    expect((await o.row(v, id)).status).toBe('expired')
    // The last month of a term is told and marked before it is decided whether there is another.
    await expect(o.data.refused(v, id, 'renew', { toOn: '2027-08-31' })).resolves.toContain('最后一个月还没有考评')
    expect((await o.tryOpen(o.street, 'sorting.supervisor-report', report('2026-08', [ok('东门'), ok('东门')]))).zh).toContain(
      '只记一次',
    )
    await o.open(o.street, 'sorting.supervisor-report', report('2026-08', [ok('东门'), ok('西门')]))
    await o.act(o.data, v, id, 'pay', { month: '2026-08', mark: 'pass' })
    await o.act(o.data, v, id, 'renew', { toOn: '2027-08-31' })
    expect(await o.row(v, id)).toMatchObject({ status: 'active', terms: 2, paidFen: 40_000 })
    // A month that is over and not marked is work.
    await w.clock.to('2026-10-01 09:00')
    expect((await o.row(v, id)).status).toBe('due')
    expect(await o.value('sorting.supervisors')).toBe(1)
    await o.act(o.data, v, id, 'pay', { month: '2026-09', mark: 'fail' })
    expect(await o.row(v, id)).toMatchObject({ status: 'active', paidFen: 40_000 })
    await o.act(o.data, v, id, 'dismiss', { reason: '迁居' })
    expect(await o.value('sorting.supervisors')).toBe(0)
  })
})
