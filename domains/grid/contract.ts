/** What screens may know of the grid: address search, completeness, comparison. */

import { z } from 'zod'
import { route } from '#kernel/contract'

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
  input: z.object({}),
  output: z.object({ rows: z.array(z.record(z.string(), z.unknown())) }),
})
export const pilotRoute = route({
  method: 'GET',
  path: '/grid/pilot',
  zh: '试点与非试点对比',
  permission: 'grid.pilot.read',
  tag: 'grid',
  input: z.object({ name: z.string() }),
  output: z.object({
    rows: z.array(
      z.object({
        group: z.string(),
        streets: z.number(),
        cases: z.number(),
        inTime: z.number(),
        handled: z.number(),
        inTimeRate: z.number().nullable(),
      }),
    ),
  }),
})
export const keyPointsRoute = route({
  method: 'GET',
  path: '/grid/key-points',
  zh: '重点点位:案件数与漏巡',
  permission: 'grid.key-point.read',
  tag: 'grid',
  input: z.object({}),
  output: z.object({ rows: z.array(z.record(z.string(), z.unknown())), missed: z.number() }),
})
export const staffingRoute = route({
  method: 'GET',
  path: '/grid/staffing',
  zh: '网格人员:每格人数与在编比例',
  permission: 'grid.staff.read',
  tag: 'grid',
  input: z.object({ on: z.iso.date() }),
  output: z.object({
    rows: z.array(
      z.object({
        areaCode: z.string(),
        level: z.string(),
        formal: z.number(),
        auxiliary: z.number(),
        formalShare: z.number().nullable(),
      }),
    ),
    uncovered: z.number(),
  }),
})
export const dataRoute = route({
  method: 'GET',
  path: '/grid/data',
  zh: '归集率、接入率、未用共享',
  permission: 'grid.data-item.read',
  tag: 'grid',
  input: z.object({}),
  output: z.object({
    items: z.array(z.record(z.string(), z.unknown())),
    received: z.number(),
    catalogued: z.number(),
    connected: z.number(),
    required: z.number(),
    unused: z.array(z.record(z.string(), z.unknown())),
  }),
})
export const sectorsRoute = route({
  method: 'GET',
  path: '/grid/sectors',
  zh: '行业数据体系完整度',
  permission: 'grid.sector-set.read',
  tag: 'grid',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        sector: z.string(),
        objectType: z.string(),
        expected: z.number(),
        have: z.number(),
        fresh: z.number(),
        score: z.number().nullable(),
      }),
    ),
  }),
})
export const occupierRoute = route({
  method: 'POST',
  path: '/grid/shops/:id/occupier',
  zh: '商户更换经营者',
  permission: 'grid.shop.write',
  tag: 'grid',
  input: z.object({ id: z.uuid(), values: z.record(z.string(), z.unknown()), reason: z.string().min(2, '请写明原因') }),
  output: z.record(z.string(), z.unknown()),
})
