import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { raw } from './driver.ts'
import { openDatabase } from './open.ts'
import { findPostgres } from './postgres-binaries.ts'
import { isAlive, isPidAlive, LockedError, takeLock, thisProcess } from './process-lock.ts'
import type { DatabaseKind } from './types.ts'

let dir: string
let children: ChildProcess[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cityloop-process-'))
  chmodSync(dir, 0o711)
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
})

const writer = fileURLToPath(new URL('./sample/writer.ts', import.meta.url))
const startWriter = (prefer: DatabaseKind, limit: number) => {
  const child = spawn(process.execPath, [writer, prefer, dir, String(limit)], { stdio: ['pipe', 'pipe', 'pipe'] })
  children.push(child)
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output.text += chunk.toString()
    })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const says = (text: string) => expect.poll(() => output.text, { timeout: 60_000, interval: 20 }).toContain(text)
  return { child, output, ended, says }
}
const countWritten = async (prefer: DatabaseKind): Promise<number> => {
  const db = await openDatabase({ prefer, dataDir: dir })
  const { rows } = await raw<{ n: number }>(db.admin, 'select count(*) as n from public.written')
  await db.close()
  return rows[0]?.n ?? 0
}

describe('lock file', () => {
  test('refuses a second holder, lets go, and takes over from the dead', () => {
    const path = join(dir, 'lock')
    const release = takeLock(path)
    expect(() => takeLock(path)).toThrow(LockedError)
    release()
    takeLock(path)()
    writeFileSync(path, JSON.stringify({ pid: 2 ** 22 - 3, started: '1' }))
    takeLock(path)()
    writeFileSync(path, 'garbage')
    takeLock(path)()
  })

  test('the same pid started at another time is another process', () => {
    expect(isAlive(thisProcess())).toBe(true)
    expect(isAlive({ pid: process.pid, started: '1' })).toBe(process.platform !== 'linux')
  })
})

describe('PGlite in a folder', () => {
  test('a second process is refused with a reason, and may come in afterwards', async () => {
    const first = startWriter('pglite', 3)
    await first.says('wrote 3')
    await expect(openDatabase({ prefer: 'pglite', dataDir: dir })).rejects.toThrow(`in use by process ${first.child.pid}`)
    first.child.stdin?.write('end\n')
    await first.ended
    expect(await countWritten('pglite')).toBe(3)
    expect(first.output.text).toContain('NOT a power cut')
  }, 120_000)

  test('kill -9 in the middle of writing loses no acknowledged row and leaves no lock', async () => {
    const first = startWriter('pglite', 100_000)
    await first.says('wrote 300')
    first.child.kill('SIGKILL')
    await first.ended
    const acknowledged = Number(/wrote (\d+)\n(?!.*wrote \d+\n)/s.exec(first.output.text)?.[1])
    expect(acknowledged).toBeGreaterThanOrEqual(300)
    expect(await countWritten('pglite')).toBeGreaterThanOrEqual(acknowledged)
  }, 120_000)

  test('an interrupted first start is set aside and said', async () => {
    mkdirSync(join(dir, 'pglite'))
    const lines: string[] = []
    const db = await openDatabase({ prefer: 'pglite', dataDir: dir, log: (line) => lines.push(line) })
    await db.close()
    expect(lines[0]).toContain('set aside')
  }, 120_000)
})

describe.skipIf(!findPostgres())('a private cluster', () => {
  test('a second process joins; the server goes with the last', async () => {
    const first = startWriter('cluster', 2)
    await first.says('wrote 2')
    const db = await openDatabase({ prefer: 'cluster', dataDir: dir })
    const { rows } = await raw<{ n: number; pid: number }>(
      db.admin,
      `select count(*) as n, (pg_read_file('postmaster.pid', 0, 10)::text) as pid from public.written`,
    )
    const postmaster = Number.parseInt(String(rows[0]?.pid), 10)
    expect(rows[0]?.n).toBe(2)
    first.child.stdin?.write('end\n')
    await first.ended
    expect((await db.raw('select 1 as one')).rows).toEqual([{ one: 1 }])
    await db.close()
    expect(isPidAlive(postmaster)).toBe(false)
    expect(await countWritten('cluster')).toBe(2)
  }, 120_000)

  test('two first starts at the same moment make one cluster', async () => {
    const [a, b] = [startWriter('cluster', 0), startWriter('cluster', 0)]
    await Promise.all([a.says('open'), b.says('open')])
    const port = (text: string) => /127\.0\.0\.1:(\d+)/.exec(text)?.[1]
    expect(port(a.output.text)).toBe(port(b.output.text))
    a.child.stdin?.write('end\n')
    b.child.stdin?.write('end\n')
    await Promise.all([a.ended, b.ended])
  }, 120_000)

  test('a killed process leaves a server that the next one joins and stops', async () => {
    const first = startWriter('cluster', 5)
    await first.says('wrote 5')
    first.child.kill('SIGKILL')
    await first.ended
    expect(await countWritten('cluster')).toBe(5)
    expect(await countWritten('cluster')).toBe(5)
  }, 120_000)

  test.runIf(process.getuid?.() === 0)(
    'below a folder that the database user cannot walk it moves to /var/tmp and says so',
    async () => {
      chmodSync(dir, 0o700)
      const lines: string[] = []
      const db = await openDatabase({ prefer: 'cluster', dataDir: join(dir, 'data'), log: (line) => lines.push(line) })
      await db.close()
      const folder = /\/var\/tmp\/cityloop-[0-9a-f]{16}/.exec(lines[0] ?? '')?.[0]
      expect(folder).toBeDefined()
      rmSync(folder ?? '', { recursive: true, force: true })
    },
    120_000,
  )
})

test('an impossible wish is an error, not another database', async () => {
  await expect(openDatabase({ prefer: 'server' })).rejects.toThrow('url')
  await expect(openDatabase({ prefer: 'cluster' })).rejects.toThrow('dataDir')
})
