/** Counted figures of public opinion. */
import { atLeast, count, type Indicator, indicatorsOf, ratio, value } from '#kernel'
import { itemProcedure } from './item.ts'
import { alarm, digest } from './monitor.ts'
import { mention } from './registers.ts'

const plain = indicatorsOf('opinion')
const real = { not: ['merged', 'ignored'] as const } as const
export const opinionIndicators: readonly Indicator[] = [
  plain(
    'items',
    '舆情处置',
    '件',
    value(count(itemProcedure, { at: 'createdAt', where: { status: real } })),
    '期内收集、去重后与本局有关的舆情',
    {
      by: ['grade', 'topic', 'tone', 'unit', 'status'],
    },
  ),
  plain(
    'merged',
    '重复舆情',
    '件',
    value(count(itemProcedure, { at: 'createdAt', where: { status: 'merged' } })),
    '期内自动并入的重复舆情',
  ),
  plain(
    'replied-in-time-rate',
    '舆情按时回复率',
    '%',
    ratio(
      count(itemProcedure, { at: 'replyDueAt', and: 'r.replied_at <= r.reply_due_at' }),
      count(itemProcedure, { at: 'replyDueAt' }),
    ),
    '回复期限在期内的舆情中期限内回复(较大、重大以批准为准)的占比',
    { by: ['grade', 'unit'], target: atLeast(100, '城管系统舆情管理办法(示例)') },
  ),
  plain('mentions', '监测信息', '条', value(count(mention, { at: 'at' })), '期内监测到的信息', { by: ['tone', 'outlet'] }),
  plain(
    'bad-share',
    '负面信息占比',
    '%',
    ratio(count(mention, { at: 'at', where: { tone: 'bad' } }), count(mention, { at: 'at' })),
    '期内负面信息 ÷ 全部监测信息',
  ),
  plain('alarms', '舆情突增预警', '次', value(count(alarm, { at: 'createdAt' })), '期内自动预警', { by: ['word', 'level'] }),
  plain('digests', '舆情日报', '期', value(count(digest, { at: 'createdAt' })), '期内汇总的日报'),
]
