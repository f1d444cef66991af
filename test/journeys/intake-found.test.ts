import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, type Client, photo, somewhere, type World } from '../world.ts'
import { type IntakeOffice, intakeOffice, near } from './intake-office.ts'

/** What inspectors, patrols, machines and the net find, as the person at it works: its states, limits, thresholds and the figure it is counted in. */
describe('发现', () => {
  let w: World
  let operator: Client
  let manager: Client
  let municipal: Client
  let unitId = ''
  let open: IntakeOffice['open']
  let row: IntakeOffice['row']
  let figure: IntakeOffice['figure']
  let ok: IntakeOffice['ok']
  let caseOf: IntakeOffice['caseOf']
  let finishCase: IntakeOffice['finishCase']

  beforeAll(async () => {
    ;({ w, operator, manager, municipal, unitId, open, row, figure, ok, caseOf, finishCase } = await intakeOffice())
  })
  afterAll(() => w.close())

  it.each([
    ['special-inspection-platform', 'inspection', '迎检督查'],
    ['key-area-survey', 'survey', '地铁站点排查'],
    ['volunteer-intake', 'volunteer', '周末志愿巡城'],
  ])('%s 专项下的问题实时流转,有未办结不能结束,按类别与点位列表', async (_row, kind, name) => {
    const backwards = { kind, name, startsOn: '2026-03-31', endsOn: '2026-03-01' }
    expect((await manager.post('/subjects/intake.topic', { values: backwards })).status).toBe(422)
    const keyPoint = async (label: string) =>
      (
        await manager
          .post<{ id: string }>('/rows/grid.key-point', {
            values: { name: `${name}${label}`, kind: 'metro', level: 'district', patrolHours: 24 },
            place: somewhere,
          })
          .then(ok)
      ).body.id
    const [found, quiet] = [await keyPoint('1号口'), await keyPoint('9号口')]
    const topic = await open(manager, 'intake.topic', {
      ...{ kind, name, startsOn: '2026-03-01', endsOn: '2026-03-31' },
      points: [{ point: found }, { point: quiet }],
    })
    const at = near({ inspection: 3, survey: 4, volunteer: 5 }[kind] ?? 3)
    const issue = await open(
      manager,
      'intake.issue',
      { topic: topic.id, issueClass: 'sanitation', point: found, content: `${name}:垃圾堆积` },
      at,
    )
    const solved = await open(
      manager,
      'intake.issue',
      {
        topic: topic.id,
        issueClass: 'appearance',
        place: '2号口',
        content: '共享单车乱放,已摆正',
        photos: [photo()],
        afterPhotos: [photo()],
        finder: '晨光志愿队',
      },
      { ...at, action: 'solved' },
    )
    expect((await row('intake.issue', solved.id)).status).toBe('claimed')
    const onSpot = async () => (await figure('intake.solved-on-spot', { by: 'topic' })).map((v) => [v.key, v.value])
    expect(await onSpot()).not.toContainEqual([topic.id, 1])
    await manager.act('intake.issue', solved.id, 'verify', { verifyNote: '现场看过,车辆已摆正' })
    expect(await row('intake.issue', solved.id)).toMatchObject({ status: 'done', finder: '晨光志愿队' })
    expect(await onSpot()).toContainEqual([topic.id, 1])
    await w.settle()
    const [made] = await caseOf(issue.id)
    expect(made).toMatchObject({ source: kind, status: 'reported' })
    await expect(manager.refused('intake.topic', topic.id, 'end', { summary: '完' })).resolves.toContain('1个问题未办结')
    await finishCase(made?.id)
    const table = await manager.get(`/intake/topics/${topic.id}/table`)
    expect(table.body).toMatchObject({
      total: 2,
      closed: 2,
      onSpot: 1,
      claimed: 0,
      rows: [
        { issueClass: 'appearance', place: '2号口', total: 1 },
        { issueClass: 'sanitation', place: `${name}1号口`, total: 1, closed: 1 },
      ],
      quiet: [`${name}9号口`],
    })
    // Looked at again and not solved after all: a case of its own, and the topic waits for it.
    await manager.act('intake.issue', issue.id, 'overturn', { reason: '又堆上了' })
    await w.settle()
    const again = (await caseOf(issue.id)).find((c) => c.status === 'reported')
    expect(await row('intake.issue', issue.id)).toMatchObject({ kind, caseNumber: again?.number })
    await expect(manager.refused('intake.topic', topic.id, 'end', { summary: '完' })).resolves.toContain('1个问题未办结')
    await finishCase(again?.id)
    await manager.act('intake.topic', topic.id, 'end', { summary: '两处问题均已办结' })
    const late = await manager.post<{ zh: string }>('/subjects/intake.issue', {
      values: { topic: topic.id, issueClass: 'municipal', place: '3号口', content: '迟到' },
    })
    expect(late.body.zh).toContain('专项已结束')
  })

  it.each([
    ['collector-patrol', 'collector', 'caiji1'],
    ['officer-patrol', 'officer', 'zhongdui11'],
  ])('%s 按计划巡查、轨迹与覆盖、当场纠正计数', async (_row, who, login) => {
    const plan = await manager.post<{ id: string }>('/rows/intake.patrol-plan', {
      values: {
        name: `${who}日常巡查`,
        who,
        area: '329901001',
        startsAt: '08:30',
        endsAt: '17:30',
        timesPerDay: 2,
        validFrom: '2026-03-01',
      },
    })
    expect(plan.status).toBe(201)
    const person = await w.as(login)
    expect((await person.get<{ rows: { id: string }[] }>('/rows/intake.patrol-plan')).body.rows.map((p) => p.id)).toContain(
      plan.body.id,
    )
    const before = (await figure('intake.corrections'))[0]?.value ?? 0
    const values = {
      plan: plan.body.id,
      who,
      startedAt: beijing('2026-03-02 08:30').toISOString(),
      endedAt: beijing('2026-03-02 10:30').toISOString(),
      track: [
        [somewhere.lon, somewhere.lat],
        [somewhere.lon + 0.002, somewhere.lat],
      ],
      cells: 3,
      distanceM: 420,
      found: 1,
      corrected: 1,
      summary: '一切正常,纠正1起',
    }
    expect((await person.post('/rows/intake.patrol', { values })).status).toBe(201)
    expect(
      (
        await person.post('/rows/intake.correction', {
          values: { matter: 'stall', plan: plan.body.id, photos: [photo()] },
          place: somewhere,
        })
      ).status,
    ).toBe(201)
    expect(
      (await person.post('/rows/intake.correction', { values: { matter: 'stall', photos: [] }, place: somewhere })).status,
    ).toBe(400)
    expect((await figure('intake.corrections'))[0]?.value).toBe(before + 1)
    const report = await person.post<{ number: string; areaCode: string }>('/cases', {
      description: '占道经营屡劝不改',
      source: who,
      ...near(6),
    })
    expect(report.status).toBe(201)
    expect(report.body.areaCode).toHaveLength(15)
    expect((await figure('intake.patrols', { by: 'who' })).find((v) => v.key === who)?.value).toBe(1)
  })

  it('citizen-snap 随手拍:凭回执查进度、评价;手机号不对说明原因', async () => {
    const bad = await w.anyone.post('/public/reports', { description: '共享单车堵路', ...near(7), reporterPhone: '123' })
    expect(bad).toMatchObject({ status: 400, body: { fields: { reporterPhone: '手机号应为11位' } } })
    const outside = await w.anyone.post('/public/reports', { description: '共享单车堵路', lon: 121, lat: 31 })
    expect(outside.status).toBe(422)
    const answer = await w.anyone.post<{ receipt: string; number: string }>('/public/reports', {
      description: '共享单车堵路',
      ...near(7),
    })
    const [made] = (
      await manager.get<{ rows: { id: string }[] }>('/rows/cases.case', {
        filter: JSON.stringify({ number: answer.body.number }),
      })
    ).body.rows
    await finishCase(made?.id ?? '')
    expect((await w.anyone.post(`/public/reports/${answer.body.receipt}/rate`, { satisfaction: 'satisfied' })).status).toBe(200)
    expect((await w.anyone.post(`/public/reports/${answer.body.receipt}/rate`, { satisfaction: 'satisfied' })).status).toBe(409)
    expect((await figure('cases.satisfaction-rate', { by: 'source' })).find((v) => v.key === 'snap')?.value).toBe(100)
  })

  it('satellite-intake 图斑:批次导入、现场判定、违法的成案、整改面积合计', async () => {
    const illegal = await open(manager, 'intake.spot', { batch: '2026Q1', spotNumber: 'TB-1', areaM2: 320 }, near(8))
    const legal = await open(manager, 'intake.spot', { batch: '2026Q1', spotNumber: 'TB-2', areaM2: 90 }, near(9))
    expect(
      (await manager.post('/subjects/intake.spot', { values: { batch: '2026Q1', spotNumber: 'TB-1', areaM2: 320 } })).status,
    ).toBe(409)
    await manager.act('intake.spot', legal.id, 'judge', { judgement: 'legal', finding: '已取得许可', photos: [photo()] })
    await manager.act('intake.spot', illegal.id, 'judge', { judgement: 'illegal', finding: '彩钢棚', photos: [photo()] })
    await w.settle()
    expect((await caseOf(illegal.id))[0]).toMatchObject({ source: 'satellite', outsideNumber: 'TB-1' })
    expect(await caseOf(legal.id)).toHaveLength(0)
    await manager.act('intake.spot', illegal.id, 'restore', { restoredM2: 315.5, photos: [photo()] })
    expect((await figure('intake.spot-restored-area'))[0]?.value).toBe(315.5)
  })

  it('video-ai-intake 视频识别:商户自处、再学习、派遣各得其所,计数互斥', async () => {
    const shops = await manager.get<{ rows: { id: string }[] }>('/rows/grid.shop', { limit: '1' })
    const see = (n: number, values: object) =>
      open(
        manager,
        'intake.finding',
        {
          source: 'video',
          device: `C-${n}`,
          class: '店外经营',
          category: '09005',
          confidence: 0.9,
          seenAt: w.clock.now().toISOString(),
          ...values,
        },
        near(n),
      )
    const shop = shops.body.rows[0]?.id
    await manager.patch(`/rows/grid.shop/${shop}`, { values: { phone: '13811112222' }, reason: '补登电话' })
    const unknown = await manager.post<{ zh: string }>('/subjects/intake.finding', {
      values: {
        source: 'video',
        device: 'C-0',
        class: '店外经营',
        category: '99999',
        confidence: 0.9,
        seenAt: w.clock.now().toISOString(),
      },
    })
    expect(unknown.body.zh).toContain('不在事件类别代码表中')
    const [own, wrong, sent] = [await see(1, { shop }), await see(2, {}), await see(3, {})]
    await expect(manager.refused('intake.finding', wrong.id, 'tellMerchant')).resolves.toContain('责任商户')
    await manager.act('intake.finding', own.id, 'tellMerchant')
    const { raw } = await import('#kernel')
    const told = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ body: string }>(tx, `select body from kernel.message where recipient = '13811112222'`, []),
    )
    expect(told.rows.map((t) => t.body)).toEqual([expect.stringMatching(/店外经营,请在1个工作小时内自行整改.*编号Z/)])
    await manager.act('intake.finding', own.id, 'rectified', { afterPhotos: [photo()] })
    await manager.act('intake.finding', wrong.id, 'relearn', { reason: '店内货架误报' })
    await manager.act('intake.finding', sent.id, 'dispatch')
    await w.settle()
    expect((await caseOf(sent.id))[0]).toMatchObject({ source: 'video', category: '09005' })
    expect([
      (await figure('intake.findings'))[0]?.value,
      (await figure('intake.self-rectified'))[0]?.value,
      (await figure('intake.relearn'))[0]?.value,
    ]).toEqual([3, 1, 1])
    const [made] = await caseOf(sent.id)
    expect(await row('intake.finding', sent.id)).toMatchObject({ end: 'dispatched', caseNumber: made?.number })
    // A merchant who lets the hour pass: the case is made without anybody pressing anything.
    const silent = await see(7, { shop })
    await manager.act('intake.finding', silent.id, 'tellMerchant')
    await w.clock.to('2026-03-02 11:30')
    await w.settle()
    const [late] = await caseOf(silent.id)
    expect(await row('intake.finding', silent.id)).toMatchObject({ status: 'dispatched', caseNumber: late?.number })
  })

  it.each([
    ['drone-intake', 'drone', 11],
    ['vehicle-intake', 'vehicle', 12],
  ])('%s 人确认后成案,反复经过同一处不重复立案', async (_row, source, n) => {
    const see = () =>
      open(
        manager,
        'intake.finding',
        {
          source,
          device: `D-${n}`,
          flight: '第1航次',
          class: '暴露垃圾',
          category: '06010',
          confidence: 0.8,
          seenAt: w.clock.now().toISOString(),
        },
        near(n),
      )
    const counted = async () => (await figure('intake.findings', { by: 'source' })).find((v) => v.key === source)?.value ?? 0
    const before = await counted()
    const first = await see()
    const second = await see()
    await w.settle()
    expect(await row('intake.finding', first.id)).toMatchObject({ status: 'seen', seenCount: 2 })
    expect(await row('intake.finding', second.id)).toMatchObject({ status: 'repeated', end: 'repeat', repeatOf: first.id })
    await manager.act('intake.finding', first.id, 'dispatch')
    await w.settle()
    const [made] = await caseOf(first.id)
    // Passed once more while the case is open: a person confirms it, and it stands in that case.
    const third = await see()
    await manager.act('intake.finding', third.id, 'dispatch')
    await w.settle()
    expect(await row('intake.finding', third.id)).toMatchObject({ status: 'repeated', end: 'repeat', caseNumber: made?.number })
    expect(await caseOf(third.id)).toHaveLength(0)
    expect(await counted()).toBe(before + 1)
    const page = await manager.get<{ timeline: { action: string }[] }>(`/subjects/cases.case/${made?.id}`)
    expect(page.body.timeline.map((t) => t.action)).toEqual(['report', 'addNote'])
    await finishCase(made?.id)
    expect((await row('intake.finding', first.id)).caseResult).toBe('井盖已更换')
  })

  it('iot-alarm-intake 超阈值自动成案、在办期间合并、阈值可改可试算', async () => {
    const alarm = (value: number) =>
      manager
        .post<{ id: string }>('/rows/intake.alarm', {
          values: { device: 'JG-9', kind: 'tilt', value, unit: '°', firstAt: w.clock.now().toISOString() },
          place: near(13),
        })
        .then(ok)
    const small = await alarm(8)
    const big = await alarm(22)
    await w.settle()
    const again = await alarm(30)
    await w.settle()
    expect([await caseOf(small.body.id), await caseOf(again.body.id)]).toEqual([[], []])
    const [made] = await caseOf(big.body.id)
    expect(made).toMatchObject({ source: 'iot', urgency: 'urgent' })
    expect(made?.description).toMatch(/设备JG-9 测值22°\(超过阈值15°\),首次2026-03-02 \d\d:\d\d,本次2026-03-02 \d\d:\d\d$/)
    const { dryRun, systemActor } = await import('#kernel')
    const { alarmRule } = await import('#domains/intake/alarm.ts')
    const ctx = { kernel: w.kernel, district: w.district, now: w.clock.now(), actor: systemActor }
    const tried = await w.kernel.db.withDistricts([w.district], (tx) =>
      dryRun({ ...ctx, tx }, alarmRule, beijing('2026-03-01 00:00'), beijing('2026-03-31 00:00'), { tilt: 5 }),
    )
    expect(tried).toMatchObject({ looked: 3 })
    expect(tried.hits).toHaveLength(3)
    expect((await figure('intake.alarms', { by: 'kind' }))[0]).toMatchObject({ key: 'tilt', value: 3 })
  })

  it('community-whistle 吹哨:各部门限时报到,都到齐才能报结果,社区确认评价', async () => {
    const street = await w.as('jiedao1')
    const meta = await operator.get<{ units: { id: string; name: string }[] }>('/meta')
    const garden = meta.body.units.find((u) => u.name === '园林绿化管理所')?.id ?? ''
    const nobody = await street.post<{ zh: string }>('/subjects/intake.whistle', {
      values: { community: '春晖社区', matter: '坑洼', units: ['01a200dd-20ba-7433-99ce-9ed163b6df6f'] },
    })
    expect(nobody.body.zh).toContain('从本局单位中')
    const a = await open(
      street,
      'intake.whistle',
      { community: '春晖社区', matter: '老旧小区门口坑洼积水', units: [unitId, garden, unitId] },
      { areaCode: '329901001' },
    )
    const arrivals = (await street.get<{ rows: { id: string; procedure: string }[] }>(`/rows/intake.whistle/${a.id}/children`))
      .body.rows
    expect(arrivals).toHaveLength(2)
    const first = await row('intake.arrival', arrivals[0]?.id ?? '')
    const owner = first.unit === unitId ? municipal : await w.as('chuzhi41')
    await owner.act('intake.arrival', arrivals[0]?.id ?? '', 'arrive', { note: '到现场' })
    await expect(municipal.refused('intake.whistle', a.id, 'handled', { result: '已填补' })).resolves.toContain('1个部门未报到')
    await w.clock.to('2026-03-03 15:30')
    const other = first.unit === unitId ? await w.as('chuzhi41') : municipal
    await other.act('intake.arrival', arrivals[1]?.id ?? '', 'arrive', { note: '晚到' })
    await expect((await w.as('chuzhi31')).refused('intake.whistle', a.id, 'handled', { result: '好了' })).resolves.toContain(
      '没有被',
    )
    await municipal.act('intake.whistle', a.id, 'handled', { result: '已填补并疏通' })
    await street.act('intake.whistle', a.id, 'confirm', { rating: 'satisfied' })
    expect((await figure('intake.arrival-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
  })

  it('yuqing-intake 舆情:分级定响应时限,成案,按时响应率', async () => {
    const a = await open(manager, 'intake.opinion', { platform: '本地论坛', title: '某路口积水', content: '一下雨就淹' })
    await manager.act('intake.opinion', a.id, 'grade', { grade: 'sensitive' })
    expect(new Date((await row('intake.opinion', a.id)).respondDueAt).getTime() - w.clock.now().getTime()).toBe(4 * 3_600_000)
    await manager.act('intake.opinion', a.id, 'toCase', { description: '论坛反映路口积水' })
    await w.settle()
    await w.settle()
    expect((await row('intake.opinion', a.id)).caseNumber).toBe((await caseOf(a.id))[0]?.number)
    await expect(manager.refused('intake.opinion', a.id, 'toCase', { description: '又转' })).resolves.toContain('办结后才能再转')
    await manager.act('intake.opinion', a.id, 'respond', { response: '已安排疏通' })
    await finishCase((await caseOf(a.id))[0]?.id)
    expect((await row('intake.opinion', a.id)).caseResult).toBe('井盖已更换')
    expect((await figure('intake.opinion-response-rate'))[0]?.value).toBe(100)
  })
})
