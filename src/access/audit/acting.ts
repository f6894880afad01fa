import { AsyncLocalStorage } from 'node:async_hooks'
import type { Principal } from '../principal.ts'

/**
 * Who acts goes along with the request rather than through every signature: whatever a request leads to, however
 * deep, is entered in the name of whoever sent it, and nobody can forget to pass it on.
 */
const acting = new AsyncLocalStorage<string>()

/** Does work in the name of an actor. */
export const actAs = <Result>(actor: string, work: () => Result): Result => acting.run(actor, work)

/** From here on this process acts in that name, such as a command. */
export const actFromHereOn = (actor: string): void => acting.enterWith(actor)

/** Who acts; the program itself where nobody asked it to. */
export const whoActs = (): string => acting.getStore() ?? 'program'

/**
 * The name in the chain: a kind and an id, both words of the program's own. An employee who acts for themselves has
 * none there: the pseudonym of whom it is about says who, as long as they are not erased.
 */
export function actorOf(principal: Principal): string {
  const { kind } = principal
  return kind === 'anonymous' || kind === 'employee' ? kind : `${kind}:${principal.id}`
}
