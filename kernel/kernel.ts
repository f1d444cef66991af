/** The running kernel: what every part is given. Composed once by `createKernel`; there is no global state but the error and verb catalogues. */
import type { Logger } from 'pino'
import type { WorkingCalendar } from './calendar/index.ts'
import type { Database } from './db/index.ts'
import type { Domain } from './define/domain.ts'
import type { Indicator } from './define/indicator.ts'
import type { Definition } from './define/table.ts'
import type { ModuleSwitch } from './module.ts'
import type { ParameterBook } from './parameter.ts'
import type { Place, PlaceFinder } from './place/finder.ts'
import type { NumberSeries } from './procedure/numbers.ts'
import type { ProcedureRegistry } from './procedure/registry.ts'
import type { Vault } from './vault.ts'

export interface Kernel {
  readonly db: Database
  readonly log: Logger
  /** The platform's clock: real time in production, any time in tests and in the simulated city. */
  readonly now: () => Date
  readonly domains: readonly Domain[]
  readonly procedures: ProcedureRegistry
  readonly definition: (id: string) => Definition | undefined
  readonly definitions: readonly Definition[]
  readonly indicators: readonly Indicator[]
  /** Whether any listener or rule has something to do about this fact. */
  readonly isHeard: (fact: string, payload: unknown) => boolean
  readonly calendar: (district: string) => WorkingCalendar
  readonly places: PlaceFinder
  readonly numbers: NumberSeries
  readonly parameters: ParameterBook
  /** Whether a domain is switched on in a district on a day. */
  readonly isModuleOn: ModuleSwitch
  /** Seals secrets that have to be read again. */
  readonly vault: Vault
  /** Where files are kept. */
  readonly fileDir: string
  readonly close: () => Promise<void>
}
export type { Place }
