import { describe, expect, it } from 'vitest'
import { extrasText } from './message.ts'
import { readSafety } from './safety.ts'

/** Altitude, place, time, state of the vehicle and the mark of the attachments: the same 34 bytes in all. */
const tail = '0008 01e41234 07258abc 260306203000 0003 31323334353637 260306203000 00 02 00'
const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex')
const read = (id: number, hex: string): unknown => {
  const named = readSafety(id, bytes(hex))
  return named && Object.fromEntries(named)
}
describe('主动安全附加项', () => {
  it('0x64 驾驶辅助、0x65 驾驶员状态:类型、级别、车速', () => {
    expect(read(0x64, `00000001 01 04 02 12 0a 00 00 00 24 ${tail}`)).toEqual({
      adasId: 1,
      adasFlag: 1,
      adasEvent: 4,
      adasLevel: 2,
      adasFrontSpeed: 18,
      adasFrontDistance: 10,
      adasDeviation: 0,
      adasSpeed: 36,
    })
    expect(read(0x65, `00000002 01 01 02 08 00000000 24 ${tail}`)).toEqual({
      dsmId: 2,
      dsmFlag: 1,
      dsmEvent: 1,
      dsmLevel: 2,
      dsmFatigue: 8,
      dsmSpeed: 36,
    })
  })
  it('0x66 胎压:取第一个有报警的轮胎,定时上报不算报警;0x67 盲区', () => {
    const tyres = (list: string, n: string) => `00000003 01 24 ${tail} ${n} ${list}`
    expect(read(0x66, tyres('01 0001 0028 0019 0050  02 0004 000f 0019 0050', '02'))).toEqual({
      tpmsId: 3,
      tpmsFlag: 1,
      tpmsTyres: 2,
      tpmsEvent: 4,
      tpmsWheel: 2,
      tpmsSpeed: 36,
    })
    expect(read(0x66, tyres('01 0001 0028 0019 0050', '01'))).not.toHaveProperty('tpmsEvent')
    expect(read(0x67, `00000004 01 03 24 ${tail}`)).toEqual({ bsdId: 4, bsdFlag: 1, bsdEvent: 3, bsdSpeed: 36 })
    expect(read(0x67, `00000004 01 03 01 24 ${tail}`)).toMatchObject({ bsdEvent: 3, bsdLevel: 1, bsdSpeed: 36 })
  })
  it('太短的、别的附加项不解释,仍按十六进制保存', () => {
    expect(readSafety(0x64, bytes('0000000101'))).toBeUndefined()
    expect(readSafety(0x66, bytes(`00000003 01 24 ${tail} 05 01 0001 0028 0019 0050`))).toBeUndefined()
    expect(readSafety(0x68, bytes('00'))).toBeUndefined()
    expect(extrasText([{ id: 0x64, data: bytes('0001') }])).toBe('{"x64":"0001"}')
  })
})
