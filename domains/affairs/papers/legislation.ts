/** 立法制规起草: by the plan of the year; opinions asked for long enough, each adopted or refused with a reason; a hearing where one is owed; sent up, reviewed, published. */
import {
  addDays,
  choice,
  date,
  dayText,
  files,
  first,
  flag,
  integer,
  longText,
  number,
  percentOf,
  procedure,
  rows,
  text,
  unit,
} from '#kernel'
import { daysBetween, notYet, why } from '../shared.ts'

export const lawKinds = { local: '地方性法规', rule: '政府规章', norm: '规范性文件' } as const
const opinionLine = {
  no: integer('序号'),
  from: text('提出方', { maxLength: 80 }),
  clause: text('条款', { maxLength: 40 }),
  said: text('意见', { maxLength: 500 }),
  verdict: choice('处理', { none: '未处理', adopted: '采纳', partly: '部分采纳', refused: '未采纳' }),
  reason: text('理由', { maxLength: 300 }),
} as const
const form = {
  name: text('名称', { maxLength: 160 }),
  kind: choice('类别', lawKinds),
  planYear: integer('立法(制规)计划年度', { min: 2000, max: 2100 }),
  class: choice('计划项目', { formal: '正式项目', prepare: '预备项目', study: '调研项目' }),
  unit: unit('起草单位'),
  needsHearing: flag('须听证(涉及重大利益调整)'),
} as const
export const legislation = procedure('affairs.legislation', {
  zh: '立法制规',
  menu: '公文与文件',
  title: 'name',
  numbering: { prefix: 'LF', per: 'year', digits: 3 },
  help: '公开征求意见不少于三十日;意见逐条采纳或说明理由;须听证的先听证;全部处理后才能送审;审核、公布。',
  uniqueTogether: [['name', 'planYear']],
  fields: {
    ...form,
    name: form.name.searchable(),
    draft: files(0, '草案').optional(),
    askedFrom: date('征求意见起').optional(),
    askedTo: date('征求意见止').optional(),
    opinions: rows('意见', opinionLine),
    opinionCount: integer('意见', { unit: '条' }),
    adopted: integer('采纳(含部分)', { unit: '条' }),
    adoptRate: number('采纳率', { unit: '%' }).optional(),
    heardOn: date('听证日期').optional(),
    hearing: longText('听证报告', { maxLength: 2000 }).optional(),
    attendees: integer('听证参加人', { unit: '人' }).optional(),
    sentOn: date('送审日期').optional(),
    review: text('审核意见', { maxLength: 300 }).optional(),
    paper: text('公布文号', { maxLength: 60 }).optional(),
    publishedOn: date('公布日期').optional(),
    fromOn: date('施行日期').optional(),
  },
  statuses: {
    drafting: { zh: '起草', duty: 'affairs.manage', taskZh: '法规规章起草中' },
    asking: { zh: '征求意见', duty: 'affairs.manage', taskZh: '法规规章征求意见中' },
    sent: { zh: '送审', duty: 'affairs.lead', taskZh: '法规规章待转审核' },
    reviewing: { zh: '审核', duty: 'affairs.manage', taskZh: '法规规章审核中' },
    published: { zh: '公布', kind: 'final' },
    stopped: { zh: '终止', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '列入计划并起草',
    from: 'new',
    to: 'drafting',
    by: 'affairs.manage',
    form,
    effects: ({ input }) => ({ set: { unitId: input.unit, opinions: [], opinionCount: 0, adopted: 0 } }),
  }),
  ask: action({
    zh: '公开征求意见',
    from: 'drafting',
    to: 'asking',
    by: 'affairs.manage',
    tone: 'primary',
    basis: '规章制定程序条例第十五条',
    form: { draft: files(1, '征求意见稿'), askedTo: date('截止日期') },
    guard: ({ subject }) => notYet(subject.class === 'study', '调研项目不公开征求意见,请先转为正式或预备项目'),
    check: ({ input, now, parameter }) =>
      why(
        daysBetween(dayText(now), input.askedTo) < parameter('affairs.opinion-days'),
        `征求意见不少于${parameter('affairs.opinion-days')}日,最早${addDays(dayText(now), parameter('affairs.opinion-days'))}`,
      ),
    effects: ({ input, now }) => ({ set: { ...input, askedFrom: dayText(now) } }),
  }),
  opinion: action({
    zh: '登记意见',
    from: 'asking',
    to: 'same',
    by: 'affairs.manage',
    form: { from: opinionLine.from, clause: opinionLine.clause, said: opinionLine.said },
    effects: ({ input, subject }) => ({
      set: {
        opinions: [...subject.opinions, { no: subject.opinions.length + 1, ...input, verdict: 'none', reason: '' }],
        opinionCount: subject.opinionCount + 1,
      },
    }),
  }),
  treat: action({
    zh: '处理意见',
    from: 'asking',
    to: 'same',
    by: 'affairs.manage',
    tone: 'primary',
    form: {
      no: integer('意见序号', { min: 1 }),
      verdict: choice('处理', { adopted: '采纳', partly: '部分采纳', refused: '未采纳' }),
      reason: text('理由(未全部采纳的须填)', { maxLength: 300 }).optional(),
    },
    check: ({ input, subject }) =>
      first(
        why(!subject.opinions.some((o) => o.no === input.no), `没有第${input.no}条意见`),
        why(input.verdict !== 'adopted' && !input.reason, '未全部采纳的请说明理由'),
      ),
    effects: ({ input, subject }) => {
      const opinions = subject.opinions.map((o) =>
        o.no === input.no ? { ...o, verdict: input.verdict, reason: input.reason ?? '' } : o,
      )
      const adopted = opinions.filter((o) => o.verdict === 'adopted' || o.verdict === 'partly').length
      return { set: { opinions, adopted, adoptRate: percentOf(adopted, opinions.length) } }
    },
  }),
  hear: action({
    zh: '登记听证',
    from: 'asking',
    to: 'same',
    by: 'affairs.manage',
    form: {
      heardOn: date('听证日期'),
      attendees: integer('听证参加人', { unit: '人', min: 1 }),
      hearing: longText('听证报告', { maxLength: 2000 }),
    },
    check: ({ input, now }) => why(input.heardOn > dayText(now), '听证还未举行'),
    effects: ({ input }) => ({ set: input }),
  }),
  send: action({
    zh: '送审',
    from: 'asking',
    to: 'sent',
    by: 'affairs.manage',
    tone: 'primary',
    guard: ({ subject, now }) => {
      const left = subject.opinions.filter((o) => o.verdict === 'none').map((o) => String(o.no))
      return first(
        notYet(dayText(now) <= (subject.askedTo ?? ''), `征求意见到${subject.askedTo}截止`),
        notYet(left.length > 0, `第${left.join('、')}条意见未处理`),
        notYet(subject.needsHearing && !subject.heardOn, '须听证,还未听证'),
      )
    },
    effects: ({ now }) => ({ set: { sentOn: dayText(now) } }),
  }),
  forward: action({ zh: '转入审核程序', from: 'sent', to: 'reviewing', by: 'affairs.lead', tone: 'primary' }),
  judge: action({
    zh: '审核退回修改',
    from: 'reviewing',
    to: 'asking',
    by: 'affairs.manage',
    form: { review: text('审核意见', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  publish: action({
    zh: '公布',
    from: 'reviewing',
    to: 'published',
    by: 'affairs.manage',
    tone: 'primary',
    form: { paper: text('公布文号', { maxLength: 60 }), publishedOn: date('公布日期'), fromOn: date('施行日期') },
    check: ({ input, subject }) =>
      first(
        why(input.publishedOn < (subject.sentOn ?? ''), '公布不能早于送审'),
        why(
          subject.kind === 'rule' && daysBetween(input.publishedOn, input.fromOn) < 30,
          '自公布之日起30日后施行(规章制定程序条例第三十二条)',
        ),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  stop: action({
    zh: '终止',
    from: 'any open',
    to: 'stopped',
    by: 'affairs.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
