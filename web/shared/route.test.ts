import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addresses, groupOf, groups, routeOf } from './route.ts'

test('every page can be reached, in one group', () => {
  assert.deepEqual(Object.values(groups).flat().toSorted(), Object.keys(addresses).toSorted())
  assert.equal(groupOf('leave'), 'planning')
})

test('an unknown address leads to the start page', () => {
  assert.equal(routeOf('#/sites'), 'sites')
  assert.equal(routeOf('#/nowhere'), 'records')
})
