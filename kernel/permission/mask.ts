/** Personal data is masked by default: 姓名留姓, 手机前三后四, 证件前六后四, 地址到街道门牌前, 车牌留前二后二 (个人信息保护法 51; GB/T 35273). */
import type { Fields, PersonalKind } from '../define/field.ts'
import type { Definition } from '../define/table.ts'
import type { JournalEntry } from '../journal/chain.ts'

const stars = (n: number): string => '*'.repeat(Math.max(1, n))
const masks: Readonly<Record<PersonalKind, (v: string) => string>> = {
  name: (v) => `${v.slice(0, 1)}${stars(v.length - 1)}`,
  phone: (v) => (v.length < 8 ? stars(v.length) : `${v.slice(0, 3)}${stars(v.length - 7)}${v.slice(-4)}`),
  idNumber: (v) => (v.length < 11 ? stars(v.length) : `${v.slice(0, 6)}${stars(v.length - 10)}${v.slice(-4)}`),
  address: (v) => `${v.replace(/\d+.*$/, '')}${/\d/.test(v) ? '***' : ''}`,
  plate: (v) => (v.length < 5 ? stars(v.length) : `${v.slice(0, 2)}${stars(v.length - 4)}${v.slice(-2)}`),
}
export const mask = (kind: PersonalKind, value: string): string => (value === '' ? '' : masks[kind](value))

/** The row with every personal field masked. */
export const maskRow = <T extends Readonly<Record<string, unknown>>>(fields: Fields, row: T): T => {
  const out: Record<string, unknown> = { ...row }
  for (const [name, field] of Object.entries(fields)) {
    const value = out[name]
    if (field.spec.personal && typeof value === 'string') out[name] = mask(field.spec.personal, value)
  }
  return out as T
}
export const isPersonal = (fields: Fields, name: string): boolean => fields[name]?.spec.personal !== undefined
/** A journal entry with the personal fields masked, those of the filled form too. */
export const maskEntry = <T extends Pick<JournalEntry, 'action' | 'changes' | 'detail'>>(definition: Definition, entry: T): T => {
  const { fields } = definition.spec
  const form = definition.primitive === 'procedure' ? definition.actions[entry.action]?.form : undefined
  return { ...entry, changes: maskRow(fields, entry.changes), detail: maskRow({ ...fields, ...form }, entry.detail) }
}
