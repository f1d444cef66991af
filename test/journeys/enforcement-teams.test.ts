import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'
import { type Office, openOffice, storedFile } from './enforcement-office.ts'

/** 队伍、协作、监督、改革: everybody around the case. One test for each row of the mission. */
describe('执法队伍与协作', () => {
  let w: World
  let o: Office
  let units: { id: string; name: string }[] = []
  const unitOf = (name: string): string => units.find((u) => u.name === name)?.id ?? ''
  const penalty = 'enforcement.penalty'
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openOffice(w)
    units = (await o.officer.get<{ units: { id: string; name: string }[] }>('/meta')).body.units
  })
  afterAll(() => w.close())
  const value = async (id: string, query: Record<string, string> = {}) => (await o.figure(`enforcement.${id}`, query))[0]?.value

  it('quick-action-squad 队伍、成员、网格与点位;无覆盖不能调派;到场用时与按时率', async () => {
    const { clerk, officer } = o
    const squad = await o.add(clerk, 'enforcement.squad', {
      name: '文昌快反一队',
      kind: 'quick',
      unit: unitOf('文昌街道综合执法中队'),
      formedOn: '2026-01-10',
    })
    await o.add(clerk, 'enforcement.squad-member', { squad, person: officer.personId, joinedOn: '2026-01-10' })
    const before = await o.tryOpen(officer, 'enforcement.squad-call', { matter: '流动摊贩', address: '校门口' }, somewhere)
    expect(before.zh).toContain('没有快速行动队覆盖此处网格')
    const lead = await o.lead(officer, { lawCode: 'V03', topic: 'road' })
    const cell = (await o.row(penalty, lead)).areaCode
    await o.add(clerk, 'enforcement.squad-place', { squad, kind: 'cell', place: cell, name: '建设路网格' })
    await o.add(clerk, 'enforcement.squad-place', { squad, kind: 'point', place: 'ZD-1', name: '实验小学' })
    const nowhere = await clerk.post<{ zh: string }>('/rows/enforcement.squad-place', {
      values: { squad, kind: 'cell', place: '建设路', name: '建设路' },
    })
    expect(nowhere.body.zh).toContain('15位单元网格代码')
    const again = await clerk.post<{ zh: string }>('/rows/enforcement.squad-place', {
      values: { squad, kind: 'cell', place: cell, name: '重复' },
    })
    expect(again.status).toBe(409)
    const call = await o.open(officer, 'enforcement.squad-call', { matter: '流动摊贩', address: '校门口' })
    expect(await o.row('enforcement.squad-call', call.id)).toMatchObject({ squad })
    await w.clock.to('2026-03-02 09:20')
    await officer.act('enforcement.squad-call', call.id, 'arrive')
    await officer.act('enforcement.squad-call', call.id, 'finish', { result: '已劝离', isSolved: true })
    const late = await o.open(officer, 'enforcement.squad-call', { matter: '堆物', address: '校门口' })
    await w.clock.to('2026-03-02 10:00')
    await officer.act('enforcement.squad-call', late.id, 'arrive')
    expect(
      await Promise.all(
        ['quick-squads', 'quick-cells', 'quick-points', 'squad-minutes', 'squad-in-time-rate'].map((f) => value(f)),
      ),
    ).toEqual([1, 1, 1, 30, 50])
  })

  it('off-site-enforcement 设备审核、检定、标志、公布缺一不可;人工审核、告知、异议复核后才转案源', async () => {
    const { clerk, jurist, officer } = o
    const party = await o.party('org', '运输公司', { isReachable: true, reachAt: 'x' })
    const file = await storedFile(w)
    const values = {
      device: 'DZ-01',
      topic: 'muck',
      lawCode: 'V20',
      seenAt: '2026-03-02T08:00:00+08:00',
      address: '长江路',
      target: '苏D12345',
      file: [file.id],
      sha256: file.sha256,
    }
    expect((await o.tryOpen(clerk, 'enforcement.capture', values)).zh).toContain('没有登记的设备')
    const device = await o.add(
      clerk,
      'enforcement.device',
      { code: 'DZ-01', name: '长江路卡口', hasSign: true, isEnabled: true, legalReviewOn: '2025-12-01' },
      somewhere,
    )
    const set = (v: Record<string, unknown>) => clerk.patch(`/rows/enforcement.device/${device}`, { values: v })
    expect((await o.tryOpen(clerk, 'enforcement.capture', values)).zh).toContain('未经技术审核')
    await set({ technicalReviewOn: '2025-12-10' })
    expect((await o.tryOpen(clerk, 'enforcement.capture', values)).zh).toContain('检定有效期')
    await set({ calibrationValidTo: '2026-12-31' })
    expect((await o.tryOpen(clerk, 'enforcement.capture', values)).zh).toContain('尚未向社会公布')
    await set({ publishedOn: '2026-01-15' })
    expect((await o.tryOpen(clerk, 'enforcement.capture', { ...values, sha256: 'b'.repeat(64) })).zh).toContain('哈希不符')
    const made = await o.open(clerk, 'enforcement.capture', values)
    expect((await o.tryOpen(clerk, 'enforcement.capture', values)).zh).toContain('已存在')
    await expect(officer.refused('enforcement.capture', made.id, 'file')).resolves.toContain('待人工审核')
    await jurist.act('enforcement.capture', made.id, 'confirm', { party })
    await officer.act('enforcement.capture', made.id, 'tell', {
      phone: '13900002222',
      words: '您的车辆涉嫌违法,可查询并陈述申辩',
    })
    // What a form asks beside the columns is personal in the trace as well.
    const trace = await officer.get<{ entries: { action: string; detail: Record<string, unknown> }[] }>(
      `/rows/enforcement.capture/${made.id}/history`,
    )
    expect(trace.body.entries.find((e) => e.action === 'tell')?.detail.phone).toBe('139****2222')
    await expect(officer.refused('enforcement.capture', made.id, 'file')).resolves.toContain('陈述申辩期限至2026-03-09')
    await officer.act('enforcement.capture', made.id, 'object', { objection: '车辆已转让' })
    await jurist.act('enforcement.capture', made.id, 'uphold', { review: '登记未变更' })
    await officer.act('enforcement.capture', made.id, 'file')
    const [lead] = await o.children('enforcement.capture', made.id, penalty)
    expect(await o.row(penalty, lead?.id ?? '')).toMatchObject({
      source: 'capture',
      contact: 'noncontact',
      happenedOn: '2026-03-02',
    })
    // The original goes with the case: device, time, place and hash, and counts as evidence already looked at by a person.
    expect((await o.list('enforcement.evidence', { penalty: lead?.id })).rows).toMatchObject([
      { status: 'verified', origin: 'device', device: 'DZ-01', sha256: file.sha256, place: '长江路', file: [file.id] },
    ])
    const messages = await o.reader.get<{ rows: unknown[] }>('/notices')
    expect(messages.status).toBe(200)
    const other = await storedFile(w)
    const wrong = await o.open(clerk, 'enforcement.capture', { ...values, file: [other.id], sha256: other.sha256 })
    await jurist.act('enforcement.capture', wrong.id, 'reject', { reason: '号牌不清' })
    expect(await value('captures')).toBe(2)
    expect((await o.figure('enforcement.captures-used-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
  })

  it('police-city-linkage 请求、响应、人数、结果;响应用时', async () => {
    const { officer } = o
    const values = { kind: 'resist', matter: '暴力阻碍执法', station: '文昌派出所', officersSent: 4 }
    expect((await o.tryOpen(officer, 'enforcement.police-task', { ...values, officersSent: 1 })).zh).toContain('不能小于2')
    const made = await o.open(officer, 'enforcement.police-task', values)
    await expect(officer.refused('enforcement.police-task', made.id, 'conclude', { outcome: 'x' })).resolves.toContain('已请求')
    await w.clock.to('2026-03-02 10:18')
    await officer.act('enforcement.police-task', made.id, 'respond', { policeSent: 3, reply: '到场' })
    await officer.act('enforcement.police-task', made.id, 'conclude', { outcome: '带离一人,依法处理' })
    const declined = await o.open(officer, 'enforcement.police-task', { ...values, kind: 'vehicle' })
    await officer.act('enforcement.police-task', declined.id, 'decline', { reply: '警力不足' })
    expect(await Promise.all(['police-tasks', 'police-minutes'].map((f) => value(f)))).toEqual([2, 18])
  })

  it('joint-patrol-enforcement 计划两个以上部门,问题分派到参加部门,未办结不能小结', async () => {
    const { clerk } = o
    const plan = { name: '交通轨道联合巡查', heldOn: '2026-03-03', place: '站前', participants: ['交通'] }
    expect((await o.tryOpen(clerk, 'enforcement.joint-patrol', plan)).zh).toContain('两个以上部门')
    const made = await o.open(clerk, 'enforcement.joint-patrol', { ...plan, participants: ['交通', '公安', '轨道公司'] })
    await expect(clerk.refused('enforcement.joint-patrol', made.id, 'hold')).resolves.toContain('2026-03-03')
    await w.clock.to('2026-03-03 09:00')
    await clerk.act('enforcement.joint-patrol', made.id, 'hold')
    const finding = { problem: '违停', department: '交通', dueOn: '2026-03-06' }
    await expect(
      clerk.refused('enforcement.joint-patrol', made.id, 'assign', { ...finding, department: '水务' }),
    ).resolves.toContain('参加部门')
    await expect(
      clerk.refused('enforcement.joint-patrol', made.id, 'assign', { ...finding, dueOn: '2026-03-01' }),
    ).resolves.toContain('不能早于今天')
    await clerk.act('enforcement.joint-patrol', made.id, 'assign', { ...finding, unit: unitOf('市政设施养护所') })
    await clerk.act('enforcement.joint-patrol', made.id, 'assign', { ...finding, problem: '占道', department: '公安' })
    await expect(clerk.refused('enforcement.joint-patrol', made.id, 'summarise', { summary: '完' })).resolves.toContain('还有2项')
    const f = 'enforcement.joint-finding'
    const given = await o.children('enforcement.joint-patrol', made.id, f)
    const rows = await Promise.all(given.map((g) => o.row(f, g.id)))
    const mine = rows.find((r) => r.unitId === unitOf('市政设施养护所'))?.id
    // A unit that does not enforce does its part as well: it is asked, answers with a picture, and the planner looks at it.
    const municipal = await w.as('chuzhi11')
    expect((await municipal.get<{ tasks: { subjectId: string }[] }>('/work')).body.tasks.some((t) => t.subjectId === mine)).toBe(
      true,
    )
    await expect(municipal.refused(f, mine, 'finish', { result: '已整改' })).resolves.toContain('办理后照片')
    for (const { id } of given) await municipal.act(f, id, 'finish', { result: '已整改', photos: [photo()] })
    await clerk.act(f, mine, 'back', { reason: '又停满了', dueOn: '2026-03-07' })
    expect(await o.row(f, mine)).toMatchObject({ status: 'open', backCount: 1, dueOn: '2026-03-07' })
    await municipal.act(f, mine, 'finish', { result: '已设护栏', photos: [photo()] })
    await expect(clerk.refused('enforcement.joint-patrol', made.id, 'summarise', { summary: '完' })).resolves.toContain('还有2项')
    for (const { id } of given) await clerk.act(f, id, 'accept')
    await clerk.act('enforcement.joint-patrol', made.id, 'summarise', { summary: '问题2项全部办结' })
    expect(await Promise.all(['joint-patrols', 'joint-findings-done-rate'].map((f) => value(f)))).toEqual([1, 100])
  })

  it('cross-region-enforcement 协议成员之间请求、五个工作日答复、结果互认、移送须对方案号;会商有记录', async () => {
    const { clerk, data } = o
    const agreement = await o.add(data, 'enforcement.agreement', {
      name: '四区一市跨区域协作协议',
      members: '湖滨区\n天宁区\n钟楼区\n新北区\n溧阳市',
      content: '信息互认、共享、通报、移送',
      signedOn: '2025-06-01',
      validTo: '2026-12-31',
    })
    const values = { agreement, asker: '湖滨区', helper: '溧阳市', kind: 'evidence', matter: '协助调取过磅单' }
    expect((await o.tryOpen(clerk, 'enforcement.assistance', { ...values, helper: '金坛区' })).zh).toContain('金坛区不是协议成员')
    expect((await o.tryOpen(clerk, 'enforcement.assistance', { ...values, helper: '湖滨区' })).zh).toContain('不能相同')
    expect((await o.tryOpen(clerk, 'enforcement.assistance', { ...values, kind: 'transfer' })).zh).toContain('须选择案件')
    const made = await o.open(clerk, 'enforcement.assistance', values)
    expect(new Date((await o.row('enforcement.assistance', made.id)).replyDueAt)).toEqual(beijing('2026-03-11 00:00'))
    await clerk.act('enforcement.assistance', made.id, 'reply', { reply: '过磅单12份', isRecognised: true })
    await clerk.act('enforcement.assistance', made.id, 'close')
    const lead = await o.lead(o.officer, { lawCode: 'V20' })
    const transfer = await o.open(clerk, 'enforcement.assistance', { ...values, kind: 'transfer', penalty: lead })
    await expect(
      clerk.refused('enforcement.assistance', transfer.id, 'reply', { reply: '已接收', isRecognised: true }),
    ).resolves.toContain('对方接收的案号')
    await clerk.act('enforcement.assistance', transfer.id, 'reply', {
      reply: '已接收',
      isRecognised: true,
      outsideNumber: '溧2026-9',
    })
    await expect(clerk.refused('enforcement.assistance', transfer.id, 'close')).resolves.toContain('移送其他机关')
    await o.head.act(penalty, lead, 'transferOut', { to: '溧阳市', reason: '管辖', isCrime: 'other' })
    await clerk.act('enforcement.assistance', transfer.id, 'close')
    await o.add(clerk, 'enforcement.region-meeting', {
      agreement,
      topic: '渣土跨区倾倒',
      attendees: ['湖滨区', '溧阳市'],
      decisions: '互派联络员',
    })
    expect(await Promise.all(['assistances', 'region-meetings'].map((f) => value(f)))).toEqual([2, 1])
    await data.patch(`/rows/enforcement.agreement/${agreement}`, { values: { validTo: '2026-03-01' } })
    expect((await o.tryOpen(clerk, 'enforcement.assistance', values)).zh).toContain('协议有效期')
  })

  it('lawyer-stationed 驻队安排、咨询审查连案件、中队确认;按基层中队算覆盖', async () => {
    const { clerk, jurist, officer } = o
    const teams = (await o.list('enforcement.squad', { kind: 'team' })).rows
    const lawyer = await o.add(clerk, 'enforcement.lawyer', { name: '陈律师', firm: '正大律所', licence: 'L001' })
    const work = { lawyer, squad: teams[0]?.id, kind: 'consult', workedOn: o.today(), hours: 2, content: '处罚幅度' }
    expect((await o.tryOpen(jurist, 'enforcement.lawyer-work', work)).zh).toContain('驻队安排')
    await o.add(clerk, 'enforcement.lawyer-post', {
      lawyer,
      squad: teams[0]?.id,
      weekdays: ['tue', 'thu'],
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    })
    expect((await o.tryOpen(jurist, 'enforcement.lawyer-work', work)).zh).toContain('须选择案件')
    const lead = await o.lead(officer, { lawCode: 'V20' })
    const made = await o.open(jurist, 'enforcement.lawyer-work', { ...work, penalty: lead })
    const own = { squad: teams[0]?.id, person: officer.personId, joinedOn: '2026-01-01' }
    const member = (await o.list('enforcement.squad-member', { squad: own.squad, person: own.person })).total > 0
    const isOwn = (await o.reader.get<Record<string, any>>('/meta')).body.people.find((x: { id: string }) => x.id === own.person)
    if (!member && isOwn?.unitId !== teams[0]?.unit) {
      await expect(officer.refused('enforcement.lawyer-work', made.id, 'confirm')).resolves.toContain('该中队')
      await o.add(clerk, 'enforcement.squad-member', own)
    }
    await officer.act('enforcement.lawyer-work', made.id, 'confirm')
    const fake = await o.open(jurist, 'enforcement.lawyer-work', { ...work, kind: 'duty' })
    await officer.act('enforcement.lawyer-work', fake.id, 'refuse', { reason: '当日未到' })
    expect(await value('lawyer-works')).toBe(1)
    // Wednesday is nobody's duty day; Tuesdays and Thursdays up to today are due, and those the squad confirmed are kept.
    const wednesday = { ...work, kind: 'duty', workedOn: '2026-02-25' }
    expect((await o.tryOpen(jurist, 'enforcement.lawyer-work', wednesday)).zh).toContain('不是该律师在此中队的值班日')
    for (const workedOn of ['2026-02-24', '2026-02-26'])
      await officer.act(
        'enforcement.lawyer-work',
        (await o.open(jurist, 'enforcement.lawyer-work', { ...wednesday, workedOn })).id,
        'confirm',
      )
    const sheet = (await o.reader.get<Record<string, any>>('/enforcement/lawyers', { from: '2026-02-23', to: '2026-03-31' })).body
    expect([sheet.squads, sheet.covered, sheet.without.length]).toEqual([teams.length, 1, teams.length - 1])
    expect(sheet.rows).toMatchObject([
      { lawyer, squad: teams[0]?.id, due: 3, kept: 2, missed: 1, keptRate: 66.67, consults: 1, hours: 6 },
    ])
    expect((await o.figure('enforcement.lawyer-coverage'))[0]).toMatchObject({ numerator: 1, denominator: teams.length })
    expect((await o.behind('enforcement.lawyer-coverage'))[0]?.id).toBe(teams[0]?.id)
  })

  it('law-popularization-item 联合培训:签到、考试、补考、结班;培训率', async () => {
    const { jurist, officer, partner } = o
    const made = await o.open(jurist, 'enforcement.training', {
      name: '行政处罚法轮训',
      kind: 'joint',
      partner: '区司法局',
      teacher: '陈律师',
      heldOn: '2026-03-03',
      hours: 6,
    })
    await jurist.act('enforcement.training', made.id, 'hold')
    await expect(jurist.refused('enforcement.training', made.id, 'close')).resolves.toContain('没有人签到')
    for (const who of [officer, partner]) await jurist.act('enforcement.training', made.id, 'signIn', { person: who.personId })
    await expect(jurist.refused('enforcement.training', made.id, 'signIn', { person: officer.personId })).resolves.toContain(
      '已经签到',
    )
    // A lawyer has no account here and sits the test all the same.
    const lawyer = await o.add(o.clerk, 'enforcement.lawyer', { name: '陆律师', firm: '正大律所', licence: 'L002' })
    await expect(
      jurist.refused('enforcement.training', made.id, 'signIn', { person: officer.personId, lawyer }),
    ).resolves.toContain('一名执法人员或一名律师')
    await jurist.act('enforcement.training', made.id, 'signIn', { lawyer })
    await expect(jurist.refused('enforcement.training', made.id, 'signIn', { lawyer })).resolves.toContain('已经签到')
    const seats = (await o.list('enforcement.attendance', { training: made.id })).rows
    const third = seats.find((r) => r.lawyer === lawyer)
    expect([third?.name, (await o.row('enforcement.training', made.id)).attended]).toEqual(['陆律师', 3])
    await jurist.act('enforcement.attendance', third?.id, 'test', { score: 90 })
    const [a, b] = [officer, partner].map((x) => seats.find((r) => r.person === x.personId)) as [
      { id: string } | undefined,
      { id: string } | undefined,
    ]
    await jurist.act('enforcement.attendance', a?.id ?? '', 'test', { score: 59 })
    expect((await o.row('enforcement.attendance', a?.id ?? '')).status).toBe('signed')
    await expect(jurist.refused('enforcement.training', made.id, 'close')).resolves.toContain('还有2项')
    await jurist.act('enforcement.attendance', a?.id ?? '', 'test', { score: 60 })
    await jurist.act('enforcement.attendance', b?.id ?? '', 'miss', { reason: '执勤' })
    await jurist.act('enforcement.training', made.id, 'close')
    expect(await o.row('enforcement.attendance', a?.id ?? '')).toMatchObject({ status: 'passed', attempts: 2 })
    const certified = await value('certified-officers')
    expect((await o.figure('enforcement.trained-rate'))[0]).toMatchObject({ numerator: 1, denominator: certified })
  })

  it('reform-item-list 方案与集中事项:只能用当时当地有效的事项', async () => {
    const { officer, data } = o
    const lead = await o.lead(officer, { lawCode: 'V18', topic: 'dust' })
    const rows = (await o.list('enforcement.power', { code: 'V18' })).rows
    await data.patch(`/rows/enforcement.power/${rows[0]?.id}`, { values: { validTo: '2026-03-01' }, reason: '事项收回' })
    const submit = () => officer.refused(penalty, lead, 'submitFiling', { coHandler: o.partner.personId })
    await expect(submit()).resolves.toContain('已于2026-03-01停止行使')
    const wrong = await data.post<{ zh: string }>('/rows/enforcement.power', {
      values: {
        scheme: '新方案',
        schemePublishedOn: '2026-03-10',
        code: 'V18',
        item: '扬尘',
        areaPrefix: '329901',
        validFrom: '2026-03-05',
      },
    })
    expect(wrong.body.zh).toContain('不能早于方案公布')
    await o.add(data, 'enforcement.power', {
      scheme: '新方案',
      schemePublishedOn: '2026-03-04',
      code: 'V18',
      item: '扬尘',
      areaPrefix: '329901',
      validFrom: '2026-03-05',
    })
    await w.clock.to('2026-03-04 09:00')
    const elsewhere = await o.lead(officer, { lawCode: 'Q99', topic: 'dust' })
    await expect(officer.refused(penalty, elsewhere, 'submitFiling', { coHandler: o.partner.personId })).resolves.toContain(
      '集中事项清单中没有此处的该事项',
    )
    await w.clock.to('2026-03-05 09:00')
    await officer.act(penalty, lead, 'submitFiling', { coHandler: o.partner.personId })
    expect(await value('powers')).toBeGreaterThan(20)
  })

  it('power-transfer 双方分别确认;事项改由接收单位行使,在办案件随转,原单位不能再立案', async () => {
    const { officer, stranger, clerk, data } = o
    const from = unitOf('文昌街道综合执法中队')
    const to = (await stranger.get<Record<string, any>>('/meta')).body.me.unitId
    const street2 = await w.as('jiedao2')
    const street3 = await w.as('jiedao3')
    const [row] = (await o.list('enforcement.power', { code: 'V23' })).rows
    const open = await o.lead(officer, { lawCode: 'V23', topic: 'noise' })
    const values = {
      name: '噪声事项交接',
      giver: from,
      taker: to,
      powers: [{ power: row?.id }],
      people: [{ name: '王某', account: officer.personId, post: '噪声执法岗' }],
      effectiveOn: '2026-03-06',
    }
    expect((await o.tryOpen(clerk, 'enforcement.power-transfer', { ...values, taker: from })).zh).toContain('不能与')
    expect(
      (await o.tryOpen(clerk, 'enforcement.power-transfer', { ...values, powers: [{ power: crypto.randomUUID() }] })).zh,
    ).toContain('正在行使的集中事项')
    const made = await o.open(clerk, 'enforcement.power-transfer', values)
    expect(await o.row('enforcement.power-transfer', made.id)).toMatchObject({ caseCount: 1 })
    await expect(street3.refused('enforcement.power-transfer', made.id, 'give')).resolves.toMatch(/移交单位|单位/)
    await street2.act('enforcement.power-transfer', made.id, 'give')
    await expect(street2.refused('enforcement.power-transfer', made.id, 'take')).resolves.toMatch(/接收单位|单位/)
    // A case that began after the draft goes with the rest.
    const since = await o.lead(officer, { lawCode: 'V23', topic: 'noise' })
    await street3.act('enforcement.power-transfer', made.id, 'take')
    await w.settle()
    for (const id of [open, since]) expect(await o.row(penalty, id)).toMatchObject({ unitId: to, handler: null })
    const told = await officer.get<{ rows: { zh: string }[] }>('/notices')
    expect(told.body.rows.some((n) => n.zh.includes('您随“噪声事项交接”划转'))).toBe(true)
    await w.clock.to('2026-03-06 09:00')
    const late = await o.lead(officer, { lawCode: 'V23', topic: 'noise' })
    await expect(officer.refused(penalty, late, 'submitFiling', { coHandler: o.partner.personId })).resolves.toContain(
      '由其他单位行使',
    )
    expect((await o.list('enforcement.power', { code: 'V23' })).rows).toHaveLength(2)
    expect(await Promise.all(['power-transfers', 'transferred-cases'].map((f) => value(f)))).toEqual([1, 2])
    expect(data.personId).toBeTruthy()
  })

  it('coordination-joint-meeting 镇街提请、部门限期指导、镇街确认落实,未落实不能办结', async () => {
    const { reader, street } = o
    const guide = await w.as('chuzhi11')
    const made = await o.open(reader, 'enforcement.meeting', {
      name: '一季度联席会议',
      level: 'district',
      heldOn: '2026-03-06',
      agenda: '噪声执法',
    })
    await street.act('enforcement.meeting', made.id, 'raise', {
      question: '夜间施工如何取证',
      department: unitOf('市政设施养护所'),
    })
    await reader.act('enforcement.meeting', made.id, 'hold', { minutes: '由市政所指导' })
    await expect(reader.refused('enforcement.meeting', made.id, 'close')).resolves.toContain('还有1项')
    const [item] = await o.children('enforcement.meeting', made.id, 'enforcement.guidance')
    const id = item?.id ?? ''
    await guide.act('enforcement.guidance', id, 'answer', { answer: '查看噪声许可' })
    await street.act('enforcement.guidance', id, 'back', { reason: '没有取证办法' })
    await guide.act('enforcement.guidance', id, 'answer', { answer: '委托有资质机构监测' })
    await street.act('enforcement.guidance', id, 'confirm', { followUp: '已监测并立案' })
    await reader.act('enforcement.meeting', made.id, 'close')
    expect(await o.row('enforcement.guidance', id)).toMatchObject({ backCount: 1, status: 'done' })
    expect((await o.figure('enforcement.guidance-in-time-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1, value: 100 })
  })

  it('street-team-assessment 按标准逐项评分、汇总、反馈镇街、异议重评', async () => {
    const { reader, data, street } = o
    const scheme = '街道执法队伍考核(试行)'
    const items = await Promise.all(
      [
        ['1', '案卷质量', 40],
        ['2', '办案期限', 60],
      ].map(([code, item, full]) =>
        o.add(data, 'enforcement.assessment-standard', {
          scheme,
          code,
          item,
          department: '法制科',
          full,
          validFrom: '2026-01-01',
        }),
      ),
    )
    const [team] = (await o.list('enforcement.squad', { kind: 'team' })).rows
    const made = await o.open(reader, 'enforcement.assessment', {
      squad: team?.id,
      scheme,
      period: '2026-Q1',
      from: '2026-01-01',
      to: '2026-03-31',
      street: unitOf('文昌街道综合执法中队'),
    })
    await expect(reader.refused('enforcement.assessment', made.id, 'publish')).resolves.toContain('还有2项')
    const score = (standard: string | undefined, n: number) => ({ standard, score: n, note: '扣分见附表' })
    await expect(reader.refused('enforcement.assessment', made.id, 'score', score(items[0], 41))).resolves.toContain('满分40分')
    await reader.act('enforcement.assessment', made.id, 'score', score(items[0], 35))
    await expect(reader.refused('enforcement.assessment', made.id, 'score', score(items[0], 36))).resolves.toContain('已经评分')
    await reader.act('enforcement.assessment', made.id, 'score', score(items[1], 58))
    await reader.act('enforcement.assessment', made.id, 'publish')
    const replace = (id: string | undefined) =>
      reader.refused('enforcement.assessment-score', id ?? '', 'replace', { reason: '补正属实' })
    const kept = await o.children('enforcement.assessment', made.id, 'enforcement.assessment-score')
    await expect(replace(kept[0]?.id)).resolves.toContain('得分不能再改')
    await street.act('enforcement.assessment', made.id, 'object', { objection: '案卷一份已补正' })
    const [first] = (await o.children('enforcement.assessment', made.id, 'enforcement.assessment-score')).sort((a, b) =>
      a.number.localeCompare(b.number),
    )
    await reader.act('enforcement.assessment-score', first?.id ?? '', 'replace', { reason: '补正属实' })
    await reader.act('enforcement.assessment', made.id, 'score', score(items[0], 38))
    await reader.act('enforcement.assessment', made.id, 'publish')
    await street.act('enforcement.assessment', made.id, 'confirm')
    expect(await o.row('enforcement.assessment', made.id)).toMatchObject({
      total: 96,
      full: 100,
      // The one guidance this street asked for in that quarter.
      guidanceCount: 1,
      status: 'confirmed',
    })
    expect(await value('assessment-average')).toBe(96)
  })

  it('internet-supervision 双随机可复算,按信用等级抽查比例不同;只由抽中的人检查;结果回传', async () => {
    const { reader, data } = o
    for (let n = 0; n < 20; n++) await o.party('org', `餐饮${n}`, { trade: '餐饮服务', grade: ['A', 'B', 'C', 'D'][n % 4] })
    const item = await o.add(data, 'enforcement.supervision-item', {
      code: 'JG-001',
      name: '餐厨废弃物交运',
      topic: 'foodWaste',
      basis: '管理办法',
    })
    expect(
      (await o.tryOpen(reader, 'enforcement.check-plan', { item, name: '双随机', method: 'random', trade: '餐饮服务' })).zh,
    ).toContain('抽取比例')
    const random = await o.open(reader, 'enforcement.check-plan', {
      item,
      name: '双随机',
      method: 'random',
      rate: 20,
      trade: '餐饮服务',
      dueOn: '2026-03-10',
    })
    await reader.act('enforcement.check-plan', random.id, 'draw')
    expect(await o.row('enforcement.check-plan', random.id)).toMatchObject({ pool: 20, drawn: 4 })
    const credit = await o.open(reader, 'enforcement.check-plan', {
      item,
      name: '信用分级',
      method: 'credit',
      trade: '餐饮服务',
      dueOn: '2026-03-10',
    })
    await reader.act('enforcement.check-plan', credit.id, 'draw')
    // A 5%、B 10%、C 30%、D 100%,各五户,不足一户的进一
    expect(await o.row('enforcement.check-plan', credit.id)).toMatchObject({ drawn: 1 + 1 + 2 + 5 })
    const tasks = await o.children('enforcement.check-plan', random.id, 'enforcement.check-task')
    const late = { item, name: '过期', method: 'credit', trade: '餐饮服务', dueOn: '2026-03-01' }
    expect((await o.tryOpen(reader, 'enforcement.check-plan', late)).zh).toContain('不早于今天')
    const people = new Map<string, Client>()
    for (let i = 1; i <= 8; i++)
      for (let k = 1; k <= 2; k++) {
        const client = await w.as(`zhongdui${i}${k}`).catch(() => undefined)
        if (client) people.set(client.personId, client)
      }
    for (const [i, task] of tasks.entries()) {
      const row = await o.row('enforcement.check-task', task.id)
      expect(new Set(row.inspectors).size).toBe(2)
      const chosen = people.get(row.inspectors[0])
      const outsider = [...people.values()].find((c) => !row.inspectors.includes(c.personId))
      const values = { result: i === 0 ? 'corrected' : 'ok', findings: '现场检查', photos: [photo()] }
      const found = i === 0 ? { lawCode: 'K01', address: '人民路1号' } : {}
      await expect(outsider?.refused('enforcement.check-task', task.id, 'check', values)).resolves.toMatch(/抽取的检查人员|管辖/)
      if (i === 0)
        await expect(chosen?.refused('enforcement.check-task', task.id, 'check', values)).resolves.toContain('违法行为和地点')
      await chosen?.act('enforcement.check-task', task.id, 'check', { ...values, ...found })
      // What was found is ordered to be put right, with a date and a recheck of its own.
      const orders = await o.children('enforcement.check-task', task.id, 'enforcement.measure')
      expect(orders.map((m) => m.status)).toEqual(i === 0 ? ['ordered'] : [])
      if (i === 0) await expect(reader.refused('enforcement.check-plan', random.id, 'finish')).resolves.toContain('还有4项')
      await reader.act('enforcement.check-task', task.id, 'giveBack', { returnNumber: `HZ-${i}` })
    }
    await reader.act('enforcement.check-plan', random.id, 'finish')
    // The other plan's tasks are past their day: each of the two who were drawn hears of it.
    const [waiting] = await o.children('enforcement.check-plan', credit.id, 'enforcement.check-task')
    const { inspectors } = await o.row('enforcement.check-task', waiting?.id ?? '')
    await w.clock.to('2026-03-11 00:01')
    await w.settle()
    const told = await people.get(inspectors[0])?.get<{ rows: { zh: string }[] }>('/notices')
    expect(told?.body.rows.map((n) => n.zh)).toContain(`监管检查 ${waiting?.number} 已过完成日期`)
    expect((await o.figure('enforcement.supervision-hit-rate'))[0]).toMatchObject({ numerator: 1, denominator: 4, value: 25 })
    expect(await value('supervision-checks')).toBe(13)
  })

  it('work-721 每个行为带服务、管理、执法标签,占比与可改的权重比较', async () => {
    const { officer } = o
    await w.settle()
    const before = (await o.reader.get<Record<string, any>>('/enforcement/work-721', { from: '2026-01-01', to: '2026-12-31' }))
      .body
    for (let n = 0; n < 3; n++)
      await o.add(
        officer,
        'enforcement.deed',
        { workClass: 'service', kind: '上门服务', topic: 'other' },
        { areaCode: '329901002' },
      )
    const after = (await o.reader.get<Record<string, any>>('/enforcement/work-721', { from: '2026-01-01', to: '2026-12-31' }))
      .body
    expect(after.total).toBe(before.total + 3)
    const service = after.classes.find((c: { key: string }) => c.key === 'service')
    expect(service).toMatchObject({ weight: 70, n: before.classes[0].n + 3 })
    expect(service.difference).toBeCloseTo(service.share - 70, 2)
    const shares = await Promise.all(['share-service', 'share-manage', 'share-enforce'].map((f) => value(f)))
    expect(shares.reduce((n: number, s) => n + Number(s), 0)).toBeCloseTo(100, 6)
    expect(shares[0]).toBeCloseTo(service.share, 1)
    expect((await o.behind('enforcement.share-service')).length).toBe(service.n)
    const photoOf = photo()
    expect(photoOf).toBeTruthy()
  })
})
