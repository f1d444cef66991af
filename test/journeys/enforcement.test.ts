import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadJournal, raw } from '#kernel'
import { beijing, photo, type World, world } from '../world.ts'
import { type Office, openOffice, storedFile } from './enforcement-office.ts'

/** An ordinary penalty by law, from the lead to the archive, with every step refused that has not been earned. */
describe('行政处罚案件', () => {
  let w: World
  let o: Office
  const penalty = 'enforcement.penalty'
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
  })
  afterAll(() => w.close())

  it('enforcement-platform 普通程序从案源到归档:证件、证据、记录、审核、告知、听证、讨论、决定、送达、缴款、公示、归档', async () => {
    const { officer, partner, head, jurist, second, clerk } = o
    const org = await o.party('org', '湖滨渣土运输有限公司')
    const id = await o.lead(officer, { party: org, lawCode: 'V20', topic: 'muck', description: '工地擅自倾倒建筑垃圾约60立方米' })
    // 两名持证人员
    await expect(officer.refused(penalty, id, 'submitFiling', {})).resolves.toContain('不得少于两人')
    await expect(officer.refused(penalty, id, 'submitFiling', { coHandler: clerk.personId })).resolves.toContain(
      '没有有效的行政执法证',
    )
    await officer.act(penalty, id, 'submitFiling', { coHandler: partner.personId })
    await expect(officer.refused(penalty, id, 'approveFiling')).resolves.toContain('没有“')
    await head.act(penalty, id, 'approveFiling')
    const page = await o.page(penalty, id)
    const decide = page.clocks.find((c: { name: string }) => c.name === 'decide')
    expect(new Date(decide.dueAt)).toEqual(beijing('2026-06-01 00:00'))
    expect(decide.basis).toBe('行政处罚法(2021)第60条')
    expect(decide.why.join()).toContain('期间开始之日不计入')

    // 证据须本人提取、原始文件、他人核验
    const conclude = { report: '查明:擅自倾倒约60立方米', kinds: ['fine'], proposedFen: 30_000_000 }
    await expect(officer.refused(penalty, id, 'conclude', conclude)).resolves.toContain('出示执法证件')
    await officer.act(penalty, id, 'showId', { note: '已出示,当事人不申请回避' })
    await expect(officer.refused(penalty, id, 'conclude', conclude)).resolves.toContain('没有经核验的证据')
    const file = await storedFile(w)
    const piece = o.evidence(id, file)
    expect((await o.tryOpen(officer, 'enforcement.evidence', { ...piece, sha256: 'a'.repeat(64) })).zh).toContain('哈希不符')
    expect((await o.tryOpen(o.stranger, 'enforcement.evidence', piece)).zh).toContain('本案承办人')
    const evidence = await o.open(officer, 'enforcement.evidence', piece)
    await expect(officer.refused(penalty, id, 'conclude', conclude)).resolves.toMatch(/没有经核验的证据|未核验/)
    await jurist.act('enforcement.evidence', evidence.id, 'verify')
    await expect(officer.refused(penalty, id, 'conclude', conclude)).resolves.toContain('“调查取证”缺少文字记录')
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'investigate', words: '现场检查、询问' })
    await expect(officer.refused(penalty, id, 'conclude', conclude)).resolves.toContain('缺少音视频记录')
    // A picture is neither sound nor film, and nobody but the handlers records their steps.
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'investigate', media: [photo()] })
    await expect(officer.refused(penalty, id, 'conclude', conclude)).resolves.toContain('缺少音视频记录')
    const strange = { penalty: id, step: 'investigate', media: [file.id] }
    expect((await o.tryOpen(o.stranger, 'enforcement.process-record', strange)).zh).toContain('主办、协办人')
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'investigate', media: [file.id] })
    // 法定幅度与裁量基准
    await expect(officer.refused(penalty, id, 'conclude', { ...conclude, proposedFen: 200_000_000 })).resolves.toContain(
      '法定幅度100000元至1000000元',
    )
    const proposal = (await o.reader.get<Record<string, any>>(`/enforcement/penalties/${id}/proposal`)).body
    expect(proposal).toMatchObject({
      law: '固体废物污染环境防治法第111条',
      why: '行为时的规定',
      range: '100000元至1000000元',
      sure: 'verified',
    })
    expect(proposal.benchmarks.map((b: { proposedFen: number }) => b.proposedFen)).toEqual([15_000_000, 40_000_000])
    const normal = await o.benchmark('V20', '50立方米以上')
    await expect(
      officer.refused(penalty, id, 'conclude', { ...conclude, proposedFen: 10_000_000, benchmark: normal }),
    ).resolves.toContain('偏离基准须写明理由')
    await officer.act(penalty, id, 'conclude', { ...conclude, benchmark: normal, reviewCases: ['complex'] })
    expect(await o.row(penalty, id)).toMatchObject({ status: 'reviewing', isMajor: true, hasHearingRight: true })
    expect((await o.row(penalty, id)).explanation).toContain('裁量基准“50立方米以上”200000元至600000元;拟罚300000元')

    // 法制审核由他人,退回后重来
    await expect(officer.refused(penalty, id, 'review', { note: '同意' })).resolves.toContain('没有“')
    await jurist.act(penalty, id, 'sendBack', { note: '数量的证据不足' })
    await officer.act(penalty, id, 'conclude', { ...conclude, benchmark: normal, report: '补充测量:62立方米' })
    await jurist.act(penalty, id, 'review', { note: '主体、依据、程序、裁量适当' })
    await expect(officer.refused(penalty, id, 'toDecide')).resolves.toContain('当前状态')
    await expect(
      officer.refused(penalty, id, 'notify', { noticedOn: '2026-03-01', serviceKind: 'direct', receipt: [photo()] }),
    ).resolves.toContain('不能在调查终结(2026-03-02)之前')
    await officer.act(penalty, id, 'notify', { noticedOn: '2026-03-02', serviceKind: 'direct', receipt: [photo()] })
    await expect(officer.refused(penalty, id, 'toDecide')).resolves.toContain('2026-03-09')

    // 听证
    await w.clock.to('2026-03-10 09:00')
    await expect(officer.refused(penalty, id, 'askHearing', { askedOn: '2026-03-10', paper: [photo()] })).resolves.toContain(
      '2026-03-09届满',
    )
    await officer.act(penalty, id, 'askHearing', { askedOn: '2026-03-09', paper: [photo()] })
    await expect(
      jurist.refused(penalty, id, 'scheduleHearing', { hearingOn: '2026-03-19', place: '会议室', chair: jurist.personId }),
    ).resolves.toContain('最早可定2026-03-20')
    await expect(
      jurist.refused(penalty, id, 'scheduleHearing', { hearingOn: '2026-03-20', place: '会议室', chair: officer.personId }),
    ).resolves.toContain('非本案调查人员主持')
    await jurist.act(penalty, id, 'scheduleHearing', { hearingOn: '2026-03-20', place: '会议室', chair: second.personId })
    await expect(second.refused(penalty, id, 'holdHearing', { report: '报告', minutes: [photo()] })).resolves.toContain(
      '听证定于2026-03-20',
    )
    await w.clock.to('2026-03-20 15:00')
    await expect(jurist.refused(penalty, id, 'holdHearing', { report: '报告', minutes: [photo()] })).resolves.toContain(
      '听证主持人',
    )
    await expect(second.refused(penalty, id, 'holdHearing', { report: '报告', minutes: [photo()] })).resolves.toContain(
      '“听证”缺少',
    )
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'hear', words: '听证全程', media: [file.id] })
    await officer.act(penalty, id, 'defend', { defence: '系驾驶员个人行为' })
    await expect(second.refused(penalty, id, 'holdHearing', { report: '报告', minutes: [photo()] })).resolves.toContain(
      '尚未复核',
    )
    await officer.act(penalty, id, 'reviewDefence', { review: '驾驶员履行职务', isAccepted: 'no' })
    await second.act(penalty, id, 'holdHearing', { report: '建议维持拟处罚', minutes: [photo()] })
    // 听证期间不计入办案期限:3月11日至19日九天
    const resumed = (await o.page(penalty, id)).clocks.find((c: { name: string }) => c.name === 'decide')
    expect(new Date(resumed.dueAt)).toEqual(beijing('2026-06-10 00:00'))

    // 集体讨论、决定
    await jurist.act(penalty, id, 'review', { note: '听证后同意' })
    await expect(head.refused(penalty, id, 'decide', { fineFen: 30_000_000 })).resolves.toContain('当前状态')
    await expect(head.refused(penalty, id, 'discuss', { attendees: ['甲', '乙'], discussion: '同意' })).resolves.toContain(
      '至少3人',
    )
    await head.act(penalty, id, 'discuss', { attendees: ['甲', '乙', '丙'], discussion: '同意罚款三十万元' })
    await expect(head.refused(penalty, id, 'decide', { fineFen: 40_000_000 })).resolves.toContain(
      '不得因当事人陈述、申辩而给予更重的处罚',
    )
    await head.act(penalty, id, 'decide', { fineFen: 30_000_000 })
    await w.settle()
    const decided = await o.row(penalty, id)
    expect(decided).toMatchObject({ status: 'decided', fineFen: 30_000_000, isLate: false })
    expect(decided.decisionNumber).toBe('罚决字〔2026〕第1号')

    // 送达、缴款
    await expect(
      officer.refused(penalty, id, 'serve', { serviceKind: 'electronic', servedOn: '2026-03-20', receipt: [photo()] }),
    ).resolves.toContain('“决定”缺少文字记录')
    await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'decide', words: '负责人签发' })
    await expect(
      officer.refused(penalty, id, 'serve', { serviceKind: 'electronic', servedOn: '2026-03-20', receipt: [photo()] }),
    ).resolves.toContain('电子送达须当事人同意')
    await officer.act(penalty, id, 'serve', { serviceKind: 'direct', servedOn: '2026-03-20', receipt: [photo()] })
    const pay = (await o.page(penalty, id)).clocks.find((c: { name: string }) => c.name === 'pay')
    // 十五日止于清明假期 4月4日,顺延至4月7日
    expect(new Date(pay.dueAt)).toEqual(beijing('2026-04-08 00:00'))
    expect(pay.why.join()).toContain('顺延至其后第一个工作日')
    await expect(
      officer.refused(penalty, id, 'pay', { amountFen: 1, paidOn: '2026-03-20', method: 'bank', voucher: 'x' }),
    ).resolves.toContain('没有“')
    await clerk.act(penalty, id, 'pay', { amountFen: 10_000_000, paidOn: '2026-03-20', method: 'bank', voucher: 'YH-1' })
    expect(await o.row(penalty, id)).toMatchObject({ status: 'served', paidFen: 10_000_000 })
    await expect(
      clerk.refused(penalty, id, 'pay', { amountFen: 1, paidOn: '2026-03-20', method: 'bank', voucher: 'YH-1' }),
    ).resolves.toContain('票据YH-1已登记过')
    await w.clock.to('2026-04-09 10:00')
    // 逾期两日:加处罚款 3% × 2
    await expect(
      clerk.refused(penalty, id, 'pay', { amountFen: 21_800_001, paidOn: '2026-04-09', method: 'bank', voucher: 'YH-2' }),
    ).resolves.toContain('应缴218000元')
    await clerk.act(penalty, id, 'pay', { amountFen: 21_800_000, paidOn: '2026-04-09', method: 'bank', voucher: 'YH-2' })
    expect(await o.row(penalty, id)).toMatchObject({ status: 'fulfilled', paidFen: 31_800_000, surchargeFen: 1_800_000 })

    // 公示、结案、归档
    await w.settle()
    await expect(head.refused(penalty, id, 'close')).resolves.toContain('尚未公示')
    const [published] = await o.children(penalty, id, 'enforcement.publication')
    await head.act('enforcement.publication', published?.id ?? '', 'publish')
    await head.act(penalty, id, 'close')
    await clerk.act(penalty, id, 'archive', { volume: '2026-城管-0001', pages: 68 })
    expect((await o.row(penalty, id)).status).toBe('archived')
    const papers = await o.children(penalty, id, 'enforcement.document')
    expect(new Set(papers.map((p) => p.number.replace(/\d+$/, '')))).toEqual(
      new Set(
        ['立审', '终结', '法审', '听告', '听通', '陈申', '听录', '听报', '集讨', '罚决', '送回', '结审', '卷宗'].map(
          (s) => `${s}`,
        ),
      ),
    )
    const entries = await w.kernel.db.withDistricts([w.district], (tx) => loadJournal(tx, id))
    expect(entries.map((e) => e.action)).toContain('holdHearing')
  })

  it('officer-credentials 证件到期之日起任何一步都办不成,续证后继续', async () => {
    const { officer, partner, head, data } = o
    const id = await o.lead(officer, { lawCode: 'V03', topic: 'road', description: '占道施工' })
    await officer.act(penalty, id, 'submitFiling', { coHandler: partner.personId })
    const { rows } = (
      await data.get<{ rows: { id: string; person: string; version: number }[] }>('/rows/enforcement.certificate', {
        filter: JSON.stringify({ person: partner.personId }),
      })
    ).body
    const card = rows[0]
    await data.patch(`/rows/enforcement.certificate/${card?.id}`, { values: { validTo: '2026-04-08' }, reason: '证件到期' })
    await expect(head.refused(penalty, id, 'approveFiling')).resolves.toContain('没有有效的行政执法证')
    await data.patch(`/rows/enforcement.certificate/${card?.id}`, { values: { validTo: '2029-12-31' }, reason: '换证' })
    await head.act(penalty, id, 'approveFiling')
    // A certificate for one street does not hold in another.
    await data.patch(`/rows/enforcement.certificate/${card?.id}`, { values: { areaPrefix: '329901008' }, reason: '限定区域' })
    await expect(officer.refused(penalty, id, 'showId', { note: '出示' })).resolves.toContain('证上的执法区域')
    await data.patch(`/rows/enforcement.certificate/${card?.id}`, { values: { areaPrefix: '329901' }, reason: '全区' })
    await data.patch(`/rows/enforcement.certificate/${card?.id}`, { values: { state: 'suspended' }, reason: '暂扣' })
    await expect(officer.refused(penalty, id, 'showId', { note: '出示' })).resolves.toContain('没有有效的行政执法证')
    await data.patch(`/rows/enforcement.certificate/${card?.id}`, { values: { state: 'valid' }, reason: '恢复' })
    await officer.act(penalty, id, 'showId', { note: '出示' })
    expect((await o.figure('enforcement.certified-officers'))[0]?.value).toBeGreaterThan(10)
    expect((await o.figure('enforcement.cases-filed', { by: 'topic' })).find((v) => v.key === 'road')?.value).toBe(1)
  })

  it('full-process-record 记录保存期未满、案件未结、作为证据的都不能销毁', async () => {
    const { officer, clerk, head } = o
    const id = await o.lead(officer, { lawCode: 'V03', topic: 'road', description: '桥上挂广告' })
    const record = await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'investigate', words: '记录' })
    expect((await o.tryOpen(officer, 'enforcement.process-record', { penalty: id, step: 'investigate' })).zh).toContain(
      '请填写文字记录或上传音视频',
    )
    await expect(clerk.refused('enforcement.process-record', record.id, 'dispose', { reason: '到期' })).resolves.toContain(
      '2026-10-09',
    )
    await head.act(penalty, id, 'notFile', { reason: '证据不足' })
    await w.clock.to('2026-10-09 09:00')
    await officer.act('enforcement.process-record', record.id, 'markEvidence')
    await expect(clerk.refused('enforcement.process-record', record.id, 'dispose', { reason: '到期' })).resolves.toContain(
      '与案卷同期',
    )
    const other = await o.open(officer, 'enforcement.process-record', { penalty: id, step: 'investigate', words: '记录二' })
    await w.clock.to('2027-04-12 09:00')
    await clerk.act('enforcement.process-record', other.id, 'dispose', { reason: '到期' })
    const rate = (await o.figure('enforcement.recorded-rate'))[0]
    expect(rate?.denominator).toBeGreaterThanOrEqual(1)
  })

  it('之后链完整', async () => {
    const { rows } = await w.kernel.db.withDistricts([w.district], (tx) => raw(tx, 'select 1 from enforcement.deed', []))
    expect(rows.length).toBeGreaterThan(0)
  })
})
