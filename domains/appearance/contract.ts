/** Sheets of 市容 and the doors of shops and citizens. */
import { z } from 'zod'
import { asked, route, sheetsOf, titled } from '#kernel/contract'

const tag = 'appearance'
const town = titled.area('街道(镇)')
const { table } = titled
const num = (title: string, unit: string) => z.number().meta({ title, unit, decimals: 2 })
const sheet = sheetsOf('appearance')

export const platformRoute = sheet('platform', '门前三包平台', 'appearance.agreement.read', '门前三包', titled.period, {
  units: titled.count('责任单位', '家'),
  signed: titled.count('已签责任书', '家'),
  signedPercent: titled.percent('签订率'),
  rows: table('街道', {
    town,
    units: titled.count('责任单位', '家'),
    signed: titled.count('已签', '家'),
    green: titled.count('绿', '家'),
    yellow: titled.count('黄', '家'),
    red: titled.count('红', '家'),
    checks: titled.count('检查', '次'),
    issues: titled.count('问题'),
    self: titled.count('自行整改'),
    penalties: titled.count('处罚'),
  }),
})
export const dueRoute = sheet(
  'due',
  '门前三包应查清单',
  'appearance.agreement.read',
  '门前三包',
  {},
  {
    exempt: titled.count('绿色免例行检查', '家'),
    rows: table('红黄商户(逾期在前)', {
      agreement: titled.row('商户', 'appearance.agreement'),
      grade: z.string().nullable().meta({ title: '等级', like: 'appearance.agreement.grade' }),
      everyDays: titled.count('间隔', '天'),
      nextOn: titled.words('应查'),
      isOverdue: titled.flag('逾期'),
    }),
  },
)
export const outcomesRoute = sheet('outcomes', '商户自处理与自行整改率', 'appearance.issue.read', '门前三包', titled.period, {
  formula: titled.words('口径'),
  collected: titled.count('采集(识别)'),
  relearn: titled.count('再学习(误报)'),
  open: titled.count('未办结'),
  self: titled.count('自行整改(分子)'),
  closed: titled.count('已办结且非误报(分母)'),
  percent: titled.percent('自行整改率'),
  auto: titled.count('其中自动核实'),
  other: titled.percent('另一口径:(采集-再学习)÷采集'),
  isWhole: titled.flag('各去向之和等于采集'),
  rows: table('去向', { outcome: titled.like('appearance.issue.status'), count: titled.count('件数') }),
})
export const alliancesRoute = sheet('alliances', '联盟与商街自治评分', 'appearance.alliance.read', '自治联盟', titled.period, {
  rows: table('联盟(商街)', {
    alliance: titled.row('名称', 'appearance.alliance'),
    kind: titled.like('appearance.alliance.kind'),
    members: titled.count('成员', '家'),
    checks: titled.count('互查', '次'),
    meetings: titled.count('会议', '次'),
    visits: titled.count('镇街走访', '次'),
    issues: titled.count('成员问题'),
    self: titled.count('自己解决'),
    percent: titled.percent('自己解决率'),
    score: num('得分', '分'),
  }),
})
export const smartRoute = sheet('smart', '责任区智慧化试点', 'appearance.issue.read', '门前三包', titled.period, {
  roads: titled.count('试点道路', '条'),
  cameras: titled.count('摄像头', '个'),
  shops: titled.count('采集商家', '家'),
  detected: titled.count('识别'),
  merchant: titled.count('商户自处理'),
  relearn: titled.count('再学习'),
  sent: titled.count('推送派遣'),
  open: titled.count('未办结'),
  low: titled.count('低于置信度'),
  gap: titled.count('去向不明'),
  percent: titled.percent('自行整改率'),
  rows: table('道路', {
    road: titled.words('道路'),
    cameras: titled.count('摄像头', '个'),
    shops: titled.count('商家', '家'),
    detected: titled.count('识别'),
  }),
})
export const reliefRoute = sheet(
  'relief',
  '纾困措施受益与黄线',
  'appearance.measure.read',
  '门前三包',
  {},
  {
    rows: table('措施', {
      measure: titled.row('措施', 'appearance.measure'),
      kind: titled.like('appearance.measure.kind'),
      status: titled.like('appearance.measure.status'),
      benefited: titled.count('受益', '家'),
      active: titled.count('在线内经营', '家'),
      metres: num('黄线', 'm'),
      checks: titled.count('检查', '次'),
      breaches: titled.count('越线', '次'),
      revoked: titled.count('取消', '家'),
    }),
  },
)
export const boardRoute = route({
  method: 'GET',
  path: '/appearance/campaigns/:id/board',
  zh: '专项行动进度(按街道销号)',
  permission: 'appearance.campaign.read',
  tag,
  sheet: { of: 'appearance.campaign' },
  input: z.object({
    id: titled.about('专项行动', 'appearance.campaign'),
    year: asked.year,
  }),
  output: z.object({
    found: titled.count('排查', '个'),
    closed: titled.count('销号', '个'),
    left: titled.count('未销号', '个'),
    penalised: titled.count('转处罚', '个'),
    outings: titled.count('出动', '次'),
    samples: titled.count('示范样板', '个'),
    rows: table('街道 × 任务项', {
      town,
      code: titled.words('编号'),
      group: titled.words('组'),
      name: titled.words('任务项'),
      found: titled.count('排查', '个'),
      left: titled.count('未销号', '个'),
      done: num('完成数量', ''),
      target: z.number().nullable().meta({ title: '年度目标', decimals: 2 }),
      percent: titled.percent('完成'),
    }),
    months: table('逐月', {
      month: titled.words('月份'),
      found: titled.count('排查', '个'),
      closed: titled.count('销号', '个'),
      cases: titled.count('同类案件', '件'),
    }),
    stuck: table('协调清单', {
      item: titled.row('问题', 'appearance.item'),
      town,
      dueOn: titled.words('期限'),
      coordination: titled.maybe('协调意见'),
    }),
    places: table('地点 × 组', {
      place: titled.words('地点'),
      group: titled.words('组'),
      found: titled.count('排查', '个'),
      closed: titled.count('销号', '个'),
      left: titled.count('未销号', '个'),
    }),
    scores: table('街道督查得分', { town, checks: titled.count('督查', '次'), score: num('平均分', '分') }),
  }),
})
export const lanesRoute = sheet(
  'lanes',
  '街巷长履职',
  'appearance.lane.read',
  '街巷长',
  {
    month: asked.month,
  },
  {
    held: titled.count('在任', '条'),
    vacant: titled.count('空缺', '条'),
    missed: titled.count('漏巡', '条'),
    rows: table('路(街巷)', {
      lane: titled.row('路(街巷)', 'appearance.lane'),
      chief: titled.maybe('路(街巷)长'),
      due: titled.count('本月应巡', '次'),
      patrols: titled.count('本月巡查', '次'),
      percent: titled.percent('完成'),
      problems: titled.count('本月问题', '个'),
      late: titled.count('逾期转案件', '个'),
      lastOn: titled.maybe('最近巡查'),
      isMissed: titled.flag('超期未巡'),
    }),
  },
)
export const projectsRoute = sheet(
  'projects',
  '改造项目年度完成',
  'appearance.project.read',
  '改造提升',
  { year: asked.year },
  {
    rows: table('类别', {
      kind: titled.like('appearance.project.kind'),
      target: titled.count('目标', '个'),
      projects: titled.count('项目', '个'),
      accepted: titled.count('已验收', '个'),
      metres: num('长度', 'm'),
      fundsWan: num('资金', '万元'),
      bondWan: num('其中专项债券', '万元'),
      spentWan: num('决算', '万元'),
      percent: titled.percent('完成'),
    }),
    open: table('未完节点', {
      project: titled.row('项目', 'appearance.project'),
      stage: titled.words('节点'),
      dueOn: titled.words('计划'),
      isLate: titled.flag('逾期'),
    }),
  },
)
export const worksRoute = sheet(
  'works',
  '街面设施与效果',
  'appearance.works.read',
  '街面设施',
  {},
  {
    rows: table('设施', {
      kind: titled.like('appearance.works.kind'),
      places: titled.count('在用', '处'),
      quantity: num('数量', ''),
      damaged: titled.count('损坏', '处'),
      overdue: titled.count('到期未拆', '处'),
      removed: titled.count('已移除', '处'),
    }),
    effects: table('张贴栏、涂刷的小广告前后', {
      works: titled.row('设施', 'appearance.works'),
      kind: titled.like('appearance.works.kind'),
      before: titled.count('前90天', '张'),
      after: titled.count('后90天', '张'),
    }),
    parking: table('隔离栏、花箱百米内乱停占道前后', {
      works: titled.row('设施', 'appearance.works'),
      kind: titled.like('appearance.works.kind'),
      spot: titled.like('appearance.works.spot'),
      before: titled.count('前90天', '起'),
      after: titled.count('后90天', '起'),
    }),
    kiosks: table('岗亭清理', {
      town,
      total: titled.count('岗亭', '个'),
      left: titled.count('未处理', '个'),
      isCleared: titled.flag('清零'),
    }),
  },
)
export const hotspotsRoute = sheet('hotspots', '占道经营时段热点', 'appearance.occupation.read', '占道经营', titled.period, {
  corrected: titled.count('纠正', '起'),
  penalised: titled.count('移送处罚', '起'),
  punishedPercent: titled.percent('占道处罚率'),
  rows: table('地点 × 时段', {
    place: titled.words('地点'),
    hour: titled.count('时', '时'),
    times: titled.count('次数', '次'),
    unknown: titled.count('经营者不明', '次'),
  }),
})
const photosIn = z.array(z.uuid()).min(1).max(9)
export const shopReplyRoute = route({
  method: 'POST',
  path: '/public/frontage/:number/fixed',
  zh: '商户回复已自行整改(凭短信中的编号与回复码)',
  permission: 'public',
  tag,
  input: z.object({
    number: z.string().max(40),
    code: z.string().regex(/^\d{6}$/),
    note: z.string().min(1).max(300),
    photos: photosIn,
  }),
  output: z.object({ number: z.string(), status: z.string() }),
  refusals: ['appearance.field', 'kernel.too-many'],
})
export const spotsRoute = route({
  method: 'GET',
  path: '/public/appearance/spots',
  zh: '打卡点与固定焚烧点',
  permission: 'public',
  tag,
  input: z.object({}),
  output: z.object({
    spots: z.array(
      z.object({
        number: z.string(),
        name: z.string(),
        concept: z.string().nullable(),
        /** Pictures somebody has looked over: `/public/pictures/:id`. */
        photos: z.array(z.string()),
        stars: z.number().nullable(),
        ratings: z.number(),
        lon: z.number().nullable(),
        lat: z.number().nullable(),
      }),
    ),
    burning: z.array(
      z.object({
        name: z.string(),
        address: z.string(),
        barrels: z.number(),
        lon: z.number().nullable(),
        lat: z.number().nullable(),
      }),
    ),
  }),
})
export const rateSpotRoute = route({
  method: 'POST',
  path: '/public/appearance/spots/:number/rate',
  zh: '评价打卡点',
  permission: 'public',
  tag,
  input: z.object({ number: z.string().max(40), star: z.number().int().min(1).max(5) }),
  output: z.object({ ratings: z.number(), stars: z.number() }),
  refusals: ['kernel.too-many', 'kernel.not-found'],
})
