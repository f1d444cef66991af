/** Choices of 市容. */
export const duties = { sanitation: '包卫生', order: '包秩序', greening: '包绿化及设施' } as const
export const colours = { green: '绿', yellow: '黄', red: '红' } as const
export type Colour = keyof typeof colours
export const plans = { routine: '例行检查', surprise: '抽查', complaint: '投诉核查', red: '红色必查' } as const
export const issueSources = {
  officer: '执法队员',
  collector: '信息采集员',
  camera: '摄像头识别',
  visit: '门前三包检查',
  alliance: '联盟互查',
  mass: '群众举报',
} as const
export const outcomes = {
  told: '已告知商户',
  answered: '商户已回复,待核实',
  street: '逾期,街道督办',
  self: '商户自行整改',
  assisted: '街道督促整改',
  sent: '转案件派遣',
  penalised: '转处罚',
  relearn: '再学习(误报)',
} as const
export const allianceKinds = { alliance: '自治联盟', street: '商街自治' } as const
export const measures = { inside: '线内出店', mall: '商场占道促销', vendor: '流动商贩划定区域', flexible: '柔性执法' } as const
