/**
 * Fields: the vocabulary in which every register, record, procedure and form is written.
 * One field gives its column, its validation, its label, its form control and its import column.
 * Isomorphic: screens may import it (through `#kernel/contract`), so nothing here touches the database.
 */
import { z } from 'zod'

export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'integer'
  | 'flag'
  | 'date'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'code'
  | 'ref'
  | 'person'
  | 'unit'
  | 'area'
  | 'photos'
  | 'files'
  | 'limit'
  | 'json'

/** What is masked when a person without the right to see it looks: 姓名留姓, 手机留前三后四, 证件留前六后四, 地址到街道. */
export type PersonalKind = 'name' | 'phone' | 'idNumber' | 'address' | 'plate'

export interface FieldSpec {
  readonly kind: FieldKind
  readonly zh: string
  readonly en?: string
  readonly isOptional: boolean
  readonly isUnique: boolean
  readonly isSearchable: boolean
  readonly personal?: PersonalKind
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
  readonly maxLength?: number
  readonly pattern?: { readonly source: string; readonly zh: string }
  readonly choices?: Readonly<Record<string, string>>
  /** For `code`: the code list, or `domain.register.column`; for `ref`: the register or procedure id (`lighting.lamp`). */
  readonly target?: string
  /** For `ref`: the field of the same row that says of which register the row pointed at is, instead of `target`. */
  readonly targetBy?: string
  readonly help?: string
  readonly group?: string
  readonly isWide?: boolean
  /** Whole fen; typed and shown in 元. */
  readonly isMoney?: boolean
  /** A json field that is a plain list of texts. */
  readonly isList?: boolean
  /** A json field that is a table: the fields of one line. */
  readonly columns?: Fields
  /** A table with one line for each of these (or of what that field of the subject lists): its first column is given. */
  readonly eachOf?: readonly string[] | string
  /** A text chosen among what a table of the subject lists: table and column, `subs.name`. */
  readonly among?: string
  /** A json field that is an area drawn on the map: a GeoJSON Polygon or MultiPolygon, CGCS2000. */
  readonly isArea?: boolean
  /** An area that may be as small as one grid cell. */
  readonly isToCell?: boolean
  /** Handed on by whatever opens or writes it: no form asks a person. */
  readonly isGiven?: boolean
  /** Where the person who acts stands: the device fills it in, never what the subject says of its own place. */
  readonly isHere?: boolean
  /** A json field filled in by the form of the register whose id that field of the same form or subject holds. */
  readonly formOf?: string
}

/** Whether a form asks a person for it: not what only a program writes. */
export const isAsked = (
  spec: Pick<FieldSpec, 'kind' | 'isGiven' | 'isList' | 'isArea' | 'formOf'> & { readonly columns?: unknown },
): boolean => !spec.isGiven && (spec.kind !== 'json' || Boolean(spec.isList || spec.columns || spec.formOf || spec.isArea))

export interface Field<T> {
  readonly spec: FieldSpec
  /** Type carrier only; never set at run time. */
  readonly type?: T
  optional(): Field<T | null>
  /** At most one live row of the district may hold this value. */
  unique(): Field<T>
  /** Found by the list's search box. */
  searchable(): Field<T>
  personal(kind: PersonalKind): Field<T>
  help(text: string): Field<T>
  group(name: string): Field<T>
}

export type Fields = Readonly<Record<string, Field<unknown>>>
export type FieldValue<F> = F extends Field<infer T> ? T : never
export type RowOf<F extends Fields> = { readonly [K in keyof F]: FieldValue<F[K]> }
type OptionalKeys<F extends Fields> = { [K in keyof F]: null extends FieldValue<F[K]> ? K : never }[keyof F]
/** What a person must give: optional fields may be left out. */
export type InputOf<F extends Fields> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: FieldValue<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: FieldValue<F[K]>
}

/** The unit a person reads and writes: money is kept in fen and written in yuan. */
export const shownUnit = (spec: Pick<FieldSpec, 'isMoney' | 'unit'>): string | undefined => (spec.isMoney ? '元' : spec.unit)
/** The field of a spec that came over the wire. */
export const fieldOf = <T = unknown>(spec: FieldSpec): Field<T> => field<T>(spec)
const field = <T>(spec: FieldSpec): Field<T> => ({
  spec,
  optional: () => field<T | null>({ ...spec, isOptional: true }),
  unique: () => field<T>({ ...spec, isUnique: true }),
  searchable: () => field<T>({ ...spec, isSearchable: true }),
  personal: (personal) => field<T>({ ...spec, personal }),
  help: (help) => field<T>({ ...spec, help }),
  group: (group) => field<T>({ ...spec, group }),
})

type Extra = Partial<Omit<FieldSpec, 'kind' | 'zh'>>
const make = <T>(kind: FieldKind, zh: string, extra: Extra = {}): Field<T> =>
  field<T>({ kind, zh, isOptional: false, isUnique: false, isSearchable: false, ...extra })

export const text = (zh: string, extra: Extra = {}): Field<string> => make('text', zh, { maxLength: 256, ...extra })
export const longText = (zh: string, extra: Extra = {}): Field<string> =>
  make('longText', zh, { maxLength: 8000, isWide: true, ...extra })
export const number = (zh: string, extra: Extra = {}): Field<number> => make('number', zh, extra)
/** Two fields of a form: where the person who acts stands, as the phone says. */
export const here = {
  lon: number('所在经度', { min: -180, max: 180, decimals: 6, isHere: true }),
  lat: number('所在纬度', { min: -90, max: 90, decimals: 6, isHere: true }),
} as const
export const integer = (zh: string, extra: Extra = {}): Field<number> => make('integer', zh, extra)
/** An amount of money, kept in whole fen. */
export const money = (zh: string, extra: Extra = {}): Field<number> =>
  make('integer', zh, { unit: '分', min: 0, max: 2_000_000_000, isMoney: true, ...extra })
export const flag = (zh: string, extra: Extra = {}): Field<boolean> => make('flag', zh, extra)
/** A calendar day, `YYYY-MM-DD`. */
export const date = (zh: string, extra: Extra = {}): Field<string> => make('date', zh, extra)
/** A moment, ISO 8601 with zone on the wire. */
export const instant = (zh: string, extra: Extra = {}): Field<string> => make('instant', zh, extra)
export const choice = <C extends Readonly<Record<string, string>>>(
  zh: string,
  choices: C,
  extra: Extra = {},
): Field<keyof C & string> => make('choice', zh, { choices, ...extra })
export const choices = <C extends Readonly<Record<string, string>>>(
  zh: string,
  options: C,
  extra: Extra = {},
): Field<readonly (keyof C & string)[]> => make('choices', zh, { choices: options, ...extra })
/** The register and column behind a code list, where it is not one of the kernel's. */
export const codeColumn = (list: string): { readonly register: string; readonly column: string } | undefined => {
  const [domain, noun, column] = list.split('.')
  return domain && noun && column ? { register: `${domain}.${noun}`, column } : undefined
}
/** The code list of what the platform counts: no table, but the indicators as they are defined. */
export const indicatorList = 'indicator'
/** A code of a dated code list kept by the kernel (`kernel.code`), or of a column of a register (`enforcement.law.code`). */
export const code = (zh: string, list: string, extra: Extra = {}): Field<string> =>
  make('code', zh, { target: list, maxLength: 32, ...extra })
/** One of the platform's indicators, chosen by its name; kept as its id. */
export const figure = (zh: string, extra: Extra = {}): Field<string> => code(zh, indicatorList, { maxLength: 80, ...extra })
/** A row of a register or procedure, by id. Only a name: a domain may point at another's object without importing it. */
export const ref = (zh: string, target: string, extra: Extra = {}): Field<string> => make('ref', zh, { target, ...extra })
export const person = (zh: string, extra: Extra = {}): Field<string> => make('person', zh, extra)
export const unit = (zh: string, extra: Extra = {}): Field<string> => make('unit', zh, extra)
/** An area code of 6, 9, 12 or 15 digits. */
export const area = (zh: string, extra: Extra = {}): Field<string> => make('area', zh, { maxLength: 16, ...extra })
/** File ids of pictures; `least` many must be given. */
export const photos = (least: number, zh = '照片', extra: Extra = {}): Field<readonly string[]> =>
  make('photos', zh, { min: least, isWide: true, ...extra })
export const files = (least: number, zh = '附件', extra: Extra = {}): Field<readonly string[]> =>
  make('files', zh, { min: least, isWide: true, ...extra })
export const limitUnits = ['urgent_hour', 'urgent_day', 'work_hour', 'work_day', 'natural_day'] as const
export interface LimitValue {
  readonly value: number
  readonly unit: (typeof limitUnits)[number]
}
/** A time limit with its unit (GB/T 30428.8: 紧急工作时、紧急工作日、工作时、工作日、自然日). */
export const limit = (zh: string, extra: Extra = {}): Field<LimitValue> => make('limit', zh, extra)
/** A list of texts: names, ids, codes. */
export const list = (zh: string, extra: Extra = {}): Field<readonly string[]> => make('json', zh, { isList: true, ...extra })
/**
 * A table of details: one line for each thing judged, measured or listed; filled in line by line, never typed as text.
 * @param columns the fields of one line: texts, numbers, choices, dates, flags, people and units
 */
export const rows = <F extends Fields>(zh: string, columns: F, extra: Extra = {}): Field<readonly RowOf<F>[]> =>
  make('json', zh, { columns, isWide: true, ...extra })
/** The values of a row of the register that field `formOf` names, filled in by that register's own form. */
export const rowValues = (zh: string, formOf: string, extra: Extra = {}): Field<Readonly<Record<string, unknown>>> =>
  make('json', zh, { formOf, isWide: true, ...extra })
export interface AreaShape {
  readonly type: 'Polygon' | 'MultiPolygon'
  /** GeoJSON coordinates in CGCS2000. */
  readonly coordinates: readonly unknown[]
}
/** An area drawn on the map or read from a file. */
export const areaShape = (zh: string, extra: Extra = {}): Field<AreaShape> => make('json', zh, { isArea: true, ...extra })
/** Structured detail that only a program writes or reads: no form may ask for it. */
export const json = <T>(zh: string, extra: Extra = {}): Field<T> => make('json', zh, extra)

/** A missing value is asked for; a wrong one is explained. */
const wording = (spec: FieldSpec, wrong: string) => ({
  error: (issue: { readonly input?: unknown }) =>
    issue.input === undefined || issue.input === null ? `请填写${spec.zh}` : wrong,
})
const textSchema = (spec: FieldSpec): z.ZodType => {
  let schema = z.string(wording(spec, `${spec.zh}应为文字`)).trim()
  if (!spec.isOptional) schema = schema.min(1, `请填写${spec.zh}`)
  if (spec.maxLength !== undefined) schema = schema.max(spec.maxLength, `${spec.zh}不能超过${spec.maxLength}个字`)
  const { pattern } = spec
  if (!pattern) return schema
  const shape = new RegExp(pattern.source)
  return schema.refine((value) => value === '' || shape.test(value), pattern.zh)
}
const numberSchema = (spec: FieldSpec): z.ZodType => {
  let schema = z.number(wording(spec, `${spec.zh}应为数字`))
  if (spec.kind === 'integer') schema = schema.int(`${spec.zh}应为整数`)
  if (spec.min !== undefined) schema = schema.min(spec.min, `${spec.zh}不能小于${spec.min}${spec.unit ?? ''}`)
  if (spec.max !== undefined) schema = schema.max(spec.max, `${spec.zh}不能大于${spec.max}${spec.unit ?? ''}`)
  return schema
}
const choiceSchema = (spec: FieldSpec): z.ZodType => {
  const keys = Object.keys(spec.choices ?? {})
  return z.enum(keys as [string, ...string[]], wording(spec, `${spec.zh}应为:${Object.values(spec.choices ?? {}).join('、')}`))
}
const uuidSchema = (spec: FieldSpec): z.ZodType => z.uuid(wording(spec, `请选择${spec.zh}`))
const listSchema = (spec: FieldSpec, measure: string): z.ZodType =>
  z.array(z.uuid(), wording(spec, `${spec.zh}格式不对`)).min(spec.min ?? 0, `${spec.zh}至少${spec.min ?? 0}${measure}`)

const baseSchema: Readonly<Record<FieldKind, (spec: FieldSpec) => z.ZodType>> = {
  text: textSchema,
  longText: textSchema,
  code: textSchema,
  number: numberSchema,
  integer: numberSchema,
  flag: (spec) => z.boolean(wording(spec, `${spec.zh}应为是或否`)),
  date: (spec) => z.iso.date(wording(spec, `${spec.zh}应为日期,如 2026-11-21`)),
  instant: (spec) => z.iso.datetime({ offset: true, ...wording(spec, `${spec.zh}应为带时区的时间`) }),
  choice: choiceSchema,
  choices: (spec) => z.array(choiceSchema(spec), wording(spec, `${spec.zh}格式不对`)),
  ref: uuidSchema,
  person: uuidSchema,
  unit: uuidSchema,
  area: (spec) =>
    z
      .string(wording(spec, `${spec.zh}应为文字`))
      .regex(/^\d{6}(\d{3}(\d{3}(\d{3})?)?)?$/, `${spec.zh}应为6、9、12或15位区划网格代码`),
  photos: (spec) => listSchema(spec, '张'),
  files: (spec) => listSchema(spec, '个'),
  limit: () => z.object({ value: z.number().positive(), unit: z.enum(limitUnits) }),
  json: (spec) => {
    if (spec.columns) return tableSchema(spec, spec.columns)
    if (spec.isArea) return areaSchema(spec)
    return spec.isList ? z.array(z.string(), wording(spec, `${spec.zh}应为列表`)) : z.json({ error: `${spec.zh}格式不对` })
  },
}
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const areaSchema = (spec: FieldSpec): z.ZodType => {
  const ring = z.array(position).min(4)
  const error = `请在图上画出${spec.zh}`
  return z.union(
    [
      z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
    ],
    { error },
  )
}
/** A wrong cell is named by its line, as a person counts. */
const tableSchema = (spec: FieldSpec, columns: Fields): z.ZodType => {
  const line = z.strictObject(Object.fromEntries(Object.entries(columns).map(([name, f]) => [name, fieldSchema(f.spec)])), {
    error: `${spec.zh}格式不对`,
  })
  return z.array(z.unknown(), wording(spec, `${spec.zh}应为明细表`)).transform((lines, ctx) =>
    lines.map((value, i) => {
      const result = line.safeParse(value)
      if (result.success) return result.data
      for (const issue of result.error.issues)
        ctx.addIssue({ code: 'custom', message: `${spec.zh}第${i + 1}行:${issue.message}`, path: [i, ...issue.path] })
      return z.NEVER
    }),
  )
}

/** The validation of one field, in the user's words. An optional field left out or empty becomes null. */
export const fieldSchema = (spec: FieldSpec): z.ZodType => {
  const schema = baseSchema[spec.kind](spec)
  if (!spec.isOptional) return schema
  // The default answers for what is left out without asking the rest: most of a form is.
  return schema
    .nullish()
    .transform((value) => (value === undefined || value === '' ? null : value))
    .default(null)
}

/** The lines a table begins with: one for each thing that `eachOf` names, with its first column given. */
export const startingLines = (
  spec: Pick<FieldSpec, 'eachOf'>,
  firstColumn: string,
  subject: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] => {
  const listed = typeof spec.eachOf === 'string' ? subject[spec.eachOf] : spec.eachOf
  if (!Array.isArray(listed)) return []
  return listed.map((item: unknown) => ({
    [firstColumn]: typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[firstColumn] : item,
  }))
}

/** The schema of a whole form. Unknown keys are refused, so that a misspelt field is never lost in silence. */
export const fieldsSchema = <F extends Fields>(fields: F): z.ZodType<InputOf<F>> =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, f]) => [name, fieldSchema(f.spec)])),
  ) as unknown as z.ZodType<InputOf<F>>
