import { beijing, type Client, photo, somewhere, type World, world } from '../world.ts'

export const near = (n: number) => ({ lon: somewhere.lon + (n % 8) * 0.0011, lat: somewhere.lat + Math.floor(n / 8) * 0.0018 })
/** The people at intake and what they do again and again: open, look up, count, and drive a case to its end. */
export const intakeOffice = async () => {
  const w: World = await world('2026-03-02 09:00')
  const [operator, head, manager, municipal] = (await Promise.all(
    ['shouli1', 'zhiban1', 'kaohe1', 'chuzhi11'].map((login) => w.as(login)),
  )) as [Client, Client, Client, Client]
  const meta = await operator.get<{ units: { id: string; name: string }[] }>('/meta')
  const unitId = meta.body.units.find((u) => u.name === '市政设施养护所')?.id ?? ''
  const open = async (who: Client, procedure: string, values: unknown, extra: Record<string, unknown> = {}) => {
    const answer = await who.post<{ id: string; number: string; zh?: string }>(`/subjects/${procedure}`, { values, ...extra })
    if (answer.status !== 201) throw new Error(`${procedure}: ${answer.status} ${answer.body.zh}`)
    return answer.body
  }
  const row = async (definition: string, id: string) => (await manager.get<Record<string, any>>(`/rows/${definition}/${id}`)).body
  const figure = async (id: string, query: Record<string, string> = {}) =>
    (
      await manager
        .get<{ values: { key: string | null; value: number | null; numerator: number; denominator: number }[] }>(
          `/indicators/${id}`,
          { from: beijing('2026-03-01 00:00').toISOString(), to: beijing('2026-05-01 00:00').toISOString(), ...query },
        )
        .then(ok)
    ).body.values
  const ok = <T extends { status: number; body: unknown }>(answer: T): T => {
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
    return answer
  }
  const caseOf = async (sourceId: string) =>
    (await manager.get<{ rows: Record<string, any>[] }>('/rows/cases.case', { filter: JSON.stringify({ sourceId }) })).body.rows
  const conditionOf = async (kind: string, category: string) =>
    (await manager.get<{ rows: { id: string }[] }>('/rows/cases.condition', { filter: JSON.stringify({ kind, category }) })).body
      .rows[0]?.id
  /** Drives a case from reported to closed by the people whose job it is. */
  const finishCase = async (id: string) => {
    await head.act('cases.case', id, 'accept')
    await head.act('cases.case', id, 'file', {
      categoryKind: 'component',
      category: '01001',
      condition: await conditionOf('component', '01001'),
    })
    const dispatcher = await w.as('paiqian1')
    await dispatcher.act('cases.case', id, 'dispatch', {})
    await municipal.act('cases.case', id, 'receive')
    await municipal.act('cases.case', id, 'submit', { afterPhotos: [photo()], result: '井盖已更换' })
    const sent = await dispatcher.act('cases.case', id, 'feedbackOk')
    await (await verifierOf(String(sent.assigneeId))).act('cases.case', id, 'checkOk', { photos: [photo()] })
    await head.act('cases.case', id, 'close')
    await w.settle()
  }
  const verifierOf = async (personId: string): Promise<Client> => {
    for (let n = 1; n <= 24; n++) {
      const client = await w.as(`caiji${n}`)
      if (client.personId === personId) return client
    }
    throw new Error('not a collector')
  }

  return { w, operator, head, manager, municipal, unitId, open, row, figure, ok, caseOf, finishCase }
}
export type IntakeOffice = Awaited<ReturnType<typeof intakeOffice>>
