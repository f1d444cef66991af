/** What the disposal office of the simulated district had before its life begins: a landfill just closed and one handed over, its points, the incinerator with the days of the month so far, contracts and works. */
import { type Desk, day } from './story.ts'

const [run, checker, leader, data] = ['chuzhi32', 'kaohe1', 'juzhang', 'shuju'] as const
export const landfillName = '湖滨生活垃圾填埋场'
export const leachatePlant = '湖滨渗滤液处理站'
const kinds = [
  ['JCJ-1', 'well', 'mg/L', 0.5, 'GB/T 14848 Ⅲ类 氨氮'],
  ['JCJ-2', 'well', 'mg/L', 0.5, 'GB/T 14848 Ⅲ类 氨氮'],
  ['TJC-1', 'pond', '米', 3.5, '调节池警戒液位'],
  ['TQ-1', 'gas', '%', 5, 'GB 16889 甲烷体积分数'],
  ['BP-1', 'slope', 'mm', 20, '边坡位移预警值(设计)'],
  ['CQ-1', 'odour', '无量纲', 20, 'GB 14554 厂界臭气浓度'],
] as const
const addSites = async (o: Desk): Promise<string> => {
  const l = 'disposal.landfill'
  const enter = (name: string, areaMu: number) => o.open(leader, l, { name, operator: '湖滨环境运营公司', areaMu }, o.spot(name))
  const close = async (id: string, days: number) =>
    o.act(leader, l, id, 'close', { closedOn: o.date(-days), cover: 'HDPE膜覆盖、植草护坡', photos: [await o.photo('封场')] })
  const site = await enter(landfillName, 220)
  await close(site, 6)
  const old = await enter('南桥简易填埋场', 60)
  await close(old, 5)
  const handover = ['监测井', '导气石笼', '调节池', '围挡'].map((item, i) => ({ item, count: 6 - i, isOk: 'ok' }))
  await o.act(leader, l, old, 'handOver', { handover, nextOperator: '南桥街道环卫所', handedOn: o.date() })
  for (const [i, [code, kind, unit, most, basis]] of kinds.entries())
    await o.add(data, 'disposal.point', { code, site, kind, unit, most, basis }, o.place((i % o.town.streets.length) + 1))
  for (const [code, capacityT] of [
    ['FH-1区', 5200],
    ['FH-2区', 9000],
  ] as const)
    await o.add(data, 'disposal.ash-cell', { code, site, capacityT, liner: '双人工衬层' })
  return site
}
/** The instrument at the outflow of the leachate station, where the city's devices have none. */
const addDevice = async (o: Desk): Promise<void> => {
  if ((await o.rows(data, 'sensing.device', { kind: 'leachate' })).length > 0) return
  const values = { number: 'SL0001', name: `${leachatePlant}出水在线监测仪`, kind: 'leachate', state: 'active' }
  await o.add(data, 'sensing.device', values, o.place(1))
}
const air = (o: Desk, isOver: boolean) =>
  (
    [
      ['dust', 6],
      ['nox', 165],
      ['so2', 28],
      ['hcl', 12],
      ['co', 18],
    ] as const
  ).map(([gas, mean]) => ({
    gas,
    mean: gas === 'nox' && isOver ? 263 : Math.round(mean * o.random.between(0.7, 1.25) * 10) / 10,
  }))
/** A day of the incinerator: some eight hundred tons, 390 kWh of each sent to the grid. */
export const burnOf = (o: Desk, plant: string, dayOn: string, isOver: boolean) => {
  const intakeT = o.random.integer(760, 905)
  const burnedT = Math.round(intakeT * o.random.between(0.94, 1.02))
  const down = o.random.chance(0.05)
  const note = isOver ? '脱硝喷枪堵塞两小时,已切换备用' : '2号炉计划检修停炉六小时'
  return {
    ...{ plant, dayOn, intakeT, burnedT, gridKwh: burnedT * 390, ownKwh: burnedT * 62 },
    ...{
      slagT: Math.round(burnedT * 0.2),
      ashT: Math.round(burnedT * 0.027 * 10) / 10,
      downHours: down ? 6 : 0,
      air: air(o, isOver),
    },
    ...(isOver || down ? { note } : {}),
  }
}
const addPlant = async (o: Desk): Promise<void> => {
  const plant = await o.open(
    data,
    'sorting.plant',
    {
      ...{
        name: '湖滨环保发电厂',
        stream: 'incineration',
        designT: 1000,
        operator: '湖滨环保电力公司',
        commissionedOn: '2021-06-01',
      },
    },
    o.spot('湖滨环保发电厂'),
  )
  // The days of this month, and of the last where little of this one has gone by.
  const gone = Number(o.date().slice(8)) - 1
  for (let n = gone; n >= 2; n--) {
    const id = await o.open(run, 'disposal.burn-day', burnOf(o, plant, o.date(-n), false), o.spot('湖滨环保发电厂'))
    await o.act(checker, 'disposal.burn-day', id, 'confirm')
  }
}
/** One look at a contract on the spot; what is found is put right in a week. */
export const visited = async function* (o: Desk, bot: string, dayOn: string, isBad: boolean): AsyncGenerator<number, void> {
  const v = 'disposal.visit'
  const seen = o.random.pick(['设备运行正常,台账齐全', '中控参数与上报一致', '进出料口整洁,除臭正常运行'])
  const found = isBad
    ? { problem: o.random.pick(['运行日志缺两班签字', '除臭风机一台停用', '危废间标识不全']), dueOn: o.date(7) }
    : {}
  const id = await o.open(
    checker,
    v,
    { bot, dayOn, seen, ...found, photos: [await o.photo('现场监管')] },
    o.spot('湖滨环保发电厂'),
  )
  if (!isBad) return
  yield o.random.integer(2, 9) * day
  await o.act(run, v, id, 'fix', { fix: '已补签并完善交接班制度,设备恢复运行', photos: [await o.photo('整改后')] })
  yield day
  await o.act(checker, v, id, 'close', { isOk: 'yes' })
}
const goal = (item: string, weight: number, sense: string, target: number, unit: string) => ({
  item,
  weight,
  sense,
  target,
  unit,
})
const botsOf = (o: Desk) => [
  {
    ...{
      name: '生活垃圾焚烧发电 BOT',
      kind: 'incineration',
      company: '湖滨环保电力公司',
      fromOn: '2021-06-01',
      toOn: `${o.year() + 22}-05-31`,
      monthFen: 182_000_000,
    },
    goals: [
      goal('月处理量', 40, 'least', 23_000, '吨'),
      goal('吨上网电量', 30, 'least', 370, 'kWh'),
      goal('烟气超标日', 30, 'most', 1, '日'),
    ],
  },
  {
    ...{
      name: '渗滤液处理 BOT',
      kind: 'leachate',
      company: '清源水务公司',
      fromOn: '2016-01-01',
      toOn: o.date(260),
      monthFen: 46_000_000,
    },
    goals: [goal('月处理量', 60, 'least', 8800, '吨'), goal('出水COD', 40, 'most', 100, 'mg/L')],
  },
]
const addPhases = async (o: Desk): Promise<void> => {
  const f = 'disposal.phase'
  const permits = [{ name: '环评批复' }, { name: '用地预审' }, { name: '施工许可' }]
  const kitchen = await o.open(
    leader,
    f,
    {
      ...{ name: '餐厨垃圾处理二期', phase: '二期', designT: 150, investWan: 9800, permits, works: '进场道路、油水分离车间' },
      nodes: [
        { name: '基础完工', dueOn: o.date(-30) },
        { name: '设备安装', dueOn: o.date(-3) },
        { name: '试运行', dueOn: o.date(90) },
      ],
    },
    o.spot('生活废弃物处理中心'),
  )
  for (const { name } of permits) await o.act(leader, f, kitchen, 'permit', { permit: name, doneOn: o.date(-200) })
  await o.act(leader, f, kitchen, 'begin')
  await o.act(leader, f, kitchen, 'reach', { node: '基础完工', doneOn: o.date(-34) })
  const third = await o.open(
    leader,
    f,
    {
      ...{
        name: '生活废弃物处理中心三期',
        phase: '三期',
        designT: 500,
        investWan: 32_000,
        permits,
        works: '渗滤液管线、高压线路',
      },
      nodes: [
        { name: '主体封顶', dueOn: o.date(240) },
        { name: '点火', dueOn: o.date(420) },
      ],
    },
    o.spot('生活废弃物处理中心'),
  )
  await o.act(leader, f, third, 'permit', { permit: '环评批复', doneOn: o.date(-12) })
}
export async function* addDisposal(o: Desk): AsyncGenerator<number, void> {
  await addSites(o)
  await addDevice(o)
  await addPlant(o)
  for (const values of botsOf(o)) {
    const bot = await o.open(leader, 'disposal.bot', values, o.spot(values.name))
    for (const n of [38, 31, 24, 17, 9, 4]) yield* visited(o, bot, o.date(-n), false)
  }
  await addPhases(o)
}
