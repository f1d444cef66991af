import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijing, type Client, type World, world } from '../world.ts'

/** The three rates of orders, each with a numerator of its own. */
describe('热线工单三率', () => {
  let w: World
  let reader: Client
  beforeAll(async () => {
    w = await world('2026-04-07 10:30')
    reader = await w.as('kaohe1')
  })
  afterAll(() => w.close())
  const figure = async (id: string) => {
    const answer = await reader.get<{ values: { value: number | null; numerator: number; denominator: number }[] }>(
      `/indicators/${id}`,
      { from: beijing('2026-04-01 00:00').toISOString(), to: beijing('2026-06-01 00:00').toISOString() },
    )
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return answer.body.values
  }
  const open = async (who: Client, name: string, values: unknown) => {
    const answer = await who.post<{ id: string; number: string; zh?: string }>(`/subjects/${name}`, { values })
    if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${answer.body.zh}`)
    return answer.body
  }

  it('hot-order-reply-rate hot-order-close-rate hot-order-satisfaction 分子分母各自成立,两位小数', async () => {
    const operator = await w.as('shouli2')
    const orders = []
    for (let n = 0; n < 3; n++)
      orders.push(
        await open(operator, 'intake.order', {
          ...{ channel: '12345', kind: 'complaint', content: `工单${n}` },
          ...(n === 2 ? { outsideDueAt: beijing('2026-04-07 11:00').toISOString() } : {}),
        }),
      )
    const [a, b] = orders.map((o) => o.id) as [string, string, string]
    for (const id of [a, b]) {
      await operator.act('intake.order', id, 'accept')
      await operator.act('intake.order', id, 'reply', { reply: '已办' })
    }
    await operator.act('intake.order', a, 'callBack', { satisfaction: 'unreached' })
    await operator.act('intake.order', b, 'callBack', { satisfaction: 'dissatisfied' })
    await operator.act('intake.order', a, 'close')
    const close = (await figure('intake.close-rate'))[0]
    expect(close).toMatchObject({ numerator: 1, denominator: 3 })
    expect((close?.value ?? 0).toFixed(2)).toBe('33.33')
    expect((await figure('intake.reply-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    expect((await figure('intake.satisfaction-rate'))[0]).toMatchObject({ numerator: 0, denominator: 1, value: 0 })
    const rows = await reader.get<{ rows: { id: string }[]; sql: string }>('/indicators/intake.close-rate/rows', {
      side: 'denominator',
      from: beijing('2026-04-01 00:00').toISOString(),
    })
    expect(rows.body.rows).toHaveLength(3)
    expect(rows.body.sql).toContain('intake."order"')
    // Done again and now satisfied: the order's last word is that, and the first call is not forgotten.
    await operator.act('intake.order', b, 'redo', { reason: '没办好' })
    await operator.act('intake.order', b, 'reply', { reply: '已重办' })
    await operator.act('intake.order', b, 'callBack', { satisfaction: 'satisfied' })
    await w.settle()
    expect((await figure('intake.satisfaction-rate'))[0]).toMatchObject({ numerator: 1, denominator: 1 })
    expect((await figure('intake.callback-satisfaction-rate'))[0]).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
    expect((await figure('intake.callback-reached-rate'))[0]).toMatchObject({ numerator: 2, denominator: 3 })
    // Whoever took an order hears when its answer is due and not given.
    await operator.act('intake.order', orders[2]?.id ?? '', 'accept')
    await w.clock.to('2026-04-07 11:30')
    await w.settle()
    const told = await operator.get<{ rows: { zh: string }[] }>('/notices')
    expect(told.body.rows.map((n) => n.zh)).toContain(`工单 ${orders[2]?.number} 已过答复期限,请抓紧`)
  })
})
