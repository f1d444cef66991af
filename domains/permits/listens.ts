/** What permits do about their own facts, and about credit grades told by whoever keeps them. */
import { creditGraded, objectAccepted, truckSafety } from '#catalogue/facts.ts'
import {
  addRecord,
  bySystem,
  createRow,
  dayText,
  editRow,
  findRow,
  type Listener,
  listen,
  listRows,
  publish,
  raw,
  say,
  type WorkContext,
} from '#kernel'
import { application } from './application/index.ts'
import { certificate } from './certificate.ts'
import type { KindKey } from './contract.ts'
import {
  applicationFailed,
  certificateChanged,
  certificateClosed,
  certificateOpened,
  conditionsLost,
  filingStopped,
  findingMade,
  itemRevised,
  partReviewed,
  renewalDeemed,
  renewalGranted,
  truckLeft,
} from './facts.ts'
import { filing, filingPart } from './project/filing.ts'
import { hauler, item, itemTerms, occupation, truck } from './registers.ts'
import { supervision } from './supervision.ts'
import { truckMove } from './trucks.ts'
import { revision } from './window.ts'

interface Card {
  readonly id: string
  readonly kind: KindKey
  readonly number: string
  readonly application: string
  readonly holder: string
  readonly holderCode: string
  readonly plates: readonly string[] | null
  readonly validFrom: string
  readonly validTo: string
  readonly drawing: unknown
  readonly berths: number | null
  readonly status: string
}
const readCard = (ctx: WorkContext, id: string) => findRow<Card & Record<string, unknown>>(ctx.tx, certificate, id)
const findLive = async (
  ctx: WorkContext,
  definition: typeof truck | typeof hauler | typeof occupation,
  filter: Record<string, string>,
) => (await listRows<{ id: string }>(ctx.tx, definition as never, { filter, limit: 1 })).rows[0]

/** An admitted firm and its trucks enter the lists; a truck that had left comes back as a new entry of the same row. */
const admit = async (ctx: WorkContext, card: Card): Promise<void> => {
  const on = dayText(ctx.now)
  const firm = await findLive(ctx, hauler, { code: card.holderCode })
  if (firm) await editRow(ctx, hauler, firm.id, { state: 'admitted', removedOn: null }, { reason: '准入' })
  else await createRow(ctx, hauler, { name: card.holder, code: card.holderCode, state: 'admitted', admittedOn: on })
  const { rows } = await raw<{ isNewType: boolean; hasSafetySystem: boolean }>(
    ctx.tx,
    'select is_new_type as "isNewType", has_safety_system as "hasSafetySystem" from permits.application where id = $1',
    [card.application],
  )
  const values = {
    haulerCode: card.holderCode,
    haulerName: card.holder,
    isNewType: rows[0]?.isNewType ?? false,
    hasSafetySystem: rows[0]?.hasSafetySystem ?? false,
    state: 'admitted',
    admittedOn: on,
    removedOn: null,
    reason: null,
  }
  for (const plate of card.plates ?? []) {
    const known = await findLive(ctx, truck, { plate })
    if (known) await editRow(ctx, truck, known.id, values, { reason: '准入' })
    else await createRow(ctx, truck, { plate, ...values })
    await addRecord(ctx, truckMove, { plate, haulerName: card.holder, direction: 'in', reason: `证照${card.number}` })
  }
}
const remove = async (ctx: WorkContext, plate: string, reason: string): Promise<void> => {
  const known = await findLive(ctx, truck, { plate })
  const row = known ? await findRow<{ state: string; haulerName: string }>(ctx.tx, truck, known.id) : undefined
  if (!known || row?.state !== 'admitted') return
  await editRow(ctx, truck, known.id, { state: 'removed', removedOn: dayText(ctx.now), reason }, { reason })
  await addRecord(ctx, truckMove, { plate, haulerName: row.haulerName, direction: 'out', reason })
}
/** A filed car park belongs into the register of whoever keeps parking. */
const tellLot = async (ctx: WorkContext, card: Card): Promise<void> => {
  const { rows } = await raw<{ charge: string | null; openHours: string | null }>(
    ctx.tx,
    'select charge, open_hours as "openHours" from permits.application where id = $1',
    [card.application],
  )
  const [filed] = rows
  const { lon, lat, address } = card as Card & {
    readonly lon: number | null
    readonly lat: number | null
    readonly address: string
  }
  if (!filed || lon === null || lat === null) return
  const values = {
    holder: card.holder,
    address,
    spaces: card.berths ?? 0,
    priceText: filed.charge,
    openHours: filed.openHours,
    filing: card.id,
  }
  await publish(ctx, [say(objectAccepted, { register: 'parking.lot', key: 'filing', values, lon, lat })])
}
const whenOpened = listen(certificateOpened, async ({ certificate: id }, ctx) => {
  const card = await readCard(ctx, id)
  if (!card) return
  await bySystem(ctx, application.id, card.application, 'noteCertificate', { certificate: id })
  if (card.kind === 'truck') await admit(ctx, card)
  if (card.kind === 'parking') await tellLot(ctx, card)
  if (card.drawing && !(await findLive(ctx, occupation, { certificate: id })))
    await createRow(
      ctx,
      occupation,
      { certificate: id, holder: card.holder, fromOn: card.validFrom, toOn: card.validTo, state: 'valid' },
      { geometry: card.drawing as never },
    )
})
const whenClosed = listen(certificateClosed, async ({ certificate: id, reason }, ctx) => {
  const card = await readCard(ctx, id)
  if (!card) return
  if (card.kind === 'truck')
    for (const plate of card.plates ?? []) await remove(ctx, plate, `证照${card.number}终止:${reason}`.slice(0, 180))
  const planned = await raw<{ id: string }>(
    ctx.tx,
    `select id from permits.supervision where application = $1 and status = 'planned' and phase <> 'removal' order by id`,
    [card.application],
  )
  for (const check of planned.rows) await bySystem(ctx, supervision.id, check.id, 'drop')
  const area = await findLive(ctx, occupation, { certificate: id })
  if (area) await editRow(ctx, occupation, area.id, { state: 'ended', endedReason: reason }, { reason })
})
const findCard = async (ctx: WorkContext, applicationId: string): Promise<string | undefined> =>
  (await raw<{ id: string }>(ctx.tx, 'select id from permits.certificate where application = $1', [applicationId])).rows[0]?.id
const whenFailed = listen(applicationFailed, async ({ application: id, how, ground, reason }, ctx) => {
  const card = await findCard(ctx, id)
  if (card) await bySystem(ctx, certificate.id, card, 'end', { how, ground, reason })
})
const whenRenewed = listen(renewalGranted, async ({ certificate: id, application: by, validMonths }, ctx) => {
  await bySystem(ctx, certificate.id, id, 'renew', { months: validMonths })
  await bySystem(ctx, application.id, by, 'noteCertificate', { certificate: id })
})
const whenDeemed = listen(renewalDeemed, async ({ application: id }, ctx) => {
  await bySystem(ctx, application.id, id, 'deemRenewed')
})
const whenFinding = listen(findingMade, async ({ application: id, count }, ctx) => {
  const card = await findCard(ctx, id)
  if (card) await bySystem(ctx, certificate.id, card, 'noteFinding', { count })
})
const whenChanged = listen(certificateChanged, async ({ certificate: id }, ctx) => {
  const card = await readCard(ctx, id)
  if (card?.kind === 'parking') await tellLot(ctx, card)
})
const whenLost = listen(conditionsLost, async ({ certificate: id, reason }, ctx) => {
  const card = await readCard(ctx, id)
  if (card?.status === 'valid')
    await bySystem(ctx, certificate.id, id, 'end', { how: 'cancelled', ground: 'conditions', reason: reason.slice(0, 300) })
})
const whenStopped = listen(filingStopped, async ({ filing: id }, ctx) => {
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    'select id from permits.filing_part where filing = $1 and closed_at is null order by id',
    [id],
  )
  for (const part of rows) await bySystem(ctx, filingPart.id, part.id, 'drop')
})
const whenPart = listen(partReviewed, async ({ filing: id }, ctx) => {
  await bySystem(ctx, filing.id, id, 'notePart')
})
/** The approved revision is the next version; the one in force ends on the day the new one begins. */
const whenRevised = listen(itemRevised, async ({ revision: id }, ctx) => {
  const change = await findRow<Record<string, unknown>>(ctx.tx, revision, id)
  const old = change ? await findRow<Record<string, unknown>>(ctx.tx, item, String(change.item)) : undefined
  if (!change || !old || old.validTo !== null) return
  const kept = Object.fromEntries(Object.keys(item.spec.fields).map((k) => [k, old[k] ?? null]))
  const changed = Object.fromEntries(Object.keys(itemTerms).map((k) => [k, change[k] ?? null]))
  await editRow(ctx, item, String(change.item), { validTo: change.validFrom }, { reason: String(change.reason) })
  await createRow(ctx, item, {
    ...kept,
    ...changed,
    edition: Number(old.edition) + 1,
    validFrom: change.validFrom,
    validTo: null,
  })
})
const whenTruckLeft = listen(truckLeft, ({ plate, reason }, ctx) => remove(ctx, plate, reason))
/** A truck whose active-safety system fails is not granted a day permit until it works again. */
const whenSafety = listen(truckSafety, async ({ plate, isOk, reason }, ctx) => {
  const known = await findLive(ctx, truck, { plate })
  if (known) await editRow(ctx, truck, known.id, { hasSafetySystem: isOk }, { reason })
})
const whenGraded = listen(
  creditGraded,
  async ({ code, grade }, ctx) => {
    const firm = await findLive(ctx, hauler, { code })
    if (firm) await editRow(ctx, hauler, firm.id, { grade }, { reason: '信用评价结果' })
  },
  ({ trade }) => trade === 'muck',
)
export const permitListeners: readonly Listener[] = [
  whenOpened,
  whenChanged,
  whenClosed,
  whenLost,
  whenStopped,
  whenFailed,
  whenRenewed,
  whenDeemed,
  whenFinding,
  whenPart,
  whenRevised,
  whenTruckLeft,
  whenSafety,
  whenGraded,
] as readonly Listener[]
