/** Words of reports. */
import { defineErrors } from '#kernel/contract'

export const reportKinds = {
  summary: '工作总结',
  plan: '工作计划',
  opinion: '实施意见',
  bulletin: '通报',
  brief: '领导简报(专报)',
} as const
export const mediaLevels = { central: '中央', province: '省级', city: '市级', county: '县(区)级' } as const
export const reportErrors = defineErrors({
  'reports.unknown-figure': { status: 422, zh: '没有指标“{id}”,请核对编号', en: 'No indicator {id}' },
  'reports.template': { status: 422, zh: '文稿有一处写法不对:{detail}', en: 'The text has a mistake: {detail}' },
  'reports.no-text': { status: 422, zh: '请选择提纲,或直接写文稿', en: 'Choose an outline or write the text' },
  'reports.period': { status: 422, zh: '统计期止应晚于起', en: 'The period must end after it begins' },
  'reports.unbacked': {
    status: 409,
    zh: '有{count}处数据对不上:{first}。请改正文稿,或写明理由后再发布',
    en: '{count} claims are not backed by data: {first}',
  },
  'reports.check': {
    status: 422,
    zh: '勾稽关系“{text}”写法不对,应如 526+152=668 或 1749/3614=48.4%',
    en: 'Cannot read the check {text}',
  },
  'reports.not-due': { status: 409, zh: '统计期到{to}才截止,不能定稿', en: 'The period ends on {to}' },
  'reports.same': { status: 409, zh: '数据与发布时一致,无须更正', en: 'The data is the same as published' },
  'reports.same-hand': { status: 409, zh: '起草人不能自己批准发布', en: 'The drafter cannot publish' },
})
