/** A month of the office's diaries in the small district: each story through the public door, every refusal heard. */
import { domains } from '#apps/server/domains.ts'
import { raw } from '#kernel'
import { startSession } from '#kernel/identity/session.ts'
import { demoPassword } from '#sim/city/build.ts'
import { planPeople } from '#sim/city/people.ts'
import { planCity } from '#sim/city/plan.ts'
import { createRandom } from '#sim/city/random.ts'
import { keyHeaders, openDoors } from '#sim/life/door.ts'
import type { LifeContext } from '#sim/life/people.ts'
import { type Entry, planned, type Town } from '#sim/life/story.ts'
import { photo, type World } from '../world.ts'
import { openOffice } from './buildings-office.ts'

const [dayMs, hourMs] = [86_400_000, 3_600_000]
const local = (at: number): string => new Date(at + 8 * hourMs).toISOString().slice(0, 16).replace('T', ' ')
export interface Lived {
  readonly calls: number
  readonly refused: readonly string[]
}
/**
 * @param days how many days from the world's beginning
 * @param jobs what the platform does by itself each night
 */
export const live = async (
  w: World,
  diaries: Readonly<Record<string, Readonly<Record<string, Entry>>>>,
  days: number,
  jobs: readonly string[] = [],
): Promise<Lived> => {
  let calls = 0
  const doors = openDoors(async ({ method, path, body, token, device }) => {
    calls += 1
    const response = await w.app.inject({
      method: method as 'GET',
      url: `/api${path}`,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(device ? keyHeaders(device) : {}),
      },
      ...(body === undefined ? {} : { payload: body as never }),
    })
    const isJson = String(response.headers['content-type'] ?? '').includes('json')
    return { status: response.statusCode, body: isJson ? response.json() : response.body }
  }, demoPassword)
  const plan = planCity(7, { columns: 16, rows: 16 })
  const sms = async (phone: string): Promise<string> => {
    await w.settle()
    const { rows } = await w.kernel.db.admin.executeQuery<{ body: string }>({
      sql: `select body from kernel.message where recipient = $1 and channel = 'sms' order by created_at desc limit 1`,
      parameters: [phone],
    } as never)
    return rows[0]?.body ?? ''
  }
  const town: Town = {
    streets: plan.areas.filter((a) => a.level === 'street'),
    cells: plan.areas.filter((a) => a.level === 'cell'),
    seed: 5,
    sms,
  }
  const logins = new Map(planPeople(createRandom(7).fork('people'), town.streets).map((p) => [p.id, p.login]))
  const ctx = {
    doors,
    random: createRandom(5),
    photo: async () => photo(),
    original: () => original(w),
    logins,
  } as unknown as LifeContext
  const begins = Math.floor((w.clock.now().getTime() + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs
  let queue = Array.from({ length: days }, (_, n) =>
    Object.entries(diaries).flatMap(([, diary]) => planned(town, diary, begins + n * dayMs, n)),
  ).flat()
  const refused: string[] = []
  const o = await openOffice(w)
  let night = ''
  const until = begins + days * dayMs
  for (;;) {
    const first = Math.min(...queue.map((e) => e.at))
    if (queue.length === 0 || first > until) return { calls, refused }
    const now = queue.filter((e) => e.at <= first + 600_000)
    queue = queue.filter((e) => e.at > first + 600_000)
    if (first > w.clock.now().getTime()) await w.clock.to(local(first))
    if (night !== local(first).slice(0, 10)) for (const job of jobs) await o.job(job)
    night = local(first).slice(0, 10)
    for (const { at, run } of now)
      await run(ctx)
        .then((step) => step && queue.push({ at: at + step.after * 60_000, run: step.next }))
        .catch((error: unknown) => refused.push(`${local(at)} ${error instanceof Error ? error.message : String(error)}`))
  }
}

/** A recording handed in as a browser does, no two alike. */
const original = async (w: World): Promise<{ readonly id: string; readonly sha256: string }> => {
  const head = `--sound\r\nContent-Disposition: form-data; name="file"; filename="a.mp3"\r\nContent-Type: audio/mpeg\r\n\r\n`
  const payload = Buffer.from(`${head}ID3\u0003\u0000${crypto.randomUUID()}\r\n--sound--\r\n`)
  const { personId } = await w.as('zhiban1')
  const token = await startSession(w.kernel, w.district, personId)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=sound' }
  const answer = await w.app.inject({ method: 'POST', url: '/api/files', headers, payload })
  const [file] = answer.json<{ files: { id: string; sha256: string }[] }>().files
  if (!file) throw new Error('no file')
  return { id: file.id, sha256: file.sha256 }
}
const nameOf = (p: { readonly id: string }): string => p.id.replaceAll('-', '_')
export interface Census {
  /** Procedures nothing happened in, and those nothing ended in. */
  readonly empty: readonly string[]
  readonly unended: readonly string[]
  readonly open: number
  readonly ended: number
  /** Indicators without a figure. */
  readonly blank: readonly string[]
  readonly figures: number
  readonly lines: readonly string[]
}
/** What a month left behind in a domain: subjects by status, figures that are not nothing. */
export const census = async (w: World, id: string, skip: readonly string[] = []): Promise<Census> => {
  const domain = domains.find((d) => d.id === id)
  const procedures = (domain?.procedures ?? []).filter((p) => !skip.includes(p.id))
  const counted = await Promise.all(
    procedures.map(async (p) => {
      const { rows } = await w.kernel.db.withDistricts([w.district], (tx) =>
        raw<{ status: string; n: number }>(tx, `select status, count(*)::int as n from ${nameOf(p)} group by 1 order by 2 desc`),
      )
      const isEnd = (status: string): boolean => p.spec.statuses[status]?.kind === 'final'
      const sum = (isEnded: boolean) => rows.filter((r) => isEnd(r.status) === isEnded).reduce((n, r) => n + r.n, 0)
      const words = rows.map((r) => `${p.spec.statuses[r.status]?.zh ?? r.status}${r.n}`).join('、')
      const hasEnd = Object.values(p.spec.statuses).some((s) => s.kind === 'final')
      return { id: p.id, open: sum(false), ended: sum(true), hasEnd, line: `${p.spec.zh}:${words}` }
    }),
  )
  const leader = await w.as('juzhang')
  const period = { from: '2025-12-31T16:00:00Z', to: '2027-01-01T00:00:00Z' }
  const figures = await Promise.all(
    (domain?.indicators ?? []).map(async (i) => {
      const answer = await leader.get<{ values?: { value: number | null }[] }>(`/indicators/${i.id}`, period)
      return { id: i.id, status: answer.status, value: answer.body.values?.[0]?.value ?? null }
    }),
  )
  return {
    empty: counted.filter((c) => c.open + c.ended === 0).map((c) => c.id),
    unended: counted.filter((c) => c.hasEnd && c.ended === 0).map((c) => c.id),
    open: counted.reduce((n, c) => n + c.open, 0),
    ended: counted.reduce((n, c) => n + c.ended, 0),
    blank: figures.filter((f) => f.value === null || f.value === 0).map((f) => `${f.id} ${f.status} ${f.value}`),
    figures: figures.length,
    lines: counted.map((c) => c.line),
  }
}
/** Registers and records of a domain without a single row: what an officer would open and find empty. */
export const blankTables = async (w: World, id: string, skip: readonly string[] = []): Promise<readonly string[]> => {
  const domain = domains.find((d) => d.id === id)
  const definitions = [...(domain?.registers ?? []), ...(domain?.records ?? [])].filter((d) => !skip.includes(d.id))
  const counted = await Promise.all(
    definitions.map(async (d) => {
      const { rows } = await w.kernel.db.withDistricts([w.district], (tx) => raw(tx, `select 1 from ${nameOf(d)} limit 1`, []))
      return rows.length > 0 ? [] : [d.id]
    }),
  )
  return counted.flat()
}
