import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { availableParallelism, constants, setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test, type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { needs } from '../../test/needs.ts'
import { portrait } from '../../test/portraits.ts'
import { childrenOf, gone, hasProc } from '../../test/processes.ts'
import { createFaceEngine, EngineError, type FaceEngineOptions } from './index.ts'

const skip = needs('/proc, to find a worker', hasProc)
const probe = { purpose: 'probe' } as const

/** An engine of one worker, closed after the test, and what became of its workers. */
async function oneWorker(t: TestContext, onWorker: FaceEngineOptions['onWorker'] = () => {}) {
  const ends: unknown[] = []
  const engine = await createFaceEngine({
    workers: 1,
    onWorker(news, cause) {
      if (news === 'ended') ends.push(cause)
      onWorker(news, cause)
    },
  })
  t.after(() => engine.close())
  return { engine, ends }
}

function workerId(parent = process.pid): number {
  const [worker] = childrenOf(parent)
  assert.ok(worker)
  return worker
}

test('the photos of a worker that is killed are looked at by the next one', { skip }, async (t) => {
  const { engine, ends } = await oneWorker(t)
  const photos = [await portrait('ana'), await portrait('bo'), await portrait('cy')]
  const readings = photos.map((photo) => engine.look(photo, probe))
  process.kill(workerId(), 'SIGKILL')
  for (const reading of await Promise.all(readings))
    assert.ok(reading.readable && reading.faces.length === 1)
  assert.equal(ends.length, 1)
})

test(
  'a photo whose worker ends twice is given up, and costs no other photo',
  { skip },
  async (t) => {
    let kills = 0
    const killOnce = () => {
      if (kills++ < 2) process.kill(workerId(), 'SIGKILL')
    }
    const { engine } = await oneWorker(t, (news) => news === 'ready' && kills > 0 && killOnce())
    const deadly = engine.look(await portrait('ana'), probe)
    killOnce()
    const other = engine.look(await portrait('bo'), probe)
    await assert.rejects(
      deadly,
      (error) => error instanceof EngineError && error.fault === 'interrupted',
    )
    assert.ok((await other).readable)
  },
)

test('a worker that was stopped is replaced, and its photo is looked at', { skip }, async (t) => {
  const { engine, ends } = await oneWorker(t)
  const reading = engine.look(await portrait('ana'), probe)
  process.kill(workerId(), 'SIGSTOP')
  assert.ok((await reading).readable)
  assert.match(String(ends), /silent/)
})

test('a worker that gets hardly any of the machine is slow, not stuck', { skip }, async (t) => {
  const { engine, ends } = await oneWorker(t)
  const worker = workerId()
  const loops = Array.from({ length: 2 * availableParallelism() }, () => {
    const loop = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
    setPriority(loop.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL / 2)
    return loop
  })
  t.after(() => loops.forEach((loop) => loop.kill('SIGKILL')))
  for (const thread of readdirSync(`/proc/${worker}/task`)) setPriority(Number(thread), 19)
  const reading = await engine.look(await portrait('ana'), probe)
  assert.ok(reading.readable)
  assert.deepEqual(ends, [])
})

test(
  'a worker that is let run for a moment now and then is not stuck either',
  { skip },
  async (t) => {
    const { engine, ends } = await oneWorker(t)
    const worker = workerId()
    const reading = engine.look(await portrait('ana'), { purpose: 'template' })
    const begun = performance.now()
    while (performance.now() - begun < 8000) {
      process.kill(worker, 'SIGSTOP')
      await sleep(600)
      process.kill(worker, 'SIGCONT')
      await sleep(3)
    }
    assert.ok((await reading).readable)
    assert.deepEqual(ends, [])
  },
)

/** A program that holds an engine of one worker and obeys lines; its stderr is also the worker's. */
async function engineProgram(t: TestContext, limits = ':') {
  const photo = join(tmpdir(), `pointeuse-engine-${process.pid}.jpg`)
  await writeFile(photo, await portrait('ana'))
  const script = `
    import { openSync, closeSync, readFileSync } from 'node:fs'
    import { createInterface } from 'node:readline'
    import { createFaceEngine } from '${new URL('./index.ts', import.meta.url).href}'
    const photo = readFileSync('${photo}')
    const taken = []
    const engine = await createFaceEngine({ workers: 1, onWorker: (news) => console.log(news) })
    const orders = {
      look: () => engine.look(photo, { purpose: 'probe' }).then(
        (reading) => console.log('faces', reading.faces.length),
        (error) => console.log(error.fault)),
      trouble: () => console.log('trouble', engine.trouble()),
      fill: () => { try { for (;;) taken.push(openSync('/dev/null')) } catch { console.log('full') } },
      free: () => { taken.forEach(closeSync); console.log('freed') },
      end: () => engine.close().then(() => process.exit()),
    }
    createInterface(process.stdin).on('line', (order) => orders[order]())`
  const program = spawn('sh', [
    '-c',
    `${limits}; exec "$0" --input-type=module -e "$1"`,
    process.execPath,
    script,
  ])
  let errors = ''
  program.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  t.after(() => program.kill('SIGKILL'))
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]()
  return {
    id: program.pid ?? 0,
    tell: (order: string) => program.stdin.write(`${order}\n`),
    /** Waits for this line; what else is said before does not matter. */
    async heard(line: string) {
      for (let said = ''; said !== line;) {
        const { value, done } = await lines.next()
        assert.ok(!done, `it ended before it said "${line}": ${errors}`)
        said = value
      }
    },
    errors: () => errors,
    program,
  }
}

test(
  'without a descriptor left no worker starts, which is told, until there are some again',
  { skip },
  async (t) => {
    const { id, tell, heard } = await engineProgram(t, 'ulimit -n 64')
    await heard('ready')
    tell('fill')
    await heard('full')
    process.kill(workerId(id), 'SIGKILL')
    await heard('ended')
    await heard('ended')
    tell('trouble')
    await heard('trouble engine-down')
    tell('look')
    await heard('down')
    tell('free')
    await heard('ready')
    tell('look')
    await heard('faces 1')
    tell('trouble')
    await heard('trouble undefined')
  },
)

test('a worker whose parent is gone ends without a word', { skip }, async (t) => {
  const { id, tell, heard, errors, program } = await engineProgram(t)
  await heard('ready')
  const worker = workerId(id)
  tell('look')
  // Stopped in the middle of the photo, so that its answer finds nobody.
  await sleep(30)
  process.kill(worker, 'SIGSTOP')
  const ended = once(program, 'close')
  program.kill('SIGKILL')
  await sleep(100)
  process.kill(worker, 'SIGCONT')
  await gone(worker)
  await ended
  assert.equal(errors(), '')
})

test('closing ends the workers, and lets what they have begun finish', { skip }, async () => {
  const engine = await createFaceEngine({ workers: 1 })
  const begun = engine.look(await portrait('bo'), probe)
  await engine.close()
  assert.ok((await begun).readable)
  assert.deepEqual(childrenOf(process.pid), [])
})
