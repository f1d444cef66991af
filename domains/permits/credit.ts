/** 信用嵌入: what the grade of an applicant or hauler does at an item, as the bureau has configured it (credit.embedding), never in code. */
import type { Transaction } from 'kysely'
import { type Refusal, raw, refuse } from '#kernel'
import { fails, type Stated } from './kinds/kind.ts'

export interface CreditEffect {
  readonly name: string
  readonly grade: string
  readonly effect: 'deny' | 'slow' | 'fast' | 'deposit' | 'watch'
}
/** @param codes of those whose grade counts here; @param item the name of the item, as the point of embedding names it */
export const readCredit = async (
  tx: Transaction<unknown>,
  codes: readonly unknown[],
  item: unknown,
  day: string,
): Promise<readonly CreditEffect[]> =>
  (
    await raw<CreditEffect>(
      tx,
      `select s.name, s.grade, e.effect from credit.subject s
       join credit.embedding e on e.district = s.district and e.trade = s.trade and e.grade = s.grade and e.retired_at is null
       where s.code = any($1::text[]) and s.retired_at is null and e.process = 'permit' and e.point = $2 and e.is_on and e.valid_from <= $3::date
       order by s.grade desc, s.code`,
      [codes.filter((c) => typeof c === 'string'), String(item ?? ''), day],
    )
  ).rows
const effectsOf = (found: Stated): readonly CreditEffect[] => (found.credit ?? []) as readonly CreditEffect[]
export const refuseCredit = (found: Stated): Refusal | undefined => {
  const denied = effectsOf(found).find((e) => e.effect === 'deny')
  return denied ? fails(`${denied.name}信用为${denied.grade}级,按信用嵌入点不予准入、核准`) : undefined
}
/** 取消告知承诺、容缺便利. */
export const refuseShortcut = (credit: readonly CreditEffect[], mode: unknown): Refusal | undefined => {
  const slowed = mode === 'ordinary' ? undefined : credit.find((e) => e.effect === 'slow' || e.effect === 'deny')
  return slowed
    ? refuse('permits.mode', { why: `${slowed.name}信用为${slowed.grade}级,取消告知承诺、容缺便利,请按一般方式申请` })
    : undefined
}
