import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { createSystemClock } from '../src/system/clock.ts'
import { Temporal } from 'temporal-polyfill'
import type { Consent } from '../src/identity/consent.ts'
import {
  createEnrolment,
  maxTemplates,
  type Enrolled,
  type Enrolment,
} from '../src/identity/enrol.ts'
import { createGalleryFeed } from '../src/identity/gallery-feed.ts'
import { createGallery } from '../src/identity/gallery.ts'
import { createIds } from '../src/system/ids.ts'
import type { Embedding, FaceEngine, ImpostorModel } from '../src/face/index.ts'
import { createStore } from '../src/store/store.ts'
import { testMasterKey } from './master-key.ts'

const model = 'm'
const impostors: ImpostorModel = {
  model,
  expect: () => ({ mean: 0, deviation: 1 }),
  sameShot: 0.95,
  isSameForAll: false,
}
const calibration = {
  model,
  nearestMean: 0,
  table: [
    { fmr: 1e-1, score: 0.05, measured: true },
    { fmr: 1e-6, score: 0.25, measured: true },
  ],
  data: { description: '', photos: 0, people: 0, impostorComparisons: 0 },
}
const policy = () => ({ threshold: 0.5 })

/** A photo of somebody: what the engine would find in it, so that any number of photos costs nothing. */
type Shot = { degrees: number; quality?: number; yaw?: number }
const photo = (shot: Shot) => Buffer.from(JSON.stringify(shot))

const engine: FaceEngine = {
  model,
  look(bytes) {
    const { degrees, quality = 60, yaw = 0 } = JSON.parse(Buffer.from(bytes).toString()) as Shot
    const angle = (degrees / 180) * Math.PI
    return Promise.resolve({
      readable: true,
      width: 640,
      height: 480,
      faces: [
        {
          box: { x: 0, y: 0, width: 200, height: 200 },
          confidence: 1,
          landmarks: [],
          pose: { yaw, pitch: 0, roll: 0 },
          quality: {
            interEyeDistancePx: 120,
            sharpness: 0.25,
            luminanceMean: 0.5,
            contrast: 0.2,
            underExposed: 0,
            overExposed: 0,
            insidePhoto: 1,
            eyeOpenness: 0.3,
            presence: 1,
            mouthStraying: 0.02,
            noseStraying: 0.02,
            eyesStraying: 0.02,
          },
          embedding: { model, vector: Float32Array.of(Math.cos(angle), Math.sin(angle)) },
          unifiedQuality: quality,
        },
      ],
    })
  },
  close: () => Promise.resolve(),
}

const consent: Consent = {
  notice: { version: 1, language: 'fr', hash: 'a'.repeat(64) },
  form: { how: 'on-paper', keptAt: 'Cabinet 2' },
  by: 'Ada Admin',
  at: Temporal.Instant.from('2026-03-02T08:00:00Z'),
}

async function open(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-enrolment-'))
  const store = await createStore(`sqlite:${join(directory, 'pointeuse.db')}`, testMasterKey)
  t.after(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  const clock = createSystemClock()
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
  const gallery = createGallery(impostors)
  const feed = createGalleryFeed({ store, gallery, model })
  const deps = { engine, gallery, impostors, calibration, policy, store, feed, clock, newId }
  return { store, gallery, enrolment: agreed(createEnrolment(deps)) }
}

/** Everybody here has agreed. */
const agreed = ({ enrol, addPhotos }: Enrolment) => ({
  enrol: (name: string, photos: readonly Uint8Array[]) => enrol(name, photos, { consent }),
  addPhotos: (id: string, photos: readonly Uint8Array[]) =>
    addPhotos(id, photos, { consent: 'standing' }),
})

const outcomes = ({ photos }: Pick<Enrolled, 'photos'>) => photos.map(({ outcome }) => outcome)
/** Shots 11 degrees apart: no two of them are the same shot. */
const shots = (count: number, more: Partial<Shot> = {}) =>
  Array.from({ length: count }, (_, i) => photo({ degrees: 11 * i, ...more }))

describe('enrolling somebody', () => {
  it('says how good each photo is, and from where they show the face', async (t) => {
    const { enrolment } = await open(t)
    const result = await enrolment.enrol('Ana', [
      photo({ degrees: 0, quality: 71.6 }),
      photo({ degrees: 20, quality: 33, yaw: 20 }),
    ])
    assert.equal(result.outcome, 'enrolled')
    assert.deepEqual(result.photos, [
      { index: 0, outcome: 'accepted', quality: 72 },
      { index: 1, outcome: 'accepted', quality: 33 },
    ])
    assert.deepEqual(result.employee.views, [
      { side: 'front', quality: 72 },
      { side: 'left', quality: 33 },
    ])
    assert.equal(result.replaced, 0)
  })

  it('keeps the best of more photos than there is room for', async (t) => {
    const { enrolment, store, gallery } = await open(t)
    const photos = Array.from({ length: 16 }, (_, i) =>
      photo({ degrees: 10 * i, quality: i % 2 === 0 ? 50 : 80 }),
    )
    const result = await enrolment.enrol('Ana', photos)
    assert.equal(result.outcome, 'enrolled')
    assert.equal(result.employee.templates, maxTemplates)
    assert.deepEqual(
      outcomes(result).filter((_, i) => i % 2 === 1),
      Array.from({ length: 8 }, () => 'accepted'),
    )
    assert.equal(outcomes(result).filter((outcome) => outcome === 'redundant').length, 6)
    assert.equal((await store.templates.page(model)).length, maxTemplates)
    assert.equal(gallery.size, maxTemplates)
  })
})

describe('photos of which each is like the one before', () => {
  /** Two shots count as one person up to 82 degrees apart here. */
  const chain = (count: number, step: number, start = 0) =>
    Array.from({ length: count }, (_, i) => photo({ degrees: start + step * i }))

  it('do not lead from one person to another', async (t) => {
    const { enrolment, gallery } = await open(t)
    const result = await enrolment.enrol('Ana', chain(20, 75))
    assert.equal(result.outcome, 'no-photo-accepted')
    assert.deepEqual(new Set(outcomes(result)), new Set(['other-person']))
    assert.equal(gallery.size, 0)
  })

  it('leave out what is at the end of such a way, and take what is like the middle', async (t) => {
    const { enrolment } = await open(t)
    const result = await enrolment.enrol('Ana', [...chain(6, 11), photo({ degrees: 115 })])
    assert.equal(result.outcome, 'enrolled')
    assert.deepEqual(outcomes(result).slice(0, 6), Array(6).fill('accepted'))
    assert.equal(outcomes(result).at(-1), 'other-person')
  })

  it('lead nowhere from the templates that there are, however many they are', async (t) => {
    const { enrolment } = await open(t)
    const result = await enrolment.enrol('Ana', chain(2, 11))
    assert.equal(result.outcome, 'enrolled')
    const added = await enrolment.addPhotos(result.employee.id, [
      photo({ degrees: 70 }),
      ...chain(12, 10, 135),
    ])
    assert.equal(added.outcome, 'enrolled')
    assert.deepEqual(outcomes(added), ['accepted', ...Array<string>(12).fill('other-person')])
  })
})

describe('adding photos', () => {
  const enrolTen = async (house: Awaited<ReturnType<typeof open>>) => {
    const result = await house.enrolment.enrol('Ana', shots(maxTemplates, { quality: 50 }))
    assert.equal(result.outcome, 'enrolled')
    return result.employee.id
  }

  it('lets better photos take the place of older ones, and says of how many', async (t) => {
    const house = await open(t)
    const id = await enrolTen(house)
    const added = await house.enrolment.addPhotos(id, [
      photo({ degrees: 109.2, quality: 90 }),
      photo({ degrees: 120, quality: 30 }),
    ])
    assert.equal(added.outcome, 'enrolled')
    assert.deepEqual(outcomes(added), ['accepted', 'redundant'])
    assert.deepEqual([added.replaced, added.employee.templates], [1, maxTemplates])
    assert.equal(house.gallery.size, maxTemplates)
    const kept = await house.store.templates.page(model)
    // What was sealed and opened is the same but for the last bits.
    const rounded = ({ vector }: Embedding) =>
      [...vector].map((value) => Math.round(value * 1e5) + 0).join()
    assert.deepEqual(
      kept.map(({ embedding }) => rounded(embedding)).sort(),
      house.gallery.templatesOf(id).map(rounded).sort(),
    )
  })

  it('changes nothing when what there is is better', async (t) => {
    const house = await open(t)
    const id = await enrolTen(house)
    const added = await house.enrolment.addPhotos(id, [photo({ degrees: 109.2, quality: 30 })])
    assert.equal(added.outcome, 'no-photo-accepted')
    assert.deepEqual(outcomes(added), ['redundant'])
    assert.equal((await house.store.employees.find(id))?.templates, maxTemplates)
  })

  it('makes room for the first photo of a side', async (t) => {
    const house = await open(t)
    const id = await enrolTen(house)
    const side = photo({ degrees: 109.2, quality: 45, yaw: -20 })
    const added = await house.enrolment.addPhotos(id, [side])
    assert.equal(added.outcome, 'enrolled')
    assert.equal(added.replaced, 1)
    assert.ok(added.employee.views.some((view) => view.side === 'right'))
  })

  it('knows nobody who is not there', async (t) => {
    const { enrolment } = await open(t)
    const id = '00000000-0000-4000-8000-000000000000'
    assert.deepEqual(await enrolment.addPhotos(id, shots(1)), { outcome: 'no-such-employee' })
  })
})
