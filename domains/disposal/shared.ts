/** Small things every file of disposal needs. */
import { openIn, type Refusal, refuse, systemActor, type WorkContext } from '#kernel'
import './errors.ts'

export const why = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('disposal.field', { why: text }) : undefined
export const notYet = (isWrong: boolean, text: string): Refusal | undefined =>
  isWrong ? refuse('disposal.not-yet', { why: text }) : undefined
/** Opens a subject on the platform's own account; the same client key never makes two. */
export const openBySystem = (
  ctx: WorkContext,
  procedure: string,
  input: Record<string, unknown>,
  clientKey: string,
  areaCode: string | null = null,
) =>
  openIn(ctx.tx, ctx.kernel, {
    procedure,
    district: ctx.district,
    actor: systemActor,
    input,
    areaCode: areaCode ?? ctx.district,
    isOutsideGrid: true,
    clientKey,
    at: ctx.now,
  })
