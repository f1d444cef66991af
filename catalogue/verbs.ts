/** What the posts of a bureau have in common: sets of verbs, named once. */

/** Cases and the ground they stand on: for everybody in the loop. */
export const look = [
  'cases.case.read',
  'cases.condition.read',
  'cases.duty.read',
  'cases.letter.read',
  'cases.callback.read',
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
  'cases.collector-month.read',
  'cases.category-group.read',
]
/** Alarms, devices and what cameras saw, for whoever is on duty or goes there. */
export const sensingLook =
  'device quantity status reading position hourly upkeep command rule fence line weather team alarm install-job alarm-test camera shop-in-view scene zone model detection training warning flight drone pilot spot spot-shape risk-source risk-check risk-notice patrol-tag patrol-route tag-visit missed-tag berth-road berth berth-order berth-stay berth-scan work-plan work-audit radio radio-issue group-call talk viewing gas-user gas-part gas-replacement access-point wifi-acceptance recycler drop recycler-clearing points-machine goods points-account deal bike-dock bike-move leachate-day research'
    .split(' ')
    .map((name) => `sensing.${name}.read`)
export const sensingDuty = [...sensingLook, 'sensing.duty', 'sensing.video', 'sensing.weather.write']
export const sensingHandle = [
  ...sensingLook,
  'sensing.handle',
  'sensing.alarm-test.write',
  'sensing.upkeep.write',
  'sensing.risk-check.write',
  'sensing.recycler-clearing.write',
  'sensing.patrol',
  'sensing.talk',
]

/** Whoever is given tasks, targets and figures to fill in by the assessment office. */
export const carried = [
  'evaluation.carry',
  ...['task', 'target-letter', 'unit-appraisal', 'service-value', 'review-meeting'].map((name) => `evaluation.${name}.read`),
]
export const officeLook =
  'phase module problem it-project cooperation access council-member council-meeting research standard seat shift team-training team-month product law-work openness-item publication site-score site-problem'
    .split(' ')
    .map((name) => `office.${name}.read`)
/** Whoever applies for projects, hands in works, publishes, answers what is said of the city. */
export const officeCarry = [
  ...officeLook.filter((verb) => !verb.startsWith('office.access')),
  'office.carry',
  'opinion.reply',
  'opinion.item.read',
]
/** Whoever keeps the internal works: everything but approving. */
export const officeManage = [
  ...officeLook,
  'office.manage',
  'office.carry',
  ...['council-member', 'seat', 'shift', 'team-training', 'openness-item'].map((name) => `office.${name}.write`),
]
export const opinionWatch = [
  'opinion.watch',
  ...['item', 'digest', 'alarm'].map((name) => `opinion.${name}.read`),
  ...['keyword', 'outlet', 'mention'].map((name) => `opinion.${name}.*`),
]
/** 考核结果、案卷对被考核者公开: whoever is assessed sees the rounds, findings and papers, never who inspected. */
export const assessed =
  'scheme item round result appeal check check-item point finding fund grant talk survey special third-report honour target-letter street-class site-plan deduction dust-sample outer-result outside-rank meeting task review-meeting workshop rule-opinion local-scheme task-force campaign title criterion fine-street model-road fine-lane unit-appraisal service-index service-round service-value multi rural-ranking patrol-file honour-roll analysis'
    .split(' ')
    .map((name) => `evaluation.${name}.read`)
export const creditLook =
  'scheme item subject measure embedding partner event round check-plan use list-entry lock share disclosure'
    .split(' ')
    .map((name) => `credit.${name}.read`)
export const reportsLook = [
  'reports.report.read',
  'reports.article.read',
  'reports.post.read',
  'reports.account.read',
  'reports.outline.read',
]
export const reportsWrite = [
  ...reportsLook,
  'reports.write',
  'reports.article.write',
  'reports.account.write',
  'reports.outline.write',
]
/** Departments enter their ledgers and hand in their months. */
export const statisticsFill = [
  'statistics.fill',
  'statistics.entry.*',
  'statistics.matter.read',
  'statistics.return.read',
  'statistics.metric.read',
]
/** Lots, berths, orders and what is done about parking, for whoever works with it. */
export const parkingLook =
  'lot berth walkway source board tariff exemption collector yard yard-item lock sighting berth-now feed-message lot-now area-entry ledger-entry collector-complaint order account pilot reservation onboarding agreement share-use scheme fusion joint-request compound-market violation shift integrity segment yard-check lock-order'
    .split(' ')
    .map((name) => `parking.${name}.read`)
/** What a collector at the roadside needs: never the accounts and the ledger. */
export const parkingCollect = [
  ...'lot berth board tariff berth-now lot-now order reservation share-use shift lock lock-order'
    .split(' ')
    .map((name) => `parking.${name}.read`),
  'parking.collect',
]
