import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { wrappedByPerson } from '../../access/keys/employee-key.ts'
import type { MasterKeySource } from '../../access/keys/master-key-file.ts'
import { MasterKeyError } from '../../access/keys/master-key-error.ts'
import { rotationIdBytes, rotationOf } from '../../access/keys/template-seal.ts'
import { rotationSecretBytes } from '../../access/keys/vector-rotation.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { resealRows } from './reseal.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import { openSecret, putSecret } from './secrets.ts'
import { rotationName, type Vault } from './vault.ts'

/** Employees whose templates are sealed anew in one transaction: a clock-in waits for no longer than that. */
const employeesAtOnce = 25

export type RotationDeps = {
  readonly db: Kysely<Tables>
  readonly inTransaction: InTransaction
  readonly dialect: StoreDialect
  readonly vault: Vault
  readonly source: MasterKeySource
}

/**
 * Puts everything under a new master key, beside a running program: new keys for all employees, a new rotation, all
 * templates sealed anew, all secrets wrapped anew; then the old key is dropped from its file and opens nothing in
 * the database. Cut off at any point it is gone on with by the next call. `onDone` hears of each some employees.
 */
export async function rotateKeys(
  deps: RotationDeps,
  onDone: (done: number, total: number) => void,
): Promise<void> {
  const { db, inTransaction, dialect, vault, source } = deps
  const keyId = await begin(deps)
  const counted = await db
    .selectFrom('employee_key')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const total = Number(counted.count)
  for (let ids = await left(db, keyId); ids.length > 0; ids = await left(db, keyId)) {
    await inTransaction(async (trx) => {
      const employees = trx.selectFrom('employee').select('id').where('id', 'in', ids).orderBy('id')
      await dialect.lockRows(employees).execute()
      for (const id of ids) await resealRows(trx, vault, id)
    })
    onDone(total - (await countLeft(db, keyId)), total)
  }
  await rewrapSecrets(db, inTransaction, vault, keyId)
  await dialect.scrub(db)
  source.keepOnly(keyId)
}

/** The new key, in the file before the database knows of it; that of a call that was cut off, if there was one. */
async function begin({
  db,
  inTransaction,
  dialect,
  vault: { keyring },
  source,
}: RotationDeps): Promise<string> {
  const there = source.read() ?? []
  const row = await db.selectFrom('master_key').select('key_id').executeTakeFirstOrThrow()
  const [first] = there.length > 1 ? there : source.add()
  if (!first) throw new MasterKeyError('missing', source.path)
  // The database knows of the new key already, but not all is under it yet.
  if (row.key_id === first.id) return first.id
  await inTransaction(async (trx) => {
    await dialect.lockRows(trx.selectFrom('master_key').select('key_id')).execute()
    const rotationId = randomBytes(rotationIdBytes).toString('hex')
    const secret = randomBytes(rotationSecretBytes)
    await putSecret(trx, keyring, first.id, rotationName(rotationId), secret)
    await trx
      .updateTable('master_key')
      .set({ key_id: first.id, rotation_id: rotationId, copied_at_micros: null })
      .execute()
  })
  return first.id
}

const underOthers = (db: Kysely<Tables>, keyId: string) =>
  db.selectFrom('employee_key').where('wrapped_by', 'not in', [keyId, wrappedByPerson])

async function left(db: Kysely<Tables>, keyId: string): Promise<string[]> {
  const rows = await underOthers(db, keyId)
    .select('employee_id')
    .orderBy('employee_id')
    .limit(employeesAtOnce)
    .execute()
  return rows.map((row) => row.employee_id)
}

async function countLeft(db: Kysely<Tables>, keyId: string): Promise<number> {
  const { count } = await underOthers(db, keyId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** All secrets under the new key; of the rotations those that templates still need. */
async function rewrapSecrets(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  { keyring }: Vault,
  keyId: string,
): Promise<void> {
  const needed = await rotationsInUse(db)
  const rows = await db.selectFrom('secret').select('name').execute()
  for (const { name } of rows) {
    await inTransaction(async (trx) => {
      if (name.startsWith(rotationName('')) && !needed.has(name)) {
        await trx.deleteFrom('secret').where('name', '=', name).execute()
        return
      }
      const secret = await openSecret(trx, keyring, name)
      if (secret) await putSecret(trx, keyring, keyId, name, secret)
    })
  }
}

async function rotationsInUse(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const { rotation_id } = await db
    .selectFrom('master_key')
    .select('rotation_id')
    .executeTakeFirstOrThrow()
  const inUse = new Set([rotationName(rotation_id)])
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('face_template')
      .select(['id', 'vector'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(5000)
      .execute()
    for (const { vector } of rows) inUse.add(rotationName(rotationOf(vector)))
    const last = rows.at(-1)
    if (!last) return inUse
    after = last.id
  }
}
