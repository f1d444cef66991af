/** 网格与基础数据 of the simulated district: who stands in which community, points looked at, the census entered and checked, figures handed in, data shared. */
import { handlerOf, handlers } from './near.ts'
import { type Desk, day, type Entry, every, hour, once, type Story } from './story.ts'

const [data, manager] = ['shuju', 'kaohe1'] as const
const sanitation = '环境卫生管理所'
const surnames = '王李张刘陈杨赵黄周吴徐孙' as const
const sites = [
  ['GG-001', 'column', '高速出口南侧', 6, 18, 'listed', 400],
  ['GG-002', 'column', '湖滨广场东北角', 5, 15, 'listed', -20],
  ['GG-003', 'roof', '商业大厦楼顶', 20, 4, 'listed', 700],
  ['GG-004', 'wall', '体育馆西立面', 12, 6, 'listed', 90],
] as const
const firms = [
  ['净美保洁有限公司', '91320400MA1XQA1234', 'cleaning', 18, 120],
  ['洁城环卫服务有限公司', '91320400MA1XQD1234', 'cleaning', 26, 210],
  ['绿洲园林养护有限公司', '91320400MA1XLQ2234', 'garden', 9, 75],
] as const
const beginPlaces: Story = async function* (o) {
  if ((await o.rows(data, 'grid.ad-site')).length > 0) return
  for (const [n, [code, form, address, widthM, heightM, state, left]] of sites.entries())
    await o.add(
      manager,
      'grid.ad-site',
      { code, form, address, widthM, heightM, owner: '湖滨传媒有限公司', state, expiresOn: o.date(left) },
      o.place((n % o.town.streets.length) + 1),
    )
  for (const [name, uscc, industry, vehicles, staff] of firms)
    await o.add(manager, 'grid.enterprise', { name, uscc, industry, vehicles, staff, isOperating: true })
  const villages: string[] = []
  for (const [n, name] of ['东圩村', '西塘村', '南圩村', '北湾村'].entries())
    villages.push(
      await o.add(manager, 'grid.village', {
        ...{
          town: '新丰镇',
          name,
          level: 'village',
          households: 320 + n * 70,
          collection: 'points',
          title: 'none',
          isSorting: n < 3,
        },
      }),
    )
  for (const [n, name] of ['一组', '二组', '三组'].entries())
    await o.add(manager, 'grid.village', {
      ...{ town: '新丰镇', name: `东圩村${name}`, level: 'group', parent: villages[0], households: 60 + n * 12 },
      ...{ collection: 'points', title: 'none', isSorting: true },
    })
  const communities = [...new Set(o.town.cells.map((c) => c.code.slice(0, 12)))].slice(0, 18)
  for (const [n, area] of communities.entries())
    for (const [role, establishment] of [
      ['chief', 'formal'],
      [n % 2 ? 'assistant' : 'cleaner', 'auxiliary'],
    ] as const)
      await o.add(data, 'grid.staff', {
        ...{ area, role, establishment, name: `${surnames[n % 12]}${role === 'chief' ? '建国' : '秀英'}`, shift: 'day' },
        validFrom: `${o.year()}-01-01`,
      })
  const street = o.town.streets[0]
  if (street)
    await o.add(data, 'grid.pilot', {
      ...{ name: '精细化网格试点', street: street.code, startsOn: o.date(-20), rules: '社区分片包干,网格员每日两巡' },
    })
  yield 1
}
const sets = [
  ['garden', '行道树', 'grid.component', '04002', 4000, '园林绿化管理所'],
  ['municipal', '路灯', 'grid.component', '01037', 3000, '城市照明管理所'],
  ['sanitation', '垃圾箱', 'grid.component', '03005', 900, sanitation],
] as const
const items = [
  ['公厕基础数据', sanitation, 'month', 'sanitation'],
  ['行道树养护数据', '园林绿化管理所', 'quarter', 'garden'],
  ['路灯运行数据', '城市照明管理所', 'day', 'municipal'],
] as const
const beginData: Story = async function* (o) {
  if ((await o.rows(manager, 'grid.data-item')).length > 0) return
  for (const [sector, objectType, register, categoryPrefix, expected, duty] of sets)
    await o.add(manager, 'grid.sector-set', {
      ...{ sector, objectType, register, categoryPrefix, expected, updateDays: 365, duty: o.unit(duty) },
    })
  for (const [name, source, frequency, sector] of items)
    await o.add(manager, 'grid.data-item', { name, source: o.unit(source), frequency, sector, isOpen: true })
  for (const [name, kind, connected] of [
    ['渣土监管', 'api', true],
    ['停车管理', 'sso', true],
    ['路灯集控', 'api', true],
    ['油烟在线监测', 'api', false],
  ] as const)
    await o.add(manager, 'grid.application', {
      ...{ name, owner: o.unit('综合执法大队'), interface: kind, isRequired: true, state: connected ? 'connected' : 'planned' },
      ...(connected ? { connectedOn: o.date(-120) } : {}),
    })
  yield day
  const standard = 'grid.standard'
  const id = await o.file(manager, standard, { name: '道路环卫机械化清洗作业规范', edition: String(o.year()), scope: '全区' })
  yield 2 * day
  await o.act(manager, standard, id, 'draft', { text: [await o.photo('标准文本')] })
  yield 3 * day
  await o.act(manager, standard, id, 'submit')
  yield 3 * day
  await o.act(manager, standard, id, 'publish', { document: `湖城管〔${o.year()}〕8号`, publishedOn: o.date() })
  for (const [clause, item, score] of [
    ['5.2', '主干道每日冲洗不少于2次', 5],
    ['5.4', '冲洗后路面无积水泥沙', 3],
    ['6.1', '作业车辆开启警示灯具', 2],
  ] as const)
    await o.add(manager, 'grid.standard-item', { standard: id, clause, item, score })
  const next = await o.file(manager, standard, { name: '公共厕所保洁服务规范', edition: String(o.year()), scope: '全区' })
  await o.act(manager, standard, next, 'draft', {})
}
const visit: Story = async function* (o) {
  yield 1
  const point = o.random.pick(await o.rows(manager, 'grid.key-point'))
  if (point)
    await o.add(o.random.pick(['caiji1', 'zhongdui11', 'zhongdui21']), 'grid.point-visit', {
      point: point.id,
      note: o.random.pick(['秩序正常', '劝离摊贩一处', '保洁到位']),
    })
}
const delivery: Story = async function* (o) {
  yield 1
  const item = o.random.pick(await o.rows(manager, 'grid.data-item'))
  if (!item) return
  const rows = o.random.integer(80, 900)
  await o.add(manager, 'grid.delivery', {
    item: item.id,
    rows,
    badRows: Math.round(rows * 0.02),
    note: `${o.date().slice(5, 7)}月数据`,
  })
}
const purposes = ['公园公厕调度', '夜景亮度评估', '树木与线缆避让', '防汛物资布点'] as const
const sharing: Story = async function* (o) {
  const item = o.random.pick(await o.rows(manager, 'grid.data-item'))
  if (!item) return
  const unit = o.unit(o.random.pick(handlers)[0])
  const by = handlerOf(o, unit)
  const id = await o.file(by, 'grid.sharing', { item: item.id, unit, purpose: o.random.pick(purposes) })
  yield day
  if (o.random.chance(0.3)) return
  await o.act(manager, 'grid.sharing', id, 'grant', { until: o.date(300) })
  yield 2 * day
  await o.add(by, 'grid.sharing-use', { sharing: id, rows: o.random.integer(20, 400), note: '取数' })
}
const station: Story = async function* (o) {
  const p = 'grid.station'
  const n = o.random.integer(1, o.town.streets.length)
  const street = o.town.streets[n - 1]
  if (!street) return
  const name = `${street.name.replace('街道', '')}城市管理服务站(${o.date().slice(5)}申报)`
  const id = await o.file(`jiedao${n}`, p, { name, street: street.code, grade: 'standard', communities: ['春晖', '秋月'] })
  yield 3 * day
  const all = ['place', 'sign', 'staff', 'duty', 'equipment', 'ledger']
  await o.act(manager, p, id, 'inspect', { passed: o.random.chance(0.7) ? all : all.slice(2), photos: [await o.photo('服务站')] })
  yield 2 * day
  const { score } = await o.row(manager, p, id)
  if (Number(score) >= 70) await o.act(manager, p, id, 'accept', { rank: o.random.integer(3, 30) })
  else await o.act(manager, p, id, 'fail', { reason: '固定场所与标识不达标' })
}
/** A component is mended by its unit; the register changes with it. */
const job: Story = async function* (o) {
  const component = o.random.pick(await o.rows(manager, 'grid.component', { category: '01002' }))
  if (!component) return
  const unit = o.unit('排水管理中心')
  const values = { component: component.id, kind: 'replace', work: '更换井盖', quantity: 1, measure: '个', unit }
  const id = await o.file(manager, 'grid.component-job', values)
  yield o.random.integer(4, 40) * hour
  if (!o.random.chance(0.15))
    await o.act(handlerOf(o, unit), 'grid.component-job', id, 'fix', { photos: [await o.photo('更换后')], quantity: 1 })
}
const foods = ['阿明水果', '巷口面馆', '老李修配', '丽丽发屋', '顺达快递', '晨光文具'] as const
/** A community's shops are counted on the spot; another looks over what was entered. */
const census: Story = async function* (o) {
  const n = o.random.integer(1, o.town.streets.length)
  const street = o.town.streets[n - 1]
  if (!street) return
  const [target, name] = ['grid.shop', `${street.name}沿街商户普查(${o.date().slice(5)})`]
  const task = await o.file(manager, 'grid.census', { name, target, area: street.code, expected: 4, dueOn: o.date(20) })
  for (const [i, shop] of foods.slice(0, 4).entries()) {
    yield (i + 1) * hour
    const known = { trade: ['vegetable', 'food'][i % 2], isSigned: false, isPosted: false, grade: 'green' }
    const address = `${street.name}${o.date().slice(5)}街${i + 1}号`
    const values = { name: `${shop}(${o.date().slice(2)}${i})`, address, ...known }
    const by = `caiji${(n - 1) * 3 + 1}`
    const entry = await o.open(by, 'grid.entry', { task, target, values, photos: [await o.photo('门头')] }, o.place(n))
    yield 5 * hour
    await o.act(manager, 'grid.entry', entry, 'approve')
  }
  yield day
  if (o.random.chance(0.7)) await o.act(manager, 'grid.census', task, 'finish')
}
const counted = [
  { name: '公厕数', unit: '座' },
  { name: '一类', unit: '座' },
  { name: '二类', unit: '座' },
  { name: '合计', unit: '座', sumOf: '一类+二类' },
] as const
const reporters = [
  [sanitation, 'chuzhi31'],
  ['园林绿化管理所', 'chuzhi41'],
] as const
/** A month's figures by plan: each unit fills in, another looks over, and the month is locked as a whole. */
const collection: Story = async function* (o) {
  const [plan, period, p] = ['grid.collection-plan', 'grid.collection-period', 'grid.collection']
  let [found] = (await o.rows(manager, plan)).map((r) => r.id)
  found ??= await o.add(manager, plan, {
    ...{
      name: '环卫园林设施月报',
      cycle: 'month',
      basis: '城市基础数据采集方案',
      startsOn: o.date(-40),
      days: 5,
      items: counted,
    },
    units: reporters.map(([unit]) => ({ unit: o.unit(unit) })),
  })
  const month = `${o.date().slice(0, 7)}-01`
  const last = new Date(Date.parse(month) - 86_400_000).toISOString().slice(0, 7)
  let [open] = (await o.rows(manager, period, { plan: found, period: last })).filter((r) => r.status === 'open').map((r) => r.id)
  if (!open && (await o.rows(manager, period, { plan: found, period: last })).length > 0) return
  open ??= await o.file(manager, period, { plan: found, period: last })
  for (const [unit, by] of reporters) {
    yield day
    const [row] = await o.rows(manager, p, { report: open, unit: o.unit(unit) })
    if (row?.status !== 'asked') continue
    const figures = Object.entries({ 公厕数: 43, 一类: 18, 二类: 25, 合计: 43 }).map(([name, value]) => ({ name, value }))
    await o.act(by, p, row.id, 'submit', { figures })
    yield 5 * hour
    await o.act(manager, p, row.id, 'lock')
  }
  yield 2 * hour
  if ((await o.row(manager, period, open)).status === 'open') await o.act(manager, period, open, 'lock')
}
const triangles = (o: Desk, code: string): readonly object[] => {
  const [a, b, c, d] = o.town.cells.find((x) => x.code === code)?.ring ?? []
  return [
    [a, b, c, a],
    [a, c, d, a],
  ].map((ring, i) => ({
    code: `${code.slice(0, 12)}9${String(i).padStart(2, '0')}`,
    name: `新格${i + 1}`,
    shape: { type: 'Polygon', coordinates: [ring] },
  }))
}
/** A cell that a new road has cut in two. */
const redraw: Story = async function* (o) {
  if ((await o.rows(data, 'grid.redraw')).length > 0) return
  const old = o.town.cells.at(-1)?.code ?? ''
  const values = { community: old.slice(0, 12), ended: [{ cell: old }], cells: triangles(o, old), effectiveOn: o.date(10) }
  const id = await o.file(data, 'grid.redraw', { ...values, reason: '新辟支路从网格中间穿过' })
  yield 2 * day
  await o.act(manager, 'grid.redraw', id, 'approve')
}
export const gridDiary: Readonly<Record<string, Entry>> = {
  'begin places': { on: once(0), hour: 5.05, tell: beginPlaces },
  'begin data': { on: once(0), hour: 8.6, tell: beginData },
  visit: { on: every(1), hour: 10.7, tell: visit },
  delivery: { on: every(5, 2), hour: 16.1, tell: delivery },
  sharing: { on: every(7, 3), hour: 11.2, tell: sharing },
  station: { on: every(10, 4), hour: 9.7, tell: station },
  job: { on: every(5, 1), hour: 8.8, tell: job },
  census: { on: every(12, 5), hour: 9.2, tell: census },
  collection: { on: ({ monthDay, passed }) => monthDay === 3 || passed === 2, hour: 9.9, tell: collection },
  redraw: { on: once(6), hour: 14.3, tell: redraw },
}
