import type { MasterKeySource } from '../src/access/keys/master-key-file.ts'
import { masterKeyOf } from '../src/access/keys/master-key.ts'

/** Master keys without a file, of secrets that begin with these bytes; the first is in use. */
export function masterKeyInMemory(...firstBytes: readonly number[]): MasterKeySource {
  let secrets = firstBytes.map((byte) => Uint8Array.from({ length: 32 }, (_, i) => byte + i))
  let next = 100
  const keys = () => secrets.map(masterKeyOf)
  return {
    path: 'in memory',
    read: () => (secrets.length === 0 ? undefined : keys()),
    make() {
      secrets = [new Uint8Array(32).fill(next++)]
      return keys()
    },
    add() {
      secrets = [new Uint8Array(32).fill(next++), ...secrets]
      return keys()
    },
    keepOnly(id) {
      secrets = secrets.filter((secret) => masterKeyOf(secret).id === id)
    },
  }
}

/** The key of the databases that tests make. */
export const testMasterKey = masterKeyInMemory(1)
