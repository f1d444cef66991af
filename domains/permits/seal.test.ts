import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { publicKeyOf, seal, unseal } from './seal.ts'

const key = generateKeyPairSync('ed25519').privateKey
const paper = {
  n: 'ZTZ320499202600001',
  i: '城市建筑垃圾处置核准',
  h: '某公司',
  f: '2026-03-02',
  t: '2026-06-01',
  d: '320499',
  p: ['苏D12345'],
}

it('二维码离线核验:原样通过;改一个字符、换一把钥匙都不通过', () => {
  const code = seal(key, paper)
  expect(unseal(publicKeyOf(key), code)).toEqual(paper)
  expect(unseal(publicKeyOf(generateKeyPairSync('ed25519').privateKey), code)).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(code.length - 1), (at) => {
      const changed = `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`
      const read = unseal(publicKeyOf(key), changed)
      // The last character of a signature carries spare bits; whatever passes must still say the same.
      expect(read === undefined || JSON.stringify(read) === JSON.stringify(paper)).toBe(true)
    }),
    { numRuns: 200 },
  )
  for (const bad of ['', 'CL1', 'CL1.a.b.c', 'CL2.a.b', code.slice(0, -20)]) expect(unseal(publicKeyOf(key), bad)).toBeUndefined()
})
