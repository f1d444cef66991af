/** Sending one entry: its attachments one by one, then the thing itself, so that a repetition never makes a second one. */
import { getSubject, openSubject } from '#kernel/web/api.ts'
import { CallError, get, post, send } from '#kernel/web/call.ts'
import { coveredCells } from '../place/cells.ts'
import { conflictOf, isAlreadyDone } from './conflict.ts'
import { type Act, type Attachment, type Conflict, type Entry, type Values, withFiles } from './entry.ts'
import { blobOf, filesOf, keepFileId } from './keep.ts'

export type Outcome =
  | { readonly kind: 'done'; readonly result: Entry['result']; readonly nearby?: number; readonly version?: number }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }

const isPublic = (entry: Entry): boolean => entry.personId === null
const idOf = (files: readonly { readonly id: string }[]): string => {
  const id = files[0]?.id
  if (!id) throw new CallError(502, { code: 'unknown', zh: '服务器没有收下照片', en: 'The server did not take the photo' })
  return id
}
/** One file to `/files` or `/public/files`. @returns its id */
export const uploadOne = async (path: string, name: string, blob: Blob): Promise<string> => {
  const body = new FormData()
  body.append('file', blob, name)
  const { files } = (await (await send(path, { method: 'POST', body })).json()) as { files: readonly { id: string }[] }
  return idOf(files)
}
/** Half a megabyte: on a line of 1 Mbit/s four seconds, which is the most that a cut loses. */
const pieceSize = 512 * 1024
/** A large file goes in pieces and, after a cut, on from what the server has. */
const uploadInPieces = async (path: string, key: string, name: string, blob: Blob): Promise<string> => {
  const address = `${path}/parts/${encodeURIComponent(key)}`
  let { received } = await get<{ received: number }>(address)
  while (received < blob.size) {
    const body = blob.slice(received, received + pieceSize)
    const headers = { 'content-type': 'application/octet-stream' }
    const response = await send(`${address}?at=${received}`, { method: 'POST', headers, body })
    ;({ received } = (await response.json()) as { received: number })
  }
  const { files } = await post<{ files: readonly { id: string }[] }>(`${address}/end`, { name, size: blob.size })
  return idOf(files)
}
/** Each id is on the disk before the next file begins. */
const uploadAll = async (entry: Entry): Promise<readonly Attachment[]> => {
  for (const file of await filesOf(entry.clientKey)) {
    if (file.fileId) continue
    const path = isPublic(entry) ? '/public/files' : '/files'
    const blob = blobOf(file)
    const id =
      blob.size > 2 * pieceSize ? await uploadInPieces(path, file.id, file.name, blob) : await uploadOne(path, file.name, blob)
    await keepFileId(file.id, id)
  }
  return filesOf(entry.clientKey)
}

interface Progress {
  readonly isFinal: boolean
  readonly satisfaction: string | null
}
/** A rating or reopening that arrived although its answer did not shows in the progress. */
const sendReceiptAct = async (
  kind: 'rate' | 'reopen',
  receipt: string,
  values: Values,
  isRepeated: boolean,
): Promise<Outcome> => {
  if (isRepeated) {
    const now = await get<Progress>(`/public/reports/${receipt}`)
    if (kind === 'rate' ? now.satisfaction === values.satisfaction : !now.isFinal) return { kind: 'done', result: null }
  }
  await post(`/public/reports/${receipt}/${kind}`, values)
  return { kind: 'done', result: null }
}
const sendAct = async (work: Act, personId: string | null, files: readonly Attachment[]): Promise<Outcome> => {
  try {
    const { id, number, version } = await post<{ id: string; number: string; version: number }>(
      `/subjects/${work.procedure}/${work.id}/${work.action}`,
      { values: withFiles(work.values, files), version: work.version },
    )
    return { kind: 'done', result: { id, number }, version }
  } catch (error) {
    if (!(error instanceof CallError) || error.status !== 409) throw error
    const page = await getSubject(work.procedure, work.id)
    if (isAlreadyDone(page, work, personId, files)) return { kind: 'done', result: { id: work.id, number: work.number } }
    // The subject is as it was read, so it is the action itself that is refused.
    if (page.subject.version === work.version) throw error
    return { kind: 'conflict', conflict: conflictOf(page, work) }
  }
}
const sendRecord = async (
  work: Extract<Entry['work'], { kind: 'record' }>,
  entry: Entry,
  files: readonly Attachment[],
): Promise<Outcome> => {
  const values =
    work.definition === 'intake.patrol' ? { ...work.values, cells: await coveredCells(work.values.track) } : work.values
  const row = await post<{ id: string }>(`/rows/${work.definition}`, {
    values: withFiles(values, files),
    place: work.place ?? undefined,
    at: work.at,
    id: entry.clientKey,
  })
  return { kind: 'done', result: { id: row.id } }
}
/** Throws what the server or the network says; the pump judges it. */
export const sendEntry = async (entry: Entry): Promise<Outcome> => {
  const files = await uploadAll(entry)
  const { work, clientKey } = entry
  const values = withFiles(work.values, files)
  switch (work.kind) {
    case 'snap': {
      const made = await post<{ number: string; receipt: string; nearby?: number }>('/public/reports', { ...values, clientKey })
      return { kind: 'done', result: { number: made.number, receipt: made.receipt }, nearby: made.nearby ?? 0 }
    }
    case 'report': {
      const { id, number, receipt } = await post<{ id: string; number: string; receipt: string }>('/cases', {
        ...values,
        clientKey,
      })
      return { kind: 'done', result: { id, number, receipt } }
    }
    case 'open': {
      const { id, number, receipt } = await openSubject(work.procedure, {
        action: work.action,
        values,
        ...(work.place ?? {}),
        clientKey,
      })
      return { kind: 'done', result: { id, number, receipt } }
    }
    case 'rate':
    case 'reopen':
      return sendReceiptAct(work.kind, work.receipt, work.values, entry.attempts > 1)
    case 'act':
      return sendAct(work, entry.personId, files)
    case 'record':
      return sendRecord(work, entry, files)
  }
}
