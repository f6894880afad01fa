import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { Template } from '../../identity/template.ts'
import { createStore } from '../store.ts'
import { assertSameEmbedding } from '../../../test/same-embedding.ts'
import { testMasterKey } from '../../../test/master-key.ts'

test('a gallery of more templates than are read at once comes back whole, but for the last bit of a number', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-templates-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await createStore(`sqlite:${join(directory, 'a.db')}`, testMasterKey)
  t.after(() => store.close())
  const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const each = 2500
  const vectorOf = (number: number) =>
    Float32Array.of(Math.cos(number), Math.sin(number), -1e-30, number * 1e-7)
  for (let employee = 0; employee < 5; employee++) {
    const templates = Array.from({ length: each }, (_, i) => {
      const number = employee * each + i
      const id = String(number).padStart(6, '0')
      const model = number % 4 === 3 ? 'other' : 'm'
      return {
        id,
        employeeId: `e${employee}`,
        createdAt,
        embedding: { model, vector: vectorOf(number) },
      }
    })
    await store.employees.create({ id: `e${employee}`, name: 'A', createdAt }, templates)
  }
  const found: Template[] = []
  for (;;) {
    const page = await store.templates.page('m', found.at(-1)?.id)
    if (page.length === 0) break
    found.push(...page)
  }
  const expected = [...Array(5 * each).keys()].filter((number) => number % 4 !== 3)
  assert.deepEqual(
    found.map(({ id }) => Number(id)),
    expected,
  )
  for (const { id, employeeId, embedding } of found) {
    assertSameEmbedding(embedding, { model: 'm', vector: vectorOf(Number(id)) })
    assert.equal(employeeId, `e${Math.floor(Number(id) / each)}`)
  }
})

test('a template whose vector was damaged is left out, whatever came of it', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-templates-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await createStore(`sqlite:${join(directory, 'a.db')}`, testMasterKey)
  t.after(() => store.close())
  const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const vectors = {
    nan: Float32Array.of(NaN, 1),
    infinite: Float32Array.of(Infinity, 0),
    zero: Float32Array.of(0, 0),
    long: Float32Array.of(3, 4),
    none: new Float32Array(0),
    sound: Float32Array.of(0.6, 0.8),
  }
  const templates = Object.entries(vectors).map(([id, vector]) => ({
    ...{ id, employeeId: 'e', createdAt },
    embedding: { model: 'm', vector },
  }))
  await store.employees.create({ id: 'e', name: 'A', createdAt }, templates)
  const db = new DatabaseSync(join(directory, 'a.db'))
  db.exec(`insert into face_template (id, employee_id, model, vector, created_at_micros)
    values ('torn', 'e', 'm', x'0000803f00', 0)`)
  db.close()
  const idsOf = (found: readonly Template[]) => found.map(({ id }) => id)
  assert.deepEqual(idsOf(await store.templates.page('m')), ['sound'])
  assert.deepEqual(idsOf(await store.templates.ofEmployees('m', ['e'])), ['sound'])
})

test('damaged templates in a row, more than are read at once, do not end the reading', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-templates-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await createStore(`sqlite:${join(directory, 'a.db')}`, testMasterKey)
  t.after(() => store.close())
  const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const templates = Array.from({ length: 5002 }, (_, i) => ({
    ...{ id: String(i).padStart(6, '0'), employeeId: 'e', createdAt },
    embedding: { model: 'm', vector: Float32Array.of(i < 5001 ? NaN : 1) },
  }))
  for (let first = 0; first < templates.length; first += 2501)
    await store.employees.create(
      { id: first === 0 ? 'e' : 'f', name: 'A', createdAt },
      templates
        .slice(first, first + 2501)
        .map((template) => ({ ...template, employeeId: first === 0 ? 'e' : 'f' })),
    )
  assert.deepEqual(
    (await store.templates.page('m')).map(({ id }) => id),
    ['005001'],
  )
})
