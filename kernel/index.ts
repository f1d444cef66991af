/** The server façade: what domains, gateways and apps may import from the kernel. */

export { audit } from './audit.ts'
export * from './calendar/index.ts'
export { systemActor, type WorkContext } from './context.ts'
export * from './contract.ts'
export { createKernel, migrateAll, migrationSources } from './create.ts'
export { type Database, openDatabase, raw } from './db/index.ts'
export { type Domain, defineDomain, type Job, type Listener, listen } from './define/domain.ts'
export {
  atLeast,
  atMost,
  average,
  count,
  hours,
  type Indicator,
  indicator,
  indicatorsOf,
  ratio,
  sum,
  value,
} from './define/indicator.ts'
export { type Paper, type PaperText, paper } from './define/paper.ts'
export * from './define/procedure.ts'
export { type RecordDefinition, type RecordRow, record } from './define/record.ts'
export { type Register, type RegisterRow, register } from './define/register.ts'
export { type Rule, rule } from './define/rule.ts'
export { type Column, type Definition, readColumns, readRow, subjectInBox, tableName, tableOf } from './define/table.ts'
export { errorEntries, Refused, refusalEn, refusalZh, reject } from './errors.ts'
export { drain } from './events/outbox.ts'
export { publish } from './events/publish.ts'
export {
  addDays,
  addMonths,
  bySystem,
  bySystemIfStill,
  dayMs,
  dayText,
  didBefore,
  endOf,
  first,
  hourMs,
  lastDayOf,
  many,
  one,
  parameterOf,
  percentOf,
  repeated,
  round,
  startOf,
  streetOf,
  type Tx,
} from './handy.ts'
export { type BoundRoute, bind, type RequestContext } from './http/bind.ts'
export { computeIndicator, countRows, type IndicatorRequest, indicatorRows } from './indicator/compute.ts'
export { buildTallies, recountTallies, refreshTallies } from './indicator/keep.ts'
export { partsBySource } from './indicator/parts.ts'
export { foldJournal } from './journal/chain.ts'
export { loadJournal } from './journal/load.ts'
export { verifyJournal } from './journal/verify.ts'
export type { Kernel } from './kernel.ts'
export { defineParameters } from './parameter.ts'
export { mask, maskRow } from './permission/mask.ts'
export { coversVerb, type Grant, mayDo, nameVerbs, permit, type Who } from './permission/permit.ts'
export { readVerb, writeVerb } from './permission/verbs.ts'
export { createOpener, type Opened, type Opener, type Opening, openIn, prepareOpening, writeOpenings } from './procedure/open.ts'
export { drawLot, findCandidates, loadSubject, perform, performBulk, performIn } from './procedure/perform.ts'
export { tick } from './procedure/tick.ts'
export { subjectPage } from './procedure/view.ts'
export { findRow, type ListRequest, listRows, type Page } from './query/list.ts'
export { addRecord, createRow, editRow, newRow, retireRow } from './register/edit.ts'
export { dryRun } from './rule/run.ts'
export { dayOf } from './time.ts'
export { type ChangeSet, changeChannel, readChanges, writeChanges } from './write/changes.ts'
