import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { masterKeyFile } from '../src/access/keys/master-key-file.ts'
import { recogniserNamed } from '../src/face/index.ts'
import { createStore } from '../src/store/store.ts'
import { asAdmin } from './admin.ts'
import { countBytes, countVector, familyOf } from './memory-of.ts'
import { portrait, type Person } from './portraits.ts'
import { keptOf } from './sealing/plain-database.ts'
import { postPhoto, startServer, type ServerProcess } from './server-process.ts'

// Looks into the memory of other processes, as Linux lets their parent do.
const skip = process.platform !== 'linux'

/** Within this long everything of whoever is erased is gone, from memory as from the disk. */
const withinMs = 5000

/** What is known of somebody's template: the vector as the program opens it, and what the database keeps. */
async function templateOf(directory: string, employeeId: string) {
  const url = `sqlite:${join(directory, 'pointeuse.db')}`
  const store = await createStore(url, masterKeyFile(join(directory, 'master.key')))
  const { recipe } = recogniserNamed('builtin')
  const [template] = await store.templates.ofEmployees(recipe, [employeeId])
  await store.close()
  assert.ok(template)
  return { vector: template.embedding.vector, kept: await keptOf(url, employeeId) }
}

type Known = Awaited<ReturnType<typeof templateOf>>

/** Where something of a template is, in the program's processes and in its files. */
async function placesOf(server: ServerProcess, directory: string, { vector, kept }: Known) {
  const places: string[] = []
  for (const pid of familyOf(server.process.pid ?? 0)) {
    if (countVector(pid, vector) > 0) places.push('a vector in memory')
    if (kept.some((bytes) => countBytes(pid, bytes) > 0)) places.push('what was kept, in memory')
  }
  for (const file of ['pointeuse.db', 'pointeuse.db-wal']) {
    const content = await readFile(join(directory, file))
    if (kept.some((bytes) => content.includes(Buffer.from(bytes)))) places.push(file)
  }
  return places
}

async function open(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-memory-'))
  const env = { DATA_DIR: directory, LOG_LEVEL: 'warn', MALLOC_PERTURB_: '165' }
  let server = await startServer(env)
  t.after(async () => {
    await server.end('SIGKILL')
    await rm(directory, { recursive: true })
  })
  return {
    directory,
    get server() {
      return server
    },
    async restart() {
      await server.end('SIGTERM')
      server = await startServer(env)
    },
    async enrol(person: Person) {
      const photo = await portrait(person)
      const answer = await postPhoto(server.origin, '/register', photo, { name: person })
      assert.equal(answer?.status, 201)
      return (answer.body as unknown as { employee: { id: string } }).employee.id
    },
    async erase(id: string) {
      const path = `${server.origin}/employees/${id}?records=erase`
      const answer = await fetch(path, { method: 'DELETE', headers: asAdmin })
      assert.equal(answer.status, 204)
    },
  }
}

/** Waits until nothing is found any more, for as long as it may take; gives what is found then. */
async function leftOf(scene: Awaited<ReturnType<typeof open>>, known: Known): Promise<string[]> {
  const until = performance.now() + withinMs
  for (;;) {
    const left = await placesOf(scene.server, scene.directory, known)
    if (left.length === 0 || performance.now() > until) return left
    await sleep(250)
  }
}

test('whoever is erased is in no process’s memory and in no file any more', { skip }, async (t) => {
  const scene = await open(t)
  const [ana, bo] = [await scene.enrol('ana'), await scene.enrol('bo')]
  const known = {
    ana: await templateOf(scene.directory, ana),
    bo: await templateOf(scene.directory, bo),
  }
  // Faces that were looked at since leave something as well.
  for (const person of ['ana', 'bo'] as const)
    await postPhoto(scene.server.origin, '/clock_in', await portrait(person))
  const before = await placesOf(scene.server, scene.directory, known.ana)
  assert.ok(before.includes('a vector in memory'), 'the search finds what is there')
  assert.ok(
    before.some((place) => place.startsWith('pointeuse.db')),
    before.join(),
  )
  await scene.erase(ana)
  assert.deepEqual(await leftOf(scene, known.ana), [])

  await scene.restart()
  assert.ok(
    (await placesOf(scene.server, scene.directory, known.bo)).includes('a vector in memory'),
  )
  await scene.erase(bo)
  assert.deepEqual(await leftOf(scene, known.bo), [])
})
