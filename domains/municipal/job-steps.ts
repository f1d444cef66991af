/** What the steps of a municipal job ask and do: warranty, load of a cover, slope of a ramp, the pot of small works, what is counted. */
import { caseWorkDone, municipalDone } from '#catalogue/facts.ts'
import { addMonths, dayMs, dayText, hourMs, one, type Refusal, say, type Tx } from '#kernel'
import { linesDone, rampBuilt } from './facts.ts'
import { notYet, why } from './shared.ts'
import {
  type Item,
  items,
  itemsOf,
  type JobKind,
  jobKinds,
  leastLoad,
  loadRank,
  type loads,
  proofs,
  type replies,
  type sites,
  unitOf,
  units,
} from './words.ts'

type Parameter = (name: string) => number
export const repairDue = (kind: JobKind, now: Date, parameter: Parameter): Date =>
  new Date(
    now.getTime() +
      (kind === 'cover' || kind === 'grate'
        ? parameter('municipal.cover-hours') * hourMs
        : parameter('municipal.repair-days') * dayMs),
  )
interface Asked {
  readonly kind: JobKind
  readonly place: string
  readonly component?: string | null | undefined
}
/** The owner by the component's file, an open job on it, and the last repair of the kind there still within its liability. */
export const lookForAsk = async (tx: Tx, { kind, place, component }: Asked, today: string) => ({
  owner:
    (await one<{ owner: string | null }>(tx, 'select owner from grid.component where id = $1::uuid', [component ?? null]))
      ?.owner ?? null,
  busy:
    (
      await one<{ number: string }>(
        tx,
        `select number from municipal.job where component = $1::uuid and status <> all (array['closed', 'dropped']) limit 1`,
        [component ?? null],
      )
    )?.number ?? null,
  warranty:
    (
      await one<{ number: string }>(
        tx,
        `select number from municipal.job where status = 'closed' and kind = $1 and liable_until >= $2::date and (component = $3::uuid or ($3::uuid is null and place = $4)) limit 1`,
        [kind, today, component ?? null, place],
      )
    )?.number ?? null,
})
/** The year's pot of small works, and what is spent of it. */
export const lookForFix = async (tx: Tx, id: string, today: string) =>
  (await one<{ pot: number | null; spent: number }>(
    tx,
    `select (select amount_fen::float8 from municipal.pot where year = $1 and retired_at is null) as pot,
      (select coalesce(sum(cost_fen), 0)::float8 from municipal.job where kind = 'small' and id <> $2 and status = any (array['done', 'closed']) and done_at >= $3::timestamptz) as spent`,
    [Number(today.slice(0, 4)), id, `${today.slice(0, 4)}-01-01T00:00:00+08:00`],
  )) ?? { pot: null, spent: 0 }
type Line = { readonly item: Item; readonly quantity: number }
interface Fixed {
  readonly lines: readonly Line[]
  readonly site?: keyof typeof sites | null | undefined
  readonly load?: keyof typeof loads | null | undefined
  readonly proofs?: readonly (keyof typeof proofs)[] | null | undefined
  readonly slope?: number | null | undefined
  readonly widthM?: number | null | undefined
  readonly rampForm?: 'threeSided' | 'full' | 'other' | null | undefined
  readonly siltM3?: number | null | undefined
  readonly siltTo?: string | null | undefined
  readonly costFen: number
}
interface Subject {
  readonly id: string
  readonly number: string
  readonly kind: JobKind
  readonly source: string
  readonly place: string
  readonly isWarranty: boolean | null
  readonly createdAt: Date
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const yuan = (fen: number) => fen / 100
const coverFault = (input: Fixed): Refusal | undefined => {
  if (!input.site || !input.load) return why(true, '更换井盖须填位置与承载等级')
  const least = leastLoad[input.site]
  const missing = (Object.keys(proofs) as (keyof typeof proofs)[]).filter((k) => !input.proofs?.includes(k))
  return (
    why(loadRank(input.load) < loadRank(least), `该处承载等级不低于${least}(GB/T 23858)`) ??
    why(
      input.lines.some((l) => l.item === 'fiveProof') && missing.length > 0,
      `五防井盖缺:${missing.map((k) => proofs[k]).join('、')}`,
    )
  )
}
const rampFault = (input: Fixed, parameter: Parameter): Refusal | undefined => {
  if (input.slope == null || input.widthM == null || !input.rampForm) return why(true, '接坡须填坡度、宽度与坡道形式')
  const most = parameter(input.rampForm === 'full' ? 'municipal.ramp-slope-full' : 'municipal.ramp-slope')
  const least = parameter('municipal.ramp-width')
  return (
    why(input.slope > most, `坡度${input.slope}%超过${most}%`) ??
    why(input.rampForm === 'threeSided' && input.widthM < least, `三面坡正面坡道宽度不小于${least}米`)
  )
}
const smallFault = (cost: number, found: { readonly pot: number | null; readonly spent: number }, parameter: Parameter) => {
  const most = parameter('municipal.small-most') * 100
  return (
    why(cost > most, `小修单件不超过${yuan(most)}元,请按维修项目另报`) ??
    notYet(found.pot === null, '本年度小修资金未登记') ??
    notYet(found.spent + cost > (found.pot ?? 0), `本年度小修资金余${yuan((found.pot ?? 0) - found.spent)}元,不够`)
  )
}
export const fixFault = (
  subject: Pick<Subject, 'kind' | 'isWarranty'>,
  input: Fixed,
  found: { readonly pot: number | null; readonly spent: number },
  parameter: Parameter,
): Refusal | undefined => {
  const wrong = input.lines.filter((l) => !itemsOf[subject.kind].includes(l.item))
  return (
    why(input.lines.length === 0, '请填写工程量') ??
    why(new Set(input.lines.map((l) => l.item)).size < input.lines.length, '同一项目填了两次') ??
    why(wrong.length > 0, `${jobKinds[subject.kind]}没有项目:${wrong.map((l) => items[l.item]).join('、')}`) ??
    why(
      input.lines.some((l) => ['piece', 'place'].includes(unitOf[l.item]) && !Number.isInteger(l.quantity)),
      '以个、处计的数量应为整数',
    ) ??
    why(subject.isWarranty === true && input.costFen > 0, '缺陷责任期内由原施工单位返修,不计费用') ??
    (subject.kind === 'cover' ? coverFault(input) : undefined) ??
    (subject.kind === 'ramp' ? rampFault(input, parameter) : undefined) ??
    why(
      subject.kind === 'dredge' && input.lines.some((l) => l.item === 'dredge') && (input.siltM3 == null || !input.siltTo),
      '清淤须填淤泥量与去向',
    ) ??
    (subject.kind === 'small' ? smallFault(input.costFen, found, parameter) : undefined)
  )
}
export const fixEffects = (subject: Subject, input: Fixed, now: Date, parameter: Parameter) => {
  const measures = new Set(input.lines.map((l) => unitOf[l.item]))
  const total = input.lines.reduce((n, l) => n + l.quantity, 0)
  const today = dayText(now)
  return {
    set: {
      ...input,
      metres: input.lines.find((l) => l.item === 'dredge')?.quantity ?? null,
      // A price for one unit has a meaning only where the job has one unit.
      unitCostFen: measures.size === 1 ? Math.round(input.costFen / total) : null,
      doneAt: now.toISOString(),
      days: Math.ceil((now.getTime() - subject.createdAt.getTime()) / dayMs),
      liableUntil: addMonths(today, parameter('municipal.liability-months')),
    },
  }
}
interface Closing extends Subject {
  readonly lines: readonly Line[] | null
  readonly rampForm: string | null
  readonly slope: number | null
  readonly widthM: number | null
  readonly doneAt: string | null
  readonly askerPhone: string | null
  readonly caseRef: string | null
  readonly askedType: string | null
  readonly askedId: string | null
  readonly afterPhotos: readonly string[] | null
}
export const closeEffects = (s: Closing, reply: keyof typeof replies | null) => {
  const lines = [...(s.lines ?? [])]
  const result = lines.map((l) => `${items[l.item]}${l.quantity}${units[unitOf[l.item]]}`).join('、')
  const where = { lon: s.lon, lat: s.lat, areaCode: s.areaCode }
  return {
    set: { reply },
    facts: [
      say(linesDone, { job: s.id, number: s.number, kind: s.kind, source: s.source, place: s.place, lines, ...where }),
      ...(s.kind === 'ramp' && s.slope !== null && s.widthM !== null
        ? [
            say(rampBuilt, {
              number: s.number,
              place: s.place,
              form: s.rampForm ?? 'other',
              slope: s.slope,
              widthM: s.widthM,
              builtOn: dayText(new Date(s.doneAt ?? s.createdAt)),
              lon: s.lon,
              lat: s.lat,
            }),
          ]
        : []),
      ...(s.caseRef
        ? [say(caseWorkDone, { caseId: s.caseRef, number: s.number, result, photos: [...(s.afterPhotos ?? [])] })]
        : []),
      ...(s.askedType && s.askedId
        ? [say(municipalDone, { sourceType: s.askedType, sourceId: s.askedId, number: s.number, result })]
        : []),
    ],
    ...(s.askerPhone
      ? {
          messages: [
            { channel: 'sms' as const, recipient: s.askerPhone, body: `您反映的${s.place}已修好:${result}(${s.number})` },
          ],
        }
      : {}),
  }
}
