/** What the drainage office of the simulated district had before its life begins: a network surveyed in part, beats, plants, works under way and the list of points. */
import { nowhere } from './near.ts'
import type { Desk } from './story.ts'
import { day } from './story.ts'

export const run = 'chuzhi71'
const [desk, leader, data] = ['paiqian2', 'juzhang', 'shuju'] as const
const zones = [
  ['河北片区', 2.2, 60, 'rain'],
  ['城中片区', 1.9, 25, 'combined'],
  ['湖滨片区', 1.6, -10, 'sewage'],
  ['清源片区', 1.4, 120, 'rain'],
] as const
const perZone = 14
type Point = readonly [number, number]
/** Corners of neighbouring cells of a street, from west to east along its first row. */
const cornersOf = (o: Desk, street: number): readonly Point[] => {
  const code = o.town.streets[street - 1]?.code ?? ''
  const ring = o.town.cells.filter((c) => c.code.startsWith(code)).flatMap((c) => (c.ring[0] ? [c.ring[0]] : []))
  const south = Math.min(...ring.map((p) => p[1]))
  return ring.filter((p) => p[1] < south + 0.0004).toSorted((a, b) => a[0] - b[0])
}
const metresBetween = ([a, b]: Point, [c, e]: Point): number =>
  Math.round(Math.hypot((c - a) * 94_700, (e - b) * 111_000) * 10) / 10
const addZone = async (o: Desk, n: number): Promise<void> => {
  const [name, plannedKm, dueIn, system] = zones[n] ?? zones[0]
  const zone = await o.add(data, 'drainage.zone', { name, plannedKm, dueOn: o.date(dueIn) })
  const corners = cornersOf(o, n + 1)
  const at = (k: number): Point => corners[k % corners.length] ?? [0, 0]
  const road = `${(o.town.streets[n]?.name ?? '').replace('街道', '')}路`
  const letter = { rain: 'Y', combined: 'H', sewage: 'W' }[system]
  const nodes: string[] = []
  const count = Math.min(perZone, corners.length - 1)
  for (let k = 0; k <= count; k++) {
    const code = `${letter}${n + 1}${String(k + 1).padStart(3, '0')}`
    const end = system === 'sewage' ? 'pump' : 'outlet'
    const kind = k === count ? end : k === 0 ? 'inlet' : 'manhole'
    nodes.push(await o.add(data, 'drainage.node', { code, kind, system, groundM: 5.2 }, { lon: at(k)[0], lat: at(k)[1] }))
  }
  for (let k = 0; k < count; k++) {
    const [a, b] = [at(k), at(k + 1)]
    // One pipe of the first zone falls the wrong way, one of the second is thinner than what flows into it.
    const isBack = n === 0 && k === 6
    const invert = Math.round((4 - k * 0.12) * 100) / 100
    await o.add(
      data,
      'drainage.pipe',
      {
        ...{
          code: `${letter}G${n + 1}${String(k + 1).padStart(3, '0')}`,
          zone,
          road,
          place: k % 5 === 4 ? 'inner' : 'road',
          system,
        },
        ...{ upNode: nodes[k], downNode: nodes[k + 1], diameterMm: n === 1 && k === 9 ? 300 : 400 + Math.floor(k / 5) * 200 },
        ...{
          material: k % 4 === 0 ? 'hdpe' : 'concrete',
          lengthM: metresBetween(a, b),
          builtOn: `${1996 + ((k * 7 + n * 5) % 26)}-06-01`,
        },
        ...{ upInvertM: invert, downInvertM: Math.round((invert + (isBack ? 0.1 : -0.12)) * 100) / 100 },
        ...(k < count * 0.4 ? { surveyedOn: o.date(-200 + k * 9), grade: k % 3 } : {}),
      },
      { geometry: { type: 'LineString', coordinates: [a, b] } },
    )
  }
}
const route = ['井盖', '雨水箅子', '管道淤积']
const river = ['排口', '漂浮物', '岸坡']
const beats = [
  ['湖滨路排水巡查线', 'route', '李巡查', route, {}],
  ['文昌路排水巡查线', 'route', '王巡查', route, {}],
  ['东园路排水巡查线', 'route', '周巡查', route, {}],
  ['铁路桥下穿通道泵房', 'pump', '陈站长', ['水泵', '格栅', '配电'], { pumps: 3, powerKw: 165, hasStandby: true, everyDays: 10 }],
  ['清源雨水泵站', 'pump', '吴站长', ['水泵', '格栅', '配电'], { pumps: 4, powerKw: 220, hasStandby: true, everyDays: 15 }],
  ['铁路桥泵房备用电源', 'standby', '陈站长', ['发电机', '切换柜'], {}],
  ['清源河城区段', 'river', '河长办李科长', river, { level: 'county' }],
  ['湖滨河湖滨街道段', 'river', '湖滨街道河长', river, { level: 'town' }],
  ['东园浜', 'river', '东园社区河长', river, { level: 'village' }],
] as const
/** Zones with nodes and pipes, plants, beats. */
export const addNetwork = async (o: Desk): Promise<void> => {
  for (let n = 0; n < zones.length; n++) await addZone(o, n)
  for (const [name, operator, designT] of [
    ['湖滨污水处理厂', '湖滨水务公司', 40_000],
    ['清源污水处理厂', '清源水务公司', 20_000],
  ] as const)
    await o.add(data, 'drainage.plant', { name, operator, designT }, o.place(designT > 30_000 ? 1 : 4))
  for (const [i, [name, kind, keeper, items, extra]] of beats.entries())
    await o.add(data, 'drainage.beat', { name, kind, keeper, items, ...extra }, o.place((i % o.town.streets.length) + 1))
}
const spots = [
  ['铁路桥下穿通道', 'easy', 'low', 2],
  ['文昌路农贸市场门口', 'easy', 'inlet', 1],
  ['东园新村北门', 'standing', 'small', 1],
  ['荷塘路与翠竹路口', 'easy', 'silt', 0],
  ['南桥老街', 'standing', 'missing', 1],
  ['北门汽车站前广场', 'easy', 'outlet', 2],
  ['新丰路小学门口', 'easy', 'inlet', 1],
] as const
const road = (name: string, km: number) => ({ name, kind: 'road', km })
const compound = (name: string, km: number, houses?: number) => ({ name, kind: 'compound', km, ...(houses ? { houses } : {}) })
const projectsOf = (o: Desk) =>
  [
    {
      done: 3,
      values: {
        ...{
          name: '河北片区雨污分流改造工程',
          kind: 'separation',
          zone: '河北片区',
          programme: '污水治理三年行动',
          investWan: 4200,
        },
        parts: [
          road('湖滨路', 2.4),
          compound('清潭花园', 1.1),
          { name: '湖滨路公厕', kind: 'toilet', km: 0.04 },
          road('翠竹路', 1.8),
          compound('红梅新村', 0.9),
        ],
        dueOn: o.date(75),
      },
    },
    {
      done: 1,
      values: {
        ...{
          name: '城中片区雨污分流改造工程',
          kind: 'separation',
          zone: '城中片区',
          programme: '污水治理三年行动',
          investWan: 2600,
        },
        parts: [road('文昌路', 1.5), compound('文化新村', 0.8), road('县学街', 0.7)],
        dueOn: o.date(-6),
      },
    },
    {
      done: 1,
      values: {
        ...{ name: '老旧小区供水管网改造工程', kind: 'supply', zone: '东园片区', investWan: 860, leakBefore: 17.5 },
        parts: [compound('东园新村', 2.1, 640), compound('翠园小区', 1.3, 410)],
        dueOn: o.date(40),
      },
    },
    {
      done: -1,
      values: {
        ...{
          name: '清源污水处理厂扩建工程',
          kind: 'plant',
          zone: '清源片区',
          investWan: 9800,
          capacityBefore: 20_000,
          capacityAfter: 40_000,
        },
        parts: [
          { name: '二期生化池', kind: 'plant', km: 0 },
          { name: '深度处理车间', kind: 'plant', km: 0 },
        ],
        dueOn: o.date(420),
      },
    },
  ] as const
const addProjects = async (o: Desk): Promise<void> => {
  const p = 'drainage.project'
  for (const { done, values } of projectsOf(o)) {
    const id = await o.open(desk, p, values, o.spot(values.name))
    await o.act(desk, p, id, 'toDesign', { designer: '湖滨市政设计院' })
    if (done < 0) continue
    await o.act(desk, p, id, 'begin', { builder: '湖滨水务建设公司' })
    for (const part of values.parts.slice(0, done))
      await o.act(desk, p, id, 'finishPart', { name: part.name, km: part.km, doneOn: o.date(-o.random.integer(3, 60)) })
  }
}
/** Works, plans and the list of points; the plans are answered and approved in the days that follow. */
export async function* addWorks(o: Desk): AsyncGenerator<number, void> {
  await addProjects(o)
  for (const [i, [name, kind, cause, pumps]] of spots.entries())
    await o.open(
      desk,
      'drainage.point',
      { name, kind, cause, keeper: `${name.slice(0, 2)}养护班长`, pumps },
      o.place((i % o.town.streets.length) + 1),
    )
  const q = 'drainage.plan-paper'
  const [from, author] = [o.year(), '湖滨区规划设计研究院']
  const plan = await o.open(
    desk,
    q,
    { name: '湖滨区污水专项规划', kind: 'plan', author, fromYear: from, toYear: from + 10 },
    nowhere,
  )
  const scheme = await o.open(
    desk,
    q,
    {
      name: '雨污管网三年攻坚行动实施方案',
      kind: 'scheme',
      author: '湖滨区城市管理局',
      fromYear: from,
      toYear: from + 2,
    },
    nowhere,
  )
  await o.open(
    desk,
    q,
    { name: '清源污水处理厂扩建可行性研究', kind: 'feasibility', author, fromYear: from, toYear: from + 1 },
    nowhere,
  )
  yield day
  const opinions = ['补充合流制溢流污染控制措施', '复核近期人口与水量预测'].map((opinion, i) => ({ no: i + 1, opinion }))
  const experts = ['张', '李', '王'].map((name) => ({ name: `${name}工`, org: '省市政工程设计总院' }))
  const review = { experts, opinions, reviewedOn: o.date(), papers: [await o.photo('评审意见书')] }
  await o.act(desk, q, plan, 'review', { ...review, isOk: 'yes' })
  await o.act(desk, q, scheme, 'review', { ...review, isOk: 'no' })
  yield 7 * day
  const answers = [
    { no: 1, answer: '已补充第六章溢流调蓄方案', isTaken: 'yes' },
    { no: 2, answer: '近期水量按统计公报复核,远期维持原预测', isTaken: 'part' },
  ]
  await o.act(desk, q, plan, 'answer', { answers })
  await o.act(desk, q, scheme, 'review', { ...review, reviewedOn: o.date(), isOk: 'yes' })
  yield 4 * day
  await o.act(leader, q, plan, 'approve', { paper: `湖政复〔${o.year()}〕12号` })
}
