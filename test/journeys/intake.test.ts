import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'

/** Every channel of intake as the person at it works: its states, limits, thresholds and the figure it is counted in. */
describe('诉求与发现', () => {
  let w: World
  let operator: Client
  let head: Client
  let manager: Client
  let municipal: Client
  let unitId = ''
  const near = (n: number) => ({ lon: somewhere.lon + (n % 8) * 0.0011, lat: somewhere.lat + Math.floor(n / 8) * 0.0018 })

  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    ;[operator, head, manager, municipal] = (await Promise.all(
      ['shouli1', 'zhiban1', 'kaohe1', 'chuzhi11'].map((login) => w.as(login)),
    )) as [Client, Client, Client, Client]
    const meta = await operator.get<{ units: { id: string; name: string }[] }>('/meta')
    unitId = meta.body.units.find((u) => u.name === '市政设施养护所')?.id ?? ''
  })
  afterAll(() => w.close())

  const open = async (who: Client, procedure: string, values: unknown, extra: Record<string, unknown> = {}) => {
    const answer = await who.post<{ id: string; number: string; zh?: string }>(`/subjects/${procedure}`, { values, ...extra })
    if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${answer.body.zh}`)
    return answer.body
  }
  const row = async (definition: string, id: string) => (await manager.get<Record<string, any>>(`/rows/${definition}/${id}`)).body
  const figure = async (id: string, query: Record<string, string> = {}) =>
    (
      await manager
        .get<{ values: { key: string | null; value: number | null; numerator: number; denominator: number }[] }>(
          `/indicators/${id}`,
          { from: beijing('2026-03-01 00:00').toISOString(), to: beijing('2026-05-01 00:00').toISOString(), ...query },
        )
        .then(ok)
    ).body.values
  const ok = <T extends { status: number; body: unknown }>(answer: T): T => {
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer
  }
  const caseOf = async (sourceId: string) =>
    (await manager.get<{ rows: Record<string, any>[] }>('/rows/cases.case', { filter: JSON.stringify({ sourceId }) })).body.rows
  const conditionOf = async (kind: string, category: string) =>
    (await manager.get<{ rows: { id: string }[] }>('/rows/cases.condition', { filter: JSON.stringify({ kind, category }) })).body
      .rows[0]?.id
  /** Drives a case from reported to closed by the people whose job it is. */
  const finishCase = async (id: string) => {
    await head.act('cases.case', id, 'accept')
    await head.act('cases.case', id, 'file', {
      categoryKind: 'component',
      category: '01001',
      condition: await conditionOf('component', '01001'),
    })
    const dispatcher = await w.as('paiqian1')
    await dispatcher.act('cases.case', id, 'dispatch', {})
    await municipal.act('cases.case', id, 'receive')
    await municipal.act('cases.case', id, 'submit', { afterPhotos: [photo()], result: '井盖已更换' })
    const sent = await dispatcher.act('cases.case', id, 'feedbackOk')
    await (await verifierOf(String(sent.assigneeId))).act('cases.case', id, 'checkOk', { photos: [photo()] })
    await head.act('cases.case', id, 'close')
    await w.settle()
  }
  const verifierOf = async (personId: string): Promise<Client> => {
    for (let n = 1; n <= 24; n++) {
      const client = await w.as(`caiji${n}`)
      if (client.personId === personId) return client
    }
    throw new Error('not a collector')
  }

  it('hotline-7x24 排班缺口被点名,来电成工单,接单、转案件、答复、回访、办结', async () => {
    const people = (await operator.get<{ people: { id: string }[] }>('/meta')).body.people
    for (const [from, to] of [
      ['2026-03-02T00:00:00+08:00', '2026-03-02T08:00:00+08:00'],
      ['2026-03-02T08:00:00+08:00', '2026-03-02T20:00:00+08:00'],
    ])
      expect(
        (
          await operator.post('/rows/intake.shift', {
            values: { operator: people[0]?.id, startsAt: from, endsAt: to, seat: '1号席' },
          })
        ).status,
      ).toBe(201)
    const gaps = await operator.get<{ covered: number; gaps: { from: string; to: string }[] }>('/intake/roster-gaps', {
      from: '2026-03-02',
      to: '2026-03-03',
    })
    expect(gaps.body).toMatchObject({ covered: 20, gaps: [{ from: '2026-03-02 20:00', to: '2026-03-03 00:00' }] })

    const order = await open(
      operator,
      'intake.order',
      {
        channel: 'hotline',
        kind: 'complaint',
        callerName: '周女士',
        callerPhone: '13900001111',
        content: '建设路井盖破损,车压过去响',
        address: '建设路12号',
      },
      near(0),
    )
    await operator.act('intake.order', order.id, 'accept')
    await operator.act('intake.order', order.id, 'toCase', {})
    await w.settle()
    const [made] = await caseOf(order.id)
    expect(made).toMatchObject({ source: 'hotline', status: 'reported', reporterName: '周**' })
    await w.settle()
    expect((await row('intake.order', order.id)).caseNumber).toBe(made?.number)
    await finishCase(made?.id)
    expect(await row('intake.order', order.id)).toMatchObject({ status: 'accepted', caseResult: '井盖已更换' })
    await operator.act('intake.order', order.id, 'reply', { reply: '井盖已于今日更换' })
    await operator.act('intake.order', order.id, 'callBack', { satisfaction: 'satisfied' })
    await operator.act('intake.order', order.id, 'close')
    expect((await row('intake.order', order.id)).status).toBe('done')
  })

  it('hotline-12345 外部号与期限从其来处;重复并单;不属职责退单;结果进回传箱', async () => {
    await manager.post('/rows/intake.channel', {
      values: { key: '12345', name: '市12345平台', returnAddress: 'http://10.0.0.1/return', isActive: true },
    })
    const outsideDueAt = beijing('2026-03-05 18:00').toISOString()
    const a = await open(operator, 'intake.order', {
      channel: '12345',
      kind: 'request',
      outsideNumber: 'SZ20260302001',
      content: '小区门口路灯不亮',
      outsideDueAt,
    })
    expect(new Date((await row('intake.order', a.id)).replyDueAt)).toEqual(new Date(outsideDueAt))
    const b = await open(operator, 'intake.order', {
      channel: '12345',
      kind: 'request',
      outsideNumber: 'SZ20260302002',
      content: '路灯不亮(重复)',
    })
    await operator.act('intake.order', b.id, 'merge', { into: a.id })
    await expect(operator.refused('intake.order', a.id, 'merge', { into: a.id })).resolves.toContain('自身')
    const c = await open(operator, 'intake.order', {
      channel: '12345',
      kind: 'complaint',
      outsideNumber: 'SZ20260302003',
      content: '社保卡办理问题',
    })
    await operator.act('intake.order', c.id, 'sendBack', { reason: '不属城市管理职责' })
    await operator.act('intake.order', a.id, 'accept')
    await operator.act('intake.order', a.id, 'assign', { unit: unitId })
    await municipal.act('intake.order', a.id, 'report', { result: '已修复' })
    await operator.act('intake.order', a.id, 'reply', { reply: '路灯已修复' })
    await w.settle()
    const { raw } = await import('#kernel')
    const box = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ outsideNumber: string; status: string; address: string }>(
        tx,
        'select outside_number as "outsideNumber", status, address from intake.return_box where channel = $1 order by outside_number, at, id',
        ['12345'],
      ),
    )
    expect(box.rows).toEqual([
      { outsideNumber: 'SZ20260302001', status: 'accepted', address: 'http://10.0.0.1/return' },
      { outsideNumber: 'SZ20260302001', status: 'answered', address: 'http://10.0.0.1/return' },
      { outsideNumber: 'SZ20260302002', status: 'merged', address: 'http://10.0.0.1/return' },
      { outsideNumber: 'SZ20260302003', status: 'returned', address: 'http://10.0.0.1/return' },
    ])
  })

  it('hotline-12319 与县热线分开计数', async () => {
    const a = await open(operator, 'intake.order', { channel: '12319', kind: 'consult', content: '咨询养犬登记' })
    await operator.act('intake.order', a.id, 'accept')
    await operator.act('intake.order', a.id, 'reply', { reply: '请到政务大厅窗口办理' })
    await operator.act('intake.order', a.id, 'callBack', { satisfaction: 'dissatisfied' })
    await operator.act('intake.order', a.id, 'redo', { reason: '没说清材料' })
    expect((await row('intake.order', a.id)).status).toBe('accepted')
    await operator.act('intake.order', a.id, 'reply', { reply: '所需材料为身份证与免疫证明' })
    await operator.act('intake.order', a.id, 'close')
    expect((await figure('intake.orders', { by: 'channel' })).find((v) => v.key === '12319')?.value).toBe(1)
  })

  it('minqingtong 民情通:导入外部号,办结与满意回传', async () => {
    const a = await open(operator, 'intake.order', {
      channel: 'minqingtong',
      kind: 'complaint',
      outsideNumber: 'MQT-77',
      content: '菜场门口垃圾',
    })
    await operator.act('intake.order', a.id, 'accept')
    await operator.act('intake.order', a.id, 'reply', { reply: '已清运' })
    await operator.act('intake.order', a.id, 'callBack', { satisfaction: 'basic' })
    await operator.act('intake.order', a.id, 'close')
    expect((await figure('intake.satisfaction-rate', { by: 'channel' })).find((v) => v.key === 'minqingtong')).toMatchObject({
      numerator: 1,
      denominator: 1,
      value: 100,
    })
  })

  it('minhu-woying 民呼我应:每一声都有带时间的答复', async () => {
    const a = await open(operator, 'intake.order', {
      channel: 'minhu',
      kind: 'advice',
      content: '建议小公园加装座椅',
      callerPhone: '13700002222',
    })
    await operator.act('intake.order', a.id, 'accept')
    await operator.act('intake.order', a.id, 'reply', { reply: '已列入下季度微更新计划' })
    expect(new Date((await row('intake.order', a.id)).repliedAt)).toEqual(w.clock.now())
    const { raw } = await import('#kernel')
    const sms = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ body: string }>(tx, `select body from kernel.message where recipient = '13700002222'`, []),
    )
    expect(sms.rows[0]?.body).toContain('微更新计划')
  })

  it('mass-report 群众举报:默认保密,转案件不带举报人', async () => {
    const a = await open(
      operator,
      'intake.order',
      { channel: 'massReport', kind: 'report', callerName: '吴先生', callerPhone: '13600003333', content: '顶楼违法搭建' },
      near(1),
    )
    expect((await row('intake.order', a.id)).isConfidential).toBe(true)
    await operator.act('intake.order', a.id, 'accept')
    await operator.act('intake.order', a.id, 'toCase', {})
    await w.settle()
    expect((await caseOf(a.id))[0]).toMatchObject({ reporterName: null, reporterPhone: null, source: 'massReport' })
  })

  it('sunshine-petition 信访:15日告知、60日答复、延长30日一次、复查', async () => {
    const a = await open(manager, 'intake.petition', {
      outsideNumber: 'XF2026-9',
      petitioner: '郑某',
      way: 'online',
      content: '反映工地噪声',
    })
    expect(new Date((await row('intake.petition', a.id)).acceptDueAt)).toEqual(beijing('2026-03-17 09:00'))
    await manager.act('intake.petition', a.id, 'accept', { unit: unitId })
    expect(new Date((await row('intake.petition', a.id)).answerDueAt)).toEqual(beijing('2026-05-01 09:00'))
    await manager.act('intake.petition', a.id, 'extend', { reason: '需要鉴定' })
    expect(new Date((await row('intake.petition', a.id)).answerDueAt)).toEqual(beijing('2026-05-31 09:00'))
    await expect(manager.refused('intake.petition', a.id, 'extend', { reason: '再延' })).resolves.toContain('已延长过一次')
    await manager.act('intake.petition', a.id, 'answer', { reply: '已责令整改' })
    await manager.act('intake.petition', a.id, 'review', { reason: '不服' })
    await manager.act('intake.petition', a.id, 'conclude', { reply: '维持原答复' })
    expect((await figure('intake.petitions'))[0]?.value).toBe(1)
  })

  it('rewarded-report 有奖举报:属实且首报,按预算核定,发放入账', async () => {
    await manager.post('/rows/intake.reward-budget', { values: { year: '2026', amount: 1000, document: '财〔2026〕3号' } })
    const a = await open(manager, 'intake.reward', { matter: 'dumping', content: '夜间偷倒渣土', anonymousCode: 'N-1' }, near(2))
    const b = await open(manager, 'intake.reward', { matter: 'dumping', content: '偷倒渣土', anonymousCode: 'N-2' }, near(2))
    await manager.act('intake.reward', a.id, 'verify', { finding: '属实,已锁定车辆' })
    await expect(manager.refused('intake.reward', b.id, 'verify', { finding: '属实' })).resolves.toContain('先行举报')
    await manager.act('intake.reward', b.id, 'refuse', { reason: '非首报' })
    await expect(manager.refused('intake.reward', a.id, 'grant', { amount: 2000 })).resolves.toContain('不足2000元')
    await manager.act('intake.reward', a.id, 'grant', { amount: 800 })
    await manager.act('intake.reward', a.id, 'pay', { voucher: 'PZ-001' })
    expect((await figure('intake.rewards-paid'))[0]?.value).toBe(800)
    expect(
      (await manager.post('/subjects/intake.reward', { values: { matter: 'ads', content: 'x', anonymousCode: 'N-1' } })).status,
    ).toBe(409)
  })

  it.each([
    ['leader-instruction', 'instruction', 'bureau', '关于街面秩序的批示'],
    ['superior-assigned', 'superior', 'city', '市交办问题'],
    ['eco-inspection-assigned', 'eco', 'central', '督察反馈:渣土堆场扬尘'],
    ['superior-sector-check', 'superiorCheck', 'province', '省厅督查:燃气场站隐患'],
    ['grassroots-issue-list', 'grassroots', 'bureau', '一下三民第2批:停车难'],
  ])('%s 交办、签收报措施、整改、销号,按来源计数', async (_row, source, level, title) => {
    const a = await open(manager, 'intake.assignment', {
      source,
      level,
      document: `文〔2026〕${title.length}号`,
      round: '第1批',
      title,
      content: '限期整改',
      unit: unitId,
      dueOn: '2026-03-20',
    })
    expect(new Date((await row('intake.assignment', a.id)).finishDueAt)).toEqual(new Date('2026-03-20T23:59:59+08:00'))
    await expect(manager.refused('intake.assignment', a.id, 'clear')).resolves.toContain('待签收')
    await municipal.act('intake.assignment', a.id, 'sign', { measures: '一周内完成' })
    await municipal.act('intake.assignment', a.id, 'rectified', { reply: '已整改' })
    await manager.act('intake.assignment', a.id, 'sendBack', { reason: '照片不全' })
    await municipal.act('intake.assignment', a.id, 'rectified', { reply: '已整改并补照片' })
    await manager.act('intake.assignment', a.id, 'clear')
    expect(await row('intake.assignment', a.id)).toMatchObject({ status: 'cleared', sendBackCount: 1 })
    expect((await figure('intake.assignments-cleared', { by: 'source' })).find((v) => v.key === source)).toMatchObject({
      numerator: 1,
      denominator: 1,
      value: 100,
    })
  })

  it.each([
    ['special-inspection-platform', 'inspection', '迎检督查'],
    ['key-area-survey', 'survey', '地铁站点排查'],
    ['volunteer-intake', 'volunteer', '周末志愿巡城'],
  ])('%s 专项下的问题实时流转,有未办结不能结束,按类别与点位列表', async (_row, kind, name) => {
    const topic = await open(manager, 'intake.topic', { kind, name, startsOn: '2026-03-01', endsOn: '2026-03-31' })
    const at = near({ inspection: 3, survey: 4, volunteer: 5 }[kind] ?? 3)
    const issue = await open(
      manager,
      'intake.issue',
      { topic: topic.id, kind, issueClass: 'sanitation', place: '1号口', content: `${name}:垃圾堆积` },
      at,
    )
    const solved = await open(
      manager,
      'intake.issue',
      {
        topic: topic.id,
        kind,
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
        { issueClass: 'sanitation', place: '1号口', total: 1, closed: 1 },
      ],
    })
    await manager.act('intake.topic', topic.id, 'end', { summary: '两处问题均已办结' })
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
    const first = await see()
    const second = await see()
    await manager.act('intake.finding', first.id, 'dispatch')
    await w.settle()
    await manager.act('intake.finding', second.id, 'dispatch')
    await w.settle()
    expect(await caseOf(first.id)).toHaveLength(1)
    expect(await caseOf(second.id)).toHaveLength(0)
    const page = await manager.get<{ timeline: { action: string }[] }>(`/subjects/cases.case/${(await caseOf(first.id))[0]?.id}`)
    expect(page.body.timeline.map((t) => t.action)).toEqual(['report', 'addNote'])
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
    const a = await open(
      street,
      'intake.whistle',
      { community: '春晖社区', matter: '老旧小区门口坑洼积水', units: [unitId, garden] },
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
    await manager.act('intake.opinion', a.id, 'respond', { response: '已安排疏通' })
    expect((await figure('intake.opinion-response-rate'))[0]?.value).toBe(100)
  })

  it('五率分母各异,零分母为空', async () => {
    const rates = Object.fromEntries(
      await Promise.all(
        ['reply-rate', 'close-rate', 'on-time-rate', 'satisfaction-rate'].map(async (id) => [
          id,
          (await figure(`intake.${id}`))[0],
        ]),
      ),
    )
    expect(rates['close-rate'].denominator).toBeGreaterThan(rates['satisfaction-rate'].denominator)
    const empty = await manager.get<{ values: { value: number | null }[] }>('/indicators/intake.satisfaction-rate', {
      from: beijing('2020-01-01 00:00').toISOString(),
      to: beijing('2020-02-01 00:00').toISOString(),
    })
    expect(empty.body.values[0]?.value).toBeNull()
  })
})
