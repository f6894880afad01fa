import { recogniserOf, type FaceEngine } from '../face/index.ts'
import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { DecisionSettings } from './decision.ts'
import { createEnrolment } from './enrol.ts'
import { createForgetEmployee } from './forget-employee.ts'
import type { GalleryFeed } from './gallery-feed.ts'
import { openGallery, type OpenGallery } from './open-gallery.ts'
import type { IdentityStore } from './ports.ts'
import { createRecognition, type Recognition } from './recognition.ts'
import { createIdentifyByBoth, shareOfEach, type Identify } from './side-by-side.ts'
import { createCountUnreadable } from './unreadable-templates.ts'
import { createVerify } from './verify.ts'

/** What identification asks of the world. */
export type IdentityDeps = {
  readonly engine: FaceEngine
  readonly store: IdentityStore
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: DecisionSettings
  /** Galleries that were loaded before; others are loaded. */
  readonly opened?: readonly OpenGallery[]
}

export type IdentityServices = Awaited<ReturnType<typeof createIdentity>>

/**
 * Who somebody is, on one engine and one store, with the gallery in memory: loads all templates of the engine's model, and
 * of that before where the engine looks by both. Throws StoreError.
 */
export async function createIdentity(deps: IdentityDeps) {
  const { engine, store, clock, newId, settings } = deps
  const { formerModel } = engine
  const isAlone = formerModel === undefined
  const targetFpir = settings.targetFpir * (isAlone ? 1 : shareOfEach)
  const recognitionOf = async (model: string): Promise<Recognition> => {
    const recogniser = recogniserOf(model)
    if (!recogniser) throw new TypeError(`No recogniser makes ${model}`)
    const there = deps.opened?.find((one) => one.recogniser === recogniser)
    const opened = there ?? (await openGallery(store, recogniser))
    return createRecognition(opened, { ...settings, targetFpir })
  }
  const current = await recognitionOf(engine.model)
  const former = isAlone ? undefined : await recognitionOf(formerModel)
  const all = former ? [current, former] : [current]
  const feed: GalleryFeed = {
    get seen() {
      return current.feed.seen
    },
    async catchUp() {
      for (const each of all) await each.feed.catchUp()
    },
  }
  const both = former && createIdentifyByBoth(current.identify, former.identify)
  const identify: Identify =
    both?.identify ?? (({ embedding }, at) => current.identify(embedding, at))
  const galleries = {
    remove(employeeId: string) {
      for (const { gallery } of all) gallery.remove(employeeId)
    },
  }
  const judging = { ...current, engine, former }
  return {
    identification: { ...current, galleries, identify, former, agreement: both?.agreement },
    enrolment: createEnrolment({ ...judging, store, feed, clock, newId }),
    verify: createVerify({ engine, current, former }),
    forgetEmployee: createForgetEmployee({ store, gallery: galleries, clock }),
    galleryFeed: feed,
    countUnreadable: createCountUnreadable({
      ...{ store, feed },
      ...{ gallery: current.gallery, model: engine.model },
    }),
  }
}
