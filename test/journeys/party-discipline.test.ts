/** 纪检:问题线索四种形态(保密)、廉政风险与清风城管、专项治理申报核查、巡察整改。 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, somewhere, type World, world } from '../world.ts'
import type { Row } from './buildings-office.ts'
import { openParty, type Party } from './party-office.ts'

describe('纪检', () => {
  let w: World
  let o: Party
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openParty(w)
  })
  afterAll(async () => {
    await w.close()
  })
  const r = 'party.rectification'

  it('discipline-supervision 线索只有纪检可读,四种形态对应处理,立案须另一人审批,离开的只有计数', async () => {
    const p = 'party.clue'
    const form = {
      source: 'letter',
      what: '反映收受商户礼品',
      suspects: [{ person: o.officer2.personId }],
      volume: 'JW-2026-001',
    }
    const id = await o.tried(o.jijian, p, form)
    // The leader, the head, the data administrator and the party office see nothing of it anywhere.
    const number = String((await o.read(o.jijian, p, id)).number)
    expect(JSON.stringify((await o.jijian.get<Row>('/lookup', { code: number })).body)).toContain('party.clue')
    const outsiders: readonly Client[] = [o.leader, o.head, o.data, o.clerk, o.assessor, o.street, o.stranger]
    for (const who of outsiders) {
      const sealed = [
        `/rows/${p}`,
        `/rows/${p}/${id}`,
        `/rows/${p}/${id}/history`,
        `/rows/${p}/export?format=csv`,
        `/subjects/${p}/${id}`,
      ]
      for (const path of [...sealed, '/rows/party.discipline-tally'])
        expect([path, (await who.get(path)).status]).toEqual([path, 403])
      expect((await who.post(`/subjects/${p}/${id}/dispose`, { values: { disposal: 'end', note: 'x' } })).status).toBe(403)
      expect((await who.post(`/subjects/${p}`, { values: form, ...somewhere })).status).toBe(403)
      expect(JSON.stringify((await who.get<Row>('/lookup', { code: number })).body)).not.toContain('party.clue')
    }
    await expect(o.jijian.refused(p, id, 'decide', { form: 'first', measure: 'warning', finding: 'x' })).resolves.toContain(
      '不能',
    )
    await o.act(o.jijian, p, id, 'dispose', { disposal: 'verify', note: '可查性强' })
    const wrong = { form: 'first', measure: 'warning', finding: '属实' }
    await expect(o.jijian.refused(p, id, 'decide', wrong)).resolves.toContain('不属于第一种形态')
    const second = { form: 'second', measure: 'warning', finding: '收受礼品600元属实' }
    await expect(o.jijian.refused(p, id, 'decide', second)).resolves.toContain('须先立案')
    await o.act(o.jijian, p, id, 'askFiling', { finding: '初核属实' })
    await expect(o.jijian.refused(p, id, 'approveFiling', { isOk: 'yes', note: '同意' })).resolves.toContain('提请人不能审批')
    await o.act(o.jijian2, p, id, 'approveFiling', { isOk: 'yes', note: '同意' })
    await o.act(o.jijian, p, id, 'decide', second)
    expect(await o.read(o.jijian, p, id)).toMatchObject({ status: 'decided', isFiled: true, filedOn: '2026-03-02' })
    const talk = await o.open(o.jijian, p, {
      ...form,
      source: 'found',
      what: '工作纪律松弛',
      volume: 'JW-2026-002',
      suspects: [{ person: o.inner.personId }, { person: o.legal.personId }],
    })
    await o.act(o.jijian, p, talk, 'dispose', { disposal: 'talk', note: '苗头性问题' })
    await o.act(o.jijian, p, talk, 'decide', { form: 'first', measure: 'admonish', finding: '属实' })
    await o.act(o.jijian, p, talk, 'close', { followUp: '已改正' })
    const ended = await o.open(o.jijian, p, { ...form, volume: 'JW-2026-003' })
    await o.act(o.jijian, p, ended, 'dispose', { disposal: 'end', note: '查无实据' })
    expect([await o.value('party.filed-cases'), await o.value('party.filed-persons')]).toEqual([1, 1])
    expect(await o.value('party.admonitions')).toBe(2)
    expect(await o.by('party.four-forms', 'form')).toEqual({ first: 2, second: 1 })
    expect((await o.leader.get('/indicators/party.filed-cases/rows')).status).toBe(403)
    // Nothing by which a figure may be split names a person.
    const columns = Object.keys((await o.sub(o.jijian, 'party.discipline-tally', {}))[0] ?? {})
    expect(columns.some((c) => ['person', 'suspects', 'volume', 'what'].includes(c))).toBe(false)
    const notices = await Promise.all(outsiders.map((c) => c.get<Row>('/notices')))
    expect(JSON.stringify(notices.map((n) => n.body))).not.toContain('JW-2026')
  })

  it('integrity-risk 风险岗位有风险点与防控,到期必查;清风城管逐岗检查,不落实的转整改', async () => {
    const p = 'party.risk-post'
    const form = {
      name: '路内停车收费员',
      field: 'parking',
      unit: o.brigade,
      risk: '截留收费款',
      level: 'high',
      control: '电子支付、票款日清',
      months: 6,
    }
    expect(await o.refusal(o.jijian, p, { ...form, months: 12 })).toContain('不超过6个月')
    const a = await o.tried(o.jijian, p, form)
    const b = await o.open(o.jijian, p, { ...form, name: '执法办案员', field: 'enforcement', level: 'middle', months: 12 })
    await w.clock.to('2026-09-03 09:00')
    expect((await o.row(p, a)).status).toBe('due')
    expect((await o.row(p, b)).status).toBe('controlled')
    expect(await o.value('party.risk-controlled')).toBe(50)
    const c = 'party.integrity-check'
    const plan = { name: '2026“清风城管”', areas: [{ field: 'parking' }, { field: 'enforcement' }] }
    const id = await o.tried(o.jijian, c, plan)
    const posts = ((await o.row(c, id)).posts as { post: string }[]).map((x) => x.post)
    expect(posts.length).toBe(2)
    const results = posts.map((post) => ({
      post,
      isHeld: post.includes('停车') ? 'no' : 'yes',
      ...(post.includes('停车') ? { finding: '现金未日清' } : {}),
    }))
    await expect(o.jijian.refused(c, id, 'check', { results: results.slice(1) })).resolves.toContain('没有检查')
    await expect(o.jijian.refused(c, id, 'check', { results })).resolves.toContain('整改期限')
    await o.act(o.jijian, c, id, 'check', { results, dueOn: '2026-09-30', material: '截留收费案剖析' })
    expect(await o.row(c, id)).toMatchObject({ status: 'done', checked: 2, found: 1 })
    expect(await o.row(p, a)).toMatchObject({ status: 'open', failures: 1, checkedOn: '2026-09-03' })
    expect(await o.row(p, b)).toMatchObject({ status: 'controlled', nextOn: '2027-09-03' })
    const [fix] = await o.list(r, { source: 'integrity' })
    expect(fix).toMatchObject({ status: 'listed', unit: o.brigade })
    const again = await o.open(o.jijian, c, { name: '2026“清风城管”回头看', areas: [{ field: 'parking' }] })
    await w.clock.to('2026-09-20 09:00')
    await o.act(o.jijian, c, again, 'check', { results: [{ post: posts.find((x) => x.includes('停车')), isHeld: 'yes' }] })
    expect(await o.row(p, a)).toMatchObject({ status: 'controlled', checks: 2, nextOn: '2027-03-20' })
    expect([await o.value('party.clean-checks'), await o.value('party.clean-found')]).toEqual([2, 1])
    expect(await o.value('party.risk-controlled')).toBe(100)
  })

  it('special-governance 选定单位每人一张申报,本人申报另一人核查,缺报列名,内容只有纪检可读', async () => {
    const p = 'party.governance'
    const d = 'party.declaration'
    const form = { name: '2026私车公养专项治理', topic: 'car', units: [{ unit: o.brigade }], declareBy: '2026-10-10' }
    const id = await o.tried(o.jijian, p, form)
    const people = Number((await o.row(p, id)).people)
    expect(people).toBe(4)
    const declare = (who: Client, values: Row) => who.post<Row>(`/party/governance/${id}/declare`, values)
    expect((await declare(w.anyone, { hasMatter: false })).status).toBe(401)
    expect((await declare(o.stranger, { hasMatter: false })).status).toBe(403)
    expect((await declare(o.head, {})).status).toBe(400)
    expect((await declare(o.water, { hasMatter: false })).status).toBe(404)
    expect((await declare(o.head, { hasMatter: true })).body.zh).toContain('须说明')
    const [head, legal, inner] = [o.head, o.legal, o.inner]
    expect((await o.head.get<Row>('/party/my-declarations')).body.rows).toMatchObject([{ id, state: '未申报' }])
    expect((await declare(head, { hasMatter: true, matter: '公务加油卡给私车加油一次200元' })).status).toBe(200)
    expect((await declare(legal, { hasMatter: false })).status).toBe(200)
    expect((await o.head.get<Row>('/party/my-declarations')).body.rows).toMatchObject([{ id, state: '已申报' }])
    await w.clock.to('2026-10-12 09:00')
    expect((await declare(inner, { hasMatter: false })).body.isLate).toBe(true)
    for (const who of [o.leader, o.assessor, o.clerk, o.data, legal]) {
      expect((await who.get(`/rows/${d}`)).status).toBe(403)
      expect((await who.get('/party/declarations-missing', { id })).status).toBe(403)
    }
    expect(JSON.stringify((await o.leader.get<Row>(`/rows/${p}/${id}/children`)).body)).not.toContain(d)
    const missing = (await o.jijian.get<Row>('/party/declarations-missing', { id })).body
    const fazhi2 = await w.as('fazhi2')
    expect(missing).toMatchObject({ total: 4, declared: 3, missing: [{ name: await o.nameOf(fazhi2) }] })
    await expect(o.jijian.refused(p, id, 'end', { summary: 'x' })).resolves.toContain('还有1人没有申报')
    await declare(fazhi2, { hasMatter: false })
    const rows = await o.sub(o.jijian, d, { governance: id })
    const of = (c: Client) => String(rows.find((x) => x.person === c.personId)?.id)
    const means = '比对加油卡与车辆定位'
    await expect(o.jijian.refused(d, of(head), 'verify', { means, verdict: 'hidden' })).resolves.toContain('不是隐瞒不报')
    await o.act(o.jijian, d, of(head), 'verify', { means, verdict: 'found' })
    for (const c of [legal, inner]) await o.act(o.jijian, d, of(c), 'verify', { means, verdict: 'clear' })
    await o.act(o.jijian, d, of(fazhi2), 'verify', { means, verdict: 'hidden' })
    await expect(o.jijian.refused(p, id, 'end', { summary: 'x' })).resolves.toContain('还有2份')
    for (const c of [head, fazhi2]) await o.act(o.jijian, d, of(c), 'handle', { measure: '退缴、批评教育', returned: 20_000 })
    await o.act(o.jijian, p, id, 'end', { summary: '应报尽报' })
    expect(await o.row(p, id)).toMatchObject({ status: 'ended', problems: 2, returned: 40_000 })
    expect(await o.by('party.governance-problems', 'topic')).toEqual({ car: 2 })
    expect(await o.value('party.governance-people')).toBe(4)
    const own = { name: '挂证取酬', topic: 'certificate', units: [{ unit: await o.unitOf(o.jijian) }], declareBy: '2026-11-10' }
    const second = await o.open(o.jijian, p, own)
    await o.jijian.post(`/party/governance/${second}/declare`, { hasMatter: false })
    const mine = (await o.sub(o.jijian, d, { governance: second })).find((x) => x.person === o.jijian.personId)
    await expect(o.jijian.refused(d, String(mine?.id), 'verify', { means, verdict: 'clear' })).resolves.toContain('由另一人')
    await o.act(o.jijian2, d, String(mine?.id), 'verify', { means, verdict: 'clear' })
  })

  it('party-inspection-rectify 反馈4类26项逐条建账,定措施、责任人、期限,另一人复核销号,长期坚持的按期复查', async () => {
    const p = 'party.inspection'
    const counts = { 政治建设: 7, 党风廉政: 7, 组织建设: 6, 整改落实: 6 }
    const items = Object.entries(counts).flatMap(([group, n], g) =>
      Array.from({ length: n }, (_, i) => ({
        group,
        code: `${g + 1}.${i + 1}`,
        what: `${group}问题${i + 1}`,
        unit: o.yard,
        isLong: g === 0 && i === 0 ? 'yes' : 'no',
        dueOn: '2026-12-31',
      })),
    )
    const form = { name: '市委巡察', from: '市委第三巡察组', feedbackOn: '2026-10-12', classCount: 4, itemCount: 26, items }
    expect(await o.refusal(o.jijian, p, { ...form, items: items.slice(1) })).toContain('反馈26项,清单里25项')
    expect(await o.refusal(o.jijian, p, { ...form, classCount: 5 })).toContain('反馈5类,清单里4类')
    const id = await o.tried(o.jijian, p, form)
    const all = await o.list(r, { source: 'inspection' })
    expect(all.length).toBe(26)
    const byCode = (code: string) => String(all.find((x) => x.code === code)?.id)
    const fix = async (x: string) => {
      await o.act(o.water, r, x, 'measure', { measures: '建章立制', owner: o.water.personId })
      await o.act(o.water, r, x, 'report', { result: '已完成', proof: o.proof() })
    }
    const long = byCode('1.1')
    await fix(long)
    await expect(o.water.refused(r, long, 'review', { isOk: 'yes', note: 'x' })).resolves.toContain('没有')
    await o.act(o.jijian, r, long, 'review', { isOk: 'no', note: '制度没有印发' })
    expect(await o.row(r, long)).toMatchObject({ status: 'fixing', returns: 1 })
    await o.act(o.water, r, long, 'report', { result: '制度已印发', proof: o.proof() })
    await o.act(o.jijian, r, long, 'review', { isOk: 'yes', note: '属实' })
    expect(await o.row(r, long)).toMatchObject({ status: 'watching', struckOn: '2026-10-12', recheckOn: '2027-04-12' })
    for (const x of all.filter((y) => y.code !== '1.1' && y.code !== '4.6')) {
      await fix(String(x.id))
      await o.act(o.jijian, r, String(x.id), 'review', { isOk: 'yes', note: '属实' })
    }
    const sheet = await o.sheet('/party/rectify-progress', { id })
    expect(sheet).toMatchObject({ total: 26, struck: 25, rate: 96.15 })
    expect(sheet.classes.map((c: Row) => [c.group, c.total, c.struck, c.long])).toEqual([
      ['政治建设', 7, 7, 1],
      ['党风廉政', 7, 7, 0],
      ['组织建设', 6, 6, 0],
      ['整改落实', 6, 5, 0],
    ])
    await expect(o.jijian.refused(p, id, 'report', { report: 'x', proof: o.proof() })).resolves.toContain('还有1项')
    await w.clock.to('2027-01-01 09:00')
    expect(await o.row(r, byCode('4.6'))).toMatchObject({ isLate: 'yes', status: 'listed' })
    await fix(byCode('4.6'))
    await o.act(o.jijian, r, byCode('4.6'), 'review', { isOk: 'yes', note: '属实' })
    await o.act(o.jijian, p, id, 'report', { report: '26项销号', proof: o.proof() })
    expect((await o.row(p, id)).status).toBe('reported')
    await w.clock.to('2027-04-13 09:00')
    expect((await o.row(r, long)).status).toBe('recheck')
    await o.act(o.jijian, r, long, 'recheck', { finding: 'relapsed', note: '又出现', dueOn: '2027-05-30' })
    expect(await o.row(r, long)).toMatchObject({ status: 'fixing', relapses: 1, struckOn: null })
    await o.act(o.water, r, long, 'report', { result: '再整改', proof: o.proof() })
    await o.act(o.jijian, r, long, 'review', { isOk: 'yes', note: '属实' })
    expect((await o.row(r, long)).status).toBe('watching')
    expect(await o.value('party.inspection-items')).toBe(26)
    expect((await o.by('party.rectify-rate', 'source')).inspection).toBe(100)
  })
})
