/** 执法指标: cases, money, quality, measures. Money is summed in fen and printed in 元 or 万元. */
import { atLeast, atMost, count, indicator, ratio, sum, value } from '#kernel'
import { deed } from '../deed.ts'
import { processRecord } from '../evidence.ts'
import { measureProcedure as m } from '../measure.ts'
import { paymentProcedure } from '../payment.ts'
import { penaltyProcedure as p } from '../penalty/index.ts'
import { publicationProcedure as pub } from '../publication.ts'
import { certificate } from '../registers/index.ts'
import { remedyProcedure } from '../remedy.ts'
import { supervisionProcedure } from '../supervision.ts'

const by = ['topic', 'unitId', 'lawCode', 'track', 'contact', 'street', 'month', 'campaign']
const punished = "r.decided_at is not null and r.status <> all (array['revoked', 'not_punished'])"
const toYuan = 100
const toWan = 1_000_000
const cases = (id: string, zh: string, definition: string, options: Parameters<typeof count<typeof p>>[1]) =>
  indicator(`enforcement.${id}`, { zh, unit: '件', decimals: 0, by, of: value(count(p, options)), definition })
const money = (id: string, zh: string, unit: '元' | '万元', decimals: number, definition: string, and: string) =>
  indicator(`enforcement.${id}`, {
    zh,
    unit,
    decimals,
    by,
    of: value(sum(p, 'fineFen', { at: 'decidedAt', and }), unit === '元' ? toYuan : toWan),
    definition,
  })
const measures = (id: string, zh: string, kind: 'educate' | 'order' | 'interview' | 'guide' | 'stopWork', unit: string) =>
  indicator(`enforcement.${id}`, {
    zh,
    unit,
    decimals: 0,
    by: ['topic', 'unitId', 'street', 'month', 'campaign', 'track'],
    // A party that was asked to come has not been talked to yet.
    of: value(count(m, { at: 'createdAt', where: { kind, status: kind === 'interview' ? 'done' : { not: 'revoked' } } })),
    definition: kind === 'interview' ? '期内通知并已约谈的;尚未到场的不计' : `期内登记、未撤销的${zh}`,
  })
const share = (id: string, zh: string, workClass: 'service' | 'manage' | 'enforce') =>
  indicator(`enforcement.share-${id}`, {
    zh: `“721”${zh}占比`,
    unit: '%',
    decimals: 2,
    by: ['topic', 'unit', 'month'],
    of: ratio(count(deed, { at: 'at', where: { workClass } }), count(deed, { at: 'at' })),
    definition: `期内${zh}类执法行为数 ÷ 全部执法行为数;与本局权重比较见“721”页`,
  })

export const caseIndicators = [
  cases('leads', '案源数', '期内登记的案源', { at: 'createdAt' }),
  cases('cases-filed', '立案数', '期内立案的案件,含当场处罚', { at: 'filedAt' }),
  cases('penalties', '行政处罚件数', '期内作出处罚决定、未被撤销的案件', { at: 'decidedAt', and: punished }),
  cases('spared', '不予处罚件数', '期内依法不予处罚的案件', { at: 'decidedAt', where: { status: 'not_punished' } }),
  cases('noncontact-cases', '非接触办理件数', '期内作出决定的非接触式案件', {
    at: 'decidedAt',
    where: { contact: 'noncontact' },
  }),
  cases('key-cases', '重大、复杂案件数', '期内立案的情节复杂或重大案件', { at: 'filedAt', where: { isMajor: true } }),
  money('fines-yuan', '罚款金额', '元', 0, '期内决定的罚款,未被撤销', punished),
  money('fines-wan', '罚款金额(万元)', '万元', 1, '期内决定的罚款,未被撤销', punished),
  money('micro-fines-wan', '小微处罚金额', '万元', 3, '期内小微快办决定的罚款', `${punished} and r.track = 'micro'`),
  money(
    'frontage-fines-wan',
    '市容环卫责任制处罚金额',
    '万元',
    2,
    '期内门前三包案件的罚款',
    `${punished} and r.topic = 'frontage'`,
  ),
  indicator('enforcement.paid-wan', {
    zh: '已收罚没款',
    unit: '万元',
    decimals: 2,
    by: ['method', 'part', 'month'],
    of: value(sum(paymentProcedure, 'amountFen', { at: 'createdAt' }), toWan),
    definition: '期内登记收到的罚没款和加处罚款',
  }),
  indicator('enforcement.paid-rate', {
    zh: '罚款缴清率',
    unit: '%',
    decimals: 2,
    by,
    of: ratio(
      count(p, { at: 'decidedAt', and: `${punished} and coalesce(r.fine_fen, 0) > 0 and r.fulfilled_at is not null` }),
      count(p, { at: 'decidedAt', and: `${punished} and coalesce(r.fine_fen, 0) > 0` }),
    ),
    definition: '期内决定罚款的案件中已缴清件数 ÷ 决定罚款件数',
  }),
  cases('unpaid-overdue', '逾期未缴案件数', '此刻缴款期限已过、尚未缴清的案件', {
    where: { status: ['served', 'urged', 'court'] },
    and: 'r.pay_due_at < now()',
  }),
  cases('decide-overdue', '办案超期在办数', '此刻办案期限已过、尚未决定的案件', {
    where: { status: ['investigating', 'reviewing', 'notifying', 'noticed', 'hearing', 'discussing', 'deciding'] },
    and: 'r.decide_due_at < now()',
  }),
  indicator('enforcement.decide-in-time-rate', {
    zh: '按期办结率',
    unit: '%',
    decimals: 2,
    by,
    target: atLeast(100, '行政处罚法第60条'),
    of: ratio(
      count(p, { at: 'decidedAt', where: { track: 'ordinary', isLate: false } }),
      count(p, { at: 'decidedAt', where: { track: 'ordinary' } }),
    ),
    definition: '期内决定的普通程序案件中未超过办案期限的件数 ÷ 决定件数;不计入期限的时间已扣除',
  }),
  indicator('enforcement.review-back-rate', {
    zh: '法制审核退回率',
    unit: '%',
    decimals: 2,
    by,
    of: ratio(
      count(p, { at: 'filedAt', where: { reviewBackCount: { atLeast: 1 } } }),
      count(p, { at: 'filedAt', and: "cardinality(coalesce(r.review_cases, '{}')) > 0" }),
    ),
    definition: '期内立案中被法制审核退回过的件数 ÷ 应法制审核件数',
  }),
  indicator('enforcement.reviewed-rate', {
    zh: '重大决定法制审核率',
    unit: '%',
    decimals: 2,
    by,
    target: atLeast(100, '行政处罚法第58条'),
    of: ratio(
      count(p, { at: 'decidedAt', where: { reviewOpinion: 'agree' }, and: "cardinality(coalesce(r.review_cases, '{}')) > 0" }),
      count(p, { at: 'decidedAt', and: "cardinality(coalesce(r.review_cases, '{}')) > 0 and r.status <> 'not_punished'" }),
    ),
    definition: '期内决定的应法制审核案件中审核同意的件数 ÷ 应审核件数',
  }),
  indicator('enforcement.recorded-rate', {
    zh: '全过程音视频记录率',
    unit: '%',
    decimals: 2,
    by,
    target: atLeast(100, '国办发〔2018〕118号'),
    of: ratio(
      count(p, {
        at: 'filedAt',
        and: "r.track = 'ordinary' and exists (select 1 from enforcement.process_record q where q.penalty = r.id and cardinality(coalesce(q.media, '{}')) > 0)",
      }),
      count(p, { at: 'filedAt', where: { track: 'ordinary' } }),
    ),
    definition: '期内立案的普通程序案件中有音视频记录的件数 ÷ 立案件数',
  }),
  indicator('enforcement.records', {
    zh: '全过程记录条数',
    unit: '条',
    decimals: 0,
    by: ['step', 'month'],
    of: value(count(processRecord, { at: 'createdAt' })),
    definition: '期内登记的文字、音视频记录',
  }),
  indicator('enforcement.published-in-time-rate', {
    zh: '处罚决定按期公示率',
    unit: '%',
    decimals: 2,
    by: ['kind', 'topic', 'month'],
    target: atLeast(100, '国办发〔2018〕118号'),
    of: ratio(
      count(pub, { at: 'publishedAt', where: { kind: 'penalty' }, and: 'r.published_at <= r.publish_due_at' }),
      count(pub, { at: 'publishedAt', where: { kind: 'penalty' } }),
    ),
    definition: '期内公示的处罚决定中未超过公示期限的件数 ÷ 公示件数',
  }),
  indicator('enforcement.publications', {
    zh: '执法公示数',
    unit: '条',
    decimals: 0,
    by: ['kind', 'topic', 'status', 'month'],
    of: value(count(pub, { at: 'publishedAt' })),
    definition: '期内公示的条数,含已撤回的',
  }),
  indicator('enforcement.exposures', {
    zh: '负面曝光数',
    unit: '条',
    decimals: 0,
    by: ['topic', 'status', 'month'],
    of: value(count(pub, { at: 'publishedAt', where: { kind: 'exposure' } })),
    definition: '期内批准曝光的条数',
  }),
  indicator('enforcement.certified-officers', {
    zh: '持有效证件人数',
    unit: '人',
    decimals: 0,
    by: ['organ'],
    of: value(
      count(certificate, { where: { state: 'valid' }, and: 'r.valid_from <= now()::date and r.valid_to >= now()::date' }),
    ),
    definition: '此刻执法证在有效期内的人数',
  }),
  indicator('enforcement.expiring-certificates', {
    zh: '九十日内到期的执法证',
    unit: '本',
    decimals: 0,
    target: atMost(0),
    of: value(
      count(certificate, { where: { state: 'valid' }, and: 'r.valid_to >= now()::date and r.valid_to < now()::date + 90' }),
    ),
    definition: '此刻有效、九十日内到期的执法证',
  }),
  measures('educated', '教育劝阻', 'educate', '起'),
  measures('ordered', '责令整改', 'order', '起'),
  measures('interviewed', '行政约谈', 'interview', '起'),
  measures('guided', '行政指导', 'guide', '起'),
  measures('stop-work-notices', '停工通知书', 'stopWork', '份'),
  indicator('enforcement.stop-work-heeded-rate', {
    zh: '停工通知回访停工率',
    unit: '%',
    decimals: 2,
    by: ['unitId', 'month'],
    of: ratio(
      count(m, { at: 'createdAt', where: { kind: 'stopWork', isHeeded: true } }),
      count(m, { at: 'createdAt', where: { kind: 'stopWork', isHeeded: { not: null } as never } }),
    ),
    definition: '期内下达并已回访的停工通知中已停工数 ÷ 已回访数',
  }),
  indicator('enforcement.micro-educated', {
    zh: '小微教育纠处',
    unit: '起',
    decimals: 0,
    by: ['topic', 'unitId', 'month'],
    of: value(count(m, { at: 'createdAt', where: { kind: 'educate', track: 'micro' } })),
    definition: '期内小微快办中教育纠处的起数',
  }),
  cases('micro-penalties', '小微查处', '期内小微快办作出处罚的件数', { at: 'decidedAt', where: { track: 'micro' } }),
  share('service', '服务', 'service'),
  share('manage', '管理', 'manage'),
  share('enforce', '执法', 'enforce'),
  indicator('enforcement.deeds', {
    zh: '执法行为总数',
    unit: '次',
    decimals: 0,
    by: ['workClass', 'kind', 'topic', 'unit', 'month', 'campaign'],
    of: value(count(deed, { at: 'at' })),
    definition: '期内登记的服务、管理、执法行为',
  }),
  indicator('enforcement.supervisions', {
    zh: '执法督导数',
    unit: '份',
    decimals: 0,
    by: ['weakness', 'unitId', 'status', 'month'],
    of: value(count(supervisionProcedure, { at: 'createdAt' })),
    definition: '期内发出的执法督导',
  }),
  indicator('enforcement.remedies', {
    zh: '复议诉讼件数',
    unit: '件',
    decimals: 0,
    by: ['kind', 'result', 'month'],
    of: value(count(remedyProcedure, { at: 'createdAt' })),
    definition: '期内受理的复议、诉讼',
  }),
  indicator('enforcement.overturned-rate', {
    zh: '复议诉讼纠错率',
    unit: '%',
    decimals: 2,
    by: ['kind'],
    target: atMost(0),
    of: ratio(
      count(remedyProcedure, { at: 'closedAt', where: { result: ['changed', 'revoked'] } }),
      count(remedyProcedure, { at: 'closedAt' }),
    ),
    definition: '期内办结的复议、诉讼中变更、撤销、确认违法数 ÷ 办结数',
  }),
]
