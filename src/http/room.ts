import type { Admission } from './admission.ts'
import type { BareApp } from './bare-app.ts'
import type { Readiness, Services } from './services.ts'

/** What a file of routes is given. */
export type Room = {
  readonly readiness: () => Promise<Readiness>
  /** Throws the problem `not-ready` as long as there are none. */
  readonly services: () => Services
  readonly app: BareApp
  readonly admission: Admission
}
