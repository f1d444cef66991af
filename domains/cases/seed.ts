/** Reference rows of cases: the category lists, and their filing conditions once per district; later edits are the bureau's. */
import { readFileSync } from 'node:fs'
import { type Kernel, newRow, raw, systemActor, writeChanges } from '#kernel'
import { type CodeFact, loadCodes } from '#kernel/codes.ts'
import { condition } from './registers.ts'

interface ConditionFact {
  readonly kind: 'component' | 'matter'
  readonly category: string
  readonly condition: string
  readonly limit: { readonly value: number; readonly unit: string }
  readonly closingStandard: string
  readonly responsibleBody: string
  readonly source: string
}
const conditionFacts = (): readonly ConditionFact[] =>
  JSON.parse(readFileSync(new URL('../../catalogue/data/filing-conditions.json', import.meta.url), 'utf8')) as ConditionFact[]

/** 部件、事项 of GB/T 47678.5 and their older numbers. */
export const readCodes = (): readonly CodeFact[] =>
  JSON.parse(readFileSync(new URL('../../catalogue/data/codes.json', import.meta.url), 'utf8')) as CodeFact[]

export const seedCases = async (kernel: Kernel): Promise<void> => {
  await loadCodes(kernel.db, readCodes())
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from cases.condition limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      const sets = conditionFacts().map((f) => newRow(ctx, condition, { ...f, level: 'A', isActive: true }).set)
      for (let i = 0; i < sets.length; i += 200) await writeChanges(tx, sets.slice(i, i + 200))
    })
}
