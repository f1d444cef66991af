/** 行政许可与备案申请 as a procedure: columns, clocks, statuses. Each kind adds its own columns and one way of applying. */
import { choice, date, files, flag, instant, integer, list, longText, money, person, photos, procedure, ref, text } from '#kernel'
import { channels, deliveries, type KindKey, kindNames, modes, specialKinds } from '../contract.ts'
import { kindFields, kinds } from '../kinds/index.ts'

/** What every applicant states. */
export const applyForm = {
  item: ref('事项', 'permits.item'),
  mode: choice('办理方式', modes),
  channel: choice('渠道', channels),
  applicantKind: choice('申请人性质', { org: '单位', person: '个人' }),
  applicantName: text('申请人', { maxLength: 100 }).searchable(),
  applicantCode: text('统一社会信用代码、证件号码', { maxLength: 18 }).personal('idNumber'),
  contact: text('联系人', { maxLength: 50 }).personal('name').optional(),
  phone: text('手机', { maxLength: 20 }).personal('phone').optional(),
  address: text('地点', { maxLength: 200 }).searchable(),
  documents: list('已交要件'),
  papers: files(0, '要件文件').optional(),
  commitment: files(0, '告知承诺书').optional(),
  project: ref('建设项目', 'permits.project').optional(),
} as const
/** Copied from the item's version in force: a later version does not change what was promised. */
const termsOfItem = {
  itemName: text('事项名称', { maxLength: 120 }).optional().searchable(),
  itemCode: text('事项编码', { maxLength: 12 }).optional(),
  itemVersion: integer('事项版本', { min: 1 }).optional(),
  legalDays: integer('法定期限', { unit: '工作日' }).optional(),
  promisedDays: integer('承诺期限', { unit: '工作日' }).optional(),
  required: list('应交要件').optional(),
  deferrable: list('可容缺要件').optional(),
  needsSiteCheck: flag('须现场核查').optional(),
  commitDays: integer('承诺核查期限', { unit: '日' }).optional(),
  deferDays: integer('后补期限', { unit: '日' }).optional(),
  validMonths: integer('有效期', { unit: '月' }).optional(),
  feeFen: money('应缴费用').optional(),
  isMeetingFree: flag('不见面办理').optional(),
} as const
const handling = {
  correctionOn: date('一次性告知日期').optional(),
  corrections: list('补正内容').optional(),
  missing: list('容缺要件').optional(),
  acceptedAt: instant('受理时间').optional(),
  isDeemed: flag('逾期未告知视为受理').optional(),
  reviewer: person('审查人').optional(),
  review: longText('审查意见', { maxLength: 4000 }).optional(),
  rounds: integer('审查轮次', { min: 0 }).optional(),
  checkers: list('核查人').optional(),
  checkPhotos: photos(0, '核查照片').optional(),
  checkNote: longText('核查情况', { maxLength: 2000 }).optional(),
  afterPhotos: photos(0, '作业后照片').optional(),
  afterNote: longText('作业后核对', { maxLength: 2000 }).optional(),
  specialKind: choice('不计入期限的程序', specialKinds).optional(),
  specialOn: date('不计入期限起').optional(),
  pausedDays: integer('不计入期限', { unit: '工作日', min: 0 }).optional(),
  expertOpinion: longText('专家意见', { maxLength: 4000 }).optional(),
  higherApproval: text('上级批准文号', { maxLength: 100 }).optional(),
  extendReason: text('延长理由', { maxLength: 500 }).optional(),
} as const
const outcome = {
  decider: person('决定人').optional(),
  decidedAt: instant('决定时间').optional(),
  isGranted: flag('准予').optional(),
  isLate: flag('超期决定').optional(),
  lateReason: text('超期理由', { maxLength: 500 }).optional(),
  actualDays: integer('实际用时', { unit: '工作日', min: 0 }).optional(),
  reason: longText('理由', { maxLength: 2000 }).optional(),
  paidOn: date('缴费日期').optional(),
  voucher: text('票据号', { maxLength: 60 }).optional(),
  delivery: choice('取证方式', deliveries).optional(),
  doneAt: instant('办结时间').optional(),
  certificate: ref('证照', 'permits.certificate').optional(),
  renews: ref('延续的证照', 'permits.certificate').optional(),
  verifyNote: longText('承诺核查', { maxLength: 2000 }).optional(),
  supplyOn: date('后补截止').optional(),
  survivedTrees: integer('成活株数', { unit: '株', min: 0 }).optional(),
  intakeDueAt: instant('受理期限').optional(),
  decideDueAt: instant('法定决定期限').optional(),
  promiseDueAt: instant('承诺期限止').optional(),
  deliverDueAt: instant('颁证期限').optional(),
  followDueAt: instant('核查、后补期限').optional(),
} as const
const commonFields = {
  kind: choice('种类', kindNames),
  ...applyForm,
  ...termsOfItem,
  ...handling,
  ...outcome,
} as const

export const applyName = (kind: KindKey): string => `apply${kind.charAt(0).toUpperCase()}${kind.slice(1)}`

export const base = procedure('permits.application', {
  zh: '许可备案申请',
  en: 'application',
  menu: '审批办理',
  title: 'itemName',
  numbering: {
    prefix: 'SQ',
    per: 'year',
    digits: 5,
    prefixBy: { prefixes: Object.fromEntries(Object.values(kinds).map((k) => [applyName(k.key), k.prefix])) },
  },
  leadingClock: 'decide',
  mirror: {
    intake: { dueAt: 'intakeDueAt' },
    decide: { dueAt: 'decideDueAt' },
    promise: { dueAt: 'promiseDueAt' },
    deliver: { dueAt: 'deliverDueAt' },
    follow: { dueAt: 'followDueAt' },
  },
  // A kind's own columns lie beside the common ones, which are all that the shared steps know.
  fields: { ...commonFields, ...kindFields } as unknown as typeof commonFields,
  clocks: {
    intake: {
      zh: '受理或一次性告知补正',
      limit: { value: 5, unit: 'work_day' },
      basis: '行政许可法第32条第四项:逾期不告知的,自收到申请材料之日起即为受理',
      byDay: 'plain',
    },
    correct: { zh: '申请人补正', basis: '本局受理办法(示例):逾期未补正的终止', byDay: 'plain' },
    decide: { zh: '决定(法定)', basis: '行政许可法第42条;听证、检验、鉴定、专家评审不计入(第45条)', byDay: 'plain' },
    promise: { zh: '决定(承诺)', basis: '审批事项目录承诺期限', byDay: 'plain' },
    deliver: { zh: '颁发送达', limit: { value: 10, unit: 'work_day' }, basis: '行政许可法第44条', byDay: 'plain' },
    follow: { zh: '承诺核查、容缺后补', basis: '优化营商环境条例第40条;本局容缺受理办法(示例)', byDay: 'plain' },
  },
  statuses: {
    submitted: { zh: '已申请待受理', stage: 1, duty: 'permits.accept', taskZh: '待受理申请' },
    correcting: { zh: '待补正', stage: 1 },
    reviewing: { zh: '审查中', stage: 2, duty: 'permits.review', taskZh: '待审查申请' },
    revising: { zh: '退回修改', stage: 2 },
    special: { zh: '听证、检测、评审中', stage: 2, duty: 'permits.review', taskZh: '不计入期限的程序' },
    deciding: { zh: '待决定', stage: 3, duty: 'permits.decide', taskZh: '待作出许可决定' },
    approved: { zh: '准予,待颁证', stage: 4, duty: 'permits.deliver', taskZh: '待颁证' },
    toVerify: { zh: '已颁证,承诺待核查', stage: 5, duty: 'permits.review', taskZh: '承诺待核查' },
    toSupply: { zh: '已颁证,容缺待补', stage: 5, duty: 'permits.accept', taskZh: '容缺待补' },
    done: { zh: '已办结', kind: 'final', stage: 5 },
    notAccepted: { zh: '不予受理', kind: 'final' },
    refused: { zh: '不予许可', kind: 'final' },
    abandoned: { zh: '申请人撤回、逾期未补正', kind: 'final' },
    revoked: { zh: '承诺不实,已撤销', kind: 'final' },
    lapsed: { zh: '逾期未补,终止或撤回许可', kind: 'final' },
  },
})
export type ApplicationAction = Parameters<Parameters<typeof base.actions>[0]>[0]
