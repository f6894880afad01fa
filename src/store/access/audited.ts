import type { Kysely } from 'kysely'
import type { AuditEntry } from '../../access/audit/entry.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { Auditor } from './audit.ts'

type Methods = Record<never, never>

/** What is entered for a call of each method that changes something; undefined when it changed nothing. */
export type Told<Room extends Methods> = {
  readonly [Name in keyof Room]?: Room[Name] extends (...args: infer Args) => Promise<infer Result>
    ? (args: Args, result: Result) => AuditEntry | undefined
    : never
}

/** A room of the store whose changes are entered in the chain: change and entry in one transaction, or neither. */
export type Audited = <Room extends Methods>(
  make: (db: Kysely<Tables>, inTransaction: InTransaction) => Room,
  told: Told<Room>,
) => Room

/**
 * Each method that `told` names is done by a room made anew on the transaction, so that no room needs to know of the
 * chain, and none can forget it.
 */
export const createAudited =
  (db: Kysely<Tables>, inTransaction: InTransaction, { append }: Auditor): Audited =>
  (make, told) => {
    type Method = (...args: unknown[]) => Promise<unknown>
    type Tell = (args: unknown[], result: unknown) => AuditEntry | undefined
    const audited = Object.entries(told as Record<string, Tell>).map(([name, tell]) => [
      name,
      (...args: unknown[]) =>
        inTransaction(async (trx) => {
          const room = make(trx, (work) => work(trx)) as unknown as Record<string, Method>
          const result = await (room[name] as Method)(...args)
          const entry = tell(args, result)
          if (entry) await append(trx, entry)
          return result
        }),
    ])
    return { ...make(db, inTransaction), ...Object.fromEntries(audited) }
  }
