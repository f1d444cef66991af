/** Why an enforcement step is refused: each sentence names the article, so that the officer knows what is missing. */
import { defineErrors } from '#kernel/contract'

const of = (status: 403 | 409 | 422, zh: string, en: string) => ({ status, zh, en }) as const

export const peopleErrors = defineErrors({
  'enforcement.certificate': of(
    403,
    '{person}在{day}没有有效的行政执法证(或不在证上的执法区域),不能办案(行政处罚法第42条、第55条)',
    '{person} holds no valid certificate on {day}',
  ),
  'enforcement.two-officers': of(422, '执法人员不得少于两人,请另选一名协办人(行政处罚法第42条)', 'Two officers are needed'),
  'enforcement.not-handler': of(403, '此步须由本案承办人({who})办理', 'Only the handlers of this case ({who})'),
  'enforcement.own-case': of(409, '承办人不能{role}自己的案件({article})', 'A handler may not {role} their own case'),
  'enforcement.same-person': of(409, '{role}不能与{other}是同一人', '{role} and {other} must be two people'),
  'enforcement.chair': of(422, '听证由非本案调查人员主持(行政处罚法第64条第四项)', 'The investigator may not chair the hearing'),
})
export const basisErrors = defineErrors({
  'enforcement.power': of(
    422,
    '{day}在此处没有行使该项处罚权的依据:{why}(行政处罚法第18条、第24条)',
    'No such power here on {day}: {why}',
  ),
  'enforcement.law': of(
    422,
    '{law}在{day}不是有效依据,须换用当时有效的条文(行政处罚法第37条)',
    '{law} was not in force on {day}',
  ),
  'enforcement.law-lighter': of(
    422,
    '从旧兼从轻:应适用{law}{article}(行政处罚法第37条)',
    'The lighter law applies: {law} {article}',
  ),
  'enforcement.law-unsure': of(
    409,
    '{law}的罚款幅度尚未与正式文本核对,不能据以决定',
    'The amounts of {law} are not confirmed yet',
  ),
  'enforcement.amount': of(422, '罚款应在法定幅度{min}至{max}之内', 'The fine must be between {min} and {max}'),
  'enforcement.benchmark': of(
    422,
    '裁量基准“{circumstance}”为{min}至{max};偏离基准须写明理由(行政处罚法第34条)',
    'The benchmark is {min} to {max}: give reasons for leaving it',
  ),
  'enforcement.on-spot-limit': of(
    422,
    '当场处罚对{party}的罚款不超过{limit}(行政处罚法第51条),请走普通程序',
    'On the spot at most {limit}',
  ),
  'enforcement.micro-list': of(422, '该行为不在小微快办清单内', 'Not on the list of micro cases'),
  'enforcement.time-bar': of(422, '违法行为已超过追责时效{years}年(行政处罚法第36条)', 'Barred after {years} years'),
  'enforcement.lenient': of(
    422,
    '该当事人已有{count}次同类提醒,不再适用首违不罚(行政处罚法第33条)',
    'Warned {count} times: no longer a first offence',
  ),
  'enforcement.not-lenient': of(422, '该行为不在{list}清单内', 'Not on the list {list}'),
  'enforcement.must-spare': of(
    409,
    '轻微违法、首次、已改正:清单规定不予处罚,立案须写明理由(行政处罚法第33条)',
    'First and minor: give reasons for a case',
  ),
})
export const stepErrors = defineErrors({
  'enforcement.evidence': of(409, '没有经核验的证据,不能{step}(行政处罚法第40条、第46条)', 'No verified evidence'),
  'enforcement.evidence-open': of(409, '还有{count}件证据未核验', '{count} pieces of evidence are not verified'),
  'enforcement.record': of(
    409,
    '“{step}”缺少{what}记录,不能进入下一步(行政处罚法第47条,执法全过程记录制度)',
    'The record of {step} lacks {what}',
  ),
  'enforcement.hold-open': of(409, '先行登记保存的证据尚未处理(行政处罚法第56条)', 'Held evidence awaits its treatment'),
  'enforcement.seizure-open': of(409, '查封、扣押尚未解除或处理(行政强制法第25条至第28条)', 'A seizure is still in force'),
  'enforcement.review-first': of(
    409,
    '属于应当法制审核的情形,未经审核或审核未通过的不得决定(行政处罚法第58条)',
    'Legal review first',
  ),
  'enforcement.discuss-first': of(409, '情节复杂或重大处罚须集体讨论决定(行政处罚法第57条第二款)', 'Collective discussion first'),
  'enforcement.discuss-few': of(422, '集体讨论至少{least}人', 'At least {least} people'),
  'enforcement.defence-days': of(
    409,
    '当事人陈述申辩、要求听证的期限至{day}止,期满或当事人书面放弃后方可决定(行政处罚法第44条、第45条、第64条)',
    'The party may speak until {day}',
  ),
  'enforcement.defence-review': of(409, '陈述申辩尚未复核(行政处罚法第45条)', 'The defence has not been reviewed'),
  'enforcement.heavier': of(
    422,
    '不得因当事人陈述、申辩而给予更重的处罚:告知{noticed},拟定{fine}(行政处罚法第45条)',
    'No heavier penalty for speaking up',
  ),
  'enforcement.above-notice': of(
    422,
    '罚款{fine}高于告知的{noticed},须重新告知(行政处罚法第44条)',
    'Above what was notified: notify again',
  ),
  'enforcement.no-hearing-right': of(422, '拟作处罚不属于应当告知听证的情形(行政处罚法第63条)', 'No right to a hearing'),
  'enforcement.hearing-late': of(
    422,
    '要求听证应在告知后五个工作日内提出,已于{day}届满(行政处罚法第64条)',
    'The time to ask ended on {day}',
  ),
  'enforcement.hearing-notice': of(422, '听证应提前七个工作日通知,最早可定{day}(行政处罚法第64条)', 'Earliest day is {day}'),
  'enforcement.hearing-early': of(409, '听证定于{day}举行', 'The hearing is on {day}'),
  'enforcement.decide-late': of(
    422,
    '立案已满法定办案期限({day}止),请写明超期理由并接受督导(行政处罚法第60条)',
    'Past the 90 days: state why',
  ),
  'enforcement.service': of(422, '{why}(行政处罚法第61条)', '{why}'),
  'enforcement.noncontact': of(422, '非接触式办理:{why}', 'Without contact: {why}'),
  'enforcement.over-paid': of(422, '应缴{due},本次{paid}超过应缴数', 'Due {due}, paid {paid}'),
  'enforcement.on-spot-cash': of(
    422,
    '当场收缴限{limit}以下,或边远、不便缴纳(行政处罚法第68条、第69条)',
    'Cash on the spot up to {limit}',
  ),
  'enforcement.not-overdue': of(409, '缴款期限至{day},尚未逾期(行政处罚法第67条、第72条)', 'Not overdue until {day}'),
  'enforcement.instalment': of(409, '{why}(行政处罚法第66条)', '{why}'),
  'enforcement.court': of(409, '还不能申请法院强制执行:{why}(行政强制法第53条、第54条)', 'Not yet: {why}'),
  'enforcement.close': of(409, '还不能结案:{why}', 'Cannot close: {why}'),
  'enforcement.remedy': of(422, '{why}', '{why}'),
  'enforcement.transfer-open': of(409, '有未处理的{what}', 'Open: {what}'),
})
export const actErrors = defineErrors({
  'enforcement.file': of(422, '文件不存在或与所填哈希不符:证据须是原始文件', 'No such file, or its hash differs'),
  'enforcement.device': of(422, '该设备的记录不能作为证据:{why}(行政处罚法第41条)', 'Not evidence: {why}'),
  'enforcement.keep': of(409, '记录须保存至{day}{why}', 'Must be kept until {day}'),
  'enforcement.seize-days': of(
    422,
    '查封、扣押不得超过{days}日,延长一次不得超过{days}日(行政强制法第25条)',
    'At most {days} days, once more {days}',
  ),
  'enforcement.follow-up': of(409, '{why}', '{why}'),
  'enforcement.open-items': of(409, '还有{count}项{what}未办结', '{count} {what} are open'),
  'enforcement.field': of(422, '{why}', '{why}'),
  'enforcement.agreement': of(422, '{why}', '{why}'),
  'enforcement.side': of(403, '只能由{side}的人确认', 'Only somebody of {side}'),
  'enforcement.publish': of(409, '{why}(行政处罚法第48条)', '{why}'),
})
