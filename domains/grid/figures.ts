/** What is computed over the base registers: staffing, key points, data arriving, sector completeness. */
import type { Transaction } from 'kysely'
import { type Kernel, many, percentOf, raw, subjectInBox, tableName } from '#kernel'
import { frequencyDays } from './sharing.ts'

/** The tree as it was on a day: streets and communities with their cells; the cells themselves where one community is asked for. */
export const gridTree = async (tx: Transaction<unknown>, on: string, under: string) => {
  const rows = await many<{
    level: string
    code: string
    name: string
    cells: number
    hectares: number | null
    from: string
    to: string | null
  }>(
    tx,
    `select a.level, a.code, a.name, (select count(*)::int from kernel.area c where c.level = 'cell' and c.code like a.code || '%' and c.valid_from <= $1::date and (c.valid_to is null or c.valid_to > $1::date)) as cells,
       (a.area_m2 / 10000)::float8 as hectares, a.valid_from::text as "from", a.valid_to::text as "to"
     from kernel.area a where a.valid_from <= $1::date and (a.valid_to is null or a.valid_to > $1::date) and a.code like $2 || '%' and (a.level <> 'cell' or length($2) >= 12) order by a.code`,
    [on, under],
  )
  const changes = await many<{ code: string; name: string; from: string; to: string | null; reason: string | null }>(
    tx,
    `select code, name, valid_from::text as "from", valid_to::text as "to", change_reason as reason from kernel.area
     where code like $1 || '%' and (valid_to is not null or change_reason is not null) order by coalesce(valid_to, valid_from) desc, code limit 200`,
    [under],
  )
  const count = (level: string): number => rows.filter((r) => r.level === level).length
  const top = rows.find((r) => r.code === under)
  return {
    streets: count('street'),
    communities: count('community'),
    cells: top?.cells ?? 0,
    rows: rows.map((r) => ({ ...r, level: levelNames[r.code.length] ?? '' })),
    changes: [...changes],
  }
}
const levelNames: Readonly<Record<number, string>> = { 6: '区', 9: '街道', 12: '社区', 15: '网格' }
/** One head, however many roles and shifts: by account, by telephone, or by name within a street. */
const who = 'coalesce(person::text, phone, name || left(area, 9))'
/** Who stands where on a day: each area, each level with its part of all hands (重心下移), and the communities nobody was given to. */
export const staffing = async (tx: Transaction<unknown>, on: string) => {
  const counted = (by: string) =>
    many<{ key: string; formal: number; auxiliary: number }>(
      tx,
      `select ${by} as key, (count(distinct ${who}) filter (where establishment = 'formal'))::int as formal, (count(distinct ${who}) filter (where establishment = 'auxiliary'))::int as auxiliary
       from grid.staff where retired_at is null and valid_from <= $1::date and (valid_to is null or valid_to > $1::date) group by 1 order by 1`,
      [on],
    )
  const areas = await counted('area')
  const levels = await counted('length(area)')
  const communities = await many<{ code: string }>(
    tx,
    `select code from kernel.area where level = 'community' and valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by code`,
    [on],
  )
  const missing = communities.filter((c) => !areas.some((r) => r.key.startsWith(c.code))).map((c) => c.code)
  const all = levels.reduce((n, r) => n + r.formal + r.auxiliary, 0)
  return {
    uncovered: missing.length,
    levels: levels.map(({ key, formal, auxiliary }) => ({
      level: levelNames[Number(key)] ?? '',
      formal,
      auxiliary,
      formalShare: percentOf(formal, formal + auxiliary),
      share: percentOf(formal + auxiliary, all),
    })),
    missing: missing.map((areaCode) => ({ areaCode })),
    rows: areas.map(({ key, formal, auxiliary }) => ({
      areaCode: key,
      level: levelNames[key.length] ?? '',
      formal,
      auxiliary,
      formalShare: percentOf(formal, formal + auxiliary),
    })),
  }
}
/** Cases within 100 m in 30 days by category, and whether the last patrol is older than the point allows. */
export const keyPointFigures = async (tx: Transaction<unknown>, now: Date) =>
  (
    await raw<{
      id: string
      name: string
      kind: string
      level: string
      patrolHours: number
      squad: string | null
      cases: number
      categories: string | null
      latest: string[]
      lastVisit: Date | null
      isMissed: boolean
    }>(
      tx,
      `select k.id, k.name, k.kind, k.level, k.patrol_hours as "patrolHours", k.squad, n.cases::int as cases, n.categories, n.latest,
         v.last as "lastVisit", (v.last is null or v.last < $1::timestamptz - make_interval(hours => k.patrol_hours)) as "isMissed"
       from grid.key_point k left join lateral (select max(at) as last from grid.point_visit p where p.point = k.id) v on true
       left join lateral (
         with near as (select c.id, c.created_at, c.category_kind, c.category from cases."case" c
           where c.created_at > $1::timestamptz - interval '30 days' and c.status <> all (array['cancelled', 'merged', 'not_accepted'])
             and ${subjectInBox('st_expand(k.geom, 0.0012)', 'c')} and st_dwithin(c.geom::geography, k.geom::geography, 100))
         select (select count(*) from near) as cases,
           (select string_agg(coalesce((select zh from kernel.code k where k.list = x.kind and k.code = x.category order by valid_from desc limit 1), x.category) || ' ' || x.n, '、' order by x.n desc, x.category)
              from (select category_kind as kind, category, count(*) as n from near where category is not null group by 1, 2) x) as categories,
           array(select id from near order by created_at desc limit 10) as latest) n on true
       where k.retired_at is null order by "isMissed" desc, n.cases desc, k.name`,
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
  const idle = await many<{ id: string; isOpen: boolean }>(
    tx,
    `select i.id, i.is_open as "isOpen" from grid.data_item i where i.retired_at is null and not exists (
       select 1 from grid.sharing s join grid.sharing_use u on u.sharing = s.id where s.item = i.id) order by i.name`,
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
    receivedRate: percentOf(listed.filter((i) => i.isReceived).length, listed.length),
    connectedRate: percentOf(apps.rows[0]?.connected ?? 0, apps.rows[0]?.required ?? 0),
    idle: [...idle],
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
