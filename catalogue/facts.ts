/** Published facts: the words in which domains tell one another what has become true. Data only. */

import { z } from 'zod'
import { fact } from '#kernel/contract'

const source = z.object({
  /** Where the problem came from: `collector`, `12345`, `camera` … (`sources.ts`). */
  source: z.string(),
  /** Number under which the outside platform knows it. */
  outsideNumber: z.string().nullish(),
  sourceType: z.string().nullish(),
  sourceId: z.string().nullish(),
})
/** Somebody or something found a problem that should become a case. */
export const problemFound = fact(
  'problem.found',
  '发现问题',
  source.extend({
    description: z.string(),
    categoryKind: z.enum(['component', 'matter']).nullish(),
    category: z.string().nullish(),
    address: z.string().nullish(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
    photos: z.array(z.string()).default([]),
    reporterName: z.string().nullish(),
    reporterPhone: z.string().nullish(),
    isUrgent: z.boolean().default(false),
    /** A later one with the same key while the case is open adds to it instead of opening another. */
    mergeKey: z.string().nullish(),
  }),
)
const caseRef = z.object({
  caseId: z.string(),
  number: z.string(),
  sourceType: z.string().nullish(),
  sourceId: z.string().nullish(),
  source: z.string(),
})
export const caseOpened = fact('case.opened', '案件已登记', caseRef)
/** What was found is noted on a case that is already open: the source waits for that one. */
export const caseJoined = fact('case.joined', '并入在办案件', caseRef)
/** The end of a case, with what the reporter is to be told. */
export const caseEnded = fact('case.ended', '案件已办结', caseRef.extend({ status: z.string(), result: z.string() }))
/** A trade did and checked the work a case was dispatched for: the case goes on to its own verification. */
export const caseWorkDone = fact(
  'case.work-done',
  '案件的处置已完成',
  z.object({ caseId: z.string(), number: z.string(), result: z.string(), photos: z.array(z.string()) }),
)
/** A clock passed its deadline; told once a clock and round. */
export const clockOverdue = fact(
  'kernel.overdue',
  '时限已过',
  z.object({ subjectType: z.string(), subjectId: z.string(), name: z.string(), dueAt: z.string() }),
)
/** A decision that must become work: of a meeting, an instruction, an analysis. */
export const workDecided = fact(
  'work.decided',
  '议定事项',
  z.object({
    title: z.string(),
    content: z.string(),
    unitId: z.string(),
    dueOn: z.string(),
    sourceType: z.string(),
    sourceId: z.string(),
  }),
)
const permitHeld = z.object({
  certificateId: z.string(),
  number: z.string(),
  kind: z.string(),
  item: z.string(),
  holder: z.string(),
  holderCode: z.string(),
  holderKind: z.enum(['org', 'person']),
})
/** A permit or filing was handed out. */
export const permitIssued = fact(
  'permit.issued',
  '证照已颁发',
  permitHeld.extend({
    validFrom: z.string(),
    validTo: z.string(),
    /** Where it may be used, where it has a place. */
    address: z.string().nullish(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
  }),
)
/** A permit ended: revoked, withdrawn, cancelled or expired, and why. */
export const permitEnded = fact(
  'permit.ended',
  '证照已终止',
  permitHeld.extend({ how: z.string(), ground: z.string(), reason: z.string(), endedOn: z.string() }),
)
/** An object passed its acceptance and belongs into a register; `key` is the field by which it is known there. */
export const objectAccepted = fact(
  'object.accepted',
  '设施验收入库',
  z.object({
    register: z.string(),
    key: z.string(),
    values: z.record(z.string(), z.unknown()),
    lon: z.number(),
    lat: z.number(),
  }),
)
/** A credit grade as of a day; whoever grants, checks or plans may keep a copy. */
export const creditGraded = fact(
  'credit.graded',
  '信用等级已评定',
  z.object({ trade: z.string(), code: z.string(), name: z.string(), grade: z.enum(['A', 'B', 'C', 'D']), score: z.number() }),
)
/** How far a penalty has come that concerns somebody's record: decided, not paid though urged, fulfilled. */
export const penaltyStage = fact(
  'penalty.stage',
  '处罚进展',
  z.object({
    penaltyId: z.string(),
    number: z.string(),
    partyId: z.string(),
    topic: z.string(),
    stage: z.enum(['decided', 'unpaid', 'fulfilled']),
    track: z.string(),
    kinds: z.array(z.string()),
    fineFen: z.number(),
    lawText: z.string().nullish(),
  }),
)
/** An order to put something right, and that it was done. */
export const issueStage = fact(
  'issue.stage',
  '整改进展',
  z.object({
    type: z.string(),
    id: z.string(),
    number: z.string(),
    topic: z.string(),
    partyId: z.string(),
    stage: z.enum(['ordered', 'cleared']),
    /** Put right by the owner in time, without being sent back. */
    isSelf: z.boolean(),
  }),
)
/** A command to a device ended: done, refused by it, or never answered. */
export const commandEnded = fact(
  'device.command-ended',
  '设备指令已结束',
  z.object({
    commandId: z.string(),
    /** On whose account it was sent. */
    parentType: z.string().nullable(),
    parentId: z.string().nullable(),
    deviceId: z.string(),
    kind: z.string(),
    channel: z.number().nullable(),
    value: z.number().nullable(),
    result: z.enum(['done', 'refused', 'timeout']),
    answer: z.string(),
    at: z.string(),
  }),
)
/** What a device that is controlled said last: the newest value of each quantity since it was last told. */
export const deviceReported = fact(
  'device.reported',
  '受控设备读数',
  z.object({
    deviceId: z.string(),
    number: z.string(),
    kind: z.string(),
    at: z.string(),
    values: z.record(z.string(), z.number()),
  }),
)
/** A breach found by another domain, with its evidence, that asks for a penalty; the case itself is the enforcement's. */
export const penaltyWanted = fact(
  'penalty.wanted',
  '移送行政处罚',
  z.object({
    sourceType: z.string(),
    sourceId: z.string(),
    topic: z.string(),
    lawCode: z.string(),
    partyName: z.string(),
    /** By what the party is known until identified: a plate, a code. */
    partyCode: z.string(),
    /** A person where not told. */
    partyKind: z.enum(['person', 'org']).optional(),
    happenedOn: z.string(),
    address: z.string(),
    description: z.string(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
  }),
)
/** The penalty case that was opened for what another domain handed over. */
export const penaltyOpened = fact(
  'penalty.opened',
  '移送的处罚已立案源',
  z.object({ penaltyId: z.string(), number: z.string(), sourceType: z.string(), sourceId: z.string() }),
)
/** Somebody else's work found what may be an illegal building: to be verified by whoever keeps those. */
export const buildingSuspected = fact(
  'building.suspected',
  '疑似违法建设',
  z.object({
    sourceType: z.string(),
    sourceId: z.string(),
    number: z.string(),
    via: z.enum(['satellite', 'drone', 'report', 'patrol', 'pipeline']),
    address: z.string(),
    areaM2: z.number(),
    photos: z.array(z.string()).default([]),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
  }),
)
/** What a trade knows newer of an object of a base register; `value` is that of the field by which it is known there. */
export const objectChanged = fact(
  'object.changed',
  '台账对象状态变化',
  z.object({
    register: z.string(),
    key: z.string(),
    value: z.string(),
    values: z.record(z.string(), z.unknown()),
    reason: z.string(),
  }),
)
/** Trees of the registers that were felled or moved by permission, as looked at afterwards. */
export const treesTaken = fact(
  'permit.trees-taken',
  '许可砍伐移植的树木已核对',
  z.object({
    number: z.string(),
    how: z.enum(['cut', 'transplant']),
    codes: z.array(z.string()),
    place: z.string(),
    isAncient: z.boolean(),
  }),
)
/** How a muck truck's active-safety system stands; day permits ask for one that works. */
export const truckSafety = fact(
  'truck.safety',
  '渣土车主动安全系统状态',
  z.object({ plate: z.string(), isOk: z.boolean(), reason: z.string() }),
)
/** A load crossed a weighbridge and its ticket stands (told again, with the same ticket, when a person corrected it: the newest counts). */
export const sanitationWeighed = fact(
  'sanitation.weighed',
  '地磅过磅',
  z.object({
    /** Number of the ticket: unique in the district; the key by which a listener replaces what it knew. */
    ticket: z.string(),
    /** 生活垃圾四分类 and what is collected beside it. */
    waste: z.enum(['kitchen', 'other', 'recyclable', 'hazardous', 'bulky', 'garden', 'building', 'catering']),
    netKg: z.number(),
    /** `in`: brought to the station; `out`: carried on to a plant. */
    direction: z.enum(['in', 'out']),
    /** Name of the station or plant, and how it treats what it is given. */
    station: z.string(),
    treatment: z.enum(['transfer', 'incineration', 'landfill', 'biological', 'recycling', 'other']),
    plate: z.string(),
    /** Where it was collected: a street, town, compound, route or unit, as the ticket says. */
    fromPlace: z.string(),
    /** Carried on from a transfer station: it was counted when it came in there. */
    isOnward: z.boolean().default(false),
    /** Area code of the street or town it comes from, where known. */
    areaCode: z.string().nullish(),
    at: z.string(),
    /** A ticket that was void after all: take it away again. */
    isVoid: z.boolean().default(false),
  }),
)
/** A contractor's month was paid: these deductions of the assessment (their numbers) were taken off with that bill. */
export const contractorPaid = fact(
  'contractor.paid',
  '作业费已支付',
  z.object({ deductions: z.array(z.string()), bill: z.string(), on: z.string() }),
)
/** A plant's day was checked and stands: what came in, what was treated, how long it stood. */
export const plantReported = fact(
  'plant.reported',
  '处置设施日报已审核',
  z.object({
    plant: z.string(),
    dayOn: z.string(),
    intakeT: z.number(),
    treatedT: z.number(),
    downHours: z.number(),
    note: z.string().nullish(),
  }),
)
/** A trade found what the municipal repair crew should mend; told back with `municipal.done`. */
export const municipalWanted = fact(
  'municipal.wanted',
  '请市政维修',
  z.object({
    sourceType: z.string(),
    sourceId: z.string(),
    source: z.enum(['survey', 'drainage']),
    kind: z.enum(['cover', 'grate', 'blind', 'ramp', 'access', 'dredge']),
    fault: z.enum(['broken', 'lost', 'sunk', 'blocked']),
    place: z.string(),
    note: z.string(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
  }),
)
/** The municipal repair asked for was accepted. */
export const municipalDone = fact(
  'municipal.done',
  '市政维修已办结',
  z.object({ sourceType: z.string(), sourceId: z.string(), number: z.string(), result: z.string() }),
)
