/** A day of greening in the simulated district: a defect found by the street and put right by the crew, rain read, an old tree visited. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const crew = 'chuzhi41'
const checker = 'kaohe1'
const keeper = 'shuju'
const kinds = ['rough', 'dull', 'weeds', 'fallen', 'gap'] as const
const dayMinutes = 24 * 60
const call = <T>(ctx: LifeContext, login: string, path: string, body: unknown) => ctx.doors.as(login).call<T>('POST', path, body)

/** The old tree everybody knows here; entered once. */
const treeOf = async (ctx: LifeContext, place: object): Promise<string | undefined> => {
  const known = await ctx.doors.as(keeper).call<{ rows: { id: string }[] }>('GET', '/rows/greening.ancient?limit=1')
  if (known.body.rows?.[0]) return known.body.rows[0].id
  const values = { code: 'GS-0001', species: '银杏', age: 520, grade: 'first', heightM: 22, girthCm: 410, radiusM: 8 }
  const made = await call<{ id?: string }>(ctx, keeper, '/rows/greening.ancient', {
    values: { ...values, keeper: '社区居委会', health: 'good', isAdoptable: true },
    place,
  })
  return made.body.id
}
/** @param at the moment the street's people set out; `street` counts from one, as their logins do */
export const greeningRound =
  (beat: Beat, at: number, street: number): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    const code = beat.streets[street - 1]?.code
    const cells = beat.cells.filter((c) => code && c.code.startsWith(code))
    const cell = cells[random.integer(0, Math.max(0, cells.length - 1))]
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    if (!cell || !a || !b) return undefined
    const place = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
    const day = beat.today(at)
    await call(ctx, crew, '/rows/greening.rain', {
      values: { dayOn: day, mm: random.chance(0.3) ? random.integer(1, 30) : 0, soil: random.integer(35, 80) },
      place,
    })
    const tree = await treeOf(ctx, place)
    if (tree && random.chance(0.1)) {
      const values = { tree, health: 'good', photos: [await ctx.photo('古树巡护')] }
      await call(ctx, crew, '/subjects/greening.patrol', { values, ...place })
    }
    const kind = kinds[random.integer(0, kinds.length - 1)] ?? 'rough'
    const size = kind === 'weeds' ? { areaM2: random.integer(4, 80) } : { plants: random.integer(1, 6) }
    const values = { kind, source: 'patrol', place: `${cell.name}绿带`, ...size, photos: [await ctx.photo('绿化缺陷')] }
    const { body } = await call<{ id?: string }>(ctx, `jiedao${street}`, '/subjects/greening.defect', { values, ...place })
    const { id } = body
    if (!id) return undefined
    const rectify: Step['next'] = async (later) => {
      const fixed = { fixedNote: '已整改', fixedPhotos: [await later.photo('整改后')] }
      await call(later, crew, `/subjects/greening.defect/${id}/fix`, { values: fixed })
      await call(later, checker, `/subjects/greening.defect/${id}/close`, { values: {} })
      return undefined
    }
    return { after: random.integer(1, 5) * dayMinutes, next: rectify }
  }
