/** 绿化废弃物: places with a daily capacity; what came in by town and what went out as which product. Loads over a weighbridge come by themselves. */
import { area, choice, date, number, ref, register, text } from '#kernel'

export const wasteSite = register('greening.waste-site', {
  zh: '绿化废弃物处置点',
  menu: '绿化废弃物',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    operator: text('运营单位', { maxLength: 80 }),
    capacityT: number('处理能力', { unit: '吨/日', min: 0.1 }),
    commissionedOn: date('投运日期'),
    products: text('产品', { maxLength: 80 }).help('如 堆肥、园林覆盖物、生物质颗粒'),
  },
})
export const products = { compost: '堆肥', mulch: '覆盖物', pellet: '生物质颗粒', wood: '木材利用', none: '焚烧填埋' } as const
export const waste = register('greening.waste', {
  zh: '绿化废弃物进出',
  menu: '绿化废弃物',
  title: 'direction',
  help: '过磅的自动入账,更正、作废的磅单随之更正、注销;其余手工登记。',
  fields: {
    direction: choice('进出', { in: '进场', out: '出厂', loose: '收集未进场' }),
    site: ref('处置点', 'greening.waste-site').optional().help('未进场的不填'),
    town: area('镇(街道)').optional(),
    tons: number('重量', { unit: '吨', min: 0.001 }),
    product: choice('产品(去向)', products).optional(),
    usedFor: text('用途', { maxLength: 80 }).optional(),
    dayOn: date('日期'),
    ticket: text('磅单', { maxLength: 60 }).optional().unique().searchable(),
  },
})
