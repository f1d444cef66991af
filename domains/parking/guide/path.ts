/** The shortest walk inside a lot, over its walkways (both ways): Dijkstra over a few hundred points. */
export interface Walkway {
  readonly fromNode: string
  readonly toNode: string
  readonly metres: number
  readonly hint: string
}
export interface Walk {
  readonly metres: number
  readonly steps: readonly { readonly to: string; readonly metres: number; readonly hint: string }[]
}
interface Reached {
  readonly metres: number
  readonly before?: { readonly node: string; readonly way: Walkway }
}
const nearestOpen = (reached: ReadonlyMap<string, Reached>, done: ReadonlySet<string>): string | undefined => {
  let best: string | undefined
  for (const [node, { metres }] of reached)
    if (!done.has(node) && (best === undefined || metres < (reached.get(best)?.metres ?? Infinity))) best = node
  return best
}
/** @returns nothing where no walkway leads there. */
export const findWalk = (ways: readonly Walkway[], from: string, to: string): Walk | undefined => {
  const reached = new Map<string, Reached>([[from, { metres: 0 }]])
  const done = new Set<string>()
  for (let node = nearestOpen(reached, done); node !== undefined && node !== to; node = nearestOpen(reached, done)) {
    done.add(node)
    const here = reached.get(node)?.metres ?? 0
    for (const way of ways) {
      const next = way.fromNode === node ? way.toNode : way.toNode === node ? way.fromNode : undefined
      if (next !== undefined && here + way.metres < (reached.get(next)?.metres ?? Infinity))
        reached.set(next, { metres: here + way.metres, before: { node, way } })
    }
  }
  const end = reached.get(to)
  if (!end) return undefined
  const steps: { to: string; metres: number; hint: string }[] = []
  for (let node = to, at: Reached | undefined = end; at?.before; node = at.before.node, at = reached.get(node))
    steps.unshift({ to: node, metres: at.before.way.metres, hint: at.before.way.hint })
  return { metres: end.metres, steps }
}
