/** What an officer's report becomes in the queue: a case, a case solved already, or a record. */
import { serverNow } from '#kernel/web/clock.ts'
import type { CodeOption } from '#kernel/web/codes.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'
import type { Choice } from '#kernel/web/types.ts'
import type { TakenPhoto } from '../photo/shrink.ts'
import type { Values, Work } from '../queue/entry.ts'
import type { Draft, NewEntry } from '../queue/keep.ts'
import { currentPatrol } from './patrol.ts'
import { me } from './session.ts'

export const modes = ['report', 'solved', 'correction'] as const
export type Mode = (typeof modes)[number]
export interface Report {
  readonly mode: Mode
  readonly title: string
  readonly note: string
  readonly address: string
  readonly code: CodeOption | undefined
  readonly component: string | undefined
  readonly matter: Choice | undefined
  readonly result: string
  readonly isUrgent: boolean
  readonly place: { readonly lon: number; readonly lat: number } | null
  readonly photos: readonly TakenPhoto[]
  readonly afterPhotos: readonly TakenPhoto[]
}
const common = (r: Report): Values => ({
  description: r.title,
  source: useMeta().may('cases.handle') ? 'officer' : 'collector',
  ...(r.address ? { address: r.address } : {}),
  ...(r.code ? { categoryKind: r.code.kind, category: r.code.code } : {}),
  ...(r.component ? { component: r.component } : {}),
})
const correction = (r: Report): Work => ({
  kind: 'record',
  definition: 'intake.correction',
  values: {
    matter: r.matter?.value,
    ...(r.note ? { note: r.note.slice(0, 500) } : {}),
    ...(currentPatrol.value?.plan ? { plan: currentPatrol.value.plan } : {}),
  },
  place: r.place,
  at: new Date(serverNow()).toISOString(),
})
const solved = (r: Report): Work => ({
  kind: 'open',
  procedure: 'cases.case',
  action: 'reportSolved',
  place: r.place,
  values: { ...common(r), urgency: r.isUrgent ? 'urgent' : 'normal', result: r.result },
})
const reported = (r: Report): Work => ({
  kind: 'report',
  values: { ...common(r), ...(r.place ?? {}), isUrgent: r.isUrgent },
})
const filesIn = (field: string, photos: readonly TakenPhoto[]): readonly Draft[] =>
  photos.map(({ name, blob }) => ({ field, name, blob }))

export const entryOf = (r: Report): NewEntry => {
  const isSolved = r.mode === 'solved'
  return {
    personId: me()?.personId ?? null,
    title: r.mode === 'correction' ? `${t('report.mode.correction')} ${r.matter?.zh ?? ''}` : r.title.slice(0, 40),
    work: r.mode === 'correction' ? correction(r) : isSolved ? solved(r) : reported(r),
    files: [...filesIn('photos', r.photos), ...(isSolved ? filesIn('afterPhotos', r.afterPhotos) : [])],
  }
}
