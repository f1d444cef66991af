/** 微改造、微更新、微景观: small renewals, done only with the residents' word, within their budget, accepted by another. */
import {
  type Actor,
  choice,
  date,
  dayText,
  didBefore,
  first,
  integer,
  longText,
  number,
  type Participation,
  photos,
  procedure,
  type Refusal,
  refuse,
  text,
  unit,
} from '#kernel'
import { isSamePicture } from './look.ts'

const byAnother = ({ past, actor }: { past: readonly Participation[]; actor: Actor }): Refusal | undefined =>
  didBefore(past, 'finish', actor) ? refuse('kernel.check', { rule: '由您报完工,须由他人验收' }) : undefined
const isWanted = (said: { readonly supporters: number; readonly opponents: number }): boolean => said.supporters > said.opponents
const buildBy = (finishOn: string | null) =>
  ({
    clock: 'build',
    do: 'start',
    ...(finishOn ? { dueAt: new Date(`${finishOn}T23:59:59+08:00`) } : {}),
  }) as const
const tell = (project: { readonly unit: string | null; readonly name: string }, zh: string) =>
  project.unit ? [{ unitId: project.unit, zh: `微更新 ${project.name}:${zh}` }] : []

export const renewalKinds = { facility: '微改造', place: '微更新', landscape: '微景观' } as const
export const microRenewal = procedure('cases.micro-renewal', {
  zh: '微更新项目',
  menu: '微修',
  numbering: { prefix: 'N', per: 'year', digits: 4 },
  title: 'name',
  fields: {
    kind: choice('类型', renewalKinds),
    name: text('项目', { maxLength: 100 }).searchable(),
    beforePhotos: photos(1, '改造前照片'),
    plan: longText('方案', { maxLength: 2000 }),
    unit: unit('实施单位').optional(),
    budget: number('预算', { unit: '元', min: 0 }).optional(),
    finishOn: date('计划完工').optional(),
    sheets: photos(0, '征询表照片').optional(),
    supporters: integer('赞成户数', { unit: '户', min: 0 }).optional(),
    opponents: integer('反对户数', { unit: '户', min: 0 }).optional(),
    opinions: longText('居民意见', { maxLength: 2000 }).optional(),
    cost: number('费用', { unit: '元', min: 0 }).optional(),
    afterPhotos: photos(0, '改造后照片').optional(),
    acceptance: longText('验收意见', { maxLength: 1000 }).optional(),
    acceptedOn: date('验收日期').optional(),
  },
  clocks: { build: { zh: '完工', limit: { value: 60, unit: 'natural_day' }, basis: '立项时的计划完工日期' } },
  statuses: {
    proposed: { zh: '征求意见', duty: 'cases.list.manage', taskZh: '征求意见项目' },
    approved: { zh: '实施中', duty: 'cases.list.manage', taskZh: '实施中项目' },
    done: { zh: '待验收', duty: 'cases.list.manage', taskZh: '待验收项目' },
    accepted: { zh: '已验收', kind: 'final' },
    dropped: { zh: '不实施', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '立项',
    from: 'new',
    to: 'proposed',
    by: 'cases.list.manage',
    form: {
      kind: choice('类型', renewalKinds),
      name: text('项目', { maxLength: 100 }),
      beforePhotos: photos(1, '改造前照片'),
      plan: longText('方案', { maxLength: 2000 }),
      unit: unit('实施单位'),
      budget: number('预算', { unit: '元', min: 0 }),
      finishOn: date('计划完工'),
    },
    check: ({ subject, input, now }) =>
      first(
        subject.lon === null ? refuse('kernel.check', { rule: '请在图上点出改造地点' }) : undefined,
        input.finishOn < dayText(now) ? refuse('kernel.check', { rule: '计划完工不能早于今天' }) : undefined,
      ),
  }),
  consult: action({
    zh: '居民意见汇总',
    from: 'proposed',
    to: ({ input }) => (isWanted(input) ? 'approved' : 'dropped'),
    by: 'cases.list.manage',
    tone: 'primary',
    help: '赞成多于反对才实施。',
    form: {
      supporters: integer('赞成户数', { min: 0 }),
      opponents: integer('反对户数', { min: 0 }),
      opinions: longText('居民意见', { maxLength: 2000 }),
      sheets: photos(1, '征询表照片'),
    },
    check: ({ input }) =>
      input.supporters + input.opponents === 0
        ? refuse('kernel.check', { rule: '没有一户表态,不能作为征求意见的结果' })
        : undefined,
    effects: ({ input, subject }) => ({
      set: { supporters: input.supporters, opponents: input.opponents, opinions: input.opinions, sheets: input.sheets },
      clocks: isWanted(input) ? [buildBy(subject.finishOn)] : [],
      notify: tell(subject, isWanted(input) ? '居民多数赞成,请实施' : '居民赞成未过半,不实施'),
    }),
  }),
  finish: action({
    zh: '完工',
    from: 'approved',
    to: 'done',
    by: 'cases.list.manage',
    tone: 'primary',
    form: { cost: number('实际费用', { unit: '元', min: 0 }), afterPhotos: photos(1, '改造后照片') },
    look: ({ tx, subject, input }) => isSamePicture(tx, subject.beforePhotos, input.afterPhotos),
    check: ({ input, subject, found }) =>
      first(
        found ? refuse('cases.same-photo') : undefined,
        subject.budget !== null && input.cost > subject.budget
          ? refuse('kernel.check', { rule: `费用超过预算${subject.budget}元,请先调整预算` })
          : undefined,
      ),
    effects: ({ input }) => ({
      set: { cost: input.cost, afterPhotos: input.afterPhotos },
      clocks: [{ clock: 'build', do: 'stop' }],
    }),
  }),
  rebudget: action({
    zh: '调整预算',
    from: ['proposed', 'approved'],
    to: 'same',
    by: 'cases.list.manage',
    form: { budget: number('预算', { unit: '元', min: 0 }), reason: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { budget: input.budget } }),
  }),
  accept: action({
    zh: '验收合格',
    from: 'done',
    to: 'accepted',
    by: 'cases.list.manage',
    tone: 'primary',
    form: { acceptance: longText('验收意见', { maxLength: 1000 }) },
    guard: byAnother,
    effects: ({ now, input }) => ({ set: { acceptedOn: dayText(now), acceptance: input.acceptance } }),
  }),
  reject: action({
    zh: '验收不合格',
    from: 'done',
    to: 'approved',
    by: 'cases.list.manage',
    tone: 'danger',
    form: { acceptance: longText('不合格之处', { maxLength: 1000 }), finishOn: date('重新完工日期') },
    guard: byAnother,
    check: ({ input, now }) =>
      input.finishOn < dayText(now) ? refuse('kernel.check', { rule: '重新完工日期不能早于今天' }) : undefined,
    effects: ({ input, subject }) => ({
      set: { acceptance: input.acceptance, finishOn: input.finishOn },
      clocks: [buildBy(input.finishOn)],
      notify: tell(subject, `验收不合格:${input.acceptance.slice(0, 60)}`),
    }),
  }),
  lapse: action({
    zh: '逾期未完工',
    from: 'approved',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: [
        ...tell(subject, '已过计划完工日期'),
        ...past
          .filter((p) => p.action === 'propose')
          .flatMap((p) => (p.actorId ? [{ personId: p.actorId, zh: `微更新 ${subject.name} 逾期未完工` }] : [])),
      ],
    }),
  }),
  abandon: action({
    zh: '不再实施',
    from: ['proposed', 'approved'],
    to: 'dropped',
    by: 'cases.list.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: () => ({ clocks: [{ clock: 'build', do: 'cancel' }] }),
  }),
}))
