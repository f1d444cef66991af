/** 对接: what other systems of the city are told, and under which keys. */
import { atLeast, count, defineDomain, indicator, ratio } from '#kernel'
import { watchReceivers } from './book.ts'
import { client } from './client.ts'
import { delivery } from './delivery.ts'
import { connectListeners } from './listens.ts'
import { receiver } from './receiver.ts'
import { connectRoutes } from './routes.ts'

export default defineDomain({
  id: 'connect',
  zh: '对接',
  registers: [receiver, client],
  procedures: [delivery],
  indicators: [
    indicator('connect.delivered-rate', {
      zh: '推送送达率',
      unit: '%',
      decimals: 2,
      target: atLeast(99),
      of: ratio(count(delivery, { where: { status: 'delivered' } }), count(delivery, { where: { status: { not: 'dropped' } } })),
      definition: '期内产生的推送中已送达数 ÷ 推送数(不含不再推送的)',
    }),
  ],
  listens: connectListeners,
  routes: () => connectRoutes,
  seed: watchReceivers,
  verbs: { 'connect.manage': '处理未送达的推送', 'connect.secret': '签发对接密钥' },
  menu: [
    { path: `/rows/${delivery.id}`, zh: delivery.spec.zh, group: '对接', verb: 'connect.delivery.read' },
    { path: `/rows/${receiver.id}`, zh: receiver.spec.zh, group: '对接', verb: 'connect.receiver.read' },
    { path: `/rows/${client.id}`, zh: client.spec.zh, group: '对接', verb: 'connect.client.read' },
    { path: '/connect/secrets', zh: '对接密钥', group: '对接', verb: 'connect.secret' },
  ],
})
