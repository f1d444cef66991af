/** Words of intake that screens may know. */

import { z } from 'zod'
import { satisfactionChoices } from '#catalogue/words.ts'
import { asked, defineErrors, route, sheetsOf, titled } from '#kernel/contract'

/** Channels whose messages are orders (诉求工单) with a number, a limit and an answer owed. */
export const orderChannels = {
  hotline: '城管服务热线(7×24)',
  '12345': '12345政务热线',
  '12319': '12319城管热线',
  minqingtong: '民情通',
  minhu: '民呼我应直通车',
  massReport: '群众举报',
} as const
export const orderKinds = {
  complaint: '投诉',
  report: '举报',
  request: '求助',
  advice: '建议',
  consult: '咨询',
  praise: '表扬',
} as const
export const rewardMatters = {
  illegalBuilding: '新增违法建设',
  dumping: '偷倒渣土垃圾',
  ads: '违规户外广告',
  damage: '损毁公共设施',
  gas: '燃气隐患',
  other: '其他',
} as const
export const categoryKinds = { component: '部件', matter: '事件' } as const
export const machineSources = { video: '视频智能识别', drone: '无人机', vehicle: '车载巡查' } as const
export const issueClasses = { appearance: '市容', sanitation: '环卫', municipal: '市政', advertising: '广告' } as const
/** Pictures of the citizen's doors, drawn by the app; where they lead. */
export const entryIcons = {
  camera: '相机',
  progress: '进度',
  phone: '电话',
  question: '问答',
  law: '法律',
  shop: '商户',
  link: '链接',
} as const
export const entryKinds = { page: '本应用页面', phone: '电话', link: '外部链接' } as const
export const intakeErrors = defineErrors({
  'intake.duplicate-of-self': { status: 422, zh: '不能并入自身', en: 'Cannot merge into itself' },
  'intake.known': {
    status: 409,
    zh: '外部工单{outside}已登记为{number},不再重复登记',
    en: 'Outside order {outside} is already {number}',
  },
  'intake.merge-closed': { status: 409, zh: '工单{number}{status},不能并入', en: 'Order {number} is closed' },
  'intake.in-case': { status: 409, zh: '已转案件{number},办结后才能再转', en: 'Already in case {number}' },
  'intake.no-case': { status: 409, zh: '尚未转案件或案件未办结,不能以案件结果答复', en: 'No finished case to answer with' },
  'intake.budget': {
    status: 409,
    zh: '本年度奖励预算余{left}元,不足{amount}元',
    en: 'Reward budget left {left}, needs {amount}',
  },
  'intake.no-budget': { status: 409, zh: '未设{year}年度奖励预算', en: 'No reward budget for {year}' },
  'intake.not-first': { status: 409, zh: '同一问题已由编号{number}先行举报,不重复奖励', en: 'Already reported under {number}' },
  'intake.units': { status: 422, zh: '请从本局单位中至少点名一个部门', en: 'Name at least one unit' },
  'intake.not-called': { status: 403, zh: '本单位没有被这次吹哨点名,由点名的部门报办理结果', en: 'Your unit was not called' },
  'intake.other-unit': { status: 403, zh: '本件由其他单位办理', en: 'Another unit handles it' },
  'intake.topic-ended': { status: 409, zh: '专项已结束,不能再上报问题', en: 'The topic has ended' },
  'intake.no-scale': { status: 409, zh: '没有“{matter}”现行有效的奖励标准,请先在举报奖励标准中登记', en: 'No scale in force' },
  'intake.over-scale': { status: 422, zh: '“{matter}”现行标准为{scale}元,不能超过', en: 'The scale is {scale}' },
  'intake.arrivals-open': { status: 409, zh: '还有{count}个部门未报到', en: '{count} units have not reported in' },
  'intake.topic-open': { status: 409, zh: '还有{count}个问题未办结', en: '{count} issues are still open' },
})
export const rosterGapsRoute = route({
  method: 'GET',
  path: '/intake/roster-gaps',
  zh: '热线排班缺口:7×24 每小时须有人',
  permission: 'intake.shift.read',
  tag: 'intake',
  sheet: { menu: '诉求设置' },
  input: z.object(titled.openPeriod),
  output: z.object({
    hours: titled.count('应值守', '小时'),
    covered: titled.count('已排班', '小时'),
    gaps: z.array(z.object({ from: titled.words('起'), to: titled.words('止') })).meta({ title: '无人值守' }),
  }),
})
export const topicTableRoute = route({
  method: 'GET',
  path: '/intake/topics/:id/table',
  zh: '专项汇总表:类别×地点',
  permission: 'intake.topic.read',
  tag: 'intake',
  sheet: { of: 'intake.topic' },
  input: z.object({ id: titled.about('专项', 'intake.topic') }),
  output: z.object({
    total: titled.count('问题', '个'),
    closed: titled.count('办结', '个'),
    onSpot: titled.count('其中当场解决(已核实)', '个'),
    claimed: titled.count('当场解决待核实', '个'),
    rows: z
      .array(
        z.object({
          issueClass: z.string().meta({ title: '类别', choices: issueClasses }),
          place: titled.words('地点'),
          total: titled.count('问题', '个'),
          closed: titled.count('办结', '个'),
        }),
      )
      .meta({ title: '类别×地点' }),
    quiet: titled.list('排查过、没有问题的点位'),
  }),
})
export const rewardLedgerRoute = sheetsOf('intake')(
  'reward-ledger',
  '举报奖励预算台账',
  'intake.reward-budget.read',
  '诉求',
  { year: asked.year },
  {
    budget: titled.number('年度预算', '元').nullable(),
    granted: titled.number('已核定', '元'),
    paid: titled.number('其中已发放', '元'),
    left: titled.number('预算余额', '元').nullable(),
    rows: titled.table('支出明细', {
      id: titled.row('举报', 'intake.reward'),
      matter: z.string().meta({ title: '事项', choices: rewardMatters }),
      amount: titled.number('奖励金额', '元'),
      grantedAt: z.date().meta({ title: '核定时间' }),
      paidAt: z.date().nullable().meta({ title: '发放时间' }),
      voucher: titled.maybe('凭证号'),
      left: titled.number('核定后余额', '元').nullable(),
    }),
  },
)
export const entriesRoute = route({
  method: 'GET',
  path: '/public/entries',
  zh: '市民入口(民呼我应)',
  permission: 'public',
  tag: 'public',
  input: z.object({}),
  output: z.object({
    /** The local name of the reporting program; null: the app's own word. */
    program: z.string().nullable(),
    district: z.string(),
    /** west, south, east, north */
    box: z.array(z.number()),
    entries: z.array(
      z.object({
        name: z.string().nullable(),
        icon: z.string(),
        kind: z.string(),
        target: z.string(),
        note: z.string().nullable(),
      }),
    ),
  }),
})
export const manifestRoute = route({
  method: 'GET',
  path: '/public/manifest.webmanifest',
  zh: '手机应用的清单:装到桌面时的名称与图标',
  permission: 'public',
  tag: 'public',
  raw: 'application/manifest+json',
  input: z.object({}),
  output: z.unknown(),
})
const answer = z.object({
  id: z.string(),
  at: z.date().meta({ title: '答复时间' }),
  channel: z.string().meta({ title: '渠道', choices: orderChannels }),
  number: titled.words('工单号'),
  outsideNumber: titled.maybe('外部编号'),
  status: titled.like('intake.order.status'),
  reply: titled.words('答复'),
  satisfaction: z.string().nullable().meta({ title: '满意度', choices: satisfactionChoices }),
  /** Tries of the gateway that carries it, and why the last one failed. */
  attempts: titled.count('已试', '次'),
  error: titled.maybe('未送达原因'),
})
const ofChannel = z.string().optional().meta({ title: '渠道', choices: orderChannels })
export const returnsRoute = route({
  method: 'GET',
  path: '/intake/returns',
  zh: '回传箱:尚未取走的答复',
  permission: 'intake.return',
  tag: 'intake',
  sheet: { menu: '诉求' },
  input: z.object({ channel: ofChannel }),
  output: z.object({ answers: z.array(answer).meta({ title: '待取走' }) }),
})
export const takeReturnsRoute = route({
  method: 'POST',
  path: '/intake/returns/take',
  zh: '取走回传答复:去交换(文件或队列),同一件只取一次',
  permission: 'intake.return',
  tag: 'intake',
  sheet: { menu: '诉求', button: '取走' },
  input: z.object({
    channel: ofChannel,
    most: z.number().int().min(1).max(1000).default(500).meta({ title: '至多', unit: '件' }),
  }),
  output: z.object({ answers: z.array(answer).meta({ title: '已取走' }) }),
})
const whole = z.coerce.number().int().min(0)
export const groundTileRoute = route({
  method: 'GET',
  path: '/public/tiles/:layer/:z/:x/:y',
  zh: '市民地图的底图瓦片(区划、道路、建筑)',
  permission: 'public',
  tag: 'public',
  raw: 'application/vnd.mapbox-vector-tile',
  input: z.object({ layer: z.string(), z: whole.max(17), x: whole, y: whole }),
  output: z.unknown(),
})
