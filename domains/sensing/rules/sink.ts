/** From verdicts to alarms: one open alarm per rule and device; a further hit while it is open is counted on it. */
import { createOpener, type Kernel, perform, Refused, systemActor } from '#kernel'
import type { StreamRule } from './book.ts'
import type { Sample } from './judge.ts'

/** The point, of a reading or a place, on which a rule decided. */
export interface Heard extends Sample {
  readonly id: string
  readonly deviceId: string
  readonly device: string
  readonly deviceKind: string
  readonly areaCode: string | null
}
export interface Sink {
  readonly raise: (rule: StreamRule, point: Heard) => void
  readonly again: (rule: StreamRule, point: Heard) => void
  readonly clear: (rule: StreamRule, point: Heard) => void
  /** What was raised is written; counts may still wait. */
  readonly idle: () => Promise<void>
  /** All that was handed in is written. */
  readonly settle: () => Promise<void>
}
interface Bump {
  readonly rule: StreamRule
  readonly point: Heard
  readonly times: number
}
export const openKeyOf = (ruleId: string, deviceId: string): string => `${ruleId} ${deviceId}`
export const alarmInput = (
  rule: StreamRule,
  device: Pick<Heard, 'deviceId' | 'device' | 'deviceKind'>,
  value: number | null,
  at: number,
) => ({
  rule: rule.id,
  title: rule.name,
  device: device.deviceId,
  deviceNumber: device.device,
  deviceKind: device.deviceKind,
  quantity: rule.quantity,
  severity: rule.severity,
  value,
  limit: rule.limit,
  raisedAt: new Date(at).toISOString(),
  openKey: openKeyOf(rule.id, device.deviceId),
  caseOn: rule.caseOn,
  categoryKind: rule.categoryKind,
  category: rule.category,
})
const bumpMs = 5000
const alarmId = 'sensing.alarm'

export const createSink = (kernel: Kernel): Sink => {
  const open = createOpener(kernel)
  const bumps = new Map<string, Bump>()
  const running = new Set<Promise<void>>()
  /** Work about one rule and device is done in order. */
  const chains = new Map<string, Promise<void>>()
  let timer: NodeJS.Timeout | undefined
  const act = (rule: StreamRule, subjectId: string, action: string, input: unknown) =>
    perform(kernel, rule.district, { procedure: alarmId, subjectId, action, input, who: null, actor: systemActor })
  const findOpen = async (rule: StreamRule, point: Heard): Promise<string | undefined> => {
    const { rows } = await kernel.db.single<{ id: string }>(
      rule.district,
      'select id from sensing.alarm where district = $1 and open_key = $2',
      [rule.district, openKeyOf(rule.id, point.deviceId)],
    )
    return rows[0]?.id
  }
  const openAlarm = async (rule: StreamRule, point: Heard): Promise<void> => {
    const isPlaced = point.lon !== null && point.lat !== null
    const isOutside = !isPlaced || kernel.places.find(rule.district, point.lon ?? 0, point.lat ?? 0) === undefined
    await open({
      procedure: alarmId,
      district: rule.district,
      actor: systemActor,
      lon: point.lon,
      lat: point.lat,
      areaCode: point.areaCode ?? rule.district,
      isOutsideGrid: isOutside,
      clientKey: `${rule.id} ${point.id}`,
      input: alarmInput(rule, point, point.value, point.at),
    })
  }
  const count = async (rule: StreamRule, point: Heard, times: number): Promise<boolean> => {
    const id = await findOpen(rule, point)
    if (!id) return false
    await act(rule, id, 'repeat', { times, lastValue: point.value, lastAt: new Date(point.at).toISOString() })
    return true
  }
  const raiseNow = async (rule: StreamRule, point: Heard): Promise<void> => {
    try {
      await openAlarm(rule, point)
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code !== 'kernel.duplicate') throw error
      await count(rule, point, 1)
    }
  }
  /** Still beyond the limit though somebody has ended the alarm: a new one, not before the pause is over. */
  const countOrRaise = async ({ rule, point, times }: Bump): Promise<void> => {
    if (await count(rule, point, times)) return
    const minutes = kernel.parameters.value(rule.district, 'sensing.again-minutes', kernel.now().toISOString().slice(0, 10))
    const { rows } = await kernel.db.single<{ at: Date | null }>(
      rule.district,
      'select max(closed_at) as at from sensing.alarm where district = $1 and rule = $2 and device = $3',
      [rule.district, rule.id, point.deviceId],
    )
    const last = rows[0]?.at
    if (!last || point.at >= last.getTime() + minutes * 60_000) await raiseNow(rule, point)
  }
  const later = (key: string, work: () => Promise<void>): void => {
    const done = (chains.get(key) ?? Promise.resolve())
      .then(work)
      .catch((error: unknown) => kernel.log.error({ err: error, key }, 'an alarm could not be written'))
    chains.set(key, done)
    running.add(done)
    void done.then(() => {
      running.delete(done)
      if (chains.get(key) === done) chains.delete(key)
    })
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const [key, bump] of bumps) later(key, () => countOrRaise(bump))
    bumps.clear()
  }
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running)
  }
  return {
    raise: (rule, point) => later(openKeyOf(rule.id, point.deviceId), () => raiseNow(rule, point)),
    again: (rule, point) => {
      const key = openKeyOf(rule.id, point.deviceId)
      bumps.set(key, { rule, point, times: (bumps.get(key)?.times ?? 0) + 1 })
      timer ??= setTimeout(flush, bumpMs).unref()
    },
    clear: (rule, point) => {
      const key = openKeyOf(rule.id, point.deviceId)
      const bump = bumps.get(key)
      bumps.delete(key)
      later(key, async () => {
        if (bump) await countOrRaise(bump)
        const id = await findOpen(rule, point)
        if (id) await act(rule, id, 'clear', { at: new Date(point.at).toISOString() })
      })
    },
    idle,
    settle: () => {
      flush()
      return idle()
    },
  }
}
