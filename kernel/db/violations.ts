/** Reading the errors of PostgreSQL. They pass through unchanged everywhere; nothing is retried behind the caller's back. */

const field = (error: unknown, name: 'code' | 'constraint'): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

/** The five-character SQLSTATE, where the error came from the database. */
export const sqlState = (error: unknown): string | undefined => field(error, 'code')

/** Name of the constraint or unique index that was violated. */
export const violatedConstraint = (error: unknown): string | undefined => field(error, 'constraint')

const isViolation =
  (state: string) =>
  (error: unknown, constraint?: string): boolean =>
    sqlState(error) === state && (constraint === undefined || violatedConstraint(error) === constraint)

/** With a constraint name: only that one. */
export const isUniqueViolation = isViolation('23505')
export const isForeignKeyViolation = isViolation('23503')
export const isCheckViolation = isViolation('23514')
export const isNotNullViolation = isViolation('23502')
export const isExclusionViolation = isViolation('23P01')
/** A write across the row-level-security border, or a verb that was not granted (append-only tables). */
export const isPermissionViolation = isViolation('42501')
