import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maxPhotoBytes, maxPhotos } from '../shared/photo.ts'
import { emptyTray, nextTray, sendable, type Tray, type TrayEvent } from './tray.ts'

const photo = (name = 'x') => new Blob([name])
const after = (...events: TrayEvent[]) => events.reduce<Tray>(nextTray, emptyTray)
const added = (...photos: Blob[]): TrayEvent => ({ type: 'added', photos })
const numbers = (tray: Tray) => tray.photos.map(({ number }) => number)

test('a photo keeps its number when another one is removed', () => {
  const tray = after(added(photo(), photo()), { type: 'removed', number: 1 }, added(photo()))
  assert.deepEqual(numbers(tray), [2, 3])
})

test('no more photos are taken than can be sent at once, and that is told', () => {
  const many = Array.from({ length: maxPhotos + 1 }, () => photo())
  const tray = after(added(...many))
  assert.equal(tray.photos.length, maxPhotos)
  assert.ok(tray.isOverfull)
  assert.ok(!nextTray(tray, { type: 'removed', number: 1 }).isOverfull)
})

test('verdicts reach the photos that they are about, past one that was not sent', () => {
  const tray = after(added(photo(''), photo('a'), photo('b')), {
    type: 'judged',
    verdicts: [
      { index: 0, outcome: 'accepted', quality: 70 },
      { index: 1, outcome: 'no-face' },
    ],
  })
  assert.deepEqual(
    tray.photos.map(({ verdict }) => verdict?.outcome),
    ['unreadable', 'accepted', 'no-face'],
  )
})

test('an empty or too large photo is told at once and not sent', () => {
  const huge = new Blob([new Uint8Array(maxPhotoBytes + 1)])
  const tray = after(added(photo(''), huge, photo()))
  assert.deepEqual(
    tray.photos.map(({ verdict }) => verdict),
    [
      { index: 0, outcome: 'unreadable', reason: 'empty' },
      { index: 0, outcome: 'unreadable', reason: 'too-many-bytes' },
      undefined,
    ],
  )
  assert.deepEqual(
    sendable(tray).map(({ number }) => number),
    [3],
  )
})
