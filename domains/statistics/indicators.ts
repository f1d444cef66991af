/** How well the ledgers are kept. */
import { atLeast, count, indicator, ratio, value } from '#kernel'
import { metricProcedure } from './metric.ts'
import { entry } from './registers.ts'
import { returnProcedure } from './return.ts'

export const statisticsIndicators = [
  indicator('statistics.handed-in-time-rate', {
    zh: '月报按期报送率',
    unit: '%',
    decimals: 2,
    definition: '期限在统计期内的月报:最近一次报送不晚于期限的 ÷ 全部(退回后重报的按新期限)',
    of: ratio(
      count(returnProcedure, { at: 'handDueAt', and: 'r.handed_at <= r.hand_due_at' }),
      count(returnProcedure, { at: 'handDueAt' }),
    ),
    by: ['unit', 'month'],
    target: atLeast(100, '本局统计报送制度(示例)'),
  }),
  indicator('statistics.overdue-returns', {
    zh: '逾期未报月报',
    unit: '份',
    decimals: 0,
    definition: '现在已过期限仍未报送的月报',
    of: value(count(returnProcedure, { where: { status: 'due' }, and: 'r.hand_due_at < now()' })),
    by: ['unit'],
  }),
  indicator('statistics.entries', {
    zh: '工作台账条数',
    unit: '条',
    decimals: 0,
    definition: '日期在统计期内、未作废的台账行',
    of: value(count(entry, { at: 'happenedOn' })),
    by: ['unit', 'matter', 'month'],
  }),
  indicator('statistics.metrics', {
    zh: '在用指标',
    unit: '个',
    decimals: 0,
    definition: '指标字典中已审定在用的',
    of: value(count(metricProcedure, { where: { status: 'active' } })),
    by: ['owner'],
  }),
]
