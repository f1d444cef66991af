/** What was seen and counted about illegal buildings. */
import { area, choice, date, flag, integer, photos, record, ref, text } from '#kernel'
import { patrolKinds } from './words.ts'

export const patrol = record('buildings.patrol', {
  zh: '小区违建巡查',
  menu: '小区防控',
  title: 'kind',
  fields: {
    compound: ref('小区', 'grid.compound'),
    kind: choice('方式', patrolKinds),
    found: integer('发现疑似', { unit: '处', min: 0 }),
    note: text('情况', { maxLength: 300 }).optional(),
    photos: photos(0, '照片').optional(),
  },
})
export const visit = record('buildings.visit', {
  zh: '网格员走访物业',
  menu: '小区防控',
  title: 'who',
  fields: {
    compound: ref('小区', 'grid.compound'),
    who: text('物业接待人', { maxLength: 40 }),
    topic: text('内容', { maxLength: 300 }),
    photos: photos(1, '照片'),
  },
})
export const point = record('buildings.point', {
  zh: '物业防控记分',
  menu: '小区防控',
  title: 'reason',
  help: '按时报告记1分;超时报告,或别处发现而物业未报的,扣1分。由系统记。',
  fields: {
    compound: ref('小区', 'grid.compound'),
    property: text('物业企业', { maxLength: 80 }).searchable(),
    building: ref('违法建设', 'buildings.building'),
    points: integer('分'),
    reason: text('理由', { maxLength: 120 }),
  },
})
export const lineCheck = record('buildings.line-check', {
  zh: '管线占压排查',
  menu: '管线占压',
  title: 'result',
  fields: {
    line: ref('管线(检查点)', 'buildings.line'),
    result: choice('结果', { clear: '无占压', pressed: '有占压' }),
    presser: text('占压人', { maxLength: 80 }).optional().help('有占压的填写'),
    place: text('占压位置', { maxLength: 120 }).optional(),
  },
})
export const monthEnd = record('buildings.month-end', {
  zh: '新增违建零增长月结',
  menu: '违法建设',
  title: 'month',
  help: '每月1日结上月:当月及以前发现的新增违建到月底未拆除的为净增;有净增即未守住零增长。',
  fields: {
    month: text('月份', { maxLength: 7 }),
    monthOn: date('月初'),
    street: area('街道(镇)'),
    found: integer('当月发现', { unit: '处' }),
    removed: integer('当月拆除', { unit: '处' }),
    left: integer('月底未拆(净增)', { unit: '处' }),
    isKept: flag('守住零增长'),
  },
})
