/** Trades that are sensed: leachate, warnings from history, berths, roads without collectors, mechanised work, drones, satellite spots. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { runDueJobs } from '#kernel/jobs/index.ts'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'

type Row = Record<string, any>
let w: World
let o: Awaited<ReturnType<typeof openSensing>>
let duty: Client
let crew: Client
let leader: Client
let nobody: Client
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openSensing(w)
  ;[duty, crew, leader, nobody] = (await Promise.all(['zhiban1', 'chuzhi11', 'juzhang', 'xitong'].map((l) => w.as(l)))) as [
    Client,
    Client,
    Client,
    Client,
  ]
})
afterAll(async () => {
  await closeIngest(w.kernel)
  await w.close()
})
const add = async (register: string, values: Row, place?: unknown): Promise<string> => {
  const answer = await o.data.post<{ id: string; zh?: string }>(`/rows/${register}`, { values, place })
  if (answer.status !== 201) throw new Error(`${register}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}
const tryOpen = (who: Client, procedure: string, values: Row, extra: Row = {}) =>
  who.post<Row>(`/subjects/${procedure}`, { values, ...somewhere, ...extra })
const open = async (who: Client, procedure: string, values: Row, extra: Row = {}): Promise<string> => {
  const answer = await tryOpen(who, procedure, values, extra)
  if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}
const figure = async (id: string, query: Row = {}) => {
  const answer = await leader.get<{ values: { key: string | null; value: number | null }[] }>(`/indicators/sensing.${id}`, {
    from: beijing('2026-01-01 00:00').toISOString(),
    to: beijing('2027-01-01 00:00').toISOString(),
    ...query,
  })
  if (answer.status !== 200) throw new Error(`${id}: ${JSON.stringify(answer.body)}`)
  return answer.body.values
}
const value = async (id: string) => (await figure(id))[0]?.value
const rows = async (definition: string, filter: Row = {}) => (await o.list(definition, filter, leader)).rows
const install = async (number: string, kind: string) => {
  const id = await o.addDevice(number, kind)
  const key = await o.keyOf(id)
  return { id, key, say: (items: unknown) => o.send(number, key, items) }
}
const at = (local: string): number => beijing(local).getTime()
const lineAt = (dLat: number) => ({
  geometry: {
    type: 'LineString',
    coordinates: [
      [somewhere.lon - 0.003, somewhere.lat + dLat],
      [somewhere.lon + 0.003, somewhere.lat + dLat],
    ],
  },
})

describe('行业感知', () => {
  it('leachate-online 渗滤液:在线限值告警、日产日处理、达标出水吨数', async () => {
    const meter = await install('SLY-1', 'leachate')
    await add('sensing.rule', {
      code: 'SL-COD',
      name: '出水COD超标',
      type: 'threshold',
      deviceKind: 'leachate',
      quantity: 'cod',
      side: 'above',
      limit: 100,
      release: 90,
      severity: 'alarm',
      caseOn: 'raise',
      isOn: true,
      validFrom: '2026-01-01',
      basis: 'GB 16889-2008 表2(COD 100mg/L)',
    })
    await (await ingestOf(w.kernel)).rules.book.reload()
    await w.clock.to('2026-03-05 08:00')
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04'])
      await meter.say(
        Array.from({ length: 24 }, (_, h) => ({
          at: at(`${day} ${String(h).padStart(2, '0')}:10`),
          values: { ph: 7.2, cod: day === '2026-03-03' && h === 5 ? 130 : 60, nh3n: 8 },
        })),
      )
    await (await ingestOf(w.kernel)).rules.settle()
    await w.clock.to('2026-03-05 08:30')
    await runDueJobs(w.kernel)
    expect(await rows('sensing.alarm', { device: meter.id })).toMatchObject([{ title: '出水COD超标', times: 1 }])
    const day = (reportedOn: string, extra: Row = {}) => ({
      device: meter.id,
      plant: '填埋场',
      reportedOn,
      producedT: 160,
      treatedT: 160,
      dischargedT: 150,
      ...extra,
    })
    expect((await tryOpen(nobody, 'sensing.leachate-day', day('2026-03-02'))).status).toBe(403)
    expect((await tryOpen(crew, 'sensing.leachate-day', day('2026-03-02', { dischargedT: 170 }))).body.zh).toContain(
      '不能大于处理量',
    )
    expect((await tryOpen(crew, 'sensing.leachate-day', day('2026-03-02', { treatedT: 155 }))).body.zh).toContain('写明原因')
    const first = await open(crew, 'sensing.leachate-day', day('2026-03-02'))
    await open(crew, 'sensing.leachate-day', day('2026-03-03'))
    await open(crew, 'sensing.leachate-day', day('2026-03-04', { treatedT: 155, reason: '膜清洗' }))
    expect((await tryOpen(crew, 'sensing.leachate-day', day('2026-03-04', { reason: 'x' }))).status).toBe(409)
    await duty.act('sensing.leachate-day', first, 'confirm')
    expect(
      (await rows('sensing.leachate-day')).map((r) => [r.reportedOn, r.hours, r.exceeded, r.isMet, r.isCleared]).sort(),
    ).toEqual([
      ['2026-03-02', 24, 0, true, true],
      ['2026-03-03', 24, 1, false, true],
      ['2026-03-04', 24, 0, true, false],
    ])
    expect(await value('leachate-discharged')).toBe(300)
    expect(await value('leachate-treated-rate')).toBeCloseTo(66.67, 1)
  })

  it('berth-sensor 泊位改造:地磁占用离开成停放,与订单比对出逃费,按道路进度', async () => {
    const road = await add('sensing.berth-road', {
      name: '延陵路',
      mode: 'sensor',
      since: '2026-01-01',
      collectorsBefore: 10,
      collectorsNow: 2,
    })
    const magnets = await Promise.all([1, 2, 3].map((i) => install(`DC-${i}`, 'parking')))
    const berths: string[] = []
    for (let i = 0; i < 4; i++)
      berths.push(
        await add(
          'sensing.berth',
          {
            number: `YL-${i + 1}`,
            road,
            ...(magnets[i] ? { device: magnets[i]?.id, method: 'magnet', retrofittedOn: '2026-01-10' } : {}),
          },
          somewhere,
        ),
      )
    expect((await o.data.post<Row>('/rows/sensing.berth', { values: { number: 'YL-9', road, method: 'video' } })).status).toBe(
      422,
    )
    expect([await value('berths-retrofitted'), await value('berth-retrofit-rate')]).toEqual([3, 75])
    await w.clock.to('2026-03-05 12:00')
    const stay = (i: number, from: string, to: string) =>
      magnets[i]?.say([
        { at: at(`2026-03-05 ${from}`), values: { occupied: 1 } },
        { at: at(`2026-03-05 ${to}`), values: { occupied: 0 } },
      ])
    await magnets[0]?.say([
      { at: at('2026-03-05 08:35'), values: { occupied: 1 } },
      { at: at('2026-03-05 09:00'), values: { occupied: 1 } },
      { at: at('2026-03-05 09:30'), values: { occupied: 0 } },
    ])
    await stay(1, '09:00', '10:00')
    await stay(2, '09:00', '09:10')
    await add('sensing.berth-order', {
      berth: berths[0],
      plate: '苏D12345',
      startedAt: beijing('2026-03-05 08:36').toISOString(),
      endedAt: beijing('2026-03-05 09:31').toISOString(),
      amountFen: 400,
    })
    for (const time of ['12:06', '12:12']) {
      await w.clock.to(`2026-03-05 ${time}`)
      await runDueJobs(w.kernel)
    }
    expect((await rows('sensing.berth-stay')).map((r) => [r.minutes, r.verdict]).sort()).toEqual(
      [
        [10, 'free'],
        [55, 'paid'],
        [60, 'evaded'],
      ].sort(),
    )
    expect([await value('berth-evaded'), await value('berth-evaded-rate')]).toEqual([1, 50])
  })

  it('unattended-road-parking 无人值守:巡检扫描与地锁代替人工,节省人员', async () => {
    await add('sensing.berth-road', { name: '和平路', mode: 'scan', since: '2026-02-01', collectorsBefore: 6, collectorsNow: 0 })
    await add('sensing.berth-road', { name: '劳动路', mode: 'lock', since: '2026-02-01', collectorsBefore: 4, collectorsNow: 1 })
    await add('sensing.berth-road', {
      name: '关河路',
      mode: 'collector',
      since: '2020-01-01',
      collectorsBefore: 8,
      collectorsNow: 8,
    })
    expect(
      (
        await o.data.post<Row>('/rows/sensing.berth-road', {
          values: { name: 'x', mode: 'scan', since: '2026-02-01', collectorsBefore: 1, collectorsNow: 3 },
        })
      ).status,
    ).toBe(422)
    const car = await install('XJ-1', 'terminal')
    const magnet = await rows('sensing.device', { number: 'DC-1' })
    const scan = async (body: Row, number = 'XJ-1', key = car.key) => {
      const response = await w.app.inject({
        method: 'POST',
        url: '/api/ingest/berth-scans',
        headers: { 'x-device-number': number, 'x-device-key': key },
        payload: body,
      })
      return { status: response.statusCode, body: response.json() as Row }
    }
    expect((await scan({ berth: 'YL-1', plate: '苏D99999' }, 'XJ-1', 'no')).status).toBe(401)
    expect((await scan({ berth: 'YL-1' })).status).toBe(400)
    expect((await scan({ berth: 'YL-77', plate: '苏D99999' })).status).toBe(422)
    expect((await scan({ berth: 'YL-1', plate: '苏D1' }, 'DC-1', await o.keyOf(magnet[0]?.id))).status).toBe(422)
    const [berth] = await rows('sensing.berth', { number: 'YL-2' })
    await add('sensing.berth-order', {
      berth: berth?.id,
      plate: '苏D55555',
      startedAt: beijing('2026-03-05 12:00').toISOString(),
      endedAt: beijing('2026-03-05 13:00').toISOString(),
      amountFen: 300,
    })
    expect((await scan({ berth: 'YL-2', plate: '苏D55555' })).body).toEqual({ hasOrder: 'yes' })
    expect((await scan({ berth: 'YL-2', plate: '苏D44444' })).body).toEqual({ hasOrder: 'no' })
    expect([
      await value('scans-unpaid'),
      await value('unattended-roads'),
      await value('collectors-before'),
      await value('collectors-kept'),
    ]).toEqual([1, 3, 20, 15])
  })

  it('machine-work-monitor 机械化作业:路线、时段、速度、作业状态逐日核对,月度审核决定付费', async () => {
    const route = await add('sensing.line', { name: '延陵路洗扫' }, lineAt(0))
    const car = await install('HW-1', 'terminal')
    await w.clock.to('2026-04-03 12:00')
    const plan = await add('sensing.work-plan', {
      name: '延陵路早班',
      line: route,
      device: car.id,
      operator: '洁城环卫公司',
      startsAt: '05:00',
      endsAt: '06:00',
      maxSpeed: 15,
      dayFen: 100000,
    })
    const drive = (day: string, share: number, { speed = 10, isOn = 1, dLat = 0 } = {}) =>
      car.say(
        Array.from({ length: 31 }, (_, i) => ({
          at: at(`${day} 05:10`) + i * 30_000,
          lon: somewhere.lon - 0.003 + (0.006 * share * i) / 30,
          lat: somewhere.lat + dLat,
          speed,
        }))
          .flatMap((fix, i) => (i === 0 ? [{ at: fix.at, values: { switch: isOn } }, fix] : [fix]))
          .concat([{ at: at(`${day} 05:18`), values: { switch: isOn } } as never]),
      )
    await drive('2026-03-31', 1)
    await drive('2026-03-30', 0.5)
    await drive('2026-03-29', 1, { speed: 40 })
    await drive('2026-03-28', 1, { isOn: 0 })
    const form = { plan, month: '2026-03' }
    expect((await tryOpen(nobody, 'sensing.work-audit', form)).status).toBe(403)
    expect((await tryOpen(duty, 'sensing.work-audit', { plan, month: '2026-13' })).status).toBe(400)
    // Half a month settled would leave the other half unpaid for good.
    expect((await tryOpen(duty, 'sensing.work-audit', { plan, month: '2026-04' })).body.zh).toContain('尚未结束')
    const id = await open(duty, 'sensing.work-audit', form)
    const [audit] = await rows('sensing.work-audit')
    expect(audit).toMatchObject({ days: 31, goodDays: 1, payFen: 100000, cutFen: 3000000 })
    expect(audit?.missing.slice(-4).map((m: Row) => [m.day, m.cause])).toEqual([
      ['2026-03-27', '无轨迹'],
      ['2026-03-28', '未开刷(水)'],
      ['2026-03-29', '超速作业'],
      ['2026-03-30', '未走完路线'],
    ])
    expect(audit?.missing.at(-1).covered).toBeGreaterThan(45)
    expect(audit?.missing.at(-1).covered).toBeLessThan(60)
    expect(audit?.missing.at(-2).covered).toBe(0)
    await duty.act('sensing.work-audit', id, 'dispute', { opinion: '3月29日配合创建检查临时提速' })
    await expect(duty.refused('sensing.work-audit', id, 'rule', { goodDays: 2, opinion: 'x' })).resolves.toBeTruthy()
    await expect(leader.refused('sensing.work-audit', id, 'rule', { goodDays: 32, opinion: 'x' })).resolves.toContain('不能多于')
    await leader.act('sensing.work-audit', id, 'rule', { goodDays: 2, opinion: '情况属实' })
    expect([await value('work-audits'), await value('work-good-days'), await value('work-cut')]).toEqual([1, 2, 29000])
  })

  it('drone-patrol 无人机:执照、空域、保险、天气、电量不够不飞;照片坐标成案;时数与发现', async () => {
    const drone = await add('sensing.drone', { number: 'UAS-1', model: 'M30', insuredTo: '2026-12-31' })
    const flyer = await w.as('caiji4')
    const pilot = await add('sensing.pilot', { person: flyer.personId, licence: 'P-1', validTo: '2026-04-30' })
    const line = await add('sensing.line', { name: '运河航线' }, lineAt(0.001))
    const plan = (plannedOn: string, extra: Row = {}) => ({
      name: '运河巡查',
      drone,
      pilot,
      line,
      permit: 'KY-2026-8',
      permitTo: '2026-06-30',
      plannedOn,
      ...extra,
    })
    expect((await tryOpen(nobody, 'sensing.flight', plan('2026-04-10'))).status).toBe(403)
    expect((await tryOpen(flyer, 'sensing.flight', plan('2026-05-10'))).body.zh).toContain('执照')
    expect((await tryOpen(flyer, 'sensing.flight', plan('2026-04-10', { permitTo: '2026-04-01' }))).body.zh).toContain('空域')
    const id = await open(flyer, 'sensing.flight', plan('2026-04-10'))
    await duty.act('sensing.flight', id, 'approve')
    await w.clock.to('2026-04-10 09:00')
    const ready = { windSpeed: 4, weather: 'clear', battery: 95 }
    await expect(flyer.refused('sensing.flight', id, 'takeOff', { ...ready, windSpeed: 12 })).resolves.toContain('风速')
    await expect(flyer.refused('sensing.flight', id, 'takeOff', { ...ready, weather: 'rain' })).resolves.toContain('雨雪')
    await expect(flyer.refused('sensing.flight', id, 'takeOff', { ...ready, battery: 50 })).resolves.toContain('电量')
    await flyer.act('sensing.flight', id, 'takeOff', ready)
    const found = { description: '河岸堆放建筑垃圾', pictures: [photo()], ...somewhere }
    await expect(flyer.refused('sensing.flight', id, 'find', { ...found, lon: 100 })).resolves.toContain('不在本区')
    await flyer.act('sensing.flight', id, 'find', found)
    await flyer.act('sensing.flight', id, 'find', { ...found, description: '乱搭建' })
    await w.clock.to('2026-04-10 09:36')
    await flyer.act('sensing.flight', id, 'land', { batteryLeft: 30 })
    await w.settle()
    expect((await o.list('cases.case', { source: 'drone' }, duty)).total).toBe(2)
    expect([await value('flown-hours'), await value('flights'), await value('flight-findings')]).toEqual([0.6, 1, 2])
    expect((await figure('flight-findings', { by: 'month' })).map((v) => [v.key, v.value])).toEqual([['2026-04', 2]])
  })

  it('satellite-spot 卫星图斑:面积折亩、外业核查、认定、联合处置、复垦复绿验收', async () => {
    const d = 0.0005
    const ring = [
      [-d, -d],
      [d, -d],
      [d, d],
      [-d, d],
      [-d, -d],
    ].map(([x, y]) => [somewhere.lon + (x ?? 0), somewhere.lat + (y ?? 0)])
    const shape = (code: string) =>
      add(
        'sensing.spot-shape',
        { batch: '2026-1', code, imagedOn: '2026-03-01', landType: 'farm' },
        { geometry: { type: 'Polygon', coordinates: [ring] } },
      )
    const units = (await leader.get<{ units: { id: string }[] }>('/meta')).body.units
    const issue = async (code: string) =>
      open(duty, 'sensing.spot', { shape: await shape(code) }, { lon: somewhere.lon, lat: somewhere.lat })
    const [a, b, c] = [await issue('TB-1'), await issue('TB-2'), await issue('TB-3')]
    const mu = (await rows('sensing.spot', { id: a }))[0]?.mu
    expect(mu).toBeGreaterThan(15)
    expect(mu).toBeLessThan(17)
    await expect(crew.refused('sensing.spot', a, 'check', { situation: '硬化停车场' })).resolves.toContain('照片')
    for (const id of [a, b, c]) await crew.act('sensing.spot', id, 'check', { situation: '现场情况', photos: [photo()] })
    const decide = { finding: 'illegal', basis: '土地管理法第七十七条' }
    await expect(duty.refused('sensing.spot', a, 'decide', decide)).resolves.toContain('至少两个协同单位')
    const parts = units.slice(0, 2).map((u) => ({ unit: u.id, task: '联合拆除' }))
    await expect(duty.refused('sensing.spot', a, 'decide', { ...decide, parts })).resolves.toContain('恢复方式和期限')
    await duty.act('sensing.spot', a, 'decide', { ...decide, parts, restoreKind: 'farm', restoreDueOn: '2026-05-10' })
    await duty.act('sensing.spot', b, 'decide', { finding: 'legal', basis: '已办临时用地' })
    await duty.act('sensing.spot', c, 'decide', { finding: 'mistaken', basis: '农膜反光' })
    await w.clock.to('2026-04-20 10:00')
    await expect(crew.refused('sensing.spot', a, 'restore', { restoredMu: 3, restoredPhotos: [photo()] })).resolves.toContain(
      '不少于',
    )
    await crew.act('sensing.spot', a, 'restore', { restoredMu: mu, restoredPhotos: [photo()] })
    await duty.act('sensing.spot', a, 'accept')
    expect((await figure('spots', { by: 'finding' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['illegal', 1],
      ['legal', 1],
      ['mistaken', 1],
    ])
    expect([await value('spot-cases'), await value('spot-restored'), await value('spot-in-time')]).toEqual([1, mu, 100])
  })

  it('big-data-warning 大数据预警:同地同类同星期几多周发生即预警次日,过后核对应验率', async () => {
    const start = at('2026-05-04 10:00')
    const report = async (week: number, category: string) => {
      const day = new Date(start + week * 7 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
      await w.clock.to(`${day} 10:00`)
      const collector = await w.as('caiji4')
      const answer = await collector.post<Row>('/subjects/cases.case', {
        action: 'report',
        ...somewhere,
        values: {
          description: '店外经营',
          source: 'collector',
          categoryKind: 'matter',
          category,
          urgency: 'normal',
          photos: [photo()],
        },
      })
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    }
    for (let week = 0; week < 5; week++) await report(week, '06001')
    await report(4, '06002')
    await w.clock.to('2026-06-07 10:00')
    await runDueJobs(w.kernel)
    await w.clock.to('2026-06-07 12:00')
    await runDueJobs(w.kernel)
    const warnings = await rows('sensing.warning', { forOn: '2026-06-08' })
    expect(warnings).toMatchObject([{ category: '06001', hits: 5, expected: 1, status: 'issued' }])
    expect((await nobody.post(`/subjects/sensing.warning/${warnings[0]?.id}/arrange`, { values: { plan: 'x' } })).status).toBe(
      403,
    )
    await duty.act('sensing.warning', warnings[0]?.id, 'arrange', { plan: '早高峰巡查' })
    await report(5, '06001')
    await w.clock.to('2026-06-09 10:00')
    await runDueJobs(w.kernel)
    expect((await rows('sensing.warning', { forOn: '2026-06-08' }))[0]).toMatchObject({ status: 'hit', actual: 1 })
    expect(await value('warning-hit-rate')).toBe(100)
  })
})
