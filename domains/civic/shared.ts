/** Small things every file of civic life needs. */
import { refusals, text } from '#kernel'

export const { why, notYet } = refusals('civic')
export const mobile = { source: '^1\\d{10}$', zh: '应为11位手机号' } as const
export const phoneField = (zh = '手机号') => text(zh, { maxLength: 11, pattern: mobile }).personal('phone')
