/** Roads' furniture, shops, compounds and key points of the simulated district. */
import { metresPerDegree } from '#kernel/geo/index.ts'
import { idOf, specialists } from './people.ts'
import { type Plan, type Point, simDistrict } from './plan.ts'
import type { Random } from './random.ts'

interface Placed {
  readonly lon: number
  readonly lat: number
  readonly values: Readonly<Record<string, unknown>>
}
const snap = (v: number): number => Math.round(v * 1e7) / 1e7
/** Points along a line every so many metres, set off to one side. */
export const along = (line: readonly Point[], everyM: number, offsetM: number): readonly Point[] => {
  const out: Point[] = []
  let left = everyM / 2
  for (let k = 1; k < line.length; k++) {
    const [a, b] = [line[k - 1], line[k]]
    if (!a || !b) continue
    const { lon: mLon, lat: mLat } = metresPerDegree(a[1])
    const [dx, dy] = [(b[0] - a[0]) * mLon, (b[1] - a[1]) * mLat]
    const length = Math.hypot(dx, dy)
    for (let d = left; d < length; d += everyM) {
      const t = d / length
      out.push([snap(a[0] + (dx * t - (dy / length) * offsetM) / mLon), snap(a[1] + (dy * t + (dx / length) * offsetM) / mLat)])
    }
    left = everyM - ((length - left) % everyM)
  }
  return out
}
const furniture: readonly {
  readonly category: string
  readonly name: string
  readonly everyM: number
  readonly offsetM: number
  readonly body: string
}[] = [
  { category: '01037', name: '路灯', everyM: 32, offsetM: 9, body: '城市照明管理所' },
  { category: '01002', name: '污水井盖', everyM: 42, offsetM: 2, body: '排水管理中心' },
  { category: '01003', name: '雨水井盖', everyM: 55, offsetM: -3, body: '排水管理中心' },
  { category: '01004', name: '雨水箅子', everyM: 38, offsetM: 6, body: '排水管理中心' },
  { category: '01007', name: '通信井盖', everyM: 120, offsetM: 11, body: '市政设施养护所' },
  { category: '04002', name: '行道树', everyM: 18, offsetM: -10, body: '园林绿化管理所' },
  { category: '03005', name: '垃圾箱', everyM: 110, offsetM: -11, body: '环境卫生管理所' },
  { category: '02010', name: '交通标志牌及标线', everyM: 210, offsetM: 10, body: '交通设施养护中心' },
]
/** Only points inside the lattice's border count. */
const inside = (plan: Plan) => {
  const ring = plan.areas[0]?.ring ?? []
  const lons = ring.map((p) => p[0])
  const lats = ring.map((p) => p[1])
  const [w, e, s, n] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  return ([x, y]: Point): boolean => x > w && x < e && y > s && y < n
}
/** @param names category code → standard name, so that components carry the standard's own names. */
export const planComponents = (plan: Plan, random: Random, names: ReadonlyMap<string, string>): readonly Placed[] => {
  const isInside = inside(plan)
  const counters = new Map<string, number>()
  return plan.roads.flatMap((road) =>
    furniture.flatMap((f) =>
      along(road.line, f.everyM, f.offsetM)
        .filter(isInside)
        .map(([lon, lat]) => {
          const n = (counters.get(f.category) ?? 0) + 1
          counters.set(f.category, n)
          return {
            lon,
            lat,
            values: {
              code: `${simDistrict}${f.category}${String(n).padStart(6, '0')}`,
              category: f.category,
              name: names.get(f.category) ?? f.name,
              state: random.chance(0.985) ? 'intact' : 'damaged',
              authority: '湖滨区城市管理局',
              keeper: idOf(`unit/${f.body}`),
              keeperName: f.body,
              surveyedOn: '2025-03-01',
              source: 'measured',
              road: idOf(`road/${road.name}`),
            },
          }
        }),
    ),
  )
}
const shopWords = [
  '顺发',
  '老街',
  '小胖',
  '鑫源',
  '百姓',
  '江南',
  '万家',
  '阿明',
  '福记',
  '新天地',
  '好邻居',
  '青青',
  '老地方',
  '一品',
  '聚福',
  '永盛',
]
const shopTrades = {
  food: ['面馆', '小吃店', '火锅店', '烧烤店'],
  retail: ['便利店', '五金店', '服装店', '烟酒店'],
  service: ['理发店', '洗衣店', '打印店'],
  repair: ['汽修店', '电动车行'],
  vegetable: ['水果店', '生鲜超市'],
  other: ['药房'],
} as const
export const planShops = (plan: Plan, random: Random): readonly Placed[] => {
  const isInside = inside(plan)
  const out: Placed[] = []
  for (const road of plan.roads.filter((r) => r.class !== 'trunk'))
    for (const [k, point] of along(road.line, 46, 14).entries()) {
      if (!isInside(point) || !random.chance(0.7)) continue
      const trade = random.pick(Object.keys(shopTrades) as (keyof typeof shopTrades)[])
      const name = `${random.pick(shopWords)}${random.pick(shopTrades[trade])}`
      const grade = random.next()
      out.push({
        lon: point[0],
        lat: point[1],
        values: {
          name,
          address: `${road.name}${k * 2 + 1}号`,
          trade,
          road: idOf(`road/${road.name}`),
          frontageM: random.integer(3, 12),
          isSigned: random.chance(0.95),
          isPosted: random.chance(0.9),
          grade: grade < 0.86 ? 'green' : grade < 0.97 ? 'yellow' : 'red',
          operator: `${random.pick(['王', '李', '张', '陈', '吴'])}${random.pick(['强', '敏', '勇', '红'])}`,
          phone: `138${random.integer(10_000_000, 99_999_999)}`,
        },
      })
    }
  return out
}
export const planCompounds = (plan: Plan, random: Random): readonly Placed[] => {
  const isInside = inside(plan)
  return plan.areas
    .filter((a) => a.level === 'community')
    .flatMap((a) => {
      const center = a.ring[Math.floor(a.ring.length / 3)]
      const point: Point = [
        snap(((a.ring[0]?.[0] ?? 0) + (center?.[0] ?? 0)) / 2 + 0.0004),
        snap(((a.ring[0]?.[1] ?? 0) + (center?.[1] ?? 0)) / 2 + 0.0004),
      ]
      return [
        {
          lon: point[0],
          lat: point[1],
          values: {
            name: `${a.name.replace('社区', '')}花园`,
            address: `${a.name}`,
            property: `${random.pick(['安居', '万和', '绿城苑', '金陵'])}物业服务公司`,
            hasCommittee: random.chance(0.6),
            households: random.integer(180, 2400),
            deliveredOn: `${random.integer(1995, 2021)}-06-30`,
            isVilla: random.chance(0.05),
            sortingGrade: random.pick(['demo', 'good', 'good', 'poor']),
            isFreeOfIllegal: random.chance(0.4),
            isRevenuePublic: random.chance(0.5),
            community: a.code,
          },
        },
      ]
    })
    .filter((p) => isInside([p.lon, p.lat]))
}
export const planKeyPoints = (plan: Plan, random: Random, squads: ReadonlyMap<string, string>): readonly Placed[] => {
  const isInside = inside(plan)
  return plan.areas
    .filter((a) => a.level === 'community')
    .flatMap((a, i) => {
      const p = a.ring[2]
      if (!p) return []
      const kind = (['metro', 'school', 'mall', 'hospital', 'hub', 'window', 'scenic', 'core'] as const)[i % 8]
      const zh = {
        metro: '地铁站',
        school: '小学',
        mall: '商贸城',
        hospital: '医院',
        hub: '公交枢纽',
        window: '政务窗口',
        scenic: '公园',
        core: '核心街区',
      }[kind ?? 'core']
      return [
        {
          lon: snap(p[0] + 0.0003),
          lat: snap(p[1] + 0.0003),
          values: {
            name: `${a.name.replace('社区', '')}${zh}`,
            kind,
            level: random.pick(['city', 'district', 'street']),
            patrolHours: random.pick([4, 8, 24]),
            squad: squads.get(a.code.slice(0, 9)) ?? null,
            address: a.name,
          },
        },
      ]
    })
    .filter((p) => isInside([p.lon, p.lat]))
}
/** 职责清单: specialists by category for the whole district; 街面秩序 (09) street by street. Every category and place has one lead. */
export const dutyRows = (
  streets: readonly { readonly code: string; readonly name: string }[],
): readonly Readonly<Record<string, unknown>>[] => {
  const basis = '湖滨区城市管理职责清单(模拟)'
  const common = { role: 'lead', validFrom: '2024-01-01', basis }
  const bySpecialist = specialists.flatMap((s) =>
    (['component', 'matter'] as const).flatMap((kind) =>
      s[kind].map((prefix) => ({
        ...common,
        kind,
        categoryPrefix: prefix,
        areaPrefix: simDistrict,
        unit: idOf(`unit/${s.name}`),
        note: s.name,
      })),
    ),
  )
  const byStreet = streets.map((s) => ({
    ...common,
    kind: 'matter',
    categoryPrefix: '09',
    areaPrefix: s.code,
    unit: idOf(`unit/${s.name}综合执法中队`),
    note: `${s.name}街面秩序`,
  }))
  return [...bySpecialist, ...byStreet]
}
