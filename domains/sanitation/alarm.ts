/** 环卫异常: whatever goes wrong with roads, stations, toilets, vehicles and scales, in one list; the same thing once while it is open. */

import type { WorkContext } from '#kernel'
import { bySystem, choice, instant, longText, many, one, procedure, text } from '#kernel'
import { openBySystem } from './shared.ts'
import { alarmKinds } from './words.ts'

const form = {
  kind: choice('异常', alarmKinds),
  target: text('对象', { maxLength: 120 }),
  detail: text('情况', { maxLength: 300 }),
  happenedAt: instant('发生时间'),
  openKey: text('去重键', { maxLength: 160, isGiven: true }),
} as const
export const alarm = procedure('sanitation.alarm', {
  zh: '环卫异常',
  menu: '数字环卫',
  title: 'target',
  numbering: { prefix: 'HW', per: 'day', digits: 4 },
  help: '设施、作业、车辆、过磅的异常汇总在一处;处理后填写情况,同一异常未处理前不重复。',
  fields: {
    ...form,
    target: form.target.searchable(),
    result: longText('处理情况', { maxLength: 500 }).optional(),
    handledAt: instant('处理时间').optional(),
  },
  clocks: { handle: { zh: '处理', limit: { value: 24, unit: 'urgent_hour' }, basis: '本局环卫作业管理办法(示例)' } },
  statuses: {
    raised: { zh: '待处理', duty: 'sanitation.dispatch', taskZh: '环卫异常待处理' },
    handled: { zh: '已处理', kind: 'final' },
    cleared: { zh: '自动恢复', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '发现异常',
    from: 'new',
    to: 'raised',
    by: 'system',
    form,
    effects: () => ({ clocks: [{ clock: 'handle', do: 'start' }] }),
  }),
  handle: action({
    zh: '处理完毕',
    from: 'raised',
    to: 'handled',
    by: 'sanitation.dispatch',
    tone: 'primary',
    isBulk: true,
    form: { result: longText('处理情况', { maxLength: 500 }) },
    effects: ({ input, now }) => ({
      set: { result: input.result, handledAt: now.toISOString() },
      clocks: [{ clock: 'handle', do: 'stop' }],
    }),
  }),
  clear: action({
    zh: '恢复正常',
    from: 'raised',
    to: 'cleared',
    by: 'system',
    effects: ({ now }) => ({ set: { handledAt: now.toISOString() }, clocks: [{ clock: 'handle', do: 'stop' }] }),
  }),
}))
export interface AlarmInput {
  readonly kind: keyof typeof alarmKinds
  readonly key: string
  readonly target: string
  readonly detail: string
  readonly lon?: number | null | undefined
  readonly lat?: number | null | undefined
  readonly areaCode?: string | null | undefined
}
/** Raised once while open. @returns whether it is new */
export const raiseAlarm = async (ctx: WorkContext, a: AlarmInput): Promise<boolean> => {
  const open = await one(ctx.tx, `select 1 as n from sanitation.alarm where open_key = $1 and status = 'raised' limit 1`, [a.key])
  if (open) return false
  const { kind, target, detail, key } = a
  const input = {
    kind,
    target: target.slice(0, 120),
    detail: detail.slice(0, 300),
    happenedAt: ctx.now.toISOString(),
    openKey: key,
  }
  await openBySystem(ctx, alarm.id, 'raise', input, undefined, {
    lon: a.lon ?? null,
    lat: a.lat ?? null,
    areaCode: a.areaCode ?? null,
  })
  return true
}
/** What is put right is told by itself: alarms of a kind whose cause is not among those that still stand are cleared. */
export const clearAlarms = async (
  ctx: WorkContext,
  kind: keyof typeof alarmKinds,
  standing: readonly string[],
): Promise<void> => {
  const gone = await many<{ id: string }>(
    ctx.tx,
    `select id from sanitation.alarm where kind = $1 and status = 'raised' and open_key <> all ($2::text[])`,
    [kind, standing],
  )
  for (const { id } of gone) await bySystem(ctx, alarm.id, id, 'clear')
}
