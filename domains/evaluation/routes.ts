/** Routes of evaluation: ranking, reproduction, dry run, draws anybody can repeat, files without inspectors, signs of gaming. */
import { type BoundRoute, bind, many, one, raw, reject, type Tx } from '#kernel'
import { drawPoints } from './check.ts'
import { gaming } from './gaming.ts'
import { schemeOf } from './round.ts'
import {
  boardRoute,
  checkRankingRoute,
  drawRoute,
  dryRunRoute,
  filesRoute,
  gamingRoute,
  rankingRoute,
  reproduceRoute,
} from './route-contract.ts'
import { itemsOf } from './scheme.ts'
import { canonical, digestOf, type Inputs, type Outcome, outcomeOf, sha256 } from './scoring.ts'
import { surveyRoutes } from './survey-routes.ts'
import { inputsOf } from './values.ts'

interface RoundRow {
  readonly name: string
  readonly status: string
  readonly scheme: string
  readonly digest: string | null
  readonly inputs: Inputs | null
  readonly outcome: Outcome | null
}
const roundOf = async (tx: Tx, id: string): Promise<RoundRow> =>
  (await one<RoundRow>(
    tx,
    "select name, status, coalesce(scheme_text, '') as scheme, digest, inputs, outcome from evaluation.round where id = $1",
    [id],
  )) ?? reject('kernel.not-found', { what: '考核轮次' })

interface CheckRow {
  readonly topic: string
  readonly mode: string
  readonly perStreet: number | null
  readonly seed: string | null
  readonly populationHash: string | null
  readonly drawn: readonly string[] | null
}
const ranked = (rows: readonly { readonly key: string; readonly points: number; readonly score: number }[]) =>
  rows.map((r) => ({ ...r, rank: 1 + rows.filter((o) => o.score > r.score).length }))
const scoresBy = (tx: Tx, check: string, column: 'operator' | 'street') =>
  many<{ key: string; points: number; score: number }>(
    tx,
    `select ${column} as key, count(*)::int as points, round(avg(score), 2)::float8 as score from evaluation.inspection
     where check_ = $1 and status = 'confirmed' and ${column} is not null group by 1 order by 3 desc, 1`,
    [check],
  )
const filesSql = `select i.number, i.point_name as "pointName", i.street, i.status, i.score::float8 as score,
    (select coalesce(json_agg(json_build_object('number', f.number, 'item', f.item, 'clause', f.clause, 'count', f.count, 'deduction', f.deduction, 'status', f.status, 'photos', f.photos) order by f.number), '[]')
     from evaluation.finding f where f.inspection = i.id) as findings
  from evaluation.inspection i where i.check_ = $1 and i.status = any (array['confirmed', 'void']) order by i.number`

export const evaluationRoutes = (): readonly BoundRoute[] => [
  ...surveyRoutes,
  bind(rankingRoute, async ({ id }, ctx) => {
    const round = await ctx.work(({ tx }) => roundOf(tx, id))
    const { name, status, scheme, digest } = round
    return {
      name,
      status,
      scheme,
      digest,
      standings: (round.outcome?.standings ?? []).map((s) => ({ ...s, items: [...s.items], ties: [...s.ties] })),
      items: (round.inputs?.items ?? []).map(({ code, name: zh, clause, kind, full }) => ({
        code,
        name: zh,
        clause,
        kind,
        full,
      })),
    }
  }),
  bind(boardRoute, async ({ id }, ctx) => {
    const { outcome, inputs } = await ctx.work(({ tx }) => roundOf(tx, id))
    const items = new Map((inputs?.items ?? []).map((i) => [i.code, i]))
    const standings = outcome?.standings ?? []
    return {
      standings: standings.map(({ isVetoed, ...s }) => ({ ...s, vetoed: isVetoed ? '是' : null })),
      parts: standings.flatMap(({ name, items: scores }) =>
        scores.map(({ code, full, value, score }) => {
          const item = items.get(code)
          return { name, item: item?.name ?? code, kind: item?.kind ?? 'score', full, value, score }
        }),
      ),
    }
  }),
  bind(reproduceRoute, async ({ id }, ctx) =>
    ctx.work(async (work) => {
      const round = await roundOf(work.tx, id)
      const { inputs } = round
      if (!inputs || !round.outcome || !round.digest) return reject('evaluation.not-yet', { why: '该轮考核尚未计算' })
      const outcome = outcomeOf(inputs)
      const fresh = await inputsOf(
        { ...work, fromOn: inputs.fromOn, toOn: inputs.toOn, withRows: true },
        inputs.scheme,
        inputs.items,
      )
      return {
        digest: round.digest,
        recomputed: digestOf(inputs, outcome),
        identical: digestOf(inputs, outcome) === round.digest && canonical(outcome) === canonical(round.outcome),
        text: canonical({ inputs, outcome }),
        now: inputs.values.flatMap((then) => {
          const now = fresh.values.find((v) => v.area === then.area && v.code === then.code)
          const rowsChanged = now?.rowsHash !== then.rowsHash
          return now?.value === then.value && !rowsChanged
            ? []
            : [{ area: then.area, code: then.code, then: then.value, now: now?.value ?? null, rowsChanged }]
        }),
      }
    }),
  ),
  bind(dryRunRoute, async (input, ctx) =>
    ctx.work(async (work) => {
      const scheme = (await schemeOf(work.tx, input.scheme)) ?? reject('kernel.not-found', { what: '考核方案' })
      const items = scheme.items ?? (await itemsOf(work.tx, input.scheme))
      const unknown = Object.keys(input.weights).find((code) => !items.some((i) => i.code === code))
      if (unknown) reject('evaluation.field', { why: `方案没有编码为${unknown}的考核项` })
      const head = { number: scheme.number, revision: scheme.revision ?? 0, sha256: scheme.sha256 ?? '' }
      const base = await inputsOf({ ...work, fromOn: input.fromOn, toOn: input.toOn, withRows: false }, head, items)
      const changed = items.map((i) => ({ ...i, full: input.weights[i.code] ?? i.full }))
      const sum = changed.filter((i) => i.kind === 'score' || i.kind === 'merge').reduce((n, i) => n + i.full, 0)
      if (Math.abs(sum - 100) > 1e-9) reject('evaluation.weights', { sum })
      const after = outcomeOf({ ...base, items: changed }).standings
      return {
        sum,
        rows: outcomeOf(base).standings.map((s) => {
          const other = after.find((a) => a.area === s.area)
          return {
            area: s.area,
            name: s.name,
            class: s.class,
            total: s.total,
            rank: s.rank,
            newTotal: other?.total ?? 0,
            newRank: other?.rank ?? 0,
          }
        }),
      }
    }),
  ),
  bind(drawRoute, async ({ id }, ctx) =>
    ctx.work(async ({ tx }) => {
      const check =
        (await one<CheckRow>(
          tx,
          'select topic, mode, per_street as "perStreet", seed, population_hash as "populationHash", drawn from evaluation."check" where id = $1',
          [id],
        )) ?? reject('kernel.not-found', { what: '检查轮次' })
      if (!check.seed || !check.drawn) return reject('evaluation.not-yet', { why: '该轮检查尚未抽样' })
      const { rows: points } = await raw<{ id: string; street: string }>(
        tx,
        'select id, street from evaluation.point where topic = $1 and retired_at is null order by id',
        [check.topic],
      )
      const drawn = check.drawn
      const counts = new Map<string, number>()
      for (const p of points) if (drawn.includes(p.id)) counts.set(p.street, (counts.get(p.street) ?? 0) + 1)
      const again = drawPoints(check.seed, points as never, check.mode, 1, (street) => counts.get(street) ?? 0)
      return {
        seed: check.seed,
        rule: '按 sha256(种子:点位编号) 由小到大排列,每街道取前若干个;约谈未销号的街道加倍',
        population: points.length,
        samePopulation: sha256(points.map((p) => p.id).join('\n')) === check.populationHash,
        identical: canonical(again.map((p) => p.id)) === canonical(drawn),
        drawn: [...drawn],
      }
    }),
  ),
  bind(checkRankingRoute, async ({ id }, ctx) =>
    ctx.work(async ({ tx }) => ({
      operators: ranked(await scoresBy(tx, id, 'operator')),
      streets: ranked(await scoresBy(tx, id, 'street')),
    })),
  ),
  bind(filesRoute, async ({ id }, ctx) => ctx.work(async ({ tx }) => ({ rows: [...(await many<never>(tx, filesSql, [id]))] }))),
  bind(gamingRoute, (input, ctx) => ctx.work((work) => gaming(work, input.from, input.to))),
]
