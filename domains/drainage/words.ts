/** Words of 排水. Defect codes are those of CJJ 181-2012 (城镇排水管道检测与评估技术规程). */
export const systems = { rain: '雨水', sewage: '污水', combined: '合流' } as const
export const nodeKinds = {
  manhole: '检查井',
  inlet: '雨水口',
  junction: '接户井',
  pump: '泵站',
  outlet: '排口',
  plant: '污水处理厂',
} as const
export const materials = {
  concrete: '混凝土管',
  hdpe: 'HDPE管',
  ductile: '球墨铸铁管',
  pvc: 'PVC管',
  steel: '钢管',
  brick: '砖石沟',
  lined: '内衬修复管',
} as const
export const places = { road: '市政道路', inner: '公建小区内部' } as const
export const defectCodes = {
  PL: '破裂',
  BX: '变形',
  FS: '腐蚀',
  CK: '错口',
  QF: '起伏',
  TJ: '脱节',
  TL: '接口材料脱落',
  AJ: '支管暗接',
  CR: '异物穿入',
  SL: '渗漏',
  CJ: '沉积',
  JG: '结垢',
  ZW: '障碍物',
  CQ: '残墙坝根',
  SG: '树根',
  FZ: '浮渣',
  HJ: '雨污混接',
} as const
export type DefectCode = keyof typeof defectCodes
export const defectKinds = { structural: '结构性缺陷', functional: '功能性缺陷', mixed: '雨污混接' } as const
const functional: readonly string[] = ['CJ', 'JG', 'ZW', 'CQ', 'SG', 'FZ']
export const kindOfCode = (code: string): keyof typeof defectKinds => {
  if (code === 'HJ') return 'mixed'
  return functional.includes(code) ? 'functional' : 'structural'
}
export const methods = {
  cipp: '紫外光固化(CIPP)',
  patch: '局部树脂固化',
  lock: '不锈钢双胀环',
  spray: '水泥基喷涂',
  excavate: '开挖换管',
  dredge: '清淤疏通',
  seal: '封堵改接',
} as const
export type Method = keyof typeof methods
export const trenchless: readonly Method[] = ['cipp', 'patch', 'lock', 'spray']
export const methodsOf: Readonly<Record<keyof typeof defectKinds, readonly Method[]>> = {
  structural: [...trenchless, 'excavate'],
  functional: ['dredge', 'patch', 'excavate'],
  mixed: ['seal', 'excavate'],
}
export const beatKinds = { route: '排水设施巡查', pump: '泵房维护', standby: '备用电源试验', river: '河湖巡查' } as const
export const riverLevels = { county: '县级河长', town: '镇级河长', village: '村级河长' } as const
