/** 安全生产中的人: training and lectures, the emergency office, epidemics and their waste, stability goals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'

describe('安全生产教育、机构、防疫与维稳', () => {
  let w: World
  let o: Office
  let manager: Client
  let assessor: Client
  let water: Client
  let firm = ''
  const units = { water: '', street: '', centre: '' }
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
    ;[manager, assessor, water] = (await Promise.all(['zhiban1', 'kaohe1', 'chuzhi11'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
    const unitOf = async (person: string) =>
      String((await o.query<{ u: string }>('select unit_id as u from kernel.person where id = $1', [person]))[0]?.u)
    units.water = await unitOf(water.personId)
    units.street = await unitOf(o.street.personId)
    units.centre = await unitOf(manager.personId)
    firm = await o.add(
      'safety.enterprise',
      {
        name: '市政养护一公司',
        classes: ['municipal'],
        level: 'red',
        isKey: true,
        unit: units.water,
        people: 40,
        chief: '王安',
        phone: '13900000000',
        fromOn: '2026-12-01',
        state: 'open',
      },
      undefined,
      manager,
    )
  })
  afterAll(() => w.close())
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh

  it('safety-training 春风行动专题培训:专家库讲师、应训名单、到课与考试,缺席不合格补训到全部合格', async () => {
    await o.tryAdd('safety.expert', { name: '李工', org: '安全协会', field: 'municipal' }, manager)
    const expert = await o.add('safety.expert', { name: '李工', org: '安全协会', field: 'municipal' }, undefined, manager)
    const t = 'safety.training'
    const names = ['张一', '王二', '李三']
    const form = {
      name: '有限空间作业专题',
      campaign: '春风行动',
      layer: 'central',
      expert,
      onOn: '2026-03-05',
      hours: 4,
      passMark: 80,
      pupils: names.map((name) => ({ name, unit: units.water })),
    }
    expect(await refusal(manager, t, { ...form, pupils: [form.pupils[0], form.pupils[0]] })).toContain('姓名重复')
    const id = await o.tried(manager, t, form)
    const results = [
      { name: '张一', state: 'there', score: 92 },
      { name: '王二', state: 'there', score: 70 },
      { name: '李三', state: 'absent' },
    ]
    const held = { results, photos: [photo()] }
    await expect(manager.refused(t, id, 'hold', held)).resolves.toContain('培训定于2026-03-05')
    await w.clock.to('2026-03-05 14:00')
    await expect(manager.refused(t, id, 'hold', { ...held, results: results.slice(0, 2) })).resolves.toContain('没有登记:李三')
    await o.act(manager, t, id, 'hold', held)
    expect(await o.row(t, id)).toMatchObject({ status: 'makeup', waiting: ['王二', '李三'], planned: 3, attended: 2, passed: 1 })
    expect(await o.value('safety.trained-rate')).toBeCloseTo(33.33, 1)
    const again = {
      results: [
        { name: '王二', state: 'there', score: 85 },
        { name: '李三', state: 'there', score: 79 },
      ],
      photos: [photo()],
    }
    await o.act(manager, t, id, 'again', again)
    expect(await o.row(t, id)).toMatchObject({ status: 'makeup', waiting: ['李三'], attended: 3, passed: 2, rounds: 1 })
    await o.act(manager, t, id, 'again', { results: [{ name: '李三', state: 'there', score: 80 }], photos: [photo()] })
    expect(await o.row(t, id)).toMatchObject({ status: 'closed', passed: 3, attended: 3, rounds: 2 })
    expect([await o.value('safety.trainings'), await o.value('safety.trained'), await o.value('safety.trained-rate')]).toEqual([
      1, 3, 100,
    ])
    expect(await o.by('safety.trainings', 'campaign')).toEqual({ 春风行动: 1 })
  })

  it('safety-lecture 百团进百万企业宣讲:任务方面、企业人数与签收、企业承诺逐项兑现', async () => {
    const l = 'safety.lecture'
    const form = {
      name: '百团进百万企业专题宣讲',
      body: 'leader',
      speaker: '局长',
      heldOn: '2026-03-05',
      topics: ['压实主体责任', '有限空间', '消防'],
      audience: [{ enterprise: firm, people: 36, signed: '王安' }],
      promises: [{ enterprise: firm, what: '配齐气体检测仪', dueOn: '2026-03-31' }],
      photos: [photo()],
    }
    expect(await refusal(manager, l, { ...form, heldOn: '2026-03-06' })).toContain('不能晚于今天')
    expect(await refusal(manager, l, { ...form, topics: [] })).toContain('任务方面')
    const id = await o.tried(manager, l, form)
    expect(await o.row(l, id)).toMatchObject({ status: 'keeping', topicCount: 3, enterprises: 1, people: 36, promises: 1 })
    const [promise] = await o.list('safety.item', { kind: 'promise' })
    const it = String(promise?.id)
    await o.act(water, 'safety.item', it, 'finish', { result: '已购置6台', photos: [photo()] })
    await expect(water.refused('safety.item', it, 'sign', { isOk: 'yes' })).resolves.toContain('权限')
    await o.act(assessor, 'safety.item', it, 'sign', { isOk: 'yes' })
    expect((await o.row(l, id)).status).toBe('closed')
    await o.open(manager, l, { ...form, body: 'city', topics: ['二十大精神'], promises: [] })
    expect(await o.by('safety.lectures', 'body')).toEqual({ city: 1, leader: 1 })
    expect([
      await o.value('safety.lecture-topics'),
      await o.value('safety.lecture-enterprises'),
      await o.value('safety.lecture-people'),
    ]).toEqual([4, 2, 72])
  })

  it('safety-office 单独设立应急管理处:机构入树,依文任命、职责到人、收件按职责分办、交接签收', async () => {
    const system = await w.as('xitong')
    const [bureau] = await o.query<{ id: string; area: string }>(
      `select id, area_code as area from kernel.unit where kind = '主管局'`,
    )
    const made = await system.post<Row>('/identity/units', {
      name: '应急管理处',
      kind: '内设机构',
      areaCode: bureau?.area,
      parentId: bureau?.id,
    })
    expect([made.status, made.body.zh]).toEqual([201, undefined])
    const office = String(made.body.id)
    const head = o.head
    const second = manager
    const a = 'safety.appointment'
    const form = {
      office,
      person: head.personId,
      post: '处长',
      duties: ['overall', 'report'],
      paper: '湖城管〔2026〕5号',
      fromOn: '2026-03-05',
    }
    expect(await refusal(o.leader, a, form)).toContain('不在这个机构')
    for (const who of [head, second])
      expect((await system.patch(`/identity/people/${who.personId}`, { unitId: office })).status).toBe(200)
    expect(await refusal(o.leader, a, { ...form, paper: '5号文' })).toContain('文号写成')
    const first = await o.tried(o.leader, a, form)
    expect(await refusal(o.leader, a, form)).toContain('已在任')
    const i = 'safety.inbox'
    const mail = { from: '市安委办', title: '报送季度安全形势', duty: 'report', content: '请于月底前报送', dueOn: '2026-03-10' }
    expect(await refusal(second, i, { ...mail, duty: 'inspect' })).toContain('没有人承担安全监管')
    const one = await o.tried(second, i, mail)
    expect(await o.row(i, one)).toMatchObject({ person: head.personId, office, status: 'open' })
    await o.open(o.leader, a, { ...form, person: second.personId, post: '副处长', duties: ['inspect', 'emergency', 'training'] })
    const two = await o.open(second, i, { ...mail, title: '督查有限空间', duty: 'inspect' })
    expect((await o.row(i, two)).person).toBe(second.personId)
    expect(await o.sheet('/safety/office')).toMatchObject({ received: 2, done: 0, vacant: [] })
    await w.clock.to('2026-03-11 08:00')
    expect((await o.row(i, one)).isLate).toBe('yes')
    const over = (what: string) => ({ successor: second.personId, matters: [{ what, state: '待报' }] })
    await expect(head.refused(a, first, 'handOver', over('台账'))).resolves.toContain('在办收件须列入交接')
    const { number } = await o.row(i, one)
    await o.act(head, a, first, 'handOver', over(`收件${number}`))
    await expect(head.refused(a, first, 'take')).resolves.toContain('已派给他人')
    await o.act(second, a, first, 'take')
    expect(await o.row(a, first)).toMatchObject({ status: 'ended', endedOn: '2026-03-11' })
    const sheet = await o.sheet('/safety/office')
    expect(sheet).toMatchObject({ vacant: ['综合协调', '信息报告'] })
    expect(sheet.members).toMatchObject([{ person: second.personId, post: '副处长', open: 2, late: 2 }])
    await expect(head.refused(i, one, 'deal', { result: 'x' })).resolves.toContain('已派给他人')
    await o.act(second, i, two, 'deal', { result: '已督查' })
    expect(await o.by('safety.office-mail', 'status')).toEqual({ done: 1, open: 1 })
  })

  it('epidemic-control 防控模式开启即按间隔生成消杀、检测、接种任务,阳性即转处置,关闭即全部停止', async () => {
    const place = { name: '政务服务大厅', kind: 'hall', unit: units.street }
    await o.tryAdd('safety.place', place, manager)
    await o.add('safety.place', place, undefined, manager)
    const worker = { name: '赵四', code: 'HW-001', unit: units.water, doses: 2 }
    const staff = await o.add('safety.staff', worker, undefined, manager)
    await o.add('safety.staff', { ...worker, name: '钱五', code: 'HW-002', doses: 3 }, undefined, manager)
    await o.job('safety.dues')
    const d = 'safety.due'
    const kinds = async () => (await o.list(d)).filter((x) => ['disinfect', 'test', 'vaccine'].includes(String(x.kind)))
    expect(await kinds()).toEqual([])
    const m = 'safety.mode'
    const form = { name: '二级防控', paper: '区防指〔2026〕8号', fromOn: '2026-03-11', disinfectDays: 1, testDays: 7, doses: 3 }
    expect(await refusal(o.leader, m, { ...form, fromOn: '2026-03-12' })).toContain('不能填以后')
    const id = await o.tried(o.leader, m, form)
    expect(await refusal(o.leader, m, form)).toContain('开启中')
    await o.job('safety.dues')
    const dues = await kinds()
    expect(dues.map((x) => [x.kind, x.name, x.dueOn]).sort()).toEqual([
      ['disinfect', '消杀查验 政务服务大厅', '2026-03-11'],
      ['test', '检测 HW-001', '2026-03-17'],
      ['test', '检测 HW-002', '2026-03-17'],
      ['vaccine', '接种第3剂 HW-001', '2026-04-09'],
    ])
    const of = (name: string) => String(dues.find((x) => x.name === name)?.id)
    const done = { evidence: '已完成', isAbnormal: 'no', photos: [photo()] }
    await expect(water.refused(d, of('消杀查验 政务服务大厅'), 'fulfil', done)).resolves.toContain('属于其他单位')
    await o.act(o.street, d, of('消杀查验 政务服务大厅'), 'fulfil', done)
    await o.act(water, d, of('接种第3剂 HW-001'), 'fulfil', done)
    expect((await o.row('safety.staff', staff)).doses).toBe(3)
    await o.act(water, d, of('检测 HW-001'), 'fulfil', { ...done, evidence: '阳性', isAbnormal: 'yes' })
    expect(await o.list('safety.item', { kind: 'abnormal' })).toMatchObject([
      { what: '检测 HW-001异常:阳性', dueOn: '2026-03-12', unit: units.water },
    ])
    await w.clock.to('2026-03-18 08:00')
    await o.job('safety.dues')
    expect((await o.row(d, of('检测 HW-002'))).status).toBe('missed')
    expect([await o.value('safety.test-rate'), await o.value('safety.vaccine-rate')]).toEqual([50, 100])
    // Six days nobody disinfected: each of them is missed.
    expect((await o.figure('safety.disinfect-rate'))[0]).toMatchObject({ numerator: 1, denominator: 7 })
    await o.act(o.leader, m, id, 'stop', { endPaper: '区防指〔2026〕20号' })
    expect((await kinds()).filter((x) => ['open', 'missed'].includes(String(x.status)))).toEqual([])
    expect((await kinds()).filter((x) => x.status === 'stopped').length).toBeGreaterThan(2)
    const before = (await kinds()).length
    await w.clock.to('2026-03-25 08:00')
    await o.job('safety.dues')
    expect(await kinds()).toHaveLength(before)
  })

  it('epidemic-waste 涉疫垃圾双层密封、封签、专车专线,进厂核封签与重量,单独计量不进普通吨位', async () => {
    const e = 'safety.epidemic-waste'
    const form = {
      site: '集中隔离点一号楼',
      bags: 32,
      isSealed: true,
      seal: 'FQ-0001',
      kg: 200,
      driver: '孙六',
      plate: '苏D90001',
      route: '隔离点至焚烧厂专线',
      photos: [photo()],
    }
    expect(await refusal(o.head, e, form)).toContain('没有开启')
    await o.open(o.leader, 'safety.mode', {
      name: '一级防控',
      paper: '区防指〔2026〕30号',
      fromOn: '2026-03-25',
      disinfectDays: 1,
      testDays: 2,
      doses: 3,
    })
    const ordinary = () => o.query<{ n: number }>('select count(*)::int as n from sanitation.ticket')
    const before = (await ordinary())[0]?.n
    expect(await refusal(o.head, e, { ...form, isSealed: false })).toContain('不得启运')
    const id = await o.tried(o.head, e, form)
    expect(await refusal(o.head, e, form)).toContain('封签号已用于')
    await w.clock.to('2026-03-25 08:50')
    const into = { plant: '城东焚烧厂', kgIn: 198, seal: 'FQ-0001', receipt: 'HZ-1', isClean: true, photos: [photo()] }
    await expect(o.head.refused(e, id, 'deliver', { ...into, seal: 'FQ-9' })).resolves.toContain('封签号不符')
    await expect(o.head.refused(e, id, 'deliver', { ...into, isClean: false })).resolves.toContain('消毒')
    await o.act(o.head, e, id, 'deliver', into)
    expect(await o.row(e, id)).toMatchObject({ status: 'closed', minutes: 50, gapPercent: 1 })
    const other = await o.open(o.head, e, { ...form, seal: 'FQ-0002', bags: 10, kg: 100 })
    await o.act(o.head, e, other, 'deliver', { ...into, seal: 'FQ-0002', kgIn: 97.9 })
    expect(await o.row(e, other)).toMatchObject({ status: 'doubted', gapPercent: 2.1 })
    await o.act(manager, e, other, 'explain', { cause: '沥水' })
    expect([await o.value('safety.epidemic-kg'), await o.value('safety.epidemic-bags')]).toEqual([295.9, 42])
    expect((await ordinary())[0]?.n).toBe(before)
  })

  it('stability-goals 五个不发生自定目标,单位年度责任状,属实事件自动记未实现,年末零事件附佐证才实现', async () => {
    const names = ['进京非访', '群体性事件', '重大舆情', '安全责任事故', '个人极端事件']
    await o.tryAdd('safety.goal', { name: names[0], scope: '经核实属实' }, manager)
    const goals = []
    for (const name of names) goals.push(await o.add('safety.goal', { name, scope: '经核实属实' }, undefined, manager))
    const g = 'safety.pledge'
    const ours = await o.tried(manager, g, { unit: units.water, year: 2026 })
    const theirs = await o.open(manager, g, { unit: units.street, year: 2026 })
    expect(await refusal(manager, g, { unit: units.street, year: 2026 })).toContain('已签订')
    expect((await o.row(g, ours)).goals).toHaveLength(5)
    const n = 'safety.incident'
    const form = { unit: units.street, goal: goals[1], happenedOn: '2026-03-20', what: '摊主聚集' }
    expect(await refusal(manager, n, { ...form, happenedOn: '2026-12-01' })).toContain('不能晚于今天')
    const untrue = await o.tried(manager, n, form)
    await o.act(assessor, n, untrue, 'verify', { isReal: 'no', finding: '正常咨询' })
    expect((await o.row(g, theirs)).status).toBe('on')
    const real = await o.open(manager, n, form)
    await expect(manager.refused(n, real, 'verify', { isReal: 'yes', finding: 'x' })).resolves.toMatch(/权限|登记人/)
    await o.act(assessor, n, real, 'verify', { isReal: 'yes', finding: '三十余人聚集' })
    expect(await o.row(g, theirs)).toMatchObject({ status: 'broken', incidents: 1, broken: ['群体性事件'] })
    const keep = { evidence: '全年零事件,信访台账附后', proof: [photo()] }
    await expect(manager.refused(g, ours, 'keep', keep)).resolves.toContain('年末')
    await w.clock.to('2026-12-31 10:00')
    const late = await o.open(manager, n, { ...form, unit: units.water, goal: goals[0] })
    await expect(manager.refused(g, ours, 'keep', keep)).resolves.toContain('1起事件未核实')
    await o.act(assessor, n, late, 'verify', { isReal: 'no', finding: '非本单位' })
    await o.act(manager, g, ours, 'keep', keep)
    expect(await o.row(g, ours)).toMatchObject({ status: 'kept', incidents: 0 })
    expect([await o.value('safety.stability-incidents'), await o.value('safety.pledges-kept')]).toEqual([1, 50])
    expect(await o.by('safety.stability-incidents', 'goalName')).toEqual({ 群体性事件: 1 })
  })
})
