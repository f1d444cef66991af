/** The TCP server for vehicle terminals (JT/T 808-2013/2019). */
import { createServer, type Socket } from 'node:net'
import { type Device, hashKey, newKey } from '#domains/sensing/devices.ts'
import { ingestOf } from '#domains/sensing/ingest.ts'
import { createOutbound, type Outbound } from '#domains/sensing/outbound.ts'
import { changeChannel, type Kernel } from '#kernel'
import { type Platform, type Session, serve } from './session.ts'

export interface Jt808Server {
  readonly port: number
  readonly sessions: () => number
  /** Cuts every connection, as a network does: for tests. */
  readonly cut: () => void
  readonly close: () => Promise<void>
}
const silentMs = 10 * 60_000

const issueCode = async (kernel: Kernel, { district, id }: Device): Promise<string> => {
  const code = newKey()
  const told = JSON.stringify([[district, 'sensing.device', id, 'key', null, null, null]])
  await kernel.db.single(
    district,
    `with k as (insert into sensing.device_key (district, device_id, hash, issued_at) values ($1, $2, $3, $4)
     on conflict (district, device_id) do update set hash = excluded.hash, issued_at = excluded.issued_at, issued_by = null returning 1)
     select pg_notify('${changeChannel}', $5) from k`,
    [district, id, hashKey(code), kernel.now(), told],
  )
  return code
}

/** Starts the server. @param port 0 takes a free one. @param video where terminals are told to send pictures */
export const startJt808Server = async (
  kernel: Kernel,
  port: number,
  host = '0.0.0.0',
  video?: Platform['video'],
): Promise<Jt808Server> => {
  const ingest = await ingestOf(kernel)
  const held = new Map<string, Session>()
  let outbound: Outbound | undefined
  const onError = (error: unknown): void => kernel.log.error({ err: error }, 'jt808')
  const platform: Platform = {
    ingest,
    video,
    now: () => kernel.now().getTime(),
    outbound: () => outbound,
    seek: async (phone) => {
      const bare = phone.replace(/^0+/, '')
      const find = (n: string) => ingest.book.find(n)
      return (
        find(bare) ??
        find(phone) ??
        find(bare.padStart(12, '0')) ??
        (await ingest.book.seek(bare)) ??
        (await ingest.book.seek(phone))
      )
    },
    authenticate: (device, code) => ingest.book.authenticate(`${device.district}:${device.number}`, code),
    issue: (device) => issueCode(kernel, device),
    signedIn: (session) => {
      const device = session.device()
      if (!device) return
      const old = held.get(device.id)
      held.set(device.id, session)
      if (old && old !== session) old.end()
      outbound?.connected(device.district, device.id)
    },
    onError,
  }
  outbound = await createOutbound(kernel, {
    holds: (id) => held.has(id),
    send: (command) => held.get(command.device)?.send(command),
  })
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    const session = serve(platform, socket)
    socket.setTimeout(silentMs, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      const device = session.device()
      if (device && held.get(device.id) === session) held.delete(device.id)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    sessions: () => held.size,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    close: async () => {
      await outbound?.close()
      const ended = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await ended
    },
  }
}
