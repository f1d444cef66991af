/** Every route of the server: the kernel's own and those of the domains. */
import { bindAll } from '#kernel/http/all.ts'
import type { BoundRoute, Kernel } from '#kernel'

export const routesOf = (kernel: Kernel): readonly BoundRoute[] => [...bindAll(kernel), ...kernel.domains.flatMap((d) => d.routes?.(kernel) ?? [])]
