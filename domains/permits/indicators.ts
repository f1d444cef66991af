/** Figures of permits: counts behind “办理各类行政许可 n 件”, “受理、办结、办结率”, “咨询 n 人次”, “备案泊位 n 个”. */
import { atLeast, average, count, indicator, ratio, sum, value } from '#kernel'
import { application } from './application/index.ts'
import { certificate } from './certificate.ts'
import { kindNames } from './contract.ts'
import { compoundAcceptance, designReview } from './project/compound.ts'
import { filing, simultaneous } from './project/filing.ts'
import { deliveryCheck, sanitationReview } from './project/handover.ts'
import { lightingAcceptance, lightingDrawing, lightingScheme } from './project/lighting.ts'
import { item, truck } from './registers.ts'
import { gasRecheck, supervision } from './supervision.ts'
import { truckMove } from './trucks.ts'
import { appointment, consultation, revision } from './window.ts'

const plain = (
  id: string,
  zh: string,
  unit: string,
  of: ReturnType<typeof count>,
  definition: string,
  by: readonly string[] = ['month'],
) => indicator(`permits.${id}`, { zh, unit, decimals: 0, by, of: value(of), definition })
const rate = (
  id: string,
  zh: string,
  numerator: ReturnType<typeof count>,
  denominator: ReturnType<typeof count>,
  definition: string,
  by: readonly string[] = ['kind', 'month'],
) => indicator(`permits.${id}`, { zh, unit: '%', decimals: 2, by, of: ratio(numerator, denominator), definition })
const granted = `r.is_granted and r.status <> all (array['revoked', 'lapsed'])`
const kindCounts = (Object.keys(kindNames) as (keyof typeof kindNames)[]).map((kind) =>
  plain(
    `granted-${kind.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`,
    kindNames[kind],
    '件',
    count(application, { at: 'decidedAt', where: { kind } as never, and: granted }),
    `期内作出准予决定(备案)的${kindNames[kind]},不含已撤销、逾期失效`,
    ['channel', 'mode', 'street', 'month'],
  ),
)
const counters = [
  plain(
    'granted',
    '办理行政许可备案总数',
    '件',
    count(application, { at: 'decidedAt', and: granted }),
    '期内准予决定数,各事项之和',
    ['kind', 'channel', 'mode', 'street', 'month'],
  ),
  plain('accepted', '窗口受理审批事项', '件', count(application, { at: 'acceptedAt' }), '期内受理数(含视为受理)', [
    'kind',
    'channel',
    'month',
  ]),
  plain(
    'finished',
    '办结审批事项',
    '件',
    count(application, { at: 'acceptedAt', and: 'r.done_at is not null' }),
    '期内受理的申请中至今已办结(准予、不予、终止)的件数',
    ['kind', 'channel', 'month'],
  ),
  rate(
    'finished-rate',
    '办结率',
    count(application, { at: 'acceptedAt', and: 'r.done_at is not null' }),
    count(application, { at: 'acceptedAt' }),
    '期内受理的申请中已办结数 ÷ 受理数;截止日期见窗口统计',
  ),
  rate(
    'in-legal-time-rate',
    '法定期限内决定率',
    count(application, { at: 'decidedAt', where: { isLate: false } as never }),
    count(application, { at: 'decidedAt' }),
    '期内决定中未超法定期限的 ÷ 全部决定(行政许可法第42条)',
  ),
  rate(
    'in-promise-rate',
    '承诺期限内决定率',
    count(application, { at: 'decidedAt', and: 'r.actual_days <= r.promised_days' }),
    count(application, { at: 'decidedAt', and: 'r.actual_days is not null' }),
    '期内决定中实际工作日不超过承诺的 ÷ 全部决定',
  ),
  indicator('permits.actual-days', {
    zh: '平均实际办理时间',
    unit: '工作日',
    decimals: 2,
    by: ['kind', 'channel', 'month'],
    of: value(average(application, 'actualDays' as never, { at: 'decidedAt' })),
    definition: '期内决定的平均实际工作日(受理次日起,扣除不计入期限的程序)',
  }),
  rate(
    'meeting-free-rate',
    '不见面审批率',
    count(application, { at: 'doneAt', where: { isMeetingFree: true } as never }),
    count(application, { at: 'doneAt', where: { isGranted: true } as never }),
    '期内办结的准予事项中全程网上(申请、补正、缴费、取证)的 ÷ 准予办结数',
  ),
  rate(
    'items-online-rate',
    '一网通办事项占比',
    count(item, {
      and: `${'r.valid_from <= now()::date and (r.valid_to is null or r.valid_to > now()::date)'} and r.online_apply and r.online_supplement and r.online_pay and r.online_deliver`,
    }),
    count(item, { and: 'r.valid_from <= now()::date and (r.valid_to is null or r.valid_to > now()::date)' }),
    '现行事项中申请、补正、缴费、取证全部可网上办理的 ÷ 现行事项',
    ['kind'],
  ),
  plain(
    'commitments',
    '告知承诺办理',
    '件',
    count(application, { at: 'decidedAt', where: { mode: 'commitment' } as never }),
    '期内经告知承诺当场准予的件数',
    ['kind', 'status', 'month'],
  ),
  plain(
    'deferred',
    '容缺受理',
    '件',
    count(application, { at: 'acceptedAt', where: { mode: 'deferred' } as never, and: 'r.supply_on is not null' }),
    '期内容缺受理的件数',
    ['kind', 'status', 'month'],
  ),
  plain(
    'lapsed',
    '容缺逾期撤回',
    '件',
    count(application, { at: 'doneAt', where: { status: 'lapsed' } as never }),
    '期内容缺要件逾期未补而终止、撤回的',
    ['kind', 'month'],
  ),
  plain(
    'false-promises',
    '承诺不实撤销',
    '件',
    count(application, { at: 'doneAt', where: { status: 'revoked' } as never }),
    '期内承诺核查不实而撤销的',
    ['kind', 'month'],
  ),
  plain(
    'online',
    '网上申请',
    '件',
    count(application, { at: 'createdAt', where: { channel: 'online' } as never }),
    '期内网上申请(互联网+渣土按种类“建筑垃圾处置核准”)',
    ['kind', 'month'],
  ),
  plain('certificates-valid', '现行有效证照', '张', count(certificate, { where: { status: 'valid' } }), '现有有效证照', [
    'kind',
    'street',
  ]),
  plain('certificates-ended', '终止证照', '张', count(certificate, { at: 'closedAt' }), '期内撤销、撤回、注销、失效的证照', [
    'kind',
    'status',
    'ground',
    'month',
  ]),
  plain(
    'parking-lots',
    '新建停车场备案',
    '例',
    count(application, { at: 'decidedAt', where: { kind: 'parking' } as never, and: granted }),
    '期内准予备案的停车场',
    ['street', 'month'],
  ),
  plain(
    'parking-berths',
    '备案停车场泊位',
    '个',
    sum(certificate, 'berths', {
      at: 'createdAt',
      where: { kind: 'parking', status: { not: ['revoked', 'cancelled'] } } as never,
    }),
    '期内备案且未注销、撤销的停车场泊位之和,随变更更新',
    ['street', 'month'],
  ),
]
const windowFigures = [
  plain('consultations', '业务咨询', '人次', sum(consultation, 'people', { at: 'at' }), '期内各渠道咨询人次之和', [
    'channel',
    'topic',
    'month',
  ]),
  plain(
    'extended-served',
    '延时服务办理',
    '件',
    sum(appointment, 'served', { at: 'servedAt' }),
    '期内非工作时间、休息日办理件数',
    ['isWalkIn', 'window', 'month'],
  ),
  plain('extended-people', '延时服务人次', '人次', count(appointment, { at: 'servedAt' }), '期内延时服务接待人次', [
    'isWalkIn',
    'window',
    'month',
  ]),
  indicator('permits.extended-wait', {
    zh: '延时服务平均等候',
    unit: '分钟',
    decimals: 1,
    by: ['window', 'month'],
    of: value(average(appointment, 'waitMinutes', { at: 'calledAt' })),
    definition: '期内叫号的平均等候(取号或预约时段起至叫号)',
  }),
  plain(
    'items-cut-documents',
    '精简要件',
    '个',
    sum(revision, 'cutDocuments', { at: 'approvedAt' }),
    '期内批准的事项梳理减少的要件数',
    ['month'],
  ),
  plain('items-cut-steps', '精简环节', '个', sum(revision, 'cutSteps', { at: 'approvedAt' }), '期内批准的事项梳理减少的环节数', [
    'month',
  ]),
  plain(
    'items-cut-days',
    '压缩承诺时限',
    '工作日',
    sum(revision, 'cutDays', { at: 'approvedAt' }),
    '期内批准的事项梳理压缩的承诺工作日',
    ['month'],
  ),
]
const projectFigures = [
  plain('filings', '一体化备案', '件', count(filing, { at: 'concludedAt' }), '期内出具结果的一体化备案', ['month']),
  plain(
    'lighting-schemes',
    '照明设施方案审核',
    '个',
    count(lightingScheme, { at: 'passedAt', where: { status: 'passed' } }),
    '期内方案审核通过的项目,每项目一次',
  ),
  plain(
    'lighting-drawings',
    '照明施工图审核',
    '个',
    count(lightingDrawing, { at: 'passedAt', where: { status: 'passed' } }),
    '期内施工图审核通过数',
  ),
  plain(
    'lighting-acceptances',
    '照明设施验收',
    '个',
    count(lightingAcceptance, { at: 'passedAt', where: { status: 'passed' } }),
    '期内验收通过的项目',
  ),
  plain(
    'lighting-lamps',
    '验收入库灯具',
    '盏',
    sum(lightingAcceptance, 'passed', { at: 'updatedAt' }),
    '验收通过进入部件台账的灯具',
  ),
  plain(
    'sanitation-projects',
    '环卫设施审核验收项目',
    '个',
    count(sanitationReview, { at: 'doneAt' }),
    '期内审核验收通过的项目',
    ['projectKind', 'month'],
  ),
  plain(
    'sanitation-malls',
    '其中商业体',
    '个',
    count(sanitationReview, { at: 'doneAt', where: { projectKind: 'mall' } }),
    '期内审核验收通过的商业体',
  ),
  plain('delivery-checks', '待交付楼盘违建验收', '处', count(deliveryCheck, { at: 'doneAt' }), '期内签字的楼栋查验'),
  plain(
    'delivery-illegal',
    '交付前发现违建',
    '处',
    sum(deliveryCheck, 'found', { at: 'createdAt' }),
    '期内安排的查验发现的违建处数',
  ),
  plain('design-reviews', '设计审图与新建住宅验收参与', '次', count(designReview, { at: 'createdAt' }), '期内参与次数', [
    'kind',
    'month',
  ]),
  plain(
    'design-advice',
    '审图意见采纳',
    '条',
    sum(designReview, 'adopted', { at: 'createdAt' }),
    '期内参与中被采纳的防违建意见',
    ['kind'],
  ),
  plain(
    'compound-acceptances',
    '小区验收前置审核',
    '个',
    count(compoundAcceptance, { at: 'doneAt' }),
    '期内四张结果单都合格的小区',
  ),
  plain(
    'simultaneous-warnings',
    '三同步预警',
    '次',
    sum(simultaneous, 'warnings', { at: 'warnedAt' }),
    '最近预警在期内的设施的预警次数',
    ['facility', 'isRed'],
  ),
  plain(
    'simultaneous-lagging',
    '设施落后项目',
    '个',
    count(simultaneous, { where: { status: 'lagging' } }),
    '现落后于主体的设施',
    ['facility', 'isRed'],
  ),
]
const watching = [
  plain(
    'supervision-checks',
    '事中事后监管检查',
    '次',
    count(supervision, { at: 'visitedAt', and: 'r.result is not null' }),
    '期内完成的监管检查',
    ['phase', 'kind', 'result', 'month'],
  ),
  plain(
    'supervision-problems',
    '监管发现问题',
    '个',
    sum(supervision, 'problems', { at: 'visitedAt' }),
    '期内检查发现的问题数,记回原审批',
    ['phase', 'kind', 'month'],
  ),
  rate(
    'supervision-in-time-rate',
    '监管检查按期率',
    count(supervision, { at: 'visitDueAt', and: "r.status <> 'dropped' and r.visited_at <= r.visit_due_at" }),
    count(supervision, {
      at: 'visitDueAt',
      and: "r.status <> 'dropped' and (r.visited_at is not null or r.visit_due_at < now())",
    }),
    '应查日期在期内的任务中按期检查的 ÷ 应查的',
  ),
  plain('gas-rechecked', '燃气许可再核查', '家', count(gasRecheck, { at: 'checkedAt' }), '期内核查的经营者', [
    'result',
    'firstResult',
    'batch',
  ]),
  indicator('permits.gas-pass-rate', {
    zh: '燃气再核查通过率',
    unit: '%',
    decimals: 2,
    by: ['batch'],
    target: atLeast(100),
    of: ratio(count(gasRecheck, { at: 'checkedAt', where: { status: 'passed' } }), count(gasRecheck, { at: 'checkedAt' })),
    definition: '期内核查的经营者中现已通过的 ÷ 全部',
  }),
  plain('trucks', '在册渣土车', '辆', count(truck, { where: { state: 'admitted' } }), '现准入的渣土车', [
    'haulerName',
    'isNewType',
  ]),
  plain('trucks-in', '渣土车准入', '辆', count(truckMove, { at: 'at', where: { direction: 'in' } }), '期内准入车辆', [
    'year',
    'month',
    'haulerName',
  ]),
  plain('trucks-out', '渣土车退出', '辆', count(truckMove, { at: 'at', where: { direction: 'out' } }), '期内退出车辆', [
    'year',
    'month',
    'haulerName',
  ]),
]
export const permitIndicators = [...counters, ...kindCounts, ...windowFigures, ...projectFigures, ...watching]
