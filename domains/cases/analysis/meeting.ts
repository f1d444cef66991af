/** 定期分析研判与工作点评: a sheet of what is frequent, where, and what comes back; a meeting whose decisions become list items. */
import { area, date, dayText, first, integer, longText, many, procedure, refuse, rows, type Tx, text, unit } from '#kernel'
import { notPast } from '../lists.ts'

const count = integer('件数', { min: 0, unit: '件' })
const sheet = {
  total: integer('立案', { min: 0, unit: '件' }),
  categories: rows('高发类别(前十)', { category: text('类别'), count }),
  streets: rows('各街道', { area: area('街道'), count, overdue: integer('超期处置', { min: 0, unit: '件' }) }),
  repeats: rows('反复多发(同一社区同类三件以上)', { category: text('类别'), area: area('社区'), count }),
} as const
interface Frequent {
  readonly category: string
  readonly count: number
}
const nameSql = `coalesce((select k.zh from kernel.code k where k.list = r.category_kind and k.code = r.category order by k.valid_from desc limit 1), '') || '(' || r.category || ')'`
export const analyse = async (tx: Tx, from: string, to: string) => {
  const range = `r.filed_at >= ($1::date::timestamp at time zone 'Asia/Shanghai') and r.filed_at < ($2::date::timestamp at time zone 'Asia/Shanghai') and r.status <> all (array['cancelled', 'merged', 'not_accepted'])`
  const asked = [from, to]
  const streets = await many<{ area: string; count: number; overdue: number }>(
    tx,
    `select left(area_code, 9) as area, count(*)::int as count, (count(*) filter (where handled_at > handle_due_at or (handled_at is null and handle_due_at < now())))::int as overdue
     from cases."case" r where ${range} group by 1 order by 2 desc, 1`,
    asked,
  )
  return {
    total: streets.reduce((n, s) => n + s.count, 0),
    categories: await many<Frequent>(
      tx,
      `select ${nameSql} as category, count(*)::int as count from cases."case" r where ${range} group by r.category_kind, r.category order by 2 desc, 1 limit 10`,
      asked,
    ),
    streets,
    repeats: await many<Frequent & { area: string }>(
      tx,
      `select ${nameSql} as category, left(area_code, 12) as area, count(*)::int as count from cases."case" r where ${range} group by r.category_kind, r.category, 2 having count(*) >= 3 order by 3 desc, 1 limit 20`,
      asked,
    ),
  }
}

export const meetingProcedure = procedure('cases.meeting', {
  zh: '分析研判会',
  menu: '督办',
  numbering: { prefix: 'H', per: 'year', digits: 3 },
  title: 'name',
  fields: {
    name: text('会议名称', { maxLength: 100 }).searchable(),
    from: date('分析期起'),
    to: date('分析期止(不含)'),
    total: sheet.total.optional(),
    categories: sheet.categories.optional(),
    streets: sheet.streets.optional(),
    repeats: sheet.repeats.optional(),
    comments: longText('点评', { maxLength: 4000 }).optional(),
    decisionCount: integer('议定事项', { min: 0 }),
  },
  statuses: {
    prepared: { zh: '已分析', duty: 'cases.meeting.hold', taskZh: '待召开研判会' },
    held: { zh: '已点评', duty: 'cases.meeting.hold', taskZh: '待结束研判会' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  prepare: action({
    zh: '生成分析表',
    from: 'new',
    to: 'prepared',
    by: 'cases.meeting.hold',
    form: { name: text('会议名称', { maxLength: 100 }), from: date('分析期起'), to: date('分析期止(不含)') },
    look: (ctx) => analyse(ctx.tx, ctx.input.from, ctx.input.to),
    check: ({ input, now }) =>
      first(
        input.to > input.from ? undefined : refuse('kernel.check', { rule: '止日应晚于起日' }),
        input.from <= dayText(now) ? undefined : refuse('kernel.check', { rule: '分析期还没有开始' }),
      ),
    effects: ({ found }) => ({ set: { ...found, decisionCount: 0 } }),
  }),
  hold: action({
    zh: '召开并点评',
    from: 'prepared',
    to: 'held',
    by: 'cases.meeting.hold',
    tone: 'primary',
    form: { comments: longText('点评', { maxLength: 4000 }) },
    effects: ({ input }) => ({ set: { comments: input.comments } }),
  }),
  decide: action({
    zh: '议定事项转任务',
    from: 'held',
    to: 'same',
    by: 'cases.meeting.hold',
    form: {
      problem: longText('事项', { maxLength: 1000 }),
      unit: unit('责任单位'),
      measures: longText('要求', { maxLength: 2000 }),
      dueOn: date('完成日期'),
    },
    check: ({ input, now }) => notPast(input.dueOn, now),
    effects: ({ subject, input }) => ({
      set: { decisionCount: subject.decisionCount + 1 },
      spawn: [{ procedure: 'cases.item', input }],
    }),
  }),
  end: action({ zh: '结束', from: 'held', to: 'ended', by: 'cases.meeting.hold', tone: 'primary' }),
}))
