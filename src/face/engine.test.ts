import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { groupPhoto, otherPortrait, portrait } from '../../test/portraits.ts'
import {
  createFaceEngine,
  similarity,
  type Embedding,
  type Face,
  type FaceEngine,
} from './index.ts'

let engine: FaceEngine
before(async () => {
  engine = await createFaceEngine()
})
after(() => engine.close())

async function facesOf(photo: Buffer, embedLargest = 1): Promise<readonly Face[]> {
  const reading = await engine.look(photo, { purpose: 'probe', embedLargest })
  assert.ok(reading.readable)
  return reading.faces
}
async function embeddingOf(photo: Buffer): Promise<Embedding> {
  const [face] = await facesOf(photo)
  assert.ok(face?.embedding)
  return face.embedding
}

describe('the engine', () => {
  test('finds all people of a group, largest first, and embeds as many as asked', async () => {
    const faces = await facesOf(groupPhoto(), 2)
    assert.equal(faces.length, 3)
    const areas = faces.map(({ box }) => box.width * box.height)
    assert.deepEqual(
      areas,
      areas.toSorted((a, b) => b - a),
    )
    assert.deepEqual(
      faces.map(({ embedding }) => embedding !== undefined),
      [true, true, false],
    )
  })

  test('one person is far more like themselves than like others', async () => {
    const ana = await embeddingOf(await portrait('ana'))
    const again = await embeddingOf(await otherPortrait('ana'))
    const dee = await embeddingOf(await portrait('dee'))
    const deeElsewhere = await embeddingOf(await portrait('deeElsewhere'))
    assert.ok(similarity(ana, again) > 0.95)
    assert.ok(similarity(dee, deeElsewhere) > 0.9)
    assert.ok(similarity(ana, dee) < 0.88)
  })

  test('the same photo gives the same vector of length 1', async () => {
    const [first, second] = [
      await embeddingOf(await portrait('bo')),
      await embeddingOf(await portrait('bo')),
    ]
    assert.deepEqual(first.vector, second.vector)
    assert.ok(Math.abs(similarity(first, first) - 1) < 1e-5)
  })

  test('a scene without people has no face, nor has a plain surface', async () => {
    const plain = { width: 640, height: 480, channels: 3, background: '#889' } as const
    assert.deepEqual(await facesOf(await sharp({ create: plain }).jpeg().toBuffer()), [])
  })

  test('a photo on its side or upside down still shows its face', async () => {
    for (const turn of [90, 180, 270])
      assert.equal((await facesOf(await portrait('bo', turn))).length, 1, `turned by ${turn}`)
  })

  test('measures fall as a photo gets worse', async () => {
    const good = sharp(await portrait('bo'))
    const measure = async (worse: Sharp) => {
      const [face] = await facesOf(await worse.jpeg({ quality: 95 }).toBuffer(), 0)
      assert.ok(face)
      return face.quality
    }
    const blurs = [0.5, 2, 4, 7]
    const sharpness = await Promise.all(
      blurs.map(async (sigma) => (await measure(good.clone().blur(sigma))).sharpness),
    )
    const lights = [1, 0.6, 0.35, 0.2]
    const luminance = await Promise.all(
      lights.map(async (light) => (await measure(good.clone().linear(light, 0))).luminanceMean),
    )
    const widths = [430, 300, 200, 130]
    const distances = await Promise.all(
      widths.map(async (width) => (await measure(good.clone().resize(width))).interEyeDistancePx),
    )
    for (const falling of [sharpness, luminance, distances])
      assert.deepEqual(
        falling,
        falling.toSorted((a, b) => b - a),
      )
  })

  test('the pose follows a head that is turned in the picture plane', async () => {
    const [upright] = await facesOf(await portrait('bo'))
    const [tilted] = await facesOf(await portrait('bo', 25))
    assert.ok(upright && tilted)
    assert.ok(Math.abs(tilted.pose.roll - upright.pose.roll - 25) < 5)
  })

  test('many photos at once are all answered', async () => {
    const photo = await portrait('cy')
    const readings = await Promise.all(
      Array.from({ length: 12 }, () => engine.look(photo, { purpose: 'probe' })),
    )
    assert.ok(readings.every((reading) => reading.readable && reading.faces.length === 1))
  })

  test('embeddings of different models are not compared', async () => {
    const ana = await embeddingOf(await portrait('ana'))
    assert.throws(() => similarity(ana, { ...ana, model: 'another' }), /different models/)
  })
})

test('a closed engine says so', async () => {
  const other = await createFaceEngine({ workers: 1 })
  const last = other.look(await portrait('ana'), { purpose: 'probe' })
  await Promise.all([last, last.then(() => other.close())])
  await assert.rejects(other.look(new Uint8Array(), { purpose: 'probe' }), /closed/)
})
