/** Posts and the permissions they are made of, as the security administrator sees them. */
export interface Post {
  readonly id: string
  readonly zh: string
  readonly verbs: readonly string[]
  readonly adminKind: string | null
  readonly home: string
  readonly people: number
}
export interface Verb {
  readonly verb: string
  readonly zh: string
  readonly domain: string
  readonly domainZh: string
  readonly group: string | null
  readonly groupZh: string | null
}
const covers = (granted: string, verb: string): boolean =>
  granted === verb || (granted.endsWith('.*') && verb.startsWith(granted.slice(0, -1)))
/** Permissions that no post holds: after an upgrade the new ones, until somebody is given them. */
export const heldByNobody = (verbs: readonly Verb[], posts: readonly Post[]): readonly Verb[] => {
  const granted = [...new Set(posts.flatMap((p) => p.verbs))]
  const plain = new Set(granted)
  const wide = granted.filter((g) => g.endsWith('.*'))
  return verbs.filter(({ verb }) => !plain.has(verb) && !wide.some((g) => covers(g, verb)))
}
