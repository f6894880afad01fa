import type { Principal } from '../../access/principal.ts'

/** Who did something, as it is written down beside what they did. */
export function actorOf(principal: Principal): string {
  switch (principal.kind) {
    case 'operator':
      return principal.name
    case 'api-key':
    case 'kiosk':
    case 'employee':
      return `${principal.kind} ${principal.id}`
    case 'anonymous':
      return 'anonymous'
  }
}
