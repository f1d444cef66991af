/** The doors of the citizens' home page, written once per district: the eight the platform names and the small pages beside them. */
import { type Kernel, newRow, raw, systemActor, writeChanges } from '#kernel'
import { app } from './app.ts'

const doors = [
  ['news', '信息发布', 'news', '/news', 'list'],
  ['parking', '智慧停车', 'parking', '/parking', 'map'],
  ['bikes', '公共自行车', 'bikes', '/bikes', 'map'],
  ['volunteer', '志愿服务', 'volunteer', '/volunteer', 'list'],
  ['law', '法律工作室', 'consult', '/law', 'question'],
  ['frontage', '门前三包', 'frontage', '/frontage', 'camera'],
  ['permits', '网上审批', 'permits', '/permits', 'list'],
  ['credit', '信用公示', 'credit', '/credit', 'list'],
  ['decide', '公众议事', 'small', '/decide', 'question'],
  ['events', '开放日与体验', 'small', '/events', 'list'],
  ['policies', '政策文件', 'small', '/policies', 'list'],
  ['notices', '便民信息', 'small', '/notices', 'list'],
  ['enterprise', '涉企服务', 'small', '/enterprise', 'list'],
  ['toilets', '找公厕', 'small', '/toilets', 'map'],
  ['garden', '公园与树', 'small', '/garden', 'map'],
  ['spots', '好去处', 'small', '/spots', 'map'],
  ['sorting', '垃圾分类', 'small', '/sorting', 'list'],
  ['renovation', '装修垃圾清运', 'small', '/renovation', 'list'],
  ['survey', '满意度调查', 'small', '/survey', 'question'],
] as const
export const seedCivic = async (kernel: Kernel): Promise<void> => {
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw(tx, 'select 1 from civic.app limit 1', [])
      if (rows.length > 0) return
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      const made = doors.map(([code, name, kind, target, icon], i) =>
        newRow(ctx, app, { code, name, kind, target, icon, rank: i + 1, isOn: true }),
      )
      await writeChanges(
        tx,
        made.map((m) => m.set),
      )
    })
}
