/** 重大活动保障: an area, a period, posts; looked over before the day until nothing found is open; the watch of each post; a review. */
import { addDays, choice, date, dayText, first, integer, longText, one, photos, procedure, rows, text, unit } from '#kernel'
import { notYet, why } from './shared.ts'

const guardForm = {
  name: text('活动', { maxLength: 100 }),
  area: text('保障范围', { maxLength: 200 }),
  fromOn: date('起'),
  toOn: date('止'),
  posts: rows('岗位', { post: text('岗位', { maxLength: 60 }), unit: unit('单位'), people: integer('人数', { min: 1 }) }),
} as const
const foundLine = { what: text('问题', { maxLength: 200 }), unit: unit('整改单位') } as const
const checkKinds = { look: '市容环境检查', muck: '渣土突击巡查', safety: '设施安全检查' } as const
const checkLine = {
  on: text('日期', { maxLength: 10 }),
  kind: choice('检查', checkKinds),
  place: text('地点', { maxLength: 120 }),
  problems: integer('问题'),
} as const
const openSql = `select count(*)::int as n from command.improvement where source_type = 'command.guard' and source_id = $1 and closed_at is null`
const watchLine = {
  on: text('日期', { maxLength: 10 }),
  post: text('岗位', { maxLength: 60 }),
  people: integer('到岗', { min: 0 }),
  said: text('情况', { maxLength: 200 }),
} as const
export const guard = procedure('command.guard', {
  zh: '重大活动保障',
  menu: '应急指挥',
  title: 'name',
  numbering: { prefix: 'HD', per: 'year', digits: 3 },
  help: '活动前至少检查规定次数并有渣土突击巡查,发现的问题全部销号才算准备就绪;每岗每日到岗登记,事后总结。',
  fields: {
    ...guardForm,
    name: guardForm.name.searchable(),
    checks: rows('检查', checkLine),
    problems: integer('发现问题', { unit: '个' }),
    readyOn: date('就绪日期').optional(),
    isReadyInTime: choice('活动前就绪', { yes: '是', no: '否' }).optional(),
    watches: rows('到岗', watchLine),
    review: longText('总结', { maxLength: 1000 }).optional(),
  },
  statuses: {
    preparing: { zh: '准备中', duty: 'command.issue', taskZh: '重大活动保障准备' },
    ready: { zh: '就绪', duty: 'command.issue', taskZh: '重大活动保障进行' },
    reviewed: { zh: '已总结', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '制定方案',
    from: 'new',
    to: 'preparing',
    by: 'command.issue',
    form: guardForm,
    check: ({ input, now }) =>
      first(
        why(input.toOn < input.fromOn, '止不能早于起'),
        why(input.fromOn <= dayText(now), '应在活动前制定'),
        why(input.posts.length === 0, '请列出岗位'),
      ),
    effects: () => ({ set: { checks: [], problems: 0, watches: [] } }),
  }),
  check: action({
    zh: '登记检查',
    from: ['preparing', 'ready'],
    to: 'same',
    by: 'command.check',
    form: {
      kind: choice('检查', checkKinds),
      place: text('地点', { maxLength: 120 }),
      found: rows('发现问题', foundLine),
      photos: photos(1),
    },
    check: ({ subject, now }) => notYet(dayText(now) > subject.toOn, '活动已结束'),
    effects: ({ input, subject, now }) => ({
      set: {
        checks: [...subject.checks, { on: dayText(now), kind: input.kind, place: input.place, problems: input.found.length }],
        problems: subject.problems + input.found.length,
      },
      spawn: input.found.map((f) => ({
        procedure: 'command.improvement',
        input: {
          sourceType: 'command.guard',
          sourceId: subject.id,
          sourceName: subject.name,
          ...f,
          dueOn: dayText(now) < subject.fromOn ? addDays(subject.fromOn, -1) : dayText(now),
        },
      })),
    }),
  }),
  ready: action({
    zh: '准备就绪',
    from: 'preparing',
    to: 'ready',
    by: 'command.issue',
    tone: 'primary',
    look: ({ tx, subject }) => one<{ n: number }>(tx, openSql, [subject.id]),
    check: ({ subject, found, parameter }) =>
      first(
        notYet(
          subject.checks.length < parameter('command.guard-checks'),
          `检查${subject.checks.length}次,至少${parameter('command.guard-checks')}次`,
        ),
        notYet(!subject.checks.some((c) => c.kind === 'muck'), '还没有渣土突击巡查'),
        notYet((found?.n ?? 0) > 0, `还有${found?.n}个问题未销号`),
      ),
    effects: ({ subject, now }) => ({
      set: { readyOn: dayText(now), isReadyInTime: dayText(now) < subject.fromOn ? 'yes' : 'no' },
    }),
  }),
  watch: action({
    zh: '登记到岗',
    from: 'ready',
    to: 'same',
    by: 'command.carry',
    form: {
      post: text('岗位', { maxLength: 60 }),
      people: integer('到岗', { unit: '人', min: 0 }),
      said: text('情况', { maxLength: 200 }),
    },
    check: ({ subject, input, now }) => {
      const post = subject.posts.find((p) => p.post === input.post)
      return first(
        why(!post, `方案中没有岗位“${input.post}”`),
        notYet(dayText(now) < subject.fromOn || dayText(now) > subject.toOn, '不在活动期间'),
        why(
          subject.watches.some((x) => x.post === input.post && x.on === dayText(now)),
          '今日已登记',
        ),
      )
    },
    effects: ({ subject, input, now }) => ({ set: { watches: [...subject.watches, { on: dayText(now), ...input }] } }),
  }),
  review: action({
    zh: '总结',
    from: 'ready',
    to: 'reviewed',
    by: 'command.issue',
    tone: 'primary',
    form: { review: longText('总结', { maxLength: 1000 }) },
    look: ({ tx, subject }) => one<{ n: number }>(tx, openSql, [subject.id]),
    check: ({ subject, found, now }) => {
      const unseen = subject.posts.filter((p) => !subject.watches.some((x) => x.post === p.post)).map((p) => p.post)
      return first(
        notYet(dayText(now) < subject.toOn, '活动还没有结束'),
        notYet((found?.n ?? 0) > 0, `还有${found?.n}个问题未销号`),
        notYet(unseen.length > 0, `没有到岗登记:${unseen.join('、')}`),
      )
    },
    effects: ({ input }) => ({ set: input }),
  }),
  cancel: action({
    zh: '取消',
    from: ['preparing', 'ready'],
    to: 'cancelled',
    by: 'command.issue',
    tone: 'danger',
    form: { review: longText('原因', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
