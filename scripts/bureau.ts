/**
 * `npm run bureau -- --name 某区城市管理局 [--district CODE] [--data DIR]`: makes an installation ready for its bureau, after its borders
 * were imported: posts, the bureau's unit, and the three administrators with passwords that are told once. May be run again.
 */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pino from 'pino'
import { domains } from '#apps/server/domains.ts'
import { posts } from '#catalogue/posts.ts'
import { createKernel, migrateAll, openDatabase, Refused, raw, refusalZh, systemActor } from '#kernel'
import { type Founded, foundBureau } from '#kernel/identity/found.ts'

const say = (line: string): void => console.log(line)
const usage = '用法 usage: npm run bureau -- --name 某区城市管理局 [--district 区划代码] [--data 数据目录]'
class Wrong extends Error {}

interface Asked {
  readonly name: string
  readonly district?: string
  readonly dataDir: string
}
const asked = (): Asked => {
  const options = { name: { type: 'string' }, district: { type: 'string' }, data: { type: 'string' } } as const
  const { values } = parseArgs({ options })
  const name = values.name?.trim() ?? ''
  if (name.length < 2) throw new Wrong(usage)
  const data = values.data ?? process.env.CITYLOOP_DATA ?? join(fileURLToPath(new URL('../', import.meta.url)), 'data')
  return { name, dataDir: resolve(data), ...(values.district ? { district: values.district } : {}) }
}
const found = async ({ name, district, dataDir }: Asked): Promise<Founded> => {
  const { DATABASE_URL, CITYLOOP_DATABASE } = process.env
  const db = await openDatabase({ url: DATABASE_URL, dataDir, prefer: CITYLOOP_DATABASE as never, log: say })
  try {
    await migrateAll(db, domains)
    const { rows } = await raw<{ code: string; name: string }>(
      db.admin,
      'select code, name from kernel.district where $1::text is null or code = $1 order by code',
      [district ?? null],
    )
    if (rows.length > 1)
      throw new Wrong(`有${rows.length}个区划,请用 --district 指明:${rows.map((r) => `${r.code} ${r.name}`).join('、')}`)
    const own = rows[0]
    if (!own) throw new Wrong(`没有区划${district ?? ''}:请先导入本区边界 npm run import -- areas FILE.geojson`)
    // What domains bring along (category lists, conditions, calendars) is written as the kernel is made.
    const kernel = await createKernel({ db, domains, log: pino({ level: 'warn' }), fileDir: join(dataDir, 'files') })
    say(`${own.code} ${own.name} · ${name}`)
    return await db.withDistricts([own.code], (tx) =>
      foundBureau({ kernel, tx, district: own.code, now: kernel.now(), actor: systemActor }, { name, posts }),
    )
  } finally {
    await db.close()
  }
}
try {
  const { newPosts, accounts } = await found(asked())
  say(`岗位:新增 ${newPosts} 个${newPosts < posts.length ? `,原有 ${posts.length - newPosts} 个不动` : ''}`)
  for (const { login, post, password } of accounts) say(`  ${post}\t账号 ${login}\t一次性密码 ${password}`)
  say(
    accounts.length > 0
      ? '密码只显示这一次,首次登录须改。系统管理员建单位、人员,安全管理员任命岗位;然后 CITYLOOP_DEMO=0 npm start'
      : '三员都已有人,没有新建账号',
  )
} catch (error) {
  if (error instanceof Refused) console.error(refusalZh(error.refusal))
  else if (error instanceof Wrong || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))
    console.error((error as Error).message)
  else throw error
  process.exitCode = 1
}
