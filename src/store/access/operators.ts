import type { Kysely, Transaction } from 'kysely'
import { nameKeyOf, type Operator } from '../../access/operator.ts'
import type { OperatorStore } from '../../access/ports.ts'
import type { Role, Sites } from '../../access/principal.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { fromMicros, toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { OperatorTable } from './tables.ts'

export function createOperatorStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: Pick<StoreDialect, 'lockRows'>,
): OperatorStore {
  /** Whether somebody is the only admin, with all admins held until the transaction ends. */
  async function isLastAdmin(trx: Transaction<Tables>, id: string): Promise<boolean> {
    const admins = await dialect
      .lockRows(trx.selectFrom('operator').select('id').where('role', '=', 'admin').orderBy('id'))
      .execute()
    return admins.length === 1 && admins[0]?.id === id
  }

  return {
    async add(operator, passwordHash) {
      return inTransaction(async (trx) => {
        if (await isTaken(trx, operator.name)) return false
        await insertOperator(trx, operator, passwordHash)
        return true
      })
    },

    async list() {
      return withSites(db, await db.selectFrom('operator').selectAll().orderBy('id').execute())
    },

    find: (id) => find(db, id),

    async findByName(nameKey) {
      const rows = await db
        .selectFrom('operator')
        .selectAll()
        .where('name_key', '=', nameKey)
        .execute()
      const [operator] = await withSites(db, rows)
      return operator && { operator, passwordHash: rows[0]?.password_hash ?? '' }
    },

    async passwordHash(id) {
      const found = db.selectFrom('operator').select('password_hash').where('id', '=', id)
      return (await found.executeTakeFirst())?.password_hash
    },

    async change(id, { name, role, siteIds }) {
      return inTransaction(async (trx) => {
        // First, as MySQL decides with its first look what it sees later.
        const isLast = await isLastAdmin(trx, id)
        const there = await find(trx, id)
        if (!there) return 'not-there'
        if (role !== undefined && role !== 'admin' && isLast) return 'last-admin'
        if (name !== undefined && (await isTaken(trx, name, id))) return 'name-taken'
        const changed = {
          ...(name !== undefined && { name, name_key: nameKeyOf(name) }),
          ...(role !== undefined && { role }),
          ...(siteIds !== undefined && { all_sites: siteIds === 'all' ? 1 : 0 }),
        }
        if (Object.keys(changed).length > 0) {
          await trx.updateTable('operator').set(changed).where('id', '=', id).execute()
        }
        if (siteIds !== undefined) await setSites(trx, id, siteIds)
        return 'done'
      })
    },

    async setPassword(id, password_hash, keptSession) {
      return inTransaction(async (trx) => {
        if (!(await find(trx, id))) return false
        await trx.updateTable('operator').set({ password_hash }).where('id', '=', id).execute()
        const sessions = trx.deleteFrom('operator_session').where('operator_id', '=', id)
        await (
          keptSession === undefined ? sessions : sessions.where('token_hash', '!=', keptSession)
        ).execute()
        return true
      })
    },

    async remove(id) {
      return inTransaction(async (trx) => {
        if (await isLastAdmin(trx, id)) return 'last-admin'
        const { numDeletedRows } = await trx
          .deleteFrom('operator')
          .where('id', '=', id)
          .executeTakeFirst()
        return numDeletedRows > 0n ? 'done' : 'not-there'
      })
    },
  }
}

/** Keeps an operator, with the key of their name, and their sites. */
export async function insertOperator(
  trx: Transaction<Tables>,
  { id, name, role, siteIds, createdAt }: Operator,
  password_hash: string,
): Promise<void> {
  await trx
    .insertInto('operator')
    .values({
      ...{ id, name, role, password_hash },
      name_key: nameKeyOf(name),
      all_sites: siteIds === 'all' ? 1 : 0,
      created_at_micros: toMicros(createdAt),
    })
    .execute()
  await setSites(trx, id, siteIds)
}

/** The operators of these rows, in their order, with the sites that they reach. */
export async function withSites<Row extends Omit<OperatorTable, 'password_hash' | 'name_key'>>(
  db: Kysely<Tables>,
  rows: readonly Row[],
): Promise<Operator[]> {
  const ids = rows.map(({ id }) => id)
  const sites =
    ids.length === 0
      ? []
      : await db
          .selectFrom('operator_site')
          .selectAll()
          .where('operator_id', 'in', ids)
          .orderBy('site_id')
          .execute()
  return rows.map(({ id, name, role, all_sites, created_at_micros }) => {
    const own = sites.filter(({ operator_id }) => operator_id === id)
    return {
      ...{ id, name },
      // Only this program writes the column, and only from a Role.
      role: role as Role,
      siteIds: all_sites === 1 ? 'all' : own.map(({ site_id }) => site_id),
      createdAt: fromMicros(created_at_micros),
    }
  })
}

async function find(db: Kysely<Tables>, id: string): Promise<Operator | undefined> {
  const rows = await db.selectFrom('operator').selectAll().where('id', '=', id).execute()
  return (await withSites(db, rows))[0]
}

async function isTaken(trx: Transaction<Tables>, name: string, byOther = ''): Promise<boolean> {
  const found = trx
    .selectFrom('operator')
    .select('id')
    .where('name_key', '=', nameKeyOf(name))
    .where('id', '!=', byOther)
  return (await found.executeTakeFirst()) !== undefined
}

async function setSites(trx: Transaction<Tables>, id: string, siteIds: Sites): Promise<void> {
  await trx.deleteFrom('operator_site').where('operator_id', '=', id).execute()
  if (siteIds === 'all' || siteIds.length === 0) return
  const rows = [...new Set(siteIds)].map((site_id) => ({ operator_id: id, site_id }))
  await trx.insertInto('operator_site').values(rows).execute()
}
