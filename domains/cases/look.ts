/** What actions of a case look up before they act. */
import type { Transaction } from 'kysely'
import { dayText, type LimitValue, raw } from '#kernel'
import { type DutyEntry, resolveDuty } from './duty.ts'

export interface ConditionFound {
  readonly kind: string
  readonly category: string
  readonly limit: LimitValue
  readonly isActive: boolean
}
export const findCondition = async (tx: Transaction<unknown>, id: string): Promise<ConditionFound | undefined> => {
  const { rows } = await raw<ConditionFound>(
    tx,
    'select kind, category, limit_ as "limit", is_active as "isActive" from cases.condition where id = $1 and retired_at is null',
    [id],
  )
  return rows[0]
}
export const loadDuties = async (tx: Transaction<unknown>): Promise<readonly DutyEntry[]> => {
  const { rows } = await raw<DutyEntry>(
    tx,
    `select id, kind, coalesce(category_prefix, '') as "categoryPrefix", area_prefix as "areaPrefix", unit as "unitId", role, valid_from as "validFrom", valid_to as "validTo" from cases.duty where retired_at is null`,
    [],
  )
  return rows
}
export interface DutyQuestion {
  readonly kind: string | null
  readonly category: string | null
  readonly areaCode: string | null
  readonly day: Date
}
export const findDutyUnits = async (
  tx: Transaction<unknown>,
  question: DutyQuestion,
): Promise<{ readonly lead: string | null; readonly assist: readonly string[] }> => {
  if (!question.kind || !question.category || !question.areaCode) return { lead: null, assist: [] }
  const day = dayText(question.day)
  const found = resolveDuty(await loadDuties(tx), {
    kind: question.kind,
    category: question.category,
    areaCode: question.areaCode,
    day,
  })
  return { lead: found.lead?.unitId ?? null, assist: found.assist.map((d) => d.unitId) }
}
/** A unit whose area is a street or less is the street's; the district's otherwise. City units are named by the dispatcher. */
export const findUnitLevel = async (tx: Transaction<unknown>, id: string | null): Promise<'street' | 'district'> => {
  const { rows } = await raw<{ area: string | null }>(tx, 'select area_code as area from kernel.unit where id = $1', [id])
  return (rows[0]?.area?.length ?? 0) >= 9 ? 'street' : 'district'
}
/** To whom a case goes: the units chosen, or those of the duty list, and the level of the one that leads. */
export const findDispatch = async ({
  tx,
  subject,
  input,
  now,
}: {
  readonly tx: Transaction<unknown>
  readonly subject: { readonly categoryKind: string | null; readonly category: string | null; readonly areaCode: string | null }
  readonly input: { readonly unit?: string | null; readonly assistUnits?: readonly string[] | null }
  readonly now: Date
}) => {
  const { categoryKind: kind, category, areaCode } = subject
  const duty = await findDutyUnits(tx, { kind, category, areaCode, day: now })
  const unit = input.unit ?? duty.lead
  const assist = [...new Set(input.assistUnits ?? duty.assist.filter((id) => id !== unit))]
  const { rows } = await raw<{ n: number }>(tx, 'select count(*)::int as n from kernel.unit where id::text = any($1::text[])', [
    assist,
  ])
  return { unit, assist, isUnknown: (rows[0]?.n ?? 0) < assist.length, level: await findUnitLevel(tx, unit) }
}
/** Whose the open task of a case is, where it was drawn for one person. */
export const findDrawn = async (tx: Transaction<unknown>, id: string): Promise<string | null> => {
  const { rows } = await raw<{ person: string | null }>(
    tx,
    'select person_id as person from kernel.task where subject_id = $1 and done_at is null',
    [id],
  )
  return rows[0]?.person ?? null
}
export const isOfUnit = async (tx: Transaction<unknown>, person: string | null, unit: string | null): Promise<boolean> => {
  const { rows } = await raw(
    tx,
    `select 1 from kernel.person n where n.id = $1 and (n.unit_id = $2 or exists (select 1 from kernel.appointment a where a.person_id = n.id and a.unit_id = $2
       and (a.valid_to is null or a.valid_to > current_date)))`,
    [person, unit],
  )
  return rows.length > 0
}
/** Whether a picture of after is one of before, by what is in it. */
export const isSamePicture = async (
  tx: Transaction<unknown>,
  before: readonly string[],
  after: readonly string[],
): Promise<boolean> => {
  const { rows } = await raw(
    tx,
    'select 1 from kernel.file a join kernel.file b on b.sha256 = a.sha256 where a.id = any($1::uuid[]) and b.id = any($2::uuid[]) limit 1',
    [before, after],
  )
  return rows.length > 0
}
export const findOpenCase = async (tx: Transaction<unknown>, id: string): Promise<{ readonly id: string } | undefined> => {
  const { rows } = await raw<{ id: string }>(tx, 'select id from cases."case" where id = $1 and closed_at is null', [id])
  return rows[0]
}
export interface Sight {
  /** From the case to the farthest place that phone or pictures tell; null where none of them does. */
  readonly metres: number | null
  /** A picture the case has already: of the report or of the handling. */
  readonly isOld: boolean
}
const sightSql = `with p as (select sha256, taken_lon as lon, taken_lat as lat from kernel.file where id = any($1::uuid[])),
    seen as (select lon, lat from p where lon is not null union all select $5::float8, $6::float8 where $5 is not null and $6 is not null)
  select exists (select 1 from p where sha256 in (select sha256 from kernel.file where id = any($2::uuid[]))) as "isOld",
    (select round(max(st_distance(st_setsrid(st_makepoint(lon, lat), 4326)::geography, st_setsrid(st_makepoint($3::float8, $4::float8), 4326)::geography)))::int from seen where $3 is not null) as metres`
/** What tells of a check whether it was made anew and there. The camera's own hour is not asked: phones are set wrong. */
export const findSight = async (
  tx: Transaction<unknown>,
  c: {
    readonly lon: number | null
    readonly lat: number | null
    readonly photos: readonly string[] | null
    readonly afterPhotos: readonly string[] | null
  },
  by: { readonly photos: readonly string[]; readonly lon?: number | null; readonly lat?: number | null },
): Promise<Sight> => {
  const { rows } = await raw<Sight>(tx, sightSql, [
    by.photos,
    [...(c.photos ?? []), ...(c.afterPhotos ?? [])],
    c.lon,
    c.lat,
    by.lon ?? null,
    by.lat ?? null,
  ])
  return rows[0] ?? { metres: null, isOld: false }
}
