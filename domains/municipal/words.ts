/** Words of 市政设施: kinds of jobs, the items counted with their units, faults and sources. */
export const jobKinds = {
  cover: '井盖',
  grate: '雨水箅子',
  pavement: '人行道',
  blind: '盲道',
  kerb: '路沿石',
  road: '路面',
  ramp: '接坡',
  access: '无障碍设施',
  dredge: '清淤疏通',
  small: '小修',
} as const
export type JobKind = keyof typeof jobKinds
export const items = {
  cover: '更换井盖',
  fiveProof: '更换五防井盖',
  grate: '更换雨水箅子',
  slab: '人行道火烧板',
  brick: '人行道砖',
  blind: '盲道',
  kerb: '路沿石',
  road: '路面',
  ramp: '人行道接坡',
  access: '其他无障碍设施',
  dredge: '清淤疏通',
  drain: '新建排水管',
  spot: '零星修补',
} as const
export type Item = keyof typeof items
export const units = { piece: '个', m2: '㎡', metre: '米', place: '处' } as const
/** The one unit an item is counted in. */
export const unitOf: Readonly<Record<Item, keyof typeof units>> = {
  cover: 'piece',
  fiveProof: 'piece',
  grate: 'piece',
  slab: 'm2',
  brick: 'm2',
  blind: 'm2',
  kerb: 'metre',
  road: 'm2',
  ramp: 'piece',
  access: 'piece',
  dredge: 'metre',
  drain: 'metre',
  spot: 'place',
}
/** What a job of a kind may consist of. */
export const itemsOf: Readonly<Record<JobKind, readonly Item[]>> = {
  cover: ['cover', 'fiveProof'],
  grate: ['grate'],
  pavement: ['slab', 'brick', 'blind', 'kerb'],
  blind: ['blind'],
  kerb: ['kerb'],
  road: ['road'],
  ramp: ['ramp'],
  access: ['access'],
  dredge: ['dredge', 'drain'],
  small: ['spot', 'slab', 'brick', 'blind', 'kerb', 'road', 'access'],
}
export const faults = {
  broken: '破损',
  lost: '丢失(缺失)',
  noisy: '异响',
  sunk: '沉降塌陷',
  blocked: '堵塞',
  none: '新增、其他',
} as const
export const jobSources = {
  patrol: '巡查',
  hotline: '热线',
  plan: '计划',
  case: '案件',
  survey: '排查',
  drainage: '排水移送',
  asked: '居民请求',
} as const
/** 窨井盖 by where it lies, with the least load class of GB/T 23858-2009. */
export const sites = { carriageway: '机动车道', kerbside: '路缘(慢车道)', pavement: '人行道', green: '绿地' } as const
export const loads = { A15: 'A15', B125: 'B125', C250: 'C250', D400: 'D400', E600: 'E600', F900: 'F900' } as const
export const leastLoad: Readonly<Record<keyof typeof sites, keyof typeof loads>> = {
  carriageway: 'D400',
  kerbside: 'C250',
  pavement: 'B125',
  green: 'A15',
}
export const loadRank = (load: keyof typeof loads): number => Object.keys(loads).indexOf(load)
export const proofs = { fall: '防坠落', noise: '防响', theft: '防盗', trip: '防跌', shift: '防位移' } as const
export const replies = { thanks: '致谢', satisfied: '满意', complaint: '不满意', none: '未表态' } as const
