/** What the usual posts do in the newer trades, and the posts those trades bring: joined to the posts of `posts.ts`. */

import { affairs } from './verbs-affairs.ts'
import { appearance } from './verbs-appearance.ts'
import { civic } from './verbs-civic.ts'
import { command } from './verbs-command.ts'
import { disposal } from './verbs-disposal.ts'
import { greening } from './verbs-greening.ts'
import { intake } from './verbs-intake.ts'
import { municipal } from './verbs-municipal.ts'
import { party, partyPosts } from './verbs-party.ts'
import { safety } from './verbs-safety.ts'
import { sortingPosts } from './verbs-sorting.ts'
import { staff, staffPosts } from './verbs-staff.ts'
import { training } from './verbs-training.ts'
import { volunteers } from './verbs-volunteers.ts'

/** Departments ask for one another's data and write down what they took. */
const shared = ['grid.data-item.read', 'grid.sharing.ask', 'grid.sharing.read', 'grid.sharing-use.read', 'grid.sharing-use.write']
/** Whoever patrols a key point says that they were there. */
const looked = ['grid.point-visit.read', 'grid.point-visit.write']
/** Who speaks by radio without being of a handling post; who blew a whistle sees who came; who reports figures sees for which period. */
const beside = {
  handler: ['grid.collection-period.read', ...shared],
  officer: [...looked, ...shared],
  'enforcement-head': [...looked, ...shared],
  'window-clerk': shared,
  'permit-head': shared,
  collector: ['sensing.talk', 'sensing.talk.read', 'grid.census.read', 'grid.census.enter', ...looked],
  'street-admin': ['intake.arrival.read'],
}
/** One entry a trade: verbs by id of the post. */
const trades: readonly Readonly<Record<string, readonly string[]>>[] = [
  affairs,
  appearance,
  civic,
  command,
  disposal,
  greening,
  intake,
  municipal,
  beside,
  party,
  staff,
  training,
  volunteers,
  safety,
]
interface Post {
  readonly id: string
  readonly zh: string
  readonly verbs: readonly string[]
  readonly adminKind?: string
  readonly home: string
}
export const withTrades = <P extends Post>(posts: readonly P[]): readonly P[] =>
  ([...posts, ...sortingPosts, ...partyPosts, ...staffPosts] as unknown as readonly P[]).map((post) => ({
    ...post,
    verbs: [...post.verbs, ...trades.flatMap((trade) => trade[post.id] ?? [])],
  }))
