/** 示例: a tariff for each zone and a yard standard, so that the menus live; a bureau dates its own. */
import { type Kernel, newRow, type Register, raw, systemActor, writeChanges } from '#kernel'
import { tariff } from './charge/registers.ts'
import { yardItem } from './street/yard.ts'

type Entry = readonly [Register, Readonly<Record<string, unknown>>]
const since = '2024-01-01'
const zones = [
  { zone: 'one', name: '一类区域路内(示例)', unitFen: 150, nightFen: 100, dayCapFen: 4000 },
  { zone: 'two', name: '二类区域路内(示例)', unitFen: 100, nightFen: 50, dayCapFen: 2500 },
  { zone: 'three', name: '三类区域路内(示例)', unitFen: 50, nightFen: 0, dayCapFen: 1500 },
] as const
const items = [
  ['场地硬化', 30, true],
  ['出口车辆冲洗', 25, true],
  ['喷淋降尘', 20, false],
  ['裸土、物料覆盖', 15, false],
  ['保洁与标志标线', 10, false],
] as const
const entries: readonly Entry[] = [
  ...zones.map(
    ({ unitFen, nightFen, ...rest }): Entry => [
      tariff,
      {
        ...rest,
        bands: [
          { begins: '07:30', ends: '20:30', unitMinutes: 15, unitFen },
          { begins: '20:30', ends: '07:30', unitMinutes: 60, unitFen: nightFen },
        ],
        freeMinutes: 15,
        isFreeDeducted: false,
        isHolidayFree: true,
        validFrom: since,
        basis: '收费标准(示例),由本局核定',
      },
    ],
  ),
  ...items.map(
    ([item, full, isKey]): Entry => [yardItem, { item, full, isKey, validFrom: since, basis: '停车场地标准(示例),由本局核定' }],
  ),
]
export const seedParking = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from parking.tariff limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      await writeChanges(
        tx,
        entries.map(([definition, values]) => newRow(ctx, definition, values).set),
      )
    })
}
