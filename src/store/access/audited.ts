import type { Kysely } from 'kysely'
import type { AuditEntry } from '../../access/audit/entry.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { Auditor } from './audit.ts'

type Methods = Record<never, never>

/** What is entered for a call, by what it was given and what it came to; nothing when it changed nothing. */
type Tell<Args, Result> = (
  args: Args,
  result: Result,
) => AuditEntry | readonly AuditEntry[] | undefined

/** A call that names something of an employee: whose it is has to be asked before it may be gone. */
type TellOfOwner<Room, Args, Result> = {
  readonly ownerIn: (room: Room, args: Args) => Promise<string | undefined>
  readonly tell: Tell<Args, Result>
}

/** What is entered for a call of each method that changes something. */
export type Told<Room extends Methods> = {
  readonly [Name in keyof Room]?: Room[Name] extends (...args: infer Args) => Promise<infer Result>
    ? Tell<Args, Result> | TellOfOwner<Room, Args, Result>
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
    type Any = Tell<unknown[], unknown> | TellOfOwner<unknown, unknown[], unknown>
    const audited = Object.entries(told as Record<string, Any>).map(([name, any]) => [
      name,
      (...args: unknown[]) =>
        inTransaction(async (trx) => {
          const room = make(trx, (work) => work(trx)) as unknown as Record<string, Method>
          const { tell, ownerIn } = typeof any === 'function' ? { tell: any, ownerIn: null } : any
          const employeeId = await ownerIn?.(room, args)
          const result = await (room[name] as Method)(...args)
          const entries = [tell(args, result) ?? []].flat() as readonly AuditEntry[]
          if (entries.length > 0)
            await append(
              trx,
              ...entries.map((entry) =>
                employeeId === undefined ? entry : { ...entry, employeeId },
              ),
            )
          return result
        }),
    ])
    return { ...make(db, inTransaction), ...Object.fromEntries(audited) }
  }
