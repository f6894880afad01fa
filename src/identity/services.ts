import { recogniserOf, type FaceEngine } from '../face/index.ts'
import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import { readCalibration } from './calibration.ts'
import type { DecisionSettings } from './decision.ts'
import { createEnrolment } from './enrol.ts'
import { createForgetEmployee } from './forget-employee.ts'
import { createIdentify, createPolicies } from './identify.ts'
import { openGallery, type OpenGallery } from './open-gallery.ts'
import type { IdentityStore } from './ports.ts'
import { createVerify } from './verify.ts'

/** What identification asks of the world. */
export type IdentityDeps = {
  readonly engine: FaceEngine
  readonly store: IdentityStore
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: DecisionSettings
  /** The gallery of the engine's model, where it was loaded before; otherwise it is loaded. */
  readonly opened?: OpenGallery
}

export type IdentityServices = Awaited<ReturnType<typeof createIdentity>>

/**
 * Who somebody is, on one engine and one store, with the gallery in memory: loads all templates of the
 * engine's model. Throws StoreError.
 */
export async function createIdentity(deps: IdentityDeps) {
  const { engine, store, clock, newId, settings } = deps
  const recogniser = recogniserOf(engine.model)
  if (!recogniser) throw new TypeError(`No recogniser makes ${engine.model}`)
  const { impostors, gallery, feed } = deps.opened ?? (await openGallery(store, recogniser))
  const calibration = readCalibration(recogniser)
  const policies = createPolicies({ gallery, calibration, settings })
  const { policy } = policies
  const judging = { engine, gallery, impostors, calibration, policy }
  return {
    identification: {
      recogniser,
      calibration,
      gallery,
      ...policies,
      identify: createIdentify(gallery, policies),
    },
    enrolment: createEnrolment({ ...judging, store, feed, clock, newId }),
    verify: createVerify({ engine, gallery, calibration }),
    forgetEmployee: createForgetEmployee({ store, gallery, clock }),
    galleryFeed: feed,
  }
}
