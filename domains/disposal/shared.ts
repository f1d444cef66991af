/** Small things every file of disposal needs. */
import { openIn, refusals, systemActor, type WorkContext } from '#kernel'

export const { why, notYet } = refusals('disposal')
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
