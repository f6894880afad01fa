import assert from 'node:assert/strict'
import { test } from 'node:test'
import encodeQr from 'qr'
import decodeQr from 'qr/decode.js'
import { newBadge, readBadge } from './badge.ts'
import { fontRuns, inRanges } from './badge-fonts.ts'
import { badgeSheet } from './badge-sheet.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** A picture of a QR code, white around it, each square so many pixels wide. */
function pictureOf(text: string, scale: number) {
  const squares = encodeQr(text, 'raw', { ecc: 'quartile', border: 4 })
  const side = squares.length * scale
  const data = new Uint8Array(side * side * 4)
  for (let i = 0; i < side * side; i++) {
    const [row, column] = [Math.floor(i / side / scale), Math.floor((i % side) / scale)]
    data.set(squares[row]?.[column] ? [0, 0, 0, 255] : [255, 255, 255, 255], i * 4)
  }
  return { width: side, height: side, data }
}

test('what a badge carries is read again from its picture, whatever it is', () => {
  for (let i = 0; i < 20; i++) {
    const text = newBadge(random)
    assert.equal(decodeQr(pictureOf(text, 4)), text)
    assert.equal(readBadge(text)?.length, 20)
  }
})

test('a badge fits a code of 29 squares, so that its squares are large', () => {
  assert.equal(encodeQr(newBadge(random), 'raw', { ecc: 'quartile', border: 1 }).length, 31)
})

test('a sheet is a PDF of ten badges a page, and holds no text of a badge in the clear', async () => {
  const badges = Array.from({ length: 21 }, (_, i) => ({
    ...{ name: ['Zoé Ōta', 'محمد عبد الله', '山田 太郎', 'Анна'][i % 4] ?? '', number: `A-${i}` },
    text: newBadge(random),
  }))
  const pdf = await badgeSheet(badges)
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  assert.match(pdf.toString('latin1'), /\/Count 3\b/)
  for (const { text } of badges) assert.equal(pdf.includes(text), false)
})

test('a name is written in the fonts that have it, from the side on which it begins', () => {
  const runsOf = (text: string) =>
    fontRuns(text)?.map(({ text, font }) => `${font.name.split(' ')[1]}:${text}`)
  assert.deepEqual(runsOf('Zoé'), ['latin:Zoé'])
  assert.deepEqual(runsOf('Şen'), ['latin-ext:Ş', 'latin:en'])
  assert.deepEqual(runsOf('محمد علي'), ['arabic:علي', 'latin: ', 'arabic:محمد'])
  assert.deepEqual(runsOf('Ali علي'), ['latin:Ali', 'latin: ', 'arabic:علي'])
  assert.equal(runsOf('山田'), undefined)
  assert.equal(inRanges('U+0041-005A,U+0131')(0x131), true)
  assert.equal(inRanges('U+0041-005A,U+0131')(0x5b), false)
})
