/** Things that sense or are carried: patrol tags, radios, gas safety parts, wireless points, recyclers and points, bikes, risks, research. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { startSession } from '#kernel/identity/session.ts'
import { runDueJobs } from '#kernel/jobs/index.ts'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'

type Row = Record<string, any>
let w: World
let o: Awaited<ReturnType<typeof openSensing>>
let duty: Client
let crew: Client
let leader: Client
let walker: Client
let nobody: Client
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openSensing(w)
  ;[duty, crew, leader, walker, nobody] = (await Promise.all(
    ['zhiban1', 'chuzhi11', 'juzhang', 'caiji1', 'xitong'].map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client]
})
afterAll(async () => {
  await closeIngest(w.kernel)
  await w.close()
})
const add = async (register: string, values: Row, place?: unknown, who = o.data): Promise<string> => {
  const answer = await who.post<{ id: string; zh?: string }>(`/rows/${register}`, { values, place })
  if (answer.status !== 201) throw new Error(`${register}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}
const open = async (who: Client, procedure: string, values: Row, extra: Row = {}): Promise<string> => {
  const answer = await who.post<Row>(`/subjects/${procedure}`, { values, ...somewhere, ...extra })
  if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body.id
}
const refusal = async (who: Client, procedure: string, values: Row): Promise<string> => {
  const answer = await who.post<Row>(`/subjects/${procedure}`, { values, ...somewhere })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  return String(answer.body.zh)
}
/** A recording handed in as a browser does; its id. */
const sound = async (who: Client): Promise<string> => {
  const token = await startSession(w.kernel, w.district, who.personId)
  const boundary = 'sound'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.mp3"\r\nContent-Type: audio/mpeg\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(head),
    Buffer.from('ID3\u0003\u0000'),
    Buffer.alloc(64),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const headers = { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await w.app.inject({ method: 'POST', url: '/api/files', headers, payload })
  expect(answer.statusCode).toBe(201)
  return answer.json<{ files: { id: string }[] }>().files[0]?.id ?? ''
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
  const authorization = `Basic ${Buffer.from(`${number}:${key}`).toString('base64')}`
  const tell = async (path: string, body: Row, auth = authorization) => {
    const response = await w.app.inject({
      method: 'POST',
      url: `/api/ingest/${path}`,
      headers: { authorization: auth },
      payload: body,
    })
    return { status: response.statusCode, body: response.json() as Row }
  }
  return { id, key, tell, say: (items: unknown) => o.send(number, key, items) }
}

describe('物的感知', () => {
  it('nfc-patrol NFC巡更:30个点位,刷卡核位置、时段与复制,漏巡点位列出', async () => {
    const route = await add('sensing.patrol-route', { name: '消防站夜巡', startsAt: '09:30', endsAt: '11:00' })
    for (let i = 1; i <= 30; i++)
      await add(
        'sensing.patrol-tag',
        { name: `点位${i}`, tag: `04A1B2C3${String(i).padStart(2, '0')}`, route, order: i },
        somewhere,
      )
    expect((await o.data.post('/rows/sensing.patrol-tag', { values: { name: 'x', tag: 'zz', route, order: 1 } })).status).toBe(
      400,
    )
    expect(await value('nfc-points')).toBe(30)
    const tap = (tag: number, counter: number, extra: Row = {}, who = walker) =>
      who.post<Row>('/sensing/patrol/tap', { tag: `04A1B2C3${String(tag).padStart(2, '0')}`, counter, ...somewhere, ...extra })
    expect((await tap(1, 1, {}, w.anyone)).status).toBe(401)
    expect((await tap(1, 1, {}, nobody)).status).toBe(403)
    expect((await tap(1, -1)).status).toBe(400)
    expect((await tap(99, 1)).status).toBe(422)
    expect((await tap(1, 1)).body).toMatchObject({ verdict: 'late' })
    await w.clock.to('2026-03-02 10:00')
    for (let i = 1; i <= 26; i++) expect((await tap(i, 5)).body).toEqual({ verdict: 'fine', distanceM: 0 })
    expect((await tap(1, 5)).body).toMatchObject({ verdict: 'copied' })
    expect((await tap(27, 5, { lon: somewhere.lon + 0.002 })).body).toMatchObject({ verdict: 'far' })
    await runDueJobs(w.kernel)
    expect(await value('missed-points')).toBe(0)
    await w.clock.to('2026-03-02 11:30')
    await runDueJobs(w.kernel)
    await w.clock.to('2026-03-02 11:50')
    await runDueJobs(w.kernel)
    // 早于路线开始时登记的点位才算漏巡。
    expect((await rows('sensing.missed-tag')).map((r) => r.name).sort()).toEqual(['点位27', '点位28', '点位29', '点位30'])
    expect(await value('missed-points')).toBe(4)
    expect(await value('tap-valid-rate')).toBeCloseTo((26 / 29) * 100, 5)
  })

  it('two-way-radio 对讲机:发放、实时位置、组呼、归还与遗失', async () => {
    const radios: string[] = []
    for (let i = 1; i <= 4; i++)
      radios.push(
        await add('sensing.radio', { number: `DJ-${i}`, device: (await install(`DJJ-${i}`, 'radio')).id, group: '城中网格' }),
      )
    const issue = (i: number) => ({ radio: radios[i], holder: walker.personId })
    expect((await nobody.post('/subjects/sensing.radio-issue', { values: issue(0), ...somewhere })).status).toBe(403)
    const issued = [
      await open(duty, 'sensing.radio-issue', issue(0)),
      await open(duty, 'sensing.radio-issue', issue(1)),
      await open(duty, 'sensing.radio-issue', issue(2)),
    ]
    expect(await refusal(duty, 'sensing.radio-issue', issue(0))).toContain('尚未归还')
    expect([await value('radios-issued'), await value('radios-held')]).toEqual([3, 3])
    const key = await o.keyOf((await rows('sensing.device', { number: 'DJJ-1' }))[0]?.id)
    await o.send('DJJ-1', key, [{ at: beijing('2026-03-02 11:40').getTime(), lon: 119.908, lat: 31.727 }])
    await (await ingestOf(w.kernel)).status.flush()
    expect((await rows('sensing.status', { number: 'DJJ-1' }))[0]).toMatchObject({ presence: 'online', lon: 119.908 })
    expect(await refusal(duty, 'sensing.group-call', { group: '别组', words: '集合' })).toContain('没有使用中')
    await open(duty, 'sensing.group-call', { group: '城中网格', words: '请到延陵路集合' })
    expect((await rows('sensing.command')).map((c) => c.content)).toEqual(['请到延陵路集合', '请到延陵路集合', '请到延陵路集合'])
    await duty.act('sensing.radio-issue', issued[0] ?? '', 'giveBack', { state: 'fine' })
    await duty.act('sensing.radio-issue', issued[1] ?? '', 'lose', { lostAt: '巡查途中遗失', paidFen: 80000 })
    expect(await refusal(duty, 'sensing.radio-issue', issue(1))).toContain('已遗失')
    await open(duty, 'sensing.radio-issue', issue(0))
    expect([await value('radios-issued'), await value('radios-held'), await value('radios-lost')]).toEqual([4, 2, 1])
    const voice = await sound(walker)
    const said = { group: '城中网格', seconds: 4, voice: [voice] }
    expect((await w.anyone.get('/sensing/radio')).status).toBe(401)
    expect((await nobody.get('/sensing/radio')).status).toBe(403)
    expect((await walker.post('/subjects/sensing.talk', { values: { ...said, seconds: 0 } })).status).toBe(400)
    expect(await refusal(walker, 'sensing.talk', { ...said, group: '城北网格' })).toContain('没有领用城北网格')
    expect(await refusal(crew, 'sensing.talk', said)).toContain('没有领用城中网格')
    expect(await refusal(walker, 'sensing.talk', { ...said, voice: [photo()] })).toContain('不是语音文件')
    await open(walker, 'sensing.talk', said)
    await open(duty, 'sensing.talk', said, { action: 'call' })
    const heard = (await walker.get<Row>('/sensing/radio')).body
    expect(heard.groups).toMatchObject([
      { name: '城中网格', members: [{ radio: 'DJ-1', presence: 'online', lon: 119.908 }, { radio: 'DJ-3' }] },
    ])
    expect(heard.talks.map((t: Row) => [t.radio, t.isMine, t.file])).toEqual([
      ['值班席', false, voice],
      ['DJ-1', true, voice],
    ])
    expect((await crew.get<Row>('/sensing/radio')).body).toMatchObject({ isDesk: false, groups: [], talks: [] })
    expect(await value('talks')).toBe(2)
  })

  it('gas-alarm-valve-hose 燃气三件套:每户三件、到期自动派更换、按类别覆盖率', async () => {
    const users = await Promise.all(
      ['resident', 'resident', 'restaurant', 'restaurant'].map((kind, i) =>
        add('sensing.gas-user', { code: `RQ-${i}`, name: `用户${i}`, class: kind, address: `延陵路${i}号` }, somewhere),
      ),
    )
    const part = (user: string | undefined, kind: string, expiresOn = '2030-01-01') =>
      add('sensing.gas-part', { user, kind, installedOn: '2021-03-20', expiresOn })
    for (const user of users.slice(0, 3)) for (const kind of ['valve', 'hose']) await part(user, kind)
    await part(users[0], 'alarm')
    await part(users[1], 'alarm', '2026-03-20')
    await part(users[2], 'alarm', '2026-02-20')
    expect(
      (
        await o.data.post<Row>('/rows/sensing.gas-part', {
          values: { user: users[0], kind: 'alarm', installedOn: '2026-01-01', expiresOn: '2027-01-01' },
        })
      ).status,
    ).toBe(409)
    expect(await value('gas-covered')).toBe(50)
    expect((await figure('gas-covered', { by: 'class' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['resident', 100],
      ['restaurant', 0],
    ])
    expect(await value('gas-expired')).toBe(1)
    await w.clock.to('2026-03-02 12:30')
    await runDueJobs(w.kernel)
    await w.clock.to('2026-03-02 13:40')
    await runDueJobs(w.kernel)
    const due = await rows('sensing.gas-replacement')
    expect(due.map((r) => r.expiresOn).sort()).toEqual(['2026-02-20', '2026-03-20'])
    const late = due.find((r) => r.expiresOn === '2026-02-20') as Row
    const done = { serial: 'BJ-2026-7', installedOn: '2026-03-02', photos: [photo()] }
    await expect(walker.refused('sensing.gas-replacement', late.id, 'replace', done)).resolves.toBeTruthy()
    await expect(
      crew.refused('sensing.gas-replacement', late.id, 'replace', { ...done, installedOn: '2026-03-09' }),
    ).resolves.toContain('不能晚于今天')
    await crew.act('sensing.gas-replacement', late.id, 'replace', done)
    await w.settle()
    expect((await rows('sensing.gas-part', { id: late.part }))[0]).toMatchObject({
      serial: 'BJ-2026-7',
      installedOn: '2026-03-02',
      expiresOn: '2031-03-02',
    })
    expect([await value('gas-covered'), await value('gas-expired'), await value('gas-replaced')]).toEqual([75, 0, 1])
  })

  it('park-wifi 公园WiFi:接入点在线、用户数,实测点全部合格才算全覆盖', async () => {
    const ap = await install('AP-1', 'ap')
    await add('sensing.access-point', { number: 'QF-1', park: '青枫公园', device: ap.id, radiusM: 60 }, somewhere)
    await add(
      'sensing.access-point',
      { number: 'QF-2', park: '青枫公园', device: (await install('AP-2', 'ap')).id, radiusM: 60 },
      somewhere,
    )
    await ap.say([
      { at: beijing('2026-03-02 13:05').getTime(), values: { users: 40 } },
      { at: beijing('2026-03-02 13:25').getTime(), values: { users: 65 } },
    ])
    await (await ingestOf(w.kernel)).status.flush()
    expect(await value('wifi-online-rate')).toBe(50)
    await w.clock.to('2026-03-02 13:55')
    await runDueJobs(w.kernel)
    expect(await value('wifi-users')).toBe(65)
    const id = await open(crew, 'sensing.wifi-acceptance', { park: '青枫公园', areaHa: 0.8 })
    const points = (signals: readonly number[]) => ({
      measuredOn: '2026-03-02',
      points: signals.map((signal, i) => ({ name: `测点${i}`, signal, speed: null })),
    })
    await expect(crew.refused('sensing.wifi-acceptance', id, 'measure', points([-60]))).resolves.toContain('至少要有4个')
    await crew.act('sensing.wifi-acceptance', id, 'measure', points([-60, -65, -72, -50]))
    await expect(duty.refused('sensing.wifi-acceptance', id, 'accept', { note: '验收' })).resolves.toContain('75%')
    await crew.act('sensing.wifi-acceptance', id, 'measure', points([-60, -65, -70, -50]))
    await duty.act('sensing.wifi-acceptance', id, 'accept', { note: '验收' })
    expect(await value('wifi-parks')).toBe(1)
  })

  it('smart-recycler 可回收物四分类设备:投放计重积分、满溢告警、清运;6组', async () => {
    const cabinets = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (i) => {
        const device = await install(`HS-${i}`, 'recycler')
        await add(
          'sensing.recycler',
          { number: `HSG-${i}`, device: device.id, compound: '文昌小区', installedOn: '2026-01-01' },
          somewhere,
        )
        return device
      }),
    )
    expect(await value('recyclers')).toBe(6)
    const [cabinet] = cabinets
    if (!cabinet) throw new Error('no cabinet')
    expect((await cabinet.tell('drops', { user: 'U1', kind: 'paper', kg: 2 }, 'Basic eDp5')).status).toBe(401)
    expect((await cabinet.tell('drops', { user: 'U1', kind: 'gold', kg: 2 })).status).toBe(400)
    expect((await cabinet.tell('drops', { user: 'U1', kind: 'paper', kg: 2.5 })).body).toEqual({ points: 150, balance: 150 })
    expect((await cabinet.tell('drops', { user: 'U1', kind: 'metal', kg: 1 })).body).toEqual({ points: 80, balance: 230 })
    expect(await value('recycled-kg')).toBe(3.5)
    await add('sensing.rule', {
      code: 'HS',
      name: '可回收物满溢',
      type: 'threshold',
      deviceKind: 'recycler',
      quantity: 'fill',
      side: 'above',
      limit: 90,
      release: 50,
      severity: 'notice',
      caseOn: 'none',
      isOn: true,
      validFrom: '2026-01-01',
      basis: '示例',
    })
    await (await ingestOf(w.kernel)).rules.book.reload()
    await cabinet.say([{ at: beijing('2026-03-02 13:54').getTime(), values: { fill: 95 } }])
    await (await ingestOf(w.kernel)).rules.settle()
    expect(await rows('sensing.alarm', { deviceNumber: 'HS-1' })).toMatchObject([{ title: '可回收物满溢', severity: 'notice' }])
    const [first] = await rows('sensing.recycler', { number: 'HSG-1' })
    await add('sensing.recycler-clearing', { recycler: first?.id, kind: 'paper', kg: 30, vehicle: '苏D00001' }, undefined, crew)
    await cabinet.say([{ at: beijing('2026-03-02 13:55').getTime(), values: { fill: 10 } }])
    await (await ingestOf(w.kernel)).rules.settle()
    expect((await rows('sensing.alarm', { deviceNumber: 'HS-1' }))[0]?.clearedAt).toBeTruthy()
  })

  it('points-machine 积分兑换机:余额与库存不为负,补货与故障;8组', async () => {
    const machines = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (i) => {
        const device = await install(`DH-${i}`, 'exchange')
        return {
          device,
          id: await add(
            'sensing.points-machine',
            { number: `DHJ-${i}`, device: device.id, place: '社区', isFaulty: false },
            somewhere,
          ),
        }
      }),
    )
    expect(await value('points-machines')).toBe(8)
    const [m] = machines
    if (!m) throw new Error('no machine')
    const goods = await add('sensing.goods', { machine: m.id, slot: 1, name: '抽纸', price: 100, stock: 3, low: 1 })
    const buy = (slot: number, user = 'U1') => m.device.tell('exchanges', { user, slot })
    expect((await buy(2)).status).toBe(409)
    expect((await buy(1, 'U9')).body.zh).toContain('积分不足')
    const many = await Promise.all(Array.from({ length: 8 }, () => buy(1)))
    expect(many.map((r) => r.status).sort()).toEqual([200, 200, 409, 409, 409, 409, 409, 409])
    expect((await rows('sensing.points-account', { code: 'U1' }))[0]).toMatchObject({ points: 30 })
    expect((await rows('sensing.goods', { id: goods }))[0]).toMatchObject({ stock: 1 })
    expect([await value('points-spent'), await value('goods-low')]).toEqual([200, 1])
    expect((await o.data.patch<Row>(`/rows/sensing.goods/${goods}`, { values: { stock: -1 } })).status).toBe(400)
    expect((await o.data.patch(`/rows/sensing.goods/${goods}`, { values: { stock: 20 } })).status).toBe(200)
    expect(await value('goods-low')).toBe(0)
    await o.data.patch(`/rows/sensing.points-machine/${m.id}`, { values: { isFaulty: true } })
    expect((await buy(1)).body.zh).toContain('故障停用')
  })

  it('bluetooth-bike-dock 有桩加蓝牙:桩满才可围栏内还车,溢出还车计数', async () => {
    const device = await install('ZX-1', 'dock')
    await add('sensing.bike-dock', { name: '南大街站', device: device.id, docks: 2, fenceM: 30 }, somewhere)
    const move = (bike: string, kind: string, extra: Row = {}) => device.tell('bike-moves', { bike, kind, ...extra })
    expect((await move('B1', 'sold')).status).toBe(400)
    expect((await move('B1', 'out')).status).toBe(409)
    expect((await move('B1', 'back')).body).toEqual({ way: 'dock', parked: 1 })
    expect((await move('B2', 'back')).body).toEqual({ way: 'dock', parked: 2 })
    expect((await move('B3', 'back')).body.zh).toContain('蓝牙围栏内还车')
    expect((await move('B3', 'back', { ...somewhere, lon: somewhere.lon + 0.001 })).body.zh).toContain('现距')
    expect((await move('B3', 'back', somewhere)).body).toEqual({ way: 'bluetooth', parked: 3 })
    expect((await move('B1', 'out')).body).toEqual({ way: 'dock', parked: 2 })
    expect([await value('bike-overflow'), await value('bike-overflow-rate')]).toEqual([1, expect.closeTo(33.33, 1)])
  })

  it('risk-source-info 安全风险隐患源:分级、间隔、责任人与最近检查,红色上局领导待办', async () => {
    const unit = (await leader.get<{ units: { id: string; name: string }[] }>('/meta')).body.units[0]?.id
    const base = { kind: 'bridge', unit, keeper: crew.personId, intervalDays: 7, since: '2026-01-01', control: '限载、巡查' }
    const red = await add('sensing.risk-source', { ...base, name: '老桥', level: 'red' }, somewhere)
    const blue = await add('sensing.risk-source', { ...base, name: '泵站', level: 'blue', intervalDays: 30 }, somewhere)
    expect((await figure('risk-sources', { by: 'level' })).map((v) => [v.key, v.value]).sort()).toEqual([
      ['blue', 1],
      ['red', 1],
    ])
    expect(await value('risk-overdue')).toBe(2)
    expect((await nobody.post('/rows/sensing.risk-check', { values: {} })).status).toBe(403)
    await add('sensing.risk-check', { source: blue, state: 'fine', result: '正常' }, undefined, crew)
    expect([await value('risk-overdue'), await value('risk-checked-rate')]).toEqual([1, 50])
    await w.clock.to('2026-03-02 14:30')
    await runDueJobs(w.kernel)
    await w.clock.to('2026-03-02 14:45')
    await runDueJobs(w.kernel)
    const notices = await rows('sensing.risk-notice')
    expect(notices).toMatchObject([{ name: '老桥', status: 'told' }])
    expect(JSON.stringify((await leader.get('/work')).body)).toContain('老桥')
    const [notice] = notices
    await expect(
      duty.refused('sensing.risk-notice', notice?.id, 'order', { instruction: '封闭', dueOn: '2026-03-05' }),
    ).resolves.toBeTruthy()
    await leader.act('sensing.risk-notice', notice?.id, 'order', { instruction: '封闭检修', dueOn: '2026-03-05' })
    expect((await o.data.patch(`/rows/sensing.risk-source/${red}`, { values: { level: 'yellow' } })).status).toBe(200)
    expect((await figure('risk-sources', { by: 'level' })).map((v) => v.key).sort()).toEqual(['blue', 'yellow'])
  })

  it('iot-research 物联网应用课题:专家、试点、阶段发现、每种设备的结论', async () => {
    const values = {
      name: '城市管理安全应急物联网应用',
      question: '哪些设备误报少、值得推广',
      experts: [{ name: '王教授', from: '某大学', field: '传感' }],
    }
    expect((await nobody.post('/subjects/sensing.research', { values })).status).toBe(403)
    expect((await duty.post('/subjects/sensing.research', { values: { ...values, experts: [{ name: '' }] } })).status).toBe(400)
    const id = await open(duty, 'sensing.research', values)
    await duty.act('sensing.research', id, 'pilot', {
      pilots: [
        { device: '智能烟感', count: 100, place: '文昌街道' },
        { device: '水位报警器', count: 4, place: '下穿通道' },
      ],
    })
    const verdict = (device: string, buy: string, count: number) => ({ device, buy, count, reason: '试点比较' })
    await expect(duty.refused('sensing.research', id, 'review', { verdicts: [], conclusion: 'x' })).resolves.toContain('阶段发现')
    await duty.act('sensing.research', id, 'find', { on: '2026-03-01', text: '烟感误报率4%' })
    await expect(
      duty.refused('sensing.research', id, 'review', { verdicts: [verdict('智能烟感', 'yes', 500)], conclusion: 'x' }),
    ).resolves.toContain('每种试点设备')
    await duty.act('sensing.research', id, 'review', {
      verdicts: [verdict('智能烟感', 'yes', 500), verdict('水位报警器', 'more', 0)],
      conclusion: '推广烟感',
    })
    await leader.act('sensing.research', id, 'conclude')
    expect((await rows('sensing.research'))[0]).toMatchObject({ status: 'concluded', bought: 1 })
    expect(await value('research')).toBe(1)
  })
})
