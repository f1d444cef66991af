/** Sheets of drainage: what lies up or down of a node, what in the network cannot be, how far each catchment is surveyed. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const { table } = titled
const metres = (title: string) => z.number().meta({ title, unit: '米', decimals: 1 })
const km = (title: string) => z.number().meta({ title, unit: '公里', decimals: 3 })
export const traceRoute = route({
  method: 'GET',
  path: '/drainage/trace',
  zh: '管网上下游追溯',
  permission: 'drainage.pipe.read',
  tag: 'drainage',
  sheet: { menu: '排水管网' },
  input: z.object({
    node: z.string().min(1).max(30).meta({ title: '节点编号' }),
    direction: z
      .enum(['down', 'up'])
      .default('down')
      .meta({ title: '方向', choices: { down: '下游', up: '上游' } }),
    on: z.iso.date().optional().meta({ title: '管网日期(不填为现在)' }),
  }),
  output: z.object({
    pipes: titled.count('管段', '段'),
    lengthM: metres('总长'),
    ends: titled.list('到达的排口(上游则为源头节点)'),
    rows: table('管段', {
      pipe: titled.row('管段', 'drainage.pipe'),
      road: titled.words('道路(小区)'),
      system: titled.like('drainage.pipe.system'),
      upCode: titled.words('起点'),
      downCode: titled.words('终点'),
      diameterMm: titled.number('管径', 'mm'),
      lengthM: metres('长度'),
      distanceM: metres('距起查点'),
    }),
  }),
})
export const topologyRoute = route({
  method: 'GET',
  path: '/drainage/topology',
  zh: '管网拓扑检查',
  permission: 'drainage.pipe.read',
  tag: 'drainage',
  sheet: { menu: '排水管网' },
  input: z.object({}),
  output: z.object({
    pipes: titled.count('管段', '段'),
    nodes: titled.count('节点', '个'),
    faults: titled.count('问题', '处'),
    rows: table('问题', {
      what: titled.words('问题'),
      pipe: titled.row('管段', 'drainage.pipe').nullable(),
      node: titled.row('节点', 'drainage.node').nullable(),
    }),
  }),
})
export const surveyRoute = route({
  method: 'GET',
  path: '/drainage/survey',
  zh: '管网摸排进度',
  permission: 'drainage.pipe.read',
  tag: 'drainage',
  sheet: { menu: '排水管网' },
  input: z.object({}),
  output: z.object({
    totalKm: km('已摸排'),
    rows: table('片区', {
      zone: titled.row('片区', 'drainage.zone'),
      plannedKm: km('计划'),
      roadKm: km('道路已摸排'),
      innerKm: km('公建小区已摸排'),
      percent: titled.percent('进度'),
      defects: titled.count('缺陷', '处'),
      isLate: titled.flag('逾期未完'),
    }),
  }),
})
