/** What this person's screens are made of: definitions, actions, menu, names of areas and units. */
import { z } from 'zod'
import { raw } from '../../db/index.ts'
import { codeColumn, type Field, type Fields, indicatorList, isAsked } from '../../define/field.ts'
import { titleField } from '../../define/register.ts'
import { type Definition, tableName, tableOf } from '../../define/table.ts'
import { errorEntries, reject } from '../../errors.ts'
import { columnName } from '../../naming.ts'
import { allVerbs, mayDo, type Who } from '../../permission/permit.ts'
import { readVerb, writeVerb } from '../../permission/verbs.ts'
import { dayOf } from '../../time.ts'
import { type BoundRoute, bind, type RequestContext } from '../bind.ts'
import { route } from '../route.ts'
import { definitionFor } from './rows.ts'

const row = z.record(z.string(), z.unknown())
const fieldMeta = ([name, field]: readonly [string, Field<unknown>]): object => {
  const { columns, choices, ...spec } = field.spec
  return {
    name,
    ...spec,
    choices: choices ? Object.entries(choices).map(([value, zh]) => ({ value, zh })) : null,
    ...(columns ? { columns: Object.entries(columns).map(fieldMeta) } : {}),
  }
}
const fieldsMeta = (fields: Fields | undefined) => Object.entries(fields ?? {}).map(fieldMeta)

/** What a form asks a person: detail that only a program writes has no control. */
const askedFields = (form: Fields | undefined): Fields =>
  Object.fromEntries(Object.entries(form ?? {}).filter(([, { spec }]) => isAsked(spec)))
const definitionMeta = (definition: Definition, who: Who) => ({
  id: definition.id,
  primitive: definition.primitive,
  zh: definition.spec.zh,
  help: definition.spec.help ?? null,
  menu: definition.spec.menu ?? null,
  title: titleField(definition),
  geometry: definition.primitive === 'procedure' ? 'Point' : (definition.spec.geometry ?? null),
  isLive: definition.primitive === 'record' && definition.spec.isLive === true,
  fields: fieldsMeta(definition.spec.fields),
  mayWrite: mayDo(who, writeVerb(definition.id)),
  ...(definition.primitive === 'procedure'
    ? {
        isClocked: Object.keys(definition.spec.clocks ?? {}).length > 0,
        listed: definition.spec.listed,
        statuses: Object.entries(definition.spec.statuses).map(([id, s]) => ({
          id,
          zh: s.zh,
          stage: s.stage ?? null,
          isFinal: s.kind === 'final',
        })),
        actions: Object.entries(definition.actions).map(([name, a]) => ({
          name,
          zh: a.zh,
          by: a.by,
          isNew: a.from === 'new',
          tone: a.tone ?? 'plain',
          isBulk: a.isBulk ?? false,
          help: a.help ?? null,
          basis: a.basis ?? null,
          form: fieldsMeta(askedFields(a.form)),
          mayDo: a.by === 'public' || mayDo(who, a.by),
        })),
      }
    : {}),
})

export const metaRoute = route({
  method: 'GET',
  path: '/meta',
  zh: '我的界面由什么组成',
  permission: 'signed-in',
  tag: 'meta',
  input: z.object({}),
  output: row,
})
const meta = bind(metaRoute, async (_input, ctx) => {
  const who = ctx.who as Who
  const { kernel } = ctx
  const day = dayOf(kernel, ctx.district, ctx.now)
  const off = new Set(kernel.domains.flatMap((d) => (kernel.isModuleOn(ctx.district, d.id, day) ? [] : [d.id])))
  const isOn = (definition: string): boolean => !off.has(definition.split('.')[0] ?? '')
  const definitions = kernel.definitions
    .filter((d) => isOn(d.id) && mayDo(who, readVerb(d.id)))
    .map((d) => definitionMeta(d, who))
  return ctx.work(async ({ tx }) => {
    const units = await raw(
      tx,
      'select id, name, kind, parent_id as "parentId", area_code as "areaCode" from kernel.unit where retired_at is null order by name',
      [],
    )
    const people = await raw(
      tx,
      'select id, name, unit_id as "unitId" from kernel.person where not is_disabled order by name',
      [],
    )
    const posts = await raw(tx, 'select id, zh, home from kernel.post where id = any($1::text[])', [
      who.grants.map((g) => g.postId),
    ])
    return {
      me: {
        personId: who.personId,
        name: who.name,
        district: who.district,
        unitId: who.unitId,
        posts: posts.rows,
        grants: who.grants,
      },
      now: ctx.now.toISOString(),
      district: { code: ctx.district, name: kernel.places.names(ctx.district).get(ctx.district) ?? ctx.district },
      areas: [...kernel.places.names(ctx.district)].filter(([code]) => code.length <= 12).map(([code, name]) => ({ code, name })),
      units: units.rows,
      people: people.rows,
      definitions,
      menu: kernel.domains
        .filter((d) => !off.has(d.id))
        .flatMap((d) =>
          (d.menu ?? []).filter((m) => !m.verb || mayDo(who, m.verb)).map((m) => ({ ...m, domain: d.id, domainZh: d.zh })),
        ),
    }
  })
})
export const cellsRoute = route({
  method: 'GET',
  path: '/areas/:code/cells',
  zh: '一个社区的网格',
  permission: 'signed-in',
  tag: 'meta',
  input: z.object({ code: z.string().regex(/^\d{12}$/, '社区代码应为12位数字') }),
  output: z.object({ areas: z.array(z.object({ code: z.string(), name: z.string() })) }),
})
const cells = bind(cellsRoute, async ({ code }, ctx) => ({
  areas: [...ctx.kernel.places.names(ctx.district)]
    .filter(([cell]) => cell.length === 15 && cell.startsWith(code))
    .map(([cell, name]) => ({ code: cell, name })),
}))
export const errorsRoute = route({
  method: 'GET',
  path: '/errors',
  zh: '错误目录',
  permission: 'public',
  tag: 'meta',
  input: z.object({}),
  output: z.object({ errors: z.array(row) }),
})
const errors = bind(errorsRoute, async () => ({ errors: errorEntries().map(([code, e]) => ({ code, ...e })) }))
export const verbsRoute = route({
  method: 'GET',
  path: '/verbs',
  zh: '权限动词',
  permission: 'signed-in',
  tag: 'meta',
  input: z.object({}),
  output: z.object({ verbs: z.array(row) }),
})
/** `group` is what the verb is about, where that is one definition. */
const verbs = bind(verbsRoute, async (_input, { kernel }) => {
  const domains = new Map(kernel.domains.map((d) => [d.id, d.zh]))
  return {
    verbs: allVerbs().map(([verb, zh]) => {
      const [domain = '', noun] = verb.split('.')
      const group = kernel.definition(`${domain}.${noun}`)
      return {
        verb,
        zh,
        domain,
        domainZh: domains.get(domain) ?? domain,
        group: group?.id ?? null,
        groupZh: group?.spec.zh ?? null,
      }
    }),
  }
})
export const healthRoute = route({
  method: 'GET',
  path: '/health',
  zh: '健康检查',
  permission: 'public',
  tag: 'meta',
  input: z.object({}),
  output: row,
})
const health = bind(healthRoute, async (_input, ctx) => {
  await raw(ctx.kernel.db.app, 'select 1', [])
  return { ok: true, database: ctx.kernel.db.kind, now: ctx.now.toISOString(), district: ctx.district }
})
export const codesRoute = route({
  method: 'GET',
  path: '/codes/:list',
  zh: '代码表(某日有效的)',
  permission: 'public',
  tag: 'meta',
  input: z.object({ list: z.string(), on: z.iso.date().optional() }),
  output: z.object({ rows: z.array(row) }),
})
/** The codes that a register holds, each once, by the newest row that has it; for those who may read the register. */
const codesOfRegister = async (ctx: RequestContext, list: { readonly register: string; readonly column: string }) => {
  const definition = definitionFor(ctx, list.register, 'read')
  const column =
    tableOf(definition).columns.find((c) => c.name === list.column)?.sql ?? reject('kernel.not-found', { what: list.column })
  const group = Object.entries(definition.spec.fields).find(([, f]) => f.spec.kind === 'choice')
  const { rows } = await ctx.work(({ tx }) =>
    raw<{ code: string; zh: string; group: string | null }>(
      tx,
      `select distinct on (${column}) ${column} as code, ${columnName(titleField(definition))} as zh, ${group ? columnName(group[0]) : 'null'} as "group"
       from ${tableName(definition)} where retired_at is null order by ${column}, created_at desc`,
      [],
    ),
  )
  return rows.map((r) => ({ ...r, group: r.group === null ? undefined : (group?.[1].spec.choices?.[r.group] ?? r.group) }))
}
const codes = bind(codesRoute, async (input, ctx) => {
  const behind = codeColumn(input.list)
  if (behind) return { rows: await codesOfRegister(ctx, behind) }
  if (input.list === indicatorList)
    return { rows: ctx.kernel.indicators.map(({ id, spec }) => ({ code: id, zh: `${spec.zh}(${spec.unit})` })) }
  const on = input.on ?? ctx.now.toISOString().slice(0, 10)
  const { rows } = await raw<Record<string, unknown>>(
    ctx.kernel.db.app,
    'select code, zh, en, parent, attributes, source, is_local as "isLocal" from kernel.code where list = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by code',
    [input.list, on],
  )
  return { rows: [...rows] }
})
export const metaRoutes: readonly BoundRoute[] = [meta, cells, errors, verbs, health, codes]
