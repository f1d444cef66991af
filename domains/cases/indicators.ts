/** 案件指标 (GB/T 30428.4 writing): each rate states its numerator and denominator apart and in full. */

import { atLeast, atMost, average, count, hours, indicator, ratio, sum, value } from '#kernel'
import { industryProcedure } from './analysis/industry.ts'
import { callback } from './callback.ts'
import { caseProcedure as c } from './case/index.ts'
import { collectorMonth } from './collector-month.ts'
import { blindCorner, cornerVisit } from './corner.ts'
import { letterProcedure } from './letter.ts'
import { itemProcedure } from './lists.ts'
import { microRepair } from './micro.ts'
import { microRenewal } from './renewal.ts'

const by = ['source', 'category', 'unitId', 'level', 'urgency']
const notVoid = { not: ['cancelled', 'not_accepted', 'merged'] as const }
/** 应结案: filed, not void, not on the shelf now. */
const shouldClose = "r.filed_at is not null and r.status <> all (array['cancelled', 'not_accepted', 'merged', 'suspended'])"
const inTime = '(r.handled_at <= r.handle_due_at or coalesce(r.is_exempt, false))'

export const reported = indicator('cases.reported', {
  zh: '上报数',
  unit: '件',
  decimals: 0,
  by,
  of: value(count(c, { at: 'createdAt' })),
  definition: '期内登记的全部案件',
})
export const filed = indicator('cases.filed', {
  zh: '立案数',
  unit: '件',
  decimals: 0,
  by,
  of: value(count(c, { at: 'filedAt', where: { status: notVoid } })),
  definition: '期内立案、未作废并案的案件',
})
export const refused = indicator('cases.refused', {
  zh: '不予立案数',
  unit: '件',
  decimals: 0,
  by,
  of: value(count(c, { at: 'createdAt', where: { status: 'not_accepted' } })),
  definition: '期内登记、不予受理或不予立案的案件',
})
export const closed = indicator('cases.closed', {
  zh: '结案数',
  unit: '件',
  decimals: 0,
  by,
  of: value(count(c, { at: 'closedAt', where: { status: ['closed', 'force_closed', 'evaluated'] } })),
  definition: '期内结案的案件',
})
export const closeRate = indicator('cases.close-rate', {
  zh: '结案率',
  unit: '%',
  decimals: 2,
  by,
  target: atLeast(95, '本级考核办法'),
  of: ratio(
    count(c, { at: 'filedAt', where: { status: ['closed', 'force_closed', 'evaluated'] } }),
    count(c, { at: 'filedAt', and: shouldClose }),
  ),
  definition: '期内立案者中已结案数 ÷ 应结案数;作废、不予立案、并案、挂账中的不计入应结案数',
})
export const closeInTimeRate = indicator('cases.close-in-time-rate', {
  zh: '按期结案率',
  unit: '%',
  decimals: 2,
  by,
  target: atLeast(90, '本级考核办法'),
  of: ratio(
    count(c, { at: 'filedAt', where: { status: ['closed', 'force_closed', 'evaluated'] }, and: inTime }),
    count(c, { at: 'filedAt', and: shouldClose }),
  ),
  definition: '期内立案者中按时限处置并结案数 ÷ 应结案数;申诉成立的视为按期,事实保留',
})
/** 应处置: dispatched at least once, not void. */
const shouldHandle = "r.dispatched_at is not null and r.status <> all (array['cancelled', 'not_accepted', 'merged', 'suspended'])"
export const handleInTimeRate = indicator('cases.handle-in-time-rate', {
  zh: '按期处置率',
  unit: '%',
  decimals: 2,
  by,
  target: atLeast(95, '本级考核办法'),
  of: ratio(
    count(c, { at: 'dispatchedAt', and: `${shouldHandle} and r.handled_at is not null and ${inTime}` }),
    count(c, { at: 'dispatchedAt', and: `${shouldHandle} and (r.handled_at is not null or r.handle_due_at < now())` }),
  ),
  definition: '期内派遣者中按期处置数 ÷ 应处置数(已处置的,加上时限已过尚未处置的)',
})
export const overdueOpen = indicator('cases.overdue-open', {
  zh: '超期未处置数',
  unit: '件',
  decimals: 0,
  by,
  target: atMost(0),
  of: value(count(c, { where: { status: ['dispatched', 'handling'] }, and: 'r.handle_due_at < now()' })),
  definition: '此刻处置时限已过、尚未处置的案件',
})
export const reworkRate = indicator('cases.rework-rate', {
  zh: '返工率',
  unit: '%',
  decimals: 2,
  by,
  target: atMost(5, '本级考核办法'),
  of: ratio(count(c, { at: 'handledAt', where: { reworkCount: { atLeast: 1 } } }), count(c, { at: 'handledAt' })),
  definition: '期内处置者中曾返工的件数 ÷ 处置件数(按件,不按次)',
})
export const extensionRate = indicator('cases.extension-rate', {
  zh: '延期率',
  unit: '%',
  decimals: 2,
  by,
  of: ratio(count(c, { at: 'dispatchedAt', where: { extensionCount: { atLeast: 1 } } }), count(c, { at: 'dispatchedAt' })),
  definition: '期内派遣者中曾批准延期的件数 ÷ 派遣件数',
})
export const returnRate = indicator('cases.return-rate', {
  zh: '退回率',
  unit: '%',
  decimals: 2,
  by,
  of: ratio(count(c, { at: 'filedAt', where: { returnCount: { atLeast: 1 } } }), count(c, { at: 'filedAt' })),
  definition: '期内立案者中曾被退回的件数 ÷ 立案件数',
})
export const reopenRate = indicator('cases.reopen-rate', {
  zh: '反复率',
  unit: '%',
  decimals: 2,
  by,
  of: ratio(count(c, { at: 'filedAt', where: { reopenCount: { atLeast: 1 } } }), count(c, { at: 'filedAt' })),
  definition: '期内立案者中曾重开的件数 ÷ 立案件数',
})
export const selfSolved = indicator('cases.self-solved', {
  zh: '即发现即整改数',
  unit: '件',
  decimals: 0,
  by,
  of: value(count(c, { at: 'createdAt', where: { isSelfSolved: true } })),
  definition: '期内当场整改并有前后照片的件数',
})
export const satisfactionRate = indicator('cases.satisfaction-rate', {
  zh: '群众满意率',
  unit: '%',
  decimals: 2,
  by,
  target: atLeast(90, '本级考核办法'),
  of: ratio(
    count(c, { at: 'closedAt', where: { satisfaction: ['satisfied', 'basic'] } }),
    count(c, { at: 'closedAt', where: { satisfaction: ['satisfied', 'basic', 'dissatisfied'] } }),
  ),
  definition: '期内办结者中(满意+基本满意)÷(满意+基本满意+不满意);未联系上的不计',
})
export const callbackRate = indicator('cases.callback-satisfaction-rate', {
  zh: '办件回访满意率',
  unit: '%',
  decimals: 2,
  by: ['attempt'],
  target: atLeast(90, '满意率90%以上'),
  of: ratio(
    count(callback, { at: 'at', where: { verdict: ['satisfied', 'basic'] } }),
    count(callback, { at: 'at', where: { verdict: ['satisfied', 'basic', 'dissatisfied'] } }),
  ),
  definition: '期内回访(满意+基本满意)÷ 联系上的(满意+基本满意+不满意);不满意后重办的仍计一次不满意',
})
export const reachedRate = indicator('cases.callback-reached-rate', {
  zh: '办件回访接通率',
  unit: '%',
  decimals: 2,
  by: ['attempt'],
  of: ratio(count(callback, { at: 'at', where: { verdict: { not: 'unreached' } } }), count(callback, { at: 'at' })),
  definition: '期内联系上的回访 ÷ 全部回访次数',
})
export const letters = indicator('cases.letters', {
  zh: '发出交办函、督办函数',
  unit: '份',
  decimals: 0,
  by: ['kind', 'unitId', 'level'],
  of: value(count(letterProcedure, { at: 'createdAt', where: { kind: ['assign', 'supervise'], status: { not: 'withdrawn' } } })),
  definition: '期内签发、未撤回的交办函和督办函;约谈通知、通报不计',
})
export const lettersLapsed = indicator('cases.letters-lapsed', {
  zh: '函件逾期未回复数',
  unit: '份',
  decimals: 0,
  by: ['kind', 'unitId', 'level'],
  target: atMost(0),
  of: value(count(letterProcedure, { at: 'createdAt', where: { lapseCount: { atLeast: 1 }, status: { not: 'withdrawn' } } })),
  definition: '期内签发的函件中过了回复期限仍未回复的;督办函同时升一级',
})
export const letterReplyRate = indicator('cases.letter-reply-rate', {
  zh: '函件按期回复率',
  unit: '%',
  decimals: 2,
  by: ['kind', 'unitId'],
  of: ratio(
    count(letterProcedure, { at: 'createdAt', and: 'r.replied_at <= r.reply_due_at' }),
    count(letterProcedure, {
      at: 'createdAt',
      where: { status: { not: 'withdrawn' } },
      and: '(r.replied_at is not null or r.reply_due_at < now())',
    }),
  ),
  definition: '期内签发者中按期回复数 ÷ 应回复数(已回复的,加上期限已过未回复的)',
})
export const itemsCleared = indicator('cases.items-cleared-rate', {
  zh: '清单销号率',
  unit: '%',
  decimals: 2,
  by: ['unit'],
  of: ratio(
    count(itemProcedure, { at: 'createdAt', where: { status: 'cleared' } }),
    count(itemProcedure, { at: 'createdAt', where: { status: { not: 'dropped' } } }),
  ),
  definition: '期内列入者中已销号数 ÷ 列入数(不含撤销)',
})
export const industryLoops = indicator('cases.industry-loops', {
  zh: '行业联动闭环数',
  unit: '件',
  decimals: 0,
  by: ['measure', 'effect'],
  of: value(count(industryProcedure, { at: 'closedAt', where: { status: 'closed' } })),
  definition: '期内由单件小闭环升为行业大闭环并评成效的件数',
})
export const microRepairs = indicator('cases.micro-repairs', {
  zh: '微修件数',
  unit: '件',
  decimals: 0,
  by: ['street'],
  of: value(count(microRepair, { at: 'fixedAt' })),
  definition: '期内修复的微修',
})
export const microCost = indicator('cases.micro-cost', {
  zh: '微修费用',
  unit: '元',
  decimals: 2,
  by: ['street'],
  of: value(sum(microRepair, 'cost', { at: 'fixedAt' })),
  definition: '期内修复的微修费用之和',
})
export const renewals = indicator('cases.micro-renewals', {
  zh: '微更新项目',
  unit: '个',
  decimals: 0,
  by: ['kind'],
  of: value(count(microRenewal, { at: 'acceptedOn', where: { status: 'accepted' } })),
  definition: '期内验收的微改造、微更新、微景观',
})
export const corners = indicator('cases.blind-corners', {
  zh: '卫生死角',
  unit: '处',
  decimals: 0,
  by: ['kind'],
  of: value(count(blindCorner)),
  definition: '现有清单中的卫生死角',
})
export const microPrompt = indicator('cases.micro-prompt-rate', {
  zh: '微修到场及时率',
  unit: '%',
  decimals: 2,
  by: ['street'],
  of: ratio(
    count(microRepair, { at: 'createdAt', and: 'r.responded_at <= r.respond_due_at' }),
    count(microRepair, { at: 'createdAt', and: '(r.responded_at is not null or r.respond_due_at < now())' }),
  ),
  definition: '期内发现的微修中按时到场数 ÷ 应到场数(已到场的,加上时限已过未到场的)',
})
export const cornersCleaned = indicator('cases.corners-cleaned', {
  zh: '清理卫生死角',
  unit: '处次',
  decimals: 0,
  of: value(count(cornerVisit, { at: 'at', where: { kind: 'clean', isClean: true } })),
  definition: '期内清理并拍照的死角次数',
})
const handled = { at: 'handledAt' } as const
export const handleHours = indicator('cases.handle-hours', {
  zh: '平均处置用时',
  unit: '小时',
  decimals: 1,
  by: ['street', 'unitId'],
  of: value(hours(c, 'dispatchedAt', 'handledAt', handled)),
  definition: '期内处置完成的案件从派遣到处置完成的自然时长,平均',
})
export const handleMedian = indicator('cases.handle-median', {
  zh: '处置用时中位数',
  unit: '小时',
  decimals: 1,
  by: ['street', 'unitId'],
  of: value(hours(c, 'dispatchedAt', 'handledAt', { ...handled, fraction: 0.5 })),
  definition: '期内处置完成的案件从派遣到处置完成的自然时长,中位数(连续插值)',
})
export const handleP90 = indicator('cases.handle-p90', {
  zh: '处置用时P90',
  unit: '小时',
  decimals: 1,
  by: ['street', 'unitId'],
  of: value(hours(c, 'dispatchedAt', 'handledAt', { ...handled, fraction: 0.9 })),
  definition: '期内处置完成的案件中九成在此时长内处置完成(连续插值)',
})
export const checksPlaced = indicator('cases.checks-placed', {
  zh: '核查带定位率',
  unit: '%',
  decimals: 2,
  by: [...by, 'verifier'],
  of: ratio(
    count(c, { at: 'checkedAt', and: 'r.check_metres is not null' }),
    count(c, { at: 'checkedAt', and: 'r.verifier is not null' }),
  ),
  definition: '期内核查的案件中,手机或照片说得出核查人所在位置的 ÷ 核查过的;说不出位置的核查不算到过现场',
})
export const collectorScore = indicator('cases.collector-score', {
  zh: '采集员月度考评平均分',
  unit: '分',
  decimals: 2,
  by: ['month'],
  of: value(average(collectorMonth, 'score', { at: 'createdAt' })),
  definition: '期内算出的采集员月度考评得分的平均',
})
export const caseIndicators = [
  handleHours,
  handleMedian,
  handleP90,
  reported,
  filed,
  refused,
  closed,
  closeRate,
  closeInTimeRate,
  handleInTimeRate,
  overdueOpen,
  reworkRate,
  extensionRate,
  returnRate,
  reopenRate,
  selfSolved,
  satisfactionRate,
  callbackRate,
  reachedRate,
  letters,
  lettersLapsed,
  letterReplyRate,
  itemsCleared,
  industryLoops,
  microRepairs,
  microCost,
  microPrompt,
  renewals,
  corners,
  cornersCleaned,
  checksPlaced,
  collectorScore,
]
