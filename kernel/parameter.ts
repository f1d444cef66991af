/** Thresholds, weights and local limits: dated values with unit and source, defaults given where they are used, never constants in code. */
import { type Database, raw } from './db/index.ts'

export interface Parameter {
  readonly name: string
  readonly zh: string
  readonly value: number
  readonly unit: string
  readonly source: string
}
const defaults = new Map<string, Parameter>()
/** States a parameter with its default; a district may date another value. */
export const defineParameters = <P extends readonly Parameter[]>(parameters: P): P => {
  for (const p of parameters) defaults.set(p.name, p)
  return parameters
}
export const allParameters = (): readonly Parameter[] => [...defaults.values()]

export interface ParameterBook {
  /** The value in force in a district on a day (`YYYY-MM-DD`). */
  readonly value: (district: string, name: string, on: string) => number
  /** The district's own dated value, or undefined. */
  readonly find: (district: string, name: string, on: string) => number | undefined
  readonly reload: () => Promise<void>
}
interface Dated {
  readonly validFrom: string
  readonly value: number
}
export const createParameterBook = async (db: Database): Promise<ParameterBook> => {
  let dated = new Map<string, Dated[]>()
  const reload = async () => {
    const { rows } = await raw<{ district: string; name: string; valid_from: string; value: number }>(
      db.admin,
      'select district, name, valid_from, value from kernel.parameter order by valid_from',
      [],
    )
    dated = new Map()
    for (const r of rows) {
      const key = `${r.district} ${r.name}`
      dated.set(key, [...(dated.get(key) ?? []), { validFrom: r.valid_from, value: Number(r.value) }])
    }
  }
  await reload()
  const find: ParameterBook['find'] = (district, name, on) =>
    dated.get(`${district} ${name}`)?.findLast((d) => d.validFrom <= on)?.value
  return {
    reload,
    find,
    value: (district, name, on) => {
      const value = find(district, name, on) ?? defaults.get(name)?.value
      if (value === undefined) throw new Error(`unknown parameter ${name}`)
      return value
    },
  }
}
