import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { importsOf, neighboursOf, ringsOf } from './import-rings.ts'

/** Who may import whom. A file directly in `src/` is a room of its own, named after the file. */
const allowed: Record<string, readonly string[]> = {
  'main.ts': [
    ...['config.ts', 'log.ts', 'recogniser.ts', 'early-engine.ts', 'listening.ts', 'tls.ts'],
    ...['stop.ts', 'upkeep.ts'],
    ...['system', 'ports'],
    ...['face', 'time', 'identity', 'attendance', 'access', 'privacy', 'store', 'http'],
  ],
  'recogniser.ts': ['config.ts', 'log.ts', 'early-engine.ts', 'face', 'identity'],
  'early-engine.ts': ['face'],
  'stop.ts': ['log.ts'],
  'listening.ts': ['config.ts'],
  'tls.ts': ['log.ts', 'upkeep.ts'],
  'upkeep.ts': ['log.ts', 'ports', 'identity', 'attendance', 'access', 'privacy', 'store', 'http'],
  'config.ts': [],
  'log.ts': [],
  face: [],
  time: [],
  ports: [],
  document: [],
  system: ['ports'],
  identity: ['ports', 'face'],
  attendance: ['ports', 'time', 'identity', 'face'],
  access: ['ports'],
  privacy: ['ports', 'document', 'identity', 'attendance', 'access'],
  store: ['ports', 'time', 'identity', 'attendance', 'access', 'privacy'],
  http: ['ports', 'time', 'document', 'identity', 'attendance', 'access', 'privacy'],
  cli: [
    ...['config.ts', 'log.ts', 'ports', 'time', 'face'],
    ...['identity', 'attendance', 'access', 'privacy'],
  ],
  'cli/main.ts': [
    ...['config.ts', 'log.ts', 'recogniser.ts', 'system', 'ports', 'time', 'face'],
    ...['identity', 'attendance', 'access', 'privacy', 'store', 'cli'],
  ],
}

/** Foreign packages that only one place may know, or as few as can be. */
const keepers: Record<string, string | readonly string[]> = {
  'onnxruntime-node': 'src/face/runtime.ts',
  sax: 'src/face/models/openvino-ir.ts',
  sharp: 'src/face/image.ts',
  kysely: 'src/store/',
  'node:sqlite': 'src/store/dialects/',
  mysql2: 'src/store/dialects/',
  pg: 'src/store/dialects/',
  fastify: 'src/http/',
  '@simplewebauthn/server': 'src/access/second-factor/passkeys.ts',
  otpauth: 'src/access/second-factor/totp.ts',
  '@fastify/rate-limit': 'src/http/access/call-limits.ts',
  // A sheet of badges is drawn to the millimetre, a document is written.
  pdfkit: ['src/access/credentials/badge-layout.ts', 'src/document/pdf-layout.ts'],
  qr: 'src/access/credentials/badge-layout.ts',
}

const sources = globSync('src/**/*.ts').filter((file) => !file.endsWith('.test.ts'))
const roomOf = (file: string) => file.split('/')[1] ?? file

test('every room imports only the rooms that it may know', () => {
  const trespasses = sources.flatMap((file) => {
    const name = file.slice('src/'.length)
    const rights = allowed[name] ?? allowed[roomOf(file)] ?? []
    return neighboursOf(file)
      .filter((target) => roomOf(target) !== roomOf(file) && !rights.includes(roomOf(target)))
      .map((target) => `${file} -> ${target}`)
  })
  assert.deepEqual(trespasses, [])
})

test('the engine is entered by its door only', () => {
  const burglaries = sources
    .filter((file) => roomOf(file) !== 'face')
    .flatMap((file) => importsOf(file).map((path) => `${file} -> ${path}`))
    .filter((arrow) => /\/face\/(?!index\.ts)/.test(arrow))
  assert.deepEqual(burglaries, [])
})

test('each foreign package is known in one place', () => {
  const leaks = sources.flatMap((file) =>
    importsOf(file)
      .filter((path) => ![keepers[path] ?? 'src/'].flat().some((place) => file.startsWith(place)))
      .map((path) => `${file} -> ${path}`),
  )
  assert.deepEqual(leaks, [])
})

// no-telemetry.ts sets a variable before a library reads it; it reads none.
test('only config.ts reads the environment', () => {
  const readers = sources.filter((file) => readFileSync(file, 'utf8').includes('process.env'))
  assert.deepEqual(
    readers.filter((file) => !['src/config.ts', 'src/face/no-telemetry.ts'].includes(file)),
    [],
  )
})

test('no two files import each other, straight or in a ring, not even for a type', () => {
  const files = globSync('{src,web,bench,test,scripts}/**/*.{ts,tsx}', { exclude: ['web/dist/**'] })
  const graph = new Map(files.map((file) => [file, neighboursOf(file)] as const))
  assert.deepEqual(
    ringsOf(graph).map((ring) => ring.join(' -> ')),
    [],
  )
})

test('a ring is named, once, wherever it begins', () => {
  const graph = new Map([
    ['door', ['a']],
    ['a', ['b', 'leaf']],
    ['b', ['c']],
    ['c', ['a']],
    ['leaf', []],
  ])
  assert.deepEqual(ringsOf(graph), [['a', 'b', 'c', 'a']])
  assert.deepEqual(ringsOf(new Map([['self', ['self']]])), [['self', 'self']])
})

test('no room is more than a quarter of the house', () => {
  const lines = new Map<string, number>()
  for (const file of globSync('src/**/*.ts')) {
    const own = readFileSync(file, 'utf8').split('\n').length
    lines.set(roomOf(file), (lines.get(roomOf(file)) ?? 0) + own)
  }
  const all = [...lines.values()].reduce((sum, own) => sum + own, 0)
  const large = [...lines].filter(([, own]) => own > all / 4)
  assert.deepEqual(large, [])
})
