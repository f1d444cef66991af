/** 党建活动:三年行动、525、党史、主题活动共用一个形;实事、共建、三重一大、意识形态、四同,各从部署到计数。 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { somewhere, type World, world } from '../world.ts'
import type { Row } from './buildings-office.ts'
import { openParty, type Party } from './party-office.ts'

describe('党建活动', () => {
  let w: World
  let o: Party
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openParty(w)
  })
  afterAll(async () => {
    await w.close()
  })
  const p = 'party.programme'
  const t = 'party.programme-task'
  const programme = (kind: string, name: string, items: readonly Row[], extra: Row = {}) => ({
    kind,
    name,
    fromOn: '2026-01-01',
    toOn: '2026-12-31',
    lead: '机关党委',
    branches: [{ branch: o.b1 }, { branch: o.b2 }],
    items: items.map((i, n) => ({ code: `${n + 1}`, dueOn: '2026-06-30', ...i })),
    ...extra,
  })
  const tasksOf = async (id: string) => o.list(t, { programme: id })
  const report = { people: 12, result: '已开展', heldOn: '2026-03-02' }
  const secretaryOf = (task: Row) => (task.branch === o.b1 ? o.head : o.assessor)
  const finish = async (task: Row) => {
    await o.act(secretaryOf(task), t, String(task.id), 'report', { ...report, proof: o.proof() })
    await o.act(o.clerk, t, String(task.id), 'verify', { isOk: 'yes' })
  }

  it('party-study-history 六专题一实践逐支部下达,没有学习记录的专题不能报完成,宣讲参观按支部计', async () => {
    const topics = Array.from({ length: 6 }, (_, i) => ({ group: '专题', name: `专题${i + 1}` }))
    const form = programme('history', '党史学习教育', [...topics, { group: '实践', name: '我为群众办实事' }])
    expect(await o.refusal(o.clerk, p, { ...form, items: form.items.slice(1) })).toContain('“专题”应有6项,现5项')
    const id = await o.tried(o.clerk, p, form)
    expect(await o.row(p, id)).toMatchObject({ itemCount: 7, groupCount: 2, status: 'running' })
    const tasks = await tasksOf(id)
    expect(tasks.length).toBe(14)
    const first = tasks.find((x) => x.code === '1' && x.branch === o.b1) as Row
    const done = { ...report, proof: o.proof() }
    await expect(o.head.refused(t, first.id, 'report', done)).resolves.toContain('还没有“专题1”的学习记录')
    const session = async (kind: string, item: string) => {
      const values = {
        kind,
        topic: '党史',
        planOn: '2026-03-02',
        place: '会议室',
        programme: id,
        item,
        branch: o.b1,
        lecturer: '党校教师',
      }
      const s = await o.open(o.head, 'party.session', values)
      const names = (await o.row('party.session', s)).expected as string[]
      const attendance = names.map((member) => ({ member, state: 'there' }))
      await o.act(o.head, 'party.session', s, 'hold', { attendance, hours: 2, content: '学习', proof: o.proof() })
    }
    await session('study', '1')
    await session('own', '2')
    await session('visit', '3')
    await o.act(o.head, t, first.id, 'report', done)
    await expect(o.head.refused(t, first.id, 'verify', { isOk: 'yes' })).resolves.toContain('没有')
    await o.act(o.clerk, t, first.id, 'verify', { isOk: 'no', note: '照片不清' })
    expect(await o.row(t, first.id)).toMatchObject({ status: 'open', returns: 1 })
    await finish(first)
    const other = tasks.find((x) => x.code === '7' && x.branch === o.b2) as Row
    await expect(o.head.refused(t, other.id, 'report', done)).resolves.toContain('由机关党支部书记')
    await finish(other)
    const sheet = await o.sheet('/party/programme-progress', { id })
    expect(sheet.branches.find((b: Row) => b.branch === '执法大队党支部')).toMatchObject({
      total: 7,
      done: 1,
      studies: 1,
      lectures: 1,
      visits: 1,
      people: 12,
    })
    await expect(o.clerk.refused(p, id, 'end', { summary: 'x' })).resolves.toContain('还没有完成')
    expect(await o.value('party.own-lectures')).toBe(1)
    expect(await o.value('party.history-topics')).toBe(7)
    expect((await o.by('party.programme-rate', 'kind')).history).toBeCloseTo(14.29, 2)
    const outer = { kind: 'outer', topic: '市委宣讲团宣讲', planOn: '2026-03-02', place: '礼堂', audience: [{ branch: o.b2 }] }
    expect(await o.refusal(o.clerk, 'party.session', outer, { action: 'arrange' })).toContain('主讲人')
    const s = await o.open(o.clerk, 'party.session', { ...outer, lecturer: '宣讲团成员' }, { ...somewhere, action: 'arrange' })
    const attendance = ((await o.row('party.session', s)).expected as string[]).map((member) => ({ member, state: 'there' }))
    await o.act(o.clerk, 'party.session', s, 'hold', { attendance, hours: 2, content: '宣讲', proof: o.proof() })
    expect(await o.value('party.outer-lectures')).toBe(1)
  })

  it('culture-525 五类25项齐了才能部署,逐项有承办支部、日期、参加人次,全部核实才能总结', async () => {
    const groups = ['红的教育', '美的展示', '技的比武', '优的评选', '爱的关怀']
    const items = groups.flatMap((group) =>
      Array.from({ length: 5 }, (_, i) => ({ group, name: `${group}${i + 1}`, host: o.b1 })),
    )
    const form = programme('culture525', '城管文化“525”', items)
    expect(await o.refusal(o.clerk, p, { ...form, items: form.items.slice(1) })).toContain('应有25项,现24项')
    expect(await o.refusal(o.clerk, p, { ...form, items: form.items.slice(5) })).toContain('“红的教育”应有至少1项')
    const id = await o.tried(o.clerk, p, form)
    expect([await o.value('party.culture-classes'), await o.value('party.culture-items')]).toEqual([5, 25])
    const tasks = await tasksOf(id)
    expect(tasks.length).toBe(25)
    for (const task of tasks.slice(1)) await finish(task)
    await expect(o.clerk.refused(p, id, 'end', { summary: 'x' })).resolves.toContain('还没有完成')
    for (const task of tasks.slice(0, 1)) await finish(task)
    await o.act(o.clerk, p, id, 'end', { summary: '25项全部开展' })
    expect((await o.row(p, id)).status).toBe('ended')
    expect(await o.by('party.programme-people', 'kind')).toMatchObject({ culture525: 300 })
    const byGroup = await o.by('party.programme-rate', 'group')
    expect(byGroup['技的比武']).toBe(100)
  })

  it('party-campaign 五聚焦五落实、两在两同、主题教育各有规定的组,各支部完成后总结', async () => {
    const five = ['聚焦', '落实'].flatMap((group) => Array.from({ length: 5 }, (_, i) => ({ group, name: `${group}${i + 1}` })))
    expect(await o.refusal(o.clerk, p, programme('fiveFive', '五聚焦五落实', five.slice(1)))).toContain('“聚焦”应有5项,现4项')
    const id = await o.tried(o.clerk, p, programme('fiveFive', '五聚焦五落实', five))
    expect((await tasksOf(id)).length).toBe(20)
    const two = ['在', '在', '同', '同'].map((group, i) => ({ group, name: `${group}${i}` }))
    expect(await o.refusal(o.clerk, p, programme('twoTwo', '两在两同', [...two, { group: '和', name: 'x' }]))).toContain(
      '没有“和”',
    )
    const small = await o.open(o.clerk, p, programme('twoTwo', '两在两同', two, { branches: [{ branch: o.b2 }] }))
    for (const task of await tasksOf(small)) await finish(task)
    await o.act(o.clerk, p, small, 'end', { summary: '支部逐项落实' })
    expect(await o.row(p, small)).toMatchObject({ status: 'ended', endedOn: '2026-03-02' })
    const theme = ['理论学习', '调查研究', '推动发展'].map((group) => ({ group, name: group }))
    expect(await o.refusal(o.clerk, p, programme('theme', '主题教育', theme))).toContain('“检视整改”应有至少1项')
    expect(await o.by('party.programmes', 'kind')).toMatchObject({ fiveFive: 1, twoTwo: 1 })
    expect((await o.by('party.programme-rate', 'kind')).twoTwo).toBe(100)
  })

  it('people-projects 项目来自群众诉求,责任人按期完成,群众评议够数够分才办结,计重点项目', async () => {
    const q = 'party.people-project'
    const form = {
      title: '老旧小区增设非机动车充电位',
      isKey: 'yes',
      needs: [{ source: 'visit', on: '2026-02-20', place: '湖滨新村', said: '充电位不够' }],
      branch: o.b1,
      unit: await o.unitOf(o.water),
      owner: o.water.personId,
      dueOn: '2026-03-20',
      budget: 8_000_000,
      effect: '新增充电位40个',
    }
    expect(await o.refusal(o.head, q, { ...form, needs: [] })).toContain('来自群众诉求')
    const id = await o.tried(o.head, q, form)
    await expect(o.head.refused(q, id, 'approve', { isOk: 'yes', note: '同意' })).resolves.toContain('没有')
    await o.act(o.leader, q, id, 'approve', { isOk: 'yes', note: '同意' })
    await o.act(o.water, q, id, 'report', { percent: 60, said: '已进场' })
    await w.clock.to('2026-03-21 09:00')
    expect((await o.row(q, id)).isLate).toBe('yes')
    const end = { spent: 8_200_000, result: '建成42个', proof: o.proof() }
    await expect(o.water.refused(q, id, 'finish', end)).resolves.toContain('超出预算')
    await expect(o.head.refused(q, id, 'finish', { ...end, over: '增2个' })).resolves.toContain('属于其他单位')
    await o.act(o.water, q, id, 'finish', { ...end, over: '增加2个充电位' })
    const r = 'party.project-rating'
    const rate = (n: number, score: number) => ({ project: id, phone: `1390000${1000 + n}`, score, said: '方便多了' })
    await o.tryAdd(r, rate(0, 5))
    for (let i = 0; i < 9; i++) await o.add(r, rate(i, i < 5 ? 5 : 4))
    await o.add(r, rate(8, 4))
    await expect(o.clerk.refused(q, id, 'close')).resolves.toContain('评议9人')
    await o.add(r, rate(10, 4), somewhere, o.street)
    await o.act(o.clerk, q, id, 'close')
    expect(await o.row(q, id)).toMatchObject({ status: 'closed', raters: 10, rating: 4.5, closedOn: '2026-03-21' })
    expect((await o.list(r, { project: id }))[0]?.phone).toContain('*')
    expect([await o.value('party.projects-done'), await o.value('party.projects-rating')]).toEqual([1, 4.5])
    expect(await o.value('party.projects-spent')).toBe(8.2)
  })

  it('party-partnership 结对签协议列双方资源,半年没有活动转久未活动,期满凭活动续签或总结', async () => {
    const q = 'party.partnership'
    const resources = [
      { side: 'us', what: '执法普法讲师' },
      { side: 'them', what: '社区活动室' },
    ]
    const form = {
      kind: 'community',
      branch: o.b1,
      partner: '湖滨社区党委',
      fromOn: '2026-03-21',
      toOn: '2027-03-20',
      resources,
      agreement: o.proof(),
    }
    expect(await o.refusal(o.head, q, { ...form, resources: resources.slice(1) })).toContain('双方都有')
    expect(await o.refusal(o.head, q, { ...form, kind: 'contact' })).toContain('联系领导')
    const id = await o.tried(o.head, q, form)
    const deed = {
      on: '2026-03-21',
      what: '普法进社区',
      people: 15,
      resource: '社区活动室',
      result: '受众80人',
      proof: o.proof(),
    }
    await expect(o.head.refused(q, id, 'act', { ...deed, resource: '礼堂' })).resolves.toContain('不在协议清单')
    await o.act(o.head, q, id, 'act', deed)
    expect(await o.row(q, id)).toMatchObject({ activityCount: 1, people: 15, used: 1, status: 'active' })
    await w.clock.to('2026-09-22 09:00')
    expect((await o.row(q, id)).status).toBe('idle')
    await o.act(o.head, q, id, 'act', { ...deed, on: '2026-09-22', resource: '执法普法讲师' })
    expect(await o.row(q, id)).toMatchObject({ status: 'active', used: 2 })
    const contact = await o.open(o.head, q, {
      ...form,
      kind: 'contact',
      leader: o.leader.personId,
      partner: '一中队联系点',
      resources: [],
      fromOn: '2026-09-01',
      toOn: '2026-09-30',
    })
    await w.clock.to('2026-10-01 09:00')
    expect((await o.row(q, contact)).status).toBe('due')
    await expect(o.head.refused(q, contact, 'renew', { toOn: '2027-09-30', agreement: o.proof() })).resolves.toContain('没有活动')
    await o.act(o.head, q, contact, 'end', { summary: '未开展活动,终结' })
    expect(await o.by('party.partnerships', 'status')).toEqual({ active: 1, ended: 1 })
    expect(await o.value('party.partner-activities')).toBe(2)
  })

  it('three-important-one-big 材料、会前意见、法定人数、逐人表决(末位表态)、执行、核实,缺一步不能办结', async () => {
    const q = 'party.decision'
    const water = await o.unitOf(o.water)
    const traffic = await o.unitOf(o.traffic)
    const form = {
      title: '采购湿扫车4台',
      kind: 'money',
      amount: 240_000_000,
      content: '更新作业车辆',
      askUnits: [{ unit: water }, { unit: traffic }],
    }
    expect(await o.refusal(o.head, q, { ...form, amount: 10_000_000 })).toContain('不到500000元')
    const id = await o.tried(o.head, q, form)
    const view = { view: 'yes', said: '同意' }
    await expect(o.water.refused(q, id, 'opine', view)).resolves.toContain('不能')
    await o.act(o.head, q, id, 'supply', { papers: o.proof() })
    await o.act(o.water, q, id, 'opine', view)
    await expect(o.water.refused(q, id, 'opine', view)).resolves.toContain('已提出')
    const names = ((await o.read(o.leader, q, id)).voters ?? []) as string[]
    const vote = (v: readonly string[], order = names) => ({
      votes: order.map((member, i) => ({ member, vote: v[i], ...(v[i] === 'absent' ? {} : { said: '意见' }) })),
      minutes: '会议记录',
      doer: water,
      dueOn: '2026-12-20',
      proof: o.proof(),
    })
    await expect(o.clerk.refused(q, id, 'vote', vote(['yes', 'yes', 'yes']))).resolves.toContain('不能')
    await o.act(o.traffic, q, id, 'opine', view)
    expect((await o.read(o.leader, q, id)).status).toBe('ready')
    await expect(o.clerk.refused(q, id, 'vote', vote(['absent', 'absent', 'yes']))).resolves.toContain('到会1人,不足3人')
    const chiefFirst = [...names.slice(-1), ...names.slice(0, -1)]
    await expect(o.clerk.refused(q, id, 'vote', vote(['yes', 'yes', 'yes'], chiefFirst))).resolves.toContain('末位表态')
    await o.act(o.clerk, q, id, 'vote', vote(['yes', 'no', 'yes']))
    expect(await o.read(o.leader, q, id)).toMatchObject({ status: 'executing', isCarried: 'yes', doer: water })
    await expect(o.head.refused(q, id, 'report', { percent: 50, said: 'x' })).resolves.toContain('执行单位')
    await o.act(o.water, q, id, 'report', { percent: 50, said: '已签合同' })
    await o.act(o.water, q, id, 'finish', { result: '4台到位', proof: o.proof() })
    await o.act(o.leader, q, id, 'close', { isOk: 'yes', note: '验收单齐全' })
    expect((await o.read(o.leader, q, id)).status).toBe('closed')
    const urgent = await o.open(o.head, q, { ...form, title: '台风抢险租赁水泵', kind: 'project' })
    await o.act(o.leader, q, urgent, 'rush', { urgentWhy: '台风红色预警', doer: water, dueOn: '2026-11-01' })
    const end = { result: '抢险完成', proof: o.proof() }
    await expect(o.water.refused(q, urgent, 'finish', end)).resolves.toContain('还缺:议题材料、会前征求意见、会议表决')
    await o.act(o.head, q, urgent, 'supply', { papers: o.proof() })
    await o.act(o.water, q, urgent, 'opine', view)
    await o.act(o.traffic, q, urgent, 'opine', view)
    await expect(o.water.refused(q, urgent, 'finish', end)).resolves.toContain('还缺:会议表决')
    await o.act(o.clerk, q, urgent, 'vote', vote(['yes', 'yes', 'yes']))
    await o.act(o.water, q, urgent, 'finish', end)
    expect((await o.read(o.leader, q, urgent)).status).toBe('verifying')
    expect(await o.value('party.decisions')).toBe(2)
    expect(await o.value('party.decisions-done')).toBe(50)
    expect(await o.value('party.decisions-urgent')).toBe(1)
  })

  it('party-business-four-same 业务与党建同部署同落实同检查同考核,一方没完成或督办任务没销号都不能办结', async () => {
    const water = await o.unitOf(o.water)
    const business = await o.open(o.assessor, 'evaluation.task', {
      title: '积水点改造',
      source: 'other',
      sourceName: '党组会',
      unit: water,
      owner: '所长',
      dueOn: '2026-11-30',
    })
    const q = 'party.joint-task'
    const form = {
      title: '积水点改造党员突击',
      unit: water,
      branch: o.b1,
      task: business,
      business: '改造12处',
      party: '设党员责任区3个',
      dueOn: '2026-11-30',
    }
    const id = await o.tried(o.clerk, q, form)
    const carry = (side: string, percent: number) => ({ side, percent, said: '推进', proof: o.proof() })
    await expect(o.head.refused(q, id, 'carry', carry('business', 50))).resolves.toContain('责任单位')
    await expect(o.water.refused(q, id, 'carry', carry('party', 50))).resolves.toContain('书记')
    await o.act(o.water, q, id, 'carry', carry('business', 100))
    expect(await o.row(q, id)).toMatchObject({ status: 'deployed', businessPercent: 100, partyPercent: 0 })
    await o.act(o.water, 'evaluation.task', business, 'report', { result: '12处改造完成' })
    await expect(o.assessor.refused('evaluation.task', business, 'sign')).resolves.toContain('党建部分还没有检查通过')
    await o.act(o.head, q, id, 'carry', carry('party', 100))
    const check = { isBusinessOk: 'yes', businessFound: '12处完成', isPartyOk: 'no', partyFound: '责任区台账不全' }
    await o.act(o.clerk, q, id, 'check', check)
    expect(await o.row(q, id)).toMatchObject({ status: 'deployed', businessPercent: 100, partyPercent: 90 })
    await o.act(o.head, q, id, 'carry', carry('party', 100))
    await o.act(o.clerk, q, id, 'check', { ...check, isPartyOk: 'yes', partyFound: '已补齐' })
    const scores = { businessScore: 95, partyScore: 90 }
    await expect(o.leader.refused(q, id, 'assess', scores)).resolves.toContain('还没有销号')
    await o.act(o.assessor, 'evaluation.task', business, 'sign')
    await o.act(o.leader, q, id, 'assess', scores)
    expect(await o.row(q, id)).toMatchObject({ status: 'closed', score: 92.5 })
    expect([await o.value('party.joint-score'), await o.value('party.joint-open')]).toEqual([92.5, 0])
  })

  it('ideology 一年一册:议题每年两次、上下半年盘点,检查发现的问题整改销号后才能总结', async () => {
    await w.clock.to('2027-01-11 09:00')
    const q = 'party.ideology'
    const id = await o.tried(o.clerk, q, { year: 2027, plan: '党组负主体责任' })
    const work = (kind: string, problems: readonly Row[] = []) => ({ kind, what: '研究意识形态工作', proof: o.proof(), problems })
    await o.act(o.clerk, q, id, 'work', work('analysis'))
    await w.clock.to('2027-07-01 09:00')
    expect(await o.row(q, id)).toMatchObject({ status: 'behind', lacks: '专题议题0/1次' })
    await o.act(o.clerk, q, id, 'work', work('agenda'))
    expect(await o.row(q, id)).toMatchObject({ status: 'on', lacks: null, agendas: 1 })
    const problem = { what: '微信公众号信息发布未三审', unit: o.yard, dueOn: '2027-08-01' }
    await o.act(o.clerk, q, id, 'work', work('check', [problem]))
    await o.act(o.clerk, q, id, 'work', work('analysis'))
    await expect(o.clerk.refused(q, id, 'close', { summary: 'x' })).resolves.toContain('专题议题1/2次')
    await w.clock.to('2027-11-01 09:00')
    await o.act(o.clerk, q, id, 'work', work('agenda'))
    await expect(o.clerk.refused(q, id, 'close', { summary: 'x' })).resolves.toContain('还有1个问题')
    const [fix] = await o.list('party.rectification', { source: 'ideology' })
    const r = String(fix?.id)
    expect(fix).toMatchObject({ isLate: 'yes', group: '专项检查' })
    await o.act(o.water, 'party.rectification', r, 'measure', { measures: '落实三审', owner: o.water.personId })
    await o.act(o.water, 'party.rectification', r, 'report', { result: '已建三审台账', proof: o.proof() })
    await o.act(o.jijian, 'party.rectification', r, 'review', { isOk: 'yes', note: '属实' })
    await o.act(o.clerk, q, id, 'close', { summary: '全年落实到位' })
    expect(await o.row(q, id)).toMatchObject({ status: 'closed', agendas: 2, analyses: 2, checks: 1 })
    expect(await o.by('party.ideology-agendas', 'year')).toEqual({ '2027': 2 })
  })

  it('party-three-year 三年行动每年都有任务与承办,中期检查在过半之后,逾期列出,任务核实完才能总结', async () => {
    const year = (y: number, host: string) => ({ group: String(y), name: `${y}年重点任务`, host, dueOn: `${y}-11-30` })
    const items = [year(2027, o.b1), year(2028, o.b2), year(2029, o.b1)]
    const form = programme('threeYear', '“龙城先锋·精治管家”三年行动', items, { fromOn: '2027-01-01', toOn: '2029-12-31' })
    expect(await o.refusal(o.clerk, p, { ...form, toOn: '2028-12-31', items: form.items.slice(0, 2) })).toContain('每个年度')
    const wrong = form.items.map((i, n) => (n === 2 ? { ...i, dueOn: '2028-11-30' } : i))
    expect(await o.refusal(o.clerk, p, { ...form, items: wrong })).toContain('与期限同年')
    const id = await o.tried(o.clerk, p, form)
    const tasks = await tasksOf(id)
    expect(tasks.map((x) => [x.group, x.branch === o.b1]).sort()).toEqual([
      ['2027', true],
      ['2028', false],
      ['2029', true],
    ])
    const of = (y: string) => tasks.find((x) => x.group === y) as Row
    await finish(of('2027'))
    const half = { midterm: '两项在推进', proof: o.proof() }
    await expect(o.clerk.refused(p, id, 'examine', half)).resolves.toContain('中期检查在2028-07-01以后')
    await w.clock.to('2028-12-02 09:00')
    expect(await o.row(t, of('2028').id)).toMatchObject({ isLate: 'yes', status: 'open' })
    await o.act(o.clerk, p, id, 'examine', half)
    expect(await o.row(p, id)).toMatchObject({ midtermOn: '2028-12-02', midtermRate: 33.33 })
    await expect(o.clerk.refused(p, id, 'examine', half)).resolves.toContain('已作过')
    await finish(of('2028'))
    await expect(o.clerk.refused(p, id, 'end', { summary: 'x' })).resolves.toContain('2029年重点任务')
    await finish(of('2029'))
    await o.act(o.clerk, p, id, 'end', { summary: '三年任务完成' })
    expect((await o.row(p, id)).status).toBe('ended')
    expect((await o.by('party.programme-rate', 'kind')).threeYear).toBe(100)
    expect((await o.by('party.programme-late', 'kind')).threeYear).toBe(1)
  })
})
