/**
 * 统计台账: what a department does and counts, entry by entry, until (and beside) the trade has a system of its own. A matter says what is
 * entered; an entry says when, how much, where, about whom. Figures are formulas over the entries, never numbers typed in.
 */
import { choice, date, files, list, money, number, ref, register, text, unit } from '#kernel'

export const frequencies = { day: '逐日', each: '逐件', month: '逐月', year: '逐年' } as const
export const matter = register('statistics.matter', {
  zh: '统计事项',
  menu: '统计台账',
  help: '每类要统计的工作一项:计量单位、责任单位、要填哪些栏。公式里用名称称呼它。',
  fields: {
    name: text('事项名称', {
      maxLength: 60,
      pattern: { source: String.raw`^[^\s(),=<>!|"().,][^(),=<>!|"(),.]*$`, zh: '名称里不要用括号、逗号、句点和比较符号' },
    })
      .unique()
      .searchable(),
    measure: text('计量单位', { maxLength: 20 }),
    owner: unit('责任单位').optional(),
    frequency: choice('填报', frequencies),
    kinds: list('类别(可选的)').optional().help('填了以后,台账的“类别”应在其中'),
    note: text('填报说明', { maxLength: 300 }).optional(),
  },
})
export const entry = register('statistics.entry', {
  zh: '工作台账',
  menu: '统计台账',
  title: 'note',
  sort: { by: 'happenedOn', descending: true },
  help: '一件事一行,或一天一行(数量写当天合计)。改错直接修改,改动留痕。',
  fields: {
    matter: ref('事项', 'statistics.matter'),
    happenedOn: date('日期'),
    quantity: number('数量').help('一件写 1'),
    kind: text('类别', { maxLength: 40 }).optional().searchable(),
    result: text('结果', { maxLength: 60 }).optional().searchable(),
    subject: text('对象', { maxLength: 80 }).optional().searchable().help('单位、人员、小区、道路等名称;按家数、人数统计时必填'),
    place: text('地点', { maxLength: 120 }).optional().searchable(),
    amountFen: money('金额').optional(),
    unit: unit('填报单位').optional(),
    attributes: list('其他栏').optional().help('一栏一行,写成 名=值,如 级别=市级'),
    document: text('来源文号', { maxLength: 80 }).optional().searchable(),
    note: text('摘要', { maxLength: 200 }).optional().searchable(),
    evidence: files(0, '佐证').optional(),
  },
})
