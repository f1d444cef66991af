/** Facts that stay inside permits. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** An approval fell after its certificate was out: the certificate ends with it. */
export const applicationFailed = fact(
  'permits.application-failed',
  '许可被撤销、撤回',
  z.object({ application: z.string(), how: z.enum(['revoked', 'withdrawn']), ground: z.string(), reason: z.string() }),
)
export const renewalGranted = fact(
  'permits.renewal-granted',
  '准予延续',
  z.object({ certificate: z.string(), application: z.string(), validMonths: z.number() }),
)
export const certificateOpened = fact('permits.certificate-opened', '证照已生成', z.object({ certificate: z.string() }))
export const certificateClosed = fact(
  'permits.certificate-closed',
  '证照已终止',
  z.object({ certificate: z.string(), how: z.string(), reason: z.string() }),
)
export const renewalDeemed = fact('permits.renewal-deemed', '视为准予延续', z.object({ application: z.string() }))
export const partReviewed = fact(
  'permits.part-reviewed',
  '一体化备案分项已审',
  z.object({ filing: z.string(), part: z.string(), isPassed: z.boolean() }),
)
export const findingMade = fact(
  'permits.finding-made',
  '事中事后监管发现问题',
  z.object({ certificate: z.string().nullish(), application: z.string(), count: z.number() }),
)
/** A re-check found that a licence's conditions are gone, and the head agreed. */
export const conditionsLost = fact(
  'permits.conditions-lost',
  '再核查批准注销',
  z.object({ certificate: z.string(), reason: z.string() }),
)
export const filingStopped = fact('permits.filing-stopped', '一体化备案已撤回', z.object({ filing: z.string() }))
export const certificateChanged = fact('permits.certificate-changed', '证照已变更', z.object({ certificate: z.string() }))
export const itemRevised = fact('permits.item-revised', '事项调整已批准', z.object({ revision: z.string() }))
export const truckLeft = fact('permits.truck-left', '渣土车退出', z.object({ plate: z.string(), reason: z.string() }))
