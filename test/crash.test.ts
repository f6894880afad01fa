import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { masterKeyFile } from '../src/access/keys/master-key-file.ts'
import { createStore } from '../src/store/store.ts'
import { portrait } from './portraits.ts'
import { postPhoto, startServer } from './server-process.ts'
import { asAdmin } from './admin.ts'

async function dataDirectory(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-crash-'))
  t.after(() => rm(directory, { recursive: true }))
  return directory
}

/** Every clock-in counts, so that each answer has a record of its own. */
const settings = (directory: string) => ({ DATA_DIR: directory, DEBOUNCE_SECONDS: '0' })

const masterKeyIn = (directory: string) => masterKeyFile(join(directory, 'master.key'))

async function recordIds(directory: string): Promise<Set<string>> {
  const store = await createStore(
    `sqlite:${join(directory, 'pointeuse.db')}`,
    masterKeyIn(directory),
  )
  const records = await store.records.list({ limit: 10_000 })
  await store.close()
  return new Set(records.map(({ id }) => id))
}

/** Clocks in again and again until the server is gone; gives the ids of the records answered. */
async function clockInUntilGone(origin: string, photo: Uint8Array): Promise<string[]> {
  const answered: string[] = []
  for (;;) {
    const answer = await postPhoto(origin, '/clock_in', photo)
    if (!answer) return answered
    if (answer.status === 201) answered.push(answer.body.record.id)
  }
}

test('it says where it is when it is ready, and warns of nothing', async (t) => {
  const server = await startServer(settings(await dataDirectory(t)))
  assert.match(server.origin, /^http:\/\/localhost:\d+$/)
  assert.equal((await fetch(`${server.origin}/ready`)).status, 200)
  assert.doesNotMatch(server.log(), /warning/i)
  assert.equal(await server.end('SIGTERM'), 0)
})

test('settings that cannot be used end the start, each of them named', async () => {
  const start = startServer({ PORT: 'five', LOG_LEVEL: 'loud' })
  await assert.rejects(start, /LOG_LEVEL must[\s\S]*PORT must/)
})

test('a port that is taken ends the start in words', async (t) => {
  const directory = await dataDirectory(t)
  const first = await startServer(settings(directory))
  const { port } = new URL(first.origin)
  await assert.rejects(startServer({ ...settings(directory), PORT: port }), /EADDRINUSE/)
  await first.end('SIGTERM')
})

test('what was answered before a kill is there afterwards, and a stop finishes what it took in', async (t) => {
  const directory = await dataDirectory(t)
  const photo = await portrait('ana')
  const first = await startServer(settings(directory))
  assert.equal((await postPhoto(first.origin, '/register', photo, { name: 'Ana' }))?.status, 201)
  await first.end('SIGTERM')

  const answered: string[] = []
  for (const [signal, afterMs] of [
    ['SIGKILL', 300],
    ['SIGKILL', 450],
    ['SIGTERM', 400],
  ] as const) {
    const server = await startServer(settings(directory))
    const clients = [1, 2, 3].map(() => clockInUntilGone(server.origin, photo))
    await sleep(afterMs)
    const code = await server.end(signal)
    if (signal === 'SIGTERM') assert.equal(code, 0)
    answered.push(...(await Promise.all(clients)).flat())
  }
  assert.ok(answered.length > 0)
  const kept = await recordIds(directory)
  assert.deepEqual(
    answered.filter((id) => !kept.has(id)),
    [],
  )
})

test('no photo is on the disk, no template in plain, and nothing once an employee is forgotten', async (t) => {
  const directory = await dataDirectory(t)
  const server = await startServer(settings(directory))
  t.after(() => server.end('SIGKILL'))
  const photo = await portrait('ana')
  await postPhoto(server.origin, '/register', photo, { name: 'Ana' })
  await postPhoto(server.origin, '/clock_in', photo)
  const { sealed, plain } = await templateIn(directory)
  assert.equal(holds(directory, sealed), true)
  assert.equal(holds(directory, plain), false)

  const { employees } = (await (
    await fetch(`${server.origin}/employees`, { headers: asAdmin })
  ).json()) as {
    employees: { id: string }[]
  }
  await fetch(`${server.origin}/employees/${employees[0]?.id}`, {
    method: 'DELETE',
    headers: asAdmin,
  })
  assert.equal(holds(directory, sealed), false)
  assert.equal(holds(directory, Buffer.from([0xff, 0xd8, 0xff])), false)
  await server.end('SIGTERM')
})

/** Some bytes of the only template, as the database has them and as the gallery has them. */
async function templateIn(directory: string): Promise<{ sealed: Buffer; plain: Buffer }> {
  const path = join(directory, 'pointeuse.db')
  const database = new DatabaseSync(path)
  const row = database.prepare('select model, employee_id, vector from face_template').get()
  database.close()
  const store = await createStore(`sqlite:${path}`, masterKeyIn(directory))
  const [template] = await store.templates.ofEmployees(String(row?.['model']), [
    String(row?.['employee_id']),
  ])
  await store.close()
  assert.ok(template)
  const { vector } = template.embedding
  return {
    sealed: Buffer.from(row?.['vector'] as Uint8Array).subarray(0, 64),
    plain: Buffer.from(vector.buffer, vector.byteOffset, 64),
  }
}

const holds = (directory: string, bytes: Buffer) =>
  readdirSync(directory).some((file) => readFileSync(join(directory, file)).includes(bytes))

test('the database is readable by its owner only', async (t) => {
  const directory = await dataDirectory(t)
  await (
    await createStore(`sqlite:${join(directory, 'pointeuse.db')}`, masterKeyIn(directory))
  ).close()
  assert.equal(statSync(join(directory, 'pointeuse.db')).mode & 0o077, 0)
})

test('a full disk records nothing, says so, and is forgiven when there is space again', async (t) => {
  const directory = await dataDirectory(t)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', directory], { stdio: 'ignore' })
  } catch (error) {
    if (process.env['CI']) throw error
    t.skip('a small disk can be mounted by root only')
    return
  }
  try {
    const server = await startServer(settings(directory))
    const photo = await portrait('ana')
    await postPhoto(server.origin, '/register', photo, { name: 'Ana' })
    const before = await postPhoto(server.origin, '/clock_in', photo)
    assert.equal(before?.status, 201)

    const filler = join(directory, 'filler')
    await writeFile(filler, Buffer.alloc(8 * 1024 * 1024)).catch(() => undefined)
    let refused
    for (let i = 0; i < 50 && refused?.status !== 507; i++) {
      refused = await postPhoto(server.origin, '/clock_in', photo)
    }
    assert.deepEqual([refused?.status, refused?.body.code], [507, 'disk-full'])
    const reading = await fetch(`${server.origin}/attendance`, { headers: asAdmin })
    assert.equal(reading.status, 200)

    await rm(filler)
    assert.equal((await postPhoto(server.origin, '/clock_in', photo))?.status, 201)
    assert.equal(await server.end('SIGTERM'), 0)
  } finally {
    execFileSync('umount', [directory])
  }
})
