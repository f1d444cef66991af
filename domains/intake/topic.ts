/**
 * 专项督查、专项排查: a named topic with a period and points; inspectors file issues under it, each flows at once to the case loop,
 * and the table by class and place counts them. The topic cannot be ended while an issue is open.
 */

import { z } from 'zod'
import { problemFound } from '#catalogue/facts.ts'
import { choice, date, fact, flag, longText, photos, procedure, ref, refuse, rows, say, text } from '#kernel'
import { issueClasses } from './contract.ts'
import { countOpenIssues, findTopic } from './look.ts'

export const topicKinds = { inspection: '平台专项督查', survey: '重点地点专项排查', volunteer: '志愿者巡查' } as const
/** The key points a survey goes through: each is in the table, also where nothing was found. */
const points = rows('排查点位', { point: ref('重点点位', 'grid.key-point') }).optional()
export const topicProcedure = procedure('intake.topic', {
  isCommon: true,
  zh: '专项督查排查',
  menu: '诉求',
  numbering: { prefix: 'T', per: 'year', digits: 3 },
  title: 'name',
  fields: {
    kind: choice('种类', topicKinds),
    name: text('专项名称', { maxLength: 100 }).searchable(),
    startsOn: date('起'),
    endsOn: date('止'),
    points,
    requirement: longText('要求', { maxLength: 4000 }).optional(),
    summary: longText('总结', { maxLength: 8000 }).optional(),
  },
  statuses: {
    running: { zh: '进行中', duty: 'intake.topic.manage', taskZh: '进行中的专项' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '发起',
    from: 'new',
    to: 'running',
    by: 'intake.topic.manage',
    form: {
      kind: choice('种类', topicKinds),
      name: text('专项名称', { maxLength: 100 }),
      startsOn: date('起'),
      endsOn: date('止'),
      points,
      requirement: longText('要求', { maxLength: 4000 }).optional(),
    },
    check: ({ input }) => (input.endsOn < input.startsOn ? refuse('kernel.check', { rule: '止不能早于起' }) : undefined),
  }),
  end: action({
    zh: '结束专项',
    from: 'running',
    to: 'ended',
    by: 'intake.topic.manage',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 8000 }) },
    look: (ctx) => countOpenIssues(ctx.tx, ctx.subject.id),
    check: ({ found }) => (found > 0 ? refuse('intake.topic-open', { count: found }) : undefined),
    effects: ({ input }) => ({ set: { summary: input.summary } }),
  }),
}))
const finder = text('发现人(志愿队)', { maxLength: 60 }).optional().help('志愿者发现的填写姓名或队名,以便计入')
const point = ref('重点点位', 'grid.key-point').optional().help('在重点点位台账中的,选它;其他地方写在“点位”里')
const filed = {
  topic: ref('专项', 'intake.topic'),
  /** As its topic: an issue of an inspection is not counted with a survey. */
  kind: choice('种类', topicKinds, { isGiven: true }).optional(),
  issueClass: choice('问题类别', issueClasses),
  point,
  place: text('点位', { maxLength: 100 }).optional(),
  content: longText('问题', { maxLength: 2000 }),
} as const
type Under = Awaited<ReturnType<typeof findTopic>>
const checkFiled = ({ input, found }: { input: { readonly place?: string | null }; found: Under }) => {
  if (!found) return refuse('kernel.not-found', { what: '专项' })
  if (found.status === 'ended') return refuse('intake.topic-ended')
  return (input.place ?? found.point) ? undefined : refuse('kernel.check', { rule: '请选择重点点位或写明点位' })
}
const kindAndPlace = (input: { readonly place?: string | null }, found: Under) => ({
  kind: found?.kind ?? 'inspection',
  place: input.place ?? found?.point ?? '',
})
const sourceOf = { inspection: 'inspection', survey: 'survey', volunteer: 'volunteer' } as const

/** Told inside this domain when the case of an issue has ended. */
export const issueEnded = fact('intake.issue-ended', '专项问题已办结', z.object({ issueId: z.string(), result: z.string() }))
export const issueProcedure = procedure('intake.issue', {
  zh: '专项问题',
  menu: '诉求',
  numbering: { prefix: 'W', per: 'year', digits: 5 },
  title: 'content',
  fields: {
    topic: ref('专项', 'intake.topic'),
    kind: choice('种类', topicKinds),
    issueClass: choice('问题类别', issueClasses),
    point,
    place: text('点位', { maxLength: 100 }).searchable(),
    content: longText('问题', { maxLength: 2000 }).searchable(),
    photos: photos(0).optional(),
    afterPhotos: photos(0, '整改后照片').optional(),
    caseNumber: text('案件号').optional(),
    result: longText('结果').optional(),
    finder: text('发现人(志愿队)', { maxLength: 60 }).searchable().optional(),
    isOnSpot: flag('当场解决').optional(),
    verifyNote: text('核实情况', { maxLength: 300 }).optional(),
  },
  statuses: {
    open: { zh: '处置中' },
    claimed: { zh: '当场解决,待核实', duty: 'intake.topic.manage', taskZh: '当场解决的问题待核实' },
    done: { zh: '已办结', kind: 'final' },
    dropped: { zh: '不成立', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '上报专项问题',
    from: 'new',
    to: 'open',
    by: 'intake.topic.file',
    form: {
      ...filed,
      photos: photos(0).optional(),
      finder,
    },
    look: (ctx) => findTopic(ctx.tx, ctx.input.topic, ctx.input.point),
    check: checkFiled,
    effects: ({ subject, input, found }) => ({
      set: kindAndPlace(input, found),
      facts: [
        say(problemFound, {
          source: sourceOf[kindAndPlace(input, found).kind],
          sourceType: 'intake.issue',
          sourceId: subject.id,
          description: `【${issueClasses[input.issueClass]}】${kindAndPlace(input, found).place}:${input.content}`,
          address: kindAndPlace(input, found).place,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          photos: [...(input.photos ?? [])],
          isUrgent: false,
        }),
      ],
    }),
  }),
  solved: action({
    zh: '现场已解决',
    from: 'new',
    to: 'claimed',
    by: 'intake.topic.file',
    help: '志愿者、督查员当场解决的,附前后照片;专项负责人核实后才计为已解决。',
    form: {
      ...filed,
      photos: photos(1),
      afterPhotos: photos(1, '整改后照片'),
      finder,
    },
    look: (ctx) => findTopic(ctx.tx, ctx.input.topic, ctx.input.point),
    check: checkFiled,
    effects: ({ input, found }) => ({ set: { ...kindAndPlace(input, found), result: '现场解决', isOnSpot: true } }),
  }),
  verify: action({
    zh: '核实已解决',
    from: 'claimed',
    to: 'done',
    by: 'intake.topic.manage',
    tone: 'primary',
    help: '对照前后照片或到现场看过,确已解决的才计数。',
    form: { verifyNote: text('核实情况', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  caseOpened: action({
    zh: '案件已登记',
    from: 'open',
    to: 'same',
    by: 'system',
    form: { caseNumber: text('案件号') },
    effects: ({ input }) => ({ set: input }),
  }),
  finish: action({
    zh: '案件已办结',
    from: 'open',
    to: 'done',
    by: 'system',
    form: { result: longText('结果'), caseNumber: text('案件号') },
    effects: ({ input }) => ({ set: { result: input.result, caseNumber: input.caseNumber } }),
  }),
  drop: action({
    zh: '不成立',
    from: 'open',
    to: 'dropped',
    by: 'system',
    form: { result: longText('结果') },
    effects: ({ input }) => ({ set: { result: input.result } }),
  }),
  overturn: action({
    zh: '并未解决,转案件处置',
    from: ['claimed', 'done'],
    to: 'open',
    by: 'intake.topic.manage',
    tone: 'danger',
    help: '核实或抽查发现并未解决的,转案件处置,不计为当场解决。',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({
      set: { isOnSpot: false, result: null, caseNumber: null },
      facts: [
        say(problemFound, {
          source: sourceOf[subject.kind],
          sourceType: 'intake.issue',
          sourceId: subject.id,
          description: `【抽查未解决】${subject.place}:${subject.content}(${input.reason})`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          address: subject.place,
          photos: [...(subject.photos ?? [])],
          isUrgent: false,
          mergeKey: `issue:${subject.id}`,
        }),
      ],
    }),
  }),
}))
