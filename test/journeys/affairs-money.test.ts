/** 项目与资金: projects by weight, budgets of functions, funds asked for, bonds, partnerships, expert reviews. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo } from '../world.ts'
import { type Affairs, openAffairs } from './affairs-office.ts'
import type { Row } from './buildings-office.ts'

describe('项目与资金', () => {
  let a: Affairs
  let project = ''
  beforeAll(async () => {
    a = await openAffairs('2026-03-02 09:00')
  })
  afterAll(() => a.w.close())

  it('project-management 23个子项目完工22个,按长度加权总体60%,按个数95.65%,权重选定并印出,逾期点名', async () => {
    const { w, o, manager, water, units, refusal } = a
    const p = 'affairs.project'
    // Twenty-two short streets of 300 m and one of 4,400 m: 6,600 of 11,000 m is 60%.
    const subs = Array.from({ length: 23 }, (_, i) => ({
      name: `第${i + 1}标段`,
      lengthM: i === 22 ? 4400 : 300,
      wan: i === 22 ? 600 : 100,
      fromOn: '2026-03-02',
      dueOn: i === 22 ? '2026-03-31' : '2026-04-30',
    }))
    const form = { name: '雨污分流改造', kind: 'renewal', unit: units.water, weight: 'length', subs }
    expect(await refusal(manager, p, { ...form, subs: [...subs, subs[0]] })).toContain('子项目重复:第1标段')
    expect(await refusal(manager, p, { ...form, subs: subs.map((s, i) => (i === 3 ? { ...s, lengthM: 0 } : s)) })).toContain(
      '按长度加权',
    )
    project = await o.tried(manager, p, form)
    const go = (name: string, stage: string, percent: number) => ({ name, stage, percent, photos: [photo()] })
    await expect(water.refused(p, project, 'advance', go('第1标段', 'done', 90))).resolves.toContain('100%')
    await expect(water.refused(p, project, 'advance', go('第1标段', 'bidding', 10))).resolves.toContain('未开工')
    await expect(a.lamps.refused(p, project, 'advance', go('第1标段', 'building', 10))).resolves.toContain('不是本单位')
    for (const s of subs.slice(0, 22)) await o.act(water, p, project, 'advance', go(s.name, 'done', 100))
    const last = String(subs[22]?.name)
    await o.act(water, p, project, 'advance', go(last, 'building', 0))
    expect(await o.row(p, project)).toMatchObject({ percent: 60, byCount: 95.65, done: 22, subCount: 23, wan: 2800, overdue: [] })
    await expect(water.refused(p, project, 'advance', go(last, 'bidding', 0))).resolves.toContain('阶段不能倒退')
    const path = '/affairs/weights'
    expect((await w.anyone.get(path, { project })).status).toBe(401)
    const sheet = await o.sheet(path, { project })
    expect(sheet).toMatchObject({ chosen: 'length', printed: 60, subs: 23, done: 22 })
    expect(Object.fromEntries(sheet.rows.map((r: Row) => [r.weight, r.percent]))).toMatchObject({
      按长度: 60,
      按投资: 78.57,
      按个数: 95.65,
    })
    await w.clock.to('2026-04-01 00:01')
    expect((await o.row(p, project)).overdue).toEqual([last])
    expect((await o.sheet(path, { project })).overdue).toMatchObject([{ name: last, days: 1 }])
    expect([
      await o.value('affairs.sub-projects'),
      await o.value('affairs.sub-done'),
      await o.by('affairs.project-percent', 'name'),
    ]).toEqual([23, 22, { 雨污分流改造: 60 }])
    await expect(o.leader.refused(p, project, 'accept', { said: 'x' })).resolves.toMatch(/全部完工|当前/)
    await o.act(water, p, project, 'advance', go(last, 'done', 100))
    expect(await o.row(p, project)).toMatchObject({ status: 'done', percent: 100, overdue: [] })
    await o.act(o.leader, p, project, 'accept', { said: '同意验收' })
    expect(await o.by('affairs.projects', 'status')).toEqual({ accepted: 1 })
  })

  it('budget-guarantee 保障对象取自台账定格,经费增幅低于对象增幅预警并算出缺口,支出不超预算', async () => {
    const { w, o, manager, lamps, units, refusal } = a
    const b = 'affairs.budget'
    const area = { base: 'area', area: 50, function: 'sweeping', unit: units.water }
    expect(await refusal(manager, b, { ...area, year: 2026, wan: 800, area: undefined })).toContain('建成区面积')
    const first = await o.tried(manager, b, { ...area, year: 2026, wan: 800 })
    await o.act(o.leader, b, first, 'approve', { isOk: 'yes' })
    // Area grows by 10 percent, money by 2.5: 880 − 820 = 60 万元 short.
    const second = await o.open(manager, b, { ...area, year: 2027, wan: 820, area: 55 })
    expect(await o.row(b, second)).toMatchObject({ isWarned: 'yes', costGrowth: 2.5, baseGrowth: 10, gapWan: 60 })
    await expect(o.leader.refused(b, second, 'approve', { isOk: 'yes' })).resolves.toContain('请说明如何保障')
    await o.act(o.leader, b, second, 'approve', { isOk: 'yes', said: '年中追加' })
    expect(await o.value('affairs.budget-warned')).toBe(1)
    await o.act(o.leader, b, second, 'add', { wan: 60, reason: '面积增加' })
    expect(await o.row(b, second)).toMatchObject({ wan: 880, gapWan: 0 })
    // A function whose facilities stand in a register counts them itself.
    const [n] = await o.query<{ n: number }>('select count(*)::int as n from grid.component where retired_at is null')
    const grid = await o.open(manager, b, { year: 2026, function: 'grid', unit: units.lamps, wan: 100, base: 'components' })
    const kept = await o.row(b, grid)
    expect([kept.count, kept.isWarned]).toEqual([n?.n, 'no'])
    expect(kept.unitCost).toBeCloseTo(1_000_000 / Number(n?.n), 1)
    await o.act(o.leader, b, grid, 'approve', { isOk: 'yes' })
    const spend = { on: '2026-04-01', wan: 70, item: '巡查服务', voucher: 'PZ-1' }
    await expect(a.water.refused(b, grid, 'spend', spend)).resolves.toContain('本单位')
    await o.act(lamps, b, grid, 'spend', spend)
    await expect(lamps.refused(b, grid, 'spend', { ...spend, wan: 1 })).resolves.toContain('该凭证已登记')
    await expect(lamps.refused(b, grid, 'spend', { ...spend, wan: 30.1, voucher: 'PZ-2' })).resolves.toContain('尚余30万元')
    expect(await o.by('affairs.budget-spent', 'function')).toMatchObject({ grid: 70 })
    expect(await o.by('affairs.budget-wan', 'year')).toEqual({ 2026: 900, 2027: 880 })
    await expect(manager.refused(b, grid, 'close')).resolves.toContain('年末')
    await w.settle()
  })

  it('fund-application 申请批准到位三数分开,截止后不能报,分笔到账合计2641万元,落实2项', async () => {
    const { w, o, manager, refusal } = a
    const f = 'affairs.fund'
    const form = {
      policy: '中央预算内投资',
      name: '老旧管网更新',
      grade: 'nation',
      project,
      askedWan: 3000,
      deadlineOn: '2026-04-20',
    }
    expect(await refusal(manager, f, { ...form, deadlineOn: '2026-03-31' })).toContain('已截止')
    const one = await o.tried(manager, f, form)
    const two = await o.open(manager, f, { ...form, name: '生活垃圾分类奖补', grade: 'province', askedWan: 300 })
    const late = await o.open(manager, f, { ...form, name: '口袋公园补助', grade: 'city' })
    for (const id of [one, two]) await o.act(manager, f, id, 'submit', { papers: [photo()] })
    await w.clock.to('2026-04-21 00:01')
    expect(await a.statusOf(f, late)).toBe('missed')
    const pass = { paper: '发改投资〔2026〕12号', approvedOn: '2026-04-21', approvedWan: 3001 }
    await expect(manager.refused(f, one, 'approve', pass)).resolves.toContain('3000万元')
    await o.act(manager, f, one, 'approve', { ...pass, approvedWan: 2400 })
    await o.act(manager, f, two, 'approve', { ...pass, approvedWan: 241 })
    const coming = { wan: 1400, arrivedOn: '2026-04-21', voucher: 'DZ-1' }
    await o.act(manager, f, one, 'arrive', coming)
    expect(await o.row(f, one)).toMatchObject({ status: 'approved', arrivedWan: 1400, percent: 58.33 })
    const over = { ...coming, wan: 1001, voucher: 'DZ-2' }
    await expect(manager.refused(f, one, 'arrive', over)).resolves.toContain('尚余1000万元')
    await o.act(manager, f, one, 'arrive', { ...over, wan: 1000 })
    await o.act(manager, f, two, 'arrive', { ...coming, wan: 241, voucher: 'DZ-3' })
    expect([await a.statusOf(f, one), await a.statusOf(f, two)]).toEqual(['arrived', 'arrived'])
    expect([
      await o.value('affairs.funds-approved'),
      await o.value('affairs.funds-arrived'),
      await o.by('affairs.funds-arrived', 'grade'),
    ]).toEqual([2, 2641, { nation: 2400, province: 241 }])
  })

  it('special-bond 发行使用余额利息,续发须材料七项齐全且上期用到七成,缺什么点名', async () => {
    const { w, o, manager, units } = a
    const b = 'affairs.bond'
    const id = await o.tried(manager, b, { name: '污水处理提质', project, unit: units.water, planWan: 20000 })
    const issue = { code: '2371001', wan: 10000, rate: 3.2, on: '2026-04-21', years: 15 }
    await o.act(manager, b, id, 'issue', issue)
    expect(await o.row(b, id)).toMatchObject({
      status: 'using',
      balanceWan: 10000,
      yearInterestWan: 320,
      interestDueOn: '2026-10-21',
    })
    const use = { on: '2026-04-21', wan: 6999, payee: '市政工程公司', item: '管道', voucher: 'ZQ-1' }
    await o.act(manager, b, id, 'use', use)
    await expect(manager.refused(b, id, 'use', { ...use, wan: 3002, voucher: 'ZQ-2' })).resolves.toContain('余额3001万元')
    await expect(manager.refused(b, id, 'issue', { ...issue, code: '2371002' })).resolves.toMatch(/续发已备齐|待发行/)
    await o.act(manager, b, id, 'prepare')
    const missing = await manager.refused(b, id, 'complete')
    expect(missing).toContain('可研(初设)批复、实施方案、财务评估报告')
    for (const paper of ['approval', 'scheme', 'finance', 'law', 'land', 'balance'])
      await o.act(manager, b, id, 'paper', { paper, code: `〔2026〕${paper}`, on: '2026-04-20' })
    await expect(manager.refused(b, id, 'complete')).resolves.toContain('还缺:上期资金使用审计')
    await o.act(manager, b, id, 'paper', { paper: 'audit', code: '审〔2026〕3号', on: '2026-04-20' })
    await expect(manager.refused(b, id, 'complete')).resolves.toContain('69.99%,未达70%')
    await o.act(manager, b, id, 'use', { ...use, wan: 1, voucher: 'ZQ-3' })
    await o.act(manager, b, id, 'complete')
    await o.act(manager, b, id, 'issue', { ...issue, code: '2371002', wan: 5000, rate: 2.8 })
    expect(await o.row(b, id)).toMatchObject({ status: 'using', rounds: 2, balanceWan: 8000, yearInterestWan: 460, papers: [] })
    await w.clock.to('2026-10-21 00:01')
    expect((await o.row(b, id)).isInterestLate).toBe('yes')
    await expect(o.leader.refused(b, id, 'repay', { voucher: 'x' })).resolves.toContain('利息未付')
    await o.act(manager, b, id, 'payInterest', { voucher: 'LX-1' })
    expect(await o.row(b, id)).toMatchObject({ paidInterestWan: 230, interestDueOn: '2027-04-21', isInterestLate: 'no' })
    expect([await o.value('affairs.bonds-balance'), await o.value('affairs.bonds-interest')]).toEqual([8000, 460])
  })

  it('ppp-cooperation 结构、股比、风险与承担方,按绩效付费:90分全付、60分以下不付、之间按比例,到期提醒并移交', async () => {
    const { w, o, manager, units, refusal } = a
    const p = 'affairs.ppp'
    const form = {
      name: '餐厨垃圾处理厂',
      structure: 'bot',
      unit: units.water,
      partner: '某环境公司',
      partnerShare: 80,
      investWan: 12000,
      yearWan: 900,
      fromOn: '2026-11-01',
      years: 1,
      risks: [{ name: '进料量不足', bearer: 'government', level: 'high', measure: '保底量' }],
    }
    expect(await refusal(manager, p, { ...form, risks: [] })).toContain('风险清单')
    expect(await refusal(manager, p, { ...form, structure: 'om' })).toContain('不设股比')
    const id = await o.tried(manager, p, { ...form, years: 2 })
    const short = await o.open(manager, p, { ...form, name: '公厕市场化', fromOn: '2026-10-01', years: 1 })
    const pay = (period: string, score: number) => ({ period, score })
    await expect(manager.refused(p, id, 'pay', pay('2027', 95))).resolves.toContain('还未到')
    await o.act(manager, p, id, 'pay', pay('2026', 81))
    await expect(manager.refused(p, id, 'pay', pay('2026', 95))).resolves.toContain('已付费')
    await o.act(manager, p, short, 'pay', pay('2026', 90))
    expect((await o.row(p, id)).pays).toMatchObject([{ rate: 90, wan: 810 }])
    expect((await o.row(p, short)).pays).toMatchObject([{ rate: 100, wan: 900 }])
    await expect(manager.refused(p, id, 'meet', { name: '利率上行', said: 'x' })).resolves.toContain('先补入')
    await o.act(manager, p, id, 'addRisk', { name: '利率上行', bearer: 'both', level: 'middle', measure: '调价' })
    await o.act(manager, p, id, 'meet', { name: '利率上行', said: '启动调价' })
    // Ends on 2027-09-30; 180 days before is 2027-04-03.
    await w.clock.to('2027-04-02 09:00')
    expect((await o.row(p, short)).isExpiring).toBe('no')
    await w.clock.to('2027-04-03 00:01')
    expect(await o.row(p, short)).toMatchObject({ isExpiring: 'yes', toOn: '2027-09-30' })
    await o.act(manager, p, short, 'pay', pay('2027', 59.9))
    await w.clock.to('2027-10-01 00:01')
    expect(await a.statusOf(p, short)).toBe('handing')
    await expect(o.leader.refused(p, short, 'hand', { handed: [] })).resolves.toContain('移交清单')
    await o.act(o.leader, p, short, 'hand', { handed: ['公厕12座', '设备台账'] })
    expect(await o.row(p, short)).toMatchObject({ status: 'ended', paidWan: 900, lostWan: 900 })
    expect([await o.value('affairs.ppp-projects'), await o.value('affairs.ppp-lost')]).toEqual([1, 990])
  })

  it('bid-review 专家逐人申报利益关系,有关系的回避不能提意见,评审前后两个版本与核减', async () => {
    const { w, o, manager, refusal } = a
    const e = 'affairs.expert'
    const person = (name: string, org: string, home = 'inside') => ({ name, org, home, field: '环卫造价' })
    await o.tryAdd(e, person('甲', '省造价院'), manager)
    const panel: { expert: string }[] = []
    for (const x of [
      person('甲', '省造价院'),
      person('乙', '省外设计院', 'outside'),
      person('丙', '大学'),
      person('丁', '测算公司'),
    ])
      panel.push({ expert: await o.add(e, x, undefined, manager) })
    const r = 'affairs.bid-review'
    const before = [
      { item: '人工', wan: 600 },
      { item: '机械', wan: 300 },
      { item: '不可预见费', wan: 100 },
    ]
    const form = { name: '环卫一体化经费测算', party: '测算公司', reviewOn: '2027-10-08', before, panel }
    expect(await refusal(manager, r, { ...form, panel: panel.slice(0, 2) })).toContain('不少于3人')
    const id = await o.tried(manager, r, form)
    expect(await o.row(r, id)).toMatchObject({ beforeWan: 1000, avoided: 1, opinions: 0 })
    const say = (name: string) => ({ name, verdict: 'adjust', opinion: '取消不可预见费' })
    await expect(manager.refused(r, id, 'opine', say('甲'))).resolves.toContain('2027-10-08')
    await w.clock.to('2027-10-08 09:00')
    await expect(manager.refused(r, id, 'opine', say('甲'))).resolves.toContain('先申报利益关系')
    await expect(manager.refused(r, id, 'opine', say('丁'))).resolves.toContain('已回避')
    await expect(manager.refused(r, id, 'declare', { name: '丁', conflict: 'none' })).resolves.toContain('不能改申报')
    for (const name of ['甲', '乙']) {
      await o.act(manager, r, id, 'declare', { name, conflict: 'none' })
      await o.act(manager, r, id, 'opine', say(name))
    }
    const after = { after: [before[0], { item: '机械', wan: 270 }], conclusion: '按评审后版本执行' }
    await expect(o.leader.refused(r, id, 'conclude', after)).resolves.toContain('未申报利益关系:丙')
    await o.act(manager, r, id, 'declare', { name: '丙', conflict: 'none' })
    await expect(o.leader.refused(r, id, 'conclude', after)).resolves.toContain('意见2份')
    await o.act(manager, r, id, 'opine', say('丙'))
    // A conflict found later takes the opinion away again.
    await o.act(manager, r, id, 'declare', { name: '丙', conflict: 'has', note: '配偶任职' })
    expect(await o.row(r, id)).toMatchObject({ avoided: 2, opinions: 2 })
    await expect(o.leader.refused(r, id, 'conclude', after)).resolves.toContain('意见2份')
    await o.act(o.leader, r, id, 'cancel', { reason: '专家不足' })
    const again = await o.open(manager, r, { ...form, name: '环卫一体化经费测算(重评)', party: '另一公司' })
    for (const name of ['甲', '乙', '丁']) {
      await o.act(manager, r, again, 'declare', { name, conflict: 'none' })
      await o.act(manager, r, again, 'opine', say(name))
    }
    await o.act(manager, r, again, 'declare', { name: '丙', conflict: 'has', note: '配偶任职' })
    await o.act(o.leader, r, again, 'conclude', after)
    expect(await o.row(r, again)).toMatchObject({
      status: 'done',
      afterWan: 870,
      cutRate: 13,
      changes: ['机械300→270万元', '删去不可预见费'],
      opinions: 3,
    })
    expect([await o.value('affairs.bid-reviews'), await o.value('affairs.bid-cut')]).toEqual([1, 87])
  })
})
