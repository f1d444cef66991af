/** Counted figures of 油烟噪声扬尘与洗车外立面. */
import { atMost, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { complaint, stain } from './complaint.ts'
import { cleaning, facade, flyerCheck } from './facade.ts'
import { dustTest, site, siteCheck } from './site.ts'
import { roadsideWash, wash } from './wash.ts'

const plain = indicatorsOf('pollution')
const made = { at: 'createdAt' } as const
export const pollutionIndicators: readonly Indicator[] = [
  plain('complaints', '油烟噪音信访投诉', '起', value(count(complaint, made)), '期内受理的油烟噪音信访投诉', {
    by: ['kind', 'source', 'isNight', 'status', 'isOver'],
  }),
  plain(
    'complaints-handled',
    '处理油烟噪音信访投诉',
    '起',
    value(count(complaint, { ...made, where: { isHandled: true } })),
    '期内受理并已处理',
    { by: ['kind'] },
  ),
  plain(
    'handled-rate',
    '油烟噪音处理率',
    '%',
    ratio(count(complaint, { ...made, where: { isHandled: true } }), count(complaint, made)),
    '已处理 ÷ 受理',
    { by: ['kind'] },
  ),
  plain(
    'replied-rate',
    '油烟噪音回复率',
    '%',
    ratio(count(complaint, { ...made, where: { isReplied: true } }), count(complaint, made)),
    '已回复 ÷ 受理',
    { by: ['kind'] },
  ),
  plain(
    'satisfied-rate',
    '油烟噪音满意率',
    '%',
    ratio(
      count(complaint, { ...made, where: { isSatisfied: true } }),
      count(complaint, { ...made, where: { isSurveyed: true } }),
    ),
    '满意(含基本满意)÷ 联系上',
    { by: ['kind'] },
  ),
  plain(
    'night-transport',
    '夜间运输噪声投诉',
    '起',
    value(count(complaint, { at: 'happenedAt', where: { kind: 'transport' } })),
    '期内发生的夜间运输噪声投诉',
    { target: atMost(0) },
  ),
  plain('stains', '整改油污墙面、路面', '起', value(count(stain, { at: 'closedOn' })), '期内复查合格', { by: ['kind'] }),
  plain('sites', '施工工地', '个', value(count(site, { where: { status: { not: 'finished' } } })), '现有在建工地', {
    by: ['status'],
  }),
  plain('site-checks', '工地联合检查', '次', value(count(siteCheck, { at: 'checkedOn' })), '期内登记的工地联合检查', {
    by: ['site', 'status'],
  }),
  plain(
    'site-score',
    '工地“六个百分之百”平均分',
    '分',
    ratio(sum(siteCheck, 'score', { at: 'checkedOn' }), count(siteCheck, { at: 'checkedOn' }), 1),
    '期内得分平均',
    { by: ['site'] },
  ),
  plain('dust-tests', '道路积尘测试', '次', value(count(dustTest, { at: 'testedOn' })), '期内登记的道路积尘测试', {
    by: ['road', 'isOver', 'status'],
  }),
  plain(
    'dust-score',
    '道路积尘测试平均分',
    '分',
    ratio(sum(dustTest, 'score', { at: 'testedOn' }), count(dustTest, { at: 'testedOn' }), 1),
    '期内各次测试得分之和 ÷ 测试次数;可作考核方案的计分指标',
    { by: ['road', 'month'] },
  ),
  plain(
    'flyer-score',
    '小广告标准化平均分',
    '分',
    ratio(sum(flyerCheck, 'score', { at: 'checkedOn' }), count(flyerCheck, { at: 'checkedOn' }), 1),
    '期内各次检查得分之和 ÷ 检查次数;可作考核方案的计分指标',
  ),
  plain('dust-gram', '道路平均积尘', 'g/㎡', value(average(dustTest, 'gramM2', { at: 'testedOn' })), '期内测试平均', {
    by: ['road', 'month'],
    target: atMost(10, '以克论净(示例)'),
  }),
  plain('washes', '洗车场', '家', value(count(wash, { where: { status: { not: 'closed' } } })), '在册洗车场', {
    by: ['grade', 'status'],
  }),
  plain('roadside-washes', '无证占道洗车', '起', value(count(roadsideWash, { at: 'at' })), '期内发现的无证占道洗车'),
  plain('facades', '外立面建档', '栋', value(count(facade, { where: { status: { not: 'gone' } } })), '台账中现有的建筑外立面', {
    by: ['material', 'status', 'state', 'road'],
  }),
  plain(
    'facades-overdue',
    '外立面清洗逾期',
    '栋',
    value(count(facade, { where: { status: 'overdue' } })),
    '现在超过清洗周期的外立面',
    {
      by: ['road'],
    },
  ),
  plain('cleaned-m2', '楼宇清洗面积', '㎡', value(sum(cleaning, 'doneM2', { at: 'doneOn' })), '完成日期在期内的清洗面积之和', {
    by: ['contractor', 'method'],
  }),
  plain('cleaned', '楼宇清洗', '栋次', value(count(cleaning, { at: 'doneOn' })), '完成日期在期内的清洗栋次', {
    by: ['contractor'],
  }),
  plain(
    'flyer-met-rate',
    '小广告标准达标率',
    '%',
    ratio(count(flyerCheck, { at: 'checkedOn', where: { isMet: true } }), count(flyerCheck, { at: 'checkedOn' })),
    '达标 ÷ 检查',
    { by: ['town'] },
  ),
  plain(
    'flyers-cleaned',
    '小区街巷清理小广告',
    '张',
    value(sum(flyerCheck, 'sheets', { at: 'cleanedOn' })),
    '期内清理的小广告张数之和',
  ),
]
