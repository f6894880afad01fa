import { Secret, TOTP } from 'otpauth'

/** Bytes of a secret: as many as SHA-1 gives (RFC 4226, 4: 160 bits recommended). */
export const totpSecretBytes = 20
/** How long a code is shown, in seconds, and how many digits it has: what every app takes (RFC 6238). */
const periodSeconds = 30
const digits = 6
/** Codes before and after the one of now that are taken: clocks of telephones differ (RFC 6238, 5.2). */
const tolerance = 1

const totpOf = (secret: Uint8Array, label = '') =>
  new TOTP({
    ...{ issuer: 'Pointeuse', label, period: periodSeconds, digits, algorithm: 'SHA1' },
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  })

/** What an app is given: to be shown as a QR code, and typed where there is no camera. */
export type TotpOffer = { readonly secret: string; readonly uri: string }

/** The words for an app in which somebody keeps a secret under their name. */
export function offerOf(secret: Uint8Array, name: string): TotpOffer {
  const totp = totpOf(secret, name)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/**
 * The step of a code, counted from 1970 in half minutes; undefined when it is none of now, the one before or the one
 * after. Whoever asks keeps the step, so that no code counts twice.
 */
export function stepOf(secret: Uint8Array, code: string, epochMs: number): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totpOf(secret).validate({ token, timestamp: epochMs, window: tolerance })
  return delta === null ? undefined : Math.floor(epochMs / 1000 / periodSeconds) + delta
}

/** The code of a moment, as an app shows it; for tests. */
export const codeAt = (secret: Uint8Array, epochMs: number): string =>
  totpOf(secret).generate({ timestamp: epochMs })
