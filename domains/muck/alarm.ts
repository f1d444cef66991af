/** 渣土告警: what rules found; only this reaches a person, who confirms a violation, sees it put right, or calls it false. */
import { choice, instant, longText, procedure, ref, say, text } from '#kernel'
import { tripTouched } from './facts.ts'
import { why } from './shared.ts'
import { alarmKinds, violationKinds } from './words.ts'

const form = {
  kind: choice('异常', alarmKinds),
  detail: text('情况', { maxLength: 300 }),
  plate: text('号牌', { maxLength: 10 }).optional(),
  haulerCode: text('企业信用代码', { maxLength: 18 }).optional(),
  haulerName: text('企业', { maxLength: 100 }).optional(),
  trip: ref('趟次', 'muck.trip').optional(),
  site: ref('工地', 'muck.site').optional(),
  dump: ref('消纳场', 'muck.dump').optional(),
  happenedAt: instant('发生时间'),
  openKey: text('未办结键', { maxLength: 120 }).optional(),
} as const
const result = { result: longText('处理情况', { maxLength: 500 }) } as const
const ended = (subject: { readonly trip: string | null }, set: object, now: Date) => ({
  set: { ...set, openKey: null, handledAt: now.toISOString() },
  clocks: [{ clock: 'handle', do: 'stop' } as const],
  facts: subject.trip ? [say(tripTouched, { trip: subject.trip })] : [],
})
export const alarm = procedure('muck.alarm', {
  zh: '渣土异常告警',
  menu: '渣土指挥',
  title: 'detail',
  numbering: { prefix: 'ZG', per: 'day', digits: 5 },
  help: '正常趟次自动闭合,不生成告警;同一异常未处理前不重复告警。',
  leadingClock: 'handle',
  mirror: { handle: { dueAt: 'handleDueAt' } },
  uniqueTogether: [['openKey']],
  fields: {
    ...form,
    detail: form.detail.searchable(),
    plate: form.plate.searchable(),
    handleDueAt: instant('处理期限').optional(),
    handledAt: instant('处理时间').optional(),
    result: result.result.optional(),
  },
  clocks: { handle: { zh: '处理', limit: { value: 2, unit: 'urgent_hour' }, basis: '本局建筑垃圾指挥平台值守规定(示例)' } },
  statuses: {
    raised: { zh: '待处理', duty: 'muck.watch', taskZh: '渣土异常待处理' },
    confirmed: { zh: '属实,转查处', kind: 'final' },
    handled: { zh: '已纠正', kind: 'final' },
    untrue: { zh: '误报', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '告警',
    from: 'new',
    to: 'raised',
    by: 'system',
    form,
    effects: () => ({ clocks: [{ clock: 'handle', do: 'start' }] }),
  }),
  confirm: action({
    zh: '属实,转违法查处',
    from: 'raised',
    to: 'confirmed',
    by: 'muck.watch',
    tone: 'primary',
    form: { violation: choice('违法情形', violationKinds), ...result },
    check: ({ subject }) => why(!subject.plate, '没有车辆的异常不能转违法查处,请作“已纠正”'),
    effects: ({ input, subject, now }) => ({
      ...ended(subject, { result: input.result }, now),
      spawn: [
        {
          procedure: 'muck.violation',
          action: 'fromAlarm',
          input: {
            kind: input.violation,
            plate: subject.plate,
            haulerCode: subject.haulerCode,
            haulerName: subject.haulerName,
            site: subject.site,
            happenedAt: new Date(subject.happenedAt).toISOString(),
            address: subject.detail.slice(0, 150),
            description: `${alarmKinds[subject.kind]}:${subject.detail}`.slice(0, 300),
            source: 'alarm',
            alarm: subject.id,
          },
        },
      ],
    }),
  }),
  handle: action({
    zh: '已纠正',
    from: 'raised',
    to: 'handled',
    by: 'muck.watch',
    form: result,
    effects: ({ input, subject, now }) => ended(subject, input, now),
  }),
  mistake: action({
    zh: '误报',
    from: 'raised',
    to: 'untrue',
    by: 'muck.watch',
    tone: 'danger',
    form: result,
    effects: ({ input, subject, now }) => ended(subject, input, now),
  }),
}))
