/** Reference rows of permits, written once per district: the item catalogue in its two versions, and standards of sanitation facilities. */
import { type Kernel, newRow, raw, systemActor, writeChanges } from '#kernel'
import items from './data/items.json' with { type: 'json' }
import standards from './data/sanitation-standards.json' with { type: 'json' }
import { item, sanitationStandard } from './registers.ts'

export const seedPermits = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from permits.item limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      await writeChanges(tx, [
        ...items.map((row) => newRow(ctx, item, row).set),
        ...standards.map((row) => newRow(ctx, sanitationStandard, row).set),
      ])
    })
}
