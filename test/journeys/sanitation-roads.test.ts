/** 环卫:道路上的活——机扫、水扫、机械加人工、夜间组团、降尘、人行道、16小时、烟头收集器. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../world.ts'
import { iso, near, onePhoto, openSanitation, type Sanitation } from './sanitation-office.ts'

const o1 = 'sanitation.order'
const daily = (work: string, times: number, fromTime: string, toTime: string, more: object = {}) => ({
  work,
  times,
  per: 'day',
  fromTime,
  toTime,
  ...more,
})
/** What a vehicle's terminal sends: one fix every so many seconds along a parallel, the brush on or off. */
const drive = (from: string, seconds: number, fixes: number, eastM: number, north: number, isOn = true) => {
  const metre = 1 / (111_320 * Math.cos((31.7261 * Math.PI) / 180))
  const start = new Date(iso(from)).getTime()
  return Array.from({ length: fixes }, (_, k) => ({
    at: new Date(start + k * seconds * 1000).toISOString(),
    lon: 119.9073 + (-eastM / 2 + (eastM * k) / (fixes - 1)) * metre,
    lat: 31.7261 + north,
    speed: 10,
    values: { switch: isOn ? 1 : 0 },
  }))
}
describe('道路保洁', () => {
  let w: World
  let o: Sanitation
  const road: Record<string, string> = {}
  const line: Record<string, { id: string; key: string }> = {}
  const say = async (number: string, points: readonly object[]) => {
    const answer = await o.sensing.send(number, line[number]?.key ?? '', points)
    expect([answer.status, answer.body.zh]).toEqual([200, undefined])
  }
  beforeAll(async () => {
    w = await world('2026-03-02 05:00')
    o = await openSanitation(w)
    road.main = await o.road('清扬大道', 'trunk', 600)
    road.second = await o.road('水秀路', 'secondary', 400, 0.002)
    road.slow = await o.road('清扬大道慢车道', 'slow', 600, 0.004)
    road.walk = await o.road('水秀路人行道', 'pavement', 400, 0.006)
  })
  afterAll(() => w.close())
  const order = async (name: string, work: string, dayOn: string) => (await o.orders({ name, work, dayOn }))[0]

  it('mechanized-sweeping 方案派单,车载轨迹计趟,覆盖不足不算,结算漏扫补扫,城区郊区机扫率与低于98%的异常', async () => {
    for (const number of ['13900000001', '13900000002']) {
      const id = await o.sensing.addDevice(number, 'terminal')
      line[number] = { id, key: await o.sensing.keyOf(id) }
    }
    await o.triedAdd('sanitation.vehicle', o.vehicle('苏D10001', 'sweeper', { device: line['13900000001']?.id }))
    await o.add('sanitation.vehicle', o.vehicle('苏D10002', 'sweeper', { device: line['13900000002']?.id }))
    const sweep = (plates: string) => [daily('sweep', 1, '05:30', '08:00', { plates })]
    // A plate mistyped would be a road missed every day.
    const typed = await o.data.post<{ zh: string }>('/rows/sanitation.road-plan', {
      values: o.plan(road.main ?? '', '清扬大道', sweep('苏D1000A')),
    })
    expect(typed.body.zh).toContain('车辆台账里没有苏D1000A')
    await o.triedAdd('sanitation.road-plan', o.plan(road.main ?? '', '清扬大道', sweep('苏D10001')))
    await o.add('sanitation.road-plan', o.plan(road.second ?? '', '水秀路', sweep('苏D10002'), { zone: 'suburb', areaM2: 5000 }))
    await o.job('plan-day')
    await o.job('plan-day')
    expect(await o.orders({ dayOn: '2026-03-02' })).toHaveLength(2)
    await w.clock.to('2026-03-02 07:00')
    await say('13900000001', drive('2026-03-02 06:00', 20, 31, 600, 0))
    // Half the road only, and the brush off on the way back: no time counts.
    await say('13900000002', [
      ...drive('2026-03-02 06:00', 20, 11, 200, 0.002),
      ...drive('2026-03-02 06:30', 20, 21, 400, 0.002, false),
    ])
    await o.job('track')
    await o.job('track')
    const done = await order('清扬大道', 'sweep', '2026-03-02')
    expect(done).toMatchObject({ status: 'done', doneTimes: 1, doneM2: 10_000 })
    expect(await o.list('sanitation.pass', { plate: '苏D10001' })).toMatchObject([{ via: 'track', coverage: 100, km: 0.6 }])
    const half = await order('水秀路', 'sweep', '2026-03-02')
    expect(half).toMatchObject({ status: 'planned', doneTimes: 0 })
    expect(half?.doneM2).toBeGreaterThan(2400)
    expect(half?.doneM2).toBeLessThan(3600)
    await w.clock.to('2026-03-03 07:00')
    await o.job('settle-day')
    await o.job('settle-day')
    expect(await order('水秀路', 'sweep', '2026-03-02')).toMatchObject({ status: 'missed' })
    expect(await o.list('sanitation.road-day', { dayOn: '2026-03-02' })).toHaveLength(2)
    const rate = await o.by('machine-rate', 'zone')
    expect(rate.urban).toBe(100)
    expect(rate.suburb).toBeCloseTo(((half?.doneM2 ?? 0) / 5000) * 100, 1)
    expect(await o.alarms({ kind: 'machineRate' })).toMatchObject([{ target: '郊园区' }])
    expect((await o.figure('machine-km-rate', 'zone')).find((v) => v.key === 'urban')).toMatchObject({ value: 100 })
    // What was missed is swept again and stays counted as missed.
    const id = String(half?.id)
    const redo = { photos: onePhoto(), redoneAt: iso('2026-03-03 06:50'), reason: '车辆故障' }
    await expect(o.stranger.refused(o1, id, 'redo', redo)).resolves.toBeTruthy()
    await expect(o.crew.refused(o1, id, 'redo', { ...redo, redoneAt: iso('2026-03-03 09:00') })).resolves.toContain('不能晚于')
    await o.act(o.crew, o1, id, 'redo', redo)
    expect([await o.value('orders-missed'), await o.value('redone'), await o.value('order-done-rate')]).toEqual([1, 1, 50])
  })

  it('water-sweeping 核心片区慢车道人行道水扫率,低温令免作业不计,低于80%报警', async () => {
    await o.add(
      'sanitation.road-plan',
      o.plan(road.slow ?? '', '清扬大道慢车道', [daily('wash', 1, '05:30', '09:00')], { zone: 'core', areaM2: 3000 }),
    )
    await o.add(
      'sanitation.road-plan',
      o.plan(road.walk ?? '', '水秀路人行道', [daily('flush', 1, '05:30', '09:00')], { zone: 'core', areaM2: 1000 }),
    )
    await w.clock.to('2026-03-03 08:00')
    await o.job('plan-day')
    const wash = await order('清扬大道慢车道', 'wash', '2026-03-03')
    await expect(o.stranger.refused(o1, String(wash?.id), 'checkIn', { photos: onePhoto(), workers: 2 })).resolves.toBeTruthy()
    await o.act(o.crew, o1, String((await order('水秀路人行道', 'flush', '2026-03-03'))?.id), 'checkIn', {
      photos: onePhoto(),
      workers: 2,
    })
    await w.clock.to('2026-03-04 07:00')
    await o.job('settle-day')
    expect((await o.figure('water-rate'))[0]).toMatchObject({ numerator: 1000, denominator: 4000, value: 25 })
    expect(await o.alarms({ kind: 'waterRate' })).toMatchObject([{ target: '核心片区' }])
    // Frost: an order in force takes the wet works of its days out of the count; not cold enough is refused.
    const t = 'sanitation.weather-order'
    const frost = { kind: 'frost', fromOn: '2026-03-04', toOn: '2026-03-04', minC: 6, basis: '气象预报' }
    expect((await o.tryOpen(o.duty, t, frost)).zh).toContain('不低于4')
    await o.job('plan-day')
    const id = await o.tried(o.duty, t, { ...frost, minC: -1 })
    expect(await order('清扬大道慢车道', 'wash', '2026-03-04')).toMatchObject({ status: 'exempt', exempt: 'frost' })
    expect(await order('清扬大道', 'sweep', '2026-03-04')).toMatchObject({ status: 'planned' })
    await w.clock.to('2026-03-05 07:00')
    expect((await o.row(t, id)).status).toBe('lifted')
    await o.job('settle-day')
    expect((await o.figure('water-rate'))[0]).toMatchObject({ numerator: 1000, denominator: 4000, value: 25 })
  })

  it('machine-plus-manual 机械与人工分工派单打卡,缺岗不能打卡,质量检查说明是哪一份不合格', async () => {
    const [plan] = await o.list('sanitation.road-plan', { name: '清扬大道' })
    const works = [
      daily('sweep', 1, '05:30', '08:00', { plates: '苏D10001' }),
      daily('manual', 2, '06:00', '18:00', { workers: 4 }),
    ]
    await o.edit('sanitation.road-plan', String(plan?.id), { works })
    await w.clock.to('2026-03-05 08:00')
    await o.job('plan-day')
    const manual = await order('清扬大道', 'manual', '2026-03-05')
    expect(manual).toMatchObject({ share: 'manual', times: 2, workers: 4 })
    expect(await order('清扬大道', 'sweep', '2026-03-05')).toMatchObject({ share: 'machine', plates: '苏D10001' })
    const id = String(manual?.id)
    await expect(o.crew.refused(o1, id, 'checkIn', { photos: onePhoto(), workers: 3 })).resolves.toContain('应到4人')
    await o.act(o.crew, o1, id, 'checkIn', { photos: onePhoto(), workers: 4 })
    expect(await o.row(o1, id)).toMatchObject({ status: 'planned', doneTimes: 1 })
    await w.clock.to('2026-03-05 14:00')
    await o.act(o.crew, o1, id, 'checkIn', { photos: onePhoto(), workers: 5 })
    expect(await o.row(o1, id)).toMatchObject({ status: 'done', doneTimes: 2 })
    expect(await o.list('sanitation.pass', { via: 'checkIn', work: 'manual' })).toHaveLength(2)
    const c = 'sanitation.road-check'
    const issue = (share: string, points: number) => ({ share, item: '路沿积尘', points })
    const check = { plan: plan?.id, issues: [issue('machine', 12), issue('machine', 8)], photos: onePhoto() }
    const bad = await o.tried(o.assess, c, check)
    expect(await o.row(c, bad)).toMatchObject({
      status: 'failing',
      machineScore: 80,
      manualScore: 100,
      score: 80,
      failedShare: 'machine',
    })
    const good = await o.open(o.assess, c, { ...check, issues: [issue('manual', 4)] })
    expect(await o.row(c, good)).toMatchObject({ status: 'passed', score: 96, failedShare: 'none' })
    const both = await o.open(o.assess, c, { ...check, issues: [issue('manual', 10), issue('machine', 10)] })
    expect((await o.row(c, both)).failedShare).toBe('both')
    await o.act(o.crew, c, bad, 'fix', { donePhotos: onePhoto() })
    await o.act(o.assess, c, bad, 'recheck', { isOk: 'no', opinion: '仍有积尘' })
    await o.act(o.crew, c, bad, 'fix', { donePhotos: onePhoto() })
    await o.act(o.assess, c, bad, 'recheck', { isOk: 'yes', opinion: '合格' })
    expect((await o.row(c, bad)).status).toBe('closed')
    expect(await o.value('road-score')).toBeCloseTo(85.33, 2)
    expect(await o.by('road-failed', 'failedShare')).toEqual({ both: 1, machine: 1 })
  })

  it('night-cleaning 街道启用夜间模式后组团三车派单,三车都到才算,覆盖率,噪声投诉', async () => {
    const [plan] = await o.list('sanitation.road-plan', { name: '水秀路' })
    await o.edit('sanitation.road-plan', String(plan?.id), { works: [daily('night', 1, '22:00', '05:00')] })
    await w.clock.to('2026-03-06 12:00')
    await o.job('plan-day')
    expect(await order('水秀路', 'night', '2026-03-06')).toBeUndefined()
    for (const number of ['13900000003', '13900000004']) {
      const id = await o.sensing.addDevice(number, 'terminal')
      line[number] = { id, key: await o.sensing.keyOf(id) }
    }
    await o.add('sanitation.vehicle', o.vehicle('苏D10003', 'washer', { device: line['13900000003']?.id }))
    await o.add('sanitation.vehicle', o.vehicle('苏D10004', 'mist', { device: line['13900000004']?.id }))
    const town = {
      town: '湖滨街道',
      startOn: '2026-03-06',
      isOn: true,
      sweeper: '苏D10002',
      washer: '苏D10003',
      dustTruck: '苏D10004',
    }
    const twice = await o.data.post<{ zh: string }>('/rows/sanitation.night-town', { values: { ...town, washer: town.sweeper } })
    expect(twice.body.zh).toContain('不能重复')
    await o.triedAdd('sanitation.night-town', town)
    await o.job('plan-day')
    expect(await order('水秀路', 'night', '2026-03-06')).toMatchObject({ times: 3, untilOn: '2026-03-07' })
    await w.clock.to('2026-03-06 23:30')
    await say('13900000002', drive('2026-03-06 22:30', 20, 21, 400, 0.002))
    await say('13900000003', drive('2026-03-06 22:35', 20, 21, 400, 0.002))
    await o.job('track')
    expect(await order('水秀路', 'night', '2026-03-06')).toMatchObject({ status: 'planned', doneTimes: 2 })
    await w.clock.to('2026-03-07 07:00')
    await o.job('settle-day')
    expect(await order('水秀路', 'night', '2026-03-06')).toMatchObject({ status: 'partly', doneTimes: 2 })
    expect((await o.figure('night-rate'))[0]).toMatchObject({ numerator: 0, denominator: 1, value: 0 })
    await o.job('plan-day')
    await w.clock.to('2026-03-07 23:30')
    for (const n of ['13900000002', '13900000003', '13900000004']) await say(n, drive('2026-03-07 22:30', 20, 21, 400, 0.002))
    await o.job('track')
    expect(await order('水秀路', 'night', '2026-03-07')).toMatchObject({ status: 'done', doneTimes: 3 })
    await w.clock.to('2026-03-08 07:00')
    await o.job('settle-day')
    expect((await o.figure('night-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    const c = 'sanitation.complaint'
    const noise = { kind: 'noise', source: 'hotline', place: '水秀路12号', content: '夜里洒水车音乐声大', road: road.second }
    expect((await o.tryOpen(o.crew, c, { ...noise, road: undefined })).zh).toContain('请选择道路')
    const id = await o.tried(o.crew, c, noise)
    await o.act(o.crew, c, id, 'close', { result: '夜间关闭提示音', photos: onePhoto() })
    expect(await o.by('complaints', 'kind')).toEqual({ noise: 1 })
    // The third within thirty days is no longer one driver: the night's plan is to be looked at.
    await o.open(o.crew, c, noise)
    expect(await o.alarms({ kind: 'noise' })).toEqual([])
    await o.open(o.crew, c, noise)
    expect(await o.alarms({ kind: 'noise' })).toMatchObject([
      { target: '水秀路', detail: '三十日内夜间作业噪声投诉3件,该路有夜间组团保洁,请调整时段' },
    ])
  })

  it('dust-suppression-water 每日最少6次,扬尘预警加密,降雨免作业,不足的道路列清单', async () => {
    const [plan] = await o.list('sanitation.road-plan', { name: '清扬大道' })
    const works = [daily('sprinkle', 4, '06:00', '20:00'), daily('mist', 2, '06:00', '20:00')]
    await o.edit('sanitation.road-plan', String(plan?.id), { works })
    const work = async (name: string, kind: string, day: string, times: number) => {
      const found = await order(name, kind, day)
      for (let i = 0; i < times; i++) await o.act(o.crew, o1, String(found?.id), 'checkIn', { photos: onePhoto(), workers: 1 })
    }
    const dayOf = async (day: string) => (await o.list('sanitation.road-day', { name: '清扬大道', dayOn: day }))[0]
    await w.clock.to('2026-03-10 06:00')
    await o.job('plan-day')
    await work('清扬大道', 'sprinkle', '2026-03-10', 4)
    await work('清扬大道', 'mist', '2026-03-10', 1)
    await w.clock.to('2026-03-11 07:00')
    await o.job('settle-day')
    expect(await dayOf('2026-03-10')).toMatchObject({ dustLeast: 6, dustTimes: 5, dustMet: 'no' })
    const daySheet = await o.sheet('/sanitation/dust', { day: '2026-03-10' })
    expect((await o.duty.get('/sanitation/dust', { day: 'x' })).status).toBe(400)
    expect(daySheet.short).toContainEqual({ name: '清扬大道', operator: '洁城环卫公司', least: 6, times: 5 })
    // A dust warning raises what is asked, rain takes it away.
    const t = 'sanitation.weather-order'
    await o.job('plan-day')
    await o.open(o.duty, t, { kind: 'dust', fromOn: '2026-03-11', toOn: '2026-03-11', extraTimes: 2, basis: '大气污染黄色预警' })
    await o.job('weather')
    expect(await order('清扬大道', 'sprinkle', '2026-03-11')).toMatchObject({ times: 6 })
    await work('清扬大道', 'sprinkle', '2026-03-11', 6)
    await work('清扬大道', 'mist', '2026-03-11', 4)
    await w.clock.to('2026-03-12 07:00')
    await o.job('settle-day')
    expect(await dayOf('2026-03-11')).toMatchObject({ dustLeast: 10, dustTimes: 10, dustMet: 'yes' })
    await o.open(o.duty, t, { kind: 'rain', fromOn: '2026-03-12', toOn: '2026-03-12', basis: '中雨' })
    await o.job('plan-day')
    await w.clock.to('2026-03-13 07:00')
    await o.job('settle-day')
    expect(await dayOf('2026-03-12')).toMatchObject({ dustLeast: 0, dustMet: 'exempt' })
    expect(await o.figure('dust-met-rate', 'name')).toBeDefined()
    expect((await o.by('dust-runs', 'name'))['清扬大道']).toBe(15)
  })

  it('sidewalk-washing 每周一次,一周未冲洗的成为案件,日历与冲洗率', async () => {
    const second = await o.road('环湖路人行道', 'pavement', 300, 0.008)
    const weekly = [{ work: 'sidewalk', times: 1, per: 'week', fromTime: '05:00', toTime: '20:00' }]
    const [plan] = await o.list('sanitation.road-plan', { name: '水秀路人行道' })
    await o.edit('sanitation.road-plan', String(plan?.id), { works: weekly })
    await o.add('sanitation.road-plan', o.plan(second, '环湖路人行道', weekly, { zone: 'core', areaM2: 900 }))
    await w.clock.to('2026-03-16 06:00')
    await o.job('plan-day')
    await w.clock.to('2026-03-18 06:00')
    await o.job('plan-day')
    const mine = await o.orders({ work: 'sidewalk', dayOn: '2026-03-16' })
    expect(mine).toHaveLength(2)
    const washed = mine.find((x) => x.name === '水秀路人行道')
    await o.act(o.crew, o1, String(washed?.id), 'checkIn', { photos: onePhoto(), workers: 2 })
    const seeded = (await o.roads('pavement')).filter((r) => !['水秀路人行道', '环湖路人行道'].includes(r.name))
    expect(await o.sheet('/sanitation/sidewalks', {})).toMatchObject({
      from: '2026-03-16',
      washed: 1,
      left: 1,
      // Every sidewalk: those that nobody planned stand there too.
      unplanned: seeded.map(({ name }) => ({ name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    })
    await w.clock.to('2026-03-23 07:00')
    await o.job('settle-day')
    expect(await o.list('sanitation.wash-week', { result: 'missed' })).toMatchObject([
      { name: '环湖路人行道', weekOn: '2026-03-16' },
    ])
    expect((await o.figure('sidewalk-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    expect(await o.list('cases.case', { sourceType: 'sanitation.wash-week' })).toMatchObject([{ category: '06012' }])
  })

  it('sixteen-hour-cleaning 班次合起来覆盖16小时,空档列出并报警,在岗抽查', async () => {
    const post = (name: string, fromTime: string, toTime: string) => ({
      road: road.main,
      name,
      fromTime,
      toTime,
      workers: 3,
      operator: '洁城环卫公司',
    })
    const early = await o.triedAdd('sanitation.shift-post', post('清扬大道早班', '05:00', '13:00'))
    const coverOf = async () => (await o.sheet('/sanitation/cover')).roads.find((r: { name: string }) => r.name === '清扬大道')
    expect(await coverOf()).toMatchObject({ covered: 8, isMet: false, gaps: '00:00—05:00、13:00—24:00' })
    await o.add('sanitation.shift-post', post('清扬大道晚班', '12:30', '20:30'))
    expect(await coverOf()).toMatchObject({ covered: 15.5, isMet: false })
    await o.add('sanitation.shift-post', post('清扬大道夜班', '20:00', '21:30'))
    expect(await coverOf()).toMatchObject({ covered: 16.5, posts: 3, workers: 9, isMet: true, gaps: '00:00—05:00、21:30—24:00' })
    await w.clock.to('2026-03-24 07:00')
    await o.job('settle-day')
    expect(await o.list('sanitation.road-day', { name: '清扬大道', dayOn: '2026-03-23' })).toMatchObject([
      { coverHours: 16.5, isCovered: 'yes' },
    ])
    expect((await o.by('sixteen-rate', 'name'))['清扬大道']).toBeGreaterThan(0)
    expect((await o.alarms({ kind: 'shiftGap' })).map((a) => a.target)).toContain('水秀路')
    const check = { post: early, present: 2, photos: onePhoto() }
    const asked = async (values: object) =>
      (await o.assess.post<{ zh: string }>('/rows/sanitation.post-check', { values, place: near(0) })).body.zh
    expect(await asked({ ...check, photos: [] })).toContain('须拍照')
    await o.triedAdd('sanitation.post-check', check, near(0), o.assess)
    // How many were to be there is the post's own number, and whether all were is not for the checker to say.
    expect(await o.list('sanitation.post-check')).toMatchObject([
      { name: '清扬大道早班', via: 'seen', expected: 3, present: 2, isFull: false },
    ])
    await w.settle()
    expect((await o.figure('on-post-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    // Two of its people carry a device: each hour their positions say who is on the road, once.
    for (const [i, number] of ['13900000011', '13900000012'].entries()) {
      const device = await o.sensing.addDevice(number, 'terminal')
      line[number] = { id: device, key: await o.sensing.keyOf(device) }
      const who = { code: `G-${i}`, name: `工人${i}`, operator: '洁城环卫公司', job: 'sweeper', isOn: true }
      await o.add('sanitation.worker', { ...who, post: early, device }, undefined)
    }
    await w.clock.to('2026-03-24 09:00')
    await say('13900000011', drive('2026-03-24 08:45', 30, 10, 100, 0))
    await say('13900000012', drive('2026-03-24 08:45', 30, 10, 100, 0.02))
    await o.job('on-post')
    await o.job('on-post')
    expect(await o.list('sanitation.post-check', { via: 'track' })).toMatchObject([
      { name: '清扬大道早班', expected: 2, present: 1, isFull: false },
    ])
    await w.clock.to('2026-03-24 14:00')
    await o.job('on-post')
    expect(await o.list('sanitation.post-check', { via: 'track' })).toHaveLength(1)
    expect(await asked(check)).toContain('不在岗位时间')
  })

  it('cigarette-collector 台账、清空、报满、增设、逾期报警', async () => {
    const values = {
      code: 'YT-001',
      place: '万达南门',
      street: '商业大街',
      everyDays: 3,
      emptiedOn: '2026-03-20',
      installedOn: '2025-01-01',
      state: 'ok',
    }
    const id = await o.triedAdd('sanitation.collector', values)
    await o.job('collector-round')
    await o.job('collector-round')
    expect(await o.alarms({ kind: 'collector' })).toMatchObject([{ detail: '已4日未清空,周期3日' }])
    const j = 'sanitation.collector-job'
    const full = await o.tried(o.collector, j, { kind: 'full', collector: id })
    expect((await o.row(j, full)).place).toBe('万达南门')
    expect((await o.row('sanitation.collector', id)).state).toBe('full')
    expect((await o.tryOpen(o.collector, j, { kind: 'full', collector: id, place: '万达南门' })).zh).toContain('已有待处理')
    await o.act(o.crew, j, full, 'finish', { butts: 320, donePhotos: onePhoto() })
    expect(await o.row('sanitation.collector', id)).toMatchObject({ state: 'ok', emptiedOn: '2026-03-24' })
    // Emptied, its alarm is over without anybody saying so.
    await o.job('collector-round')
    expect(await o.alarms({ kind: 'collector' })).toEqual([])
    const wanted = await o.open(o.collector, j, { kind: 'wanted', place: '地铁2号口', note: '烟头多' })
    const install = { newCode: 'YT-002', street: '商业大街', everyDays: 2, installedOn: '2026-03-24', donePhotos: onePhoto() }
    await expect(o.crew.refused(j, wanted, 'install', { ...install, newCode: 'YT-001' })).resolves.toContain('YT-001已在台账')
    await o.act(o.crew, j, wanted, 'install', install)
    expect(await o.list('sanitation.collector', { code: 'YT-002' })).toMatchObject([{ place: '地铁2号口', state: 'ok' }])
    const no = await o.open(o.collector, j, { kind: 'wanted', place: '绿地内' })
    await o.act(o.duty, j, no, 'refuse', { reason: '禁烟区' })
    expect([await o.value('collectors'), await o.value('collectors-added'), await o.value('collector-jobs')]).toEqual([2, 1, 1])
  })

  it('sanitation-rest-place 休息场所台账、使用、维修停用与图层', async () => {
    const place = {
      code: 'XX-01',
      name: '中山路驿站',
      address: '中山路 20 号',
      areaM2: 36,
      comforts: ['water', 'microwave', 'toilet'],
      openFrom: '05:00',
      openTo: '21:00',
      keeper: '王芳',
      state: 'open',
      builtOn: '2026-02-01',
    }
    const id = await o.triedAdd('sanitation.rest-place', place)
    const used = { place: id, dayOn: '2026-03-03', people: 42 }
    await o.triedAdd('sanitation.rest-use', used, near(0), o.crew)
    const again = await o.crew.post<{ zh: string }>('/rows/sanitation.rest-use', { values: used, place: near(0) })
    expect(again.body.zh).toContain('已登记')
    const r = await o.open(o.crew, 'sanitation.repair', { kind: 'rest', rest: id, fault: '空调不制热', isStopped: true })
    expect((await o.row('sanitation.rest-place', id)).state).toBe('upkeep')
    await o.act(o.crew, 'sanitation.repair', r, 'fix', { donePhotos: onePhoto(), costFen: 30_000 })
    await expect(o.crew.refused('sanitation.repair', r, 'close')).resolves.toBeTruthy()
    await o.act(o.assess, 'sanitation.repair', r, 'close')
    expect(await o.row('sanitation.rest-place', id)).toMatchObject({ state: 'open', lon: expect.any(Number) })
    expect([await o.value('rest-places'), await o.value('rest-places-built'), await o.value('rest-people')]).toEqual([1, 1, 42])
  })
})
