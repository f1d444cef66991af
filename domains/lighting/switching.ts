/** 开关灯: what an officer or a timetable asks of a cabinet; it goes out as a command of the cabinet's gateway and ends with its answer. */
import { choice, first, instant, integer, one, procedure, ref, text } from '#kernel'
import { notYet, why } from './shared.ts'
import { switchKinds } from './words.ts'

const form = {
  cabinet: ref('控制柜', 'lighting.cabinet'),
  kind: choice('操作', switchKinds),
  level: integer('亮度', { unit: '%', min: 1, max: 100 }).optional().help('调光时填写'),
  loop: integer('回路', { min: 1, max: 64 }).optional().help('不填为整柜'),
  scene: text('场景(节目)', { maxLength: 60 }).optional(),
  reason: text('原因', { maxLength: 200 }),
} as const
export const switching = procedure('lighting.switching', {
  zh: '开关灯操作',
  menu: '远程监控',
  title: 'reason',
  numbering: { prefix: 'KG', per: 'day', digits: 5 },
  help: '下发到控制柜网关,应答后为“已执行”;未应答自动重发,三次未应答为“超时”,并生成远程监控设备维修单。',
  fields: {
    ...form,
    plan: ref('时间表', 'lighting.plan').optional(),
    answer: text('网关应答', { maxLength: 300 }).optional(),
    endedAt: instant('结束时间').optional(),
  },
  statuses: {
    sent: { zh: '已下发' },
    done: { zh: '已执行', kind: 'final' },
    refused: { zh: '网关拒绝', kind: 'final' },
    timeout: { zh: '超时', kind: 'final' },
  },
}).actions((action) => {
  const gatewayOf = ({ tx, input }: { readonly tx: Parameters<typeof one>[0]; readonly input: { readonly cabinet: string } }) =>
    one<{ gateway: string | null; loops: number }>(
      tx,
      'select gateway, loops from lighting.cabinet where id = $1 and retired_at is null',
      [input.cabinet],
    )
  const spawned = (
    input: {
      readonly kind: string
      readonly level?: number | null
      readonly loop?: number | null
      readonly scene?: string | null
    },
    gateway: string | null | undefined,
  ) => [
    {
      procedure: 'sensing.command',
      action: 'ask',
      input: {
        device: gateway,
        kind: input.kind,
        value: input.kind === 'dim' ? (input.level ?? null) : null,
        channel: input.loop ?? null,
        content: input.scene ?? null,
      },
    },
  ]
  return {
    ask: action({
      zh: '开关灯',
      from: 'new',
      to: 'sent',
      by: 'lighting.switch',
      form,
      look: gatewayOf,
      check: ({ input, found }) =>
        first(
          notYet(!found?.gateway, '该控制柜没有监控网关'),
          why(input.kind === 'dim' && input.level == null, '请填写亮度'),
          why((input.loop ?? 1) > (found?.loops ?? 64), `该柜只有${found?.loops}个回路`),
        ),
      effects: ({ input, found }) => ({ spawn: spawned(input, found?.gateway) }),
    }),
    byPlan: action({
      zh: '按时间表下发',
      from: 'new',
      to: 'sent',
      by: 'system',
      form: { ...form, plan: ref('时间表', 'lighting.plan') },
      look: gatewayOf,
      check: ({ found }) => notYet(!found?.gateway, '该控制柜没有监控网关'),
      effects: ({ input, found }) => ({ spawn: spawned(input, found?.gateway) }),
    }),
    end: action({
      zh: '网关应答',
      from: 'sent',
      to: ({ input }) => input.result,
      by: 'system',
      form: {
        result: choice('结果', { done: '已执行', refused: '网关拒绝', timeout: '超时' }),
        answer: text('应答', { maxLength: 300 }),
        endedAt: instant('结束时间'),
      },
      effects: ({ input }) => ({ set: { answer: input.answer, endedAt: input.endedAt } }),
    }),
  }
})
