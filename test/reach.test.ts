import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import {
  createImpostorModel,
  createStages,
  recogniserCards,
  type Face,
  type FaceEngine,
  type PhotoReading,
  type RecogniserCard,
} from '../src/face/index.ts'
import { readCalibration } from '../src/identity/calibration.ts'
import { decide, policyFor } from '../src/identity/decision.ts'
import { createGallery } from '../src/identity/gallery.ts'
import { judgePhotos } from '../src/identity/judge-photos.ts'
import { lookAtPhotos } from '../src/identity/look-at-photos.ts'
import type { Template } from '../src/identity/template.ts'
import { createVerify } from '../src/identity/verify.ts'
import { packsDirectory, skipWithoutPacks } from './packs.ts'

// Whoever is enrolled is known by the very photo and by copies of it, whatever they look like: on the people of the
// photos that come in a package, and on more where those beside the clone are there.

const samples = 'node_modules/@vladmandic/face-api/demo'
const shared = fileURLToPath(new URL('../../shared/faces', import.meta.url))
/** More of them take a minute: where everything is tested. */
const beside = process.env['CI'] ? globSync(`${shared}/selfies/*/*.jpg`).sort() : []
/** A face that normalisation once left behind: its own photo was no match. */
const leftBehind = { left: 147, top: 395, width: 422, height: 464 }
const gallerySizes = [1, 2, 5, 20, 100]
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')

const copies: Readonly<Record<string, (photo: Buffer) => Promise<Buffer>>> = {
  same: async (photo) => photo,
  mirrored: (photo) => sharp(photo).flop().jpeg({ quality: 92 }).toBuffer(),
  gray: (photo) => sharp(photo).grayscale().jpeg({ quality: 92 }).toBuffer(),
}

/** A face alone, with some room around it. */
async function cutOut(photo: Buffer, { box }: Face): Promise<Buffer> {
  const { width, height } = await sharp(photo).metadata()
  const room = 0.4 * Math.max(box.width, box.height)
  const left = Math.max(0, Math.round(box.x - room))
  const top = Math.max(0, Math.round(box.y - room))
  const right = Math.min(width, Math.round(box.x + box.width + room))
  const bottom = Math.min(height, Math.round(box.y + box.height + room))
  return sharp(photo)
    .extract({ left, top, width: right - left, height: bottom - top })
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** So many other people: those that there are, then blends of two of them, who are more alike than most. */
function crowd(people: readonly Template[], count: number, from: number): Template[] {
  return Array.from({ length: count }, (_, i) => {
    const at = (index: number) => people[index % people.length] as Template
    const one = at(from + i)
    if (i < people.length) return one
    const { model, vector } = at(from + i + Math.floor(i / people.length)).embedding
    const blend = one.embedding.vector.map((value, axis) => value + (vector[axis] as number))
    const length = Math.hypot(...blend)
    const embedding = { model, vector: blend.map((value) => value / length) }
    return { ...one, id: `blend ${i}`, employeeId: `blend ${i}`, embedding }
  })
}

const isIn = ({ left, top, width, height }: typeof leftBehind, { box }: Face): boolean => {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  return x > left && x < left + width && y > top && y < top + height
}

/** Photos of people to enrol, each of somebody else. */
async function subjects(engine: FaceEngine): Promise<Buffer[]> {
  const sixth = readFileSync(`${samples}/sample6.jpg`)
  const photos: Buffer[] = [await sharp(sixth).extract(leftBehind).jpeg({ quality: 92 }).toBuffer()]
  for (const file of globSync(`${samples}/sample*.jpg`).sort()) {
    const photo = readFileSync(file)
    const reading = await engine.look(photo, { purpose: 'probe', embedLargest: 0 })
    assert.ok(reading.readable)
    for (const face of reading.faces)
      if (!file.endsWith('sample6.jpg') || !isIn(leftBehind, face))
        photos.push(await cutOut(photo, face))
  }
  const onePerPerson = new Map<string, string>()
  for (const file of beside) onePerPerson.set(file.split('/').at(-2) ?? file, file)
  photos.push(...[...onePerPerson.values()].map((file) => readFileSync(file)))
  return photos
}

async function lookAll(
  engine: FaceEngine,
  photos: readonly Buffer[],
): Promise<ReadonlyMap<Uint8Array, PhotoReading>> {
  const readings = new Map<Uint8Array, PhotoReading>()
  for (const photo of photos) readings.set(photo, await engine.look(photo, { purpose: 'template' }))
  return readings
}

/** An engine that has looked at all photos already. What it gives is its caller's, who overwrites it in the end. */
const replaying = (model: string, readings: ReadonlyMap<Uint8Array, PhotoReading>): FaceEngine => ({
  model,
  async look(photo, { purpose }) {
    const looked = readings.get(photo)
    assert.ok(looked)
    const reading = structuredClone(looked)
    if (purpose === 'template' || !reading.readable) return reading
    const faces = reading.faces.map((face) =>
      face.atTheDoor ? { ...face, embedding: face.atTheDoor } : face,
    )
    return { ...reading, faces }
  },
  close: () => Promise.resolve(),
})

async function prepare(card: RecogniserCard) {
  // Not behind worker processes, which give up on a photo after some seconds of a busy machine.
  const engine = await createStages({ threads: 2, recogniser: card.name, packsDirectory })
  const people = await Promise.all(
    (await subjects(engine)).map((photo) =>
      Promise.all(Object.values(copies).map((copy) => copy(photo))),
    ),
  )
  const readings = await lookAll(engine, people.flat())
  await engine.close()
  return { engine: replaying(card.recipe, readings), readings, people }
}

for (const card of recogniserCards) {
  const skip = card.files.length > 0 && skipWithoutPacks(card.name)
  describe(`with ${card.name}`, { skip }, () => {
    test('an enrolled photo and its copies are recognised, 1:N and 1:1, in a gallery of any size', async () => {
      const { engine, readings, people } = await prepare(card)
      assert.ok(people.length >= 12, `${people.length} people`)
      const impostors = createImpostorModel(card)
      const calibration = readCalibration(card)
      const templateOf = (photo: Uint8Array, employeeId: string): Template[] => {
        const reading = readings.get(photo)
        const embedding = reading?.readable ? reading.faces[0]?.embedding : undefined
        return embedding ? [{ id: employeeId, employeeId, embedding, createdAt }] : []
      }
      let promised = 0

      const cases = fc.record({
        person: fc.nat({ max: people.length - 1 }),
        size: fc.constantFrom(...gallerySizes),
        from: fc.nat(),
        // One stranger in a million, and nobody who is less than ten deviations ahead: the strictest there is.
        settings: fc.constantFrom(
          { targetFpir: 1e-3, minMargin: 0.5 },
          { targetFpir: 1e-6, minMargin: 10 },
        ),
        sent: fc.subarray([0, 1, 2], { minLength: 1 }),
      })
      const property = fc.asyncProperty(cases, async ({ person, size, from, settings, sent }) => {
        const who = people[person] as Buffer[]
        const gallery = createGallery(impostors)
        const around = people
          .filter((photos) => photos !== who)
          .flatMap(([photo], i) => (photo ? templateOf(photo, `person ${i}`) : []))
        gallery.add(crowd(around, size - 1, from))
        const policy = () =>
          policyFor(calibration, gallery.size, settings, gallery.alikeness(calibration.nearestMean))
        const photos = sent.map((index) => who[index] as Buffer)
        const faces = await lookAtPhotos(engine, photos, undefined)
        const deps = { gallery, impostors, calibration, policy }
        const { accepted, verdicts } = judgePhotos(deps, 'own', [], faces, true)
        gallery.add(
          accepted.map(({ index, embedding }) => ({
            id: String(index),
            employeeId: 'own',
            embedding,
            createdAt,
          })),
        )
        const verify = createVerify({ engine, current: { gallery, calibration } })
        for (const { index, outcome } of verdicts) {
          if (outcome !== 'accepted' && outcome !== 'redundant') continue
          promised++
          const photo = photos[index] as Buffer
          const reading = await engine.look(photo, { purpose: 'probe' })
          assert.ok(reading.readable && reading.faces[0]?.embedding)
          const found = decide(gallery.nearest(reading.faces[0].embedding), policy())
          assert.deepEqual(found, { outcome: 'match', employeeId: 'own' })
          assert.deepEqual(await verify('own', photo), { outcome: 'match' })
        }
      })
      await fc.assert(property, { numRuns: 100, endOnFailure: true })
      assert.ok(promised > 60, `${promised} promises`)
    })

    test('no threshold is beyond what one shot scores', () => {
      const calibration = readCalibration(card)
      const gallery = createGallery(createImpostorModel(card))
      const policy = policyFor(
        calibration,
        1e9,
        { targetFpir: 1e-6, minMargin: 10 },
        gallery.alikeness(calibration.nearestMean),
      )
      assert.ok(policy.threshold + policy.minMargin < 90)
    })
  })
}
