import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameFault } from './name.ts'
import { searchByName, sortByName } from './names.ts'

const employee = (name: string) => ({
  id: name,
  name,
  number: name,
  templates: 1,
  strength: 'weak' as const,
  coverage: { front: true, left: false, right: false },
  createdAt: '2026-11-23T08:00:00Z',
})
const people = ['Zoé', 'Élodie Martin', 'Eric', 'مُحَمَّد'].map(employee)
const names = (list: { name: string }[]) => list.map(({ name }) => name)

test('É stands between E and Z, not after it', () => {
  assert.deepEqual(names(sortByName(people.slice(0, 3), 'fr')), ['Élodie Martin', 'Eric', 'Zoé'])
})

test('a search needs neither accents nor the order of the words', () => {
  assert.deepEqual(names(searchByName(people, 'martin elod')), ['Élodie Martin'])
  assert.deepEqual(names(searchByName(people, 'محمد')), ['مُحَمَّد'])
  assert.deepEqual(names(searchByName(people, ' ')), names(people))
  assert.deepEqual(names(searchByName(people, 'xyz')), [])
})

test('a name is measured in characters as people count them, not in halves of them', () => {
  assert.equal(nameFault('  '), 'nameMissing')
  assert.equal(nameFault('𝒜'.repeat(200)), undefined)
  assert.equal(nameFault('a'.repeat(201)), 'nameTooLong')
})
