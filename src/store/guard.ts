import { StoreError } from '../ports/store-error.ts'
import type { StoreDialect } from './dialects/dialect.ts'

type Methods<Room> = { [Name in keyof Room]: (...args: never[]) => Promise<unknown> }

/** Stands between the store and those who use it: errors of drivers become StoreErrors, in time. */
export interface Guard {
  /**
   * Does `work` and translates what it throws. After `withinMs` it throws that the database is out of
   * reach; what became of the work is then not known, as after any lost connection.
   */
  call<Result>(work: () => Promise<Result>, withinMs?: number): Promise<Result>
  /** The same for every method of a room of the store. */
  room<Room extends Methods<Room>>(room: Room, withinMs?: number): Room
}

export function createGuard({ name, faultOf }: StoreDialect): Guard {
  const failure = (fault: StoreError['fault'], cause?: unknown) =>
    new StoreError(fault, `The ${name} database is ${fault}.`, { cause })

  const call: Guard['call'] = async (work, withinMs) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      if (withinMs !== undefined) timer = setTimeout(() => reject(failure('unreachable')), withinMs)
    })
    try {
      return await Promise.race([work(), late])
    } catch (error) {
      const fault = error instanceof StoreError ? undefined : faultOf(error)
      throw fault ? failure(fault, error) : error
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    call,
    room<Room extends Methods<Room>>(room: Room, withinMs?: number): Room {
      const methods = Object.entries<(...args: never[]) => Promise<unknown>>(room)
      const guarded = methods.map(([method, work]) => [
        method,
        (...args: never[]) => call(() => work.apply(room, args), withinMs),
      ])
      return Object.fromEntries(guarded) as Room
    },
  }
}
