/** Counted figures of municipal works. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { accessCheck, facility } from './access.ts'
import { job } from './job.ts'
import { workLine } from './ledger.ts'
import { orphan } from './orphan.ts'
import type { Item } from './words.ts'

const plain = indicatorsOf('municipal')
const by = ['kind', 'source', 'street']
const line = (id: string, zh: string, unit: string, item: Item) =>
  plain(id, zh, unit, value(sum(workLine, 'quantity', { at: 'at', where: { item } })), `期内验收办结的${zh}数量之和`, { by })
const dredge = { kind: 'dredge', status: 'closed' } as const
const small = { kind: 'small', status: 'closed' } as const
export const municipalIndicators = [
  line('covers', '更换破损窨井盖', '个', 'cover'),
  line('covers-five-proof', '更换五防井盖', '个', 'fiveProof'),
  line('grates', '更换雨水篦子', '个', 'grate'),
  line('slabs', '维修人行道火烧板', '㎡', 'slab'),
  line('bricks', '维修人行道砖', '㎡', 'brick'),
  line('blind-path', '维修盲道', '㎡', 'blind'),
  line('kerbs', '维修路沿石', '米', 'kerb'),
  line('road-surface', '维修路面', '㎡', 'road'),
  line('kerb-ramps', '增设人行道接坡', '个', 'ramp'),
  line('access-items', '维修其他无障碍设施', '个', 'access'),
  line('drains-built', '新建排水管', '米', 'drain'),
  plain(
    'dredge-places',
    '清淤处数',
    '处',
    value(count(job, { at: 'doneAt', where: dredge })),
    '期内办结的清淤单数;与清淤长度有重叠,不得相加',
  ),
  plain(
    'dredge-metres',
    '清淤疏通长度',
    '米',
    value(sum(job, 'metres', { at: 'doneAt', where: dredge })),
    '期内办结清淤单的长度之和;与清淤处数有重叠,不得相加',
  ),
  plain(
    'dredge-silt',
    '清出淤泥',
    'm³',
    value(sum(job, 'siltM3', { at: 'doneAt', where: dredge })),
    '期内办结清淤单的淤泥量之和',
    { by: ['siltTo'] },
  ),
  plain(
    'jobs',
    '市政维修单',
    '件',
    value(count(job, { at: 'createdAt', where: { status: { not: 'dropped' } } })),
    '期内报修的维修单,不予维修的不计',
    { by: ['kind', 'source', 'fault', 'status'] },
  ),
  plain(
    'fenced-rate',
    '缺失塌陷按时围护率',
    '%',
    ratio(count(job, { at: 'fencedAt', where: { isFencedInTime: 'yes' } }), count(job, { at: 'fencedAt' })),
    '按时围护 ÷ 期内已围护的缺失、塌陷',
    { target: atLeast(100, '本局市政设施养护办法(示例)') },
  ),
  plain('small-works', '小修件数', '件', value(count(job, { at: 'doneAt', where: small })), '期内办结的小修'),
  plain(
    'small-cost',
    '小修费用',
    '元',
    value(sum(job, 'costFen', { at: 'doneAt', where: small }), 100),
    '期内办结小修的费用之和',
  ),
  plain(
    'small-days',
    '小修平均用时',
    '天',
    value(average(job, 'days', { at: 'doneAt', where: small })),
    '期内办结小修从请求到完成的平均天数',
    { decimals: 1 },
  ),
  plain(
    'small-pleased',
    '小修满意率',
    '%',
    ratio(
      count(job, { at: 'doneAt', where: { ...small, reply: ['thanks', 'satisfied'] } }),
      count(job, { at: 'doneAt', where: { ...small, reply: { not: 'none' } } }),
    ),
    '致谢与满意 ÷ 期内办结且请求人表态的小修',
  ),
  plain('facilities', '无障碍设施', '处', value(count(facility)), '在册的无障碍设施', { by: ['kind', 'state'] }),
  plain(
    'usable-rate',
    '无障碍设施可用率',
    '%',
    ratio(count(facility, { where: { state: 'usable' } }), count(facility)),
    '可用 ÷ 在册无障碍设施',
    { by: ['kind'] },
  ),
  plain(
    'access-found',
    '无障碍排查问题',
    '处',
    value(count(accessCheck, { at: 'createdAt', where: { result: { not: 'usable' } } })),
    '期内排查发现的问题',
    { by: ['kind', 'result'] },
  ),
  plain(
    'access-rectified',
    '无障碍问题整改率',
    '%',
    ratio(
      count(accessCheck, { at: 'createdAt', where: { status: 'rectified' } }),
      count(accessCheck, { at: 'createdAt', where: { result: { not: 'usable' } } }),
    ),
    '已整改 ÷ 期内排查发现的问题',
    { by: ['kind', 'result'] },
  ),
  plain('orphans', '失管设施', '处', value(count(orphan, { at: 'createdAt' })), '期内登记的失管设施', {
    by: ['kind', 'status', 'hazard'],
  }),
  plain('orphans-area', '失管设施托底面积', '㎡', value(sum(orphan, 'areaM2', { at: 'keptOn' })), '期内决定托底的设施面积之和', {
    by: ['kind'],
  }),
  plain(
    'orphans-spent',
    '托底养护费用',
    '元',
    value(sum(orphan, 'spentFen', { at: 'keptOn' }), 100),
    '期内决定托底的设施累计养护费用',
  ),
  plain('orphans-handed', '失管设施移交', '处', value(count(orphan, { at: 'handedOn' })), '移交日期在期内的失管设施'),
]
