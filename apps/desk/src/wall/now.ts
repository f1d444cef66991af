/** What moves, alarms and blows, asked again every few seconds; nothing where this person may not read devices. */
import { onBeforeUnmount, shallowRef } from 'vue'
import type { z } from 'zod'
import { nowRoute } from '#domains/sensing/now-contract.ts'
import { call, type Wire } from '#kernel/web/call.ts'
import type { MapLibre } from '#kernel/web/map/engine.ts'
import { useMeta } from '#kernel/web/meta.ts'
import { type Mover, type Movers, showMovers } from './movers.ts'

const everyMs = 5000
export type Now = Wire<z.output<typeof nowRoute.output>>
/** Three numbers each, as the contract says. */
const moversOf = (answer: Now): readonly Mover[] => answer.movers as unknown as readonly Mover[]
export const useNow = () => {
  const now = shallowRef<Now | null>(null)
  let movers: Movers | undefined
  const ask = async (): Promise<void> => {
    now.value = await call(nowRoute, {})
    movers?.set(moversOf(now.value))
  }
  const quiet = (): void => {
    if (!document.hidden) ask().catch(() => undefined)
  }
  const may = useMeta().may('sensing.status.read')
  const timer = may ? setInterval(quiet, everyMs) : undefined
  if (may) quiet()
  const onMap = (map: InstanceType<typeof MapLibre>): void => {
    movers?.stop()
    movers = showMovers(map, everyMs)
    if (now.value) movers.set(moversOf(now.value))
  }
  onBeforeUnmount(() => {
    clearInterval(timer)
    movers?.stop()
  })
  return { now, onMap }
}
