/** Tiles and live events. */
import { z } from 'zod'
import { reject } from '../../errors.ts'
import type { Kernel } from '../../kernel.ts'
import { mayDo } from '../../permission/permit.ts'
import { reachOf } from '../../permission/reach.ts'
import { readVerb } from '../../permission/verbs.ts'
import { createTileCache, makeNarrowTile } from '../../tiles.ts'
import { type Change, changeChannel, readChanges } from '../../write/changes.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'

const whole = z.coerce.number().int().min(0)
export const tileRoute = route({
  method: 'GET',
  path: '/tiles/:layer/:z/:x/:y',
  zh: '矢量瓦片',
  permission: 'signed-in',
  tag: 'map',
  raw: 'application/vnd.mapbox-vector-tile',
  input: z.object({ layer: z.string(), z: whole.max(20), x: whole, y: whole }),
  output: z.unknown(),
})
export const eventsRoute = route({
  method: 'GET',
  path: '/events',
  zh: '实时变更(SSE)',
  permission: 'signed-in',
  tag: 'map',
  raw: 'text/event-stream',
  input: z.object({}),
  output: z.unknown(),
})

export const liveRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const tiles = createTileCache(kernel)
  const watchers = new Set<(changes: readonly Change[]) => void>()
  kernel.db
    .listen(changeChannel, (payload) => {
      if (watchers.size === 0) return
      const changes = readChanges(payload)
      for (const watcher of watchers) watcher(changes)
    })
    .catch((error: unknown) => kernel.log.error({ err: error }, 'events do not listen'))
  return [
    bind(tileRoute, async ({ layer, z: zoom, x, y }, ctx) => {
      if (layer !== 'areas' && !mayDo(ctx.who, readVerb(layer))) return reject('permission.denied', { verb: readVerb(layer) })
      const definition = ctx.kernel.definition(layer)
      const reach = definition ? reachOf(ctx.who, definition) : undefined
      const made =
        definition && reach
          ? makeNarrowTile(ctx.kernel, definition, reach, [ctx.district, zoom, x, y])
          : tiles.get(ctx.district, layer, zoom, x, y)
      const bytes = (await made) ?? reject('kernel.not-found', { what: `图层${layer}` })
      return ctx.reply
        .header('content-type', 'application/vnd.mapbox-vector-tile')
        .header('cache-control', 'no-cache')
        .send(Buffer.from(bytes))
    }),
    bind(eventsRoute, async (_input, ctx) => {
      const { raw: stream } = ctx.reply
      ctx.reply.hijack()
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache',
        connection: 'keep-alive',
        'x-accel-buffering': 'no',
      })
      stream.write(': ready\n\n')
      const districts = new Set(ctx.who?.districts ?? [])
      const send = (changes: readonly Change[]): void => {
        const own = changes.filter(([district, type]) => districts.has(district) && mayDo(ctx.who, readVerb(type)))
        if (own.length > 0) stream.write(`data: ${JSON.stringify(own)}\n\n`)
      }
      const beat = setInterval(() => stream.write(': still here\n\n'), 25_000)
      watchers.add(send)
      ctx.request.raw.on('close', () => {
        clearInterval(beat)
        watchers.delete(send)
      })
      return undefined
    }),
  ]
}
