/** Code lists: dated reference data. Loading states what a list is from a day on; codes already known are left as they are. */
import { type Database, raw } from './db/index.ts'

export interface CodeFact {
  readonly list: string
  readonly code: string
  readonly zh: string
  readonly en?: string
  readonly parent?: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly validFrom: string
  readonly validTo?: string
  readonly source: string
}
/** @returns how many codes were new. */
export const loadCodes = async (db: Database, facts: readonly CodeFact[]): Promise<number> => {
  const rows = facts.map((f) => ({ ...f, valid_from: f.validFrom, valid_to: f.validTo ?? null }))
  const { count } = await raw(
    db.admin,
    `insert into kernel.code (list, code, valid_from, valid_to, zh, en, parent, attributes, source)
     select list, code, valid_from, valid_to, zh, en, parent, coalesce(attributes, '{}'), source
     from jsonb_to_recordset($1::jsonb) as x(list text, code text, valid_from date, valid_to date, zh text, en text, parent text, attributes jsonb, source text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  )
  return count
}
