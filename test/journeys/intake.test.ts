import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, type Client, type World } from '../world.ts'
import { type IntakeOffice, intakeOffice, near } from './intake-office.ts'

/** What people say to the bureau, as the person at it works: its states, limits, thresholds and the figure it is counted in. */
describe('诉求', () => {
  let w: World
  let operator: Client
  let head: Client
  let manager: Client
  let municipal: Client
  let unitId = ''
  let open: IntakeOffice['open']
  let row: IntakeOffice['row']
  let figure: IntakeOffice['figure']
  let caseOf: IntakeOffice['caseOf']
  let finishCase: IntakeOffice['finishCase']

  beforeAll(async () => {
    ;({ w, operator, head, manager, municipal, unitId, open, row, figure, caseOf, finishCase } = await intakeOffice())
  })
  afterAll(() => w.close())

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

    const backwards = await operator.get<{ zh: string }>('/intake/roster-gaps', { from: '2026-03-03', to: '2026-03-02' })
    expect(backwards).toMatchObject({ status: 422, body: { zh: expect.stringContaining('应晚于起') } })

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
    const call = { channel: 'hotline', kind: 'complaint', content: '同上' }
    for (const [wrong, why] of [
      [{ callerPhone: 'abc' }, '电话应为号码'],
      [{ occurredAt: beijing('2027-01-01 00:00').toISOString() }, '来电时间不能晚于现在'],
      [{ category: '01001' }, '请先选归口大类'],
    ] as const) {
      const answer = await operator.post<{ zh: string }>('/subjects/intake.order', { values: { ...call, ...wrong } })
      expect(answer.body.zh).toContain(why)
    }
    await operator.act('intake.order', order.id, 'accept')
    await operator.act('intake.order', order.id, 'toCase', { categoryKind: 'component', category: '01001' })
    await w.settle()
    const [made] = await caseOf(order.id)
    expect(made).toMatchObject({ source: 'hotline', status: 'reported', reporterName: '周**', category: '01001' })
    await w.settle()
    expect((await row('intake.order', order.id)).caseNumber).toBe(made?.number)
    await finishCase(made?.id)
    expect(await row('intake.order', order.id)).toMatchObject({ status: 'accepted', caseResult: '井盖已更换' })
    await operator.act('intake.order', order.id, 'reply', { reply: '井盖已于今日更换' })
    await operator.act('intake.order', order.id, 'callBack', { satisfaction: 'satisfied' })
    await operator.act('intake.order', order.id, 'close')
    expect((await row('intake.order', order.id)).status).toBe('done')
  })

  it('hotline-7x24 不满意重办另立一案,并案的随主案办结,都回到工单', async () => {
    const filed = async (n: number) => {
      const { id } = await open(
        operator,
        'intake.order',
        { channel: 'hotline', kind: 'complaint', content: `油烟扰民${n}` },
        near(14),
      )
      await operator.act('intake.order', id, 'accept')
      await operator.act('intake.order', id, 'toCase', {})
      await w.settle()
      return { id, made: (await caseOf(id))[0]?.id as string }
    }
    const [first, second] = [await filed(1), await filed(2)]
    await head.act('cases.case', second.made, 'merge', { into: first.made })
    await head.act('cases.case', first.made, 'reject', { reason: '现场未见油烟' })
    await w.settle()
    expect((await row('intake.order', first.id)).caseResult).toContain('未见油烟')
    expect(await row('intake.order', second.id)).toMatchObject({
      status: 'accepted',
      caseResult: expect.stringMatching(/并入案件.*未见油烟/),
    })
    await operator.act('intake.order', first.id, 'reply', { reply: '未发现油烟' })
    await operator.act('intake.order', first.id, 'redo', { reason: '夜间才有' })
    await operator.act('intake.order', first.id, 'toCase', {})
    await w.settle()
    const rounds = await caseOf(first.id)
    expect(rounds.map((c) => c.status).sort()).toEqual(['not_accepted', 'reported'])
    const again = rounds.find((c) => c.status === 'reported')
    expect((await row('intake.order', first.id)).caseNumber).toBe(again?.number)
    await finishCase(again?.id)
    expect(await row('intake.order', first.id)).toMatchObject({ status: 'accepted', caseResult: '井盖已更换' })
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
      callerPhone: '13500005555',
    })
    const known = await operator.post<{ zh: string }>('/subjects/intake.order', {
      values: { channel: '12345', kind: 'request', outsideNumber: 'SZ20260302001', content: '又录一遍' },
    })
    expect(known).toMatchObject({ status: 409, body: { zh: expect.stringContaining(a.number) } })
    await operator.act('intake.order', b.id, 'merge', { into: a.id })
    await expect(operator.refused('intake.order', a.id, 'merge', { into: a.id })).resolves.toContain('自身')
    const c = await open(operator, 'intake.order', {
      channel: '12345',
      kind: 'complaint',
      outsideNumber: 'SZ20260302003',
      content: '社保卡办理问题',
    })
    await operator.act('intake.order', c.id, 'sendBack', { reason: '不属城市管理职责' })
    const d = await open(operator, 'intake.order', { channel: '12345', kind: 'request', content: '路灯' })
    await expect(operator.refused('intake.order', d.id, 'merge', { into: c.id })).resolves.toContain('已退单,不能并入')
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
      { outsideNumber: 'SZ20260302002', status: 'answered', address: 'http://10.0.0.1/return' },
      { outsideNumber: 'SZ20260302003', status: 'returned', address: 'http://10.0.0.1/return' },
    ])
    const told = await w.kernel.db.withDistricts([w.district], (tx) =>
      raw<{ body: string }>(tx, `select body from kernel.message where recipient = '13500005555'`, []),
    )
    expect(told.rows.map((r) => r.body)).toEqual([expect.stringMatching(new RegExp(`${b.number}.*路灯已修复`))])
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
    await w.settle()
    const box = await operator.get<{ answers: { channel: string }[] }>('/intake/returns')
    expect(box.body.answers.filter((r) => r.channel === '12319')).toEqual([])
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
    await w.settle()
    const box = await operator.get<{ answers: { status: string; satisfaction: string | null }[] }>('/intake/returns', {
      channel: 'minqingtong',
    })
    expect(box.body.answers.map((r) => [r.status, r.satisfaction])).toContainEqual(['done', 'basic'])
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
    const garden = await w.as('chuzhi41')
    await expect(garden.refused('intake.petition', a.id, 'report', { opinion: '不是我们' })).resolves.toContain('由其他单位办理')
    await municipal.act('intake.petition', a.id, 'report', { opinion: '工地已停止夜间施工' })
    expect((await municipal.get<{ opinion: string }>(`/rows/intake.petition/${a.id}`)).body.opinion).toBe('工地已停止夜间施工')
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
    await expect(manager.refused('intake.reward', a.id, 'grant', { amount: 800 })).resolves.toContain('没有“偷倒渣土垃圾”')
    await manager.post('/rows/intake.reward-scale', {
      values: { matter: 'dumping', amount: 800, validFrom: '2026-01-01', basis: '有奖举报办法' },
    })
    await expect(manager.refused('intake.reward', a.id, 'grant', { amount: 2000 })).resolves.toContain('标准为800元')
    await manager.act('intake.reward', a.id, 'grant', {})
    await manager.act('intake.reward', a.id, 'pay', { voucher: 'PZ-001' })
    expect((await figure('intake.rewards-paid'))[0]?.value).toBe(800)
    expect(
      (
        await manager.post('/subjects/intake.reward', {
          values: { matter: 'ads', content: 'x', anonymousCode: 'N-1' },
          ...near(15),
        })
      ).status,
    ).toBe(409)
    const nowhere = await manager.post<{ zh: string }>('/subjects/intake.reward', { values: { matter: 'ads', content: 'x' } })
    expect(nowhere.body.zh).toContain('点出举报的地点')
    const c = await open(manager, 'intake.reward', { matter: 'dumping', content: '河边偷倒' }, near(15))
    expect((await row('intake.reward', c.id)).anonymousCode).toMatch(/^\d{5}-\d{6}$/)
    await manager.act('intake.reward', c.id, 'verify', { finding: '属实' })
    await expect(manager.refused('intake.reward', c.id, 'grant', {})).resolves.toContain('余200元,不足800元')
    const ledger = await manager.get('/intake/reward-ledger', { year: '2026' })
    expect(ledger.body).toMatchObject({ budget: 1000, granted: 800, paid: 800, left: 200, rows: [{ id: a.id, left: 200 }] })
    expect((await municipal.get('/intake/reward-ledger', { year: '2026' })).status).toBe(403)
    const noYear = await manager.get<{ zh: string }>('/intake/reward-ledger', { year: 'x' })
    expect(noYear.body.zh).toContain('年度如 2026')
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
    const past = await manager.post<{ zh: string }>('/subjects/intake.assignment', {
      values: { source, level, title, content: '限期整改', unit: unitId, dueOn: '2026-02-20' },
    })
    expect(past.body.zh).toContain('要求完成日期已过')
    await municipal.act('intake.assignment', a.id, 'sign', { measures: '一周内完成' })
    await municipal.act('intake.assignment', a.id, 'toCase', { description: `${title}:现场处置` })
    await w.settle()
    const [made] = await caseOf(a.id)
    expect((await row('intake.assignment', a.id)).caseNumber).toBe(made?.number)
    await expect(municipal.refused('intake.assignment', a.id, 'toCase', { description: '再转' })).resolves.toContain(made?.number)
    await head.act('cases.case', made?.id, 'reject', { reason: '已由他案处置' })
    await w.settle()
    expect((await row('intake.assignment', a.id)).caseResult).toContain('已由他案处置')
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

  it('superior-assigned 交给街道中队的,街道看得到、签得了', async () => {
    const street = await w.as('jiedao1')
    const me = await street.get<{ me: { unitId: string } }>('/meta')
    const a = await open(manager, 'intake.assignment', {
      ...{ source: 'superior', level: 'district', title: '背街小巷保洁', content: '限期整改', dueOn: '2026-03-20' },
      unit: me.body.me.unitId,
    })
    expect((await street.get(`/subjects/intake.assignment/${a.id}`)).status).toBe(200)
    await street.act('intake.assignment', a.id, 'sign', { measures: '每日两扫' })
    expect((await row('intake.assignment', a.id)).status).toBe('rectifying')
    await manager.act('intake.assignment', a.id, 'withdraw', { reason: '试办' })
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
