/** Counted figures of overhead cables. */
import { count, indicatorsOf, ratio, sum, value } from '#kernel'
import { measure } from './measure.ts'
import { consent, notice } from './notice.ts'
import { crossing, line, metre } from './registers.ts'
import { work } from './work.ts'

const plain = indicatorsOf('cables')
const by = ['place', 'placeKind', 'operator']
const metres = (id: string, zh: string, method: 'bury' | 'bundle' | 'replace' | 'steel' | 'clear') =>
  plain(id, zh, '米', value(sum(metre, 'metres', { at: 'doneOn', where: { method } })), `期内验收的${zh}长度之和`, { by })
export const cablesIndicators = [
  metres('buried', '线缆入地', 'bury'),
  metres('bundled', '捆扎线缆', 'bundle'),
  metres('replaced', '更换光缆', 'replace'),
  metres('steel-removed', '拆除钢绞线', 'steel'),
  metres('cleared', '清除废弃线缆', 'clear'),
  plain('works', '线缆整治', '处', value(count(work, { at: 'acceptedOn' })), '期内验收的路段与小区', {
    by: ['placeKind', 'year'],
  }),
  plain(
    'works-rate',
    '线缆整治年度完成率',
    '%',
    ratio(count(work, { where: { status: 'accepted' } }), count(work)),
    '已验收 ÷ 列入清单的路段与小区,按年度分',
    { by: ['year', 'placeKind', 'status'] },
  ),
  plain('lines', '架空线路', '条', value(count(line)), '在册架空线路', { by: ['operator', 'isAbandoned'] }),
  plain(
    'lines-unallowed',
    '无手续架空线路',
    '条',
    value(count(line, { where: { consent: null } })),
    '在册、没有同意文号的架空线路',
    { by: ['operator'] },
  ),
  plain('notices', '线缆整理通知', '件', value(count(notice, { at: 'createdAt' })), '期内发出的通知', {
    by: ['operatorName', 'fault', 'status'],
  }),
  plain(
    'notices-timely',
    '运营单位按期整理率',
    '%',
    ratio(count(notice, { at: 'tidiedOn', where: { isLate: 'no' } }), count(notice, { at: 'tidiedOn' })),
    '按期整理 ÷ 期内整理的通知',
    { by: ['operatorName'] },
  ),
  plain('consents', '新架线缆审查', '件', value(count(consent, { at: 'decidedOn' })), '期内决定的申请', {
    by: ['status', 'method'],
  }),
  plain('height-signs', '限高标识牌', '块', value(count(crossing, { at: 'signedOn' })), '期内安装的限高标识牌'),
  plain('measured', '跨路线缆测高', '处', value(count(measure, { at: 'createdAt' })), '期内测高次数', { by: ['kind', 'status'] }),
  plain('too-low', '净高不足线缆', '处', value(count(crossing, { where: { isLow: true } })), '现在净高低于标准的跨路线缆', {
    by: ['kind'],
  }),
]
