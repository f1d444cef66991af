/** Counted figures of safety. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { check, problem } from './check.ts'
import { due } from './due.ts'
import { epidemicWaste } from './epidemic.ts'
import { lesson } from './lesson.ts'
import { inbox } from './office.ts'
import { item, programme } from './programme.ts'
import { enterprise, risk } from './registers.ts'
import { incident, pledge } from './stability.ts'
import { lecture, training } from './training.ts'

const plain = indicatorsOf('safety')
const all = (source: string) => ({ target: atLeast(100, source) })
const ours = '本局安全生产风险分级管控办法(示例)'
const settled = `(r.status = any(array['done', 'missed']))`
const rate = (id: string, zh: string, kinds: readonly (keyof typeof kindsOf)[], definition: string) =>
  plain(
    id,
    zh,
    '%',
    ratio(
      count(due, { at: 'dueOn', where: { kind: kinds, isLate: 'no', status: 'done' } }),
      count(due, { at: 'dueOn', where: { kind: kinds }, and: settled }),
    ),
    definition,
    { by: ['kind', 'unit'], ...all(ours) },
  )
const kindsOf = { duty: 1, risk: 1, visit: 1, check: 1, key: 1, lesson: 1, disinfect: 1, test: 1, vaccine: 1 } as const
export const safetyIndicators = [
  plain('checks', '安全检查', '次', value(count(check, { at: 'checkedOn' })), '期内登记结果的安全检查', {
    by: ['mode', 'class', 'status'],
  }),
  plain('problems', '安全生产检查发现问题数', '起', value(count(problem, { at: 'foundOn' })), '期内发现的安全问题(隐患)', {
    by: ['level', 'source', 'class', 'unit', 'status'],
  }),
  plain(
    'problems-fixed',
    '安全生产问题整改率',
    '%',
    ratio(count(problem, { at: 'foundOn', where: { status: 'closed' } }), count(problem, { at: 'foundOn' })),
    '已闭环 ÷ 期内发现的安全问题',
    { by: ['level', 'source', 'class', 'unit'], ...all('年度工作报告:并督促整改到位') },
  ),
  plain(
    'problems-overdue',
    '安全隐患逾期未整改',
    '起',
    value(count(problem, { where: { isOverdue: 'yes', status: ['ordered', 'fixed', 'lifting'] } })),
    '现在逾期未闭环的隐患',
    { by: ['level', 'unit'] },
  ),
  plain(
    'suspended',
    '停产停业整改企业',
    '家',
    value(count(enterprise, { where: { state: 'suspended' } })),
    '现在停产停业整改的企业',
  ),
  plain('enterprises', '安全监管企业', '家', value(count(enterprise)), '现在纳入监管的企业(场所)', { by: ['level', 'state'] }),
  plain('key-enterprises', '重点监管企业', '家', value(count(enterprise, { where: { isKey: true } })), '现在的重点企业', {
    by: ['level'],
  }),
  plain('risks', '风险源', '处', value(count(risk)), '现在的风险源', { by: ['level', 'class'] }),
  plain('dues-missed', '安全到期缺项', '项', value(count(due, { where: { status: 'missed' } })), '现在逾期未办的到期事项', {
    by: ['kind', 'unit'],
  }),
  rate('duty-rate', '责任清单按期履职率', ['duty'], '按期报送佐证的 ÷ 期内到期已办或缺项的责任清单事项'),
  rate('control-rate', '风险源按期管控率', ['risk'], '按期管控的 ÷ 期内到期已办或缺项的风险管控'),
  rate('visit-rate', '联系点按期走访率', ['visit'], '按期走访的 ÷ 期内到期已办或缺项的走访'),
  rate('check-rate', '企业按频次检查率', ['check', 'key'], '按期检查的 ÷ 期内到期已办或缺项的企业检查'),
  rate('test-rate', '应检尽检率', ['test'], '按期检测的 ÷ 期内到期已检或缺项的人员检测'),
  rate('vaccine-rate', '应接尽接率', ['vaccine'], '按期接种的 ÷ 期内到期已种或缺项的接种'),
  rate('disinfect-rate', '场所按期消杀率', ['disinfect'], '按期消杀查验的 ÷ 期内到期已办或缺项的消杀查验'),
  plain(
    'programme-years',
    '安全生产专项整治周期',
    '年',
    value(average(programme, 'years', { at: 'createdAt', where: { status: ['on', 'closed'] } })),
    '期内立项的专项整治:止年−起年+1 的平均',
  ),
  plain('items', '安全清单事项', '项', value(count(item, { at: 'createdAt' })), '期内列入两个清单与承诺、异常处置的事项', {
    by: ['kind', 'status', 'unit'],
  }),
  plain(
    'items-closed',
    '安全清单销号率',
    '%',
    ratio(count(item, { at: 'createdAt', where: { status: 'closed' } }), count(item, { at: 'createdAt' })),
    '已销号 ÷ 期内列入的事项',
    { by: ['kind', 'unit'], ...all(ours) },
  ),
  plain(
    'trainings',
    '安全培训',
    '次',
    value(count(training, { at: 'onOn', where: { status: ['makeup', 'closed'] } })),
    '期内开展的安全培训',
    { by: ['layer', 'campaign'] },
  ),
  plain('trained', '安全培训人数', '人次', value(sum(training, 'attended', { at: 'onOn' })), '期内安全培训到课人数之和(含补训)', {
    by: ['layer', 'campaign'],
  }),
  plain(
    'trained-rate',
    '安全培训合格率',
    '%',
    ratio(
      sum(training, 'passed', { at: 'onOn', where: { status: ['makeup', 'closed'] } }),
      sum(training, 'planned', { at: 'onOn', where: { status: ['makeup', 'closed'] } }),
    ),
    '合格人数 ÷ 期内已开展培训的应训人数',
    { by: ['layer'], ...all(ours) },
  ),
  plain('lectures', '安全生产宣讲', '次', value(count(lecture, { at: 'heldOn' })), '期内宣讲场次,按主体分即市委宣讲团、基层等', {
    by: ['body'],
  }),
  plain(
    'lecture-topics',
    '安全生产宣讲任务方面数',
    '个',
    value(sum(lecture, 'topicCount', { at: 'heldOn' })),
    '期内各场宣讲的任务方面之和',
    { by: ['body'] },
  ),
  plain('lecture-enterprises', '宣讲企业', '家次', value(sum(lecture, 'enterprises', { at: 'heldOn' })), '期内宣讲到的企业家次', {
    by: ['body'],
  }),
  plain('lecture-people', '宣讲听众', '人次', value(sum(lecture, 'people', { at: 'heldOn' })), '期内宣讲听讲人次', {
    by: ['body'],
  }),
  plain('lessons', '事故教训排查', '次', value(count(lesson, { at: 'createdAt' })), '期内部署的举一反三排查', {
    by: ['class', 'status'],
  }),
  plain(
    'lesson-reached',
    '事故教训排查到位率',
    '%',
    ratio(
      count(due, { at: 'createdAt', where: { kind: 'lesson', status: 'done' } }),
      count(due, { at: 'createdAt', where: { kind: 'lesson' } }),
    ),
    '已排查 ÷ 期内部署应排查的企业',
    all(ours),
  ),
  plain('office-mail', '应急管理处收件', '件', value(count(inbox, { at: 'createdAt' })), '期内登记的来文来件', {
    by: ['duty', 'status', 'isLate'],
  }),
  plain(
    'epidemic-kg',
    '涉疫垃圾处置量',
    'kg',
    value(sum(epidemicWaste, 'kgIn', { at: 'endAt' })),
    '期内送达的涉疫垃圾进厂重量之和,不含普通垃圾',
    { decimals: 2, by: ['plant'] },
  ),
  plain('epidemic-bags', '涉疫垃圾袋数', '袋', value(sum(epidemicWaste, 'bags', { at: 'endAt' })), '期内送达的涉疫垃圾袋数'),
  plain(
    'stability-incidents',
    '维稳事件',
    '起',
    value(count(incident, { at: 'happenedOn', where: { status: 'real' } })),
    '期内发生并核实属实的事件',
    { by: ['goalName', 'unit'] },
  ),
  plain(
    'pledges-kept',
    '维稳目标实现率',
    '%',
    ratio(count(pledge, { where: { status: 'kept' } }), count(pledge, { where: { status: ['kept', 'broken'] } })),
    '已实现 ÷ 已认定的责任状',
    { by: ['year'], ...all('年度工作报告:确保实现“五个不发生”') },
  ),
]
