import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashSecret, isSecret } from './secret-hash.ts'

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

test('a secret is known by its hash, which says nothing of it and is never the same', async () => {
  const [one, other] = [await hashSecret('73910528', random), await hashSecret('73910528', random)]
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.notEqual(one, other)
  assert.equal(one.includes('73910528'), false)
  assert.equal(await isSecret('73910528', one), true)
  assert.equal(await isSecret('73910529', one), false)
  assert.equal(await isSecret('73910528', undefined), false)
  assert.equal(await isSecret('73910528', 'nonsense'), false)
})
