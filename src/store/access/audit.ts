import { randomBytes } from 'node:crypto'
import type { Insertable, Kysely, Transaction } from 'kysely'
import { whoActs } from '../../access/audit/acting.ts'
import { anchorLine } from '../../access/audit/anchor.ts'
import { emptyHead, hashOf, headBytes } from '../../access/audit/chain.ts'
import type { Audit, AuditEntry, ChainedEntry, ChainHead } from '../../access/audit/entry.ts'
import { recordDigestOf } from '../../access/audit/record-digest.ts'
import { createSigner, newSigningKey, type Signer } from '../../access/audit/signer.ts'
import { giveWay } from '../../ports/give-way.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { AuditEntryTable } from './audit-tables.ts'
import { openSecret, putSecret } from './secrets.ts'
import type { Vault } from './vault.ts'

/** Writes entries into the chain, in the transactions of what they speak of. */
export interface Auditor {
  readonly signer: Signer
  /**
   * Adds entries, and gives the head with them. To be done last in a transaction: whoever else adds one waits from
   * here until that has committed.
   */
  append(trx: Transaction<Tables>, ...entries: readonly AuditEntry[]): Promise<ChainHead>
}

const entriesAtOnce = 5000
/** Rows of one insertion: seven values each, of which PostgreSQL takes 65,535 and SQLite 32,766. */
const rowsAtOnce = 1000
const pseudonymBytes = 16
const signingKeyName = 'audit-signing'

/** The auditor of a database whose tables are there; the first time the key for signing is made. */
export async function openAuditor(
  inTransaction: InTransaction,
  dialect: StoreDialect,
  vault: Vault,
): Promise<Auditor> {
  const signer = await inTransaction(async (trx) => {
    const signer = createSigner(await signingKey(trx, vault))
    const there = await trx.selectFrom('audit_head').select('id').executeTakeFirst()
    if (!there) {
      const signature = signer.sign(headBytes(emptyHead))
      await trx
        .insertInto('audit_head')
        .values({ id: 1, ...emptyHead, signature })
        .execute()
    }
    return signer
  })
  return {
    signer,
    async append(trx, ...entries) {
      const subjects: (string | null)[] = []
      for (const { employeeId } of entries)
        subjects.push(employeeId === undefined ? null : await pseudonymOf(trx, employeeId))
      let head: ChainHead = await dialect
        .lockRows(trx.selectFrom('audit_head').select(['number', 'hash']))
        .executeTakeFirstOrThrow()
      const [at_micros, actor] = [Date.now() * 1000, whoActs()]
      const rows: Insertable<AuditEntryTable>[] = []
      for (const [i, { action, detail = {} }] of entries.entries()) {
        // An import has as many as its file has rows.
        await giveWay()
        const [number, subject] = [head.number + 1, subjects[i] ?? null]
        const told = JSON.stringify(detail)
        const entry = { number, atMicros: at_micros, actor, action, subject, detail: told }
        head = { number, hash: hashOf(head.hash, entry) }
        rows.push({ ...head, at_micros, actor, action, subject, detail: Buffer.from(told) })
      }
      for (let i = 0; i < rows.length; i += rowsAtOnce)
        await trx
          .insertInto('audit_entry')
          .values(rows.slice(i, i + rowsAtOnce))
          .execute()
      const signature = signer.sign(headBytes(head))
      await trx
        .updateTable('audit_head')
        .set({ ...head, signature })
        .execute()
      return head
    },
  }
}

async function signingKey(trx: Transaction<Tables>, { keyring }: Vault): Promise<Buffer> {
  const kept = await openSecret(trx, keyring, signingKeyName)
  if (kept) return kept
  const { key_id } = await trx.selectFrom('master_key').select('key_id').executeTakeFirstOrThrow()
  const made = newSigningKey()
  await putSecret(trx, keyring, key_id, signingKeyName, made)
  return made
}

/** Drawn the first time that the chain speaks of somebody. */
async function pseudonymOf(trx: Transaction<Tables>, employeeId: string): Promise<string> {
  const row = await trx
    .selectFrom('audit_subject')
    .select('pseudonym')
    .where('employee_id', '=', employeeId)
    .executeTakeFirst()
  if (row) return row.pseudonym
  const pseudonym = randomBytes(pseudonymBytes).toString('hex')
  await trx.insertInto('audit_subject').values({ employee_id: employeeId, pseudonym }).execute()
  return pseudonym
}

export function createAuditStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  { signer, append }: Auditor,
): Audit {
  const head = () =>
    db.selectFrom('audit_head').select(['number', 'hash', 'signature']).executeTakeFirstOrThrow()
  return {
    append: (entry) => inTransaction(async (trx) => void (await append(trx, entry))),
    head,
    publicKey: async () => signer.publicKey,

    async page(after) {
      const rows = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('number', '>', after)
        .orderBy('number')
        .limit(entriesAtOnce)
        .execute()
      return rows.map(toEntry)
    },

    async find(number) {
      const row = await db
        .selectFrom('audit_entry')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirst()
      return row && toEntry(row)
    },

    async anchor(kind, at) {
      const { number, hash } = await head()
      return anchorLine({ kind, at, number, hash }, signer)
    },

    async recordDigest(recordId) {
      const row = await db
        .selectFrom('attendance_record')
        .select(['id', 'employee_id', 'kind', 'at_micros', 'duplicate_of', 'site_id'])
        .where('id', '=', recordId)
        .executeTakeFirst()
      return (
        row &&
        recordDigestOf({
          ...{ id: row.id, employeeId: row.employee_id, kind: row.kind, atMicros: row.at_micros },
          ...{ duplicateOf: row.duplicate_of, siteId: row.site_id },
        })
      )
    },
  }
}

const decoder = new TextDecoder()

const toEntry = (row: AuditEntryTable): ChainedEntry => ({
  number: row.number,
  atMicros: row.at_micros,
  actor: row.actor,
  action: row.action,
  subject: row.subject,
  detail: decoder.decode(row.detail),
  hash: row.hash,
})
