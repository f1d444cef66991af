/** 渗滤液: the stock behind the days that the outflow's monitors judge, and the hours of the emergency plant. */
import { choice, date, dayText, first, instant, longText, number, one, procedure, ref, round, text } from '#kernel'
import { notYet, why } from './shared.ts'

const stockForm = {
  site: ref('填埋场', 'disposal.landfill'),
  plant: text('渗滤液场站', { maxLength: 80 }),
  dayOn: date('日期'),
  stockM3: number('调节池存量', { unit: 'm³', min: 0 }),
} as const
interface Day {
  readonly producedT: number | null
  readonly treatedT: number | null
  readonly isMet: boolean | null
  readonly before: number | null
}
const daySql = `select d.produced_t::float8 as "producedT", d.treated_t::float8 as "treatedT", d.is_met as "isMet",
    (select s.stock_m3::float8 from disposal.leachate_stock s where s.plant = $1 and s.day_on < $2::date and s.status <> 'void' order by s.day_on desc limit 1) as before
  from (select 1) x left join sensing.leachate_day d on d.plant = $1 and d.reported_on = $2::date and d.status <> 'void'`
export const leachateStock = procedure('disposal.leachate-stock', {
  zh: '渗滤液存量',
  menu: '填埋场监管',
  title: 'plant',
  numbering: { prefix: 'CL', per: 'year', digits: 5 },
  help: '当日渗滤液日报先填;存量比上次增加即未日产日处理,须写明压降措施。存量变化与产生、处理之差相差过大的须说明。',
  uniqueTogether: [['plant', 'dayOn']],
  fields: {
    ...stockForm,
    plant: stockForm.plant.searchable(),
    producedT: number('产生', { unit: '吨' }),
    treatedT: number('处理', { unit: '吨' }),
    changeM3: number('存量变化', { unit: 'm³' }),
    isHeld: choice('存量不增', { yes: '是', no: '否' }),
    isMet: choice('出水达标', { yes: '是', no: '否' }),
    note: longText('压降措施与说明', { maxLength: 300 }).optional(),
  },
  statuses: { filed: { zh: '已填报' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  file: action({
    zh: '填报存量',
    from: 'new',
    to: 'filed',
    by: 'disposal.run',
    form: { ...stockForm, note: longText('压降措施与说明', { maxLength: 300 }).optional() },
    look: ({ tx, input }) => one<Day>(tx, daySql, [input.plant, input.dayOn]),
    check: ({ input, found, now }) => {
      const change = found?.before === null || found === undefined ? 0 : input.stockM3 - found.before
      const expected = (found?.producedT ?? 0) - (found?.treatedT ?? 0)
      return first(
        why(input.dayOn > dayText(now), '日期不能晚于今天'),
        notYet(found?.producedT == null, '请先填报当日渗滤液日报'),
        why(change > 0 && !input.note, `存量比上次增加${round(change)}m³,须写明压降措施`),
        why(
          found?.before != null && Math.abs(change - expected) > Math.max(5, input.stockM3 * 0.05) && !input.note,
          `存量变化${round(change)}m³,与产生减处理${round(expected)}吨相差过大,须说明(降雨、渗漏等)`,
        ),
      )
    },
    effects: ({ input, found }) => {
      const change = found?.before == null ? 0 : input.stockM3 - found.before
      return {
        set: {
          producedT: found?.producedT ?? 0,
          treatedT: found?.treatedT ?? 0,
          changeM3: round(change),
          isHeld: change <= 0 ? 'yes' : 'no',
          isMet: found?.isMet ? 'yes' : 'no',
        },
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: 'filed',
    to: 'void',
    by: 'disposal.supervise',
    tone: 'danger',
    form: { note: longText('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
export const emergencyRun = procedure('disposal.emergency-run', {
  zh: '渗滤液应急设施运行',
  menu: '填埋场监管',
  title: 'plant',
  numbering: { prefix: 'YJ', per: 'year', digits: 4 },
  fields: {
    plant: text('应急设施', { maxLength: 80 }).searchable(),
    reason: text('启用原因', { maxLength: 200 }),
    startedAt: instant('启用'),
    endedAt: instant('停用').optional(),
    treatedT: number('处理量', { unit: '吨' }).optional(),
    hours: number('运行', { unit: '小时' }).optional(),
  },
  statuses: {
    asked: { zh: '待批准', duty: 'disposal.supervise', taskZh: '渗滤液应急设施待批准启用' },
    running: { zh: '运行中', duty: 'disposal.run', taskZh: '渗滤液应急设施运行中' },
    ended: { zh: '已停用', kind: 'final' },
    refused: { zh: '不同意', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请启用',
    from: 'new',
    to: 'asked',
    by: 'disposal.run',
    form: {
      plant: text('应急设施', { maxLength: 80 }),
      reason: text('启用原因', { maxLength: 200 }),
      startedAt: instant('计划启用'),
    },
  }),
  allow: action({
    zh: '审批',
    from: 'asked',
    to: ({ input }) => (input.isOk === 'yes' ? 'running' : 'refused'),
    by: 'disposal.supervise',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意启用', no: '不同意' }) },
  }),
  end: action({
    zh: '停用',
    from: 'running',
    to: 'ended',
    by: 'disposal.run',
    tone: 'primary',
    form: { endedAt: instant('停用'), treatedT: number('处理量', { unit: '吨', min: 0 }) },
    check: ({ input, subject, now }) =>
      first(
        why(new Date(input.endedAt) > now, '停用时间不能晚于现在'),
        why(new Date(input.endedAt) <= new Date(subject.startedAt), '停用应在启用之后'),
      ),
    effects: ({ input, subject }) => ({
      set: { ...input, hours: round((new Date(input.endedAt).getTime() - new Date(subject.startedAt).getTime()) / 3_600_000, 1) },
    }),
  }),
}))
