/** Which fields of a refused entry its person may put right. */
import { isAsked } from '#kernel/contract'
import { useMeta } from '#kernel/web/meta.ts'
import type { FieldMeta } from '#kernel/web/types.ts'
import type { Work } from './entry.ts'

const actionForm = (procedure: string, action: string): readonly FieldMeta[] =>
  useMeta()
    .definition(procedure)
    ?.actions?.find((a) => a.name === action)?.form ?? []
const shownFor: Readonly<Record<string, readonly string[]>> = {
  'cases.case reportSolved': ['description', 'address', 'category', 'result', 'photos', 'afterPhotos'],
}
/** The form of the action, where the person's definitions know it. */
export const formOf = (work: Work): readonly FieldMeta[] => {
  if (work.kind === 'act') return actionForm(work.procedure, work.action)
  if (work.kind === 'record') return useMeta().definition(work.definition)?.fields.filter(isAsked) ?? []
  if (work.kind !== 'open') return []
  const wanted = shownFor[`${work.procedure} ${work.action}`]
  return actionForm(work.procedure, work.action).filter((f) => !wanted || wanted.includes(f.name))
}
const words = ['description', 'address', 'reporterName', 'reporterPhone', 'comment', 'reason', 'note', 'summary']
export const textFields = (work: Work): readonly string[] =>
  words.filter((name) => typeof work.values[name] === 'string' || (name === 'description' && 'description' in work.values))
