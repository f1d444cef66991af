/** 城市称号: 创建, 复查 and 复审 are states of one title, each with self-checks before the inspection. */
import { addDays, choice, date, dayText, endOf, first, flag, integer, longText, procedure, rows, text, unit } from '#kernel'
import { notYet, openItems, why } from '../shared.ts'
import { titles } from './force.ts'
import { openTasksOf } from './shared.ts'

const requirement = {
  name: text('指标', { maxLength: 120 }),
  unit: unit('责任单位'),
  owner: text('责任人', { maxLength: 60 }),
} as const
const checked = {
  name: text('指标', { maxLength: 120 }),
  isMet: flag('达标').optional(),
  note: text('情况', { maxLength: 200 }).optional(),
} as const
const startForm = {
  name: text('称号', { maxLength: 80 }),
  kind: choice('类别', titles),
  level: choice('级别', { nation: '国家级', province: '省级', city: '市级' }),
  cycleYears: integer('复审周期', { min: 1, max: 10, unit: '年' }),
  requirements: rows('指标与责任单位', requirement),
} as const
const busy = ['creating', 'reviewing', 'rechecking'] as const
export const title = procedure('evaluation.title', {
  zh: '城市称号',
  menu: '创建与督办',
  numbering: { prefix: 'CH', per: 'year', digits: 3 },
  title: 'name',
  help: '创建、复查、复审各自自查、迎检、登记结果;自查未达标的指标即成责任单位的任务,全部销号方可迎检',
  uniqueTogether: [['name']],
  fields: {
    ...startForm,
    name: startForm.name.searchable(),
    roundCount: integer('本周期自查轮数', { min: 0, unit: '轮' }).optional(),
    lastCheck: rows('最近一次自查', checked).optional(),
    metCount: integer('达标指标', { min: 0, unit: '项' }).optional(),
    inspectOn: date('检查(评审)日期').optional(),
    heldSince: date('命名日期').optional(),
    validTo: date('有效至').optional(),
    document: text('文号', { maxLength: 100 }).optional(),
  },
  statuses: {
    creating: { zh: '创建中', duty: 'evaluation.manage', taskZh: '称号创建中' },
    holding: { zh: '已命名' },
    reviewing: { zh: '复查中', duty: 'evaluation.manage', taskZh: '称号复查中' },
    rechecking: { zh: '复审中', duty: 'evaluation.manage', taskZh: '称号复审中' },
    failed: { zh: '创建未通过', kind: 'final' },
    lost: { zh: '称号撤销', kind: 'final' },
  },
}).actions((action) => ({
  create: action({
    zh: '启动创建',
    from: 'new',
    to: 'creating',
    by: 'evaluation.manage',
    form: startForm,
    check: ({ input }) => why(input.requirements.length === 0, '请列出指标与责任单位'),
    effects: () => ({ set: { roundCount: 0 } }),
  }),
  register: action({
    zh: '登记已有称号',
    from: 'new',
    to: 'holding',
    by: 'evaluation.manage',
    form: { ...startForm, heldSince: date('命名日期'), document: text('文号', { maxLength: 100 }) },
    check: ({ input, now }) => why(input.heldSince > dayText(now), '命名日期不能晚于今天'),
    effects: ({ input }) => {
      const validTo = addDays(`${Number(input.heldSince.slice(0, 4)) + input.cycleYears}${input.heldSince.slice(4)}`, 0)
      return { set: { roundCount: 0, validTo }, timers: [{ name: 'cycle', at: endOf(validTo), action: 'fallDue' }] }
    },
  }),
  fallDue: action({
    zh: '周期届满,进入复审',
    from: 'holding',
    to: 'rechecking',
    by: 'system',
    effects: () => ({ set: { roundCount: 0, lastCheck: null, metCount: null } }),
  }),
  review: action({
    zh: '接受复查',
    from: 'holding',
    to: 'reviewing',
    by: 'evaluation.manage',
    effects: () => ({ set: { roundCount: 0, lastCheck: null, metCount: null } }),
  }),
  recheck: action({
    zh: '启动复审',
    from: 'holding',
    to: 'rechecking',
    by: 'evaluation.manage',
    effects: () => ({
      set: { roundCount: 0, lastCheck: null, metCount: null },
      timers: [{ name: 'cycle', at: null, action: 'fallDue' }],
    }),
  }),
  selfCheck: action({
    zh: '自查一轮',
    from: [...busy],
    to: 'same',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { lines: rows('逐项自查', checked, { eachOf: 'requirements' }), dueOn: date('未达标整改期限') },
    check: ({ input, subject, now }) =>
      first(
        why(
          subject.requirements.some((r) => input.lines.filter((l) => l.name === r.name).length !== 1) ||
            input.lines.length !== subject.requirements.length,
          '每项指标须自查一次',
        ),
        why(input.dueOn < dayText(now), '整改期限不能早于今天'),
      ),
    effects: ({ input, subject }) => ({
      set: {
        roundCount: (subject.roundCount ?? 0) + 1,
        lastCheck: input.lines,
        metCount: input.lines.filter((l) => l.isMet).length,
      },
      spawn: input.lines
        .filter((l) => !l.isMet)
        .map((l) => {
          const r = subject.requirements.find((q) => q.name === l.name)
          return {
            procedure: 'evaluation.task',
            input: {
              title: `${l.name}整改达标${l.note ? `:${l.note}` : ''}`.slice(0, 200),
              unit: r?.unit,
              owner: r?.owner,
              dueOn: input.dueOn,
              source: 'title',
              sourceName: subject.name,
            },
          }
        }),
    }),
  }),
  inspect: action({
    zh: '登记检查(评审)日期',
    from: [...busy],
    to: 'same',
    by: 'evaluation.manage',
    form: { inspectOn: date('检查(评审)日期') },
    guard: ({ subject }) => notYet((subject.roundCount ?? 0) === 0, '本周期尚未自查'),
    look: ({ tx, subject }) => openTasksOf(tx, subject.id),
    check: ({ found }) => openItems(found, '自查整改任务'),
    effects: ({ input }) => ({ set: input }),
  }),
  pass: action({
    zh: '通过,登记命名',
    from: [...busy],
    to: 'holding',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { heldSince: date('命名(通过)日期'), document: text('文号', { maxLength: 100 }) },
    guard: ({ subject }) => notYet(!subject.inspectOn, '尚未登记检查(评审)日期'),
    check: ({ input, subject }) => why(input.heldSince < (subject.inspectOn ?? ''), '结果早于检查日期'),
    effects: ({ input, subject }) => {
      const validTo = addDays(`${Number(input.heldSince.slice(0, 4)) + subject.cycleYears}${input.heldSince.slice(4)}`, 0)
      return {
        set: { ...input, validTo, inspectOn: null },
        timers: [{ name: 'cycle', at: endOf(validTo), action: 'fallDue' }],
      }
    },
  }),
  fail: action({
    zh: '未通过',
    from: [...busy],
    to: ({ subject }) => (subject.status === 'creating' ? 'failed' : 'lost'),
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 1000 }) },
    guard: ({ subject }) => notYet(!subject.inspectOn, '尚未登记检查(评审)日期'),
  }),
}))
