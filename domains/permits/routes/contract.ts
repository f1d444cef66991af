/** Shapes of the routes of permits: applying without an account, verifying a certificate, what is valid here, what was promised and kept. */
import { z } from 'zod'
import { route } from '#kernel/contract'
import { kindNames } from '../contract.ts'

const tag = 'permits'
const kind = z.enum(Object.keys(kindNames) as [keyof typeof kindNames])
const day = z.iso.date()
const values = z.record(z.string(), z.unknown())

export const publicItemsRoute = route({
  method: 'GET',
  path: '/public/permits/items',
  zh: '公众:现行审批事项与办事指南',
  permission: 'public',
  tag: 'public',
  input: z.object({}),
  output: z.object({ rows: z.array(values), onlineShare: z.number().nullable() }),
})
export const publicApplyRoute = route({
  method: 'POST',
  path: '/public/permits/applications',
  zh: '公众:网上申请,得回执',
  permission: 'public',
  tag: 'public',
  input: z.object({
    kind,
    values,
    lon: z.number().optional(),
    lat: z.number().optional(),
    areaCode: z.string().optional(),
    clientKey: z.string().max(100).optional(),
  }),
  output: z.object({ number: z.string(), receipt: z.string(), isKnown: z.boolean() }),
})
const held = z.object({ number: z.string().max(40), receipt: z.string().min(32).max(80) })
export const publicProgressRoute = route({
  method: 'GET',
  path: '/public/permits/applications/:number',
  zh: '公众:凭回执查办理进度',
  permission: 'public',
  tag: 'public',
  input: held,
  output: values,
})
export const publicStepRoute = route({
  method: 'POST',
  path: '/public/permits/applications/:number/:action',
  zh: '公众:凭回执网上补正、后补、修改、缴费、撤回',
  permission: 'public',
  tag: 'public',
  input: held.extend({ action: z.enum(['supplement', 'supply', 'resubmit', 'pay', 'abandon']), values }),
  output: z.object({ status: z.string() }),
})
export const publicBookRoute = route({
  method: 'POST',
  path: '/public/permits/appointments',
  zh: '公众:预约延时服务',
  permission: 'public',
  tag: 'public',
  input: z.object({ values }),
  output: z.object({ number: z.string() }),
})
export const publicVerifyRoute = route({
  method: 'GET',
  path: '/public/certificates/:number',
  zh: '公众:核验证照',
  permission: 'public',
  tag: 'public',
  input: z.object({ number: z.string().max(60) }),
  output: values,
})
export const publicCodeRoute = route({
  method: 'POST',
  path: '/public/certificates/verify',
  zh: '公众:核验扫到的二维码,并查今日是否有效',
  permission: 'public',
  tag: 'public',
  input: z.object({ code: z.string().max(4000) }),
  output: values,
})
export const publicKeyRoute = route({
  method: 'GET',
  path: '/public/certificates/key',
  zh: '公众:证照验签公钥(离线核验用)',
  permission: 'public',
  tag: 'public',
  input: z.object({}),
  output: z.object({ algorithm: z.literal('Ed25519'), publicKey: z.string() }),
})
export const publicFaqRoute = route({
  method: 'GET',
  path: '/public/permits/faq',
  zh: '公众:高频咨询解答',
  permission: 'public',
  tag: 'public',
  input: z.object({ search: z.string().max(60).optional() }),
  output: z.object({ rows: z.array(values) }),
})
export const qrRoute = route({
  method: 'GET',
  path: '/permits/certificates/:id/code',
  zh: '电子证照:签名码与二维码图',
  permission: 'permits.certificate.read',
  tag,
  input: z.object({ id: z.uuid() }),
  output: z.object({ number: z.string(), code: z.string(), svg: z.string() }),
})
export const hereRoute = route({
  method: 'GET',
  path: '/permits/here',
  zh: '现场查证:此处此刻有哪些有效许可',
  permission: 'permits.certificate.read',
  tag,
  input: z.object({
    lon: z.coerce.number(),
    lat: z.coerce.number(),
    metres: z.coerce.number().int().min(10).max(2000).optional(),
  }),
  output: z.object({ metres: z.number(), at: z.string(), rows: z.array(values) }),
})
export const plateRoute = route({
  method: 'GET',
  path: '/permits/plates/:plate',
  zh: '路检:此车此刻许可什么',
  permission: 'permits.certificate.read',
  tag,
  input: z.object({ plate: z.string().max(10) }),
  output: values,
})
export const compareRoute = route({
  method: 'GET',
  path: '/permits/items/:code/compare',
  zh: '事项版本比较:减了什么',
  permission: 'permits.item.read',
  tag,
  input: z.object({ code: z.string(), from: z.coerce.number().int().optional(), to: z.coerce.number().int().optional() }),
  output: values,
})
const period = z.object({ from: day, to: day })
export const promisedRoute = route({
  method: 'GET',
  path: '/permits/promised-actual',
  zh: '承诺与实际:各事项',
  permission: 'permits.application.read',
  tag,
  input: period,
  output: z.object({ rows: z.array(values) }),
})
export const windowRoute = route({
  method: 'GET',
  path: '/permits/window',
  zh: '窗口统计:受理、办结、办结率(截止日期)',
  permission: 'permits.application.read',
  tag,
  input: period.extend({ cutOff: day }),
  output: z.object({
    cutOff: z.string(),
    accepted: z.number(),
    finished: z.number(),
    rate: z.number().nullable(),
    items: z.array(values),
    text: z.string(),
  }),
})
export const nodesRoute = route({
  method: 'GET',
  path: '/permits/filings/:id/nodes',
  zh: '一体化备案工作节点',
  permission: 'permits.filing.read',
  tag,
  input: z.object({ id: z.uuid() }),
  output: z.object({ nodes: z.array(values) }),
})
export const topicsRoute = route({
  method: 'GET',
  path: '/permits/consultations/topics',
  zh: '高频咨询主题',
  permission: 'permits.consultation.read',
  tag,
  input: z.object({}),
  output: z.object({ days: z.number(), least: z.number(), rows: z.array(values) }),
})
export const publishRoute = route({
  method: 'POST',
  path: '/permits/consultations/publish',
  zh: '高频咨询发布为解答',
  permission: 'permits.faq.write',
  tag,
  input: z.object({ topic: z.string().max(60), question: z.string().min(2).max(200), answer: z.string().min(2).max(2000) }),
  output: z.object({ id: z.string(), askedBefore: z.number() }),
})
