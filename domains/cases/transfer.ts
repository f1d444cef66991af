/** 职责移交: the old entry ends on the day, a new one begins; both stay, so that whoever was responsible on any day can be told. */
import { createRow, editRow, findRow, reject, type WorkContext } from '#kernel'
import { duty } from './registers.ts'

export interface Transfer {
  readonly id: string
  readonly unit: string
  readonly on: string
  readonly basis: string
}
interface Known extends Readonly<Record<string, unknown>> {
  readonly unit: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly retiredAt: Date | null
}
const isWrong = (rule: string): never => reject('kernel.check', { rule })
/** @returns the entry of the unit that takes over. */
export const transferDuty = async (
  ctx: WorkContext,
  { id, unit, on, basis }: Transfer,
): Promise<{ id: string; from: string }> => {
  const old = (await findRow<Known>(ctx.tx, duty, id)) ?? reject('kernel.not-found', { what: '这条职责' })
  if (old.retiredAt) isWrong('这条职责已注销')
  if (old.unit === unit) isWrong('接收单位就是现责任单位')
  if (on <= old.validFrom) isWrong(`移交日期应晚于原条目起日${old.validFrom}`)
  if (old.validTo && on >= old.validTo) isWrong(`原条目到${old.validTo}已止,请直接新增`)
  await editRow(ctx, duty, id, { validTo: on }, { reason: `职责移交:${basis}` })
  const { kind, categoryPrefix, areaPrefix, role, validTo } = old
  const row = await createRow(ctx, duty, {
    kind,
    categoryPrefix,
    areaPrefix,
    role,
    unit,
    validFrom: on,
    validTo,
    basis,
    note: '职责移交',
  })
  return { id: row.id, from: on }
}
