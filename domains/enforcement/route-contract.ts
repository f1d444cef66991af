/** Shapes of enforcement's own routes. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'
import { measureKinds, sureness, topics } from './contract.ts'

const tag = 'enforcement'
const { about, count, maybe, percent, period, words } = titled
const fen = (title: string) => titled.number(title, 'fen')
export const campaignReportRoute = route({
  method: 'GET',
  path: '/enforcement/campaigns/:id/report',
  zh: '专项行动一键报告',
  permission: 'enforcement.campaign.read',
  tag,
  sheet: { of: 'enforcement.campaign' },
  input: z.object({ id: about('专项行动', 'enforcement.campaign') }),
  output: z.object({
    text: z.string().meta({ title: '报告', isLong: true }),
    name: words('专项行动'),
    goal: words('目标'),
    target: z.number().meta({ title: '目标数' }),
    startsOn: words('起'),
    endsOn: words('止'),
    areas: z.array(z.string()).meta({ title: '区域' }),
    status: z.string(),
    operations: z
      .object({ n: count('次数', '次'), people: count('出动人员', '人次'), vehicles: count('出动车辆', '车次') })
      .meta({ title: '行动' }),
    checks: z
      .object({ total: count('检查', '次'), byOutcome: z.record(z.string(), z.number()).meta({ title: '检查结果', unit: '次' }) })
      .meta({ title: '检查' }),
    issues: z.object({ found: count('发现', '个'), cleared: count('整改', '个') }).meta({ title: '问题' }),
    measures: z.record(z.string(), z.number()).meta({ title: '柔性措施', unit: '起', choices: measureKinds }),
    penalties: z.object({ filed: count('立案'), decided: count('处罚'), fen: fen('罚款') }).meta({ title: '处罚' }),
  }),
})
const band = z.object({
  id: z.string(),
  circumstance: words('情节'),
  level: z.string().meta({ title: '档次', choices: { none: '不予处罚', light: '从轻', normal: '一般', heavy: '从重' } }),
  minFen: fen('下限'),
  maxFen: fen('上限'),
  proposedFen: fen('建议数'),
  text: words('理由'),
})
export const proposalRoute = route({
  method: 'GET',
  path: '/enforcement/penalties/:id/proposal',
  zh: '裁量建议:从旧兼从轻的依据、幅度、基准各档建议数与理由、此前提醒',
  permission: 'enforcement.penalty.read',
  tag,
  sheet: { of: 'enforcement.penalty' },
  input: z.object({ id: about('案件', 'enforcement.penalty') }),
  output: z.object({
    law: maybe('适用依据'),
    why: words('从旧兼从轻'),
    range: words('法定幅度'),
    sure: z.string().nullable().meta({ title: '条文核对', choices: sureness }),
    earlierWarnings: count('此前提醒、责令', '次'),
    earlierPenalties: count('此前处罚', '次'),
    lenient: z
      .array(z.string().meta({ choices: { first: '首违可不罚', minor: '轻微不予处罚', micro: '小微快办' } }))
      .meta({ title: '可适用的免罚、快办清单' }),
    benchmarks: z.array(band).meta({ title: '裁量基准各档' }),
  }),
})
export const ledgerRoute = route({
  method: 'GET',
  path: '/enforcement/ledger',
  zh: '行政处罚与罚款台账:以元或万元、任意小数位',
  permission: 'enforcement.penalty.read',
  tag,
  sheet: { menu: '执法监督' },
  input: z.object({
    ...period,
    topic: z
      .enum(Object.keys(topics) as [keyof typeof topics])
      .optional()
      .meta({ title: '领域', choices: topics }),
    unit: z
      .enum(['yuan', 'wan'])
      .default('yuan')
      .meta({ title: '金额单位', choices: { yuan: '元', wan: '万元' } }),
    decimals: z.coerce.number().int().min(0).max(6).default(2).meta({ title: '小数位' }),
  }),
  output: z.object({
    count: count('处罚'),
    fineFen: z.number(),
    fine: words('罚没'),
    paid: words('已缴'),
    unpaid: words('未缴'),
    rows: z
      .array(
        z.object({
          id: z.string().meta({ title: '案件', ref: 'enforcement.penalty' }),
          number: words('案号'),
          decisionNumber: maybe('决定书文号'),
          party: maybe('当事人'),
          topic: words('领域'),
          decidedOn: words('决定日'),
          fineFen: z.number(),
          fine: words('罚没'),
          paid: words('已缴'),
          surcharge: words('加处罚款'),
          state: words('缴款情况'),
        }),
      )
      .meta({ title: '逐件' }),
  }),
})
export const work721Route = route({
  method: 'GET',
  path: '/enforcement/work-721',
  zh: '“721”工作法:服务、管理、执法的占比与权重',
  permission: 'enforcement.deed.read',
  tag,
  sheet: { menu: '执法监督' },
  input: z.object(period),
  output: z.object({
    total: count('执法行为', '次'),
    classes: z
      .array(
        z.object({
          key: z.string(),
          zh: words('类别'),
          n: count('次数', '次'),
          share: percent('占比'),
          weight: z.number().meta({ title: '“721”权重', unit: '%' }),
          difference: percent('相差'),
        }),
      )
      .meta({ title: '服务、管理、执法' }),
  }),
})
export const barbecueRoute = route({
  method: 'GET',
  path: '/enforcement/barbecue-sites',
  zh: '烧烤点:投诉、查处与反复',
  permission: 'enforcement.barbecue-site.read',
  tag,
  sheet: { menu: '专项执法' },
  input: z.object(period),
  output: z.object({
    rows: titled.table('各烧烤点', {
      site: titled.row('烧烤点', 'enforcement.barbecue-site'),
      hours: words('经营时段'),
      state: titled.like('enforcement.barbecue-site.state'),
      found: count('查处', '次'),
      complaints: count('投诉', '次'),
      educated: count('教育', '次'),
      filed: count('立案', '次'),
      open: count('在办', '件'),
      lastOn: maybe('最近一次'),
    }),
  }),
})
const lawyerWorks = {
  kept: count('到岗', '天'),
  missed: count('缺岗', '天'),
  keptRate: percent('到岗率'),
  consults: count('个案咨询'),
  reviews: count('文书审查'),
  trainings: count('授课', '次'),
  mediations: count('调解'),
  hours: titled.number('时长', '小时'),
}
export const lawyersRoute = route({
  method: 'GET',
  path: '/enforcement/lawyers',
  zh: '律师驻队:值班到岗、咨询审查与覆盖',
  permission: 'enforcement.lawyer-work.read',
  tag,
  sheet: { menu: '执法监督' },
  input: z.object(period),
  output: z.object({
    squads: count('基层中队', '个'),
    covered: count('有律师驻队', '个'),
    without: titled.list('尚无律师的中队'),
    rows: titled.table('各驻队安排', {
      squad: titled.row('中队', 'enforcement.squad'),
      lawyer: titled.row('律师', 'enforcement.lawyer'),
      due: count('应值班', '天'),
      ...lawyerWorks,
    }),
  }),
})
export const publicListRoute = route({
  method: 'GET',
  path: '/public/enforcement',
  zh: '行政执法公示',
  permission: 'public',
  tag: 'public',
  input: z.object({ kind: z.enum(['penalty', 'exposure', 'basis', 'check']).optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        number: z.string(),
        kind: z.string(),
        title: z.string(),
        body: z.string().nullable(),
        party: z.string().nullable(),
        publishedAt: z.date(),
        status: z.string(),
        reason: z.string().nullable(),
        /** Copies with plates and faces covered: `/public/pictures/:id`. */
        photos: z.array(z.string()),
      }),
    ),
  }),
})
