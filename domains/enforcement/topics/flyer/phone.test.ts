import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhones, parsePhone } from './phone.ts'

describe('号码', () => {
  it.each([
    ['138 1234 5678', '13812345678', 'mobile', 'mobile'],
    ['138-1234-5678', '13812345678', 'mobile', 'mobile'],
    ['13812345678', '13812345678', 'mobile', 'mobile'],
    ['+86 186 0000 1111', '18600001111', 'mobile', 'unicom'],
    ['0086 19900001111', '19900001111', 'mobile', 'telecom'],
    ['192 0000 1111', '19200001111', 'mobile', 'broadnet'],
    ['170 0000 1111', '17000001111', 'mobile', 'virtual'],
    ['0519-8866 1234', '051988661234', 'landline', 'unknown'],
    ['(0519)88661234', '051988661234', 'landline', 'unknown'],
    ['010-6655 1234', '01066551234', 'landline', 'unknown'],
    ['88661234', '88661234', 'landline', 'unknown'],
    ['400-820-8820', '4008208820', 'service', 'unknown'],
  ])('%s 是 %s', (written, number, kind, operator) => expect(parsePhone(written)).toEqual({ number, kind, operator }))
  it.each(['1381234567', '138123456789', '12345678901', '15400001111', '0519-18661234', '2026-03-02', '', '微信'])(
    '%s 不是号码',
    (written) => expect(parsePhone(written)).toBeUndefined(),
  )
  const numbers = (...texts: string[]) =>
    findPhones(texts.map((text) => ({ text, confidence: 0.99 }))).map((r) => r.phone?.number ?? `?${r.shown}`)
  it.each([
    [['电话:138-1234 5678'], ['13812345678']],
    [['办证 13812345678/15912345678 同号'], ['13812345678', '15912345678']],
    [['138 1234 5678 159 1234 5678'], ['13812345678', '15912345678']],
    [['1381234567815912345678'], ['13812345678', '15912345678']],
    [['电话13812345678', '138 1234 5678'], ['13812345678']],
    [['座机0519-88661234转8'], ['051988661234']],
    [['138l234S678'], ['13812345678']],
    [['1381234567'], ['?1381234567']],
    [['2026年3月2日 共120元'], []],
    [['QQ 12345'], []],
  ])('%j 里有 %j', (texts, found) => expect(numbers(...texts)).toEqual(found))
  it('a letter taken for a figure is never sure', () => {
    expect(findPhones([{ text: '138l2345678', confidence: 0.99 }])[0]?.confidence).toBe(0.6)
  })
  it('however a mobile number is spaced, it is found once and whole', () => {
    const separator = fc.constantFrom('', ' ', '-', '—', '.', ' ', '·')
    fc.assert(
      fc.property(
        fc.constantFrom('138', '159', '186', '199', '170'),
        fc.integer({ min: 0, max: 99_999_999 }),
        separator,
        separator,
        (prefix, rest, a, b) => {
          const tail = String(rest).padStart(8, '0')
          expect(numbers(`电话:${prefix}${a}${tail.slice(0, 4)}${b}${tail.slice(4)}。`)).toEqual([`${prefix}${tail}`])
        },
      ),
    )
  })
})
