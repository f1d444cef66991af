import type ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { raw } from '../db/index.ts'
import type { Call, Office } from '../identity/office.testdata.ts'
import { listRows } from '../query/list.ts'
import { altered, book, good, header, type LampOffice, openBook, openLampOffice, send } from './lamps.testdata.ts'
import { crew } from './sample.testdata.ts'

let given: LampOffice
let office: Office
let editor: Call
beforeAll(async () => {
  given = await openLampOffice()
  office = given.office
  editor = given.editor
})
afterAll(() => office.close())

describe('template', () => {
  test('is for those who may write', async () => {
    expect((await office.anyone('GET', '/rows/samplex.lamp/template')).status).toBe(401)
    expect((await (await office.as('reader'))('GET', '/rows/samplex.lamp/template')).status).toBe(403)
    expect((await editor('GET', '/rows/samplex.nothing/template')).status).toBe(404)
    expect((await editor('GET', '/rows/samplex.reading/template')).status).toBe(400)
  })
  test('has labels, units, stars, help, lists and a dictionary, and imports nothing as it is', async () => {
    const reply = await editor('GET', '/rows/samplex.lamp/template')
    expect(reply.status).toBe(200)
    const workbook = await openBook(reply.bytes)
    const [sheet, lists, dictionary] = workbook.worksheets
    expect(sheet?.getRow(1).values).toEqual([undefined, ...header])
    expect(sheet?.getCell('A2').value).toBe('文字;不超过256字;灯杆上的铭牌号;不能重复')
    expect(sheet?.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ['选项!$B$2:$B$3'] })
    expect(sheet?.getCell('B4000').dataValidation).toMatchObject({ type: 'list' })
    expect([lists?.state, lists?.getCell('B2').value, lists?.getCell('K2').value]).toEqual(['hidden', 'LED', '照明中心'])
    expect(dictionary?.getRow(4).values).toEqual([undefined, '功率(W)*', '是', 'W', '数字;不小于0', 0, 'power'])
    expect((await send(editor, reply.bytes)).body).toMatchObject({ total: 0, added: 0, refused: 0 })
  })
})

describe('import', () => {
  test('asks for sign-in, the right to write, a file, a sheet and known columns', async () => {
    const bytes = await book([good('A')])
    expect((await send(office.anyone, bytes)).status).toBe(401)
    expect((await send(await office.as('reader'), bytes)).status).toBe(403)
    expect((await editor('POST', '/rows/samplex.lamp/import', {})).status).toBe(400)
    expect((await send(editor, Buffer.from('\0\0binary'))).status).toBe(415)
    expect((await send(editor, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 1)]))).status).toBe(400)
    const unknown = await send(editor, await book([[...good('A'), 1]], [...header, '颜色']))
    expect(unknown.body).toMatchObject({ code: 'kernel.invalid', params: { detail: expect.stringContaining('颜色') } })
    const missing = await send(editor, await book([good('A').slice(1)], header.slice(1)))
    expect(missing.body).toMatchObject({ params: { detail: '缺少必填栏目:杆号*' } })
  })
  test('writes good rows, names what is wrong with bad ones, and knows what it has', async () => {
    const rows = [
      good('B-1'),
      altered('B-2', 1, '氙灯'),
      altered('B-3', 2, '很亮'),
      altered('B-4', 10, '不存在的单位'),
      altered('B-5', 14, 120),
      good('B-1'),
      altered('B-7', 2, 9999),
      altered('', 4, ''),
      good('B-9'),
    ]
    const reply = await send(editor, await book(rows))
    expect(reply.body).toMatchObject({ total: 9, added: 2, known: 0, refused: 7 })
    expect(reply.body.errors).toEqual([
      { row: 3, messages: ['光源应为:LED、钠灯'] },
      { row: 4, messages: ['功率应为数字'] },
      { row: 5, messages: ['养护单位“不存在的单位”不存在'] },
      { row: 6, messages: [expect.stringContaining('不在')] },
      { row: 7, messages: ['与第2行重复'] },
      { row: 8, messages: ['数据不合规则:功率不应超过2000瓦'] },
      { row: 9, messages: ['请填写杆号', '请填写配件'] },
    ])
    const fetched = await editor('GET', `/files/${String(reply.body.errorFile)}`)
    const sheet = (await openBook(fetched.bytes)).worksheets[0]
    expect(sheet?.getRow(1).values).toEqual([undefined, ...header, '错误原因'])
    expect(sheet?.rowCount).toBe(8)
    expect([sheet?.getCell('A2').value, sheet?.getCell('R2').value]).toEqual(['B-2', '光源应为:LED、钠灯'])
    expect((await (await office.as('reader'))('GET', `/files/${String(reply.body.errorFile)}`)).status).toBe(404)
    sheet?.eachRow((row) => {
      if (row.getCell(2).value === '氙灯') row.getCell(2).value = '钠灯'
    })
    const corrected = await send(
      editor,
      Buffer.from((await (sheet as ExcelJS.Worksheet).workbook.xlsx.writeBuffer()) as ArrayBuffer),
    )
    expect(corrected.body).toMatchObject({ total: 7, added: 1, known: 1, refused: 5 })
    expect((await send(editor, await book(rows))).body).toMatchObject({ added: 0, known: 2, refused: 7 })
    expect((await given.lamps()).map((r) => r.pole)).toEqual(['B-1', 'B-2', 'B-9'])
    expect((await given.lamps())[0]).toMatchObject({
      source: 'led',
      power: 150,
      arms: 2,
      parts: ['box', 'sensor'],
      isLit: true,
      builtOn: '2024-05-06',
      checkedAt: '2026-11-20T00:30:00.000Z',
      repairLimit: { value: 5, unit: 'work_day' },
      keeper: given.unitId,
      phone: '13812345678',
      lon: 116.4,
      areaCode: '110101001001001',
      photos: [],
      version: 1,
    })
    const journal = await office.inDistrict(({ tx }) =>
      raw<{ n: number }>(tx, `select count(*)::int as n from kernel.journal where subject_type = 'samplex.lamp'`),
    )
    expect(journal.rows[0]?.n).toBe(3)
    expect((await given.audits('import'))[1]).toEqual({ definition: 'samplex.lamp', total: 9, added: 2, known: 0, refused: 7 })
  })
  test('reads a CSV of Chinese Excel (GBK), dates as people write them, long numbers as text', async () => {
    const line = 'C-1,钠灯,"1,200 W",3,旗架,否,2024年5月6日,2026/11/20 8:30,2 紧急工作时,,照明中心,,13800000000,'
    const utf8 = Buffer.from(`${header.slice(0, 14).join(',')}\n${line}\n`)
    expect((await send(editor, utf8)).body).toMatchObject({ added: 1, refused: 0 })
    expect((await given.lamps()).find((r) => r.pole === 'C-1')).toMatchObject({
      power: 1200,
      source: 'sodium',
      builtOn: '2024-05-06',
      checkedAt: '2026-11-20T00:30:00.000Z',
      isLit: false,
    })
    // 班组名称 / 二班 in GBK.
    const gbk = Buffer.concat([
      Buffer.from([0xb0, 0xe0, 0xd7, 0xe9, 0xc3, 0xfb, 0xb3, 0xc6]),
      Buffer.from('\n'),
      Buffer.from([0xb6, 0xfe, 0xb0, 0xe0]),
      Buffer.from('\n'),
    ])
    expect((await send(editor, gbk, '/rows/samplex.crew/import')).body).toMatchObject({ added: 1 })
    const names = await office.inDistrict(async ({ tx }) =>
      (await listRows<{ name: string }>(tx, crew, {})).rows.map((r) => r.name),
    )
    expect(names).toContain('二班')
    const long = await send(editor, await book([[12_345_678 * 1e12]], ['班组名称*']), '/rows/samplex.crew/import')
    expect(long.body).toMatchObject({ refused: 1, errors: [{ row: 2, messages: [expect.stringContaining('文本格式')] }] })
  })
  test('of a register without a key adds a sheet once, and two like things as two', async () => {
    const rows = [
      ['东线', 'LINESTRING(116.38 39.90, 116.39 39.91)'],
      ['东线', 'LINESTRING(116.38 39.90, 116.39 39.91)'],
      ['西线', 'LINESTRING(116.3 '],
    ]
    const bytes = await book(rows, ['名称*', '几何(WKT)'])
    expect((await send(editor, bytes, '/rows/samplex.wire/import')).body).toMatchObject({
      added: 2,
      known: 0,
      refused: 1,
      errors: [{ row: 4, messages: ['填写有误:几何(WKT)写法不对'] }],
    })
    expect((await send(editor, bytes, '/rows/samplex.wire/import')).body).toMatchObject({ added: 0, known: 2, refused: 1 })
  })
  test('stays within the jurisdiction of the importer', async () => {
    await office.hire('street', [])
    await office.inDistrict(async ({ tx }) => {
      await raw(
        tx,
        `insert into kernel.appointment (district, id, person_id, post_id, area_code, valid_from) select district, id, id, 'post-editor', '110101002', '2020-01-01' from kernel.person where login = 'street'`,
      )
    })
    const reply = await send(await office.as('street'), await book([good('D-1')]))
    expect(reply.body).toMatchObject({ added: 0, refused: 1, errors: [{ messages: [expect.stringContaining('管辖范围')] }] })
  })
  test('in the background shows its progress and ends with the same result', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => good(`M-${String(i).padStart(4, '0')}`))
    const before = office.db.queryCount()
    const reply = await send(editor, await book([...many, good('M-0001')]), '/rows/samplex.lamp/import?background=1')
    expect(reply.status).toBe(202)
    const path = `/work-items/${String(reply.body.workId)}`
    await expect.poll(async () => (await editor('GET', path)).body.state, { timeout: 30_000, interval: 200 }).toBe('done')
    expect((await editor('GET', path)).body).toMatchObject({
      total: 1201,
      done: 1201,
      result: { added: 1200, refused: 1, errors: [{ row: 1202 }] },
    })
    // Three batches: begin, find known, write, commit; not 1,200 inserts.
    expect(office.db.queryCount() - before).toBeLessThan(120)
  })
})
