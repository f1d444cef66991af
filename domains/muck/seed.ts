/** 示例: a scale of points for each class, so that violations can be judged; a bureau dates its own. */
import { type Kernel, newRow, raw, systemActor, writeChanges } from '#kernel'
import { scale } from './registers.ts'

const basis = '记分为示例,由本局确定;处罚依据见违法行为库'
const entries = [
  { kind: 'unlicensed', lawCode: 'V20', companyPoints: 6, truckPoints: 6 },
  { kind: 'mud', lawCode: 'V01', companyPoints: 2, truckPoints: 2 },
  { kind: 'spill', lawCode: 'V01', companyPoints: 3, truckPoints: 3 },
  { kind: 'dump', lawCode: 'V20', companyPoints: 12, truckPoints: 12 },
] as const
export const seedMuck = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from muck.scale limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      await writeChanges(
        tx,
        entries.map((e) => newRow(ctx, scale, { ...e, validFrom: '2024-01-01', validTo: null, basis }).set),
      )
    })
}
