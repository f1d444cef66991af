/** GBFS below `/api/gbfs`: open to all, switched on by the address of whom to write to (`CITYLOOP_GBFS_EMAIL`), which the standard asks for. */
import { z } from 'zod'
import { type BoundRoute, bind, reject } from '#kernel'
import { route } from '#kernel/contract'
import { feedNames, makeFeed } from './feeds.ts'

const feedRoute = route({
  method: 'GET',
  path: '/gbfs/:feed.json',
  zh: 'GBFS 3.0:公共自行车开放数据',
  permission: 'public',
  tag: 'gbfs',
  input: z.object({ feed: z.string().max(40) }),
  output: z.unknown(),
})
export const gbfsRoutes: readonly BoundRoute[] = [
  bind(feedRoute, ({ feed }, ctx) => {
    const name = feedNames.find((n) => n === feed)
    const email = process.env.CITYLOOP_GBFS_EMAIL
    if (!name || !email) return reject('kernel.not-found', { what: email ? `GBFS ${feed}` : 'GBFS(未开通)' })
    const base = `${ctx.request.protocol}://${ctx.request.headers.host}/api/gbfs`
    return ctx.work((work) => makeFeed(work, name, { base, email }))
  }),
]
