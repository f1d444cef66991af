/** The file of a case as its next step finds it: everything a guard asks about, read at once. */
import type { Transaction } from 'kysely'
import { dayOf, type LookContext, raw, type WorkingCalendar } from '#kernel'
import { type Benchmark, type Favoured, favouredLaw, findBenchmarks, findLaws } from '../law.ts'
import { findOfficers, type Officer } from '../officers.ts'

export interface PowerRow {
  readonly item: string
  readonly areaPrefix: string
  readonly unit: string | null
  readonly validFrom: string
  readonly validTo: string | null
}
export interface CaseFile {
  readonly day: string
  readonly calendar: WorkingCalendar
  /** Handlers and whoever acts, with certificates of the day. */
  readonly officers: readonly Officer[]
  readonly actorUnitId: string | null
  readonly party: { readonly name: string; readonly kind: 'person' | 'org'; readonly isReachable: boolean } | null
  readonly favoured: Favoured
  readonly benchmarks: readonly Benchmark[]
  readonly powers: readonly PowerRow[]
  readonly lenient: readonly string[]
  readonly earlierWarnings: number
  readonly earlierPenalties: number
  readonly evidence: { readonly verified: number; readonly open: number; readonly remote: number }
  readonly records: readonly { readonly step: string; readonly hasText: boolean; readonly hasMedia: boolean }[]
  readonly rules: readonly { readonly step: string; readonly needsText: boolean; readonly needsMedia: boolean }[]
  readonly openHolds: number
  readonly openSeizures: number
  readonly openRemedies: number
  readonly reviewedRemedies: number
  readonly unpublished: number
  readonly published: number
  readonly unserved: number
  readonly faceToFace: number
}
interface FileSubject {
  readonly id: string
  readonly topic: string
  readonly lawCode: string
  readonly happenedOn: string
  readonly party: string
  readonly areaCode: string | null
  readonly handler: string | null
  readonly coHandler: string | null
}
/** 音视频: sound or film; a picture is neither. */
export const hasSound = (column: string): string =>
  `exists (select 1 from kernel.file f where f.id = any(${column}) and (f.mime like 'video/%' or f.mime like 'audio/%'))`
const countsSql = `select
  (select count(*)::int from enforcement.evidence e where e.penalty = $1 and e.status = 'verified') as verified,
  (select count(*)::int from enforcement.evidence e where e.penalty = $1 and e.status = 'collected') as open,
  (select count(*)::int from enforcement.evidence e where e.penalty = $1 and e.status = 'verified' and e.origin <> 'onSite') as remote,
  (select coalesce(json_agg(json_build_object('step', p.step, 'hasText', coalesce(p.words, '') <> '', 'hasMedia', ${hasSound('p.media')})), '[]')
     from enforcement.process_record p where p.penalty = $1) as records,
  (select coalesce(json_agg(json_build_object('step', u.step, 'needsText', u.needs_text, 'needsMedia', u.needs_media)), '[]') from enforcement.record_rule u
     where u.retired_at is null and (u.topic is null or u.topic = $2) and u.valid_from <= $3::date and (u.valid_to is null or u.valid_to > $3::date)) as rules,
  (select count(*)::int from enforcement.hold h where h.penalty = $1 and h.closed_at is null) as "openHolds",
  (select count(*)::int from enforcement.seizure s where s.penalty = $1 and s.closed_at is null) as "openSeizures",
  (select count(*)::int from enforcement.remedy m where m.penalty = $1 and m.closed_at is null) as "openRemedies",
  (select count(*)::int from enforcement.remedy m where m.penalty = $1 and m.kind = 'review' and m.closed_at is not null) as "reviewedRemedies",
  (select count(*)::int from enforcement.publication b where b.penalty = $1 and b.closed_at is null and b.status <> 'published') as unpublished,
  (select count(*)::int from enforcement.publication b where b.penalty = $1 and b.status in ('published', 'exempt')) as published,
  (select count(*)::int from enforcement.document d where d.penalty = $1 and d.status = 'issued' and d.must_serve) as unserved,
  (select count(*)::int from enforcement.document d where d.penalty = $1 and d.status = 'served' and d.service_kind not in ('mail', 'electronic')) as "faceToFace"`

const findParty = async (tx: Transaction<unknown>, id: string): Promise<CaseFile['party']> => {
  const { rows } = await raw<NonNullable<CaseFile['party']>>(
    tx,
    'select name, kind, is_reachable as "isReachable" from enforcement.party where id = $1 and retired_at is null',
    [id],
  )
  return rows[0] ?? null
}
/** Powers listed for the act that cover the place; when they are in force is asked by the guard. */
const findPowers = async (tx: Transaction<unknown>, code: string, area: string | null): Promise<readonly PowerRow[]> => {
  const { rows } = await raw<PowerRow>(
    tx,
    `select item, area_prefix as "areaPrefix", unit, valid_from as "validFrom", valid_to as "validTo" from enforcement.power
     where code = $1 and retired_at is null and coalesce($2, '') like area_prefix || '%' order by valid_from`,
    [code, area],
  )
  return rows
}
const findLenient = async (tx: Transaction<unknown>, code: string, day: string): Promise<readonly string[]> => {
  const { rows } = await raw<{ kind: string }>(
    tx,
    `select kind from enforcement.leniency where law = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
    [code, day],
  )
  return rows.map((r) => r.kind)
}
/** The counter of earlier warnings: what decides when leniency ends. Only acts of the same kind by the same party, within the days. */
export const countEarlier = async (
  tx: Transaction<unknown>,
  of: { readonly party: string; readonly lawCode: string; readonly id: string; readonly since: Date },
): Promise<{ readonly warnings: number; readonly penalties: number }> => {
  const { rows } = await raw<{ warnings: number; penalties: number }>(
    tx,
    `select (select count(*)::int from enforcement.measure m where m.party = $1 and m.law_code = $2 and m.id <> $3 and m.created_at >= $4 and m.kind in ('educate', 'order') and m.status <> 'revoked') as warnings,
       (select count(*)::int from enforcement.penalty p where p.party = $1 and p.law_code = $2 and p.id <> $3 and p.decided_at >= $4 and p.status not in ('revoked', 'not_punished')) as penalties`,
    [of.party, of.lawCode, of.id, of.since],
  )
  return rows[0] ?? { warnings: 0, penalties: 0 }
}

/** @param extra people named in the form who take part as officers. */
export const readFile = async (
  ctx: Pick<LookContext<unknown, unknown>, 'kernel' | 'tx' | 'actor' | 'now'> & { readonly subject: unknown },
  extra: readonly (string | null | undefined)[] = [],
): Promise<CaseFile> => {
  const { tx, kernel, now, actor } = ctx
  const subject = ctx.subject as FileSubject & { readonly district: string }
  const day = dayOf(kernel, subject.district, now)
  const party = await findParty(tx, subject.party)
  const kind = party?.kind ?? 'person'
  const days = kernel.parameters.value(subject.district, 'enforcement.lenient-days', day)
  const earlier = await countEarlier(tx, {
    party: subject.party,
    lawCode: subject.lawCode,
    id: subject.id,
    since: new Date(now.getTime() - days * 86_400_000),
  })
  const { rows } = await raw<{ verified: number; open: number; remote: number } & Omit<CaseFile, 'evidence'>>(tx, countsSql, [
    subject.id,
    subject.topic,
    day,
  ])
  const { verified = 0, open = 0, remote = 0, ...counts } = rows[0] ?? ({} as Partial<(typeof rows)[number]>)
  const everybody = await findOfficers(tx, [subject.handler, subject.coHandler, actor.id, ...extra], day, subject.areaCode)
  const involved = new Set([subject.handler, subject.coHandler, ...extra])
  return {
    ...(counts as CaseFile),
    day,
    calendar: kernel.calendar(subject.district),
    evidence: { verified, open, remote },
    party,
    officers: everybody.filter((o) => involved.has(o.id)),
    actorUnitId: everybody.find((o) => o.id === actor.id)?.unitId ?? null,
    favoured: favouredLaw(await findLaws(tx, subject.lawCode, kind), subject.happenedOn, day),
    benchmarks: await findBenchmarks(tx, subject.lawCode, kind, day),
    powers: await findPowers(tx, subject.lawCode, subject.areaCode),
    lenient: await findLenient(tx, subject.lawCode, day),
    earlierWarnings: earlier.warnings,
    earlierPenalties: earlier.penalties,
  }
}
