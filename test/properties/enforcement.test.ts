import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { penaltyProcedure } from '#domains/enforcement/penalty/index.ts'
import { owedOn } from '#domains/enforcement/penalty/paid.ts'
import '#domains/enforcement/index.ts'
import { errorEntries, type Refusal, refusalZh } from '#kernel'
import { beijing } from '../world.ts'
import { dayOfState, emptyState, isCertified, type Player, play, players, type State } from './enforcement-model.ts'

/** Total actions; more by `ENFORCEMENT_ACTIONS`. The same run every time, other ones by `FC_SEED`. */
const total = Number(process.env.ENFORCEMENT_ACTIONS ?? 100_000)
const length = 200
const settings = { seed: Number(process.env.FC_SEED ?? 20_261_121), numRuns: Math.ceil(total / length), endOnFailure: true }
const codes = new Set(errorEntries().map(([code]) => code))
const receipt = ['00000000-0000-4000-8000-00000000f11e']

interface Step {
  readonly pick: number
  readonly isStraight: boolean
  readonly actor: number
  readonly isRightActor: boolean
  readonly side: number
  readonly days: number
  readonly n: number
}
const steps = fc.array(
  fc.record<Step>({
    pick: fc.nat(999),
    isStraight: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
    actor: fc.nat(99),
    isRightActor: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    side: fc.nat(29),
    days: fc.constantFrom(0, 0, 0, 0, 1, 3, 8, 20, 100),
    n: fc.nat(999),
  }),
  { minLength: length, maxLength: length },
)
/** What usually comes next in a status. */
const straight: Readonly<Record<string, readonly string[]>> = {
  lead: ['submitFiling', 'submitFiling', 'take'],
  filing: ['approveFiling'],
  investigating: ['showId', 'conclude', 'conclude'],
  reviewing: ['review', 'review', 'sendBack'],
  notifying: ['notify'],
  noticed: ['waive', 'toDecide', 'toDecide', 'defend', 'reviewDefence', 'askHearing'],
  hearing: ['scheduleHearing', 'reviewDefence', 'holdHearing', 'holdHearing'],
  discussing: ['discuss'],
  deciding: ['decide', 'decide', 'reviewDefence', 'notify'],
  decided: ['serve'],
  served: ['pay', 'urge', 'askDelay', 'decideDelay'],
  urged: ['pay', 'toCourt'],
  court: ['pay', 'courtRuled'],
  fulfilled: ['close', 'fileOnSpot', 'handIn'],
  closed: ['archive'],
}
const names = Object.keys(penaltyProcedure.actions).filter(
  (n) => penaltyProcedure.actions[n]?.from !== 'new' && penaltyProcedure.actions[n]?.by !== 'system',
)
const dull = ['terminate', 'transferOut', 'spare', 'notFile']
const one = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const shift = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** A form that could be filled in so; sometimes with what should be refused. */
const formOf = (name: string, s: State, n: number): Record<string, unknown> => {
  const today = dayOfState(s)
  const person = one(players, n)?.id
  const fine = [10_000, 500_000, 6_000_000, 30_000_000][n % 4] ?? 10_000
  const forms: Readonly<Record<string, Record<string, unknown>>> = {
    submitFiling: { coHandler: person },
    take: { coHandler: person },
    returnFiling: { reason: '补充' },
    notFile: { reason: '证据不足' },
    showId: { note: '已出示' },
    changeHandler: { handler: person, coHandler: one(players, n + 1 + (n % 3))?.id, reason: '回避' },
    pauseClock: { reason: '鉴定' },
    extend: { reason: '复杂' },
    conclude: {
      report: '查明',
      kinds: ['fine'],
      proposedFen: fine,
      reviewCases: n % 3 === 0 ? ['public'] : [],
      isComplex: n % 5 === 0,
    },
    review: { note: '同意' },
    sendBack: { note: '补充' },
    notify: { noticedOn: shift(today, -(n % 2)), serviceKind: 'direct', receipt },
    defend: { defence: '申辩' },
    reviewDefence: { review: '不成立', isAccepted: 'no' },
    waive: { paper: receipt },
    askHearing: { askedOn: shift(today, -(n % 4)), paper: receipt },
    scheduleHearing: { hearingOn: shift(today, (n % 20) - 1), place: '会议室', chair: person },
    holdHearing: { report: '报告', minutes: receipt },
    discuss: { attendees: ['甲', '乙', '丙'].slice(0, (n % 4) + 1), discussion: '同意' },
    decide: {
      fineFen: n % 4 === 0 ? Number(s.subject.noticedFen ?? 0) + 1 : (s.subject.noticedFen ?? fine),
      lateReason: n % 3 === 0 ? '疑难' : null,
    },
    spare: { ground: 'blameless', reason: '没有过错' },
    transferOut: { to: '公安', reason: '涉嫌犯罪', isCrime: 'crime' },
    serve: {
      serviceKind: one(['direct', 'left', 'mail', 'electronic', 'notice'], n),
      servedOn: today,
      receipt,
      witness: n % 2 ? '社区' : null,
    },
    pay: {
      amountFen: [1000, Number(s.subject.fineFen ?? 1) || 1, owedOn(s.subject as never, today).left || 1][n % 3],
      paidOn: today,
      method: 'bank',
      voucher: `V${n}`,
    },
    handIn: { handedInOn: today, voucher: 'x' },
    askDelay: { delayUntil: shift(today, n % 60), instalments: 3, reason: '困难', papers: receipt },
    decideDelay: { isGranted: n % 2 === 0, note: '意见' },
    urge: { urgedOn: today, receipt },
    courtRuled: { ruling: '准予' },
    archive: { volume: 'A1', pages: 10 },
    terminate: { ground: 'lost', reason: '查不清' },
    addNote: { note: '材料' },
  }
  return n % 29 === 0 ? {} : (forms[name] ?? {})
}
const sideEvent = (s: State, { side, n }: Step): void => {
  const record = (step: string, hasMedia: boolean) => s.side.records.push({ step, hasText: true, hasMedia })
  const events: Readonly<Record<number, () => void>> = {
    0: () => (s.side.open += 1),
    1: () => {
      if (s.side.open > 0) {
        s.side.open -= 1
        s.side.verified += 1
      }
    },
    2: () => record('investigate', true),
    3: () => record('notify', false),
    4: () => record('decide', false),
    5: () => record('hear', n % 2 === 0),
    6: () => (s.side.holds = n % 3 === 0 ? 1 : 0),
    7: () => (s.side.unpublished = 0),
    8: () => s.side.lapsed.add(one(players, n)?.id ?? ''),
    9: () => s.side.lapsed.clear(),
    10: () => (s.side.hasPower = n % 4 !== 0),
    11: () => record('serve', false),
  }
  events[side]?.()
}
const actorFor = (name: string, s: State, step: Step): Player => {
  const verb = penaltyProcedure.actions[name]?.by ?? ''
  const isOwn = verb === 'enforcement.handle'
  const fitting = players.filter((p) =>
    isOwn
      ? s.subject.handler
        ? p.id === s.subject.handler
        : p.post === 'officer'
      : name === 'holdHearing'
        ? p.id === s.subject.chair
        : p.who.grants.some((g) => g.verbs.includes(verb)),
  )
  return (step.isRightActor ? one(fitting, step.actor) : undefined) ?? one(players, step.actor) ?? (players[0] as Player)
}
const isHandler = (s: State, id: string | null): boolean =>
  id !== null && (s.subject.handler === id || s.subject.coHandler === id)
const reasoned = (refusal: Refusal, what: string): void => {
  expect(codes.has(refusal.code), `${what}: ${refusal.code}`).toBe(true)
  expect(refusalZh(refusal).length, what).toBeGreaterThan(3)
  expect(refusalZh(refusal), what).not.toContain('{')
}
/** What must be true of the way that led to a decision. */
const checkDecision = (s: State, decider: string): void => {
  const last = (name: string): number => s.past.findLastIndex((p) => p.action === name)
  const { subject, side } = s
  for (const needed of ['submitFiling', 'approveFiling', 'showId', 'conclude', 'notify'])
    expect(last(needed), needed).toBeGreaterThanOrEqual(0)
  expect(last('notify')).toBeGreaterThan(last('conclude'))
  if ((subject.reviewCases ?? []).length > 0) expect(last('review'), 'legal review').toBeGreaterThan(last('conclude'))
  if (last('holdHearing') > last('conclude'))
    expect(last('review'), 'review after the hearing').toBeGreaterThan(last('holdHearing'))
  if (subject.isMajor) expect(last('discuss'), 'discussion').toBeGreaterThan(last('conclude'))
  expect(side.verified).toBeGreaterThan(0)
  expect(side.hasPower).toBe(true)
  expect(side.records.some((r) => r.step === 'investigate' && r.hasMedia)).toBe(true)
  expect(side.records.some((r) => r.step === 'notify')).toBe(true)
  expect(isHandler(s, decider), 'decides own case').toBe(false)
  for (const id of [subject.handler, subject.coHandler]) expect(isCertified(s, id), 'certificate').toBe(true)
  expect(subject.handler).not.toBe(subject.coHandler)
  expect(subject.fineFen).toBeLessThanOrEqual(subject.noticedFen)
  expect(!subject.defence || subject.defenceReview !== null).toBe(true)
}
const separated = [
  'approveFiling',
  'review',
  'sendBack',
  'scheduleHearing',
  'holdHearing',
  'discuss',
  'decide',
  'spare',
  'pay',
  'decideDelay',
  'toCourt',
  'close',
  'fileOnSpot',
  'terminate',
]

describe('行政处罚:任意的人做任意的事', () => {
  it('没有缺步的决定;承办人从不审核、主持、批准、收缴自己的案件;每次拒绝都有理由', () => {
    const reached = new Map<string, number>()
    const refusals = new Map<string, number>()
    let [done, tried, decisions] = [0, 0, 0]
    fc.assert(
      fc.property(steps, (sequence) => {
        const s = emptyState(beijing('2026-03-02 09:00'))
        const opened = play(s, 'report', players[0] as Player, {
          source: 'patrol',
          topic: 'road',
          party: '00000000-0000-4000-8000-000000000500',
          lawCode: 'V03',
          happenedOn: '2026-03-01',
          address: '某路',
          description: '占道',
        })
        expect(opened).toBeUndefined()
        for (const step of sequence) {
          s.now = new Date(s.now.getTime() + step.days * 86_400_000 + 60_000)
          sideEvent(s, step)
          const next = straight[s.subject.status]
          const name =
            (step.isStraight && next
              ? one(next, step.pick)
              : one(
                  names.filter((n) => step.n % 60 === 0 || !dull.includes(n)),
                  step.pick,
                )) ?? 'addNote'
          const by = actorFor(name, s, step)
          const wasHandler = isHandler(s, by.id)
          tried++
          const refusal = play(s, name, by, formOf(name, s, step.n))
          if (refusal) {
            reasoned(refusal, name)
            refusals.set(refusal.code, (refusals.get(refusal.code) ?? 0) + 1)
            continue
          }
          done++
          expect(separated.includes(name) && wasHandler, `${name} by a handler`).toBe(false)
          if (name === 'decide') {
            decisions++
            checkDecision(s, by.id)
          }
          if (name === 'scheduleHearing') expect(isHandler(s, s.subject.chair)).toBe(false)
          if (name === 'pay')
            expect(s.subject.paidFen).toBeLessThanOrEqual(2 * Number(s.subject.fineFen) + Number(s.subject.forfeitFen ?? 0))
          reached.set(s.subject.status, (reached.get(s.subject.status) ?? 0) + 1)
        }
      }),
      settings,
    )
    // A walk that is refused all along proves nothing.
    expect(decisions).toBeGreaterThan(settings.numRuns / 20)
    expect(reached.size).toBeGreaterThan(15)
    expect(refusals.size).toBeGreaterThan(25)
    console.log(
      `试 ${tried} 步,做成 ${done} 步,决定 ${decisions} 件,拒绝理由 ${refusals.size} 种,到过 ${[...reached.keys()].sort().join(' ')}`,
    )
  }, 600_000)

  it('证件失效的当日,任何承办步骤都被拒绝', () => {
    const s = emptyState(beijing('2026-03-02 09:00'))
    const officer = players[0] as Player
    const form = {
      source: 'patrol',
      topic: 'road',
      party: '00000000-0000-4000-8000-000000000500',
      lawCode: 'V03',
      happenedOn: '2026-03-01',
      address: '某路',
      description: '占道',
    }
    expect(play(s, 'report', officer, form)).toBeUndefined()
    s.side.lapsed.add(officer.id)
    expect(play(s, 'submitFiling', officer, { coHandler: players[1]?.id })?.code).toBe('enforcement.certificate')
    s.side.lapsed.clear()
    expect(play(s, 'submitFiling', officer, { coHandler: players[1]?.id })).toBeUndefined()
    s.side.lapsed.add(players[1]?.id ?? '')
    expect(play(s, 'approveFiling', players[3] as Player, {})?.code).toBe('enforcement.certificate')
  })
})
