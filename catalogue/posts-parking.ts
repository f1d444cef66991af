/** 停车的岗位: who runs it, who keeps its money, who collects at the roadside. */
import { look, parkingCollect, parkingLook } from './verbs.ts'

const kept = 'lot berth walkway source board tariff exemption collector collector-complaint yard yard-item lock'
  .split(' ')
  .map((name) => `parking.${name}.write`)
export const parkingPosts = [
  {
    id: 'parking-manager',
    zh: '停车管理员',
    verbs: [...look, ...parkingLook, ...kept, 'parking.manage', 'parking.collect', 'parking.catch', 'personal.reveal'],
    home: '/today',
  },
  { id: 'parking-finance', zh: '停车财务', verbs: [...parkingLook, 'parking.finance'], home: '/today' },
  { id: 'toll-collector', zh: '停车收费员', verbs: parkingCollect, home: '/today' },
] as const
