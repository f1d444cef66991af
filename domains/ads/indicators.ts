/** Counted figures of outdoor advertising. */
import { atLeast, atMost, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { campaign } from './campaign.ts'
import { posting } from './posting.ts'
import { removal } from './records.ts'
import { sign } from './sign.ts'
import { site } from './site/index.ts'
import { adStreet, facade } from './street.ts'
import { zeroPlan } from './zero.ts'

const plain = indicatorsOf('ads')
const up = { status: { not: 'removed' } } as const
const ours = '本局户外广告和店招标牌管理办法(示例)'
const sites = [
  plain('sites', '户外广告', '处', value(count(site, { where: up })), '未拆除的户外广告', {
    by: ['form', 'street', 'status', 'level', 'isConform', 'carrier'],
  }),
  plain(
    'nonconform',
    '不符合规划与规定的广告',
    '处',
    value(count(site, { where: { ...up, isConform: false } })),
    '核定不符合、未拆除',
    {
      by: ['form', 'level', 'street', 'status'],
      target: atMost(0),
    },
  ),
  plain(
    'fall-short',
    '不符合倒伏距离高炮',
    '块',
    value(sum(site, 'pieces', { where: { ...up, form: 'column', fall: 'short' } })),
    '高炮中杆距边缘小于应有距离、未拆除',
    {
      by: ['edge', 'street'],
      target: atMost(0, '全部清零'),
    },
  ),
  plain(
    'fall-cleared',
    '倒伏距离不足已清零',
    '处',
    value(count(site, { where: { fall: 'cleared' } })),
    '因倒伏距离不足已拆除的高炮',
    {
      by: ['edge'],
    },
  ),
  plain(
    'zero-rate',
    '清零计划进度',
    '%',
    ratio(count(site, { where: { status: 'removed' }, and: 'r.plan is not null' }), count(site, { and: 'r.plan is not null' })),
    '清零计划内已拆除 ÷ 列入',
    {
      by: ['plan', 'form', 'planPerson'],
      target: atLeast(100),
    },
  ),
  plain('zero-left', '清零计划剩余', '处', value(count(site, { where: up, and: 'r.plan is not null' })), '列入计划未拆除', {
    by: ['plan', 'planPerson'],
    target: atMost(0),
  }),
  plain('zero-plans', '清零计划', '个', value(count(zeroPlan)), '制定过的清零计划,含已完成的', { by: ['status'] }),
  plain('ordered', '责令整改拆除', '处', value(count(site, { where: { status: ['ordered', 'done'] } })), '正在整改、待复查', {
    by: ['reason', 'form', 'street'],
  }),
  plain(
    'overdue',
    '逾期未整改广告',
    '处',
    value(count(site, { where: { status: 'ordered' }, and: 'r.due_fix_at < now()' })),
    '期限已过未登记整改',
    {
      by: ['reason', 'street'],
      target: atMost(0),
    },
  ),
  plain(
    'attached',
    '依附设施的广告',
    '处',
    value(count(site, { where: { ...up, carrier: { not: 'none' } } })),
    '依附公共设施、尚未拆除的广告',
    {
      by: ['carrier', 'isConform', 'carrierOwner'],
    },
  ),
  plain(
    'permit-expired',
    '许可到期广告',
    '处',
    value(count(site, { where: up, and: 'r.permit_to < now()::date' })),
    '许可已到期、未拆除',
    { by: ['form'], target: atMost(0) },
  ),
  plain(
    'removed-pieces',
    '拆除户外广告',
    '块(处)',
    value(sum(removal, 'pieces', { at: 'removedOn' })),
    '拆除日期在期内,各形式之和为总数',
    {
      by: ['form', 'reason', 'street'],
    },
  ),
  plain(
    'removed-area',
    '拆除户外广告总面积',
    '万㎡',
    value(sum(removal, 'areaM2', { at: 'removedOn' }), 10_000),
    '拆除日期在期内',
    { by: ['form', 'reason'] },
  ),
  plain(
    'roof-letters-removed',
    '拆除屋顶镂空字',
    '处',
    value(sum(removal, 'pieces', { at: 'removedOn', where: { form: 'letters' } })),
    '拆除日期在期内',
    { by: ['street'] },
  ),
  plain(
    'roof-boards-removed',
    '拆除屋顶看板',
    '处',
    value(sum(removal, 'pieces', { at: 'removedOn', where: { form: 'board' } })),
    '拆除日期在期内',
    { by: ['street'] },
  ),
  plain(
    'signs-removed',
    '拆除破损违规店招',
    '块',
    value(sum(removal, 'pieces', { at: 'removedOn', where: { form: 'sign' } })),
    '拆除日期在期内',
    {
      by: ['reason', 'street'],
    },
  ),
]
const signs = [
  plain('signs', '店招标牌', '块', value(count(sign, { where: up })), '申报登记、尚未拆除的店招标牌', {
    by: ['class', 'status', 'street', 'structure', 'isLarge'],
  }),
  plain('signs-changed', '整治店招店牌', '块', value(count(sign, { at: 'changedOn' })), '期内整改、拆除的店招', {
    by: ['street', 'status'],
  }),
  plain(
    'sampled-same-rate',
    '店招申报抽查相符率',
    '%',
    ratio(count(sign, { at: 'sampledOn', where: { sampled: 'same' } }), count(sign, { at: 'sampledOn' })),
    '期内抽查中与申报类别一致的占比',
    {
      by: ['class', 'street'],
      target: atLeast(95, ours),
    },
  ),
  plain(
    'large-insured-rate',
    '大型店招投保率',
    '%',
    ratio(count(sign, { where: { ...up, isLarge: true, isInsured: true } }), count(sign, { where: { ...up, isLarge: true } })),
    '大型店招中保险有效的占比',
    {
      by: ['insurer', 'street'],
      target: atLeast(100, ours),
    },
  ),
  plain(
    'signs-unsafe',
    '大型店招安全问题',
    '块',
    value(count(sign, { where: { ...up, isUnsafe: true } })),
    '无保险、保险到期或检测不合格',
    { target: atMost(0) },
  ),
  plain('sign-inspections', '保险公司检测', '次', value(sum(sign, 'inspections', { where: up })), '累计检测次数', {
    by: ['insurer'],
  }),
]
const works = [
  plain('postings', '玻璃门窗张贴', '起', value(count(posting, { at: 'createdAt' })), '期内登记的玻璃门窗张贴', {
    by: ['kind', 'side', 'corridor', 'road', 'status', 'isRepeat'],
  }),
  plain(
    'posting-pieces',
    '清除门窗张贴',
    '张(条)',
    value(sum(posting, 'pieces', { at: 'removedOn' })),
    '期内清除的玻璃门窗张贴张数',
    {
      by: ['kind', 'road'],
    },
  ),
  plain(
    'roads-rectified',
    '广告整治街道(线路)',
    '条',
    value(sum(campaign, 'roadsDone', { at: 'startOn' })),
    '期内启动的专项整治已完成的街道',
    {
      by: ['corridor', 'name'],
    },
  ),
  plain(
    'fine-streets-rectified',
    '户外广告整治精品街道',
    '条',
    value(sum(campaign, 'roadsDone', { at: 'startOn', where: { corridor: 'fine' } })),
    '期内启动、已完成的精品街道',
  ),
  plain(
    'ad-streets',
    '广告示范街(路)',
    '条',
    value(count(adStreet, { at: 'doneOn', where: { status: 'done' } })),
    '验收日期在期内',
  ),
  plain('examples', '高品质户外广告设施', '处', value(sum(adStreet, 'examples')), '示范街样板作品之和'),
  plain('best-works', '十佳户外广告作品', '个', value(sum(adStreet, 'bestCount')), '评选出的作品'),
  plain('facades', '立面提升', '幢', value(count(facade)), '列入立面提升的楼幢单元', { by: ['road', 'status', 'state'] }),
  plain('facade-m', '完成立面提升', '米', value(sum(facade, 'doneM', { at: 'doneOn' })), '竣工日期在期内的立面长', {
    by: ['road', 'hasLighting'],
  }),
]
export const adsIndicators: readonly Indicator[] = [...sites, ...signs, ...works]
