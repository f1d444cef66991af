/** 统计台账:科室填台账、按月报送;统计员立指标、写公式;数从行里来,点开就是那些行. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseFormula } from '#domains/statistics/formula/parse.ts'
import { chineseNumber, printFigure, readGoal, roundTo } from '#domains/statistics/formula/print.ts'
import { systemActor } from '#kernel'
import { type Client, type World, world } from '../world.ts'

let w: World
let statistician: Client
let leader: Client
let handler: Client
let sanitation: string
const year = { from: '2025-12-31T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' }
const metric = 'statistics.metric'
const monthly = 'statistics.return'
interface Told {
  readonly id: string
  readonly zh: string
}
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  statistician = await w.as('kaohe1')
  leader = await w.as('juzhang')
  handler = await w.as('chuzhi31')
  const units = (await statistician.get<{ units: { id: string; name: string }[] }>('/meta')).body.units
  sanitation = units.find((u) => u.name === '环境卫生管理所')?.id ?? ''
})
afterAll(() => w.close())
const addMatter = async (name: string, more: Record<string, unknown> = {}): Promise<string> =>
  (
    await statistician.post<Told>('/rows/statistics.matter', {
      values: { name, measure: '处', frequency: 'each', owner: sanitation, ...more },
    })
  ).body.id
const addEntry = (client: Client, matter: string, values: Record<string, unknown>) =>
  client.post<Told>('/rows/statistics.entry', { values: { matter, happenedOn: '2026-02-10', quantity: 1, ...values } })
const draft = (values: Record<string, unknown>) =>
  statistician.post<Told>(`/subjects/${metric}`, {
    values: { unit: '处', decimals: 0, definition: '按台账日期计数', ...values },
  })
const inForce = async (values: Record<string, unknown>): Promise<void> => {
  const made = await draft(values)
  if (made.status !== 201) throw new Error(made.body.zh)
  await leader.act(metric, made.body.id, 'approve')
}
const figureOf = async (code: string, query: Record<string, string> = year) =>
  (
    await statistician.get<{
      values: { key: string | null; value: number | null; numerator: number; denominator: number | null }[]
    }>(`/indicators/statistics.${code}`, query)
  ).body.values

describe('统计台账', () => {
  it('figure-dictionary 指标有名称、单位、小数、公式、责任单位;公式写错说清楚在哪;审定后才算数,点开就是那些行', async () => {
    const flyers = await addMatter('小广告清理')
    expect((await w.anyone.get('/rows/statistics.entry')).status).toBe(401)
    expect((await addEntry(await w.as('caiji1'), flyers, { kind: '乱涂写' })).status).toBe(403)
    expect((await addEntry(handler, flyers, { happenedOn: '2月30日' })).status).toBe(400)
    for (const [kind, quantity, day] of [
      ['乱涂写', 12, '2026-01-08'],
      ['乱涂写', 30, '2026-02-08'],
      ['乱张贴', 400, '2026-02-09'],
      ['乱涂写', 7, '2025-12-31'],
    ] as const)
      expect((await addEntry(handler, flyers, { kind, quantity, happenedOn: day, attributes: ['面积=2.5'] })).status).toBe(201)
    const fault = async (formula: string): Promise<string> => (await draft({ code: 'wrong', name: '错', formula })).body.zh
    expect(await fault('计数(小广告清里)')).toContain('没有“小广告清里”这个统计事项')
    expect(await fault('计数(小广告清理, 类别=乱涂写')).toMatch(/第17个字.*括号没有配对/)
    expect(await fault('求和(小广告清理)')).toContain('要写明哪一栏')
    expect(await fault('求合(小广告清理.数量)')).toContain('没有“求合”这个算法')
    expect(await fault('文字(cases.case.上报人)')).toContain('是个人信息')
    expect(await fault('计数(cases.case, 联系电话=13800000000)')).toContain('是个人信息')
    expect(await fault('求和(cases.case.number)')).toContain('不是数字')
    expect(await fault("计数(小广告清理, 类别='); drop table statistics.entry;--)")).toContain('多出来的内容')
    const made = await draft({
      code: 'graffiti',
      name: '清理乱涂写处数',
      formula: '求和(小广告清理.数量,类别=乱涂写)',
      owner: sanitation,
    })
    expect((await statistician.get('/indicators/statistics.graffiti', year)).status).toBe(404)
    await expect(statistician.refused(metric, made.body.id, 'approve')).resolves.toContain('不能自己审定')
    await leader.act(metric, made.body.id, 'approve')
    expect(await figureOf('graffiti')).toEqual([{ key: null, value: 42, numerator: 42, denominator: null }])
    expect(await figureOf('graffiti', { ...year, by: 'month' })).toMatchObject([
      { key: '2026-01', value: 12 },
      { key: '2026-02', value: 30 },
    ])
    const odd = await statistician.get<Told>('/indicators/statistics.graffiti', { ...year, by: 'colour' })
    expect([odd.status, odd.body.zh]).toEqual([422, '公式有误:不能按“colour”分组'])
    const behind = await statistician.get<{ rows: { quantity: number }[]; sql: string }>('/indicators/statistics.graffiti/rows', {
      ...year,
      side: 'numerator',
    })
    expect(behind.body.rows.map((r) => Number(r.quantity)).sort()).toEqual([12, 30])
    expect(behind.body.sql).toContain('statistics."entry"')
    await inForce({ code: 'graffiti-area', name: '清理面积', unit: '平方米', decimals: 1, formula: '求和(小广告清理.面积)' })
    expect((await figureOf('graffiti-area'))[0]?.value).toBe(7.5)
    const { body: list } = await statistician.get<{ indicators: { id: string; zh: string }[] }>('/indicators')
    expect(list.indicators.find((i) => i.id === 'statistics.graffiti')?.zh).toBe('清理乱涂写处数')
  })

  it('公式算法各就各位:率、去重、上年、累计、组最少、平台业务、引用别的指标;零分母为空', async () => {
    const orders = await addMatter('热线工单')
    for (const [result, subject, day] of [
      ['已办结', '甲社区', '2026-01-10'],
      ['已办结', '乙社区', '2026-02-10'],
      ['办理中', '甲社区', '2026-02-20'],
      ['已办结', '丙社区', '2025-02-20'],
    ] as const)
      await addEntry(handler, orders, { result, subject, happenedOn: day })
    const tried = async (formula: string) =>
      (await statistician.post<{ value: number | string | null }>('/statistics/formula', { formula, ...year })).body.value
    expect(await tried('率(计数(热线工单,结果=已办结), 计数(热线工单))')).toBeCloseTo(66.667, 2)
    expect(await tried('率(计数(热线工单,结果=不存在), 计数(热线工单,结果=不存在))')).toBeNull()
    expect(await tried('去重(热线工单.对象)')).toBe(2)
    expect(await tried('计数(热线工单, 上年)')).toBe(1)
    expect(await tried('count(热线工单, 累计)')).toBe(4)
    expect(await tried('组最少(热线工单.对象)')).toBe(1)
    expect(await tried('计数(热线工单, 结果!=已办结)')).toBe(1)
    expect(await tried('计数(热线工单, 日期>=2026-02-01)')).toBe(2)
    expect(await tried('文字(热线工单.对象)')).toBe('甲社区')
    expect(await tried('计数(热线工单)/月数()')).toBeCloseTo(0.25, 5)
    expect(await tried('(计数(热线工单)+3)*2-1')).toBe(11)
    await (await w.as('shouli1')).post('/cases', {
      description: '一件',
      source: 'hotline',
      lon: 119.9073,
      lat: 31.7261,
      photos: [],
    })
    expect(await tried('计数(cases.case, 来源=城管服务热线, 状态=已上报)')).toBe(1)
    await inForce({ code: 'order-total', name: '工单数', formula: '计数(热线工单)' })
    await inForce({
      code: 'order-done-rate',
      name: '办结率',
      unit: '%',
      decimals: 2,
      formula: '率(计数(热线工单,结果=已办结), 指标(order-total))',
      goal: '>=95',
    })
    expect(await figureOf('order-done-rate')).toMatchObject([{ numerator: 2, denominator: 3 }])
    const around = await draft({ code: 'around', name: '绕', formula: '指标(around)+1' })
    expect(around.body.zh).toMatch(/绕回|没有指标/)
    expect((await w.anyone.post('/statistics/formula', { formula: '1' })).status).toBe(401)
    expect((await statistician.post('/statistics/formula', { formula: '' })).status).toBe(400)
  })

  it('月报:到期下达,空报要说明,退回重报,逾期点名,按期率有数', async () => {
    const bins = await addMatter('果皮箱清掏', { owner: sanitation })
    await addEntry(handler, bins, { happenedOn: '2026-02-03', quantity: 5 })
    const open = (month: string) => statistician.post<Told>(`/subjects/${monthly}`, { values: { unit: sanitation, month } })
    expect((await open('2026-3')).body.zh).toContain('2026-03 的样子')
    expect((await open('2026-03')).body.zh).toContain('还没有结束')
    const february = (await open('2026-02')).body.id
    expect((await open('2026-02')).status).toBe(409)
    const page = await statistician.get<{ clocks: { dueAt: string }[] }>(`/subjects/${monthly}/${february}`)
    expect(page.body.clocks[0]?.dueAt.slice(0, 10)).toMatch(/^2026-03-0[69]$/)
    await expect(handler.refused(monthly, february, 'hand', { isNil: true })).resolves.toContain('不是零报告')
    await handler.act(monthly, february, 'hand', {})
    await statistician.act(monthly, february, 'sendBack', { reason: '类别未填' })
    await handler.act(monthly, february, 'hand', { note: '已补' })
    await statistician.act(monthly, february, 'accept')
    const row = (await statistician.get<Record<string, unknown>>(`/rows/${monthly}/${february}`)).body
    expect([row.status, row.backCount, Number(row.entries) >= 1]).toEqual(['accepted', 1, true])
    const quiet = (await open('2025-11')).body.id
    await expect(handler.refused(monthly, quiet, 'hand', {})).resolves.toContain('零报告')
    await w.clock.to('2026-03-20 09:00')
    const late = await statistician.get<{ values: { value: number }[] }>('/indicators/statistics.overdue-returns')
    expect(late.body.values[0]?.value).toBe(1)
    await handler.act(monthly, quiet, 'hand', { isNil: true, note: '本月无' })
    const rate = await statistician.get<{ values: { value: number; denominator: number }[] }>(
      '/indicators/statistics.handed-in-time-rate',
    )
    expect(rate.body.values[0]).toMatchObject({ value: 50, denominator: 2 })
  })

  it('每月自动向责任单位下达,同一单位同一月只下达一次', async () => {
    await w.clock.to('2026-04-02 09:00')
    const job = w.kernel.domains.find((d) => d.id === 'statistics')?.jobs?.[0]
    const run = () =>
      w.kernel.db.withDistricts([w.district], async (tx) => {
        await job?.run({ kernel: w.kernel, tx, district: w.district, now: w.clock.now(), actor: systemActor })
      })
    await run()
    await run()
    const { rows } = (await statistician.get<{ rows: { month: string; unit: string; status: string }[] }>(`/rows/${monthly}`))
      .body
    expect(rows.filter((r) => r.month === '2026-03')).toMatchObject([{ unit: sanitation, status: 'due' }])
    const mine = await handler.get<Record<string, unknown>>('/work')
    expect(JSON.stringify(mine.body)).toContain('待报送月报')
  })

  it('目标只在适用的日子里作数', async () => {
    await inForce({
      code: 'goal-dated',
      name: '有期限的目标',
      formula: '计数(小广告清理)',
      goal: '>=3',
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
    })
    const target = async (query: Record<string, string>) =>
      (await statistician.get<{ target: unknown }>('/indicators/statistics.goal-dated', query)).body.target
    expect(await target(year)).toEqual({ kind: 'atLeast', value: 3 })
    expect(await target({ from: '2024-12-31T16:00:00.000Z', to: '2025-12-31T16:00:00.000Z' })).toBeNull()
  })

  it('台账从 Excel(CSV)导入,错行逐行退回', async () => {
    const matter = '清淤疏通'
    await addMatter(matter)
    const sheet = `事项,日期,数量,类别\n${matter},2026-02-01,120,下水道\n没有的事项,2026-02-02,3,下水道\n${matter},二月三日,3,下水道\n`
    const boundary = createHash('sha1').update('form').digest('hex')
    const session = await w.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'kaohe1', password: 'Cityloop@2026' },
    })
    const { token } = session.json() as { token: string }
    const answer = await w.app.inject({
      method: 'POST',
      url: '/api/rows/statistics.entry/import',
      headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${sheet}\r\n--${boundary}--\r\n`,
    })
    const result = answer.json() as { added: number; refused: number; errors: { row: number }[] }
    expect([result.added, result.refused, result.errors.map((e) => e.row)]).toEqual([1, 2, [3, 4]])
  })
})

it('印法与读法的表格', () => {
  const rule = (form: string | null, decimals = 0, step: number | null = null, unit = '处') => ({ form, decimals, step, unit })
  expect([
    printFigure(14012, rule('#余处', 0, 1000)),
    printFigure(14000, rule('#余处', 0, 1000)),
    printFigure(3000, rule('#余盏', 0, 1000), undefined, true),
    printFigure(32.96, rule('#万余元', 1, null, '万元')),
    printFigure(86.01, rule('#%以上', 0, null, '%')),
    printFigure(85.99, rule('#%以上', 0, null, '%')),
    printFigure(19.1236, rule('约#万吨', 2, null, '万吨')),
    printFigure(5, rule('@年')),
    printFigure(2, rule('@次')),
    printFigure(2, rule('第@个')),
    printFigure(2, rule('@期')),
    printFigure(100, rule('全覆盖', 0, null, '%')),
    printFigure(98.2, rule('全覆盖', 1, null, '%')),
    printFigure('1—2', rule('#个')),
    printFigure(null, rule(null)),
    printFigure(1.005, rule(null, 2)),
  ]).toEqual([
    '14000余处',
    '14000处',
    '3000余盏',
    '32.9万余元',
    '86%以上',
    '85%以上',
    '约19.12万吨',
    '五年',
    '两次',
    '第二个',
    '二期',
    '全覆盖',
    '98.2%',
    '1—2个',
    '—',
    '1.01处',
  ])
  expect([10, 15, 20, 105, 110, 1001, 2026].map(chineseNumber)).toEqual([
    '十',
    '十五',
    '二十',
    '一百零五',
    '一百一十',
    '一千零一',
    '二千零二十六',
  ])
  expect([readGoal('≥98'), readGoal('17'), readGoal('差不多')]).toEqual([
    { comparison: '>=', value: 98 },
    { comparison: '=', value: 17 },
    undefined,
  ])
  expect(roundTo(-0.004, 2)).toBe('0.00')
  expect(parseFormula('率(计数(甲,类别=乙|丙),计数(甲))')).toMatchObject({ kind: 'rate' })
  for (const wrong of ['', '1+', '(1', '计数()', '计数(甲,乙)', '率(1)', '1 2', '天数(1)', '指标()', '"', '连写('])
    expect(() => parseFormula(wrong)).toThrow(/公式第\d+个字/)
})
