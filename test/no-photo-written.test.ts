import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { needs } from './needs.ts'
import { otherPortrait, portrait } from './portraits.ts'
import { postPhoto, startServer } from './server-process.ts'

const traceable = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const skip = needs('strace, and leave to use it', traceable)

/** Clock-ins that are looked at; `npm run test:photos` makes a thousand. */
const clockIns = Number(process.env['TRACED_CLOCK_INS'] ?? 25)

/** Whatever can make a file or bring bytes into one; sockets and pipes are opened otherwise. */
const openings = 'openat,open,creat,memfd_create,rename,renameat,renameat2,link,linkat'

/** What the program itself keeps in its folder. */
const own =
  /\/(pointeuse\.db(-wal|-shm|-journal)?|master\.key\S*|erasures\.jsonl|audit-anchors\.jsonl)$/

/** Everything that was opened for writing, or made, in a trace. */
function writtenIn(trace: string): string[] {
  const paths = trace.split('\n').flatMap((line) => {
    if (/memfd_create\(/.test(line)) return ['a file in memory']
    if (!/O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|\b(creat|rename\w*|link\w*)\(/.test(line)) return []
    return [...line.matchAll(/"([^"]*)"/g)].map(([, path = '']) => path)
  })
  return [...new Set(paths)].filter(
    (path) => !path.startsWith('/dev/') && !path.startsWith('/proc/'),
  )
}

/** Whether bytes hold a part of a photo, or the beginning of any JPEG. */
function holdsPhoto(bytes: Buffer, photo: Buffer): boolean {
  const parts = [0.25, 0.5, 0.75].map((at) => Math.floor(photo.length * at))
  return (
    bytes.includes(Buffer.of(0xff, 0xd8, 0xff)) ||
    parts.some((at) => bytes.includes(photo.subarray(at, at + 32)))
  )
}

test(
  'no photo is written anywhere, neither of enrolling nor of clocking in',
  { skip },
  async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'pointeuse-photos-'))
    t.after(() => rm(directory, { recursive: true }))
    const trace = join(directory, 'trace')
    // As a grandchild, so that the process that was started is the program itself.
    const traced = ['strace', '-D', '-f', '-s', '4096', '-e', `trace=${openings}`, '-o', trace]
    const server = await startServer({ DATA_DIR: directory, DEBOUNCE_SECONDS: '0' }, traced)
    t.after(() => server.process.kill('SIGKILL'))
    const [photo, other] = [await portrait('ana'), await otherPortrait('ana')]
    const send = (path: string, bytes: Buffer, name = {}) =>
      postPhoto(server.origin, path, bytes, name)
    assert.equal((await send('/register', photo, { name: 'Ana' }))?.status, 201)
    const counted = new Map<number | undefined, number>()
    for (let done = 0; done < clockIns;) {
      // Strangers and photos without a face are looked at, too.
      const shown = done % 5 === 4 ? await portrait('stranger') : done % 2 ? other : photo
      const status = (await send('/clock_in', shown))?.status
      counted.set(status, (counted.get(status) ?? 0) + 1)
      if (status === 429) await sleep(1000)
      else done++
    }
    assert.ok((counted.get(201) ?? 0) > clockIns / 2, JSON.stringify([...counted]))
    assert.equal(await server.end('SIGTERM'), 0)

    const written = writtenIn(readFileSync(trace, 'utf8'))
    assert.ok(
      written.some((path) => own.test(path)),
      'the trace sees what is written',
    )
    assert.deepEqual(
      written.filter((path) => !own.test(path)),
      [],
    )
    for (const file of written)
      if (existsSync(file)) assert.equal(holdsPhoto(readFileSync(file), photo), false, file)
  },
)
