import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { Template } from '../../identity/template.ts'
import { createStore } from '../store.ts'

test('a gallery of more templates than are read at once comes back whole and to the bit', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-templates-'))
  t.after(() => rm(directory, { recursive: true }))
  const store = await createStore(`sqlite:${join(directory, 'a.db')}`)
  t.after(() => store.close())
  const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
  const each = 2500
  const vectorOf = (number: number) => Float32Array.of(number, 1 / 3, -1e-30, Math.fround(0.1))
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
    assert.deepEqual(embedding, { model: 'm', vector: vectorOf(Number(id)) })
    assert.equal(employeeId, `e${Math.floor(Number(id) / each)}`)
  }
})
