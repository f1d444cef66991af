/** The roadside: illegal parking from photo to penalty, collectors and their takings, lines painted, yards checked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, photo, somewhere, type World, world } from '../world.ts'
import { openOffice as openEnforcement, storedFile } from './enforcement-office.ts'
import { type Office, openOffice, type Row } from './parking-office.ts'

let w: World
let o: Office
let road: string
const fineFen = 5_000
const iso = (local: string): string => beijing(local).toISOString()
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openOffice(w)
  road = await o.lot('建设路(一类)', { priceText: '每15分钟1.5元' })
  await o.berths(road, 'JS', 6)
})
afterAll(() => w.close())

/** The ordinary way from the lead to the decision, by its people. */
const decidePenalty = async (id: string) => {
  const e = await openEnforcement(w)
  const penalty = 'enforcement.penalty'
  await e.officer.act(penalty, id, 'take', { coHandler: e.partner.personId })
  await e.officer.act(penalty, id, 'submitFiling', { coHandler: e.partner.personId, insist: '占用盲道,影响较大' })
  await e.head.act(penalty, id, 'approveFiling')
  await e.officer.act(penalty, id, 'showId', { note: '已出示' })
  const file = await storedFile(w)
  const piece = await e.open(e.officer, 'enforcement.evidence', e.evidence(id, file, { kind: 'photo', origin: 'device' }))
  await e.jurist.act('enforcement.evidence', piece.id, 'verify')
  await e.open(e.officer, 'enforcement.process-record', { penalty: id, step: 'investigate', words: '调查', media: [file.id] })
  await e.officer.act(penalty, id, 'conclude', { report: '查明事实', kinds: ['fine'], proposedFen: fineFen })
  await e.officer.act(penalty, id, 'notify', { noticedOn: o.today(), serviceKind: 'mail', receipt: [photo()] })
  await e.officer.act(penalty, id, 'waive', { paper: [photo()] })
  await e.open(e.officer, 'enforcement.process-record', { penalty: id, step: 'notify', words: '告知' })
  await e.officer.act(penalty, id, 'toDecide')
  await e.head.act(penalty, id, 'decide', { fineFen })
}

describe('违停、收费员、划线、场地', () => {
  it('illegal-parking 违停必拍占道必罚:两张照片隔时、标志可见,他人审核,告知周边停车场,移送处罚并回填', async () => {
    const { officer, officer2, head, nobody } = o
    const values = { plate: '苏D90001', address: '建设路35号门前人行道', kind: 'sidewalk', foundBy: 'patrol' }
    expect((await w.anyone.post('/subjects/parking.violation', { values })).status).toBe(401)
    expect((await o.tryOpen(nobody, 'parking.violation', values)).status).toBe(403)
    expect((await o.tryOpen(officer, 'parking.violation', { ...values, plate: '?' })).status).toBe(400)
    const camera = await o.machine('SP-21', 'camera')
    await camera.see('JS001', false, '2026-03-02 09:00')
    await camera.see('JS002', false, '2026-03-02 09:00')
    const id = await o.open(officer, 'parking.violation', values)
    expect((await o.row('parking.violation', id)).nearby).toEqual(['建设路(一类) 0米 余2位 每15分钟1.5元'])
    const [first, second, sign] = [photo(), photo(), photo()]
    const proof = (from: string, to: string, secondPhoto = second) => ({
      firstPhoto: [first],
      firstAt: iso(from),
      secondPhoto: [secondPhoto],
      secondAt: iso(to),
      signPhoto: [sign],
    })
    await w.clock.to('2026-03-02 09:10')
    expect(await officer.refused('parking.violation', id, 'shoot', proof('2026-03-02 09:01', '2026-03-02 09:04'))).toContain(
      '间隔不足5分钟',
    )
    expect(
      await officer.refused('parking.violation', id, 'shoot', proof('2026-03-02 09:01', '2026-03-02 09:08', first)),
    ).toContain('同一张照片')
    expect(
      await officer.refused('parking.violation', id, 'shoot', {
        ...proof('2026-03-02 09:01', '2026-03-02 09:08'),
        signPhoto: [],
      }),
    ).toContain('至少1张')
    await officer.act('parking.violation', id, 'shoot', proof('2026-03-02 09:01', '2026-03-02 09:08'))
    const laws = (await o.data.get<{ rows: Row[] }>('/rows/enforcement.law', { limit: '500' })).body.rows
    const lawCode = String(laws.find((l) => l.topic === 'road')?.code ?? laws[0]?.code)
    expect(await officer.refused('parking.violation', id, 'confirm', { lawCode, opinion: '属实' })).not.toBe('')
    await head.act('parking.violation', id, 'confirm', { lawCode, opinion: '人行道停放,标志清晰' })
    await officer.act('parking.violation', id, 'notice', { notice: '湖城停告〔2026〕12号', noticePhoto: [photo()] })
    const { number } = await o.row('parking.violation', id)
    const seen = await w.anyone.get<Row>(`/public/parking/violations/${number}`, { plate: '苏D90001' })
    expect(seen.body).toMatchObject({ status: '待移送处罚', nearby: [{ name: '建设路(一类)', free: 2 }] })
    expect((await w.anyone.get(`/public/parking/violations/${number}`, { plate: '苏D90002' })).status).toBe(404)
    await head.act('parking.violation', id, 'handOver')
    await w.settle()
    const handed = await o.row('parking.violation', id)
    expect(handed.penaltyNumber).toMatch(/^CF/)
    const penalty = await o.row('enforcement.penalty', handed.penaltyId)
    expect(penalty).toMatchObject({
      status: 'lead',
      source: 'capture',
      sourceType: 'parking.violation',
      sourceId: id,
      partyName: '苏D90001车主',
    })
    // A second that drove off before it was taken, and a third found but never photographed.
    const gone = await o.open(officer, 'parking.violation', { ...values, plate: '苏D90002' })
    await officer.act('parking.violation', gone, 'leave', { endReason: '司机到场驶离' })
    await o.open(officer2, 'parking.violation', { ...values, plate: '苏D90003' })
    expect([await o.value('violations'), await o.value('shot-rate'), await o.value('penalty-rate')]).toEqual([3, 50, 0])
    await decidePenalty(handed.penaltyId)
    await w.settle()
    expect(await o.row('parking.violation', id)).toMatchObject({ status: 'penalised' })
    expect(await o.value('penalty-rate')).toBe(100)
  })

  it('fee-collector-management 收费员:班次、路段、账款逐日核对、投诉、廉政专项检查', async () => {
    const { manager, finance, collector, collector2, nobody } = o
    const who = await o.add('parking.collector', { number: 'SF-01', name: '赵六', state: 'active', joinedOn: '2025-01-01' })
    const gone = await o.add('parking.collector', { number: 'SF-02', name: '钱七', state: 'left', joinedOn: '2024-01-01' })
    const shift = (values: Row = {}) => ({
      collector: who,
      lot: road,
      startsAt: iso('2026-03-03 07:30'),
      endsAt: iso('2026-03-03 14:00'),
      ...values,
    })
    expect((await o.tryOpen(nobody, 'parking.shift', shift())).status).toBe(403)
    expect((await o.tryOpen(manager, 'parking.shift', { ...shift(), endsAt: 'x' })).status).toBe(400)
    expect((await o.tryOpen(manager, 'parking.shift', shift({ collector: gone }))).body.zh).toContain('不在岗')
    const morning = await o.open(manager, 'parking.shift', shift())
    expect(
      (await o.tryOpen(manager, 'parking.shift', shift({ startsAt: iso('2026-03-03 13:00'), endsAt: iso('2026-03-03 20:00') })))
        .body.zh,
    ).toContain('重叠')
    const afternoon = await o.open(
      manager,
      'parking.shift',
      shift({ startsAt: iso('2026-03-03 14:01'), endsAt: iso('2026-03-03 20:30') }),
    )
    const park = async (berth: string, plate: string, from: string, to: string, channel: 'cash' | 'code') => {
      await w.clock.to(`2026-03-03 ${from}`)
      await collector.post('/parking/sightings', { berth, isTaken: true, plate })
      await w.clock.to(`2026-03-03 ${to}`)
      const { body } = await collector.post<Row>('/parking/sightings', { berth, isTaken: false })
      const [order] = await o.rows('parking.order', { plate }, o.data)
      const extra = channel === 'code' ? { voucher: `WX-${plate}` } : {}
      await collector.act('parking.order', String(order?.id), 'pay', {
        channel,
        paidFen: body.amountFen,
        collector: who,
        ...extra,
      })
      return body.amountFen as number
    }
    expect(await park('JS003', '苏D51001', '08:00', '09:00', 'cash')).toBe(600)
    expect(await park('JS003', '苏D51002', '09:30', '11:00', 'code')).toBe(900)
    expect(await collector.refused('parking.shift', morning, 'handIn', { cashFen: 600, codeFen: 900 })).toContain('尚未下岗')
    await w.clock.to('2026-03-03 14:05')
    await collector.act('parking.shift', morning, 'handIn', { cashFen: 600, codeFen: 900 })
    expect(await o.row('parking.shift', morning)).toMatchObject({
      status: 'even',
      orders: 2,
      differenceFen: 0,
      name: '赵六 2026-03-03',
    })
    expect(await park('JS004', '苏D51003', '15:00', '16:30', 'cash')).toBe(900)
    await w.clock.to('2026-03-03 20:40')
    expect(await collector2.refused('parking.shift', afternoon, 'handIn', { cashFen: 600, codeFen: 0 })).toContain('相差-3.00元')
    await collector2.act('parking.shift', afternoon, 'handIn', { cashFen: 600, codeFen: 0, explanation: '找零差错' })
    expect(await o.row('parking.shift', afternoon)).toMatchObject({ status: 'different', orderCashFen: 900, differenceFen: -300 })
    await finance.act('parking.shift', afternoon, 'review', { conclusion: '监控核实少交,责令补缴' })
    expect([await o.value('even-rate'), await o.value('takings-difference'), await o.value('collectors')]).toEqual([50, -3, 1])
    await o.add('parking.collector-complaint', { collector: who, kind: 'noTicket', content: '收现金未给票', isTrue: 'yes' })
    expect(await o.value('collector-complaints')).toBe(1)
    const check = { name: '三月廉政风险岗位检查', fromOn: '2026-03-01', toOn: '2026-03-03' }
    expect((await o.tryOpen(collector, 'parking.integrity', check)).status).toBe(403)
    const id = await o.open(finance, 'parking.integrity', check)
    expect((await o.row('parking.integrity', id)).must).toEqual([{ collector: who, why: '投诉属实1件、账款不符1次' }])
    expect(await finance.refused('parking.integrity', id, 'conclude', { checked: 0, findings: [] })).toContain('必查1人')
    const findings = [{ collector: who, kind: 'short', amountFen: 300, note: '现金少交' }]
    await finance.act('parking.integrity', id, 'conclude', { checked: 2, findings })
    await manager.act('parking.integrity', id, 'close', { measures: '停岗培训,推行扫码支付' })
    expect(await o.row('parking.integrity', id)).toMatchObject({ status: 'closed', found: 1, amountFen: 300 })
    expect(await o.value('integrity-findings')).toBe(1)
  })

  it('line-painting 城区停车划线:踏勘可划不可划有原因,施划数量,应划尽划率', async () => {
    const { manager, nobody } = o
    const segment = (road: string, fromTo: string) => ({ road, fromTo, side: 'both', lengthM: 420 })
    expect((await o.tryOpen(nobody, 'parking.segment', segment('学府路', '建设路—湖滨路'))).status).toBe(403)
    expect((await o.tryOpen(manager, 'parking.segment', { ...segment('学府路', 'a'), lengthM: 0 })).status).toBe(400)
    const ids: string[] = []
    for (const road of ['学府路', '文化路', '新华路'])
      ids.push(await o.open(manager, 'parking.segment', segment(road, '建设路—湖滨路')))
    expect((await o.tryOpen(manager, 'parking.segment', segment('学府路', '建设路—湖滨路'))).status).toBe(409)
    const [a = '', b = '', c = ''] = ids
    expect(await manager.refused('parking.segment', c, 'survey', { verdict: 'no', scene: [photo()] })).toContain('须写明原因')
    await manager.act('parking.segment', c, 'survey', { verdict: 'no', reason: 'narrow', scene: [photo()] })
    for (const id of [a, b]) await manager.act('parking.segment', id, 'survey', { verdict: 'yes', scene: [photo()] })
    expect(await o.value('line-rate')).toBe(0)
    const painted = {
      motorSpaces: 107,
      nonmotorM: 373.5,
      nonmotorCapacity: 620,
      signs: 4,
      arrows: 12,
      ramps: 3,
      paintedOn: '2026-03-03',
      after: [photo()],
    }
    expect(await manager.refused('parking.segment', a, 'paint', { ...painted, motorSpaces: 0, nonmotorM: 0 })).toContain(
      '至少划一种',
    )
    await manager.act('parking.segment', a, 'paint', painted)
    expect([
      await o.value('line-rate'),
      await o.value('line-motor'),
      await o.value('line-nonmotor'),
      await o.value('line-capacity'),
    ]).toEqual([50, 107, 373.5, 620])
    await manager.act('parking.segment', a, 'redo', { reasonNote: '箭头方向有误' })
    expect(await o.value('line-rate')).toBe(0)
    for (const id of [a, b]) await manager.act('parking.segment', id, 'paint', painted)
    await manager.act('parking.segment', a, 'accept', { acceptedOn: '2026-03-03' })
    expect(await o.value('line-rate')).toBe(100)
  })

  it('parking-yard-dust 停车场地标准化与扬尘:年检逐项评分、否决项、责令整改、复查', async () => {
    const { manager, nobody } = o
    const yard = (name: string) =>
      o.add(
        'parking.yard',
        { name, kind: 'truck', operator: '湖滨物流公司', areaM2: 8000, hardenedM2: 7500, hasWash: true, hasSpray: true },
        somewhere,
      )
    const first = await yard('城北货车停车场')
    const second = await yard('城南渣土车停车场')
    expect(
      (
        await manager.post('/rows/parking.yard', {
          values: { name: 'x', kind: 'truck', operator: 'y', areaM2: 1, hardenedM2: 2, hasWash: true, hasSpray: true },
        })
      ).status,
    ).toBe(422)
    expect((await o.tryOpen(nobody, 'parking.yard-check', { yard: first, year: 2026 })).status).toBe(403)
    expect((await o.tryOpen(manager, 'parking.yard-check', { yard: first, year: 1 })).status).toBe(400)
    const check = await o.open(manager, 'parking.yard-check', { yard: first, year: 2026 })
    expect((await o.tryOpen(manager, 'parking.yard-check', { yard: first, year: 2026 })).status).toBe(409)
    const { items } = await o.row('parking.yard-check', check)
    expect(items.reduce((n: number, i: Row) => n + i.full, 0)).toBe(100)
    const scores = (lost: Row) => ({
      lines: items.map((i: Row) => ({ item: i.item, got: lost[i.item] ?? i.full })),
      checkedOn: '2026-03-03',
      scene: [photo()],
    })
    expect(await manager.refused('parking.yard-check', check, 'check', scores({ 场地硬化: 99 }))).toContain('不能超过满分')
    expect(await manager.refused('parking.yard-check', check, 'check', scores({ 出口车辆冲洗: 0 }))).toContain(
      '请写明责令整改内容',
    )
    // 75 points and no wash at the exit: ordered to rectify in thirty days.
    await manager.act('parking.yard-check', check, 'check', { ...scores({ 出口车辆冲洗: 0 }), orderText: '恢复出口冲洗设施' })
    const failed = await o.row('parking.yard-check', check)
    expect(failed).toMatchObject({ status: 'failed', score: 75, isPassedFirst: false })
    expect(new Date(failed.fixDueAt).getTime()).toBeGreaterThan(beijing('2026-04-01 00:00').getTime())
    await manager.act('parking.yard-check', check, 'fix', { fixNote: '已恢复', after: [photo()] })
    expect(await o.value('yard-failing')).toBe(1)
    await manager.act('parking.yard-check', check, 'check', scores({ 喷淋降尘: 15 }))
    expect(await o.row('parking.yard-check', check)).toMatchObject({ status: 'passed', score: 95, firstScore: 75, rounds: 2 })
    const other = await o.open(manager, 'parking.yard-check', { yard: second, year: 2026 })
    await manager.act('parking.yard-check', other, 'check', scores({}))
    expect([await o.value('yard-pass-rate'), await o.value('yard-failing'), await o.value('yards')]).toEqual([50, 0, 2])
  })
})
