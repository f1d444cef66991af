/** Small things every file of drainage needs. */
import { type Actor, didBefore, openIn, type Participation, refusals, systemActor, type WorkContext } from '#kernel'

export const { why, notYet } = refusals('drainage')
interface Spot {
  readonly lon?: number | null | undefined
  readonly lat?: number | null | undefined
  readonly areaCode?: string | null | undefined
}
/** Opens a subject on the platform's own account; the same client key never makes two. */
export const openBySystem = (
  ctx: WorkContext,
  procedure: string,
  input: Record<string, unknown>,
  clientKey: string,
  spot: Spot = {},
) =>
  openIn(ctx.tx, ctx.kernel, {
    procedure,
    district: ctx.district,
    actor: systemActor,
    input,
    lon: spot.lon ?? null,
    lat: spot.lat ?? null,
    areaCode: spot.areaCode ?? ctx.district,
    isOutsideGrid: true,
    clientKey,
    at: ctx.now,
  })
/** Checked by another than who did it. */
export const notSelf = (past: readonly Participation[], action: string, actor: Actor, zh: string) =>
  notYet(didBefore(past, action, actor), zh)
