import type { Principal } from '../../access/principal.ts'
import type { Account } from '../../attendance/corrections.ts'

/** The account under which somebody asks or decides. Throws for whoever has none: no rule lets them come here. */
export function accountOf(principal: Principal): Account {
  switch (principal.kind) {
    case 'operator':
    case 'api-key':
      return { byId: principal.id, by: principal.name }
    case 'kiosk':
    case 'employee':
    case 'anonymous':
      throw new Error(`A caller of the kind ${principal.kind} has no account`)
  }
}
