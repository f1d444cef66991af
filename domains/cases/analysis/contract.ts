/** Pages of 分析研判: forecast, hot topics, structural problems, policy simulator. */
import { z } from 'zod'
import { defineErrors, route } from '#kernel/contract'

export const analysisErrors = defineErrors({
  'cases.history-short': {
    status: 422,
    zh: '历史只有{weeks}周,预测并回测至少要{least}周,请在积累够后再看',
    en: 'Only {weeks} weeks of history; {least} are needed',
  },
  'cases.raised': { status: 409, zh: '这些案件已提请行业联动({number})', en: 'Already raised: {number}' },
  'cases.too-few': {
    status: 422,
    zh: '这段时间只有{count}件可用的案件,至少要{least}件',
    en: 'Only {count} usable cases in the period; {least} are needed',
  },
})
const tag = 'cases'
const menu = '分析研判'
const permission = 'cases.supervise'
const count = (title: string, unit = '件') => z.number().meta({ title, unit, decimals: 0 })
const number = (title: string, unit?: string, decimals = 1) => z.number().meta({ title, unit, decimals })
const share = (title: string) => z.number().meta({ title, unit: 'ratio', decimals: 1 })
const words = (title: string) => z.string().meta({ title })
const long = (title: string) => z.string().meta({ title, isLong: true })
const area = (title: string) => z.string().meta({ title, isArea: true })
const period = { from: z.iso.date().meta({ title: '起' }), to: z.iso.date().meta({ title: '止(含)' }) }

export const forecastRoute = route({
  method: 'GET',
  path: '/cases/analysis/forecast',
  zh: '负荷预测:分街道、分周,误差与区间均经回测',
  permission,
  tag,
  sheet: { menu },
  input: z.object({
    measure: z
      .enum(['cases.reported', 'cases.filed'])
      .default('cases.reported')
      .meta({ title: '预测什么', choices: { 'cases.reported': '上报数', 'cases.filed': '立案数' } }),
    weeks: z.coerce.number().int().min(1).max(8).default(4).meta({ title: '预测周数', unit: '周' }),
    origins: z.coerce
      .number()
      .int()
      .min(16)
      .max(52)
      .default(26)
      .meta({ title: '回测周数', unit: '周', help: '前一半用来选模型,后一半用来算误差与区间覆盖' }),
  }),
  output: z.object({
    method: long('方法'),
    history: count('历史', '周'),
    areas: z
      .array(
        z.object({
          area: area('区域'),
          model: words('选用模型'),
          mean: number('回测期周均', '件'),
          mae: number('平均误差(MAE)', '件'),
          mape: share('平均误差率(MAPE)').nullable(),
          plainMae: number('四周平均法的误差', '件'),
          coverage: share('八成区间实际覆盖'),
          tested: count('回测次数', '次'),
        }),
      )
      .meta({ title: '各区域的模型与误差' }),
    rows: z
      .array(
        z.object({
          area: area('区域'),
          weekFrom: words('周起(周一)'),
          value: number('预测', '件'),
          low: number('下限', '件'),
          high: number('上限', '件'),
          lastYear: count('上年同周').nullable(),
        }),
      )
      .meta({ title: '预测' }),
    skipped: z.array(z.object({ area: area('区域'), why: words('原因') })).meta({ title: '不作预测的区域' }),
    weekdays: z.array(z.object({ day: words('星期'), share: share('占一周') })).meta({ title: '一周之内(近半年)' }),
    tested: z
      .array(
        z.object({
          weekFrom: words('周起(周一)'),
          predicted: number('提前一周的预测', '件'),
          low: number('下限', '件'),
          high: number('上限', '件'),
          actual: count('实际'),
          isInside: z.boolean().meta({ title: '在区间内' }),
        }),
      )
      .meta({ title: '全区回测' }),
  }),
})
const trends = { new: '新出现', up: '上升', down: '下降', steady: '平稳' } as const
const cases = (title: string) => z.array(z.string().meta({ ref: 'cases.case' })).meta({ title })
const chance = (title: string) => z.number().meta({ title, decimals: 4, help: '假定没有变化时出现这样多少的机会' })
export const topicsRoute = route({
  method: 'GET',
  path: '/cases/analysis/topics',
  zh: '诉求热点:按描述聚类,与前几周比较,附案件',
  permission,
  tag,
  sheet: { menu },
  input: z.object({
    until: z.iso.date().optional().meta({ title: '到哪一天(含),不填为今天' }),
    days: z.coerce.number().int().min(1).max(31).default(7).meta({ title: '看最近几天', unit: '天' }),
    weeks: z.coerce.number().int().min(1).max(26).default(4).meta({ title: '与此前几周比较', unit: '周' }),
    source: z
      .enum(['public', 'all'])
      .default('public')
      .meta({ title: '来源', choices: { public: '市民诉求', all: '全部来源' } }),
  }),
  output: z.object({
    from: words('起'),
    to: words('止'),
    texts: count('本期诉求'),
    before: count('比较期诉求'),
    grouped: share('归入话题'),
    note: long('说明'),
    topics: z
      .array(
        z.object({
          name: words('话题(最能区别于其他的词)'),
          recent: count('本期'),
          expected: number('按此前应有', '件'),
          trend: z.enum(['new', 'up', 'down', 'steady']).meta({ title: '变化', choices: trends }),
          p: chance('偶然的机会'),
          example: words('例'),
          cases: cases('案件'),
        }),
      )
      .meta({ title: '话题' }),
    places: z
      .array(
        z.object({
          topic: words('话题'),
          area: area('社区'),
          recent: count('本期'),
          expected: number('按此前应有', '件'),
          trend: z.enum(['new', 'up', 'down', 'steady']).meta({ title: '变化', choices: trends }),
          p: chance('偶然的机会'),
          cases: cases('案件'),
        }),
      )
      .meta({ title: '局部集中(某社区突然增多)' }),
  }),
})
const structuralInput = {
  ...period,
  metres: z.coerce.number().int().min(10).max(300).default(60).meta({ title: '多近算同一处', unit: '米' }),
  least: z.coerce.number().int().min(2).max(20).default(3).meta({ title: '办结后又发生几次起', unit: '次' }),
}
export const structuralRoute = route({
  method: 'GET',
  path: '/cases/analysis/structural',
  zh: '结构性问题:同处同类办结后一再发生',
  permission,
  tag,
  sheet: { menu },
  input: z.object(structuralInput),
  output: z.object({
    cases: count('期内案件'),
    problems: z
      .array(
        z.object({
          category: words('类别'),
          area: area('社区').nullable(),
          address: words('地点').nullable(),
          count: count('案件'),
          returned: count('办结后又发生', '次'),
          medianDays: number('隔几天又来(中位)', '天'),
          share: share('占全区同类'),
          span: count('范围', '米'),
          isOpen: z.boolean().meta({ title: '现有在办' }),
          raised: z.array(z.string()).meta({ title: '已提请行业联动' }),
          cases: cases('案件'),
        }),
      )
      .meta({ title: '结构性问题' }),
  }),
})
export const raiseRoute = route({
  method: 'POST',
  path: '/cases/analysis/structural/raise',
  zh: '结构性问题提请行业联动',
  permission,
  tag,
  sheet: { menu },
  input: z.object({
    number: z.string().min(1).max(30).meta({ title: '其中任一案件号' }),
    unit: z.uuid().meta({ title: '行业主管单位', isUnit: true }),
    ...structuralInput,
  }),
  output: z.object({
    id: z.string().meta({ title: '行业联动', ref: 'cases.industry' }),
    number: words('编号'),
    cases: count('关联案件'),
  }),
  refusals: ['cases.raised'],
})
const predicted = {
  rate: share('按期率'),
  rateLow: share('按期率下限'),
  rateHigh: share('按期率上限'),
  median: number('中位用时', '小时'),
  medianLow: number('用时下限', '小时'),
  medianHigh: number('用时上限', '小时'),
  p90: number('九成以内用时', '小时'),
}
export const simulateRoute = route({
  method: 'GET',
  path: '/cases/analysis/simulate',
  zh: '政策推演:换时限、班次、人手、派遣方式重演历史',
  permission,
  tag,
  sheet: { menu },
  input: z.object({
    ...period,
    category: z
      .string()
      .regex(/^\d{1,5}$/, '类别为1至5位数字')
      .optional()
      .meta({ title: '改时限的类别(代码前几位,不填为全部)' }),
    limits: z.coerce.number().int().min(10).max(300).default(100).meta({ title: '时限改为现行的', unit: '%' }),
    crews: z.coerce.number().int().min(20).max(500).default(100).meta({ title: '人手改为现有的', unit: '%' }),
    shift: z
      .enum(['now', 'office', 'daily', 'long', 'always'])
      .default('now')
      .meta({
        title: '班次',
        choices: {
          now: '照现行',
          office: '工作日工作时间',
          daily: '每天工作时间(含节假日)',
          long: '每天7时至21时',
          always: '全天24小时',
        },
      }),
    routing: z
      .enum(['unit', 'street', 'pool'])
      .default('unit')
      .meta({ title: '派遣方式', choices: { unit: '照现行(按单位)', street: '按街道包干', pool: '全区统一调度' } }),
  }),
  output: z.object({
    trust: long('可信度'),
    count: count('重演案件'),
    actual: z.object(predicted).meta({ title: '实际(九成区间由按日重抽得出)' }),
    predicted: z.object(predicted).meta({ title: '推演' }),
    difference: z
      .object({ rate: number('按期率', '个百分点'), median: number('中位用时', '小时') })
      .meta({ title: '推演与实际之差' }),
    crews: z
      .object({
        now: count('现有', '人'),
        then: count('推演', '人'),
        busyNow: share('现行忙时占比'),
        busyThen: share('推演忙时占比'),
      })
      .meta({ title: '人手' }),
    check: z
      .object({
        rate: share('按期率'),
        median: number('中位用时', '小时'),
        isInside: z.boolean().meta({ title: '实际在其区间内' }),
      })
      .meta({ title: '核对一:照现行政策重演' }),
    later: z
      .object({
        count: count('后半段案件'),
        predicted: share('推算按期率'),
        low: share('下限'),
        high: share('上限'),
        actual: share('实际按期率'),
        isInside: z.boolean().meta({ title: '实际在区间内' }),
      })
      .meta({ title: '核对二:用前半段推后半段' }),
    categories: z
      .array(
        z.object({
          category: words('类别'),
          count: count('案件'),
          actualRate: share('实际按期率'),
          predictedRate: share('推演按期率'),
          actualMedian: number('实际中位用时', '小时'),
          predictedMedian: number('推演中位用时', '小时'),
        }),
      )
      .meta({ title: '分类别' }),
    assumptions: z.array(z.string()).meta({ title: '假定' }),
  }),
})

const graded = {
  count: count('件数'),
  score: number('得分', '分', 2).nullable(),
  grade: words('等级').nullable(),
}
export const postScoresRoute = route({
  method: 'GET',
  path: '/cases/analysis/posts',
  zh: '岗位、单位、区域评价与A–E等级',
  permission,
  tag,
  sheet: { menu },
  input: z.object(period),
  output: z.object({
    source: long('依据与把握'),
    posts: z
      .array(
        z.object({
          post: z.string().meta({
            title: '岗位',
            choices: { collector: '监督员', acceptor: '受理员', head: '值班长', dispatcher: '派遣员' },
          }),
          personId: z.string().meta({ title: '人员', isPerson: true }),
          ...graded,
          parts: z.array(z.string()).meta({ title: '分项' }),
        }),
      )
      .meta({ title: '岗位' }),
    units: z
      .array(
        z.object({
          unit: z.string().meta({ title: '单位', isUnit: true }),
          ...graded,
          handled: number('处置率', '%', 2).nullable(),
          rework: number('返工率', '%', 2).nullable(),
        }),
      )
      .meta({ title: '处置单位(得分为按期处置率)' }),
    areas: z
      .array(z.object({ area: area('街道'), ...graded, parts: z.array(z.string()).meta({ title: '分项' }) }))
      .meta({ title: '区域' }),
  }),
})
