/** 示例: a scoring table for each kind of acceptance and an index set, to be replaced by the bureau's own. */
import { type Kernel, newRow, type Register, raw, systemActor, writeChanges } from '#kernel'
import { criterion, tables } from './acceptance.ts'
import { serviceIndex } from './service.ts'

const since = '2024-01-01'
const items: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  fineStreetDistrict: [
    ['路面与人行道', 25],
    ['立面与店招', 25],
    ['街道家具与照明', 20],
    ['环卫保洁', 15],
    ['秩序与停车', 15],
  ],
  fineStreetStreet: [
    ['方案与公众参与', 20],
    ['建设完成', 50],
    ['长效管理', 30],
  ],
  modelRoad: [
    ['道路设施完好', 30],
    ['市容环境', 30],
    ['绿化景观', 20],
    ['长效管理', 20],
  ],
  fineLane: [
    ['路面平整', 25],
    ['墙面管线', 25],
    ['保洁', 25],
    ['居民自治', 25],
  ],
}
type Values = Readonly<Record<string, unknown>>
const index = (
  code: string,
  name: string,
  group: string,
  way: string,
  source: string,
  formula: string,
  rest: Values,
): Values => ({
  code,
  name,
  group,
  way,
  source,
  formula,
  period: 'quarter',
  validFrom: since,
  basis: '城市综合管理服务评价指标(示例)',
  ...rest,
})
const indexes: readonly Values[] = [
  index('A1', '案件结案率', '干净整洁', 'platform', '本平台', '已结案 ÷ 应结案', {
    unit: '%',
    indicator: 'cases.close-rate',
    full: 40,
    target: 100,
    zeroAt: 60,
  }),
  index('A2', '背街小巷整洁', '干净整洁', 'site', '实地考察', '达标点位 ÷ 考察点位', {
    unit: '%',
    full: 30,
    target: 100,
    zeroAt: 60,
  }),
  index('B1', '市民满意度', '群众满意', 'survey', '问卷调查', '满意答卷 ÷ 有效答卷', {
    unit: '%',
    full: 30,
    target: 95,
    zeroAt: 60,
  }),
]
const rowsOf = (): readonly (readonly [Register, Values])[] => [
  ...Object.keys(tables).flatMap((table) =>
    (items[table] ?? []).map(([item, full], i): readonly [Register, Values] => [
      criterion,
      { table, code: String(i + 1), item, full, validFrom: since, basis: '验收评分表(示例),待本局核定' },
    ]),
  ),
  ...indexes.map((values): readonly [Register, Values] => [serviceIndex, values]),
]
export const seedWorks = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from evaluation.criterion limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      await writeChanges(
        tx,
        rowsOf().map(([definition, values]) => newRow(ctx, definition, values, {}).set),
      )
    })
}
