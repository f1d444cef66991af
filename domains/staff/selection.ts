/** 干部选拔与职级晋升: the steps in their order, each with its papers; sealed; of it all only the fact that somebody took office is shown. */
import {
  addDays,
  choice,
  date,
  dayText,
  didBefore,
  first,
  integer,
  longText,
  person,
  procedure,
  record,
  say,
  text,
} from '#kernel'
import { appointed } from './facts.ts'
import { notYet, why } from './shared.ts'

const kinds = { leader: '领导职务选拔', rank: '职级晋升' } as const
const volume = text('材料卷宗号', { maxLength: 40 }).help('材料存干部档案,不上传平台')
const sealed = (zh: string) => longText(zh, { maxLength: 2000 })
export const selection = procedure('staff.selection', {
  zh: '干部选拔与职级晋升(保密)',
  menu: '队伍建设',
  title: 'post',
  numbering: { prefix: 'GB', per: 'year', digits: 3 },
  help: '保密:动议 → 民主推荐 → 考察 → 讨论决定 → 公示 → 任职,次序不可颠倒,每步须有材料;他人只能看到任职结果。',
  fields: {
    kind: choice('类型', kinds),
    post: text('拟任职务(职级)', { maxLength: 60 }).searchable(),
    candidate: person('人选').optional(),
    motion: sealed('动议'),
    recommended: integer('推荐票', { unit: '票' }).optional(),
    voters: integer('参加推荐', { unit: '人' }).optional(),
    inspection: sealed('考察').optional(),
    integrity: choice('廉政意见', { clear: '无异议', stop: '有异议' }).optional(),
    members: integer('应到', { unit: '人' }).optional(),
    yes: integer('赞成', { unit: '票' }).optional(),
    publicUntil: date('公示至').optional(),
    objection: sealed('举报').optional(),
    paper: text('任职文号', { maxLength: 60 }).optional(),
    volumes: longText('卷宗', { maxLength: 500 }),
    endedOn: date('办结日期').optional(),
  },
  statuses: {
    motioned: { zh: '已动议,待推荐', duty: 'staff.cadre', taskZh: '干部选拔待民主推荐' },
    recommended: { zh: '已推荐,待考察', duty: 'staff.cadre', taskZh: '干部选拔待考察' },
    inspected: { zh: '已考察,待讨论', duty: 'staff.cadre', taskZh: '干部选拔待讨论决定' },
    decided: { zh: '已决定,待公示', duty: 'staff.cadre', taskZh: '干部选拔待公示' },
    notice: { zh: '公示中', duty: 'staff.cadre', taskZh: '干部公示中' },
    objected: { zh: '有举报,核查中', duty: 'staff.cadre', taskZh: '干部公示举报待核查' },
    appointed: { zh: '已任职', kind: 'final' },
    stopped: { zh: '终止', kind: 'final' },
  },
}).actions((action) => ({
  motion: action({
    zh: '动议',
    from: 'new',
    to: 'motioned',
    by: 'staff.cadre',
    form: { kind: choice('类型', kinds), post: text('拟任职务(职级)', { maxLength: 60 }), motion: sealed('动议'), volume },
    effects: ({ input }) => ({ set: { volumes: `动议${input.volume}` } }),
  }),
  recommend: action({
    zh: '民主推荐',
    from: 'motioned',
    to: 'recommended',
    by: 'staff.cadre',
    tone: 'primary',
    form: {
      candidate: person('人选'),
      voters: integer('参加推荐', { unit: '人', min: 1 }),
      recommended: integer('推荐票', { unit: '票', min: 0 }),
      volume,
    },
    check: ({ input, actor }) =>
      first(
        why(input.recommended > input.voters, '推荐票多于参加人数'),
        notYet(input.recommended * 2 <= input.voters, '推荐票未过半数'),
        notYet(input.candidate === actor.id, '人选应当回避'),
      ),
    effects: ({ input: { volume: v, ...rest }, subject }) => ({ set: { ...rest, volumes: `${subject.volumes};推荐${v}` } }),
  }),
  inspect: action({
    zh: '考察',
    from: 'recommended',
    to: ({ input }) => (input.integrity === 'clear' ? 'inspected' : 'stopped'),
    by: 'staff.cadre',
    tone: 'primary',
    form: { inspection: sealed('考察'), integrity: choice('廉政意见', { clear: '无异议', stop: '有异议' }), volume },
    guard: ({ past, actor }) => notYet(didBefore(past, 'recommend', actor), '推荐与考察由不同的人办理'),
    effects: ({ input: { volume: v, ...rest }, subject, now }) => ({
      set: { ...rest, volumes: `${subject.volumes};考察${v}`, ...(rest.integrity === 'stop' ? { endedOn: dayText(now) } : {}) },
    }),
  }),
  decide: action({
    zh: '讨论决定',
    from: 'inspected',
    to: ({ input }) => (input.yes * 2 > input.members ? 'decided' : 'stopped'),
    by: 'staff.cadre',
    tone: 'primary',
    form: {
      members: integer('应到', { unit: '人', min: 1 }),
      present: integer('到会', { unit: '人', min: 1 }),
      yes: integer('赞成', { unit: '票', min: 0 }),
      volume,
    },
    check: ({ input, parameter }) =>
      first(
        why(input.present > input.members || input.yes > input.present, '人数、票数不符'),
        notYet(
          input.present * 100 < input.members * (parameter('staff.quorum') - 1),
          `到会${input.present}人,不足应到${input.members}人的三分之二`,
        ),
      ),
    effects: ({ input, subject }) => ({
      set: { members: input.members, yes: input.yes, volumes: `${subject.volumes};讨论${input.volume}` },
    }),
  }),
  announce: action({
    zh: '公示',
    from: 'decided',
    to: 'notice',
    by: 'staff.cadre',
    tone: 'primary',
    form: { volume },
    effects: ({ input, subject, now, parameter }) => ({
      set: {
        publicUntil: addDays(dayText(now), parameter('staff.notice-days')),
        volumes: `${subject.volumes};公示${input.volume}`,
      },
    }),
  }),
  object: action({
    zh: '登记举报',
    from: 'notice',
    to: 'objected',
    by: 'staff.cadre',
    form: { objection: sealed('举报') },
    effects: ({ input }) => ({ set: input }),
  }),
  settle: action({
    zh: '举报核查结论',
    from: 'objected',
    to: ({ input }) => (input.isTrue === 'yes' ? 'stopped' : 'notice'),
    by: 'staff.cadre',
    tone: 'primary',
    form: { isTrue: choice('结论', { yes: '影响任职,终止', no: '不影响' }), volume },
    effects: ({ input, subject, now }) => ({
      set: { volumes: `${subject.volumes};核查${input.volume}`, ...(input.isTrue === 'yes' ? { endedOn: dayText(now) } : {}) },
    }),
  }),
  appoint: action({
    zh: '任职',
    from: 'notice',
    to: 'appointed',
    by: 'staff.cadre',
    tone: 'primary',
    form: { paper: text('任职文号', { maxLength: 60 }) },
    guard: ({ subject, now }) => notYet(dayText(now) <= (subject.publicUntil ?? ''), `公示到${subject.publicUntil ?? ''}`),
    effects: ({ input, subject, now }) => ({
      set: { ...input, endedOn: dayText(now) },
      facts: [
        say(appointed, {
          person: subject.candidate ?? '',
          kind: subject.kind,
          post: subject.post,
          paper: input.paper,
          on: dayText(now),
        }),
      ],
    }),
  }),
}))
/** The fact of the result, for everybody. */
export const result = record('staff.appointment', {
  zh: '任职结果',
  menu: '队伍建设',
  title: 'post',
  fields: {
    person: person('人员'),
    kind: choice('类型', kinds),
    post: text('职务(职级)', { maxLength: 60 }).searchable(),
    paper: text('文号', { maxLength: 60 }).unique(),
    takenOn: date('任职日期'),
  },
})
