/** 岗位: the posts a bureau usually has, as sets of verbs. A bureau may change them; code never asks for a post by name. */
export interface PostFact {
  readonly id: string
  readonly zh: string
  readonly verbs: readonly string[]
  readonly adminKind?: 'system' | 'security' | 'audit'
  readonly home: string
}
const look = [
  'cases.case.read',
  'cases.condition.read',
  'cases.duty.read',
  'cases.letter.read',
  'grid.component.read',
  'grid.road.read',
  'grid.building.read',
  'grid.key-point.read',
  'grid.shop.read',
  'grid.compound.read',
  'cases.list.read',
  'cases.item.read',
  'cases.micro-repair.read',
  'cases.micro-renewal.read',
  'cases.blind-corner.read',
  'cases.corner-visit.*',
  'cases.industry.read',
  'cases.micro-team.read',
  'cases.meeting.read',
  'cases.category-group.read',
]
const of = (names: string, verb: 'read' | 'write'): readonly string[] =>
  names.split(' ').map((name) => `enforcement.${name}.${verb}`)
const enforcementRegisters =
  'certificate party squad squad-member squad-place lawyer lawyer-post benchmark leniency law power deadline record-rule device supervision-item assessment-standard agreement barbecue-site rail-zone rail-project'
const enforcementCases =
  'penalty measure evidence process-record hold seizure document payment remedy publication supervision deed squad-call capture campaign operation frontage-issue sorting-check food-waste-check fire greening-damage obstacle compound-case revenue-check rail-check police-task joint-patrol joint-finding assistance region-meeting check-plan check-task lawyer-work training attendance power-transfer meeting guidance assessment assessment-score'
/** Whoever enforces sees its cases, papers and registers. */
const enforcementLook = [...of(enforcementRegisters, 'read'), ...of(enforcementCases, 'read')]
const permitNames =
  'item ad-zone hauler truck disposal-site occupation project sanitation-standard duty-slot faq application certificate item-revision appointment supervision gas-recheck truck-exit filing filing-part simultaneous lighting-scheme lighting-drawing lighting-acceptance sanitation-review delivery-check design-review compound-acceptance consultation truck-move'
/** Whoever works on permits, or meets their holders in the street, sees them all. */
const permitLook = permitNames.split(' ').map((name) => `permits.${name}.read`)
/** 考核结果、案卷对被考核者公开: whoever is assessed sees the rounds, findings and papers, never who inspected. */
const assessed =
  'scheme item round result appeal check check-item point finding fund grant talk survey special third-report honour target-letter street-class site-plan deduction dust-sample outer-result outside-rank meeting'
    .split(' ')
    .map((name) => `evaluation.${name}.read`)
const creditLook = 'scheme item subject measure embedding partner event round check-plan use list-entry lock share disclosure'
  .split(' ')
  .map((name) => `credit.${name}.read`)
/** Domains whose registers the data administrator keeps: a new domain is added to this line. */
const kept = ['grid.*', 'statistics.*', 'sensing.*']
const reportsLook = [
  'reports.report.read',
  'reports.article.read',
  'reports.post.read',
  'reports.account.read',
  'reports.outline.read',
]
const reportsWrite = [...reportsLook, 'reports.write', 'reports.article.write', 'reports.account.write', 'reports.outline.write']
/** Departments enter their ledgers and hand in their months. */
const statisticsFill = [
  'statistics.fill',
  'statistics.entry.*',
  'statistics.matter.read',
  'statistics.return.read',
  'statistics.metric.read',
]
export const posts: readonly PostFact[] = [
  {
    id: 'collector',
    zh: '信息采集员(监督员)',
    verbs: [
      ...look,
      'evaluation.inspect',
      'evaluation.inspection.read',
      'evaluation.recheck.read',
      'evaluation.point.read',
      'cases.report',
      'cases.verify',
      'grid.census.*',
      'grid.entry.read',
      'grid.illegal-building.read',
      'grid.ad-site.read',
      'grid.component.write',
      'intake.patrol.*',
      'intake.correction.*',
    ],
    home: '/today',
  },
  {
    id: 'operator',
    zh: '受理员',
    verbs: [...look, 'cases.report', 'cases.accept', 'cases.appeal.read', 'intake.*', 'personal.reveal'],
    home: '/today',
  },
  {
    id: 'duty-head',
    zh: '值班长',
    verbs: [
      ...look,
      'cases.report',
      'cases.accept',
      'cases.file',
      'cases.close',
      'cases.supervise',
      'cases.appeal.read',
      'cases.list.*',
      'intake.*',
      'personal.reveal',
    ],
    home: '/today',
  },
  {
    id: 'dispatcher',
    zh: '派遣员',
    verbs: [...look, 'cases.dispatch', 'cases.supervise', 'cases.appeal.read', 'cases.list.*', 'intake.order.read'],
    home: '/today',
  },
  {
    id: 'handler',
    zh: '专业部门处置人员',
    verbs: [
      ...statisticsFill,
      ...look,
      'cases.handle',
      'cases.appeal.read',
      'cases.list.*',
      'grid.component.write',
      'grid.component-job.fix',
      'grid.component-job.read',
      'grid.collection.read',
      'grid.collection.submit',
      'intake.order.read',
      'intake.assignment.read',
      'intake.whistle.read',
      'intake.arrival.read',
      'intake.handle',
      'enforcement.guide',
      'enforcement.guidance.read',
      'enforcement.meeting.read',
    ],
    home: '/today',
  },
  {
    id: 'officer',
    zh: '执法队员',
    verbs: [
      ...look,
      ...enforcementLook,
      ...creditLook,
      ...permitLook,
      'cases.report',
      'cases.handle',
      'grid.shop.write',
      'intake.patrol.*',
      'intake.correction.*',
      'enforcement.handle',
      'enforcement.party.write',
      'enforcement.deed.write',
      'enforcement.operation.write',
      'enforcement.barbecue-site.write',
      'enforcement.confirm',
      'permits.inspect',
    ],
    home: '/today',
  },
  {
    id: 'street-admin',
    zh: '街道管理员',
    verbs: [
      ...statisticsFill,
      ...look,
      ...assessed,
      'evaluation.street',
      'cases.report',
      'cases.handle',
      'grid.*',
      'intake.whistle.*',
      'intake.order.read',
      'intake.handle',
      'cases.list.*',
      ...enforcementLook,
      ...permitLook,
      'enforcement.street',
      'enforcement.confirm',
    ],
    home: '/today',
  },
  {
    id: 'enforcement-head',
    zh: '执法大队负责人',
    verbs: [
      ...look,
      ...enforcementLook,
      ...creditLook,
      ...permitLook,
      'enforcement.approve',
      'enforcement.publish',
      'enforcement.supervise',
      'enforcement.plan',
      'enforcement.cooperate',
      'enforcement.region-meeting.write',
      'enforcement.confirm',
      'enforcement.guide',
    ],
    home: '/today',
  },
  {
    id: 'legal-reviewer',
    zh: '法制审核员',
    verbs: [...look, ...enforcementLook, 'enforcement.review', 'enforcement.hear', 'enforcement.verify', 'enforcement.teach'],
    home: '/today',
  },
  {
    id: 'enforcement-clerk',
    zh: '执法内勤',
    verbs: [
      ...look,
      ...enforcementLook,
      ...of('party lawyer lawyer-post squad squad-member squad-place device', 'write'),
      'enforcement.collect',
      'enforcement.archive',
      'enforcement.plan',
      'enforcement.teach',
      'enforcement.cooperate',
      'enforcement.capture',
      'enforcement.operation.write',
      'enforcement.region-meeting.write',
    ],
    home: '/today',
  },
  {
    id: 'assessor',
    zh: '考核员',
    verbs: [
      'statistics.*',
      ...look,
      ...reportsWrite,
      'evaluation.*',
      ...enforcementLook,
      ...creditLook,
      ...permitLook,
      'cases.appeal.read',
      'cases.list.*',
      'cases.supervise',
      'grid.*',
      'intake.*',
      'enforcement.supervise',
    ],
    home: '/stats',
  },
  {
    id: 'leader',
    zh: '局领导',
    verbs: [
      ...statisticsFill,
      'statistics.approve',
      ...look,
      ...reportsLook,
      'reports.publish',
      'evaluation.*',
      'cases.supervise',
      'cases.force-close',
      'cases.appeal.read',
      'cases.list.*',
      'cases.meeting.*',
      'intake.*',
      'grid.*',
      ...enforcementLook,
      ...creditLook,
      ...permitLook,
      'credit.approve',
      'enforcement.approve',
      'enforcement.publish',
      'enforcement.supervise',
    ],
    home: '/stats',
  },
  {
    id: 'data',
    zh: '数据管理员',
    verbs: [
      ...look,
      ...kept,
      ...enforcementLook,
      ...creditLook,
      ...permitLook,
      ...of(enforcementRegisters, 'write'),
      'cases.condition.write',
      'cases.duty.write',
      'cases.category-group.*',
      'cases.text-model.*',
      'cases.text-check.read',
      'cases.micro-team.write',
      'cases.blind-corner.write',
      ...['item', 'ad-zone', 'hauler', 'truck', 'disposal-site', 'project', 'sanitation-standard', 'duty-slot'].map(
        (name) => `permits.${name}.write`,
      ),
      ...['scheme', 'item', 'subject', 'measure', 'embedding', 'partner'].map((name) => `credit.${name}.write`),
      'import.run',
      'intake.return',
    ],
    home: '/rows/grid.component',
  },
  {
    id: 'window-clerk',
    zh: '政务窗口办事员',
    verbs: [
      ...look,
      ...creditLook,
      ...permitLook,
      'permits.apply',
      'permits.accept',
      'permits.deliver',
      'permits.consultation.write',
      'permits.project.write',
      'permits.faq.write',
      'permits.duty-slot.write',
      'permits.manage',
    ],
    home: '/today',
  },
  {
    id: 'permit-reviewer',
    zh: '审批审查员',
    verbs: [...look, ...creditLook, ...permitLook, 'permits.review', 'permits.inspect'],
    home: '/today',
  },
  {
    id: 'permit-head',
    zh: '审批科负责人',
    verbs: [...look, ...creditLook, ...permitLook, 'permits.decide', 'permits.review', 'permits.manage'],
    home: '/today',
  },
  {
    id: 'credit-clerk',
    zh: '信用管理员',
    verbs: [...look, ...creditLook, ...permitLook, 'credit.collect'],
    home: '/today',
  },
  {
    id: 'credit-reviewer',
    zh: '信用审核员',
    verbs: [...look, ...creditLook, ...permitLook, 'credit.review'],
    home: '/today',
  },
  {
    id: 'system-admin',
    zh: '系统管理员',
    verbs: ['system.people', 'system.units', 'system.messages', 'system.parameters', 'system.calendar'],
    adminKind: 'system',
    home: '/admin',
  },
  {
    id: 'security-admin',
    zh: '安全管理员',
    verbs: ['security.appoint', 'security.sessions'],
    adminKind: 'security',
    home: '/admin',
  },
  { id: 'audit-admin', zh: '审计管理员', verbs: ['audit.read', 'audit.verify'], adminKind: 'audit', home: '/journal' },
]
