/** 经费测算专家评审: each expert declares first; one with a conflict cannot opine; the version before and the one after stand side by side. */
import {
  choice,
  date,
  dayText,
  first,
  integer,
  list,
  longText,
  many,
  number,
  percentOf,
  procedure,
  ref,
  register,
  repeated,
  rows,
  text,
} from '#kernel'
import { notYet, total, wan, why } from '../shared.ts'

export const expert = register('affairs.expert', {
  zh: '评审专家',
  menu: '项目与资金',
  title: 'name',
  uniqueTogether: [['name', 'org']],
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable(),
    org: text('单位', { maxLength: 100 }).searchable(),
    field: text('专业', { maxLength: 60 }),
    home: choice('来源', { inside: '省内', outside: '省外' }),
  },
})
const costLine = { item: text('费用项', { maxLength: 80 }), wan: wan('金额') } as const
const seat = {
  name: text('专家', { maxLength: 40 }),
  org: text('单位', { maxLength: 100 }),
  home: choice('来源', { inside: '省内', outside: '省外' }),
  conflict: choice('利益关系', { unknown: '未申报', none: '无', has: '有,回避' }),
  note: text('说明', { maxLength: 200 }),
  verdict: choice('意见', { none: '未提', agree: '同意', adjust: '调整后同意', refuse: '不同意' }),
  opinion: text('意见内容', { maxLength: 1000 }),
} as const
const form = {
  name: text('测算项目', { maxLength: 120 }),
  budget: ref('对应预算', 'affairs.budget').optional(),
  party: text('编制或承担单位', { maxLength: 100 }),
  reviewOn: date('评审日期'),
  before: rows('评审前测算', costLine),
} as const
interface Expert {
  readonly id: string
  readonly name: string
  readonly org: string
  readonly home: 'inside' | 'outside'
}
export const bidReview = procedure('affairs.bid-review', {
  zh: '经费测算评审',
  menu: '项目与资金',
  title: 'name',
  numbering: { prefix: 'PS', per: 'year', digits: 3 },
  help: '专家逐人申报利益关系,有关系的回避,不能提意见;所在单位即编制单位的自动回避;无利害的意见达到人数才能出评审后版本。',
  fields: {
    ...form,
    name: form.name.searchable(),
    experts: rows('专家组', seat),
    after: rows('评审后测算', costLine),
    changes: list('改动之处'),
    beforeWan: wan('评审前'),
    afterWan: wan('评审后').optional(),
    cutRate: number('核减率', { unit: '%' }).optional(),
    opinions: integer('有效意见', { unit: '份' }),
    avoided: integer('回避', { unit: '人' }),
    conclusion: longText('评审结论', { maxLength: 2000 }).optional(),
  },
  statuses: {
    panel: { zh: '评审中' },
    done: { zh: '已评审', kind: 'final' },
    void: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '组织评审',
    from: 'new',
    to: 'panel',
    by: 'affairs.manage',
    form: { ...form, panel: rows('专家', { expert: ref('专家', 'affairs.expert') }) },
    look: ({ tx, input }) =>
      many<Expert>(tx, 'select id, name, org, home from affairs.expert where id = any($1::uuid[]) and retired_at is null', [
        input.panel.map((p) => p.expert),
      ]),
    check: ({ input, found, parameter }) =>
      first(
        why(input.before.length === 0, '请列出评审前测算'),
        why(Boolean(repeated(input.before.map((b) => b.item))), '费用项重复'),
        why(Boolean(repeated(input.panel.map((p) => p.expert))), '专家重复'),
        why(found.length !== input.panel.length, '没有这个专家'),
        why(found.length < parameter('affairs.review-experts'), `专家不少于${parameter('affairs.review-experts')}人`),
      ),
    effects: ({ input, found }) => ({
      set: {
        experts: found.map((e) => {
          const isOwn = e.org === input.party
          return {
            name: e.name,
            org: e.org,
            home: e.home,
            conflict: isOwn ? ('has' as const) : ('unknown' as const),
            note: isOwn ? '所在单位即编制单位' : '',
            verdict: 'none' as const,
            opinion: '',
          }
        }),
        avoided: found.filter((e) => e.org === input.party).length,
        after: [],
        changes: [],
        beforeWan: total(input.before.map((b) => b.wan)),
        opinions: 0,
      },
    }),
  }),
  declare: action({
    zh: '申报利益关系',
    from: 'panel',
    to: 'same',
    by: 'affairs.manage',
    form: {
      name: seat.name,
      conflict: choice('利益关系', { none: '无', has: '有,回避' }),
      note: text('说明', { maxLength: 200 }).optional(),
    },
    check: ({ input, subject }) => {
      const e = subject.experts.find((x) => x.name === input.name)
      return first(
        why(!e, `专家组没有${input.name}`),
        notYet(e?.conflict === 'has', '已回避,不能改申报'),
        why(input.conflict === 'has' && !input.note, '请说明利益关系'),
      )
    },
    effects: ({ input, subject }) => {
      const experts = subject.experts.map((e) =>
        e.name === input.name
          ? {
              ...e,
              conflict: input.conflict,
              note: input.note ?? '',
              ...(input.conflict === 'has' ? { verdict: 'none' as const, opinion: '' } : {}),
            }
          : e,
      )
      return {
        set: {
          experts,
          avoided: experts.filter((e) => e.conflict === 'has').length,
          opinions: experts.filter((e) => e.verdict !== 'none').length,
        },
      }
    },
  }),
  opine: action({
    zh: '登记专家意见',
    from: 'panel',
    to: 'same',
    by: 'affairs.manage',
    tone: 'primary',
    form: {
      name: seat.name,
      verdict: choice('意见', { agree: '同意', adjust: '调整后同意', refuse: '不同意' }),
      opinion: longText('意见内容', { maxLength: 1000 }),
    },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.reviewOn, `评审定于${subject.reviewOn}`),
    check: ({ input, subject }) => {
      const e = subject.experts.find((x) => x.name === input.name)
      return first(
        why(!e, `专家组没有${input.name}`),
        notYet(e?.conflict === 'unknown', '请先申报利益关系'),
        notYet(e?.conflict === 'has', `${input.name}有利益关系,已回避,不能提意见`),
      )
    },
    effects: ({ input, subject }) => {
      const experts = subject.experts.map((e) =>
        e.name === input.name ? { ...e, verdict: input.verdict, opinion: input.opinion } : e,
      )
      return { set: { experts, opinions: experts.filter((e) => e.verdict !== 'none').length } }
    },
  }),
  conclude: action({
    zh: '出具评审后版本',
    from: 'panel',
    to: 'done',
    by: 'affairs.lead',
    tone: 'primary',
    form: { after: rows('评审后测算', costLine), conclusion: longText('评审结论', { maxLength: 2000 }) },
    guard: ({ subject, parameter }) => {
      const [n, least] = [subject.opinions, parameter('affairs.review-experts')]
      const against = subject.experts.filter((e) => e.verdict === 'refuse').length
      return first(
        notYet(
          subject.experts.some((e) => e.conflict === 'unknown'),
          `未申报利益关系:${subject.experts
            .filter((e) => e.conflict === 'unknown')
            .map((e) => e.name)
            .join('、')}`,
        ),
        notYet(n < least, `无利害的意见${n}份,不少于${least}份`),
        notYet(against * 2 >= n, '半数以上专家不同意'),
      )
    },
    check: ({ input, subject }) =>
      first(
        why(input.after.length === 0, '请列出评审后测算'),
        why(Boolean(repeated(input.after.map((a) => a.item))), '费用项重复'),
        why(total(input.after.map((a) => a.wan)) > subject.beforeWan, '评审后不应高于评审前;确需增加的请另行测算'),
      ),
    effects: ({ input, subject }) => {
      const afterWan = total(input.after.map((a) => a.wan))
      const old = new Map(subject.before.map((b) => [b.item, b.wan]))
      const gone = subject.before.filter((b) => !input.after.some((a) => a.item === b.item)).map((b) => `删去${b.item}`)
      const moved = input.after
        .filter((a) => old.get(a.item) !== a.wan)
        .map((a) => (old.has(a.item) ? `${a.item}${old.get(a.item)}→${a.wan}万元` : `新增${a.item}${a.wan}万元`))
      return {
        set: {
          ...input,
          afterWan,
          changes: [...moved, ...gone],
          cutRate: percentOf(total([subject.beforeWan, -afterWan]), subject.beforeWan),
        },
      }
    },
  }),
  cancel: action({
    zh: '作废',
    from: 'panel',
    to: 'void',
    by: 'affairs.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
