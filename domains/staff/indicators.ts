/** Counted figures of staff. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { appraisal } from './appraisal.ts'
import { campaign, campaignTask } from './campaign.ts'
import { retraining, visit } from './conduct.ts'
import { pairing, studio } from './growth.ts'
import { result } from './selection.ts'
import { squad } from './star.ts'

const plain = indicatorsOf('staff')
export const staffIndicators = [
  plain(
    'three-stars',
    '三星级执法中队创建率',
    '%',
    ratio(count(squad, { where: { stars: { atLeast: 3 } } }), count(squad)),
    '现为三星及以上的中队÷全部创建中队',
    { target: atLeast(80, '某区2022年工作目标:三星级执法中队创建率80%以上') },
  ),
  plain('squads', '创建中队', '个', value(count(squad)), '参加星级创建的中队', { by: ['stars'] }),
  plain('conduct-visits', '规范执法督察', '次', value(count(visit, { at: 'visitedOn' })), '期内督察次数', {
    by: ['level', 'mode', 'squad'],
  }),
  plain('conduct-score', '规范执法督察得分', '分', value(average(visit, 'score', { at: 'visitedOn' })), '期内督察平均得分', {
    by: ['level', 'mode', 'squad'],
  }),
  plain('conduct-faults', '规范执法问题', '处', value(sum(visit, 'found', { at: 'visitedOn' })), '期内督察发现的不规范', {
    by: ['level', 'squad'],
  }),
  plain('retrainings', '再犯培训', '人次', value(count(retraining)), '因再犯列入的培训', { by: ['item', 'status'] }),
  plain(
    'style-tasks',
    '“强转树”任务销号率',
    '%',
    ratio(count(campaignTask, { where: { status: 'done' } }), count(campaignTask)),
    '已销号÷任务与问题',
    {
      by: ['group', 'kind', 'unit'],
    },
  ),
  plain('style-problems', '“强转树”督查问题', '个', value(sum(campaign, 'problems')), '提升行动督查发现的问题'),
  plain('style-examples', '“强转树”典型', '个', value(sum(campaign, 'exampleCount')), '提升行动推出的典型'),
  plain('appointments', '任职与职级晋升', '人', value(count(result, { at: 'takenOn' })), '期内任职、晋升职级的人次', {
    by: ['kind'],
  }),
  plain('pairs', '导师带徒', '对', value(count(pairing)), '导师带徒与跟班学习结对', { by: ['kind', 'status'] }),
  plain('pairs-missed', '带徒缺日志', '个月', value(sum(pairing, 'missed')), '徒弟没有写日志的月数'),
  plain('studios', '人才工作室', '个', value(count(studio, { where: { status: { not: 'closed' } } })), '没有摘牌的人才工作室'),
  plain('studio-score', '人才工作室得分', '分', value(average(studio, 'score', { at: 'scoredOn' })), '期内考核的工作室平均得分'),
  plain(
    'excellent-rate',
    '年度考核优秀率',
    '%',
    ratio(sum(appraisal, 'excellent', { at: 'gradedOn' }), sum(appraisal, 'heads', { at: 'gradedOn' })),
    '期内审定的年度考核优秀人数÷参加人数',
    { by: ['scheme', 'unit'] },
  ),
]
