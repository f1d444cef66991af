/** The TCP server that vehicle terminals send their pictures to (JT/T 1078-2016), after they were asked by 0x9101. */
import { createServer, type Socket } from 'node:net'
import { ingestOf } from '#domains/sensing/ingest.ts'
import { liveOf } from '#domains/sensing/video/hub.ts'
import type { Kernel } from '#kernel'
import { createFrames, createPacketSplitter, type Packet, payloads } from './packet.ts'

export interface Jt1078Server {
  readonly port: number
  readonly close: () => Promise<void>
}
const silentMs = 60_000

const serve = async (kernel: Kernel, socket: Socket): Promise<void> => {
  const { book } = await ingestOf(kernel)
  const hub = liveOf(kernel)
  const split = createPacketSplitter()
  const frames = new Map<string, ReturnType<typeof createFrames>>()
  const deviceOf = (sim: string): string | undefined => {
    const bare = sim.replace(/^0+/, '')
    return (book.find(bare) ?? book.find(sim))?.id
  }
  const take = (packet: Packet): void => {
    const device = deviceOf(packet.sim)
    // Nobody watches, or an unknown terminal: it is not listened to.
    if (!device || !hub.isWanted(device, packet.channel)) return void socket.destroy()
    if (packet.payload !== payloads.h264) return
    const key = `${device} ${packet.channel}`
    const assemble = frames.get(key) ?? createFrames()
    frames.set(key, assemble)
    const frame = assemble(packet)
    if (frame) hub.push(device, packet.channel, frame)
  }
  socket.on('data', (chunk) => {
    for (const packet of split(chunk)) take(packet)
  })
}
/** Starts the server. @param port 0 takes a free one. */
export const startJt1078Server = async (kernel: Kernel, port: number, host = '0.0.0.0'): Promise<Jt1078Server> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setTimeout(silentMs, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    serve(kernel, socket).catch((error: unknown) => {
      kernel.log.error({ err: error }, 'jt1078')
      socket.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      await ended
    },
  }
}
