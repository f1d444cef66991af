/** 线缆台账: operators, whose lines hang where, crossings with their height sign, and the plan's places. */
import { choice, date, flag, integer, number, record, ref, register, text } from '#kernel'
import { crossings, methods, operatorKinds } from './shared.ts'

export const operator = register('cables.operator', {
  zh: '线缆运营单位',
  menu: '空中线缆',
  fields: {
    name: text('单位', { maxLength: 80 }).unique().searchable(),
    code: text('统一社会信用代码', { maxLength: 18 }).unique(),
    kind: choice('类别', operatorKinds),
    contact: text('联系人', { maxLength: 40 }).personal('name'),
    phone: text('电话', { maxLength: 20 }).personal('phone'),
  },
})
export const line = register('cables.line', {
  zh: '架空线路',
  menu: '空中线缆',
  geometry: 'Point',
  title: 'place',
  help: '一段路上一家单位一条;没有同意文号的为无手续线路。',
  fields: {
    place: text('路段(小区)', { maxLength: 80 }).searchable(),
    operator: ref('运营单位', 'cables.operator'),
    metres: number('长度', { unit: '米', min: 1 }),
    consent: text('同意文号', { maxLength: 40 }).optional(),
    isAbandoned: flag('废弃'),
    hungOn: date('架设日期').optional(),
  },
})
export const crossing = register('cables.crossing', {
  zh: '跨路线缆',
  menu: '空中线缆',
  geometry: 'Point',
  title: 'place',
  help: '净高低于标准的自动成为急件;限高标识牌登记高度与安装日期。',
  fields: {
    place: text('跨越处', { maxLength: 100 }).unique().searchable(),
    kind: choice('跨越', crossings),
    operator: ref('运营单位', 'cables.operator'),
    keeper: text('管护人', { maxLength: 40 }),
    heightM: number('实测净高', { unit: '米', min: 0 }).optional(),
    measuredOn: date('测量日期').optional(),
    isLow: flag('低于标准').optional(),
    signM: number('限高标识', { unit: '米', min: 0 }).optional(),
    signedOn: date('标识牌安装日期').optional(),
  },
})
/** 整治工程量: one line of an accepted project. */
export const metre = record('cables.metre', {
  zh: '线缆整治工程量',
  menu: '空中线缆',
  title: 'place',
  fields: {
    work: ref('整治', 'cables.work'),
    number: text('整治单号', { maxLength: 30 }),
    place: text('路段(小区)', { maxLength: 80 }),
    placeKind: choice('类别', { road: '道路', community: '小区' }),
    operator: text('运营单位', { maxLength: 80 }),
    method: choice('方式', methods),
    metres: number('长度', { unit: '米' }),
    doneOn: date('验收日期'),
  },
})
export const plan = register('cables.plan', {
  zh: '三年行动计划',
  menu: '空中线缆',
  title: 'name',
  fields: {
    name: text('计划', { maxLength: 80 }).unique().searchable(),
    fromYear: integer('起始年', { min: 2000, max: 2100 }),
    toYear: integer('终止年', { min: 2000, max: 2100 }),
    paper: text('文号', { maxLength: 60 }).optional(),
  },
  checks: { years: { sql: 'to_year >= from_year', zh: '终止年不能早于起始年' } },
})
