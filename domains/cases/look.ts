/** What actions of a case look up before they act. */
import type { Transaction } from 'kysely'
import { dayText, type LimitValue, raw } from '#kernel'
import { type DutyEntry, resolveDuty } from './duty.ts'

export interface ConditionFound {
  readonly kind: string
  readonly category: string
  readonly limit: LimitValue
  readonly isActive: boolean
}
export const findCondition = async (tx: Transaction<unknown>, id: string): Promise<ConditionFound | undefined> => {
  const { rows } = await raw<ConditionFound>(
    tx,
    'select kind, category, limit_ as "limit", is_active as "isActive" from cases.condition where id = $1 and retired_at is null',
    [id],
  )
  return rows[0]
}
export const loadDuties = async (tx: Transaction<unknown>): Promise<readonly DutyEntry[]> => {
  const { rows } = await raw<DutyEntry>(
    tx,
    `select id, kind, coalesce(category_prefix, '') as "categoryPrefix", area_prefix as "areaPrefix", unit as "unitId", role, valid_from as "validFrom", valid_to as "validTo" from cases.duty where retired_at is null`,
    [],
  )
  return rows
}
export interface DutyQuestion {
  readonly kind: string | null
  readonly category: string | null
  readonly areaCode: string | null
  readonly day: Date
}
export const findDutyUnits = async (
  tx: Transaction<unknown>,
  question: DutyQuestion,
): Promise<{ readonly lead: string | null; readonly assist: readonly string[] }> => {
  if (!question.kind || !question.category || !question.areaCode) return { lead: null, assist: [] }
  const day = dayText(question.day)
  const found = resolveDuty(await loadDuties(tx), {
    kind: question.kind,
    category: question.category,
    areaCode: question.areaCode,
    day,
  })
  return { lead: found.lead?.unitId ?? null, assist: found.assist.map((d) => d.unitId) }
}
export const findOpenCase = async (tx: Transaction<unknown>, id: string): Promise<{ readonly id: string } | undefined> => {
  const { rows } = await raw<{ id: string }>(tx, 'select id from cases."case" where id = $1 and closed_at is null', [id])
  return rows[0]
}
