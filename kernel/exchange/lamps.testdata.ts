/** An office with lamps to hand in and out as sheets, in two districts that hold the same cell. */
import ExcelJS from 'exceljs'
import { raw } from '../db/index.ts'
import { fileRoutes } from '../files/routes.ts'
import { type Call, district, type Office, openOffice, otherDistrict, type Reply } from '../identity/office.testdata.ts'
import { createPerson } from '../identity/people.ts'
import { createUnit } from '../identity/units.ts'
import { workItemRoutes } from '../jobs/routes.ts'
import { listRows } from '../query/list.ts'
import { createRow } from '../register/edit.ts'
import { exchangeRoutes } from './routes.ts'
import { crew, exchangeDomain, lamp } from './sample.testdata.ts'

const cell = (code: string) =>
  `insert into kernel.area (district, code, valid_from, level, name, geom) values ('${code.slice(0, 6)}', '${code}', '2020-01-01', 'cell', '单元网格', st_multi(st_makeenvelope(116.3, 39.8, 116.5, 40.0, 4326)))`

export interface LampOffice {
  readonly office: Office
  readonly editor: Call
  /** 照明中心 of the first district. */
  readonly unitId: string
  readonly lamps: (code?: string) => Promise<readonly Record<string, unknown>[]>
  readonly audits: (kind: string) => Promise<readonly Record<string, unknown>[]>
}
export const openLampOffice = async (): Promise<LampOffice> => {
  const office = await openOffice({ domains: [exchangeDomain], routes: [...exchangeRoutes, ...fileRoutes, ...workItemRoutes] })
  await raw(office.db.admin, `${cell('110101001001001')}; ${cell('110102001001001')}`)
  const units: string[] = []
  for (const code of [district, otherDistrict]) {
    await office.kernel.places.reload(code)
    await office.inDistrict(async (ctx) => {
      units.push(await createUnit(ctx, { name: '照明中心', kind: 'company' }))
      await createPerson(ctx, { name: '梁师傅', login: 'liang' })
      await createRow(ctx, crew, { name: '照明一班' })
    }, code)
  }
  await office.hire('editor', ['samplex.*'])
  await office.hire('reader', ['samplex.lamp.read'])
  await office.hire('exporter', ['samplex.lamp.read', 'personal.export'])
  return {
    office,
    editor: await office.as('editor'),
    unitId: units[0] ?? '',
    lamps: (code = district) =>
      office.inDistrict(async ({ tx }) => (await listRows<Record<string, unknown>>(tx, lamp, { limit: 1000 })).rows, code),
    audits: (kind) =>
      office.inDistrict(async ({ tx }) => {
        const { rows } = await raw<{ detail: Record<string, unknown> }>(
          tx,
          'select detail from kernel.audit where kind = $1 order by id',
          [kind],
        )
        return rows.map((row) => row.detail)
      }),
  }
}

export const header: readonly string[] =
  '杆号*,光源*,功率(W)*,灯臂*,配件*,亮灯*,建成日期*,检查时间,修复时限*,养护班组,养护单位*,负责人,联系电话,备注,经度,纬度,区域代码'.split(
    ',',
  )
export type Cells = readonly (string | number | boolean | Date | null)[]
const builtOn = new Date('2024-05-06T00:00:00Z')
/** A row in which nothing is wrong. */
export const good = (pole: string): Cells => [
  pole,
  'LED',
  150,
  2,
  '配电箱、传感器',
  '是',
  builtOn,
  '2026-11-20 08:30',
  '5 工作日',
  '照明一班',
  '照明中心',
  'liang',
  '13812345678',
  '',
  116.4,
  39.9,
  '',
]
/** The same with one cell changed. */
export const altered = (pole: string, index: number, value: Cells[number]): Cells =>
  good(pole).map((v, i) => (i === index ? value : v))
export const book = async (rows: readonly Cells[], heads: readonly string[] = header): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('导入')
  for (const row of [heads, ...rows]) sheet.addRow([...row])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
export const send = async (call: Call, bytes: Buffer, path = '/rows/samplex.lamp/import'): Promise<Reply> => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'lamps.xlsx')
  const request = new Request('http://x', { method: 'POST', body: form })
  const type = request.headers.get('content-type') ?? ''
  return call('POST', path, undefined, { payload: Buffer.from(await request.arrayBuffer()), headers: { 'content-type': type } })
}
export const openBook = async (bytes: Buffer): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  return workbook
}
