/** Things of the trades that sense or are sensed: their definitions, jobs and numbers, by the group of the menu. */
import type { Definition, Indicator, Job, Procedure, RecordDefinition, Register } from '#kernel'
import { bikeIndicators, bikeMove, dock } from './bike.ts'
import { drone, droneIndicators, flight, pilot } from './drone.ts'
import { gasIndicators, gasJob, gasPart, gasReplacement, gasUser } from './gas.ts'
import { leachateDay, leachateIndicators } from './leachate.ts'
import { missedJob, missedTag, nfcIndicators, patrolRoute, patrolTag, tagVisit } from './nfc.ts'
import { berth, berthJob, berthOrder, berthRoad, berthScan, berthStay, parkingIndicators } from './parking.ts'
import { account, clearing, deal, drop, goods, machine, pointIndicators, recycler } from './points.ts'
import { groupCall, radio, radioIndicators, radioIssue, talk } from './radio.ts'
import { research, researchIndicators } from './research.ts'
import { riskCheck, riskIndicators, riskJob, riskNotice, riskSource } from './risk.ts'
import { spot, spotIndicators, spotShape } from './satellite.ts'
import { senseIndicators } from './senses.ts'
import { warning, warningIndicators, warningJob } from './warning.ts'
import { accessPoint, wifiAcceptance, wifiIndicators } from './wifi.ts'
import { workAudit, workIndicators, workPlan } from './work.ts'

export const thingRegisters: readonly Register[] = [
  riskSource,
  drone,
  pilot,
  spotShape,
  patrolRoute,
  patrolTag,
  radio,
  gasUser,
  gasPart,
  accessPoint,
  recycler,
  machine,
  goods,
  account,
  dock,
  berthRoad,
  berth,
  workPlan,
]
export const thingRecords: readonly RecordDefinition[] = [
  riskCheck,
  tagVisit,
  missedTag,
  drop,
  clearing,
  deal,
  bikeMove,
  berthOrder,
  berthStay,
  berthScan,
]
export const thingProcedures: readonly Procedure[] = [
  riskNotice,
  research,
  flight,
  spot,
  radioIssue,
  groupCall,
  talk,
  gasReplacement,
  wifiAcceptance,
  leachateDay,
  warning,
  workAudit,
] as unknown as readonly Procedure[]
export const thingJobs: readonly Job[] = [riskJob, missedJob, gasJob, warningJob, berthJob]
export const thingIndicators: readonly Indicator[] = [
  ...riskIndicators,
  ...researchIndicators,
  ...droneIndicators,
  ...spotIndicators,
  ...nfcIndicators,
  ...radioIndicators,
  ...gasIndicators,
  ...wifiIndicators,
  ...pointIndicators,
  ...bikeIndicators,
  ...leachateIndicators,
  ...warningIndicators,
  ...parkingIndicators,
  ...workIndicators,
  ...senseIndicators,
]
export const thingMenu: readonly (readonly [group: string, definitions: readonly Definition[]])[] = [
  ['感知告警', [warning]],
  ['航拍与卫星', [flight, drone, pilot, spot, spotShape]],
  ['安全风险', [riskSource, riskCheck, riskNotice]],
  ['巡更', [patrolTag, patrolRoute, tagVisit, missedTag]],
  ['道路泊位', [berthRoad, berth, berthOrder, berthStay, berthScan]],
  ['机械化作业', [workPlan, workAudit]],
  [
    '智能装备',
    [
      radio,
      radioIssue,
      groupCall,
      talk,
      gasUser,
      gasPart,
      gasReplacement,
      accessPoint,
      wifiAcceptance,
      recycler,
      drop,
      clearing,
      machine,
      goods,
      account,
      deal,
      dock,
      bikeMove,
      leachateDay,
      research,
    ],
  ],
] as unknown as readonly (readonly [string, readonly Definition[]])[]
