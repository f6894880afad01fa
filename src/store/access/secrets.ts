import type { Kysely, Transaction } from 'kysely'
import type { Keyring } from '../../access/keys/keyring.ts'
import type { SecretStore } from '../../access/keys/ports.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'

export function createSecretStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
  keyring: Keyring,
): SecretStore {
  return {
    put: (name, secret) =>
      inTransaction(async (trx) => {
        const { key_id } = await dialect
          .lockRows(trx.selectFrom('master_key').select('key_id'))
          .executeTakeFirstOrThrow()
        await putSecret(trx, keyring, key_id, name, secret)
      }),
    get: (name) => openSecret(db, keyring, name),
    async drop(name) {
      await db.deleteFrom('secret').where('name', '=', name).execute()
    },
  }
}

const about = (name: string) => ['secret', name] as const

/** Instead of the one that had the name. */
export async function putSecret(
  trx: Transaction<Tables>,
  keyring: Keyring,
  keyId: string,
  name: string,
  secret: Uint8Array,
): Promise<void> {
  const sealed = keyring.seal(keyId, secret, about(name))
  await trx.deleteFrom('secret').where('name', '=', name).execute()
  await trx.insertInto('secret').values({ name, wrapped_by: keyId, sealed }).execute()
}

/** Undefined: there is none. Throws SealBrokenError. */
export async function openSecret(
  db: Kysely<Tables>,
  keyring: Keyring,
  name: string,
): Promise<Buffer | undefined> {
  const row = await db.selectFrom('secret').selectAll().where('name', '=', name).executeTakeFirst()
  return row && keyring.open(row.wrapped_by, row.sealed, about(name))
}
