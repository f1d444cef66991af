/** The data directory of a scenario: its own database, its district, and a few people who may look at it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hash as hashPassword } from '@node-rs/argon2'
import pino from 'pino'
import { domains } from '#apps/server/domains.ts'
import { posts } from '#catalogue/posts.ts'
import { createKernel, type Database, type Kernel, migrateAll, openDatabase, raw } from '#kernel'
import { newId } from '#kernel/id.ts'
import { writePosts } from '#kernel/identity/found.ts'
import type { Pack } from './pack.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const marker = 'scenario.json'
interface Mark {
  readonly id: string
  readonly pack: string
  readonly district: string
}
/** `003` is a pack of the project, anything else a folder. */
export const packDir = (name: string): string => {
  const own = join(root, 'scenarios', name)
  return existsSync(join(own, 'scenario.json')) ? own : resolve(name)
}
export const dataDirOf = (id: string, asked: string | undefined): string => resolve(asked ?? join(root, 'data', `scenario-${id}`))
export const readMark = (dataDir: string): Mark | undefined => {
  const file = join(dataDir, marker)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Mark) : undefined
}
export const writeMark = (dataDir: string, mark: Mark): void => {
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(join(dataDir, marker), `${JSON.stringify(mark, null, 2)}\n`)
}
/** Takes a scenario's data directory away; never one that no scenario made. */
export const clearHouse = (dataDir: string): boolean => {
  if (!existsSync(dataDir)) return true
  if (!readMark(dataDir)) return false
  rmSync(dataDir, { recursive: true, force: true })
  return true
}
export const openHouse = async (dataDir: string, say: (line: string) => void): Promise<Database> => {
  const { DATABASE_URL, CITYLOOP_DATABASE } = process.env
  mkdirSync(dataDir, { recursive: true })
  const db = await openDatabase({ url: DATABASE_URL, dataDir, prefer: CITYLOOP_DATABASE as never, log: say })
  await migrateAll(db, domains)
  return db
}
/** The district of the pack, made where it is not there; before the kernel, so that the domains seed it. */
export const ensureDistrict = async (db: Database, pack: Pack, code: string): Promise<void> => {
  await raw(db.admin, 'insert into kernel.district (code, name) values ($1, $2) on conflict do nothing', [
    code,
    pack.about.district.name,
  ])
}
export const openKernel = (db: Database, dataDir: string): Promise<Kernel> =>
  createKernel({ db, domains, log: pino({ level: 'warn' }), fileDir: join(dataDir, 'files') })

const people = [
  { login: 'tongji', name: '统计员', post: 'assessor' },
  { login: 'juzhang', name: '局领导', post: 'leader' },
  { login: 'shuju', name: '数据管理员', post: 'data' },
] as const
/** Accounts of a district that has none; with the posts a bureau usually has. @returns whether they were made now. */
export const ensurePeople = async (kernel: Kernel, district: string, bureau: string, password: string): Promise<boolean> =>
  kernel.db.withDistricts([district], async (tx) => {
    const { rows } = await raw(tx, 'select 1 from kernel.person where district = $1 and login is not null limit 1', [district])
    if (rows.length > 0) return false
    const secret = await hashPassword(password, { memoryCost: 19_456, timeCost: 2 })
    const { rows: units } = await raw<{ id: string }>(tx, 'select id from kernel.unit where district = $1 and name = $2', [
      district,
      bureau,
    ])
    await writePosts(tx, district, posts)
    for (const { login, name, post } of people) {
      const id = newId()
      await raw(
        tx,
        'insert into kernel.person (district, id, name, login, password_hash, unit_id, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
        [district, id, name, login, secret, units[0]?.id ?? null, kernel.now()],
      )
      await raw(
        tx,
        `insert into kernel.appointment (district, id, person_id, post_id, area_code, valid_from) values ($1, $2, $3, $4, $1, '2000-01-01')`,
        [district, newId(), id, post],
      )
    }
    return true
  })
