/** All procedures of the running platform, by id and version; checked when the server starts. */

import type { Fields } from '../define/field.ts'
import { fromStatuses, isFinal, type Procedure } from '../define/procedure.ts'

export type AnyProcedure = Procedure<Fields, string>

/** What is wrong with a definition; an empty list lets the server start. */
export const procedureProblems = (definition: AnyProcedure): readonly string[] => {
  const { statuses, clocks = {} } = definition.spec
  const known = new Set(Object.keys(statuses))
  const problems: string[] = []
  const reached = new Set<string>()
  for (const [name, action] of Object.entries(definition.actions)) {
    for (const from of fromStatuses(definition, action)) {
      if (!known.has(from)) problems.push(`${definition.id}: action ${name} starts from unknown status ${from}`)
      else if (isFinal(definition, from) && typeof action.to === 'string' && action.to !== 'same' && !action.help)
        problems.push(`${definition.id}: action ${name} leaves the final status ${from} and must say why in help`)
    }
    if (typeof action.to === 'string' && action.to !== 'same') {
      if (!known.has(action.to)) problems.push(`${definition.id}: action ${name} leads to unknown status ${action.to}`)
      reached.add(action.to)
    }
    if (typeof action.to === 'function') for (const status of known) reached.add(status)
  }
  if (!Object.values(definition.actions).some((a) => a.from === 'new'))
    problems.push(`${definition.id}: no action opens it (from: 'new')`)
  for (const status of known) {
    if (!reached.has(status)) problems.push(`${definition.id}: status ${status} can never be reached`)
    const leaves = Object.values(definition.actions).some((a) => a.to !== 'same' && fromStatuses(definition, a).includes(status))
    if (!isFinal(definition, status) && !leaves) problems.push(`${definition.id}: no action leaves the open status ${status}`)
  }
  for (const [name, clock] of Object.entries(clocks))
    if (clock.limit && clock.limit.value <= 0) problems.push(`${definition.id}: clock ${name} has no positive limit`)
  return problems
}

export interface ProcedureRegistry {
  /** The newest version: new subjects begin under it. */
  readonly current: (id: string) => AnyProcedure
  readonly get: (id: string, version: number) => AnyProcedure
  readonly all: () => readonly AnyProcedure[]
}
export const createProcedureRegistry = (definitions: readonly AnyProcedure[]): ProcedureRegistry => {
  const problems = definitions.flatMap(procedureProblems)
  if (problems.length > 0) throw new Error(`procedures are not sound:\n${problems.join('\n')}`)
  const versions = new Map<string, AnyProcedure>()
  const newest = new Map<string, AnyProcedure>()
  for (const definition of definitions) {
    const version = definition.spec.version ?? 1
    const key = `${definition.id}@${version}`
    if (versions.has(key)) throw new Error(`procedure defined twice: ${key}`)
    versions.set(key, definition)
    if ((newest.get(definition.id)?.spec.version ?? 0) < version) newest.set(definition.id, definition)
  }
  const need = (found: AnyProcedure | undefined, what: string): AnyProcedure => {
    if (!found) throw new Error(`no procedure ${what}`)
    return found
  }
  return {
    current: (id) => need(newest.get(id), id),
    get: (id, version) => need(versions.get(`${id}@${version}`), `${id}@${version}`),
    all: () => [...newest.values()],
  }
}
