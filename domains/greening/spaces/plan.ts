/** 绿地系统规划: its text and targets by year, and the areas it reserves, against what is built. */
import { date, figure, files, integer, number, ref, register, text } from '#kernel'

export const plan = register('greening.plan', {
  zh: '绿地系统规划',
  menu: '园林规划',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 100 }).unique().searchable(),
    fromYear: integer('起', { unit: '年', min: 2000, max: 2100 }),
    toYear: integer('止', { unit: '年', min: 2000, max: 2100 }),
    years: integer('规划期', { unit: '年', min: 1 }),
    approvedBy: text('批准文号', { maxLength: 60 }),
    approvedOn: date('批准日期'),
    files: files(0, '文本图纸').optional(),
  },
  checks: { span: { sql: 'to_year > from_year and years = to_year - from_year + 1', zh: '规划期应为止年-起年+1' } },
})
export const planTarget = register('greening.plan-target', {
  zh: '规划年度目标',
  menu: '园林规划',
  title: 'year',
  uniqueTogether: [['plan', 'year']],
  fields: {
    plan: ref('规划', 'greening.plan'),
    year: integer('年度', { min: 2000, max: 2100 }),
    landRate: number('绿地率', { unit: '%', min: 0, max: 100 }),
    coverRate: number('绿化覆盖率', { unit: '%', min: 0, max: 100 }),
    perHead: number('人均公园绿地', { unit: '㎡', min: 0 }),
  },
})
export const plot = register('greening.plot', {
  zh: '规划绿地地块',
  menu: '园林规划',
  geometry: 'Polygon',
  title: 'code',
  fields: {
    plan: ref('规划', 'greening.plan'),
    code: text('地块编号', { maxLength: 40 }).unique().searchable(),
    landUse: text('用地代码', { maxLength: 10 }).help('国土空间规划用地分类,如 1401 公园绿地'),
    areaM2: number('规划面积', { unit: '㎡', min: 1 }),
    buildBy: integer('计划建成', { unit: '年', min: 2000, max: 2100 }),
    space: ref('已建绿地', 'greening.space').optional(),
  },
})
export const cityTarget = register('greening.city-target', {
  zh: '园林城市指标与佐证',
  menu: '园林规划',
  title: 'item',
  help: '现值由指标自动算出;佐证材料随时补充,申报材料夹即本表的附件。',
  fields: {
    item: text('指标项', { maxLength: 60 }).unique(),
    indicator: figure('指标', { maxLength: 60 }),
    least: number('标准(不低于)', { min: 0 }),
    basis: text('依据', { maxLength: 100 }),
    evidence: files(0, '佐证材料').optional(),
  },
})
