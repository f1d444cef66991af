import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createVault } from './vault.ts'

const dirs = [mkdtempSync(join(tmpdir(), 'cityloop-vault-')), mkdtempSync(join(tmpdir(), 'cityloop-vault-'))] as const
afterAll(() => dirs.map((dir) => rmSync(dir, { recursive: true })))

test('what is sealed opens with its key, in any process, and with no other; a changed byte is noticed', async () => {
  const [vault, again, other] = await Promise.all([createVault(dirs[0]), createVault(dirs[0]), createVault(dirs[1])])
  const sealed = vault.seal('JBSWY3DPEHPK3PXP')
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP')
  expect(vault.seal('JBSWY3DPEHPK3PXP')).not.toBe(sealed)
  expect(again.open(sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(() => other.open(sealed)).toThrow()
  expect(() => vault.open(`${sealed.slice(0, -6)}AAAAA=`)).toThrow()
  const code = vault.code('phone', '019f0000-0000-7000-8000-000000000001')
  expect(code).toMatch(/^\d{6}$/)
  expect(again.code('phone', '019f0000-0000-7000-8000-000000000001')).toBe(code)
  expect(
    new Set([code, ...['phone', 'shop'].map((p, i) => (i ? vault : other).code(p, '019f0000-0000-7000-8000-000000000001'))]).size,
  ).toBe(3)
  expect(vault.open('never sealed')).toBe('never sealed')
  expect(statSync(join(dirs[0], 'vault.key')).mode & 0o777).toBe(0o600)
})
