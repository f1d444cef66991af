/** Figures of the base registers: counts behind “n 条道路”, “更换井盖 n 个”, “采集 n 个商家”. */
import { count, indicator, ratio, sum, value } from '#kernel'
import { entryProcedure } from './entry.ts'
import { adSite, enterprise, illegalBuilding, standard, village } from './objects.ts'
import { component, compound, keyPoint, road, shop } from './registers.ts'
import { componentJob } from './repair.ts'
import { application } from './sharing.ts'
import { station } from './staff.ts'

const now = '现有在册'
export const gridIndicators = [
  indicator('grid.components', {
    zh: '管理部件',
    unit: '个',
    decimals: 0,
    by: ['category', 'state'],
    of: value(count(component)),
    definition: `${now}部件`,
  }),
  indicator('grid.component-intact-rate', {
    zh: '部件完好率',
    unit: '%',
    decimals: 2,
    by: ['category'],
    of: ratio(
      count(component, { where: { state: 'intact' } }),
      count(component, { where: { state: { not: ['removed', 'abandoned'] } } }),
    ),
    definition: '完好数 ÷ 在用数(不含移除、废弃)',
  }),
  indicator('grid.component-jobs', {
    zh: '部件维修数量',
    unit: '个',
    decimals: 0,
    by: ['category', 'kind', 'measure', 'unit'],
    of: value(sum(componentJob, 'quantity', { at: 'fixedAt' })),
    definition: '期内完成的维修作业数量之和',
  }),
  indicator('grid.roads', {
    zh: '道路街巷',
    unit: '条',
    decimals: 0,
    by: ['class', 'cleaningGrade'],
    of: value(count(road)),
    definition: `${now}道路街巷`,
  }),
  indicator('grid.road-length', {
    zh: '道路长度',
    unit: 'm',
    decimals: 0,
    by: ['class'],
    of: value(sum(road, 'lengthM')),
    definition: `${now}道路长度之和`,
  }),
  indicator('grid.shops', {
    zh: '市容环境责任单位',
    unit: '家',
    decimals: 0,
    by: ['grade', 'trade', 'street'],
    of: value(count(shop)),
    definition: `${now}沿街商户`,
  }),
  indicator('grid.shop-signed-rate', {
    zh: '责任书签订率',
    unit: '%',
    decimals: 2,
    by: ['street'],
    of: ratio(count(shop, { where: { isSigned: true } }), count(shop)),
    definition: '已签订 ÷ 在册商户',
  }),
  indicator('grid.key-points', {
    zh: '重点点位',
    unit: '处',
    decimals: 0,
    by: ['kind', 'level'],
    of: value(count(keyPoint)),
    definition: `${now}重点点位`,
  }),
  indicator('grid.compounds', {
    zh: '居住小区',
    unit: '个',
    decimals: 0,
    by: ['sortingGrade'],
    of: value(count(compound)),
    definition: `${now}居住小区`,
  }),
  indicator('grid.households', {
    zh: '小区户数',
    unit: '户',
    decimals: 0,
    of: value(sum(compound, 'households')),
    definition: `${now}小区户数之和`,
  }),
  indicator('grid.illegal-area', {
    zh: '违法建设面积',
    unit: '㎡',
    decimals: 2,
    by: ['age', 'kind', 'risk', 'state'],
    of: value(sum(illegalBuilding, 'areaM2')),
    definition: `${now}违法建设面积之和`,
  }),
  indicator('grid.illegal-removed-area', {
    zh: '拆除违法建设面积',
    unit: '㎡',
    decimals: 2,
    by: ['age'],
    of: value(sum(illegalBuilding, 'areaM2', { at: 'removedOn', where: { state: 'removed' } })),
    definition: '期内拆除的违法建设面积之和',
  }),
  indicator('grid.ad-sites', {
    zh: '户外广告阵地',
    unit: '个',
    decimals: 0,
    by: ['form', 'state'],
    of: value(count(adSite)),
    definition: `${now}广告阵地`,
  }),
  indicator('grid.ad-expired', {
    zh: '许可到期未拆除广告',
    unit: '个',
    decimals: 0,
    of: value(count(adSite, { where: { state: 'listed' }, and: 'r.expires_on < now()::date' })),
    definition: '在册而许可已到期的广告',
  }),
  indicator('grid.enterprises', {
    zh: '企业',
    unit: '家',
    decimals: 0,
    by: ['industry'],
    of: value(count(enterprise, { where: { isOperating: true } })),
    definition: `${now}正常经营企业`,
  }),
  indicator('grid.villages-sorting-rate', {
    zh: '行政村分类覆盖率',
    unit: '%',
    decimals: 2,
    by: ['town'],
    of: ratio(count(village, { where: { level: 'village', isSorting: true } }), count(village, { where: { level: 'village' } })),
    definition: '已开展分类的行政村 ÷ 行政村总数',
  }),
  indicator('grid.entries', {
    zh: '普查录入',
    unit: '条',
    decimals: 0,
    by: ['target'],
    of: value(count(entryProcedure, { at: 'createdAt', where: { status: 'approved' } })),
    definition: '期内录入并审核入库的条目',
  }),
  indicator('grid.standards-published', {
    zh: '发布标准规范',
    unit: '项',
    decimals: 0,
    of: value(count(standard, { at: 'publishedOn', where: { status: { not: ['planned', 'draft', 'review', 'abandoned'] } } })),
    definition: '期内发布的标准规范(含后来被替代的)',
  }),
  indicator('grid.stations', {
    zh: '城市管理服务站',
    unit: '个',
    decimals: 0,
    by: ['grade', 'street'],
    of: value(count(station, { where: { status: 'accepted' } })),
    definition: '已验收的服务站',
  }),
  indicator('grid.onboarding-rate', {
    zh: '应用接入率',
    unit: '%',
    decimals: 2,
    of: ratio(
      count(application, { where: { isRequired: true, state: 'connected' } }),
      count(application, { where: { isRequired: true } }),
    ),
    definition: '应接应用中已接数 ÷ 应接数',
  }),
]
