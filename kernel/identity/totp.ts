/** The second factor: time-based one-time codes (RFC 6238, 6 digits, 30 s), each usable once. */
import { Secret, TOTP } from 'otpauth'

const period = 30
const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'CityLoop', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32
/** What the authenticator app reads from a QR code. */
export const totpUri = (secret: string, login: string): string => totpOf(secret, login).toString()
export const totpCode = (secret: string, at: Date): string => totpOf(secret).generate({ timestamp: at.getTime() })

/**
 * The time step of a right code (one step of clock drift either way), or undefined. A step at or before `lastStep` has been
 * used: a code seen over somebody's shoulder opens nothing.
 */
export const matchTotp = (secret: string, code: string, at: Date, lastStep: number | null): number | undefined => {
  const delta = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(at.getTime() / 1000 / period) + delta
  return lastStep !== null && step <= lastStep ? undefined : step
}
