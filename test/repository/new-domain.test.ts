import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const left = new Set(['.git', 'node_modules', 'dist', '.cache'])
const isNative = process.env.CITYLOOP_TEST_DB !== 'pglite'

describe.runIf(isNative)('加一个行业', () => {
  it('按贡献指南写一句命令:行业已登记,生成的旅程走得通', { timeout: 300_000 }, () => {
    const copy = mkdtempSync(join(tmpdir(), 'cityloop-newcomer-'))
    try {
      cpSync(root, copy, { recursive: true, filter: (path) => !left.has(path.split('/').at(-1) ?? '') })
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
      const run = (...args: readonly string[]): string =>
        execFileSync(process.execPath, args, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      run('scripts/new-domain.ts', 'fountain', '喷泉')
      expect(readFileSync(join(copy, 'apps/server/domains.ts'), 'utf8')).toContain("from '#domains/fountain/index.ts'")
      expect(run('node_modules/vitest/vitest.mjs', 'run', 'test/journeys/fountain.test.ts')).toMatch(/Tests .*[1-9]\d* passed/)
      expect(() => run('scripts/new-domain.ts', 'fountain', '喷泉')).toThrow()
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })
})
