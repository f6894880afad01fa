import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { call, get, openOffice } from '../../test/office.ts'
import { unknownKeys } from './unknown-keys.ts'

type Schema = {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  additionalProperties?: unknown
}
type Operation = {
  /** By role and scope. */
  'x-callers'?: readonly string[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const openapi = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}
const bodies = Object.entries(openapi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { requestBody, 'x-callers': callers = [] }]) => {
    const schema = requestBody?.content['application/json']?.schema
    return schema ? [{ method: method.toUpperCase(), path, schema, callers }] : []
  }),
)

/** Where a schema takes an object with whatever keys. */
function openObjects(schema: Schema, at: string, seen = new Set<string>()): string[] {
  if (schema.$ref !== undefined) {
    if (seen.has(schema.$ref)) return []
    const name = schema.$ref.split('/').at(-1) ?? ''
    const target = openapi.components.schemas[name]
    assert.ok(target, schema.$ref)
    return openObjects(target, `${at} (${name})`, new Set([...seen, schema.$ref]))
  }
  const inner = [
    ...Object.entries(schema.properties ?? {}).map(
      ([key, each]) => [each, `${at}.${key}`] as const,
    ),
    ...(schema.anyOf ?? []).map((each, i) => [each, `${at}|${i}`] as const),
    ...(schema.items ? [[schema.items, `${at}[]`] as const] : []),
  ]
  const isOpen = schema.properties !== undefined && schema.additionalProperties !== false
  return [
    ...(isOpen ? [at] : []),
    ...inner.flatMap(([each, where]) => openObjects(each, where, seen)),
  ]
}

test('no body of the API takes a key that it does not name, at any depth', () => {
  assert.ok(bodies.length > 10)
  const open = bodies.flatMap(({ method, path, schema }) =>
    openObjects(schema, `${method} ${path}`),
  )
  assert.deepEqual(open, [])
})

test('every address refuses an unknown key by its name', async (t) => {
  const { house } = await openOffice(t)
  // Whoever may not call is told only that: a kiosk's own addresses look at its signature first.
  const calledByAdmins = bodies.filter(({ callers }) => callers.includes('admin'))
  assert.ok(calledByAdmins.length > 10)
  for (const { method, path } of calledByAdmins) {
    const address = path.replace(/\{(\w+)\}/g, (_, name) =>
      name === 'id' ? house.newId() : '2026-03-02',
    )
    const { status, body } = await call(house, method, address, { sallary: 1 })
    assert.deepEqual(
      [status, get(body, 'code'), get(body, 'field')],
      [...[400, 'invalid-request', 'sallary']],
      `${method} ${path} ${JSON.stringify(body)}`,
    )
  }
})

test('a misspelt rule is refused by its path, and nothing is kept', async (t) => {
  const { house } = await openOffice(t)
  const draft = { name: 'Nuit', from: '2026-01-05', weeks: [{ monday: [] }] }
  const shift = { name: 'A', start: '09:00', end: '17:00' }
  const wrong: [more: object, field: string][] = [
    [{ rules: { overtimeDayafter: 480 } }, 'rules.overtimeDayafter'],
    [{ rules: { roundTo: 15 } }, 'rules.roundTo'],
    [
      { rules: { missingOut: { action: 'close-after', minutes: 60, at: 1 } } },
      'rules.missingOut.at',
    ],
    [{ weeks: [{ monday: [{ ...shift, pause: 60 }] }] }, 'weeks[0].monday[0].pause'],
    [{ weeks: [{ montag: [] }] }, 'weeks[0].montag'],
    [
      { weeks: [{ monday: [{ ...shift, breaks: [{ minutes: 60, paid: false, after: 6 }] }] }] },
      'weeks[0].monday[0].breaks[0].after',
    ],
  ]
  for (const [more, field] of wrong) {
    const { status, body } = await call(house, 'POST', '/schedules', { ...draft, ...more })
    assert.deepEqual([status, get(body, 'field')], [400, field])
    assert.match(String(get(body, 'detail')), /is not known here/)
  }
  const { body } = await call(house, 'GET', '/schedules')
  assert.equal((get(body, 'schedules') as unknown[]).length, 1)
  const query = await call(house, 'GET', '/timesheets?from=2026-03-02&to=2026-03-08&employe=x')
  assert.deepEqual([query.status, get(query.body, 'field')], [400, 'employe'])
})

test('a key that could carry anything is not repeated', async (t) => {
  const { house } = await openOffice(t)
  const { status, body } = await call(house, 'POST', '/sites', { '<b>x</b>': 1 })
  assert.deepEqual([status, get(body, 'field')], [400, undefined])
  assert.ok(!JSON.stringify(body).includes('<b>'))
})

test('of several shapes the one counts whose constants a value has', () => {
  const constant = (value: string) => ({ const: value })
  const shape = {
    anyOf: [
      { properties: { action: constant('add'), at: {} } },
      { properties: { action: constant('void'), recordId: {} } },
    ],
  }
  assert.deepEqual(unknownKeys(shape, { action: 'void', at: 1 }), ['at'])
  assert.deepEqual(unknownKeys(shape, { action: 'add', at: 1 }), [])
  assert.deepEqual(unknownKeys({ properties: { a: {} } }, JSON.parse('{"__proto__": 1}')), [
    '__proto__',
  ])
})
