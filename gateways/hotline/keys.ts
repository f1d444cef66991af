/** Keys of the outside order platforms, `CITYLOOP_HOTLINE_KEYS`: `channel:key`, several by commas; the same key signs what goes back. */
import { hash, timingSafeEqual } from 'node:crypto'
import { orderChannels } from '#domains/intake/contract.ts'

export type Keys = ReadonlyMap<keyof typeof orderChannels, string>
const isChannel = (name: string | undefined): name is keyof typeof orderChannels => name !== undefined && name in orderChannels
export const hotlineKeys = (text: string | undefined = process.env.CITYLOOP_HOTLINE_KEYS): Keys =>
  new Map(
    (text ?? '').split(',').flatMap((pair): [keyof typeof orderChannels, string][] => {
      const colon = pair.indexOf(':')
      const [name, key] = [pair.slice(0, colon).trim(), pair.slice(colon + 1).trim()]
      return colon > 0 && isChannel(name) && key.length >= 16 ? [[name, key]] : []
    }),
  )
const digest = (text: string): Buffer => hash('sha256', text, 'buffer')
/** The channel whose key was given, or undefined; takes the same time for every wrong key. */
export const channelOf = (keys: Keys, given: string): keyof typeof orderChannels | undefined => {
  const asked = digest(given)
  return [...keys].filter(([, key]) => timingSafeEqual(digest(key), asked))[0]?.[0]
}
