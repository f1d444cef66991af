/** Facts that sensing tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** An officer asked for a dead letter to be tried again. */
export const replayAsked = fact(
  'sensing.replay-asked',
  '重放死信',
  z.object({ letterId: z.string(), channel: z.string(), sender: z.string(), payload: z.string() }),
)
/** A device was installed anew and accepted. */
export const reinstalled = fact(
  'sensing.reinstalled',
  '设备已复装',
  z.object({ deviceId: z.string(), installedOn: z.string(), position: z.string() }),
)
/** A gas safety part was replaced. */
export const gasReplaced = fact(
  'sensing.gas-replaced',
  '三件套已更换',
  z.object({ partId: z.string(), serial: z.string(), installedOn: z.string(), expiresOn: z.string() }),
)
