/** 专项债: issues, use, balance, interest; a continuing issue waits until its list of papers is complete and enough of the last one is spent. */
import {
  addMonths,
  choice,
  date,
  dayText,
  first,
  integer,
  number,
  percentOf,
  procedure,
  ref,
  round,
  rows,
  startOf,
  text,
  unit,
} from '#kernel'
import { notYet, total, wan, why } from '../shared.ts'

/** What a continuing issue must have, as provinces ask for it. */
export const bondPapers = {
  approval: '可研(初设)批复',
  scheme: '实施方案',
  finance: '财务评估报告',
  law: '法律意见书',
  land: '用地、环评等前期手续',
  balance: '收益与融资自求平衡方案',
  audit: '上期资金使用审计',
} as const
const issueLine = {
  code: text('债券代码', { maxLength: 40 }),
  wan: wan('金额'),
  rate: number('票面利率', { unit: '%', min: 0, max: 20 }),
  on: date('发行日期'),
  years: integer('期限', { unit: '年', min: 1, max: 30 }),
} as const
const useLine = {
  on: date('日期'),
  wan: wan('金额'),
  payee: text('收款单位', { maxLength: 80 }),
  item: text('用途', { maxLength: 100 }),
  voucher: text('凭证号', { maxLength: 60 }),
} as const
const form = {
  name: text('债券项目', { maxLength: 100 }),
  project: ref('重点项目', 'affairs.project'),
  unit: unit('项目单位'),
  planWan: wan('债券总需求'),
} as const
type Issue = { readonly wan: number; readonly rate: number }
/** Interest of a year on what is issued, in 万元. */
export const interestOf = (issues: readonly Issue[]): number =>
  round(
    issues.reduce((n, i) => n + (i.wan * i.rate) / 100, 0),
    4,
  )
const paperLine = { paper: choice('材料', bondPapers), code: text('文号', { maxLength: 60 }), on: date('日期') } as const
const missingOf = (papers: readonly { readonly paper: string }[]): readonly string[] =>
  Object.entries(bondPapers)
    .filter(([k]) => !papers.some((p) => p.paper === k))
    .map(([, zh]) => zh)
export const bond = procedure('affairs.bond', {
  zh: '专项债项目',
  menu: '项目与资金',
  title: 'name',
  numbering: { prefix: 'ZX', per: 'year', digits: 3 },
  help: '发行、使用、余额、利息;续发须材料清单逐项齐全、上期资金使用达到比例,缺什么点名;支出不超余额。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    issues: rows('发行', issueLine),
    uses: rows('使用', useLine),
    papers: rows('续发材料', paperLine),
    issuedWan: wan('已发行'),
    usedWan: wan('已使用'),
    balanceWan: wan('余额'),
    usedRate: number('资金使用率', { unit: '%' }),
    yearInterestWan: wan('年利息'),
    paidInterestWan: wan('已付利息'),
    interestDueOn: date('下次付息').optional(),
    isInterestLate: choice('付息逾期', { yes: '是', no: '否' }),
    rounds: integer('发行次数', { unit: '次' }),
  },
  statuses: {
    planned: { zh: '待发行' },
    using: { zh: '使用中' },
    preparing: { zh: '续发准备中', duty: 'affairs.manage', taskZh: '专项债续发准备' },
    ready: { zh: '续发已备齐', duty: 'affairs.lead', taskZh: '专项债续发待申报' },
    repaid: { zh: '已还清', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '立项',
    from: 'new',
    to: 'planned',
    by: 'affairs.manage',
    form,
    effects: ({ input }) => ({
      set: {
        unitId: input.unit,
        issues: [],
        uses: [],
        papers: [],
        issuedWan: 0,
        usedWan: 0,
        balanceWan: 0,
        usedRate: 0,
        yearInterestWan: 0,
        paidInterestWan: 0,
        isInterestLate: 'no',
        rounds: 0,
      },
    }),
  }),
  issue: action({
    zh: '登记发行',
    from: ['planned', 'ready'],
    to: 'using',
    by: 'affairs.manage',
    tone: 'primary',
    form: issueLine,
    check: ({ input, subject, now }) =>
      first(
        why(input.wan <= 0, '金额应大于零'),
        why(input.on > dayText(now), '发行日期不能晚于今天'),
        notYet(
          subject.issues.some((i) => i.code === input.code),
          '该债券代码已登记',
        ),
        why(total([subject.issuedWan, input.wan]) > subject.planWan, '超出债券总需求'),
      ),
    effects: ({ input, subject }) => {
      const issues = [...subject.issues, input]
      const issuedWan = total([subject.issuedWan, input.wan])
      const interestDueOn = subject.interestDueOn ?? addMonths(input.on, 6)
      return {
        set: {
          issues,
          issuedWan,
          papers: [],
          balanceWan: total([issuedWan, -subject.usedWan]),
          usedRate: percentOf(subject.usedWan, issuedWan) ?? 0,
          yearInterestWan: interestOf(issues),
          rounds: subject.rounds + 1,
          interestDueOn,
        },
        timers: [{ name: 'interest', at: startOf(addMonths(interestDueOn, 0)), action: 'dueInterest' }],
      }
    },
  }),
  use: action({
    zh: '登记支出',
    from: ['using', 'preparing', 'ready'],
    to: 'same',
    by: 'affairs.manage',
    form: useLine,
    check: ({ input, subject, now }) =>
      first(
        why(input.wan <= 0, '金额应大于零'),
        why(input.on > dayText(now), '日期不能晚于今天'),
        notYet(
          subject.uses.some((u) => u.voucher === input.voucher),
          '该凭证已登记',
        ),
        why(input.wan > subject.balanceWan, `余额${subject.balanceWan}万元,不足支出`),
      ),
    effects: ({ input, subject }) => {
      const usedWan = total([subject.usedWan, input.wan])
      return {
        set: {
          uses: [...subject.uses, input],
          usedWan,
          balanceWan: total([subject.issuedWan, -usedWan]),
          usedRate: percentOf(usedWan, subject.issuedWan) ?? 0,
        },
      }
    },
  }),
  dueInterest: action({
    zh: '付息日',
    from: ['using', 'preparing', 'ready'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isInterestLate: 'yes' },
      notify: [{ unitId: subject.unit, zh: `${subject.name}半年息${round(subject.yearInterestWan / 2, 4)}万元到期` }],
    }),
  }),
  payInterest: action({
    zh: '付息(半年)',
    from: ['using', 'preparing', 'ready'],
    to: 'same',
    by: 'affairs.manage',
    form: { voucher: text('凭证号', { maxLength: 60 }) },
    effects: ({ subject }) => {
      const interestDueOn = addMonths(subject.interestDueOn ?? '2026-01-01', 6)
      return {
        set: {
          paidInterestWan: total([subject.paidInterestWan, subject.yearInterestWan / 2]),
          interestDueOn,
          isInterestLate: 'no',
        },
        timers: [{ name: 'interest', at: startOf(interestDueOn), action: 'dueInterest' }],
      }
    },
  }),
  prepare: action({
    zh: '启动续发准备',
    from: 'using',
    to: 'preparing',
    by: 'affairs.manage',
    guard: ({ subject }) => notYet(subject.issuedWan >= subject.planWan, '已发足总需求,不需续发'),
  }),
  paper: action({
    zh: '登记续发材料',
    from: 'preparing',
    to: 'same',
    by: 'affairs.manage',
    form: paperLine,
    check: ({ input, subject, now }) =>
      first(
        notYet(
          subject.papers.some((p) => p.paper === input.paper),
          '该材料已登记',
        ),
        why(input.on > dayText(now), '日期不能晚于今天'),
      ),
    effects: ({ input, subject }) => ({ set: { papers: [...subject.papers, input] } }),
  }),
  complete: action({
    zh: '续发备齐',
    from: 'preparing',
    to: 'ready',
    by: 'affairs.manage',
    tone: 'primary',
    guard: ({ subject, parameter }) =>
      first(
        notYet(missingOf(subject.papers).length > 0, `还缺:${missingOf(subject.papers).join('、')}`),
        notYet(
          subject.usedRate < parameter('affairs.bond-used'),
          `上期资金使用${subject.usedRate}%,未达${parameter('affairs.bond-used')}%`,
        ),
      ),
  }),
  repay: action({
    zh: '还本',
    from: 'using',
    to: 'repaid',
    by: 'affairs.lead',
    form: { voucher: text('凭证号', { maxLength: 60 }) },
    guard: ({ subject }) => notYet(subject.isInterestLate === 'yes', '利息未付'),
    effects: () => ({ timers: [{ name: 'interest', at: null, action: 'dueInterest' }] }),
  }),
}))
