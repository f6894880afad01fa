import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { test } from 'node:test'

/** Who may import whom. A file directly in `src/` is a room of its own, named after the file. */
const allowed: Record<string, readonly string[]> = {
  'main.ts': [
    ...['config.ts', 'log.ts', 'stop.ts', 'upkeep.ts'],
    ...['face', 'attendance', 'access', 'store', 'http'],
  ],
  'stop.ts': ['log.ts'],
  'upkeep.ts': ['log.ts', 'attendance', 'http'],
  'config.ts': [],
  'log.ts': [],
  face: [],
  attendance: ['face'],
  access: [],
  store: ['attendance', 'access'],
  http: ['attendance', 'access'],
  cli: ['config.ts', 'log.ts', 'attendance', 'access', 'face'],
  'cli/main.ts': ['config.ts', 'log.ts', 'attendance', 'access', 'face', 'store', 'cli'],
}

/** Foreign packages that only one place may know. */
const keepers: Record<string, string> = {
  'onnxruntime-node': 'src/face/runtime.ts',
  sharp: 'src/face/image.ts',
  kysely: 'src/store/',
  'node:sqlite': 'src/store/dialects/',
  mysql2: 'src/store/dialects/',
  pg: 'src/store/dialects/',
  fastify: 'src/http/',
}

const sources = globSync('src/**/*.ts').filter((file) => !file.endsWith('.test.ts'))
const roomOf = (file: string) => file.split('/')[1] ?? file
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (m) => m[1] ?? '',
  )

test('every room imports only the rooms that it may know', () => {
  const trespasses = sources.flatMap((file) => {
    const name = file.slice('src/'.length)
    const rights = allowed[name] ?? allowed[roomOf(file)] ?? []
    return importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => normalize(join(dirname(file), path)))
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
      .filter((path) => keepers[path] !== undefined && !file.startsWith(keepers[path] ?? ''))
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
