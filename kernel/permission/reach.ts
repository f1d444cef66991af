/**
 * 管辖: whose work a reader may see. Registers are the common ground of a bureau; cases, records and what else happens are read by
 * whoever has the verb **there**: in the area of the grant, for the unit it acts for, or with a task of one's own in it.
 */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import { areaRange, type Definition, tableName, tableOf } from '../define/table.ts'
import { Refused, refuse } from '../errors.ts'
import { coversVerb, verbZh, type Who } from './permit.ts'
import { readVerb } from './verbs.ts'

export interface Reach {
  readonly areas: readonly string[]
  readonly units: readonly string[]
  readonly personId: string
}
const isCommon = (definition: Definition): boolean =>
  definition.primitive === 'register' || (definition.primitive === 'procedure' && definition.spec.isCommon === true)
/** Where somebody may read a definition; absent where that is the whole district (or where nobody is narrowed: registers). */
export const reachOf = (who: Who | null, definition: Definition): Reach | undefined => {
  if (!who || isCommon(definition)) return undefined
  const grants = who.grants.filter((g) => coversVerb(g.verbs, readVerb(definition.id)))
  if (grants.some((g) => who.district.startsWith(g.areaCode))) return undefined
  return {
    areas: [...new Set(grants.map((g) => g.areaCode))],
    units: [...new Set(who.grants.flatMap((g) => (g.unitId ? [g.unitId] : [])))],
    personId: who.personId,
  }
}

const columnsOf = (definition: Definition): ReadonlySet<string> => new Set(tableOf(definition).columns.map((c) => c.sql))
/**
 * The condition of a reach over the row `r`. What has no place is nobody's area and so everybody's; a subject of the whole district is
 * too, as long as no unit has it in hand; and whoever began something may see it wherever it is.
 */
export const reachSql = (definition: Definition, reach: Reach, bind: (value: unknown) => string): string => {
  const columns = columnsOf(definition)
  const areas = reach.areas.map((code) => {
    const [from, before] = areaRange(code)
    return `(r.area_code >= ${bind(from)} and r.area_code < ${bind(before)})`
  })
  const own = [
    ...(columns.has('unit_id') && reach.units.length > 0 ? [`r.unit_id = any(${bind(reach.units)}::uuid[])`] : []),
    ...(columns.has('by_id') ? [`r.by_id = ${bind(reach.personId)}::uuid`] : []),
  ]
  const tasks =
    definition.primitive === 'procedure'
      ? [
          '(r.area_code = r.district and r.unit_id is null)',
          `exists (select 1 from kernel.journal j where j.district = r.district and j.subject_id = r.id and j.seq = 1 and j.actor_id = ${bind(reach.personId)}::uuid)`,
          `exists (select 1 from kernel.task t where t.district = r.district and t.subject_id = r.id and t.done_at is null
             and (t.person_id = ${bind(reach.personId)}::uuid or t.unit_id = any(${bind(reach.units)}::uuid[])))`,
        ]
      : []
  return `(r.area_code is null or ${[...areas, ...own, ...tasks].join(' or ')})`
}

interface Placed {
  readonly id?: unknown
  readonly areaCode?: unknown
}
/** Refuses one row out of reach. Whoever once had a hand in it may see how it went on. */
export const requireReach = async (
  tx: Transaction<unknown>,
  definition: Definition,
  who: Who | null,
  row: Placed,
): Promise<void> => {
  const reach = reachOf(who, definition)
  const area = typeof row.areaCode === 'string' ? row.areaCode : undefined
  if (!reach || !area || reach.areas.some((code) => area.startsWith(code))) return
  const params: unknown[] = [row.id, reach.personId]
  const bind = (value: unknown): string => `$${params.push(value)}`
  const { rows } = await raw<{ ok: boolean }>(
    tx,
    `select true as ok from ${tableName(definition)} r where r.id = $1::uuid and (${reachSql(definition, reach, bind)}
       or exists (select 1 from kernel.journal j where j.district = r.district and j.subject_id = r.id and j.actor_id = $2::uuid))`,
    params,
  )
  if (rows.length === 0) throw new Refused(refuse('permission.area', { verb: verbZh(readVerb(definition.id)), area }))
}
