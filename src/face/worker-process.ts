import { startHeart } from './heart.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts'
import { toWire, wipeWire } from './wire.ts'

/**
 * One engine in a process of its own: answers jobs until told to close, and finishes those under way.
 * Started by worker.ts, with its settings as the only argument.
 */
const { seats, ...settings } = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings
const heart = startHeart(seats + 1)
const atWork = new Set<Promise<void>>()

// Whoever stops the server stops it first; it says when this process is to close. Nothing must stay behind
// a server that is gone without a word.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))

// Only now what takes long to load: until here nobody could have told that it hangs.
const { createStages } = await import('./engine.ts')
const engine = await createStages({ ...settings, onLoaded: () => heart.step(seats) })

process.on('message', (message: ToWorker) => {
  if ('close' in message) {
    void close()
    return
  }
  const { id, seat, photo, options } = message
  const work = engine
    .look(photo, { ...options, onStep: () => heart.step(seat) })
    .then(
      (reading) => {
        const told = toWire(reading)
        say({ id, reading: told }, () => wipeWire(told))
      },
      (error: unknown) => say({ id, failure: error instanceof Error ? error.message : 'unknown' }),
    )
    .finally(() => {
      atWork.delete(work)
      forgetSoon()
    })
  atWork.add(work)
})

/** A parent that is gone hears nothing, and needs nothing. */
function say(message: FromWorker, whenSent = () => {}): void {
  process.send?.(message, undefined, undefined, whenSent)
}

/** Nobody looks at a photo for so long: whoever is forgotten is to be gone from here as well within 5 seconds. */
const forgetAfterMs = 1000
let forgetting: NodeJS.Timeout | undefined

/** Gives back what photos left; what is given back is overwritten (see `workerEnvironment`). */
function forgetSoon(): void {
  forgetting ??= setTimeout(() => {
    forgetting = undefined
    globalThis.gc?.()
  }, forgetAfterMs).unref()
}

async function close(): Promise<void> {
  await Promise.all(atWork)
  await engine.close()
  process.disconnect()
}

say({ ready: true })
