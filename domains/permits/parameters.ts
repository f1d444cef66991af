/** Local limits of permits: dated values. What the law fixes is named with its article. */
import { defineParameters } from '#kernel'

const p = (name: string, zh: string, value: number, unit: string, source: string) => ({
  name: `permits.${name}`,
  zh,
  value,
  unit,
  source,
})
export const permitParameters = defineParameters([
  p('intake-days', '补正告知', 5, '工作日', '行政许可法第32条第四项'),
  p('extend-days', '决定期限延长', 10, '工作日', '行政许可法第42条'),
  p('deliver-days', '颁发送达', 10, '工作日', '行政许可法第44条'),
  p('renew-days', '延续申请提前', 30, '日', '行政许可法第50条'),
  p('fraud-ban-years', '骗取许可后不得再申请', 3, '年', '行政许可法第79条'),
  p('false-ban-years', '隐瞒、虚假申请后不得再申请', 1, '年', '行政许可法第78条'),
  p('supply-days', '补正材料等候', 30, '日', '本局受理办法(示例)'),
  p('remind-days', '容缺后补提醒提前', 3, '日', '本局容缺受理办法(示例)'),
  p('commit-ban-years', '承诺不实后不再适用告知承诺', 1, '年', '本市告知承诺制办法(示例)'),
  p('tree-compensation', '砍伐补植倍数', 3, '倍', '本市绿化条例(示例)'),
  p('survival-percent', '补植成活率', 95, '%', '本市绿化养护标准(示例)'),
  p('green-residential', '附属绿地率:住宅', 30, '%', '城市绿化规划建设指标(示例,由规划条件确定)'),
  p('green-mall', '附属绿地率:商业体', 20, '%', '城市绿化规划建设指标(示例,由规划条件确定)'),
  p('green-other', '附属绿地率:其他', 25, '%', '城市绿化规划建设指标(示例,由规划条件确定)'),
  p('green-tolerance', '竣工绿地面积允许偏差', 2, '%', '本局绿化竣工备案办法(示例)'),
  p('clean-vehicles', '清扫收运:车辆', 5, '辆', '城市生活垃圾管理办法(令157)及本市细则(示例)'),
  p('clean-staff', '清扫收运:人员', 20, '人', '城市生活垃圾管理办法(令157)及本市细则(示例)'),
  p('clean-funds-wan', '清扫收运:资金', 100, '万元', '城市生活垃圾管理办法(令157)及本市细则(示例)'),
  p('here-metres', '现场查证半径', 200, '米', '本局现场查证办法(示例)'),
  p('faq-least', '高频咨询发布门槛', 3, '人次', '本局窗口办法(示例)'),
  p('faq-days', '高频咨询统计时段', 90, '天', '本局窗口办法(示例)'),
  p('slot-capacity', '延时服务每时段预约上限', 4, '人', '本局延时服务办法(示例)'),
  p('part-days', '一体化备案分项审核', 10, '工作日', '本局一体化备案办法(示例)'),
  p('sheet-days', '小区验收前置审核', 10, '工作日', '本局小区验收前置审核办法(示例)'),
  p('revisit-days', '燃气再核查限期整改', 30, '日', '本局燃气许可再核查方案(示例)'),
  p('promo-days', '占道促销每次最长', 15, '天', '本市占道促销管理办法(示例)'),
  p('rectify-days', '监管发现问题整改', 10, '工作日', '本局事中事后监管办法(示例)'),
])
