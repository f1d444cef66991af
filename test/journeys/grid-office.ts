/** The people who keep the base registers, and what they do there: for the journeys of the grid. */
import { expect } from 'vitest'
import { type Client, somewhere, world } from '../world.ts'

export const ok = <T extends { status: number; body: unknown }>(answer: T): T => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer
}
export const add = async (who: Client, register: string, values: unknown, place?: unknown) =>
  ok(await who.post<{ id: string; version: number }>(`/rows/${register}`, { values, ...(place ? { place } : {}) })).body
export const open = async (who: Client, name: string, values: unknown, extra: Record<string, unknown> = {}) =>
  ok(await who.post<{ id: string; number: string }>(`/subjects/${name}`, { values, ...extra })).body
/** A spot of the test district, each number another one. */
export const at = (n: number) => ({ lon: somewhere.lon + (n % 8) * 0.0011, lat: somewhere.lat + Math.floor(n / 8) * 0.0018 })
/** The sentence by which a new row was refused. */
export const refusedNew = async (who: Client, register: string, values: unknown, place?: unknown) => {
  const answer = await who.post(`/rows/${register}`, { values, ...(place ? { place } : {}) })
  expect(answer.status).toBeGreaterThanOrEqual(400)
  return String(answer.body.zh)
}
interface Figure {
  readonly key: string | null
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number
}
export const openGridOffice = async (startsAt: string) => {
  const w = await world(startsAt)
  const [data, manager, street, municipal, collector] = (await Promise.all(
    ['shuju', 'kaohe1', 'jiedao1', 'chuzhi11', 'caiji1'].map((l) => w.as(l)),
  )) as [Client, Client, Client, Client, Client]
  const { units } = (await data.get<{ units: { id: string; name: string }[] }>('/meta')).body
  return {
    ...{ w, data, manager, street, municipal, collector },
    unitOf: (name: string): string => units.find((u) => u.name === name)?.id ?? '',
    row: async (definition: string, id: string) => ok(await manager.get<Record<string, any>>(`/rows/${definition}/${id}`)).body,
    figure: async (id: string, query: Record<string, string> = {}) =>
      ok(await manager.get<{ values: Figure[] }>(`/indicators/${id}`, query)).body.values,
  }
}
export type GridOffice = Awaited<ReturnType<typeof openGridOffice>>
