/** 夜市经营自治委员会: chosen vendors, a convention, notices, votes with a quorum, disputes settled, and word to the bureau. */
import {
  choice,
  date,
  dayText,
  first,
  integer,
  longText,
  many,
  one,
  percentOf,
  procedure,
  ref,
  repeated,
  rows,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'

const seat = {
  tenure: ref('摊主', 'stalls.tenure'),
  role: choice('职务', { chair: '主任', deputy: '副主任', member: '委员' }),
} as const
const form = {
  site: ref('摊区夜市', 'stalls.site'),
  name: text('名称', { maxLength: 80 }),
  members: rows('委员', seat),
  convention: longText('经营公约', { maxLength: 4000 }),
  group: text('工作群', { maxLength: 60 }),
  electedOn: date('产生日期'),
} as const
export const committee = procedure('stalls.committee', {
  zh: '夜市经营自治委员会',
  menu: '夜市运行',
  title: 'name',
  numbering: { prefix: 'ZW', per: 'year', digits: 3 },
  uniqueTogether: [['name']],
  fields: { ...form, name: form.name.searchable(), size: integer('委员', { unit: '人' }).optional() },
  statuses: { active: { zh: '在任' }, ended: { zh: '换届', kind: 'final' } },
}).actions((action) => ({
  elect: action({
    zh: '产生',
    from: 'new',
    to: 'active',
    by: 'stalls.town',
    form,
    look: async ({ tx, input }) => ({
      held: (
        await many<{ id: string }>(tx, `select id from stalls.tenure where site = $1 and status in ('held', 'shut')`, [
          input.site,
        ])
      ).map((t) => t.id),
      active: await one<{ n: number }>(tx, `select 1 as n from stalls.committee where site = $1 and status = 'active'`, [
        input.site,
      ]),
    }),
    check: ({ input, found, now }) =>
      first(
        why(input.electedOn > dayText(now), '日期不能晚于今天'),
        why(input.members.length < 3 || Boolean(repeated(input.members.map((m) => m.tenure))), '委员至少三人,不能重复'),
        why(input.members.filter((m) => m.role === 'chair').length !== 1, '主任应为一人'),
        why(
          input.members.some((m) => !found.held.includes(m.tenure)),
          '委员须是本夜市摊主',
        ),
        notYet(Boolean(found.active), '已有在任的委员会'),
      ),
    effects: ({ input }) => ({ set: { size: input.members.length } }),
  }),
  end: action({ zh: '换届', from: 'active', to: 'ended', by: 'stalls.town', form: { reason: text('说明', { maxLength: 200 }) } }),
}))
const motionForm = {
  committee: ref('委员会', 'stalls.committee'),
  kind: choice('类别', { vote: '表决', notice: '群通知', dispute: '纠纷调解' }),
  title: text('事项', { maxLength: 120 }),
  content: longText('内容', { maxLength: 2000 }),
} as const
export const motion = procedure('stalls.motion', {
  zh: '自治事项',
  menu: '夜市运行',
  title: 'title',
  numbering: { prefix: 'ZS', per: 'year', digits: 4 },
  help: '表决参加者过规定比例才有效,赞成多于反对为通过;结果向城管局反馈。',
  fields: {
    ...motionForm,
    title: motionForm.title.searchable(),
    yes: integer('赞成', { unit: '票' }).optional(),
    no: integer('反对', { unit: '票' }).optional(),
    abstain: integer('弃权', { unit: '票' }).optional(),
    result: text('结果', { maxLength: 300 }).optional(),
    feedback: text('向城管局反馈', { maxLength: 300 }).optional(),
    feedbackOn: date('反馈日期').optional(),
  },
  statuses: {
    raised: { zh: '进行中' },
    passed: { zh: '通过' },
    failed: { zh: '未通过', kind: 'final' },
    told: { zh: '已通知' },
    settled: { zh: '已调解' },
    unsettled: { zh: '调解不成', kind: 'final' },
    fedBack: { zh: '已反馈', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '提出',
    from: 'new',
    by: 'stalls.town',
    form: motionForm,
    look: ({ tx, input }) =>
      one<{ n: number }>(tx, `select 1 as n from stalls.committee where id = $1 and status = 'active'`, [input.committee]),
    to: ({ input }) => (input.kind === 'notice' ? 'told' : 'raised'),
    check: ({ found }) => notYet(!found, '委员会没有在任'),
  }),
  vote: action({
    zh: '表决',
    from: 'raised',
    by: 'stalls.town',
    tone: 'primary',
    form: {
      yes: integer('赞成', { unit: '票', min: 0 }),
      no: integer('反对', { unit: '票', min: 0 }),
      abstain: integer('弃权', { unit: '票', min: 0 }),
    },
    guard: ({ subject }) => notYet(subject.kind !== 'vote', '不是表决事项'),
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from stalls.tenure t join stalls.committee c on c.site = t.site where c.id = $1 and t.status in ('held', 'shut')`,
        [subject.committee],
      ),
    to: ({ input }) => (input.yes > input.no ? 'passed' : 'failed'),
    check: ({ input, found, parameter }) => {
      const all = input.yes + input.no + input.abstain
      return first(
        why(all > (found?.n ?? 0), `票数${all}多于摊主${found?.n ?? 0}`),
        notYet(
          (percentOf(all, found?.n ?? 0) ?? 0) <= parameter('stalls.quorum'),
          `参加${all}人,未过摊主${found?.n ?? 0}人的${parameter('stalls.quorum')}%`,
        ),
      )
    },
    effects: ({ input }) => ({ set: { ...input, result: `赞成${input.yes}、反对${input.no}、弃权${input.abstain}` } }),
  }),
  settle: action({
    zh: '调解',
    from: 'raised',
    by: 'stalls.town',
    tone: 'primary',
    form: { outcome: choice('结果', { settled: '调解成功', unsettled: '调解不成' }), result: text('情况', { maxLength: 300 }) },
    guard: ({ subject }) => notYet(subject.kind !== 'dispute', '不是纠纷'),
    to: ({ input }) => input.outcome,
    effects: ({ input }) => ({ set: { result: input.result } }),
  }),
  feedBack: action({
    zh: '向城管局反馈',
    from: ['passed', 'told', 'settled'],
    to: 'fedBack',
    by: 'stalls.town',
    form: { feedback: text('反馈', { maxLength: 300 }) },
    effects: ({ input, now }) => ({ set: { ...input, feedbackOn: dayText(now) } }),
  }),
}))
