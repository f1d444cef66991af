/** Learning from the bureau's own cases, once a day: train beside the server, keep what is better, check what is in use. */
import { addRecord, createRow, dayOf, editRow, listRows, raw, type WorkContext } from '#kernel'
import { classify } from '#kernel/learn/classifier.ts'
import { loadClassifier } from '#kernel/learn/file.ts'
import { trainInThread } from '#kernel/learn/train.ts'

import { type Purpose, purposes, textCheck, textModel } from './definition.ts'
import { currentModel, forgetModels } from './suggest.ts'

/** What a case says and what it ended as, newest first. A case that was voided or merged teaches nothing. */
const labelOf: Readonly<Record<Purpose, string>> = {
  category: `r.category_kind || ':' || r.category`,
  unit: 'r.unit_id::text',
  urgency: 'r.urgency',
}
const samplesSql = (purpose: Purpose): string =>
  `select r.description as text, ${labelOf[purpose]} as label from cases."case" r
   where r.filed_at is not null and r.filed_at >= $1 and ${labelOf[purpose]} is not null and r.status <> all (array['cancelled', 'merged', 'not_accepted'])
   order by r.filed_at desc limit $2`
const mostSamples = 20_000
/** A new model that does this much worse than the one in use is kept aside for a person to decide. */
const worseBy = 0.02

const learnOne = async (ctx: WorkContext, purpose: Purpose): Promise<void> => {
  const { kernel, tx, district, now } = ctx
  const day = dayOf(kernel, district, now)
  const parameter = (name: string): number => Number(kernel.parameters.value(district, name, day))
  const from = new Date(now.getTime() - parameter('cases.learn-months') * 30.44 * 86_400_000)
  const { rows } = await raw<{ text: string; label: string }>(tx, samplesSql(purpose), [from, mostSamples])
  if (rows.length < parameter('cases.learn-least')) return
  const bytes = await trainInThread(rows)
  if (!bytes) return
  const { quality, labels } = loadClassifier(bytes)
  const before = await currentModel(tx, purpose)
  const isBetter = !before || quality.macroF1 >= before.macroF1 - worseBy
  const { id } = await createRow(ctx, textModel, {
    name: `${purposes[purpose]} ${day} ${now.toISOString().slice(11, 16)}`,
    purpose,
    state: isBetter ? 'current' : 'spare',
    trainedOn: day,
    samples: quality.texts,
    classes: labels.length,
    macroF1: Math.round(quality.macroF1 * 1e4) / 1e4,
    accuracy: Math.round(quality.accuracy * 1e4) / 100,
    note: isBetter ? null : `宏平均F1低于在用的${before?.macroF1},备而不用`,
  })
  await raw(tx, 'insert into cases.text_model_data (district, model, bytes) values ($1, $2, $3)', [district, id, bytes])
  if (isBetter && before) await editRow(ctx, textModel, before.id, { state: 'retired' }, { reason: `由${day}训练的代替` })
  forgetModels(kernel)
}

/** The model in use on cases filed since it was trained: they were not in its lessons, so this tells when it has gone stale. */
const checkOne = async (ctx: WorkContext, purpose: Purpose): Promise<void> => {
  const { tx } = ctx
  const model = await currentModel(tx, purpose)
  if (!model) return
  const { rows } = await raw<{ text: string; label: string }>(tx, samplesSql(purpose), [model.trainedAt, 1000])
  if (rows.length === 0) return
  const data = await raw<{ bytes: Buffer }>(tx, 'select bytes from cases.text_model_data where model = $1', [model.id])
  const [found] = data.rows
  if (!found) return
  const classifier = loadClassifier(Buffer.from(found.bytes))
  const least =
    Number(ctx.kernel.parameters.value(ctx.district, 'cases.learn-sure', dayOf(ctx.kernel, ctx.district, ctx.now))) / 100
  const answers = rows.map(({ text, label }) => ({ ...classify(classifier, text, { withReasons: false }), truth: label }))
  const sure = answers.filter((a) => a.confidence >= least)
  await addRecord(ctx, textCheck, {
    model: model.id,
    purpose,
    fromOn: dayOf(ctx.kernel, ctx.district, model.trainedAt),
    cases: answers.length,
    right: answers.filter((a) => a.label === a.truth).length,
    sure: sure.length,
    sureRight: sure.filter((a) => a.label === a.truth).length,
  })
}
export const learnFromCases = async (ctx: WorkContext): Promise<void> => {
  for (const purpose of Object.keys(purposes) as Purpose[]) {
    await checkOne(ctx, purpose)
    await learnOne(ctx, purpose)
  }
}
/** Models long out of use keep their line in the register, not their bytes. */
export const dropOldModels = async (ctx: WorkContext): Promise<void> => {
  const { rows } = await listRows(ctx.tx, textModel, {
    filter: { state: 'retired' },
    sort: 'createdAt',
    isDescending: true,
    limit: 500,
  })
  const old = rows.slice(6).map((row) => String((row as { id: string }).id))
  if (old.length > 0) await raw(ctx.tx, 'delete from cases.text_model_data where model = any($1::uuid[])', [old])
}
