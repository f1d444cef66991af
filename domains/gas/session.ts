/** 燃气安全“六进”: which six is configured; each session with its place, visitors and pictures, counted when another has looked. */
import { choice, date, dayText, flag, integer, one, photos, procedure, ref, register, text } from '#kernel'
import { notSelf, why } from './shared.ts'

export const entryKind = register('gas.entry-kind', {
  zh: '“六进”类别',
  menu: '燃气安全',
  fields: {
    name: text('类别', { maxLength: 30 }).unique().help('如 进社区、进学校、进企业、进农村、进家庭、进公共场所'),
    isOn: flag('现行'),
  },
})
const form = {
  kind: ref('类别', 'gas.entry-kind'),
  theme: text('主题', { maxLength: 100 }),
  place: text('地点', { maxLength: 100 }),
  heldOn: date('日期'),
  visitors: integer('参加', { unit: '人次', min: 1 }),
  handouts: integer('发放资料', { unit: '份', min: 0 }),
} as const
export const session = procedure('gas.session', {
  zh: '燃气安全宣传',
  menu: '燃气安全',
  title: 'theme',
  numbering: { prefix: 'LJ', per: 'year', digits: 4 },
  fields: { ...form, theme: form.theme.searchable(), kindName: text('类别名称', { maxLength: 30 }) },
  statuses: {
    filed: { zh: '待核', duty: 'gas.verify', taskZh: '燃气宣传活动待核' },
    confirmed: { zh: '已核', kind: 'final' },
    void: { zh: '不计', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '登记活动',
    from: 'new',
    to: 'filed',
    by: 'gas.report',
    form: { ...form, photos: photos(2, '活动照片') },
    look: ({ tx, input }) =>
      one<{ name: string; isOn: boolean }>(
        tx,
        'select name, is_on as "isOn" from gas.entry_kind where id = $1 and retired_at is null',
        [input.kind],
      ),
    check: ({ input, found, now }) =>
      why(!found?.isOn, '该类别不在现行“六进”之内') ?? why(input.heldOn > dayText(now), '活动日期不能晚于今天'),
    effects: ({ found }) => ({ set: { kindName: found?.name ?? '' } }),
  }),
  confirm: action({
    zh: '核实',
    from: 'filed',
    to: ({ input }) => (input.isOk === 'yes' ? 'confirmed' : 'void'),
    by: 'gas.verify',
    tone: 'primary',
    isBulk: true,
    form: { isOk: choice('结果', { yes: '属实', no: '不计' }) },
    guard: ({ actor, past }) => notSelf(past, 'file', actor, '登记人不能核实自己的活动'),
  }),
}))
