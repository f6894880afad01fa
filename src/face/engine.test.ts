import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import sharp, { type Sharp } from 'sharp'
import { groupPhoto, otherPortrait, portrait } from '../../test/portraits.ts'
import {
  createFaceEngine,
  similarity,
  type Embedding,
  type Face,
  type FaceEngine,
  type QualityMeasures,
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
const all = <Step, Result>(steps: readonly Step[], work: (step: Step) => Promise<Result>) =>
  Promise.all(steps.map(work))

type Colour = readonly [number, number, number]

/**
 * Paints over a face; `paint` is asked for each place, in distances between the eyes: to the right and down
 * from the middle between them. Not with SVG, which the engine has switched off.
 */
async function painted(
  photo: Buffer,
  paint: (x: number, y: number) => Colour | undefined,
): Promise<Buffer> {
  const [face] = await facesOf(photo, 0)
  const [rightEye, leftEye] = face?.landmarks ?? []
  assert.ok(rightEye && leftEye)
  const middle = { x: (rightEye.x + leftEye.x) / 2, y: (rightEye.y + leftEye.y) / 2 }
  const across = { x: leftEye.x - rightEye.x, y: leftEye.y - rightEye.y }
  const unit = across.x ** 2 + across.y ** 2
  const { data, info } = await sharp(photo).raw().toBuffer({ resolveWithObject: true })
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      const [dx, dy] = [x - middle.x, y - middle.y]
      const right = (dx * across.x + dy * across.y) / unit
      const down = (dy * across.x - dx * across.y) / unit
      const colour = paint(right, down)
      if (colour) data.set(colour, (y * info.width + x) * info.channels)
    }
  return sharp(data, { raw: info }).blur(0.7).jpeg({ quality: 92 }).toBuffer()
}

/** A medical mask with two folds: from the bridge of the nose to below the chin. */
const withMask = (photo: Buffer) =>
  painted(photo, (x, y) => {
    const top = 0.35 + 0.25 * Math.abs(x)
    const isOutside = y < top || y > 1.85 - 0.5 * x ** 2 || Math.abs(x) > 0.95 - 0.15 * (y - top)
    if (isOutside) return undefined
    const isFold = [0.85, 1.2].some((fold) => Math.abs(y - fold + 0.1 * x ** 2) < 0.02)
    return isFold ? [120, 140, 150] : [198, 214, 222]
  })

/** Everything around the head in one colour. */
const beforeWall = (photo: Buffer, light: number) =>
  painted(photo, (x, y) =>
    (x / 1.15) ** 2 + ((y - 0.45) / 1.6) ** 2 > 1 ? [light, light, light] : undefined,
  )

/** Lids of the skin's colour over both eyes, with lashes at their lower edge. */
const withLids = async (photo: Buffer) => {
  const [r, g, b] = await skinOf(photo)
  return painted(photo, (x, y) => {
    const fromEye = Math.abs(Math.abs(x) - 0.5)
    if (fromEye > 0.27 || Math.abs(y) > 0.14 - 0.5 * fromEye ** 2) return undefined
    const isLash = Math.abs(y - 0.08 + 0.5 * fromEye ** 2) < 0.02
    return isLash ? [r * 0.3, g * 0.3, b * 0.3] : [r, g, b]
  })
}

/** The colour of the nose's side, below the eyes. */
async function skinOf(photo: Buffer): Promise<Colour> {
  const [face] = await facesOf(photo, 0)
  const [rightEye, , nose] = face?.landmarks ?? []
  assert.ok(rightEye && nose)
  const at = { left: Math.round(rightEye.x), top: Math.round((2 * nose.y + rightEye.y) / 3) }
  const { channels } = await sharp(
    await sharp(photo)
      .extract({ ...at, width: 6, height: 6 })
      .png()
      .toBuffer(),
  ).stats()
  const [r, g, b] = channels.map(({ mean }) => mean)
  return [r ?? 0, g ?? 0, b ?? 0]
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

  test('a face that fills the photo is one face, however closely it was cut out', async () => {
    // Cuts in which the detector saw parts of the face as well: file, left, top, width, height.
    const cuts = [
      ['sample3', 1049, 239, 265, 265],
      ['sample3', 1031, 217, 300, 300],
      ['sample6', 600, 300, 300, 300],
    ] as const
    for (const [file, left, top, width, height] of cuts) {
      const photo = readFileSync(`node_modules/@vladmandic/face-api/demo/${file}.jpg`)
      const cut = sharp(photo).extract({ left, top, width, height }).resize(480)
      const faces = await facesOf(await cut.jpeg({ quality: 92 }).toBuffer(), 0)
      assert.equal(faces.length, 1, `${file}, ${left}, ${top}`)
    }
  })

  test('every face of the sample photos, cut out closely and less so, is never several', async () => {
    let cuts = 0
    for (let n = 1; n <= 6; n++) {
      const photo = readFileSync(`node_modules/@vladmandic/face-api/demo/sample${n}.jpg`)
      const { width, height } = await sharp(photo).metadata()
      for (const { box } of await facesOf(photo, 0))
        for (const zoom of [1, 1.15, 1.3]) {
          const side = Math.round(Math.max(box.width, box.height) * zoom)
          const left = Math.max(0, Math.round(box.x + (box.width - side) / 2))
          const top = Math.max(0, Math.round(box.y + (box.height - side) / 2))
          const region = {
            left,
            top,
            width: Math.min(side, width - left),
            height: Math.min(side, height - top),
          }
          const cut = sharp(photo).extract(region).resize(480, 480, { fit: 'fill' })
          const faces = await facesOf(await cut.jpeg({ quality: 92 }).toBuffer(), 0)
          assert.ok(faces.length <= 1, `sample${n} at ${left}, ${top}, ${side}: ${faces.length}`)
          cuts++
        }
    }
    assert.ok(cuts > 30, `${cuts} cuts`)
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

  test('measures fall as a photo gets worse, and so does the figure that sums them up', async () => {
    const good = sharp(await portrait('bo'))
    const measure = async (worse: Sharp) => {
      const [face] = await facesOf(await worse.jpeg({ quality: 95 }).toBuffer())
      assert.ok(face?.quality && face.unifiedQuality !== undefined)
      return { ...face.quality, unified: face.unifiedQuality }
    }
    const blurred = await all([0.5, 2, 4, 7], (sigma) => measure(good.clone().blur(sigma)))
    const darkened = await all([1, 0.6, 0.2, 0.1], (light) =>
      measure(good.clone().linear(light, 0)),
    )
    const shrunk = await all([300, 200, 130, 90], (width) => measure(good.clone().resize(width)))
    const pressed = await all([90, 25, 12, 6], async (quality) =>
      measure(sharp(await good.clone().jpeg({ quality }).toBuffer())),
    )
    const rankings = {
      sharpness: blurred.map(({ sharpness }) => sharpness),
      luminance: darkened.map(({ luminanceMean }) => luminanceMean),
      distance: shrunk.map(({ interEyeDistancePx }) => interEyeDistancePx),
      ...Object.fromEntries(
        Object.entries({ blurred, darkened, shrunk, pressed }).map(([name, steps]) => [
          name,
          steps.map(({ unified }) => unified),
        ]),
      ),
    }
    for (const [name, falling] of Object.entries(rankings))
      assert.deepEqual(
        falling,
        falling.toSorted((a, b) => b - a),
        name,
      )
    assert.ok(blurred.every(({ unified }) => unified > 0 && unified < 100))
  })

  test('a mask over nose and mouth makes the points below stray, and not those of the eyes', async () => {
    for (const person of ['ana', 'bo', 'dee'] as const) {
      const photo = await portrait(person)
      const [bare] = await facesOf(photo, 0)
      const [masked] = await facesOf(await withMask(photo), 0)
      assert.ok(bare?.quality && masked?.quality)
      const beyondEyes = ({ noseStraying, eyesStraying }: QualityMeasures) =>
        noseStraying - eyesStraying
      assert.ok(beyondEyes(masked.quality) > 0.03, `${person}: ${beyondEyes(masked.quality)}`)
      assert.ok(beyondEyes(bare.quality) < 0.02, `${person}: ${beyondEyes(bare.quality)}`)
    }
  })

  test('the light on a face is its own, not that of the wall behind it', async () => {
    for (const person of ['ana', 'bo', 'dee'] as const) {
      const photo = await portrait(person)
      const [white, black] = await all([255, 0] as const, async (light) => {
        const [face] = await facesOf(await beforeWall(photo, light), 0)
        assert.ok(face?.quality)
        return face.quality
      })
      assert.ok(white && black)
      assert.ok(Math.abs(white.luminanceMean - black.luminanceMean) < 0.06, person)
      assert.ok(Math.abs(white.sharpness / black.sharpness - 1) < 0.25, person)
      assert.ok(white.overExposed < 0.05 && black.underExposed < 0.05, person)
    }
  })

  test('lids drawn over the eyes close them', async () => {
    for (const person of ['ana', 'bo', 'dee'] as const) {
      const photo = await portrait(person)
      const [open] = await facesOf(photo, 0)
      const [closed] = await facesOf(await withLids(photo), 0)
      assert.ok(open?.quality && closed?.quality)
      assert.ok(open.quality.eyeOpenness > 0.3, `${person}: ${open.quality.eyeOpenness}`)
      assert.ok(closed.quality.eyeOpenness < 0.18, `${person}: ${closed.quality.eyeOpenness}`)
    }
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
