/** Counted figures of toilets. */
import { atLeast, average, count, hours, type Indicator, indicatorsOf, ratio, value } from '#kernel'
import { repair } from '../stations/repair.ts'
import { alliance } from '../toilets/alliance.ts'
import { toiletCall, toiletCheck } from '../toilets/check.ts'
import { grading } from '../toilets/grading.ts'
import { toiletProject } from '../toilets/project.ts'
import { toilet, toiletClean, toiletDay, toiletRating } from '../toilets/registers.ts'
import { suspension } from '../toilets/suspension.ts'

const plain = indicatorsOf('sanitation')
const own = { kind: 'public', state: { not: 'closed' } } as const
const done = { status: 'accepted' } as const
export const toiletFigures: readonly Indicator[] = [
  plain('toilets', '公厕', '座', value(count(toilet, { where: own })), '台账中未关闭的环卫公厕', {
    by: ['area', 'aGrade', 'cityGrade', 'town', 'state'],
  }),
  plain(
    'toilets-built',
    '新改建公厕',
    '座',
    value(count(toiletProject, { at: 'acceptedOn', where: done })),
    '验收日期在期内的厕所革命项目',
    { by: ['area', 'kind', 'town', 'aGrade'] },
  ),
  plain(
    'a-toilets-built',
    '新改建A级以上公厕',
    '座',
    value(count(toiletProject, { at: 'acceptedOn', where: { ...done, aGrade: ['a1', 'a2', 'a3'] } })),
    '验收日期在期内、A级以上的',
    { by: ['area', 'kind'] },
  ),
  plain(
    'city-upgraded',
    '城市公厕提标改造',
    '座',
    value(count(toiletProject, { at: 'acceptedOn', where: { ...done, area: 'urban', kind: 'upgraded' } })),
    '验收日期在期内的城市公厕提标改造',
    { by: ['town'] },
  ),
  plain(
    'rural-built',
    '农村公厕新改扩建',
    '座',
    value(count(toiletProject, { at: 'acceptedOn', where: { ...done, area: 'rural' } })),
    '验收日期在期内的农村公厕新建、改建、扩建、提标',
    { by: ['kind', 'town'] },
  ),
  plain(
    'sewer-toilets',
    '雨污改造公厕',
    '个',
    value(count(toiletProject, { at: 'acceptedOn', where: { ...done, isSewer: true } })),
    '验收日期在期内、含雨污改造的',
  ),
  plain(
    'toilets-planned',
    '计划新改建高标准公厕',
    '座',
    value(count(toiletProject, { where: { status: { not: 'dropped' } } })),
    '未取消的厕所革命项目,按年度分',
    { by: ['planYear', 'town', 'kind', 'status'] },
  ),
  plain('alliance-added', '新增公厕联盟单位', '家', value(count(alliance, { at: 'joinedOn' })), '加入日期在期内的', {
    by: ['town', 'trade'],
  }),
  plain('alliance-open', '公厕联盟单位', '家', value(count(alliance, { where: { status: 'open' } })), '现在开放中的', {
    by: ['town', 'trade'],
  }),
  plain(
    'open-rate',
    '公厕正常开放率',
    '%',
    ratio(
      count(toiletCheck, { at: 'createdAt', where: { counted: 'open' } }),
      count(toiletCheck, { at: 'createdAt', where: { counted: ['open', 'closed'] } }),
    ),
    '期内抽查正常开放的 ÷(正常开放 + 未开放);经批准暂停、非开放时间关闭的不计入分母,未经批准关闭的一律计入',
    { by: ['name'], target: atLeast(90, '2022年度实施意见') },
  ),
  plain(
    'suspensions',
    '公厕暂停开放',
    '次',
    value(count(suspension, { at: 'createdAt', where: { status: { not: 'refused' } } })),
    '期内申请、未被驳回的暂停开放',
    { by: ['kind', 'status', 'isLate'] },
  ),
  plain('toilet-score', '公厕检查均分', '分', value(average(toiletCheck, 'score', { at: 'createdAt' })), '期内打分检查的平均分', {
    by: ['name'],
    decimals: 2,
  }),
  plain('toilet-cleans', '公厕保洁', '次', value(count(toiletClean, { at: 'at' })), '期内扫码打卡的保洁', { by: ['name'] }),
  plain(
    'toilet-clean-rate',
    '公厕保洁轮次达标率',
    '%',
    ratio(count(toiletDay, { at: 'dayOn', where: { isMet: 'yes' } }), count(toiletDay, { at: 'dayOn' })),
    '期内扫码保洁达到规定轮次的公厕日 ÷ 规定了轮次的公厕日;批准暂停开放的日子不计',
    { by: ['name', 'operator', 'keeper'], target: atLeast(100) },
  ),
  plain('toilet-stars', '公厕评价', '分', value(average(toiletRating, 'stars', { at: 'at' })), '期内市民评分的平均', {
    by: ['name'],
    decimals: 2,
  }),
  plain(
    'toilet-repair-hours',
    '公厕维修平均用时',
    '小时',
    value(average(repair, 'repairHours', { at: 'fixedAt', where: { kind: 'toilet' } })),
    '期内修复的公厕从报修到修复的平均小时',
    { by: ['name'] },
  ),
  plain('toilet-calls', '智慧公厕呼叫保洁', '次', value(count(toiletCall, { at: 'calledAt' })), '期内传感器呼叫', {
    by: ['kind', 'name', 'status'],
  }),
  plain(
    'toilet-call-hours',
    '呼叫保洁平均用时',
    '小时',
    value(hours(toiletCall, 'calledAt', 'doneAt', { at: 'calledAt' })),
    '期内呼叫到处理完毕的平均小时',
    {
      by: ['kind'],
    },
  ),
  plain('graded', '公厕等级评定', '座', value(count(grading, { at: 'closedAt', where: { status: 'granted' } })), '期内审定的', {
    by: ['grade'],
  }),
]
