import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Face, QualityMeasures } from '../face/index.ts'
import { soleFace } from './sole-face.ts'

const good: QualityMeasures = {
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
}
const face = (sidePx: number, more: Partial<Face> = {}): Face => ({
  box: { x: 0, y: 0, width: sidePx, height: sidePx },
  confidence: 1,
  landmarks: [],
  pose: { yaw: 0, pitch: 0, roll: 0 },
  quality: good,
  embedding: { model: 'm', vector: Float32Array.of(1) },
  unifiedQuality: 70,
  ...more,
})
const photo = (...faces: Face[]) => ({ readable: true, width: 640, height: 480, faces }) as const

test('a face half as large behind the one at the door does not count, a larger one does', () => {
  assert.equal(soleFace(photo(face(100), face(70)), 'probe').outcome, 'usable')
  const two = soleFace(photo(face(100), face(71)), 'probe')
  assert.deepEqual(two, { outcome: 'several-faces', count: 2 })
})

test('a template shows nobody else but what is tiny', () => {
  assert.equal(soleFace(photo(face(100), face(31)), 'template').outcome, 'usable')
  const two = soleFace(photo(face(100), face(32), face(10)), 'template')
  assert.deepEqual(two, { outcome: 'several-faces', count: 2 })
})

test('a photo without a face and one that cannot be read say so', () => {
  assert.deepEqual(soleFace(photo(), 'probe'), { outcome: 'no-face' })
  assert.deepEqual(soleFace({ readable: false, reason: 'damaged' }, 'probe'), {
    outcome: 'unreadable',
    reason: 'damaged',
  })
})

test('every fault of a face is named', () => {
  const poor = face(100, {
    pose: { yaw: 80, pitch: -80, roll: 80 },
    quality: {
      ...good,
      interEyeDistancePx: 5,
      luminanceMean: 0.01,
      contrast: 0.001,
      insidePhoto: 0.3,
      sharpness: 0.01,
      eyeOpenness: 0.05,
      noseStraying: 0.1,
    },
  })
  assert.deepEqual(soleFace(photo(poor), 'probe'), {
    outcome: 'poor-quality',
    reasons: [
      'too-small',
      'cut-off',
      'turned-away',
      'looking-up-or-down',
      'tilted',
      'too-dark',
      'low-contrast',
      'blurred',
      'eyes-closed',
      'covered',
    ],
  })
})

test('a covered mouth or a face that is hardly one is covered, points that all stray are not', () => {
  const reasons = (quality: Partial<QualityMeasures>) => {
    const found = soleFace(photo(face(100, { quality: { ...good, ...quality } })), 'template')
    return found.outcome === 'poor-quality' ? found.reasons : []
  }
  assert.deepEqual(reasons({ mouthStraying: 0.12 }), ['covered'])
  assert.deepEqual(reasons({ presence: 0.9 }), ['covered'])
  assert.deepEqual(reasons({ noseStraying: 0.12, mouthStraying: 0.12, eyesStraying: 0.1 }), [])
})

test('a template asks for more than a probe', () => {
  const turned = face(100, { pose: { yaw: 40, pitch: 0, roll: 0 } })
  assert.equal(soleFace(photo(turned), 'probe').outcome, 'usable')
  assert.equal(soleFace(photo(turned), 'template').outcome, 'poor-quality')
})

test('a measure that is no number is a fault, and a face of no size counts', () => {
  for (const measure of Object.keys(good) as (keyof QualityMeasures)[]) {
    const odd = face(100, { quality: { ...good, [measure]: NaN } })
    assert.equal(soleFace(photo(odd), 'probe').outcome, 'poor-quality', measure)
  }
  for (const angle of ['yaw', 'pitch', 'roll']) {
    const pose = { yaw: 0, pitch: 0, roll: 0, [angle]: NaN }
    assert.equal(soleFace(photo(face(100, { pose })), 'probe').outcome, 'poor-quality', angle)
  }
  assert.equal(soleFace(photo(face(100), face(NaN)), 'probe').outcome, 'several-faces')
})
