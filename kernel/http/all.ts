/** The kernel's own routes, the same for every bureau. */

import { exchangeRoutes } from '../exchange/index.ts'
import { fileRoutes, publishRoutes } from '../files/index.ts'
import { identityRoutes } from '../identity/index.ts'
import { workItemRoutes } from '../jobs/index.ts'
import type { Kernel } from '../kernel.ts'
import type { BoundRoute } from './bind.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { journalRoutes } from './routes/journal.ts'
import { liveRoutes } from './routes/live.ts'
import { lookupRoutes } from './routes/lookup.ts'
import { metaRoutes } from './routes/meta.ts'
import { paperRoutes } from './routes/papers.ts'
import { parameterRoutes } from './routes/parameters.ts'
import { pointRoutes } from './routes/points.ts'
import { rowRoutes } from './routes/rows.ts'
import { subjectRoutes } from './routes/subjects.ts'
import { traceRoutes } from './routes/trace.ts'
import { viewRoutes } from './routes/views.ts'
import { workRoutes } from './routes/work.ts'

export const bindAll = (kernel: Kernel): readonly BoundRoute[] => [
  ...identityRoutes,
  ...fileRoutes,
  ...publishRoutes,
  ...exchangeRoutes,
  ...workItemRoutes,
  ...lookupRoutes,
  ...metaRoutes,
  ...parameterRoutes,
  ...paperRoutes,
  ...pointRoutes,
  ...rowRoutes,
  ...viewRoutes,
  ...subjectRoutes(kernel),
  ...workRoutes,
  ...indicatorRoutes,
  ...journalRoutes,
  ...traceRoutes,
  ...liveRoutes(kernel),
]
