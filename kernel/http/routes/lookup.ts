/** What bears a code: any number of a procedure, any unique code of a register, among what the asker may read. */
import { z } from 'zod'
import { raw } from '../../db/index.ts'
import { titleField } from '../../define/register.ts'
import { type Definition, tableName, tableOf } from '../../define/table.ts'
import { Refused } from '../../errors.ts'
import { mayDo } from '../../permission/permit.ts'
import { requireReach } from '../../permission/reach.ts'
import { readVerb } from '../../permission/verbs.ts'
import { findRow } from '../../query/list.ts'
import { type BoundRoute, bind, type RequestContext } from '../bind.ts'
import { route } from '../route.ts'
import { definitionFor } from './rows.ts'

export const lookupRoute = route({
  method: 'GET',
  path: '/lookup',
  zh: '按编号、编码找(扫码)',
  permission: 'signed-in',
  tag: 'rows',
  input: z.object({ code: z.string().min(2).max(80) }),
  output: z.object({
    hits: z.array(z.object({ definition: z.string(), id: z.string(), title: z.string(), areaCode: z.string().nullable() })),
  }),
})
interface Found {
  readonly definition: string
  readonly id: string
}
const mostHits = 20
/** The columns that bear a code of their own; personal data are not looked up by. */
const codeColumns = (definition: Definition): readonly string[] => {
  if (definition.primitive === 'procedure') return ['number']
  if (definition.primitive === 'record') return []
  const columns = new Map(tableOf(definition).columns.map((c) => [c.name, c.sql]))
  return Object.entries(definition.spec.fields).flatMap(([name, { spec }]) =>
    spec.kind === 'text' && spec.isUnique && !spec.personal ? [columns.get(name) ?? ''] : [],
  )
}
const sqlOf = (definitions: readonly Definition[]): string =>
  definitions
    .flatMap((d) =>
      codeColumns(d).map(
        (column) =>
          `(select '${d.id}' as definition, id from ${tableName(d)} where district = $2 and ${column} = $1${d.primitive === 'register' ? ' and retired_at is null' : ''} limit 3)`,
      ),
    )
    .join(' union all ')
const readable = (ctx: RequestContext, id: string): Definition | undefined => {
  try {
    return definitionFor(ctx, id, 'read')
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
export const lookupRoutes: readonly BoundRoute[] = [
  bind(lookupRoute, ({ code }, ctx) =>
    ctx.work(async ({ tx }) => {
      const mine = ctx.kernel.domains
        .flatMap((d): readonly Definition[] => [...(d.procedures ?? []), ...(d.registers ?? [])])
        .filter((d) => mayDo(ctx.who, readVerb(d.id)))
      const sql = sqlOf(mine)
      const found = sql ? (await raw<Found>(tx, `${sql} limit ${mostHits}`, [code.trim(), ctx.district])).rows : []
      const hits = await Promise.all(
        found.map(async ({ definition: id, id: row }) => {
          const definition = readable(ctx, id)
          const whole = definition && (await findRow<Record<string, unknown>>(tx, definition, row))
          if (!definition || !whole) return []
          try {
            await requireReach(tx, definition, ctx.who, whole)
          } catch (error) {
            if (error instanceof Refused) return []
            throw error
          }
          const title = definition.primitive === 'procedure' ? whole.number : whole[titleField(definition)]
          return [
            {
              definition: id,
              id: row,
              title: String(title ?? ''),
              areaCode: typeof whole.areaCode === 'string' ? whole.areaCode : null,
            },
          ]
        }),
      )
      return { hits: hits.flat() }
    }),
  ),
]
