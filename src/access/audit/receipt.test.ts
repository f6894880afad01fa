import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readReceipt, writeReceipt } from './receipt.ts'
import { createSigner, newSigningKey } from './signer.ts'

const signer = createSigner(newSigningKey())
const receipt = {
  recordId: '0195f0a4-1111-7000-8000-000000000000',
  atMicros: 1_772_438_400_123_456,
  entry: 12,
  head: 'ab'.repeat(32),
}

test('a receipt says what was signed, and nothing when one character of it is another', () => {
  const text = writeReceipt(receipt, signer)
  assert.deepEqual(readReceipt(`${text}\n`, signer.publicKey), receipt)
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === 'A' ? 'B' : 'A'
    const changed = text.slice(0, at) + other + text.slice(at + 1)
    // The last character of base64 has bits that mean nothing.
    const isSame = sameBytes(changed, text)
    assert.equal(readReceipt(changed, signer.publicKey) === undefined, !isSame, `character ${at}`)
  }
  for (const rubbish of ['', '.', 'a.b.c', `${text}.more`, text.split('.')[0] ?? '']) {
    assert.equal(readReceipt(rubbish, signer.publicKey), undefined, rubbish)
  }
})

const sameBytes = (a: string, b: string) =>
  a.split('.').length === 2 &&
  a
    .split('.')
    .every((part, i) =>
      Buffer.from(part, 'base64url').equals(Buffer.from(b.split('.')[i] ?? '', 'base64url')),
    )

test('another installation’s receipt is not ours, and a key that is none checks nothing', () => {
  const text = writeReceipt(receipt, createSigner(newSigningKey()))
  assert.equal(readReceipt(text, signer.publicKey), undefined)
  assert.equal(readReceipt(writeReceipt(receipt, signer), 'not a key'), undefined)
})
