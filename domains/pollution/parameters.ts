/** Limits of 油烟噪声扬尘: dated values with their standard. */
import { defineParameters } from '#kernel'

const noise = '社会生活环境噪声排放标准 GB 22337-2008'
const site = '建筑施工场界环境噪声排放标准 GB 12523'
const ours = '本区扬尘与清洗管理办法(示例)'
export const pollutionParameters = defineParameters([
  { name: 'pollution.fume-limit', zh: '餐饮油烟排放限值', value: 2, unit: 'mg/m³', source: '饮食业油烟排放标准 GB 18483-2001' },
  { name: 'pollution.noise-1-day', zh: '1类区昼间', value: 55, unit: 'dB(A)', source: noise },
  { name: 'pollution.noise-1-night', zh: '1类区夜间', value: 45, unit: 'dB(A)', source: noise },
  { name: 'pollution.noise-2-day', zh: '2类区昼间', value: 60, unit: 'dB(A)', source: noise },
  { name: 'pollution.noise-2-night', zh: '2类区夜间', value: 50, unit: 'dB(A)', source: noise },
  { name: 'pollution.noise-3-day', zh: '3类区昼间', value: 65, unit: 'dB(A)', source: noise },
  { name: 'pollution.noise-3-night', zh: '3类区夜间', value: 55, unit: 'dB(A)', source: noise },
  { name: 'pollution.noise-4-day', zh: '4类区昼间', value: 70, unit: 'dB(A)', source: noise },
  { name: 'pollution.noise-4-night', zh: '4类区夜间', value: 55, unit: 'dB(A)', source: noise },
  { name: 'pollution.build-day', zh: '施工场界昼间', value: 70, unit: 'dB(A)', source: site },
  { name: 'pollution.build-night', zh: '施工场界夜间', value: 55, unit: 'dB(A)', source: site },
  { name: 'pollution.order-days', zh: '责令改正期限', value: 15, unit: '天', source: ours },
  { name: 'pollution.reply-days', zh: '信访投诉答复期限', value: 15, unit: '天', source: ours },
  { name: 'pollution.repeat', zh: '几次投诉列入重点餐饮', value: 2, unit: '次', source: ours },
  { name: 'pollution.dust-limit', zh: '道路积尘限值', value: 10, unit: 'g/㎡', source: '以克论净考核(示例)' },
  { name: 'pollution.site-stop', zh: '工地“六个百分之百”几项不达标停工', value: 3, unit: '项', source: ours },
  { name: 'pollution.facade-months', zh: '主干道外立面清洗间隔', value: 12, unit: '月', source: ours },
  { name: 'pollution.facade-months-other', zh: '其他道路外立面清洗间隔', value: 24, unit: '月', source: ours },
  { name: 'pollution.flyers-per-100', zh: '小广告每百米不超过', value: 3, unit: '张', source: '小广告标准化治理标准(示例)' },
  { name: 'pollution.flyer-points', zh: '超出一张(每百米)扣', value: 5, unit: '分', source: '小广告标准化治理标准(示例)' },
] as const)
