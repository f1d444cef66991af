/** Counted figures of civic life. */
import { average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { account } from './account.ts'
import { app, appOpen } from './app.ts'
import { consult } from './consult.ts'
import { household, issue } from './council.ts'
import { decision, voice } from './decision.ts'
import { request } from './enterprise.ts'
import { attendance, event } from './event.ts'
import { news, reading } from './news.ts'
import { smallNotice } from './notice.ts'
import { suggestion } from './suggestion.ts'

const plain = indicatorsOf('civic')
const made = { at: 'createdAt' } as const
export const civicIndicators: readonly Indicator[] = [
  plain('accounts', '市民账号', '个', value(count(account)), '现有开通的市民账号', { by: ['lastClient'] }),
  plain('apps', '服务入口与微应用', '个', value(count(app, { where: { isOn: true } })), '现在开通的入口与微应用', {
    by: ['kind'],
  }),
  plain('app-opens', '微应用使用', '次', value(count(appOpen, { at: 'at' })), '期内市民打开入口的次数', { by: ['kind', 'name'] }),
  plain('news', '信息发布', '条', value(count(news, { at: 'publishedAt' })), '期内审核发布的信息', { by: ['kind'] }),
  plain('reads', '信息阅读', '次', value(count(reading, { at: 'at' })), '期内打开阅读的次数', { by: ['title'] }),
  plain('notices', '公布便民信息', '条', value(count(smallNotice, { at: 'publishedOn' })), '期内公布的便民信息', {
    by: ['kind'],
  }),
  plain('consults', '法律咨询', '件', value(count(consult, made)), '期内受理的书面咨询与预约面谈', {
    by: ['way', 'topic', 'status'],
  }),
  plain('cases', '公开法律案例', '个', value(count(consult, { where: { isPublished: true } })), '现已公开的匿名案例', {
    by: ['topic'],
  }),
  plain(
    'mediated',
    '转调解达成协议',
    '件',
    value(count(consult, { ...made, where: { mediation: 'settled' } })),
    '期内受理、经调解达成协议的纠纷',
  ),
  plain('events', '开放日、体验日等活动', '场', value(count(event, { at: 'heldOn' })), '期内举办的公众活动', { by: ['kind'] }),
  plain('people', '活动参加人次', '人次', value(sum(event, 'people', { at: 'heldOn' })), '期内举办的活动到场人数之和', {
    by: ['kind'],
  }),
  plain('event-stars', '活动评分', '分', value(average(attendance, 'stars', made)), '期内报名者给出的评分平均', { decimals: 2 }),
  plain('suggestions', '公众意见建议', '条', value(count(suggestion, made)), '期内登记的意见建议', { by: ['source', 'status'] }),
  plain(
    'suggestions-answered',
    '公众意见答复率',
    '%',
    ratio(count(suggestion, { ...made, and: 'r.replied_at is not null' }), count(suggestion, made)),
    '期内登记、已答复 ÷ 期内登记',
  ),
  plain('decisions', '公众议事', '项', value(count(decision, { at: 'fromOn' })), '期内公布的议题', { by: ['status'] }),
  plain('voices', '公众参与', '人次', value(count(voice, made)), '期内投票、提意见的人次', { by: ['status'] }),
  plain('adopted', '采纳公众意见', '条', value(count(voice, { ...made, where: { isAdopted: true } })), '期内提出、已采纳的意见'),
  plain('issues', '共治事项', '件', value(count(issue, made)), '期内议事会提出的事项', { by: ['status', 'raisedBy'] }),
  plain(
    'issues-closed',
    '共治事项办结率',
    '%',
    ratio(count(issue, { ...made, where: { status: 'closed' } }), count(issue, made)),
    '期内提出、居民评议通过 ÷ 期内提出',
  ),
  plain('agreements', '共同缔造协议', '份', value(count(household, { at: 'signedOn' })), '期内与对象户签订的协议', {
    by: ['village'],
  }),
  plain('labour', '群众投工', '工日', value(sum(household, 'givenDays', made)), '期内建档对象户已投工之和', { by: ['village'] }),
  plain('requests', '涉企服务', '件', value(count(request, made)), '期内企业提出的服务需求', { by: ['kind', 'status'] }),
  plain(
    'requests-in-time',
    '涉企服务按承诺答复率',
    '%',
    ratio(count(request, { ...made, where: { isInTime: true } }), count(request, { ...made, and: 'r.answered_at is not null' })),
    '期内提出、按承诺答复 ÷ 期内提出、已答复',
  ),
]
