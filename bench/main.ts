/** `npm run bench -- NAME [--json]`: intake, evaluation, locate, worklist, tiles, similar, telemetry, screens, or all. Run it on a quiet machine; read the ratios. */
import { loadavg } from 'node:os'
import { benchEvaluation } from './evaluation.ts'
import { benchIntake } from './intake.ts'
import { benchSimilar, benchTiles, benchWorklist } from './lists.ts'
import { benchLocate } from './locate.ts'
import { benchScreens } from './screens.ts'
import { benchTelemetry } from './telemetry.ts'

const benches = {
  intake: benchIntake,
  evaluation: benchEvaluation,
  locate: benchLocate,
  worklist: benchWorklist,
  tiles: benchTiles,
  similar: benchSimilar,
  telemetry: benchTelemetry,
  screens: benchScreens,
} as const
const names = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const wanted = (names.length === 0 || names.includes('all') ? Object.keys(benches) : names) as (keyof typeof benches)[]
const isJson = process.argv.includes('--json')
for (const name of wanted) {
  const bench = benches[name]
  if (!bench) {
    console.error(`no bench ${name}; there are: ${Object.keys(benches).join(', ')}`)
    process.exit(1)
  }
  const load = loadavg()[0]
  const result = { ...(await bench()), loadAtStart: Math.round((load ?? 0) * 100) / 100 }
  console.log(isJson ? JSON.stringify(result) : JSON.stringify(result, null, 2))
}
process.exit(0)
