/** Limits of civic life: dated values. */
import { defineParameters } from '#kernel'

const ours = '本局公众服务与参与办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `civic.${name}`,
  zh,
  value,
  unit,
  source,
})
export const civicParameters = defineParameters([
  p('code-minutes', '短信验证码有效', 5, '分钟'),
  p('code-tries', '验证码可错次数', 5, '次'),
  p('code-day', '一个手机号一天可要验证码', 10, '次'),
  p('session-days', '市民登录有效', 30, '日'),
  p('notice-days', '便民信息公布', 30, '日'),
  p('notice-most', '一个手机号同时公布的便民信息', 3, '条'),
  p('consult-days', '法律咨询答复期限', 5, '日'),
  p('suggestion-days', '意见建议答复期限', 10, '日'),
  p('request-days', '涉企服务承诺期限', 3, '日'),
  p('review-share', '居民评议满意占比达到', 60, '%'),
  p('decision-days', '公开征求意见不少于', 7, '日', '参照《重大行政决策程序暂行条例》(国务院令第713号)第十五条'),
])
