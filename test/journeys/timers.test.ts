import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { raw } from '#kernel'
import { tick } from '#kernel/procedure/tick.ts'
import { somewhere, type World, world } from '../world.ts'

let w: World
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
})
afterAll(() => w.close())

it('一件事到点的同时有人在办:先锁事项后动计时,谁也不等谁,改期的计时不会照旧响', async () => {
  const operator = await w.as('shouli1')
  const made = await operator.post<{ id: string }>('/cases', { description: '井盖松动', source: 'hotline', ...somewhere })
  expect(made.status).toBe(201)
  const { id } = made.body
  const later = new Date(w.clock.now().getTime() + 86_400_000)
  await raw(
    w.kernel.db.admin,
    `insert into kernel.timer (district, subject_type, subject_id, name, fire_at, action) values ($1, 'cases.case', $2, 'probe', $3, 'unshelve')`,
    [w.district, id, new Date(w.clock.now().getTime() - 60_000)],
  )
  let ticking: Promise<unknown> = Promise.resolve()
  await w.kernel.db.withDistricts([w.district], async (tx) => {
    await raw(tx, 'select 1 from cases."case" where id = $1 for update', [id])
    ticking = tick(w.kernel, w.district)
    await sleep(300)
    await raw(tx, `update kernel.timer set fire_at = $2 where subject_id = $1 and name = 'probe'`, [id, later])
  })
  await ticking
  const { rows } = await raw<{ fireAt: Date }>(
    w.kernel.db.admin,
    `select fire_at as "fireAt" from kernel.timer where subject_id = $1 and name = 'probe'`,
    [id],
  )
  expect(rows).toEqual([{ fireAt: later }])
})
