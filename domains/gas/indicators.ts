/** Counted figures of gas. */
import { average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { check, hazard } from './check.ts'
import { fit, quota } from './fit.ts'
import { leak, upgrade } from './leak.ts'
import { cylinder, delivery, seizure } from './lpg.ts'
import { project, renewed } from './renewal.ts'
import { session } from './session.ts'

const plain = indicatorsOf('gas')
const kinds = ['targetKind', 'source', 'level', 'item', 'status']
const accepted = { status: 'accepted' } as const
export const gasIndicators = [
  plain('checks', '燃气安全检查', '次', value(count(check, { at: 'checkedOn' })), '期内检查的对象次数,再访计入最后一次', {
    by: ['targetKind', 'source', 'result', 'campaign'],
  }),
  plain(
    'entered-rate',
    '燃气入户检查率',
    '%',
    ratio(
      count(check, { at: 'checkedOn', where: { targetKind: ['resident', 'shop'], status: 'done' } }),
      count(check, { at: 'checkedOn', where: { targetKind: ['resident', 'shop'] } }),
    ),
    '已入内检查 ÷ 期内到访的用户',
    { by: ['targetKind', 'campaign'] },
  ),
  plain('hazards', '燃气隐患', '处', value(count(hazard, { at: 'createdAt' })), '期内立单的隐患', { by: kinds }),
  plain(
    'hazards-fixed-rate',
    '燃气隐患整改率',
    '%',
    ratio(count(hazard, { at: 'createdAt', where: { status: 'closed' } }), count(hazard, { at: 'createdAt' })),
    '已销号 ÷ 期内立单的隐患',
    { by: kinds },
  ),
  plain(
    'hazards-repeated',
    '屡改屡犯燃气隐患',
    '处',
    value(count(hazard, { at: 'createdAt', where: { isRepeat: true } })),
    '期内立单、同一对象同类再犯的隐患',
    {
      by: ['targetKind', 'item'],
    },
  ),
  plain('supply-stopped', '燃气停气', '处', value(count(hazard, { at: 'stoppedOn' })), '期内因隐患停气的处数', {
    by: ['level', 'targetKind'],
  }),
  plain(
    'parts-fitted',
    '三件套更换',
    '户',
    value(count(fit, { at: 'acceptedOn', where: accepted })),
    '期内安装并验收的户数,一户一件计一',
    {
      by: ['userClass', 'part'],
    },
  ),
  plain(
    'parts-rate',
    '三件套更换完成率',
    '%',
    ratio(count(fit, { where: accepted }), sum(quota, 'households')),
    '已验收户数 ÷ 该类别该装置的计划户数;各装置各有分母',
    { by: ['userClass', 'part'] },
  ),
  plain('pipes-renewed', '更新改造燃气管道', '公里', value(sum(renewed, 'km', { at: 'doneOn' })), '期内完成的子项目长度之和', {
    by: ['name'],
  }),
  plain('renewal-parts', '燃气更新改造子项目完成', '个', value(count(renewed, { at: 'doneOn' })), '期内完成的子项目数'),
  plain(
    'renewal-by-count',
    '燃气更新改造进度(按个数)',
    '%',
    ratio(sum(project, 'doneCount'), sum(project, 'partCount')),
    '已完成子项目数 ÷ 子项目总数',
  ),
  plain(
    'renewal-by-money',
    '燃气更新改造进度(按投资)',
    '%',
    ratio(sum(project, 'doneWan'), sum(project, 'investWan')),
    '已完成子项目投资 ÷ 总投资',
  ),
  plain('leaks', '燃气泄漏报警', '起', value(count(leak, { at: 'raisedAt' })), '期内立单的燃气报警', { by: ['cause', 'status'] }),
  plain(
    'arrived-rate',
    '燃气报警按时到场率',
    '%',
    ratio(
      count(leak, { at: 'raisedAt', where: { isInTime: 'yes' } }),
      count(leak, { at: 'raisedAt', and: 'r.arrived_at is not null' }),
    ),
    '按时到场 ÷ 期内已到场的报警',
  ),
  plain(
    'arrive-minutes',
    '燃气报警平均到场',
    '分钟',
    value(average(leak, 'minutes', { at: 'raisedAt' })),
    '期内报警从立单到到场的平均分钟数',
    { decimals: 1 },
  ),
  plain('smart-installed', '智慧燃气设备建设', '台(套)', value(sum(upgrade, 'installed')), '各建设计划已完成数量之和', {
    by: ['kind'],
  }),
  plain('cylinders', '在册气瓶', '只', value(count(cylinder)), '现在登记在册的气瓶', { by: ['state'] }),
  plain('deliveries', '气瓶配送', '只', value(count(delivery, { at: 'sentOn' })), '期内随瓶安检后送达的气瓶'),
  plain('seized-cylinders', '查获违法气瓶', '只', value(sum(seizure, 'cylinders', { at: 'seizedOn' })), '期内查获的气瓶数之和', {
    by: ['kind', 'status'],
  }),
  plain('seizures', '液化气违法查处', '起', value(count(seizure, { at: 'seizedOn' })), '期内查获起数', {
    by: ['kind', 'status'],
  }),
  plain(
    'sessions',
    '燃气安全“六进”',
    '场',
    value(count(session, { at: 'heldOn', where: { status: 'confirmed' } })),
    '期内经核实的宣传场次',
    { by: ['kindName'] },
  ),
  plain(
    'session-visitors',
    '燃气安全宣传参加',
    '人次',
    value(sum(session, 'visitors', { at: 'heldOn', where: { status: 'confirmed' } })),
    '期内经核实场次的参加人次之和',
    {
      by: ['kindName'],
    },
  ),
]
