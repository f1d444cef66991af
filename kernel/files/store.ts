/**
 * Content-addressed store: bytes below `fileDir` under their own SHA-256, in folders of two levels. Written aside, synced and
 * renamed, so that a file with its name is whole even after a power cut; the same bytes are kept once.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
export const blobPath = (fileDir: string, sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a sha256: ${sha256}`)
  return join(fileDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Puts bytes at a path for good; a reader never sees half of them. */
const writeWhole = async (fileDir: string, path: string, bytes: Uint8Array): Promise<void> => {
  const draft = join(fileDir, 'draft', randomUUID())
  await mkdir(dirname(draft), { recursive: true })
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    await syncFolder(dirname(path))
  } finally {
    await rm(draft, { force: true })
  }
}

/** Keeps bytes. @returns their SHA-256. */
export const putBlob = async (fileDir: string, bytes: Uint8Array): Promise<string> => {
  const sha256 = sha256Of(bytes)
  const path = blobPath(fileDir, sha256)
  // Bytes that are there already are young again: the sweeper leaves them to the row that is about to name them.
  const now = new Date()
  const isThere = await utimes(path, now, now).then(
    () => true,
    () => false,
  )
  if (!isThere) await writeWhole(fileDir, path, bytes)
  return sha256
}
/** The stored bytes. Throws when they are not there. */
export const readBlob = (fileDir: string, sha256: string): Promise<Buffer> => readFile(blobPath(fileDir, sha256))
export const streamBlob = (
  fileDir: string,
  sha256: string,
  range?: { readonly start: number; readonly end: number },
): ReadStream => createReadStream(blobPath(fileDir, sha256), range)

/** Derived bytes (a thumbnail) beside their source: made at the first request, and may be deleted at any time. */
export const derivedBlob = async (
  fileDir: string,
  sha256: string,
  name: string,
  make: (source: Buffer) => Promise<Buffer>,
): Promise<Buffer> => {
  const path = `${blobPath(fileDir, sha256)}.${name}`
  const known = await readFile(path).catch(() => undefined)
  if (known) return known
  const made = await make(await readBlob(fileDir, sha256))
  await writeWhole(fileDir, path, made)
  return made
}
