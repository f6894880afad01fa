import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createScanner, isBadge } from './scanner.ts'

const badge = 'BCDFGHJKLNPRSTVXBCDFGHJKLNPRSTVXBCDFGHJK'

/** Types letters, so many milliseconds apart, then Enter. */
function type(letters: string, pauseMs: number, keyOf = (letter: string) => letter) {
  const hear = createScanner()
  let at = 1000
  for (const letter of letters)
    hear({ code: `Key${letter}`, key: keyOf(letter), at: (at += pauseMs) })
  return hear({ code: 'Enter', key: 'Enter', at: at + pauseMs })
}

test('a badge is heard whatever the language of the keyboard is', () => {
  assert.equal(type(badge, 5), badge)
  assert.equal(
    type(badge, 5, () => 'ش'),
    badge,
  )
  const hear = createScanner()
  let at = 0
  for (const letter of badge) hear({ code: '', key: letter.toLowerCase(), at: (at += 5) })
  assert.equal(hear({ code: 'Enter', key: 'Enter', at }), badge)
})

test('what a person types, and what is no badge, is nothing', () => {
  assert.equal(type(badge, 200), undefined)
  assert.equal(type(badge.slice(1), 5), undefined)
  assert.equal(type('', 5), undefined)
  assert.equal(isBadge(`${badge}B`), false)
  assert.equal(isBadge(badge.replace('B', 'A')), false)
})
