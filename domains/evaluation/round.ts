/** 考核轮次: collected, computed, published with a window to appeal, locked. What it was computed from is kept with it. */
import {
  area,
  choice,
  date,
  endOf,
  first,
  instant,
  integer,
  json,
  lastDayOf,
  many,
  number,
  one,
  person,
  procedure,
  ref,
  refuse,
  type Tx,
  text,
} from '#kernel'
import { classes, grades, levels, lights, periodKinds } from './contract.ts'
import { type Adjustment, digestOf, type Inputs, type Outcome, outcomeOf, type Standing, sha256 } from './scoring.ts'
import { notYet, openItems, unitsOfAreas, why } from './shared.ts'
import { inputsOf } from './values.ts'

interface SchemeRow {
  readonly number: string
  readonly revision: number
  readonly sha256: string
  readonly items: Inputs['items'] | null
  readonly level: keyof typeof levels
  readonly status: string
  readonly validFrom: string | null
  readonly validTo: string | null
}
export const schemeOf = (tx: Tx, id: string): Promise<SchemeRow | undefined> =>
  one<SchemeRow>(
    tx,
    `select number, revision, sha256, items, level, status, valid_from::text as "validFrom", valid_to::text as "validTo" from evaluation.scheme where id = $1`,
    [id],
  )
/** Appeals decided in favour, in the order of their decision. */
export const adjustmentsOf = async (tx: Tx, round: string): Promise<readonly Adjustment[]> =>
  many<Adjustment>(
    tx,
    `select street as area, item_code as code, new_score::float8 as score, number as appeal from evaluation.appeal where round = $1 and status = 'accepted' order by decided_at, number`,
    [round],
  )
export const resultFields = {
  round: ref('考核轮次', 'evaluation.round'),
  street: area('街道(镇)'),
  name: text('名称', { maxLength: 60 }).searchable(),
  class: choice('类别', classes),
  level: choice('级别', levels),
  period: text('考核期', { maxLength: 40 }),
  toOn: date('截止日'),
  score: number('得分', { min: 0 }),
  rank: integer('类内名次', { min: 1 }),
  adjustedRank: integer('折算名次(对照)', { min: 1 }),
  grade: choice('等级', grades),
  light: choice('榜单', lights),
  lockedAt: instant('锁定时间'),
} as const
export const resultProcedure = procedure('evaluation.result', {
  zh: '考核结果',
  menu: '考核评价',
  numbering: { prefix: 'KJ', per: 'year', digits: 5 },
  title: 'name',
  fields: resultFields,
  statuses: { kept: { zh: '已锁定', kind: 'final' } },
}).actions((action) => ({
  keep: action({
    zh: '锁定',
    from: 'new',
    to: 'kept',
    by: 'system',
    form: resultFields,
    effects: ({ input }) => ({ set: { areaCode: input.street } }),
  }),
}))

const talksOf = (standings: readonly Standing[], lastRanks: number): readonly Standing[] =>
  standings.filter((s) => {
    const inClass = standings.filter((o) => o.class === s.class)
    return inClass.length > lastRanks && inClass.filter((o) => o.total < s.total).length < lastRanks
  })

export const roundProcedure = procedure('evaluation.round', {
  isCommon: true,
  zh: '考核轮次',
  menu: '考核评价',
  numbering: { prefix: 'LC', per: 'year', digits: 4 },
  title: 'name',
  help: '锁定后原样保存方案、数据、名次与摘要,以后改权重、补数据都不再变动;任何人可重算核对',
  leadingClock: 'appeal',
  mirror: { appeal: { dueAt: 'appealDueAt' } },
  uniqueTogether: [['scheme', 'fromOn', 'toOn']],
  fields: {
    scheme: ref('考核方案', 'evaluation.scheme'),
    name: text('考核期', { maxLength: 40 }).searchable(),
    kind: choice('周期', periodKinds),
    fromOn: date('自'),
    toOn: date('至'),
    level: choice('级别', levels).optional(),
    schemeText: text('方案与版次', { maxLength: 60 }).optional(),
    inputs: json<Inputs>('计算依据(快照)').optional(),
    outcome: json<Outcome>('结果').optional(),
    digest: text('摘要', { maxLength: 64 }).optional(),
    computedBy: person('计算人').optional(),
    computedAt: instant('计算时间').optional(),
    publishedAt: instant('公布时间').optional(),
    appealDueAt: instant('申诉截止').optional(),
    lockedAt: instant('锁定时间').optional(),
  },
  clocks: { appeal: { zh: '申诉', byDay: 'carried', basis: '区高质量考核办法(示例)' } },
  statuses: {
    collecting: { zh: '采集中', duty: 'evaluation.manage', taskZh: '考核待计算' },
    computed: { zh: '已计算', duty: 'evaluation.publish', taskZh: '考核结果待公布' },
    published: { zh: '已公布(申诉期)', duty: 'evaluation.publish', taskZh: '申诉期满待锁定' },
    locked: { zh: '已锁定', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '开启考核',
    from: 'new',
    to: 'collecting',
    by: 'evaluation.manage',
    form: {
      scheme: ref('考核方案', 'evaluation.scheme'),
      name: text('考核期', { maxLength: 40 }),
      kind: choice('周期', periodKinds),
      fromOn: date('自'),
      toOn: date('至'),
    },
    look: ({ tx, input }) => schemeOf(tx, input.scheme),
    check: ({ found, input }) =>
      first(
        why(!found || found.status === 'draft', '方案尚未发布,不能据以考核'),
        why(input.toOn < input.fromOn, '截止日不能早于起始日'),
        why(
          found !== undefined && (input.fromOn < (found.validFrom ?? '') || input.toOn > (found.validTo ?? '9999')),
          `考核期不在方案有效期内(${found?.validFrom ?? ''}至${found?.validTo ?? '今'}),请选用当时有效的版本`,
        ),
      ),
    effects: ({ found }) => ({
      set: { level: found?.level ?? null, schemeText: `${found?.number ?? ''} 第${found?.revision ?? ''}版` },
    }),
  }),
  compute: action({
    zh: '计算',
    from: ['collecting', 'computed'],
    to: 'computed',
    by: 'evaluation.manage',
    tone: 'primary',
    help: '自动项按期、按街道取数,人工项取该期已审核的现场检查得分;数据改了可在公布前重算',
    guard: ({ subject, now }) => notYet(now < endOf(subject.toOn), `考核期至${subject.toOn},期满后方可计算`),
    look: async ({ tx, kernel, subject, now }) => {
      const scheme = await schemeOf(tx, subject.scheme)
      const pending = await one<{ n: number }>(
        tx,
        `select count(*)::int as n from evaluation.inspection i where i.status = any (array['drawn', 'submitted']) and not coalesce(i.is_mock, false) and i.planned_on between $1::date and $2::date`,
        [subject.fromOn, subject.toOn],
      )
      const ask = { tx, kernel, district: subject.district, now, fromOn: subject.fromOn, toOn: subject.toOn, withRows: true }
      const head = { number: scheme?.number ?? '', revision: scheme?.revision ?? 0, sha256: scheme?.sha256 ?? '' }
      return { inputs: await inputsOf(ask, head, scheme?.items ?? []), pending: pending?.n ?? 0 }
    },
    check: ({ found }) =>
      first(openItems(found.pending, '现场检查'), why(found.inputs.streets.length === 0, '截止日没有划定街道(镇)类别,无从排名')),
    effects: ({ found, actor, now }) => {
      const outcome = outcomeOf(found.inputs)
      return {
        set: {
          inputs: found.inputs,
          outcome,
          digest: digestOf(found.inputs, outcome),
          computedBy: actor.id,
          computedAt: now.toISOString(),
        },
      }
    },
  }),
  publish: action({
    zh: '公布(开始申诉期)',
    from: 'computed',
    to: 'published',
    by: 'evaluation.publish',
    tone: 'primary',
    guard: ({ subject, actor }) =>
      actor.id === subject.computedBy ? refuse('evaluation.same-person', { role: '公布人', other: '计算人' }) : undefined,
    look: ({ tx }) => unitsOfAreas(tx),
    effects: ({ now, parameter, subject, found }) => ({
      set: { publishedAt: now.toISOString() },
      clocks: [{ clock: 'appeal', do: 'start', limit: { value: parameter('evaluation.appeal-days'), unit: 'work_day' } }],
      notify: (subject.outcome?.standings ?? []).flatMap((s) => {
        const unitId = found.get(s.area)
        return unitId
          ? [
              {
                unitId,
                zh: `${subject.name}考核:${s.name}${s.total}分,${classes[s.class as keyof typeof classes]}第${s.rank}名,可在申诉期内申诉`,
              },
            ]
          : []
      }),
    }),
  }),
  lock: action({
    zh: '锁定',
    from: 'published',
    to: 'locked',
    by: 'evaluation.publish',
    tone: 'primary',
    help: '申诉期满且申诉全部裁定后锁定;采纳的申诉只改所申诉的那一项',
    guard: ({ subject, now, clocks }) => {
      const due = clocks.find((c) => c.name === 'appeal')?.dueAt
      return notYet(due !== undefined && now < due, `申诉期至${due ? lastDayOf(due) : ''}止,期满方可锁定`)
    },
    look: async ({ tx, subject }) => ({
      adjustments: await adjustmentsOf(tx, subject.id),
      open: await one<{ n: number }>(
        tx,
        `select count(*)::int as n from evaluation.appeal where round = $1 and status = 'filed'`,
        [subject.id],
      ),
    }),
    check: ({ found }) => openItems(found.open?.n ?? 0, '申诉'),
    effects: ({ found, subject, now, parameter }) => {
      if (!subject.inputs) throw new Error('a published round has its inputs')
      const inputs = { ...subject.inputs, adjustments: found.adjustments }
      const outcome = outcomeOf(inputs)
      const level = subject.level ?? 'district'
      const locked = { round: subject.id, level, period: subject.name, toOn: subject.toOn, lockedAt: now.toISOString() }
      const results = outcome.standings.map((s) => ({
        procedure: 'evaluation.result',
        input: {
          ...locked,
          street: s.area,
          name: s.name,
          class: s.class,
          score: s.total,
          rank: s.rank,
          adjustedRank: s.adjustedRank,
          grade: s.grade,
          light: s.light,
        },
      }))
      const talks = talksOf(outcome.standings, parameter('evaluation.talk-last')).map((s) => ({
        procedure: 'evaluation.talk',
        action: 'fromRound',
        input: {
          street: s.area,
          name: s.name,
          source: 'rank',
          round: subject.id,
          baseline: s.total,
          matter: `${subject.name}考核${s.total}分,${classes[s.class as keyof typeof classes]}第${s.rank}名,末位`,
        },
      }))
      return {
        set: { inputs, outcome, digest: digestOf(inputs, outcome), lockedAt: now.toISOString() },
        clocks: [{ clock: 'appeal', do: 'stop' }],
        spawn: [...results, ...talks],
      }
    },
  }),
}))
/** The seed of a draw, where none is given: nobody can choose it, everybody can read it. */
export const seedOf = (parts: readonly string[]): string => sha256(parts.join('|')).slice(0, 16)
