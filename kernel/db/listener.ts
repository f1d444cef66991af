import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { quoteName } from './driver.ts'

type Handler = (payload: string) => void
export interface Listener {
  readonly listen: (channel: string, handler: Handler) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

/** Where `listen` and `unlisten` are said and notifications arrive. */
interface Ear {
  readonly say: (text: string) => Promise<void>
  readonly close: () => Promise<void>
}

const checkChannel = (channel: string): string => {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(channel)) throw new Error(`not a channel name: ${channel}`)
  return quoteName(channel)
}

const createListener = (
  openEar: (hear: (channel: string, payload: string) => void, channels: () => readonly string[]) => Promise<Ear>,
): Listener => {
  const handlers = new Map<string, Set<Handler>>()
  const hear = (channel: string, payload: string) => {
    for (const handler of handlers.get(channel) ?? []) handler(payload)
  }
  let ear: Promise<Ear> | undefined
  const listen = async (channel: string, handler: Handler) => {
    const quoted = checkChannel(channel)
    const known = handlers.get(channel) ?? new Set()
    handlers.set(channel, known.add(handler))
    ear ??= openEar(hear, () => [...handlers.keys()]).catch((error: unknown) => {
      ear = undefined
      throw error
    })
    await (await ear).say(`listen ${quoted}`)
    return async () => {
      known.delete(handler)
      if (known.size > 0 || !handlers.delete(channel)) return
      await (await ear)?.say(`unlisten ${quoted}`)
    }
  }
  const close = async () => {
    await (await ear)?.close()
  }
  return { listen, close }
}

/** On a server: a connection of its own, because pooled ones come and go. It comes back by itself when it breaks. */
export const createServerListener = (connection: pg.ClientConfig): Listener =>
  createListener(async (hear, channels) => {
    let isClosed = false
    let client: pg.Client
    const connect = async (): Promise<void> => {
      client = new pg.Client({ ...connection, keepAlive: true })
      client.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''))
      client.on('error', () => {})
      await client.connect()
      // Only a connection that stood can be lost: one that never came about is tried again by whoever asked for it.
      client.once('end', () => {
        if (!isClosed) void reconnect()
      })
      for (const channel of channels()) await client.query(`listen ${quoteName(channel)}`)
    }
    const reconnect = async (): Promise<void> => {
      while (!isClosed) {
        await sleep(1000, undefined, { ref: false })
        const isBack = await connect().then(
          () => true,
          () => false,
        )
        if (isBack) return
      }
    }
    await connect()
    let last: Promise<unknown> = Promise.resolve()
    return {
      // One after another: a client takes one query at a time.
      say: async (text) => {
        // One that was lost with its connection must not stop those after it.
        const said = last.catch(() => undefined).then(() => client.query(text))
        last = said
        await said
      },
      close: async () => {
        isClosed = true
        await client.end()
      },
    }
  })

/** On PGlite: the one session hears itself, at the end of the statement that commits the notification. */
export const createPgliteListener = (pool: pg.Pool): Listener =>
  createListener(async (hear) => {
    const client = await pool.connect()
    client.on('notification', ({ channel, payload }) => queueMicrotask(() => hear(channel, payload ?? '')))
    client.release()
    return {
      say: async (text) => {
        await pool.query(text)
      },
      close: async () => {},
    }
  })
