/** Counted figures of 摊区夜市. */
import { atMost, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { motion } from './committee.ts'
import { intro, night, nightRound, outdoor } from './outdoor.ts'
import { applicant } from './round.ts'
import { fairCheck, hazard, safety } from './safety.ts'
import { site } from './site.ts'
import { evening, tenure } from './tenure.ts'

const plain = indicatorsOf('stalls')
const live = { not: 'closed' } as const
const used = { status: ['held', 'shut'] } as const
export const stallsIndicators: readonly Indicator[] = [
  plain('temp-zones', '临时摊区', '个', value(count(site, { where: { kind: 'temp', status: live } })), '现有临时摊区', {
    by: ['community', 'status'],
  }),
  plain(
    'divert-markets',
    '大型疏导性夜市',
    '个',
    value(count(site, { where: { kind: 'divert', status: live } })),
    '现有疏导性夜市',
    { by: ['status'] },
  ),
  plain(
    'divert-stalls',
    '疏导性夜市摊位',
    '个',
    value(sum(site, 'stalls', { where: { kind: 'divert', status: live } })),
    '疏导性夜市的摊位数',
    { by: ['status'] },
  ),
  plain(
    'too-near',
    '距校园不足的摊区',
    '个',
    value(count(site, { where: { isTooNear: true, status: live } })),
    '复核后距校园不足的',
    { target: atMost(0, '摊区设置方案') },
  ),
  plain('opened', '新开摊区夜市', '个', value(count(site, { at: 'openedOn' })), '开放日期在期内的摊区夜市', { by: ['kind'] }),
  plain('allocated', '分配摊位', '个', value(count(tenure, { at: 'fromOn' })), '期内开始使用的摊位', { by: ['site', 'status'] }),
  plain('held', '在用摊位', '个', value(count(tenure, { where: used })), '现在有人经营的摊位', { by: ['site', 'status'] }),
  plain('applicants', '摊位报名', '人', value(count(applicant, { at: 'createdAt' })), '期内登记的摊位报名', {
    by: ['status', 'round'],
  }),
  plain('lapsed', '缺席收回摊位', '个', value(count(tenure, { at: 'endedOn', where: { status: 'lapsed' } })), '期内因缺席收回'),
  plain('rent', '摊位费', '万元', value(sum(tenure, 'paidFen'), 1_000_000), '已缴摊位费', { by: ['site'] }),
  plain('evenings', '夜市值守', '晚', value(count(evening, { at: 'dayOn' })), '期内值守的晚数', { by: ['site'] }),
  plain('evening-problems', '夜市秩序问题', '件', value(sum(evening, 'found', { at: 'dayOn' })), '期内当晚问题', {
    by: ['site'],
  }),
  plain('motions', '自治事项', '件', value(count(motion, { at: 'createdAt' })), '期内自治事项', { by: ['kind', 'status'] }),
  plain(
    'safety-checks',
    '夜市安全联合检查',
    '次',
    value(count(safety, { at: 'checkedOn', where: { status: { not: 'void' } } })),
    '期内联合检查',
    { by: ['site', 'status'] },
  ),
  plain('hazards', '夜市安全隐患', '个', value(count(hazard, { at: 'createdAt' })), '期内联合检查发现的隐患', {
    by: ['agency', 'isSerious', 'status'],
  }),
  plain(
    'hazards-closed-rate',
    '夜市隐患销号率',
    '%',
    ratio(count(hazard, { at: 'createdAt', where: { status: 'closed' } }), count(hazard, { at: 'createdAt' })),
    '期内发现的隐患中已销号的',
  ),
  plain(
    'fair-score',
    '市场检查平均分',
    '分',
    ratio(sum(fairCheck, 'score', { at: 'checkedOn' }), count(fairCheck, { at: 'checkedOn' }), 1),
    '期内检查得分的平均',
    { by: ['site', 'month'] },
  ),
  plain(
    'fair-passed-rate',
    '市场检查合格率',
    '%',
    ratio(count(fairCheck, { at: 'checkedOn', where: { isPassed: true } }), count(fairCheck, { at: 'checkedOn' })),
    '合格 ÷ 检查',
  ),
  plain('outdoor-places', '临时外摆点', '处', value(count(outdoor, { where: { status: 'active' } })), '现在外摆中'),
  plain('outdoor-stalls', '临时外摆摊位', '个', value(sum(outdoor, 'stalls', { where: { status: 'active' } })), '现在外摆的摊位'),
  plain('outdoor-breaches', '外摆违规', '次', value(sum(outdoor, 'breaches')), '外摆违规次数', { by: ['status'] }),
  plain('night-zones', '夜间经济时段', '个', value(count(night, { where: { status: 'running' } })), '现在实施的', {
    by: ['level'],
  }),
  plain('night-unlisted', '夜间名单外经营', '家次', value(sum(nightRound, 'unlisted', { at: 'dayOn' })), '期内夜间巡查', {
    by: ['night'],
  }),
  plain('introduced', '特色摊引导入园', '户', value(count(intro, { at: 'movedOn' })), '入园日期在期内的特色摊', {
    by: ['site', 'status'],
  }),
  plain(
    'introduced-stay-rate',
    '入园稳定经营率',
    '%',
    ratio(count(intro, { where: { status: 'staying' } }), count(intro, { where: { status: ['staying', 'left'] } })),
    '回访仍在经营 ÷ 已回访',
  ),
]
