/** 季度点评会议: ranking of a locked round, the leader's word, tasks that go to supervision. */
import { choice, date, dayText, first, integer, longText, many, number, one, procedure, ref, rows, text } from '#kernel'
import { classes } from '../contract.ts'
import type { Outcome } from '../scoring.ts'
import { notYet, openItems, why } from '../shared.ts'
import { openTasksOf, quarterOf, quarterSpan } from './shared.ts'
import { taskLine } from './task.ts'

const form = {
  year: integer('年度', { min: 2000, max: 2100 }),
  quarter: integer('季度', { min: 1, max: 4 }),
  chair: text('主持(区领导)', { maxLength: 60 }),
  meetOn: date('会议日期'),
  round: ref('依据的考核(已锁定)', 'evaluation.round'),
} as const
const place = {
  name: text('街道(镇)', { maxLength: 60 }),
  class: choice('类别', classes),
  rank: integer('名次', { min: 1 }),
  score: number('得分'),
} as const
export const reviewMeeting = procedure('evaluation.review-meeting', {
  zh: '季度点评会议',
  menu: '创建与督办',
  numbering: { prefix: 'DP', per: 'year', digits: 3 },
  title: 'name',
  help: '每季一次;名次取自已锁定的考核;议定事项转督办,全部销号后会议办结',
  uniqueTogether: [['year', 'quarter']],
  fields: {
    ...form,
    name: text('会议', { maxLength: 60 }).searchable().optional(),
    ranking: rows('考核名次(取自锁定结果)', place).optional(),
    bulletin: longText('通报与点评', { maxLength: 8000 }).optional(),
    attendees: longText('参加单位与人员', { maxLength: 2000 }).optional(),
    tasks: rows('下阶段任务', taskLine).optional(),
    taskCount: integer('任务数', { min: 0 }).optional(),
  },
  statuses: {
    planned: { zh: '筹备中', duty: 'evaluation.manage', taskZh: '季度点评会待召开' },
    held: { zh: '任务督办中', duty: 'evaluation.manage', taskZh: '点评会任务待办结' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '筹备会议',
    from: 'new',
    to: 'planned',
    by: 'evaluation.manage',
    form,
    look: ({ tx, input }) =>
      one<{ status: string; outcome: Outcome | null; to: string }>(
        tx,
        'select status, outcome, to_on::text as to from evaluation.round where id = $1',
        [input.round],
      ),
    check: ({ found, input }) =>
      first(
        why(found?.status !== 'locked', '该轮考核尚未锁定,不能上会点评'),
        why(
          found !== undefined && (Number(found.to.slice(0, 4)) !== input.year || quarterOf(found.to) !== input.quarter),
          `该轮考核截止${found?.to ?? ''},不属于${input.year}年第${input.quarter}季度`,
        ),
        why(input.meetOn <= quarterSpan(input.year, input.quarter)[0], '会议日期应在该季度开始之后'),
      ),
    effects: ({ found, input }) => ({
      set: {
        name: `${input.year}年第${input.quarter}季度点评会`,
        ranking: (found?.outcome?.standings ?? []).map((s) => ({
          name: s.name,
          class: s.class as keyof typeof classes,
          rank: s.rank,
          score: s.total,
        })),
      },
    }),
  }),
  hold: action({
    zh: '登记会议,下达任务',
    from: 'planned',
    to: 'held',
    by: 'evaluation.manage',
    tone: 'primary',
    form: {
      bulletin: longText('通报与点评', { maxLength: 8000 }),
      attendees: longText('参加单位与人员', { maxLength: 2000 }),
      tasks: rows('下阶段任务', taskLine),
    },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.meetOn, `会议定于${subject.meetOn}`),
    check: ({ input, now }) =>
      first(
        why(input.tasks.length === 0, '请列出下阶段任务'),
        why(
          input.tasks.some((t) => t.dueOn < dayText(now)),
          '任务期限不能早于今天',
        ),
      ),
    effects: ({ input, subject }) => ({
      set: { ...input, taskCount: input.tasks.length },
      spawn: input.tasks.map((t) => ({
        procedure: 'evaluation.task',
        input: { ...t, source: 'review', sourceName: subject.name },
      })),
    }),
  }),
  close: action({
    zh: '任务全部销号,办结',
    from: 'held',
    to: 'closed',
    by: 'evaluation.manage',
    look: ({ tx, subject }) => openTasksOf(tx, subject.id),
    check: ({ found }) => openItems(found, '任务'),
  }),
}))

/** 座谈会: opinions on the rules, each answered; accepted ones end in a published scheme. */
export const workshop = procedure('evaluation.workshop', {
  zh: '考核工作座谈会',
  menu: '创建与督办',
  numbering: { prefix: 'ZT', per: 'year', digits: 3 },
  title: 'name',
  help: '逐条答复意见;采纳的意见落到考核方案新版次才算办结;“各辖区办法对照表”由辖区考核办法库生成',
  fields: {
    name: text('会议', { maxLength: 100 }).searchable(),
    year: integer('对照年度', { min: 2000, max: 2100 }),
    heldOn: date('日期'),
    attendees: longText('参加单位', { maxLength: 2000 }),
    opinionCount: integer('意见数', { min: 0 }).optional(),
  },
  statuses: {
    held: { zh: '意见办理中', duty: 'evaluation.manage', taskZh: '座谈会意见待办理' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  hold: action({
    zh: '登记座谈会',
    from: 'new',
    to: 'held',
    by: 'evaluation.manage',
    form: {
      name: text('会议', { maxLength: 100 }),
      year: integer('对照年度', { min: 2000, max: 2100 }),
      heldOn: date('日期'),
      attendees: longText('参加单位', { maxLength: 2000 }),
      opinions: rows('意见', {
        from: text('提出单位', { maxLength: 100 }),
        clause: text('所涉条款或考核项', { maxLength: 100 }),
        opinion: text('意见', { maxLength: 500 }),
      }),
    },
    check: ({ input, now }) =>
      first(why(input.heldOn > dayText(now), '座谈会尚未召开'), why(input.opinions.length === 0, '请逐条登记意见')),
    effects: ({ input, subject }) => ({
      set: { opinionCount: input.opinions.length },
      spawn: input.opinions.map((o) => ({
        procedure: 'evaluation.rule-opinion',
        input: { ...o, workshop: subject.id, heldOn: input.heldOn },
      })),
    }),
  }),
  close: action({
    zh: '办结',
    from: 'held',
    to: 'closed',
    by: 'evaluation.manage',
    tone: 'primary',
    look: ({ tx, subject }) =>
      many<{ id: string }>(
        tx,
        `select id from evaluation.rule_opinion where workshop = $1 and status = any (array['raised', 'accepted'])`,
        [subject.id],
      ),
    check: ({ found }) => openItems(found.length, '意见'),
  }),
}))
const opinionForm = {
  workshop: ref('座谈会', 'evaluation.workshop'),
  heldOn: date('日期'),
  from: text('提出单位', { maxLength: 100 }),
  clause: text('所涉条款或考核项', { maxLength: 100 }),
  opinion: text('意见', { maxLength: 500 }),
} as const
export const ruleOpinion = procedure('evaluation.rule-opinion', {
  zh: '考核规则意见',
  menu: '创建与督办',
  numbering: { prefix: 'YJ', per: 'year', digits: 4 },
  title: 'opinion',
  fields: {
    ...opinionForm,
    opinion: opinionForm.opinion.searchable(),
    answer: longText('答复', { maxLength: 2000 }).optional(),
    scheme: ref('落实的考核方案', 'evaluation.scheme').optional(),
    change: text('修改之处', { maxLength: 300 }).optional(),
  },
  statuses: {
    raised: { zh: '待答复', duty: 'evaluation.decide', taskZh: '考核规则意见待答复' },
    accepted: { zh: '采纳,待修改规则', duty: 'evaluation.manage', taskZh: '采纳意见待修改规则' },
    applied: { zh: '规则已修改', kind: 'final' },
    declined: { zh: '未采纳', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({ zh: '提出', from: 'new', to: 'raised', by: 'system', form: opinionForm }),
  accept: action({
    zh: '采纳',
    from: 'raised',
    to: 'accepted',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { answer: longText('答复', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  decline: action({
    zh: '不采纳',
    from: 'raised',
    to: 'declined',
    by: 'evaluation.decide',
    form: { answer: longText('答复(理由)', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  apply: action({
    zh: '登记规则修改',
    from: 'accepted',
    to: 'applied',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { scheme: ref('落实的考核方案', 'evaluation.scheme'), change: text('修改之处', { maxLength: 300 }) },
    look: ({ tx, input, subject }) =>
      one<{ isNew: boolean }>(
        tx,
        `select status = 'published' and updated_at::date >= $2::date as "isNew" from evaluation.scheme where id = $1`,
        [input.scheme, subject.heldOn],
      ),
    check: ({ found }) => why(!found?.isNew, '该方案不是座谈会之后发布的版次'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
