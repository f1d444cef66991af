/** My tasks with their places; what is opened soonest is read ahead, so that it can be done without a network. */
import { getSubject, getWork, listRows } from '#kernel/web/api.ts'
import { fileUrl, thumbUrl } from '#kernel/web/call.ts'
import type { SubjectPage, Task, Work } from '#kernel/web/types.ts'
import { metresBetween } from '../place/distance.ts'
import { askOrKept, findKept, keep } from '../store/kept.ts'

export interface PlacedTask extends Task {
  readonly lon: number | null
  readonly lat: number | null
  readonly address: string
}
export interface PlacedWork extends Omit<Work, 'tasks'> {
  readonly tasks: readonly PlacedTask[]
}
const mostTasks = 200
const numberOr = (v: unknown): number | null => (typeof v === 'number' ? v : null)
const placesOf = async (type: string, ids: readonly string[]) => {
  const { rows } = await listRows(type, { filter: { id: ids }, limit: ids.length })
  return rows.map(
    (r) =>
      [r.id, { lon: numberOr(r.lon), lat: numberOr(r.lat), address: typeof r.address === 'string' ? r.address : '' }] as const,
  )
}
const askWork = async (): Promise<PlacedWork> => {
  const work = await getWork({ limit: mostTasks })
  const types = Map.groupBy(work.tasks, (task) => task.subjectType)
  const found = await Promise.all(
    [...types].map(([type, tasks]) => placesOf(type, [...new Set(tasks.map((task) => task.subjectId))]).catch(() => [])),
  )
  const places = new Map(found.flat())
  const tasks = work.tasks.map((task) => ({ ...task, ...(places.get(task.subjectId) ?? { lon: null, lat: null, address: '' }) }))
  return { ...work, tasks }
}
export const loadWork = () => askOrKept('staff work', askWork)

const subjectKey = (procedure: string, id: string): string => `staff subject ${procedure} ${id}`
export const loadSubject = (procedure: string, id: string) =>
  askOrKept(subjectKey(procedure, id), () => getSubject(procedure, id))
export const findKeptSubject = (procedure: string, id: string) => findKept<SubjectPage>(subjectKey(procedure, id))
const isIds = (v: unknown): v is readonly string[] => Array.isArray(v) && v.every((x) => typeof x === 'string' && x.length === 36)
/** Files named by a subject, newest list last. */
export const photoIds = (subject: Readonly<Record<string, unknown>>): readonly string[] =>
  ['photos', 'afterPhotos'].flatMap((name) => (isIds(subject[name]) ? subject[name] : []))

const aheadLimit = 15
/** Reads ahead mine and the soonest; their pictures go through the service worker into its cache. */
export const readAhead = async (tasks: readonly PlacedTask[]): Promise<void> => {
  const soonest = [...tasks].sort((a, b) => Number(b.isMine) - Number(a.isMine)).slice(0, aheadLimit)
  for (const task of soonest) {
    const known = await findKeptSubject(task.subjectType, task.subjectId)
    if (known && known.value.subject.status === task.status) continue
    const page = await getSubject(task.subjectType, task.subjectId)
    await keep(subjectKey(task.subjectType, task.subjectId), page)
    for (const id of photoIds(page.subject).slice(0, 4)) await Promise.allSettled([fetch(thumbUrl(id)), fetch(fileUrl(id))])
  }
}
export const distanceTo = (
  task: { readonly lon: number | null; readonly lat: number | null },
  here: { readonly lon: number; readonly lat: number } | null,
): number | null =>
  here && task.lon !== null && task.lat !== null ? metresBetween([here.lon, here.lat], [task.lon, task.lat]) : null
