import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { portrait } from '../portraits.ts'
import { openDatabase } from './databases.ts'
import { post } from './post.ts'
import type { ServerProcess } from '../server-process.ts'
import { start, type Start, type Variant } from './server.ts'

const watched = 100
/** Which of the calls that make SQLite's log durable fails first, together with all after it. */
const failingFrom = [1, 2, 3, 5, 8, 13, 21, 34, 50]

/**
 * A kill proves nothing about a power cut, as the system keeps what was not yet on the disk. So the order
 * of the system calls is looked at, and what happens when the disk refuses.
 */
export function testDurability(): void {
  describe('sqlite and the disk', () => {
    test('the log is on the disk before each answer leaves', async () => {
      const { answers, durable } = await watchAnswers()
      assert.deepEqual({ answers, durable }, { answers: watched, durable: watched })
    })

    test('a program that does not wait for the disk is caught', async () => {
      const { answers, durable } = await watchAnswers('synchronous-normal')
      assert.equal(answers, watched)
      assert.ok(durable < watched / 2, `${durable} of ${answers} looked durable`)
    })

    for (const first of failingFrom) {
      test(`when the disk fails from call ${first} on, nothing more is promised, and nothing is lost`, () =>
        failFrom(first))
    }
  })
}

/** Clocks in under a tracer, and counts the answers that left after the log had been written. */
async function watchAnswers(variant?: Variant): Promise<{ answers: number; durable: number }> {
  const database = await openDatabase('sqlite')
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-strace-'))
  const output = join(directory, 'calls')
  try {
    const server = await start({
      databaseUrl: database.url,
      ...(variant && { variant }),
      strace: [
        ...['--trace=fdatasync,fsync,write,writev,sendto,sendmsg'],
        ...['--decode-fds=path', '--string-limit=20', '--quiet=all', `--output=${output}`],
      ],
    })
    const photo = await portrait('ana')
    await post(server.origin, '/register', { photo, fields: { name: 'ana' } })
    for (let i = 0; i < watched; i++) {
      const answer = await post(server.origin, '/clock_in', { photo })
      assert.equal(answer?.status, 201)
    }
    await server.end('SIGKILL')
    // The tracer, which watches from the side, writes what it still holds.
    await sleep(500)
    const seen = readCalls(await readFile(output, 'utf8'))
    // The first answer was the enrolment's.
    return { answers: seen.length - 1, durable: seen.slice(1).filter(Boolean).length }
  } finally {
    await database.remove()
    await rm(directory, { recursive: true })
  }
}

/** For each answer 201, in order: whether the log was made durable between the one before and it. */
function readCalls(text: string): boolean[] {
  const answers: boolean[] = []
  const begun = new Set<string>()
  let isDurable = false
  for (const line of text.split('\n')) {
    const thread = line.split(' ', 1)[0] ?? ''
    if (/ f(?:data)?sync\(\d+<[^>]*-wal>/.test(line)) {
      if (line.endsWith('= 0')) isDurable = true
      else begun.add(thread)
    } else if (/f(?:data)?sync resumed>.*= 0$/.test(line) && begun.delete(thread)) {
      isDurable = true
    } else if (/"HTTP\/1\.1 201/.test(line)) {
      answers.push(isDurable)
      isDurable = false
    }
  }
  return answers
}

async function failFrom(first: number): Promise<void> {
  const database = await openDatabase('sqlite')
  const photo = await portrait('ana')
  const answered: string[] = []
  const servers: ServerProcess[] = []
  const started = async (options: Omit<Start, 'databaseUrl'> = {}) => {
    const server = await start({ databaseUrl: database.url, ...options })
    servers.push(server)
    return server
  }
  const clockIn = async (origin: string) => {
    const answer = await post(origin, '/clock_in', { photo })
    if (answer?.status !== 201) return answer
    answered.push((answer.body as { record: { id: string } }).record.id)
    return answer
  }
  try {
    const healthy = await started()
    await post(healthy.origin, '/register', { photo, fields: { name: 'ana' } })
    await clockIn(healthy.origin)
    await healthy.end('SIGKILL')

    const failing = await started({
      strace: [
        ...['--trace=fsync,fdatasync', `--inject=fsync,fdatasync:error=EIO:when=${first}+`],
        ...['--quiet=all', '--output=/dev/null'],
      ],
    }).catch(() => undefined) // It may refuse to start, which promises nothing either.
    if (failing) {
      let refused
      for (let i = 0; i < first + 10 && !refused; i++) {
        const answer = await clockIn(failing.origin)
        if (answer?.status !== 201) refused = answer ?? { status: 0, body: undefined }
      }
      assert.ok(refused, 'the disk never failed')
      assert.ok(refused.status === 0 || refused.status >= 500, `answered ${refused.status}`)
      const promised = answered.length
      for (let i = 0; i < 3; i++) await clockIn(failing.origin)
      assert.equal(answered.length, promised, 'promised again after a failure')
      const ready = await fetch(`${failing.origin}/ready`).catch(() => undefined)
      assert.notEqual(ready?.status, 200)
      await failing.end('SIGKILL')
    }

    const restarted = await started()
    await clockIn(restarted.origin)
    await restarted.end('SIGKILL')
    const kept = new Set((await database.rows()).map(({ id }) => id))
    assert.deepEqual(
      answered.filter((id) => !kept.has(id)),
      [],
    )
    assert.deepEqual(await database.faults(), [])
  } finally {
    await Promise.all(servers.map((server) => server.end('SIGKILL')))
    await database.remove()
  }
}
