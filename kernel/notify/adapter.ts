/** Message adapters: how SMS, mail and WeChat leave the house. Without one a message waits in the local outbox, where the administrator reads it. */
export type Channel = 'sms' | 'mail' | 'wechat'
export interface OutgoingMessage {
  readonly id: string
  readonly district: string
  readonly channel: Channel
  readonly recipient: string
  readonly body: string
}
/** What became of a message: gone, or not, and whether trying again can help. */
export type Delivery = { readonly sent: true } | { readonly sent: false; readonly error: string; readonly isFinal?: boolean }
export interface MessageAdapter {
  readonly channel: Channel
  readonly send: (message: OutgoingMessage) => Promise<Delivery>
}
export const channels: readonly Channel[] = ['sms', 'mail', 'wechat']
