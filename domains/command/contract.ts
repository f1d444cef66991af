/** Sheets of command: the floor as it stands, the desks of the levels, where a person went. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const tag = 'command'
const { table } = titled
const degrees = (title: string) => z.number().nullable().meta({ title, decimals: 6 })
const when = (title: string) => z.date().nullable().meta({ title })
export const floorRoute = route({
  method: 'GET',
  path: '/command/floor',
  zh: '指挥现场:在班人员、车辆、告警、案件、摄像机',
  permission: 'command.errand.read',
  tag,
  sheet: { menu: '三级指挥' },
  input: z.object({}),
  output: z.object({
    at: z.date().meta({ title: '时刻' }),
    onShift: titled.count('在班人员', '人'),
    located: titled.count('有新定位', '人'),
    openAlarms: titled.count('未消除告警', '起'),
    openCases: titled.count('在办案件'),
    cameras: titled.count('在线摄像机', '路'),
    people: table('人员', {
      id: titled.person('姓名'),
      /** Untitled: the sheet names the person by the id. */
      name: z.string(),
      unit: titled.words('单位'),
      post: titled.words('岗位'),
      state: titled.words('值班'),
      radio: titled.maybe('对讲机'),
      seenAt: when('最后位置时刻'),
      agoMinutes: z.number().nullable().meta({ title: '距今', unit: '分钟' }),
      isFresh: titled.flag('位置有效'),
      lon: degrees('经度'),
      lat: degrees('纬度'),
      errand: titled.maybe('在办调度'),
    }),
    vehicles: table('车辆', {
      plate: titled.words('车牌'),
      seenAt: when('最后位置时刻'),
      speed: z.number().nullable().meta({ title: '速度', unit: 'km/h' }),
      lon: degrees('经度'),
      lat: degrees('纬度'),
    }),
    alarms: table('告警', {
      id: titled.row('告警', 'sensing.alarm'),
      title: titled.words('内容'),
      at: z.date().meta({ title: '时间' }),
      lon: degrees('经度'),
      lat: degrees('纬度'),
    }),
    cases: table('时限最近的在办案件', {
      id: titled.row('案件', 'cases.case'),
      what: titled.words('内容'),
      dueAt: when('时限'),
      lon: degrees('经度'),
      lat: degrees('纬度'),
    }),
    eyes: table('摄像机', { name: titled.words('摄像机'), lon: degrees('经度'), lat: degrees('纬度') }),
  }),
})
export const desksRoute = route({
  method: 'GET',
  path: '/command/desks',
  zh: '各级席位在办一览',
  permission: 'command.order.read',
  tag,
  sheet: { menu: '三级指挥' },
  input: z.object({}),
  output: z.object({
    own: titled.maybe('我的席位'),
    desks: table('席位', {
      level: titled.like('command.desk.level'),
      name: titled.words('席位'),
      waiting: titled.count('待签收', '件'),
      missed: titled.count('其中逾时', '件'),
      doing: titled.count('办理中', '件'),
      late: titled.count('其中超时', '件'),
      toJudge: titled.count('待本席评价', '件'),
      receipt: z.number().nullable().meta({ title: '平均签收用时', unit: '分钟', decimals: 1 }),
    }),
    mine: table('本席指令', {
      order: titled.row('指令', 'command.order'),
      status: titled.like('command.order.status'),
      receiveBy: when('签收期限'),
      finishBy: when('办结期限'),
      isOver: titled.flag('已过期限'),
    }),
  }),
})
export const playbackRoute = route({
  method: 'GET',
  path: '/command/playback',
  zh: '轨迹回放:不填起止为上一班',
  permission: 'command.playback',
  tag,
  sheet: { menu: '三级指挥' },
  input: z.object({
    person: titled.person('人员'),
    from: z.iso.datetime({ offset: true }).optional().meta({ title: '起', help: '不填为此人最近结束的一班' }),
    to: z.iso.datetime({ offset: true }).optional().meta({ title: '止' }),
  }),
  output: z.object({
    shift: titled.words('班次'),
    from: z.date().meta({ title: '起' }),
    to: z.date().meta({ title: '止' }),
    km: z.number().meta({ title: '里程', unit: '公里', decimals: 2 }),
    longestGap: titled.number('最长无定位', '分钟'),
    drawing: z.string().meta({ title: '轨迹图', isSvg: true }),
    points: table('轨迹点', {
      at: z.date().meta({ title: '时间' }),
      lon: z.number().meta({ title: '经度', decimals: 6 }),
      lat: z.number().meta({ title: '纬度', decimals: 6 }),
      speed: z.number().nullable().meta({ title: '速度', unit: 'km/h' }),
    }),
  }),
})
