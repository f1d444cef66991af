/**
 * 当时与现在: each frozen figure of a report recomputed as of its cut-off and as of now, with the facts that came late, were corrected or
 * taken away since. What the journal cannot explain is said to be so.
 */
import { raw, reject, systemActor, type WorkContext } from '#kernel'
import { computeIndicator, indicatorRows } from '#kernel/indicator/compute.ts'
import { aggregatesOf } from '#kernel/indicator/parts.ts'
import { asOf } from '#kernel/journal/as-of.ts'
import { type Figure, printFigure } from './figures.ts'

interface Report {
  readonly number: string
  readonly title: string
  readonly from: string
  readonly to: string
  readonly cutOffAt: Date | null
  readonly figures: readonly Figure[] | null
}
interface Found {
  readonly value: number | null
  readonly definition: string | null
  readonly ids: ReadonlySet<string>
  /** Only how many rows there are matters, not what stands in them. */
  readonly isCount: boolean
}
const mostRows = 20_000
const shownRows = 20
const instant = (day: string, plusDays = 0): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + plusDays * 86_400_000)

/** A figure and the rows behind it, read through a transaction that may show the past. */
const find = async (work: WorkContext, id: string, report: Report): Promise<Found> => {
  const { kernel, tx, district, now } = work
  const [from, to] = [instant(report.from), instant(report.to, 1)]
  const indicator = kernel.indicators.find((i) => i.id === id)
  if (indicator) {
    // Without a district the rows are counted, not the kept cells, which know only the present.
    const request = { district: '', from, to, now }
    const [own] = await computeIndicator(tx, kernel, indicator, request, kernel.calendar(district).zone)
    const sides = indicator.spec.of.kind === 'ratio' ? (['numerator', 'denominator'] as const) : (['numerator'] as const)
    const ids = new Set<string>()
    let definition: string | null = null
    for (const side of sides) {
      const found = await indicatorRows(tx, kernel, indicator, side, request, null, mostRows)
      definition = found.definition
      for (const row of found.rows) ids.add(`${side} ${String(row.id)}`)
    }
    return { value: own?.value ?? null, definition, ids, isCount: aggregatesOf(indicator).every((a) => a.kind === 'count') }
  }
  for (const source of kernel.domains.flatMap((d) => (d.figures ? [d.figures] : []))) {
    const own = await source.find(work, id, { from, to })
    if (!own) continue
    const found = await source.rows(work, id, 'numerator', { from, to })
    const ids = new Set((found?.rows ?? []).map((r) => `numerator ${String(r.id)}`))
    const isCount = !/求和|平均|最|中位|文字/.test(own.definition.split('公式:').at(-1) ?? '')
    return { value: own.values[0]?.value ?? null, definition: found?.definition ?? null, ids, isCount }
  }
  return { value: null, definition: null, ids: new Set(), isCount: true }
}

interface Told {
  readonly id: string
  readonly first: Date
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly changed: readonly string[]
}
/** The last word of the journal on each row since the cut-off, and when the row was first told of. */
const toldSince = async (work: WorkContext, ids: readonly string[], cutOff: Date): Promise<ReadonlyMap<string, Told>> => {
  const { rows } = await raw<Told>(
    work.tx,
    `select distinct on (j.subject_id) j.subject_id::text as id, (select min(f.at) from kernel.journal f where f.subject_id = j.subject_id) as first,
       j.at, j.actor_name as actor, j.action, (select coalesce(array_agg(k order by k), '{}') from jsonb_object_keys(j.changes) k) as changed
     from kernel.journal j where j.subject_id = any($1::uuid[]) and j.at > $2 order by j.subject_id, j.seq desc`,
    [ids, cutOff],
  )
  return new Map(rows.map((r) => [r.id, r]))
}
const bare = (key: string): string => key.split(' ')[1] ?? key
/** In words: 补录 a fact told only after the cut-off; 更正 one that was known and is another now. */
const why = (work: WorkContext, definition: string, told: Told | undefined, cutOff: Date, isIn: boolean): string => {
  if (!told) return '日志里没有记载:在平台之外改动,或随时间推移而变'
  const spec = work.kernel.definition(definition)
  const fields = told.changed.flatMap((name) => spec?.spec.fields[name]?.spec.zh ?? [])
  const isLate = told.first > cutOff
  const what = isLate ? '截止后补录' : isIn ? '截止后更正,计入' : '截止后更正或撤销,不再计入'
  return fields.length > 0 && !isLate ? `${what}(${fields.slice(0, 4).join('、')})` : what
}
const changesOf = async (work: WorkContext, then: Found, now: Found, cutOff: Date) => {
  const definition = now.definition ?? then.definition
  if (!definition) return []
  const added = [...now.ids].filter((id) => !then.ids.has(id))
  const gone = [...then.ids].filter((id) => !now.ids.has(id))
  const both = [...now.ids].filter((id) => then.ids.has(id))
  const told = await toldSince(work, [...new Set([...added, ...gone, ...both].map(bare))], cutOff)
  const line = (key: string, change: 'added' | 'removed' | 'changed', isIn: boolean) => {
    const one = told.get(bare(key))
    return {
      type: definition,
      id: bare(key),
      change,
      side: key.startsWith('denominator') ? '分母' : '分子',
      why: change === 'changed' ? '截止后更正,仍计入' : why(work, definition, one, cutOff, isIn),
      at: one?.at ?? null,
      actor: one?.actor ?? null,
    }
  }
  return [
    ...added.map((k) => line(k, 'added', true)),
    ...gone.map((k) => line(k, 'removed', false)),
    // Rows that stay in: their own number may be another now.
    ...(now.isCount ? [] : both.filter((k) => told.has(bare(k))).map((k) => line(k, 'changed', true))),
  ]
}
const verdict = (published: number | null, then: number | null, now: number | null): string => {
  if (then !== published) return '照日志重算当时与发布不符:数据曾在平台之外改动、事后按原时间导入,或口径已改'
  return now === then ? '一致' : '发布后有补录或更正'
}

export const thenAndNow = async (work: WorkContext, id: string) => {
  const { rows } = await raw<Report>(
    work.tx,
    `select number, title, "from_"::text as "from", "to_"::text as "to", cut_off_at as "cutOffAt", figures from reports.report where id = $1`,
    [id],
  )
  const report = rows[0] ?? reject('kernel.not-found', { what: '报告' })
  const { cutOffAt, figures } = report
  if (!cutOffAt || !figures) return reject('reports.not-frozen')
  const past: WorkContext = { ...work, actor: systemActor, now: cutOffAt, tx: asOf(work.tx, work.kernel, cutOffAt) }
  const present: WorkContext = { ...work, actor: systemActor }
  const lines: {
    zh: string
    published: string
    then: number | null
    now: number | null
    difference: number | null
    why: string
    changes: number
  }[] = []
  const facts: (Awaited<ReturnType<typeof changesOf>>[number] & { zh: string })[] = []
  for (const figure of figures) {
    const [then, now] = [await find(past, figure.id, report), await find(present, figure.id, report)]
    const isSame = then.value === now.value && then.ids.size === now.ids.size
    const changes = isSame && then.value === figure.value ? [] : await changesOf(present, then, now, cutOffAt)
    lines.push({
      zh: figure.zh,
      published: printFigure(figure),
      then: then.value,
      now: now.value,
      difference: now.value === null || figure.value === null ? null : Math.round((now.value - figure.value) * 1e6) / 1e6,
      why: verdict(figure.value, then.value, now.value),
      changes: changes.length,
    })
    facts.push(...changes.slice(0, shownRows).map((c) => ({ zh: figure.zh, ...c })))
  }
  return { number: report.number, title: report.title, cutOffAt, figures: lines, facts }
}
