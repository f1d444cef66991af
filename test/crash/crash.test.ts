import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { domains } from '#apps/server/domains.ts'
import { createKernel, openDatabase, raw, verifyJournal } from '#kernel'
import { findPostgres } from '#kernel/db/postgres-binaries.ts'
import { simDistrict } from '#sim/city/plan.ts'
import { type Kind, killAll, postgresPids, startServer, stopServer } from './process.ts'

const clients = 32
const loadMs = 3000
interface Receipt {
  readonly number: string
  readonly receipt: string
}
interface Ledger {
  /** Every key that was sent, whether anything came back or not. */
  readonly sent: string[]
  readonly acknowledged: Map<string, Receipt>
}
const bodyOf = (key: string, n: number) => ({
  description: `压力下的上报 ${key}`,
  clientKey: key,
  lon: 119.9005 + (n % 80) * 0.0001,
  lat: 31.7205 + (n % 67) * 0.0001,
})
const send = async (
  url: string,
  key: string,
  n: number,
): Promise<{ readonly status: number; readonly body: Receipt & { readonly isKnown: boolean } }> => {
  const response = await fetch(`${url}/public/reports`, {
    method: 'POST',
    // Each from another address, as citizens are: one address alone would be slowed down.
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` },
    body: JSON.stringify(bodyOf(key, n)),
  })
  return { status: response.status, body: (await response.json()) as Receipt & { isKnown: boolean } }
}
/** Clients that report without a pause until the server is gone. */
const load = async (url: string, ledger: Ledger, isOver: () => boolean): Promise<void> => {
  const work = async (client: number): Promise<void> => {
    for (let n = 0; !isOver(); n += 1) {
      const key = `c${client}-${n}`
      ledger.sent.push(key)
      try {
        const { status, body } = await send(url, key, n)
        if (status === 200 || status === 201) ledger.acknowledged.set(key, { number: body.number, receipt: body.receipt })
      } catch {
        return
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)))
}
const inParallel = async <T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> => {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) await work(items[i] as T, i)
  }
  await Promise.all(Array.from({ length: clients }, worker))
}

const run = async (kind: Kind): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cityloop-crash-'))
  // The unprivileged database user has to walk through it.
  chmodSync(dataDir, 0o711)
  const ledger: Ledger = { sent: [], acknowledged: new Map() }
  let server = await startServer(kind, dataDir)
  onTestFinished(async () => {
    await stopServer(server)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  let isOver = false
  const loading = load(server.url, ledger, () => isOver)
  await sleep(loadMs)
  await killAll(server, kind, dataDir)
  isOver = true
  await loading
  expect(ledger.acknowledged.size).toBeGreaterThan(clients)
  // The kill must have come in the middle of the work, or nothing was proved.
  expect(ledger.sent.length).toBeGreaterThan(ledger.acknowledged.size)

  server = await startServer(kind, dataDir)
  let lost = 0
  let added = 0
  await inParallel(ledger.sent, async (key, n) => {
    const { status, body } = await send(server.url, key, n)
    const earlier = ledger.acknowledged.get(key)
    if (earlier && (status !== 200 || body.number !== earlier.number || body.receipt !== earlier.receipt)) lost += 1
    if (status === 201) added += 1
    expect([200, 201]).toContain(status)
  })
  expect(lost).toBe(0)
  await stopServer(server)

  const db = await openDatabase({ dataDir, prefer: kind })
  try {
    const { rows } = await raw<{ cases: number; keys: number; numbers: number }>(
      db.admin,
      `select count(*)::int as cases, count(distinct client_key)::int as keys, count(distinct number)::int as numbers from cases."case"`,
      [],
    )
    expect(rows[0]).toEqual({ cases: ledger.sent.length, keys: ledger.sent.length, numbers: ledger.sent.length })
    const kernel = await createKernel({ db, domains, fileDir: join(dataDir, 'files') })
    expect((await verifyJournal(kernel, simDistrict)).breaks).toEqual([])
  } finally {
    await db.close()
  }
  console.log(`${kind}: 发出 ${ledger.sent.length},被杀前确认 ${ledger.acknowledged.size},丢失 ${lost},重发后新增 ${added}`)
  if (kind === 'cluster') {
    const verified = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/verify.ts')], {
      env: { ...process.env, DATABASE_URL: '', CITYLOOP_DATA: dataDir },
      encoding: 'utf8',
    })
    expect(verified.status, verified.stdout + verified.stderr).toBe(0)
    expect(() => postgresPids(dataDir)).toThrow()
  }
}

describe('确认过的上报,kill -9 之后都在,且恰好一件', () => {
  it.skipIf(!findPostgres() || process.env.CITYLOOP_TEST_DB === 'pglite')(
    'PostgreSQL:连数据库一起 kill -9',
    () => run('cluster'),
    180_000,
  )
  it('PGlite:kill -9', () => run('pglite'), 180_000)
})
