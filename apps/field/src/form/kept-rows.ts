/** Rows that forms name, read ahead so that they can be picked where there is no network. */
import { listRows } from '#kernel/web/api.ts'
import { codeOptions } from '#kernel/web/codes.ts'
import { useMeta } from '#kernel/web/meta.ts'
import type { FieldMeta, Row } from '#kernel/web/types.ts'
import { findKept, keep } from '../store/kept.ts'

const mostRows = 500
const freshMs = 12 * 3_600_000
const keyOf = (target: string): string => `staff rows ${target}`
/** The newest rows of a definition as they were last read. */
export const findKeptRows = async (target: string): Promise<readonly Row[]> =>
  (await findKept<readonly Row[]>(keyOf(target)))?.value ?? []
const keepRows = async (target: string): Promise<void> => {
  const known = await findKept(keyOf(target))
  if (known && known.at > Date.now() - freshMs) return
  const { rows } = await listRows(target, { limit: mostRows })
  await keep(keyOf(target), rows)
}
/** A row entered here is in the list at once. */
export const addKeptRow = async (target: string, row: Row): Promise<void> => {
  await keep(keyOf(target), [row, ...(await findKeptRows(target))])
}
const targetsOf = (fields: readonly FieldMeta[]): readonly string[] =>
  fields.flatMap((f) => [...(f.kind === 'ref' && f.target ? [f.target] : []), ...targetsOf(f.columns ?? [])])
/** Reads what these forms may name; forms of what may be entered on the way (a new party) included. */
export const readListsAhead = async (forms: readonly (readonly FieldMeta[])[]): Promise<void> => {
  const meta = useMeta()
  for (const fields of forms) for (const f of fields) if (f.kind === 'code' && f.target) codeOptions(f.target)
  for (const target of new Set(forms.flatMap(targetsOf))) if (meta.definition(target)) await keepRows(target)
}
