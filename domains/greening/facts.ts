/** Facts that greening tells itself: what a procedure decided becomes rows elsewhere. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

const shape = z.unknown().nullish()
const place = { lon: z.number().nullish(), lat: z.number().nullish(), areaCode: z.string().nullish() }
/** A project was accepted: the green space or greenway it built comes into the register. */
export const projectAccepted = fact(
  'greening.project-accepted',
  '园林工程验收',
  z.object({
    project: z.string(),
    number: z.string(),
    programme: z.string(),
    name: z.string(),
    buildKind: z.string(),
    space: z.string().nullish(),
    areaM2: z.number(),
    lengthM: z.number(),
    widthM: z.number(),
    on: z.string(),
    shape,
    ...place,
  }),
)
export const treesPruned = fact(
  'greening.trees-pruned',
  '行道树已修剪',
  z.object({ work: z.string(), on: z.string(), trees: z.array(z.object({ tree: z.string(), how: z.string() })) }),
)
export const defectsFound = fact(
  'greening.defects-found',
  '发现绿化缺陷',
  z.object({
    source: z.string(),
    sourceType: z.string(),
    sourceId: z.string(),
    segment: z.string().nullish(),
    road: z.string().nullish(),
    items: z.array(z.object({ key: z.string(), kind: z.string(), what: z.string() })),
    ...place,
  }),
)
/** A title given, lowered or taken away: the park, segment or road carries it. */
export const titleMoved = fact(
  'greening.title-moved',
  '园林称号变动',
  z.object({
    kind: z.string(),
    park: z.string().nullish(),
    segment: z.string().nullish(),
    isHeld: z.boolean(),
    star: z.number().nullish(),
    number: z.string(),
  }),
)
export const rosterPublished = fact(
  'greening.roster-published',
  '公园名录公布',
  z.object({ batch: z.string(), notice: z.string(), on: z.string(), codes: z.array(z.string()), removed: z.array(z.string()) }),
)
export const repairMoved = fact(
  'greening.repair-moved',
  '设施封闭或恢复',
  z.object({
    number: z.string(),
    park: z.string().nullish(),
    greenway: z.string().nullish(),
    point: z.string().nullish(),
    isClosed: z.boolean(),
    note: z.string(),
  }),
)
export const parkTaken = fact(
  'greening.park-taken',
  '公园已接收',
  z.object({ park: z.string(), owner: z.string(), on: z.string() }),
)
export const trapped = fact(
  'greening.trapped',
  '虫情监测',
  z.object({ trap: z.string(), pest: z.string(), count: z.number(), place: z.string(), segment: z.string().nullish(), ...place }),
)
export const medalsWon = fact(
  'greening.medals-won',
  '参展获奖',
  z.object({
    expo: z.string(),
    on: z.string(),
    medals: z.array(z.object({ entry: z.string(), category: z.string(), level: z.string(), count: z.number() })),
  }),
)
export const treeMoved = fact(
  'greening.tree-moved',
  '古树状态变化',
  z.object({ tree: z.string(), health: z.string(), reason: z.string() }),
)
export const dutyDone = fact(
  'greening.duty-done',
  '义务植树尽责',
  z.object({
    key: z.string(),
    name: z.string(),
    phone: z.string(),
    form: z.string(),
    trees: z.number(),
    people: z.number(),
    on: z.string(),
    activity: z.string().nullish(),
    areaCode: z.string().nullish(),
  }),
)
export const patrolled = fact(
  'greening.patrolled',
  '古树已巡护',
  z.object({
    tree: z.string(),
    on: z.string(),
    next: z.string(),
    health: z.string(),
    symptom: z.string(),
    patrol: z.string(),
    ...place,
  }),
)
