import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniserNamed, type PackState, type RecogniserName } from '../face/index.ts'
import { chooseRecogniser } from './choose-recogniser.ts'

const builtin = recogniserNamed('builtin')
const better = recogniserNamed('retail-0095')

const choose = (
  models: readonly string[],
  { wanted, state = 'missing' }: { wanted?: RecogniserName; state?: PackState } = {},
) =>
  chooseRecogniser({
    templates: { models: async () => models.map((model, i) => ({ model, templates: 9 - i })) },
    packs: { state: async (card) => (card.files.length === 0 ? 'complete' : state) },
    wanted,
  })

test('before anybody is enrolled the best is used whose files are there, or what is wanted', async () => {
  assert.deepEqual(await choose([]), { outcome: 'use', card: builtin })
  assert.deepEqual(await choose([], { state: 'complete' }), { outcome: 'use', card: better })
  assert.deepEqual(await choose([], { state: 'damaged' }), { outcome: 'use', card: builtin })
  const wanted = await choose([], { wanted: 'builtin', state: 'complete' })
  assert.deepEqual(wanted, { outcome: 'use', card: builtin })
})

test('what is wanted is not replaced by something else without its files', async () => {
  const choice = await choose([], { wanted: 'retail-0095' })
  assert.deepEqual(choice, { outcome: 'missing', card: better, isDamaged: false })
})

test('the gallery decides, whatever is wanted and whatever there is', async () => {
  const kept = await choose([builtin.recipe], { wanted: 'retail-0095', state: 'complete' })
  assert.deepEqual(kept, { outcome: 'use', card: builtin })
  const missing = await choose([better.recipe], { wanted: 'builtin', state: 'damaged' })
  assert.deepEqual(missing, { outcome: 'missing', card: better, isDamaged: true })
  const older = await choose(['dlib-resnet-v1+faceres.1'], { state: 'complete' })
  assert.deepEqual(older, { outcome: 'use', card: builtin })
  const both = await choose([better.recipe, builtin.recipe], { state: 'complete' })
  assert.deepEqual(both, { outcome: 'use', card: better })
})

test('templates of a recogniser that this version does not know are named', async () => {
  const choice = await choose([builtin.recipe, 'from-the-future.1'], { state: 'complete' })
  assert.deepEqual(choice, { outcome: 'unknown', model: 'from-the-future.1' })
})
