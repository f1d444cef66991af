import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unseal } from '#domains/permits/seal.ts'
import { beijing, photo, somewhere, type World, world } from '../world.ts'
import { type Hall, openHall, stated } from './permits-office.ts'

const a = 'permits.application'
describe('审批备案:事项、窗口、期限', () => {
  let w: World
  let o: Hall
  beforeAll(async () => {
    w = await world('2026-02-12 09:30')
    o = await openHall(w)
  })
  afterAll(() => w.close())

  it('approval-item-catalog 事项有版本:比较得出减了什么;梳理由他人批准后成为下一版,旧版止于同日', async () => {
    const compared = (await o.reader.get<Record<string, any>>('/permits/items/XK05/compare')).body
    expect(compared).toMatchObject({
      cutDocuments: ['法定代表人身份证复印件', '营业执照复印件'],
      cutSteps: ['初审', '复审', '审核'],
      cutDays: 17,
    })
    expect(compared.text).toContain('承诺期限由20个工作日压缩到3个工作日(法定20个)')
    expect((await o.reader.get('/permits/items/NONE/compare')).status).toBe(404)
    const { documents, steps, ...old } = o.item('XK02')
    const proposal = {
      item: old.id,
      reason: '取消可共享的权属证明',
      validFrom: '2026-02-13',
      promisedDays: 5,
      documents: documents.filter((d: string) => d !== '权属证明'),
      deferrable: [],
      steps,
      needsSiteCheck: true,
      canCommit: false,
      commitDays: 0,
      canDefer: false,
      deferDays: 0,
      onlineApply: true,
      onlineSupplement: true,
      onlinePay: true,
      onlineDeliver: true,
    }
    const refused = async (values: object) => (await o.tryOpen(o.head, 'permits.item-revision', { ...proposal, ...values })).zh
    await expect(refused({ promisedDays: 21 })).resolves.toContain('不得长于法定期限20个工作日')
    await expect(refused({ validFrom: '2026-02-12' })).resolves.toContain('明天以后')
    await expect(refused({ deferrable: ['不存在'] })).resolves.toContain('可容缺要件须在要件之内')
    await expect(refused({ item: o.item('XK02', 1).id })).resolves.toContain('已止于2026-01-01')
    const made = await o.open(o.head, 'permits.item-revision', proposal)
    await expect(o.head.refused('permits.item-revision', made.id, 'approve')).resolves.toContain('批准人不能与提出人是同一人')
    await o.head2.act('permits.item-revision', made.id, 'approve')
    await w.settle()
    const versions = (await o.list('permits.item', { code: 'XK02' })).rows.sort((x, y) => x.edition - y.edition)
    expect(versions.map((v) => [v.edition, v.validFrom, v.validTo])).toEqual([
      [1, '2024-01-01', '2026-01-01'],
      [2, '2026-01-01', '2026-02-13'],
      [3, '2026-02-13', null],
    ])
    expect((await o.figure('items-cut-documents'))[0]?.value).toBe(1)
    expect((await o.figure('items-cut-days'))[0]?.value).toBe(2)
    // 尚未生效的版本不能用
    await expect(o.tryApply('tree', o.common('XK02', { ...stated.tree, item: versions[2]?.id }))).resolves.toContain(
      '第3版在2026-02-12不适用',
    )
  })

  it('approval-window 受理、审查、决定、送达:一次性补正、期限跨春节、审查人不能决定、办结率按截止日期', async () => {
    const made = await o.apply('gas', o.common('XK10', { ...stated.gas, documents: ['申请书', '经营场所证明'] }))
    expect(made.number).toMatch(/^RQ/)
    await expect(o.clerk.refused(a, made.id, 'accept')).resolves.toContain('缺少应急预案、从业人员资格证')
    const intake = await o.clock(made.id, 'intake')
    expect(new Date(intake.dueAt)).toEqual(beijing('2026-02-27 00:00'))
    expect(intake.basis).toContain('行政许可法第32条')
    await expect(o.clerk.refused(a, made.id, 'correct', { corrections: ['应急预案'] })).resolves.toContain('还缺从业人员资格证')
    await o.clerk.act(a, made.id, 'correct', { corrections: ['应急预案', '从业人员资格证'] })
    await o.clerk.act(a, made.id, 'supplement', { documents: ['应急预案'] })
    await expect(o.clerk.refused(a, made.id, 'correct', { corrections: ['从业人员资格证'] })).resolves.toContain(
      '2026-02-12一次性告知',
    )
    await expect(o.clerk.refused(a, made.id, 'accept')).resolves.toContain('从业人员资格证')
    const full = await o.apply('gas', o.common('XK10', stated.gas))
    await expect(o.reviewer.refused(a, full.id, 'accept')).resolves.toContain('没有“')
    await o.clerk.act(a, full.id, 'accept')
    const decide = await o.clock(full.id, 'decide')
    expect(new Date(decide.dueAt)).toEqual(beijing('2026-03-19 00:00'))
    expect(decide.basis).toContain('行政许可法第42条')
    expect(new Date((await o.clock(full.id, 'promise')).dueAt)).toEqual(beijing('2026-03-05 00:00'))
    await expect(o.reviewer.refused(a, full.id, 'propose', { review: '可', isGranted: 'yes' })).resolves.toContain(
      '两名以上工作人员',
    )
    await expect(
      o.reviewer.refused(a, full.id, 'siteCheck', { coChecker: o.reviewer.personId, checkNote: 'x', checkPhotos: [photo()] }),
    ).resolves.toContain('两名以上')
    await o.checkSite(full.id)
    await w.clock.to('2026-03-02 10:00')
    await o.head.act(a, full.id, 'propose', { review: '符合', isGranted: 'yes' })
    await expect(o.head.refused(a, full.id, 'grant', {})).resolves.toContain('审查人不得决定')
    await o.head2.act(a, full.id, 'extend', { reason: '需核对管网图' })
    expect(new Date((await o.clock(full.id, 'decide')).dueAt)).toEqual(beijing('2026-04-02 00:00'))
    await expect(o.head2.refused(a, full.id, 'extend', { reason: '再延' })).resolves.toContain('只能延长一次')
    await o.head2.act(a, full.id, 'grant', {})
    expect(await o.row(a, full.id)).toMatchObject({ actualDays: 8, promisedDays: 10, isLate: false, isGranted: true })
    expect(new Date((await o.clock(full.id, 'deliver')).dueAt)).toEqual(beijing('2026-03-17 00:00'))
    const card = await o.deliver(full.id)
    expect(card).toMatchObject({ status: 'valid', validFrom: '2026-03-02', validTo: '2031-03-01' })
    // 逾期未告知,自收到之日起视为受理
    const silent = await o.apply('gas', o.common('XK10', { ...stated.gas, applicantName: '静默公司' }))
    await w.clock.to('2026-03-10 00:01')
    expect(await o.row(a, silent.id)).toMatchObject({ status: 'reviewing', isDeemed: true })
    expect((await o.clock(silent.id, 'decide')).startedAt).toBe(beijing('2026-03-02 10:00').toISOString())
    await w.clock.to('2026-04-02 09:00')
    await o.checkSite(silent.id)
    await o.reviewer.act(a, silent.id, 'propose', { review: '不符合', isGranted: 'no' })
    await expect(o.head.refused(a, silent.id, 'refuse', { reason: '无场所' })).resolves.toContain('请写明超期理由')
    await o.head.act(a, silent.id, 'refuse', { reason: '无场所', lateReason: '人员调整' })
    const counted = (
      await o.reader.get<Record<string, any>>('/permits/window', { from: '2026-02-01', to: '2026-03-31', cutOff: '2026-03-31' })
    ).body
    expect(counted).toMatchObject({ accepted: 3, finished: 1, rate: 33.33 })
    expect(counted.text).toContain('受理审批事项3件,截至2026-03-31办结1件,办结率33.33%')
    const later = (
      await o.reader.get<Record<string, any>>('/permits/window', { from: '2026-02-01', to: '2026-03-31', cutOff: '2026-04-02' })
    ).body
    expect(later.rate).toBe(66.67)
    expect((await o.figure('accepted'))[0]?.value).toBe(3)
    expect((await o.figure('finished-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    const kept = (await o.reader.get<{ rows: any[] }>('/permits/promised-actual', { from: '2026-03-01', to: '2026-04-30' })).body
      .rows
    expect(kept.find((r) => r.code === 'XK10')).toMatchObject({
      decided: 2,
      promisedDays: 10,
      legalDays: 20,
      late: 1,
      inPromise: 1,
    })
    expect((await o.figure('in-legal-time-rate'))[0]?.value).toBe(50)
    // 补正后窗口不作声,同样视为受理;逾期未补正的终止
    expect(await o.row(a, made.id)).toMatchObject({ status: 'reviewing', isDeemed: true, missing: ['从业人员资格证'] })
    const left = await o.apply('gas', o.common('XK10', { ...stated.gas, documents: ['申请书'] }))
    await o.clerk.act(a, left.id, 'correct', { corrections: ['经营场所证明', '应急预案', '从业人员资格证'] })
    await w.clock.to('2026-05-03 00:01')
    expect(await o.row(a, left.id)).toMatchObject({ status: 'abandoned', reason: '逾期未补正' })
  })

  it('approval-consultation 咨询按人次计,高频主题才能发布为解答,公众查得到', async () => {
    const ask = (topic: string, people: number, channel = 'phone') =>
      o.clerk.post('/rows/permits.consultation', {
        values: { channel, topic, question: `${topic}怎么办`, answer: '见办事指南', people },
      })
    expect((await ask('户外广告', 0)).status).toBe(400)
    await ask('停车备案', 2)
    await ask('停车备案', 3, 'window')
    await ask('占道', 1, 'online')
    expect((await o.figure('consultations'))[0]?.value).toBe(6)
    expect(Object.fromEntries((await o.figure('consultations', { by: 'channel' })).map((v) => [v.key, v.value]))).toEqual({
      phone: 2,
      window: 3,
      online: 1,
    })
    const topics = (await o.clerk.get<{ rows: any[] }>('/permits/consultations/topics')).body.rows
    expect(topics[0]).toMatchObject({ topic: '停车备案', people: 5, isFrequent: true })
    const publish = (topic: string) =>
      o.clerk.post<any>('/permits/consultations/publish', { topic, question: '停车场怎么备案', answer: '网上提交备案表与泊位图' })
    expect((await publish('占道')).body.zh).toContain('咨询1人次,不足3人次')
    expect((await publish('停车备案')).body).toMatchObject({ askedBefore: 5 })
    expect((await w.anyone.get<{ rows: any[] }>('/public/permits/faq', { search: '停车' })).body.rows[0]).toMatchObject({
      topic: '停车备案',
      askedBefore: 5,
    })
    expect((await w.anyone.post('/permits/consultations/publish', {})).status).toBe(401)
  })

  it('extended-hours-service 延时预约:正常工作时间、无人值班、约满都不行;等候时间取号到叫号', async () => {
    await w.clock.to('2026-05-08 15:00')
    const book = (slotAt: string) =>
      w.anyone.post<any>('/public/permits/appointments', {
        values: { itemName: '停车场备案', name: '王某', phone: '13900005678', slotAt: beijing(slotAt).toISOString() },
      })
    expect((await book('2026-05-08 16:00')).body.zh).toContain('正常工作时间')
    expect((await book('2026-05-10 10:00')).body.zh).toContain('没有安排值班人员')
    await o.add(o.clerk, 'permits.duty-slot', {
      window: '3号窗口',
      person: o.clerk.personId,
      fromAt: beijing('2026-05-10 09:00').toISOString(),
      toAt: beijing('2026-05-10 12:00').toISOString(),
    })
    for (let n = 0; n < 4; n++) expect((await book('2026-05-10 10:00')).status).toBe(201)
    expect((await book('2026-05-10 10:10')).body.zh).toContain('已约满4人')
    const rows = (await o.list('permits.appointment', { status: 'booked' })).rows
    const [first, second] = rows as [any, any]
    const p = 'permits.appointment'
    await w.clock.to('2026-05-10 09:50')
    await o.clerk.act(p, first.id, 'arrive')
    await w.clock.to('2026-05-10 10:06')
    await o.clerk.act(p, first.id, 'call')
    expect((await o.row(p, first.id)).waitMinutes).toBe(6)
    await o.clerk.act(p, first.id, 'serve', { served: 2 })
    await o.clerk.act(p, second.id, 'miss')
    const walkIn = await o.open(
      o.clerk,
      p,
      { itemName: '占道审批', name: '李某', phone: '13900004321' },
      { action: 'takeNumber' },
    )
    await w.clock.to('2026-05-10 10:20')
    await o.clerk.act(p, walkIn.id, 'call')
    await o.clerk.act(p, walkIn.id, 'serve', { served: 1 })
    expect((await o.figure('extended-served'))[0]?.value).toBe(3)
    expect((await o.figure('extended-wait'))[0]?.value).toBe(10)
    await w.clock.to('2026-05-11 10:00')
    expect(
      (await o.tryOpen(o.clerk, p, { itemName: '占道', name: '李某', phone: '1390000' }, { action: 'takeNumber' })).zh,
    ).toContain('不属延时服务')
  })

  it('one-network-no-meeting 网上申请、补正、缴费、取证全程不见面;凭回执查询;占比数得出', async () => {
    const guide = (await w.anyone.get<{ rows: any[]; onlineShare: number }>('/public/permits/items')).body
    expect(guide.rows.length).toBe(14)
    const whole = guide.rows.filter((r) => r.isOnline).length
    expect(guide.onlineShare).toBeCloseTo((whole / guide.rows.length) * 100, 2)
    expect((await o.figure('items-online-rate'))[0]).toMatchObject({ numerator: whole, denominator: guide.rows.length })
    const parking = guide.rows.find((r) => r.kind === 'parking')
    const { item: _item, ...values } = o.common('BA02', stated.parking)
    const sent = await w.anyone.post<any>('/public/permits/applications', {
      kind: 'parking',
      values: { ...values, item: parking.id, documents: ['备案表'] },
      ...somewhere,
      clientKey: 'tc-1',
    })
    expect(sent.status).toBe(201)
    const { number, receipt } = sent.body
    const again = await w.anyone.post<any>('/public/permits/applications', {
      kind: 'parking',
      values: { ...values, item: parking.id, documents: ['备案表'] },
      ...somewhere,
      clientKey: 'tc-1',
    })
    expect(again.body).toMatchObject({ number, isKnown: true })
    const [mine] = (await o.list(a, { number })).rows as [any]
    expect(mine.channel).toBe('online')
    await o.clerk.act(a, mine.id, 'correct', { corrections: ['泊位平面图', '收费公示方案'] })
    const follow = (key: string) => w.anyone.get<any>(`/public/permits/applications/${number}`, { receipt: key })
    expect((await follow('0'.repeat(64))).body.zh).toContain('回执码不符')
    expect((await follow(receipt)).body).toMatchObject({ statusZh: '待补正', corrections: ['泊位平面图', '收费公示方案'] })
    const step = (action: string, input: object, key = receipt) =>
      w.anyone.post<any>(`/public/permits/applications/${number}/${action}`, { receipt: key, values: input })
    expect((await step('supplement', { documents: [] }, 'f'.repeat(64))).status).toBe(403)
    expect((await step('accept', {})).status).toBe(400)
    expect((await step('supplement', { documents: ['泊位平面图', '收费公示方案'] })).body.status).toBe('已申请待受理')
    await o.grant(mine.id)
    const card = await o.deliver(mine.id, 'online')
    expect((await follow(receipt)).body).toMatchObject({ statusZh: '已办结', certificateNumber: card.number })
    expect((await o.row(a, mine.id)).isMeetingFree).toBe(true)
    const rate = (await o.figure('meeting-free-rate'))[0]
    expect(rate).toMatchObject({ numerator: 1, denominator: 2 })
  })

  it('parking-lot-filing 停车场备案:泊位、变更、注销,泊位之和跟着变', async () => {
    await expect(
      o.tryApply('parking', o.common('BA02', { ...stated.parking, disabledBerths: 100, chargingBerths: 30 })),
    ).resolves.toContain('不能超过泊位总数')
    const second = await o.certify('parking', o.common('BA02', { ...stated.parking, berths: 80, applicantName: '第二停车公司' }))
    expect((await o.figure('parking-lots'))[0]?.value).toBe(2)
    expect((await o.figure('parking-berths'))[0]?.value).toBe(200)
    await o.head.act('permits.certificate', second.card.id, 'change', { conditions: '泊位100个', berths: 100, reason: '扩建' })
    expect((await o.figure('parking-berths'))[0]?.value).toBe(220)
    const lots = async () => {
      await w.settle()
      const { rows } = (await o.data.get<{ rows: any[] }>('/rows/parking.lot', { limit: '100' })).body
      return rows.filter((r) => r.operator === '第二停车公司').map((r) => [r.spaces, r.filing])
    }
    expect(await lots()).toEqual([[100, second.card.id]])
    await o.head.act('permits.certificate', second.card.id, 'cancel', { reason: '停止经营' })
    expect((await o.figure('parking-berths'))[0]?.value).toBe(120)
    expect(await lots()).toEqual([[100, null]])
    const third = await o.certify('parking', o.common('BA02', { ...stated.parking, berths: 90, applicantName: '第二停车公司' }))
    expect(await lots()).toEqual([[90, third.card.id]])
    await o.head.act('permits.certificate', third.card.id, 'cancel', { reason: '停止经营' })
    expect((await o.behind('parking-berths')).map((r) => r.berths)).toEqual([120])
    await expect(
      o.head.refused('permits.certificate', second.card.id, 'change', { conditions: 'x', reason: 'y' }),
    ).resolves.toContain('已“注销”')
  })

  it('证照:编号无缺口,二维码离线核验,公众核验遮蔽个人姓名,现场查证', async () => {
    const person = await o.certify(
      'parking',
      o.common('BA02', {
        ...stated.parking,
        applicantKind: 'person',
        applicantName: '欧阳小明',
        applicantCode: '320400199001011234',
      }),
    )
    const code = (await o.clerk.get<any>(`/permits/certificates/${person.card.id}/code`)).body
    expect(code.svg).toContain('<svg')
    const { publicKey } = (await w.anyone.get<any>('/public/certificates/key')).body
    expect(unseal(publicKey, code.code)).toMatchObject({ n: person.card.number, i: '停车场备案' })
    const scanned = (await w.anyone.post<any>('/public/certificates/verify', { code: code.code })).body
    expect(scanned).toMatchObject({ isGenuine: true, register: { isValid: true, holder: '欧***' } })
    expect(
      (await w.anyone.post<any>('/public/certificates/verify', { code: code.code.replace('CL1', 'CL2') })).body.isGenuine,
    ).toBe(false)
    const shown = (await w.anyone.get<any>(`/public/certificates/${person.card.number}`)).body
    expect(JSON.stringify(shown)).not.toContain('320400199001011234')
    expect((await w.anyone.get('/public/certificates/NONE')).status).toBe(404)
    const here = (await o.officer.get<any>('/permits/here', { lon: String(somewhere.lon), lat: String(somewhere.lat) })).body
    expect(here.rows.map((r: any) => r.number)).toContain(person.card.number)
    await o.head.act('permits.certificate', person.card.id, 'revoke', { ground: 'fraud', reason: '材料系伪造' })
    expect((await w.anyone.get<any>(`/public/certificates/${person.card.number}`)).body).toMatchObject({
      isValid: false,
      state: '已撤销',
    })
    await expect(
      o.tryApply(
        'parking',
        o.common('BA02', {
          ...stated.parking,
          applicantKind: 'person',
          applicantName: '欧阳小明',
          applicantCode: '320400199001011234',
        }),
      ),
    ).resolves.toContain('2029-05-11前不得再次申请')
    const numbers = (await o.list('permits.certificate', { kind: 'parking' })).rows
      .map((r) => Number(r.number.slice(-5)))
      .sort((x, y) => x - y)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  })
})
