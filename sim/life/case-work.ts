/** A case that another matter has opened (an order, an alarm, a list), worked through the loop by the people whose job it is. */
import { specialists } from '../city/people.ts'
import { type Desk, hour, type Row } from './story.ts'

export interface Wrong {
  readonly kind: 'component' | 'matter'
  readonly category: string
}
const head = 'zhiban1'
const sender = 'paiqian1'
/** Who works for a unit: its specialists, or the squad of its street. */
const crewOf = (o: Desk, unit: unknown): string | undefined => {
  const street = o.town.streets.findIndex((s) => o.unit(`${s.name}综合执法中队`) === unit)
  if (street >= 0) return `zhongdui${street + 1}2`
  const specialist = specialists.findIndex((s) => o.unit(s.name) === unit)
  return specialist >= 0 ? `chuzhi${specialist + 1}2` : undefined
}
const caseFrom = async (o: Desk, sourceId: string): Promise<Row | undefined> =>
  (await o.rows(head, 'cases.case', { sourceId })).find((c) => c.status === 'reported')

/** From a report that is known by its id to the dispatch. @returns the case as its unit gets it */
export async function* dispatchCase(o: Desk, id: string, wrong: Wrong): AsyncGenerator<number, Row | undefined> {
  await o.act(head, 'cases.case', id, 'accept')
  yield 15
  const condition = (await o.rows(head, 'cases.condition', { kind: wrong.kind, category: wrong.category }))[0]
  if (!condition) return undefined
  const filed = { categoryKind: wrong.kind, category: wrong.category, condition: condition.id }
  await o.act(head, 'cases.case', id, 'file', filed)
  yield 20
  await o.act(sender, 'cases.case', id, 'dispatch')
  return o.row(head, 'cases.case', id)
}
/** The same of what another matter has told. @returns nothing where it was added to a case that is open */
export async function* sendCase(o: Desk, sourceId: string, wrong: Wrong): AsyncGenerator<number, Row | undefined> {
  yield 20
  const found = await caseFrom(o, sourceId)
  return found ? yield* dispatchCase(o, found.id, wrong) : undefined
}
/** From the dispatch to the end. @param result what the unit reports */
export async function* finishCase(o: Desk, sent: Row, result: string): AsyncGenerator<number, void> {
  const crew = crewOf(o, sent.unitId)
  if (!crew) return
  yield 25
  await o.act(crew, 'cases.case', sent.id, 'receive')
  yield o.random.integer(1, 5) * hour
  await o.act(crew, 'cases.case', sent.id, 'submit', { afterPhotos: [await o.photo('处置后')], result })
  yield hour
  const drawn = await o.post(sender, `/subjects/cases.case/${sent.id}/feedbackOk`, { values: {} })
  const checker = o.login(drawn.assigneeId)
  yield hour
  if (!checker) return
  await o.act(checker, 'cases.case', sent.id, 'checkOk', { photos: [await o.photo('核查')] })
  yield 30
  await o.act(head, 'cases.case', sent.id, 'close')
}
/** The whole loop. */
export async function* workCase(o: Desk, sourceId: string, wrong: Wrong, result: string): AsyncGenerator<number, boolean> {
  const sent = yield* sendCase(o, sourceId, wrong)
  if (!sent) return false
  yield* finishCase(o, sent, result)
  return true
}
