import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FromWorker, Job, ToWorker, WorkerSettings } from './messages.ts'
import { recipe } from './recipe.ts'
import type { FaceEngine, PhotoReading } from './types.ts'

export type FaceEngineOptions = {
  /** Photos looked at side by side, each in a thread of its own; one a core unless told. */
  readonly workers?: number
}

/** More workers than this cost memory (about 120 MB each) and help no time clock. */
const maxWorkers = 4
/** A photo that takes longer than this has a stuck worker, which is then replaced. */
const stuckAfterMs = 3000
/** A worker that cannot even start is tried again after this. */
const respawnAfterMs = 500

type Waiting = {
  readonly job: Job
  readonly resolve: (reading: PhotoReading) => void
  readonly reject: (error: Error) => void
}
type Slot = { worker: Worker; busy?: Waiting; ready: boolean; timer?: NodeJS.Timeout }

/**
 * The engine behind worker threads: `look` never blocks the caller's thread, several photos at once use
 * all cores, and a worker that crashes or hangs fails its own photo only and is replaced.
 * Throws when the models cannot be loaded.
 */
export async function createFaceEngine(options: FaceEngineOptions = {}): Promise<FaceEngine> {
  const cores = availableParallelism()
  const count = Math.max(1, options.workers ?? Math.min(cores, maxWorkers))
  const settings: WorkerSettings = { threads: Math.max(1, Math.floor(cores / count)) }
  const queue: Waiting[] = []
  let nextId = 0
  let closing = false

  const spawn = (): Slot => {
    const worker = new Worker(new URL('./worker-thread.ts', import.meta.url), {
      workerData: settings,
    })
    return { worker, ready: false }
  }
  const slots = Array.from({ length: count }, spawn)

  const dispatch = () => {
    for (const slot of slots) {
      if (!slot.ready || slot.busy) continue
      const next = queue.shift()
      if (!next) return
      slot.busy = next
      slot.timer = setTimeout(() => void slot.worker.terminate(), stuckAfterMs)
      slot.worker.postMessage(next.job satisfies ToWorker)
    }
  }
  const release = (slot: Slot): Waiting | undefined => {
    clearTimeout(slot.timer)
    const { busy } = slot
    delete slot.busy
    return busy
  }

  /** Listens to a slot's worker; resolves when it is ready, rejects when it ends before that. */
  const attend = (slot: Slot): Promise<void> =>
    new Promise((resolve, reject) => {
      let cause: Error | undefined
      slot.worker.on('message', (message: FromWorker) => {
        if ('ready' in message) {
          slot.ready = true
          resolve()
        } else {
          const waiting = release(slot)
          if ('reading' in message) waiting?.resolve(message.reading)
          else waiting?.reject(new Error(`the face engine failed: ${message.failure}`))
        }
        dispatch()
      })
      slot.worker.on('error', (error) => (cause = error instanceof Error ? error : undefined))
      slot.worker.on('exit', () => {
        const wasReady = slot.ready
        slot.ready = false
        release(slot)?.reject(new Error('the face engine was interrupted', { cause }))
        if (!wasReady) reject(new Error('the face engine cannot start', { cause }))
        else if (!closing) void revive(slot)
      })
    })

  const revive = async (slot: Slot): Promise<void> => {
    while (!closing) {
      slot.worker = spawn().worker
      const started = await attend(slot).then(
        () => true,
        () => false, // tried again below: what was missing at start may be back
      )
      if (started) return
      await new Promise((resolve) => setTimeout(resolve, respawnAfterMs))
    }
  }

  await Promise.all(slots.map(attend))
  return {
    model: recipe.name,
    look(photo, lookOptions) {
      if (closing) return Promise.reject(new Error('the face engine is closed'))
      return new Promise((resolve, reject) => {
        queue.push({ job: { id: nextId++, photo, options: lookOptions }, resolve, reject })
        dispatch()
      })
    },
    async close() {
      closing = true
      for (const waiting of queue.splice(0)) waiting.reject(new Error('the face engine is closed'))
      await Promise.all(slots.map(stop))
    },
  }
}

/** Lets a worker finish its photo, then ends its thread. */
async function stop(slot: Slot): Promise<void> {
  if (!slot.ready) return void (await slot.worker.terminate())
  const ended = new Promise((resolve) => slot.worker.once('exit', resolve))
  slot.worker.postMessage({ close: true } satisfies ToWorker)
  await ended
}
