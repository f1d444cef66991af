/** Two seconds of a test picture (H.264 baseline, 176 × 144, ten a second, a whole picture each second), cut into its pictures. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VideoFrame } from '../../gateways/jt1078/packet.ts'

const bytes = readFileSync(join(import.meta.dirname, 'data/clip.h264'))
/** Where NAL units begin, with their start codes. */
const starts = (): readonly number[] => {
  const found: number[] = []
  for (let i = 0; i + 3 < bytes.length; i++)
    if (bytes[i] === 0 && bytes[i + 1] === 0 && bytes[i + 2] === 1) found.push(i > 0 && bytes[i - 1] === 0 ? i - 1 : i)
  return found
}
const typeAt = (at: number): number => (bytes[at + (bytes[at + 2] === 1 ? 3 : 4)] ?? 0) & 0x1f
const pictureTypes = [1, 5]
/** One entry a picture: what stands before it (parameter sets, SEI) goes with it. */
export const clip = (): readonly VideoFrame[] => {
  const units = starts()
  const frames: VideoFrame[] = []
  let from = units[0] ?? 0
  let isKey = false
  for (const [i, at] of units.entries()) {
    const type = typeAt(at)
    isKey ||= type === 5
    if (!pictureTypes.includes(type)) continue
    const to = units[i + 1] ?? bytes.length
    frames.push({ isKey, at: frames.length * 100, data: bytes.subarray(from, to) })
    from = to
    isKey = false
  }
  return frames
}
