/**
 * The one way in for what devices say, whatever they speak: gateways hand over messages, each settled after the commit that
 * carries it. After every commit the points that were new are handed, in memory, to whoever asked (`onPoints`).
 */
import { createHash } from 'node:crypto'
import { createOpener, type Kernel, systemActor } from '#kernel'
import { type Gather, gather } from '#kernel/stream/gather.ts'
import type { Channel } from './contract.ts'
import { createDeviceBook, type Device, type DeviceBook } from './devices.ts'
import {
  type Interpreted,
  type Interpreter,
  interpret,
  type Moment,
  momentOf,
  nothing,
  parseItems,
  type Refuse,
} from './interpret.ts'
import type { PositionPoint, ReadingPoint } from './point.ts'
import { type RuleEngine, startRules } from './rules/engine.ts'
import { createStatusKeeper, type StatusKeeper } from './status.ts'
import { createDetections, isDetection } from './vision/take.ts'
import { type Batch, firsts, isKnownPoint, type Told, type Written, writeBatch } from './write.ts'

interface PointsByKind {
  readonly reading: ReadingPoint
  readonly position: PositionPoint
}
export type PointKind = keyof PointsByKind
/**
 * Told after a commit, in the order received: points that were new, each once; again only where a connection was lost during the
 * commit. Must not throw and must not take long: work is done behind.
 */
export type PointHandler<K extends PointKind> = (district: string, points: readonly PointsByKind[K][]) => void

/** Whom a message is from, as far as a dead letter has to say it. */
export type Sender = Pick<Device, 'district' | 'number'>

export interface Receipt {
  /** Points of the message that are in the database now, whether they came with it or were there. */
  readonly accepted: number
  /** Items kept as dead letters. */
  readonly refused: readonly Refuse[]
}
export interface Ingest {
  readonly book: DeviceBook
  readonly interpreter: Interpreter
  readonly status: StatusKeeper
  /** A message in the shared JSON. Settles after the commit; rejects only when the database cannot be reached: do not acknowledge then. */
  readonly takeText: (channel: Channel, sender: Device, text: string) => Promise<Receipt>
  readonly takeItems: (channel: Channel, sender: Device, items: readonly unknown[]) => Promise<Receipt>
  /** Points a gateway has made itself. */
  readonly takePoints: (channel: Channel, sender: Sender, points: Interpreted) => Promise<Receipt>
  readonly onPoints: <K extends PointKind>(kind: K, handler: PointHandler<K>) => () => void
  /** Senders should not be read from until `room` resolves. */
  readonly isFull: () => boolean
  readonly room: () => Promise<void>
  /** What was taken is written. */
  readonly drain: () => Promise<void>
  readonly close: () => Promise<void>
}

const letterLimit = 8000
const payloadOf = (item: unknown): string =>
  (typeof item === 'string' ? item : (JSON.stringify(item) ?? '')).slice(0, letterLimit)
/** A batch in which much is wrong makes few letters: items of one reason together, as an array that is replayed as one. */
const mostSingle = 20
const letterRoom = 7500
export const bundle = (refused: readonly Refuse[]): readonly Refuse[] => {
  if (refused.length <= mostSingle) return refused
  const out: Refuse[] = []
  for (const [reason, all] of Map.groupBy(refused, (r) => r.reason)) {
    let items: unknown[] = []
    let length = 0
    const close = (): void => {
      if (items.length > 0) out.push({ reason, detail: `${items.length}条:${all[0]?.detail ?? ''}`, item: items })
      items = []
      length = 0
    }
    for (const { item } of all) {
      const size = payloadOf(item).length + 4
      if (length + size > letterRoom) close()
      items.push(item)
      length += size
    }
    close()
  }
  return out
}
const createLetterBox = (kernel: Kernel) => {
  const open = createOpener(kernel)
  /** The same letter twice is there once: a sender that was not answered says it again. */
  return async (channel: Channel, sender: Sender, refused: readonly Refuse[]): Promise<void> => {
    await Promise.all(
      bundle(refused).map(({ reason, detail, item }) => {
        const payload = payloadOf(item)
        const clientKey = createHash('sha256').update(`${channel} ${sender.number} ${payload}`).digest('hex')
        return open({
          procedure: 'sensing.dead-letter',
          district: sender.district,
          actor: systemActor,
          input: {
            sender: sender.number,
            channel,
            reason,
            detail: detail.slice(0, 300),
            payload: payload || '(空)',
            receivedAt: kernel.now().toISOString(),
          },
          clientKey,
        })
      }),
    )
  }
}

/** A broken connection or a database that is starting: the same batch may succeed later. Data errors are of classes 22 and 23. */
export const isPassing = (error: unknown): boolean => {
  const code = (error as { readonly code?: unknown } | undefined)?.code
  return typeof code !== 'string' || !/^(22|23|42)/.test(code)
}
type Handlers = { readonly [K in PointKind]: Set<PointHandler<K>> }
const newOf = <T extends { readonly id: string }>(points: readonly T[], ids: readonly string[] | null): readonly T[] => {
  if (ids === null) return points
  const fresh = new Set(ids)
  return points.filter(({ id }) => fresh.delete(id))
}

/** After a batch met a known point (a sender says again what it had said), this many are written exactly at once. */
const carefulBatches = 50

const createWriter = (kernel: Kernel, district: string, handlers: Handlers, status: StatusKeeper): Gather<Interpreted> => {
  const told: Told = { bucket: 0, keys: new Set() }
  let careful = 0
  const write = async (batch: Batch): Promise<Written> => {
    const attempt = (isExact: boolean) =>
      writeBatch(
        (text, params) => kernel.db.single(district, text, params, { isPlannedOnce: true }),
        district,
        batch,
        kernel.now(),
        { told, isExact },
      )
    if (careful > 0) {
      careful--
      return attempt(true)
    }
    try {
      return await attempt(false)
    } catch (error) {
      if (!isKnownPoint(error)) throw error
      careful = carefulBatches
      return attempt(true)
    }
  }
  const tell = (readings: readonly ReadingPoint[], positions: readonly PositionPoint[]): void => {
    try {
      if (readings.length > 0) for (const handle of handlers.reading) handle(district, readings)
      if (positions.length > 0) for (const handle of handlers.position) handle(district, positions)
      status.readings(district, readings)
      status.positions(district, positions)
    } catch (error) {
      kernel.log.error({ err: error }, 'somebody who hears points stumbled')
    }
  }
  return gather<Interpreted>({
    weigh: (m) => m.readings.length + m.positions.length,
    isPassing,
    run: async (messages, isAgain) => {
      const readings = firsts(messages.flatMap((m) => m.readings))
      const positions = firsts(messages.flatMap((m) => m.positions))
      const written = await write({ readings, positions })
      // In doubt whether an earlier try was committed, all are told: an alarm twice is better than none.
      if (isAgain) tell(readings, positions)
      else tell(newOf(readings, written.readingIds), newOf(positions, written.positionIds))
    },
  })
}

/** What a minute's clock and parameters say, asked once a second instead of with every message. */
const createMoments = (kernel: Kernel) => {
  const kept = new Map<string, { readonly asked: number; readonly aheadMs: number }>()
  return (district: string): Moment => {
    const now = kernel.now().getTime()
    const known = kept.get(district)
    if (known && Math.abs(now - known.asked) < 1000) return { now, aheadMs: known.aheadMs }
    const made = momentOf(kernel, district)
    kept.set(district, { asked: now, aheadMs: made.aheadMs })
    return made
  }
}

const createIngest = async (kernel: Kernel): Promise<Ingest> => {
  const book = await createDeviceBook(kernel)
  const status = createStatusKeeper(kernel)
  const handlers: Handlers = { reading: new Set(), position: new Set() }
  const writers = new Map<string, Gather<Interpreted>>()
  const writerOf = (district: string): Gather<Interpreted> => {
    const known = writers.get(district) ?? createWriter(kernel, district, handlers, status)
    writers.set(district, known)
    return known
  }
  const letters = createLetterBox(kernel)
  const interpreter: Interpreter = {
    book,
    locate: (district, lon, lat) => kernel.places.find(district, lon, lat) ?? null,
    moment: createMoments(kernel),
  }
  const takePoints: Ingest['takePoints'] = async (channel, sender, points) => {
    const accepted = points.readings.length + points.positions.length
    if (accepted > 0) await writerOf(sender.district).take(points)
    if (points.refused.length > 0) await letters(channel, sender, points.refused)
    return { accepted, refused: points.refused }
  }
  const takeDetections = createDetections(kernel)
  const takeItems: Ingest['takeItems'] = async (channel, sender, items) => {
    if (!items.some(isDetection)) return takePoints(channel, sender, await interpret(interpreter, sender, items))
    const seen = await takeDetections(sender, items, interpreter.moment(sender.district))
    const rest = items.filter((item) => !isDetection(item))
    const points = rest.length > 0 ? await interpret(interpreter, sender, rest) : nothing()
    const taken = await takePoints(channel, sender, { ...points, refused: [...points.refused, ...seen.refused] })
    return { accepted: taken.accepted + seen.accepted, refused: taken.refused }
  }
  return {
    book,
    interpreter,
    status,
    takePoints,
    takeItems,
    takeText: (channel, sender, text) => {
      const items = parseItems(text)
      if (items) return takeItems(channel, sender, items)
      const refused = [{ reason: 'malformed', detail: '不是有效的JSON', item: text } as const]
      return takePoints(channel, sender, { readings: [], positions: [], refused })
    },
    onPoints: (kind, handler) => {
      handlers[kind].add(handler as never)
      return () => void handlers[kind].delete(handler as never)
    },
    isFull: () => [...writers.values()].some((w) => w.isFull()),
    room: async () => {
      for (const w of writers.values()) await w.room()
    },
    drain: async () => {
      for (const w of writers.values()) await w.idle()
    },
    close: async () => {
      for (const w of writers.values()) await w.idle()
      await status.close()
      await book.close()
    },
  }
}

/** With the rules that judge what it takes in. */
export interface RuledIngest extends Ingest {
  readonly rules: RuleEngine
}
const begin = async (kernel: Kernel): Promise<RuledIngest> => {
  const ingest = await createIngest(kernel)
  const rules = await startRules(kernel, ingest)
  return {
    ...ingest,
    rules,
    close: async () => {
      await ingest.drain()
      await rules.close()
      await ingest.close()
    },
  }
}
const ingests = new WeakMap<Kernel, Promise<RuledIngest>>()
/** The ingest of this process: one, shared by all gateways, so that all of them fill the same batches. */
export const ingestOf = (kernel: Kernel): Promise<RuledIngest> => {
  const known = ingests.get(kernel) ?? begin(kernel)
  ingests.set(kernel, known)
  return known
}
/** Ends it if it was ever begun. */
export const closeIngest = async (kernel: Kernel): Promise<void> => {
  await (await ingests.get(kernel))?.close()
  ingests.delete(kernel)
}
