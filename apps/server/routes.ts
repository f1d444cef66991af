/** Every route of the server: the kernel's own and those of the domains. */

import type { BoundRoute, Kernel } from '#kernel'
import { bindAll } from '#kernel/http/all.ts'
import { ingestRoutes } from '../../gateways/ingest/routes.ts'
import { ogcRoutes } from '../../gateways/ogc/routes.ts'
import { open311Routes } from '../../gateways/open311/routes.ts'

export const routesOf = (kernel: Kernel): readonly BoundRoute[] => [
  ...bindAll(kernel),
  ...ingestRoutes(kernel),
  ...ogcRoutes,
  ...open311Routes(kernel),
  ...kernel.domains.flatMap((d) => (d.routes?.(kernel) ?? []).map((bound) => ({ ...bound, module: { id: d.id, zh: d.zh } }))),
]
/** What a process that faces the internet offers: the citizens' addresses and nothing that needs an officer's sign-in. */
export const publicRoutesOf = (kernel: Kernel): readonly BoundRoute[] =>
  routesOf(kernel).filter(({ route }) => route.permission === 'public' && !route.path.startsWith('/session'))
