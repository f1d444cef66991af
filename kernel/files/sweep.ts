/**
 * What nobody needs: uploads that no form ever named, and bytes that no row names (a server that stopped between the two). A row is
 * taken away after the days of `files.keep-unused`; the folders of bytes are walked one of 256 at a time, so that a large store is never
 * read whole.
 */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { raw } from '../db/index.ts'
import { type Definition, tableName } from '../define/table.ts'
import { dayMs, dayText, hourMs, many, type Tx } from '../handy.ts'
import type { Kernel } from '../kernel.ts'
import { columnName } from '../naming.ts'
import { defineParameters } from '../parameter.ts'

defineParameters([
  {
    name: 'files.keep-unused',
    zh: '上传后没有被任何表单使用的文件保留天数',
    value: 30,
    unit: '天',
    source: '本局数据管理办法(示例)',
  },
] as const)

/** Columns that hold files, of every definition there is. */
const columnsOf = (kernel: Kernel): readonly (readonly [definition: Definition, column: string])[] =>
  kernel.definitions.flatMap((definition) =>
    Object.entries(definition.spec.fields)
      .filter(([, field]) => field.spec.kind === 'photos' || field.spec.kind === 'files')
      .map(([name]) => [definition, columnName(name)] as const),
  )
/** Of these files, those that some row names although no form did (written by a domain itself). */
const namedAmong = async (kernel: Kernel, tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const named = new Set<string>()
  for (const [definition, column] of columnsOf(kernel)) {
    const rows = await many<{ id: string }>(
      tx,
      `select distinct u.id from ${tableName(definition)} r, unnest(r.${column}) as u(id) where r.${column} && $1::uuid[] and u.id = any($1::uuid[])`,
      [ids],
    )
    for (const { id } of rows) named.add(id)
  }
  return named
}
const mostRows = 500
/** Takes away the uploads of a district that have waited too long. @returns how many */
export const sweepUploads = async (kernel: Kernel, district: string): Promise<number> => {
  const now = kernel.now()
  const days = Number(kernel.parameters.value(district, 'files.keep-unused', dayText(now)))
  return kernel.db.withDistricts([district], async (tx) => {
    const waiting = await many<{ id: string }>(
      tx,
      'select id from kernel.file where waits_since < $1 order by waits_since limit $2 for update skip locked',
      [new Date(now.getTime() - days * dayMs), mostRows],
    )
    if (waiting.length === 0) return 0
    const ids = waiting.map((w) => w.id)
    const named = [...(await namedAmong(kernel, tx, ids))]
    await raw(tx, 'update kernel.file set waits_since = null where id = any($1::uuid[])', [named])
    const { count } = await raw(
      tx,
      `delete from kernel.file f where f.id = any($1::uuid[]) and f.id <> all ($2::uuid[])
         and not exists (select from kernel.published_picture p where p.district = f.district and p.file_id = f.id)`,
      [ids, named],
    )
    return count
  })
}

/** Bytes younger than this may belong to a row that is being written. */
const freshMs = dayMs
const namesSql = `select sha256 as sha from kernel.file where sha256 like $1 union select served_sha256 from kernel.file where served_sha256 like $1
  union select sha256 from kernel.published_picture where sha256 like $1`
/** Takes away the bytes below one of the 256 folders that no row of any district names, with the thumbnails beside them. @returns how many files */
export const sweepBytes = async (kernel: Kernel, folder: number): Promise<number> => {
  const prefix = folder.toString(16).padStart(2, '0')
  const top = join(kernel.fileDir, prefix)
  const middles = await readdir(top).catch(() => [])
  if (middles.length === 0) return 0
  const { rows } = await raw<{ sha: string }>(kernel.db.admin, namesSql, [`${prefix}%`])
  const known = new Set(rows.map((r) => r.sha))
  const before = Date.now() - freshMs
  let gone = 0
  for (const middle of middles)
    for (const name of await readdir(join(top, middle))) {
      const path = join(top, middle, name)
      if (known.has(name.slice(0, 64)) || (await stat(path)).mtimeMs > before) continue
      await rm(path, { force: true })
      gone++
    }
  return gone
}

export const sweepEveryMs = hourMs
/** One turn: the uploads of every district, and one folder of bytes. Which one, the hour says, so that restarts and other processes do not begin anew. */
export const sweepOnce = async (kernel: Kernel): Promise<void> => {
  const { rows } = await raw<{ code: string }>(kernel.db.admin, 'select code from kernel.district order by code', [])
  for (const { code } of rows) {
    const uploads = await sweepUploads(kernel, code)
    if (uploads > 0) kernel.log.info({ district: code, uploads }, 'uploads that no form named are gone')
  }
  const folder = Math.floor(Date.now() / sweepEveryMs) % 256
  const files = await sweepBytes(kernel, folder)
  if (files > 0) kernel.log.info({ folder, files }, 'bytes that no row named are gone')
}
