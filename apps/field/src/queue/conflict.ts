/** What happened to a subject since it was read: nothing, just what I did, or something of another's. */
import type { SubjectPage } from '#kernel/web/types.ts'
import type { Act, Attachment, Conflict, Values } from './entry.ts'
import { withFiles } from './entry.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
/** Columns that move with every step and say nothing by themselves. */
const moving = new Set(['version', 'head', 'updatedAt', 'dueAt', 'procedureVersion'])

/** My own step that did arrive although its answer did not: the same action by me with the same values. */
export const isAlreadyDone = (page: SubjectPage, work: Act, personId: string | null, files: readonly Attachment[]): boolean => {
  const sent = withFiles(work.values, files)
  return page.timeline.some(
    (e) =>
      e.seq > work.seq &&
      e.action === work.action &&
      e.actor.id === personId &&
      Object.entries(sent).every(([name, value]) => same(e.detail[name], value)),
  )
}
export const conflictOf = (page: SubjectPage, work: Act): Conflict => {
  const now = page.subject as Values
  const names = new Set([...Object.keys(work.before), ...Object.keys(now)])
  const fields = [...names].flatMap((name) => {
    const [before, theirs] = [work.before[name], now[name]]
    if (moving.has(name) || same(before, theirs)) return []
    return [{ name, before: before ?? null, theirs: theirs ?? null, ...(name in work.values ? { mine: work.values[name] } : {}) }]
  })
  const offered = page.actions.find((a) => a.name === work.action)
  return {
    version: page.subject.version,
    seq: page.timeline.at(-1)?.seq ?? work.seq,
    statusZh: page.statusZh,
    steps: page.timeline.filter((e) => e.seq > work.seq).map((e) => ({ at: e.at, who: e.actor.name, zh: e.actionZh })),
    fields,
    closedZh: offered ? offered.refusalZh : page.statusZh,
  }
}
