/**
 * The beginning of an installation: the posts a bureau usually has, its own unit, and the three administrators (三员) who hire and
 * appoint everybody else. What is there already is left as it is, so that it may be run again.
 */
import type { Transaction } from 'kysely'
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import { temporaryPassword } from './password.ts'
import { createPerson } from './people.ts'
import { type AdminKind, adminKinds, appoint, type Post } from './posts.ts'
import { createUnit } from './units.ts'

/** Posts that are not there yet. @returns how many were new */
export const writePosts = async (tx: Transaction<unknown>, district: string, posts: readonly Post[]): Promise<number> => {
  const { count } = await raw(
    tx,
    `insert into kernel.post (district, id, zh, verbs, admin_kind, home) select $2, id, zh, verbs, "adminKind", coalesce(home, '/')
     from jsonb_to_recordset($1::jsonb) as x(id text, zh text, verbs text[], "adminKind" text, home text) on conflict do nothing`,
    [JSON.stringify(posts), district],
  )
  return count
}

const logins: Readonly<Record<AdminKind, string>> = { system: 'xitong', security: 'anquan', audit: 'shenji' }
export interface FirstAccount {
  readonly login: string
  readonly post: string
  /** Told once; must be changed at the first sign-in. */
  readonly password: string
}
export interface Founded {
  readonly newPosts: number
  readonly accounts: readonly FirstAccount[]
}
const rootUnit = async (ctx: WorkContext, name: string): Promise<string> => {
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    'select id from kernel.unit where district = $1 and name = $2 and retired_at is null',
    [ctx.district, name],
  )
  return rows[0]?.id ?? createUnit(ctx, { name, kind: '城市管理局', areaCode: ctx.district })
}
/** @returns the accounts made now: one for each kind of administrator that nobody is yet */
export const foundBureau = async (
  ctx: WorkContext,
  { name, posts }: { readonly name: string; readonly posts: readonly Post[] },
): Promise<Founded> => {
  const newPosts = await writePosts(ctx.tx, ctx.district, posts)
  const unitId = await rootUnit(ctx, name)
  const accounts: FirstAccount[] = []
  for (const kind of Object.keys(adminKinds) as AdminKind[]) {
    const { rows } = await raw<{ id: string; zh: string; isHeld: boolean }>(
      ctx.tx,
      `select p.id, p.zh, exists (select from kernel.post q join kernel.appointment a on a.district = q.district and a.post_id = q.id
           and (a.valid_to is null or a.valid_to > current_date) where q.district = p.district and q.admin_kind = $2) as "isHeld"
       from kernel.post p where p.district = $1 and p.admin_kind = $2 order by p.id limit 1`,
      [ctx.district, kind],
    )
    const post = rows[0]
    if (!post || post.isHeld) continue
    const password = temporaryPassword()
    const login = logins[kind]
    const personId = await createPerson(ctx, { name: adminKinds[kind], login, unitId, password, mustChangePassword: true })
    await appoint(ctx, { personId, postId: post.id })
    accounts.push({ login, post: post.zh, password })
  }
  return { newPosts, accounts }
}
