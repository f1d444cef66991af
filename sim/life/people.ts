/** What each simulated person does with a case, through the same door as everybody: one step, and when the next one comes. */

import { idOf, specialists } from '../city/people.ts'
import type { Random } from '../city/random.ts'
import type { Doors } from './door.ts'

export interface Condition {
  readonly id: string
  readonly kind: string
  readonly category: string
  readonly limit: { readonly value: number; readonly unit: string }
}
export type OriginalSort = 'sound' | 'picture'
export interface Original {
  readonly id: string
  readonly sha256: string
}
export interface LifeContext {
  readonly doors: Doors
  readonly random: Random
  readonly conditions: readonly Condition[]
  /** Login by person id. */
  readonly logins: ReadonlyMap<string, string>
  /** Logins of the handlers of a unit. */
  readonly crews: ReadonlyMap<string, readonly string[]>
  readonly photo: (label: string) => Promise<string>
  /** Handed in anew each time: no two are alike. */
  readonly original?: ((sort: OriginalSort) => Promise<Original>) | undefined
}
export interface Step {
  /** Minutes until the next step. */
  readonly after: number
  readonly next: (ctx: LifeContext) => Promise<Step | undefined>
}
export interface LiveCase {
  readonly id: string
  readonly kind: 'component' | 'matter'
  readonly category: string
}
const act = (ctx: LifeContext, login: string, c: LiveCase, action: string, values: unknown = {}) =>
  ctx.doors.as(login).call<Record<string, unknown>>('POST', `/subjects/cases.case/${c.id}/${action}`, { values })
const ok = (answer: { readonly status: number }): boolean => answer.status < 300
const nobody = async (): Promise<undefined> => undefined

export const specialistCount = specialists.length
const centre = (ctx: LifeContext, prefix: string, count: number): string => `${prefix}${ctx.random.integer(1, count)}`
const workMinutes = (limit: Condition['limit']): number => {
  const hours = limit.unit === 'urgent_hour' || limit.unit === 'work_hour' ? limit.value : limit.value * 24
  return hours * 60
}

const close =
  (c: LiveCase): Step['next'] =>
  async (ctx) => {
    const head = centre(ctx, 'zhiban', 3)
    if (!ok(await act(ctx, head, c, 'close'))) return undefined
    if (!ctx.random.chance(0.35)) return undefined
    return {
      after: ctx.random.integer(60, 900),
      next: async (later) => (
        await act(later, centre(later, 'shouli', 6), c, 'callBack', {
          satisfaction: later.random.chance(0.8) ? 'satisfied' : later.random.pick(['basic', 'dissatisfied', 'unreached']),
        }),
        undefined
      ),
    }
  }
const check =
  (c: LiveCase, personId: string | null): Step['next'] =>
  async (ctx) => {
    const login = ctx.logins.get(personId ?? '')
    if (!login) return undefined
    const isGood = ctx.random.chance(0.97)
    const answer = await act(ctx, login, c, isGood ? 'checkOk' : 'checkFail', {
      photos: [await ctx.photo('核查')],
      ...(isGood ? {} : { reason: '现场仍未恢复' }),
    })
    if (!ok(answer)) return undefined
    if (isGood) return { after: ctx.random.integer(5, 90), next: close(c) }
    return {
      after: ctx.random.integer(5, 60),
      next: async (later) =>
        ok(await act(later, centre(later, 'paiqian', 4), c, 'redispatch', { reason: '请重新处置' }))
          ? { after: 20, next: handle(c, null, 240) }
          : undefined,
    }
  }
const feedback =
  (c: LiveCase): Step['next'] =>
  async (ctx) => {
    const dispatcher = centre(ctx, 'paiqian', 4)
    if (ctx.random.chance(0.015))
      return ok(await act(ctx, dispatcher, c, 'rework', { reason: '照片与原位置不符' }))
        ? { after: 30, next: handle(c, null, 180) }
        : undefined
    const answer = await act(ctx, dispatcher, c, 'feedbackOk')
    return ok(answer) ? { after: ctx.random.integer(20, 240), next: check(c, String(answer.body.assigneeId ?? '')) } : undefined
  }
/** @param minutes what the limit allows; most are done well within, some late. */
const handle =
  (c: LiveCase, unitId: string | null, minutes: number): Step['next'] =>
  async (ctx) => {
    const page = unitId
      ? undefined
      : await ctx.doors.as('paiqian1').call<{ subject: { unitId: string | null } }>('GET', `/subjects/cases.case/${c.id}`)
    const owner = unitId ?? page?.body.subject.unitId ?? ''
    const crew = ctx.crews.get(owner) ?? []
    const login = crew[ctx.random.integer(0, Math.max(0, crew.length - 1))]
    if (!login || !ok(await act(ctx, login, c, 'receive'))) return undefined
    const share = ctx.random.chance(0.015) ? ctx.random.between(1.1, 1.8) : ctx.random.between(0.05, 0.6)
    return {
      after: Math.max(15, Math.round(minutes * share)),
      next: async (later) =>
        ok(await act(later, login, c, 'submit', { afterPhotos: [await later.photo('处置后')], result: '已到现场处置,恢复正常' }))
          ? { after: later.random.integer(10, 120), next: feedback(c) }
          : undefined,
    }
  }
const dispatch =
  (c: LiveCase, condition: Condition): Step['next'] =>
  async (ctx) => {
    const answer = await act(ctx, centre(ctx, 'paiqian', 4), c, 'dispatch', {})
    return ok(answer) ? { after: ctx.random.integer(5, 40), next: handle(c, null, workMinutes(condition.limit)) } : undefined
  }
const file =
  (c: LiveCase): Step['next'] =>
  async (ctx) => {
    const options = ctx.conditions.filter((k) => k.kind === c.kind && k.category === c.category)
    const condition = options[ctx.random.integer(0, Math.max(0, options.length - 1))]
    if (!condition) return undefined
    const answer = await act(ctx, centre(ctx, 'zhiban', 3), c, 'file', {
      categoryKind: c.kind,
      category: c.category,
      condition: condition.id,
    })
    return ok(answer) ? { after: ctx.random.integer(2, 30), next: dispatch(c, condition) } : undefined
  }
const verify =
  (c: LiveCase, personId: string | null): Step['next'] =>
  async (ctx) => {
    const login = ctx.logins.get(personId ?? '')
    if (!login) return undefined
    const isTrue = ctx.random.chance(0.92)
    const answer = await act(ctx, login, c, isTrue ? 'verifyOk' : 'verifyNo', {
      photos: [await ctx.photo('核实')],
      ...(isTrue ? {} : { reason: '现场未发现所反映问题' }),
    })
    return ok(answer) && isTrue ? { after: ctx.random.integer(3, 30), next: file(c) } : undefined
  }
/** The first step after a report: the operator accepts, or has it verified on the spot. */
export const receiveReport =
  (c: LiveCase, isFromPublic: boolean): Step['next'] =>
  async (ctx) => {
    const operator = centre(ctx, 'shouli', 6)
    if (ctx.random.chance(0.02))
      return await act(ctx, operator, c, 'reject', { reason: '不属于城市管理范围,已告知反映渠道' }), undefined
    if (!isFromPublic || ctx.random.chance(0.4))
      return ok(await act(ctx, operator, c, 'accept')) ? { after: ctx.random.integer(3, 30), next: file(c) } : undefined
    const answer = await act(ctx, operator, c, 'sendVerify')
    return ok(answer) ? { after: ctx.random.integer(15, 110), next: verify(c, String(answer.body.assigneeId ?? '')) } : undefined
  }
/** Picks up a case of which only the status is known: after a restart, or one made by a visitor. */
export const pickUp = (c: LiveCase, status: string, personId: string | null): Step['next'] | undefined =>
  (
    ({
      reported: receiveReport(c, true),
      verifying: verify(c, personId),
      accepted: file(c),
      dispatched: handle(c, null, 300),
      handled: feedback(c),
      checking: check(c, personId),
      checked: close(c),
    }) as Record<string, Step['next']>
  )[status]
export { idOf, nobody }
