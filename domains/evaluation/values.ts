/** Values of a scheme's items for every street of a period, from the indicator engine; read only. */
import { computeIndicator, dayOf, endOf, type Indicator, indicatorRows, type Kernel, many, one, startOf, type Tx } from '#kernel'
import type { Inputs, Item, Lines, Street, Value } from './scoring.ts'
import { sha256 } from './scoring.ts'

const mostRows = 100_000
export const streetsOn = (tx: Tx, day: string): Promise<readonly Street[]> =>
  many<Street>(
    tx,
    `select distinct on (c.street) c.street as area, coalesce(a.name, c.street) as name, c.class from evaluation.street_class c
     left join kernel.area a on a.code = c.street and a.valid_to is null
     where c.retired_at is null and c.valid_from <= $1::date and (c.valid_to is null or c.valid_to > $1::date) order by c.street, c.valid_from desc`,
    [day],
  )
export const linesOf = (kernel: Kernel, district: string, day: string): Lines => {
  const p = (name: string): number => kernel.parameters.value(district, `evaluation.${name}`, day)
  return {
    a: p('grade-a'),
    b: p('grade-b'),
    c: p('grade-c'),
    d: p('grade-d'),
    green: p('green-line'),
    red: p('red-line'),
    vetoCap: p('veto-cap'),
  }
}
export interface Period {
  readonly fromOn: string
  readonly toOn: string
}
interface Ask extends Period {
  readonly tx: Tx
  readonly kernel: Kernel
  readonly district: string
  readonly now: Date
  /** Ids of the rows behind each number, hashed; left out where only a ranking is asked for. */
  readonly withRows: boolean
}
const ownValue = async (ask: Ask, item: Item, indicator: Indicator, area: string): Promise<Value> => {
  const { tx, kernel, district, now } = ask
  const request = { from: startOf(ask.fromOn), to: endOf(ask.toOn), areaCode: area, district, now }
  const [found] = await computeIndicator(tx, kernel, indicator, request, kernel.calendar(district).zone)
  const side = indicator.spec.of.kind === 'ratio' ? 'denominator' : 'numerator'
  const ids = ask.withRows
    ? (await indicatorRows(tx, kernel, indicator, side, request, null, mostRows)).rows.map((r) => String(r.id)).sort()
    : []
  return {
    area,
    code: item.code,
    numerator: found?.numerator ?? 0,
    denominator: found?.denominator ?? null,
    value: found?.value ?? null,
    rows: ids.length,
    rowsHash: ask.withRows ? sha256(ids.join('\n')) : '',
  }
}
/** The latest locked result of another level that ends within the period. */
const mergedValue = async (ask: Ask, item: Item, area: string): Promise<Value> => {
  const found = await one<{ id: string; score: number }>(
    ask.tx,
    `select id, score::float8 as score from evaluation.result where street = $1 and level = $2 and to_on between $3::date and $4::date order by to_on desc, created_at desc limit 1`,
    [area, item.mergeLevel, ask.fromOn, ask.toOn],
  )
  return {
    area,
    code: item.code,
    numerator: found?.score ?? 0,
    denominator: null,
    value: found?.score ?? null,
    rows: found ? 1 : 0,
    rowsHash: sha256(found?.id ?? ''),
  }
}
export const valuesOf = async (ask: Ask, items: readonly Item[], streets: readonly Street[]): Promise<readonly Value[]> => {
  const values: Value[] = []
  for (const item of items) {
    const indicator = ask.kernel.indicators.find((i) => i.id === item.indicator)
    for (const { area } of streets)
      if (item.kind === 'merge') values.push(await mergedValue(ask, item, area))
      else if (indicator) values.push(await ownValue(ask, item, indicator, area))
  }
  return values
}
/** Everything a round is worked out from, at this moment. */
export const inputsOf = async (ask: Ask, scheme: Inputs['scheme'], items: readonly Item[]): Promise<Inputs> => {
  const streets = await streetsOn(ask.tx, ask.toOn)
  const sizes = await many<{ area: string; kind: string; value: number }>(
    ask.tx,
    `select distinct on (street, kind) street as area, kind, value::float8 as value from evaluation.exposure where retired_at is null and as_of <= $1::date order by street, kind, as_of desc`,
    [ask.toOn],
  )
  return {
    scheme,
    fromOn: ask.fromOn,
    toOn: ask.toOn,
    items,
    streets,
    values: await valuesOf(ask, items, streets),
    exposures: sizes.filter((s) => streets.some((t) => t.area === s.area)),
    adjustments: [],
    lines: linesOf(ask.kernel, ask.district, dayOf(ask.kernel, ask.district, ask.now)),
  }
}
