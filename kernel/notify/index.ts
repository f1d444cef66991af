/** Messages to people who are not at a screen: SMS, mail, WeChat. */
export type { Channel, Delivery, MessageAdapter, OutgoingMessage } from './adapter.ts'
export { sendWaiting } from './send.ts'
export { adaptersFromEnv, type Webhook, webhookAdapter } from './webhook.ts'
