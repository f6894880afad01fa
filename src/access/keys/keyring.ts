import type { MasterKey } from './master-key.ts'
import { MasterKeyError } from './master-key-error.ts'
import type { MasterKeySource } from './master-key-file.ts'
import { openWith, SealBrokenError, sealWith } from './sealed.ts'

/** What a secret or a key is, and whose: see sealWith. */
export type About = readonly (string | number)[]

/** The master keys of a running program. It hears of a new one when it meets something that is sealed with it. */
export interface Keyring {
  /** Seals with the key of an id. Throws a MasterKeyError when that is not there. */
  seal(keyId: string, plain: Uint8Array, about: About): Buffer
  /** Throws SealBrokenError when the key is not there, or does not open it. */
  open(keyId: string, sealed: Uint8Array, about: About): Buffer
  has(keyId: string): boolean
}

/** Throws MasterKeyError for a file that cannot be used. */
export function createKeyring(source: Pick<MasterKeySource, 'read' | 'path'>): Keyring {
  let keys = readAll()
  function readAll(): ReadonlyMap<string, MasterKey> {
    return new Map((source.read() ?? []).map((key) => [key.id, key]))
  }
  /** A key that is not known may have been added while this ran: `rotate-key` did that. */
  const find = (id: string): MasterKey | undefined => {
    if (!keys.has(id)) keys = new Map([...keys, ...readAll()])
    return keys.get(id)
  }
  return {
    seal(keyId, plain, about) {
      const key = find(keyId)
      if (!key) throw new MasterKeyError('of-another-installation', source.path)
      return sealWith(key.seal, plain, about)
    },
    open(keyId, sealed, about) {
      const key = find(keyId)
      if (!key) throw new SealBrokenError()
      return openWith(key.seal, sealed, about)
    },
    has: (keyId) => find(keyId) !== undefined,
  }
}
