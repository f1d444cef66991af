/**
 * Months of readings and positions: made ahead of time, dropped when the dated retention has passed. Run at start and daily, outside
 * any transaction, by the owner's role. What comes too late for its month to be there waits in the default partition.
 */
import { type Kernel, raw } from '#kernel'
import { applyGrants } from '#kernel/db/grants.ts'

const tables = { reading: 'sensing.reading-months', position: 'sensing.position-months' } as const
const monthsAhead = 2
const beginning = (year: number, month: number): Date => new Date(Date.UTC(year, month, 1))
const nameOf = (table: string, at: Date): string => `${table}_${at.toISOString().slice(0, 7).replace('-', '_')}`
interface Partition {
  readonly name: string
}
const partitionsOf = async (kernel: Kernel, table: string): Promise<ReadonlySet<string>> => {
  const { rows } = await raw<Partition>(
    kernel.db.admin,
    'select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass',
    [`sensing.${table}`],
  )
  return new Set(rows.map((r) => r.name))
}
const makeMonth = async (kernel: Kernel, table: string, at: Date): Promise<boolean> => {
  const to = beginning(at.getUTCFullYear(), at.getUTCMonth() + 1)
  try {
    await raw(
      kernel.db.admin,
      `create table if not exists sensing."${nameOf(table, at)}" partition of sensing."${table}" for values from ('${at.toISOString()}') to ('${to.toISOString()}')`,
      [],
    )
    return true
  } catch (error) {
    // Rows of that month wait in the default partition already (a clock moved, a month without this process): they stay there.
    if ((error as { code?: string }).code !== '23514') throw error
    kernel.log.warn({ table, month: at }, 'a month is in the default partition')
    return false
  }
}
/** Every district keeps for its own time; a month goes when all may let it go. */
const oldestKept = async (kernel: Kernel, parameter: string): Promise<Date> => {
  const now = kernel.now()
  const { rows } = await raw<{ code: string }>(kernel.db.admin, 'select code from kernel.district', [])
  const today = now.toISOString().slice(0, 10)
  const months = Math.max(...['', ...rows.map((r) => r.code)].map((d) => kernel.parameters.value(d, parameter, today)))
  return beginning(now.getUTCFullYear(), now.getUTCMonth() - months)
}
/** @returns the names of the partitions made and dropped. */
export const keepPartitions = async (
  kernel: Kernel,
): Promise<{ readonly made: readonly string[]; readonly dropped: readonly string[] }> => {
  const made: string[] = []
  const dropped: string[] = []
  const now = kernel.now()
  for (const [table, parameter] of Object.entries(tables)) {
    const known = await partitionsOf(kernel, table)
    for (let m = 0; m <= monthsAhead; m++) {
      const at = beginning(now.getUTCFullYear(), now.getUTCMonth() + m)
      const name = nameOf(table, at)
      if (!known.has(name) && (await makeMonth(kernel, table, at))) made.push(name)
    }
    const oldest = nameOf(table, await oldestKept(kernel, parameter))
    for (const name of known)
      if (/_\d{4}_\d\d$/.test(name) && name < oldest) {
        await raw(kernel.db.admin, `drop table sensing."${name}"`, [])
        dropped.push(name)
      }
  }
  if (made.length > 0) await applyGrants(kernel.db.admin)
  return { made, dropped }
}
