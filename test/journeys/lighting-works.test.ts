/** 绿色照明、建设改造工程、景观照明、背街小巷、高速出入口. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { type MqttBroker, startMqttBroker } from '../../gateways/mqtt/broker.ts'
import { beijing, photo, type World, world } from '../world.ts'
import { dialCabinet, openLighting } from './lighting-office.ts'
import { waitFor } from './sensing-office.ts'

describe('照明工程', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openLighting>>
  let broker: MqttBroker
  beforeAll(async () => {
    w = await world('2026-04-10 10:00')
    o = await openLighting(w)
    broker = await startMqttBroker(w.kernel, 0, '127.0.0.1')
  })
  afterAll(async () => {
    await broker?.close()
    await closeIngest(w.kernel)
    await w.close()
  })

  it('lamp-energy-saving 逐盏列新旧功率,验收后台账改写;电量电费与上年同月比', async () => {
    const { cabinet, codes } = await o.street('JN-01', '竹林路', 6)
    const p = 'lighting.retrofit'
    const batch = {
      name: '竹林路LED改造',
      newSource: 'led',
      control: 'dimming',
      lamps: codes.slice(0, 5).map((code) => ({ code, watt: 120 })),
    }
    expect((await o.tryOpen(o.manager, p, { ...batch, lamps: [{ code: codes[0], watt: 300 }] })).zh).toContain('新功率应小于')
    expect((await o.tryOpen(o.manager, p, { ...batch, lamps: [{ code: 'X-9', watt: 90 }] })).zh).toContain('台账里没有')
    const id = await o.tried(o.manager, p, batch)
    expect(await o.row(p, id)).toMatchObject({ lampCount: 5, traditional: 5, oldWatt: 1250, newWatt: 600, wattSaved: 650 })
    expect(await o.value('lighting.retrofitted')).toBe(0)
    await expect(o.manager.refused(p, id, 'accept', { doneOn: '2026-04-09', photos: [] })).resolves.toContain('照片')
    await o.act(o.manager, p, id, 'accept', { doneOn: '2026-04-09', photos: [photo()] })
    const changed = await o.list('lighting.lamp', { cabinet, source: 'led' })
    expect(changed).toHaveLength(5)
    expect(changed[0]).toMatchObject({ watt: 120, control: 'dimming', retrofittedOn: '2026-04-09' })
    expect((await o.figure('lighting.retrofitted', 'control'))[0]).toMatchObject({ key: 'dimming', value: 5 })
    expect([await o.value('lighting.retrofitted-traditional'), await o.value('lighting.watt-saved')]).toEqual([5, 650])
    const m = 'lighting.meter-month'
    await o.tried(o.manager, m, { cabinet, month: '2025-03', kwh: 1980 })
    expect((await o.tryOpen(o.manager, m, { cabinet, month: '2026-09', kwh: 1 })).zh).toContain('以后月份')
    expect((await o.manager.post(`/subjects/${m}`, { values: { cabinet, month: '2026-13', kwh: 1 } })).status).toBe(400)
    const read = await o.open(o.manager, m, { cabinet, month: '2026-03', kwh: 1180 })
    expect((await o.tryOpen(o.manager, m, { cabinet, month: '2026-03', kwh: 1180 })).zh).toBeTruthy()
    expect(await o.row(m, read)).toMatchObject({ lastKwh: 1980, savedKwh: 800, feeFen: 77290, savedFen: 52400 })
    await o.open(o.manager, m, { cabinet, month: '2026-02', kwh: 1500 })
    expect(await o.value('lighting.kwh-saved')).toBe(800)
    expect(Number(await o.value('lighting.fee-saved'))).toBeCloseTo(0.0524, 4)
    await o.act(o.manager, m, read, 'correct', { kwh: 1280, feeFen: 83840, reason: '抄错' })
    expect((await o.figure('lighting.kwh-saved', 'month')).find((v) => v.key === '2026-03')?.value).toBe(700)
    const slip = await o.open(o.manager, m, { cabinet, month: '2026-01', kwh: 99 })
    await o.act(o.manager, m, slip, 'cancel', { reason: '柜号错' })
    await o.open(o.manager, m, { cabinet, month: '2026-01', kwh: 1700 })
    expect(await o.value('lighting.kwh')).toBe(1280 + 1500 + 1700)
  })

  it('lighting-project 随道路工程立项,投资、盏数、进展、预计日期,装完才能竣工,逾期可见', async () => {
    const p = 'lighting.project'
    const values = {
      name: '城东路网及渡河新村路网路灯',
      kind: 'road',
      agency: '区住建局',
      investFen: 519_200_000,
      planned: 364,
      dueOn: '2026-04-20',
    }
    const id = await o.tried(o.manager, p, values)
    expect((await o.tryOpen(o.manager, p, values)).zh).toBeTruthy()
    const begin = { builder: '某照明公司', contractFen: 600_000_000, expectedOn: '2026-11-20' }
    await expect(o.manager.refused(p, id, 'begin', begin)).resolves.toContain('超过批准投资')
    await o.act(o.manager, p, id, 'begin', { ...begin, contractFen: 500_000_000 })
    const step = (lamps: number) => ({ on: '2026-04-10', what: '基础完成', lamps, expectedOn: '2026-11-30' })
    await o.act(o.manager, p, id, 'report', step(200))
    await expect(o.manager.refused(p, id, 'report', step(199))).resolves.toContain('不能少于')
    await expect(o.manager.refused(p, id, 'report', step(365))).resolves.toContain('计划只有364盏')
    const done = { doneOn: '2026-04-25', paidFen: 498_000_000, acceptance: [photo()], photos: [photo()] }
    await expect(o.manager.refused(p, id, 'finish', done)).resolves.toContain('晚于今天')
    await expect(o.manager.refused(p, id, 'report', { ...step(210), on: '2027-01-01' })).resolves.toContain('晚于今天')
    await w.clock.to('2026-04-26 09:00')
    const late = await o.manager.get<{ clocks: { name: string; dueAt: string }[] }>(`/subjects/${p}/${id}`)
    expect(late.body.clocks).toMatchObject([{ name: 'finish', dueAt: '2026-04-20T16:00:00.000Z' }])
    await expect(o.manager.refused(p, id, 'finish', done)).resolves.toContain('只装了200盏')
    expect(await o.row(p, id)).toMatchObject({ expectedOn: '2026-11-30', installed: 200 })
    await o.act(o.manager, p, id, 'report', step(364))
    await o.act(o.manager, p, id, 'finish', done)
    expect(await o.row(p, id)).toMatchObject({ status: 'done', isLate: 'yes' })
    expect((await o.figure('lighting.invested', 'name')).map((v) => [v.key, v.value])).toEqual([[values.name, 519.2]])
    expect(await o.value('lighting.project-lamps')).toBe(364)
    expect((await o.figure('lighting.projects-done', 'isLate'))[0]).toMatchObject({ key: 'yes', value: 1 })
  })

  it('landscape-lighting 桥梁隧道景观:平日与节日时间表、场景下发、故障清单、用电', async () => {
    await w.clock.to('2026-04-30 18:00')
    const gateway = await o.sensing.addDevice('JG-01', 'cabinet')
    const { cabinet } = await o.street('JG-Q1', '运河桥', 0, { kind: 'landscape', gateway })
    const scene = await o.add('lighting.scene', {
      name: '运河桥',
      kind: 'bridge',
      cabinet,
      lights: 320,
      kw: 18.6,
      keeper: '城市照明管理所',
    })
    const plan = { kind: 'landscape', mode: 'fixed', isOn: true }
    await o.add('lighting.plan', {
      ...plan,
      name: '景观平日',
      occasion: 'daily',
      onTime: '19:00',
      offTime: '21:30',
      validFrom: '2026-01-01',
    })
    await o.add('lighting.plan', {
      ...plan,
      name: '劳动节',
      occasion: 'festival',
      scene: '节日流水',
      onTime: '18:45',
      offTime: '23:00',
      validFrom: '2026-05-01',
      validTo: '2026-05-05',
    })
    const path = '/rows/lighting.plan'
    expect((await w.anyone.post(path, { values: {} })).status).toBe(401)
    expect((await o.stranger.post(path, { values: {} })).status).toBe(403)
    expect((await o.manager.post(path, { values: { ...plan, name: 'x', occasion: 'daily', onTime: '25:00' } })).status).toBe(400)
    const gw = await dialCabinet(broker, 'JG-01', await o.sensing.keyOf(gateway))
    const at = async (time: string, index: number, kind: string, content: string | null) => {
      await w.clock.to(time)
      await o.job('lighting.timetable')
      const told = await waitFor(time, () => gw.heard[index])
      expect([time, told.kind, told.content]).toEqual([time, kind, content])
      await gw.answer(told.serial, true, '好')
      await w.settle()
    }
    await at('2026-04-30 19:01', 0, 'on', null)
    await at('2026-04-30 21:31', 1, 'off', null)
    await at('2026-05-01 18:46', 2, 'on', '节日流水')
    await w.clock.to('2026-05-01 21:31')
    await o.job('lighting.timetable')
    expect(gw.heard).toHaveLength(3)
    await at('2026-05-01 23:01', 3, 'off', null)
    await gw.client.endAsync(true)
    const p = 'lighting.repair'
    expect((await o.tryOpen(o.citizenDesk, p, { kind: 'landscape', source: 'patrol', place: '运河桥' })).zh).toContain('景观点位')
    await w.clock.to('2026-05-01 23:20')
    const id = await o.tried(o.citizenDesk, p, {
      kind: 'landscape',
      source: 'patrol',
      place: '运河桥东侧',
      scene,
      note: '8套不亮',
    })
    await o.act(o.duty, p, id, 'assign', { crew: o.crewUnit })
    await o.act(o.crew, p, id, 'fix', { donePhotos: [photo()], takenAt: w.clock.now().toISOString() })
    expect((await o.figure('lighting.landscape-faults', 'status'))[0]).toMatchObject({ key: 'fixed', value: 1 })
    await o.act(o.duty, p, id, 'close')
    await o.open(o.manager, 'lighting.meter-month', { cabinet, month: '2026-04', kwh: 1400 })
    expect((await o.figure('lighting.kwh', 'kind')).find((v) => v.key === 'landscape')?.value).toBe(1400)
  })

  it('lane-lighting 无灯街巷列项目,报盏数,居民不满意须重新确认,完工后台账亮化', async () => {
    await o.add('lighting.lane', { name: '青果巷支弄', lengthM: 180, households: 42, light: 'none', lamps: 0 })
    await o.add('lighting.lane', { name: '双桂坊后街', lengthM: 240, households: 60, light: 'partial', lamps: 3 })
    await o.add('lighting.lane', { name: '早已亮', lengthM: 100, households: 10, light: 'full', lamps: 5 })
    const p = 'lighting.lane-project'
    const values = {
      name: '背街小巷亮化一期',
      investFen: 162_000_000,
      lanes: [
        { lane: '青果巷支弄', lamps: 12 },
        { lane: '双桂坊后街', lamps: 8 },
      ],
      dueOn: '2026-10-31',
    }
    expect((await o.tryOpen(o.manager, p, { ...values, lanes: [{ lane: '早已亮', lamps: 1 }] })).zh).toContain('不在未亮化')
    const id = await o.tried(o.manager, p, values)
    expect(await o.value('lighting.lanes-dark')).toBe(2)
    const word = (lane: string, resident: string, opinion = 'agree', note?: string) => ({ lane, resident, opinion, note })
    await expect(o.manager.refused(p, id, 'confirm', word('青果巷支弄', '王阿姨'))).resolves.toContain('还没有装灯')
    await o.act(o.manager, p, id, 'install', { lane: '青果巷支弄', lamps: 12 })
    await o.act(o.manager, p, id, 'install', { lane: '双桂坊后街', lamps: 5 })
    expect(await o.value('lighting.lane-lamps')).toBe(17)
    const finish = { doneOn: '2026-05-20', nightPhotos: [photo()] }
    await expect(o.manager.refused(p, id, 'finish', finish)).resolves.toContain('双桂坊后街还没有装完')
    await o.act(o.manager, p, id, 'install', { lane: '双桂坊后街', lamps: 8 })
    for (const r of ['王阿姨', '李师傅', '陈老师']) await o.act(o.manager, p, id, 'confirm', word('青果巷支弄', r))
    await o.act(o.manager, p, id, 'confirm', word('双桂坊后街', '周大爷', 'object', '灯照进卧室'))
    await expect(o.manager.refused(p, id, 'finish', finish)).resolves.toContain('周大爷')
    await o.act(o.manager, p, id, 'confirm', word('双桂坊后街', '周大爷'))
    await expect(o.manager.refused(p, id, 'finish', finish)).resolves.toContain('不足3户')
    for (const r of ['吴女士', '孙先生']) await o.act(o.manager, p, id, 'confirm', word('双桂坊后街', r))
    await o.act(o.manager, p, id, 'finish', finish)
    expect(await o.list('lighting.lane', { name: '双桂坊后街' })).toMatchObject([{ light: 'full', lamps: 11 }])
    expect([
      await o.value('lighting.lane-invested'),
      await o.value('lighting.lane-lamps'),
      await o.value('lighting.lanes-dark'),
    ]).toEqual([162, 20, 0])
  })

  it('highway-entrance-lighting 高速出入口:边界确认后施工,夜间测照度,照度升且功率降才算双提升', async () => {
    const p = 'lighting.entrance'
    const id = await o.tried(o.manager, p, {
      name: '常州北出入口',
      motorway: 'G42沪蓉高速',
      owner: '某高速公路公司',
      investFen: 86_000_000,
      lamps: 48,
      luxBefore: 14.5,
      wattBefore: 19_200,
      dueOn: '2026-09-30',
    })
    const done = {
      luxAfter: 31.2,
      wattAfter: 7_200,
      measuredAt: beijing('2026-05-01 22:00').toISOString(),
      photos: [photo()],
      doneOn: '2026-05-01',
    }
    await expect(o.manager.refused(p, id, 'finish', done)).resolves.toBeTruthy()
    await o.act(o.manager, p, id, 'agree', {
      boundary: '收费站匝道以内由经营单位养护,匝道口至市政道路由照明所养护',
      agreement: [photo()],
      agreedOn: '2026-04-20',
    })
    await expect(
      o.manager.refused(p, id, 'finish', { ...done, measuredAt: beijing('2026-05-01 12:00').toISOString() }),
    ).resolves.toContain('夜间')
    await expect(o.manager.refused(p, id, 'finish', { ...done, luxAfter: 14 })).resolves.toContain('照度没有提高')
    await expect(o.manager.refused(p, id, 'finish', { ...done, wattAfter: 19_200 })).resolves.toContain('功率没有下降')
    expect(await o.value('lighting.entrances')).toBe(0)
    await o.act(o.manager, p, id, 'finish', done)
    expect(await o.row(p, id)).toMatchObject({ wattSaved: 12_000, luxGain: 16.7, status: 'done' })
    expect((await o.figure('lighting.entrances', 'motorway'))[0]).toMatchObject({ key: 'G42沪蓉高速', value: 1 })
    expect(await o.value('lighting.entrance-watt-saved')).toBe(12_000)
  })
})
