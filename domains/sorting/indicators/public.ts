/** Publicity, venues, volunteers, points and rewards. */
import { count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { account, entry, order } from '../public/points.ts'
import { duty, publicity, survey } from '../public/publicity.ts'
import { booking, venue } from '../public/venue.ts'
import { visit } from '../public/visit.ts'
import { reward } from '../steering/reward.ts'

const plain = indicatorsOf('sorting')
const done = { status: 'done' } as const
const of = (id: string, zh: string, unit: string, kind: 'placement' | 'handout' | 'post' | 'event' | 'trip' | 'train', per = 1) =>
  plain(
    id,
    zh,
    unit,
    value(sum(publicity, 'quantity', { at: 'dayOn', where: { kind, status: 'done' } }), per),
    `期内${zh}数量之和`,
    {
      by: ['spot'],
    },
  )
export const publicIndicators: readonly Indicator[] = [
  plain('visits', '入户宣传次数', '次', value(count(visit, { at: 'visitedOn', where: done })), '期内每次入户都计', {
    by: ['result', 'place'],
  }),
  plain(
    'households-visited',
    '入户宣传户数',
    '户',
    value(count(visit, { at: 'visitedOn', where: { ...done, isFirst: true } })),
    '期内入户中本年首次的户',
    { by: ['place'] },
  ),
  plain(
    'visit-booklets',
    '入户发放手册',
    '册',
    value(sum(visit, 'booklets', { at: 'visitedOn', where: done })),
    '期内入户时发放',
    { by: ['place'] },
  ),
  of('placements', '公益广告投放点位', '处', 'placement'),
  of('handouts', '宣传手册发放量', '万册', 'handout', 10_000),
  of('posts', '双微推文', '篇', 'post'),
  of('offline-events', '线下宣传活动', '场', 'event'),
  of('trips', '跟着垃圾趣旅行', '场', 'trip'),
  of('trains', '垃圾分类地铁专列', '列', 'train'),
  plain(
    'publicity-events',
    '垃圾分类宣传活动',
    '场',
    value(sum(publicity, 'quantity', { at: 'dayOn', where: { kind: ['event', 'trip'], status: 'done' } })),
    '期内线下活动与趣旅行场次之和',
    { by: ['kind'] },
  ),
  plain(
    'post-reach',
    '双微阅读',
    '人次',
    value(sum(publicity, 'reach', { at: 'dayOn', where: { kind: 'post', status: 'done' } })),
    '期内推文阅读人次',
  ),
  plain('venues', '垃圾分类科普馆(基地)', '处', value(count(venue, { where: { isOpen: true } })), '现在开放的', { by: ['kind'] }),
  plain(
    'venue-visitors',
    '科普馆参观',
    '人次',
    value(sum(booking, 'came', { at: 'dayOn', where: { status: 'visited' } })),
    '参观日期在期内的实到人数',
    { by: ['venue'] },
  ),
  plain(
    'venue-groups',
    '科普馆接待团体',
    '批',
    value(count(booking, { at: 'dayOn', where: { status: 'visited' } })),
    '期内到馆的预约',
    { by: ['venue'] },
  ),
  plain('duty-hours', '桶边值守', '小时', value(sum(duty, 'hours', { at: 'dayOn' })), '期内值守时长', {
    by: ['place', 'member'],
  }),
  plain(
    'awareness',
    '垃圾分类知晓率',
    '%',
    ratio(sum(survey, 'aware', { at: 'dayOn', where: done }), sum(survey, 'asked', { at: 'dayOn', where: done })),
    '期内调查中知晓的受访者占比',
    { by: ['wave', 'place'] },
  ),
  plain(
    'participation',
    '垃圾分类参与率',
    '%',
    ratio(sum(survey, 'joined', { at: 'dayOn', where: done }), sum(survey, 'asked', { at: 'dayOn', where: done })),
    '期内调查中参与的受访者占比',
    { by: ['wave', 'place'] },
  ),
  plain('points-circulating', '流通中积分', '分', value(sum(account, 'points')), '现在各户积分余额之和', { by: ['place'] }),
  plain(
    'points-earned',
    '发放积分',
    '分',
    value(sum(entry, 'points', { at: 'dayOn', where: { kind: ['drop', 'trade', 'event'] } })),
    '期内入账积分',
    { by: ['kind'] },
  ),
  plain(
    'orders',
    '积分兑换',
    '单',
    value(count(order, { at: 'createdAt', where: { status: { not: 'reversed' } } })),
    '期内未冲正的兑换单',
    { by: ['giftName', 'status'] },
  ),
  plain(
    'rewards-paid',
    '分类奖励发放',
    '元',
    value(sum(reward, 'sumFen', { at: 'paidOn', where: { status: 'paid' } }), 100),
    '发放日期在期内的奖励',
  ),
  plain(
    'rewards-people',
    '分类奖励对象',
    '个',
    value(sum(reward, 'people', { at: 'paidOn', where: { status: 'paid' } })),
    '期内发放的对象',
    { by: ['name'] },
  ),
]
