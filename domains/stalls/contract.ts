/** Sheets of 摊区夜市. */
import { z } from 'zod'
import { asked, route, sheetsOf, titled } from '#kernel/contract'

const tag = 'stalls'
const { table } = titled
const num = (title: string, unit: string) => z.number().meta({ title, unit, decimals: 2 })
const sheet = sheetsOf('stalls')
export const sitesRoute = sheet(
  'sites',
  '摊区夜市总表',
  'stalls.site.read',
  '摊区设置',
  {},
  {
    communities: titled.count('设临时摊区的社区', '个'),
    rows: table('摊区夜市', {
      site: titled.row('名称', 'stalls.site'),
      kind: titled.like('stalls.site.kind'),
      status: titled.like('stalls.site.status'),
      stalls: titled.count('摊位', '个'),
      held: titled.count('在用', '个'),
      free: titled.count('空余', '个'),
      percent: titled.percent('使用率'),
      schoolM: z.number().nullable().meta({ title: '距校园', unit: 'm', decimals: 1 }),
      hazards: titled.count('未销隐患', '个'),
      rentFen: z.number().meta({ title: '已缴摊位费', isMoney: true }),
      arrears: titled.count('欠费', '户'),
      instead: titled.maybe('已满时可去'),
    }),
  },
)
export const proofRoute = route({
  method: 'GET',
  path: '/stalls/rounds/:id/proof',
  zh: '抽签复算',
  permission: 'stalls.round.read',
  tag,
  sheet: { of: 'stalls.round' },
  input: z.object({ id: titled.about('摊位分配', 'stalls.round') }),
  output: z.object({
    rule: titled.words('规则'),
    seal: titled.words('公告的封条'),
    seed: titled.maybe('公布的种子'),
    isSealed: titled.flag('种子与封条相符'),
    isSame: titled.flag('复算顺序与公布一致'),
    rows: table('结果', {
      order: titled.count('顺序', ''),
      applicant: titled.row('报名', 'stalls.applicant'),
      status: titled.like('stalls.applicant.status'),
      stall: z.number().nullable().meta({ title: '摊位号' }),
    }),
  }),
})
export const fairsRoute = sheet(
  'fairs',
  '市场检查排名',
  'stalls.fair-check.read',
  '安全检查',
  {
    month: asked.month,
  },
  {
    checked: titled.count('检查', '家'),
    passed: titled.percent('合格率'),
    rows: table('排名', {
      rank: titled.count('名次', ''),
      site: titled.row('市场', 'stalls.site'),
      score: num('得分', '分'),
      isPassed: titled.flag('合格'),
      publishedOn: titled.maybe('公布'),
    }),
  },
)
export const nightsRoute = sheet('nights', '夜间问题按晚', 'stalls.night.read', '外摆与夜间经济', titled.period, {
  rows: table('当晚', {
    dayOn: titled.words('日期'),
    rounds: titled.count('巡查', '次'),
    out: titled.count('在外经营', '家'),
    unlisted: titled.count('名单外', '家'),
    offHours: titled.count('时段外', '家'),
    noise: titled.count('噪声', '起'),
    litter: titled.count('垃圾', '处'),
    market: titled.count('夜市秩序', '件'),
  }),
})
