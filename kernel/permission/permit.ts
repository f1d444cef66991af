/** Permission is a verb plus a jurisdiction (area, unit, post), never a role name. */
import { type Refusal, refuse } from '../errors.ts'

export interface Grant {
  readonly verbs: readonly string[]
  /** District, street, community or cell code: everything below it is covered. */
  readonly areaCode: string
  readonly unitId: string | null
  readonly postId: string
  /** Name of the person who lent this grant. */
  readonly onBehalfOf?: string
}
/** A signed-in person with everything that decides what they may do. */
export interface Who {
  readonly personId: string
  readonly name: string
  readonly district: string
  /** Districts whose rows may be seen at all: the row-level-security border. */
  readonly districts: readonly string[]
  readonly unitId: string | null
  readonly grants: readonly Grant[]
}
export interface Scope {
  readonly areaCode?: string | null
  readonly unitId?: string | null
  readonly personId?: string | null
}

const verbNames = new Map<string, string>()
export const nameVerbs = (names: Readonly<Record<string, string>>): void => {
  for (const [verb, zh] of Object.entries(names)) verbNames.set(verb, zh)
}
export const verbZh = (verb: string): string => verbNames.get(verb) ?? verb
export const allVerbs = (): readonly (readonly [string, string])[] => [...verbNames].sort(([a], [b]) => (a < b ? -1 : 1))

/** `cases.*` covers every verb of cases. There is no verb that covers all: 三员分立 keeps the administrators apart. */
export const coversVerb = (granted: readonly string[], verb: string): boolean =>
  granted.some((g) => g === verb || (g.endsWith('.*') && verb.startsWith(g.slice(0, -1))))

const coversArea = (granted: string, areaCode: string | null | undefined): boolean =>
  !areaCode || areaCode.startsWith(granted) || granted.startsWith(areaCode)

/** The grant under which a person may use a verb on a scope, or the refusal that says what is missing. */
export const permit = (
  who: Who | null,
  verb: string,
  scope: Scope = {},
): { readonly grant: Grant } | { readonly refusal: Refusal } => {
  if (!who) return { refusal: refuse('identity.required') }
  const withVerb = who.grants.filter((g) => coversVerb(g.verbs, verb))
  if (withVerb.length === 0) return { refusal: refuse('permission.denied', { verb: verbZh(verb) }) }
  const inArea = withVerb.filter((g) => coversArea(g.areaCode, scope.areaCode))
  if (inArea.length === 0) return { refusal: refuse('permission.area', { verb: verbZh(verb), area: scope.areaCode ?? '' }) }
  if (scope.personId && scope.personId !== who.personId && !inArea.some((g) => g.onBehalfOf))
    return { refusal: refuse('permission.person', { person: '他人' }) }
  const ofUnit = scope.unitId ? inArea.filter((g) => g.unitId === scope.unitId) : inArea
  const grant = ofUnit[0]
  return grant ? { grant } : { refusal: refuse('permission.unit', { unit: '其他单位' }) }
}
export const mayDo = (who: Who | null, verb: string, scope: Scope = {}): boolean => 'grant' in permit(who, verb, scope)
