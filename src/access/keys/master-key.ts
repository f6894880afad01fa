import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** The secret that wraps all others. It is kept in a file, never in the database. */
export type MasterKey = {
  /** Recognises the key and tells nothing of it: 16 hexadecimal digits. */
  readonly id: string
  /** What is sealed is sealed with this, not with the secret itself. */
  readonly seal: KeyObject
}

/** 256 bits. */
export const masterKeyBytes = 32

const linePrefix = 'pointeuse-master-key-1:'

/** What a file with master keys says to whoever finds it. */
const heading = `# Master keys of a Pointeuse installation, the one in use first. Without the key nobody can be recognised
# by their face and no backup gives a face back: keep a copy of this file, apart from the database's backups.
`

/** Derived by HKDF-SHA-256 (RFC 5869), so that the id and the key for sealing say nothing of each other. */
export function masterKeyOf(secret: Uint8Array): MasterKey {
  const derive = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), `pointeuse ${purpose}`, length))
  return {
    id: derive('master key id', 8).toString('hex'),
    seal: createSecretKey(derive('seal', masterKeyBytes)),
  }
}

/** The text of a file for these secrets. */
export const masterKeyText = (secrets: readonly Uint8Array[]): string =>
  heading + secrets.map((secret) => `${linePrefix}${base64url(secret)}\n`).join('')

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** The secrets of such a file; undefined when it is none, or one that was cut off. */
export function readMasterKeyText(text: string): Uint8Array[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const secrets = lines.map((line) => {
    if (!line.startsWith(linePrefix)) return undefined
    const encoded = line.slice(linePrefix.length).trim()
    const secret = Buffer.from(encoded, 'base64url')
    return secret.length === masterKeyBytes && base64url(secret) === encoded ? secret : undefined
  })
  const whole = secrets.filter((secret) => secret !== undefined)
  return whole.length > 0 && whole.length === lines.length ? whole : undefined
}
