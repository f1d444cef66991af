/** Reference rows of credit, written once per district: schemes with their items, legal bases, points of embedding. */
import { type Kernel, newRow, raw, systemActor, writeChanges } from '#kernel'
import measures from './data/measures.json' with { type: 'json' }
import schemes from './data/schemes.json' with { type: 'json' }
import { embedding, measureBasis, scheme, schemeItem } from './registers.ts'

const embedded = [
  ['muck', '城市建筑垃圾处置核准', 'permit', 'D', 'deny'],
  ['muck', '建筑垃圾运输企业与车辆准入', 'permit', 'D', 'deny'],
  ['muck', '新型渣土车白天运输许可', 'permit', 'C', 'deny'],
  ['muck', '新型渣土车白天运输许可', 'permit', 'D', 'deny'],
  ['muck', '渣土运输招标', 'tender', 'D', 'deny'],
  ['muck', '工地出土检查', 'check', 'D', 'watch'],
  ['sanitation', '从事城市生活垃圾经营性清扫、收集、运输审批', 'permit', 'D', 'slow'],
  ['sanitation', '作业招投标', 'tender', 'C', 'deposit'],
  ['appearance', '设置大型户外广告审批', 'permit', 'D', 'slow'],
  ['appearance', '大型商场占道促销许可', 'permit', 'D', 'deny'],
  ['frontage', '门前三包检查', 'check', 'A', 'fast'],
] as const
export const seedCredit = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from credit.scheme limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      await writeChanges(
        tx,
        [
          ...schemes.map(({ items: _items, ...row }) => newRow(ctx, scheme, row)),
          ...schemes.flatMap((s) => s.items.map((i) => newRow(ctx, schemeItem, { trade: s.trade, edition: s.edition, ...i }))),
          ...measures.map((m) => newRow(ctx, measureBasis, m)),
          ...embedded.map(([trade, point, process, grade, effect]) =>
            newRow(ctx, embedding, { trade, point, process, grade, effect, isOn: true, validFrom: '2026-01-01' }),
          ),
        ].map((made) => made.set),
      )
    })
}
