/** The journal for people's eyes: what changed, from what to what, by the names that screens use; personal data stay masked. */

import ExcelJS from 'exceljs'
import type { Transaction } from 'kysely'
import { wallText } from '../calendar/index.ts'
import type { FieldKind, FieldSpec } from '../define/field.ts'
import type { Definition } from '../define/table.ts'
import type { JournalEntry } from '../journal/chain.ts'
import type { Kernel } from '../kernel.ts'
import { maskEntry } from '../permission/mask.ts'
import { guardFormula, writeCell } from './cell.ts'
import type { Cell } from './columns.ts'
import { createTitles } from './names.ts'

export type TracedEntry = JournalEntry & { readonly hash: string }
export interface TraceLine {
  readonly zh: string
  /** Null for what was filled in beside the columns of the row. */
  readonly before: Cell
  readonly after: Cell
}
export interface Traced {
  readonly entry: TracedEntry
  readonly actionZh: string
  readonly lines: readonly TraceLine[]
}

const base = (kind: FieldKind, zh: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  kind,
  zh,
  isOptional: true,
  isUnique: false,
  isSearchable: false,
  ...more,
})
/** Columns that are no fields and that people know by a name; the engine's own stay out. */
const baseSpecs = (definition: Definition): Readonly<Record<string, FieldSpec>> => ({
  number: base('text', '编号'),
  ...(definition.primitive === 'procedure'
    ? {
        status: base('choice', '状态', {
          choices: Object.fromEntries(Object.entries(definition.spec.statuses).map(([status, { zh }]) => [status, zh])),
        }),
      }
    : {}),
  unitId: base('unit', '责任单位'),
  areaCode: base('area', '区域'),
  lon: base('number', '经度'),
  lat: base('number', '纬度'),
  dueAt: base('instant', '截止时间'),
  closedAt: base('instant', '办结时间'),
  retiredAt: base('instant', '注销时间'),
})
const registerActions: Readonly<Record<string, string>> = {
  create: '新增',
  edit: '修改',
  retire: '注销',
  add: '登记',
  record: '登记',
  move: '转派',
  correct: '更正',
  import: '导入',
}
const actionZh = (definition: Definition, action: string): string =>
  (definition.primitive === 'procedure' ? definition.actions[action]?.zh : undefined) ?? registerActions[action] ?? action
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Entries in words, in their order. An old value is known where the entry that set it is among those given.
 * @param entries of subjects of one definition; those of one subject oldest first
 */
export const traceEntries = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  definition: Definition,
  entries: readonly TracedEntry[],
): Promise<readonly Traced[]> => {
  const { zone } = kernel.calendar(entries[0]?.district ?? '')
  const own = Object.fromEntries(Object.entries(definition.spec.fields).map(([name, field]) => [name, field.spec]))
  const rows: Readonly<Record<string, FieldSpec>> = { ...own, ...baseSpecs(definition) }
  const formOf = (action: string): Readonly<Record<string, FieldSpec>> => {
    const form = definition.primitive === 'procedure' ? definition.actions[action]?.form : undefined
    return {
      ...own,
      reason: base('text', '说明'),
      ...Object.fromEntries(Object.entries(form ?? {}).map(([n, f]) => [n, f.spec])),
    }
  }
  const masked = entries.map((e) => maskEntry(definition, e))
  const titles = createTitles(kernel)
  for (const e of masked) {
    await titles.learn(tx, rows, [e.changes])
    await titles.learn(tx, formOf(e.action), [e.detail])
  }
  const cell = (spec: FieldSpec, value: unknown): Cell => writeCell(spec, value, titles.titleOf, zone)
  const states = new Map<string, Record<string, unknown>>()
  return masked.map((entry): Traced => {
    const state = states.get(entry.subjectId) ?? {}
    states.set(entry.subjectId, state)
    const changed = Object.entries(entry.changes).flatMap(([name, after]): TraceLine[] => {
      const before = state[name]
      state[name] = after
      const spec = rows[name]
      return spec && !isSame(before, after) ? [{ zh: spec.zh, before: cell(spec, before), after: cell(spec, after) }] : []
    })
    const filled = Object.entries(formOf(entry.action)).flatMap(([name, spec]): TraceLine[] =>
      entry.detail[name] === undefined || isSame(entry.detail[name], entry.changes[name])
        ? []
        : [{ zh: spec.zh, before: null, after: cell(spec, entry.detail[name]) }],
    )
    return { entry, actionZh: actionZh(definition, entry.action), lines: [...changed, ...filled] }
  })
}

const headers = ['序号', '时间', '办理人', '代谁办理', '动作', '项目', '原值', '新值', '上一环', '回执'] as const
const widths = [6, 20, 12, 12, 16, 18, 36, 36, 20, 68]
/** One line for each changed item, with the hashes by which anybody can check that nothing was left out. */
export const writeTraceBook = async (name: string, traced: readonly Traced[], zone: string): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = headers.map((header, i) => ({ header, width: widths[i] ?? 12 }))
  sheet.getRow(1).font = { bold: true }
  for (const { entry, actionZh: action, lines } of traced) {
    const behalf = typeof entry.detail.onBehalfOf === 'string' ? entry.detail.onBehalfOf : ''
    const head = [entry.seq, wallText(zone, entry.at), entry.actor.name, behalf, action]
    for (const line of lines.length > 0 ? lines : [{ zh: '', before: null, after: null }])
      sheet.addRow([...head, line.zh, line.before, line.after, entry.prevHash, entry.hash].map((c) => guardFormula(c)))
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
