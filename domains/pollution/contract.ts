/** Sheets of 油烟噪声扬尘与洗车外立面. */
import { z } from 'zod'
import { asked, sheetsOf, titled } from '#kernel/contract'

const town = titled.area('街道(镇)')
const { table } = titled
const num = (title: string, unit: string) => z.number().meta({ title, unit, decimals: 2 })
const sheet = sheetsOf('pollution')
export const ratesRoute = sheet('rates', '油烟噪音投诉三率', 'pollution.complaint.read', '油烟噪音', titled.period, {
  received: titled.count('投诉', '起'),
  handled: titled.count('已处理', '起'),
  handledPercent: titled.percent('处理率(已处理÷投诉)'),
  replied: titled.count('已回复', '起'),
  repliedPercent: titled.percent('回复率(已回复÷投诉)'),
  surveyed: titled.count('联系上', '起'),
  satisfied: titled.count('满意', '起'),
  satisfiedPercent: titled.percent('满意率(满意÷联系上)'),
  repeated: table('多次投诉的餐饮', {
    shop: titled.row('商户', 'grid.shop'),
    name: titled.words('名称'),
    times: titled.count('投诉', '次'),
    over: titled.count('超标', '次'),
  }),
})
export const nightsRoute = sheet(
  'nights',
  '夜间噪声与准运效果',
  'pollution.complaint.read',
  '油烟噪音',
  { year: asked.year },
  {
    months: table('逐月', {
      month: titled.words('月份'),
      transport: titled.count('夜间运输', '起'),
      construction: titled.count('夜间施工', '起'),
      social: titled.count('夜间社会噪声', '起'),
      over: titled.count('超标', '起'),
      unpermitted: titled.count('未列入准运的车牌', '起'),
      dayPermits: titled.count('白天准运证', '张'),
    }),
    effect: table('白天准运的效果', {
      hasPermits: z.boolean().meta({ title: '当天有白天准运证' }),
      nights: titled.count('已过的夜晚', '夜'),
      complaints: titled.count('夜间运输投诉', '起'),
      perNight: z.number().meta({ title: '每夜投诉', unit: '起', decimals: 3 }),
    }),
  },
)
export const dustRoute = sheet(
  'dust',
  '道路尘量考核',
  'pollution.dust-test.read',
  '工地扬尘',
  {
    month: asked.month,
  },
  {
    limit: num('限值', 'g/㎡'),
    rows: table('道路', {
      road: titled.row('道路', 'pollution.road-duty'),
      contractor: titled.words('保洁企业'),
      townUnit: titled.words('属地'),
      tests: titled.count('测试', '次'),
      gram: num('平均积尘', 'g/㎡'),
      over: titled.count('超限', '次'),
      score: num('得分', '分'),
    }),
    contractors: table('企业', {
      contractor: titled.words('保洁企业'),
      tests: titled.count('测试', '次'),
      score: num('得分', '分'),
    }),
  },
)
export const facadesRoute = sheet(
  'facades',
  '外立面清洗逾期清单',
  'pollution.facade.read',
  '洗车外立面',
  {},
  {
    buildings: titled.count('建档', '栋'),
    overdue: titled.count('逾期', '栋'),
    areaM2: num('立面面积', '㎡'),
    rows: table('逾期', {
      facade: titled.row('建筑', 'pollution.facade'),
      material: titled.like('pollution.facade.material'),
      owner: titled.words('业主'),
      cleanedOn: titled.words('上次'),
      dueOn: titled.words('应清洗'),
      days: titled.count('逾期', '天'),
    }),
  },
)
export const flyersRoute = sheet('flyers', '小广告标准化得分', 'pollution.flyer-check.read', '洗车外立面', titled.period, {
  limit: num('标准(每百米)', '张'),
  rows: table('街道', {
    town,
    checks: titled.count('检查', '次'),
    met: titled.count('达标', '次'),
    percent: titled.percent('达标率'),
    per100: num('平均每百米', '张'),
    score: num('得分', '分'),
    sheets: titled.count('清理', '张'),
  }),
})
