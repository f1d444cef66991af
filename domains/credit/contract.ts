/** Words of credit that screens may know. */

export const trades = {
  sanitation: '环卫作业服务企业',
  muck: '建筑渣土运输',
  greenBuild: '绿化施工',
  greenCare: '绿化养护',
  cleaning: '清洗行业',
  frontage: '门前三包',
  appearance: '市容',
  volunteer: '志愿者',
} as const
export type Trade = keyof typeof trades
export const subjectKinds = { org: '企业', shop: '商户', person: '个人', driver: '驾驶员', vehicle: '车辆' } as const
export const grades = { A: 'A级(优)', B: 'B级(良)', C: 'C级(中)', D: 'D级(差)' } as const
export type Grade = keyof typeof grades
/** Only the two lower grades are asked for more. */
export const depositUpOf = (grade: Grade | null, parameter: (name: string) => number): number =>
  grade === 'C' || grade === 'D' ? parameter(`credit.deposit-${grade}`) : 0
/** 信用修复管理办法(发改委令36号): how grave a record is decides how long it may be shown. */
export const severities = { minor: '轻微', normal: '一般', serious: '严重' } as const
export const sureness = {
  verified: '已核对法条',
  secondary: '二手来源,待核对',
  memory: '凭记忆,待核对',
  example: '示例,由本局确定',
} as const
export const periods = { month: '每月', half: '每半年', year: '每年' } as const
export const effects = {
  deny: '不予准入、核准',
  slow: '取消告知承诺、容缺便利',
  fast: '优先办理、减少抽查',
  deposit: '提高保证金',
  watch: '列为重点检查',
} as const
