/** What the tests of imports share: a world, a folder for files, and the command without its process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findKind, runImport } from '#apps/import/main.ts'
import { raw } from '#kernel'
import { type World, world } from '../world.ts'

export interface Desk {
  readonly w: World
  readonly dir: string
  readonly file: (name: string, text: string) => string
  readonly run: (
    kind: string,
    file: string,
    options?: Readonly<Record<string, string>>,
    isStopping?: () => boolean,
  ) => ReturnType<typeof runImport>
  readonly rows: <R>(district: string, sql: string, params?: readonly unknown[]) => Promise<readonly R[]>
  readonly close: () => Promise<void>
}
export const openDesk = async (): Promise<Desk> => {
  const w = await world('2026-03-02 09:00')
  const dir = mkdtempSync(join(tmpdir(), 'cityloop-import-'))
  return {
    w,
    dir,
    file: (name, text) => {
      const path = join(dir, name)
      writeFileSync(path, text)
      return path
    },
    run: (id, file, options = {}, isStopping) => {
      const kind = findKind(id)
      if (!kind) throw new Error(`no kind ${id}`)
      return runImport(
        { db: w.kernel.db, kind, file, option: (name) => options[name], fileDir: dir, outDir: dir, progress: () => undefined },
        isStopping,
      )
    },
    rows: async <R>(district: string, sql: string, params: readonly unknown[] = []) =>
      (await w.kernel.db.withDistricts([district], (tx) => raw<R>(tx, sql, params))).rows,
    close: async () => {
      rmSync(dir, { recursive: true, force: true })
      await w.close()
    },
  }
}
