/** Photos and papers named in a form must have been handed in: an address of nothing is refused before anything is written. */
import type { Fields } from '../define/field.ts'
import { reject } from '../errors.ts'

type Ask = (text: string, params: readonly unknown[]) => Promise<{ readonly rows: readonly { readonly id: string }[] }>

const fileFields = new WeakMap<Fields, readonly (readonly [name: string, zh: string])[]>()
const fileFieldsOf = (fields: Fields): readonly (readonly [name: string, zh: string])[] => {
  const known = fileFields.get(fields)
  if (known) return known
  const made = Object.entries(fields).flatMap(([name, { spec }]) =>
    spec.kind === 'photos' || spec.kind === 'files' ? [[name, spec.zh] as const] : [],
  )
  fileFields.set(fields, made)
  return made
}
/** The files a form names, with the labels of their fields. */
const namedFiles = (fields: Fields | undefined, values: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> => {
  const named = new Map<string, string>()
  for (const [name, zh] of fields ? fileFieldsOf(fields) : []) {
    const value = values[name]
    if (Array.isArray(value)) for (const id of value) named.set(String(id), zh)
  }
  return named
}

/** Refuses (`kernel.no-file`) a form that names a file this district does not have; those it names wait for no form any more. Without files nothing is asked. */
export const requireFiles = async (
  ask: Ask,
  fields: Fields | undefined,
  values: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const named = namedFiles(fields, values)
  if (named.size === 0) return
  const { rows } = await ask(
    `with u as (update kernel.file set waits_since = null where id = any($1::uuid[]) and waits_since is not null)
     select id from kernel.file where id = any($1::uuid[])`,
    [[...named.keys()]],
  )
  const known = new Set(rows.map((r) => r.id))
  for (const [id, field] of named) if (!known.has(id)) reject('kernel.no-file', { field })
}
