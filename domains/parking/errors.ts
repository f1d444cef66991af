/** Why a step of parking is refused: the sentence says what is missing. */
import { defineErrors } from '#kernel'

const of = (status: 401 | 403 | 409 | 422, zh: string, en: string) => ({ status, zh, en }) as const
export const parkingErrors = defineErrors({
  'parking.key': of(401, '数据源编号或密钥不对', 'Unknown source or wrong key'),
  'parking.receipt': of(403, '回执与编号不符,只有车主本人可以查询', 'The receipt does not belong to this number'),
})
