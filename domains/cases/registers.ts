/** 立结案标准、责任矩阵、案件清单. */
import { area, choice, code, date, flag, limit, longText, one, register, text, unit } from '#kernel'
import { kinds } from './contract.ts'

/** One filing condition of a category: a category has several, each with its own limit, closing standard and responsible body (GB/T 30428.8). */
export const condition = register('cases.condition', {
  zh: '立案条件',
  menu: '案件标准',
  title: 'condition',
  fields: {
    kind: choice('部件/事项', kinds),
    category: code('类别', 'category').searchable(),
    condition: text('立案条件').searchable(),
    limit: limit('处置时限'),
    closingStandard: text('结案标准'),
    responsibleBody: text('责任单位(通常)', { maxLength: 100 }).optional(),
    level: choice('要求等级', { A: 'A 门槛类', B: 'B 提高类' }),
    isActive: flag('启用'),
    source: text('依据').help('标准、本市立结案规范或文件号'),
  },
  uniqueTogether: [['kind', 'category', 'condition', 'level']],
  sort: { by: 'category' },
})
/** 部门与镇街职责清单: category × area → unit, dated. The most exact entry wins: longer category first, then longer area. */
export const duty = register('cases.duty', {
  zh: '职责清单',
  menu: '案件标准',
  help: '某类问题在某个区域由谁牵头、谁协办,写得越细越优先;改由别的单位负责用“职责移交”,原条目到移交日止。',
  title: 'note',
  fields: {
    kind: choice('部件/事项', kinds),
    categoryPrefix: code('类别(大类或小类,空为全部)', 'category-prefix', {
      maxLength: 5,
      pattern: { source: '^\\d{0,5}$', zh: '类别应为0至5位数字' },
    }).optional(),
    areaPrefix: area('区域'),
    unit: unit('责任单位'),
    role: choice('职责', { lead: '牵头', assist: '协办' }),
    validFrom: date('起'),
    validTo: date('止(不含)').optional(),
    basis: text('依据').optional(),
    note: text('说明').optional(),
  },
  checks: { dates: { sql: 'valid_to is null or valid_to > valid_from', zh: '止日应晚于起日' } },
  refuses: async (row, { tx, kernel, district }) => {
    if (!kernel.places.names(district).has(String(row.areaPrefix))) return '没有这个区域,请从列表中选择'
    if (!row.categoryPrefix) return undefined
    const known = await one(tx, `select 1 as n from kernel.code where list = $1 and code like $2 || '%' limit 1`, [
      row.kind,
      row.categoryPrefix,
    ])
    return known ? undefined : `${kinds[row.kind === 'component' ? 'component' : 'matter']}没有类别${String(row.categoryPrefix)}`
  },
})
/** 五点、十乱 and other named groups: the members are the bureau's to say. */
export const categoryGroup = register('cases.category-group', {
  zh: '类别组合',
  menu: '案件标准',
  help: '“五点”“十乱”一类的整治重点:成员由本局确定。',
  fields: {
    name: text('名称', { maxLength: 50 }),
    kind: choice('部件/事项', kinds),
    category: code('类别', 'category'),
    validFrom: date('起'),
    validTo: date('止(不含)').optional(),
    basis: longText('依据').optional(),
  },
  uniqueTogether: [['name', 'kind', 'category']],
})
