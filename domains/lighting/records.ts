/** What was done to single lamps and poles. */
import { choice, date, integer, record, ref, text } from '#kernel'
import { repairKinds } from './words.ts'

/** 盏次: one per lamp per repair. */
export const lampRepair = record('lighting.lamp-repair', {
  zh: '路灯维修(盏次)',
  menu: '道路照明',
  title: 'code',
  help: '维修办结时逐盏写入,每盏每修一次一行。',
  fields: {
    lamp: ref('路灯', 'lighting.lamp'),
    code: text('灯号', { maxLength: 30 }).searchable(),
    road: text('道路', { maxLength: 80 }),
    kind: choice('故障', repairKinds),
    repair: ref('维修单', 'lighting.repair'),
  },
})
export const coating = record('lighting.coating', {
  zh: '灯杆涂刷',
  menu: '道路照明',
  title: 'road',
  fields: {
    road: text('道路', { maxLength: 80 }).searchable(),
    doneOn: date('完成日期'),
    poles: integer('灯杆', { unit: '套', min: 1 }),
    paint: text('涂料', { maxLength: 60 }),
  },
})
