/** What enforcement stands on: dated articles, powers per place and day, deadlines, which steps must be recorded, templates. */
import { area, choice, code, date, flag, longText, money, number, register, text, unit } from '#kernel'
import { recordSteps, sureness, topics } from '../contract.ts'

const fen = (zh: string) => money(zh).optional()
/** One act may have several rows: the article before and after a change, so that 从旧兼从轻 (第37条) can be worked out. */
export const law = register('enforcement.law', {
  zh: '处罚依据',
  menu: '执法台账',
  title: 'act',
  fields: {
    code: text('违法行为编号', { maxLength: 12 }).searchable(),
    topic: choice('领域', topics),
    act: text('违法行为', { maxLength: 200 }).searchable(),
    law: text('法律、法规、规章', { maxLength: 80 }).searchable(),
    article: text('条款', { maxLength: 30 }),
    sure: choice('核对', sureness),
    penalty: text('罚则', { maxLength: 200 }),
    orgMinFen: fen('对单位罚款下限'),
    orgMaxFen: fen('对单位罚款上限'),
    personMinFen: fen('对公民罚款下限'),
    personMaxFen: fen('对公民罚款上限'),
    validFrom: date('施行日期'),
    validTo: date('失效日期').optional().help('当日起不再有效'),
    note: text('说明', { maxLength: 300 }).optional(),
  },
  isDated: true,
  sort: { by: 'code' },
  uniqueTogether: [['code', 'validFrom']],
})
/** 集中事项清单: a case may use only powers in force at that place on that day (行政处罚法第18条、第24条). */
export const power = register('enforcement.power', {
  zh: '集中事项清单',
  menu: '执法台账',
  title: 'item',
  help: '综合执法改革:每个区域公布的方案和集中行使的处罚事项;立案、决定只能用当时当地有效的事项。',
  fields: {
    scheme: text('方案名称', { maxLength: 120 }).searchable(),
    schemePublishedOn: date('方案公布日期'),
    code: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).searchable(),
    item: text('处罚事项', { maxLength: 200 }).searchable(),
    areaPrefix: area('适用区域'),
    unit: unit('行使单位').optional(),
    validFrom: date('生效日期'),
    validTo: date('失效日期').optional().help('当日起不再行使'),
  },
  isDated: true,
  uniqueTogether: [['code', 'areaPrefix', 'validFrom']],
  checks: { published: { sql: 'valid_from >= scheme_published_on', zh: '事项不能早于方案公布生效' } },
})
export const deadlineRegister = register('enforcement.deadline', {
  zh: '法定期限',
  menu: '执法台账',
  title: 'starts',
  help: '时钟与期限依据的条文;“凭记忆”的须由管理员与正式文本核对。',
  fields: {
    code: text('编号', { maxLength: 6 }).unique(),
    law: text('法律', { maxLength: 80 }).searchable(),
    article: text('条', { maxLength: 30 }),
    sure: choice('核对', sureness),
    starts: text('事项', { maxLength: 120 }).searchable(),
    value: number('数值').optional(),
    unit: text('单位', { maxLength: 10 }).optional(),
    counting: text('计算', { maxLength: 12 }).optional(),
    note: text('说明', { maxLength: 300 }).optional(),
  },
  sort: { by: 'code' },
})
/** 音像记录事项清单: which steps need text, which need sound and picture. */
export const recordRule = register('enforcement.record-rule', {
  zh: '全过程记录事项',
  menu: '执法台账',
  title: 'step',
  fields: {
    step: choice('环节', recordSteps),
    topic: choice('只适用领域', topics).optional(),
    needsText: flag('须文字记录'),
    needsMedia: flag('须音视频记录'),
    basis: text('依据', { maxLength: 120 }),
    validFrom: date('起'),
    validTo: date('止').optional(),
    sure: choice('核对', sureness),
  },
  isDated: true,
})
/** Fixed devices of 非现场执法 (第41条): nothing they see is evidence before all four are true. */
export const device = register('enforcement.device', {
  zh: '非现场执法设备',
  menu: '执法台账',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('设备编号', { maxLength: 40 }).unique().searchable(),
    name: text('名称、位置', { maxLength: 100 }).searchable(),
    legalReviewOn: date('法制审核日期').optional(),
    technicalReviewOn: date('技术审核日期').optional(),
    calibrationValidTo: date('检定有效期止').optional(),
    hasSign: flag('标志明显'),
    publishedOn: date('设置地点公布日期').optional(),
    isEnabled: flag('启用'),
  },
})
export const supervisionItem = register('enforcement.supervision-item', {
  zh: '监管事项目录',
  menu: '执法台账',
  title: 'name',
  fields: {
    code: text('事项编码', { maxLength: 30 }).unique(),
    name: text('事项', { maxLength: 120 }).searchable(),
    topic: choice('领域', topics),
    basis: text('依据', { maxLength: 200 }),
  },
})
export const assessmentStandard = register('enforcement.assessment-standard', {
  zh: '镇街执法队伍考核标准',
  menu: '执法台账',
  title: 'item',
  fields: {
    scheme: text('方案', { maxLength: 80 }).searchable(),
    code: text('项次', { maxLength: 10 }),
    item: text('考核内容', { maxLength: 200 }),
    department: text('评分部门', { maxLength: 60 }),
    full: number('满分', { min: 0 }),
    validFrom: date('施行日期'),
  },
  uniqueTogether: [['scheme', 'code']],
})
export const agreement = register('enforcement.agreement', {
  zh: '跨区域协作协议',
  menu: '执法台账',
  title: 'name',
  fields: {
    name: text('协议', { maxLength: 100 }).searchable(),
    members: longText('成员(每行一个)', { maxLength: 1000 }),
    content: longText('信息互认、共享、通报、移送的约定', { maxLength: 4000 }),
    signedOn: date('签订日期'),
    validTo: date('有效期止'),
  },
  checks: { order: { sql: 'valid_to >= signed_on', zh: '有效期止不早于签订日期' } },
})
