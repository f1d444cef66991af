/** What gates, weighbridges and terminals said of muck, and what followed from it. */
import { choice, date, flag, instant, integer, money, number, record, ref, text } from '#kernel'
import { alarmKinds, safetySystems, traceKinds } from './words.ts'

const plate = text('号牌', { maxLength: 10 }).searchable()
export const passage = record('muck.passage', {
  zh: '工地出场过车',
  menu: '清运监管',
  title: 'plate',
  fields: {
    ticket: text('过车号', { maxLength: 60 }).searchable(),
    site: ref('工地', 'muck.site').optional(),
    gate: text('卡口号', { maxLength: 40 }),
    plate,
    loadM3: number('装载', { unit: 'm³', min: 0 }),
    isWashed: flag('已冲洗'),
    isCovered: flag('已密闭'),
    trip: ref('趟次', 'muck.trip').optional(),
    finding: choice('异常', alarmKinds).optional(),
    detail: text('异常情况', { maxLength: 300 }).optional(),
  },
})
export const receipt = record('muck.receipt', {
  zh: '消纳场进场签收(联单)',
  menu: '清运监管',
  title: 'plate',
  fields: {
    ticket: text('签收号', { maxLength: 60 }).searchable(),
    dump: ref('消纳场', 'muck.dump'),
    plate,
    m3: number('签收', { unit: 'm³', min: 0 }),
    feeFen: money('消纳费'),
    trip: ref('趟次', 'muck.trip').optional(),
  },
})
export const sighting = record('muck.sighting', {
  zh: '路面抓拍',
  menu: '清运监管',
  title: 'plate',
  help: '道路卡口、视频识别到的渣土车;载土而没有在途趟次的为无证运输线索。',
  fields: {
    ticket: text('抓拍号', { maxLength: 60 }).searchable(),
    plate,
    isLoaded: flag('载土'),
    source: text('来源', { maxLength: 60 }),
    hasTrip: flag('有在途趟次'),
  },
})
/** One row a truck: where it is and what it is doing; `receivedAt` is how far its fixes have been judged. */
export const truckNow = record('muck.truck-now', {
  zh: '渣土车现状',
  menu: '渣土指挥',
  isLive: true,
  geometry: 'Point',
  title: 'plate',
  fields: {
    plate,
    state: choice('状态', { onTrip: '清运在途', idle: '空闲' }),
    speed: number('速度', { unit: 'km/h' }).optional(),
    site: ref('工地', 'muck.site').optional(),
  },
})
export const dumpNow = record('muck.dump-now', {
  zh: '消纳场余量',
  menu: '消纳与资源化',
  isLive: true,
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('消纳场', { maxLength: 100 }).searchable(),
    usedM3: number('已填', { unit: 'm³' }),
    leftM3: number('余量', { unit: 'm³' }),
    todayM3: number('当日受纳', { unit: 'm³' }),
    limitState: choice('日限', { normal: '正常', warn: '预警', stop: '停止受纳' }),
  },
})
export const trace = record('muck.trace', {
  zh: '轨迹异常',
  menu: '清运监管',
  title: 'plate',
  fields: {
    plate,
    trip: ref('趟次', 'muck.trip').optional(),
    kind: choice('异常', traceKinds),
    metres: number('偏离', { unit: 'm' }),
  },
})
export const safetyEvent = record('muck.safety-event', {
  zh: '主动安全报警',
  menu: '渣土指挥',
  title: 'plate',
  help: 'JT/T 808 定位汇报的附加项 0x64—0x67(T/JSATL 12-2017)。',
  fields: {
    plate,
    haulerCode: text('企业信用代码', { maxLength: 18 }),
    system: choice('系统', safetySystems),
    event: text('报警', { maxLength: 40 }),
    level: integer('级别'),
    speed: number('车速', { unit: 'km/h' }).optional(),
    trip: ref('趟次', 'muck.trip').optional(),
  },
})
/** 基础数据变化: what changed of a firm or truck, so that “updated as they change” can be counted. */
export const baseChange = record('muck.base-change', {
  zh: '企业车辆数据变化',
  menu: '渣土台账',
  title: 'name',
  fields: {
    what: choice('对象', { company: '企业', truck: '车辆' }),
    name: text('名称(号牌)', { maxLength: 100 }).searchable(),
    change: text('变化', { maxLength: 300 }),
  },
})
export const points = record('muck.points', {
  zh: '违法记分',
  menu: '渣土查处',
  title: 'subject',
  fields: {
    happenedOn: date('违法日期'),
    holder: choice('对象', { company: '企业', truck: '车辆' }),
    subject: text('企业(号牌)', { maxLength: 100 }).searchable(),
    code: text('代码', { maxLength: 18 }),
    points: integer('记分', { unit: '分' }),
    kind: text('情形', { maxLength: 20 }),
    violation: ref('查处', 'muck.violation'),
  },
})
export const patrolWeek = record('muck.patrol-week', {
  zh: '联合巡查周统计',
  menu: '联合巡查',
  title: 'week',
  fields: {
    week: text('周', { maxLength: 8 }),
    weekOn: date('周一'),
    required: integer('应巡查', { unit: '次' }),
    extra: integer('其中重大活动加密', { unit: '次' }),
    done: integer('已巡查', { unit: '次' }),
    trucks: integer('检查车辆', { unit: '辆次' }),
    isMet: flag('达标'),
    closedAt: instant('统计时间'),
  },
})
export const muckRecords = [passage, receipt, sighting, truckNow, dumpNow, trace, safetyEvent, baseChange, points, patrolWeek]
