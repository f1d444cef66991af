/** What a cell says and what is kept: written out and read back, a value is the same. */
import { describe, expect, it } from 'vitest'
import { choice, type Field, integer, list, money, number, rows, text } from '../define/field.ts'
import { type NameBook, readCell, writeCell } from './cell.ts'
import type { Cell } from './columns.ts'

const names = { find: () => undefined } as unknown as NameBook
const zone = 'Asia/Shanghai'
const read = (field: Field<unknown>, cell: Cell) => readCell(field.spec, cell, names, zone)
const written = (field: Field<unknown>, value: unknown) => writeCell(field.spec, value, () => undefined, zone)

describe('单元格', () => {
  const fine = money('罚款')
  it('金额存分、写元:导出1234.5元,导入也按元读', () => {
    expect(written(fine, 123_450)).toBe(1234.5)
    for (const [cell, fen] of [
      [1234.5, 123_450],
      ['1,234.50元', 123_450],
      ['0.01', 1],
      [0.1 + 0.2, 30],
    ] as const)
      expect(read(fine, cell)).toBe(fen)
    expect(read(fine, 1.005)).toContain('最多两位小数')
    expect(read(integer('件数', { unit: '件' }), '12件')).toBe(12)
  })
  it('清单一行一项,明细表一行一条,读回来一样', () => {
    const names2 = list('图纸')
    expect(read(names2, String(written(names2, ['D-01', 'D-02'])))).toEqual(['D-01', 'D-02'])
    expect(read(names2, '甲、乙')).toEqual(['甲', '乙'])
    const table = rows('意见', {
      item: text('项目'),
      result: choice('结论', { pass: '通过', fix: '需修改' }),
      score: number('得分').optional(),
      cost: money('费用').optional(),
    })
    const value = [
      { item: '照度', result: 'pass', score: 9.5, cost: 123_450 },
      { item: '选型', result: 'fix', score: null, cost: null },
    ]
    const cell = String(written(table, value))
    expect(cell).toBe('项目:照度;结论:通过;得分:9.5;费用:1234.5\n项目:选型;结论:需修改')
    expect(read(table, cell)).toEqual([
      { item: '照度', result: 'pass', score: 9.5, cost: 123_450 },
      { item: '选型', result: 'fix' },
    ])
  })
})
