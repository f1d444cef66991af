/** What can be done with a subject by this person now, and why the rest is closed to them. */
import { type Fields, fieldsSchema } from '../define/field.ts'
import { type Actor, type AnyAction, fromStatuses, type GuardContext, isFinal, type ProcedureBase } from '../define/procedure.ts'
import { type Refusal, refuse } from '../errors.ts'
import { permit, type Scope, type Who } from '../permission/permit.ts'
import type { AnyProcedure } from './registry.ts'

type Subject = ProcedureBase & Readonly<Record<string, unknown>>
export interface OpenTask {
  readonly id: string
  readonly verb: string
  readonly unitId: string | null
  readonly personId: string | null
}
export interface Situation extends GuardContext<Subject> {
  readonly who: Who | null
  readonly tasks: readonly OpenTask[]
}

const statusRefusal = (definition: AnyProcedure, action: AnyAction, status: string): Refusal | undefined => {
  const from = fromStatuses(definition, action)
  if (from.includes(status)) return undefined
  const { statuses } = definition.spec
  const params = {
    status: statuses[status]?.zh ?? status,
    action: action.zh,
    from: from.map((s) => statuses[s]?.zh ?? s).join('、'),
  }
  return refuse(isFinal(definition, status) ? 'procedure.final' : 'procedure.status', params)
}

/** The scope of an action: the subject's area, and the unit or person whose task it is. */
const scopeOf = (action: AnyAction, situation: Situation): Scope => {
  const task = situation.tasks.find((t) => t.verb === action.by)
  return { areaCode: situation.subject.areaCode, unitId: task?.unitId ?? null, personId: task?.personId ?? null }
}

export const actionRefusal = (definition: AnyProcedure, action: AnyAction, situation: Situation): Refusal | undefined => {
  const wrongStatus = statusRefusal(definition, action, situation.subject.status)
  if (wrongStatus) return wrongStatus
  if (action.by === 'system') {
    if (situation.actor.kind !== 'system') return refuse('procedure.system-only', { action: action.zh })
  } else if (action.by !== 'public' && situation.actor.kind !== 'system') {
    const permission = permit(situation.who, action.by, scopeOf(action, situation))
    if ('refusal' in permission) return permission.refusal
  }
  return action.guard?.(situation)
}

export interface AvailableAction {
  readonly name: string
  readonly zh: string
  readonly tone: string
  readonly isBulk: boolean
  readonly help: string | null
  readonly to: string | null
  readonly refusal: Refusal | null
}
/** Every action of the procedure, allowed ones first. Those that only the system does are left out. */
export const availableActions = (definition: AnyProcedure, situation: Situation): readonly AvailableAction[] =>
  Object.entries(definition.actions)
    .filter(([, action]) => action.from !== 'new' && action.by !== 'system')
    .map(([name, action]) => ({
      name,
      zh: action.zh,
      tone: action.tone ?? 'plain',
      isBulk: action.isBulk ?? false,
      help: action.help ?? null,
      to: typeof action.to === 'string' && action.to !== 'same' ? (definition.spec.statuses[action.to]?.zh ?? null) : null,
      refusal: actionRefusal(definition, action, situation) ?? null,
    }))
    .sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null))

/** The filled form checked against the action's fields; a refusal lists every wrong field in the user's words. */
export const parseForm = (
  fields: Fields | undefined,
  input: unknown,
): { readonly value: Readonly<Record<string, unknown>> } | { readonly refusal: Refusal } => {
  const result = formSchema(fields ?? {}).safeParse(input ?? {})
  if (result.success) return { value: result.data as Readonly<Record<string, unknown>> }
  const messages = Object.fromEntries(
    result.error.issues.map((issue) => [
      issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join('、') : '*'),
      issue.code === 'unrecognized_keys' ? `没有这个栏目:${issue.keys.join('、')}` : issue.message,
    ]),
  )
  return { refusal: refuse('kernel.invalid', { detail: Object.values(messages).join(';') }, messages) }
}
const schemas = new WeakMap<Fields, ReturnType<typeof fieldsSchema>>()
const formSchema = (fields: Fields) => {
  const known = schemas.get(fields)
  if (known) return known
  const made = fieldsSchema(fields)
  schemas.set(fields, made)
  return made
}

export const actorOf = (who: Who | null): Actor =>
  who ? { kind: 'person', id: who.personId, name: who.name } : { kind: 'public', id: null, name: '市民' }
