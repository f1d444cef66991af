/** A checked pack into a district, in one transaction: units, matters, ledger entries, histories, the dictionary. */
import type { Transaction } from 'kysely'
import { machineOf, readBook, readMetrics } from '#domains/statistics/dictionary.ts'
import { findFormulaFault } from '#domains/statistics/formula/evaluate.ts'
import { metricProcedure } from '#domains/statistics/metric.ts'
import { entry as entryRegister, frequencies, matter as matterRegister } from '#domains/statistics/registers.ts'
import { type ChangeSet, type Kernel, newRow, Refused, raw, refusalZh, systemActor, writeChanges } from '#kernel'
import { newId } from '#kernel/id.ts'
import { refusalOfViolation } from '#kernel/write/violation.ts'
import { cutTotal, dayOfRow, drawn } from './days.ts'
import { type Fault, PackError } from './faults.ts'
import { HistoryError, historyOf, type Scope } from './history.ts'
import { type Fact, isPlatform, type Pack } from './pack.ts'

export interface Loaded {
  readonly units: number
  readonly matters: number
  readonly entries: number
  /** Histories by definition id. */
  readonly histories: ReadonlyMap<string, number>
  readonly metrics: number
}
const batchSize = 1000
interface Job {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly district: string
  readonly pack: Pack
  readonly faults: Fault[]
}
const createUnits = ({ tx, district, pack }: Job) => {
  const known = new Map<string, string>()
  const find = async (name: string): Promise<string> => {
    const before = known.get(name)
    if (before) return before
    const { rows } = await raw<{ id: string }>(tx, 'select id from kernel.unit where district = $1 and name = $2', [
      district,
      name,
    ])
    const id = rows[0]?.id ?? newId()
    if (!rows[0])
      await raw(tx, 'insert into kernel.unit (district, id, name, kind, area_code) values ($1, $2, $3, $4, $1)', [
        district,
        id,
        name,
        name === pack.about.bureau ? '主管局' : '科室',
      ])
    known.set(name, id)
    return id
  }
  return { find, count: () => known.size }
}
const createPeople = ({ kernel, tx, district }: Job) => {
  const known = new Map<string, string>()
  return async (name: string): Promise<string> => {
    const before = known.get(name)
    if (before) return before
    const { rows } = await raw<{ id: string }>(tx, 'select id from kernel.person where district = $1 and name = $2 limit 1', [
      district,
      name,
    ])
    const id = rows[0]?.id ?? newId()
    if (!rows[0])
      await raw(tx, 'insert into kernel.person (district, id, name, is_disabled, created_at) values ($1, $2, $3, true, $4)', [
        district,
        id,
        name,
        kernel.now(),
      ])
    known.set(name, id)
    return id
  }
}
const flush = async (tx: Transaction<unknown>, sets: ChangeSet[], isAll = false): Promise<void> => {
  while (sets.length >= batchSize || (isAll && sets.length > 0)) await writeChanges(tx, sets.splice(0, batchSize))
}
/** `户{n}` counts up with the rows; `楼{n:24}` goes round after 24. */
const counted = (text: string, index: number): string =>
  text.replace(/\{n(?::(\d+))?\}/g, (_, most: string | undefined) => String((most ? index % Number(most) : index) + 1))

const writeMatters = async (job: Job, units: (name: string) => Promise<string>): Promise<ReadonlyMap<string, string>> => {
  const { kernel, tx, district, pack } = job
  const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
  const { rows } = await raw<{ id: string; name: string }>(
    tx,
    'select id, name from statistics.matter where district = $1 and retired_at is null',
    [district],
  )
  const ids = new Map(rows.map((m) => [m.name, m.id]))
  const sets: ChangeSet[] = []
  const add = (name: string, values: Readonly<Record<string, unknown>>, file: string, line: number): void => {
    if (ids.has(name)) return
    try {
      const { set, row } = newRow(ctx, matterRegister, { name, ...values }, { areaCode: district })
      sets.push(set)
      ids.set(name, row.id)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      job.faults.push({ file, line, zh: Object.values(error.refusal.fields ?? {}).join(';') || refusalZh(error.refusal) })
    }
  }
  for (const { line, cells } of pack.matters) {
    const frequency =
      Object.entries(frequencies).find(([k, zh]) => k === cells.frequency || zh === cells.frequency)?.[0] ?? 'each'
    const kinds = cells.kinds === '' ? null : cells.kinds.split('|')
    const owner = cells.owner === '' ? null : await units(cells.owner)
    add(cells.name, { measure: cells.measure, owner, frequency, kinds, note: cells.note || null }, 'matters.csv', line)
  }
  for (const { line, cells } of pack.facts)
    if (!isPlatform(cells.matter)) add(cells.matter, { measure: '项', frequency: 'each' }, 'facts.csv', line)
  await flush(tx, sets, true)
  return ids
}
interface Drawn {
  readonly day: string
  readonly quantity: number
  readonly yuan: number | null
  readonly index: number
}
function* rowsOf(fact: Fact, seed: string): Generator<Drawn> {
  const { cells, days, times, line } = fact
  const key = `${seed}/${line}`
  const totals = cells.total === '' ? undefined : cutTotal(cells.total, times, key)
  const money = cells.amount === '' ? undefined : cutTotal(Number(cells.amount).toFixed(2), times, `${key}/m`)
  const each = cells.quantity === '' ? 1 : Number(cells.quantity)
  for (let index = 0; index < times; index += 1)
    yield {
      index,
      day: days.from === days.to ? days.from : dayOfRow(days, index, times, key),
      quantity: totals ? (totals[index] ?? 0) : each,
      yuan: money ? (money[index] ?? 0) : null,
    }
}
/** What a list shows of a row: what it is, and the remark (示例). */
const noteOf = ({ matter, kind, result, note }: Fact['cells'], index: number): string =>
  `${[matter, kind, result]
    .filter((t) => t !== '')
    .map((t) => counted(t, index))
    .join(' ')}${note === '' ? '' : `(${counted(note, index)})`}`.slice(0, 200)
const writeEntries = async (
  job: Job,
  ids: ReadonlyMap<string, string>,
  units: (name: string) => Promise<string>,
): Promise<number> => {
  const { kernel, tx, district, pack } = job
  const ctx = { kernel, tx, district, now: kernel.now(), actor: { ...systemActor, name: '历史数据装入' } }
  const sets: ChangeSet[] = []
  let count = 0
  for (const fact of pack.facts) {
    const { cells } = fact
    const matter = ids.get(cells.matter)
    if (isPlatform(cells.matter) || !matter) continue
    const unit = cells.unit === '' ? null : await units(cells.unit)
    const text = (value: string, index: number): string | null => (value === '' ? null : counted(value, index))
    try {
      for (const { day, quantity, yuan, index } of rowsOf(fact, pack.about.id)) {
        const values = {
          matter,
          happenedOn: day,
          quantity,
          kind: text(cells.kind, index),
          result: text(cells.result, index),
          subject: text(cells.subject, index),
          place: text(cells.place, index),
          amountFen: yuan === null ? null : Math.round(yuan * 100),
          unit,
          attributes: fact.attributes.length > 0 ? fact.attributes.map(([k, v]) => `${k}=${counted(v, index)}`) : null,
          document: text(cells.document, index),
          note: noteOf(cells, index),
          evidence: null,
        }
        sets.push(newRow(ctx, entryRegister, values, { areaCode: cells.area || district }).set)
        count += 1
        await flush(tx, sets)
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      job.faults.push({
        file: 'facts.csv',
        line: fact.line,
        zh: Object.values(error.refusal.fields ?? {}).join(';') || refusalZh(error.refusal),
      })
    }
  }
  await flush(tx, sets, true)
  return count
}
const writeHistories = async (job: Job, scope: Scope): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>()
  for (const fact of job.pack.facts) {
    const { cells, line } = fact
    if (!isPlatform(cells.matter)) continue
    const definition = job.kernel.definition(cells.matter)
    if (!definition) {
      job.faults.push({ file: 'facts.csv', line, zh: `平台没有“${cells.matter}”;应为统计事项的名称,或 cases.case 这样的编号` })
      continue
    }
    const sets: ChangeSet[] = []
    try {
      for (const { day, index, yuan } of rowsOf(fact, job.pack.about.id)) {
        const values = fact.attributes.map(
          ([k, v]) =>
            [
              k,
              counted(v, index)
                .replaceAll('{on}', day)
                .replaceAll('{amount}', String(yuan ?? 0)),
            ] as const,
        )
        sets.push(await historyOf(scope, definition, { day, values, areaCode: cells.area || null }))
        await flush(job.tx, sets)
      }
      await flush(job.tx, sets, true)
      counts.set(definition.id, (counts.get(definition.id) ?? 0) + fact.times)
    } catch (error) {
      const refused = refusalOfViolation(definition, error, {})
      if (!(error instanceof HistoryError) && !refused) throw error
      const zh = refused
        ? `${refusalZh(refused.refusal)};这几栏各行要不同或要合规则,请在 attributes 里写明(可用 {n})`
        : (error as Error).message
      job.faults.push({ file: 'facts.csv', line, zh })
      // The database takes nothing more in a transaction that it has refused.
      if (refused) throw new PackError(job.faults)
    }
  }
  return counts
}
const writeMetrics = async (job: Job, scope: Scope): Promise<number> => {
  const { pack, tx, kernel, district, faults } = job
  const sets: ChangeSet[] = []
  for (const { cells } of pack.metrics) {
    const values: [string, string][] = [
      ['状态', 'active'],
      ['code', cells.id],
      ['name', cells.zh],
      ['unit', cells.unit],
      ['decimals', cells.decimals || '0'],
      ['formula', cells.formula],
      ['definition', cells.definition || `${cells.zh}(按公式)`],
      ['owner', cells.owner],
      ['form', cells.form],
      ['step', cells.step],
      ['goal', cells.target],
    ]
    sets.push(await historyOf(scope, metricProcedure, { day: pack.days.from, values, areaCode: null }))
  }
  await flush(tx, sets, true)
  const metrics = await readMetrics(tx, district)
  const machine = machineOf(tx, await readBook(kernel, tx, district), metrics)
  for (const { line, cells } of pack.metrics) {
    const fault = findFormulaFault(machine, cells.formula, cells.id)
    if (fault !== undefined) faults.push({ file: 'metrics.csv', line, zh: `${cells.id}:${fault}` })
  }
  return pack.metrics.length
}
/** The pack's outline becomes a template a writer may choose. */
const writeOutline = async ({ pack, kernel, tx, district }: Job): Promise<void> => {
  const definition = kernel.definition('reports.outline')
  if (pack.outline === '' || definition?.primitive !== 'register') return
  const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
  // The title is the report's own.
  const body = pack.outline.replace(/^# .*\n(---\n)?/, '')
  const values = {
    name: `${pack.about.title}(${pack.about.id})`,
    kind: pack.about.kind,
    body,
    note: pack.about.sources.join(';').slice(0, 200) || null,
  }
  await writeChanges(tx, [newRow(ctx, definition, values, { areaCode: district }).set])
}
export const isLoaded = async (kernel: Kernel, district: string, pack: Pack): Promise<boolean> => {
  const codes = pack.metrics.map((m) => m.cells.id)
  return kernel.db.withDistricts([district], async (tx) => {
    const { rows } = await raw(tx, 'select 1 from statistics.metric where district = $1 and code = any($2::text[]) limit 1', [
      district,
      codes,
    ])
    return rows.length > 0
  })
}
/** All or nothing. @throws PackError where the database knows better than the files. */
export const loadPack = (kernel: Kernel, district: string, pack: Pack): Promise<Loaded> =>
  kernel.db.withDistricts([district], async (tx) => {
    const job: Job = { kernel, tx, district, pack, faults: [] }
    const units = createUnits(job)
    await units.find(pack.about.bureau)
    const scope: Scope = {
      kernel,
      tx,
      district,
      refs: new Map(),
      units: units.find,
      people: createPeople(job),
      serial: Math.floor(drawn(pack.about.id) * 9) * 100_000,
    }
    const ids = await writeMatters(job, units.find)
    const entries = await writeEntries(job, ids, units.find)
    const histories = await writeHistories(job, scope)
    const metrics = await writeMetrics(job, scope)
    await writeOutline(job)
    if (job.faults.length > 0) throw new PackError(job.faults)
    return { units: units.count(), matters: ids.size, entries, histories, metrics }
  })
