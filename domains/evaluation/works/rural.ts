/** 农村生活垃圾“三个考核”: three concluded checks ranked together decide the subsidy; a town below the line is talked to. */
import {
  area,
  date,
  dayText,
  first,
  flag,
  integer,
  many,
  money,
  number,
  person,
  procedure,
  ref,
  refuse,
  rows,
  type Tx,
  text,
} from '#kernel'
import { allocate, round2 } from '../scoring.ts'
import { namesOf, why } from '../shared.ts'
import { placesOf } from './shared.ts'

const checkTopics = { sortCheck: 'ruralSort', collectCheck: 'ruralCollect', cleanCheck: 'ruralClean' } as const
const form = {
  name: text('名称', { maxLength: 80 }),
  sortCheck: ref('分类考核(已小结检查)', 'evaluation.check'),
  collectCheck: ref('收运考核(已小结检查)', 'evaluation.check'),
  cleanCheck: ref('保洁考核(已小结检查)', 'evaluation.check'),
  sortWeight: integer('分类权重', { min: 0, max: 100, unit: '%' }),
  collectWeight: integer('收运权重', { min: 0, max: 100, unit: '%' }),
  cleanWeight: integer('保洁权重', { min: 0, max: 100, unit: '%' }),
  potFen: money('补助总额'),
} as const
const town = {
  name: text('镇(街道)', { maxLength: 60 }),
  street: area('代码'),
  sort: number('分类得分'),
  collect: number('收运得分'),
  clean: number('保洁得分'),
  total: number('合并得分'),
  rank: integer('名次', { min: 1 }),
  isPassed: flag('达标'),
  amountFen: money('补助'),
} as const
interface CheckFacts {
  readonly id: string
  readonly topic: string
  readonly status: string
}
interface Score {
  readonly check: string
  readonly street: string
  readonly score: number
}
export interface Town {
  readonly name: string
  readonly street: string
  readonly sort: number
  readonly collect: number
  readonly clean: number
  readonly total: number
  readonly rank: number
  readonly isPassed: boolean
  readonly amountFen: number
}
interface Asked {
  readonly sortCheck: string
  readonly collectCheck: string
  readonly cleanCheck: string
  readonly sortWeight: number
  readonly collectWeight: number
  readonly cleanWeight: number
  readonly potFen: number
}
const lookUp = async (tx: Tx, input: Asked) => {
  const ids = [input.sortCheck, input.collectCheck, input.cleanCheck]
  return {
    names: await namesOf(tx),
    checks: await many<CheckFacts>(tx, 'select id, topic, status from evaluation."check" where id = any ($1::uuid[])', [ids]),
    scores: await many<Score>(
      tx,
      `select check_ as check, street, round(avg(score), 2)::float8 as score from evaluation.inspection where check_ = any ($1::uuid[]) and status = 'confirmed' group by 1, 2 order by 2`,
      [ids],
    ),
  }
}
/** Only towns that all three judged are ranked; the pot is divided among those that pass, by score, to the fen. */
export const townsOf = (
  input: Asked,
  scores: readonly Score[],
  names: ReadonlyMap<string, string>,
  line: number,
): readonly Town[] => {
  const of = (check: string, street: string) => scores.find((s) => s.check === check && s.street === street)?.score
  const judged = [...new Set(scores.map((s) => s.street))].sort().flatMap((street) => {
    const [sort, collect, clean] = [of(input.sortCheck, street), of(input.collectCheck, street), of(input.cleanCheck, street)]
    if (sort === undefined || collect === undefined || clean === undefined) return []
    const total = round2((sort * input.sortWeight + collect * input.collectWeight + clean * input.cleanWeight) / 100)
    return [{ name: names.get(street) ?? street, street, sort, collect, clean, total }]
  })
  const places = placesOf(judged.map((j) => j.total))
  const amounts = allocate(
    input.potFen,
    judged.map((j) => (j.total >= line ? j.total : 0)),
  )
  return judged
    .map((j, i) => ({ ...j, rank: places[i] ?? 1, isPassed: j.total >= line, amountFen: amounts[i] ?? 0 }))
    .sort((a, b) => a.rank - b.rank || (a.street < b.street ? -1 : 1))
}
const wrongCheck = (input: Asked, checks: readonly CheckFacts[]) =>
  (Object.keys(checkTopics) as (keyof typeof checkTopics)[]).find((key) => {
    const check = checks.find((c) => c.id === input[key])
    return check?.status !== 'concluded' || check.topic !== checkTopics[key]
  })
export const ruralRanking = procedure('evaluation.rural-ranking', {
  zh: '农村生活垃圾“三个考核”',
  menu: '考核结果运用',
  numbering: { prefix: 'NC', per: 'year', digits: 3 },
  title: 'name',
  help: '三个已小结的专题检查合并排名定补助;不达标的镇不补助并约谈。三个考核的名称为示例,以本地办法为准',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    towns: rows('合并排名', town).optional(),
    payees: rows('应补助', { name: text('镇(街道)', { maxLength: 60 }) }).optional(),
    line: number('达标线', { unit: '分' }).optional(),
    paidFen: money('已兑付').optional(),
    payments: rows('兑付', {
      name: text('镇(街道)', { maxLength: 60 }),
      voucher: text('凭证号', { maxLength: 60 }),
      paidOn: date('兑付日期'),
    }).optional(),
    paidOn: date('兑付完成日期').optional(),
    failCount: integer('不达标镇', { min: 0, unit: '个' }).optional(),
    computedBy: person('计算人').optional(),
  },
  statuses: {
    computed: { zh: '待签批', duty: 'evaluation.decide', taskZh: '三个考核补助待签批' },
    signed: { zh: '待兑付', duty: 'evaluation.manage', taskZh: '三个考核补助待兑付' },
    paid: { zh: '已兑付', kind: 'final' },
    dropped: { zh: '不予通过', kind: 'final' },
  },
}).actions((action) => ({
  compute: action({
    zh: '合并排名',
    from: 'new',
    to: 'computed',
    by: 'evaluation.manage',
    form,
    look: ({ tx, input }) => lookUp(tx, input),
    check: ({ found, input }) => {
      const wrong = wrongCheck(input, found.checks)
      return first(
        why(input.sortWeight + input.collectWeight + input.cleanWeight !== 100, '三个权重应合计100%'),
        why(wrong !== undefined, `“${wrong ? form[wrong].spec.zh : ''}”须选该专题已小结的检查`),
        why(townsOf(input, found.scores, found.names, 0).length === 0, '没有三个考核都参加的镇'),
      )
    },
    effects: ({ found, input, parameter, actor }) => {
      const line = parameter('evaluation.rural-line')
      const towns = townsOf(input, found.scores, found.names, line)
      return {
        set: {
          towns,
          line,
          payees: towns.filter((t) => t.amountFen > 0).map((t) => ({ name: t.name })),
          failCount: towns.filter((t) => !t.isPassed).length,
          computedBy: actor.id,
        },
      }
    },
  }),
  sign: action({
    zh: '签批补助,不达标的约谈',
    from: 'computed',
    to: 'signed',
    by: 'evaluation.decide',
    tone: 'primary',
    guard: ({ subject, actor }) =>
      actor.id === subject.computedBy ? refuse('evaluation.same-person', { role: '签批人', other: '计算人' }) : undefined,
    effects: ({ subject }) => ({
      spawn: (subject.towns ?? [])
        .filter((t) => !t.isPassed)
        .map((t) => ({
          procedure: 'evaluation.talk',
          action: 'fromRound',
          input: {
            street: t.street,
            name: t.name,
            source: 'problem',
            indicator: 'evaluation.score-ruralclean',
            isFewerBetter: 'more',
            baseline: t.clean,
            matter: `${subject.name}合并得分${t.total}分,低于${subject.line}分`,
          },
        })),
    }),
  }),
  drop: action({
    zh: '不予通过',
    from: 'computed',
    to: 'dropped',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  pay: action({
    zh: '登记兑付',
    from: 'signed',
    to: 'paid',
    by: 'evaluation.manage',
    tone: 'primary',
    form: {
      payments: rows(
        '兑付',
        {
          name: text('镇(街道)', { maxLength: 60 }),
          voucher: text('凭证号', { maxLength: 60 }),
          paidOn: date('兑付日期'),
        },
        { eachOf: 'payees' },
      ),
    },
    check: ({ input, subject, now }) =>
      first(
        why(
          (subject.payees ?? []).some((p) => input.payments.filter((q) => q.name === p.name).length !== 1) ||
            input.payments.length !== (subject.payees ?? []).length,
          '应补助的每个镇须登记一次',
        ),
        why(
          input.payments.some((p) => p.paidOn > dayText(now)),
          '兑付日期不能晚于今天',
        ),
      ),
    effects: ({ input, subject }) => ({
      set: {
        payments: input.payments,
        paidFen: (subject.towns ?? []).reduce((n, t) => n + t.amountFen, 0),
        paidOn:
          input.payments
            .map((p) => p.paidOn)
            .sort()
            .at(-1) ?? null,
      },
    }),
  }),
}))
