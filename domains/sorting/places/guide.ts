/** 指导员: who guides at which place and when; training with attendance and examination; valid for so many months. */
import {
  addMonths,
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  number,
  one,
  procedure,
  record,
  ref,
  register,
  say,
  text,
} from '#kernel'
import { attended } from '../facts.ts'
import { notYet, why } from '../shared.ts'

export const guide = register('sorting.guide', {
  zh: '分类指导员',
  menu: '分类队伍',
  title: 'name',
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable(),
    phone: text('电话', { maxLength: 20 }).personal('phone').unique(),
    place: ref('所在场所', 'sorting.place'),
    hours: text('值守时段', { maxLength: 60 }),
    fromOn: date('上岗日期'),
    validTo: date('培训有效期至').optional().help('由培训考试合格写入,不填为未培训'),
  },
})
export const attendance = record('sorting.attendance', {
  zh: '培训签到与考试',
  menu: '分类队伍',
  title: 'score',
  fields: {
    training: ref('培训', 'sorting.training'),
    guide: ref('指导员', 'sorting.guide'),
    heldOn: date('日期'),
    isPresent: flag('到场'),
    score: number('考试', { unit: '分', min: 0, max: 100 }),
    isPassed: flag('合格'),
  },
})
const form = {
  topic: text('主题', { maxLength: 100 }),
  heldOn: date('日期'),
  teacher: text('讲师', { maxLength: 40 }),
  mode: choice('方式', { room: '集中', site: '现场', online: '线上' }),
} as const
export const training = procedure('sorting.training', {
  zh: '指导员培训',
  menu: '分类队伍',
  title: 'topic',
  numbering: { prefix: 'PX', per: 'year', digits: 4 },
  help: '逐人登记到场与考试成绩;合格的有效期自动写入指导员台账,到期未再训的列入“指导员持证与准确率”。',
  fields: {
    ...form,
    topic: form.topic.searchable(),
    present: integer('到场', { unit: '人' }).optional(),
    passed: integer('合格', { unit: '人' }).optional(),
  },
  statuses: { planned: { zh: '进行', duty: 'sorting.manage', taskZh: '培训待登记签到' }, done: { zh: '已结束', kind: 'final' } },
}).actions((action) => ({
  plan: action({
    zh: '安排培训',
    from: 'new',
    to: 'planned',
    by: 'sorting.manage',
    form,
    effects: () => ({ set: { present: 0, passed: 0 } }),
  }),
  attend: action({
    zh: '登记签到与成绩',
    from: 'planned',
    to: 'same',
    by: 'sorting.manage',
    tone: 'primary',
    form: {
      guide: ref('指导员', 'sorting.guide'),
      isPresent: flag('到场'),
      score: number('考试', { unit: '分', min: 0, max: 100 }),
    },
    look: ({ tx, subject, input }) =>
      one(tx, 'select 1 as n from sorting.attendance where training = $1 and guide = $2', [subject.id, input.guide]),
    check: ({ input, subject, found, now }) =>
      first(
        notYet(Boolean(found), '已经登记过'),
        notYet(subject.heldOn > dayText(now), '培训还没有开始'),
        why(!input.isPresent && input.score > 0, '未到场的没有成绩'),
      ),
    effects: ({ input, subject, parameter }) => {
      const isPassed = input.isPresent && input.score >= parameter('sorting.training-pass')
      return {
        set: { present: (subject.present ?? 0) + (input.isPresent ? 1 : 0), passed: (subject.passed ?? 0) + (isPassed ? 1 : 0) },
        facts: [
          say(attended, {
            training: subject.id,
            ...input,
            isPassed,
            heldOn: subject.heldOn,
            validTo: isPassed ? addMonths(subject.heldOn, parameter('sorting.training-months')) : null,
          }),
        ],
      }
    },
  }),
  finish: action({
    zh: '结束',
    from: 'planned',
    to: 'done',
    by: 'sorting.manage',
    guard: ({ subject }) => notYet((subject.present ?? 0) === 0, '还没有签到'),
  }),
}))
