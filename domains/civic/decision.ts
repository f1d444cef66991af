/** 公众参与、评价、决策、监督: a topic is open for opinions and votes, heard, decided with each opinion taken or not and why, carried out, and judged. */
import {
  addDays,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  list,
  longText,
  one,
  percentOf,
  photos,
  procedure,
  record,
  ref,
  rows,
  text,
} from '#kernel'
import { notYet, phoneField, why } from './shared.ts'

const form = {
  title: text('议题', { maxLength: 80 }),
  background: longText('背景与方案', { maxLength: 4000 }),
  options: list('可投票的选项').help('每行一个;不填则只收意见'),
  toOn: date('征求意见至'),
} as const
interface Open {
  readonly waiting: number
  readonly marks: number
  readonly good: number
}
const openSql = `select (select count(*)::int from civic.voice where decision = $1 and status = 'waiting') as waiting`
export const decision = procedure('civic.decision', {
  zh: '公众议事',
  menu: '公众参与',
  title: 'title',
  numbering: { prefix: 'YS', per: 'year', digits: 4 },
  help: '参与(意见、投票) → 评价(听证、逐条答复) → 决策(写明采纳情况) → 监督(实施进展、公众评议);市民在手机上看得到走到哪一步。',
  fields: {
    ...form,
    title: form.title.searchable(),
    fromOn: date('公布日期'),
    heardOn: date('听证(座谈)日期').optional(),
    hearing: longText('听证记录', { maxLength: 8000 }).optional(),
    attendees: rows('听证代表', { name: text('姓名', { maxLength: 30 }), role: text('身份', { maxLength: 60 }) }).optional(),
    result: longText('决定', { maxLength: 4000 }).optional(),
    decidedOn: date('决定日期').optional(),
    adopted: integer('采纳意见', { unit: '条' }).optional(),
    refused: integer('未采纳意见', { unit: '条' }).optional(),
    progress: longText('实施进展', { maxLength: 2000 }).optional(),
    photos: photos(0, '实施照片').optional(),
    marks: integer('公众评议', { unit: '人' }).optional(),
    goodMarks: integer('满意', { unit: '人' }).optional(),
    rounds: integer('评议未达标', { unit: '次' }).optional(),
  },
  statuses: {
    open: { zh: '参与:征求意见', duty: 'civic.write', taskZh: '公众议事征求意见' },
    weighing: { zh: '评价:答复意见', duty: 'civic.write', taskZh: '公众意见待逐条答复' },
    decided: { zh: '决策:已决定', duty: 'civic.write', taskZh: '公众议事待实施' },
    carried: { zh: '监督:公众评议', duty: 'civic.write', taskZh: '公众评议待结束' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  publish: action({
    zh: '公布议题',
    from: 'new',
    to: 'open',
    by: 'civic.write',
    form,
    check: ({ input, now, parameter }) =>
      first(
        why(
          input.toOn < addDays(dayText(now), parameter('civic.decision-days')),
          `征求意见不少于${parameter('civic.decision-days')}天`,
        ),
        why(input.options.length === 1, '投票至少两个选项'),
        why(new Set(input.options).size < input.options.length, '选项重复'),
      ),
    effects: ({ input, now }) => ({
      set: { fromOn: dayText(now), marks: 0, goodMarks: 0, rounds: 0 },
      timers: [{ name: 'end', at: endOf(input.toOn), action: 'end' }],
    }),
  }),
  end: action({ zh: '征求意见期满', from: 'open', to: 'weighing', by: 'system' }),
  hear: action({
    zh: '登记听证(座谈)',
    from: 'weighing',
    to: 'same',
    by: 'civic.write',
    form: {
      heardOn: date('日期'),
      hearing: longText('记录', { maxLength: 8000 }),
      attendees: rows('代表', { name: text('姓名', { maxLength: 30 }), role: text('身份', { maxLength: 60 }) }),
    },
    check: ({ input, now }) =>
      first(why(input.attendees.length === 0, '请填写参加的代表'), why(input.heardOn > dayText(now), '日期不能晚于今天')),
    effects: ({ input }) => ({ set: input }),
  }),
  decide: action({
    zh: '公布决定',
    from: 'weighing',
    to: 'decided',
    by: 'civic.approve',
    tone: 'primary',
    form: { result: longText('决定', { maxLength: 4000 }) },
    look: async ({ tx, subject }) =>
      one<Open & { adopted: number; refused: number }>(
        tx,
        `select v.waiting, (select count(*)::int from civic.voice where decision = $1 and is_adopted) as adopted, (select count(*)::int from civic.voice where decision = $1 and status = 'answered' and not is_adopted) as refused, 0 as marks, 0 as good from (${openSql}) v`,
        [subject.id],
      ),
    guard: ({ subject }) => notYet(!subject.heardOn, '还没有听证(座谈)记录'),
    check: ({ found }) => notYet((found?.waiting ?? 0) > 0, `还有${found?.waiting}条意见没有答复`),
    effects: ({ input, found, now }) => ({
      set: { ...input, decidedOn: dayText(now), adopted: found?.adopted ?? 0, refused: found?.refused ?? 0 },
    }),
  }),
  carry: action({
    zh: '登记实施,请公众评议',
    from: 'decided',
    to: 'carried',
    by: 'civic.write',
    tone: 'primary',
    form: { progress: longText('实施情况', { maxLength: 2000 }), photos: photos(1, '实施照片') },
    effects: ({ input }) => ({ set: input }),
  }),
  mark: action({
    zh: '公众评议',
    from: 'carried',
    to: 'same',
    by: 'public',
    form: { isGood: flag('满意') },
    effects: ({ input, subject }) => ({
      set: { marks: (subject.marks ?? 0) + 1, goodMarks: (subject.goodMarks ?? 0) + (input.isGood ? 1 : 0) },
    }),
  }),
  close: action({
    zh: '结束评议',
    from: 'carried',
    to: ({ subject, parameter }) =>
      (percentOf(subject.goodMarks ?? 0, subject.marks ?? 0) ?? 0) >= parameter('civic.review-share') ? 'closed' : 'decided',
    by: 'civic.write',
    guard: ({ subject }) => notYet((subject.marks ?? 0) === 0, '还没有人评议'),
    help: '满意占比不足的回到实施,改进后再请评议',
    effects: ({ subject, parameter }) =>
      (percentOf(subject.goodMarks ?? 0, subject.marks ?? 0) ?? 0) >= parameter('civic.review-share')
        ? {}
        : { set: { marks: 0, goodMarks: 0, rounds: (subject.rounds ?? 0) + 1 } },
  }),
}))
/** Who has judged a result: a phone, once. */
export const mark = record('civic.mark', {
  zh: '公众评议',
  title: 'phone',
  fields: { decision: ref('议题', 'civic.decision'), phone: phoneField(), round: integer('第几次评议', { min: 0 }) },
})
const voiceForm = {
  decision: ref('议题', 'civic.decision'),
  phone: phoneField('手机号(已验证)'),
  vote: text('投票', { maxLength: 80 }).optional(),
  words: longText('意见', { maxLength: 1000 }).optional(),
} as const
export const voice = procedure('civic.voice', {
  zh: '公众意见',
  menu: '公众参与',
  title: 'words',
  numbering: { prefix: 'YSY', per: 'year', digits: 6 },
  help: '一个手机号对一个议题只表达一次;写了意见的逐条答复采纳与否及理由。',
  fields: { ...voiceForm, isAdopted: flag('采纳').optional(), answer: text('答复', { maxLength: 500 }).optional() },
  statuses: {
    waiting: { zh: '待答复', duty: 'civic.write', taskZh: '公众意见待答复' },
    answered: { zh: '已答复', kind: 'final' },
    counted: { zh: '只投票', kind: 'final' },
  },
}).actions((action) => ({
  say: action({
    zh: '表达意见',
    from: 'new',
    by: 'public',
    form: voiceForm,
    look: ({ tx, input }) =>
      one<{ status: string; options: readonly string[]; mine: number }>(
        tx,
        'select status, options, (select count(*)::int from civic.voice v where v.decision = d.id and v.phone = $2) as mine from civic.decision d where id = $1',
        [input.decision, input.phone],
      ),
    to: ({ input }) => (input.words ? 'waiting' : 'counted'),
    check: ({ found, input }) =>
      first(
        why(found?.status !== 'open', '这个议题不在征求意见'),
        why(!input.vote && !input.words, '请投票或填写意见'),
        why(Boolean(input.vote) && !(found?.options ?? []).includes(String(input.vote)), '没有这个选项'),
        notYet((found?.mine ?? 0) > 0, '这个手机号已经表达过意见'),
      ),
    effects: () => ({ set: { isAdopted: false } }),
  }),
  answer: action({
    zh: '答复',
    from: 'waiting',
    to: 'answered',
    by: 'civic.write',
    tone: 'primary',
    isBulk: true,
    form: { isAdopted: flag('采纳'), answer: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
