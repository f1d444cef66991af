/** The network as nodes and pipes: what lies up or down from a node, and what in the drawing cannot be. Pure. */
export interface Pipe {
  readonly id: string
  readonly up: string
  readonly down: string
  readonly system: string
  readonly diameterMm: number
  readonly lengthM: number
  readonly upInvertM: number | null
  readonly downInvertM: number | null
}
export interface Node {
  readonly id: string
  readonly kind: string
}
export interface Traced {
  readonly pipe: Pipe
  /** Metres from the start to the far end of the pipe, by the shortest way. */
  readonly distanceM: number
}
/** Pipes reached from a node with (`down`) or against (`up`) the flow, nearest first; a loop is walked once. */
export const trace = (pipes: readonly Pipe[], start: string, direction: 'up' | 'down'): readonly Traced[] => {
  const [near, far] = direction === 'down' ? (['up', 'down'] as const) : (['down', 'up'] as const)
  const byNear = new Map<string, Pipe[]>()
  for (const pipe of pipes) byNear.set(pipe[near], [...(byNear.get(pipe[near]) ?? []), pipe])
  const found: Traced[] = []
  const taken = new Set<string>()
  const open = [{ node: start, distance: 0 }]
  for (let next = open.shift(); next; next = open.shift()) {
    for (const pipe of byNear.get(next.node) ?? []) {
      if (taken.has(pipe.id)) continue
      taken.add(pipe.id)
      const distanceM = next.distance + pipe.lengthM
      found.push({ pipe, distanceM })
      open.push({ node: pipe[far], distance: distanceM })
    }
    open.sort((a, b) => a.distance - b.distance)
  }
  return found
}
export const faults = {
  reversed: '反坡:终点管底高于起点',
  deadEnd: '断头:有进无出',
  isolated: '孤立:没有管段',
  narrowing: '下游管径变小',
  mixed: '污水流入雨水管',
  loop: '环路:水流回到自身',
} as const
export interface Fault {
  readonly what: keyof typeof faults
  readonly pipe: string | null
  readonly node: string | null
}
const ends = ['outlet', 'plant']
/** A node from which the flow comes back to it. */
const loops = (pipes: readonly Pipe[]): readonly string[] => {
  const inward = new Map<string, number>()
  const nodes = new Set(pipes.flatMap((p) => [p.up, p.down]))
  for (const p of pipes) inward.set(p.down, (inward.get(p.down) ?? 0) + 1)
  const free = [...nodes].filter((n) => !inward.get(n))
  const left = new Set(nodes)
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    left.delete(node)
    for (const p of pipes.filter((x) => x.up === node)) {
      const n = (inward.get(p.down) ?? 0) - 1
      inward.set(p.down, n)
      if (n === 0) free.push(p.down)
    }
  }
  // What lies below a loop is left over too: only those that reach themselves are in one.
  return [...left].filter((n) => trace(pipes, n, 'down').some((t) => t.pipe.down === n))
}
export const findFaults = (nodes: readonly Node[], pipes: readonly Pipe[]): readonly Fault[] => {
  const onPipe = (what: Fault['what'], p: Pipe): Fault => ({ what, pipe: p.id, node: null })
  const onNode = (what: Fault['what'], node: string): Fault => ({ what, pipe: null, node })
  const out = new Map<string, Pipe[]>()
  for (const p of pipes) out.set(p.up, [...(out.get(p.up) ?? []), p])
  const reached = new Set(pipes.map((p) => p.down))
  return [
    ...pipes
      .filter((p) => p.upInvertM !== null && p.downInvertM !== null && p.downInvertM > p.upInvertM)
      .map((p) => onPipe('reversed', p)),
    ...pipes
      .filter((p) => out.get(p.down)?.length && (out.get(p.down) ?? []).every((q) => q.diameterMm < p.diameterMm))
      .map((p) => onPipe('narrowing', p)),
    ...pipes
      .filter((p) => p.system === 'sewage' && (out.get(p.down) ?? []).some((q) => q.system === 'rain'))
      .map((p) => onPipe('mixed', p)),
    ...nodes.filter((n) => reached.has(n.id) && !out.has(n.id) && !ends.includes(n.kind)).map((n) => onNode('deadEnd', n.id)),
    ...nodes.filter((n) => !reached.has(n.id) && !out.has(n.id)).map((n) => onNode('isolated', n.id)),
    ...loops(pipes).map((n) => onNode('loop', n)),
  ]
}
