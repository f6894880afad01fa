import { createImpostorModel, type FaceEngine } from '../face/index.ts'
import { readCalibration } from './calibration.ts'
import { createClockIn } from './clock-in.ts'
import type { Clock } from './clock.ts'
import { policyFor, type DecisionSettings } from './decision.ts'
import { createEnrolment } from './enrol.ts'
import { createForgetEmployee } from './forget-employee.ts'
import { createGalleryFeed } from './gallery-feed.ts'
import { createGallery } from './gallery.ts'
import type { CorrectionSettings } from './hours/corrections.ts'
import { createHoursServices } from './hours/services.ts'
import type { NewId } from './ids.ts'
import type { Store } from './ports.ts'
import { createVerify } from './verify.ts'

/** What the domain asks of the world. */
export type AttendanceDeps = {
  readonly engine: FaceEngine
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: DecisionSettings & CorrectionSettings & { readonly debounceSeconds: number }
}

export type AttendanceServices = Awaited<ReturnType<typeof createAttendance>>

/**
 * Everything that can be done here, on one engine and one store, with the gallery in memory: loads all
 * templates of the engine's model. Throws StoreError.
 */
export async function createAttendance({ engine, store, clock, newId, settings }: AttendanceDeps) {
  const impostors = createImpostorModel()
  const gallery = createGallery(impostors)
  const feed = createGalleryFeed({ store, gallery, model: engine.model })
  await feed.catchUp()
  const calibration = readCalibration()
  const policy = () =>
    policyFor(calibration, gallery.size, settings, gallery.alikeness(calibration.nearestMean))
  return {
    clockIn: createClockIn({ engine, gallery, policy, store, clock, newId, settings }),
    enrolment: createEnrolment({
      engine,
      gallery,
      impostors,
      calibration,
      policy,
      store,
      feed,
      clock,
      newId,
    }),
    verify: createVerify({ engine, gallery, calibration }),
    identification: { calibration, gallery, policy },
    galleryFeed: feed,
    forgetEmployee: createForgetEmployee({ store, gallery, clock }),
    hours: createHoursServices({ store, clock, newId, settings }),
    store,
  }
}
