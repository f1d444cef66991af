/**
 * The plan of the simulated district: a jittered lattice whose cells share their corners exactly, so that the grid has no gap and
 * no overlap by construction. Streets and communities are blocks of cells; roads run along the lattice.
 */
import { createRandom, type Random } from './random.ts'

export type Point = readonly [lon: number, lat: number]
export interface PlannedArea {
  readonly code: string
  readonly name: string
  readonly level: 'district' | 'street' | 'community' | 'cell'
  readonly parent: string | null
  readonly ring: readonly Point[]
}
export interface PlannedRoad {
  readonly name: string
  readonly class: 'trunk' | 'secondary' | 'branch' | 'lane'
  readonly line: readonly Point[]
}
export interface Plan {
  readonly district: string
  readonly name: string
  readonly areas: readonly PlannedArea[]
  readonly roads: readonly PlannedRoad[]
  readonly buildings: readonly { readonly ring: readonly Point[]; readonly kind: string; readonly floors: number }[]
  readonly columns: number
  readonly rows: number
}
export const simDistrict = '329901'
const origin: Point = [119.9, 31.72]
const stepLon = 0.001055
const stepLat = 0.0009
const streetNames = ['湖滨', '文昌', '东园', '清源', '新丰', '北门', '荷塘', '南桥']
const first = [
  '和平',
  '建设',
  '文化',
  '新华',
  '解放',
  '人民',
  '青年',
  '中山',
  '延陵',
  '晋陵',
  '通江',
  '龙城',
  '怀德',
  '关河',
  '桃园',
  '翠竹',
  '兰陵',
  '丽华',
  '光华',
  '健身',
  '博爱',
  '县学',
  '迎宾',
  '锦绣',
  '玉龙',
  '星港',
  '飞龙',
  '惠山',
  '太湖',
  '长江',
  '黄河',
  '珠江',
  '衡山',
  '泰山',
  '天目',
  '云台',
]
const words = [
  '春晖',
  '秋月',
  '梅园',
  '竹林',
  '清潭',
  '花园',
  '红梅',
  '锦绣',
  '翠园',
  '斜桥',
  '永红',
  '勤业',
  '新市',
  '西新',
  '北直',
  '椿庭',
  '浦北',
  '天宁',
  '虹景',
  '丽景',
  '富强',
  '阳光',
  '景福',
  '金色',
  '江南',
  '凤凰',
  '蓝天',
  '银河',
  '元丰',
  '平岗',
]

const snap = (v: number): number => Math.round(v * 1e7) / 1e7
/** Corner (i, j) of the lattice; the outer border is straight, the inside jitters by up to 12 m. */
const corners = (random: Random, columns: number, rows: number): readonly (readonly Point[])[] =>
  Array.from({ length: rows + 1 }, (_, j) =>
    Array.from({ length: columns + 1 }, (_, i): Point => {
      const isEdge = i === 0 || j === 0 || i === columns || j === rows
      const dx = isEdge ? 0 : random.between(-0.12, 0.12)
      const dy = isEdge ? 0 : random.between(-0.12, 0.12)
      return [snap(origin[0] + (i + dx) * stepLon), snap(origin[1] + (j + dy) * stepLat)]
    }),
  )
type Lattice = ReturnType<typeof corners>
const at = (lattice: Lattice, i: number, j: number): Point => lattice[j]?.[i] ?? origin

/** The outline of a block of cells, counter-clockwise, through every corner on its border. */
const outline = (lattice: Lattice, i0: number, j0: number, i1: number, j1: number): readonly Point[] => {
  const ring: Point[] = []
  for (let i = i0; i < i1; i++) ring.push(at(lattice, i, j0))
  for (let j = j0; j < j1; j++) ring.push(at(lattice, i1, j))
  for (let i = i1; i > i0; i--) ring.push(at(lattice, i, j1))
  for (let j = j1; j > j0; j--) ring.push(at(lattice, i0, j))
  return [...ring, at(lattice, i0, j0)]
}
const cuts = (from: number, to: number, parts: number): readonly number[] =>
  Array.from({ length: parts + 1 }, (_, k) => Math.round(from + ((to - from) * k) / parts))
const pad = (n: number, digits: number): string => String(n).padStart(digits, '0')

const planAreas = (lattice: Lattice, columns: number, rows: number): readonly PlannedArea[] => {
  const areas: PlannedArea[] = [
    { code: simDistrict, name: '湖滨区', level: 'district', parent: null, ring: outline(lattice, 0, 0, columns, rows) },
  ]
  const sx = cuts(0, columns, 4)
  const sy = cuts(0, rows, 2)
  let street = 0
  let word = 0
  for (let b = 0; b < 2; b++)
    for (let a = 0; a < 4; a++) {
      const [i0 = 0, i1 = 0, j0 = 0, j1 = 0] = [sx[a], sx[a + 1], sy[b], sy[b + 1]]
      const streetCode = `${simDistrict}${pad(++street, 3)}`
      areas.push({
        code: streetCode,
        name: `${streetNames[street - 1] ?? street}街道`,
        level: 'street',
        parent: simDistrict,
        ring: outline(lattice, i0, j0, i1, j1),
      })
      const cx = cuts(i0, i1, 2)
      const cy = cuts(j0, j1, 4)
      let community = 0
      for (let d = 0; d < 4; d++)
        for (let c = 0; c < 2; c++) {
          const [k0 = 0, k1 = 0, l0 = 0, l1 = 0] = [cx[c], cx[c + 1], cy[d], cy[d + 1]]
          const communityCode = `${streetCode}${pad(++community, 3)}`
          const name = `${words[word % words.length] ?? ''}${word >= words.length ? ['东', '西', '南', '北'][Math.floor(word / words.length)] : ''}社区`
          word++
          areas.push({
            code: communityCode,
            name,
            level: 'community',
            parent: streetCode,
            ring: outline(lattice, k0, l0, k1, l1),
          })
          let cell = 0
          // 编码自西向东、自北向南 (GB/T 47678.3)
          for (let j = l1 - 1; j >= l0; j--)
            for (let i = k0; i < k1; i++) {
              const code = `${communityCode}${pad(++cell, 3)}`
              areas.push({
                code,
                name: `${name}${pad(cell, 3)}号网格`,
                level: 'cell',
                parent: communityCode,
                ring: outline(lattice, i, j, i + 1, j + 1),
              })
            }
        }
    }
  return areas
}

const planRoads = (lattice: Lattice, columns: number, rows: number): readonly PlannedRoad[] => {
  const roads: PlannedRoad[] = []
  let n = 0
  const nameOf = (suffix: string): string => `${first[n % first.length] ?? ''}${n++ >= first.length ? '新' : ''}${suffix}`
  const classOf = (k: number): PlannedRoad['class'] | undefined =>
    k % 12 === 0 ? 'trunk' : k % 6 === 0 ? 'secondary' : k % 3 === 0 ? 'branch' : undefined
  const suffix = { trunk: '大道', secondary: '路', branch: '路', lane: '巷' }
  for (let j = 0; j <= rows; j++) {
    const kind = classOf(j)
    if (kind)
      roads.push({
        name: nameOf(suffix[kind]),
        class: kind,
        line: Array.from({ length: columns + 1 }, (_, i) => at(lattice, i, j)),
      })
  }
  for (let i = 0; i <= columns; i++) {
    const kind = classOf(i)
    if (kind)
      roads.push({
        name: nameOf(kind === 'trunk' ? '大道' : '街'),
        class: kind,
        line: Array.from({ length: rows + 1 }, (_, j) => at(lattice, i, j)),
      })
  }
  return roads
}

const planBuildings = (random: Random, lattice: Lattice, columns: number, rows: number): Plan['buildings'] => {
  const out: { ring: readonly Point[]; kind: string; floors: number }[] = []
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      if (!random.chance(0.7)) continue
      const [x, y] = at(lattice, i, j)
      const w = random.between(0.25, 0.55) * stepLon
      const h = random.between(0.2, 0.5) * stepLat
      const [x0, y0] = [snap(x + 0.22 * stepLon), snap(y + 0.25 * stepLat)]
      const ring: Point[] = [
        [x0, y0],
        [snap(x0 + w), y0],
        [snap(x0 + w), snap(y0 + h)],
        [x0, snap(y0 + h)],
        [x0, y0],
      ]
      out.push({ ring, kind: random.pick(['住宅', '住宅', '商业', '办公', '学校', '厂房']), floors: random.integer(2, 24) })
    }
  return out
}

/** @param size cells: 60 × 50 by default (3,000 of about 10,000 m²). Small cities for tests take fewer. */
export const planCity = (
  seed = 7,
  size: { readonly columns: number; readonly rows: number } = { columns: 60, rows: 50 },
): Plan => {
  const random = createRandom(seed)
  const { columns, rows } = size
  const lattice = corners(random.fork('lattice'), columns, rows)
  return {
    district: simDistrict,
    name: '湖滨区',
    areas: planAreas(lattice, columns, rows),
    roads: planRoads(lattice, columns, rows),
    buildings: planBuildings(random.fork('buildings'), lattice, columns, rows),
    columns,
    rows,
  }
}
