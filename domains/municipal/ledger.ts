/** What is counted of municipal works, and the year's pot of small works. */
import { choice, integer, money, number, record, ref, register, text } from '#kernel'
import { items, jobKinds, jobSources, units } from './words.ts'

/** 工程量: one line of an accepted job, in the unit of its item. */
export const workLine = record('municipal.work-line', {
  zh: '市政工程量',
  menu: '市政设施',
  title: 'item',
  geometry: 'Point',
  fields: {
    job: ref('维修单', 'municipal.job'),
    number: text('维修单号', { maxLength: 30 }),
    place: text('位置', { maxLength: 120 }),
    kind: choice('类别', jobKinds),
    source: choice('来源', jobSources),
    item: choice('项目', items),
    quantity: number('数量'),
    measure: choice('单位', units),
  },
})
export const pot = register('municipal.pot', {
  zh: '小修资金',
  menu: '市政设施',
  title: 'year',
  fields: { year: integer('年度', { min: 2000, max: 2100 }).unique(), amountFen: money('资金', { min: 1 }) },
})
