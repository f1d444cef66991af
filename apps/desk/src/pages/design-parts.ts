/** What the page of parts shows: one field of each kind with a value, and a small answer. */

import type { Shown } from '#kernel/web/sheet/sheets.ts'
import type { FieldMeta } from '#kernel/web/types.ts'

const field = (name: string, zh: string, kind: FieldMeta['kind'], more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  zh,
  kind,
  isOptional: true,
  isUnique: false,
  isSearchable: false,
  choices: null,
  ...more,
})
const choices = [
  { value: 'a', zh: '按期' },
  { value: 'b', zh: '超期' },
]
const many = ['东园', '文昌', '清源', '湖滨', '新丰', '荷塘'].map((zh) => ({ value: zh, zh: `${zh}街道` }))
export const fields: readonly FieldMeta[] = [
  field('text', '文字', 'text', { isOptional: false, help: '说明写在下面' }),
  field('longText', '长文', 'longText', { isWide: true }),
  field('number', '数', 'number', { unit: 'm', decimals: 2 }),
  field('money', '金额', 'integer', { isMoney: true, unit: '分' }),
  field('flag', '是否', 'flag'),
  field('date', '日期', 'date'),
  field('instant', '时刻', 'instant'),
  field('choice', '少数选择', 'choice', { choices }),
  field('select', '多数选择', 'choice', { choices: many }),
  field('choices', '多选', 'choices', { choices: many }),
  field('person', '人员', 'person'),
  field('unit', '单位', 'unit'),
  field('area', '区域', 'area'),
  field('limit', '时限', 'limit'),
  field('list', '逐行一项', 'json', { isList: true }),
  field('rows', '明细表', 'json', {
    isWide: true,
    columns: [field('what', '项目', 'text'), field('n', '数量', 'integer', { unit: '个' })],
  }),
]
export const values: Readonly<Record<string, unknown>> = {
  text: '和平路12号',
  longText: '路面积尘,已通知作业单位当日清扫。',
  number: 12.5,
  money: 123_456,
  flag: true,
  date: '2026-11-21',
  instant: '2026-11-21T00:30:00Z',
  choice: 'a',
  select: '东园',
  choices: ['文昌', '清源'],
  limit: { value: 4, unit: 'work_hour' },
  list: ['第一项', '第二项'],
  rows: [{ what: '垃圾箱', n: 3 }],
}
const shownField = (name: string, zh: string, more: Partial<FieldMeta> = {}): Shown => ({
  shape: 'value',
  field: { ...field(name, zh, 'number', more), choices: null } as never,
})
export const shown: readonly Shown[] = [
  shownField('total', '合计', { unit: '件' }),
  {
    shape: 'table',
    name: 'rows',
    zh: '逐街',
    of: [shownField('n', '件数', { unit: '件' }), shownField('fine', '罚款', { isMoney: true, unit: '分' })],
  },
]
export const answer = {
  total: 12,
  rows: [
    { n: 7, fine: 120_000 },
    { n: 5, fine: 0 },
  ],
}
export const tokens = [
  'ground',
  'panel',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'soft',
  'faint',
  'blue',
  'blue-wash',
  'red-wash',
  'amber-wash',
  'light-green',
  'light-amber',
  'light-red',
  'light-violet',
  'light-grey',
  'light-blue',
] as const
