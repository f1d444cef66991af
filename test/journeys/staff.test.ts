/** 队伍建设:星级中队、规范执法督察、强转树、干部选拔(保密)、导师带徒、人才工作室、两种年度考核。 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photo, type World, world } from '../world.ts'
import type { Row } from './buildings-office.ts'
import { openParty, type Party } from './party-office.ts'

describe('队伍建设', () => {
  let w: World
  let o: Party
  let hr: Awaited<ReturnType<World['as']>>
  let hr2: Awaited<ReturnType<World['as']>>
  const squads: string[] = []
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openParty(w)
    hr = await w.as('renshi1')
    hr2 = await w.as('renshi2')
  })
  afterAll(async () => {
    await w.close()
  })

  it('star-squad 中队申报、逐项初评、另一人复核授星,复查不达标摘星,三星级创建率对照80%', async () => {
    const unit = await o.unitOf(o.street)
    const form = { name: '湖滨中队', unit, chief: o.street.personId, stars: 0 }
    await o.tryAdd('staff.squad', form)
    squads.push(await o.add('staff.squad', form))
    squads.push(await o.add('staff.squad', { ...form, name: '大队直属中队', unit: o.brigade, chief: o.head.personId }))
    const p = 'staff.star-application'
    const apply = { squad: squads[0], wanted: 4, proof: o.proof() }
    expect(await o.refusal(o.street, p, apply)).toContain('合计应为100分,现为0分')
    for (const [code, name, points] of [
      ['A', '队伍管理', 40],
      ['B', '执法规范', 40],
      ['C', '群众满意', 20],
    ] as const)
      await o.add('staff.star-standard', { code, name, points })
    expect(await o.refusal(o.head, p, apply)).toContain('由中队长申报')
    const id = await o.tried(o.street, p, apply)
    const score = (a: number, b: number, c: number) => ({
      lines: [
        { item: 'A 队伍管理', score: a, note: '台账' },
        { item: 'B 执法规范', score: b, note: '文书' },
        { item: 'C 群众满意', score: c, note: '投诉' },
      ],
    })
    await expect(o.assessor.refused(p, id, 'score', score(41, 38, 18))).resolves.toContain('超过分值')
    await expect(o.assessor.refused(p, id, 'score', { lines: score(38, 38, 18).lines.slice(1) })).resolves.toContain('没有评分:A')
    await o.act(o.assessor, p, id, 'score', score(38, 38, 18))
    await expect(o.assessor.refused(p, id, 'recheck', score(36, 34, 16))).resolves.toContain('初评的人')
    // 94 and 86 lie more than five points apart: what was re-checked counts, three stars.
    await o.act(o.head, p, id, 'recheck', score(36, 34, 16))
    expect(await o.row(p, id)).toMatchObject({ status: 'granted', score: 94, recheckScore: 86, stars: 3, until: '2027-03-02' })
    expect(await o.row('staff.squad', squads[0] ?? '')).toMatchObject({ stars: 3, starsUntil: '2027-03-02' })
    expect(await o.value('staff.three-stars')).toBe(50)
    const own = await o.open(o.head, p, { ...apply, squad: squads[1], wanted: 5 })
    await o.act(o.assessor, p, own, 'score', score(38, 38, 18))
    await o.act(o.head, p, own, 'recheck', score(37, 37, 18))
    expect(await o.row(p, own)).toMatchObject({ stars: 4 })
    expect(await o.value('staff.three-stars')).toBe(100)
    await w.clock.to('2027-03-03 09:00')
    expect((await o.row(p, id)).status).toBe('due')
    await o.act(o.assessor, p, id, 'review', score(30, 30, 10))
    expect(await o.row(p, id)).toMatchObject({ status: 'lost', stars: 0, lostOn: '2027-03-03' })
    await o.act(o.assessor, p, own, 'review', score(36, 34, 16))
    expect(await o.row('staff.squad', squads[1] ?? '')).toMatchObject({ stars: 3 })
    expect(await o.value('staff.three-stars')).toBe(50)
    expect(await o.by('staff.squads', 'stars')).toEqual({ '0': 1, '3': 1 })
  })

  it('conduct-inspection 明查暗访四项逐人,按层级计分,同一人同类再犯自动列入培训,考试合格才结束', async () => {
    const p = 'staff.conduct-visit'
    const lines = (bad: readonly string[]) =>
      ['uniform', 'recorder', 'language', 'documents'].map((item) => ({
        person: o.legal.personId,
        item,
        isOk: bad.includes(item) ? 'no' : 'yes',
        ...(bad.includes(item) ? { note: '未开启记录仪' } : {}),
      }))
    const form = {
      level: 'district',
      mode: 'secret',
      squad: squads[1],
      visitedOn: '2027-03-03',
      place: '湖滨路',
      lines: lines(['recorder']),
      photos: [photo()],
    }
    expect(await o.refusal(o.assessor, p, { ...form, lines: lines([]).slice(1) })).toContain('四项各一行')
    expect(await o.refusal(o.assessor, p, { ...form, squad: squads[0] })).toContain('不是这个中队的人')
    const id = await o.tried(o.assessor, p, form)
    expect(await o.row(p, id)).toMatchObject({ status: 'recorded', found: 1, score: 95, repeats: 0, officers: 1 })
    await expect(o.street.refused(p, id, 'answer', { answer: 'x' })).resolves.toContain('中队长')
    await o.act(o.head, p, id, 'answer', { answer: '已教育' })
    await o.act(o.assessor, p, id, 'close', { isOk: 'yes' })
    const again = await o.open(o.assessor, p, { ...form, level: 'city', mode: 'open', lines: lines(['recorder', 'uniform']) })
    expect(await o.row(p, again)).toMatchObject({ found: 2, repeats: 1, score: 90 })
    const [task] = await o.list('staff.retraining')
    expect(task).toMatchObject({ person: o.legal.personId, item: 'recorder', status: 'open', dueOn: '2027-04-02' })
    const t = 'staff.retraining'
    await o.act(o.assessor, t, String(task?.id), 'train', { hours: 4, exam: 70 })
    expect((await o.row(t, String(task?.id))).status).toBe('open')
    await o.act(o.assessor, t, String(task?.id), 'train', { hours: 4, exam: 85 })
    expect(await o.row(t, String(task?.id))).toMatchObject({ status: 'passed', tries: 2, passedOn: '2027-03-03' })
    const clean = await o.open(o.assessor, p, { ...form, lines: lines([]) })
    expect((await o.row(p, clean)).status).toBe('closed')
    expect(await o.by('staff.conduct-score', 'level')).toEqual({ district: 97.5, city: 90 })
    expect(await o.by('staff.retrainings', 'item')).toEqual({ recorder: 1 })
  })

  it('style-campaign 强基础、转作风、树形象都有任务,督查问题整改销号,推出典型后总结', async () => {
    const p = 'staff.campaign'
    const item = (group: string) => ({ group, name: `${group}任务`, unit: o.yard, dueOn: '2027-06-30' })
    const form = { name: '2027“强转树”', fromOn: '2027-03-01', toOn: '2027-12-31', items: ['base', 'style', 'image'].map(item) }
    expect(await o.refusal(hr, p, { ...form, items: form.items.slice(0, 2) })).toContain('“树形象”没有任务')
    const id = await o.tried(hr, p, form)
    const problem = { ...item('style'), name: '窗口人员着装不整' }
    await o.act(o.assessor, p, id, 'inspect', { what: '明察暗访', problems: [problem], proof: o.proof() })
    await o.act(hr, p, id, 'example', { group: 'image', who: '环卫一班', what: '拾金不昧' })
    const t = 'staff.campaign-task'
    const tasks = await o.list(t, { campaign: id })
    expect(tasks.length).toBe(4)
    await expect(hr.refused(p, id, 'end', { summary: 'x' })).resolves.toContain('窗口人员着装不整')
    for (const x of tasks) {
      await o.act(o.water, t, String(x.id), 'report', { result: '已完成', proof: o.proof() })
      await o.act(o.assessor, t, String(x.id), 'check', { isOk: 'yes' })
    }
    await o.act(hr, p, id, 'end', { summary: '完成' })
    expect(await o.row(p, id)).toMatchObject({ status: 'ended', inspections: 1, problems: 1, exampleCount: 1 })
    expect(await o.value('staff.style-tasks')).toBe(100)
    expect([await o.value('staff.style-problems'), await o.value('staff.style-examples')]).toEqual([1, 1])
  })

  it('cadre-selection 动议、推荐、考察、讨论、公示、任职依次办理,只有人事可读,他人只看到任职结果', async () => {
    const p = 'staff.selection'
    const id = await o.tried(hr, p, { kind: 'leader', post: '执法大队副大队长', motion: '空缺一年', volume: 'GB-1' })
    for (const who of [o.leader, o.head, o.data, o.clerk, o.jijian, o.street, o.stranger])
      for (const path of [
        `/rows/${p}`,
        `/rows/${p}/${id}`,
        `/rows/${p}/${id}/history`,
        `/rows/${p}/export?format=csv`,
        `/subjects/${p}/${id}`,
      ])
        expect([path, (await who.get(path)).status]).toEqual([path, 403])
    const v = { volume: 'GB-2' }
    await expect(hr.refused(p, id, 'appoint', { paper: 'x' })).resolves.toContain('不能')
    const vote = { candidate: o.officer.personId, voters: 30, recommended: 14, ...v }
    await expect(hr.refused(p, id, 'recommend', vote)).resolves.toContain('未过半数')
    await o.act(hr, p, id, 'recommend', { ...vote, recommended: 22 })
    const look = { inspection: '谈话12人', integrity: 'clear', ...v }
    await expect(hr.refused(p, id, 'inspect', look)).resolves.toContain('不同的人')
    await o.act(hr2, p, id, 'inspect', look)
    await expect(hr.refused(p, id, 'decide', { members: 9, present: 5, yes: 5, ...v })).resolves.toContain('三分之二')
    await o.act(hr, p, id, 'decide', { members: 9, present: 8, yes: 7, ...v })
    await o.act(hr, p, id, 'announce', v)
    await expect(hr.refused(p, id, 'appoint', { paper: '常城干〔2027〕3号' })).resolves.toContain('公示到2027-03-08')
    await o.act(hr, p, id, 'object', { objection: '反映经商' })
    await w.clock.to('2027-03-09 09:00')
    await expect(hr.refused(p, id, 'appoint', { paper: '常城干〔2027〕3号' })).resolves.toContain('不能')
    await o.act(hr2, p, id, 'settle', { isTrue: 'no', ...v })
    await o.act(hr, p, id, 'appoint', { paper: '常城干〔2027〕3号' })
    const shown = await o.sub(o.leader, 'staff.appointment', {})
    expect(shown).toMatchObject([{ person: o.officer.personId, post: '执法大队副大队长', takenOn: '2027-03-09' }])
    expect(JSON.stringify(shown)).not.toContain('经商')
    expect(await o.by('staff.appointments', 'kind')).toEqual({ leader: 1 })
  })

  it('mentor-apprentice 结对有计划与共同任务,徒弟每月日志缺月记下,双方互评后出师', async () => {
    const p = 'staff.pairing'
    const form = {
      kind: 'mentor',
      topic: '行政处罚办案',
      mentor: o.legal.personId,
      apprentice: o.officer2.personId,
      plan: '半年独立办案',
      fromOn: '2027-03-09',
      toOn: '2027-06-09',
      tasks: [{ what: '合办一起简易案件' }],
    }
    expect(await o.refusal(hr, p, { ...form, apprentice: form.mentor })).toContain('同一人')
    const id = await o.tried(hr, p, form)
    await expect(o.legal.refused(p, id, 'log', { said: 'x' })).resolves.toContain('由徒弟写')
    await o.act(o.officer2, p, id, 'log', { said: '学习立案' })
    await expect(o.officer2.refused(p, id, 'log', { said: 'x' })).resolves.toContain('本月日志已写')
    await w.clock.to('2027-05-02 09:00')
    expect(await o.row(p, id)).toMatchObject({ missed: 1, missing: '2027-04' })
    await o.act(o.officer2, p, id, 'log', { said: '学习取证' })
    await o.act(o.legal, p, id, 'together', { what: '合办一起简易案件', proof: o.proof() })
    await w.clock.to('2027-07-02 09:00')
    expect(await o.row(p, id)).toMatchObject({ status: 'judging', missed: 2, missing: '2027-04、2027-06' })
    await expect(o.head.refused(p, id, 'judge', { score: 90, said: 'x' })).resolves.toContain('导师、徒弟互评')
    await o.act(o.legal, p, id, 'judge', { score: 88, said: '踏实' })
    expect((await o.row(p, id)).status).toBe('judging')
    await o.act(o.officer2, p, id, 'judge', { score: 95, said: '耐心' })
    expect(await o.row(p, id)).toMatchObject({ status: 'ended', byMentor: 88, byApprentice: 95, endedOn: '2027-07-02' })
    expect([await o.value('staff.pairs'), await o.value('staff.pairs-missed')]).toEqual([1, 2])
  })

  it('talent-studio 七个工作室各有目标,成果逐项登记,按完成程度计分,不足60分整改,再不足摘牌', async () => {
    const p = 'staff.studio'
    const goals = [
      { code: '1', what: '技术革新', target: 2, weight: 60 },
      { code: '2', what: '带徒', target: 4, weight: 40 },
    ]
    const form = { name: '市政技能工作室', leader: o.water.personId, direction: '非开挖修复', goals }
    expect(await o.refusal(hr, p, { ...form, goals: goals.slice(1) })).toContain('合计应为100分,现为40分')
    const id = await o.tried(hr, p, form)
    for (let i = 2; i <= 7; i++) await o.open(hr, p, { ...form, name: `工作室${i}` })
    expect(await o.value('staff.studios')).toBe(7)
    const gain = { code: '1', amount: 1, what: '快速检测仪', proof: o.proof() }
    await expect(o.head.refused(p, id, 'achieve', gain)).resolves.toContain('领衔人')
    await o.act(o.water, p, id, 'achieve', gain)
    await o.act(hr, p, id, 'score')
    expect(await o.row(p, id)).toMatchObject({ status: 'weak', score: 30, failures: 1 })
    await o.act(o.water, p, id, 'achieve', { ...gain, amount: 3 })
    await o.act(o.water, p, id, 'achieve', { ...gain, code: '2', amount: 1, what: '带徒1人' })
    await o.act(hr, p, id, 'score')
    expect(await o.row(p, id)).toMatchObject({ status: 'building', score: 70, outcomeCount: 3 })
    const idle = String((await o.list(p, { name: '工作室7' }))[0]?.id)
    await o.act(hr, p, idle, 'score')
    await o.act(hr, p, idle, 'score')
    expect((await o.row(p, idle)).status).toBe('closed')
    expect([await o.value('staff.studios'), await o.value('staff.studio-score')]).toEqual([6, 35])
  })

  it('civil-servant-appraisal 两种办法,季度写实评定,缺季列名,优秀不超名额,另一人审定', async () => {
    const q = 'staff.quarter'
    const fazhi2 = await w.as('fazhi2')
    const brigade = [o.head, o.legal, o.inner, fazhi2]
    const write = (n: number) => ({ year: 2027, quarter: n, summary: '完成任务' })
    const mine = '/staff/my-quarters'
    expect((await w.anyone.post(`${mine}/write`, write(1))).status).toBe(401)
    expect((await o.stranger.post(`${mine}/write`, write(1))).status).toBe(403)
    expect((await o.inner.post(`${mine}/write`, {})).status).toBe(400)
    expect((await o.inner.post(`${mine}/write`, write(1))).status).toBe(200)
    expect((await o.inner.post<Row>(`${mine}/write`, write(1))).body.zh).toContain('已存在')
    expect((await o.inner.get<Row>(mine)).body.rows).toMatchObject([{ year: 2027, quarter: 1, state: '待评定', grade: null }])
    expect((await o.inner.get(`/rows/${q}`)).status).toBe(403)
    const own = String((await o.sub(o.head, q, { person: o.inner.personId }))[0]?.id)
    await o.act(o.head, q, own, 'grade', { grade: 'good', comment: '好' })
    const first = await o.tried(o.legal, q, write(1))
    await expect(o.assessor.refused(q, first, 'grade', { grade: 'good', comment: '好' })).resolves.toContain('本单位负责人')
    await expect(o.legal.refused(q, first, 'grade', { grade: 'good', comment: '好' })).resolves.toContain('不能评定自己')
    await o.act(o.head, q, first, 'grade', { grade: 'good', comment: '好' })
    await w.clock.to('2027-12-10 09:00')
    const p = 'staff.appraisal'
    const form = { scheme: 'civil', unit: o.brigade, year: 2027 }
    const id = await o.tried(hr, p, form)
    expect(await o.row(p, id)).toMatchObject({ heads: 4, quota: 0 })
    const sheet = await o.sheet('/staff/quarters-missing', { id })
    expect(sheet).toMatchObject({ heads: 4, lacking: 4 })
    expect(sheet.people.map((x: Row) => x.graded).sort()).toEqual([0, 0, 1, 1])
    const names = (await o.row(p, id)).people as string[]
    const lines = (best: number) => names.map((who, i) => ({ who, grade: i < best ? 'excellent' : 'competent' }))
    await expect(hr.refused(p, id, 'propose', { lines: lines(0) })).resolves.toContain('季度记录不全')
    for (const n of [1, 2, 3, 4])
      for (const who of brigade) {
        if ((who === o.legal || who === o.inner) && n === 1) continue
        const x = await o.open(who, q, write(n))
        await o.act(who === o.head ? o.legal : o.head, q, x, 'grade', { grade: n < 3 ? 'good' : 'fair', comment: '评' })
      }
    expect((await o.sheet('/staff/quarters-missing', { id })).lacking).toBe(0)
    // A fifth of four people is nobody.
    await expect(hr.refused(p, id, 'propose', { lines: lines(1) })).resolves.toContain('优秀1人,超过名额0人')
    await o.act(hr, p, id, 'propose', { lines: lines(0) })
    await o.act(o.leader, p, id, 'approve', { isOk: 'yes' })
    expect(await o.row(p, id)).toMatchObject({ status: 'final', excellent: 0, gradedOn: '2027-12-10' })
    const bureau = await o.unitOf(hr)
    const inst = await o.open(hr, p, { scheme: 'institution', unit: bureau, year: 2027 })
    const heads = Number((await o.row(p, inst)).heads)
    expect(await o.row(p, inst)).toMatchObject({ quota: Math.floor(heads / 5), scheme: 'institution' })
    expect(await o.by('staff.excellent-rate', 'scheme')).toEqual({ civil: 0 })
  })
})
