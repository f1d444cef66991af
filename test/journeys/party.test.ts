/** 党建:组织生活、行动支部、积分、两优一先、责任清单与履责记实,各从登记到计数。 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { somewhere, type World, world } from '../world.ts'
import type { Row } from './buildings-office.ts'
import { openParty, type Party } from './party-office.ts'

describe('党建', () => {
  let w: World
  let o: Party
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openParty(w)
  })
  afterAll(async () => {
    await w.close()
  })
  const s = 'party.session'
  const plan = { kind: 'meeting', topic: '学习全会精神', planOn: '2026-03-02', place: '会议室' }
  const roll = (names: readonly string[], away: readonly string[] = []) =>
    names.map((member) => ({ member, state: away.includes(member) ? 'absent' : 'there' }))
  const held = async (kind: string, extra: Row = {}, action = 'plan') => {
    const values = { ...plan, kind, topic: `${kind}学习`, ...(action === 'plan' ? { branch: o.b1 } : {}), ...extra }
    const who = action === 'plan' ? o.head : o.clerk
    const id = await o.open(who, s, values, { ...somewhere, action })
    const row = await o.row(s, id)
    await o.act(who, s, id, 'hold', { attendance: roll(row.expected), hours: 2, content: '记录', proof: o.proof() })
    return id
  }

  it('party-study 三会一课应到取自名册,党员大会过半数才开,缺席补课,频次不够的支部列名,按类计次', async () => {
    const values = { ...plan, branch: o.b1 }
    const id = await o.tried(o.head, s, values)
    expect(await o.refusal(o.assessor, s, values)).toContain('由执法大队党支部书记')
    expect(await o.refusal(o.head, s, { ...values, kind: 'centre' })).toContain('由机关党委安排')
    expect(await o.refusal(o.head, s, { ...values, kind: 'lecture' })).toContain('请填写主讲人')
    const [a, b, c, d, e] = o.labels1 as [string, string, string, string, string]
    expect(await o.row(s, id)).toMatchObject({ status: 'planned', shouldBe: 5, expected: o.labels1 })
    const rest = { hours: 2, content: '审议工作报告', proof: o.proof() }
    await expect(o.head.refused(s, id, 'hold', { attendance: roll([a, b]), ...rest })).resolves.toContain('没有点到')
    await expect(o.head.refused(s, id, 'hold', { attendance: roll([a, b, c, d, e], [c, d, e]), ...rest })).resolves.toContain(
      '半数',
    )
    await o.act(o.head, s, id, 'hold', { attendance: roll([a, b, c, d, e], [d, e]), ...rest })
    expect(await o.row(s, id)).toMatchObject({ status: 'makeup', present: 3, absentees: [d, e], heldOn: '2026-03-02' })
    const make = (member: string) => ({ member, on: '2026-03-02', how: '阅读会议材料' })
    await expect(o.head.refused(s, id, 'makeUp', { makeUps: [make(a)] })).resolves.toContain('不在待补课')
    await o.act(o.head, s, id, 'makeUp', { makeUps: [make(d)] })
    expect((await o.row(s, id)).status).toBe('makeup')
    await o.act(o.head, s, id, 'makeUp', { makeUps: [make(e)] })
    expect(await o.row(s, id)).toMatchObject({ status: 'done', absentees: [] })
    const committee = await o.row(s, await held('committee'))
    expect(committee.shouldBe).toBe(2)
    await held('lecture', { lecturer: '书记' })
    for (let i = 0; i < 3; i++) await held('group')
    await held('centre', {}, 'arrange')
    await held('centre', {}, 'arrange')
    await held('discuss', {}, 'arrange')
    await held('study')
    await held('visit', { audience: [{ branch: o.b1 }, { branch: o.b2 }] }, 'arrange')
    const sheet = await o.sheet('/party/frequency', { year: '2026', quarter: '1' })
    expect(sheet.behind).toBe(2)
    expect(sheet.branches.map((x: Row) => [x.branch, x.lacks])).toEqual([
      ['执法大队党支部', '支委会1/3'],
      ['机关党支部', '党员大会0/1、支委会0/3、党小组会0/3、党课0/1'],
    ])
    expect(await o.value('party.centre-sessions')).toBe(2)
    expect(await o.value('party.discussions')).toBe(1)
    expect(await o.value('party.branch-studies')).toBe(1)
    expect(await o.value('party.visits')).toBe(1)
    expect(await o.by('party.sessions', 'kind')).toMatchObject({ meeting: 1, committee: 1, group: 3, lecture: 1, centre: 2 })
    expect(await o.value('party.study-hours')).toBe(22)
    // 5+2+5*5+3*3+8 should be there; two were absent.
    expect(await o.value('party.attendance')).toBeCloseTo((47 / 49) * 100, 1)
  })

  it('integrity-education 警示教育有案例、人人交心得;四风问题登记整改,另一人复核销号', async () => {
    const warning = { ...plan, kind: 'warning', topic: '以案为鉴', audience: [{ branch: o.b1 }] }
    expect(await o.refusal(o.clerk, s, warning, { action: 'arrange' })).toContain('警示案例')
    const id = await o.open(o.clerk, s, { ...warning, material: '停车收费人员截留案' }, { ...somewhere, action: 'arrange' })
    await o.act(o.clerk, s, id, 'hold', { attendance: roll(o.labels1), hours: 1.5, content: '观看警示片', proof: o.proof() })
    expect((await o.row(s, id)).status).toBe('reflect')
    const said = o.labels1.map((member) => ({ member, said: '引以为戒' }))
    await expect(o.clerk.refused(s, id, 'reflect', { reflections: said.slice(1) })).resolves.toContain(o.labels1[0])
    await o.act(o.clerk, s, id, 'reflect', { reflections: said })
    expect((await o.row(s, id)).status).toBe('done')
    expect(await o.value('party.warnings')).toBe(1)
    const r = 'party.rectification'
    const style = { style: 'formalism', what: '检查只看台账不到现场', unit: o.yard, isLong: 'no', dueOn: '2026-03-20' }
    expect((await w.anyone.post(`/subjects/${r}`, { action: 'style', values: style, ...somewhere })).status).toBe(401)
    expect((await o.leader.post(`/subjects/${r}`, { action: 'style', values: style, ...somewhere })).status).toBe(403)
    const p = await o.open(o.jijian, r, style, { ...somewhere, action: 'style' })
    await expect(o.water.refused(r, p, 'measure', { measures: '到现场', owner: o.clerk.personId })).resolves.toContain(
      '责任单位的人',
    )
    await o.act(o.water, r, p, 'measure', { measures: '检查必到现场并拍照', owner: o.water.personId })
    await o.act(o.water, r, p, 'report', { result: '已到现场检查12次', proof: o.proof() })
    await o.act(o.jijian, r, p, 'review', { isOk: 'yes', note: '抽查属实' })
    expect(await o.row(r, p)).toMatchObject({ status: 'closed', struckOn: '2026-03-02', group: '形式主义' })
    expect(await o.by('party.style-problems', 'style')).toEqual({ formalism: 1 })
  })

  it('action-branch 行动支部由在册党员组成,登记行动与获评,临时的期满总结解散', async () => {
    const p = 'party.action-branch'
    const of = (c: { personId: string }, role = 'plain') => ({ person: c.personId, role })
    const form = {
      name: '垃圾分类行动支部',
      task: 'sorting',
      isTemporary: 'yes',
      fromOn: '2026-03-02',
      toOn: '2026-03-10',
      members: [of(o.head, 'secretary'), of(o.officer), of(o.assessor)],
    }
    expect(await o.refusal(o.clerk, p, { ...form, members: form.members.slice(1) })).toContain('至少三名')
    expect(await o.refusal(o.clerk, p, { ...form, members: [of(o.head, 'secretary'), of(o.officer), of(o.street)] })).toContain(
      '不是在册党员',
    )
    const id = await o.tried(o.clerk, p, form)
    await expect(o.head.refused(p, id, 'dissolve', { summary: 'x' })).resolves.toContain('没有行动记录')
    const deed = { on: '2026-03-02', what: '入户宣传分类', people: 3, result: '宣传120户', proof: o.proof() }
    await expect(o.water.refused(p, id, 'act', deed)).resolves.toContain('行动支部成员')
    await expect(o.head.refused(p, id, 'act', { ...deed, people: 9 })).resolves.toContain('只有3名')
    await o.act(o.head, p, id, 'act', deed)
    await o.act(o.clerk, p, id, 'honour', {
      name: '市级先锋行动支部',
      level: 'city',
      paper: '常城〔2026〕3号',
      on: '2026-03-02',
      proof: o.proof(),
    })
    await w.clock.to('2026-03-11 09:00')
    expect(await o.row(p, id)).toMatchObject({ status: 'due', deedCount: 1, awardCount: 1, memberCount: 3 })
    await o.act(o.head, p, id, 'dissolve', { summary: '完成行动任务' })
    expect(await o.row(p, id)).toMatchObject({ status: 'dissolved', dissolvedOn: '2026-03-11' })
    expect(await o.value('party.action-deeds')).toBe(1)
    expect(await o.by('party.action-awards', 'task')).toEqual({ sorting: 1 })
  })

  it('party-lists 清单每年7月修订,起草人不能审定,新版废止旧版;考核逐项打分合计,申述复核定档', async () => {
    const p = 'party.list'
    const draft = {
      name: '党建工作考核细则',
      kind: 'assess',
      year: 2026,
      items: [
        { code: '1', what: '组织生活', points: 60 },
        { code: '2', what: '党员教育', points: 30 },
      ],
    }
    expect(await o.refusal(o.clerk, p, draft)).toContain('合计应为100分,现为90分')
    const items = [...draft.items, { code: '3', what: '作风建设', points: 10 }]
    const id = await o.tried(o.clerk, p, { ...draft, items })
    await expect(o.clerk.refused(p, id, 'approve', { isOk: 'yes', paper: 'x' })).resolves.toContain('没有')
    await expect(o.leader.refused(p, id, 'approve', { isOk: 'no' })).resolves.toContain('退回须写明理由')
    await o.act(o.leader, p, id, 'approve', { isOk: 'no', reason: '作风建设分值偏低' })
    expect(await o.row(p, id)).toMatchObject({ status: 'refused', reason: '作风建设分值偏低' })
    await expect(o.clerk.refused(p, id, 'revise', { items: draft.items })).resolves.toContain('现为90分')
    await o.act(o.clerk, p, id, 'revise', { items })
    await expect(o.leader.refused(p, id, 'approve', { isOk: 'yes' })).resolves.toContain('同意印发须填写文号')
    await o.act(o.leader, p, id, 'approve', { isOk: 'yes', paper: '常城党〔2026〕1号' })
    expect(await o.row(p, id)).toMatchObject({ status: 'effective', reason: null, isOnTime: 'yes', reviseOn: '2027-07-01' })
    const c = 'party.list-check'
    const lines = [
      { code: '1', score: 56, problem: '支委会缺2次' },
      { code: '2', score: 30 },
      { code: '3', score: 8 },
    ]
    const check = { list: id, unit: o.yard, checkedOn: '2026-03-11', lines }
    expect(await o.refusal(o.clerk, c, check)).toContain('3号扣分须写明原因')
    expect(await o.refusal(o.clerk, c, { ...check, lines: lines.slice(1) })).toContain('缺1号')
    const ok = { ...check, lines: [...lines.slice(0, 2), { code: '3', score: 8, problem: '投诉1起' }] }
    const done = await o.tried(o.clerk, c, ok)
    expect(await o.row(c, done)).toMatchObject({ score: 94, grade: 'excellent', status: 'scored' })
    await expect(o.water.refused(c, done, 'confirm', { isOk: 'no' })).resolves.toContain('申述理由')
    await o.act(o.water, c, done, 'confirm', { isOk: 'no', objection: '支委会已补开' })
    await o.act(o.leader, c, done, 'review', { delta: 2, note: '补开属实,酌加' })
    expect(await o.row(c, done)).toMatchObject({ score: 96, status: 'final', endedOn: '2026-03-11' })
    expect(await o.value('party.list-score')).toBe(96)
    expect(await o.value('party.lists-on-time')).toBe(100)
    const next = await o.open(o.clerk, p, { ...draft, items, year: 2027 })
    await o.act(o.leader, p, next, 'approve', { isOk: 'yes', paper: '常城党〔2027〕1号' })
    expect((await o.row(p, id)).status).toBe('replaced')
  })

  it('party-duty-platform 集体与个人履责对照清单记实,上传登记回执,退回补正再传,欠缺的责任人列名', async () => {
    const list = await o.open(o.clerk, 'party.list', {
      name: '全面从严治党责任清单',
      kind: 'duty',
      year: 2026,
      items: [
        { code: '1', what: '研究部署党建工作' },
        { code: '2', what: '讲党课', holder: o.leader.personId },
        { code: '3', what: '谈心谈话', holder: o.head.personId },
        { code: '4', what: '听取意识形态汇报' },
      ],
    })
    const p = 'party.duty-record'
    const form = { kind: 'group', list, item: '1', doneOn: '2026-03-11', what: '党组会研究年度党建要点', proof: o.proof() }
    expect(await o.refusal(o.clerk, p, form)).toContain('不在执行')
    await o.act(o.leader, 'party.list', list, 'approve', { isOk: 'yes', paper: '常城党〔2026〕2号' })
    const group = await o.tried(o.clerk, p, form)
    expect(await o.refusal(o.clerk, p, { ...form, kind: 'person', item: '3' })).toContain('由责任人本人')
    expect(await o.refusal(o.clerk, p, { ...form, kind: 'person', item: '1' })).toContain('记为集体履责')
    expect(await o.refusal(o.clerk, p, { ...form, item: '9' })).toContain('没有9号')
    const own = await o.open(o.head, p, { ...form, kind: 'person', item: '3', what: '与5名队员谈心' })
    await o.act(o.clerk, p, group, 'upload', { receipt: 'LZ-2026-0001' })
    await expect(o.clerk.refused(p, own, 'upload', { receipt: 'LZ-2026-0001' })).resolves.toContain('回执号已登记')
    await o.act(o.clerk, p, own, 'upload', { receipt: 'LZ-2026-0002' })
    expect([await o.value('party.duty-group'), await o.value('party.duty-person')]).toEqual([1, 1])
    await o.act(o.clerk, p, own, 'bounce', { returned: '附件不清' })
    expect(await o.value('party.duty-person')).toBe(0)
    await o.act(o.head, p, own, 'mend', { what: '与5名队员谈心(附记录)', proof: o.proof() })
    await o.act(o.clerk, p, own, 'upload', { receipt: 'LZ-2026-0003' })
    await o.act(o.clerk, p, own, 'file')
    expect(await o.row(p, own)).toMatchObject({ status: 'filed', receipt: 'LZ-2026-0003', itemName: '谈心谈话' })
    expect(await o.value('party.duty-person')).toBe(1)
    const gaps = await o.sheet('/party/duty-gaps', { year: '2026', quarter: '1' })
    expect(gaps).toMatchObject({ holders: 2, lacking: 1, people: [{ name: await o.nameOf(o.leader), records: 0 }] })
    expect(gaps.items).toEqual([{ code: '4', what: '听取意识形态汇报' }])
  })

  it('two-excellence 支部推荐、票决、审查、公示,异议未查清不能表彰,表彰者进入荣誉台账', async () => {
    const p = 'party.excellence'
    const quotas = (['member', 'worker', 'group'] as const).map((kind) => ({ kind, places: 1 }))
    const form = { name: '2026年度两优一先', year: 2026, quotas, nominateBy: '2026-03-20' }
    expect(await o.refusal(o.clerk, p, { ...form, quotas: quotas.slice(1) })).toContain('三类名额')
    const id = await o.tried(o.clerk, p, form)
    const n = 'party.nominee'
    const put = { round: id, branch: o.b1, deeds: '带队拆违', proof: o.proof() }
    expect(await o.refusal(o.head, n, { ...put, kind: 'member', member: o.members.J01 })).toContain('不是本支部党员')
    const best = await o.tried(o.head, n, { ...put, kind: 'member', member: o.members.D03 })
    const worker = await o.open(o.head, n, { ...put, kind: 'worker', member: o.members.D02 })
    const group = await o.open(o.head, n, { ...put, kind: 'group' })
    await expect(o.head.refused(n, best, 'vote', { present: 2, yes: 2, no: 0, kept: 0 })).resolves.toContain('半数')
    await expect(o.head.refused(n, best, 'vote', { present: 5, yes: 3, no: 0, kept: 0 })).resolves.toContain('票数')
    for (const x of [best, worker, group]) await o.act(o.head, n, x, 'vote', { present: 5, yes: 4, no: 0, kept: 1 })
    await expect(o.clerk.refused(p, id, 'announce')).resolves.toContain('还没有票决或审查')
    for (const x of [best, worker, group]) await o.act(o.clerk, n, x, 'review', { isOk: 'yes', reviewed: '廉政无异议' })
    await o.act(o.clerk, p, id, 'announce')
    expect((await o.row(n, best)).status).toBe('notice')
    expect((await o.row(p, id)).publicUntil).toBe('2026-03-16')
    await o.act(o.legal, n, worker, 'object', { objection: '材料有出入' })
    await w.clock.to('2026-03-17 09:00')
    await expect(o.leader.refused(p, id, 'award', { paper: '常城党〔2026〕9号' })).resolves.toContain('有异议未查清')
    await o.act(o.clerk, n, worker, 'settle', { isTrue: 'yes', answer: '材料不实,取消' })
    await o.act(o.leader, p, id, 'award', { paper: '常城党〔2026〕9号' })
    expect(await o.row(p, id)).toMatchObject({ status: 'awarded', winners: 2 })
    expect((await o.row(n, best)).status).toBe('awarded')
    expect((await o.row(n, worker)).status).toBe('dropped')
    const honours = await o.sub(o.leader, 'evaluation.honour', { document: '常城党〔2026〕9号' })
    expect(honours.map((h) => h.name).sort()).toEqual(['2026年度两优一先优秀共产党员', '2026年度两优一先先进基层党组织'])
    expect(await o.value('party.excellence-awarded')).toBe(2)
    const award = {
      holder: 'person',
      member: o.members.D03,
      name: '市优秀共产党员',
      level: 'city',
      grantor: '市委',
      paper: '常委〔2026〕6号',
      grantedOn: '2026-03-17',
    }
    await o.tryAdd('party.award', award)
    await o.add('party.award', award)
    await o.add('party.award', { ...award, level: 'county', paper: '常城〔2026〕7号' })
    await o.add('party.award', {
      ...award,
      holder: 'group',
      member: undefined,
      branch: o.b1,
      name: '先进集体',
      level: 'province',
    })
    expect([await o.value('party.honours-members'), await o.value('party.honours-groups')]).toEqual([1, 1])
  })

  it('party-points 本人申报、书记审核、季度公示、申诉调整,四季定档后按分评年度等次', async () => {
    const rule = async (code: string, name: string, points: number, most: number, isVeto = false) =>
      o.add('party.point-rule', { code, name, kind: points > 0 ? 'lead' : 'minus', points, most, isVeto })
    const lead = await rule('A1', '攻坚先锋', 16, 32)
    const minus = await rule('K1', '无故缺席组织生活', -5, 20)
    const p = 'party.points'
    const claim = { member: o.members.D03, rule: lead, doneOn: '2026-03-10', what: '夜间拆违连续5日', proof: o.proof() }
    const id = await o.tried(o.officer2, p, claim)
    expect(await o.refusal(o.officer, p, claim)).toContain('由本人申报')
    await expect(o.assessor.refused(p, id, 'approve', { isOk: 'yes' })).resolves.toContain('书记或组织委员')
    await o.act(o.head, p, id, 'approve', { isOk: 'yes' })
    const second = await o.open(o.officer2, p, claim)
    await o.act(o.head, p, second, 'approve', { isOk: 'yes' })
    expect(await o.refusal(o.officer2, p, claim)).toContain('全年上限32分')
    const lost = await o.open(o.head, p, { ...claim, member: o.members.D04, rule: minus, what: '党员大会缺席' })
    const q = 'party.point-quarter'
    const quarter = (n: number) => ({ branch: o.b1, year: 2026, quarter: n })
    expect(await o.refusal(o.head, q, quarter(1))).toContain('还没有结束')
    await w.clock.to('2026-04-01 09:00')
    expect(await o.refusal(o.head, q, quarter(1))).toContain('1条积分未审核')
    await o.act(o.officer, p, lost, 'approve', { isOk: 'yes' })
    const q1 = await o.tried(o.head, q, quarter(1))
    const line = async (label: string | undefined) => (await o.row(q, q1)).lines.find((l: Row) => l.member === label)
    expect(await line(o.labels1[2])).toMatchObject({ quarterPoints: 32, total: 32 })
    expect(await line(o.labels1[3])).toMatchObject({ quarterPoints: -5 })
    const a = 'party.point-appeal'
    expect(await o.refusal(o.assessor, a, { quarter: q1, why: 'x' })).toContain('本支部')
    const appeal = await o.tried(o.legal, a, { quarter: q1, why: '当日已请假' })
    await w.clock.to('2026-04-07 09:00')
    expect((await o.row(q, q1)).status).toBe('waiting')
    await o.act(o.clerk, a, appeal, 'decide', { isOk: 'yes', delta: 5, answer: '请假属实' })
    expect(await o.row(q, q1)).toMatchObject({ status: 'final', appeals: 1 })
    expect(await line(o.labels1[3])).toMatchObject({ quarterPoints: 0, total: 0 })
    const y = 'party.point-year'
    expect(await o.refusal(o.head, y, { branch: o.b1, year: 2026 })).toContain('只有1个季度')
    for (const [n, day, end] of [
      [2, '2026-07-01', '2026-07-07'],
      [3, '2026-10-01', '2026-10-07'],
      [4, '2027-01-01', '2027-01-07'],
    ] as const) {
      await w.clock.to(`${day} 09:00`)
      await o.open(o.head, q, quarter(n))
      await w.clock.to(`${end} 09:00`)
    }
    const last = (await o.list(q, { quarter: 4 }))[0]?.lines as Row[]
    expect(last.find((l) => l.member === o.labels1[3])).toMatchObject({ quarterPoints: 0, total: 0 })
    const graded = await o.tried(o.head, y, { branch: o.b1, year: 2026 })
    const lines = (await o.row(y, graded)).lines as Row[]
    expect(lines.find((l) => l.member === o.labels1[2])).toMatchObject({ points: 92, grade: 'excellent' })
    expect(lines.find((l) => l.member === o.labels1[3])).toMatchObject({ points: 60, grade: 'pass' })
    expect(await o.value('party.quarters-published')).toBe(4)
    expect(await o.value('party.members-excellent')).toBe(20)
    // 32 points of the pioneer, 5 taken off; the appeal corrects what was published.
    expect(await o.value('party.points-approved')).toBe(27)
  })
})
