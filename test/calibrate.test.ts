import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { groupPhoto, otherPortrait, portrait } from './portraits.ts'

async function openDesk(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-calibrate-'))
  t.after(() => rm(directory, { recursive: true }))
  const photos = join(directory, 'photos')
  const out = join(directory, 'out')
  await mkdir(photos)
  const put = async (person: string, file: string, bytes: Uint8Array | string) => {
    await mkdir(join(photos, person), { recursive: true })
    await writeFile(join(photos, person, file), bytes)
  }
  const args = (...more: string[]) => [
    'src/cli/main.ts', 'calibrate', '--photos', photos, '--out', out, ...more,
  ] // prettier-ignore
  const env = { DATA_DIR: join(directory, 'data') }
  const calibrate = (...more: string[]) => {
    const options = { encoding: 'utf8', env } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, args(...more), options)
    return { status, stdout, stderr }
  }
  const start = () => spawn(process.execPath, args(), { env, stdio: 'ignore' })
  return { directory, photos, out, put, calibrate, start }
}

type Report = {
  people: number
  photos: number
  failures: { person: string; file: string; template?: unknown; probe?: unknown }[]
  here: { fpir: { errors: number; trials: number }; fnir: { errors: number; trials: number } }
  mixedFolders: unknown[]
}
const readReport = async (out: string): Promise<Report> =>
  JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as Report

test('people are told apart, and what cannot be used is said with its reason', async (t) => {
  const { directory, photos, out, put, calibrate } = await openDesk(t)
  for (const person of ['ana', 'bo', 'cy'] as const) {
    await put(person, '1.jpg', await portrait(person))
    await put(person, '2.jpg', await otherPortrait(person))
  }
  await put(
    'bo',
    '2.jpg',
    await sharp(await portrait('bo'))
      .modulate({ brightness: 0.6 })
      .toBuffer(),
  )
  await put('ana', 'group.jpg', groupPhoto())
  await put('bo', 'broken.jpg', (await portrait('bo')).subarray(0, 3000))
  await put('bo', 'notes.txt', 'not a photo')
  await put('bo', 'empty.png', '')
  await put('cy', '.DS_Store', 'litter')
  await mkdir(join(photos, 'cy', 'deeper'))
  await mkdir(join(photos, 'empty folder'))
  await writeFile(join(photos, 'loose.jpg'), await portrait('dee'))

  const { status, stdout, stderr } = calibrate('--language', 'en', '--employees', '50')
  assert.equal(status, 0, stderr)
  assert.match(stderr, /10 photos of 3 people/)
  assert.match(stderr, /passed over: cy\/deeper, loose\.jpg/)
  assert.match(stdout, /People: 3; Photos: 10; Templates: 5/)
  assert.match(stdout, /At the threshold for 50 employees/)
  const report = await readReport(out)
  assert.deepEqual(
    report.failures.map(({ person, file, template }) => [`${person}/${file}`, template]),
    [
      ['ana/group.jpg', { outcome: 'several-faces', count: 3 }],
      ['bo/2.jpg', { outcome: 'poor-quality', reasons: ['too-dark'] }],
      ['bo/broken.jpg', { outcome: 'unreadable', reason: 'damaged' }],
      ['bo/empty.png', { outcome: 'unreadable', reason: 'empty' }],
      ['bo/notes.txt', { outcome: 'unreadable', reason: 'unsupported-format' }],
    ],
  )
  assert.deepEqual([report.here.fpir.errors, report.here.fpir.trials], [0, 6])
  assert.deepEqual([report.here.fnir.errors, report.here.fnir.trials], [0, 5])
  assert.deepEqual(report.mixedFolders, [])
  assert.match(await readFile(join(out, 'report.html'), 'utf8'), /<svg[^]*<\/svg>/)
  assert.deepEqual((await readdir(out)).toSorted(), ['report.html', 'report.json'])
  for (const file of await readdir(out))
    assert.equal((await stat(join(out, file))).mode & 0o777, 0o600)
  assert.equal(existsSync(join(directory, 'data')), false)
})

test('a run that was killed goes on where it was, and leaves no template behind', async (t) => {
  const { out, put, calibrate, start } = await openDesk(t)
  const kept = join(out, 'embeddings.partial')
  for (const person of ['ana', 'bo', 'cy'] as const) {
    await put(person, '1.jpg', await portrait(person))
    await put(person, '2.jpg', await otherPortrait(person))
  }
  const child = start()
  t.after(() => child.kill('SIGKILL'))
  const lines = async () => (existsSync(kept) ? (await readFile(kept, 'utf8')).split('\n') : [])
  while ((await lines()).length < 4) await sleep(20)
  child.kill('SIGKILL')
  assert.equal((await stat(kept)).mode & 0o777, 0o600)
  await appendFile(kept, '{"key":"cut off in the mid')

  const { status, stderr } = calibrate()
  assert.equal(status, 0, stderr)
  assert.match(stderr, /[2-6] of them were looked at before/)
  assert.equal((await readReport(out)).photos, 6)
  assert.deepEqual((await readdir(out)).toSorted(), ['report.html', 'report.json'])
})

test('folders and arguments that cannot be used are refused in words, before any work', async (t) => {
  const { directory, photos, out, put, calibrate } = await openDesk(t)
  const none = calibrate()
  assert.equal(none.status, 1)
  assert.match(none.stderr, /has no folder with photos/)
  await put('ana', '1.jpg', await portrait('ana'))
  const alone = calibrate()
  assert.equal(alone.status, 1)
  assert.match(alone.stderr, /one person's photos; at least two people are needed/)
  const missing = calibrate('--photos', join(directory, 'nowhere'))
  assert.equal(missing.status, 1)
  assert.match(missing.stderr, /nowhere is not a folder/)
  const file = calibrate('--photos', join(photos, 'ana', '1.jpg'))
  assert.equal(file.status, 1)
  for (const [args, words] of [
    [['--employees', '0'], /--employees must be a whole number/],
    [['--language', 'xx'], /--language must be one of fr, en/],
    [['--nonsense'], /--nonsense/],
  ] as const) {
    const { status, stderr } = calibrate(...args)
    assert.equal(status, 2)
    assert.match(stderr, words)
  }
  assert.equal(existsSync(out), false)
})

test('where only one person can be seen the report says why, and it is no success', async (t) => {
  const { out, put, calibrate } = await openDesk(t)
  await put('ana', '1.jpg', await portrait('ana'))
  await put('bo', 'notes.txt', 'not a photo')
  const { status, stderr } = calibrate()
  assert.equal(status, 1)
  assert.match(stderr, /at least two people must be usable/)
  assert.deepEqual(
    (await readReport(out)).failures.map(({ file }) => file),
    ['notes.txt'],
  )
})
