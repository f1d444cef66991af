/** Refusals of credit. */
import { defineErrors } from '#kernel/contract'

const of = (status: 403 | 409 | 422, zh: string, en: string) => ({ status, zh, en }) as const
export const creditErrors = defineErrors({
  'credit.scheme': of(422, '{why}', '{why}'),
  'credit.person': of(422, '“{item}”没有对个人归集的法律依据,不得记入个人信用', 'No legal basis to keep this about a person'),
  'credit.same-person': of(409, '{role}不能与{other}是同一人', '{role} and {other} must be two people'),
  'credit.repair': of(409, '还不能修复:{why}(信用修复管理办法)', 'Cannot be repaired yet: {why}'),
  'credit.basis': of(422, '没有法律法规依据的不得惩戒:{why}', 'No measure without a legal basis: {why}'),
  'credit.before': of(409, '{why}', '{why}'),
  'credit.field': of(422, '{why}', '{why}'),
})
