/** 油烟噪音、工地扬尘、洗车、外立面、小广告标准化. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, somewhere, type World, world } from '../world.ts'
import { type Appearance, openAppearance, type Row } from './appearance-office.ts'

const c = 'pollution.complaint'
describe('油烟噪声扬尘与洗车外立面', () => {
  let w: World
  let o: Appearance
  let ids: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openAppearance(w)
  })
  afterAll(() => w.close())
  /** Draws up an assessment scheme of one item that is scored by `indicator`; what the item says it is scored by. */
  const assessed = async (indicator: string, year: number): Promise<unknown> => {
    const assessor = await w.as('kaohe1')
    const values = { name: `${indicator}考核`, year, level: 'district', basis: '区城管委〔2026〕9号' }
    const scheme = await o.open(assessor, 'evaluation.scheme', values)
    const item = { code: 'P1', name: '计分', kind: 'score', full: 100, scoring: 'linear', target: 100, zeroAt: 50 }
    await assessor.act('evaluation.scheme', scheme, 'addItem', { ...item, clause: '第一条', indicator })
    await o.leader.act('evaluation.scheme', scheme, 'publish', { validFrom: `${year}-01-01` })
    const { body } = await assessor.get<Row>(`/rows/evaluation.scheme/${scheme}`)
    return body.items[0].indicator
  }

  it('fume-noise 油烟噪音投诉:测量对限值,超标责令复测,仍超标移送;处理、回复、满意三率各有分子', async () => {
    const grill = await o.shop('老街烧烤')
    const base = { source: 'petition', address: '湖滨路1号', happenedAt: o.at(60), what: '油烟呛人', phone: '13911110000' }
    const fume = { ...base, kind: 'fume', shop: grill, subjectName: '老街烧烤' }
    expect((await o.tryOpen(o.street, c, { ...fume, shop: null })).zh).toContain('须选商户')
    const first = await o.tried(o.street, c, fume)
    const measured = (value: number, extra: Row = {}) => ({
      value,
      measuredAt: o.at(),
      instrument: 'YY-01',
      photos: [photo()],
      ...extra,
    })
    await expect(o.officer.refused(c, first, 'measure', measured(2.6))).resolves.toContain('超标须责令')
    await o.triedAct(o.officer, c, first, 'measure', measured(2.6, { order: '清洗净化器' }))
    expect(await o.row(c, first)).toMatchObject({ status: 'ordered', limitValue: 2, isOver: true, dueOn: '2026-03-17' })
    await o.act(o.officer, c, first, 'remeasure', { value: 1.2, photos: [photo()], note: '已清洗' })
    expect(await o.row(c, first)).toMatchObject({ status: 'handled', revalue: 1.2 })
    await o.act(o.street, c, first, 'reply', { reply: '净化器已清洗,复测达标' })
    await o.act(o.street, c, first, 'survey', { satisfaction: 'satisfied' })
    const again = await o.open(o.street, c, { ...fume, source: 'hotline' })
    expect((await o.row(c, again)).earlier).toBe(1)
    await o.act(o.officer, c, again, 'measure', measured(3, { order: '停用整改' }))
    await expect(o.officer.refused(c, again, 'remeasure', { value: 2.4, photos: [photo()], note: '仍超' })).resolves.toContain(
      '证照号',
    )
    await o.act(o.officer, c, again, 'remeasure', {
      value: 2.4,
      photos: [photo()],
      note: '仍超',
      partyCode: '91320499MA1QH0001X',
    })
    expect((await o.list('enforcement.penalty')).find((x) => x.sourceId === again)).toMatchObject({
      topic: 'dust',
      lawCode: 'V16',
    })
    await o.act(o.street, c, again, 'reply', { reply: '已移送处罚' })
    await o.act(o.street, c, again, 'survey', { satisfaction: 'dissatisfied' })
    const noise = await o.open(o.street, c, { ...base, kind: 'noise', subjectName: '歌厅', address: '二路' })
    await o.act(o.officer, c, noise, 'measure', measured(58, { zone: '2' }))
    expect(await o.row(c, noise)).toMatchObject({ status: 'handled', limitValue: 60, isOver: false })
    await o.open(o.street, c, { ...base, kind: 'noise', subjectName: '健身房', address: '三路' })
    const s = await o.sheet('/pollution/rates', o.year)
    expect(s).toMatchObject({
      received: 4,
      handled: 3,
      handledPercent: 75,
      replied: 2,
      repliedPercent: 50,
      surveyed: 2,
      satisfied: 1,
      satisfiedPercent: 50,
    })
    expect(s.repeated).toMatchObject([{ shop: grill, times: 2, over: 2 }])
    expect([
      await o.value('pollution.complaints-handled'),
      await o.value('pollution.handled-rate'),
      await o.value('pollution.satisfied-rate'),
    ]).toEqual([3, 75, 50])
    expect(await o.by('pollution.complaints', 'kind')).toEqual({ fume: 2, noise: 2 })
  })

  it('oil-stain-wall 油污墙面路面:限期清洗、复查退回、整改起数', async () => {
    const q = 'pollution.stain'
    const values = { kind: 'wall', owner: '老街烧烤', address: '湖滨路1号后墙', areaM2: 6, dueOn: o.later(3), photos: [photo()] }
    expect((await o.tryOpen(o.officer, q, { ...values, dueOn: '2026-03-01' })).zh).toContain('不能早于今天')
    const id = await o.tried(o.officer, q, values)
    await o.triedAct(o.street, q, id, 'wash', { washedOn: o.today(), afterPhotos: [photo()] })
    await o.act(o.officer, q, id, 'sendBack', { dueOn: o.later(5), note: '墙角仍有油渍' })
    expect(await o.row(q, id)).toMatchObject({ status: 'ordered', returns: 1 })
    await o.act(o.street, q, id, 'wash', { washedOn: o.today(), afterPhotos: [photo()] })
    expect(await o.value('pollution.stains')).toBe(0)
    await o.act(o.officer, q, id, 'close')
    const road = await o.open(o.officer, q, { ...values, kind: 'road', address: '湖滨路路面' })
    await o.act(o.street, q, road, 'wash', { washedOn: o.today(), afterPhotos: [photo()] })
    await o.act(o.officer, q, road, 'close')
    expect(await o.by('pollution.stains', 'kind')).toEqual({ wall: 1, road: 1 })
  })

  it('construction-site 工地:六个百分之百联合检查评分,三项不达标停工,全达标复工,移送处罚', async () => {
    const q = 'pollution.site'
    const values = {
      name: '东湖广场工地',
      address: '东湖路8号',
      builder: '城建三公司',
      builderCode: '91320499MA1QH9001X',
      owner: '东湖置业',
      fromOn: '2026-01-01',
      toOn: '2027-06-30',
      washer: '自动冲洗台',
      isNightPermitted: false,
    }
    const id = await o.tried(o.street, q, values)
    ids = { site: id }
    const items = ['fence', 'cover', 'wash', 'ground', 'wet', 'sealed']
    const checkOf = (bad: readonly string[], extra: Row = {}) => ({
      site: id,
      checkedOn: o.today(),
      team: ['城管局', '住建局'],
      lines: items.map((item) => ({ item, isOk: !bad.includes(item), ...(bad.includes(item) ? { note: '不到位' } : {}) })),
      muck: '渣土日清',
      photos: [photo()],
      ...extra,
    })
    const k = 'pollution.site-check'
    expect((await o.tryOpen(o.officer, k, checkOf([], { team: ['城管局'] }))).zh).toContain('两个以上')
    expect((await o.tryOpen(o.officer, k, { ...checkOf([]), lines: checkOf([]).lines.slice(1) })).zh).toContain('六项')
    await o.tried(o.officer, k, checkOf(['wash', 'cover']))
    expect(await o.row(q, id)).toMatchObject({ status: 'working', score: 66.67, bad: ['物料覆盖', '出入车辆冲洗'] })
    const bad = await o.open(o.officer, k, checkOf(['wash', 'cover', 'wet']))
    expect(await o.row(q, id)).toMatchObject({ status: 'suspended', score: 50, stops: 1 })
    await o.open(o.officer, k, checkOf(['wet']))
    expect((await o.row(q, id)).status).toBe('suspended')
    await o.triedAct(o.officer, k, bad, 'transfer', { note: '拒不整改' })
    expect((await o.list('enforcement.penalty')).find((x) => x.sourceId === bad)).toMatchObject({ lawCode: 'V18', topic: 'dust' })
    await o.open(o.officer, k, checkOf([]))
    expect(await o.row(q, id)).toMatchObject({ status: 'working', score: 100 })
    expect([
      await o.value('pollution.site-checks'),
      await o.value('pollution.site-score'),
      await o.value('pollution.sites'),
    ]).toEqual([4, 75, 1])
  })

  it('noise-night 夜间运输与施工噪声:须记车牌、夜间测量、施工场界限值,按月与白天准运对照', async () => {
    await w.clock.to('2026-03-03 23:30')
    const base = { source: 'mass', address: '东湖路', happenedAt: o.at(30), what: '渣土车轰鸣' }
    expect((await o.tryOpen(o.street, c, { ...base, kind: 'transport', subjectName: '东湖路段' })).zh).toContain('须记车牌')
    expect(
      (
        await o.tryOpen(o.street, c, {
          ...base,
          kind: 'transport',
          subjectName: '东湖路段',
          plates: ['苏D99999'],
          happenedAt: '2026-03-03T15:00:00+08:00',
        })
      ).zh,
    ).toContain('22时至次日6时')
    const truck = await o.tried(o.street, c, { ...base, kind: 'transport', subjectName: '东湖路段', plates: ['苏D99999'] })
    expect(await o.row(c, truck)).toMatchObject({ isNight: true, unpermitted: ['苏D99999'] })
    const build = await o.open(o.street, c, { ...base, kind: 'construction', site: ids.site, subjectName: '东湖广场工地' })
    const measured = (value: number, extra: Row = {}) => ({
      value,
      measuredAt: o.at(),
      instrument: 'SJ-02',
      photos: [photo()],
      ...extra,
    })
    await expect(
      o.officer.refused(c, build, 'measure', measured(60, { order: '停', measuredAt: '2026-03-03T15:00:00+08:00' })),
    ).resolves.toContain('须夜间测量')
    await o.act(o.officer, c, build, 'measure', measured(60, { order: '立即停止夜间施工' }))
    expect(await o.row(c, build)).toMatchObject({ status: 'ordered', limitValue: 55, isOver: true })
    await o.act(o.officer, c, truck, 'measure', measured(54, { zone: '4' }))
    expect(await o.row(c, truck)).toMatchObject({ status: 'handled', limitValue: 55 })
    const { months } = await o.sheet('/pollution/nights', { year: '2026' })
    expect(months).toHaveLength(12)
    expect(months[2]).toMatchObject({
      month: '2026-03',
      transport: 1,
      construction: 1,
      social: 0,
      over: 1,
      unpermitted: 1,
      dayPermits: 0,
    })
    expect(await o.value('pollution.night-transport')).toBe(1)
    expect((await o.leader.get('/pollution/nights', { year: 'x' })).status).toBe(400)
    await w.clock.to('2026-03-04 09:00')
    expect((await o.sheet('/pollution/nights', { year: '2026' })).effect).toEqual([
      { hasPermits: false, nights: 62, complaints: 1, perNight: 0.016 },
    ])
  })

  it('road-dust 道路扬尘:行业与属地责任、积尘测试超限冲洗复测,得分进尘量考核', async () => {
    await w.clock.to('2026-03-10 09:00')
    const duty = {
      name: '湖滨路',
      tradeUnit: '环卫处',
      townUnit: '湖滨街道',
      contractor: '洁城环卫',
      sources: ['工地出口'],
      areaM2: 12000,
    }
    await o.tryAdd('pollution.road-duty', duty)
    const road = await o.add('pollution.road-duty', duty)
    const other = await o.add('pollution.road-duty', { ...duty, name: '东湖路', contractor: '绿城环卫' })
    const q = 'pollution.dust-test'
    const test = (of: string, gramM2: number, extra: Row = {}) => ({
      road: of,
      testedOn: o.today(),
      gramM2,
      spots: 3,
      photos: [photo()],
      ...extra,
    })
    expect((await o.tryOpen(o.officer, q, test(road, 14))).zh).toContain('扬尘源')
    const over = await o.tried(o.officer, q, test(road, 14, { cause: '工地带泥' }))
    expect(await o.row(q, over)).toMatchObject({ status: 'ordered', isOver: true, score: 80 })
    await o.triedAct(o.street, q, over, 'wash', { washPhotos: [photo()] })
    await o.act(o.officer, q, over, 'retest', { regramM2: 11, photos: [photo()] })
    expect((await o.row(q, over)).status).toBe('ordered')
    await o.act(o.street, q, over, 'wash', { washPhotos: [photo()] })
    await o.act(o.officer, q, over, 'retest', { regramM2: 7, photos: [photo()] })
    await o.open(o.officer, q, test(other, 10))
    const s = await o.sheet('/pollution/dust', { month: '2026-03' })
    expect(s.limit).toBe(10)
    expect(s.rows.map((r: Row) => [r.contractor, r.gram, r.over, r.score])).toEqual([
      ['绿城环卫', 10, 0, 100],
      ['洁城环卫', 14, 1, 80],
    ])
    expect(s.contractors).toEqual([
      { contractor: '绿城环卫', tests: 1, score: 100 },
      { contractor: '洁城环卫', tests: 1, score: 80 },
    ])
    expect([await o.value('pollution.dust-tests'), await o.value('pollution.dust-gram')]).toEqual([2, 12])
    expect([await o.value('pollution.dust-score'), await assessed('pollution.dust-score', 2026)]).toEqual([
      90,
      'pollution.dust-score',
    ])
  })

  it('facade-archive 外立面普查一楼一档:每面一照、材质、广告、空调、面积合计', async () => {
    const q = 'pollution.facade'
    const sides = [
      { side: 'south', areaM2: 1200.5, ads: 3, units: 20 },
      { side: 'east', areaM2: 600, ads: 1, units: 8 },
    ]
    const values = {
      name: '金融大厦',
      address: '湖滨路88号',
      road: 'main',
      material: 'glass',
      owner: '金融置业',
      phone: '13922223333',
      sides,
      photos: [photo(), photo()],
      state: 'clean',
      cleanedOn: '2025-06-01',
    }
    expect((await o.tryOpen(o.street, q, { ...values, photos: [photo()] })).zh).toContain('每个立面')
    const id = await o.tried(o.street, q, values)
    ids = { ...ids, tower: id }
    expect(await o.row(q, id)).toMatchObject({ areaM2: 1800.5, ads: 4, units: 28, dueOn: '2026-06-01', status: 'kept' })
    const other = await o.open(o.street, q, {
      ...values,
      name: '老邮局',
      material: 'tile',
      road: 'other',
      sides: sides.slice(1),
      photos: [photo()],
    })
    expect((await o.row(q, other)).dueOn).toBe('2027-06-01')
    expect(await o.by('pollution.facades', 'material')).toEqual({ glass: 1, tile: 1 })
    expect(await o.sheet('/pollution/facades')).toMatchObject({ buildings: 2, overdue: 0, areaM2: 2400.5, rows: [] })
  })

  it('building-cleaning 楼宇清洗:到期列清单并通知业主,高空须持证投保,面积不超档案,清洗后重新计期', async () => {
    await w.clock.to('2026-06-05 09:00')
    expect(await o.row('pollution.facade', String(ids.tower))).toMatchObject({ status: 'overdue', notices: 1 })
    expect((await o.texts('金融大厦'))[0]).toContain('2026-06-01前清洗')
    expect((await o.sheet('/pollution/facades')).rows).toMatchObject([{ facade: ids.tower, days: 4 }])
    const q = 'pollution.cleaning'
    const values = {
      facade: ids.tower,
      contractor: '蜘蛛人清洗公司',
      method: 'rope',
      plannedOn: o.later(1),
      plan: '双绳作业',
      workers: 3,
      isInsured: true,
    }
    expect((await o.tryOpen(o.street, q, { ...values, isInsured: false })).zh).toContain('持证人员并投保')
    const id = await o.tried(o.street, q, values)
    await w.clock.to('2026-06-07 17:00')
    const done = { doneOn: o.today(), photos: [photo()] }
    await expect(o.street.refused(q, id, 'finish', { ...done, doneM2: 2000 })).resolves.toContain('1800.5㎡')
    await o.triedAct(o.street, q, id, 'finish', { ...done, doneM2: 1800.5 })
    expect(await o.row('pollution.facade', String(ids.tower))).toMatchObject({
      status: 'kept',
      cleanedOn: '2026-06-07',
      dueOn: '2027-06-07',
      cleanings: 1,
    })
    expect([await o.value('pollution.cleaned-m2'), await o.value('pollution.facades-overdue')]).toEqual([1800.5, 0])
  })

  it('car-wash 洗车场标准化:水源、排水、场地、占道排队、标价六项评分定级,C级整改复查,无证占道洗车成案', async () => {
    const q = 'pollution.wash'
    const values = { name: '快洁洗车', address: '三路5号', licence: '91320499MA1QH7777X', water: 'tap', bays: 3, priceFen: 3000 }
    const id = await o.tried(o.street, q, values)
    const check = (extra: Row = {}) => ({
      checkedOn: o.today(),
      isDrained: true,
      isSettled: true,
      isRecycled: false,
      isYardHard: true,
      isOffRoad: true,
      isPriced: true,
      photos: [photo()],
      ...extra,
    })
    await expect(o.officer.refused(q, id, 'check', check())).resolves.toContain('C级须写明')
    await o.triedAct(o.officer, q, id, 'check', check({ faults: '没有排水许可', dueOn: o.later(15) }))
    expect(await o.row(q, id)).toMatchObject({ status: 'ordered', grade: 'C', score: 83.33 })
    await o.act(o.street, q, id, 'permit', { drainNo: '苏排字2026-18' })
    await o.act(o.officer, q, id, 'check', check())
    expect(await o.row(q, id)).toMatchObject({ status: 'listed', grade: 'B', checks: 2 })
    await o.act(o.officer, q, id, 'check', check({ isOffRoad: false, faults: '排队占道', dueOn: o.later(3) }))
    expect((await o.row(q, id)).grade).toBe('C')
    await o.act(o.officer, q, id, 'check', check({ isRecycled: true }))
    expect(await o.row(q, id)).toMatchObject({ grade: 'A', score: 100, status: 'listed' })
    expect(await o.by('pollution.washes', 'grade')).toEqual({ A: 1 })
    const seen = { place: '四路桥下', operator: '不明', photos: [photo()] }
    await o.tryAdd('pollution.roadside-wash', seen, o.officer)
    await o.add('pollution.roadside-wash', seen, somewhere, o.officer)
    await o.add('pollution.roadside-wash', seen, somewhere, o.officer)
    expect((await o.list('cases.case')).filter((x) => String(x.description).includes('四路桥下'))).toHaveLength(1)
    expect(await o.value('pollution.roadside-washes')).toBe(2)
  })

  it('small-ad-standard 小区街巷小广告:每百米张数对标准,超出清理,得分进考核', async () => {
    const q = 'pollution.flyer-check'
    const compound = await o.compound('梧桐苑')
    const values = { compound, place: '梧桐苑', checkedOn: o.today(), lengthM: 200, flyers: 5, photos: [photo()] }
    const met = await o.tried(o.officer, q, values)
    expect(await o.row(q, met)).toMatchObject({ status: 'met', per100: 2.5, score: 100, isMet: true })
    const bad = await o.open(o.officer, q, { ...values, compound: null, place: '庙西巷', flyers: 14 })
    expect(await o.row(q, bad)).toMatchObject({ status: 'ordered', per100: 7, score: 80 })
    await o.triedAct(o.street, q, bad, 'clean', { sheets: 14, cleanedOn: o.today(), cleanPhotos: [photo()] })
    const s = await o.sheet('/pollution/flyers', o.year)
    expect(s).toMatchObject({
      limit: 3,
      rows: [{ town: o.here, checks: 2, met: 1, percent: 50, per100: 4.75, score: 90, sheets: 14 }],
    })
    expect([await o.value('pollution.flyer-met-rate'), await o.value('pollution.flyers-cleaned')]).toEqual([50, 14])
    expect([await o.value('pollution.flyer-score'), await assessed('pollution.flyer-score', 2027)]).toEqual([
      90,
      'pollution.flyer-score',
    ])
  })
})
