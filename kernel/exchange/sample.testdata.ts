/** Registers with every kind of field, for tests of sheets. */

import { defineDomain } from '../define/domain.ts'
import {
  choice,
  choices,
  date,
  flag,
  instant,
  integer,
  limit,
  longText,
  number,
  person,
  photos,
  ref,
  text,
  unit,
} from '../define/field.ts'
import { record } from '../define/record.ts'
import { register } from '../define/register.ts'

export const crew = register('samplex.crew', { zh: '班组', fields: { name: text('班组名称').unique() } })
export const lamp = register('samplex.lamp', {
  zh: '路灯',
  geometry: 'Point',
  fields: {
    pole: text('杆号').unique().searchable().help('灯杆上的铭牌号'),
    source: choice('光源', { led: 'LED', sodium: '钠灯' }),
    power: number('功率', { unit: 'W', min: 0 }),
    arms: integer('灯臂', { min: 1, max: 8 }),
    parts: choices('配件', { box: '配电箱', sensor: '传感器', flag: '旗架' }),
    isLit: flag('亮灯'),
    builtOn: date('建成日期'),
    checkedAt: instant('检查时间').optional(),
    repairLimit: limit('修复时限'),
    crew: ref('养护班组', 'samplex.crew').optional(),
    keeper: unit('养护单位'),
    chief: person('负责人').optional(),
    phone: text('联系电话', { maxLength: 20 }).personal('phone').optional(),
    note: longText('备注').optional(),
    photos: photos(0),
  },
  checks: { power: { sql: 'power <= 2000', zh: '功率不应超过2000瓦' } },
  sort: { by: 'pole' },
})
export const wire = register('samplex.wire', { zh: '线缆', geometry: 'LineString', fields: { name: text('名称') } })
export const reading = record('samplex.reading', { zh: '电流', fields: { amps: number('电流', { unit: 'A' }) } })
export const exchangeDomain = defineDomain({ id: 'samplex', zh: '样例', registers: [crew, lamp, wire], records: [reading] })
