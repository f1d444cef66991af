import { expect, it } from 'vitest'
import { classOf, isLarge } from '../sign-class.ts'
import { judge, type Measured, type Zone } from './judge.ts'

const zone: Zone = { id: 'z', name: '商圈', level: 'allowed', forms: ['wall', 'column'], maxAreaM2: 60 }
const ad: Measured = {
  form: 'wall',
  areaM2: 60,
  poleM: null,
  edge: null,
  edgeM: null,
  coversWindow: false,
  carrier: 'none',
  contractTo: null,
  permitTo: '2026-12-31',
}
const percent = (edge: 'road' | 'rail') => (edge === 'rail' ? 130 : 100)
const faults = (over: Partial<Measured>, within: Zone | undefined = zone) =>
  judge({ ...ad, ...over }, within, percent, '2026-06-01').faults

it('符合的没有不符合之处;面积、许可的界线在内', () => {
  expect(faults({})).toEqual([])
  expect(faults({ areaM2: 60.01 })).toEqual(['面积60.01㎡超过60㎡'])
  expect(faults({ permitTo: '2026-06-01' })).toEqual([])
  expect(faults({ permitTo: '2026-05-31' })).toEqual(['许可已到期'])
  expect(judge(ad, undefined, percent, '2026-06-01')).toMatchObject({ level: 'outside', faults: ['不在规划的任何分区内'] })
})
it('倒伏距离等于应有距离为符合,铁路按百分之一百三十', () => {
  const pole = { form: 'column', poleM: 20, edge: 'rail' } as const
  expect(judge({ ...ad, ...pole, edgeM: 26 }, zone, percent, '2026-06-01')).toMatchObject({ requiredM: 26, fall: 'ok' })
  expect(judge({ ...ad, ...pole, edgeM: 25.99 }, zone, percent, '2026-06-01')).toMatchObject({ fall: 'short' })
})
it('依附须有有效合同', () => {
  expect(faults({ carrier: 'bin' })).toEqual(['依附设施没有有效合同'])
  expect(faults({ carrier: 'bin', contractTo: '2026-06-01' })).toEqual([])
})
it('店招按面积、离地、结构分类,大型须投保', () => {
  const limits: Readonly<Record<string, number>> = {
    'ads.permit-m2': 20,
    'ads.filing-m2': 5,
    'ads.permit-height': 10,
    'ads.insure-m2': 10,
  }
  const of = (areaM2: number, bottomM: number, structure: 'frame' | 'box', isOverPassage = false) =>
    ({ areaM2, bottomM, structure, isOverPassage }) as const
  const parameter = (name: string) => limits[name] ?? 0
  expect(classOf(of(4.99, 3, 'box'), parameter)).toBe('none')
  expect(classOf(of(5, 3, 'box'), parameter)).toBe('filing')
  expect(classOf(of(2, 3, 'frame', true), parameter)).toBe('filing')
  expect(classOf(of(20, 3, 'box'), parameter)).toBe('permit')
  expect(classOf(of(2, 10, 'box'), parameter)).toBe('permit')
  expect([isLarge(of(10, 3, 'frame'), parameter), isLarge(of(10, 3, 'box'), parameter)]).toEqual([true, false])
})
