/** Small things every file of civic life needs. */
import { createHash } from 'node:crypto'
import { refusals, text } from '#kernel'

export const { why, notYet } = refusals('civic')
export const mobile = { source: '^1\\d{10}$', zh: '应为11位手机号' } as const
export const phoneField = (zh = '手机号') => text(zh, { maxLength: 11, pattern: mobile }).personal('phone')
/** Six digits made from the subject's own id, which never leaves the server: known to nobody who has not been told. */
export const codeOf = (id: string): string =>
  String(Number.parseInt(createHash('sha256').update(`civic ${id}`).digest('hex').slice(0, 10), 16) % 1_000_000).padStart(6, '0')
