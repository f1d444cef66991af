/**
 * Secrets that have to be read again (second factors, signing keys of receivers) stand sealed in the database, by AES-256-GCM with a key
 * that is not in it: `CITYLOOP_SECRET` (32 bytes in base64), else a file beside the stored files, made at the first start. A copy of the
 * database alone opens nothing; whoever restores a backup needs the key too.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Vault {
  readonly seal: (secret: string) => string
  /** Throws where the key is another one. What was never sealed is given back as it is. */
  readonly open: (sealed: string) => string
  /**
   * Six digits by which somebody outside answers for a row: made from its id and the key, so nobody knows them who was not told.
   * @param purpose the procedure, so that no code serves two
   */
  readonly code: (purpose: string, id: string) => string
}
const mark = 'sealed1:'
const keyBytes = 32

const keyOf = async (fileDir: string): Promise<Buffer> => {
  const given = process.env.CITYLOOP_SECRET
  const path = join(fileDir, 'vault.key')
  if (!given)
    await writeFile(path, randomBytes(keyBytes).toString('base64'), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
      if (Reflect.get(Object(error), 'code') !== 'EEXIST') throw error
    })
  const key = Buffer.from(given ?? (await readFile(path, 'utf8')), 'base64')
  if (key.length !== keyBytes) throw new Error(`${given ? 'CITYLOOP_SECRET' : path}: 32 bytes in base64 are needed`)
  return key
}
export const createVault = async (fileDir: string): Promise<Vault> => {
  const key = await keyOf(fileDir)
  return {
    seal: (secret) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return mark + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
    },
    open: (sealed) => {
      if (!sealed.startsWith(mark)) return sealed
      const bytes = Buffer.from(sealed.slice(mark.length), 'base64')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    code: (purpose, id) =>
      String(createHmac('sha256', key).update(`${purpose} ${id}`).digest().readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
  }
}
