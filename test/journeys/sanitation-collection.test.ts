/** 环卫:撤桶、定时收运、收集点六要素. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../world.ts'
import { iso, onePhoto, openSanitation, type Row, type Sanitation } from './sanitation-office.ts'

const photos = onePhoto
describe('收运', () => {
  let w: World
  let o: Sanitation
  beforeAll(async () => {
    w = await world('2026-03-02 06:00')
    o = await openSanitation(w)
  })
  afterAll(() => w.close())

  it('street-bin-removal 临街垃圾桶逐桶撤除移放,路上没有桶才完成,一个月内有投诉须回访结论', async () => {
    const road = await o.road('中山路', 'secondary', 400)
    const bin = (code: string) => ({ code, road, roadName: '中山路', litres: 240, state: 'inUse' })
    await o.triedAdd('sanitation.street-bin', bin('T-01'))
    for (const code of ['T-02', 'T-03']) await o.add('sanitation.street-bin', bin(code))
    const b = 'sanitation.bin-removal'
    const form = { road, dueOn: '2026-03-20', replacement: '定时收集线路 3 号' }
    const id = await o.tried(o.duty, b, form)
    expect(await o.row(b, id)).toMatchObject({ name: '中山路', bins: 3, removed: 0, dueAt: iso('2026-03-21 00:00') })
    const lines = [
      { code: 'T-01', how: 'removed' },
      { code: 'T-02', how: 'moved', newPlace: '中山路 12 号后巷' },
    ]
    await expect(
      o.crew.refused(b, id, 'remove', { lines: [{ code: 'T-99', how: 'removed' }], photos: photos() }),
    ).resolves.toContain('T-99')
    await expect(
      o.crew.refused(b, id, 'remove', { lines: [{ code: 'T-01', how: 'moved' }], photos: photos() }),
    ).resolves.toContain('新位置')
    await o.act(o.crew, b, id, 'remove', { lines, photos: photos() })
    expect(await o.list('sanitation.street-bin', { state: 'moved' })).toMatchObject([
      { code: 'T-02', newPlace: '中山路 12 号后巷' },
    ])
    await expect(o.duty.refused(b, id, 'finish')).resolves.toContain('还有1个')
    await o.act(o.crew, b, id, 'remove', { lines: [{ code: 'T-03', how: 'removed' }], photos: photos() })
    await o.act(o.duty, b, id, 'finish')
    expect(await o.row(b, id)).toMatchObject({ status: 'watching', removed: 3, watchTo: '2026-04-01' })
    await o.open(o.crew, 'sanitation.complaint', {
      kind: 'binRemoved',
      source: 'hotline',
      place: '中山路 8 号',
      content: '没处扔垃圾',
      road,
    })
    expect([await o.value('bins-removed'), await o.value('bin-roads-done'), await o.value('bin-complaints')]).toEqual([3, 1, 1])
    expect(await o.by('bins-removed', 'state')).toEqual({ moved: 1, removed: 2 })
  })

  it('timed-collection 时刻表派单,准时、迟到、漏收补收,滞留时间', async () => {
    const stop = (code: string, name: string, kind: string) => ({
      code,
      name,
      kind,
      keeper: '张师傅',
      operator: '洁城环卫公司',
      state: 'unchecked',
    })
    const a = await o.triedAdd('sanitation.stop', stop('S-01', '中山路 3 号点', 'point'))
    const b = await o.add('sanitation.stop', stop('S-02', '老街饭店', 'shop'))
    const entry = (stopId: string, fromTime: string, toTime: string) => ({
      route: '3 号线',
      stop: stopId,
      plate: '苏D20001',
      fromTime,
      toTime,
      days: ['1', '2', '3', '4', '5', '6', '7'],
    })
    expect((await o.data.post<Row>('/rows/sanitation.timetable', { values: entry(a, '07:00', '07:30') })).body.zh).toContain(
      '没有苏D20001',
    )
    await o.add('sanitation.vehicle', o.vehicle('苏D20001', 'compactor', { tareKg: 8000, loadKg: 12_000 }))
    await o.triedAdd('sanitation.timetable', entry(a, '07:00', '07:30'))
    await o.add('sanitation.timetable', entry(a, '19:00', '19:30'))
    await o.add('sanitation.timetable', entry(b, '08:00', '08:30'))
    await o.job('pickups')
    await o.job('pickups')
    const p = 'sanitation.pickup'
    const all = await o.list(p)
    expect(all).toHaveLength(3)
    const at = (name: string, from: string) =>
      String(all.find((x) => x.name === name && x.fromAt === iso(`2026-03-02 ${from}`))?.id)
    await w.clock.to('2026-03-02 07:10')
    const got = { buckets: 6, kg: 320, photos: photos() }
    await expect(o.stranger.refused(p, at('中山路 3 号点', '07:00'), 'pick', got)).resolves.toBeTruthy()
    await o.act(o.crew, p, at('中山路 3 号点', '07:00'), 'pick', got)
    await w.clock.to('2026-03-02 09:20')
    await o.job('pickups')
    expect((await o.row(p, at('老街饭店', '08:00'))).status).toBe('planned')
    await w.clock.to('2026-03-02 09:40')
    await o.job('pickups')
    expect(await o.row(p, at('老街饭店', '08:00'))).toMatchObject({
      status: 'missed',
      isOnTime: 'no',
      dueAt: iso('2026-03-02 13:40'),
    })
    await o.act(o.crew, p, at('老街饭店', '08:00'), 'make', { ...got, reason: '门前占道' })
    await w.clock.to('2026-03-02 20:10')
    await o.act(o.crew, p, at('中山路 3 号点', '19:00'), 'pick', got)
    expect(await o.row(p, at('中山路 3 号点', '19:00'))).toMatchObject({ isOnTime: 'no', dwellHours: 13, isStale: 'no' })
    expect((await o.figure('pickup-on-time'))[0]).toMatchObject({ numerator: 1, denominator: 3 })
    expect([await o.value('pickups'), await o.value('pickups-missed'), await o.value('dwell-hours')]).toEqual([3, 1, 13])
    const c = await o.open(o.crew, 'sanitation.complaint', {
      kind: 'missed',
      source: 'citizen',
      place: '老街饭店',
      content: '没来收',
      stop: b,
    })
    expect((await o.row('sanitation.complaint', c)).status).toBe('open')
  })

  it('collection-point-standard 六要素逐项检查,不符合的成为案件并整改复查', async () => {
    const [stop] = await o.list('sanitation.stop', { code: 'S-01' })
    const c = 'sanitation.point-check'
    const items = (...failed: string[]) =>
      ['编号公示', '划线定位', '标识清晰', '套袋收集', '专人管理', '定时清洗'].map((item) => ({
        item,
        result: failed.includes(item) ? 'fail' : 'pass',
      }))
    const form = { stop: stop?.id, items: items('套袋收集', '定时清洗'), photos: photos() }
    expect((await o.tryOpen(o.assess, c, { ...form, items: items().slice(1) })).zh).toContain('编号公示')
    const bad = await o.tried(o.assess, c, form)
    expect(await o.row(c, bad)).toMatchObject({ status: 'failed', passed: 4, failed: '套袋收集、定时清洗' })
    expect((await o.row('sanitation.stop', String(stop?.id))).state).toBe('failed')
    expect(await o.list('cases.case', { sourceId: bad })).toMatchObject([{ category: '06042' }])
    await o.act(o.crew, c, bad, 'fix', { donePhotos: photos() })
    await o.act(o.assess, c, bad, 'recheck', { isOk: 'yes', opinion: '已整改' })
    expect(await o.row(c, bad)).toMatchObject({ status: 'closed', passed: 4 })
    expect((await o.row('sanitation.stop', String(stop?.id))).state).toBe('passed')
    await o.open(o.assess, c, { ...form, items: items() })
    expect((await o.figure('point-pass-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    await w.clock.to('2026-04-02 09:00')
    // The month of watching after the bins went is over: a complaint asks for a conclusion.
    const [campaign] = await o.list('sanitation.bin-removal')
    expect(campaign).toMatchObject({ status: 'reviewing', complaints: 1 })
    await o.act(o.duty, 'sanitation.bin-removal', String(campaign?.id), 'review', { opinion: '增设定时收集点' })
  })
})
