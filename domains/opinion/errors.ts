/** Why a step about public opinion is refused, and its thresholds. */
import { defineErrors, defineParameters } from '#kernel'

export const opinionErrors = defineErrors({
  'opinion.field': { status: 422, zh: '{why}', en: '{why}' },
  'opinion.not-yet': { status: 409, zh: '{why}', en: '{why}' },
  'opinion.same-hand': { status: 403, zh: '批准人不能是承办回复的人', en: 'Who replied cannot approve' },
})
const p = (name: string, zh: string, value: number, unit: string) => ({
  name: `opinion.${name}`,
  zh,
  value,
  unit,
  source: '城管系统舆情管理办法(示例)',
})
export const opinionParameters = defineParameters([
  p('reply-general', '一般舆情回复时限', 48, '小时'),
  p('reply-larger', '较大舆情回复时限', 24, '小时'),
  p('reply-major', '重大舆情回复时限', 4, '小时'),
  p('same-days', '相同标题视为同一舆情的天数', 7, '天'),
  p('spike-times', '突增预警:较前七日日均的倍数', 3, '倍'),
  p('spike-least', '突增预警:最少条数', 5, '条'),
])
