/** 我的待办: the open tasks that this person may and must do, by deadline; hand-over and delegation. */

import { z } from 'zod'
import { audit } from '../../audit.ts'
import { raw } from '../../db/index.ts'
import { reject } from '../../errors.ts'
import { newId } from '../../id.ts'
import { tellIdentity } from '../../identity/tell.ts'
import { coversVerb, type Who } from '../../permission/permit.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'

const task = z.object({
  id: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  number: z.string(),
  title: z.string(),
  status: z.string(),
  statusZh: z.string(),
  verb: z.string(),
  areaCode: z.string().nullable(),
  unitId: z.string().nullable(),
  isMine: z.boolean(),
  createdAt: z.date(),
  dueAt: z.date().nullable(),
})
export const workRoute = route({
  method: 'GET',
  path: '/work',
  zh: '我的待办',
  permission: 'signed-in',
  tag: 'work',
  input: z.object({
    subjectType: z.string().optional(),
    status: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    tasks: z.array(task),
    total: z.number(),
    overdue: z.number(),
    byStatus: z.array(
      z.object({ subjectType: z.string(), status: z.string(), statusZh: z.string(), count: z.number(), overdue: z.number() }),
    ),
  }),
})
/** SQL condition over `kernel.task t`: what this person's grants reach. */
export const reachSql = (who: Who, verbs: readonly string[], bind: (v: unknown) => string): string => {
  const parts = who.grants.flatMap((g) => {
    const own = verbs.filter((v) => coversVerb(g.verbs, v))
    if (own.length === 0) return []
    const unit = g.unitId ? `(t.unit_id is null or t.unit_id = ${bind(g.unitId)}::uuid)` : 't.unit_id is null'
    const person = g.onBehalfOf ? 'true' : `(t.person_id is null or t.person_id = ${bind(who.personId)}::uuid)`
    return [
      `(t.verb = any(${bind(own)}::text[]) and (t.area_code is null or t.area_code like ${bind(`${g.areaCode}%`)} or ${bind(g.areaCode)} like t.area_code || '%') and ${unit} and ${person})`,
    ]
  })
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false'
}
const statusName = (kernel: {
  procedures: {
    all: () => readonly { id: string; spec: { statuses: Readonly<Record<string, { zh: string; taskZh?: string }>> } }[]
  }
}) => {
  const names = new Map(
    kernel.procedures
      .all()
      .flatMap((p) => Object.entries(p.spec.statuses).map(([s, spec]) => [`${p.id} ${s}`, spec.taskZh ?? spec.zh] as const)),
  )
  return (type: string, status: string) => names.get(`${type} ${status}`) ?? status
}
const workHandler = bind(workRoute, async (input, ctx) => {
  const who = ctx.who ?? reject('identity.required')
  const params: unknown[] = []
  const bindValue = (v: unknown): string => `$${params.push(v)}`
  const verbs = [
    ...new Set(ctx.kernel.procedures.all().flatMap((p) => Object.values(p.spec.statuses).flatMap((s) => s.duty ?? []))),
  ]
  const reach = reachSql(who, verbs, bindValue)
  const zh = statusName(ctx.kernel)
  return ctx.work(async ({ tx, now }) => {
    const at = bindValue(now)
    const groups = await raw<{ subjectType: string; status: string; count: number; overdue: number }>(
      tx,
      `select t.subject_type as "subjectType", t.status, count(*)::int as count, (count(*) filter (where t.due_at < ${at}))::int as overdue
       from kernel.task t where t.done_at is null and ${reach} group by 1, 2 order by 3 desc`,
      params,
    )
    const filters = [
      ...(input.subjectType ? [`t.subject_type = ${bindValue(input.subjectType)}`] : []),
      ...(input.status ? [`t.status = ${bindValue(input.status)}`] : []),
    ]
    const list = await raw<Record<string, unknown>>(
      tx,
      `select t.id, t.subject_type as "subjectType", t.subject_id as "subjectId", t.number, t.title, t.status, t.verb, t.area_code as "areaCode", t.unit_id as "unitId",
        t.person_id as "personId", t.created_at as "createdAt", t.due_at as "dueAt"
       from kernel.task t where t.done_at is null and ${at}::timestamptz is not null and ${reach} ${filters.map((f) => `and ${f}`).join(' ')}
       order by t.due_at nulls last, t.created_at limit ${input.limit} offset ${input.offset}`,
      params,
    )
    return {
      tasks: list.rows.map((t) => ({
        ...t,
        isMine: t.personId === who.personId,
        statusZh: zh(String(t.subjectType), String(t.status)),
      })) as never,
      total: groups.rows.reduce((n, g) => n + g.count, 0),
      overdue: groups.rows.reduce((n, g) => n + g.overdue, 0),
      byStatus: groups.rows.map((g) => ({ ...g, statusZh: zh(g.subjectType, g.status) })),
    }
  })
})

export const handOverRoute = route({
  method: 'POST',
  path: '/work/hand-over',
  zh: '交接:把本人名下的待办转给同岗位的人',
  permission: 'signed-in',
  tag: 'work',
  input: z.object({ toPersonId: z.uuid(), reason: z.string().min(2, '请写明交接原因') }),
  output: z.object({ moved: z.number() }),
})
export const delegateRoute = route({
  method: 'POST',
  path: '/work/delegate',
  zh: '委托:某段时间由他人代办',
  permission: 'signed-in',
  tag: 'work',
  input: z.object({
    toPersonId: z.uuid(),
    startsAt: z.iso.datetime({ offset: true }),
    endsAt: z.iso.datetime({ offset: true }),
    reason: z.string().min(2, '请写明委托原因'),
  }),
  output: z.object({ id: z.string() }),
})
const handOver = bind(handOverRoute, async (input, ctx) => {
  const who = ctx.who ?? reject('identity.required')
  return ctx.work(async (work) => {
    const moved = await raw(work.tx, 'update kernel.task set person_id = $1 where person_id = $2 and done_at is null', [
      input.toPersonId,
      who.personId,
    ])
    await audit(work, 'work.hand-over', { ...input, moved: moved.count })
    return { moved: moved.count }
  })
})
const delegate = bind(delegateRoute, async (input, ctx) => {
  const who = ctx.who ?? reject('identity.required')
  if (input.endsAt <= input.startsAt) reject('kernel.invalid', { detail: '结束时间应晚于开始时间' })
  if (input.toPersonId === who.personId) reject('kernel.invalid', { detail: '不能委托给自己' })
  const id = newId()
  return ctx.work(async (work) => {
    await raw(
      work.tx,
      'insert into kernel.delegation (district, id, from_person_id, to_person_id, starts_at, ends_at, reason, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [ctx.district, id, who.personId, input.toPersonId, input.startsAt, input.endsAt, input.reason, work.now],
    )
    await tellIdentity(work.tx)
    await audit(work, 'work.delegate', { id, ...input })
    return { id }
  })
})
export const workRoutes: readonly BoundRoute[] = [workHandler, handOver, delegate]
