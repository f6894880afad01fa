import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import {
  aboutEmployeeKey,
  newEmployeeKey,
  wrappedByPerson,
} from '../../access/keys/employee-key.ts'
import { createKeyring, type Keyring } from '../../access/keys/keyring.ts'
import { MasterKeyError } from '../../access/keys/master-key-error.ts'
import type { MasterKeySource } from '../../access/keys/master-key-file.ts'
import { SealBrokenError } from '../../access/keys/sealed.ts'
import {
  openTurned,
  rotationIdBytes,
  rotationOf,
  sealVector,
  turnBackAll,
  type TemplateAbout,
} from '../../access/keys/template-seal.ts'
import {
  createVectorRotation,
  rotationSecretBytes,
  type VectorRotation,
} from '../../access/keys/vector-rotation.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import { openSecret, putSecret } from './secrets.ts'

/** A template's vector as it is kept, with the employee's key where there is one. */
export type SealedTemplate = TemplateAbout & {
  readonly sealed: Uint8Array
  readonly wrappedBy: string | null
  readonly wrapped: Uint8Array | null
}

/** Seals the templates of one database and opens them. Nothing that it opens stays in it. */
export interface Vault {
  readonly keyring: Keyring
  /**
   * The bytes to keep of vectors of one employee, whose key is made when they have none. In a transaction that
   * holds the employee's row; from here on it holds the installation's keys, too.
   */
  seal(
    trx: Transaction<Tables>,
    employeeId: string,
    vectors: readonly (TemplateAbout & { readonly vector: Float32Array })[],
  ): Promise<Uint8Array[]>
  /** The vectors, in their order; undefined for those that cannot be opened here. */
  open(
    db: Kysely<Tables>,
    templates: readonly SealedTemplate[],
  ): Promise<(Float32Array | undefined)[]>
  /** Templates that could not be opened though they should have been. */
  readonly broken: ReadonlySet<string>
}

export const rotationName = (id: string) => `vector-rotation-${id}`

/**
 * The vault of a database whose tables are there. The first time it makes what it needs, the master key included.
 * Throws a MasterKeyError when that is missing, or is not the one that this database knows.
 */
export async function openVault(
  inTransaction: InTransaction,
  dialect: StoreDialect,
  source: MasterKeySource,
): Promise<Vault> {
  const keyId = await inTransaction((trx) => found(trx, source))
  if (source.read() === undefined) throw new MasterKeyError('missing', source.path)
  const keyring = createKeyring(source)
  if (!keyring.has(keyId)) throw new MasterKeyError('of-another-installation', source.path)
  const rotations = new Map<string, VectorRotation>()
  const broken = new Set<string>()

  /** Another process may have made it since, as with `rotate-key` or a restore. */
  async function rotationOfId(within: Kysely<Tables>, id: string) {
    const known = rotations.get(id)
    if (known) return known
    const secret = await openSecret(within, keyring, rotationName(id))
    if (!secret) return undefined
    const rotation = createVectorRotation(secret)
    rotations.set(id, rotation)
    return rotation
  }

  async function employeeKey(trx: Transaction<Tables>, employeeId: string, keyId: string) {
    const row = await trx
      .selectFrom('employee_key')
      .selectAll()
      .where('employee_id', '=', employeeId)
      .executeTakeFirst()
    const about = aboutEmployeeKey(employeeId)
    if (row) {
      const key = keyring.open(row.wrapped_by, row.wrapped, about)
      row.wrapped.fill(0)
      return key
    }
    const made = newEmployeeKey()
    const wrapped = keyring.seal(keyId, made, about)
    await trx
      .insertInto('employee_key')
      .values({ employee_id: employeeId, wrapped_by: keyId, wrapped })
      .execute()
    wrapped.fill(0)
    return made
  }

  return {
    keyring,
    broken,

    async seal(trx, employeeId, vectors) {
      // Locked, so that nothing is sealed with what `rotate-key` is about to drop.
      const { key_id, rotation_id } = await dialect
        .lockRows(trx.selectFrom('master_key').select(['key_id', 'rotation_id']))
        .executeTakeFirstOrThrow()
      const rotation = await rotationOfId(trx, rotation_id)
      if (!rotation) throw new SealBrokenError()
      const key = await employeeKey(trx, employeeId, key_id)
      const turned = { id: rotation_id, turn: rotation.turn }
      const sealed = vectors.map(({ vector, ...about }) => sealVector(key, turned, about, vector))
      key.fill(0)
      return sealed
    },

    async open(within, templates) {
      for (const id of new Set(templates.map(({ sealed }) => rotationOf(sealed))))
        await rotationOfId(within, id)
      const keys = new Map<string, KeyObject | undefined>()
      const turned = templates.map((template) => {
        if (template.wrappedBy === wrappedByPerson) return undefined
        if (!keys.has(template.employeeId))
          keys.set(template.employeeId, unwrapped(keyring, template))
        const key = keys.get(template.employeeId)
        const { sealed, ...about } = template
        const vector = key && opened(() => openTurned(key, about, sealed))
        return vector && { rotation: rotationOf(sealed), vector }
      })
      const vectors = turnBackAll(rotations, turned)
      for (const [i, { id, wrappedBy }] of templates.entries())
        if (!vectors[i] && wrappedBy !== wrappedByPerson) broken.add(id)
      return vectors
    },
  }
}

/** As a KeyObject, with which node:crypto opens in a third of the time that it takes with bytes. */
function unwrapped(
  keyring: Keyring,
  { wrappedBy, wrapped, employeeId }: SealedTemplate,
): KeyObject | undefined {
  if (wrappedBy === null || wrapped === null) return undefined
  const bytes = opened(() => keyring.open(wrappedBy, wrapped, aboutEmployeeKey(employeeId)))
  const key = bytes && createSecretKey(bytes)
  bytes?.fill(0)
  return key
}

/** What was changed or moved is left out: one such row must not keep everybody else from clocking in. */
function opened<Result>(open: () => Result): Result | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBrokenError) return undefined
    throw error
  }
}

/** The id of the master key in use; in a database that has none yet, the first is made. */
async function found(trx: Transaction<Tables>, source: MasterKeySource): Promise<string> {
  const row = await trx.selectFrom('master_key').select('key_id').executeTakeFirst()
  if (row) return row.key_id
  const [key] = source.read() ?? source.make()
  if (!key) throw new MasterKeyError('missing', source.path)
  const rotationId = randomBytes(rotationIdBytes).toString('hex')
  await trx
    .insertInto('master_key')
    .values({
      id: 1,
      key_id: key.id,
      rotation_id: rotationId,
      copied_at_micros: null,
      is_sealed: 0,
    })
    .execute()
  const keyring = createKeyring(source)
  await putSecret(trx, keyring, key.id, rotationName(rotationId), randomBytes(rotationSecretBytes))
  return key.id
}
