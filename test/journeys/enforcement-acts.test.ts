import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, photo, type World, world } from '../world.ts'
import { type Office, openOffice, storedFile } from './enforcement-office.ts'

/** 当场处罚、柔性执法、送达、公示、复议、强制、台账与统计. */
describe('执法办案的各种路径', () => {
  let w: World
  let o: Office
  const penalty = 'enforcement.penalty'
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())
  const onSpot = async (values: Record<string, unknown>) => {
    const answer = await o.tryOpen(
      o.officer,
      penalty,
      {
        source: 'patrol',
        topic: 'posting',
        lawCode: 'V01',
        happenedOn: o.today(),
        address: '人民路',
        description: '张贴小广告',
        coHandler: o.partner.personId,
        track: 'simple',
        kinds: ['fine'],
        fineFen: 10_000,
        isShown: true,
        defence: '当事人无异议',
        photos: [photo()],
        ...values,
      },
      { action: 'decideOnSpot', lon: 119.9073, lat: 31.7261 },
    )
    return answer
  }
  /** The ordinary way to a decision that has been served. */
  const served = async (values: Record<string, unknown>, fineFen: number, kind = 'direct') => {
    const id = await o.investigated({ topic: 'road', lawCode: 'V03', ...values }, { proposedFen: fineFen })
    await o.officer.act(penalty, id, 'notify', { noticedOn: o.today(), serviceKind: kind, receipt: [photo()] })
    await o.officer.act(penalty, id, 'waive', { paper: [photo()] })
    await o.open(o.officer, 'enforcement.process-record', { penalty: id, step: 'notify', words: '告知' })
    await o.officer.act(penalty, id, 'toDecide')
    await o.head.act(penalty, id, 'decide', { fineFen })
    await o.open(o.officer, 'enforcement.process-record', { penalty: id, step: 'decide', words: '决定' })
    await o.officer.act(penalty, id, 'serve', { serviceKind: kind, servedOn: o.today(), receipt: [photo()] })
    await w.settle()
    return id
  }
  const publish = async (id: string) => {
    const [draft] = await o.children(penalty, id, 'enforcement.publication')
    await o.head.act('enforcement.publication', draft?.id ?? '', 'publish')
    return draft?.id ?? ''
  }

  it('micro-enforcement 小微快办:清单内、二百元、两人、当场备案与上缴;教育纠处、查处、金额分别计数', async () => {
    const person = await o.party('person', '钱某某')
    expect((await onSpot({ party: person, fineFen: 20_001 })).zh).toContain('不超过200元')
    expect((await onSpot({ party: person, isShown: false })).zh).toContain('主动出示执法证件')
    expect((await onSpot({ party: person, coHandler: o.clerk.personId })).zh).toContain('没有有效的行政执法证')
    expect((await onSpot({ party: person, track: 'micro', lawCode: 'V03', topic: 'road' })).zh).toContain('不在小微快办清单内')
    expect((await onSpot({ party: person, fineFen: 12_000, isCash: true })).zh).toContain('限100元以下')
    const org = await o.party('org', '文昌小店')
    expect((await onSpot({ party: org, lawCode: 'V02', topic: 'occupation', fineFen: 300_001 })).zh).toContain('不超过3000元')
    const made = await onSpot({ party: person, track: 'micro', fineFen: 9_000, isCash: true })
    expect(made.status).toBe('fulfilled')
    await expect(o.head.refused(penalty, made.id, 'close')).resolves.toContain('尚未备案')
    await o.head.act(penalty, made.id, 'fileOnSpot')
    await expect(o.head.refused(penalty, made.id, 'close')).resolves.toContain('尚未上缴')
    const handIn = (await o.page(penalty, made.id)).clocks.find((c: { name: string }) => c.name === 'handIn')
    expect(new Date(handIn.dueAt)).toEqual(beijing('2026-03-05 00:00'))
    for (const handedInOn of ['2026-03-01', '2026-03-09'])
      await expect(o.officer.refused(penalty, made.id, 'handIn', { handedInOn, voucher: 'SJ-1' })).resolves.toContain(
        '上缴日期应在收缴之后',
      )
    await o.officer.act(penalty, made.id, 'handIn', { handedInOn: o.today(), voucher: 'SJ-1' })
    await publish(made.id)
    await o.head.act(penalty, made.id, 'close')
    const educate = await o.open(
      o.officer,
      'enforcement.measure',
      { topic: 'posting', party: org, lawCode: 'V01', basis: '小微清单', content: '当场清除', isMicro: true },
      { action: 'educate' },
    )
    expect(educate.status).toBe('done')
    const rows = await Promise.all(
      ['micro-educated', 'micro-penalties', 'micro-fines-wan'].map((f) => o.figure(`enforcement.${f}`)),
    )
    expect(rows.map((r) => r[0]?.value)).toEqual([1, 1, 0.009])
    expect((await o.behind('enforcement.micro-penalties')).map((r) => r.id)).toEqual([made.id])
  })

  it('soft-enforcement 首违不罚由提醒计数决定:第一次教育,第二次不再免罚', async () => {
    const person = await o.party('person', '孙某某')
    const first = await o.lead(o.officer, { party: person, lawCode: 'V01', topic: 'posting', description: '张贴广告' })
    await expect(o.officer.refused(penalty, first, 'submitFiling', { coHandler: o.partner.personId })).resolves.toContain(
      '清单规定不予处罚',
    )
    await o.officer.act(penalty, first, 'submitFiling', { coHandler: o.partner.personId, insist: '数量较多,查明后再定' })
    await o.head.act(penalty, first, 'approveFiling')
    await o.head.act(penalty, first, 'spare', { ground: 'minor', reason: '及时清除,没有危害后果' })
    expect((await o.row(penalty, first)).status).toBe('not_punished')
    await w.settle()
    // 不予处罚同时教育:记一次提醒
    expect((await o.list('enforcement.measure', { party: person })).total).toBe(1)
    const second = await o.lead(o.officer, { party: person, lawCode: 'V01', topic: 'posting', description: '再次张贴' })
    expect((await o.row(penalty, second)).earlierWarnings).toBe(1)
    await o.officer.act(penalty, second, 'submitFiling', { coHandler: o.partner.personId })
    await o.head.act(penalty, second, 'approveFiling')
    await expect(o.head.refused(penalty, second, 'spare', { ground: 'first', reason: '当场改正' })).resolves.toContain(
      '已有1次同类提醒',
    )
    const road = await o.lead(o.officer, { lawCode: 'V03', topic: 'road', description: '占道' })
    await o.officer.act(penalty, road, 'submitFiling', { coHandler: o.partner.personId })
    await o.head.act(penalty, road, 'approveFiling')
    await expect(o.head.refused(penalty, road, 'spare', { ground: 'first', reason: '改正' })).resolves.toContain(
      '不在首违可不罚清单内',
    )
    expect((await o.figure('enforcement.spared'))[0]?.value).toBe(1)
  })

  it('legal-review 承办人不能审核自己的案件;退回两次自动督导;未审核不得决定', async () => {
    const { officer, jurist, second, head } = o
    const conclude = { report: '查明', kinds: ['fine'], proposedFen: 100_000, reviewCases: ['public'] }
    const id = await o.investigated({ topic: 'road', lawCode: 'V03' }, { proposedFen: 100_000, reviewCases: ['public'] })
    // 法制员换成承办人以后不能审核
    await head.act(penalty, id, 'changeHandler', { handler: second.personId, coHandler: o.partner.personId, reason: '回避' })
    await expect(second.refused(penalty, id, 'review', { note: '同意' })).resolves.toContain('承办人不能审核自己的案件')
    await head.act(penalty, id, 'changeHandler', { handler: officer.personId, coHandler: o.partner.personId, reason: '回避' })
    await jurist.act(penalty, id, 'sendBack', { note: '缺少现场图' })
    await officer.act(penalty, id, 'conclude', conclude)
    await jurist.act(penalty, id, 'sendBack', { note: '裁量说明不足', isRevise: true })
    await w.settle()
    const letters = await o.list('enforcement.supervision', { penalty: id })
    expect(letters.rows).toMatchObject([{ weakness: 'reviewedBack', status: 'issued' }])
    await officer.act('enforcement.supervision', letters.rows[0]?.id, 'reply', { reply: '已补充' })
    await o.reader.act('enforcement.supervision', letters.rows[0]?.id, 'clear')
    await officer.act(penalty, id, 'conclude', conclude)
    await jurist.act(penalty, id, 'review', { note: '同意' })
    expect(await o.row(penalty, id)).toMatchObject({ status: 'notifying', reviewOpinion: 'agree', reviewBackCount: 2 })
    expect((await o.figure('enforcement.review-back-rate'))[0]).toMatchObject({ numerator: 1 })
  })

  it('penalty-ledger 以分计,元、万元任意小数;延期分期、逾期加处、催告、法院窗口', async () => {
    const { officer, clerk, head } = o
    const id = await served({ description: '擅自挖掘道路' }, 1_234_500)
    await officer.act(penalty, id, 'askDelay', {
      delayUntil: '2026-05-31',
      instalments: 2,
      reason: '经营困难',
      papers: [photo()],
    })
    await head.act(penalty, id, 'decideDelay', { isGranted: true, note: '同意' })
    expect(new Date((await o.row(penalty, id)).payDueAt)).toEqual(beijing('2026-06-01 00:00'))
    const second = await served({ description: '桥上挂广告' }, 500_000)
    await w.clock.to('2026-04-20 10:00')
    const ledger = async (query: Record<string, string>) =>
      (
        await o.reader.get<Record<string, any>>('/enforcement/ledger', {
          from: '2026-03-01',
          to: '2026-12-31',
          topic: 'road',
          ...query,
        })
      ).body
    expect(await ledger({ unit: 'wan', decimals: '3' })).toMatchObject({ count: 2, fine: '1.735万元', unpaid: '1.735万元' })
    expect(await ledger({ decimals: '0' })).toMatchObject({ fine: '17345元' })
    expect((await ledger({})).rows.map((r: { state: string }) => r.state)).toEqual(['未到期', '逾期未缴'])
    expect((await o.figure('enforcement.fines-yuan', { by: 'topic' })).find((v) => v.key === 'road')?.value).toBe(17_345)
    expect((await o.figure('enforcement.unpaid-overdue', { by: 'topic' })).find((v) => v.key === 'road')?.value).toBe(1)
    // 催告与法院:起诉期六个月满后三个月内
    await expect(officer.refused(penalty, id, 'urge', { urgedOn: '2026-04-20', receipt: [photo()] })).resolves.toContain(
      '尚未逾期',
    )
    await expect(officer.refused(penalty, second, 'urge', { urgedOn: '2026-03-10', receipt: [photo()] })).resolves.toContain(
      '届满之后送达',
    )
    await officer.act(penalty, second, 'urge', { urgedOn: '2026-04-20', receipt: [photo()] })
    await expect(head.refused(penalty, second, 'toCourt')).resolves.toContain('催告书送达后十日至')
    await w.clock.to('2026-05-20 10:00')
    await expect(head.refused(penalty, second, 'toCourt')).resolves.toContain('起诉期限至2026-09-02')
    await w.clock.to('2026-09-03 10:00')
    await head.act(penalty, second, 'toCourt')
    await officer.act(penalty, second, 'courtRuled', { ruling: '准予强制执行' })
    // 加处罚款以本金为限
    await clerk.act(penalty, second, 'pay', { amountFen: 1_000_000, paidOn: '2026-09-03', method: 'court', voucher: 'FY-1' })
    expect(await o.row(penalty, second)).toMatchObject({ status: 'fulfilled', surchargeFen: 500_000 })
    expect(await ledger({ unit: 'wan', decimals: '2' })).toMatchObject({ paid: '1.00万元' })
    await w.clock.to('2026-12-10 10:00')
    await officer.act(penalty, id, 'urge', { urgedOn: '2026-12-10', receipt: [photo()] })
    await w.clock.to('2026-12-28 10:00')
    await expect(head.refused(penalty, id, 'toCourt')).resolves.toContain('三个月的申请期限已于')
  })

  it('non-contact-enforcement 远程证据、邮寄电子送达,见面送达即拒', async () => {
    const { officer, head } = o
    const party = await o.party('org', '远程公司', { isReachable: true, reachAt: 'a@b.cn' })
    const id = await o.investigated(
      { party, contact: 'noncontact', topic: 'occupation', lawCode: 'V02' },
      { proposedFen: 100_000 },
    )
    await expect(
      officer.refused(penalty, id, 'notify', { noticedOn: o.today(), serviceKind: 'direct', receipt: [photo()] }),
    ).resolves.toContain('文书须电子或邮寄送达')
    await officer.act(penalty, id, 'notify', { noticedOn: o.today(), serviceKind: 'electronic', receipt: [photo()] })
    await officer.act(penalty, id, 'waive', { paper: [photo()] })
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'notify', words: '电子送达' })
    await officer.act(penalty, id, 'toDecide')
    await head.act(penalty, id, 'decide', { fineFen: 100_000 })
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'decide', words: '决定' })
    await expect(
      officer.refused(penalty, id, 'serve', { serviceKind: 'direct', servedOn: o.today(), receipt: [photo()] }),
    ).resolves.toContain('全部文书须电子或邮寄送达')
    await officer.act(penalty, id, 'serve', { serviceKind: 'electronic', servedOn: o.today(), receipt: [photo()] })
    expect((await o.figure('enforcement.noncontact-cases'))[0]?.value).toBe(1)
  })

  it('admin-enforcement-publicity 七个工作日内公示、脱敏、他人批准;撤销后三个工作日内撤回并说明,底稿保留', async () => {
    const { officer, head, jurist } = o
    const person = await o.party('person', '赵小明')
    const id = await served({ party: person, description: '占道堆物,车辆苏D12345' }, 50_000)
    const [draft] = await o.children(penalty, id, 'enforcement.publication')
    expect((await o.row('enforcement.publication', draft?.id ?? '')).title).toBe('行政处罚决定:占道堆物,车辆苏D***45')
    const due = (await o.page('enforcement.publication', draft?.id ?? '')).clocks[0]
    expect(due.limitZh).toBe('7 工作日')
    expect(due.basis).toContain('待核对')
    await officer.act('enforcement.publication', draft?.id ?? '', 'edit', { title: '赵小明占道堆物', body: '罚款500元' })
    await expect(head.refused('enforcement.publication', draft?.id ?? '', 'publish')).resolves.toContain('请脱敏')
    await officer.act('enforcement.publication', draft?.id ?? '', 'edit', {
      title: '赵某占道堆物',
      body: '罚款500元,电话13900001111',
    })
    await expect(head.refused('enforcement.publication', draft?.id ?? '', 'publish')).resolves.toContain('请脱敏')
    await officer.act('enforcement.publication', draft?.id ?? '', 'edit', {
      title: '赵某占道堆物(WT3299012026110100001)',
      body: '罚款500元',
    })
    await head.act('enforcement.publication', draft?.id ?? '', 'publish')
    const open = await w.anyone.get<{ rows: Record<string, any>[] }>('/public/enforcement', { kind: 'penalty' })
    expect(open.body.rows[0]).toMatchObject({ title: '赵某占道堆物(WT3299012026110100001)', party: '赵某' })
    const remedy = await o.open(jurist, 'enforcement.remedy', {
      penalty: id,
      kind: 'review',
      organ: '本级人民政府',
      filedOn: o.today(),
      matter: '请求撤销',
    })
    await w.settle()
    expect((await o.row(penalty, id)).hasRemedy).toBe(true)
    await jurist.act('enforcement.remedy', remedy.id, 'conclude', { result: 'revoked', resultOn: o.today(), note: '程序违法' })
    await w.settle()
    expect((await o.row(penalty, id)).status).toBe('revoked')
    const page = await o.page('enforcement.publication', draft?.id ?? '')
    expect(page.subject.status).toBe('withdrawing')
    const twin = await o.tryOpen(officer, 'enforcement.publication', { kind: 'penalty', penalty: id, title: '再发一份' })
    expect(twin.zh).toContain('请在那一份上修改')
    expect(page.clocks.find((c: { name: string }) => c.name === 'withdraw')).toMatchObject({
      limitZh: '3 工作日',
      basis: '行政处罚法(2021)第48条',
    })
    await head.act('enforcement.publication', draft?.id ?? '', 'withdraw', { reason: '决定已被复议撤销' })
    const after = await w.anyone.get<{ rows: Record<string, any>[] }>('/public/enforcement', { kind: 'penalty' })
    expect(after.body.rows[0]).toMatchObject({ status: 'withdrawn', party: null, body: null, reason: '决定已被复议撤销' })
    expect((await o.row('enforcement.publication', draft?.id ?? '')).body).toBe('罚款500元')
    expect((await o.figure('enforcement.published-in-time-rate'))[0]?.denominator).toBeGreaterThan(0)
  })

  it('复议变更罚款:已缴足的即履行完毕;决定后换承办人仍能送达', async () => {
    const { clerk, jurist, head, partner, officer } = o
    const id = await served({ description: '占道施工超期' }, 500_000)
    await clerk.act(penalty, id, 'pay', { amountFen: 300_000, paidOn: o.today(), method: 'bank', voucher: 'YH-BG' })
    const remedy = await o.open(jurist, 'enforcement.remedy', {
      penalty: id,
      kind: 'review',
      organ: '本级人民政府',
      filedOn: o.today(),
      matter: '请求减轻',
    })
    await w.settle()
    const end = (resultOn: string) => ({ result: 'changed', resultOn, fineFen: 200_000, note: '裁量过重' })
    await expect(jurist.refused('enforcement.remedy', remedy.id, 'conclude', end('2027-12-31'))).resolves.toContain('今天以前')
    await jurist.act('enforcement.remedy', remedy.id, 'conclude', end(o.today()))
    await w.settle()
    expect(await o.row(penalty, id)).toMatchObject({ status: 'fulfilled', fineFen: 200_000, paidFen: 300_000, hasRemedy: false })
    const other = await o.investigated({ topic: 'road', lawCode: 'V03' }, { proposedFen: 100_000 })
    await officer.act(penalty, other, 'notify', { noticedOn: o.today(), serviceKind: 'direct', receipt: [photo()] })
    await officer.act(penalty, other, 'waive', { paper: [photo()] })
    await o.open(officer, 'enforcement.process-record', { penalty: other, step: 'notify', words: '告知' })
    await officer.act(penalty, other, 'toDecide')
    await head.act(penalty, other, 'decide', { fineFen: 100_000 })
    await o.open(officer, 'enforcement.process-record', { penalty: other, step: 'decide', words: '决定' })
    const next = { handler: o.second.personId, coHandler: partner.personId, reason: '原承办人调离' }
    await head.act(penalty, other, 'changeHandler', next)
    const paper = { serviceKind: 'direct', servedOn: o.today(), receipt: [photo()] }
    await expect(officer.refused(penalty, other, 'serve', paper)).resolves.toContain('主办、协办人')
    await partner.act(penalty, other, 'serve', paper)
    expect((await o.row(penalty, other)).status).toBe('served')
  })

  it('negative-exposure 只曝光已处罚的、他人批准、脱敏、可更正可撤回', async () => {
    const { officer, head, leader } = o
    const lead = await o.lead(officer, { lawCode: 'V03', topic: 'road' })
    expect(
      (await o.tryOpen(officer, 'enforcement.publication', { kind: 'exposure', penalty: lead, title: '曝光' })).zh,
    ).toContain('已经作出处罚决定')
    const id = await served({ description: '夜间擅自挖路' }, 200_000)
    const made = await o.open(officer, 'enforcement.publication', {
      kind: 'exposure',
      penalty: id,
      title: '曝光:夜间擅自挖路',
      body: '当事人证件320102199001011234',
    })
    await expect(head.refused('enforcement.publication', made.id, 'publish')).resolves.toContain('请脱敏')
    await officer.act('enforcement.publication', made.id, 'edit', { title: '曝光:夜间擅自挖路', body: '已罚款2000元' })
    await leader.act('enforcement.publication', made.id, 'publish')
    await head.act('enforcement.publication', made.id, 'correct', {
      title: '曝光:夜间挖路',
      body: '已罚款2000元',
      reason: '标题更正',
    })
    expect((await o.figure('enforcement.exposures'))[0]?.value).toBe(1)
    await head.act('enforcement.publication', made.id, 'withdraw', { reason: '已整改并缴清' })
    expect(await o.row('enforcement.publication', made.id)).toMatchObject({ status: 'withdrawn', correctionCount: 1 })
  })

  it('enforcement-statistics 按案由、单位、时段统计;超期自动督导到单位,逾期答复再退', async () => {
    const { officer, head, reader } = o
    const id = await o.lead(officer, { lawCode: 'V22', topic: 'noise', description: '夜间施工', happenedOn: o.today() })
    await officer.act(penalty, id, 'submitFiling', { coHandler: o.partner.personId })
    await head.act(penalty, id, 'approveFiling')
    await w.clock.to('2027-04-05 10:00')
    await w.settle()
    const letters = await o.list('enforcement.supervision', { penalty: id })
    expect(letters.rows).toMatchObject([{ weakness: 'overdue', status: 'issued' }])
    expect((await o.figure('enforcement.decide-overdue', { by: 'topic' })).find((v) => v.key === 'noise')?.value).toBe(1)
    const letter = letters.rows[0]?.id
    await expect(o.stranger.refused('enforcement.supervision', letter, 'reply', { reply: 'x' })).resolves.toMatch(/单位|管辖/)
    await officer.act('enforcement.supervision', letter, 'reply', { reply: '正在补充鉴定' })
    await reader.act('enforcement.supervision', letter, 'back', { reason: '请说明何时决定' })
    await officer.act('enforcement.supervision', letter, 'reply', { reply: '五日内决定' })
    await reader.act('enforcement.supervision', letter, 'clear')
    await expect(head.refused(penalty, id, 'extend', { reason: '复杂' })).resolves.toContain('已过')
    const byUnit = await o.figure('enforcement.cases-filed', { by: 'unitId' })
    expect(byUnit.reduce((n, v) => n + Number(v.value), 0)).toBe((await o.figure('enforcement.cases-filed'))[0]?.value)
    expect((await o.behind('enforcement.decide-overdue')).map((r) => r.id)).toContain(id)
    expect((await o.figure('enforcement.supervisions', { by: 'weakness' })).map((v) => v.key)).toContain('overdue')
  })

  it('先行登记保存七个工作日、查封扣押三十日加三十日;逾期自行解除、检测不计', async () => {
    const { officer, head } = o
    const id = await o.lead(officer, { lawCode: 'V14', topic: 'gas', description: '无证经营燃气' })
    await officer.act(penalty, id, 'submitFiling', { coHandler: o.partner.personId })
    await head.act(penalty, id, 'approveFiling')
    const hold = await o.open(officer, 'enforcement.hold', {
      penalty: id,
      items: '气瓶20只',
      keeper: '大队仓库',
      reason: '可能转移',
    })
    await head.act('enforcement.hold', hold.id, 'approve')
    expect(new Date((await o.row('enforcement.hold', hold.id)).treatDueAt)).toEqual(beijing('2027-04-15 00:00'))
    await w.clock.to('2027-04-15 00:30')
    expect((await o.row('enforcement.hold', hold.id)).status).toBe('lapsed')
    const seizure = await o.open(officer, 'enforcement.seizure', {
      penalty: id,
      kind: 'detain',
      items: '气瓶20只',
      basis: '城镇燃气管理条例第45条',
      isUrgent: true,
      days: 30,
    })
    await head.act('enforcement.seizure', seizure.id, 'approve')
    await expect(officer.refused('enforcement.seizure', seizure.id, 'execute', { note: '当事人到场' })).resolves.toContain(
      '“查封扣押”缺少音视频',
    )
    const file = await storedFile(w)
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'seize', words: '现场笔录', media: [file.id] })
    await officer.act('enforcement.seizure', seizure.id, 'execute', { note: '当事人到场' })
    expect(new Date((await o.row('enforcement.seizure', seizure.id)).seizeDueAt)).toEqual(beijing('2027-05-16 00:00'))
    await expect(head.refused('enforcement.seizure', seizure.id, 'extend', { days: 31, reason: '复杂' })).resolves.toContain(
      '不得超过30日',
    )
    await head.act('enforcement.seizure', seizure.id, 'extend', { days: 30, reason: '复杂' })
    await expect(head.refused('enforcement.seizure', seizure.id, 'extend', { days: 10, reason: '复杂' })).resolves.toContain(
      '延长一次',
    )
    await officer.act('enforcement.seizure', seizure.id, 'test')
    await w.clock.to('2027-04-25 10:00')
    await officer.act('enforcement.seizure', seizure.id, 'tested')
    expect(new Date((await o.row('enforcement.seizure', seizure.id)).seizeDueAt)).toEqual(beijing('2027-06-24 00:00'))
    await officer.act('enforcement.seizure', seizure.id, 'end', { result: 'confiscate', note: '没收' })
  })

  it('自有路由:未登录、无权限、参数不对都拒绝;公众查询不需登录', async () => {
    const paths: readonly (readonly [string, Record<string, string>])[] = [
      ['/enforcement/ledger', { from: '2026-01-01', to: '2026-12-31' }],
      ['/enforcement/work-721', { from: '2026-01-01', to: '2026-12-31' }],
      [`/enforcement/campaigns/${crypto.randomUUID()}/report`, {}],
      [`/enforcement/penalties/${crypto.randomUUID()}/proposal`, {}],
    ]
    const collector = await w.as('caiji1')
    for (const [path, query] of paths) {
      expect((await w.anyone.get(path, query)).status, path).toBe(401)
      expect((await collector.get(path, query)).status, path).toBe(403)
    }
    expect((await o.reader.get('/enforcement/ledger', { from: '2026-13-01', to: 'x' })).status).toBe(400)
    expect((await o.reader.get('/enforcement/work-721', {})).status).toBe(400)
    expect((await o.reader.get(paths[2]?.[0] ?? '')).status).toBe(404)
    expect((await o.reader.get(paths[3]?.[0] ?? '')).status).toBe(404)
    expect((await w.anyone.get('/public/enforcement', { kind: 'nothing' })).status).toBe(400)
    expect((await w.anyone.get('/public/enforcement')).status).toBe(200)
    expect((await w.anyone.post('/subjects/enforcement.penalty', { values: {} })).status).toBe(401)
    expect((await collector.post('/subjects/enforcement.penalty', { values: {} })).status).toBe(403)
    expect((await o.officer.post('/subjects/enforcement.penalty', { values: {} })).status).toBe(400)
    // 缴款、签到等只能由流程自己登记
    expect((await o.clerk.post('/subjects/enforcement.payment', { values: {} })).status).toBeGreaterThanOrEqual(400)
  })

  it('同一种文书五十份并行出具,编号连续无缺;被拒的不占号', async () => {
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        o.officer.post<{ number: string }>('/subjects/enforcement.document', {
          values: { template: '11', data: { i }, ...(i % 6 === 5 ? {} : { mustServe: true }) },
        }),
      ),
    )
    const made = results.filter((r) => r.status === 201).map((r) => Number(r.body.number.slice(-4)))
    expect(made).toHaveLength(50)
    expect([...made].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    const again = await Promise.all(
      Array.from({ length: 5 }, () =>
        o.officer.post<{ number: string; isKnown: boolean }>('/subjects/enforcement.document', {
          values: { template: '11', data: {}, mustServe: true },
          clientKey: 'same-paper',
        }),
      ),
    )
    expect(new Set(again.map((r) => r.body.number)).size).toBe(1)
    const next = await o.open(o.officer, 'enforcement.document', { template: '11', data: {}, mustServe: true })
    expect(next.number.slice(-4)).toBe('0052')
  })
})
