/** The verifier: walks every chain of a district and compares its end with the subject's own row. */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import { tableName } from '../define/table.ts'
import type { Kernel } from '../kernel.ts'
import { type Break, findBreak } from './chain.ts'
import { loadChains } from './load.ts'

export interface Verification {
  readonly subjects: number
  readonly entries: number
  readonly breaks: readonly (Break & { readonly subjectType: string })[]
}
const start = '00000000-0000-0000-0000-000000000000'

const heads = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  type: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { version: number; hash: string }>> => {
  const definition = kernel.definition(type)
  if (!definition || definition.primitive === 'record') return new Map()
  const { rows } = await raw<{ id: string; version: number; head: string }>(
    tx,
    `select id, version, head from ${tableName(definition)} where id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((r) => [r.id, { version: r.version, hash: r.head }]))
}

export const verifyJournal = (kernel: Kernel, district: string): Promise<Verification> =>
  kernel.db.withDistricts([district], async (tx) => {
    const breaks: (Break & { subjectType: string })[] = []
    let subjects = 0
    let entries = 0
    for (let after = start; ; ) {
      const chains = await loadChains(tx, after, 500)
      if (chains.size === 0) return { subjects, entries, breaks }
      const types = Map.groupBy(chains, ([, list]) => list[0]?.subjectType ?? '')
      for (const [type, group] of types) {
        const known = await heads(
          tx,
          kernel,
          type,
          group.map(([id]) => id),
        )
        for (const [id, list] of group) {
          subjects++
          entries += list.length
          const found = findBreak(list, known.get(id))
          if (found) breaks.push({ ...found, subjectType: type })
        }
      }
      after = [...chains.keys()].at(-1) ?? after
    }
  })
