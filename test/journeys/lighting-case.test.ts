/** A case of a dark lamp, dispatched to the lighting office, mended there on a repair job: the case goes on by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { photo, somewhere, type World, world } from '../world.ts'
import { openLighting, type Row } from './lighting-office.ts'

const p = 'lighting.repair'
const c = 'cases.case'
let w: World
let o: Awaited<ReturnType<typeof openLighting>>
beforeAll(async () => {
  w = await world('2026-03-02 20:00')
  o = await openLighting(w)
})
afterAll(async () => {
  await closeIngest(w.kernel)
  await w.close()
})
const dispatched = async (): Promise<string> => {
  const head = o.duty
  const made = await (await w.as('caiji1')).post<{ id: string }>('/cases', {
    description: '路灯不亮,晚上一片漆黑',
    source: 'collector',
    categoryKind: 'component',
    category: '01037',
    photos: [photo()],
    ...somewhere,
  })
  const { id } = made.body
  await head.act(c, id, 'accept')
  const conditions = await head.get<{ rows: { id: string }[] }>('/rows/cases.condition', {
    filter: JSON.stringify({ category: '01037', kind: 'component', isActive: true }),
  })
  await head.act(c, id, 'file', { categoryKind: 'component', category: '01037', condition: conditions.body.rows[0]?.id })
  await (await w.as('paiqian1')).act(c, id, 'dispatch')
  await w.settle()
  return id
}
const mend = async (caseRef: string, code: string): Promise<Row> => {
  const id = await o.open(o.citizenDesk, p, { kind: 'dark', source: 'case', caseRef, place: '延陵西路', lamps: [{ code }] })
  await o.act(o.duty, p, id, 'assign', { crew: o.crewUnit })
  await o.act(o.crew, p, id, 'fix', { donePhotos: [photo()], takenAt: w.clock.now().toISOString(), parts: '光源1只' })
  expect((await o.row(c, caseRef)).status).not.toBe('handled')
  await o.act(o.duty, p, id, 'close')
  return o.row(p, id)
}

describe('案件派到照明', () => {
  it('维修单复核办结,案件自动转到处置完成,带着照片与情况;已退回的案件只记一笔', async () => {
    const { codes } = await o.street('YL-01', '延陵西路', 3)
    const first = await dispatched()
    const job = await mend(first, codes[0] ?? '')
    expect(await o.row(c, first)).toMatchObject({
      status: 'handled',
      result: `已修复1盏,更换光源1只(${job.number})`,
      afterPhotos: job.donePhotos,
    })
    const second = await dispatched()
    await (await w.as('chuzhi61')).act(c, second, 'deptReturn', { reason: '不是本单位的灯' })
    await mend(second, codes[1] ?? '')
    expect((await o.row(c, second)).status).toBe('filed')
    const { body } = await o.duty.get<{ timeline: Row[] }>(`/subjects/${c}/${second}`)
    expect(JSON.stringify(body)).toContain('已修复1盏')
  })
})
