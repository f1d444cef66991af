/** 五年行动 and its targets, approvals shared by other departments, power and gas lines, decoration filings. */
import { area, choice, date, flag, integer, number, ref, register, text } from '#kernel'
import { departments, lineKinds } from './words.ts'

export const programme = register('buildings.programme', {
  zh: '违法建设治理五年行动',
  menu: '五年行动',
  title: 'name',
  checks: { years: { sql: 'to_year = from_year + years - 1', zh: '起止年度与年数不符' } },
  fields: {
    name: text('行动', { maxLength: 80 }).unique().searchable(),
    fromYear: integer('起始年度', { min: 2000, max: 2100 }),
    toYear: integer('结束年度', { min: 2000, max: 2104 }),
    years: integer('周期', { unit: '年', min: 5, max: 5 }),
    note: text('说明', { maxLength: 300 }).optional(),
  },
})
export const target = register('buildings.target', {
  zh: '五年行动年度任务',
  menu: '五年行动',
  title: 'year',
  uniqueTogether: [['programme', 'street', 'year']],
  help: '每街镇每年度一行;各年之和为五年任务。',
  fields: {
    programme: ref('行动', 'buildings.programme'),
    street: area('街道(镇)'),
    year: integer('年度', { min: 2000, max: 2104 }),
    targetM2: number('任务面积', { unit: '㎡', min: 1 }),
  },
})
export const approval = register('buildings.approval', {
  zh: '共享的规划与产权批准',
  menu: '联动管控',
  title: 'number',
  help: '由住建、国土、规划提供,可用表格导入;认定时与实测面积相比。',
  fields: {
    number: text('批准文号', { maxLength: 60 }).unique().searchable(),
    department: choice('部门', departments),
    holder: text('权利人', { maxLength: 80 }).searchable(),
    address: text('坐落', { maxLength: 120 }).searchable(),
    approvedM2: number('批准面积', { unit: '㎡', min: 0 }),
    approvedOn: date('批准日期'),
  },
})
export const line = register('buildings.line', {
  zh: '电力燃气管线',
  menu: '管线占压',
  geometry: 'Point',
  title: 'code',
  fields: {
    code: text('管线(检查点)编号', { maxLength: 40 }).unique().searchable(),
    kind: choice('类别', lineKinds),
    place: text('位置', { maxLength: 120 }).searchable(),
    owner: text('权属单位', { maxLength: 80 }),
    protectM: number('保护范围', { unit: 'm', min: 0 }),
  },
})
export const decoration = register('buildings.decoration', {
  zh: '装修备案',
  menu: '小区防控',
  title: 'room',
  help: '新交付小区、别墅区逐户备案,承诺不搭建;超过完工日期未核销的列入巡查。',
  fields: {
    compound: ref('小区', 'grid.compound'),
    room: text('房号', { maxLength: 40 }).searchable(),
    owner: text('业主', { maxLength: 60 }).personal('name'),
    contractor: text('装修单位', { maxLength: 80 }).optional(),
    scope: text('装修内容', { maxLength: 200 }),
    hasPledge: flag('已签不违建承诺'),
    startOn: date('开工日期'),
    endOn: date('计划完工'),
    checkedOn: date('完工核查').optional(),
  },
})
