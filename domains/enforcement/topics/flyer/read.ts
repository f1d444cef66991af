/** Reading the photos of a flyer, beside the server: soon after it was handed in, or at the job's next turn where that was missed. */
import { dayOf, type Job, type Kernel, listen, perform, Refused, raw, refusalZh, systemActor } from '#kernel'
import { readBlob } from '#kernel/files/store.ts'
import { pictureReader } from '#kernel/vision/index.ts'
import { flyerTaken } from './facts.ts'
import { findPhones, type Reading } from './phone.ts'

interface Unread {
  readonly district: string
  readonly id: string
}
/** Upright, with its light spread, upside down: the first that gives a number is enough. */
const tries = [{}, { stretched: true }, { turned: true }, { turned: true, stretched: true }] as const
const better = (a: Reading, b: Reading | undefined): boolean => b === undefined || a.confidence > b.confidence

/** The numbers in one picture. Refusals of the reader are thrown. */
export const readPhones = async (picture: Uint8Array): Promise<readonly Reading[]> => {
  let nearly: readonly Reading[] = []
  for (const way of tries) {
    const found = findPhones(await pictureReader().readText(picture, way))
    if (found.some((r) => r.phone)) return found
    if (nearly.length === 0) nearly = found
  }
  return nearly
}
const readAll = async (kernel: Kernel, flyer: Unread): Promise<{ readonly found: readonly Reading[]; readonly note: string }> => {
  const { rows } = await kernel.db.withDistricts([flyer.district], (tx) =>
    raw<{ sha256: string }>(
      tx,
      `select coalesce(f.served_sha256, f.sha256) as sha256 from enforcement.flyer r join kernel.file f on f.district = r.district and f.id = any(r.photos)
       where r.id = $1 and r.status = 'unread'`,
      [flyer.id],
    ),
  )
  const best = new Map<string, Reading>()
  let note = ''
  for (const { sha256 } of rows)
    try {
      for (const reading of await readPhones(await readBlob(kernel.fileDir, sha256))) {
        const key = reading.phone?.number ?? reading.shown
        if (better(reading, best.get(key))) best.set(key, reading)
      }
    } catch (error) {
      note = error instanceof Refused ? refusalZh(error.refusal) : '照片打不开'
      if (!(error instanceof Refused)) kernel.log.warn({ err: error, flyer: flyer.id }, 'a flyer could not be read')
    }
  return { found: [...best.values()], note }
}
/** Reads one flyer and tells it what was found. One that somebody has dealt with meanwhile is left alone. */
export const readFlyer = async (kernel: Kernel, flyer: Unread): Promise<void> => {
  const { found, note } = await readAll(kernel, flyer)
  const least =
    Number(kernel.parameters.value(flyer.district, 'enforcement.flyer-sure', dayOf(kernel, flyer.district, kernel.now()))) / 100
  const numbers = found.map(({ shown, phone, confidence }) => ({
    number: phone?.number ?? shown,
    kind: phone?.kind ?? null,
    confidence: Math.round(confidence * 1000) / 1000,
    isSure: phone !== undefined && confidence >= least,
  }))
  const input = { numbers, note: note || (numbers.length === 0 ? '照片中没有认出号码' : null) }
  try {
    await perform(kernel, flyer.district, {
      procedure: 'enforcement.flyer',
      subjectId: flyer.id,
      action: 'read',
      who: null,
      actor: systemActor,
      input,
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
const begin = (kernel: Kernel, flyer: Unread): void => {
  readFlyer(kernel, flyer).catch((error: unknown) =>
    kernel.log.error({ err: error, flyer: flyer.id }, 'a flyer could not be read'),
  )
}
/** After the commit that brought it; the delivery does not wait for the reader. */
export const whenFlyerTaken = listen(flyerTaken, async ({ id }, ctx) => begin(ctx.kernel, { district: ctx.district, id }))
/** What a process that ended had in hand. */
export const flyerJob: Job = {
  id: 'enforcement.read-flyers',
  zh: '识别小广告照片',
  everyMinutes: 5,
  run: async ({ kernel, tx, district, now }) => {
    const { rows } = await raw<{ id: string }>(
      tx,
      `select id from enforcement.flyer where status = 'unread' and created_at < $1 order by created_at limit 50`,
      [new Date(now.getTime() - 300_000)],
    )
    for (const { id } of rows) begin(kernel, { district, id })
  },
}
