/** The simulated district of `npm start`: laid out once, given some months of history through the public door, then living on at a chosen speed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import { type BoundRoute, bind, type Database, type Domain, drain, type Kernel, raw, route, tick } from '#kernel'
import { buildCity, demoPassword } from '#sim/city/build.ts'
import { simDistrict } from '#sim/city/plan.ts'
import { httpTransport, openDoors } from '#sim/life/door.ts'
import { createLife, type Life, startOf } from '#sim/life/life.ts'

const dayMs = 86_400_000
const env = process.env
export interface Demo {
  readonly district: string
  readonly password: string
  readonly now: () => Date
  readonly routes: readonly BoundRoute[]
  /** Makes the history if there is none, then lives on. */
  readonly live: (kernel: Kernel, address: string, district: string) => Promise<void>
  readonly stop: () => Promise<void>
}
interface State {
  readonly now: number
  readonly begun: number
}
/** 08:30 in Beijing on the day of an instant. */
const morning = (at: number): number => Math.floor((at + 8 * 3_600_000) / dayMs) * dayMs + 0.5 * 3_600_000

const accountsRoute = route({
  method: 'GET',
  path: '/public/demo-accounts',
  zh: '模拟城市的账号',
  permission: 'public',
  tag: 'demo',
  input: z.object({}),
  output: z.object({ accounts: z.array(z.record(z.string(), z.unknown())) }),
})
const shown = [
  'zhiban1',
  'shouli1',
  'paiqian1',
  'caiji1',
  'chuzhi11',
  'zhongdui11',
  'jiedao1',
  'kaohe1',
  'juzhang',
  'shuju',
  'xitong',
  'anquan',
  'shenji',
]
const accounts = bind(accountsRoute, async (_input, ctx) =>
  ctx.work(async ({ tx }) => {
    const { rows } = await raw<Record<string, unknown>>(
      tx,
      `select n.login, n.name, p.zh as post from kernel.person n join kernel.appointment a on a.district = n.district and a.person_id = n.id
       join kernel.post p on p.district = a.district and p.id = a.post_id where n.login = any($1::text[]) order by array_position($1::text[], n.login)`,
      [shown],
    )
    return { accounts: rows.map((r) => ({ ...r, password: demoPassword })) }
  }),
)

/** A plain picture with a word on it: the simulated people have no cameras. */
const pictures = (address: string, token: () => Promise<string>) => {
  const made = new Map<string, Promise<string>>()
  const make = async (label: string): Promise<string> => {
    const hue = { 上报: '#b45309', 核实: '#1d4ed8', 处置后: '#15803d', 核查: '#6d28d9' }[label] ?? '#374151'
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="${hue}"/><rect x="40" y="300" width="560" height="120" fill="#ffffff22"/><text x="320" y="250" font-size="64" text-anchor="middle" fill="#fff" font-family="Noto Sans CJK SC, sans-serif">模拟照片·${label}</text></svg>`
    const form = new FormData()
    form.append(
      'file',
      new Blob([new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer())], { type: 'image/jpeg' }),
      `${label}.jpg`,
    )
    const { body } = await httpTransport(address)({ method: 'POST', path: '/files', form, token: await token() })
    const id = (body as { files?: { id: string }[] }).files?.[0]?.id
    if (!id) throw new Error(`picture not taken: ${JSON.stringify(body)}`)
    return id
  }
  return (label: string): Promise<string> => {
    const known =
      made.get(label) ??
      make(label).catch((error: unknown) => {
        made.delete(label)
        throw error
      })
    made.set(label, known)
    return known
  }
}

/** Four seconds of silence, as MP3 frames: the simulated people have no voices either. */
const silence = (): Buffer => {
  const frame = Buffer.alloc(104)
  frame.set([0xff, 0xfb, 0x10, 0xc4])
  return Buffer.concat([...Array.from({ length: 153 }, () => frame), Buffer.from(crypto.randomUUID())])
}
const snapshot = (): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#334155"/><text x="320" y="240" font-size="22" text-anchor="middle" fill="#fff" font-family="monospace">${crypto.randomUUID()}</text></svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}
const originals =
  (address: string, token: () => Promise<string>) =>
  async (sort: 'sound' | 'picture'): Promise<{ id: string; sha256: string }> => {
    const form = new FormData()
    const [bytes, name] = sort === 'sound' ? [silence(), '录音.mp3'] : [await snapshot(), '抓拍.jpg']
    form.append('file', new Blob([new Uint8Array(bytes)]), name)
    const { body } = await httpTransport(address)({ method: 'POST', path: '/files', form, token: await token() })
    const file = (body as { files?: { id: string; sha256: string }[] }).files?.[0]
    if (!file) throw new Error(`original not taken: ${JSON.stringify(body)}`)
    return { id: file.id, sha256: file.sha256 }
  }

/** What a simulated citizen reads on the phone: the platform sends no short messages without an adapter, it only keeps them. */
const phoneScreen =
  (db: Database) =>
  async (phone: string): Promise<string> => {
    const sql = `select body from kernel.message where recipient = $1 and channel = 'sms' order by created_at desc limit 1`
    return (await raw<{ body: string }>(db.admin, sql, [phone])).rows[0]?.body ?? ''
  }

export const startDemo = async (options: {
  readonly db: Database
  readonly domains: readonly Domain[]
  readonly dataDir: string
  readonly say: (line: string) => void
}): Promise<Demo> => {
  const { db, domains, dataDir, say } = options
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'demo.json')
  const months = Number(env.CITYLOOP_MONTHS ?? 2)
  const speed = Number(env.CITYLOOP_SPEED ?? 10)
  const today = env.CITYLOOP_DAY ?? 'ordinary'
  const saved: State | undefined = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : undefined
  const begins = saved?.begun ?? morning(Date.now()) - months * 30 * dayMs
  let at = saved?.now ?? begins
  let runs: { readonly from: number; readonly real: number } | undefined
  const now = (): Date => new Date(runs ? runs.from + (performance.now() - runs.real) * speed : at)
  const save = (): void => writeFileSync(file, JSON.stringify({ now: now().getTime(), begun: begins } satisfies State))
  await buildCity({ db, domains, fileDir: join(dataDir, 'files'), now, log: say })

  const makeHistory = async (life: Life, kernel: Kernel): Promise<void> => {
    const until = begins + months * 30 * dayMs
    // The last of them is today: it is planned once, as the day that goes on living.
    for (let day = startOf(begins); day + dayMs <= until; day += dayMs) life.planDay(day, 'ordinary')
    life.planDay(startOf(until), today, true)
    let told = 0
    const done = await life.runTo(
      until,
      async (t) => {
        const isNewDay = startOf(t) !== startOf(at)
        at = Math.max(at, t)
        if (isNewDay) await tick(kernel, simDistrict)
        // Twenty minutes of this city are an instant of ours: what one office told is heard before the next goes on.
        await drain(kernel, simDistrict)
      },
      (t) => {
        const percent = Math.floor(((t - begins) / (until - begins)) * 100)
        if (percent < told + 10) return
        told = percent
        say(`  历史 ${told}% …`)
      },
    )
    at = until
    say(`  ${months}个月的历史已生成(经公开接口 ${done} 步)`)
    save()
  }

  let timer: NodeJS.Timeout | undefined
  let isLiving = false
  const live: Demo['live'] = async (kernel, address) => {
    const doors = openDoors(httpTransport(address), demoPassword)
    const token = async (): Promise<string> =>
      (await doors.as('shouli1').call<{ token: string }>('POST', '/session', { login: 'shouli1', password: demoPassword })).body
        .token
    const life = await createLife({
      doors,
      seed: Math.floor(at / dayMs),
      begun: begins,
      photo: pictures(address, token),
      original: originals(address, token),
      scale: Number(env.CITYLOOP_SCALE ?? 1),
      sms: phoneScreen(db),
      stumbled: (error) => kernel.log.debug({ err: error }, 'somebody simulated was refused'),
    })
    if (!saved) await makeHistory(life, kernel)
    else await life.resume(at)
    runs = { from: at, real: performance.now() }
    let planned = startOf(now().getTime())
    if (saved) life.planDay(planned, today, true)
    timer = setInterval(() => {
      if (isLiving) return
      isLiving = true
      const t = now().getTime()
      if (startOf(t) > planned) {
        planned = startOf(t)
        life.planDay(planned, 'ordinary', true)
      }
      life
        .runTo(t, () => undefined)
        .catch((error: unknown) => kernel.log.warn({ err: error }, 'the simulated district stumbled'))
        .finally(() => {
          isLiving = false
          save()
        })
    }, 1000)
  }
  return {
    district: simDistrict,
    password: demoPassword,
    now,
    routes: [accounts],
    live,
    stop: async () => {
      if (timer) clearInterval(timer)
      save()
    },
  }
}
