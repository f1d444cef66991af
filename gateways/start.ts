/** The gateways that listen on ports of their own, switched on by the environment; each off when its variable is not set. */
import { closeIngest } from '#domains/sensing/ingest.ts'
import { keepPartitions } from '#domains/sensing/partitions.ts'
import type { Kernel } from '#kernel'
import { createLoop } from '#kernel/jobs/loop.ts'
import { sendAnswers } from './hotline/send.ts'
import { startJt808Server } from './jt808/server.ts'
import { startJt1078Server } from './jt1078/server.ts'
import { startMqttBroker } from './mqtt/broker.ts'
import { joinOutsideBroker } from './mqtt/outside.ts'
import { sweepStates } from './oidc/store.ts'
import { sendDeliveries } from './webhooks/send.ts'

export interface Gateways {
  readonly close: () => Promise<void>
}
export type GatewayEnv = Readonly<Record<string, string | undefined>>
const dayMs = 86_400_000

/**
 * `CITYLOOP_MQTT_PORT` our own broker, `CITYLOOP_MQTT_URL` a broker that is there already, `CITYLOOP_JT808_PORT` vehicle terminals, `CITYLOOP_JT1078_PORT` their pictures, which they are told to send to `CITYLOOP_JT1078_HOST`;
 * `CITYLOOP_GATEWAY_HOST` the address to listen on. Says what it opened.
 */
export const startGateways = async (
  kernel: Kernel,
  district: string,
  env: GatewayEnv,
  say: (line: string) => void,
): Promise<Gateways> => {
  const host = env.CITYLOOP_GATEWAY_HOST ?? '0.0.0.0'
  const open: { readonly close: () => Promise<void> }[] = []
  if (env.CITYLOOP_MQTT_PORT) {
    const broker = await startMqttBroker(kernel, Number(env.CITYLOOP_MQTT_PORT), host)
    say(`  MQTT ${host}:${broker.port}`)
    open.push(broker)
  }
  if (env.CITYLOOP_MQTT_URL) {
    open.push(
      await joinOutsideBroker(
        kernel,
        district,
        env.CITYLOOP_MQTT_URL,
        env.CITYLOOP_MQTT_VERSION === '4' ? { protocolVersion: 4 } : {},
      ),
    )
    say(`  MQTT 外部代理 ${new URL(env.CITYLOOP_MQTT_URL).host}`)
  }
  const video = env.CITYLOOP_JT1078_PORT ? await startJt1078Server(kernel, Number(env.CITYLOOP_JT1078_PORT), host) : undefined
  if (video) {
    say(`  JT/T 1078 ${host}:${video.port}`)
    open.push(video)
  }
  if (env.CITYLOOP_JT808_PORT) {
    const told = video ? { host: env.CITYLOOP_JT1078_HOST ?? host, port: video.port } : undefined
    const server = await startJt808Server(kernel, Number(env.CITYLOOP_JT808_PORT), host, told)
    say(`  JT/T 808 ${host}:${server.port}`)
    open.push(server)
  }
  const outgoing = createLoop({
    everyMs: 2_000,
    run: async () => {
      await sendDeliveries(kernel)
      await sendAnswers(kernel)
    },
    onError: (error) => kernel.log.error({ err: error }, 'deliveries stumbled'),
  })
  const timer = setInterval(() => {
    sweepStates(kernel).catch((error: unknown) => kernel.log.error({ err: error }, 'old sign-ins could not be swept'))
    keepPartitions(kernel).catch((error: unknown) => kernel.log.error({ err: error }, 'months could not be kept'))
  }, dayMs).unref()
  return {
    close: async () => {
      clearInterval(timer)
      await outgoing.stop()
      for (const gateway of open) await gateway.close()
      await closeIngest(kernel)
    },
  }
}
