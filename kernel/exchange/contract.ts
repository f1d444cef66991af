/** Addresses of templates, imports and exports. Isomorphic: screens call these values. */
import { z } from 'zod'
import { route } from '../http/route.ts'
import { listQuery } from '../http/routes/rows.ts'

const definition = z.object({ definition: z.string() })
const tag = 'exchange'
export const rowError = z.object({
  /** Row number of the sheet, as the person sees it. */
  row: z.number(),
  messages: z.array(z.string()),
})
export type RowError = z.output<typeof rowError>
export const importResult = z.object({
  total: z.number(),
  added: z.number(),
  /** Rows that were here already (same unique key, or the same row imported before). */
  known: z.number(),
  refused: z.number(),
  /** The first of them; the workbook has all. */
  errors: z.array(rowError),
  /** A workbook with the refused rows and why, to be corrected and imported again. */
  errorFile: z.string().nullable(),
})
export type ImportResult = z.output<typeof importResult>

export const templateRoute = route({
  method: 'GET',
  path: '/rows/:definition/template',
  zh: '导入模板',
  permission: 'signed-in',
  tag,
  raw: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  input: definition,
  output: z.unknown(),
})
export const importRoute = route({
  method: 'POST',
  path: '/rows/:definition/import',
  zh: '导入台账(xlsx、csv)',
  permission: 'signed-in',
  tag,
  input: definition.extend({ background: z.enum(['0', '1']).default('0') }),
  /** Many rows, or `background=1`: the work's id, whose result is the same. */
  output: z.union([importResult, z.object({ workId: z.string() })]),
})
export const exportRoute = route({
  method: 'GET',
  path: '/rows/:definition/export',
  zh: '导出',
  permission: 'signed-in',
  tag,
  raw: 'application/octet-stream',
  input: listQuery.extend({
    definition: z.string(),
    format: z.enum(['xlsx', 'csv', 'geojson', 'gpkg', 'shp', 'labels']),
    personal: z.enum(['0', '1']).default('0'),
    reason: z.string().max(500).optional(),
  }),
  output: z.unknown(),
})
