import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { after, before, describe, test } from 'node:test'
import { otherPortrait, portrait } from '../portraits.ts'
import { post } from '../crash/post.ts'
import { answers, composeProject } from './compose-project.ts'
import './https.ts'

const projects = [
  {
    name: 'MySQL',
    file: 'compose.yaml',
    project: 'pointeuse-try-mysql',
    port: 5071,
    ask: 'MYSQL_PWD=$(cat /secrets/database-password) mysql --user=pointeuse pointeuse --execute',
  },
  {
    name: 'PostgreSQL',
    file: 'compose.postgres.yaml',
    project: 'pointeuse-try-postgres',
    port: 5072,
    ask: 'psql --username=pointeuse pointeuse --command',
  },
]

for (const { name, file, project, port, ask } of projects) {
  const origin = `http://127.0.0.1:${port}`
  const { compose, pointeuse, container, inspect, published, logged } = composeProject(
    project,
    [file],
    { POINTEUSE_PORT: String(port) },
  )

  describe(`containers with ${name}`, () => {
    before(() => compose('up', '--detach', '--build', '--quiet-pull'))
    after(() => compose('down', '--volumes', '--timeout', '5'))

    let as: Record<string, string> = {}

    test('they come up by themselves, and answer nobody until they are set up', async () => {
      await healthy(origin)
      assert.equal((await fetch(`${origin}/employees`)).status, 503)
      // It answers before its database is there, and asks to be set up once that is.
      await logged('pointeuse', /http:\S+#\/setup\/[\w-]{32}/)
      const named = ['--name', 'Ada Admin', '--country', 'other', '--publish-notice']
      pointeuse(['setup', ...named, '--password-file', '-'], 'three lamps under a quiet river\n')
      const scopes = ['enrol', 'clock', 'read'].flatMap((scope) => ['--scope', scope])
      const key = pointeuse(['api-key', 'add', '--name', 'a script', ...scopes]).trim()
      as = { authorization: `Bearer ${key}` }
    })

    test('they enrol, and clock in from another photo', async () => {
      await ready(origin)
      const sent = {
        as,
        photo: await portrait('ana'),
        fields: { name: 'Ana', consent: 'Personnel file, cabinet 2' },
      }
      const enrolled = await post(origin, '/register', sent)
      assert.equal(enrolled?.status, 201, JSON.stringify(enrolled?.body))
      const clockedIn = await post(origin, '/clock_in', { as, photo: await otherPortrait('ana') })
      assert.equal(clockedIn?.status, 201, JSON.stringify(clockedIn?.body))
      const stranger = await post(origin, '/clock_in', { as, photo: await portrait('stranger') })
      assert.equal(stranger?.status, 422)
      assert.match(await (await fetch(origin)).text(), /<div id="root">|<script/)
    })

    test('only this machine reaches the program, and nobody the database', () => {
      assert.deepEqual(published('pointeuse'), [{ HostIp: '127.0.0.1', HostPort: String(port) }])
      assert.deepEqual(published('database'), [])
    })

    test('the program is nobody special, and no secret stands in its settings', () => {
      const { Config, HostConfig } = inspect('pointeuse') ?? {}
      assert.equal(Config?.User, 'node')
      assert.equal(HostConfig?.ReadonlyRootfs, true)
      assert.deepEqual(HostConfig.CapDrop, ['ALL'])
      const inside = (command: string) => compose('exec', '-T', 'pointeuse', 'sh', '-c', command)
      const secret = inside('cat /secrets/database-password').toString()
      assert.ok(secret.length >= 24)
      for (const service of ['pointeuse', 'database']) {
        assert.ok(!JSON.stringify(inspect(service)).includes(secret))
      }
      assert.throws(() => inside('cat /secrets/database-root-password 2>/dev/null'))
      assert.throws(() => inside('touch /app/src/here 2>/dev/null'))
      // Models, but nothing that only developers need.
      assert.throws(() => inside('ls node_modules/typescript 2>/dev/null'))
    })

    test('not even the program may change what was recorded', async () => {
      const ready = (await (await fetch(`${origin}/ready`)).json()) as { caution?: string }
      assert.equal(ready.caution, undefined)
      const inDatabase = (statement: string) =>
        spawnSync(
          'docker',
          ['exec', container('database'), 'sh', '-c', `${ask} "$0" 2>&1`, statement],
          { encoding: 'utf8' },
        )
      const { stdout: seen } = inDatabase('select kind from attendance_record')
      assert.match(seen, /\bin\b/)
      for (const statement of [
        `update attendance_record set kind = 'out'`,
        'delete from attendance_record',
      ]) {
        const { status, stdout } = inDatabase(statement)
        assert.notEqual(status, 0)
        assert.match(stdout, /attendance_record is append-only/)
      }
    })

    test('a kill of both, a restart, and down and up again lose nothing', async () => {
      const before = await records(origin, as)
      assert.equal(before.length, 1)
      for (const service of ['pointeuse', 'database']) {
        execFileSync('docker', ['kill', '--signal', 'SIGKILL', container(service)])
      }
      compose('up', '--detach')
      await ready(origin)
      assert.deepEqual(await records(origin, as), before)
      compose('restart')
      await ready(origin)
      assert.deepEqual(await records(origin, as), before)
      compose('down')
      compose('up', '--detach')
      await ready(origin)
      assert.deepEqual(await records(origin, as), before)
      const again = await post(origin, '/clock_in', { as, photo: await portrait('ana') })
      assert.ok([200, 201].includes(again?.status ?? 0), 'the template is there too')
    })

    test('a backup comes out of the running program', () => {
      const copied = compose('exec', '-T', 'pointeuse', 'pointeuse', 'backup', '-', '--unencrypted')
      assert.deepEqual([...copied.subarray(0, 2)], [0x1f, 0x8b])
    })

    test('it stops when told to, in time', () => {
      compose('stop', 'pointeuse')
      assert.equal(inspect('pointeuse')?.State.ExitCode, 0)
    })
  })
}

const ready = (origin: string) => answers(`${origin}/ready`)
const healthy = (origin: string) => answers(`${origin}/health`)

async function records(origin: string, headers: Record<string, string>): Promise<unknown[]> {
  const answer = await fetch(`${origin}/attendance`, { headers })
  return ((await answer.json()) as { records: unknown[] }).records
}

if (spawnSync('docker', ['info']).status !== 0) {
  console.error('There is no Docker engine here.')
  process.exit(1)
}
