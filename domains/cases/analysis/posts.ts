/**
 * 岗位、单位、区域评价: composites as public mayors' apps print them after GB/T 30428.4, each from what was done and by when. A part with
 * nothing due is left out and the others carry its weight. Grades A–E as those apps colour their maps.
 */
import type { Transaction } from 'kysely'
import { raw } from '#kernel'
import { addDays, instantOfDay } from './days.ts'

/** Sureness: the weights are read off public apps, not off the standard's text. */
export const postSource =
  '权重、分档与A–E等级据公开应用整理(GB/T 30428.4 体例),标准原文未核;派遣数分档借用受理数的分档;单位不合成,只按按期处置率定级'
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E'
export const gradeOf = (score: number | null): Grade | null =>
  score === null ? null : score >= 90 ? 'A' : score >= 75 ? 'B' : score >= 60 ? 'C' : score >= 40 ? 'D' : 'E'
type Bands = readonly (readonly [from: number, score: number])[]
/** 受理数: from so many on, so many points. */
const takenBands: Bands = [
  [2001, 100],
  [1201, 90],
  [501, 75],
  [301, 60],
  [101, 40],
]
const moreIsBetter = (n: number): number => takenBands.find(([from]) => n >= from)?.[1] ?? 0
/** 立案数 per cell: none is best. */
const filedScore = (perCell: number): number =>
  perCell === 0 ? 100 : perCell < 3 ? 90 : perCell < 5 ? 75 : perCell < 7 ? 60 : perCell < 9 ? 40 : 0
export interface Part {
  readonly name: string
  readonly weight: number
  /** 0 … 100; null where nothing was due. */
  readonly score: number | null
}
const round2 = (n: number): number => Math.round(n * 100) / 100
export const composite = (parts: readonly Part[]): number | null => {
  const known = parts.filter((p) => p.score !== null)
  const weight = known.reduce((n, p) => n + p.weight, 0)
  return weight === 0 ? null : round2(known.reduce((n, p) => n + p.weight * (p.score ?? 0), 0) / weight)
}
const rate = (part: number, whole: number): number | null => (whole === 0 ? null : round2((100 * part) / whole))

interface Done {
  readonly personId: string
  readonly name: string
  readonly action: string
  readonly n: number
  readonly inTime: number
  /** Filed and voided later; dispatched and sent back. */
  readonly undone: number
}
const doneSql = `with steps as (
    select j.actor_id, j.actor_name, j.action, j.subject_id, j.seq, coalesce(k.in_time, false) as in_time,
      case j.action when 'file' then exists (select from kernel.journal c where c.subject_id = j.subject_id and c.seq > j.seq and c.action = 'cancel')
        when 'dispatch' then (select n.action from kernel.journal n where n.subject_id = j.subject_id and n.seq > j.seq and n.action = any (array['dispatch', 'deptReturn', 'submit']) order by n.seq limit 1) = 'deptReturn'
        else false end as undone
    from kernel.journal j left join lateral (
      select k.stopped_at <= k.due_at or k.is_exempt as in_time from kernel.clock k
      where k.subject_id = j.subject_id and k.stopped_at = j.at and k.cancelled_at is null
        and k.name = case j.action when 'sendVerify' then 'accept' when 'reject' then 'accept' when 'verifyOk' then 'verify' when 'verifyNo' then 'verify'
          when 'feedbackOk' then 'feedback' when 'checkOk' then 'check' when 'checkFail' then 'check' else j.action end order by k.round desc limit 1) k on true
    where j.subject_type = 'cases.case' and j.at >= $1 and j.at < $2 and j.actor_id is not null
      and j.action = any (array['accept', 'sendVerify', 'reject', 'verifyOk', 'verifyNo', 'file', 'dispatch', 'feedbackOk', 'checkOk', 'checkFail', 'close']))
  select actor_id as "personId", max(actor_name) as name, action, count(*)::int as n, (count(*) filter (where in_time))::int as "inTime", (count(*) filter (where undone))::int as undone
  from steps group by 1, 3`
/** What each collector reported and how much held, and what others reported in the collector's area. */
const collectorSql = `select n.id as "personId", n.name,
    (select count(*)::int from cases."case" c where c.reporter = n.id and c.source = 'collector' and c.created_at >= $1 and c.created_at < $2) as reported,
    (select count(*)::int from cases."case" c where c.reporter = n.id and c.source = 'collector' and c.created_at >= $1 and c.created_at < $2 and c.filed_at is not null and c.status <> 'cancelled') as valid,
    (select count(*)::int from cases."case" c where c.filed_at >= $1 and c.filed_at < $2 and c.area_code like a.area_code || '%' and c.status <> all (array['cancelled', 'merged'])) as filed,
    (select count(*)::int from cases."case" c where c.filed_at >= $1 and c.filed_at < $2 and c.area_code like a.area_code || '%' and c.status <> all (array['cancelled', 'merged']) and c.source <> all (array['collector', 'officer', 'video', 'iot', 'drone', 'vehicle'])) as missed
  from kernel.person n join kernel.appointment a on a.person_id = n.id and a.valid_from < $2::timestamptz::date and (a.valid_to is null or a.valid_to > $1::timestamptz::date)
  join kernel.post p on p.district = a.district and p.id = a.post_id and 'cases.verify' = any(p.verbs)`
const unitSql = `select unit_id::text as unit, count(*)::int as due, (count(*) filter (where handled_at is not null))::int as handled,
    (count(*) filter (where handled_at <= handle_due_at or coalesce(is_exempt, false)))::int as "inTime", (count(*) filter (where rework_count > 0))::int as rework
  from cases."case" where dispatched_at >= $1 and dispatched_at < $2 and unit_id is not null and status <> all (array['cancelled', 'not_accepted', 'merged', 'suspended']) group by 1`
const areaSql = `select a.code as area, coalesce(max(c.cells), 0)::int as cells, count(r.id)::int as filed,
    (count(r.id) filter (where r.source <> all (array['collector', 'officer', 'video', 'iot', 'drone', 'vehicle'])))::int as told,
    (count(r.id) filter (where r.status = any (array['closed', 'force_closed', 'evaluated'])))::int as closed,
    (count(r.id) filter (where r.status = any (array['closed', 'force_closed', 'evaluated']) and (r.handled_at <= r.handle_due_at or coalesce(r.is_exempt, false))))::int as "inTime"
  from kernel.area a left join (select left(code, 9) as street, count(*)::int as cells from kernel.area where level = 'cell' and valid_to is null group by 1) c on c.street = a.code
  left join cases."case" r on left(r.area_code, 9) = a.code and r.filed_at >= $1 and r.filed_at < $2 and r.status <> all (array['cancelled', 'not_accepted', 'merged', 'suspended'])
  where a.level = 'street' and a.valid_to is null group by 1 order by 1`

const postRow = (post: string, personId: string, count: number, parts: readonly Part[]) => {
  const score = composite(parts)
  return { post, personId, count, parts: parts.map((p) => `${p.name}${p.score ?? '—'}`), score, grade: gradeOf(score) }
}
const deskRows = (done: readonly Done[]) => {
  const of = (personId: string, ...actions: readonly string[]) => {
    const own = done.filter((d) => d.personId === personId && actions.includes(d.action))
    const sum = (key: 'n' | 'inTime' | 'undone') => own.reduce((n, d) => n + d[key], 0)
    return { n: sum('n'), inTime: rate(sum('inTime'), sum('n')), kept: rate(sum('n') - sum('undone'), sum('n')) }
  }
  const people = [...new Set(done.map((d) => d.personId))]
  return people.flatMap((id) => {
    const taken = of(id, 'accept', 'sendVerify', 'reject')
    const [verify, check] = [of(id, 'sendVerify'), of(id, 'feedbackOk')]
    const [file, close, dispatch] = [of(id, 'file'), of(id, 'close'), of(id, 'dispatch')]
    return [
      ...(taken.n > 0
        ? [
            postRow('acceptor', id, taken.n, [
              { name: '受理数得分', weight: 25, score: moreIsBetter(taken.n) },
              { name: '核实按时派发率', weight: 40, score: verify.inTime },
              { name: '核查按时派发率', weight: 35, score: check.inTime },
            ]),
          ]
        : []),
      ...(file.n + close.n > 0
        ? [
            postRow('head', id, file.n + close.n, [
              { name: '按时立案率', weight: 25, score: file.inTime },
              { name: '准确立案率', weight: 40, score: file.kept },
              { name: '按时结案率', weight: 35, score: close.inTime },
            ]),
          ]
        : []),
      ...(dispatch.n > 0
        ? [
            postRow('dispatcher', id, dispatch.n, [
              { name: '派遣数得分', weight: 20, score: moreIsBetter(dispatch.n) },
              { name: '按时派遣率', weight: 40, score: dispatch.inTime },
              { name: '准确派遣率', weight: 40, score: dispatch.kept },
            ]),
          ]
        : []),
    ]
  })
}
interface Collector {
  readonly personId: string
  readonly reported: number
  readonly valid: number
  readonly filed: number
  readonly missed: number
}
const collectorRow = (c: Collector, done: readonly Done[]) => {
  const onTime = (...actions: readonly string[]) => {
    const own = done.filter((d) => d.personId === c.personId && actions.includes(d.action))
    return rate(
      own.reduce((n, d) => n + d.inTime, 0),
      own.reduce((n, d) => n + d.n, 0),
    )
  }
  const missed = rate(c.missed, c.filed)
  return postRow('collector', c.personId, c.reported, [
    { name: '有效上报率', weight: 40, score: rate(c.valid, c.reported) },
    { name: '漏报得分', weight: 20, score: missed === null ? null : round2(100 - missed) },
    { name: '按时核实率', weight: 20, score: onTime('verifyOk', 'verifyNo') },
    { name: '按时核查率', weight: 20, score: onTime('checkOk', 'checkFail') },
  ])
}
interface AreaRow {
  readonly area: string
  readonly cells: number
  readonly filed: number
  readonly told: number
  readonly closed: number
  readonly inTime: number
}
const areaScore = (a: AreaRow) => {
  const told = rate(a.told, a.filed)
  const perCell = a.cells === 0 ? null : a.filed / a.cells
  const parts: readonly Part[] = [
    { name: '监督举报得分', weight: 10, score: told === null ? null : round2(100 - told) },
    { name: '立案数得分', weight: 20, score: perCell === null ? null : filedScore(perCell) },
    { name: '结案率', weight: 30, score: rate(a.closed, a.filed) },
    { name: '按期结案率', weight: 40, score: rate(a.inTime, a.filed) },
  ]
  const score = a.filed === 0 ? null : composite(parts)
  return { area: a.area, count: a.filed, parts: parts.map((p) => `${p.name}${p.score ?? '—'}`), score, grade: gradeOf(score) }
}
const byScore = <T extends { readonly score: number | null }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (b.score ?? -1) - (a.score ?? -1))

export const postScores = async (tx: Transaction<unknown>, from: string, to: string) => {
  const span = [instantOfDay(from), instantOfDay(addDays(to, 1))]
  const { rows: done } = await raw<Done>(tx, doneSql, span)
  const { rows: collectors } = await raw<Collector>(tx, collectorSql, span)
  const { rows: units } = await raw<{ unit: string; due: number; handled: number; inTime: number; rework: number }>(
    tx,
    unitSql,
    span,
  )
  const { rows: areas } = await raw<AreaRow>(tx, areaSql, span)
  const order = ['collector', 'acceptor', 'head', 'dispatcher']
  const posts = byScore([
    ...deskRows(done),
    ...collectors.filter((c) => c.reported > 0 || done.some((d) => d.personId === c.personId)).map((c) => collectorRow(c, done)),
  ]).sort((a, b) => order.indexOf(a.post) - order.indexOf(b.post))
  return {
    source: postSource,
    posts,
    units: byScore(
      units.map((u) => {
        const score = rate(u.inTime, u.due)
        return {
          unit: u.unit,
          count: u.due,
          handled: rate(u.handled, u.due),
          rework: rate(u.rework, u.due),
          score,
          grade: gradeOf(score),
        }
      }),
    ),
    areas: byScore(areas.map(areaScore)),
  }
}
