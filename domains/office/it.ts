/** 信息化建设纲要: projects in three batches (预研、建设、应用); each passes a gate review before the next; benefits are counted in use. */
import { choice, date, first, longText, money, number, procedure, rows, text } from '#kernel'
import { notYet, why } from './shared.ts'

const form = {
  name: text('项目', { maxLength: 100 }),
  outline: text('纲要条目', { maxLength: 100 }),
  owner: text('负责人', { maxLength: 40 }),
  budgetFen: money('预算'),
  planOn: date('计划转段日期'),
} as const
const vote = {
  expert: text('专家', { maxLength: 40 }),
  vote: choice('意见', { pass: '通过', fail: '不通过' }),
  opinion: text('说明', { maxLength: 200 }).optional(),
} as const
const benefit = { on: date('日期'), item: text('效益', { maxLength: 200 }), valueFen: money('金额(节约或增收)') } as const
const passShare = (votes: readonly { readonly vote: string }[]): number =>
  votes.length === 0 ? 0 : (100 * votes.filter((v) => v.vote === 'pass').length) / votes.length
const votesFault = (votes: readonly { readonly expert: string }[]) =>
  first(
    why(votes.length < 3, '评审专家不少于3人'),
    why(new Set(votes.map((v) => v.expert)).size !== votes.length, '同一专家投了两次'),
  )
export const itProject = procedure('office.it-project', {
  zh: '信息化项目',
  menu: '信息化',
  numbering: { prefix: 'XX', per: 'year', digits: 3 },
  title: 'name',
  help: '预研一批、建设一批、应用一批;转段须经阶段评审,预算不得超出;应用后登记效益',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    votes: rows('最近一次评审', vote).optional(),
    passRate: number('通过比例', { unit: '%' }).optional(),
    contractFen: money('合同金额').optional(),
    buildSince: date('转建设日期').optional(),
    applySince: date('转应用日期').optional(),
    benefits: rows('效益', benefit).optional(),
    benefitFen: money('累计效益').optional(),
    summary: longText('结论', { maxLength: 2000 }).optional(),
  },
  statuses: {
    research: { zh: '预研', duty: 'office.manage', taskZh: '预研项目待评审' },
    build: { zh: '建设', duty: 'office.manage', taskZh: '建设项目待评审' },
    apply: { zh: '应用' },
    stopped: { zh: '终止', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '列入预研',
    from: 'new',
    to: 'research',
    by: 'office.manage',
    form,
    effects: () => ({ set: { benefits: [], benefitFen: 0 } }),
  }),
  toBuild: action({
    zh: '评审:转建设',
    from: 'research',
    to: ({ input, parameter }) => (passShare(input.votes) >= parameter('office.gate-pass') ? 'build' : 'research'),
    by: 'office.decide',
    tone: 'primary',
    form: { votes: rows('评审意见', vote), contractFen: money('合同金额'), buildSince: date('转建设日期') },
    check: ({ input, subject }) => first(votesFault(input.votes), why(input.contractFen > subject.budgetFen, '合同金额超过预算')),
    effects: ({ input, parameter }) => ({
      set:
        passShare(input.votes) >= parameter('office.gate-pass')
          ? { ...input, passRate: Math.round(passShare(input.votes)) }
          : { votes: input.votes, passRate: Math.round(passShare(input.votes)) },
    }),
  }),
  toApply: action({
    zh: '评审:转应用',
    from: 'build',
    to: ({ input, parameter }) => (passShare(input.votes) >= parameter('office.gate-pass') ? 'apply' : 'build'),
    by: 'office.decide',
    tone: 'primary',
    form: { votes: rows('评审意见', vote), applySince: date('转应用日期') },
    check: ({ input, subject }) =>
      first(votesFault(input.votes), why(input.applySince < (subject.buildSince ?? ''), '转应用不能早于转建设')),
    effects: ({ input, parameter }) => ({
      set:
        passShare(input.votes) >= parameter('office.gate-pass')
          ? { ...input, passRate: Math.round(passShare(input.votes)) }
          : { votes: input.votes, passRate: Math.round(passShare(input.votes)) },
    }),
  }),
  benefit: action({
    zh: '登记效益',
    from: 'apply',
    to: 'same',
    by: 'office.manage',
    form: benefit,
    effects: ({ input, subject }) => ({
      set: { benefits: [...(subject.benefits ?? []), input], benefitFen: (subject.benefitFen ?? 0) + input.valueFen },
    }),
  }),
  stop: action({
    zh: '终止',
    from: ['research', 'build', 'apply'],
    to: 'stopped',
    by: 'office.decide',
    tone: 'danger',
    form: { summary: longText('结论', { maxLength: 2000 }) },
    guard: ({ subject }) => notYet((subject.benefitFen ?? 0) > 0, '已有效益的项目不能终止'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
