/** Live pictures in this process: what a gateway hears goes to whoever watches that channel of that device, from the next whole picture on. */
import type { Kernel } from '#kernel'

export interface Frame {
  /** A picture that needs none before it. */
  readonly isKey: boolean
  /** Milliseconds, as the terminal counts them. */
  readonly at: number
  /** H.264, Annex B. */
  readonly data: Buffer
}
export interface Hub {
  readonly isWanted: (device: string, channel: number) => boolean
  readonly push: (device: string, channel: number, frame: Frame) => void
  /** @returns how to stop watching */
  readonly watch: (device: string, channel: number, see: (frame: Frame) => void) => () => void
}
const createHub = (): Hub => {
  const watchers = new Map<string, Set<(frame: Frame) => void>>()
  const key = (device: string, channel: number): string => `${device} ${channel}`
  return {
    isWanted: (device, channel) => (watchers.get(key(device, channel))?.size ?? 0) > 0,
    push: (device, channel, frame) => {
      for (const see of watchers.get(key(device, channel)) ?? []) see(frame)
    },
    watch: (device, channel, see) => {
      const name = key(device, channel)
      const all = watchers.get(name) ?? new Set()
      watchers.set(name, all)
      let isBegun = false
      const one = (frame: Frame): void => {
        isBegun ||= frame.isKey
        if (isBegun) see(frame)
      }
      all.add(one)
      return () => void all.delete(one)
    },
  }
}
const hubs = new WeakMap<Kernel, Hub>()
export const liveOf = (kernel: Kernel): Hub => {
  const known = hubs.get(kernel)
  if (known) return known
  const made = createHub()
  hubs.set(kernel, made)
  return made
}
const headLength = 13
/** A frame on its way to a browser and on the disk: key or not (1), milliseconds (8), length (4), H.264. */
export const packFrame = ({ isKey, at, data }: Frame): Buffer => {
  const head = Buffer.alloc(headLength)
  head[0] = isKey ? 1 : 0
  head.writeDoubleBE(at, 1)
  head.writeUInt32BE(data.length, 9)
  return Buffer.concat([head, data])
}
