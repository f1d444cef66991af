/**
 * A broker that is there already (EMQX, Mosquitto; MQTT 3.1.1 or 5): we subscribe at QoS 1 and acknowledge each message after its
 * commit, many at a time. That broker has checked who publishes; the topic names the device.
 */
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { ingestOf } from '#domains/sensing/ingest.ts'
import type { Kernel } from '#kernel'
import { takeUplink } from './broker.ts'

export interface OutsideBroker {
  readonly client: MqttClient
  readonly close: () => Promise<void>
}
/** mqtt.js would wait for each message before it reads the next; told this it goes on, and the acknowledgement is sent when it is due. */
class Later extends Error {}
type SendPacket = (packet: { readonly cmd: 'puback'; readonly messageId: number; readonly reasonCode: number }) => void

/** @param url `mqtt://user:password@host:1883`, `mqtts://…`. @param district keeps the letters of devices nobody knows. */
export const joinOutsideBroker = async (
  kernel: Kernel,
  district: string,
  url: string,
  options: IClientOptions = {},
): Promise<OutsideBroker> => {
  const ingest = await ingestOf(kernel)
  const client = connect(url, {
    clientId: 'cityloop-platform',
    clean: false,
    protocolVersion: 5,
    properties: { sessionExpiryInterval: 86_400, receiveMaximum: 2000 },
    ...options,
  })
  const acknowledge: NonNullable<IClientOptions['customHandleAcks']> = (topic, message, packet, done) => {
    const number = topic.split('/')[1] ?? ''
    const { messageId } = packet as { readonly messageId?: number }
    const { stream } = client
    const take = async (): Promise<void> => {
      const device = ingest.book.find(number) ?? (await ingest.book.seek(number))
      if (device) await takeUplink(ingest, undefined, device, topic, message)
      else {
        const refused = [
          { reason: 'unknownDevice', detail: `设备${number.slice(0, 40)}未登记`, item: message.toString() } as const,
        ]
        await ingest.takePoints(
          'mqtt',
          { district, number: number.slice(0, 60) },
          { readings: [], positions: [], refused: [...refused] },
        )
      }
    }
    take()
      .catch((error: unknown) => {
        kernel.log.error({ err: error, topic }, 'a message could not be taken')
        // A message that can never be taken is acknowledged; one that the database could not take comes again.
        if (!/topic|JSON|speak/.test(String(error))) throw error
      })
      .then(() => {
        // After a reconnection the broker sends it again under a number of its own.
        if (messageId === undefined || client.stream !== stream || !client.connected) return
        const send = (client as unknown as { readonly _sendPacket: SendPacket })._sendPacket.bind(client)
        send({ cmd: 'puback', messageId, reasonCode: 0 })
      })
      .catch(() => client.reconnect())
    done(new Later(), 0)
  }
  // The constructor takes it for MQTT 5 only; both versions ask it.
  client.options.customHandleAcks = acknowledge
  client.on('error', (error) => {
    if (!(error instanceof Later)) kernel.log.error({ err: error }, 'the outside broker')
  })
  client.on('connect', () => client.subscribe('cityloop/+/readings', { qos: 1 }))
  return { client, close: () => client.endAsync() }
}
