/** A day of waste sorting in the simulated district: a compound entered, households visited, a point checked and what was wrong put right. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const checker = 'dadui1'
const dayMinutes = 24 * 60
const call = <T>(ctx: LifeContext, login: string, path: string, values: unknown, place: object = {}) =>
  ctx.doors.as(login).call<T>('POST', `/subjects/${path}`, { values, ...place })

/** @param at the moment the street's people set out; `street` counts from one, as their logins do */
export const sortingRound =
  (beat: Beat, at: number, street: number): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    const code = beat.streets[street - 1]?.code
    const cells = beat.cells.filter((c) => code && c.code.startsWith(code))
    const cell = cells[random.integer(0, Math.max(0, cells.length - 1))]
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    if (!cell || !a || !b) return undefined
    const place = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
    const clerk = `jiedao${street}`
    const households = random.integer(200, 1600)
    const name = `${cell.name}小区${random.integer(10, 99)}`
    const entered = { name, kind: 'compound', households, persons: households * 3, isBuiltUp: true }
    const { body } = await call<{ id?: string }>(ctx, clerk, 'sorting.place', entered, place)
    const { id } = body
    if (!id) return undefined
    const day = beat.today(at)
    const keeper = { keeper: `${name}物业`, keeperCode: `913299${random.integer(100_000, 999_999)}`, keeperPhone: '13900000000' }
    await call(ctx, clerk, `sorting.place/${id}/appoint`, { ...keeper, duty: '分类投放管理与劝导' })
    for (let n = 1; n <= random.integer(2, 6); n++) {
      const visit = { place: id, household: `${n}幢${n}01`, visitedOn: day, visitors: '社区宣传员', booklets: 1 }
      await call(ctx, clerk, 'sorting.visit', { ...visit, result: 'home' }, place)
    }
    const lines = ['四分类齐全', '定时开放', '桶边整洁', '公示牌'].map((item) => ({ item, isOk: random.chance(0.8) }))
    const photos = [await ctx.photo('分类检查')]
    const check = { team: random.chance(0.5) ? 'breeze' : 'contend', plan: 'unannounced', place: id, visitors: '检查组' }
    await call(ctx, checker, 'sorting.check', { ...check, checkedOn: day, lines, photos }, place)
    const rectify: Step['next'] = async (later) => {
      const filter = encodeURIComponent(JSON.stringify({ place: id }))
      const found = await later.doors.as(clerk).call<{ rows: { id: string }[] }>('GET', `/rows/sorting.problem?filter=${filter}`)
      for (const problem of found.body.rows ?? []) {
        const fixedPhotos = [await later.photo('整改后')]
        await call(later, clerk, `sorting.problem/${problem.id}/fix`, { fixedNote: '已整改', fixedPhotos })
        await call(later, checker, `sorting.problem/${problem.id}/close`, {})
      }
      return undefined
    }
    return { after: 2 * dayMinutes, next: rectify }
  }
