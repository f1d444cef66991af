/** 指挥应急: duty without a gap and leaders at their place, warnings and the response to weather, plans, events and drills, stock and rescue teams, accidents told in time, events guarded. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { accident } from './accident.ts'
import { alarmsJob } from './alarms.ts'
import { matter } from './committee/matter.ts'
import { institution, meeting, member } from './committee/meeting.ts'
import { resolution } from './committee/resolution.ts'
import { call, post, roster, shift } from './duty.ts'
import { event, plan } from './event.ts'
import { guard } from './guard.ts'
import { commandIndicators } from './indicators.ts'
import { leaderDay } from './leader.ts'
import { commandListeners } from './listens.ts'
import { desk } from './orders/desk.ts'
import { arrivalJob, dispatch, errand } from './orders/errand.ts'
import { order } from './orders/order.ts'
import { orderRoutes } from './orders/routes.ts'
import { callOut, team } from './rescue.ts'
import { item, move, stockJob } from './stock.ts'
import { sudden } from './sudden.ts'
import { improvement, task } from './task.ts'
import { preset, warning } from './warning.ts'

const registers = [post, preset, team, desk, member, institution]
const procedures = [
  order,
  dispatch,
  errand,
  matter,
  meeting,
  resolution,
  sudden,
  warning,
  task,
  plan,
  event,
  improvement,
  accident,
  guard,
  roster,
  shift,
  call,
  leaderDay,
  item,
  move,
  callOut,
]
export default defineDomain({
  id: 'command',
  zh: '指挥应急',
  registers,
  procedures,
  indicators: commandIndicators,
  listens: commandListeners,
  jobs: [stockJob, alarmsJob, arrivalJob],
  routes: () => orderRoutes,
  verbs: {
    'command.issue': '应急指挥、预警发布与事故报告',
    'command.carry': '应急任务签收与执行',
    'command.duty': '值班接班、交班与应答',
    'command.roster': '值班表编制',
    'command.lead': '带班签到与替班申请',
    'command.check': '值班抽查、改进项复核与保障检查',
    'command.approve': '预案、换班与替班审批',
    'command.keep': '应急物资保管',
    'command.order': '三级指令流转与现场调度',
    'command.go': '接受调度到场',
    'command.playback': '轨迹回放',
    'command.raise': '城管委事项提请、意见与决议落实',
    'command.secretary': '城管委办:预审、会议与决议核实',
  },
  menu: [
    { path: '/command/floor', zh: '指挥现场', group: '三级指挥', verb: 'command.order' },
    ...([...procedures, ...registers] as readonly Definition[]).map((d) => ({
      path: `/rows/${d.id}`,
      zh: d.spec.zh,
      group: d.spec.menu ?? '指挥应急',
      verb: `${d.id}.read`,
    })),
  ],
})
