import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createVectorTable } from './vector-table.ts'

const length = 20 // no multiple of 16: the padding must not count
const vector = fc
  .array(fc.integer({ min: -8, max: 8 }), { minLength: length, maxLength: length })
  .map((values) => Float32Array.from(values, (value) => value / 8))

test('whatever is added and taken out, the products are those of plain sums', () => {
  const step = fc.oneof(vector, fc.nat(30))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), vector, (steps, probe) => {
      const table = createVectorTable(length)
      const rows: Float32Array[] = []
      for (const what of steps) {
        if (what instanceof Float32Array) {
          table.push(what)
          rows.push(what)
        } else if (rows.length > 0) {
          const index = what % rows.length
          table.removeBySwap(index)
          const last = rows.pop()
          if (last && index < rows.length) rows[index] = last
        }
      }
      const expected = rows.map((row) =>
        row.reduce((sum, value, i) => sum + value * (probe[i] ?? 0), 0),
      )
      assert.deepEqual([...table.products(probe)], expected)
      assert.equal(table.size, rows.length)
    }),
  )
})

test('a vector of another length is refused', () => {
  const table = createVectorTable(length)
  assert.throws(() => table.push(new Float32Array(length + 1)), RangeError)
  assert.throws(() => table.products(new Float32Array(3)), RangeError)
})

test('it grows to many thousands of rows', () => {
  const table = createVectorTable(length)
  const row = new Float32Array(length)
  for (let i = 0; i < 20_000; i++) {
    row[0] = i
    table.push(row)
  }
  const unit = new Float32Array(length)
  unit[0] = 1
  const products = table.products(unit)
  assert.deepEqual([products[0], products[19_999]], [0, 19_999])
})
