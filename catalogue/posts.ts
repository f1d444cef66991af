/** 岗位: the posts a bureau usually has, as sets of verbs. A bureau may change them; code never asks for a post by name. */
export interface PostFact {
  readonly id: string
  readonly zh: string
  readonly verbs: readonly string[]
  readonly adminKind?: 'system' | 'security' | 'audit'
  readonly home: string
}
const look = ['cases.case.read', 'cases.condition.read', 'cases.duty.read', 'cases.letter.read', 'grid.component.read', 'grid.road.read', 'grid.building.read', 'grid.key-point.read', 'grid.shop.read', 'grid.compound.read', 'cases.list.read', 'cases.item.read', 'cases.micro-repair.read', 'cases.micro-renewal.read', 'cases.blind-corner.read', 'cases.corner-visit.*', 'cases.industry.read', 'cases.micro-team.read', 'cases.meeting.read', 'cases.category-group.read']
export const posts: readonly PostFact[] = [
  { id: 'collector', zh: '信息采集员(监督员)', verbs: [...look, 'cases.report', 'cases.verify', 'grid.census.*', 'grid.component.write', 'intake.patrol.*', 'intake.correction.*'], home: '/today' },
  { id: 'operator', zh: '受理员', verbs: [...look, 'cases.report', 'cases.accept', 'cases.appeal.read', 'intake.*', 'personal.reveal'], home: '/today' },
  { id: 'duty-head', zh: '值班长', verbs: [...look, 'cases.report', 'cases.accept', 'cases.file', 'cases.close', 'cases.supervise', 'cases.appeal.read', 'cases.list.*', 'intake.*', 'personal.reveal'], home: '/today' },
  { id: 'dispatcher', zh: '派遣员', verbs: [...look, 'cases.dispatch', 'cases.supervise', 'cases.appeal.read', 'cases.list.*', 'intake.order.read'], home: '/today' },
  { id: 'handler', zh: '专业部门处置人员', verbs: [...look, 'cases.handle', 'cases.appeal.read', 'cases.list.*', 'grid.component.write', 'grid.component-job.fix', 'grid.component-job.read', 'grid.collection.read', 'grid.collection.submit', 'intake.order.read', 'intake.assignment.read', 'intake.whistle.read', 'intake.arrival.read', 'intake.handle'], home: '/today' },
  { id: 'officer', zh: '执法队员', verbs: [...look, 'cases.report', 'cases.handle', 'grid.shop.write', 'intake.patrol.*', 'intake.correction.*'], home: '/today' },
  { id: 'street-admin', zh: '街道管理员', verbs: [...look, 'cases.report', 'cases.handle', 'grid.*', 'intake.whistle.*', 'intake.order.read', 'intake.handle', 'cases.list.*'], home: '/today' },
  { id: 'assessor', zh: '考核员', verbs: [...look, 'cases.appeal.read', 'cases.list.*', 'cases.supervise', 'grid.*', 'intake.*'], home: '/stats' },
  { id: 'leader', zh: '局领导', verbs: [...look, 'cases.supervise', 'cases.force-close', 'cases.appeal.read', 'cases.list.*', 'cases.meeting.*', 'intake.*', 'grid.*'], home: '/stats' },
  { id: 'data', zh: '数据管理员', verbs: [...look, 'grid.*', 'cases.condition.write', 'cases.duty.write', 'cases.category-group.*', 'cases.micro-team.write', 'cases.blind-corner.write', 'import.run'], home: '/rows/grid.component' },
  { id: 'system-admin', zh: '系统管理员', verbs: ['system.people', 'system.units', 'system.messages', 'system.parameters', 'system.calendar'], adminKind: 'system', home: '/admin' },
  { id: 'security-admin', zh: '安全管理员', verbs: ['security.appoint', 'security.sessions'], adminKind: 'security', home: '/admin' },
  { id: 'audit-admin', zh: '审计管理员', verbs: ['audit.read', 'audit.verify'], adminKind: 'audit', home: '/journal' },
]
