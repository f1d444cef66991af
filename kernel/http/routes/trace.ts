/** The trace of changes: one row's as a workbook, and everybody's for those who audit. */
import { z } from 'zod'
import { raw } from '../../db/index.ts'
import { titleField } from '../../define/register.ts'
import type { Definition } from '../../define/table.ts'
import { reject } from '../../errors.ts'
import type { Cell } from '../../exchange/columns.ts'
import { exportMime } from '../../exchange/export.ts'
import { type TracedEntry, traceEntries, writeTraceBook } from '../../exchange/trace.ts'
import { loadJournal } from '../../journal/load.ts'
import { isPersonal } from '../../permission/mask.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'
import { titled } from '../titled.ts'
import { definitionFor, getReadable } from './rows.ts'

export const traceBookRoute = route({
  method: 'GET',
  path: '/rows/:definition/:id/history/export',
  zh: '导出留痕:每一次变更的原值、新值和回执',
  permission: 'signed-in',
  tag: 'rows',
  raw: exportMime.xlsx,
  input: z.object({ definition: z.string(), id: z.uuid() }),
  output: z.unknown(),
})
const traceBook = bind(traceBookRoute, async (input, ctx) => {
  const definition = definitionFor(ctx, input.definition, 'read')
  const { traced, name } = await ctx.work(async ({ tx, kernel }) => {
    const found = await getReadable(ctx, tx, definition, input.id)
    const entries = await loadJournal(tx, input.id)
    return {
      traced: await traceEntries(tx, kernel, definition, entries),
      name: definition.primitive === 'procedure' ? String(found.number) : definition.spec.zh,
    }
  })
  const { zone } = ctx.kernel.calendar(ctx.district)
  return ctx.reply
    .header('content-type', exportMime.xlsx)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`留痕_${name}.xlsx`)}`)
    .header('cache-control', 'no-store')
    .send(await writeTraceBook(`${name}留痕`, traced, zone))
})

const shown = 1000
const longestDays = 92
export const traceRoute = route({
  method: 'GET',
  path: '/journal',
  zh: '变更留痕:何人何时改了什么',
  permission: 'audit.read',
  tag: 'journal',
  sheet: {},
  input: z.object({
    ...titled.period,
    person: z.uuid().optional().meta({ title: '办理人', isPerson: true }),
    kind: z.string().max(50).optional().meta({ title: '业务', help: '名称里的字,如“路灯”' }),
    number: z.string().max(60).optional().meta({ title: '编号或名称' }),
  }),
  output: z.object({
    total: titled.count('变更', '次'),
    note: titled.words('说明'),
    rows: titled.table('变更留痕', {
      at: z.date().meta({ title: '时间' }),
      who: titled.words('办理人'),
      kind: titled.words('业务'),
      number: titled.words('编号或名称'),
      action: titled.words('动作'),
      what: titled.words('变更内容'),
      receipt: titled.words('回执'),
    }),
  }),
})
type Line = TracedEntry & { readonly title: string | null }
/** What a row is found by here; never by what is masked. */
const titleColumn = (definition: Definition): string => {
  const name = titleField(definition)
  return definition.primitive === 'procedure' || isPersonal(definition.spec.fields, name) ? 'number' : name
}
const cellText = (cell: Cell): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '(空)'))
const trace = bind(traceRoute, async (input, ctx) => {
  const { kernel } = ctx
  const days = (Date.parse(input.to) - Date.parse(input.from)) / 86_400_000
  if (days < 0) reject('kernel.invalid', { detail: '止日不能早于起日' }, { to: '不能早于起日' })
  if (days > longestDays)
    reject('kernel.invalid', { detail: `一次最多查${longestDays}天` }, { from: `一次最多查${longestDays}天` })
  const asked = kernel.definitions.filter((d) => !input.kind || d.spec.zh.includes(input.kind) || d.id === input.kind)
  const titles = JSON.stringify(Object.fromEntries(asked.map((d) => [d.id, titleColumn(d)])))
  return ctx.work(async ({ tx }) => {
    const from = `from kernel.journal j
       left join kernel.journal f on f.district = j.district and f.subject_id = j.subject_id and f.seq = 1
       cross join lateral (select f.changes->>($6::jsonb->>j.subject_type) as title) t
       where j.at >= ($1::date)::timestamp at time zone $3 and j.at < ($2::date + 1)::timestamp at time zone $3
         and ($4::uuid is null or j.actor_id = $4::uuid) and $6::jsonb ? j.subject_type
         and ($5::text is null or t.title ilike '%' || $5::text || '%')`
    const { zone } = kernel.calendar(ctx.district)
    const number = input.number?.replace(/[\\%_]/g, '\\$&') ?? null
    const params = [input.from, input.to, zone, input.person ?? null, number, titles]
    const { rows: counted } = await raw<{ n: number }>(tx, `select count(*)::int as n ${from}`, params)
    const { rows } = await raw<Line>(
      tx,
      `select j.district, j.subject_type as "subjectType", j.subject_id as "subjectId", j.seq, j.at, j.action, j.changes, j.detail,
         json_build_object('kind', j.actor_kind, 'id', j.actor_id, 'name', j.actor_name) as actor, j.prev_hash as "prevHash", j.hash, t.title
       ${from} order by j.at desc, j.subject_id, j.seq desc limit ${shown}`,
      params,
    )
    const what = new Map<string, { readonly action: string; readonly text: string }>()
    for (const [type, own] of Map.groupBy(rows, (r) => r.subjectType)) {
      const definition = kernel.definition(type)
      if (definition)
        for (const { entry, actionZh, lines } of await traceEntries(tx, kernel, definition, own.toReversed()))
          what.set(entry.hash, {
            action: actionZh,
            text: lines
              .map((l) => `${l.zh}:${l.before === null ? '' : `${cellText(l.before)} → `}${cellText(l.after)}`)
              .join(';'),
          })
    }
    const total = counted[0]?.n ?? 0
    return {
      total,
      note: total > shown ? `只列最近${shown}次,请缩小日期或指定办理人、业务、编号` : '已全部列出',
      rows: rows.map((r) => ({
        at: r.at,
        who: r.actor.name,
        kind: kernel.definition(r.subjectType)?.spec.zh ?? r.subjectType,
        number: r.title ?? '',
        action: what.get(r.hash)?.action ?? r.action,
        what: (what.get(r.hash)?.text ?? '').slice(0, 500),
        receipt: r.hash,
      })),
    }
  })
})
export const traceRoutes: readonly BoundRoute[] = [traceBook, trace]
