/** 社区吹哨、部门报到: the community names departments; each must report in within its limit; they handle it together; the community confirms and rates. */

import { satisfactionChoices } from '#catalogue/words.ts'
import { choice, dayText, instant, integer, list, longText, procedure, refuse, text, unit } from '#kernel'
import { countOpenArrivals, countUnits, findActingUnit } from './look.ts'

export const whistleProcedure = procedure('intake.whistle', {
  zh: '社区吹哨',
  menu: '诉求',
  numbering: { prefix: 'C', per: 'year', digits: 4 },
  title: 'matter',
  leadingClock: 'solve',
  fields: {
    community: text('吹哨社区', { maxLength: 60 }),
    matter: longText('事项', { maxLength: 2000 }).searchable(),
    units: list('点名部门'),
    result: longText('办理结果', { maxLength: 2000 }).optional(),
    rating: choice('社区评价', satisfactionChoices).optional(),
    comment: text('评价意见', { maxLength: 500 }).optional(),
    redoCount: integer('重办次数', { min: 0 }),
  },
  clocks: { solve: { zh: '联合办理', limit: { value: 5, unit: 'work_day' }, basis: '社区吹哨、部门报到办法(示例)' } },
  statuses: {
    blown: { zh: '已吹哨', duty: 'intake.whistle.blow', taskZh: '等待部门报到' },
    handled: { zh: '已办理待确认', duty: 'intake.whistle.blow', taskZh: '待社区确认' },
    confirmed: { zh: '社区已确认', kind: 'final' },
  },
}).actions((action) => ({
  blow: action({
    zh: '吹哨',
    from: 'new',
    to: 'blown',
    by: 'intake.whistle.blow',
    form: {
      community: text('吹哨社区', { maxLength: 60 }),
      matter: longText('事项', { maxLength: 2000 }),
      units: list('点名部门'),
    },
    look: (ctx) => countUnits(ctx.tx, ctx.input.units),
    check: ({ input, found }) =>
      input.units.length === 0 || found < new Set(input.units).size ? refuse('intake.units') : undefined,
    effects: ({ input }) => ({
      set: { redoCount: 0, units: [...new Set(input.units)] },
      clocks: [{ clock: 'solve', do: 'start' }],
      spawn: [...new Set(input.units)].map((u) => ({
        procedure: 'intake.arrival',
        input: { unit: u, matter: input.matter.slice(0, 200) },
      })),
    }),
  }),
  handled: action({
    zh: '报办理结果',
    from: 'blown',
    to: 'handled',
    by: 'intake.handle',
    tone: 'primary',
    form: { result: longText('办理结果', { maxLength: 2000 }) },
    look: async (ctx) => ({
      open: await countOpenArrivals(ctx.tx, ctx.subject.id),
      unit: await findActingUnit(ctx.tx, ctx.actor.id, dayText(ctx.now)),
    }),
    check: ({ subject, found }) => {
      if (found.unit && !subject.units.includes(found.unit)) return refuse('intake.not-called')
      return found.open > 0 ? refuse('intake.arrivals-open', { count: found.open }) : undefined
    },
    effects: ({ input }) => ({ set: { result: input.result }, clocks: [{ clock: 'solve', do: 'stop' }] }),
  }),
  confirm: action({
    zh: '社区确认并评价',
    from: 'handled',
    to: 'confirmed',
    by: 'intake.whistle.blow',
    tone: 'primary',
    form: { rating: choice('社区评价', satisfactionChoices), comment: text('评价意见', { maxLength: 500 }).optional() },
    effects: ({ input }) => ({ set: { rating: input.rating, comment: input.comment ?? null } }),
  }),
  redo: action({
    zh: '未解决,退回',
    from: 'handled',
    to: 'blown',
    by: 'intake.whistle.blow',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({ set: { redoCount: subject.redoCount + 1 }, clocks: [{ clock: 'solve', do: 'start' }] }),
  }),
}))
/** One named department's arrival, with its own limit: late is late for that department only. */
export const arrivalProcedure = procedure('intake.arrival', {
  zh: '部门报到',
  menu: '诉求',
  numbering: { prefix: 'R', per: 'year', digits: 5 },
  title: 'matter',
  leadingClock: 'arrive',
  mirror: { arrive: { dueAt: 'arriveDueAt', stoppedAt: 'arrivedAt' } },
  fields: {
    unit: unit('部门'),
    matter: text('事项', { maxLength: 200 }),
    note: text('报到情况', { maxLength: 500 }).optional(),
    arriveDueAt: instant('报到期限').optional(),
    arrivedAt: instant('报到时间').optional(),
  },
  clocks: { arrive: { zh: '报到', limit: { value: 4, unit: 'work_hour' }, basis: '社区吹哨、部门报到办法(示例)' } },
  statuses: {
    called: { zh: '待报到', duty: 'intake.handle', ofUnit: true, taskZh: '待报到哨声' },
    arrived: { zh: '已报到', kind: 'final' },
  },
}).actions((action) => ({
  call: action({
    zh: '点名',
    from: 'new',
    to: 'called',
    by: 'intake.whistle.blow',
    form: { unit: unit('部门'), matter: text('事项', { maxLength: 200 }) },
    effects: ({ input }) => ({
      set: { unitId: input.unit },
      clocks: [{ clock: 'arrive', do: 'start' }],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `社区吹哨:${input.matter}` }],
    }),
  }),
  arrive: action({
    zh: '报到',
    from: 'called',
    to: 'arrived',
    by: 'intake.handle',
    tone: 'primary',
    form: { note: text('报到情况', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { note: input.note }, clocks: [{ clock: 'arrive', do: 'stop' }] }),
  }),
}))
