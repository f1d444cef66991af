/**
 * Alarms and weather responses as CAP 1.2 messages (OASIS, 2010). A message is one entry of the journal, told as things stood then:
 * the same address gives the same message for ever. The first is an Alert, each further step an Update that names all before it, a
 * false alarm or a withdrawn notice a Cancel.
 */
import type { Transaction } from 'kysely'
import { severities, weatherLevels } from '#domains/sensing/rules/words.ts'
import { foldJournal, raw } from '#kernel'

export type MessageType = 'Alert' | 'Update' | 'Cancel'
export interface Message {
  readonly identifier: string
  readonly subject: string
  readonly kind: 'alarm' | 'weather'
  readonly sent: Date
  readonly type: MessageType
  /** Messages before it about the same thing, oldest first. */
  readonly earlier: readonly { readonly identifier: string; readonly sent: Date }[]
  readonly isOver: boolean
  readonly severity: 'Extreme' | 'Severe' | 'Moderate' | 'Minor'
  readonly category: 'Fire' | 'Infra' | 'Env' | 'Met' | 'Safety'
  readonly event: string
  readonly headline: string
  readonly description: string
  readonly onset: Date
  readonly expires: Date | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const severityOf: Readonly<Record<string, Message['severity']>> = {
  critical: 'Extreme',
  alarm: 'Severe',
  warning: 'Moderate',
  notice: 'Minor',
  red: 'Extreme',
  orange: 'Severe',
  yellow: 'Moderate',
  blue: 'Minor',
}
const categoryOf: Readonly<Record<string, Message['category']>> = {
  smoke: 'Fire',
  gas: 'Safety',
  environment: 'Env',
  leachate: 'Env',
}
/** Steps of an alarm that outsiders are told of; repeats and clearing are told by none. */
const alarmSteps: Readonly<Record<string, { readonly type: MessageType; readonly zh: string; readonly isOver?: boolean }>> = {
  raise: { type: 'Alert', zh: '已告警,待确认' },
  acknowledge: { type: 'Update', zh: '已确认,队伍前往处置' },
  arrive: { type: 'Update', zh: '队伍已到场' },
  handle: { type: 'Update', zh: '已处置,待核实' },
  redo: { type: 'Update', zh: '未处置好,继续处置' },
  close: { type: 'Update', zh: '已核实办结,警情解除', isOver: true },
  mistake: { type: 'Cancel', zh: '经核为误报,予以取消', isOver: true },
  test: { type: 'Cancel', zh: '经核为试验,予以取消', isOver: true },
}
/** Kinds that follow people or vehicles: never public. */
export const privateKinds: readonly string[] = ['terminal', 'camera', 'radio', 'recycler', 'exchange']
export const severityRank: Readonly<Record<string, number>> = Object.fromEntries(Object.keys(severities).map((s, i) => [s, i]))

interface Entry {
  readonly subject: string
  readonly number: string
  readonly seq: number
  readonly at: Date
  readonly action: string
  readonly changes: Readonly<Record<string, unknown>>
}
const dateOf = (value: unknown): Date | null => (value == null ? null : new Date(String(value)))
const numberOf = (value: unknown): number | null => (value == null ? null : Number(value))
const place = (state: Readonly<Record<string, unknown>>) => ({
  lon: numberOf(state.lon),
  lat: numberOf(state.lat),
  areaCode: state.areaCode == null ? null : String(state.areaCode),
})
const earlierOf = (messages: readonly Message[]) => messages.map(({ identifier, sent }) => ({ identifier, sent }))

const alarmMessages = (district: string, entries: readonly Entry[]): readonly Message[] => {
  const messages: Message[] = []
  entries.forEach((entry, i) => {
    const step = alarmSteps[entry.action]
    if (!step) return
    const state = foldJournal(entries.slice(0, i + 1))
    const title = String(state.title)
    const measured = state.value == null ? '' : `,测得 ${state.value}${state.limit == null ? '' : `,限值 ${state.limit}`}`
    messages.push({
      identifier: `${district}.${entry.number}.${entry.seq}`,
      subject: entry.subject,
      kind: 'alarm',
      sent: entry.at,
      type: step.type,
      earlier: earlierOf(messages),
      isOver: step.isOver ?? false,
      severity: severityOf[String(state.severity)] ?? 'Moderate',
      category: categoryOf[String(state.deviceKind)] ?? 'Infra',
      event: title,
      headline: `${title}:${step.zh}`,
      description: `${severities[String(state.severity) as keyof typeof severities] ?? ''}级告警${measured}。${step.zh}。`,
      onset: dateOf(state.raisedAt) ?? entry.at,
      expires: null,
      ...place(state),
    })
  })
  return messages
}
const weatherMessages = (district: string, entries: readonly Entry[]): readonly Message[] => {
  const messages: Message[] = []
  entries.forEach((entry, i) => {
    const state = foldJournal(entries.slice(0, i + 1))
    const level = weatherLevels[String(state.level) as keyof typeof weatherLevels] ?? ''
    const isOver = entry.action === 'retire'
    messages.push({
      identifier: `${district}.W${entry.subject.replaceAll('-', '').slice(-12)}.${entry.seq}`,
      subject: entry.subject,
      kind: 'weather',
      sent: entry.at,
      type: isOver ? 'Cancel' : messages.length === 0 ? 'Alert' : 'Update',
      earlier: earlierOf(messages),
      isOver,
      severity: severityOf[String(state.level)] ?? 'Moderate',
      category: 'Met',
      event: String(state.name),
      headline: isOver ? `${state.name}:已撤销` : `${level}${state.name}`,
      description: `${state.source}发布,等级${level}。${isOver ? '已撤销。' : '请注意防范。'}`,
      onset: dateOf(state.startsAt) ?? entry.at,
      expires: dateOf(state.endsAt),
      ...place(state),
    })
  })
  return messages
}
export interface Selection {
  /** Least rank of severity of alarms that are told; weather notices always are. */
  readonly leastRank: number
  readonly isPublic: boolean
  /** Things that ended before this are left out. */
  readonly endedSince: Date
  /** One subject only. */
  readonly subject?: string
}
const most = 500
const subjectsSql = `select 'alarm' as kind, a.id, a.number from sensing.alarm a
    where a.district = $1 and a.severity = any($2::text[]) and not (a.device_kind = any($3::text[]))
      and (a.closed_at is null or a.closed_at >= $4) and ($5::uuid is null or a.id = $5)
  union all
  select 'weather', w.id, '' from sensing.weather w
    where w.district = $1 and coalesce(w.ends_at, w.retired_at, 'infinity') >= $4 and (w.retired_at is null or w.retired_at >= $4) and ($5::uuid is null or w.id = $5)`

/** All messages of each thing that is going on or ended lately, oldest first within a thing. */
export const listMessages = async (
  tx: Transaction<unknown>,
  district: string,
  { leastRank, isPublic, endedSince, subject }: Selection,
): Promise<readonly (readonly Message[])[]> => {
  const told = Object.keys(severities).filter((s) => (severityRank[s] ?? 0) >= leastRank)
  const { rows } = await raw<Entry & { readonly kind: 'alarm' | 'weather' }>(
    tx,
    `with s as (select * from (${subjectsSql}) x order by id desc limit ${most})
     select s.kind, s.id as subject, s.number, j.seq, j.at, j.action, j.changes from s
     join kernel.journal j on j.district = $1 and j.subject_id = s.id order by s.id desc, j.seq`,
    [district, told, isPublic ? privateKinds : [], endedSince, subject ?? null],
  )
  return [...Map.groupBy(rows, (r) => r.subject).values()].map((entries) =>
    entries[0]?.kind === 'weather' ? weatherMessages(district, entries) : alarmMessages(district, entries),
  )
}
