/** What screens may know of the grid: address search, completeness, comparison. */

import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const hit = z.object({ label: z.string(), kind: z.string(), lon: z.number(), lat: z.number(), areaCode: z.string().nullable() })
export const addressRoute = route({
  method: 'GET',
  path: '/grid/address',
  zh: '地址查询(路口、门牌、小区、点位;不依赖外部服务)',
  permission: 'public',
  tag: 'grid',
  input: z.object({ q: z.string().min(1, '请输入地址').max(80) }),
  output: z.object({ hits: z.array(hit) }),
})
export const describeRoute = route({
  method: 'GET',
  path: '/grid/describe',
  zh: '由坐标描述位置',
  permission: 'public',
  tag: 'grid',
  input: z.object({ lon: z.coerce.number(), lat: z.coerce.number() }),
  output: z.object({ label: z.string(), areaCode: z.string().nullable(), path: z.array(z.string()) }),
})
export const censusRoute = route({
  method: 'GET',
  path: '/grid/census',
  zh: '普查完整度',
  permission: 'grid.census.read',
  tag: 'grid',
  sheet: { menu: '普查' },
  input: z.object({}),
  output: z.object({
    rows: z
      .array(
        z.object({
          id: titled.row('编号', 'grid.census'),
          name: titled.words('任务'),
          target: titled.like('grid.census.target'),
          area: titled.area('普查区域'),
          dueOn: titled.day('截止日期'),
          expected: titled.count('预计', '条'),
          entered: titled.count('已录入', '条'),
          approved: titled.count('已入库', '条'),
          rate: titled.percent('完整度'),
          people: z
            .array(z.object({ name: titled.words('录入人'), count: titled.count('条数', '条') }))
            .meta({ title: '各人录入' }),
        }),
      )
      .meta({ title: '普查任务' }),
    grids: z
      .array(
        z.object({
          id: titled.row('普查任务', 'grid.census'),
          area: titled.area('网格'),
          entered: titled.count('已录入', '条'),
          approved: titled.count('已入库', '条'),
        }),
      )
      .meta({ title: '进行中任务逐格(未录入的在前)' }),
  }),
})
export const pilotRoute = route({
  method: 'GET',
  path: '/grid/pilot',
  zh: '试点与非试点对比',
  permission: 'grid.pilot.read',
  tag: 'grid',
  sheet: { menu: '网格', of: 'grid.pilot', with: 'name', column: 'name' },
  input: z.object({ name: z.string().meta({ title: '试点方案', code: 'grid.pilot.name' }) }),
  output: z.object({
    rows: z
      .array(
        z.object({
          group: z.string().meta({ title: '镇街', choices: { pilot: '试点', other: '非试点' } }),
          streets: titled.count('镇街数', '个'),
          cases: titled.count('案件'),
          handled: titled.count('已处置'),
          inTime: titled.count('按期处置'),
          inTimeRate: titled.percent('按期率'),
        }),
      )
      .meta({ title: '自试点启动以来' }),
  }),
})
export const keyPointsRoute = route({
  method: 'GET',
  path: '/grid/key-points',
  zh: '重点点位:案件数与漏巡',
  permission: 'grid.key-point.read',
  tag: 'grid',
  sheet: { menu: '网格' },
  input: z.object({}),
  output: z.object({
    missed: titled.count('漏巡', '处'),
    rows: z
      .array(
        z.object({
          id: titled.row('点位', 'grid.key-point'),
          name: z.string(),
          kind: titled.like('grid.key-point.kind'),
          level: titled.like('grid.key-point.level'),
          patrolHours: titled.count('巡查间隔', '小时'),
          squad: z.string().nullable().meta({ title: '责任中队', isUnit: true }),
          cases: titled.count('近30天百米内案件'),
          categories: titled.maybe('按类别'),
          latest: z.array(z.string().meta({ ref: 'cases.case' })).meta({ title: '最近案件' }),
          lastVisit: z.date().nullable().meta({ title: '上次巡查' }),
          isMissed: titled.flag('漏巡'),
        }),
      )
      .meta({ title: '逐点' }),
  }),
})
export const gridTreeRoute = route({
  method: 'GET',
  path: '/grid/tree',
  zh: '网格划分:某日的区—街道—社区—网格',
  permission: 'grid.component.read',
  tag: 'grid',
  sheet: { menu: '网格' },
  input: z.object({
    on: z.iso.date().meta({ title: '日期' }),
    area: z
      .string()
      .regex(/^\d{6,12}$/)
      .optional()
      .meta({ title: '区域(空为全区)', isArea: true }),
  }),
  output: z.object({
    streets: titled.count('街道', '个'),
    communities: titled.count('社区', '个'),
    cells: titled.count('网格', '个'),
    rows: z
      .array(
        z.object({
          level: titled.words('层级'),
          code: titled.words('编码'),
          name: titled.words('名称'),
          cells: titled.count('下辖网格', '个'),
          hectares: z.number().nullable().meta({ title: '面积', unit: '公顷', decimals: 2 }),
          from: titled.day('启用'),
          to: z.iso.date().nullable().meta({ title: '撤销' }),
        }),
      )
      .meta({ title: '逐级(选定社区时列出网格)' }),
    changes: z
      .array(
        z.object({
          code: titled.words('编码'),
          name: titled.words('名称'),
          from: titled.day('启用'),
          to: z.iso.date().nullable().meta({ title: '撤销' }),
          reason: titled.maybe('调整原因'),
        }),
      )
      .meta({ title: '历次调整' }),
  }),
})
export const staffingRoute = route({
  method: 'GET',
  path: '/grid/staffing',
  zh: '网格人员:每格人数与在编比例',
  permission: 'grid.staff.read',
  tag: 'grid',
  sheet: { menu: '网格' },
  input: z.object({ on: z.iso.date().meta({ title: '日期' }) }),
  output: z.object({
    uncovered: titled.count('没有人员的社区', '个'),
    levels: z
      .array(
        z.object({
          level: titled.words('层级'),
          formal: titled.count('在编', '人'),
          auxiliary: titled.count('辅助', '人'),
          formalShare: titled.percent('在编比例'),
          share: titled.percent('占全部人员'),
        }),
      )
      .meta({ title: '各层级(同一人只计一次)' }),
    rows: z
      .array(
        z.object({
          areaCode: titled.area('区域'),
          level: titled.words('层级'),
          formal: titled.count('在编', '人'),
          auxiliary: titled.count('辅助', '人'),
          formalShare: titled.percent('在编比例'),
        }),
      )
      .meta({ title: '各区域' }),
    missing: z.array(z.object({ areaCode: titled.area('社区') })).meta({ title: '没有人员的社区' }),
  }),
})
export const dataRoute = route({
  method: 'GET',
  path: '/grid/data',
  zh: '归集率、接入率、未用共享',
  permission: 'grid.data-item.read',
  tag: 'grid',
  sheet: { menu: '数据' },
  input: z.object({}),
  output: z.object({
    received: titled.count('按频率归集', '项'),
    catalogued: titled.count('目录', '项'),
    receivedRate: titled.percent('归集率'),
    connected: titled.count('已接入应用', '个'),
    required: titled.count('应接入应用', '个'),
    connectedRate: titled.percent('接入率'),
    items: z
      .array(
        z.object({
          id: titled.row('数据项', 'grid.data-item'),
          name: z.string(),
          frequency: titled.like('grid.data-item.frequency'),
          last: z.date().nullable().meta({ title: '上次归集' }),
          rows: titled.count('行数', '行'),
          badRows: titled.count('不合格', '行'),
          quality: titled.percent('合格率'),
          isReceived: titled.flag('按频率归集'),
        }),
      )
      .meta({ title: '归集目录' }),
    unused: z
      .array(z.object({ id: titled.row('共享', 'grid.sharing'), number: z.string(), purpose: titled.words('用途') }))
      .meta({ title: '批准后从未使用的共享' }),
    idle: z
      .array(z.object({ id: titled.row('数据项', 'grid.data-item'), isOpen: titled.flag('可共享') }))
      .meta({ title: '从未被共享使用的数据项' }),
  }),
})
export const sectorsRoute = route({
  method: 'GET',
  path: '/grid/sectors',
  zh: '行业数据体系完整度',
  permission: 'grid.sector-set.read',
  tag: 'grid',
  sheet: { menu: '数据' },
  input: z.object({}),
  output: z.object({
    rows: z
      .array(
        z.object({
          sector: titled.like('grid.sector-set.sector'),
          objectType: titled.words('对象类型'),
          expected: titled.count('应有', '个'),
          have: titled.count('实有', '个'),
          fresh: titled.count('按周期更新', '个'),
          score: z.number().nullable().meta({ title: '完整度', unit: '分', decimals: 2 }),
        }),
      )
      .meta({ title: '各行业' }),
  }),
})
export const occupierRoute = route({
  method: 'POST',
  path: '/grid/shops/:id/occupier',
  zh: '商户更换经营者',
  permission: 'grid.shop.write',
  tag: 'grid',
  sheet: { of: 'grid.shop', button: '更换经营者' },
  input: z.object({
    id: titled.about('商户', 'grid.shop'),
    reason: z.string().min(2, '请写明原因').meta({ title: '原因' }),
    /** What the new one is called; the place stays. Anything else of the register may be said, too. */
    values: z
      .looseObject({
        name: z.string().min(1, '请填写店招名称').meta({ title: '新店招名称' }),
        operator: z.string().optional().meta({ title: '新经营者' }),
        phone: z.string().optional().meta({ title: '电话' }),
        licence: z.string().optional().meta({ title: '统一社会信用代码' }),
        trade: z.string().optional().meta({ like: 'grid.shop.trade' }),
      })
      .meta({ title: '新经营者' }),
  }),
  output: z.looseObject({
    id: titled.row('新商户', 'grid.shop'),
    address: titled.words('门牌地址'),
    grade: titled.like('grid.shop.grade'),
    isSigned: titled.flag('责任书已签'),
  }),
})
