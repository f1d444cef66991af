/** 渣土的去处: dump sites with their limits and closing, the soil bank, the resource plant and residents' bookings. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import { iso, type Muck, near, openMuck } from './muck-office.ts'

const [one, two] = ['苏D00001', '苏D00002'] as const
describe('消纳、土方银行、资源化', () => {
  let w: World
  let o: Muck
  let dump: string
  beforeAll(async () => {
    w = await world('2026-03-02 09:30')
    o = await openMuck(w)
    ;({ dump } = await o.begin([one, two], 3000))
  })
  afterAll(() => w.close())

  it('dump-site 许可、容量、日限预警与停止受纳、余量与消纳费、安全检查停用与恢复、封场方案到复绿验收', async () => {
    const receipt = { ticket: 'R-0', dump: 'XN-01', plate: one, at: iso('2026-03-02 09:30'), m3: 10 }
    expect((await w.anyone.post('/muck/receipts', receipt)).status).toBe(401)
    expect((await o.stranger.post('/muck/receipts', receipt)).status).toBe(403)
    expect((await o.duty.post('/muck/receipts', { ...receipt, m3: -1 })).status).toBe(400)
    await o.leave(one, 100, '2026-03-02 20:30')
    expect(await o.arrive(one, 100, '2026-03-02 20:50')).toMatchObject({ isTaken: true, limit: 'normal' })
    await o.leave(two, 60, '2026-03-02 21:00')
    expect(await o.arrive(two, 60, '2026-03-02 21:20')).toMatchObject({ isTaken: true, limit: 'warn' })
    expect(await o.alarms({ kind: 'dumpWarn' })).toHaveLength(1)
    await o.leave(one, 60, '2026-03-02 21:30')
    expect(await o.arrive(one, 60, '2026-03-02 21:50')).toMatchObject({
      isTaken: false,
      why: '东郊消纳场当日已受纳160m³,日限200m³',
      limit: 'stop',
    })
    expect(await o.alarms({ kind: 'dumpStop' })).toMatchObject([{ dump }])
    expect(await o.list('muck.dump-now')).toMatchObject([{ usedM3: 1160, leftM3: 3840, todayM3: 160, limitState: 'warn' }])
    expect([await o.value('dump-left'), await o.value('dump-fees')]).toEqual([3840, 0.24])
    // A new day begins with nothing taken.
    await w.clock.to('2026-03-03 00:20')
    await o.job('muck.base')
    expect(await o.list('muck.dump-now')).toMatchObject([{ usedM3: 1160, todayM3: 0, limitState: 'normal' }])
    expect(await o.arrive(one, 60, '2026-03-03 00:30')).toMatchObject({ isTaken: true })
    const c = 'muck.dump-check'
    const items = (result: string) => [
      { item: '挡坝', result, note: '坝脚渗水' },
      { item: '排水', result: 'ok' },
    ]
    await w.clock.to('2026-03-03 09:00')
    const check = { dump, checkedOn: '2026-03-03', checkers: '张三、李四', items: items('grave'), photos: [photo()] }
    const id = await o.tried(o.data, c, check)
    expect(await o.row(c, id)).toMatchObject({ status: 'rectifying', grave: 1, bad: 0 })
    expect((await o.row('muck.dump', dump)).state).toBe('stopped')
    await o.leave(two, 15, '2026-03-03 20:30')
    expect(await o.arrive(two, 15, '2026-03-03 20:50')).toMatchObject({ isTaken: false, why: '东郊消纳场已暂停受纳' })
    await o.act(o.data, c, id, 'recheck', { donePhotos: [photo()], result: '坝脚已加固', closedOn: '2026-03-05' })
    expect((await o.row('muck.dump', dump)).state).toBe('open')
    expect(await o.arrive(two, 15, '2026-03-03 21:10')).toMatchObject({ isTaken: true })
    const good = await o.open(o.data, c, { ...check, items: [{ item: '监控', result: 'ok' }] })
    expect((await o.row(c, good)).status).toBe('passed')
    // The licence runs out; then the site is closed by its plan.
    await o.edit('muck.dump', dump, { licenceTo: '2026-03-03' })
    await w.clock.to('2026-03-04 09:00')
    expect((await o.arrive(one, 5, '2026-03-04 09:10')).why).toBe('东郊消纳场许可已于2026-03-03到期')
    const f = 'muck.dump-closing'
    const plan = {
      dump,
      dumpName: '东郊消纳场',
      stopOn: '2026-03-10',
      coverM: 0.8,
      greenM2: 12_000,
      costFen: 90_000_000,
      plan: '分区覆土、种植草灌',
    }
    const closing = await o.tried(o.data, f, plan)
    await expect(o.officer.refused(f, closing, 'approve', { opinion: 'x' })).resolves.toBeTruthy()
    await o.act(o.head, f, closing, 'approve', { opinion: '同意' })
    await o.act(o.data, f, closing, 'stop')
    expect(await o.row(f, closing)).toMatchObject({ status: 'stopped', leftM3: 3765 })
    expect((await o.row('muck.dump', dump)).state).toBe('closed')
    await expect(o.data.refused(f, closing, 'cover', { coveredM: 0.5 })).resolves.toContain('0.8m')
    await o.act(o.data, f, closing, 'cover', { coveredM: 0.85 })
    const done = { acceptedOn: '2026-03-04', photos: [photo()] }
    await expect(o.data.refused(f, closing, 'accept', { ...done, greenedM2: 9000 })).resolves.toContain('12000㎡')
    await o.act(o.data, f, closing, 'accept', { ...done, greenedM2: 12_500 })
    expect([(await o.row(f, closing)).status, await o.value('dumps-closed')]).toEqual(['done', 1])
    expect(await o.by('dumps', 'state')).toEqual({ closed: 1 })
  })

  it('soil-bank 供需登记按土质、时间、方量对接;存入、预留、支取,余额不为负', async () => {
    await w.clock.to('2026-03-05 09:00')
    const s = 'muck.soil-order'
    const order = (side: string, party: string, m3: number, more: object = {}) => ({
      side,
      party,
      quality: 'clay',
      m3,
      fromOn: '2026-03-05',
      toOn: '2026-04-30',
      ...more,
    })
    const supply = await o.tried(o.plant, s, order('supply', '湖滨一号工地', 1000))
    const demand = await o.open(o.plant, s, order('demand', '城北公园绿化', 600), near(0.004))
    const sandy = await o.open(o.plant, s, order('demand', '路基工程', 500, { quality: 'sand' }))
    await o.open(o.plant, s, order('demand', '来年工程', 500, { fromOn: '2026-06-01', toOn: '2026-07-01' }))
    const account = await o.add('muck.soil-account', { name: '城东堆场', quality: 'clay', capacityM3: 500 })
    expect((await o.plant.get<any>(`/muck/soil-orders/${supply}/matches`)).body).toMatchObject({
      leftM3: 1000,
      others: [{ order: demand, canM3: 600, from: '2026-03-05', to: '2026-04-30', metres: 444 }],
      accounts: [{ account, canM3: 500 }],
    })
    const d = 'muck.soil-match'
    const draft = (values: object) => o.open(o.plant, d, { onDay: '2026-03-10', ...values })
    expect((await o.tryOpen(o.plant, d, { mode: 'deposit', supply, m3: 10, onDay: '2026-03-10' })).zh).toContain('账户')
    const wrong = await draft({ mode: 'direct', supply, demand: sandy, m3: 100 })
    await expect(o.plant.refused(d, wrong, 'reserve')).resolves.toContain('土质不同')
    const direct = await draft({ mode: 'direct', supply, demand, m3: 500 })
    await o.act(o.plant, d, direct, 'reserve')
    expect(await o.row(s, supply)).toMatchObject({ matchedM3: 500, doneM3: 0, status: 'open' })
    const over = await draft({ mode: 'direct', supply, demand, m3: 200 })
    await expect(o.plant.refused(d, over, 'reserve')).resolves.toContain('只余100m³')
    const late = await draft({ mode: 'deposit', supply, account, m3: 100, onDay: '2026-05-10' })
    await expect(o.plant.refused(d, late, 'reserve')).resolves.toContain('起止之内')
    // The surplus goes to the bank and is drawn from it; never more than is there.
    const deposit = await draft({ mode: 'deposit', supply, account, m3: 400 })
    await o.act(o.plant, d, deposit, 'reserve')
    const full = await draft({ mode: 'deposit', supply, account, m3: 100 })
    const early = await draft({ mode: 'withdraw', demand, account, m3: 100 })
    await expect(o.plant.refused(d, early, 'reserve')).resolves.toContain('可支取0m³')
    await o.act(o.plant, d, deposit, 'deliver', { doneOn: '2026-03-10', result: '过磅400m³' })
    await o.act(o.plant, d, direct, 'deliver', { doneOn: '2026-03-10', result: '直运' })
    expect(await o.row('muck.soil-account', account)).toMatchObject({ balanceM3: 400, reservedM3: 0 })
    await o.act(o.plant, d, full, 'reserve')
    await o.act(o.plant, d, full, 'release', { result: '工期变化' })
    await o.act(o.plant, d, early, 'reserve')
    expect(await o.row('muck.soil-account', account)).toMatchObject({ balanceM3: 400, reservedM3: 100 })
    const more = await o.open(o.plant, s, order('demand', '护坡工程', 400))
    const beyond = await draft({ mode: 'withdraw', demand: more, account, m3: 350 })
    await expect(o.plant.refused(d, beyond, 'reserve')).resolves.toContain('可支取300m³')
    await o.act(o.plant, d, early, 'deliver', { doneOn: '2026-03-12', result: '取土100m³' })
    expect(await o.row('muck.soil-account', account)).toMatchObject({ balanceM3: 300, reservedM3: 0 })
    expect(await o.row(s, demand)).toMatchObject({ status: 'filled', doneM3: 600 })
    expect(
      (await o.data.patch<any>(`/rows/muck.soil-account/${account}`, { values: { balanceM3: -1 }, reason: 'x' })).status,
    ).toBe(400)
    expect(await o.by('soil-moved', 'mode')).toEqual({ deposit: 400, direct: 500, withdraw: 100 })
    expect(await o.value('soil-balance')).toBe(300)
  })

  it('building-waste-resource 资源化项目到投产,日运行按种类进厂、产品、残渣平衡;居民预约装修垃圾,收运计费评价', async () => {
    await w.clock.to('2026-03-20 09:00')
    const p = 'muck.plant-project'
    const project = await o.tried(o.data, p, {
      name: '新北区建筑垃圾资源化处理项目',
      builder: '新北环境公司',
      tonsPerYear: 500_000,
      investWan: 2600,
      dueOn: '2026-03-10',
    })
    await o.act(o.data, p, project, 'start', { startedOn: '2025-03-01' })
    await o.act(o.data, p, project, 'report', { progress: 60, words: '主厂房封顶' })
    await expect(o.data.refused(p, project, 'trial', { trialOn: '2026-03-20' })).resolves.toContain('60%')
    await o.act(o.data, p, project, 'report', { progress: 100, words: '设备安装完成' })
    await o.act(o.data, p, project, 'trial', { trialOn: '2026-03-20' })
    const plant = await o.add('muck.plant', {
      name: '新北资源化厂',
      operator: '新北环境公司',
      mainKind: 'demolition',
      tonsPerYear: 500_000,
      takesRenovation: true,
      fenPerM3: 6000,
    })
    await o.act(o.data, p, project, 'run', { runningOn: '2026-03-20', plant })
    expect(await o.row(p, project)).toMatchObject({ status: 'running', isLate: 'yes' })
    const d = 'muck.plant-day'
    const day = (dayOn: string, stockT: number, more: object = {}) => ({
      plant,
      dayOn,
      intake: [
        { kind: 'demolition', tons: 800 },
        { kind: 'renovation', tons: 200 },
      ],
      products: [
        { kind: 'aggregate', tons: 600 },
        { kind: 'metal', tons: 20 },
      ],
      residueT: 80,
      stockT,
      ...more,
    })
    expect((await o.tryOpen(o.plant, d, day('2026-03-20', 200))).zh).toContain('差100吨(10%)')
    const first = await o.tried(o.plant, d, day('2026-03-20', 290))
    expect(await o.row(d, first)).toMatchObject({ openT: 0, intakeT: 1000, renovationT: 200, productT: 620, gapT: 10, gapPct: 1 })
    expect((await o.tryOpen(o.plant, d, day('2026-03-20', 290))).code).toBe('kernel.duplicate')
    await w.clock.to('2026-03-21 09:00')
    // 290 from yesterday and 1,000 in; 900 out, 90 residue, 300 left.
    await o.open(o.plant, d, day('2026-03-21', 300, { products: [{ kind: 'aggregate', tons: 900 }], residueT: 90 }))
    expect([await o.value('plant-intake'), await o.value('plant-renovation'), await o.value('plant-residue')]).toEqual([
      2000, 400, 170,
    ])
    expect((await o.figure('resource-rate'))[0]).toMatchObject({ numerator: 1520, denominator: 2000, value: 76 })
    // A resident books without an account; the receipt is the permission.
    const book = {
      name: '王女士',
      phone: '13912345678',
      address: '湖滨花园3幢201',
      packing: 'bags',
      estimateM3: 3,
      wantedOn: '2026-03-22',
    }
    const path = '/public/muck/renovations'
    expect((await w.anyone.post(path, { ...book, phone: '123' })).status).toBe(400)
    expect((await w.anyone.post<any>(path, { ...book, wantedOn: '2026-03-01' })).body.zh).toContain('不能早于今天')
    const held = (await w.anyone.post<any>(path, book)).body
    expect(held.number).toMatch(/^YY/)
    const show = async (receipt = held.receipt) => w.anyone.get<any>(`${path}/${held.number}`, { receipt })
    expect((await show('0'.repeat(64))).status).toBe(404)
    expect((await show()).body).toMatchObject({ status: 'booked', statusZh: '待安排', plate: null })
    const r = 'muck.renovation'
    const [booked] = await o.list(r, { number: held.number })
    const id = String(booked?.id)
    expect(booked).toMatchObject({ collectDueAt: iso('2026-03-24 00:00') })
    await expect(o.stranger.refused(r, id, 'plan', { plate: one, plant, plannedOn: '2026-03-22' })).resolves.toBeTruthy()
    await expect(o.plant.refused(r, id, 'plan', { plate: '苏D99999', plant, plannedOn: '2026-03-22' })).resolves.toContain(
      '未准入',
    )
    await o.act(o.plant, r, id, 'plan', { plate: one, plant, plannedOn: '2026-03-22' })
    expect((await show()).body).toMatchObject({ status: 'planned', plate: one, plannedOn: '2026-03-22' })
    await w.clock.to('2026-03-22 14:00')
    await o.act(o.plant, r, id, 'collect', { m3: 2.5, photos: [photo()] })
    expect((await w.anyone.post<any>(`${path}/${held.number}/rate`, { receipt: held.receipt, score: 5 })).body).toMatchObject({
      status: 'collected',
      m3: 2.5,
      feeFen: 15_000,
      score: 5,
    })
    const late = (await w.anyone.post<any>(path, { ...book, wantedOn: '2026-03-22', address: '湖滨花园5幢' })).body
    await w.clock.to('2026-03-26 09:00')
    const [second] = await o.list(r, { number: late.number })
    await o.act(o.plant, r, String(second?.id), 'plan', { plate: one, plant, plannedOn: '2026-03-26' })
    await o.act(o.plant, r, String(second?.id), 'collect', { m3: 1, photos: [photo()] })
    const third = (await w.anyone.post<any>(path, { ...book, wantedOn: '2026-03-28' })).body
    expect((await w.anyone.post<any>(`${path}/${third.number}/cancel`, { receipt: third.receipt })).body.status).toBe('cancelled')
    expect((await o.figure('renovation-in-time'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    expect([await o.value('renovations'), await o.value('renovation-m3'), await o.value('renovation-score')]).toEqual([3, 3.5, 5])
    expect(await o.by('plant-projects', 'status')).toEqual({ running: 1 })
  })
})
