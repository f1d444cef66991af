/** 分类计量台账: one row a weighbridge ticket (the sanitation's; never weighed again here) or a purchase of recyclables; corrected and void ones replaced. */
import { area, choice, date, flag, instant, number, ref, register, text } from '#kernel'
import { treatments, wastes } from '../words.ts'

export const intake = register('sorting.intake', {
  zh: '分类计量台账',
  menu: '收运处置',
  title: 'ticket',
  help: '来自环卫地磅磅单和回收点收购,不得手填;“首次计量”是垃圾离开产生地的第一次过磅,清运量只按它计,不重复。',
  fields: {
    ticket: text('磅单(流水)号', { maxLength: 100 }).unique().searchable(),
    source: choice('来源', { weighbridge: '地磅', recovery: '资源回收' }),
    waste: choice('类别', wastes),
    kg: number('净重', { unit: 'kg', min: 0 }),
    direction: choice('方向', { in: '进', out: '出' }),
    station: text('站(厂)', { maxLength: 100 }).searchable(),
    treatment: choice('处理方式', treatments),
    plate: text('车号', { maxLength: 12 }).optional(),
    fromPlace: text('来自', { maxLength: 100 }).searchable(),
    place: ref('分类场所', 'sorting.place').optional(),
    town: area('镇(街道)').optional(),
    weighedOn: date('日期'),
    weighedAt: instant('时间'),
    isFirst: flag('首次计量'),
    isHousehold: flag('计入生活垃圾'),
  },
})
