/** Entries and attachments on the device. */
import { type OwnReport, openStore } from '../store/db.ts'
import { type Attachment, type Entry, newKey, type Work } from './entry.ts'

/** A file of the person before it belongs to an entry. */
export interface Draft {
  readonly field: string
  readonly name: string
  readonly blob: Blob
}
export interface NewEntry {
  readonly clientKey?: string
  readonly personId: string | null
  readonly title: string
  readonly work: Work
  readonly files: readonly Draft[]
  /** For a citizen's report: what his own list shows. */
  readonly own?: Pick<OwnReport, 'description' | 'address' | 'thumb'>
}
/** Old WebKit cannot keep Blobs in IndexedDB; bytes it can. */
const bytesOf = (blob: Blob): Promise<ArrayBuffer> => blob.arrayBuffer()

/** All or nothing: entry, attachments and the citizen's own list in one transaction. Resolves after it is on the disk. */
export const keepEntry = async (given: NewEntry): Promise<Entry> => {
  const db = await openStore()
  const clientKey = given.clientKey ?? newKey()
  const entry: Entry = {
    clientKey,
    personId: given.personId,
    title: given.title,
    at: Date.now(),
    state: 'waiting',
    attempts: 0,
    nextAt: 0,
    problem: null,
    conflict: null,
    work: JSON.parse(JSON.stringify(given.work)) as Work,
    result: null,
  }
  const files = await Promise.all(
    given.files.map(async ({ field, name, blob }, i) => ({
      id: `${clientKey} ${String(i).padStart(2, '0')}`,
      entry: clientKey,
      field,
      name,
      type: blob.type,
      size: blob.size,
      fileId: null,
      blob: await bytesOf(blob),
    })),
  )
  const tx = db.transaction(['queue', 'files', 'receipts'], 'readwrite', { durability: 'strict' })
  const puts: Promise<unknown>[] = [
    tx.objectStore('queue').put(entry),
    ...files.map((f) => tx.objectStore('files').put(f)),
    ...(given.own
      ? [
          tx.objectStore('receipts').put({
            ...given.own,
            clientKey,
            receipt: null,
            number: null,
            at: entry.at,
            nearby: 0,
          }),
        ]
      : []),
  ]
  await Promise.all([...puts, tx.done])
  return entry
}
export const listEntries = async (): Promise<readonly Entry[]> => (await openStore()).getAllFromIndex('queue', 'at')
export const getEntry = async (clientKey: string): Promise<Entry | undefined> => (await openStore()).get('queue', clientKey)
/** Changes an entry in one transaction; nothing if it was discarded meanwhile. */
export const changeEntry = async (clientKey: string, change: (entry: Entry) => Entry): Promise<Entry | undefined> => {
  const tx = (await openStore()).transaction('queue', 'readwrite')
  const entry = await tx.store.get(clientKey)
  if (!entry) return undefined
  const next = change(entry)
  await tx.store.put(next)
  await tx.done
  return next
}
export const filesOf = async (clientKey: string) => (await openStore()).getAllFromIndex('files', 'entry', clientKey)
export const keepFileId = async (id: string, fileId: string): Promise<void> => {
  const tx = (await openStore()).transaction('files', 'readwrite')
  const file = await tx.store.get(id)
  if (file) await tx.store.put({ ...file, fileId })
  await tx.done
}
/** More attachments for an entry that is being put right. */
export const addFiles = async (
  clientKey: string,
  given: Readonly<Record<string, readonly { readonly name: string; readonly blob: Blob }[]>>,
): Promise<void> => {
  const there = (await filesOf(clientKey)).length
  const rows = await Promise.all(
    Object.entries(given)
      .flatMap(([field, list]) => list.map((f) => ({ field, ...f })))
      .map(async ({ field, name, blob }, i) => ({
        id: `${clientKey} ${String(there + i).padStart(2, '0')} ${newKey()}`,
        entry: clientKey,
        field,
        name,
        type: blob.type,
        size: blob.size,
        fileId: null,
        blob: await bytesOf(blob),
      })),
  )
  const tx = (await openStore()).transaction('files', 'readwrite')
  await Promise.all([...rows.map((row) => tx.store.put(row)), tx.done])
}
/** Takes an attachment out of an entry that was refused because of it. */
export const dropFile = async (id: string): Promise<void> => (await openStore()).delete('files', id)
export const blobOf = (file: Attachment & { readonly blob: Blob | ArrayBuffer }): Blob =>
  file.blob instanceof Blob ? file.blob : new Blob([file.blob], { type: file.type })
/** The entry and its attachments go; a citizen's own line stays only if it has a receipt. */
export const dropEntry = async (clientKey: string): Promise<void> => {
  const tx = (await openStore()).transaction(['queue', 'files', 'receipts'], 'readwrite')
  const files = await tx.objectStore('files').index('entry').getAllKeys(clientKey)
  const own = await tx.objectStore('receipts').get(clientKey)
  await Promise.all([
    tx.objectStore('queue').delete(clientKey),
    ...files.map((id) => tx.objectStore('files').delete(id)),
    ...(own && !own.receipt ? [tx.objectStore('receipts').delete(clientKey)] : []),
    tx.done,
  ])
}
/** Done: the attachments are no longer needed here; the citizen's line learns its number. */
export const finishEntry = async (clientKey: string, result: Entry['result'], nearby = 0): Promise<void> => {
  const tx = (await openStore()).transaction(['queue', 'files', 'receipts'], 'readwrite')
  const entry = await tx.objectStore('queue').get(clientKey)
  if (entry) await tx.objectStore('queue').put({ ...entry, state: 'done', result, problem: null, conflict: null })
  const own = await tx.objectStore('receipts').get(clientKey)
  if (own)
    await tx.objectStore('receipts').put({ ...own, receipt: result?.receipt ?? null, number: result?.number ?? null, nearby })
  for (const id of await tx.objectStore('files').index('entry').getAllKeys(clientKey)) await tx.objectStore('files').delete(id)
  await tx.done
}
const keepDoneMs = 3 * 86_400_000
/** What is done stays visible for three days. */
export const sweepDone = async (now = Date.now()): Promise<void> => {
  const tx = (await openStore()).transaction('queue', 'readwrite')
  for (const entry of await tx.store.getAll())
    if (entry.state === 'done' && entry.at < now - keepDoneMs) await tx.store.delete(entry.clientKey)
  await tx.done
}
