import { defineDomain } from '#kernel'
import { gridRegisters } from './registers.ts'

export default defineDomain({
  id: 'grid',
  zh: '网格与基础台账',
  registers: gridRegisters,
  menu: [
    { path: '/map', zh: '地图', group: '地图', verb: 'grid.component.read' },
    ...gridRegisters.map((r) => ({ path: `/rows/${r.id}`, zh: r.spec.zh, group: '台账', verb: `${r.id}.read` })),
  ],
})
