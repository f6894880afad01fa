import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAhead } from './ahead.ts'

async function* upTo(count: number, onAsked: (item: number) => void = () => undefined) {
  for (let item = 1; item <= count; item++) {
    onAsked(item)
    await Promise.resolve()
    yield item
  }
}

const gathered = async (items: AsyncIterable<number>) => {
  const all: number[] = []
  for await (const item of items) all.push(item)
  return all
}

test('everything arrives once and in order, also nothing', async () => {
  assert.deepEqual(await gathered(readAhead(upTo(5))), [1, 2, 3, 4, 5])
  assert.deepEqual(await gathered(readAhead(upTo(0))), [])
})

test('the source works on the next item while this one is used, and on no more', async () => {
  let asked = 0
  for await (const item of readAhead(upTo(9, (each) => (asked = each)))) {
    for (let i = 0; i < 5; i++) await new Promise(setImmediate)
    assert.equal(asked, Math.min(item + 1, 9))
  }
})

test('whatever else there is to do is done between two items of a source that never waits', async () => {
  let turns = 0
  const count = () => {
    turns++
    counting = setImmediate(count)
  }
  let counting = setImmediate(count)
  const seen: number[] = []
  for await (const item of readAhead(upTo(5))) {
    seen.push(turns)
    if (item === 5) break
  }
  clearImmediate(counting)
  assert.equal(new Set(seen).size, 5)
})

test('a source that fails makes the reader fail, after what came before', async () => {
  async function* failing() {
    yield* upTo(2)
    throw new Error('connection lost')
  }
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const item of readAhead(failing())) {
      // Long enough for the failure to be there before anybody asks for it.
      await new Promise(setImmediate)
      seen.push(item)
    }
  }, /connection lost/)
  assert.deepEqual(seen, [1, 2])
})

test('a reader that stops half-way stops the source', async () => {
  let isClosed = false
  async function* endless() {
    try {
      yield* upTo(Infinity)
    } finally {
      isClosed = true
    }
  }
  for await (const item of readAhead(endless())) if (item === 3) break
  assert.ok(isClosed)
})
