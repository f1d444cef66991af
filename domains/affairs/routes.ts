/** What the sheets of affairs answer. */
import {
  addDays,
  addMonths,
  type BoundRoute,
  bind,
  dayText,
  many,
  one,
  openIn,
  percentOf,
  performIn,
  reject,
  startOf,
  type Tx,
} from '#kernel'
import { sendStored } from '#kernel/files/routes.ts'
import {
  boardRoute,
  divideRoute,
  mineRoute,
  overdueRoute,
  policiesRoute,
  policyTextRoute,
  tellRoute,
  treeRoute,
  voicesRoute,
  weightsRoute,
} from './contract.ts'
import { percentBy, weights } from './money/project.ts'
import { fileKinds } from './papers/file.ts'
import { lights } from './work/matter.ts'

const overdueSql = `select m.id, m.kind, u.name as unit, m.due_on::text as "dueOn", ($1::date - m.due_on) as days, m.percent::float8 as percent, m.urges from affairs.matter m
  join kernel.unit u on u.district = m.district and u.id = m.unit where m.status = 'overdue' order by m.due_on, m.number`
interface Month {
  readonly month: string
  readonly light: keyof typeof lights
}
interface Task {
  readonly id: string
  readonly kind: string
  readonly unit: string
  readonly percent: number
  readonly months: readonly Month[]
  readonly issuedOn: string
  readonly dueOn: string
  readonly closedOn: string | null
  readonly issue: string | null
}
const boardSql = `select m.id, m.kind, u.name as unit, m.percent::float8 as percent, m.months, m.issued_on::text as "issuedOn", m.due_on::text as "dueOn", m.closed_on::text as "closedOn",
    s.number || ' ' || s.what as issue from affairs.matter m join kernel.unit u on u.district = m.district and u.id = m.unit left join affairs.shortcoming s on s.district = m.district and s.id = m.issue
  where m.year = $1 and m.kind = any(array['committee', 'bureau']) and m.status <> 'cancelled' order by m.number`
/** The months that have ended since a task was handed out, while it was open, without a word. */
const silentMonths = (t: Task, today: string): readonly string[] => {
  const until = (t.closedOn ?? today).slice(0, 7)
  const out: string[] = []
  for (let m = `${t.issuedOn.slice(0, 7)}-01`; m.slice(0, 7) < until; m = addMonths(m, 1))
    if (!t.months.some((x) => x.month === m.slice(0, 7))) out.push(m.slice(0, 7))
  return out
}
const readBoard = async (tx: Tx, year: number, today: string) => {
  const tasks = await many<Task>(tx, boardSql, [year])
  const shown = (kind: string) =>
    tasks
      .filter((t) => t.kind === kind)
      .map(({ id, unit, percent, issue, months, ...t }) => ({
        id,
        kind,
        unit,
        percent,
        issue,
        lights: months.map((m) => `${m.month.slice(5)}月${lights[m.light]}`).join(' '),
        missing: silentMonths({ id, unit, percent, issue, months, ...t }, today).join('、'),
      }))
  const now = (light: string) => tasks.filter((t) => t.months.at(-1)?.light === light).length
  return {
    committee: shown('committee'),
    bureau: shown('bureau'),
    green: now('green'),
    yellow: now('yellow'),
    red: now('red'),
    silent: tasks.filter((t) => t.months.length === 0 && t.closedOn === null).length,
  }
}
interface Branch {
  readonly id: string
  readonly parent: string | null
  readonly number: string
  readonly name: string
  readonly person: string
  readonly personId: string
  readonly dueOn: string
  readonly percent: number
  readonly status: string
  readonly matter: string
}
const branchSql = `select s.id, s.parent, s.number, s.name, p.name as person, s.person as "personId", s.due_on::text as "dueOn", s.percent::float8 as percent, s.status, m.number || ' ' || m.name as matter
  from affairs.step s join kernel.person p on p.district = s.district and p.id = s.person join affairs.matter m on m.district = s.district and m.id = s.matter`
/** Depth first: every task followed by those under it. */
const walk = (all: readonly Branch[], roots: readonly Branch[], depth: number): readonly (Branch & { depth: number })[] =>
  roots.flatMap((b) => [
    { ...b, depth },
    ...walk(
      all,
      all.filter((c) => c.parent === b.id),
      depth + 1,
    ),
  ])
const bare = ({ id: _, parent: __, personId: ___, matter: ____, ...b }: Branch & { depth: number }) => b
const mineOf = async (tx: Tx, person: string) => {
  const all = await many<Branch>(
    tx,
    `${branchSql} where s.matter in (select matter from affairs.step where person = $1) order by s.number`,
    [person],
  )
  const own = all.filter((b) => b.personId === person)
  const isUnder = (b: Branch): boolean => own.some((o) => o.id === b.parent) || all.some((p) => p.id === b.parent && isUnder(p))
  const roots = own.filter((o) => !isUnder(o))
  return walk(all, roots, 1).map((b) => ({ ...bare(b), matter: b.matter, isMine: b.personId === person }))
}
const stepNumbered = (tx: Tx, number: string) =>
  one<{ id: string }>(tx, 'select id from affairs.step where number = $1', [number])
const channelZh: Readonly<Record<string, string>> = {
  hotline: '城管服务热线',
  '12345': '12345政务热线',
  '12319': '12319城管热线',
  minqingtong: '民情通',
  minhu: '民呼我应直通车',
  massReport: '群众举报',
  petition: '阳光信访',
  dispute: '矛盾纠纷排查',
}
const named = ['minqingtong', 'petition']
const voicesSql = `select channel, count(*)::int as received, (count(*) filter (where is_closed))::int as closed, (count(*) filter (where verdict is not null))::int as visited, (count(*) filter (where verdict))::int as pleased from (
    select channel, status = 'done' as is_closed, case when satisfaction = any(array['satisfied', 'basic']) then true when satisfaction = 'dissatisfied' then false end as verdict from intake.order where created_at >= $1 and created_at < $2 and status <> all(array['returned', 'merged'])
    union all select 'petition', status = 'closed', null from intake.petition where created_at >= $1 and created_at < $2 and status <> 'refused'
    union all select 'dispute', status = 'closed', case when satisfaction = any(array['good', 'basic']) then true when satisfaction = 'bad' then false end from affairs.dispute where created_at >= $1 and created_at < $2) v
  group by channel order by received desc, channel`
interface Voice {
  readonly channel: string
  readonly received: number
  readonly closed: number
  readonly visited: number
  readonly pleased: number
}
const readVoices = async (tx: Tx, from: string, to: string) => {
  const rows = await many<Voice>(tx, voicesSql, [startOf(from), startOf(addDays(to, 1))])
  const sum = (key: 'received' | 'closed' | 'visited' | 'pleased') => rows.reduce((n, r) => n + r[key], 0)
  const of = (channel: string) => rows.find((r) => r.channel === channel)?.received ?? 0
  const total = sum('received')
  const other = total - named.reduce((n, c) => n + of(c), 0)
  return {
    sentence: `共办理各类诉求${total}件,其中${named.map((c) => `${channelZh[c]}${of(c)}件`).join('、')},其他渠道${other}件`,
    total,
    closed: percentOf(sum('closed'), total),
    pleased: percentOf(sum('pleased'), sum('visited')),
    rows: rows.map((r) => ({ ...r, channel: channelZh[r.channel] ?? r.channel, isNamed: named.includes(r.channel) })),
  }
}
type Sub = Parameters<typeof percentBy>[0][number]
const readWeights = async (tx: Tx, id: string, today: string) => {
  const p = await one<{ weight: keyof typeof weights; percent: number; subs: readonly Sub[]; done: number }>(
    tx,
    'select weight, percent::float8 as percent, subs, done from affairs.project where id = $1',
    [id],
  )
  if (!p) return reject('kernel.not-found', { what: '重点项目' })
  const late = p.subs.filter((s) => s.percent < 100 && s.dueOn < today)
  return {
    chosen: p.weight,
    printed: p.percent,
    subs: p.subs.length,
    done: p.done,
    rows: Object.entries(weights).map(([by, weight]) => ({ weight, percent: percentBy(p.subs, by as keyof typeof weights) })),
    overdue: late.map((s) => ({
      name: s.name,
      dueOn: s.dueOn,
      days: Math.round((Date.parse(today) - Date.parse(s.dueOn)) / 86_400_000),
    })),
  }
}
/** Text that is a document; a picture goes to the public only with plates and faces covered. */
const textSql = `(select k.id from unnest(f.text) with ordinality t(id, n) join kernel.file k on k.district = f.district and k.id = t.id where k.mime not like 'image/%' order by t.n limit 1)`
const policiesSql = `select number, name, kind, coalesce(paper, '') as paper, edition, status, from_on::text as "fromOn", to_on::text as "toOn", summary, coalesce(links, '[]'::jsonb) as links, ${textSql} is not null as "hasText" from affairs.file f
  where is_public and status = any(array['trial', 'issued']) and (name ilike $1 or summary ilike $1 or paper ilike $1) order by issued_on desc, number desc limit 100`
const policyTextSql = `select ${textSql} as id from affairs.file f where number = $1 and is_public and status = any(array['trial', 'issued'])`
interface Policy {
  readonly kind: keyof typeof fileKinds
  readonly status: string
}
export const affairsRoutes: readonly BoundRoute[] = [
  bind(overdueRoute, (_i, ctx) =>
    ctx.work(async ({ tx }) => ({ rows: (await many(tx, overdueSql, [dayText(ctx.now)])) as never })),
  ),
  bind(boardRoute, ({ year }, ctx) => ctx.work(({ tx }) => readBoard(tx, year, dayText(ctx.now)))),
  bind(treeRoute, ({ matter }, ctx) =>
    ctx.work(async ({ tx }) => {
      const all = await many<Branch>(tx, `${branchSql} where s.matter = $1 order by s.number`, [matter])
      const rows = walk(
        all,
        all.filter((b) => !b.parent),
        1,
      )
      const inStatus = (...names: string[]) => all.filter((b) => names.includes(b.status)).length
      return { rows: rows.map(bare), open: inStatus('open', 'late'), late: inStatus('late') }
    }),
  ),
  bind(mineRoute, (_i, ctx) => ctx.work(async ({ tx }) => ({ rows: [...(await mineOf(tx, ctx.who?.personId ?? ''))] }))),
  bind(tellRoute, ({ number, ...input }, ctx) =>
    ctx.work(async (work) => {
      const found = await stepNumbered(work.tx, number)
      const isOwn = found && (await mineOf(work.tx, ctx.who?.personId ?? '')).some((m) => m.number === number)
      // Somebody else's number is as unknown as one that does not exist.
      if (!found || !isOwn) return reject('kernel.not-found', { what: '任务' })
      const after = await performIn(work, { procedure: 'affairs.step', subjectId: found.id, action: 'tell', who: ctx.who, input })
      return { number, status: after.status }
    }),
  ),
  bind(divideRoute, ({ parent, ...input }, ctx) =>
    ctx.work(async (work) => {
      const above = parent ? await stepNumbered(work.tx, parent) : undefined
      if (parent && !above) return reject('kernel.not-found', { what: '上级任务' })
      const opened = await openIn(work.tx, work.kernel, {
        procedure: 'affairs.step',
        district: ctx.district,
        actor: ctx.actor,
        input: { ...input, ...(above ? { parent: above.id } : {}) },
        at: ctx.now,
      })
      return { number: opened.number, status: opened.status }
    }),
  ),
  bind(voicesRoute, ({ from, to }, ctx) => ctx.work(({ tx }) => readVoices(tx, from, to))),
  bind(weightsRoute, ({ project }, ctx) => ctx.work(({ tx }) => readWeights(tx, project, dayText(ctx.now)))),
  bind(policiesRoute, ({ q }, ctx) =>
    ctx.work(async ({ tx }) => ({
      files: (await many<Policy>(tx, policiesSql, [`%${(q ?? '').trim()}%`])).map((f) => ({
        ...f,
        kind: fileKinds[f.kind],
        status: f.status === 'trial' ? '试行' : '发布',
      })) as never,
    })),
  ),
  bind(policyTextRoute, async ({ number }, ctx) => {
    const found = await ctx.work(({ tx }) => one<{ id: string | null }>(tx, policyTextSql, [number]))
    return sendStored(ctx, found?.id ?? reject('kernel.not-found', { what: '文件' }))
  }),
]
