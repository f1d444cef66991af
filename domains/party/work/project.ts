/** 我为群众办实事: a project out of what residents asked for, with owner, day and money; done with proof, rated by those residents, counted. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  files,
  first,
  integer,
  longText,
  money,
  number,
  one,
  person,
  procedure,
  record,
  ref,
  rows,
  text,
  unit,
} from '#kernel'
import { notYet, why } from '../shared.ts'

const sources = { visit: '入户走访', meeting: '居民议事', hotline: '12345热线', survey: '问卷调研', grid: '网格上报' } as const
const form = {
  title: text('实事项目', { maxLength: 100 }),
  isKey: choice('类别', { yes: '重点项目', no: '一般项目' }),
  needs: rows('群众诉求', {
    source: choice('来源', sources),
    on: date('日期'),
    place: text('小区或地点', { maxLength: 80 }),
    said: text('诉求', { maxLength: 200 }),
  }),
  branch: ref('承办支部', 'party.branch'),
  unit: unit('责任单位'),
  owner: person('责任人'),
  dueOn: date('完成期限'),
  budget: money('预算'),
  effect: longText('预期成效', { maxLength: 500 }),
} as const
const progressLine = {
  on: text('日期', { maxLength: 10 }),
  percent: integer('进度', { unit: '%' }),
  said: text('情况', { maxLength: 200 }),
} as const
const ratingSql =
  'select count(*)::int as n, avg(score)::float8 as score from (select distinct on (phone) score from party.project_rating where project = $1 order by phone, at desc) x'
export const project = procedure('party.people-project', {
  zh: '我为群众办实事项目',
  menu: '党建活动',
  title: 'title',
  isCommon: true,
  numbering: { prefix: 'SS', per: 'year', digits: 4 },
  help: '项目来自群众诉求,无诉求不立项;完成后由群众评议,人数不足或满意不过六成的不能办结。',
  fields: {
    ...form,
    title: form.title.searchable(),
    progress: rows('进度', progressLine),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    spent: money('实际支出').optional(),
    result: longText('实际成效', { maxLength: 1000 }).optional(),
    doneOn: date('完成日期').optional(),
    raters: integer('评议', { unit: '人' }).optional(),
    rating: number('群众评分', { unit: '分' }).optional(),
    closedOn: date('办结日期').optional(),
  },
  statuses: {
    proposed: { zh: '待审定', duty: 'party.approve', taskZh: '实事项目待审定' },
    running: { zh: '办理中', duty: 'party.carry', taskZh: '实事项目办理中', ofUnit: true },
    rating: { zh: '群众评议中', duty: 'party.manage', taskZh: '实事项目待办结' },
    closed: { zh: '已办结', kind: 'final' },
    refused: { zh: '未立项', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '申报',
    from: 'new',
    to: 'proposed',
    by: 'party.branch',
    form,
    check: ({ input, now }) =>
      first(
        why(input.needs.length === 0, '项目须来自群众诉求,请逐条填写'),
        why(
          input.needs.some((n) => n.on > dayText(now)),
          '诉求日期不能晚于今天',
        ),
        why(input.dueOn <= dayText(now), '完成期限应晚于今天'),
      ),
    effects: ({ input }) => ({ set: { progress: [], isLate: 'no', unitId: input.unit } }),
  }),
  approve: action({
    zh: '审定立项',
    from: 'proposed',
    to: ({ input }) => (input.isOk === 'yes' ? 'running' : 'refused'),
    by: 'party.approve',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '立项', no: '不立项' }), note: text('意见', { maxLength: 200 }) },
    effects: ({ input, subject }) =>
      input.isOk === 'yes'
        ? {
            assign: { unitId: subject.unit },
            timers: [{ name: 'due', at: endOf(subject.dueOn), action: 'pass' }],
            notify: [{ personId: subject.owner, zh: `您负责的实事项目已立项:${subject.title}` }],
          }
        : {},
  }),
  pass: action({ zh: '逾期', from: 'running', to: 'same', by: 'system', effects: () => ({ set: { isLate: 'yes' } }) }),
  report: action({
    zh: '报进度',
    from: 'running',
    to: 'same',
    by: 'party.carry',
    form: { percent: integer('进度', { unit: '%', min: 1, max: 99 }), said: text('情况', { maxLength: 200 }) },
    check: ({ input, subject }) => why(input.percent <= (subject.progress.at(-1)?.percent ?? 0), '进度应大于上次'),
    effects: ({ input, subject, now }) => ({ set: { progress: [...subject.progress, { on: dayText(now), ...input }] } }),
  }),
  finish: action({
    zh: '报完成',
    from: 'running',
    to: 'rating',
    by: 'party.carry',
    tone: 'primary',
    form: {
      spent: money('实际支出'),
      result: longText('实际成效', { maxLength: 1000 }),
      over: text('超支说明', { maxLength: 200 }).optional(),
      proof: files(1, '前后照片、票据'),
    },
    check: ({ input, subject, actor }) =>
      first(
        notYet(subject.owner !== actor.id, '由项目责任人报完成'),
        why(input.spent > subject.budget && !input.over, '超出预算须说明'),
      ),
    effects: ({ input, now }) => ({
      set: { spent: input.spent, result: input.result, doneOn: dayText(now) },
      timers: [{ name: 'due', at: null, action: 'pass' }],
    }),
  }),
  close: action({
    zh: '办结',
    from: 'rating',
    look: ({ tx, subject }) => one<{ n: number; score: number | null }>(tx, ratingSql, [subject.id]),
    to: 'closed',
    by: 'party.manage',
    tone: 'primary',
    guard: ({ past, actor }) => notYet(didBefore(past, 'finish', actor), '报完成的人不能办结'),
    check: ({ found, parameter }) =>
      first(
        notYet(
          (found?.n ?? 0) < parameter('party.raters'),
          `群众评议${found?.n ?? 0}人,满${parameter('party.raters')}人才能办结`,
        ),
        notYet((found?.score ?? 0) < 3, `群众评分${(found?.score ?? 0).toFixed(1)}分,低于3分须继续办理`),
      ),
    effects: ({ found, now }) => ({
      set: { raters: found?.n ?? 0, rating: Math.round((found?.score ?? 0) * 100) / 100, closedOn: dayText(now) },
    }),
  }),
  again: action({
    zh: '群众不满意,继续办理',
    from: 'rating',
    to: 'running',
    by: 'party.manage',
    form: { dueOn: date('新的期限'), note: text('要求', { maxLength: 200 }) },
    check: ({ input, now }) => why(input.dueOn <= dayText(now), '应晚于今天'),
    effects: ({ input, subject }) => ({
      set: { dueOn: input.dueOn, doneOn: null },
      assign: { unitId: subject.unit },
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
}))
/** What one resident says of it; a phone rates a project once. */
export const rating = record('party.project-rating', {
  zh: '实事项目群众评议',
  menu: '党建活动',
  title: 'said',
  fields: {
    project: ref('实事项目', 'party.people-project'),
    phone: text('手机号', { maxLength: 20, pattern: { source: '^1\\d{10}$', zh: '应为11位手机号' } }).personal('phone'),
    score: integer('评分', { unit: '分', min: 1, max: 5 }),
    said: text('意见', { maxLength: 200 }).searchable(),
  },
})
