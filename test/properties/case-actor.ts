/** Whoever might do anything to a case: actions, forms and waits drawn at random, mostly sensible, sometimes not. */
import fc from 'fast-check'
import { caseProcedure } from '#domains/cases/case/index.ts'
import { type Kernel, raw } from '#kernel'
import type { FieldSpec } from '#kernel/define/field.ts'
import { photo, type World } from '../world.ts'

export interface Step {
  /** Which of the actions, or of those that the status allows. */
  readonly pick: number
  readonly isSensible: boolean
  readonly actor: number
  readonly isRightActor: boolean
  readonly waitMinutes: number
  /** Chooses the values of the form; the same numbers fill the same form the same way. */
  readonly values: readonly number[]
}
export const steps = fc.array(
  fc.record<Step>({
    pick: fc.nat(999),
    isSensible: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    actor: fc.nat(99),
    isRightActor: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    waitMinutes: fc.constantFrom(0, 0, 0, 1, 7, 60, 300, 1440, 4000),
    values: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
  }),
  { minLength: 6, maxLength: 30 },
)

export interface Ground {
  readonly conditions: readonly { readonly id: string; readonly kind: string; readonly category: string }[]
  readonly units: readonly string[]
  readonly people: readonly string[]
  readonly cases: string[]
}
export const readGround = (kernel: Kernel, district: string): Promise<Ground> =>
  kernel.db.withDistricts([district], async (tx) => ({
    conditions: (
      await raw<Ground['conditions'][number]>(tx, 'select id, kind, category from cases.condition order by id limit 40', [])
    ).rows,
    units: (await raw<{ id: string }>(tx, 'select id from kernel.unit order by id', [])).rows.map((r) => r.id),
    people: (await raw<{ id: string }>(tx, 'select id from kernel.person order by id limit 20', [])).rows.map((r) => r.id),
    cases: [],
  }))

export const logins = [
  'caiji1',
  'caiji5',
  'shouli1',
  'zhiban1',
  'paiqian1',
  'chuzhi11',
  'chuzhi21',
  'chuzhi61',
  'zhongdui11',
  'jiedao1',
  'juzhang',
  'kaohe1',
  'xitong',
  'shenji',
] as const
const rightLogin: Readonly<Record<string, string>> = {
  'cases.accept': 'shouli1',
  'cases.file': 'zhiban1',
  'cases.dispatch': 'paiqian1',
  'cases.close': 'zhiban1',
  'cases.force-close': 'zhiban1',
  'cases.supervise': 'zhiban1',
  'cases.case.read': 'zhiban1',
}

const one = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const day = (at: Date, days: number): string =>
  new Date(at.getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const texts = [
  '已核实',
  '',
  ' ',
  '字'.repeat(501),
  '<script>alert(1)</script>',
  "'; drop table cases.case; --",
  '照明设施损坏 🏮',
  '好',
]
/** A value of a field's kind: usually one that would be taken. */
const fieldValue = (spec: FieldSpec, n: number, ground: Ground, now: Date): unknown => {
  // A `json` field takes any shape and its action must bear it; that dispatch does not is a test of its own.
  if (n % 23 === 0 && spec.kind !== 'json') return one([null, 7, 'x', {}, [], true], n)
  switch (spec.kind) {
    case 'choice':
      return one(Object.keys(spec.choices ?? {}), n)
    case 'photos':
      return n % 17 === 0 ? [] : [photo()]
    case 'date':
      return day(now, (n % 420) - 10)
    case 'integer':
    case 'number':
      return (n % 40) - 3
    case 'flag':
      return n % 2 === 0
    case 'limit':
      return { value: (n % 5) + 1, unit: one(['work_hour', 'work_day', 'natural_day', 'urgent_hour'], n) }
    case 'unit':
      return one(ground.units, n)
    case 'person':
      return one(ground.people, n)
    case 'ref':
      return spec.target === 'cases.case' ? (one(ground.cases, n) ?? photo()) : one(ground.conditions, n)?.id
    case 'json':
      return n % 2 === 0 ? null : []
    default:
      return n % 5 === 0 ? one(texts, n) : `第${n}次`
  }
}
export const formOf = (action: string, { values }: Step, ground: Ground, now: Date): Readonly<Record<string, unknown>> => {
  const form = caseProcedure.actions[action]?.form ?? {}
  const filled = Object.entries(form).flatMap(([name, field], i) => {
    const n = values[i % values.length] ?? 0
    return field.spec.isOptional && n % 2 === 0 ? [] : [[name, fieldValue(field.spec, n, ground, now)]]
  })
  const out = Object.fromEntries(filled) as Record<string, unknown>
  // A condition belongs to a category: drawn apart they would never fit, and no case would ever be filed.
  const condition = action === 'file' && (values[7] ?? 0) % 6 > 0 ? one(ground.conditions, values[6] ?? 0) : undefined
  return condition
    ? {
        ...out,
        categoryKind: condition.kind,
        category: condition.category,
        condition: condition.id,
        urgency: 'normal',
        address: '某处',
      }
    : out
}

export const actionNames = Object.keys(caseProcedure.actions).filter((name) => caseProcedure.actions[name]?.from !== 'new')
/** They end a case early or change nothing; drawn as often as the rest they would leave no case to go on with. */
const dull = ['forceClose', 'cancel', 'reject', 'verifyNo', 'merge', 'urge', 'addNote', 'callBack', 'rate']
export const pickAction = ({ pick, isSensible }: Step, status: string): string => {
  const fitting = actionNames.filter((name) => {
    const { from, by } = caseProcedure.actions[name] ?? {}
    const isOpen = caseProcedure.spec.statuses[status as keyof typeof caseProcedure.spec.statuses]?.kind !== 'final'
    return (
      by !== 'system' &&
      !dull.includes(name) &&
      (from === status || (from === 'any open' && isOpen) || (Array.isArray(from) && from.includes(status)))
    )
  })
  return one(isSensible && fitting.length > 0 ? fitting : actionNames, pick) ?? 'addNote'
}
/** The straight way through the seven stages: a case is led some steps along it before anything may happen. */
export const straight = ['accept', 'file', 'dispatch', 'receive', 'submit', 'feedbackOk', 'checkOk', 'close'] as const
export const straightForm = (action: string, ground: Ground): Readonly<Record<string, unknown>> => {
  const condition = ground.conditions[0]
  if (action === 'file') return { categoryKind: condition?.kind, category: condition?.category, condition: condition?.id }
  if (action === 'submit') return { afterPhotos: [photo()], result: '已处置' }
  return action === 'checkOk' ? { photos: [photo()] } : {}
}
/** Login of whoever may act: by verb, by the drawn person, or by the unit that has the case. */
export const findRightLogin = async (
  w: World,
  action: string,
  subject: { readonly unitId: string | null; readonly taskPersonId: string | null; readonly areaCode: string | null },
): Promise<string | undefined> => {
  const verb = caseProcedure.actions[action]?.by ?? ''
  const known = rightLogin[verb]
  if (known) return known
  const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
    raw<{ login: string }>(
      tx,
      `select n.login from kernel.person n join kernel.appointment a on a.district = n.district and a.person_id = n.id where n.login is not null
       and ($1::uuid is null or n.id = $1) and ($1::uuid is not null or ($2::uuid is not null and a.unit_id = $2)) order by n.login limit 1`,
      [subject.taskPersonId, subject.unitId],
    ),
  )
  return rows[0]?.login
}
