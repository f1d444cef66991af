/** What is computed over the base registers: staffing, key points, data arriving, sector completeness. */
import type { Transaction } from 'kysely'
import { type Kernel, raw, subjectInBox, tableName } from '#kernel'
import { frequencyDays } from './sharing.ts'

export const staffing = async (tx: Transaction<unknown>, on: string) => {
  const { rows } = await raw<{ areaCode: string; formal: number; auxiliary: number }>(
    tx,
    `select area as "areaCode", (count(*) filter (where establishment = 'formal'))::int as formal, (count(*) filter (where establishment = 'auxiliary'))::int as auxiliary
     from grid.staff where retired_at is null and valid_from <= $1::date and (valid_to is null or valid_to > $1::date) group by 1 order by 1`,
    [on],
  )
  const level = (code: string): string => ({ 6: '区', 9: '街道', 12: '社区', 15: '网格' })[code.length] ?? ''
  const cells = await raw<{ code: string }>(tx, `select code from kernel.area where level = 'community' and valid_to is null`, [])
  const uncovered = cells.rows.filter((c) => !rows.some((r) => r.areaCode.startsWith(c.code) || c.code === r.areaCode)).length
  return {
    uncovered,
    rows: rows.map((r) => ({
      ...r,
      level: level(r.areaCode),
      formalShare: r.formal + r.auxiliary === 0 ? null : Math.round((r.formal / (r.formal + r.auxiliary)) * 10_000) / 100,
    })),
  }
}
/** Cases within 100 m in 30 days, and whether the last patrol is older than the point allows. */
export const keyPointFigures = async (tx: Transaction<unknown>, now: Date) =>
  (
    await raw<{
      id: string
      name: string
      kind: string
      level: string
      patrolHours: number
      cases: number
      lastVisit: Date | null
      isMissed: boolean
    }>(
      tx,
      `select k.id, k.name, k.kind, k.level, k.patrol_hours as "patrolHours",
         (select count(*)::int from cases."case" c where c.created_at > $1::timestamptz - interval '30 days' and ${subjectInBox('st_expand(k.geom, 0.0012)', 'c')} and st_dwithin(c.geom::geography, k.geom::geography, 100)) as cases,
         v.last as "lastVisit", (v.last is null or v.last < $1::timestamptz - make_interval(hours => k.patrol_hours)) as "isMissed"
       from grid.key_point k left join lateral (select max(at) as last from grid.point_visit p where p.point = k.id) v on true
       where k.retired_at is null order by 8 desc, 6 desc, k.name`,
      [now],
    )
  ).rows

export const dataFigures = async (tx: Transaction<unknown>, now: Date) => {
  const items = await raw<{
    id: string
    name: string
    frequency: keyof typeof frequencyDays
    last: Date | null
    rows: number
    badRows: number
  }>(
    tx,
    `select i.id, i.name, i.frequency, max(d.at) as last, coalesce(sum(d.rows_), 0)::int as rows, coalesce(sum(d.bad_rows), 0)::int as "badRows"
     from grid.data_item i left join (select item, at, "rows" as rows_, bad_rows from grid.delivery) d on d.item = i.id where i.retired_at is null group by i.id, i.name, i.frequency order by i.name`,
    [],
  )
  const listed = items.rows.map((i) => ({
    ...i,
    quality: i.rows === 0 ? null : Math.round((1 - i.badRows / i.rows) * 10_000) / 100,
    isReceived: i.last !== null && now.getTime() - i.last.getTime() <= (frequencyDays[i.frequency] ?? 1) * 86_400_000,
  }))
  const apps = await raw<{ connected: number; required: number }>(
    tx,
    `select (count(*) filter (where state = 'connected' and is_required))::int as connected, (count(*) filter (where is_required))::int as required from grid.application where retired_at is null`,
    [],
  )
  const unused = await raw<{ id: string; number: string; purpose: string }>(
    tx,
    `select s.id, s.number, s.purpose from grid.sharing s where s.status = 'granted' and not exists (select 1 from grid.sharing_use u where u.sharing = s.id)`,
    [],
  )
  return {
    items: listed,
    received: listed.filter((i) => i.isReceived).length,
    catalogued: listed.length,
    connected: apps.rows[0]?.connected ?? 0,
    required: apps.rows[0]?.required ?? 0,
    unused: [...unused.rows],
  }
}
/** Completeness = min(1, have ÷ expected) × share updated within the duty's cycle, of 100. */
export const sectorFigures = async (tx: Transaction<unknown>, kernel: Kernel, now: Date) => {
  const { rows } = await raw<{
    sector: string
    objectType: string
    register: string
    categoryPrefix: string | null
    expected: number
    updateDays: number
  }>(
    tx,
    `select sector, object_type as "objectType", register, category_prefix as "categoryPrefix", expected, update_days::float8 as "updateDays" from grid.sector_set where retired_at is null order by sector, object_type`,
    [],
  )
  const out = []
  for (const set of rows) {
    const definition = kernel.definition(set.register)
    if (definition?.primitive !== 'register') continue
    const filter = set.categoryPrefix ? `and category like $2 || '%'` : ''
    const counted = await raw<{ have: number; fresh: number }>(
      tx,
      `select count(*)::int as have, (count(*) filter (where updated_at > $1))::int as fresh from ${tableName(definition)} where retired_at is null ${filter}`,
      [new Date(now.getTime() - set.updateDays * 86_400_000), ...(set.categoryPrefix ? [set.categoryPrefix] : [])],
    )
    const { have = 0, fresh = 0 } = counted.rows[0] ?? {}
    const score =
      set.expected === 0 || have === 0
        ? set.expected === 0
          ? null
          : 0
        : Math.round(Math.min(1, have / set.expected) * (fresh / have) * 10_000) / 100
    out.push({ sector: set.sector, objectType: set.objectType, expected: set.expected, have, fresh, score })
  }
  return out
}
