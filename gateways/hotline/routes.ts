/**
 * 12345 及其他外部工单平台: an order in, idempotent by the platform's own number, and its state out on request. What happens to it
 * afterwards is carried back by `send.ts`.
 */
import { z } from 'zod'
import { orderKinds } from '#domains/intake/contract.ts'
import { type BoundRoute, bind, type Kernel, openIn, type RequestContext, raw, reject } from '#kernel'
import { defineErrors, route } from '#kernel/contract'
import { channelOf, hotlineKeys } from './keys.ts'

export const hotlineErrors = defineErrors({
  'hotline.key': { status: 401, zh: '请求头 x-hotline-key 不对(向本局申请)', en: 'Wrong x-hotline-key' },
  'hotline.stopped': { status: 403, zh: '渠道{channel}已停用', en: 'Channel {channel} is switched off' },
  'hotline.number': {
    status: 400,
    zh: '工单编号“{number}”不符合本渠道的格式 {pattern}',
    en: 'Number {number} does not match {pattern}',
  },
})
const order = z.object({
  number: z.string().trim().min(1, '请给出平台工单编号 number').max(64),
  kind: z.enum(Object.keys(orderKinds) as [keyof typeof orderKinds], `kind 应为:${Object.keys(orderKinds).join('、')}`),
  content: z.string().trim().min(1, '请给出诉求内容 content').max(8000),
  title: z.string().max(200).nullish(),
  callerName: z.string().max(50).nullish(),
  callerPhone: z.string().max(20).nullish(),
  isConfidential: z.boolean().default(false),
  address: z.string().max(256).nullish(),
  lon: z.number().min(-180).max(180).nullish(),
  lat: z.number().min(-90).max(90).nullish(),
  occurredAt: z.iso.datetime({ offset: true, message: 'occurredAt 应为带时区的时间' }).nullish(),
  /** The platform's own deadline for the answer; it goes before ours. */
  dueAt: z.iso.datetime({ offset: true, message: 'dueAt 应为带时区的时间' }).nullish(),
})
const state = z.object({
  number: z.string(),
  outsideNumber: z.string(),
  status: z.string(),
  statusZh: z.string(),
  reply: z.string().nullable(),
  caseNumber: z.string().nullable(),
  replyDueAt: z.date().nullable(),
  closeDueAt: z.date().nullable(),
  updatedAt: z.date(),
})
const inRoute = route({
  method: 'POST',
  path: '/hotline/orders',
  zh: '外部工单接入(同一编号只登记一次)',
  permission: 'public',
  tag: 'hotline',
  input: order,
  output: z.object({ number: z.string(), status: z.string(), isKnown: z.boolean() }),
  refusals: ['hotline.key', 'hotline.stopped', 'hotline.number'],
})
const stateRoute = route({
  method: 'GET',
  path: '/hotline/orders/:number',
  zh: '外部工单现在的状态与结果',
  permission: 'public',
  tag: 'hotline',
  input: z.object({ number: z.string() }),
  output: state,
  refusals: ['hotline.key'],
})

interface Channel {
  readonly pattern: string | null
  readonly isActive: boolean
}
const checkChannel = async (ctx: RequestContext, channel: string, number: string): Promise<void> => {
  const { rows } = await ctx.work(({ tx }) =>
    raw<Channel>(
      tx,
      'select number_pattern as pattern, is_active as "isActive" from intake.channel where key = $1 and retired_at is null',
      [channel],
    ),
  )
  const found = rows[0]
  if (found && !found.isActive) reject('hotline.stopped', { channel })
  if (found?.pattern && !new RegExp(found.pattern).test(number)) reject('hotline.number', { number, pattern: found.pattern })
}
const keyOf = (ctx: RequestContext): string => String(ctx.request.headers['x-hotline-key'] ?? '')

export const hotlineRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const keys = hotlineKeys()
  const definition = kernel.procedures.current('intake.order')
  return [
    bind(inRoute, async (input, ctx) => {
      const channel = channelOf(keys, keyOf(ctx)) ?? reject('hotline.key')
      const { number, lon, lat, dueAt, ...rest } = input
      await checkChannel(ctx, channel, number)
      // A place beyond the district is no reason to lose an order: it is kept without its point, and a person decides.
      const isHere = lon != null && lat != null && kernel.places.find(ctx.district, lon, lat) !== undefined
      const opened = await ctx.work(({ tx }) =>
        openIn(tx, kernel, {
          procedure: definition.id,
          action: 'receive',
          district: ctx.district,
          actor: { kind: 'public', id: null, name: `${channel}平台` },
          clientKey: `hotline:${channel}:${number}`,
          ...(isHere ? { lon, lat } : {}),
          input: { ...rest, channel, outsideNumber: number, outsideDueAt: dueAt ?? null },
        }),
      )
      ctx.reply.code(opened.isKnown ? 200 : 201)
      return { number: opened.number, status: opened.status, isKnown: opened.isKnown }
    }),
    bind(stateRoute, async ({ number }, ctx) => {
      const channel = channelOf(keys, keyOf(ctx)) ?? reject('hotline.key')
      const { rows } = await ctx.work(({ tx }) =>
        raw<Omit<z.input<typeof state>, 'statusZh'>>(
          tx,
          `select number, outside_number as "outsideNumber", status, reply, case_number as "caseNumber", reply_due_at as "replyDueAt",
             close_due_at as "closeDueAt", updated_at as "updatedAt"
           from intake."order" where channel = $1 and outside_number = $2 order by created_at desc limit 1`,
          [channel, number],
        ),
      )
      const row = rows[0] ?? reject('kernel.not-found', { what: `工单${number}` })
      return { ...row, statusZh: definition.spec.statuses[row.status]?.zh ?? row.status }
    }),
  ]
}
