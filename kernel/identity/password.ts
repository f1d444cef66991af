/** Passwords: argon2id, a policy, and equal work for accounts that do not exist. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { reject } from '../errors.ts'

const lengthLimit = 10
/** Longer ones are refused, so that nobody can buy hashing time with a megabyte. */
export const passwordMax = 200

/** argon2id with the library's parameters (19 MiB, 2 passes), about 0.1 s on one core. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** Letters, digits and signs, ten of them, and not just the login with a tail (GB/T 22239-2019 8.1.4.1: 身份鉴别信息具有复杂度要求). */
export const isStrongPassword = (password: string, login = ''): boolean =>
  password.length >= lengthLimit &&
  password.length <= passwordMax &&
  /\p{L}/u.test(password) &&
  /\d/.test(password) &&
  /[^\p{L}\d]/u.test(password) &&
  (login === '' || password.toLowerCase().replace(login.toLowerCase(), '').length >= 6)
export const checkPassword = (password: string, login?: string): void => {
  if (!isStrongPassword(password, login)) reject('identity.weak-password')
}

let decoy: Promise<string> | undefined
/** Verifies against the person's hash; without one, against a decoy, so that an unknown account takes as long as a wrong password. */
export const verifyPassword = async (passwordHash: string | null | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const isRight = await verify(passwordHash ?? (await decoy), password)
  return isRight && passwordHash != null
}

/** A password to be handed over once and changed at the first sign-in; without characters that look alike. */
export const temporaryPassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ'
  const bytes = randomBytes(12)
  const text = [...bytes.subarray(0, 8)].map((b) => letters[b % letters.length]).join('')
  return `${text}-${String(bytes.readUInt32LE(8) % 10_000).padStart(4, '0')}`
}
