/**
 * Rows as one array a column, in PostgreSQL's own binary form: the database copies what it is sent instead of parsing text, and
 * no column name is sent with every row (ADR 3 says what that is worth).
 * Form: https://www.postgresql.org/docs/15/protocol-message-formats.html, `array_recv` and the `…recv` of each type.
 */
import { camel } from '../naming.ts'

export type Row = Readonly<Record<string, unknown>>
export interface SentColumn {
  /** Property of the rows given. */
  readonly name: string
  /** Column as SQL writes it. */
  readonly sql: string
  /** SQL type; `jsontext` is jsonb whose text is made already. */
  readonly type: string
}
const parsed = new Map<string, readonly SentColumn[]>()
/** `'subject_id uuid, at timestamptz'` as columns; remembered. */
export const sentColumns = (text: string): readonly SentColumn[] => {
  const known = parsed.get(text)
  if (known) return known
  const made = text.split(', ').map((part) => {
    const [sql = '', type = ''] = part.split(' ')
    return { name: camel(sql), sql, type }
  })
  parsed.set(text, made)
  return made
}

/** A growing piece of memory; `at` is where the next byte goes. */
interface Out {
  bytes: Buffer
  at: number
}
const room = (out: Out, more: number): void => {
  if (out.at + more <= out.bytes.length) return
  const larger = Buffer.allocUnsafe(Math.max(out.bytes.length * 2, out.at + more))
  out.bytes.copy(larger, 0, 0, out.at)
  out.bytes = larger
}
const writeInt = (out: Out, value: number): void => {
  out.at = out.bytes.writeInt32BE(value, out.at)
}
const writeLong = (out: Out, value: number): void => {
  writeInt(out, Math.floor(value / 2 ** 32))
  out.at = out.bytes.writeUInt32BE(value - Math.floor(value / 2 ** 32) * 2 ** 32, out.at)
}
/** Text after its length. */
const writeText = (out: Out, text: string, lead = ''): void => {
  room(out, 5 + text.length * 3)
  const start = out.at
  out.at += 4
  if (lead) out.at += out.bytes.write(lead, out.at)
  out.at += out.bytes.write(text, out.at)
  out.bytes.writeInt32BE(out.at - start - 4, start)
}
/** The one version of jsonb's binary form there is, before the text. */
const writeJson = (out: Out, text: string): void => writeText(out, text, '\u0001')
const postgresEpochMs = Date.UTC(2000, 0, 1)
/** As `toISOString` writes it; any other text is the database's to read. */
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const msOf = (value: unknown): number => (value instanceof Date ? value.getTime() : Date.parse(String(value)))
const jsonOf = (value: unknown): string => JSON.stringify(value)

interface Binary {
  /** Type of the array's elements and its number in every PostgreSQL. */
  readonly type: string
  readonly oid: number
  readonly fits: (value: unknown) => boolean
  readonly write: (out: Out, value: unknown) => void
}
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const binary: Readonly<Record<string, Binary>> = {
  text: {
    type: 'text',
    oid: 25,
    fits: (v) => typeof v === 'string',
    write: (out, v) => writeText(out, v as string),
  },
  uuid: {
    type: 'uuid',
    oid: 2950,
    fits: (v) => typeof v === 'string' && uuidForm.test(v),
    write: (out, v) => {
      room(out, 20)
      writeInt(out, 16)
      out.at += out.bytes.write((v as string).replaceAll('-', ''), out.at, 'hex')
    },
  },
  int: {
    type: 'int',
    oid: 23,
    fits: (v) => typeof v === 'number' && (v | 0) === v,
    write: (out, v) => {
      room(out, 8)
      writeInt(out, 4)
      writeInt(out, v as number)
    },
  },
  bigint: {
    type: 'bigint',
    oid: 20,
    fits: (v) => Number.isSafeInteger(v),
    write: (out, v) => {
      room(out, 12)
      writeInt(out, 8)
      writeLong(out, v as number)
    },
  },
  boolean: {
    type: 'boolean',
    oid: 16,
    fits: (v) => typeof v === 'boolean',
    write: (out, v) => {
      room(out, 5)
      writeInt(out, 1)
      out.bytes[out.at++] = v ? 1 : 0
    },
  },
  timestamptz: {
    type: 'timestamptz',
    oid: 1184,
    fits: (v) => Number.isFinite(v instanceof Date || (typeof v === 'string' && instantForm.test(v)) ? msOf(v) : Number.NaN),
    write: (out, v) => {
      room(out, 12)
      writeInt(out, 8)
      writeLong(out, (msOf(v) - postgresEpochMs) * 1000)
    },
  },
  jsonb: {
    type: 'jsonb',
    oid: 3802,
    fits: () => true,
    write: (out, v) => writeJson(out, jsonOf(v)),
  },
  jsontext: {
    type: 'jsonb',
    oid: 3802,
    fits: (v) => typeof v === 'string',
    write: (out, v) => writeJson(out, v as string),
  },
}
const aliases: Readonly<Record<string, string>> = { integer: 'int', 'timestamp with time zone': 'timestamptz' }
const anyText = binary.text as Binary

const listText = (list: readonly unknown[]): string =>
  `{${list.map((v) => (v === null || v === undefined ? 'NULL' : `"${String(v).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`
/** A value as the text that the database reads for its column's type. */
const textOf = (value: unknown, type: string): string => {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && type.endsWith('[]')) return listText(value)
  return typeof value === 'object' ? jsonOf(value) : String(value)
}
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))

const headBytes = 20
const encode = (values: readonly unknown[], form: Binary): Buffer => {
  const out: Out = { bytes: Buffer.allocUnsafe(headBytes + values.length * 40), at: headBytes }
  let hasNull = 0
  let last: unknown
  let lastStart = 0
  let lastLength = 0
  for (const value of values) {
    if (isNothing(value)) {
      room(out, 4)
      writeInt(out, -1)
      hasNull = 1
    } else if (value === last) {
      // Most of a batch says the same as the row before: district, kind, instant.
      room(out, lastLength)
      out.bytes.copy(out.bytes, out.at, lastStart, lastStart + lastLength)
      out.at += lastLength
    } else {
      lastStart = out.at
      form.write(out, value)
      lastLength = out.at - lastStart
      last = value
    }
  }
  const { bytes } = out
  bytes.writeInt32BE(1, 0)
  bytes.writeInt32BE(hasNull, 4)
  bytes.writeInt32BE(form.oid, 8)
  bytes.writeInt32BE(values.length, 12)
  bytes.writeInt32BE(1, 16)
  return bytes.subarray(0, out.at)
}

export interface Sent {
  readonly param: Buffer | null
  /** What the parameter is cast to. */
  readonly type: string
  /** How the query reads the column, where it is not of its type yet. */
  readonly cast: string
}
/**
 * One column of all rows. A value that is not of its type's plain form (a fraction in a whole number's place, a list, a shape)
 * sends the column as text, for the database to read or to refuse.
 */
export const sendColumn = (rows: readonly Row[], { name, type }: SentColumn): Sent => {
  const values = rows.map((row) => row[name])
  const form = binary[aliases[type] ?? type]
  const isBinary = form && values.every((v) => isNothing(v) || form.fits(v))
  // Nothing at all is one null: a shorter list is filled with nulls.
  if (values.every(isNothing)) return { param: null, type: isBinary ? form.type : 'text', cast: isBinary ? '' : `::${type}` }
  if (isBinary) return { param: encode(values, form), type: form.type, cast: '' }
  const texts = values.map((v) => (isNothing(v) ? null : textOf(v, type)))
  return { param: encode(texts, anyText), type: 'text', cast: type === 'text' ? '' : `::${type === 'jsontext' ? 'jsonb' : type}` }
}
