/** 户外广告一处一档: fields, clocks and statuses. */
import { type ActionMaker, area, choice, date, flag, instant, integer, number, photos, procedure, ref, text } from '#kernel'
import { basis, carriers, edges, fallStates, forms, levels, reasons } from '../words.ts'

export const place = {
  code: text('编号(位置名称)', { maxLength: 60 }),
  address: text('位置', { maxLength: 120 }),
  owner: text('设置人', { maxLength: 100 }),
  campaign: ref('专项整治', 'ads.campaign').optional(),
} as const
export const measured = {
  form: choice('形式', forms),
  widthM: number('宽', { unit: 'm', min: 0.1 }),
  heightM: number('高', { unit: 'm', min: 0.1 }),
  pieces: integer('块数', { unit: '块', min: 1 }),
  structure: text('结构', { maxLength: 60 }).optional(),
  poleM: number('杆高(高炮)', { unit: 'm', min: 1 }).optional(),
  edge: choice('相邻', edges).optional(),
  edgeM: number('杆距边缘', { unit: 'm', min: 0 }).optional(),
  isElevated: flag('高架沿线'),
  coversWindow: flag('遮挡窗户'),
  coversEscape: flag('遮挡逃生口'),
  carrier: choice('依附', carriers),
  carrierOwner: text('设施权属单位', { maxLength: 80 }).optional(),
  contractNo: text('依附合同', { maxLength: 60 }).optional(),
  contractTo: date('合同止').optional(),
} as const
const maybe = Object.fromEntries(Object.entries(measured).map(([k, f]) => [k, f.optional()])) as unknown as {
  readonly [K in keyof typeof measured]: ReturnType<(typeof measured)[K]['optional']>
}
const fields = {
  ...place,
  code: place.code.searchable(),
  address: place.address.searchable(),
  owner: place.owner.searchable(),
  ...maybe,
  form: measured.form,
  street: area('街道(镇)').optional(),
  baseCode: text('阵地编号', { maxLength: 30 }).optional(),
  areaM2: number('面积', { unit: '㎡' }).optional(),
  permitNo: text('许可文号', { maxLength: 60 }).optional().searchable(),
  permitId: text('证照', { maxLength: 60, isGiven: true }).optional(),
  permitFrom: date('许可起').optional(),
  permitTo: date('许可止').optional(),
  insurer: text('保险公司', { maxLength: 60 }).optional(),
  insuredTo: date('保险止').optional(),
  inspectedOn: date('安全检测').optional(),
  inspection: choice('检测结论', { pass: '合格', fix: '限期整改', fail: '不合格' }).optional(),
  zone: ref('规划分区', 'permits.ad-zone').optional(),
  level: choice('分区', levels).optional(),
  isConform: flag('符合').optional(),
  faults: text('不符合之处', { maxLength: 300 }).optional(),
  requiredM: number('应有倒伏距离', { unit: 'm' }).optional(),
  fall: choice('倒伏距离', fallStates).optional(),
  plan: ref('清零计划', 'ads.zero-plan').optional(),
  planDueOn: date('清零期限').optional(),
  planPerson: text('责任人', { maxLength: 40 }).optional(),
  reason: choice('整治原因', reasons).optional(),
  noticeNo: text('责令改正文号', { maxLength: 60 }).optional(),
  dueOn: date('期限').optional(),
  outcome: choice('处理', { removed: '拆除', fixed: '整改' }).optional(),
  removedOn: date('处理日期').optional(),
  photos: photos(0, '照片').optional(),
  afterPhotos: photos(0, '整改后照片').optional(),
  note: text('说明', { maxLength: 300 }).optional(),
  dueFixAt: instant('期限止').optional(),
} as const
export const statuses = {
  entered: { zh: '待核定', duty: 'ads.check', taskZh: '户外广告待核定' },
  listed: { zh: '在册' },
  ordered: { zh: '整改', duty: 'ads.enforce', taskZh: '户外广告待整改拆除' },
  done: { zh: '待复查', duty: 'ads.check', taskZh: '户外广告整改待复查' },
  removed: { zh: '已拆除', kind: 'final' },
} as const
export const base = procedure('ads.site', {
  zh: '户外广告',
  menu: '户外广告',
  title: 'address',
  numbering: { prefix: 'GG', per: 'year', digits: 5 },
  help: '录入或由许可进入 → 核定(规划、倒伏距离、依附) → 不符合的责令整改 → 拆除 → 复查;拆除按形式记录。',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'dueFixAt' } },
  fields,
  clocks: { fix: { zh: '整改拆除', limit: { value: 15, unit: 'natural_day' }, basis } },
  statuses,
})
export type Make = ActionMaker<typeof fields, keyof typeof statuses>
