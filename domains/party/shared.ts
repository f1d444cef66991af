/** Small things every file of party building needs: refusals, who answers for a branch, its members by name, lines that are missing. */
import { type Actor, many, one, type Refusal, refusals, type Tx } from '#kernel'

export const { why, notYet } = refusals('party')
export interface BranchLine {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly secretary: string
  readonly deputy: string | null
}
export const branchById = (tx: Tx, id: string | null | undefined) =>
  one<BranchLine>(tx, 'select id, name, kind, secretary, deputy from party.branch where id = $1 and retired_at is null', [
    id ?? null,
  ])
/** What a branch does is done by its secretary or organiser. */
export const notOfBranch = (branch: BranchLine | undefined, actor: Actor): Refusal | undefined =>
  notYet(
    !branch || (branch.secretary !== actor.id && branch.deputy !== actor.id),
    branch ? `由${branch.name}书记或组织委员办理` : '没有这个党支部',
  )
export interface MemberLine {
  readonly id: string
  readonly person: string
  readonly branch: string
  readonly label: string
}
const memberSql = (where: string) =>
  `select m.id, m.person, m.branch, p.name || '(' || m.code || ')' as label from party.member m join kernel.person p on p.district = m.district and p.id = m.person where m.retired_at is null and ${where} order by m.code`
/** Members of branches, as they are called in lists: 姓名(编号). */
export const membersOf = (tx: Tx, branches: readonly string[]) =>
  many<MemberLine>(tx, memberSql('m.branch = any($1::uuid[])'), [branches])
export const memberById = (tx: Tx, id: string | null) => one<MemberLine>(tx, memberSql('m.id = $1'), [id])
export const memberByPerson = (tx: Tx, person: string | null) => one<MemberLine>(tx, memberSql('m.person = $1'), [person])
/** The leading group, the first in command last: who speaks last. */
export const leadersOf = (tx: Tx) =>
  many<{ person: string; label: string; isFirst: boolean }>(
    tx,
    `select l.person, p.name || '(' || l.duty || ')' as label, l.is_first as "isFirst" from party.leader l join kernel.person p on p.district = l.district and p.id = l.person where l.retired_at is null order by l.is_first, l.rank`,
  )
export const unitOf = async (tx: Tx, person: string | null): Promise<string | null> =>
  (await one<{ unit: string | null }>(tx, 'select unit_id as unit from kernel.person where id = $1', [person]))?.unit ?? null
/** @returns what of `wanted` has no line, joined for a sentence; empty when all are there. */
export const lacking = (wanted: readonly string[], given: readonly string[]): string =>
  wanted.filter((w) => !given.includes(w)).join('、')
export const quarterDays = (year: number, quarter: number): readonly [string, string] => {
  const month = (q: number) => `${q > 4 ? year + 1 : year}-${String(((q - 1) % 4) * 3 + 1).padStart(2, '0')}-01`
  return [month(quarter), month(quarter + 1)]
}
export const counted = async (tx: Tx, sql: string, params: readonly unknown[]): Promise<number> =>
  (await one<{ n: number }>(tx, sql, params))?.n ?? 0
