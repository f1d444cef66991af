/** What this person may begin or enter in the field: every opening of a procedure, every record and register that is theirs to write. */
import { isAsked } from '#kernel/contract'
import { serverNow } from '#kernel/web/clock.ts'
import { labelOf } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'
import { titleText } from '#kernel/web/names.ts'
import type { ActionMeta, DefinitionMeta, FieldMeta } from '#kernel/web/types.ts'
import type { FormFiles } from '../form/files.ts'
import type { Values } from '../queue/entry.ts'
import type { NewEntry } from '../queue/keep.ts'
import { findKept, keep } from '../store/kept.ts'

export interface Start {
  readonly key: string
  readonly path: string
  readonly zh: string
  readonly about: string
  readonly group: string
  readonly definition: DefinitionMeta
  readonly action: ActionMeta | undefined
  readonly form: readonly FieldMeta[]
}
const startOf = (definition: DefinitionMeta, action: ActionMeta | undefined): Start => ({
  key: `${definition.id} ${action?.name ?? ''}`,
  path: `/work/start/${definition.id}${action ? `/${action.name}` : ''}`,
  zh: action ? action.zh : definition.zh,
  about: action && action.zh !== definition.zh ? definition.zh : '',
  group: definition.menu ?? '',
  definition,
  action,
  form: action ? action.form : definition.fields.filter(isAsked),
})
/** A case has a page of its own; a register with lines or areas is drawn at a desk. */
const isElsewhere = (d: DefinitionMeta): boolean =>
  d.id === 'cases.case' || (d.primitive === 'register' && d.geometry !== null && d.geometry !== 'Point')
export const startsOf = (definitions: readonly DefinitionMeta[]): readonly Start[] =>
  definitions
    .filter((d) => d.menu !== null && !isElsewhere(d))
    .flatMap((d) =>
      d.primitive === 'procedure'
        ? (d.actions ?? []).filter((a) => a.isNew && a.mayDo).map((a) => startOf(d, a))
        : d.mayWrite
          ? [startOf(d, undefined)]
          : [],
    )
export const findStart = (definition: string, action: string | undefined): Start | undefined =>
  startsOf(useMeta().meta?.definitions ?? []).find((s) => s.key === `${definition} ${action ?? ''}`)
export const wordsOf = (s: Start): readonly string[] => [s.zh, s.about, s.group, ...s.form.slice(0, 3).map(labelOf)]

/** What is begun with a thing in hand: every start that must name one of these, the thing already named. */
export const startsWith = (
  target: string,
  id: string,
): readonly { readonly key: string; readonly zh: string; readonly to: string }[] =>
  startsOf(useMeta().meta?.definitions ?? []).flatMap((s) => {
    const field = s.form.find((f) => f.kind === 'ref' && f.target === target && !f.isOptional && !f.isList)
    return field ? [{ key: s.key, zh: s.about || s.zh, to: `${s.path}?${field.name}=${id}` }] : []
  })

const recentKey = 'staff starts'
const mostRecent = 8
export const recentStarts = async (): Promise<readonly string[]> => (await findKept<readonly string[]>(recentKey))?.value ?? []
export const rememberStart = async (key: string): Promise<void> =>
  keep(recentKey, [key, ...(await recentStarts()).filter((k) => k !== key)].slice(0, mostRecent))

/** Where the place is part of it: every subject of a procedure, and what has a point on the map. */
export const isPlaced = ({ definition }: Start): boolean =>
  definition.primitive === 'procedure' || definition.geometry === 'Point'
export const entryOfStart = (
  { definition, action, zh }: Start,
  values: Values,
  place: { readonly lon: number; readonly lat: number } | null,
  files: FormFiles,
  personId: string | null,
): NewEntry => ({
  personId,
  title: `${zh} ${titleText(definition, values).slice(0, 30)}`.trim(),
  work: action
    ? { kind: 'open', procedure: definition.id, action: action.name, place, values }
    : {
        kind: 'record',
        definition: definition.id,
        values,
        place,
        ...(definition.primitive === 'record' ? { at: new Date(serverNow()).toISOString() } : {}),
      },
  files: Object.entries(files).flatMap(([field, list]) => list.map((p) => ({ field, name: p.name, blob: p.blob }))),
})
