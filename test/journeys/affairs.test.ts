/** 综合办公: supervision, the tree of tasks, the year's lights, promises, topics, meetings and practices, shortcomings, plan and requests. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo } from '../world.ts'
import { type Affairs, openAffairs } from './affairs-office.ts'
import type { Row } from './buildings-office.ts'

describe('综合办公', () => {
  let a: Affairs
  beforeAll(async () => {
    a = await openAffairs('2026-01-05 09:00')
  })
  afterAll(() => a.w.close())
  const m = 'affairs.matter'

  it('supervision-office 交办到单位到期限,逾期列出并每周催办,报结后由他人评效,评差的重新办理', async () => {
    const { w, o, manager, water, units, refusal } = a
    const form = { kind: 'supervise', name: '店外经营回潮整治', source: '区长批示', unit: units.water, dueOn: '2026-01-09' }
    expect(await refusal(manager, m, { ...form, dueOn: '2026-01-04' })).toContain('不能早于今天')
    const id = await o.tried(manager, m, form)
    const second = await o.open(manager, m, { ...form, name: '井盖隐患排查', dueOn: '2026-02-28' })
    const done = { result: '整治23处', photos: [photo()] }
    await expect(o.street.refused(m, id, 'report', done)).resolves.toMatch(/单位|权限/)
    await expect(water.refused(m, id, 'report', { result: 'x' })).resolves.toContain('佐证')
    expect((await o.sheet('/affairs/overdue')).rows).toEqual([])
    await w.clock.to('2026-01-10 00:01')
    expect(await o.row(m, id)).toMatchObject({ status: 'overdue', isLate: 'yes', urges: 1 })
    await w.clock.to('2026-01-17 00:05')
    await w.settle()
    const listed = (await o.sheet('/affairs/overdue')).rows
    expect(listed).toHaveLength(1)
    expect(listed[0]).toMatchObject({ id, days: 8, urges: 2, unit: '市政设施养护所' })
    expect([await o.value('affairs.matters-overdue'), await o.value('affairs.matters')]).toEqual([1, 2])
    await o.act(water, m, id, 'report', done)
    const poor = { rating: 'poor', verdict: '回潮5处' }
    await expect(manager.refused(m, id, 'rate', poor)).resolves.toContain('重新办理期限')
    await o.act(manager, m, id, 'rate', { ...poor, dueOn: '2026-01-30' })
    expect(await o.row(m, id)).toMatchObject({ status: 'open', dueOn: '2026-01-30', rating: 'poor' })
    await o.act(water, m, id, 'report', done)
    await o.act(manager, m, id, 'rate', { rating: 'good', verdict: '未再回潮' })
    await o.act(water, m, second, 'report', done)
    await o.act(manager, m, second, 'rate', { rating: 'fair', verdict: '尚可' })
    expect(await o.row(m, id)).toMatchObject({ status: 'closed', percent: 100 })
    // One of two was late, one of two was good.
    expect([
      await o.value('affairs.matters-in-time'),
      await o.value('affairs.matters-effective'),
      await o.value('affairs.matters-overdue'),
    ]).toEqual([50, 50, 0])
  })

  it('goal-decompose 任务—子任务—责任人—期限成树,下级不晚于上级,本人只见自己的,邻居读不到清单、单行、树与检索', async () => {
    const { w, o, manager, water, water2, lamps, units } = a
    const s = 'affairs.step'
    const id = await o.open(manager, m, {
      kind: 'supervise',
      name: '桥梁检测',
      source: '年度计划',
      unit: units.water,
      dueOn: '2026-03-31',
    })
    const path = '/affairs/divide'
    const first = { matter: id, name: '编制检测方案', person: water.personId, dueOn: '2026-03-20' }
    expect((await w.anyone.post(path, first)).status).toBe(401)
    expect((await o.stranger.post(path, first)).status).toBe(403)
    expect((await water.post(path, { matter: id })).status).toBe(400)
    expect((await lamps.post<Row>(path, first)).body.zh).toContain('责任单位')
    expect((await water.post<Row>(path, { ...first, dueOn: '2026-04-01' })).body.zh).toContain('不能晚于上级的2026-03-31')
    const root = (await water.post<Row>(path, first)).body.number
    const under = { ...first, parent: root, name: '现场检测三座桥', person: water2.personId, dueOn: '2026-03-21' }
    expect((await water.post<Row>(path, under)).body.zh).toContain('不能晚于上级的2026-03-20')
    const leaf = (await water.post<Row>(path, { ...under, dueOn: '2026-03-10' })).body.number
    await water.post(path, { ...first, name: '落实经费', person: lamps.personId })
    // The list and a single row belong to the office and the leader; a person, his neighbour, and an outsider read only “我的任务”.
    for (const who of [water, water2, lamps, o.street, o.stranger]) expect((await who.get(`/rows/${s}`)).status).toBe(403)
    const [row] = await o.list(s, { number: leaf })
    for (const part of ['rows', 'subjects']) expect((await lamps.get(`/${part}/${s}/${row?.id}`)).status).toBe(403)
    expect((await lamps.get(`/rows/${s}/export`, { format: 'csv' })).status).toBe(403)
    expect((await lamps.get(`/affairs/tree`, { matter: id })).status).toBe(403)
    const lookUp = async (who: typeof water) =>
      (await who.get<{ hits: Row[] }>('/lookup', { code: String(leaf) })).body.hits.length
    expect([await lookUp(lamps), await lookUp(manager)]).toEqual([0, 1])
    const mine = async (who: typeof water) => (await who.get<{ rows: Row[] }>('/affairs/mine')).body.rows
    expect((await mine(water)).map((r) => [r.name, r.depth, r.isMine])).toEqual([
      ['编制检测方案', 1, true],
      ['现场检测三座桥', 2, false],
    ])
    expect((await mine(water2)).map((r) => r.name)).toEqual(['现场检测三座桥'])
    expect((await mine(lamps)).map((r) => r.name)).toEqual(['落实经费'])
    const tell = (who: typeof water, number: string, percent: number) =>
      who.post<Row>('/affairs/mine/tell', { number, percent, said: '已完成外业' })
    expect((await tell(lamps, leaf, 10)).status).toBe(404)
    expect((await tell(water, root, 100)).body.zh).toContain(leaf)
    await w.clock.to('2026-03-11 09:00')
    expect((await o.list(s, { number: leaf }))[0]?.status).toBe('late')
    const tree = (await manager.get<Row>('/affairs/tree', { matter: id })).body
    expect([tree.open, tree.late, tree.rows.map((r: Row) => r.depth)]).toEqual([3, 1, [1, 2, 1]])
    await expect(water.refused(m, id, 'report', { result: 'x', photos: [photo()] })).resolves.toContain('分解任务未完成')
    expect(await o.value('affairs.steps-open')).toBe(3)
    for (const [who, number] of [
      [water2, leaf],
      [water, root],
    ] as const)
      expect((await tell(who, number, 100)).body.status).toBe('done')
    const [last] = await mine(lamps)
    expect((await tell(lamps, String(last?.number), 100)).body.status).toBe('done')
    await o.act(water, m, id, 'report', { result: '检测完成', photos: [photo()] })
    expect(await o.value('affairs.steps-open')).toBe(0)
  })

  it('self-assessment-issues 不足写明原因,次年任务须指向它,否则计划不能印发,任务办结即销号', async () => {
    const { w, o, manager, units, refusal } = a
    const s = 'affairs.shortcoming'
    const form = { year: 2026, what: '职能边界不清', cause: '部门规章交叉', unit: units.water }
    expect(await refusal(manager, s, { ...form, year: 2027 })).toContain('将来年度')
    const id = await o.tried(manager, s, form)
    await o.open(manager, s, { ...form, what: '长效机制不顺', cause: '考核结果未与经费挂钩' })
    const plan = await o.tried(manager, 'affairs.plan', { year: 2027, aims: ['城市更整洁'] })
    const issue = () => o.leader.refused('affairs.plan', plan, 'issue')
    const refused = await issue()
    expect(refused).toContain('职能边界不清')
    expect(refused).toContain('长效机制不顺')
    await w.clock.to('2026-12-28 09:00')
    const task = { name: '厘清职责清单', source: '2027年计划', unit: units.water, dueOn: '2027-06-30', issue: id }
    expect(await refusal(manager, m, { ...task, kind: 'committee', dueOn: '2026-12-31' })).toContain('往年的不足')
    await o.open(manager, m, { ...task, kind: 'committee' })
    expect(await issue()).not.toContain('职能边界不清')
    const [other] = await o.list(s, { what: '长效机制不顺' })
    const mend = await o.open(manager, m, { ...task, kind: 'bureau', name: '考核与经费挂钩', issue: String(other?.id) })
    const sections = await o.sheet('/reports/sections', { year: '2026' })
    expect(sections.problems).toBe('一是职能边界不清(原因:部门规章交叉);二是长效机制不顺(原因:考核结果未与经费挂钩)')
    expect(sections.next).toContain('厘清职责清单(市政设施养护所,2027-06-30前,针对职能边界不清)')
    expect(sections.unanswered).toEqual([])
    await expect(manager.refused('affairs.plan', plan, 'issue')).resolves.toContain('权限')
    await o.act(o.leader, 'affairs.plan', plan, 'issue')
    expect(await o.row('affairs.plan', plan)).toMatchObject({ status: 'issued', committee: 1, bureau: 1, answered: 2 })
    await o.act(a.water, m, mend, 'report', { result: '办法已修订', photos: [photo()] })
    await o.act(manager, m, mend, 'rate', { rating: 'excellent', verdict: '好' })
    expect(await o.row(s, String(other?.id))).toMatchObject({ status: 'fixed', tasks: 1 })
    expect(await o.by('affairs.shortcomings', 'status')).toEqual({ open: 1, fixed: 1 })
  })

  it('annual-key-tasks 城管委重点与局配套两张清单,逐月进度对照时间过半任务过半亮灯,附佐证,缺报点名', async () => {
    const { w, o, manager, water, units } = a
    await w.clock.to('2027-01-01 09:00')
    const form = { kind: 'committee', source: '城管委一次会议', unit: units.water, dueOn: '2027-12-31' }
    const [green, yellow, red] = [
      await o.open(manager, m, { ...form, name: '绿道贯通' }),
      await o.open(manager, m, { ...form, name: '架空线入地' }),
      await o.open(manager, m, { ...form, kind: 'bureau', name: '井盖智能化' }),
    ]
    const tell = (percent: number) => ({ percent, said: '按计划推进', photos: [photo()] })
    await w.clock.to('2027-07-02 09:00')
    await expect(water.refused(m, green, 'progress', { percent: 50, said: 'x' })).resolves.toContain('佐证')
    // Exactly half of the year has passed: 50 is green, 15 behind is yellow, more is red.
    await o.act(water, m, green, 'progress', tell(50))
    await o.act(water, m, yellow, 'progress', tell(35))
    await o.act(water, m, red, 'progress', tell(34.9))
    expect([(await o.row(m, green)).light, (await o.row(m, yellow)).light, (await o.row(m, red)).light]).toEqual([
      'green',
      'yellow',
      'red',
    ])
    expect((await o.row(m, green)).months).toMatchObject([{ month: '2027-07', expected: 50, percent: 50, evidence: 1 }])
    await expect(water.refused(m, green, 'progress', tell(60))).resolves.toContain('本月已报')
    await w.clock.to('2027-08-02 09:00')
    await expect(water.refused(m, green, 'progress', tell(40))).resolves.toContain('不能倒退')
    await o.act(water, m, red, 'progress', tell(70))
    const board = await o.sheet('/affairs/board', { year: '2027' })
    expect([board.green, board.yellow, board.red, board.silent]).toEqual([2, 1, 0, 1])
    const line = board.bureau.find((t: Row) => t.id === red)
    expect([line.lights, line.missing]).toEqual(['07月红灯 08月绿灯', '2027-01、2027-02、2027-03、2027-04、2027-05、2027-06'])
    expect(board.committee.find((t: Row) => t.issue)?.issue).toContain('职能边界不清')
    expect((await a.manager.get('/affairs/board', { year: '12' })).status).toBe(400)
  })

  it('opinion-list 问题原因建议齐备经审定报出,答复后跟踪落实,进入年度报告第三部分', async () => {
    const { w, o, manager, refusal } = a
    const r = 'affairs.request'
    const form = {
      year: 2027,
      name: '请明确共享单车执法依据',
      to: '省住建厅',
      problem: '缺少上位法',
      reason: '现有条例未涉及',
      proposal: '在条例修订中增加条款',
    }
    expect(await refusal(manager, r, { ...form, proposal: '' })).toContain('建议')
    const id = await o.tried(manager, r, form)
    const other = await o.open(manager, r, { ...form, name: '增加编制' })
    expect((await o.sheet('/reports/sections', { year: '2027' })).opinions).toBe('(无)')
    await expect(o.leader.refused(r, id, 'send', { isOk: 'yes' })).resolves.toContain('报文号')
    await o.act(o.leader, r, id, 'send', { isOk: 'yes', paper: '城管〔2027〕8号' })
    await o.act(o.leader, r, other, 'send', { isOk: 'no' })
    expect((await o.sheet('/reports/sections', { year: '2027' })).opinions).toBe(
      '一是请明确共享单车执法依据:缺少上位法,现有条例未涉及,建议在条例修订中增加条款',
    )
    const writer = await w.as('kaohe1')
    const outlines = (await writer.get<{ rows: Row[] }>('/rows/reports.outline', { filter: '{"name":"年度工作总结"}' })).body.rows
    const heading = { kind: 'summary', title: '2027年工作总结', from: '2027-01-01', to: '2027-12-31', outline: outlines[0]?.id }
    const drafted = await writer.post<Row>('/subjects/reports.report', { values: heading })
    expect([drafted.status, drafted.body.zh]).toEqual([201, undefined])
    const { body: text } = (await writer.get<Row>(`/rows/reports.report/${drafted.body.id}`)).body
    expect(text).toContain('## 三、意见建议\n一是请明确共享单车执法依据:缺少上位法,现有条例未涉及,建议在条例修订中增加条款。')
    expect(text).toContain('## 二、下年工作安排\n(任务、数量、完成时间、责任单位)')
    await expect(manager.refused(r, id, 'answer', { verdict: 'agreed', repliedOn: '2027-07-01', reply: 'x' })).resolves.toContain(
      '报出之后',
    )
    await w.clock.to('2027-08-20 09:00')
    await o.act(manager, r, id, 'answer', { verdict: 'partly', repliedOn: '2027-08-19', reply: '列入调研' })
    expect(await a.statusOf(r, id)).toBe('replied')
    await o.act(manager, r, id, 'follow', { follow: '已提交条文建议稿' })
    expect([await a.statusOf(r, id), await a.statusOf(r, other), await o.value('affairs.requests')]).toEqual([
      'closed',
      'withdrawn',
      1,
    ])
  })

  it('responsibility-contract 包保人每周检查,漏检的周点名,问题转督办,换人带走未结问题', async () => {
    const { w, o, manager, water, units, refusal } = a
    const c = 'affairs.charge'
    const form = { kind: 'road', name: '湖滨路', holder: o.leader.personId, rank: 'leader', fromOn: '2027-09-01' }
    const id = await o.tried(manager, c, form)
    expect(await refusal(manager, c, form)).toContain('已有包保')
    const look = { said: '整体良好', problems: [], photos: [photo()] }
    await expect(o.leader.refused(c, id, 'inspect', look)).resolves.toContain('自2027-09-01开始')
    await w.clock.to('2027-09-03 09:00')
    await expect(water.refused(c, id, 'inspect', look)).resolves.toContain('本人')
    const problem = { what: '花箱破损', unit: units.water, dueOn: '2027-09-20' }
    await o.act(o.leader, c, id, 'inspect', { ...look, problems: [problem] })
    // The second week is missed, the third is not over.
    await w.clock.to('2027-09-08 00:01')
    await w.clock.to('2027-09-15 00:01')
    const row = await o.row(c, id)
    expect([row.week, row.checkCount, row.missedCount, row.problems]).toEqual([3, 1, 1, 1])
    expect(row.missed).toMatchObject([{ week: 2, from: '2027-09-08', to: '2027-09-14' }])
    const [task] = await o.list(m, { sourceId: id })
    expect(task).toMatchObject({ kind: 'charge', name: '花箱破损', status: 'open' })
    await expect(manager.refused(c, id, 'change', { holder: o.leader.personId, reason: 'x' })).resolves.toContain('现任')
    await o.act(manager, c, id, 'change', { holder: o.head.personId, reason: '分工调整' })
    expect((await o.row(c, id)).hands).toMatchObject([{ reason: '分工调整', open: 1 }])
    await expect(o.leader.refused(c, id, 'inspect', look)).resolves.toContain('本人')
    await o.act(o.head, c, id, 'inspect', look)
    await expect(manager.refused(c, id, 'end', { result: 'x' })).resolves.toContain(String(task?.number))
    await o.act(water, m, String(task?.id), 'report', { result: '已修复', photos: [photo()] })
    await o.act(manager, m, String(task?.id), 'rate', { rating: 'good', verdict: '好' })
    expect([
      await o.value('affairs.charges'),
      (await o.figure('affairs.charge-checks', undefined, '2028-01-01T00:00:00Z'))[0]?.value,
      await o.value('affairs.charge-missed'),
    ]).toEqual([1, 2, 1])
    await o.act(manager, c, id, 'end', { result: '零投诉' })
    expect(await o.value('affairs.charges')).toBe(0)
  })

  it('on-site-meeting 观摩点逐点登记才能部署,任务转督办跟踪,见效率按评定计', async () => {
    const { w, o, manager, water, lamps, units, refusal } = a
    const s = 'affairs.onsite'
    const form = {
      name: '城镇街道管理工作现场会',
      place: '湖滨街道',
      meetOn: '2027-10-12',
      points: [
        { name: '湖滨路示范段', host: '湖滨街道', example: '文明黄线' },
        { name: '菜场周边', host: '市场公司', example: '错时经营' },
      ],
    }
    expect(await refusal(manager, s, { ...form, points: [] })).toContain('观摩点')
    const id = await o.tried(manager, s, form)
    const visit = { name: '湖滨路示范段', photos: [photo()] }
    await expect(manager.refused(s, id, 'visit', visit)).resolves.toContain('定于2027-10-12')
    await w.clock.to('2027-10-12 10:00')
    await o.act(manager, s, id, 'visit', visit)
    const tasks = [
      { unit: units.water, what: '推广文明黄线', dueOn: '2027-11-30' },
      { unit: units.lamps, what: '推广错时经营', dueOn: '2027-11-30' },
    ]
    await expect(manager.refused(s, id, 'hold', { attendees: 60, tasks })).resolves.toContain('未观摩:菜场周边')
    await o.act(manager, s, id, 'visit', { ...visit, name: '菜场周边' })
    await o.act(manager, s, id, 'hold', { attendees: 60, tasks })
    const open = await o.list(m, { sourceId: id })
    expect(open).toHaveLength(2)
    for (const t of open) {
      await expect(manager.refused(s, id, 'close', { summary: 'x' })).resolves.toContain(String(t.number))
      const isWater = t.unit === units.water
      await o.act(isWater ? water : lamps, m, String(t.id), 'report', { result: '已推广', photos: [photo()] })
      await o.act(manager, m, String(t.id), 'rate', { rating: isWater ? 'excellent' : 'fair', verdict: 'x' })
    }
    await o.act(manager, s, id, 'close', { summary: '两项任务完成' })
    expect(await o.row(s, id)).toMatchObject({ status: 'closed', tasks: 2, adopted: 1, attendees: 60 })
    expect([await o.value('affairs.onsites'), await o.value('affairs.onsite-adopted')]).toEqual([1, 50])
  })

  it('experience-promotion 经验卡须有步骤与数字成效,审定后各地采用,到期检查见效才计', async () => {
    const { w, o, manager, water, lamps, units, refusal } = a
    const p = 'affairs.practice'
    const form = {
      name: '文明黄线',
      unit: units.street,
      problem: '店外经营界线不清',
      steps: ['划线', '公示', '巡查'],
      effect: '投诉下降40%',
    }
    expect(await refusal(o.street, p, { ...form, effect: '效果很好' })).toContain('写出数字')
    const id = await o.tried(o.street, p, form)
    const d = 'affairs.adoption'
    const adopt = { practice: id, place: '城东路', unit: units.water, adoptedOn: '2027-10-12', checkOn: '2027-11-12' }
    expect(await refusal(water, d, adopt)).toContain('未在推广')
    await o.act(o.leader, p, id, 'approve', { isOk: 'yes', said: '全域推行' })
    expect(await refusal(o.street, d, { ...adopt, unit: units.street })).toContain('首创单位')
    const one = await o.tried(water, d, adopt)
    const two = await o.open(lamps, d, { ...adopt, unit: units.lamps, place: '城西路' })
    const prove = { isOk: 'yes', result: '占道下降35%', photos: [photo()] }
    await expect(manager.refused(d, one, 'prove', prove)).resolves.toContain('2027-11-12')
    await w.clock.to('2027-11-12 09:00')
    await o.act(manager, d, one, 'prove', prove)
    await o.act(manager, d, two, 'prove', { ...prove, isOk: 'no', result: '仅下降2%' })
    expect(await o.row(p, id)).toMatchObject({ status: 'spread', adoptions: 2, proved: 1 })
    expect([
      await o.value('affairs.practices'),
      await o.by('affairs.adoptions', 'status'),
      await o.value('affairs.adoptions-proved'),
    ]).toEqual([1, { proved: 1, failed: 1 }, 50])
  })

  it('topic-research 每种方法有记录才能交报告,他人评审,转化须指出文件或重点工作,按年计数', async () => {
    const { w, o, manager, water, units, refusal } = a
    const t = 'affairs.topic'
    const form = {
      name: '停车难治理',
      kind: 'research',
      author: water.personId,
      methods: ['survey', 'visit'],
      fromOn: '2027-11-01',
      dueOn: '2027-12-20',
    }
    expect(await refusal(manager, t, { ...form, dueOn: '2027-10-01' })).toContain('止应晚于起')
    const id = await o.tried(manager, t, form)
    for (const name of ['夜市治理', '垃圾分类执法'])
      await o.open(manager, t, { ...form, name, kind: name === '夜市治理' ? 'research' : 'inquiry' })
    const visit = { on: '2027-11-10', method: 'survey', place: '三个小区', said: '缺口420个' }
    await expect(manager.refused(t, id, 'visit', visit)).resolves.toContain('他人')
    await o.act(water, t, id, 'visit', visit)
    await expect(water.refused(t, id, 'visit', { ...visit, method: 'compare' })).resolves.toContain('不在立题')
    const report = { findings: '错时共享可补一半缺口', report: [photo()] }
    await expect(water.refused(t, id, 'submit', report)).resolves.toContain('实地走访')
    await o.act(water, t, id, 'visit', { ...visit, method: 'visit' })
    await o.act(water, t, id, 'submit', report)
    await expect(manager.refused(t, id, 'judge', { isOk: 'yes', review: 'x' })).resolves.toContain('权限')
    await o.act(o.leader, t, id, 'judge', { isOk: 'yes', review: '可行' })
    await w.clock.to('2027-12-01 09:00')
    await expect(manager.refused(t, id, 'use', { decision: '错时停车方案' })).resolves.toContain('文件或转化')
    const matter = await o.open(manager, m, {
      kind: 'bureau',
      name: '错时停车开放',
      source: '课题成果',
      unit: units.water,
      dueOn: '2028-06-30',
    })
    await o.act(manager, t, id, 'use', { decision: '错时停车方案', matter })
    expect(await o.row(t, id)).toMatchObject({ status: 'used', decision: '错时停车方案', matter, closedOn: '2027-12-01' })
    expect([await o.value('affairs.topics'), await o.by('affairs.topics-used', 'kind')]).toEqual([2, { research: 1 }])
  })
})
