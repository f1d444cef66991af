import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { type Client, photo, somewhere, type World, world } from '../world.ts'

type Row = Record<string, any>
/** 内部工作: informatics, science, publicity, openness; each approved by another than who asks, within money, copies and days. */
describe('内部工作', () => {
  let w: World
  let keeper: Client
  let leader: Client
  let handler: Client
  let stranger: Client
  let unit = ''
  let streets: readonly { readonly code: string; readonly name: string }[] = []
  const query = async <T extends object>(sql: string, params: readonly unknown[] = []): Promise<readonly T[]> =>
    (await w.kernel.db.withDistricts([w.district], (tx) => raw<T>(tx, sql, [...params]))).rows
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    ;[keeper, leader, handler, stranger] = (await Promise.all(
      ['kaohe1', 'juzhang', 'chuzhi11', 'caiji1'].map((l) => w.as(l)),
    )) as [Client, Client, Client, Client]
    unit =
      (await query<{ u: string }>('select unit_id as u from kernel.appointment where person_id = $1', [handler.personId]))[0]
        ?.u ?? ''
    streets = await query(`select code, name from kernel.area where level = 'street' and valid_to is null order by code`)
  })
  afterAll(() => w.close())
  const tryOpen = async (who: Client, procedure: string, values: unknown) =>
    (await who.post<Row>(`/subjects/${procedure}`, { values })).body
  const open = async (who: Client, procedure: string, values: unknown): Promise<string> => {
    const body = await tryOpen(who, procedure, values)
    expect([procedure, body.zh]).toEqual([procedure, undefined])
    return String(body.id)
  }
  /** 401 without a session, 403 without the verb, 400 with an empty form, then 201. */
  const tried = async (who: Client, procedure: string, values: unknown): Promise<string> => {
    const path = `/subjects/${procedure}`
    expect([procedure, (await w.anyone.post(path, { values })).status]).toEqual([procedure, 401])
    expect([procedure, (await stranger.post(path, { values })).status]).toEqual([procedure, 403])
    expect([procedure, (await who.post(path, { values: {} })).status]).toEqual([procedure, 400])
    return open(who, procedure, values)
  }
  const add = async (definition: string, values: unknown): Promise<string> => {
    const answer = await keeper.post<Row>(`/rows/${definition}`, { values })
    expect([definition, answer.body.zh]).toEqual([definition, undefined])
    return String(answer.body.id)
  }
  const row = async (definition: string, id: string) => (await keeper.get<Row>(`/rows/${definition}/${id}`)).body
  const list = async (definition: string, filter: Row = {}) =>
    (await keeper.get<{ rows: Row[] }>(`/rows/${definition}`, { filter: JSON.stringify(filter), limit: '200' })).body.rows
  const figure = async (id: string, by?: string) =>
    (
      await leader.get<{ values: Row[] }>(`/indicators/office.${id}`, {
        from: '2026-01-01T00:00:00Z',
        to: '2027-01-01T00:00:00Z',
        ...(by ? { by } : {}),
      })
    ).body.values
  const value = async (id: string) => (await figure(id))[0]?.value
  const acceptModule = async (id: string) => {
    await keeper.act('office.module', id, 'online', { onlineOn: '2026-03-02' })
    await keeper.act('office.module', id, 'users', { users: 12 })
    await leader.act('office.module', id, 'accept', { acceptedOn: '2026-03-02', conclusion: '合格' })
  }

  it('city-service-platform-two 平台二期四个模块逐个上线、问题清零、使用达数、验收,培训后建成', async () => {
    const modules = ['云脑', '数据采集', '评价', '舆情'].map((name) => ({ name, vendor: '某公司' }))
    const values = { name: '综合管理服务平台二期', kind: 'platform', budgetFen: 500_000_000, finishBy: '2026-12-31', modules }
    const id = await tried(keeper, 'office.phase', values)
    const made = await list('office.module', { phase: id })
    expect(made).toHaveLength(4)
    const first = made[0]?.id
    await keeper.act('office.module', first, 'online', { onlineOn: '2026-03-02' })
    await handler.act('office.module', first, 'problem', { title: '导出卡顿', fixDays: 3 })
    const conclusion = { acceptedOn: '2026-03-02', conclusion: '合格' }
    await expect(leader.refused('office.module', first, 'accept', conclusion)).resolves.toContain('不足5人')
    await keeper.act('office.module', first, 'users', { users: 30 })
    await expect(leader.refused('office.module', first, 'accept', conclusion)).resolves.toContain('1项问题')
    expect(await value('problems-open')).toBe(1)
    const [found] = await list('office.problem')
    await keeper.act('office.problem', found?.id, 'fix', { answer: '已优化' })
    await handler.act('office.problem', found?.id, 'reopen', { reason: '仍慢' })
    await keeper.act('office.problem', found?.id, 'fix', { answer: '加索引' })
    await handler.act('office.problem', found?.id, 'confirm')
    await leader.act('office.module', first, 'accept', conclusion)
    await expect(leader.refused('office.phase', id, 'finish')).resolves.toContain('3项模块验收')
    for (const m of made.slice(1)) await acceptModule(m.id)
    await expect(leader.refused('office.phase', id, 'finish')).resolves.toContain('培训')
    await keeper.act('office.phase', id, 'train', { heldOn: '2026-03-02', topic: '操作培训', people: 40 })
    await leader.act('office.phase', id, 'finish')
    expect((await figure('modules-accepted-rate'))[0]).toMatchObject({ numerator: 4, denominator: 4, value: 100 })
    expect(await value('module-users')).toBe(66)
    expect((await figure('phases-done', 'kind'))[0]).toMatchObject({ key: 'platform', value: 1 })
  })

  it('smart-application-two 智慧应用先验收再试点,试点街道都反馈、满意度达线才推广,低的只能停止', async () => {
    const p = 'office.phase'
    const start = async (name: string, satisfaction: number) => {
      const modules = [{ name: `${name}识别`, vendor: '某公司' }]
      const id = await open(keeper, p, { name, kind: 'smart', budgetFen: 100, finishBy: '2026-12-31', modules })
      const towns = streets.slice(0, 2).map((s) => ({ street: s.code, name: s.name }))
      await expect(keeper.refused(p, id, 'pilot', { towns, pilotUntil: '2026-06-30' })).resolves.toContain('1项模块验收')
      await acceptModule((await list('office.module', { phase: id }))[0]?.id)
      await keeper.act(p, id, 'pilot', { towns, pilotUntil: '2026-06-30' })
      await handler.act(p, id, 'feedback', { street: towns[0]?.street, opinion: '识别准', satisfaction })
      await expect(
        handler.refused(p, id, 'feedback', { street: streets[2]?.code, opinion: 'x', satisfaction: 5 }),
      ).resolves.toContain('试点范围')
      await expect(leader.refused(p, id, 'decide', { decision: 'go', reason: '好' })).resolves.toContain('还没有反馈')
      await handler.act(p, id, 'feedback', { street: towns[1]?.street, opinion: '误报多', satisfaction })
      return id
    }
    const good = await start('视频识别二期', 4)
    await leader.act(p, good, 'decide', { decision: 'go', reason: '效果好' })
    await keeper.act(p, good, 'train', { heldOn: '2026-03-02', topic: '推广', people: 20 })
    await leader.act(p, good, 'finish')
    const bad = await start('车载云二期', 2)
    await expect(leader.refused(p, bad, 'decide', { decision: 'go', reason: '推' })).resolves.toContain('不能推广')
    await leader.act(p, bad, 'decide', { decision: 'stop', reason: '误报多' })
    expect(await value('pilots-stopped')).toBe(1)
    expect((await figure('phases-done', 'kind')).find((v) => v.key === 'smart')?.value).toBe(1)
    expect(await value('people-trained')).toBe(60)
  })

  it('it-outline 预研、建设、应用三批,阶段评审三人以上、通过过三分之二、合同不超预算,应用计效益', async () => {
    const p = 'office.it-project'
    const id = await tried(keeper, p, {
      name: '云脑',
      outline: '纲要第3条',
      owner: '王工',
      budgetFen: 1_000_000,
      planOn: '2026-06-30',
    })
    await open(keeper, p, { name: '大模型助手', outline: '纲要第5条', owner: '李工', budgetFen: 100, planOn: '2026-06-30' })
    const votes = (pass: number, all = 3) =>
      Array.from({ length: all }, (_, i) => ({ expert: `专家${i}`, vote: i < pass ? 'pass' : 'fail' }))
    const gate = { contractFen: 900_000, buildSince: '2026-03-02' }
    await expect(leader.refused(p, id, 'toBuild', { ...gate, votes: votes(2, 2) })).resolves.toContain('不少于3人')
    await expect(leader.refused(p, id, 'toBuild', { ...gate, contractFen: 1_000_001, votes: votes(3) })).resolves.toContain(
      '超过预算',
    )
    await leader.act(p, id, 'toBuild', { ...gate, votes: votes(1) })
    expect(await row(p, id)).toMatchObject({ status: 'research', passRate: 33 })
    await leader.act(p, id, 'toBuild', { ...gate, votes: votes(2) })
    await leader.act(p, id, 'toApply', { votes: votes(3), applySince: '2026-03-02' })
    await keeper.act(p, id, 'benefit', { on: '2026-03-02', item: '节约巡查人力', valueFen: 20_000_000 })
    await expect(leader.refused(p, id, 'stop', { summary: 'x' })).resolves.toContain('不能终止')
    expect(new Map((await figure('it-projects', 'status')).map((v) => [v.key, v.value]))).toEqual(
      new Map([
        ['research', 1],
        ['apply', 1],
      ]),
    )
    expect(await value('it-benefit')).toBe(20)
  })

  it('big-data-lab 理事会任期与法定人数,课题须经有效会议立项、中期、验收、应用', async () => {
    for (const [i, role] of ['chair', 'vice', 'member'].entries())
      await add('office.council-member', { name: `理事${i}`, org: '某大学', role, fromOn: '2026-01-01', toOn: '2028-12-31' })
    const p = 'office.council-meeting'
    expect((await tryOpen(keeper, p, { topic: '早', meetOn: '2025-01-01' })).zh).toContain('没有在任')
    const meet = async (present: number, first = false) => {
      const values = { topic: '课题立项', meetOn: '2026-03-02' }
      const id = first ? await tried(keeper, p, values) : await open(keeper, p, values)
      const attendance = [0, 1, 2].map((i) => ({ name: `理事${i}`, isPresent: i < present }))
      await keeper.act(p, id, 'hold', { attendance, decisions: '同意三项课题' })
      return id
    }
    const void_ = await meet(1, true)
    expect((await row(p, void_)).status).toBe('void')
    const held = await meet(2)
    const topic = (name: string) => ({
      kind: 'lab',
      name,
      field: '大数据',
      leader: '张教授',
      budgetFen: 100_000,
      endOn: '2026-12-31',
      proposal: '申报书',
    })
    const ids = [await tried(handler, 'office.research', topic('课题一'))]
    for (const name of ['课题二', '课题三']) ids.push(await open(handler, 'office.research', topic(name)))
    await expect(leader.refused('office.research', ids[0] ?? '', 'approve', { meeting: void_ })).resolves.toContain(
      '有效的理事会议',
    )
    for (const id of ids) await leader.act('office.research', id, 'approve', { meeting: held })
    expect(await value('lab-topics')).toBe(3)
    expect(await value('council-meetings')).toBe(1)
    const id = ids[0] ?? ''
    await expect(leader.refused('office.research', id, 'accept', { result: 'r', acceptedOn: '2026-03-02' })).resolves.toContain(
      '需处于',
    )
    await keeper.act('office.research', id, 'midCheck', { progress: '正常', isFit: true })
    await leader.act('office.research', id, 'accept', { result: '模型', acceptedOn: '2026-03-02' })
    await keeper.act('office.research', id, 'use', { use: '用于派遣推荐' })
    expect((await figure('research-accepted', 'kind'))[0]).toMatchObject({ key: 'lab', value: 1 })
  })

  it('sci-tech-projects 局级科技项目每年十二项封顶,经费不超预算,申报人不能自己立项', async () => {
    const p = 'office.research'
    const values = (n: number) => ({
      kind: 'bureau',
      name: `科技项目${n}`,
      field: n % 2 ? '环卫' : '园林',
      leader: '负责人',
      budgetFen: 50_000,
      endOn: '2026-12-31',
      proposal: '书',
    })
    const ids = [await tried(handler, p, values(0))]
    for (let n = 1; n < 13; n++) ids.push(await open(handler, p, values(n)))
    await expect(handler.refused(p, ids[0] ?? '', 'approve')).resolves.toBeTruthy()
    for (const id of ids.slice(0, 12)) await leader.act(p, id, 'approve')
    await expect(leader.refused(p, ids[12] ?? '', 'approve')).resolves.toContain('达到上限')
    await leader.act(p, ids[12] ?? '', 'decline', { reason: '名额已满' })
    expect(await value('sci-projects')).toBe(12)
    const id = ids[0] ?? ''
    await handler.act(p, id, 'spend', { amountFen: 40_000, voucher: 'P1' })
    await expect(handler.refused(p, id, 'spend', { amountFen: 20_000, voucher: 'P2' })).resolves.toContain('超过经费')
    await keeper.act(p, id, 'midCheck', { progress: '滞后', isFit: false })
    expect((await row(p, id)).status).toBe('running')
    expect((await figure('research-spent', 'kind')).find((v) => v.key === 'bureau')?.value).toBe(0.04)
    expect((await figure('sci-projects', 'field')).map((v) => v.value)).toEqual([6, 6])
  })

  it('standard-writing 参编标准:条款草案、会议、采纳、报批、发布,没有采纳不计', async () => {
    const p = 'office.standard'
    const id = await tried(keeper, p, {
      name: '智慧城市 城市管理大数据',
      level: 'international',
      role: 'join',
      host: 'ISO',
      joinedOn: '2026-03-01',
    })
    await expect(keeper.refused(p, id, 'submit', { taken: [] })).resolves.toContain('条款草案')
    await handler.act(p, id, 'draft', { clause: '5.2', drafter: '王工', sentOn: '2026-03-02' })
    await expect(handler.refused(p, id, 'draft', { clause: '5.2', drafter: '王工', sentOn: '2026-03-02' })).resolves.toContain(
      '已提交',
    )
    await handler.act(p, id, 'draft', { clause: '5.3', drafter: '王工', sentOn: '2026-03-02' })
    await keeper.act(p, id, 'meet', { heldOn: '2026-03-02', topic: '工作组会', who: '王工' })
    await keeper.act(p, id, 'submit', { taken: [{ clause: '5.2', isTaken: true }] })
    await keeper.act(p, id, 'publish', { code: 'ISO 37000', publishedOn: '2026-03-02' })
    const other = await open(keeper, p, { name: '某团标', level: 'group', role: 'lead', host: '协会', joinedOn: '2026-03-01' })
    await handler.act(p, other, 'draft', { clause: '1', drafter: '李工', sentOn: '2026-03-02' })
    await keeper.act(p, other, 'submit', { taken: [{ clause: '1', isTaken: false }] })
    await expect(keeper.refused(p, other, 'publish', { code: 'T/1', publishedOn: '2026-03-02' })).resolves.toContain('没有被采纳')
    expect((await figure('standards-published', 'level')).map((v) => [v.key, v.value])).toEqual([['international', 1]])
    expect(await value('standard-clauses')).toBe(3)
  })

  it('project-vendor-cooperation 培训、交流、成果逐项验收,外部权限另一人批准、到期自动收回', async () => {
    const p = 'office.cooperation'
    const deliverables = [{ name: '算法模型', dueOn: '2026-04-30' }]
    const values = { vendor: '某科技公司', topic: '视频智能', startOn: '2026-03-01', endOn: '2026-12-31', deliverables }
    const id = await tried(leader, p, values)
    await keeper.act(p, id, 'event', { kind: 'training', heldOn: '2026-03-02', topic: '平台运维', people: 15 })
    await keeper.act(p, id, 'event', { kind: 'meeting', heldOn: '2026-03-02', topic: '算法交流', people: 6 })
    expect(await value('cooperation-trained')).toBe(15)
    const ask = { cooperation: id, outsider: '外部李工', system: '视频平台只读', purpose: '联调', untilOn: '2026-03-20' }
    expect((await tryOpen(keeper, 'office.access', { ...ask, untilOn: '2026-09-01' })).zh).toContain('最长90天')
    const grant = await tried(keeper, 'office.access', ask)
    await expect(keeper.refused('office.access', grant, 'grant')).resolves.toBeTruthy()
    await leader.act('office.access', grant, 'grant')
    expect(await value('accesses')).toBe(1)
    await expect(leader.refused(p, id, 'end', { summary: 's' })).resolves.toContain('没有验收')
    await keeper.act(p, id, 'deliver', { name: '算法模型', acceptedOn: '2026-05-10' })
    expect((await row(p, id)).accepted[0]).toMatchObject({ isLate: true })
    await expect(leader.refused(p, id, 'end', { summary: 's' })).resolves.toContain('1项外部人员权限')
    await w.clock.to('2026-03-21 09:00')
    expect(await row('office.access', grant)).toMatchObject({ status: 'expired', endedOn: '2026-03-20' })
    expect(await value('accesses')).toBe(0)
    await leader.act(p, id, 'end', { summary: '完成' })
    expect(await value('cooperation-delivered')).toBe(1)
  })

  it('publicity-products 专列、摄影展、画册、期刊:份数、发放不超数、经费不超计划', async () => {
    const p = 'office.product'
    const id = await tried(keeper, p, {
      name: '城管画册',
      kind: 'album',
      theme: '精细化',
      planOn: '2026-04-01',
      budgetFen: 100_000,
    })
    const release = { copies: 500, releasedOn: '2026-03-21', place: '内部资料', spentFen: 100_000, samples: [photo()] }
    await expect(leader.refused(p, id, 'release', { ...release, spentFen: 100_001 })).resolves.toContain('超过计划')
    await leader.act(p, id, 'release', release)
    await handler.act(p, id, 'hand', { to: '社区', copies: 300, on: '2026-03-21' })
    await expect(handler.refused(p, id, 'hand', { to: '学校', copies: 201, on: '2026-03-21' })).resolves.toContain('只剩200份')
    await expect(keeper.refused(p, id, 'finish')).resolves.toContain('还没有发放')
    await handler.act(p, id, 'hand', { to: '学校', copies: 200, on: '2026-03-21', visitors: 900 })
    await keeper.act(p, id, 'finish')
    const train = await open(keeper, p, { name: '地铁专列', kind: 'train', theme: '文明', planOn: '2026-04-01', budgetFen: 9 })
    await leader.act(p, train, 'release', { ...release, copies: 2, spentFen: 1, place: '1号线' })
    expect(new Map((await figure('products', 'kind')).map((v) => [v.key, v.value]))).toEqual(
      new Map([
        ['album', 1],
        ['train', 1],
      ]),
    )
    expect(await value('product-copies')).toBe(500)
  })

  it('law-micro-video 普法作品:三名以上评委、主创回避、发布计数、达线评奖', async () => {
    const p = 'office.law-work'
    const values = {
      name: '门前三包',
      kind: 'video',
      campaign: '法治微视频征集',
      topic: '市容条例',
      makers: '王伟、李娜',
      law: '市容条例',
      work: [photo()],
    }
    const id = await tried(handler, p, values)
    const judges = (scores: readonly number[], names = ['甲', '乙', '丙']) =>
      names.map((judge, i) => ({ judge, score: scores[i] ?? 0 }))
    await expect(keeper.refused(p, id, 'judge', { judges: judges([90, 90], ['甲', '乙']) })).resolves.toContain('不少于3人')
    await expect(keeper.refused(p, id, 'judge', { judges: judges([90, 90, 90], ['甲', '乙', '王伟']) })).resolves.toContain(
      '主创',
    )
    await keeper.act(p, id, 'judge', { judges: judges([90, 88, 86]) })
    await leader.act(p, id, 'publish', { channel: '微信公众号', publishedOn: '2026-03-21' })
    await handler.act(p, id, 'count', { views: 5000 })
    const low = await open(handler, p, { ...values, name: '犬类管理' })
    await keeper.act(p, low, 'judge', { judges: judges([80, 80, 80]) })
    await leader.act(p, low, 'publish', { channel: '微信公众号', publishedOn: '2026-03-21' })
    await expect(keeper.refused(p, low, 'award', { prize: '三等奖', grantor: '司法局' })).resolves.toContain('获奖线')
    await keeper.act(p, id, 'award', { prize: '一等奖', grantor: '司法局' })
    expect(await value('law-works')).toBe(2)
    expect(await value('law-prizes')).toBe(1)
  })

  it('gov-openness-evaluation 公开任务按周期生成、逾期标记、核验;季度评估一票否决,问题限期整改', async () => {
    const item = await add('office.openness-item', {
      name: '行政处罚公示',
      column: '执法公示',
      unit,
      everyDays: 7,
      basis: '政府信息公开条例',
    })
    const p = 'office.publication'
    const id = await tried(keeper, p, { item, dueOn: '2026-03-22' })
    const other = await w.as('chuzhi21')
    await expect(other.refused(p, id, 'publish', { link: 'https://a.gov.cn/1' })).resolves.toContain('其他单位')
    await w.clock.to('2026-03-23 09:00')
    expect((await row(p, id)).status).toBe('overdue')
    await handler.act(p, id, 'publish', { link: 'https://a.gov.cn/1' })
    await keeper.act(p, id, 'verify')
    const [next] = await list(p, { status: 'due' })
    expect(next?.dueOn).toBe('2026-03-29')
    await handler.act(p, next?.id, 'publish', { link: 'https://a.gov.cn/2' })
    expect((await figure('published-in-time-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    const lines = ['内容更新', '信息准确', '互动回应', '功能可用', '无障碍'].map((name) => ({ item: name, got: 16 }))
    const score = { kind: 'site', year: 2026, quarter: 1, lines }
    const fault = { title: '栏目空白', unit, fixDays: 3 }
    const first = await tried(keeper, 'office.site-score', { ...score, name: '局网站', problems: [fault] })
    expect(await row('office.site-score', first)).toMatchObject({ score: 80, isPassed: true, problemCount: 1 })
    const bad = await open(keeper, 'office.site-score', {
      ...score,
      name: '公众号',
      kind: 'media',
      problems: [{ ...fault, isVeto: true }],
    })
    expect(await row('office.site-score', bad)).toMatchObject({ score: 0, isPassed: false })
    await expect(keeper.refused('office.site-score', first, 'close')).resolves.toContain('1项问题')
    const problem = (await list('office.site-problem', { site: '局网站' }))[0]
    await handler.act('office.site-problem', problem?.id, 'fix', { answer: '已补' })
    await keeper.act('office.site-problem', problem?.id, 'close')
    await keeper.act('office.site-score', first, 'close')
    expect((await figure('site-pass-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2 })
    expect(await value('site-problems')).toBe(2)
  })

  it('digital-team 十一席满编、排班、技能培训,办理件次与被退由案件记录数出', async () => {
    const logins = [
      'shouli1',
      'shouli2',
      'shouli3',
      'shouli4',
      'shouli5',
      'shouli6',
      'zhiban1',
      'zhiban2',
      'paiqian1',
      'paiqian2',
      'paiqian3',
    ]
    const people = await Promise.all(logins.map((l) => w.as(l)))
    const seats: string[] = []
    for (const [i, person] of people.entries())
      seats.push(
        await add('office.seat', {
          name: `席位${String(i + 1).padStart(2, '0')}`,
          duty: i < 6 ? 'accept' : 'dispatch',
          holder: person.personId,
          skills: ['accept'],
          since: '2026-03-01',
        }),
      )
    expect(
      (
        await keeper.post('/rows/office.seat', {
          values: { name: '重复', duty: 'accept', holder: people[0]?.personId, skills: [] },
        })
      ).status,
    ).toBe(409)
    await add('office.shift', { seat: seats[0], dutyOn: '2026-03-24', turn: 'early' })
    await add('office.team-training', { topic: '立案标准', skill: 'accept', heldOn: '2026-03-24', people: 11, passed: 10 })
    const operator = people[0] as Client
    for (const n of [1, 2]) {
      const made = await operator.post<Row>('/cases', { description: `第${n}件`, source: 'hotline', ...somewhere, photos: [] })
      const id = String(made.body.id)
      await operator.act('cases.case', id, 'reject', { reason: '不属受理范围' })
    }
    expect((await tryOpen(keeper, 'office.team-month', { month: '2026-03' })).zh).toContain('还没有结束')
    // A month of 28 days ends after its 28th, not when a day 31 would have come.
    expect((await tryOpen(keeper, 'office.team-month', { month: '2026-02' })).zh).toBeUndefined()
    await w.clock.to('2026-04-01 09:00')
    const id = await tried(keeper, 'office.team-month', { month: '2026-03' })
    const month = await row('office.team-month', id)
    expect(month).toMatchObject({ seats: 11, returned: 0 })
    const counted = await query<{ n: number }>(
      `select count(*)::int as n from kernel.journal where subject_type = 'cases.case' and actor_id = $1 and action = any (array['accept', 'reject', 'file', 'cancel', 'dispatch', 'close'])`,
      [operator.personId],
    )
    expect(month.lines[0]).toMatchObject({ seat: '席位01', handled: counted[0]?.n, shifts: 1 })
    expect(counted[0]?.n).toBeGreaterThan(0)
    await leader.act('office.team-month', id, 'tell', { comment: '受理及时' })
    expect(await value('seats-filled')).toBe(11)
    expect(await value('team-handled')).toBe(month.handled)
    expect(await value('team-trained')).toBe(11)
    expect(await value('shifts')).toBe(1)
  })
})
