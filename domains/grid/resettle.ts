/**
 * What exists stands in the grid of today: when a redrawing has taken effect, the rows of every register that stood in an ended cell are
 * given the cell that now covers them. Cases and records keep the cell of their day, by which they were reported.
 */
import { type Definition, editRow, type Job, many, Refused, type Register, tableName, tableOf, type WorkContext } from '#kernel'

const batch = 2000
interface Standing {
  readonly id: string
  readonly lon: number
  readonly lat: number
  readonly shape: string | null
}
const isPlain = (definition: Definition): boolean =>
  definition.primitive === 'register' && (definition.spec.geometry ?? 'Point') === 'Point'
const standingIn = (ctx: WorkContext, register: Register, ended: readonly string[]): Promise<readonly Standing[]> =>
  many<Standing>(
    ctx.tx,
    `select id, lon, lat, ${isPlain(register) ? 'null' : 'st_asgeojson(geom, 9)'} as shape from ${tableName(register)}
     where district = $1 and area_code = any($2::text[]) and retired_at is null and lon is not null limit ${batch}`,
    [ctx.district, ended],
  )
const resettle = async (ctx: WorkContext, register: Register, { id, lon, lat, shape }: Standing): Promise<void> => {
  const place = shape ? { geometry: JSON.parse(shape) } : { lon, lat }
  try {
    await editRow(ctx, register, id, {}, { ...place, reason: '网格调整' })
  } catch (error) {
    // A row that its own form would refuse today waits until somebody mends it.
    if (!(error instanceof Refused)) throw error
  }
}
export const resettleJob: Job = {
  id: 'grid.resettle',
  zh: '网格调整后台账归格',
  everyMinutes: 60,
  run: async (ctx: WorkContext) => {
    const ended = await many<{ code: string }>(
      ctx.tx,
      `select code from kernel.area where district = $1 and level = 'cell' and valid_to <= ($2::timestamptz at time zone 'Asia/Shanghai')::date
         and valid_to > ($2::timestamptz at time zone 'Asia/Shanghai')::date - 30`,
      [ctx.district, ctx.now],
    )
    if (ended.length === 0) return
    const codes = ended.map((e) => e.code)
    for (const definition of ctx.kernel.domains.flatMap((d) => d.registers ?? [])) {
      if (!tableOf(definition).columns.some((c) => c.name === 'lon')) continue
      for (const row of await standingIn(ctx, definition, codes)) await resettle(ctx, definition, row)
    }
  },
}
