/** 照明维修与台账、工作井、远程监控. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectAccepted } from '#catalogue/facts.ts'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { publish, say } from '#kernel'
import { type MqttBroker, startMqttBroker } from '../../gateways/mqtt/broker.ts'
import { beijing, photo, somewhere, type World, world } from '../world.ts'
import { dialCabinet, openLighting, type Row } from './lighting-office.ts'
import { waitFor } from './sensing-office.ts'

const p = 'lighting.repair'
describe('照明', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openLighting>>
  let broker: MqttBroker
  beforeAll(async () => {
    w = await world('2026-03-02 20:00')
    o = await openLighting(w)
    broker = await startMqttBroker(w.kernel, 0, '127.0.0.1')
  })
  afterAll(async () => {
    await broker.close()
    await closeIngest(w.kernel)
    await w.close()
  })
  const night = () => ({ donePhotos: [photo()], takenAt: w.clock.now().toISOString() })
  const toFixed = async (id: string, more: Row = {}) => {
    await o.act(o.duty, p, id, 'assign', { crew: o.crewUnit })
    await o.act(o.crew, p, id, 'fix', { ...night(), ...more })
  }

  it('street-lamp 灯杆柜井台账,市民报修一单多盏,修后每盏计一盏次,亮灯率完好率随之变', async () => {
    const { cabinet, codes } = await o.street('YL-01', '延陵西路', 10)
    await o.add('lighting.pit', {
      code: 'YL-J1',
      cabinet,
      road: '延陵西路',
      cover: '复合材料600×600',
      cable: 'YJV22-4×25',
      state: 'intact',
    })
    expect((await o.figure('lighting.lit-rate'))[0]).toMatchObject({ numerator: 10, denominator: 10, value: 100 })
    const lamps = codes.slice(0, 3).map((code) => ({ code }))
    const values = { kind: 'dark', source: 'citizen', place: '延陵西路与和平路口', lamps, phone: '13912345678' }
    const path = `/subjects/${p}`
    expect((await w.anyone.post(path, { values })).status).toBe(401)
    expect((await o.stranger.post(path, { values })).status).toBe(403)
    expect((await o.citizenDesk.post(path, { values: {} })).status).toBe(400)
    expect((await o.tryOpen(o.citizenDesk, p, { ...values, lamps: [] })).zh).toContain('逐盏填写')
    expect((await o.tryOpen(o.citizenDesk, p, { ...values, lamps: [{ code: 'NO-1' }] })).zh).toContain('台账里没有')
    expect((await o.tryOpen(o.citizenDesk, p, { ...values, source: 'case' })).zh).toContain('请选择案件')
    const id = await o.open(o.citizenDesk, p, values)
    expect((await o.tryOpen(o.citizenDesk, p, values)).zh).toContain('已在维修单')
    expect((await o.figure('lighting.lit-rate'))[0]).toMatchObject({ numerator: 7, denominator: 10, value: 70 })
    expect((await o.row(p, id)).repairDueAt).toBe(beijing('2026-03-03 20:00').toISOString())
    await expect(o.crew.refused(p, id, 'fix', night())).resolves.toBeTruthy()
    await toFixed(id, { parts: '光源3只、镇流器1只' })
    await expect(o.crew.refused(p, id, 'close')).resolves.toBeTruthy()
    await o.act(o.duty, p, id, 'sendBack', { reason: '第3盏仍不亮' })
    await o.act(o.crew, p, id, 'fix', night())
    await o.act(o.duty, p, id, 'close')
    expect(await o.row(p, id)).toMatchObject({ status: 'closed', lampCount: 3 })
    // One of them again, found on patrol and damaged: a fourth 盏次.
    const again = await o.open(o.citizenDesk, p, {
      kind: 'damage',
      source: 'patrol',
      place: '延陵西路',
      lamps: [{ code: codes[0] }],
    })
    expect((await o.figure('lighting.intact-rate'))[0]).toMatchObject({ numerator: 9, denominator: 10, value: 90 })
    await w.clock.to('2026-03-04 09:00')
    await toFixed(again)
    await o.act(o.duty, p, again, 'close')
    expect((await o.figure('lighting.lamp-times', 'kind')).map((v) => [v.key, v.value]).sort()).toEqual([
      ['damage', 1],
      ['dark', 3],
    ])
    expect((await o.list('lighting.lamp-repair', { code: codes[0] })).length).toBe(2)
    expect((await o.figure('lighting.repairs-in-time-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    const wrong = await o.open(o.citizenDesk, p, {
      kind: 'dark',
      source: 'citizen',
      place: '延陵西路',
      lamps: [{ code: codes[5] }],
    })
    await o.act(o.duty, p, wrong, 'drop', { reason: '已亮,误报' })
    expect((await o.figure('lighting.lit-rate'))[0]).toMatchObject({ numerator: 10, value: 100 })
    await o.add('lighting.coating', { road: '延陵西路', doneOn: '2026-03-04', poles: 120, paint: '纳米漆' })
    expect(await o.value('lighting.poles-coated')).toBe(120)
    // A lamp that passed its acceptance elsewhere comes into the register.
    await w.kernel.db.withDistricts([w.district], (tx) =>
      publish({ tx, district: w.district, now: w.clock.now() }, [
        say(objectAccepted, {
          register: 'grid.component',
          key: 'code',
          values: {
            code: '32040201037000999',
            category: '01037',
            name: '验收路灯',
            state: 'intact',
            authority: '区城管局',
            owner: '城市照明管理所',
            surveyedOn: '2026-03-04',
            source: 'measured',
            note: '照明设施验收ZY1',
          },
          ...somewhere,
        }),
      ]),
    )
    await w.settle()
    expect(await o.list('lighting.lamp', { code: '32040201037000999' })).toMatchObject([
      { project: '照明设施验收ZY1', state: 'lit' },
    ])
    expect((await o.figure('lighting.lamps', 'source')).map((v) => [v.key, v.value]).sort()).toEqual([
      ['led', 1],
      ['sodium', 10],
    ])
  })

  it('lamp-fill 有灯不亮须夜间照片办结;有路无灯先落实资金、列入工程,凭夜间照片销号', async () => {
    const { codes } = await o.street('BD-01', '博爱路', 2)
    await w.clock.to('2026-03-05 10:00')
    const id = await o.open(o.citizenDesk, p, { kind: 'dark', source: 'patrol', place: '博爱路', lamps: [{ code: codes[0] }] })
    await o.act(o.duty, p, id, 'assign', { crew: o.crewUnit })
    await w.clock.to('2026-03-05 14:00')
    await expect(o.crew.refused(p, id, 'fix', night())).resolves.toContain('夜间')
    await expect(
      o.crew.refused(p, id, 'fix', { donePhotos: [photo()], takenAt: beijing('2026-03-04 21:00').toISOString() }),
    ).resolves.toContain('报修之后')
    await w.clock.to('2026-03-05 19:30')
    await o.act(o.crew, p, id, 'fix', night())
    await o.act(o.duty, p, id, 'close')
    const d = 'lighting.dark-place'
    const place = await o.tried(o.manager, d, { place: '青龙村道', lengthM: 620, foundBy: '12345工单' })
    const scrap = await o.open(o.citizenDesk, d, { place: '规划待拆路段', lengthM: 90, foundBy: '巡查' })
    expect(await o.value('lighting.dark-places-open')).toBe(2)
    await o.act(o.manager, d, scrap, 'drop', { reason: '半年内拆除' })
    const project = await o.open(o.manager, 'lighting.project', {
      name: '青龙村道补亮',
      kind: 'altered',
      investFen: 30_000_000,
      planned: 20,
      dueOn: '2026-06-30',
    })
    await expect(o.manager.refused(d, place, 'start', { project, planOn: '2026-06-30' })).resolves.toBeTruthy()
    await expect(o.citizenDesk.refused(d, place, 'fund', { budgetFen: 1, fundSource: '区财政' })).resolves.toBeTruthy()
    await o.act(o.manager, d, place, 'fund', { budgetFen: 28_000_000, fundSource: '区财政' })
    await o.act(o.manager, d, place, 'start', { project, planOn: '2026-06-30' })
    await o.act(o.manager, 'lighting.project', project, 'begin', {
      builder: '某照明公司',
      contractFen: 27_500_000,
      expectedOn: '2026-03-20',
    })
    await o.act(o.manager, 'lighting.project', project, 'report', {
      on: '2026-03-05',
      what: '灯装完',
      lamps: 20,
      expectedOn: '2026-03-20',
    })
    const finish = { doneOn: '2026-03-10', paidFen: 27_000_000, acceptance: [photo()], photos: [photo()] }
    // Nobody finishes on a day to come.
    await expect(o.manager.refused('lighting.project', project, 'finish', finish)).resolves.toContain('晚于今天')
    const lit = (at: string) => ({ lamps: 20, nightPhotos: [photo()], takenAt: beijing(at).toISOString() })
    await w.clock.to('2026-03-10 20:00')
    await expect(o.manager.refused('lighting.project', project, 'finish', finish)).resolves.toContain('1处有路无灯')
    await expect(o.manager.refused(d, place, 'light', lit('2026-03-10 12:00'))).resolves.toContain('夜间')
    await o.act(o.manager, d, place, 'light', lit('2026-03-10 19:40'))
    await o.act(o.manager, 'lighting.project', project, 'finish', finish)
    expect([await o.value('lighting.dark-places-open'), await o.value('lighting.dark-places-lit')]).toEqual([0, 1])
  })

  it('cable-pit 电缆工作井破损被盗:报修、修补按套计数、状态回到完好', async () => {
    const pit = await o.add('lighting.pit', { code: 'GJ-7', road: '晋陵路', cover: '铸铁', cable: 'YJV22-5×16', state: 'intact' })
    const other = await o.add('lighting.pit', {
      code: 'GJ-8',
      road: '晋陵路',
      cover: '铸铁',
      cable: 'YJV22-5×16',
      state: 'intact',
    })
    expect((await o.tryOpen(o.citizenDesk, p, { kind: 'pit', source: 'patrol', place: '晋陵路' })).zh).toContain('请选择工作井')
    const id = await o.tried(o.citizenDesk, p, { kind: 'pit', source: 'patrol', place: '晋陵路8号前', pit })
    const theft = await o.open(o.citizenDesk, p, { kind: 'theft', source: 'citizen', place: '晋陵路', pit: other })
    expect((await o.row('lighting.pit', pit)).state).toBe('damaged')
    expect((await o.figure('lighting.pits-bad', 'state')).map((v) => [v.key, v.value]).sort()).toEqual([
      ['damaged', 1],
      ['stolen', 1],
    ])
    await o.act(o.duty, p, id, 'assign', { crew: o.crewUnit })
    await expect(o.crew.refused(p, id, 'fix', night())).resolves.toContain('套数')
    await o.act(o.crew, p, id, 'fix', { ...night(), sets: 2, parts: '井盖2套' })
    await o.act(o.duty, p, id, 'close')
    await toFixed(theft, { sets: 1, parts: '电缆40米' })
    expect(await o.value('lighting.pit-sets')).toBe(2)
    await o.act(o.duty, p, theft, 'close')
    expect((await o.row('lighting.pit', pit)).state).toBe('intact')
    expect([await o.value('lighting.pit-sets'), await o.value('lighting.pits-bad')]).toEqual([3, 0])
  })

  it('lamp-remote 控制柜网关:按日落开灯、定时调光、超时重发与自身维修、电流判断有灯不亮与该灭不灭', async () => {
    await w.clock.to('2026-03-20 17:30')
    const gateway = await o.sensing.addDevice('GW-01', 'cabinet')
    const key = await o.sensing.keyOf(gateway)
    const { cabinet } = await o.street('WJ-01', '武进路', 1, { gateway })
    const bare = (await o.street('WJ-02', '武进路', 0)).cabinet
    const s = 'lighting.switching'
    const ask = { cabinet, kind: 'dim', reason: '节能试验' }
    expect((await o.tryOpen(o.duty, s, ask)).zh).toContain('亮度')
    expect((await o.tryOpen(o.duty, s, { ...ask, level: 50, loop: 9 })).zh).toContain('只有4个回路')
    expect((await o.tryOpen(o.duty, s, { cabinet: bare, kind: 'on', reason: '试' })).zh).toContain('没有监控网关')
    await o.add('lighting.plan', {
      name: '道路照明平日',
      kind: 'street',
      occasion: 'daily',
      mode: 'sun',
      onOffset: 0,
      offOffset: 0,
      dimTime: '23:00',
      dimTo: 60,
      validFrom: '2026-01-01',
      isOn: true,
    })
    const gw = await dialCabinet(broker, 'GW-01', key)
    // At the equinox the sun sets at about 18:10 in Changzhou.
    await w.clock.to('2026-03-20 18:05')
    await o.job('lighting.timetable')
    expect(gw.heard).toEqual([])
    await w.clock.to('2026-03-20 18:14')
    await o.job('lighting.timetable')
    await o.job('lighting.timetable')
    const on = await waitFor('on', () => gw.heard[0])
    expect(on).toMatchObject({ kind: 'on', value: null, channel: null })
    await gw.answer(on.serial, true, '合闸成功')
    await w.settle()
    const [first] = await o.list(s, { cabinet })
    expect(first).toMatchObject({ status: 'done', kind: 'on', answer: '合闸成功' })
    expect(gw.heard).toHaveLength(1)
    // Lit, with current: nothing. Without: a repair, once.
    await gw.report(beijing('2026-03-20 18:14'), { current: 0 })
    await o.job('sensing.tell')
    expect(await o.list(p, { cabinet })).toEqual([])
    await w.clock.to('2026-03-20 18:20')
    await gw.report(beijing('2026-03-20 18:19'), { current: 21.4 })
    await o.job('sensing.tell')
    expect(await o.list(p, { cabinet })).toEqual([])
    await gw.report(beijing('2026-03-20 18:20'), { current: 0.1 })
    await o.job('sensing.tell')
    await o.job('sensing.tell')
    expect(await o.list(p, { cabinet })).toMatchObject([{ kind: 'dark', source: 'device', status: 'reported' }])
    await w.clock.to('2026-03-20 23:01')
    await o.job('lighting.timetable')
    const dim = await waitFor('dim', () => gw.heard[1])
    expect(dim).toMatchObject({ kind: 'dim', value: 60 })
    await gw.answer(dim.serial, true, '60%')
    // Sunrise at about 06:03: off; and current afterwards is 该灭不灭.
    await w.clock.to('2026-03-21 06:06')
    await o.job('lighting.timetable')
    const off = await waitFor('off', () => gw.heard[2])
    expect(off.kind).toBe('off')
    await gw.answer(off.serial, true, '分闸')
    await w.clock.to('2026-03-21 06:20')
    await gw.report(beijing('2026-03-21 06:19'), { current: 3 })
    await o.job('sensing.tell')
    expect((await o.list(p, { cabinet })).map((r) => r.kind).sort()).toEqual(['dark', 'daylit'])
    // By hand; the gateway is gone: tried, timed out, and its own repair is opened, closed and counted.
    await gw.client.endAsync(true)
    const byHand = await o.tried(o.duty, s, { cabinet, kind: 'on', reason: '阴天提前开灯' })
    await w.clock.to('2026-03-21 06:31')
    await w.settle()
    expect(await o.row(s, byHand)).toMatchObject({ status: 'timeout', answer: '设备不在线' })
    const remote = (await o.list(p, { cabinet })).find((r) => r.kind === 'remote')
    expect(remote).toMatchObject({ source: 'device', status: 'reported' })
    expect(await o.value('lighting.remote-repairs')).toBe(0)
    await toFixed(String(remote?.id), { parts: '通信模块' })
    await o.act(o.duty, p, String(remote?.id), 'close')
    expect(await o.value('lighting.remote-repairs')).toBe(1)
    expect((await o.figure('lighting.switch-rate'))[0]).toMatchObject({ numerator: 3, denominator: 4, value: 75 })
  })
})
