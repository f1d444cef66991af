/**
 * Importing a sheet into a register: each row checked as the form would check it, good ones written in batches of one statement,
 * bad ones handed back. A batch that the database refuses is halved until the guilty row stands alone; its neighbours go in.
 */
import { audit } from '../audit.ts'
import type { WorkContext } from '../context.ts'
import { isCheckViolation, isUniqueViolation } from '../db/index.ts'
import type { Fields } from '../define/field.ts'
import type { Actor } from '../define/procedure.ts'
import type { Register } from '../define/register.ts'
import { Refused, refusalZh } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { permit, type Who } from '../permission/permit.ts'
import { writeVerb } from '../permission/verbs.ts'
import { newRow } from '../register/edit.ts'
import { type ChangeSet, writeChanges } from '../write/changes.ts'
import { refusalOfViolation } from '../write/violation.ts'
import type { RowError } from './contract.ts'
import { type Candidate, createPrinter, findKnown, keyText, rememberRows, uniqueKeys } from './known.ts'
import { loadNameBook } from './names.ts'
import { layoutOf, messagesOf, namesIn, type Reading, readRow, withoutHelp } from './rows.ts'
import type { Sheet, SheetRow } from './sheet.ts'

const batchSize = 500
export interface ImportOrder {
  readonly kernel: Kernel
  readonly district: string
  readonly actor: Actor
  /** Whose jurisdiction every row must lie in; null: the system's own. */
  readonly who: Who | null
  readonly definition: Register<Fields>
  readonly sheet: Sheet
  /** Called after every batch; may throw to stop. What is written stays written. */
  readonly onProgress?: (rows: number) => Promise<void>
}
export interface Imported {
  readonly total: number
  readonly added: number
  readonly known: number
  readonly errors: readonly RowError[]
}
interface Checked extends Candidate {
  readonly set: ChangeSet
}
interface Tally {
  added: number
  known: number
  readonly errors: RowError[]
}

const inDistrict = <T>({ kernel, district, actor }: ImportOrder, run: (ctx: WorkContext) => Promise<T>): Promise<T> =>
  kernel.db.withDistricts([district], (tx) => run({ kernel, tx, district, actor, now: kernel.now() }))

/** The area of a row must be the importer's to write in. */
const checkJurisdiction = ({ who, definition }: ImportOrder, areaCode: unknown): void => {
  if (!who || typeof areaCode !== 'string') return
  const permission = permit(who, writeVerb(definition.id), { areaCode })
  if ('refusal' in permission) throw new Refused(permission.refusal)
}
/** Checks one row as `createRow` would. */
const check = (
  ctx: WorkContext,
  order: ImportOrder,
  reading: Reading,
  row: SheetRow,
  print: (content: unknown) => string,
): Checked | RowError => {
  const read = readRow(row, reading)
  if ('messages' in read) return { row: row.number, messages: [...read.messages] }
  try {
    const made = newRow(ctx, order.definition, read.values, read.place)
    checkJurisdiction(order, made.row.areaCode)
    return { number: row.number, row: made.row, set: made.set, print: print([read.values, read.place]) }
  } catch (error) {
    if (error instanceof Refused) return { row: row.number, messages: [...messagesOf(error)] }
    throw error
  }
}

/** A key that occurs twice in one sheet: the second is a mistake of the sheet, not known from before. */
const createTwinFinder = (definition: Register<Fields>) => {
  const keys = uniqueKeys(definition)
  const seen = new Map<string, number>()
  return (candidate: Candidate): number | undefined => {
    const texts = keys.flatMap((key, index) => {
      const text = keyText(key, candidate.row)
      return text === undefined ? [] : [`${index} ${text}`]
    })
    const twin = texts.map((text) => seen.get(text)).find((number) => number !== undefined)
    if (twin === undefined) for (const text of texts) seen.set(text, candidate.number)
    return twin
  }
}

const write = (order: ImportOrder, rows: readonly Checked[]): Promise<void> =>
  inDistrict(order, async (ctx) => {
    await writeChanges(
      ctx.tx,
      rows.map((row) => row.set),
    )
    await rememberRows(ctx, order.definition, rows)
  })
const isViolation = (error: unknown): boolean => isUniqueViolation(error) || isCheckViolation(error)
const writeOrHalve = async (order: ImportOrder, rows: readonly Checked[], tally: Tally): Promise<void> => {
  const [first] = rows
  if (!first) return
  try {
    await write(order, rows)
    tally.added += rows.length
  } catch (error) {
    if (!isViolation(error)) throw error
    if (rows.length > 1) {
      const middle = rows.length >> 1
      await writeOrHalve(order, rows.slice(0, middle), tally)
      await writeOrHalve(order, rows.slice(middle), tally)
      return
    }
    // Somebody entered it a moment ago.
    if (isUniqueViolation(error)) tally.known += 1
    else
      tally.errors.push({
        row: first.number,
        messages: [refusalZh((refusalOfViolation(order.definition, error, first.row) ?? reraise(error)).refusal)],
      })
  }
}
const reraise = (error: unknown): never => {
  throw error
}

const importBatch = async (
  order: ImportOrder,
  reading: Reading,
  rows: readonly SheetRow[],
  tools: { readonly print: (content: unknown) => string; readonly twinOf: (candidate: Candidate) => number | undefined },
  tally: Tally,
): Promise<void> => {
  const fresh: Checked[] = []
  await inDistrict(order, async (ctx) => {
    const good: Checked[] = []
    for (const row of rows) {
      const checked = check(ctx, order, reading, row, tools.print)
      if ('messages' in checked) {
        tally.errors.push(checked)
        continue
      }
      const twin = tools.twinOf(checked)
      if (twin === undefined) good.push(checked)
      else tally.errors.push({ row: row.number, messages: [`与第${twin}行重复`] })
    }
    const known = await findKnown(ctx, order.definition, good)
    tally.known += known.size
    for (const candidate of good.filter(({ number }) => !known.has(number))) {
      const rule = await order.definition.spec.refuses?.(candidate.row, ctx)
      if (rule) tally.errors.push({ row: candidate.number, messages: [rule] })
      else fresh.push(candidate)
    }
  })
  await writeOrHalve(order, fresh, tally)
}

/** Reads, checks and writes the whole sheet. Refuses it as a whole only for its columns. */
export const importSheet = async (order: ImportOrder): Promise<Imported> => {
  const { kernel, district, definition, sheet } = order
  const layout = layoutOf(definition, sheet.header)
  const rows = withoutHelp(sheet, layout)
  const names = await inDistrict(order, ({ tx }) => loadNameBook(tx, kernel, namesIn(rows, layout)))
  const reading: Reading = { definition, layout, names, zone: kernel.calendar(district).zone, district }
  const tools = { print: createPrinter(), twinOf: createTwinFinder(definition) }
  const tally: Tally = { added: 0, known: 0, errors: [] }
  for (let at = 0; at < rows.length; at += batchSize) {
    const batch = rows.slice(at, at + batchSize)
    await importBatch(order, reading, batch, tools, tally)
    await order.onProgress?.(batch.length)
  }
  await inDistrict(order, (ctx) =>
    audit(ctx, 'import', {
      definition: definition.id,
      total: rows.length,
      added: tally.added,
      known: tally.known,
      refused: tally.errors.length,
    }),
  )
  return { total: rows.length, added: tally.added, known: tally.known, errors: tally.errors.sort((a, b) => a.row - b.row) }
}
