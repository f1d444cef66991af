/** Tables of a report: one figure by unit, street or another dimension, with names instead of keys. */
import { type Definition, raw, type WorkContext } from '#kernel'
import { computeIndicator } from '#kernel/indicator/compute.ts'

export interface Split {
  readonly id: string
  readonly by: string
  readonly rows: readonly { readonly name: string; readonly value: number | null }[]
}
/** `{{ "reports.posts" | table: "unitId" }}`. */
export const namedSplits = (source: string): readonly { readonly id: string; readonly by: string }[] => {
  const found = [...source.matchAll(/["']([a-z][a-z-]*\.[a-z0-9-]+)["']\s*\|\s*table:\s*["']([A-Za-z]+)["']/g)]
  return [...new Map(found.map((m) => [`${m[1]} ${m[2]}`, { id: m[1] ?? '', by: m[2] ?? '' }])).values()]
}
const isUuid = /^[0-9a-f]{8}-/
/** Names of units, areas, accounts and choices; a key nobody knows stays as it is. */
const namesOf = async ({ tx, kernel, district }: WorkContext, by: string, keys: readonly string[]) => {
  const ids = keys.filter((k) => isUuid.test(k))
  const { rows } = await raw<{ key: string; name: string }>(
    tx,
    `select id::text as key, name from kernel.unit where district = $1 and id::text = any($2::text[])
     union all select id::text, name from reports.account where district = $1 and id::text = any($2::text[])
     union all select code, name from kernel.area where district = $1 and code = any($3::text[]) and valid_to is null`,
    [district, ids, keys],
  )
  const choices = kernel.definitions.flatMap((d: Definition) => Object.entries(d.spec.fields[by]?.spec.choices ?? {}))
  return new Map<string, string>([...choices, ...rows.map((r) => [r.key, r.name] as const)])
}
export const computeSplit = async (
  work: WorkContext,
  { id, by }: { readonly id: string; readonly by: string },
  from: Date,
  to: Date,
): Promise<Split | undefined> => {
  const { kernel, tx, district, now } = work
  const indicator = kernel.indicators.find((i) => i.id === id)
  const zone = kernel.calendar(district).zone
  let values = indicator ? await computeIndicator(tx, kernel, indicator, { district, from, to, now, by }, zone) : undefined
  if (!indicator)
    for (const source of kernel.domains.flatMap((d) => (d.figures ? [d.figures] : [])))
      values ??= (await source.find(work, id, { from, to, by }))?.values
  if (!values) return undefined
  const names = await namesOf(
    work,
    by,
    values.flatMap((v) => v.key ?? []),
  )
  const rows = values.map((v) => ({ name: v.key === null ? '未载明' : (names.get(v.key) ?? v.key), value: v.value }))
  return { id, by, rows: rows.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.name.localeCompare(b.name, 'zh')) }
}
