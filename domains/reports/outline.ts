/** 提纲模板: what a writer begins from. Data of the district: the seeded ones are examples, edited and added to in the register. */
import { choice, type Kernel, longText, newRow, raw, register, systemActor, text, writeChanges } from '#kernel'
import { reportKinds } from './contract.ts'
import { outlines } from './data/outlines.ts'

export const outline = register('reports.outline', {
  zh: '提纲模板',
  menu: '报告',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    kind: choice('文种', reportKinds),
    body: longText('提纲', { maxLength: 60_000 }).help(
      '数写成 {{ "cases.closed" | figure }};分单位、分街道的表写成 {{ "cases.reported" | table: "street" }};〔存在问题〕〔意见建议〕〔下年计划〕起草时写成登记在册的内容',
    ),
    note: text('说明', { maxLength: 200 }).optional(),
  },
})
/** Written once per district; a district that has taken one away does not get it back. */
export const seedReports = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from reports.outline limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      await writeChanges(
        tx,
        outlines.map((o) => newRow(ctx, outline, o, { areaCode: district }).set),
      )
    })
}
