/** 建议提案、诉求与公文: proposals, voices and disputes with their persons kept, drafts of law, documents with receipts, the base of files. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, photo } from '../world.ts'
import { type Affairs, openAffairs } from './affairs-office.ts'
import type { Row } from './buildings-office.ts'

describe('建议提案、诉求与公文', () => {
  let a: Affairs
  beforeAll(async () => {
    a = await openAffairs('2026-03-02 09:00')
  })
  afterAll(() => a.w.close())

  it('proposals 人大2件政协7件共9件,主办5会办4分计,面商后三个月内答复,不满意重新办理', async () => {
    const { w, o, manager, water, lamps, units, refusal } = a
    const p = 'affairs.proposal'
    const form = (kind: string, role: string, n: number) => ({
      kind,
      role,
      code: `第${n}号`,
      name: `关于停车难的建议(${n})`,
      proposer: '张代表',
      handedOn: '2026-03-02',
      unit: units.water,
      ...(role === 'joint' ? { leadUnit: '区公安分局' } : {}),
    })
    expect(await refusal(manager, p, { ...form('cppcc', 'joint', 1), leadUnit: undefined })).toContain('主办单位')
    const lead = await o.tried(manager, p, form('congress', 'lead', 1))
    const kinds = ['congress', ...Array(7).fill('cppcc')]
    const ids: string[] = []
    for (const [i, kind] of kinds.entries())
      ids.push(await o.open(manager, p, form(kind, i >= 1 && i <= 4 ? 'lead' : 'joint', i + 2)))
    const joint = String(ids[0])
    expect([(await o.row(p, lead)).dueOn, (await o.row(p, joint)).dueOn]).toEqual(['2026-06-02', '2026-04-01'])
    const answer = { paper: '城管函〔2026〕5号', said: '新增泊位300个' }
    await expect(water.refused(p, lead, 'answer', answer)).resolves.toContain('面商后答复')
    await expect(lamps.refused(p, lead, 'answer', answer)).resolves.toMatch(/单位/)
    await o.act(water, p, joint, 'answer', answer)
    expect(await o.row(p, joint)).toMatchObject({ status: 'closed', isLate: 'no' })
    const meet = { on: '2026-03-02', way: 'talk', place: '代表之家', said: '听取意见' }
    await o.act(water, p, lead, 'meet', meet)
    await expect(o.leader.refused(p, lead, 'extend', { dueOn: '2026-09-03', reason: 'x' })).resolves.toContain('2026-09-02')
    await expect(o.leader.refused(p, joint, 'extend', { dueOn: '2026-05-01', reason: 'x' })).resolves.toMatch(
      /已结束|办结|已办结/,
    )
    await w.clock.to('2026-06-03 09:00')
    await o.act(water, p, lead, 'answer', answer)
    expect(await o.row(p, lead)).toMatchObject({ status: 'answered', isLate: 'yes' })
    await o.act(manager, p, lead, 'ask', { satisfaction: 'bad', said: '未说明时间表' })
    expect(await o.row(p, lead)).toMatchObject({ status: 'dealing', round: 2, dueOn: '2026-07-03' })
    await expect(water.refused(p, lead, 'answer', answer)).resolves.toContain('再次面商')
    await o.act(water, p, lead, 'meet', { ...meet, on: '2026-06-03' })
    await o.act(water, p, lead, 'answer', { ...answer, said: '9月底前完成' })
    await o.act(manager, p, lead, 'ask', { satisfaction: 'good' })
    expect((await o.row(p, lead)).answers.map((x: Row) => x.round)).toEqual([1, 2])
    expect([
      await o.value('affairs.proposals'),
      await o.by('affairs.proposals', 'kind'),
      await o.value('affairs.proposals-lead'),
      await o.value('affairs.proposals-joint'),
      await o.value('affairs.proposals-in-time'),
      await o.value('affairs.proposals-pleased'),
    ]).toEqual([9, { congress: 2, cppcc: 7 }, 5, 4, 50, 100])
  })

  it('petition-stability 属地定责高风险归局,当事人只有化解人员可见且遮蔽,分渠道计数不必列全,办结满意两率', async () => {
    const { w, o, manager, centre, neighbour, units, refusal } = a
    const d = 'affairs.dispute'
    const form = {
      source: 'found',
      kind: 'building',
      name: '顶楼违建拆除补偿',
      persons: '欧阳建国',
      phone: '13912345678',
      people: 3,
      risk: 'middle',
      street: o.here,
    }
    expect(await refusal(centre, d, { ...form, street: w.district })).toContain('街道')
    const id = await o.tried(o.street, d, form)
    const read = async (who: Client, of = id) => (await who.get<Row>(`/rows/${d}/${of}`)).body
    expect(await read(centre)).toMatchObject({ unit: units.street, persons: '欧***', phone: '139****5678', areaCode: o.here })
    // Neither the leader nor the office, the neighbour, an officer of the same squad, nor an outsider reads it: list, row, page, export, lookup.
    const number = (await read(centre)).number
    const whole = (await centre.get<Row>(`/subjects/${d}/${id}`)).body
    expect(JSON.stringify(whole)).not.toContain('欧阳建国')
    for (const who of [o.leader, manager, o.data, o.officer, o.stranger, neighbour]) {
      const isNeighbour = who === neighbour
      expect((await who.get(`/rows/${d}/${id}`)).status).toBe(403)
      expect((await who.get(`/subjects/${d}/${id}`)).status).toBe(403)
      const rows = await who.get<{ rows: Row[] }>(`/rows/${d}`)
      expect(isNeighbour ? rows.body.rows : rows.status).toEqual(isNeighbour ? [] : 403)
      expect((await who.get<Row>('/lookup', { code: String(number) })).body.hits).toEqual([])
      const copy = await who.get<unknown>(`/rows/${d}/export`, { format: 'csv' })
      expect(isNeighbour ? copy.status : [copy.status]).toEqual(isNeighbour ? 200 : [403])
      expect(String(copy.body).includes('违建拆除补偿')).toBe(false)
      expect(JSON.stringify((await who.get('/notices')).body)).not.toContain('欧阳')
      if (!isNeighbour) expect((await who.get(`/indicators/affairs.disputes/rows`)).status).toBeGreaterThanOrEqual(400)
    }
    await expect(o.street.refused(d, id, 'settle', { agreement: 'x' })).resolves.toContain('化解经过')
    await o.act(o.street, d, id, 'mediate', { said: '上门两次' })
    await o.act(centre, d, id, 'grade', { risk: 'high', reason: '扬言越级上访' })
    expect(await read(centre)).toMatchObject({ unit: units.bureau, raises: 1 })
    await o.act(centre, d, id, 'grade', { risk: 'low', reason: '情绪平稳' })
    expect((await read(centre)).unit).toBe(units.street)
    await o.act(o.street, d, id, 'settle', { agreement: '分期拆除' })
    await o.act(centre, d, id, 'visit', { satisfaction: 'bad' })
    expect((await read(centre)).status).toBe('open')
    await o.act(o.street, d, id, 'settle', { agreement: '一次拆除' })
    await o.act(centre, d, id, 'visit', { satisfaction: 'basic' })
    // What was called in counts from its own orders: three by 民情通, one petition, two by 12345, one dispute.
    const operator = await w.as('shouli1')
    for (const [i, channel] of ['minqingtong', 'minqingtong', 'minqingtong', '12345', '12345'].entries()) {
      const order = await o.open(operator, 'intake.order', { channel, kind: 'complaint', content: `占道${i}` })
      await operator.act('intake.order', order, 'accept')
      await operator.act('intake.order', order, 'reply', { reply: '已办' })
      await operator.act('intake.order', order, 'callBack', {
        satisfaction: i === 0 ? 'dissatisfied' : i === 4 ? 'unreached' : 'satisfied',
      })
      if (i < 3) await operator.act('intake.order', order, 'close')
    }
    await o.open(operator, 'intake.petition', { outsideNumber: 'XF-1', petitioner: '李某', way: 'online', content: '噪声' })
    const period = { from: '2026-06-01', to: '2026-06-30' }
    const sheet = await o.sheet('/affairs/voices', period)
    expect(sheet).toMatchObject({
      sentence: '共办理各类诉求7件,其中民情通3件、阳光信访1件,其他渠道3件',
      total: 7,
      closed: 57.14,
      pleased: 80,
    })
    expect(sheet.rows[0]).toMatchObject({ channel: '民情通', received: 3, closed: 3, visited: 3, pleased: 2, isNamed: true })
    expect((await o.leader.get('/affairs/voices', { from: 'x', to: 'y' })).status).toBe(400)
    expect([
      await o.value('affairs.disputes'),
      await o.value('affairs.disputes-settled'),
      await o.value('affairs.disputes-pleased'),
    ]).toEqual([1, 100, 100])
  })

  it('document-dispatch 分文种连续编号、按模板成文,逐单位签收回复,到期前提醒、逾期列出,全部回复才办结', async () => {
    const { w, o, manager, water, lamps, units, refusal } = a
    const t = { name: '交办单', kind: 'task', body: '{发文号}\n关于{标题}\n{事项},请于{期限}前回复。' }
    await o.tryAdd('affairs.template', t, manager)
    const template = await o.add('affairs.template', t, undefined, manager)
    const d = 'affairs.document'
    const form = {
      kind: 'task',
      template,
      title: '认真做好市人大视察准备',
      matter: '整治沿线市容',
      replyOn: '2026-06-10',
      receivers: [{ unit: units.water }, { unit: units.lamps }],
    }
    expect(await refusal(manager, d, { ...form, replyOn: undefined })).toContain('回复期限')
    expect(await refusal(manager, d, { ...form, kind: 'letter' })).toContain('不是这个文种')
    const id = await o.tried(manager, d, form)
    const next = await o.open(manager, d, { ...form, title: '第二份', receivers: [{ unit: units.water }] })
    const [first, second] = [await o.row(d, id), await o.row(d, next)]
    expect([first.paperNumber, second.paperNumber]).toEqual(['城管交〔2026〕1号', '城管交〔2026〕2号'])
    expect(first.body).toBe('城管交〔2026〕1号\n关于认真做好市人大视察准备\n整治沿线市容,请于2026-06-10前回复。')
    const s = 'affairs.slip'
    const slips = await o.list(s, { document: id })
    const of = (unit: string) => String(slips.find((x) => x.unit === unit)?.id)
    await expect(lamps.refused(s, of(units.water), 'receive')).resolves.toMatch(/单位/)
    await o.act(water, s, of(units.water), 'receive')
    expect(await o.row(d, id)).toMatchObject({ sent: 2, received: 1, replied: 0, status: 'out' })
    await w.clock.to('2026-06-09 00:01')
    expect((await o.row(s, of(units.water))).reminders).toBe(1)
    await o.act(water, s, of(units.water), 'reply', { reply: '已完成' })
    await w.clock.to('2026-06-11 00:01')
    expect(await o.row(s, of(units.lamps))).toMatchObject({ isLate: 'yes', reminders: 2, status: 'sent' })
    expect((await o.list(s, { isLate: 'yes' })).map((x) => x.paperNumber).sort()).toEqual([
      '城管交〔2026〕1号',
      '城管交〔2026〕2号',
    ])
    await o.act(lamps, s, of(units.lamps), 'receive')
    await o.act(lamps, s, of(units.lamps), 'reply', { reply: '路灯全亮' })
    expect(await o.row(d, id)).toMatchObject({ status: 'closed', received: 2, replied: 2 })
    // One answered in time, one answered late, one still silent.
    expect([await o.by('affairs.documents', 'status'), await o.value('affairs.slips-in-time')]).toEqual([
      { closed: 1, out: 1 },
      33.33333333333333,
    ])
  })

  it('policy-file-base 草案送审试行发布废止,新版次替代旧版,六十天前提醒,过期失效,公众只检索到公开有效的', async () => {
    const { w, o, manager, units, refusal } = a
    const f = 'affairs.file'
    const form = {
      kind: 'scheme',
      name: '强化道路洒水抑尘专项方案',
      unit: units.water,
      summary: '分级洒水频次',
      links: ['CJJ/T 126'],
      isPublic: true,
    }
    const id = await o.tried(manager, f, form)
    expect(await refusal(manager, f, form)).toContain('已有同名文件')
    const find = async (q: string) => (await w.anyone.get<{ files: Row[] }>('/public/policies', { q })).body.files
    await expect(manager.refused(f, id, 'submit', { text: [] })).resolves.toContain('送审稿')
    await o.act(manager, f, id, 'submit', { text: [photo()] })
    await o.act(o.leader, f, id, 'sendBack', { reason: '补依据' })
    await o.act(manager, f, id, 'submit', { text: [photo()] })
    expect(await find('洒水')).toEqual([])
    const term = { as: 'trial', paper: '城管〔2026〕21号', fromOn: '2026-06-15', toOn: '2026-12-15' }
    await expect(manager.refused(f, id, 'issue', term)).resolves.toContain('权限')
    await o.act(o.leader, f, id, 'issue', term)
    const [hit] = await find('洒水')
    expect(hit).toMatchObject({ status: '试行', edition: 1, paper: '城管〔2026〕21号', links: ['CJJ/T 126'] })
    // A picture may show plates and faces: it is not handed to the public as it is. A document is.
    expect(hit).toMatchObject({ hasText: false })
    const textOf = (number: unknown) => w.anyone.get<unknown>(`/public/policies/${String(number)}/text`)
    expect((await textOf(hit?.number)).status).toBe(404)
    const inside = await o.open(manager, f, { ...form, kind: 'rule', name: '值班规程', isPublic: false })
    await o.act(manager, f, inside, 'submit', { text: [photo()] })
    await o.act(o.leader, f, inside, 'issue', { ...term, as: 'issued', paper: '城管〔2026〕22号' })
    expect(await find('值班')).toEqual([])
    // A new edition is in force: the old one is repealed with the number of what replaced it.
    const second = await o.open(manager, f, { ...form, prior: id })
    const sheet = new FormData()
    sheet.append(
      'file',
      new Blob([Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF')], { type: 'application/pdf' }),
      '洒水方案.pdf',
    )
    const [paper] = (await manager.post<{ files: { id: string }[] }>('/files', sheet)).body.files
    await o.act(manager, f, second, 'submit', { text: [paper?.id] })
    const secondNumber = (await o.row(f, second)).number
    expect((await textOf(secondNumber)).status).toBe(404)
    await o.act(o.leader, f, second, 'issue', { ...term, as: 'issued', paper: '城管〔2026〕30号', toOn: '2027-01-01' })
    expect((await find('洒水'))[0]).toMatchObject({ number: secondNumber, hasText: true })
    expect((await textOf(secondNumber)).status).toBe(200)
    expect((await textOf((await o.row(f, inside)).number)).status).toBe(404)
    expect(await o.row(f, id)).toMatchObject({ status: 'repealed', endReason: '由城管〔2026〕30号替代' })
    expect(await o.row(f, second)).toMatchObject({ edition: 2, prior: id, status: 'issued' })
    await w.clock.to('2026-10-15 09:00')
    expect((await o.row(f, inside)).isExpiring).toBe('no')
    await w.clock.to('2026-11-01 09:00')
    expect([(await o.row(f, inside)).isExpiring, (await o.row(f, second)).isExpiring]).toEqual(['yes', 'no'])
    await w.clock.to('2026-11-02 09:00')
    expect((await o.row(f, second)).isExpiring).toBe('yes')
    await o.act(o.leader, f, second, 'prolong', { toOn: '2028-12-31', reason: '评估继续有效' })
    expect(await o.by('affairs.files', 'kind')).toEqual({ rule: 1, scheme: 1 })
    await w.clock.to('2026-12-16 00:01')
    expect(await o.row(f, inside)).toMatchObject({ status: 'expired', endReason: '有效期满' })
    expect([await a.statusOf(f, second), (await find('洒水')).length, await o.value('affairs.files')]).toEqual(['issued', 1, 1])
    await o.act(o.leader, f, second, 'repeal', { reason: '任务完成' })
    expect(await find('洒水')).toEqual([])
  })

  it('legislation-work 列入年度计划起草,征求意见不少于三十日,意见逐条采纳或说明理由,听证后送审审核公布', async () => {
    const { w, o, manager, units } = a
    const l = 'affairs.legislation'
    const form = {
      name: '市容环卫责任区管理办法',
      kind: 'rule',
      planYear: 2026,
      class: 'formal',
      unit: units.water,
      needsHearing: true,
    }
    const id = await o.tried(manager, l, form)
    const ask = { draft: [photo()], askedTo: '2027-01-14' }
    await expect(manager.refused(l, id, 'ask', ask)).resolves.toContain('不少于30日,最早2027-01-15')
    await o.act(manager, l, id, 'ask', { ...ask, askedTo: '2027-01-15' })
    for (const from of ['个体工商户协会', '市司法局', '市民王某'])
      await o.act(manager, l, id, 'opinion', { from, clause: '第八条', said: '责任范围应有图示' })
    await expect(manager.refused(l, id, 'send')).resolves.toContain('到2027-01-15截止')
    await o.act(manager, l, id, 'treat', { no: 1, verdict: 'adopted' })
    await expect(manager.refused(l, id, 'treat', { no: 2, verdict: 'refused' })).resolves.toContain('说明理由')
    await o.act(manager, l, id, 'treat', { no: 2, verdict: 'refused', reason: '上位法已有规定' })
    await w.clock.to('2027-01-16 09:00')
    await expect(manager.refused(l, id, 'send')).resolves.toContain('第3条意见未处理')
    await o.act(manager, l, id, 'treat', { no: 3, verdict: 'partly', reason: '仅主干道附图' })
    await expect(manager.refused(l, id, 'send')).resolves.toContain('还未听证')
    await o.act(manager, l, id, 'hear', { heardOn: '2027-01-16', attendees: 15, hearing: '多数赞成' })
    await o.act(manager, l, id, 'send')
    await expect(manager.refused(l, id, 'forward')).resolves.toContain('权限')
    await o.act(o.leader, l, id, 'forward')
    expect(await o.row(l, id)).toMatchObject({ status: 'reviewing', opinionCount: 3, adopted: 2, adoptRate: 66.67 })
    expect(await o.value('affairs.laws-in-review')).toBe(1)
    expect((await o.figure('affairs.law-opinions'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    const publish = { paper: '市政府令第12号', publishedOn: '2027-02-01', fromOn: '2027-02-15' }
    await expect(manager.refused(l, id, 'publish', publish)).resolves.toContain('30日后施行')
    await o.act(manager, l, id, 'publish', { ...publish, fromOn: '2027-05-01' })
    expect(await a.statusOf(l, id)).toBe('published')
  })
})
