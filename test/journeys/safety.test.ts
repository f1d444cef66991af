/** 安全生产: checks to closed problems, risks and duty lists by frequency, enterprises, key times, lessons, programmes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo, type World, world } from '../world.ts'
import { type Office, openOffice, type Row } from './buildings-office.ts'

describe('安全生产检查与治理', () => {
  let w: World
  let o: Office
  let manager: Client
  let checker: Client
  let assessor: Client
  let water: Client
  const units = { water: '', street: '' }
  const shops: Record<string, string> = {}
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
    ;[manager, assessor, water] = (await Promise.all(['zhiban1', 'kaohe1', 'chuzhi11'].map((l) => w.as(l)))) as [
      Client,
      Client,
      Client,
    ]
    checker = o.head
    const unitOf = async (person: string) =>
      String((await o.query<{ u: string }>('select unit_id as u from kernel.person where id = $1', [person]))[0]?.u)
    units.water = await unitOf(water.personId)
    units.street = await unitOf(o.street.personId)
  })
  afterAll(() => w.close())
  const refusal = async (who: Client, procedure: string, values: Row) => (await o.tryOpen(who, procedure, values)).zh
  const firm = (name: string, values: Row = {}) => ({
    name,
    classes: ['municipal', 'chemical', 'fire'],
    level: 'yellow',
    isKey: false,
    unit: units.water,
    people: 40,
    chief: '王安',
    phone: '13900000000',
    fromOn: '2026-03-02',
    state: 'open',
    ...values,
  })
  const c = 'safety.check'
  const p = 'safety.problem'
  /** A check of an enterprise by its list; what is named fails. */
  const inspect = async (enterprise: string, extra: Row = {}, bad: readonly Row[] = []): Promise<string> => {
    const id = await o.open(checker, c, { enterprise, mode: 'routine', class: 'municipal', ...extra })
    const { items } = await o.row(c, id)
    const results = (items as string[]).map((item, i) => (bad[i] ? { item, result: 'bad', ...bad[i] } : { item, result: 'ok' }))
    await o.act(checker, c, id, 'record', { results, comment: '按表检查', photos: [photo()] })
    return id
  }
  const mend = async (id: string) => {
    await o.act(water, p, id, 'fix', { fix: '已整改', photos: [photo()] })
    await o.act(assessor, p, id, 'recheck', { isOk: 'yes', said: '合格', photos: [photo()] })
  }

  it('safety-inspection 按检查表逐项检查,问题下整改指令、附照整改、另一人复查、闭环,重大的发函挂牌停产,逾期列出', async () => {
    await o.tryAdd('safety.enterprise', firm('市政养护一公司'), manager)
    shops.one = await o.add('safety.enterprise', firm('市政养护一公司', { isKey: true, level: 'red' }), undefined, manager)
    shops.two = await o.add('safety.enterprise', firm('市政养护二公司'), undefined, manager)
    const line = { class: 'municipal', basis: '安全生产法第四十一条', isGrave: false }
    await o.add('safety.checklist', { ...line, code: 'SZ-01', item: '下井作业先通风检测', isGrave: true }, undefined, manager)
    await o.add('safety.checklist', { ...line, code: 'SZ-02', item: '围挡与警示标志齐全' }, undefined, manager)
    await o.add('safety.checklist', { ...line, code: 'SZ-03', item: '特种作业持证' }, undefined, manager)
    const start = { enterprise: shops.one, mode: 'surprise', class: 'municipal' }
    expect(await refusal(checker, c, { ...start, class: 'gas' })).toContain('不涉及燃气')
    expect(await refusal(checker, c, { ...start, class: 'fire' })).toContain('没有检查表')
    const id = await o.tried(checker, c, start)
    const [a, b, d] = (await o.row(c, id)).items as [string, string, string]
    expect(b).toBe('SZ-02 围挡与警示标志齐全')
    const ok = (item: string) => ({ item, result: 'ok' })
    const record = (results: readonly Row[]) => ({ results, comment: '责令整改', photos: [photo()] })
    await expect(checker.refused(c, id, 'record', record([ok(a), ok(b)]))).resolves.toContain('SZ-03')
    await expect(checker.refused(c, id, 'record', record([ok(a), ok(d), { item: b, result: 'bad' }]))).resolves.toContain(
      '写明问题',
    )
    const grave = { item: a, result: 'bad', what: '未检测即下井', level: 'general', dueOn: '2026-03-05' }
    await expect(checker.refused(c, id, 'record', record([grave, ok(b), ok(d)]))).resolves.toContain('即为重大隐患')
    const light = { item: b, result: 'bad', what: '缺警示灯', level: 'general', dueOn: '2026-03-05' }
    await o.act(checker, c, id, 'record', record([{ ...grave, level: 'major' }, light, ok(d)]))
    expect(await o.row(c, id)).toMatchObject({ status: 'fixing', total: 3, problems: 2 })
    const found = await o.list(p, { checkId: id })
    const of = (what: string) => String(found.find((f) => f.what === what)?.id)
    const small = of('缺警示灯')
    await expect(water.refused(p, small, 'fix', { fix: '已装', photos: [] })).resolves.toContain('至少1张')
    await w.clock.to('2026-03-06 08:00')
    expect(await o.row(p, small)).toMatchObject({ status: 'ordered', isOverdue: 'yes' })
    expect(await o.value('safety.problems-overdue')).toBe(1)
    await o.act(water, p, small, 'fix', { fix: '已装', photos: [photo()] })
    await expect(water.refused(p, small, 'recheck', { isOk: 'yes', said: 'x', photos: [photo()] })).resolves.toContain('权限')
    await o.act(assessor, p, small, 'recheck', { isOk: 'no', said: '灯不亮', photos: [photo()] })
    await mend(small)
    expect(await o.row(p, small)).toMatchObject({ status: 'closed', backs: 1, isInTime: 'no', closedOn: '2026-03-06' })
    const big = of('未检测即下井')
    expect((await o.row(p, big)).status).toBe('grave')
    await expect(
      o.leader.refused(p, big, 'hang', { letter: '督1号', isSuspended: 'yes', dueOn: '2026-03-20' }),
    ).resolves.toContain('函号写成')
    await o.act(o.leader, p, big, 'hang', { letter: '湖安督〔2026〕1号', isSuspended: 'yes', dueOn: '2026-03-20' })
    expect((await o.row('safety.enterprise', String(shops.one))).state).toBe('suspended')
    expect(await o.value('safety.suspended')).toBe(1)
    await mend(big)
    expect((await o.row(p, big)).status).toBe('lifting')
    expect((await o.row(c, id)).status).toBe('fixing')
    await o.act(o.leader, p, big, 'lift')
    expect([(await o.row('safety.enterprise', String(shops.one))).state, (await o.row(c, id)).status]).toEqual(['open', 'closed'])
    expect([await o.value('safety.checks'), await o.value('safety.problems'), await o.value('safety.problems-fixed')]).toEqual([
      1, 2, 100,
    ])
    expect(await o.by('safety.problems', 'level')).toEqual({ general: 1, major: 1 })
  })

  it('key-enterprise-safety 企业按红橙黄蓝定检查频次,检查自动办结到期项,逾期列出,停产关闭', async () => {
    expect((await o.tryOpen(manager, p, {})).zh).toBeTruthy()
    await o.job('safety.dues')
    const dues = await o.list('safety.due', { kind: 'check' })
    expect(Object.fromEntries(dues.map((d) => [d.name, d.dueOn]))).toEqual({
      '检查 市政养护一公司': '2026-03-31',
      '检查 市政养护二公司': '2026-05-30',
    })
    await o.job('safety.dues')
    expect(await o.list('safety.due', { kind: 'check' })).toHaveLength(2)
    const one = String(dues.find((d) => d.enterprise === shops.one)?.id)
    await expect(
      water.refused('safety.due', one, 'fulfil', { evidence: 'x', isAbnormal: 'no', photos: [photo()] }),
    ).resolves.toContain('登记一次')
    await inspect(String(shops.two))
    expect(await o.list('safety.due', { kind: 'check', status: 'done' })).toMatchObject([
      { name: '检查 市政养护二公司', isLate: 'no' },
    ])
    await w.clock.to('2026-04-01 08:00')
    await o.job('safety.dues')
    const sheet = (await o.sheet('/safety/ledger')).rows as Row[]
    expect(sheet.map((r) => [r.level, r.everyDays, r.isMissed, r.checks, r.found])).toEqual([
      ['red', 30, true, 1, 2],
      ['yellow', 90, false, 1, 0],
    ])
    await inspect(String(shops.one))
    expect((await o.row('safety.due', one)).isLate).toBe('yes')
    // The first of them late; the period that began on 1 April was done on its first day.
    expect((await o.figure('safety.check-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    expect([await o.value('safety.enterprises'), await o.value('safety.key-enterprises')]).toEqual([2, 1])
  })

  it('hazard-identification 风险源四色与管控频次,台账、清单、逐项整改、复查、销号', async () => {
    const risk = {
      name: '滨湖泵站有限空间',
      class: 'municipal',
      level: 'red',
      unit: units.water,
      consequence: '中毒窒息',
      measures: '先通风再检测后作业',
      fromOn: '2026-04-01',
    }
    await o.tryAdd('safety.risk', risk, manager)
    await o.add('safety.risk', risk, undefined, manager)
    await o.add('safety.risk', { ...risk, name: '路面养护交通事故', level: 'blue' }, undefined, manager)
    await o.job('safety.dues')
    const [due] = await o.list('safety.due', { kind: 'risk', name: '管控 滨湖泵站有限空间' })
    expect(due).toMatchObject({ fromOn: '2026-04-01', dueOn: '2026-04-07', unit: units.water })
    const done = { evidence: '检测合格', isAbnormal: 'no', photos: [photo()] }
    await expect(o.street.refused('safety.due', String(due?.id), 'fulfil', done)).resolves.toContain('属于其他单位')
    await expect(water.refused('safety.due', String(due?.id), 'fulfil', { ...done, photos: [] })).resolves.toContain('至少1张')
    await o.act(water, 'safety.due', String(due?.id), 'fulfil', done)
    await w.clock.to('2026-04-15 08:00')
    await o.job('safety.dues')
    // The week in between nobody was asked for, the platform standing still: it is listed as missed all the same.
    const weeks = await o.list('safety.due', { kind: 'risk', name: '管控 滨湖泵站有限空间' })
    expect(weeks.map((d) => [d.fromOn, d.status]).sort()).toEqual([
      ['2026-04-01', 'done'],
      ['2026-04-08', 'missed'],
      ['2026-04-15', 'open'],
    ])
    expect(await o.value('safety.control-rate')).toBe(50)
    const survey = {
      source: 'survey',
      enterprise: shops.two,
      class: 'municipal',
      what: '气体检测仪过期',
      level: 'general',
      unit: units.water,
      dueOn: '2026-04-20',
    }
    expect(await refusal(checker, p, { ...survey, dueOn: '2026-04-01' })).toContain('不能早于今天')
    const id = await o.tried(checker, p, survey)
    await mend(id)
    expect(await o.row(p, id)).toMatchObject({ status: 'closed', isInTime: 'yes', name: '市政养护二公司' })
    expect(await o.value('safety.risks')).toBe(2)
    expect(await o.by('safety.problems', 'source')).toEqual({ check: 2, survey: 1 })
  })

  it('safety-duty-list 部门行业企业党组四张清单,空档与交叉列出,按期生成佐证待办,缺佐证列出', async () => {
    const t = { name: '有限空间作业监管', basis: '安全生产法第三条', lists: ['department', 'enterprise', 'party'] }
    await o.tryAdd('safety.duty-topic', t, manager)
    const topic = await o.add('safety.duty-topic', t, undefined, manager)
    const item = {
      list: 'department',
      topic,
      holder: '市政科',
      unit: units.water,
      isLead: true,
      what: '每月检查一次',
      everyMonths: 1,
      evidence: '检查记录',
      fromOn: '2026-04-15',
    }
    await o.add('safety.duty-item', item, undefined, manager)
    const party = { ...item, list: 'party', holder: '分管副局长', what: '每季听取汇报', everyMonths: 3 }
    expect((await manager.post<Row>('/rows/safety.duty-item', { values: party })).body.zh).toContain('落到人')
    await o.add('safety.duty-item', { ...party, person: o.leader.personId }, undefined, manager)
    await o.add('safety.duty-item', { ...item, holder: '安全科', what: '每月抽查' }, undefined, manager)
    const sheet = await o.sheet('/safety/coverage')
    expect(sheet).toMatchObject({
      topics: 1,
      items: 3,
      gaps: [{ topic: '有限空间作业监管', list: 'enterprise' }],
      overlaps: [{ list: 'department', holders: '安全科、市政科' }],
      missing: [],
    })
    await o.job('safety.dues')
    const dues = await o.list('safety.due', { kind: 'duty' })
    expect(dues.map((d) => d.dueOn).sort()).toEqual(['2026-05-14', '2026-05-14', '2026-07-14'])
    const own = String(dues.find((d) => d.person === o.leader.personId)?.id)
    await expect(
      water.refused('safety.due', own, 'fulfil', { evidence: 'x', isAbnormal: 'no', photos: [photo()] }),
    ).resolves.toContain('已派给他人')
    await o.act(o.leader, 'safety.due', own, 'fulfil', { evidence: '听取一季度汇报', isAbnormal: 'no', photos: [photo()] })
    const monthly = String(dues.find((d) => d.name.includes('每月检查'))?.id)
    await o.act(water, 'safety.due', monthly, 'fulfil', { evidence: '检查12处', isAbnormal: 'no', photos: [photo()] })
    await w.clock.to('2026-05-15 08:00')
    expect((await o.sheet('/safety/coverage')).missing).toMatchObject([
      { holder: '安全科:每月抽查', dueOn: '2026-05-14', days: 1 },
    ])
    expect((await o.figure('safety.duty-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
  })

  it('grassroots-safety-link 领导定点联系,按频次走访,发现问题即下整改,到期未走访列出', async () => {
    const link = {
      name: '养护二公司联系点',
      leader: o.leader.personId,
      enterprise: shops.two,
      unit: units.water,
      everyMonths: 1,
      fromOn: '2026-05-15',
    }
    await o.tryAdd('safety.link', link, manager)
    await o.add('safety.link', link, undefined, manager)
    await o.job('safety.dues')
    const d = 'safety.due'
    const [due] = await o.list(d, { kind: 'visit' })
    expect(due).toMatchObject({ person: o.leader.personId, dueOn: '2026-06-14' })
    const finding = { what: '消防通道堆物', level: 'general', dueOn: '2026-05-20' }
    const visit = { evidence: '到现场与班组座谈', findings: [finding], photos: [photo()] }
    await expect(water.refused(d, String(due?.id), 'visit', visit)).resolves.toContain('已派给他人')
    await expect(
      o.leader.refused(d, String(due?.id), 'fulfil', { evidence: 'x', isAbnormal: 'no', photos: [photo()] }),
    ).resolves.toContain('登记走访')
    await o.act(o.leader, d, String(due?.id), 'visit', visit)
    const [found] = await o.list(p, { source: 'visit' })
    expect(found).toMatchObject({ what: '消防通道堆物', status: 'ordered', name: '市政养护二公司' })
    await mend(String(found?.id))
    await w.clock.to('2026-06-15 08:00')
    await o.job('safety.dues')
    await w.clock.to('2026-07-15 08:00')
    expect((await o.list(d, { kind: 'visit' })).map((x) => x.status).sort()).toEqual(['done', 'missed'])
    expect(await o.value('safety.visit-rate')).toBe(50)
  })

  it('chemical-fire-hazard 危化品消防各有检查表,节假日恶劣天气时段按加密间隔生成检查,时段一过即止', async () => {
    await o.add(
      'safety.checklist',
      {
        class: 'chemical',
        code: 'WH-01',
        item: '危化品分类存放双人双锁',
        basis: '危险化学品安全管理条例第二十四条',
        isGrave: true,
      },
      undefined,
      manager,
    )
    await o.add(
      'safety.checklist',
      { class: 'fire', code: 'XF-01', item: '灭火器在有效期', basis: '消防法第十六条', isGrave: false },
      undefined,
      manager,
    )
    shops.farm = await o.add('safety.enterprise', firm('园林苗圃', { classes: ['greening'], level: 'blue' }), undefined, manager)
    const key = { name: '国庆', kind: 'holiday', classes: ['chemical'], fromOn: '2026-09-28', toOn: '2026-10-07', everyDays: 5 }
    await o.tryAdd('safety.key-period', key, manager)
    expect((await manager.post<Row>('/rows/safety.key-period', { values: { ...key, toOn: '2026-09-01' } })).body.zh).toContain(
      '不能早于起',
    )
    await o.add('safety.key-period', key, undefined, manager)
    await w.clock.to('2026-09-28 08:00')
    await o.job('safety.dues')
    const due = () => o.list('safety.due', { kind: 'key' })
    expect((await due()).map((d) => [d.name, d.dueOn]).sort()).toEqual([
      ['国庆 检查 市政养护一公司', '2026-10-02'],
      ['国庆 检查 市政养护二公司', '2026-10-02'],
    ])
    const id = await inspect(String(shops.one), { class: 'chemical', mode: 'special' }, [
      { what: '单人单锁', level: 'major', dueOn: '2026-09-30' },
    ])
    expect((await due()).map((d) => d.status).sort()).toEqual(['done', 'open'])
    const [found] = await o.list(p, { checkId: id })
    expect(found).toMatchObject({ class: 'chemical', status: 'grave' })
    await o.act(o.leader, p, String(found?.id), 'hang', { letter: '湖安督〔2026〕2号', isSuspended: 'no', dueOn: '2026-10-01' })
    await mend(String(found?.id))
    await o.act(o.leader, p, String(found?.id), 'lift')
    await w.clock.to('2026-10-03 08:00')
    await o.job('safety.dues')
    expect(await due()).toHaveLength(4)
    await w.clock.to('2026-10-08 08:00')
    await o.job('safety.dues')
    expect(await due()).toHaveLength(4)
    expect(await o.by('safety.problems', 'class')).toMatchObject({ chemical: 1, municipal: 3 })
  })

  it('accident-lesson 外地事故提炼教训与检查项,同类企业家家排查,未到的点名,隐患闭环才办结', async () => {
    const l = 'safety.lesson'
    const form = {
      name: '外市作业车碾压事故',
      happenedOn: '2026-10-01',
      place: '外市',
      class: 'municipal',
      cause: '盲区无监控',
      lesson: '车辆盲区管理缺失',
      items: ['作业车加装盲区监控', '驾驶员每日班前教育'],
      dueOn: '2026-10-15',
    }
    expect(await refusal(manager, l, { ...form, class: 'gas' })).toContain('没有涉及燃气')
    expect(await refusal(manager, l, { ...form, items: [] })).toContain('检查项')
    const id = await o.tried(manager, l, form)
    expect((await o.row(l, id)).similar.map((s: Row) => s.name)).toEqual(['市政养护一公司', '市政养护二公司'])
    await inspect(String(shops.one), { lesson: id, mode: 'census' }, [
      { what: '三台车无监控', level: 'general', dueOn: '2026-10-20' },
    ])
    await expect(manager.refused(l, id, 'close', { summary: 'x' })).resolves.toContain('还没有排查到:市政养护二公司')
    await inspect(String(shops.two), { lesson: id, mode: 'census' })
    await expect(manager.refused(l, id, 'close', { summary: 'x' })).resolves.toContain('还有1起隐患')
    const [found] = await o.list(p, { source: 'lesson' })
    await mend(String(found?.id))
    await o.act(manager, l, id, 'close', { summary: '全部加装' })
    expect(await o.row(l, id)).toMatchObject({ status: 'closed', total: 2, problems: 1 })
    expect([await o.value('safety.lessons'), await o.value('safety.lesson-reached')]).toEqual([1, 100])
  })

  it('safety-three-year 三年方案每年有目标,两个清单逐项销号,年度评估按实数出,各年评估齐才总结', async () => {
    const g = 'safety.programme'
    const target = (year: number, checks = 1) => ({ year, what: '重点领域全覆盖', checks })
    const form = {
      name: '城市管理安全生产三年专项整治',
      fromYear: 2025,
      toYear: 2027,
      sectors: ['municipal', 'muck'],
      targets: [target(2025), target(2026, 2)],
    }
    expect(await refusal(manager, g, form)).toContain('没有年度目标:2027')
    const id = await o.tried(manager, g, { ...form, targets: [...form.targets, target(2027)] })
    const it = 'safety.item'
    const item = { kind: 'measure', programme: id, what: '出台有限空间作业规程', unit: units.water, dueOn: '2026-11-30' }
    expect(await refusal(manager, it, item)).toContain('不在实施中')
    await o.act(o.leader, g, id, 'approve', { isOk: 'yes' })
    expect(await refusal(manager, it, { ...item, dueOn: '2028-01-01' })).toContain('超出')
    expect(await refusal(manager, it, { ...item, programme: undefined })).toContain('须选专项整治')
    const task = await o.tried(manager, it, item)
    await inspect(String(shops.one), { programme: id, mode: 'leader' })
    await inspect(String(shops.two), { programme: id, mode: 'special' })
    await expect(manager.refused(g, id, 'assess', { year: 2026 })).resolves.toContain('12月以后')
    await w.clock.to('2026-12-02 09:00')
    expect((await o.row(it, task)).isOverdue).toBe('yes')
    await expect(manager.refused(g, id, 'assess', { year: 2026 })).resolves.toContain('1项未销号')
    await o.act(water, it, task, 'finish', { result: '已印发', photos: [photo()] })
    await o.act(assessor, it, task, 'sign', { isOk: 'yes' })
    await o.act(manager, g, id, 'assess', { year: 2026 })
    await o.act(manager, g, id, 'assess', { year: 2025 })
    expect((await o.row(g, id)).results).toMatchObject([
      { year: 2026, target: 2, checks: 2, modes: '领导带队1次、专项检查1次', items: 1, isMet: 'yes' },
      { year: 2025, checks: 0, isMet: 'no' },
    ])
    await expect(manager.refused(g, id, 'close', { summary: 'x' })).resolves.toContain('还没有年度评估:2027')
    expect([await o.value('safety.programme-years'), await o.value('safety.items-closed')]).toEqual([3, 100])
    expect(await o.by('safety.checks', 'mode')).toMatchObject({ surprise: 1, leader: 1, census: 2 })
  })
})
