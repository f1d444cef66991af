/** Composition of the kernel from a database and domains. */

import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pino, { type Logger } from 'pino'
import { nationalCalendar, type WorkingCalendar, withOverrides } from './calendar/index.ts'
import { type Database, type MigrationSource, migrate, raw } from './db/index.ts'
import type { Domain, Listener } from './define/domain.ts'
import type { Definition } from './define/table.ts'
import { dayText } from './handy.ts'
import { rememberMarks } from './indicator/marks.ts'
import type { Kernel } from './kernel.ts'
import { createModuleSwitch, defineModules } from './module.ts'
import { createParameterBook } from './parameter.ts'
import { nameVerbs } from './permission/permit.ts'
import { derivedVerbs } from './permission/verbs.ts'
import { createPlaceFinder } from './place/finder.ts'
import { createNumberSeries } from './procedure/numbers.ts'
import { createProcedureRegistry } from './procedure/registry.ts'
import { createVault } from './vault.ts'

export interface KernelOptions {
  readonly db: Database
  readonly domains: readonly Domain[]
  readonly now?: () => Date
  readonly log?: Logger
  readonly fileDir: string
}

/** Folders of migrations: the kernel's first, then each domain's own. */
export const migrationSources = (domains: readonly Domain[]): readonly MigrationSource[] => [
  { scope: 'kernel', dir: fileURLToPath(new URL('./migrations', import.meta.url)) },
  ...domains
    .map((d) => ({ scope: d.id, dir: fileURLToPath(new URL(`../domains/${d.id}/migrations`, import.meta.url)) }))
    .filter((s) => existsSync(s.dir)),
]

const districtCodes = async (db: Database): Promise<readonly string[]> => {
  const { rows } = await raw<{ code: string }>(db.admin, 'select code from kernel.district order by code', [])
  return rows.map((r) => r.code)
}
const districtOverrides = async (db: Database, district: string): Promise<WorkingCalendar> => {
  const { rows } = await raw<{ day: string; kind: 'work' | 'rest'; name: string }>(
    db.admin,
    'select day, kind, name from kernel.calendar_day where district = $1',
    [district],
  )
  return withOverrides(
    nationalCalendar(),
    `district-${district}`,
    Object.fromEntries(rows.map((r) => [r.day, { kind: r.kind, name: r.name }])),
  )
}

const definitionsOf = (domains: readonly Domain[]): ReadonlyMap<string, Definition> => {
  const map = new Map<string, Definition>()
  for (const domain of domains)
    for (const definition of [...(domain.registers ?? []), ...(domain.records ?? []), ...(domain.procedures ?? [])]) {
      const known = map.get(definition.id)
      const isNewer = definition.primitive === 'procedure' && known?.primitive === 'procedure'
      if (known && !isNewer) throw new Error(`defined twice: ${definition.id}`)
      if (!definition.id.startsWith(`${domain.id}.`)) throw new Error(`${definition.id} does not belong to domain ${domain.id}`)
      if (!isNewer || (definition.primitive === 'procedure' && (definition.spec.version ?? 1) > (known.spec.version ?? 1)))
        map.set(definition.id, definition)
    }
  return map
}

/** Facts that somebody may hear: those with listeners, asked one by one whether it concerns them, and those a rule watches. */
const hearing = (domains: readonly Domain[]): Kernel['isHeard'] => {
  const listeners = new Map<string, Listener[]>()
  for (const listener of domains.flatMap((d) => d.listens ?? []))
    listeners.set(listener.fact.id, [...(listeners.get(listener.fact.id) ?? []), listener])
  const ruled = new Set(domains.flatMap((d) => d.rules ?? []).flatMap((r) => ('id' in r.spec.on ? [r.spec.on.id] : [])))
  return (fact, payload) =>
    ruled.has(fact.startsWith('written:') ? fact.slice('written:'.length) : fact) ||
    (listeners.get(fact) ?? []).some((l) => l.concerns(payload))
}

export const migrateAll = (db: Database, domains: readonly Domain[]) => migrate(db, migrationSources(domains))

export const createKernel = async (options: KernelOptions): Promise<Kernel> => {
  const { db, domains } = options
  const now = options.now ?? (() => new Date())
  const definitions = definitionsOf(domains)
  const indicators = domains.flatMap((d) => d.indicators ?? [])
  for (const domain of domains) nameVerbs({ ...derivedVerbs(domain), ...domain.verbs })
  await mkdir(options.fileDir, { recursive: true })
  const districts = await districtCodes(db)
  const calendars = new Map<string, WorkingCalendar>()
  for (const d of districts) calendars.set(d, await districtOverrides(db, d))
  const national = nationalCalendar()
  defineModules(domains)
  const parameters = await createParameterBook(db)
  const log = options.log ?? pino({ level: 'silent' })
  const kernel: Kernel = {
    db,
    log,
    now,
    domains,
    procedures: createProcedureRegistry(domains.flatMap((d) => d.procedures ?? [])),
    definition: (id) => definitions.get(id),
    definitions: [...definitions.values()],
    indicators,
    isHeard: hearing(domains),
    calendar: (district) => calendars.get(district) ?? national,
    places: await createPlaceFinder(
      db,
      districts,
      () => dayText(now()),
      (error) => log.error({ err: error }, 'areas could not be read'),
    ),
    numbers: createNumberSeries(db),
    parameters,
    isModuleOn: createModuleSwitch(parameters),
    vault: await createVault(options.fileDir),
    fileDir: options.fileDir,
    close: () => db.close(),
  }
  rememberMarks(indicators, kernel.definition)
  for (const domain of domains) await domain.seed?.(kernel)
  return kernel
}
