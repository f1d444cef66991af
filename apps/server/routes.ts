/** Every route of the server: the kernel's own and those of the domains. */

import type { BoundRoute, Kernel } from '#kernel'
import { bindAll } from '#kernel/http/all.ts'

export const routesOf = (kernel: Kernel): readonly BoundRoute[] => [
  ...bindAll(kernel),
  ...kernel.domains.flatMap((d) => d.routes?.(kernel) ?? []),
]
