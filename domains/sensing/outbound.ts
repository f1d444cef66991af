/**
 * Commands on their way out. A gateway says which devices it holds and how to send; what is queued for one goes out when it connects,
 * or at once when it is connected already. What came back ends the command.
 */
import { changeChannel, type Kernel, performIn, Refused, raw, readChanges, systemActor } from '#kernel'
import type { CommandKind } from './contract.ts'

export interface Command {
  readonly district: string
  readonly id: string
  readonly device: string
  readonly kind: CommandKind
  readonly content: string | null
  readonly seconds: number | null
  /** 0 to 100 for dimming. */
  readonly value: number | null
  /** The loop (回路) of a cabinet; null is all of it. */
  readonly channel: number | null
  /** Of an earlier try: a gateway with numbers of its own says it again under the same one. */
  readonly serial: number | null
}
export interface Carrier {
  /** Whether this gateway holds the device's connection. */
  readonly holds: (deviceId: string) => boolean
  /** Sends; gives the serial number by which the answer will name it, or undefined when this device cannot do it. */
  readonly send: (command: Command) => number | undefined
}
export interface Outbound {
  /** A device has connected: what waits for it goes out. */
  readonly connected: (district: string, deviceId: string) => void
  readonly answered: (district: string, deviceId: string, serial: number, isDone: boolean, answer: string) => Promise<void>
  readonly close: () => Promise<void>
}
const columns = 'r.district, r.id, r.device, r.kind, r.content, r.seconds, r.value::float8 as value, r.channel, r.serial'

export const createOutbound = async (kernel: Kernel, carrier: Carrier): Promise<Outbound> => {
  /** What is done for one device is done in turn: two looks at the same moment must not tell it the same command twice. */
  const lanes = new Map<string, Promise<void>>()
  /** Sent, and being written down as sent: an answer may be quicker than our own commit. */
  const noting = new Map<string, Promise<unknown>>()
  const act = (district: string, subjectId: string, action: string, input: unknown): Promise<unknown> =>
    kernel.db.withDistricts([district], (tx) =>
      performIn(
        { kernel, tx, district, now: kernel.now(), actor: systemActor },
        { procedure: 'sensing.command', subjectId, action, input, who: null, actor: systemActor },
      ),
    )
  const stumble = (error: unknown): void => kernel.log.error({ err: error }, 'a command could not be sent')
  const read = async (district: string, where: string, params: readonly unknown[]): Promise<readonly Command[]> =>
    (
      await kernel.db.single<Command>(
        district,
        `select ${columns} from sensing.command r where r.district = $1 and r.status = 'queued' and (r.live_until is null or r.live_until > $2) and ${where} order by r.created_at, r.number`,
        [district, kernel.now(), ...params],
      )
    ).rows
  const send = async ({ district, id }: Command): Promise<void> => {
    // As it stands now: while it waited its turn it may have gone out, or been called off.
    const [command] = await read(district, 'r.id = $3', [id])
    if (!command || !carrier.holds(command.device)) return
    const serial = carrier.send(command)
    if (serial === undefined) {
      await act(district, id, 'answer', { isDone: 'no', answer: '该设备不支持此指令' })
      return
    }
    const name = `${command.device} ${serial}`
    const noted = act(district, id, 'send', { serial })
    noting.set(name, noted)
    await noted.finally(() => noting.delete(name))
  }
  const carry = (command: Command): void => {
    const before = lanes.get(command.device) ?? Promise.resolve()
    const lane = before.then(() => send(command)).catch(stumble)
    lanes.set(command.device, lane)
    void lane.then(() => lanes.get(command.device) === lane && lanes.delete(command.device))
  }
  const look = async (district: string, where: string, params: readonly unknown[]): Promise<void> => {
    for (const command of await read(district, where, params)) if (carrier.holds(command.device)) carry(command)
  }
  const unlisten = await kernel.db.listen(changeChannel, (payload) => {
    for (const [district, type, id, action] of readChanges(payload))
      if (type === 'sensing.command' && (action === 'ask' || action === 'retry')) look(district, 'r.id = $3', [id]).catch(stumble)
  })
  return {
    connected: (district, deviceId) => void look(district, 'r.device = $3', [deviceId]).catch(stumble),
    answered: async (district, deviceId, serial, isDone, answer) => {
      await noting.get(`${deviceId} ${serial}`)?.catch(() => undefined)
      const { rows } = await raw<{ id: string }>(
        kernel.db.admin,
        `select id from sensing.command where district = $1 and device = $2 and status in ('sent', 'queued') and serial = $3 order by created_at desc limit 1`,
        [district, deviceId, serial],
      )
      const [found] = rows
      // A device that was told twice answers twice, perhaps at once: the second finds the command answered, which is no reason to cut it off.
      if (found)
        await act(district, found.id, 'answer', { isDone: isDone ? 'yes' : 'no', answer: answer.slice(0, 8000) }).catch(
          (error: unknown) => {
            if (!(error instanceof Refused)) throw error
          },
        )
    },
    close: unlisten,
  }
}
