import type { Audit } from './audit/entry.ts'
import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { RandomBytes } from '../ports/random.ts'
import { createBadges } from './credentials/badges.ts'
import { createPins } from './credentials/pins.ts'
import type { BadgeStore, PinStore, SiteModeStore } from './credentials/ports.ts'
import { createKiosks } from './kiosks/kiosks.ts'
import type { KioskStore } from './kiosks/ports.ts'
import { createPasswordHashes } from './password-hash.ts'

/** What clocking in without an office asks of a database. */
export interface DoorStore {
  readonly kiosks: KioskStore
  readonly pins: PinStore
  readonly badges: BadgeStore
  readonly siteModes: SiteModeStore
  readonly audit: Pick<Audit, 'append'>
}

export type DoorDeps = {
  readonly store: DoorStore
  readonly clock: Clock
  readonly newId: NewId
  readonly random: RandomBytes
  /** An employee's number as it is kept; undefined when it cannot be one. */
  readonly parseNumber: (typed: string) => string | undefined
}

export type DoorServices = ReturnType<typeof createDoor>

/** Who may clock in, and by what: kiosks, PINs, badges, and how it is done at a site. */
export function createDoor({ store, ...world }: DoorDeps) {
  const hashes = createPasswordHashes(world.random)
  return {
    kiosks: createKiosks({ store: store.kiosks, ...world }),
    pins: createPins({ store: store.pins, audit: store.audit, hashes, ...world }),
    badges: createBadges({ store: store.badges, ...world }),
    siteModes: store.siteModes,
  }
}
