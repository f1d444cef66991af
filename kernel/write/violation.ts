import { isCheckViolation, isUniqueViolation, violatedConstraint } from '../db/index.ts'
import { type Definition, tableOf } from '../define/table.ts'
import { Refused, refuse } from '../errors.ts'
import { camel } from '../naming.ts'

/** What the database refuses, said in the words of the definition. */
export const refusalOfViolation = (
  definition: Definition,
  error: unknown,
  row: Readonly<Record<string, unknown>>,
): Refused | undefined => {
  const unique = isUniqueViolation(error) ? violatedConstraint(error) : undefined
  const table = tableOf(definition)
  if (unique) {
    const index = table.indexes.find((i) => i.name === unique)
    const names = (index?.columns ?? '')
      .split(', ')
      .filter((c) => c !== 'district')
      .map(camel)
    const labels = names.map((n) => definition.spec.fields[n]?.spec.zh ?? n).join('+')
    return new Refused(refuse('kernel.duplicate', { field: labels, value: names.map((n) => String(row[n] ?? '')).join(' ') }))
  }
  const check = isCheckViolation(error) ? violatedConstraint(error) : undefined
  if (!check) return undefined
  const name = check.replace(`${table.name}_`, '')
  const zh = definition.primitive === 'register' ? definition.spec.checks?.[name]?.zh : undefined
  return new Refused(refuse('kernel.check', { rule: zh ?? name }))
}
