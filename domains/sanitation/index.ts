/** 环卫: roads kept clean, waste fetched and weighed, vehicles, stations, contracts, villages and toilets. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { alarm } from './alarm.ts'
import { binRemoval } from './collection/bin-removal.ts'
import { complaint } from './collection/complaint.ts'
import { pickup, pickupJob } from './collection/pickup.ts'
import { pointCheck } from './collection/point-check.ts'
import { stop, streetBin, timetable } from './collection/registers.ts'
import { sweepingFigures } from './figures/sweeping.ts'
import { toiletFigures } from './figures/toilets.ts'
import { worksFigures } from './figures/works.ts'
import { renewal } from './fleet/renewal.ts'
import { charger, vehicle, vehicleDueJob } from './fleet/vehicle.ts'
import { sanitationListeners } from './listens.ts'
import { monthPay } from './market/pay.ts'
import { tender } from './market/tender.ts'
import { villageCheck, villageContract, villageSubsidy } from './market/village.ts'
import { sanitationRoutes } from './routes.ts'
import { facilityProject } from './stations/centre.ts'
import { disinfectDrive, disinfectJob } from './stations/disinfect.ts'
import { senseJob } from './stations/odour.ts'
import { disinfection, restPlace, restUse, stationLog } from './stations/registers.ts'
import { repair } from './stations/repair.ts'
import { collectorJob, collectorRound } from './sweeping/collector-job.ts'
import { planJob, settleJob } from './sweeping/day.ts'
import { onPostJob } from './sweeping/on-post.ts'
import { order } from './sweeping/order.ts'
import { pass, postCheck, roadDay, washWeek } from './sweeping/records.ts'
import { collector, nightTown, roadPlan, shiftPost, worker } from './sweeping/registers.ts'
import { roadCheck } from './sweeping/road-check.ts'
import { trackJob } from './sweeping/track.ts'
import { weatherJob, weatherOrder } from './sweeping/weather.ts'
import { alliance } from './toilets/alliance.ts'
import { toiletCall, toiletCheck } from './toilets/check.ts'
import { gradeJob, grading } from './toilets/grading.ts'
import { toiletProject } from './toilets/project.ts'
import { toilet, toiletClean, toiletDay, toiletNow, toiletPlan, toiletRating } from './toilets/registers.ts'
import { toiletRound } from './toilets/round.ts'
import { faultRule, toiletDayJob } from './toilets/rounds.ts'
import { suspension, suspensionJob } from './toilets/suspension.ts'
import { districtDay, ledgerJob, stationDay } from './weighing/ledger.ts'
import { mixCheck } from './weighing/mix.ts'
import { station } from './weighing/station.ts'
import { ticket } from './weighing/ticket.ts'

const registers = [
  roadPlan,
  shiftPost,
  nightTown,
  collector,
  worker,
  streetBin,
  stop,
  timetable,
  station,
  vehicle,
  charger,
  restPlace,
  villageContract,
  toilet,
  toiletPlan,
]
const records = [
  pass,
  roadDay,
  washWeek,
  postCheck,
  restUse,
  stationLog,
  disinfection,
  toiletClean,
  toiletDay,
  toiletRating,
  toiletNow,
]
const procedures = [
  alarm,
  complaint,
  order,
  weatherOrder,
  roadCheck,
  collectorJob,
  binRemoval,
  pickup,
  pointCheck,
  ticket,
  stationDay,
  districtDay,
  mixCheck,
  renewal,
  repair,
  facilityProject,
  disinfectDrive,
  tender,
  monthPay,
  villageCheck,
  villageSubsidy,
  toiletProject,
  alliance,
  suspension,
  toiletRound,
  toiletCheck,
  toiletCall,
  grading,
]
export default defineDomain({
  id: 'sanitation',
  zh: '环卫',
  registers,
  records,
  procedures,
  rules: [faultRule],
  indicators: [...sweepingFigures, ...worksFigures, ...toiletFigures],
  listens: sanitationListeners,
  routes: sanitationRoutes,
  jobs: [
    planJob,
    trackJob,
    onPostJob,
    weatherJob,
    settleJob,
    pickupJob,
    collectorRound,
    ledgerJob,
    vehicleDueJob,
    senseJob,
    disinfectJob,
    suspensionJob,
    gradeJob,
    toiletDayJob,
  ],
  verbs: {
    'sanitation.report': '环卫报修、投诉登记、申请',
    'sanitation.work': '环卫作业:打卡、收运、补扫、维修',
    'sanitation.dispatch': '环卫调度、核磅、处理异常',
    'sanitation.inspect': '环卫检查、复查、验收',
    'sanitation.weigh': '地磅上报',
    'sanitation.rural': '村庄环境整改',
    'sanitation.manage': '环卫计划、项目、合同管理',
    'sanitation.approve': '环卫审批',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '环卫',
    verb: `${d.id}.read`,
  })),
})
