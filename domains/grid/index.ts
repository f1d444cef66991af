import { defineDomain, defineParameters, record, ref, text } from '#kernel'
import { redrawProcedure } from './areas.ts'
import { censusTask } from './census.ts'
import { collection, collectionJob, collectionPeriod, collectionPlan } from './collection.ts'
import { entryProcedure } from './entry.ts'
import { gridIndicators } from './indicators.ts'
import { gridListeners } from './listens.ts'
import { adSite, enterprise, illegalBuilding, standard, standardItem, village } from './objects.ts'
import { gridRegisters } from './registers.ts'
import { componentJob } from './repair.ts'
import { resettleJob } from './resettle.ts'
import { gridRoutes } from './routes.ts'
import { application, dataItem, delivery, sectorSet, sharing, sharingUse } from './sharing.ts'
import { gridStaff, pilot, station } from './staff.ts'

/** A patrol's stop at a key point; a point without one for longer than its interval is 漏巡. */
export const pointVisit = record('grid.point-visit', {
  zh: '点位巡查',
  menu: '网格',
  title: 'note',
  fields: { point: ref('点位', 'grid.key-point'), note: text('情况', { maxLength: 300 }) },
})

const registers = [
  ...gridRegisters,
  illegalBuilding,
  adSite,
  enterprise,
  village,
  gridStaff,
  pilot,
  standardItem,
  dataItem,
  application,
  sectorSet,
  collectionPlan,
]
const records = [pointVisit, delivery, sharingUse]
const procedures = [
  redrawProcedure,
  station,
  censusTask,
  entryProcedure,
  componentJob,
  collectionPeriod,
  collection,
  standard,
  sharing,
]
defineParameters([
  { name: 'grid.station-standard', zh: '达标服务站最低分', value: 75, unit: '分', source: '城市管理服务站验收办法(示例)' },
  { name: 'grid.station-demo', zh: '示范服务站最低分', value: 85, unit: '分', source: '城市管理服务站验收办法(示例)' },
  { name: 'grid.station-cityDemo', zh: '市级示范服务站最低分', value: 95, unit: '分', source: '城市管理服务站验收办法(示例)' },
])
export default defineDomain({
  id: 'grid',
  zh: '网格与基础台账',
  registers,
  records,
  procedures,
  indicators: gridIndicators,
  listens: gridListeners,
  jobs: [collectionJob, resettleJob],
  routes: gridRoutes,
  menu: [
    { path: '/map', zh: '地图', group: '地图', verb: 'grid.component.read' },
    ...[...registers, ...procedures, ...records].map((r) => ({
      path: `/rows/${r.id}`,
      zh: r.spec.zh,
      group: r.spec.menu ?? '台账',
      verb: `${r.id}.read`,
    })),
  ],
})
