/** Guards that several steps of a case share: who may act, what must be on file, what the law of the day allows. */
import { penaltyStage } from '#catalogue/facts.ts'
import { type Actor, mask, type Participation, type Refusal, refuse, say } from '#kernel'
import { recordSteps } from '../contract.ts'
import { getFact } from '../deadlines.ts'
import { deedDone } from '../deed.ts'
import { refuseUncertified } from '../officers.ts'
import type { CaseFile } from './file.ts'

export const iso = (at: Date): string => at.toISOString()
export const first = (...found: readonly (Refusal | undefined)[]): Refusal | undefined => found.find((r) => r !== undefined)

interface Handled {
  readonly handler: string | null
  readonly coHandler: string | null
}
interface Acting {
  readonly subject: Handled
  readonly actor: Actor
}
export const isHandler = ({ subject, actor }: Acting): boolean =>
  actor.id !== null && (actor.id === subject.handler || actor.id === subject.coHandler)
export const handlersOnly = (ctx: Acting): Refusal | undefined =>
  ctx.actor.kind === 'person' && !isHandler(ctx) ? refuse('enforcement.not-handler', { who: '主办、协办人' }) : undefined
/** A handler never reviews, chairs, approves or verifies their own case. */
export const othersOnly =
  (role: string, article: string) =>
  (ctx: Acting): Refusal | undefined =>
    isHandler(ctx) ? refuse('enforcement.own-case', { role, article }) : undefined

export const needCertificates = (file: CaseFile): Refusal | undefined => refuseUncertified(file.officers, file.day)

type Step = keyof typeof recordSteps
/** 执法全过程记录: a step that is listed must have been recorded, in words and, where listed, in sound and picture. */
export const needRecord = (file: CaseFile, ...steps: readonly Step[]): Refusal | undefined => {
  for (const step of steps) {
    const rules = file.rules.filter((r) => r.step === step)
    const records = file.records.filter((r) => r.step === step)
    const lacks = (what: string) => refuse('enforcement.record', { step: recordSteps[step], what })
    if (rules.some((r) => r.needsText) && !records.some((r) => r.hasText)) return lacks('文字')
    if (rules.some((r) => r.needsMedia) && !records.some((r) => r.hasMedia)) return lacks('音视频')
  }
  return undefined
}
/** Only powers in force at that place on that day. */
export const needPower = (file: CaseFile, unitId: string | null): Refusal | undefined => {
  const inForce = file.powers.filter((p) => p.validFrom <= file.day && (p.validTo === null || file.day < p.validTo))
  if (inForce.some((p) => p.unit === null || p.unit === unitId)) return undefined
  const [known] = file.powers
  const why =
    inForce.length > 0
      ? '该事项由其他单位行使'
      : !known
        ? '集中事项清单中没有此处的该事项'
        : known.validFrom > file.day
          ? `该事项自${known.validFrom}起行使`
          : `该事项已于${file.powers.at(-1)?.validTo ?? ''}停止行使`
  return refuse('enforcement.power', { day: file.day, why })
}
const yearsLater = (on: string, years: number): string => `${Number(on.slice(0, 4)) + years}${on.slice(4)}`
/** 第36条: two years, five where life, health or money is harmed. */
export const needInTime = (happenedOn: string, day: string, hasHarm: boolean): Refusal | undefined => {
  const years = hasHarm ? 5 : (getFact('P01').value ?? 2)
  return day > yearsLater(happenedOn, years) ? refuse('enforcement.time-bar', { years }) : undefined
}
interface Weighty {
  readonly kinds: readonly string[]
  readonly fineFen: number
  readonly partyKind: string
}
const heavy = ['suspend', 'revoke', 'closure']
/** 第63条: revoking, closing, large fines and forfeits. What is large is set locally. */
export const mayBeHeard = (w: Weighty, parameter: (name: string) => number): boolean =>
  w.kinds.some((k) => heavy.includes(k)) ||
  w.fineFen >= parameter(`enforcement.hearing-fine-${w.partyKind === 'org' ? 'org' : 'person'}`) * 100
export const isMajorPenalty = (w: Weighty, parameter: (name: string) => number): boolean =>
  w.kinds.some((k) => heavy.includes(k)) || w.fineFen >= parameter('enforcement.discuss-fine') * 100

/** What passed its day is told to the unit it lies with and to whoever began it. */
export const tellLate = (
  subject: { readonly unitId: string | null },
  past: readonly Participation[],
  zh: string,
): readonly { readonly unitId?: string; readonly personId?: string; readonly zh: string }[] => [
  ...(subject.unitId ? [{ unitId: subject.unitId, zh }] : []),
  ...past.slice(0, 1).flatMap((p) => (p.actorId ? [{ personId: p.actorId, zh }] : [])),
]
interface Told {
  readonly id: string
  readonly topic: string
  readonly unitId: string | null
  readonly campaign: string | null
  readonly areaCode: string | null
}
export const sayDeed = (
  sourceType: string,
  subject: Told,
  actor: Actor,
  kind: string,
  workClass: 'service' | 'manage' | 'enforce' = 'enforce',
  amountFen: number | null = null,
) =>
  say(deedDone, {
    workClass,
    kind,
    topic: subject.topic,
    unitId: subject.unitId,
    campaign: subject.campaign,
    sourceType,
    sourceId: subject.id,
    amountFen,
    areaCode: subject.areaCode,
    by: actor.id,
    byName: actor.name,
  })
/** A paper of the case, with the fields its template needs; numbered when it is issued. */
export const paper = (penalty: string, template: string, data: Readonly<Record<string, unknown>>, mustServe = false) => ({
  procedure: 'enforcement.document',
  input: { template, penalty, data, mustServe },
})
interface Punished {
  readonly id: string
  readonly number: string
  readonly party: string
  readonly topic: string
  readonly track: string
  readonly kinds: readonly string[] | null
  readonly fineFen: number | null
  readonly lawText: string | null
}
/** For whoever keeps records of the party: the penalty stands, is not paid, or is fulfilled. */
export const sayStage = (p: Punished, stage: 'decided' | 'unpaid' | 'fulfilled', fineFen = p.fineFen ?? 0) =>
  say(penaltyStage, {
    penaltyId: p.id,
    number: p.number,
    partyId: p.party,
    topic: p.topic,
    stage,
    track: p.track,
    kinds: [...(p.kinds ?? [])],
    fineFen,
    lawText: p.lawText,
  })
const plate = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}/g
/** What a publication is drafted to be called: the deed in short, plates masked as everywhere else. */
export const publicTitle = (lead: string, description: string): string =>
  `${lead}:${description.replaceAll(plate, (found) => mask('plate', found)).slice(0, 80)}`
