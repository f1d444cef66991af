/** 培训与制度: surveys and courses, the employee school, the auxiliary month, lectures, study of law, rules signed by each, appraisal from records, hand-overs of a reform. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, somewhere } from '../world.ts'
import { type Affairs, openAffairs } from './affairs-office.ts'
import type { Row } from './buildings-office.ts'

describe('培训与制度', () => {
  let a: Affairs
  let officers: readonly { readonly id: string; readonly login: string }[] = []
  const c = 'training.course'
  beforeAll(async () => {
    a = await openAffairs('2026-03-02 09:00')
    officers = await a.o.query<{ id: string; login: string }>(
      `select id, login from kernel.person where login like 'zhongdui%' or login like 'jiedao%' or login = 'dadui1' order by login`,
    )
  })
  afterAll(() => a.w.close())
  const course = (kind: string, values: Row = {}) => ({
    kind,
    name: '行政处罚法实务',
    skill: 'law',
    teacher: '陈老师',
    way: 'class',
    heldOn: '2026-03-10',
    hours: 8,
    passMark: 60,
    ...values,
  })
  const there = (person: string, score?: number) => ({ person, state: 'there', ...(score === undefined ? {} : { score }) })

  it('training-system 每名执法队员一张普查卡,未查到的点名不能收口,薄弱技能成计划,学时按到课,补考到合格入档', async () => {
    const { w, o, manager, refusal } = a
    const s = 'training.survey'
    const form = { year: 2026, name: '2026年技能普查', dueOn: '2026-03-08' }
    expect(await refusal(manager, s, { ...form, dueOn: '2026-03-01' })).toContain('不能早于今天')
    const id = await o.tried(manager, s, form)
    const cards = await o.list('training.card', { survey: id })
    expect(cards.map((x) => x.person).sort()).toEqual(officers.map((x) => x.id).sort())
    const levels = { law: 4, document: 3, evidence: 3, language: 4, emergency: 3 }
    const [lazy, ...others] = officers
    for (const p of others) {
      const mine = cards.find((x) => x.person === p.id)
      const isWeak = p === others.at(-1)
      await o.act(await w.as(p.login), 'training.card', String(mine?.id), 'fill', { ...levels, document: isWeak ? 2 : 3 })
    }
    const last = cards.find((x) => x.person === lazy?.id)
    await expect(manager.refused('training.card', String(last?.id), 'fill', levels)).resolves.toMatch(/本人|他人/)
    await expect(manager.refused(s, id, 'close')).resolves.toContain(String(last?.name))
    const before = await o.sheet('/training/coverage', { year: '2026' })
    expect([before.officers, before.unsurveyed, before.trained]).toEqual([officers.length, [last?.name], 0])
    await o.act(await w.as(String(lazy?.login)), 'training.card', String(last?.id), 'fill', levels)
    await o.act(manager, s, id, 'close')
    expect(await o.row(s, id)).toMatchObject({ status: 'closed', rate: 100, plan: [{ skill: 'document', weak: 1 }] })
    expect(await o.value('training.surveyed')).toBe(100)
    // The course: only officers, hours by attendance, who fails or stays away comes again.
    expect(await refusal(manager, c, course('officer', { pupils: [{ person: a.water.personId }] }))).toContain('应为执法队员')
    const pupils = others.map((p) => ({ person: p.id }))
    const k = await o.tried(manager, c, course('officer', { name: '案卷制作', skill: 'document', pupils }))
    const [absent, failed] = pupils.map((p) => p.person)
    const results = pupils.map(({ person }) =>
      person === absent ? { person, state: 'absent' } : there(person, person === failed ? 59 : 60),
    )
    await expect(manager.refused(c, k, 'hold', { results, photos: [photo()] })).resolves.toContain('定于2026-03-10')
    await w.clock.to('2026-03-10 09:00')
    await expect(manager.refused(c, k, 'hold', { results: results.slice(1), photos: [photo()] })).resolves.toContain('登记一次')
    await o.act(manager, c, k, 'hold', { results, photos: [photo()] })
    expect(await o.row(c, k)).toMatchObject({
      status: 'makeup',
      waiting: [absent, failed],
      attended: pupils.length - 1,
      passed: pupils.length - 2,
    })
    const again = { results: [there(String(absent), 88), there(String(failed), 75)], photos: [photo()] }
    await o.act(manager, c, k, 'makeUp', again)
    expect(await o.row(c, k)).toMatchObject({ status: 'done', passed: pupils.length, waiting: [] })
    const sheet = await o.sheet('/training/coverage', { year: '2026' })
    expect([sheet.surveyed, sheet.untrained]).toEqual([100, [last?.name]])
    expect(sheet.short.find((x: Row) => x.name === last?.name)).toMatchObject({ hours: 0, lack: 60 })
    // Who failed sat twice: 16 hours; the one who came only to the make-up 8.
    expect(await o.value('training.hours')).toBe((pupils.length - 1) * 8 + 16)
    expect((await o.figure('training.passed'))[0]?.value).toBe(100)
    const own = await w.as(String(officers.find((x) => x.id === failed)?.login))
    expect((await own.get<Row>('/training/mine')).body).toMatchObject({ hours: 16 })
    expect((await own.get('/rows/training.attend')).status).toBe(403)
  })

  it('employee-school 职工学校课程发证书编号,缺考补考,三十日后按前后数字评估效果', async () => {
    const { w, o, manager, water, water2 } = a
    const pupils = [water, water2].map((x) => ({ person: x.personId }))
    const form = course('school', { name: '井下有限空间实操', skill: 'emergency', way: 'practice', hours: 6, pupils })
    const id = await o.tried(manager, c, form)
    const photos = [photo()]
    await o.act(manager, c, id, 'hold', {
      results: [there(water.personId, 90), { person: water2.personId, state: 'absent' }],
      photos,
    })
    await expect(manager.refused(c, id, 'rate', { effect: 'good', effectNote: '1' })).resolves.toMatch(/待补课|当前/)
    await o.act(manager, c, id, 'makeUp', { results: [there(water2.personId, 81)], photos })
    const effect = { effect: 'good', effectNote: '违章操作由月均6起降到1起' }
    await expect(manager.refused(c, id, 'rate', effect)).resolves.toContain('30日后')
    const { number } = await o.row(c, id)
    const file = (await manager.get<{ rows: Row[] }>('/rows/training.attend', { filter: JSON.stringify({ course: id }) })).body
      .rows
    expect(file.map((x) => x.certificate).sort()).toEqual([`${number}-101`, `${number}-201`, null])
    await w.clock.to('2026-04-09 09:00')
    await expect(manager.refused(c, id, 'rate', { ...effect, effectNote: '很好' })).resolves.toContain('前后的数字')
    await o.act(manager, c, id, 'rate', effect)
    expect(await o.row(c, id)).toMatchObject({ status: 'done', effect: 'good' })
    expect(await o.value('training.certificates')).toBe(2)
  })

  it('staff-appraisal 指标权重合计一百,实绩取自案件、返工与缺席记录,月度得分排名,申诉改分重排,系数只印出', async () => {
    const { w, o, manager, water, water2, units, centre, refusal } = a
    const dispatcher = await w.as('paiqian1')
    const procedure = 'cases.case'
    const handled = async (n: number) => {
      const place = { lon: somewhere.lon + n / 2000, lat: somewhere.lat }
      const { id } = (
        await (await w.as('shouli1')).post<{ id: string }>('/cases', { description: '供水井盖缺失', source: 'hotline', ...place })
      ).body
      await centre.act(procedure, id, 'accept')
      const conditions = await centre.get<{ rows: Row[] }>('/rows/cases.condition', {
        filter: JSON.stringify({ kind: 'component', category: '01001' }),
      })
      await centre.act(procedure, id, 'file', {
        categoryKind: 'component',
        category: '01001',
        condition: conditions.body.rows[0]?.id,
      })
      await dispatcher.act(procedure, id, 'dispatch', { limit: { value: 1, unit: 'work_day' }, note: '按现场情况' })
      await water.act(procedure, id, 'receive')
      await water.act(procedure, id, 'submit', { afterPhotos: [photo()], result: '已恢复' })
      return id
    }
    const sent = await handled(0)
    await handled(1)
    await dispatcher.act(procedure, sent, 'rework', { reason: '井盖松动' })
    await water.act(procedure, sent, 'receive')
    await water.act(procedure, sent, 'submit', { afterPhotos: [photo()], result: '已加固' })
    const i = 'training.item'
    await o.tryAdd(i, { name: '处置量', source: 'handled', weight: 60, target: 4 }, manager)
    await o.add(i, { name: '处置量', source: 'handled', weight: 60, target: 4 }, undefined, manager)
    await o.add(i, { name: '返工', source: 'returned', weight: 12, each: 5 }, undefined, manager)
    await o.add(i, { name: '逾期', source: 'overdue', weight: 9, each: 3 }, undefined, manager)
    await o.add(i, { name: '群众不满意', source: 'complaints', weight: 8, each: 5 }, undefined, manager)
    // One citizen is not satisfied with what the unit did.
    const operator = await w.as('shouli1')
    const order = await o.open(operator, 'intake.order', { channel: '12345', kind: 'complaint', content: '井盖响' })
    await operator.act('intake.order', order, 'accept')
    await operator.act('intake.order', order, 'assign', { unit: units.water })
    await water.act('intake.order', order, 'report', { result: '已处理' })
    await operator.act('intake.order', order, 'reply', { reply: '已办' })
    await operator.act('intake.order', order, 'callBack', { satisfaction: 'dissatisfied' })
    const p = 'training.appraisal'
    const form = { month: '2026-04', unit: units.water }
    expect(await refusal(manager, p, form)).toContain('还没有过完')
    // Somebody stays away from a course in April.
    const k = await o.open(
      manager,
      c,
      course('school', { name: '夜间作业安全', heldOn: '2026-04-09', passMark: 0, pupils: [{ person: water2.personId }] }),
    )
    await o.act(manager, c, k, 'hold', { results: [{ person: water2.personId, state: 'absent' }], photos: [photo()] })
    await w.clock.to('2026-05-04 09:00')
    expect(await refusal(manager, p, form)).toContain('合计应为100')
    await o.add(i, { name: '培训', source: 'attendance', weight: 11, each: 10 }, undefined, manager)
    const id = await o.tried(manager, p, form)
    expect(await refusal(manager, p, form)).toMatch(/已|重复|相同/)
    const s = 'training.score'
    const all = async () =>
      (await manager.get<{ rows: Row[] }>(`/rows/${s}`, { filter: JSON.stringify({ appraisal: id }) })).body.rows
    const of = async (who: Client) => (await all()).find((x) => x.person === who.personId) ?? {}
    // Three handled of four: 45; one sent back: 7; never absent: 11; never late: 9; one citizen of the unit not satisfied: 3.
    expect(await of(water)).toMatchObject({ total: 75, rank: 1, multiplier: 0.8 })
    expect((await of(water)).lines.map((l: Row) => [l.item, l.count, l.points])).toEqual([
      ['处置量', 3, 45],
      ['返工', 1, 7],
      ['培训', 0, 11],
      ['逾期', 0, 9],
      ['群众不满意', 1, 3],
    ])
    expect(await of(water2)).toMatchObject({ total: 25, rank: 3, multiplier: 0.5 })
    expect(await o.row(p, id)).toMatchObject({ people: 3, average: 45 })
    // A person reads his own alone.
    for (const who of [water, water2, o.street, o.stranger]) {
      expect((await who.get(`/rows/${s}`)).status).toBe(403)
      expect((await who.get(`/subjects/${s}/${(await of(water)).id}`)).status).toBe(403)
    }
    const mine = (await water2.get<Row>('/training/mine')).body
    expect(mine.scores).toMatchObject([{ month: '2026-04', total: 25, rank: 3, multiplier: 0.5 }])
    expect((await (await w.as('xitong')).get('/training/mine')).status).toBe(403)
    expect((await w.anyone.post('/training/mine/contest', {})).status).toBe(401)
    expect((await water2.post('/training/mine/contest', { month: 'x' })).status).toBe(400)
    const contest = { month: '2026-04', appeal: '当日出应急任务,有派单' }
    expect((await water2.post<Row>('/training/mine/contest', contest)).body.status).toBe('appealed')
    await expect(manager.refused(p, id, 'fix')).resolves.toContain('申诉未处理')
    const mine2 = String((await of(water2)).id)
    await expect(o.leader.refused(s, mine2, 'decide', { isOk: 'yes', decision: 'x' })).resolves.toContain('更正的指标')
    await o.act(o.leader, s, mine2, 'decide', { isOk: 'yes', item: '培训', count: 0, decision: '属实' })
    expect(await of(water2)).toMatchObject({ status: 'fixed', first: 25, total: 35, rank: 2 })
    await w.clock.to('2026-05-09 00:01')
    expect((await of(water)).status).toBe('fixed')
    expect((await water.post<Row>('/training/mine/contest', contest)).status).toBeGreaterThanOrEqual(400)
    await o.act(manager, p, id, 'fix')
    expect([
      await o.value('training.appraised'),
      await o.value('training.appeals'),
      await o.value('training.score-average'),
    ]).toEqual([3, 1, expect.closeTo(48.33, 1)])
  })

  it('auxiliary-improvement 提升月按单位评分:到课四成、合格三成、演练三成,缺课程或演练不能评定', async () => {
    const { w, o, manager, water, water2, lamps } = a
    const m = 'training.month'
    const names = ['市政设施养护所', '城市照明管理所']
    const form = { name: '综合素质提升月', fromOn: '2026-05-01', toOn: '2026-05-31', units: names.map((unit) => ({ unit })) }
    const id = await o.tried(manager, m, form)
    const pupils = [water, water2, lamps].map((x) => ({ person: x.personId }))
    const k = await o.open(manager, c, course('auxiliary', { name: '队列与规范用语', heldOn: '2026-05-12', month: id, pupils }))
    const drill = (unit: string, score: number) => ({ unit, score, photos: [photo()] })
    await expect(manager.refused(m, id, 'drill', drill('路人', 90))).resolves.toContain('不在参加单位')
    await o.act(manager, m, id, 'drill', drill('市政设施养护所', 80))
    await expect(manager.refused(m, id, 'close')).resolves.toContain('没有课程')
    await w.clock.to('2026-05-12 15:00')
    const results = [there(water.personId, 90), { person: water2.personId, state: 'absent' }, there(lamps.personId, 50)]
    await o.act(manager, c, k, 'hold', { results, photos: [photo()] })
    await expect(manager.refused(m, id, 'close')).resolves.toContain('没有演练:城市照明管理所')
    await o.act(manager, m, id, 'drill', drill('城市照明管理所', 90))
    await o.act(manager, m, id, 'close')
    // 50 × 0.4 + 50 × 0.3 + 80 × 0.3 = 59; 100 × 0.4 + 0 + 90 × 0.3 = 67.
    expect((await o.row(m, id)).standings).toMatchObject([
      { unit: '城市照明管理所', score: 67, rank: 1 },
      { unit: '市政设施养护所', attendance: 50, pass: 50, drill: 80, score: 59, rank: 2 },
    ])
    expect(await o.value('training.months')).toBe(1)
  })

  it('lecture-vocational 讲座面向部门协会与管理对象,到场人数,各单位反馈收齐才归档', async () => {
    const { w, o, manager, refusal } = a
    const orgs = [
      { org: '餐饮协会', people: 30 },
      { org: '某渣土公司', people: 12 },
    ]
    const form = course('lecture', { name: '门前三包宣贯', heldOn: '2026-05-20', hours: 2, passMark: 0, orgs })
    expect(await refusal(manager, c, { ...form, orgs: [] })).toContain('听讲单位')
    const id = await o.tried(manager, c, form)
    await w.clock.to('2026-05-20 14:00')
    await expect(manager.refused(c, id, 'hold', { came: 43, photos: [photo()] })).resolves.toContain('应到42人')
    await o.act(manager, c, id, 'hold', { came: 40, photos: [photo()] })
    await o.act(manager, c, id, 'listen', { org: '餐饮协会', score: 5 })
    expect(await a.statusOf(c, id)).toBe('following')
    await expect(manager.refused(c, id, 'listen', { org: '餐饮协会', score: 1 })).resolves.toContain('已反馈')
    await o.act(manager, c, id, 'listen', { org: '某渣土公司', score: 4, said: '希望多讲案例' })
    expect(await o.row(c, id)).toMatchObject({ status: 'done', attended: 40, score: 4.5 })
    expect([await o.value('training.lectured'), await o.value('training.lecture-score')]).toEqual([40, 4.5])
  })

  it('law-study 领导集体学法须附资料、学员为领导班子;年度普法计划逐项举办,未举办的点名', async () => {
    const { w, o, manager, refusal } = a
    const pupils = [o.leader, o.head].map((x) => ({ person: x.personId }))
    const form = course('law', { name: '行政处罚法', heldOn: '2026-05-25', hours: 2, passMark: 0, pupils })
    expect(await refusal(manager, c, form)).toContain('学习资料')
    const full = { ...form, materials: [photo()] }
    expect(await refusal(manager, c, { ...full, pupils: [{ person: manager.personId }] })).toContain('领导班子')
    const id = await o.tried(manager, c, full)
    await w.clock.to('2026-05-25 15:00')
    await o.act(manager, c, id, 'hold', { results: pupils.map((p) => there(p.person)), photos: [photo()] })
    expect(await a.statusOf(c, id)).toBe('done')
    const l = 'training.law-plan'
    const items = [
      { name: '宪法宣传周', audience: '市民', dueOn: '2026-12-04' },
      { name: '普法进工地', audience: '施工单位', dueOn: '2026-06-30' },
    ]
    const plan = await o.tried(manager, l, { year: 2026, items })
    const event = { name: '普法进工地', place: '湖滨工地', people: 80, photos: [photo()] }
    await expect(manager.refused(l, plan, 'event', { ...event, name: '其他' })).resolves.toContain('没有这项')
    await o.act(manager, l, plan, 'event', event)
    await expect(manager.refused(l, plan, 'close', { summary: 'x' })).resolves.toContain('未举办:宪法宣传周')
    await o.act(manager, l, plan, 'event', { ...event, name: '宪法宣传周', people: 200 })
    await o.act(manager, l, plan, 'close', { summary: '两场280人次' })
    expect(await o.row(l, plan)).toMatchObject({ status: 'closed', held: 2, people: 280 })
    expect([await o.value('training.law-studies'), await o.by('training.law-events', 'year')]).toEqual([1, { 2026: 2 }])
  })

  it('internal-rules 施行即送每名职工阅签,未签点名,修订后旧版废止重新阅签,正文全文检索,期满失效', async () => {
    const { w, o, manager, water, lamps, units, refusal } = a
    const r = 'training.rule'
    const form = { name: '考勤管理制度', class: 'people', unit: units.bureau, body: '第一条 上下班须打卡。第二条 外勤须报备。' }
    const refusedDraft = await o.tried(manager, r, form)
    const term = { paper: '城管办〔2026〕3号', fromOn: '2026-06-01', toOn: '2026-12-31' }
    await expect(manager.refused(r, refusedDraft, 'issue', term)).resolves.toContain('权限')
    expect(await refusal(manager, r, form)).toContain('还在审签')
    await o.act(o.leader, r, refusedDraft, 'drop', { reason: '请补充请假' })
    // What was not approved was no edition: the rule is drafted again under its name, and comes out as the first.
    const id = await o.open(manager, r, form)
    await o.act(o.leader, r, id, 'issue', term)
    const { readers, edition } = await o.row(r, id)
    expect([edition, Number(readers) > officers.length]).toEqual([1, true])
    // Whoever must sign can read the text, wherever they work: street, window, kerb, party office.
    for (const login of ['jiedao1', 'caiji1', 'chuangkou1', 'shoufei1', 'dangwu1', 'renshi1']) {
      const employee = await w.as(login)
      const [asked] = await o.list('training.reading', { rule: id, person: employee.personId })
      expect([login, asked?.status]).toEqual([login, 'open'])
      const read = await employee.get<Row>(`/rows/${r}/${id}`)
      expect([login, read.body.body]).toEqual([login, form.body])
    }
    const sign = async (who: Client, of: string) => {
      const [mine] = await o.list('training.reading', { rule: of, person: who.personId })
      await o.act(who, 'training.reading', String(mine?.id), 'sign')
    }
    const [other] = await o.list('training.reading', { rule: id, person: lamps.personId })
    await expect(water.refused('training.reading', String(other?.id), 'sign')).resolves.toMatch(/本人|他人/)
    await sign(water, id)
    const admin = await w.as('xitong')
    expect((await admin.get('/training/unsigned', { rule: id })).status).toBe(403)
    const unsigned = async (rule: string) => (await o.leader.get<Row>('/training/unsigned', { rule })).body
    const sheet = await unsigned(id)
    expect([sheet.readers, sheet.signed, sheet.missing.length]).toEqual([readers, 1, Number(readers) - 1])
    expect(sheet.missing).toContain(other?.name)
    const found = await water.get<{ rows: Row[] }>(`/rows/${r}`, { search: '外勤须报备' })
    expect(found.body.rows.filter((x) => x.status === 'on').map((x) => x.number)).toEqual([(await o.row(r, id)).number])
    expect(await refusal(manager, r, form)).toContain('已有同名制度')
    const second = await o.open(manager, r, { ...form, prior: id, body: '第一条 弹性打卡。' })
    await o.act(o.leader, r, second, 'issue', { ...term, paper: '城管办〔2026〕9号' })
    expect(await o.row(r, id)).toMatchObject({ status: 'repealed', endReason: '由第2版替代' })
    expect((await unsigned(id)).missing).toEqual([])
    expect((await unsigned(second)).signed).toBe(0)
    await sign(water, second)
    const title = '考勤管理制度(第2版)'
    expect((await o.by('training.signed', 'title'))[title]).toBeCloseTo(100 / Number(readers), 6)
    expect(await o.by('training.rules', 'class')).toEqual({ people: 1 })
    await w.clock.to('2027-01-01 00:01')
    expect([await a.statusOf(r, second), await o.value('training.rules')]).toEqual(['expired', 0])
  })

  it('institution-establish 五类清单齐全,逐项移交接收两方签字,数量不符须说明,双签完才办结', async () => {
    const { o, manager, water, lamps, units, refusal } = a
    const f = 'training.reform'
    const items = [
      { kind: 'post', name: '道路养护职责', count: 1 },
      { kind: 'people', name: '事业编制人员', count: 5 },
      { kind: 'stamp', name: '行政公章', count: 1 },
      { kind: 'asset', name: '养护车辆', count: 4 },
      { kind: 'archive', name: '文书档案', count: 120 },
    ]
    const form = {
      name: '道路照明职责划转',
      paper: '编〔2026〕7号',
      fromUnit: units.water,
      toUnit: units.lamps,
      giver: water.personId,
      taker: lamps.personId,
      dueOn: '2027-02-01',
      items,
    }
    expect(await refusal(manager, f, { ...form, items: items.slice(1, 4) })).toContain('清单缺:职责与编制、档案')
    expect(await refusal(manager, f, { ...form, taker: water.personId })).toContain('接收人应在划入单位')
    const id = await o.tried(manager, f, form)
    await expect(lamps.refused(f, id, 'take', { name: '行政公章' })).resolves.toContain('移交人还未签字')
    await expect(lamps.refused(f, id, 'give', { name: '行政公章', handed: 1 })).resolves.toContain('由移交人')
    await expect(water.refused(f, id, 'give', { name: '养护车辆', handed: 3 })).resolves.toContain('应交4,请说明差异')
    for (const i of items) {
      const isShort = i.name === '养护车辆'
      await o.act(water, f, id, 'give', {
        name: i.name,
        handed: isShort ? 3 : i.count,
        ...(isShort ? { note: '一辆已报废' } : {}),
      })
    }
    await expect(o.leader.refused(f, id, 'close')).resolves.toMatch(/划转中|当前|双签/)
    await expect(water.refused(f, id, 'take', { name: '行政公章' })).resolves.toContain('由接收人')
    for (const i of items) await o.act(lamps, f, id, 'take', { name: i.name })
    expect(await o.row(f, id)).toMatchObject({ status: 'done', given: 5, taken: 5, total: 5 })
    await o.act(o.leader, f, id, 'close')
    expect([await a.statusOf(f, id), await o.value('training.moved')]).toEqual(['closed', 5])
  })
})
