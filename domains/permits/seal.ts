/**
 * The seal of electronic certificates: Ed25519 over what the paper says, short enough for a QR code, verified offline with the public
 * key alone. Whether the certificate still stands today is a second question, which only the register answers.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const mark = 'CL1'
export interface Sealed {
  readonly n: string
  readonly i: string
  readonly h: string
  readonly f: string
  readonly t: string
  readonly d: string
  /** Plates and time window, for roadside checks without a network. */
  readonly p?: readonly string[]
  readonly w?: string
}
const known = new Map<string, KeyObject>()
/** The district's key, made on first use and kept beside the files with access for the server alone. */
export const sealKey = (fileDir: string, district: string): KeyObject => {
  const path = join(fileDir, 'keys', `certificate-${district}.pem`)
  const held = known.get(path)
  if (held) return held
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
  mkdirSync(join(fileDir, 'keys'), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = createPrivateKey(readFileSync(path))
  known.set(path, key)
  return key
}
export const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()

export const seal = (key: KeyObject, content: Sealed): string => {
  const body = Buffer.from(JSON.stringify(content)).toString('base64url')
  return `${mark}.${body}.${sign(null, Buffer.from(`${mark}.${body}`), key).toString('base64url')}`
}
/** What a scanned code says if the bureau sealed it, and undefined if a single character was changed. */
export const unseal = (publicKey: string, code: string): Sealed | undefined => {
  const [head, body, signature, ...rest] = code.split('.')
  if (head !== mark || !body || !signature || rest.length > 0) return undefined
  try {
    const fits = verify(null, Buffer.from(`${mark}.${body}`), createPublicKey(publicKey), Buffer.from(signature, 'base64url'))
    return fits ? (JSON.parse(Buffer.from(body, 'base64url').toString()) as Sealed) : undefined
  } catch {
    return undefined
  }
}
