import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type World, world } from '../world.ts'
import { openWorks, type Row, type Works } from './evaluation-works-office.ts'

/** 点评、座谈、专班、攻坚、称号、季度分析: meetings and creation whose tasks are signed off one by one. */
describe('创建与督办', () => {
  let w: World
  let o: Works
  let round = ''
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openWorks(w)
    round = await o.lockedRound('2026年一季度', '2026-03-01', '2026-03-31', '2026-04-01 09:00')
  })
  afterAll(() => w.close())
  const finish = async (task: Row | undefined, who = o.handler) => {
    await who.act('evaluation.task', task?.id, 'report', { result: '已完成' })
    await o.assessor.act('evaluation.task', task?.id, 'sign')
  }

  it('quarterly-review-meeting 季度点评会:只用锁定的考核排名,任务限期督办,逾期转督办,全部销号才办结', async () => {
    const plan = { year: 2026, quarter: 1, chair: '李区长', meetOn: '2026-04-10', round }
    expect((await o.tryOpen(o.assessor, 'evaluation.review-meeting', plan)).zh).toContain('尚未锁定')
    await w.clock.to('2026-04-09 09:00')
    await o.leader.act('evaluation.round', round, 'lock')
    expect((await o.tryOpen(o.assessor, 'evaluation.review-meeting', { ...plan, quarter: 2 })).zh).toContain('不属于')
    const id = await o.tried(o.assessor, 'evaluation.review-meeting', plan)
    expect((await o.tryOpen(o.assessor, 'evaluation.review-meeting', plan)).zh).toBeDefined()
    const row = await o.row('evaluation.review-meeting', id)
    expect(row.ranking).toHaveLength(o.streets.length)
    expect(row.ranking[0]).toMatchObject({ rank: 1, score: 100 })
    const tasks = [
      { title: '清理老旧小区小广告', unit: o.handlerUnit, owner: '王科长', dueOn: '2026-04-20' },
      { title: '完善台账', unit: o.handlerUnit, owner: '李科长', dueOn: '2026-05-20' },
    ]
    const minutes = { bulletin: '通报一季度考核', attendees: '各街道', tasks }
    await expect(o.assessor.refused('evaluation.review-meeting', id, 'hold', minutes)).resolves.toContain('会议定于')
    await w.clock.to('2026-04-10 15:00')
    await expect(o.assessor.refused('evaluation.review-meeting', id, 'hold', { ...minutes, tasks: [] })).resolves.toContain(
      '下阶段任务',
    )
    await o.assessor.act('evaluation.review-meeting', id, 'hold', minutes)
    await expect(o.assessor.refused('evaluation.review-meeting', id, 'close')).resolves.toContain('2项任务')
    const made = await o.list('evaluation.task', { source: 'review' })
    expect(made.map((t) => t.status)).toEqual(['open', 'open'])
    const first = made.find((t) => t.dueOn === '2026-04-20')
    await expect(o.other.refused('evaluation.task', first?.id, 'report', { result: 'x' })).resolves.toContain('其他单位')
    await w.clock.to('2026-04-21 09:00')
    expect(await o.row('evaluation.task', first?.id)).toMatchObject({ status: 'urged', urgedTimes: 1 })
    await o.handler.act('evaluation.task', first?.id, 'report', { result: '已清理' })
    await o.assessor.act('evaluation.task', first?.id, 'redo', { reason: '还有残留', dueOn: '2026-04-30' })
    await finish(first)
    await finish(made.find((t) => t.id !== first?.id))
    expect((await o.figure('tasks-done-rate', { by: 'source' })).find((v) => v.key === 'review')).toMatchObject({
      numerator: 2,
      value: 100,
    })
    expect((await o.figure('tasks-urged'))[0]?.value).toBe(1)
    await o.assessor.act('evaluation.review-meeting', id, 'close')
    expect((await o.figure('review-meetings'))[0]?.value).toBe(1)
    expect(await o.behind('review-meetings')).toHaveLength(1)
    const paper = await o.page('evaluation.review-meeting', id, 'minutes')
    expect(paper).toContain('清理老旧小区小广告')
    expect(paper).toContain('已销号')
  })

  it('assessment-quarterly-analysis 季度数据集:信度、区分度由锁定考核算出,弱项逐项建议、逐项决定', async () => {
    const form = { year: 2026, quarter: 1, level: 'district', team: '某大学评价中心' }
    expect((await o.tryOpen(o.assessor, 'evaluation.analysis', { ...form, quarter: 3 })).zh).toContain('没有已锁定')
    const id = await o.tried(o.assessor, 'evaluation.analysis', form)
    const row = await o.row('evaluation.analysis', id)
    expect(row).toMatchObject({ sheets: o.streets.length, rounds: 1, weakCount: 1 })
    expect(row.items.map((i: Row) => [i.code, i.isWeak])).toEqual([
      ['X1', false],
      ['X2', true],
    ])
    expect(row.items[1]).toMatchObject({ spread: 0, mean: 100, why: '得分率几乎一样,拉不开差距' })
    await expect(o.assessor.refused('evaluation.analysis', id, 'review', { report: 'r', advices: [] })).resolves.toContain(
      '每一项',
    )
    await o.assessor.act('evaluation.analysis', id, 'review', {
      report: '道路整洁项人人满分',
      advices: [{ code: 'X2', advice: '改按分档' }],
    })
    const decisions = [{ code: 'X2', decision: 'change', reason: '提高满分线' }]
    await expect(o.assessor.refused('evaluation.analysis', id, 'decide', { decisions })).resolves.toContain('同一人')
    await o.leader.act('evaluation.analysis', id, 'decide', { decisions })
    expect((await o.figure('analyses'))[0]?.value).toBe(1)
    expect((await o.figure('weak-items'))[0]?.value).toBe(1)
    expect((await o.figure('rule-changes-decided'))[0]?.value).toBe(1)
  })

  it('assessment-workshop 座谈会意见逐条答复,采纳的落到新版方案;各辖区办法逐项对照', async () => {
    await w.clock.to('2026-04-21 10:00')
    const own = {
      year: 2026,
      document: '文1号',
      cycle: '月度',
      classes: '两类',
      sampling: '随机',
      weights: '现场60',
      appeal: '3日',
      reward: '前3名',
      publicity: '公开',
    }
    await o.add('evaluation.local-scheme', { ...own, area: '甲区' })
    await o.add('evaluation.local-scheme', { ...own, area: '乙区', cycle: '季度', appeal: '5日' })
    const form = {
      name: '一季度座谈会',
      year: 2026,
      heldOn: '2026-04-20',
      attendees: '各街道',
      opinions: [
        { from: '城东街道', clause: '小广告', opinion: '权重偏高' },
        { from: '城西街道', clause: '抽样', opinion: '取消抽样' },
      ],
    }
    expect((await o.tryOpen(o.assessor, 'evaluation.workshop', { ...form, heldOn: '2026-12-01' })).zh).toContain('尚未召开')
    const id = await o.tried(o.assessor, 'evaluation.workshop', form)
    const opinions = await o.list('evaluation.rule-opinion', { workshop: id })
    const [yes, no] = [opinions.find((p) => p.clause === '小广告'), opinions.find((p) => p.clause === '抽样')]
    await o.leader.act('evaluation.rule-opinion', yes?.id, 'accept', { answer: '同意调整' })
    await o.leader.act('evaluation.rule-opinion', no?.id, 'decline', { answer: '抽样为办法所定' })
    await expect(o.assessor.refused('evaluation.workshop', id, 'close')).resolves.toContain('1项意见')
    const [old] = await o.list('evaluation.scheme')
    await expect(
      o.assessor.refused('evaluation.rule-opinion', yes?.id, 'apply', { scheme: old?.id, change: '调权重' }),
    ).resolves.toContain('座谈会之后')
    const scheme = await o.open(o.assessor, 'evaluation.scheme', { name: '修订办法', year: 2026, level: 'city', basis: '座谈会' })
    await o.item(scheme, {
      code: 'X1',
      name: '小广告',
      kind: 'score',
      full: 100,
      scoring: 'linear',
      indicator: 'evaluation.flyers-per-100m',
      target: 0,
      zeroAt: 5,
    })
    await o.leader.act('evaluation.scheme', scheme, 'publish', { validFrom: '2026-04-21' })
    await o.assessor.act('evaluation.rule-opinion', yes?.id, 'apply', { scheme, change: '小广告改为100分制' })
    await o.assessor.act('evaluation.workshop', id, 'close')
    expect((await o.figure('rule-opinions-applied-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1 })
    expect((await o.figure('rule-opinions'))[0]?.value).toBe(2)
    const paper = await o.page('evaluation.workshop', id, 'comparison')
    expect(paper).toContain('※考核周期')
    expect(paper).toContain('共2项')
    expect(paper).not.toContain('※抽样办法')
  })

  it('four-city-creation task-force-register 四城同创百日攻坚:四个专班齐备方可启动,任务到人,倒计时到期,专班有成果才撤销', async () => {
    const form = {
      name: '四城同创百日攻坚',
      titles: ['civilized', 'sanitary', 'garden', 'forest'],
      startOn: '2026-04-21',
      days: 100,
    }
    const id = await o.tried(o.assessor, 'evaluation.campaign', form)
    expect(await o.row('evaluation.campaign', id)).toMatchObject({ endOn: '2026-07-29', status: 'planned' })
    await expect(o.leader.refused('evaluation.campaign', id, 'launch')).resolves.toContain('现有0个')
    const force = {
      campaign: id,
      leader: '张副局长',
      duty: '统筹',
      startOn: '2026-04-21',
      endOn: '2026-08-10',
      members: [
        { name: '甲', from: o.handlerUnit, isFullTime: true },
        { name: '乙', from: o.handlerUnit },
      ],
    }
    expect((await o.tryOpen(o.assessor, 'evaluation.task-force', { ...force, name: '错', members: [] })).zh).toContain('列出成员')
    const forces = [await o.tried(o.assessor, 'evaluation.task-force', { ...force, name: '文明专班' })]
    for (const name of ['卫生专班', '园林专班', '森林专班'])
      forces.push(await o.open(o.assessor, 'evaluation.task-force', { ...force, name }))
    expect((await o.figure('forces'))[0]?.value).toBe(4)
    expect((await o.figure('force-people'))[0]?.value).toBe(12)
    await o.leader.act('evaluation.campaign', id, 'launch')
    const task = { title: '补植行道树', unit: o.handlerUnit, owner: '赵工', dueOn: '2026-06-30', force: '园林专班' }
    await expect(
      o.assessor.refused('evaluation.campaign', id, 'assign', { tasks: [{ ...task, dueOn: '2026-08-01' }] }),
    ).resolves.toContain('2026-07-29')
    await o.assessor.act('evaluation.campaign', id, 'assign', {
      tasks: [task, { ...task, title: '除四害', owner: '钱工', force: '卫生专班' }],
    })
    const made = await o.list('evaluation.task', { source: 'campaign' })
    expect((await o.figure('tasks', { by: 'owner' })).find((v) => v.key === '赵工')?.value).toBe(1)
    await finish(made[0])
    await w.clock.to('2026-07-30 09:00')
    expect(await o.row('evaluation.campaign', id)).toMatchObject({ status: 'overdue' })
    await expect(o.leader.refused('evaluation.campaign', id, 'end', { summary: 's' })).resolves.toContain('1项任务')
    await finish(made[1])
    await o.leader.act('evaluation.campaign', id, 'end', { summary: '任务全部完成' })
    expect(await o.row('evaluation.campaign', id)).toMatchObject({ outcome: 'late', doneRate: 100 })
    expect((await o.figure('campaigns-done'))[0]?.value).toBe(0)
    await o.assessor.act('evaluation.task-force', forces[0] ?? '', 'meet', {
      heldOn: '2026-07-01',
      topic: '推进会',
      decision: '加快',
    })
    await expect(o.leader.refused('evaluation.task-force', forces[0] ?? '', 'end', { endedOn: '2026-07-30' })).resolves.toContain(
      '成果',
    )
    await o.assessor.act('evaluation.task-force', forces[0] ?? '', 'produce', { madeOn: '2026-07-20', name: '创建工作手册' })
    await o.leader.act('evaluation.task-force', forces[0] ?? '', 'end', { endedOn: '2026-07-30' })
    await w.clock.to('2026-08-11 09:00')
    expect((await o.list('evaluation.task-force', { status: 'expired' })).length).toBe(3)
    expect((await o.figure('forces'))[0]?.value).toBe(3)
  })

  it('city-title-creation 称号创建、复查、复审是不同状态,自查不达标成任务,销号后才迎检,周期届满自动复审', async () => {
    const requirements = [
      { name: '建成区绿地率', unit: o.handlerUnit, owner: '园林科' },
      { name: '公园服务半径', unit: o.handlerUnit, owner: '园林科' },
    ]
    const id = await o.tried(o.assessor, 'evaluation.title', {
      name: '国家园林城市',
      kind: 'garden',
      level: 'nation',
      cycleYears: 3,
      requirements,
    })
    await expect(o.assessor.refused('evaluation.title', id, 'inspect', { inspectOn: '2026-10-10' })).resolves.toContain(
      '尚未自查',
    )
    const lines = [
      { name: '建成区绿地率', isMet: true },
      { name: '公园服务半径', isMet: false, note: '城北缺公园' },
    ]
    await expect(
      o.assessor.refused('evaluation.title', id, 'selfCheck', { lines: lines.slice(0, 1), dueOn: '2026-09-30' }),
    ).resolves.toContain('自查一次')
    await o.assessor.act('evaluation.title', id, 'selfCheck', { lines, dueOn: '2026-09-30' })
    await expect(o.assessor.refused('evaluation.title', id, 'inspect', { inspectOn: '2026-10-10' })).resolves.toContain(
      '1项自查整改任务',
    )
    await finish((await o.list('evaluation.task', { source: 'title' }))[0])
    await o.assessor.act('evaluation.title', id, 'inspect', { inspectOn: '2026-10-10' })
    await o.leader.act('evaluation.title', id, 'pass', { heldSince: '2026-11-01', document: '建城〔2026〕9号' })
    expect(await o.row('evaluation.title', id)).toMatchObject({
      status: 'holding',
      validTo: '2029-11-01',
      roundCount: 1,
      metCount: 1,
    })
    await o.assessor.act('evaluation.title', id, 'review')
    expect((await o.row('evaluation.title', id)).status).toBe('reviewing')
    const old = {
      name: '国家卫生县城',
      kind: 'sanitary',
      level: 'nation',
      cycleYears: 3,
      requirements,
      heldSince: '2024-01-01',
      document: '全爱卫1号',
    }
    const opened = await o.assessor.post<Row>('/subjects/evaluation.title', { values: old, action: 'register' })
    expect(opened.status).toBe(201)
    const by = async () => new Map((await o.figure('titles', { by: 'status' })).map((v) => [v.key, v.value]))
    expect(await by()).toEqual(
      new Map([
        ['reviewing', 1],
        ['holding', 1],
      ]),
    )
    await w.clock.to('2027-01-02 09:00')
    expect(await by()).toEqual(
      new Map([
        ['reviewing', 1],
        ['rechecking', 1],
      ]),
    )
    const second = opened.body.id
    await o.assessor.act('evaluation.title', second, 'selfCheck', {
      lines: lines.map((l) => ({ ...l, isMet: true })),
      dueOn: '2027-02-01',
    })
    await o.assessor.act('evaluation.title', second, 'inspect', { inspectOn: '2027-03-01' })
    await o.leader.act('evaluation.title', second, 'fail', { reason: '未达标' })
    expect((await o.row('evaluation.title', second)).status).toBe('lost')
  })

  it('peace-building-evaluation 外部考评与荣誉写成荣誉段落,逐条有文号,另一人审定', async () => {
    expect((await o.tryOpen(o.assessor, 'evaluation.honour-roll', { year: 2025 })).zh).toContain('没有登记')
    const result = {
      year: 2026,
      name: '平安建设(综治工作)考评',
      evaluator: '市委政法委',
      grade: 'winner',
      document: '市委〔2026〕8号',
      publishedOn: '2026-12-20',
    }
    await o.add('evaluation.outer-result', result)
    await o.add('evaluation.outer-result', { ...result, name: '绩效管理考评', grade: 'excellent', document: '市委〔2026〕9号' })
    await o.open(o.assessor, 'evaluation.honour', {
      name: '污染防治工作流动红旗',
      level: 'city',
      grantor: '市攻坚办',
      holder: '本局',
      grantedOn: '2026-03-10',
      document: '攻坚办3号',
    })
    const id = await o.tried(o.assessor, 'evaluation.honour-roll', { year: 2026 })
    const { paragraph } = await o.row('evaluation.honour-roll', id)
    expect(paragraph).toContain('市委政法委平安建设(综治工作)考评中获得“优胜”等次')
    expect(paragraph).toContain('共1项荣誉')
    await expect(o.assessor.refused('evaluation.honour-roll', id, 'issue', { paragraph })).resolves.toContain('同一人')
    await expect(o.leader.refused('evaluation.honour-roll', id, 'issue', { paragraph: '略' })).resolves.toContain('没有提到')
    await o.leader.act('evaluation.honour-roll', id, 'issue', { paragraph })
    expect(await o.page('evaluation.honour-roll', id, 'honour-roll')).toContain('市委〔2026〕9号')
    expect((await o.figure('outer-results'))[0]?.value).toBe(2)
  })
})
