/**
 * `npm run scenario -- load 003 [--data DIR] [--district CODE] [--fresh]`: a bureau's year from a folder of facts into a database of its
 * own. `load PATH` takes any folder in the format of docs/scenario.md; `check PATH` only reads it.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { raw } from '#kernel'
import { faultLines, PackError } from './scenario/faults.ts'
import {
  clearHouse,
  dataDirOf,
  ensureDistrict,
  ensurePeople,
  openHouse,
  openKernel,
  packDir,
  root,
  writeMark,
} from './scenario/house.ts'
import { type Pack, readPack } from './scenario/pack.ts'
import { isLoaded, type Loaded, loadPack } from './scenario/write.ts'

const say = (line: string): void => console.log(line)
const usage = `用法:
  npm run scenario -- list                       现有的情景包
  npm run scenario -- check 003|文件夹            只检查,不装入
  npm run scenario -- load 003|文件夹 [选项]       装入
      --data DIR       数据目录(默认 data/scenario-编号;有 DATABASE_URL 时用它)
      --district CODE  装入这个已有或新建的区划(默认用情景包自己的)
      --fresh          先清掉这个情景原来的数据目录`

const describe = (pack: Pack): string =>
  `${pack.about.title}(${pack.about.bureau}):事实${pack.facts.length}行、指标${pack.metrics.length}个、印出的数${pack.figures.length}处`
const summary = (loaded: Loaded): readonly string[] => [
  `统计事项 ${loaded.matters} 项,工作台账 ${loaded.entries} 条,指标 ${loaded.metrics} 个,单位 ${loaded.units} 个`,
  ...[...loaded.histories].map(([id, count]) => `平台业务 ${id}:${count} 件`),
]
const load = async (name: string, options: { data?: string; district?: string; fresh?: boolean }): Promise<number> => {
  const pack = readPack(packDir(name))
  say(describe(pack))
  const dataDir = dataDirOf(pack.about.id, options.data)
  if (options.fresh && !clearHouse(dataDir)) {
    say(`${dataDir} 不是情景数据目录,不敢清掉;请换一个 --data`)
    return 1
  }
  const district = options.district ?? pack.about.district.code
  // Only a directory that a scenario began is a scenario's, and may be cleared again.
  if (!existsSync(dataDir)) writeMark(dataDir, { id: pack.about.id, pack: pack.dir, district })
  const db = await openHouse(dataDir, say)
  try {
    await ensureDistrict(db, pack, district)
    const kernel = await openKernel(db, dataDir)
    if (await isLoaded(kernel, district, pack)) {
      say(`这个情景已经装入(${dataDir}),没有改动;要重新装入请加 --fresh`)
      return 0
    }
    const begun = Date.now()
    const loaded = await loadPack(kernel, district, pack)
    await raw(db.admin, 'analyze', [])
    for (const line of summary(loaded)) say(line)
    say(`用时 ${((Date.now() - begun) / 1000).toFixed(1)} 秒;数据目录 ${dataDir}`)
    const password = `Cl-${randomBytes(6).toString('base64url')}-7`
    if (await ensurePeople(kernel, district, pack.about.bureau, password))
      say(
        `查看:CITYLOOP_DATA=${dataDir} CITYLOOP_DEMO=0 CITYLOOP_DISTRICT=${district} npm start;账号 tongji、juzhang、shuju,密码 ${password}`,
      )
    say(`核对:npm run report -- --scenario ${name}${options.data ? ` --data ${options.data}` : ''} --check`)
    return 0
  } finally {
    await db.close()
  }
}
const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { data: { type: 'string' }, district: { type: 'string' }, fresh: { type: 'boolean' } },
  })
  const [command, name] = positionals
  if (command === 'list') {
    for (const id of readdirSync(join(root, 'scenarios')).sort()) say(`${id}  ${describe(readPack(packDir(id)))}`)
    return 0
  }
  if (!name || (command !== 'load' && command !== 'check')) {
    say(usage)
    return 2
  }
  if (command === 'check') {
    say(`没有发现错误。${describe(readPack(packDir(name)))}`)
    return 0
  }
  return load(name, values)
}
try {
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof PackError)) throw error
  console.error(`没有装入任何数据;请改正 ${error.faults.length} 处:`)
  for (const line of faultLines(error.faults)) console.error(`  ${line}`)
  process.exitCode = 1
}
