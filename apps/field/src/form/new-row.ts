/** A row that was missing from a list, entered on the spot: named at once, sent before what refers to it. */
import { rememberName, titleOf } from '#kernel/web/names.ts'
import type { DefinitionMeta, Row } from '#kernel/web/types.ts'
import { newKey } from '../queue/entry.ts'
import { enqueue } from '../queue/use-queue.ts'
import { me } from '../staff/session.ts'
import type { NewRow } from './asked-row.ts'
import type { FormFiles } from './files.ts'
import { addKeptRow } from './kept-rows.ts'

export const addRow = async (
  definition: DefinitionMeta,
  values: Readonly<Record<string, unknown>>,
  files: FormFiles,
): Promise<NewRow> => {
  const id = newKey()
  const row: Row = { ...values, id }
  const zh = titleOf(definition, row)
  await enqueue({
    clientKey: id,
    personId: me()?.personId ?? null,
    title: `${definition.zh} ${zh}`,
    work: { kind: 'record', definition: definition.id, values, place: null },
    files: Object.entries(files).flatMap(([field, list]) => list.map((p) => ({ field, name: p.name, blob: p.blob }))),
  })
  await addKeptRow(definition.id, row)
  rememberName(definition.id, id, zh)
  return { id, zh }
}
