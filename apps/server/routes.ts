/** Every route of the server: the kernel's own and those of the domains. */

import type { BoundRoute, Kernel } from '#kernel'
import { bindAll } from '#kernel/http/all.ts'
import { sheetRoutes } from '#kernel/http/routes/sheets.ts'
import { capRoutes } from '../../gateways/cap/routes.ts'
import { gbfsRoutes } from '../../gateways/gbfs/routes.ts'
import { hotlineRoutes } from '../../gateways/hotline/routes.ts'
import { ingestRoutes } from '../../gateways/ingest/routes.ts'
import { ogcRoutes } from '../../gateways/ogc/routes.ts'
import { partyRoutes } from '../../gateways/oidc/party.ts'
import { providerRoutes } from '../../gateways/oidc/provider-routes.ts'
import { open311Routes } from '../../gateways/open311/routes.ts'
import { apdsRoutes } from '../../gateways/parking/apds.ts'
import { parkingIngestRoutes } from '../../gateways/parking/ingest.ts'
import { sensorthingsRoutes } from '../../gateways/sensorthings/routes.ts'

const allRoutes = (kernel: Kernel): readonly BoundRoute[] => [
  ...bindAll(kernel),
  ...capRoutes,
  ...gbfsRoutes,
  ...hotlineRoutes(kernel),
  ...ingestRoutes(kernel),
  ...apdsRoutes,
  ...ogcRoutes,
  ...parkingIngestRoutes,
  ...partyRoutes(kernel),
  ...providerRoutes(),
  ...open311Routes(kernel),
  ...sensorthingsRoutes,
  ...kernel.domains.flatMap((d) => (d.routes?.(kernel) ?? []).map((bound) => ({ ...bound, module: { id: d.id, zh: d.zh } }))),
]
export const routesOf = (kernel: Kernel): readonly BoundRoute[] => {
  const routes = allRoutes(kernel)
  return [...routes, ...sheetRoutes(kernel, routes)]
}
/** What a process that faces the internet offers: the citizens' addresses and nothing that needs an officer's sign-in. */
export const publicRoutesOf = (kernel: Kernel): readonly BoundRoute[] =>
  routesOf(kernel).filter(({ route }) => route.permission === 'public' && !/^\/(session|oidc)/.test(route.path))
