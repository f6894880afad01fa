import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reaches, sitesOf, type Principal } from './principal.ts'
import { everybody, mayCall, type Rule } from './rule.ts'

const manager: Principal = {
  ...{ kind: 'operator', id: 'm', name: 'M', role: 'manager', factors: 1 },
  siteIds: ['here'],
}
const key: Principal = {
  ...{ kind: 'api-key', id: 'k', name: 'a script', scopes: ['enrol', 'clock'], siteId: null },
}

test('an operator calls what their role may, and a key what one of its scopes may', () => {
  const rule: Rule = { who: ['manager', 'clock'], of: 'all' }
  assert.equal(mayCall(rule, manager), true)
  assert.equal(mayCall(rule, key), true)
  assert.equal(mayCall(rule, { ...manager, role: 'viewer' }), false)
  assert.equal(mayCall(rule, { ...key, scopes: ['read'] }), false)
  assert.equal(mayCall(rule, { kind: 'anonymous' }), false)
  assert.equal(mayCall(everybody, { kind: 'anonymous' }), true)
})

test('a manager reaches their sites, an admin all of them, and only who reaches all what has none', () => {
  assert.equal(reaches(sitesOf(manager), 'here'), true)
  assert.equal(reaches(sitesOf(manager), 'there'), false)
  assert.equal(reaches(sitesOf(manager), null), false)
  assert.equal(reaches(sitesOf({ ...manager, role: 'admin' }), 'there'), true)
  assert.equal(reaches(sitesOf(key), null), true)
  assert.equal(reaches(sitesOf({ ...key, siteId: 'here' }), 'there'), false)
  assert.equal(reaches(sitesOf({ kind: 'employee', id: 'e' }), 'here'), false)
})
