/** What a description is about, by the models in use: said when sure, offered as a choice when not. */
import type { Transaction } from 'kysely'
import { type Kernel, raw } from '#kernel'
import { type Classifier, classify } from '#kernel/learn/classifier.ts'
import { loadClassifier } from '#kernel/learn/file.ts'
import { type Purpose, purposes } from './definition.ts'

export interface Model {
  readonly id: string
  readonly macroF1: number
  readonly trainedAt: Date
}
export const currentModel = async (tx: Transaction<unknown>, purpose: Purpose): Promise<Model | undefined> => {
  const { rows } = await raw<Model>(
    tx,
    `select id, macro_f1::float8 as "macroF1", created_at as "trainedAt" from cases.text_model
     where purpose = $1 and state = 'current' and retired_at is null order by created_at desc limit 1`,
    [purpose],
  )
  return rows[0]
}
/** Models as loaded, by id: loading one takes a second, asking one takes a millisecond. */
const loaded = new WeakMap<Kernel, Map<string, Classifier>>()
export const forgetModels = (kernel: Kernel): void => void loaded.delete(kernel)
const load = async (kernel: Kernel, tx: Transaction<unknown>, id: string): Promise<Classifier | undefined> => {
  const models = loaded.get(kernel) ?? new Map<string, Classifier>()
  loaded.set(kernel, models)
  const known = models.get(id)
  if (known) return known
  const { rows } = await raw<{ bytes: Buffer }>(tx, 'select bytes from cases.text_model_data where model = $1', [id])
  const [row] = rows
  if (!row) return undefined
  const classifier = loadClassifier(Buffer.from(row.bytes))
  // A few purposes in a few districts: more than that are models of the past.
  if (models.size >= 12) models.clear()
  models.set(id, classifier)
  return classifier
}
export interface Suggestion {
  readonly purpose: Purpose
  /** Sure enough to be taken without looking; else a person decides among the choices. */
  readonly isSure: boolean
  readonly confidence: number
  readonly choices: readonly string[]
  readonly because: readonly string[]
}
/** @param least from which confidence on an answer is said to be sure, 0 to 1 */
export const suggest = async (
  kernel: Kernel,
  tx: Transaction<unknown>,
  text: string,
  least: number,
): Promise<readonly Suggestion[]> => {
  const found: Suggestion[] = []
  for (const purpose of Object.keys(purposes) as Purpose[]) {
    const model = await currentModel(tx, purpose)
    const classifier = model ? await load(kernel, tx, model.id) : undefined
    if (!classifier) continue
    const answer = classify(classifier, text)
    if (answer.confidence === 0) continue
    const isSure = answer.confidence >= least
    const choices = isSure ? [answer.label] : answer.ranked.slice(0, 3).map((r) => r.label)
    found.push({
      purpose,
      isSure,
      confidence: Math.round(answer.confidence * 1000) / 1000,
      choices,
      because: [...answer.because],
    })
  }
  return found
}
