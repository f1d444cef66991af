/** What alarms follow from: rules as dated data, the places they speak of, the teams that go, the weather that makes limits stricter. */
import { choice, code, date, flag, instant, integer, longText, number, ref, register, text, unit } from '#kernel'
import { caseTimes, ruleTypes, severities, sides, weatherLevels } from './words.ts'

const clockText = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '时间应如 06:30' }
export const fence = register('sensing.fence', {
  zh: '电子围栏',
  menu: '感知告警',
  geometry: 'Polygon',
  title: 'name',
  fields: { name: text('名称', { maxLength: 80 }).unique().searchable(), note: text('说明', { maxLength: 200 }).optional() },
})
export const line = register('sensing.line', {
  zh: '规定路线',
  menu: '感知告警',
  geometry: 'LineString',
  title: 'name',
  fields: { name: text('名称', { maxLength: 80 }).unique().searchable(), note: text('说明', { maxLength: 200 }).optional() },
})
export const weather = register('sensing.weather', {
  zh: '天气响应',
  menu: '感知告警',
  title: 'name',
  help: '响应期间,规则中填了“天气响应期间限值”的按该值判断。',
  fields: {
    name: text('名称', { maxLength: 80 }).searchable(),
    level: choice('等级', weatherLevels),
    startsAt: instant('开始'),
    endsAt: instant('结束').optional(),
    source: text('发布单位', { maxLength: 60 }),
  },
  checks: { order: { sql: 'ends_at is null or ends_at > starts_at', zh: '结束应晚于开始' } },
})
export const team = register('sensing.team', {
  zh: '抢修队伍',
  menu: '感知告警',
  geometry: 'Point',
  title: 'name',
  help: '告警时按设备种类找最近的一支。',
  fields: {
    name: text('队伍名称', { maxLength: 80 }).unique().searchable(),
    deviceKind: code('处置的设备种类', 'device-kind'),
    unit: unit('所属单位').optional(),
    leader: text('带班人', { maxLength: 40 }).personal('name').optional(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
  },
})
const needs = (type: string, column: string): string => `type <> '${type}' or ${column} is not null`
export const streamRule = register('sensing.rule', {
  zh: '告警规则',
  menu: '感知告警',
  title: 'name',
  help: '规则按生效日期执行,改动留有记录;改前可在“规则试运行”里用历史数据试算。维护期间与超出量程的读数不参与判断。',
  fields: {
    code: text('规则代码', { maxLength: 40 }).searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    type: choice('类型', ruleTypes),
    deviceKind: code('设备种类', 'device-kind'),
    device: ref('仅此设备', 'sensing.device').optional(),
    quantity: text('监测量代码', { maxLength: 40 }).optional().help('看位置的规则不填'),
    side: choice('方向', sides).optional(),
    limit: number('限值').optional(),
    release: number('恢复值').optional().help('回到此值才算恢复,不填同限值'),
    weatherLimit: number('天气响应期间限值').optional(),
    seconds: integer('持续', { unit: '秒', min: 0, max: 86_400 }).optional(),
    minutes: integer('时间窗', { unit: '分钟', min: 1, max: 44_640 }).optional(),
    times: integer('次数', { min: 1, max: 10_000 }).optional(),
    radiusM: number('半径(偏离距离)', { unit: 'm', min: 1 }).optional(),
    fence: ref('围栏', 'sensing.fence').optional(),
    line: ref('路线', 'sensing.line').optional(),
    fromTime: text('时段起', { maxLength: 5, pattern: clockText })
      .optional()
      .help('时段规则为允许活动的时段,其余规则只在此时段判断'),
    toTime: text('时段止', { maxLength: 5, pattern: clockText }).optional(),
    first: ref('规则一', 'sensing.rule').optional(),
    second: ref('规则二', 'sensing.rule').optional(),
    severity: choice('级别', severities),
    caseOn: choice('立案', caseTimes),
    categoryKind: choice('案件大类', { component: '部件', matter: '事件' }).optional(),
    category: text('案件类别代码', { maxLength: 20 }).optional(),
    isOn: flag('启用'),
    validFrom: date('自'),
    validTo: date('止(不含)').optional(),
    basis: longText('依据与来源', { maxLength: 500 }),
  },
  uniqueTogether: [['code', 'validFrom']],
  checks: {
    threshold: {
      sql: "type <> all (array['threshold', 'rate', 'frequency']) or (quantity is not null and limit_ is not null and side is not null)",
      zh: '限值、速率、频次规则须填监测量、方向和限值',
    },
    hysteresis: {
      sql: "release is null or limit_ is null or (side = 'above' and release <= limit_) or (side = 'below' and release >= limit_)",
      zh: '恢复值应在限值的安全一侧',
    },
    rate: { sql: needs('rate', 'minutes'), zh: '速率规则须填时间窗' },
    frequency: { sql: "type <> 'frequency' or (minutes is not null and times is not null)", zh: '频次规则须填时间窗和次数' },
    absence: { sql: needs('absence', 'minutes'), zh: '无报文规则须填时间窗' },
    dwell: { sql: "type <> 'dwell' or (minutes is not null and radius_m is not null)", zh: '停留规则须填时间窗和半径' },
    fence: { sql: "type <> all (array['enter', 'leave', 'stay']) or fence is not null", zh: '围栏规则须选围栏' },
    stay: { sql: needs('stay', 'minutes'), zh: '滞留规则须填时间窗' },
    route: { sql: "type <> 'route' or (line is not null and radius_m is not null)", zh: '路线规则须选路线并填偏离距离' },
    window: { sql: "type <> 'window' or (from_time is not null and to_time is not null)", zh: '时段规则须填时段起止' },
    pair: {
      sql: "type <> 'combination' or (first is not null and second is not null and first <> second and minutes is not null)",
      zh: '组合规则须选两条不同的规则并填时间窗',
    },
  },
  sort: { by: 'code' },
})
