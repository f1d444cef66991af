/** What the posts of a bureau have in common: sets of verbs, named once. */

/** Cases and the ground they stand on: for everybody in the loop. */
export const look = [
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
/** Alarms, devices and what cameras saw, for whoever is on duty or goes there. */
export const sensingLook =
  'device quantity status reading position hourly upkeep command rule fence line weather team alarm install-job alarm-test camera shop-in-view scene zone model detection training warning flight drone pilot spot spot-shape risk-source risk-check risk-notice patrol-tag patrol-route tag-visit missed-tag berth-road berth berth-order berth-stay berth-scan work-plan work-audit radio radio-issue group-call gas-user gas-part gas-replacement access-point wifi-acceptance recycler drop recycler-clearing points-machine goods points-account deal bike-dock bike-move leachate-day research'
    .split(' ')
    .map((name) => `sensing.${name}.read`)
export const sensingDuty = [...sensingLook, 'sensing.duty', 'sensing.weather.write']
export const sensingHandle = [
  ...sensingLook,
  'sensing.handle',
  'sensing.alarm-test.write',
  'sensing.upkeep.write',
  'sensing.risk-check.write',
  'sensing.recycler-clearing.write',
  'sensing.patrol',
]
