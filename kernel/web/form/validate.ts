/** The same checks as the server makes, made before sending: sentences under the field. */
import { type FieldSpec, fieldOf, fieldSchema, startingLines } from '../../contract.ts'
import { t } from '../i18n/index.ts'
import type { FieldMeta } from '../types.ts'

export type Values = Record<string, unknown>
const specOf = (field: FieldMeta): FieldSpec => ({
  ...field,
  choices: field.choices ? Object.fromEntries(field.choices.map((c) => [c.value, c.zh])) : undefined,
  columns: field.columns ? Object.fromEntries(field.columns.map((c) => [c.name, fieldOf(specOf(c))])) : undefined,
})
/**
 * What a form begins with: what the subject already says, and one line for each thing to be judged. A form about one line of the
 * subject's table begins empty: the subject's own name and percent are not the line's.
 */
export const startingValues = (fields: readonly FieldMeta[], subject: Readonly<Values>): Values => {
  const known: Readonly<Values> = fields.some((f) => f.among) ? {} : subject
  return Object.fromEntries(
    fields
      .filter((f) => f.kind !== 'photos' && f.kind !== 'files' && !f.personal && !f.isHere)
      .flatMap((f): [string, unknown][] => {
        const value = known[f.name]
        const first = f.columns?.[0]
        if (first && f.eachOf && !(Array.isArray(value) && value.length > 0))
          return [[f.name, startingLines(f, first.name, subject)]]
        return f.name in known ? [[f.name, value]] : []
      }),
  )
}
/** What a field that names a line of the subject's table may say, in the table's order. */
export const amongOf = (field: Pick<FieldMeta, 'among'>, subject: Readonly<Values>): readonly string[] => {
  const [table = '', column = ''] = (field.among ?? '').split('.')
  const lines = subject[table]
  return Array.isArray(lines) ? lines.map((line: Values) => String(line[column] ?? '')) : []
}
export const fieldError = (field: FieldMeta, value: unknown): string => {
  const isEmpty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (isEmpty && field.isOptional) return ''
  if (isEmpty && field.kind !== 'photos' && field.kind !== 'files') return t('field.required', { name: field.zh })
  if (isEmpty && !field.min) return ''
  const result = fieldSchema(specOf(field)).safeParse(value ?? [])
  return result.success ? '' : (result.error.issues[0]?.message ?? '')
}
export const formErrors = (fields: readonly FieldMeta[], values: Values): Record<string, string> =>
  Object.fromEntries(fields.flatMap((f) => (fieldError(f, values[f.name]) ? [[f.name, fieldError(f, values[f.name])]] : [])))
/** What is sent: only fields of the form, empty ones left out; a required list that may be empty is sent empty. */
export const filledValues = (fields: readonly FieldMeta[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap((f): [string, unknown][] => {
      const value = values[f.name]
      if (value === undefined || value === null || value === '')
        return (f.kind === 'photos' || f.kind === 'files') && !f.isOptional ? [[f.name, []]] : []
      return [[f.name, value]]
    }),
  )
