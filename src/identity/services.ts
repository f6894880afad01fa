import { createImpostorModel, recogniserOf, type FaceEngine } from '../face/index.ts'
import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import { readCalibration } from './calibration.ts'
import type { DecisionSettings } from './decision.ts'
import { createEnrolment } from './enrol.ts'
import { createForgetEmployee } from './forget-employee.ts'
import { createGalleryFeed } from './gallery-feed.ts'
import { createGallery } from './gallery.ts'
import { createIdentify, createPolicies } from './identify.ts'
import type { IdentityStore } from './ports.ts'
import { createVerify } from './verify.ts'

/** What identification asks of the world. */
export type IdentityDeps = {
  readonly engine: FaceEngine
  readonly store: IdentityStore
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: DecisionSettings
}

export type IdentityServices = Awaited<ReturnType<typeof createIdentity>>

/**
 * Who somebody is, on one engine and one store, with the gallery in memory: loads all templates of the
 * engine's model. Throws StoreError.
 */
export async function createIdentity({ engine, store, clock, newId, settings }: IdentityDeps) {
  const recogniser = recogniserOf(engine.model)
  if (!recogniser) throw new TypeError(`No recogniser makes ${engine.model}`)
  const impostors = createImpostorModel(recogniser)
  const gallery = createGallery(impostors)
  const feed = createGalleryFeed({ store, gallery, model: engine.model })
  await feed.catchUp()
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
