import './no-telemetry.ts'
import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { FromWorker, Job, ToWorker, WorkerSettings } from './messages.ts'
import { recipeName } from './recipe.ts'
import type { FaceEngine, PhotoReading } from './types.ts'

export type FaceEngineOptions = {
  /** Worker processes with models of their own; one for every two cores unless told. */
  readonly workers?: number
}

/** Each worker has its own models, about 200 MB; more than this help no time clock. */
const maxWorkers = 4
/** Cores that one inference may use: more than two bring little for models this small. */
const coresPerWorker = 2
/** While one photo's inference runs, the next one is decoded and cut. */
const photosPerWorker = 2
/**
 * A photo that takes longer than this has a stuck worker, which is then replaced. A usual one takes forty
 * milliseconds, on a small and busy machine perhaps a second.
 */
const stuckAfterMs = 5000
/** A worker that cannot even start is tried again after this. */
const respawnAfterMs = 500

/**
 * All that a worker is given of the environment: nothing of ours, such as the database's password. Two memory
 * arenas instead of eight a core keep what the decoders free from lying about (sharp, "Performance").
 */
const workerEnvironment = { MALLOC_ARENA_MAX: '2', ORT_DISABLE_TELEMETRY: '1' }

type Waiting = {
  readonly job: Job
  readonly resolve: (reading: PhotoReading) => void
  readonly reject: (error: Error) => void
}
type Slot = {
  worker: ChildProcess
  ready: boolean
  readonly atWork: Map<number, { readonly waiting: Waiting; readonly timer: NodeJS.Timeout }>
}

/**
 * The engine behind worker processes: `look` never blocks the caller, several photos at once use all cores,
 * and a worker that crashes or hangs fails its own photos only and is replaced. Not threads: the runtime
 * aborts the whole process when a thread is ended while it works.
 * Throws when the models cannot be loaded.
 */
export async function createFaceEngine(options: FaceEngineOptions = {}): Promise<FaceEngine> {
  const cores = availableParallelism()
  const count = options.workers ?? Math.min(maxWorkers, Math.ceil(cores / coresPerWorker))
  const settings: WorkerSettings = { threads: Math.min(cores, coresPerWorker) }
  const queue: Waiting[] = []
  let nextId = 0
  let closing = false

  const file = fileURLToPath(new URL('./worker-process.ts', import.meta.url))
  const spawn = () =>
    fork(file, [JSON.stringify(settings)], {
      serialization: 'advanced',
      env: workerEnvironment,
      // What a library prints has no place in the server's log.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  const slots = Array.from({ length: count }, (): Slot => ({
    worker: spawn(),
    ready: false,
    atWork: new Map(),
  }))

  const dispatch = () => {
    while (queue.length > 0) {
      const free = slots.filter(({ ready, atWork }) => ready && atWork.size < photosPerWorker)
      const [slot] = free.sort((p, q) => p.atWork.size - q.atWork.size)
      const waiting = slot && queue.shift()
      if (!waiting) return
      const timer = setTimeout(() => slot.worker.kill('SIGKILL'), stuckAfterMs)
      slot.atWork.set(waiting.job.id, { waiting, timer })
      tell(slot.worker, waiting.job)
    }
  }
  const release = (slot: Slot, id: number): Waiting | undefined => {
    const { waiting, timer } = slot.atWork.get(id) ?? {}
    clearTimeout(timer)
    slot.atWork.delete(id)
    return waiting
  }

  /** Listens to a slot's worker; resolves when it is ready, rejects when it ends before that. */
  const attend = (slot: Slot): Promise<void> =>
    new Promise((resolve, reject) => {
      let cause: unknown
      slot.worker.on('message', (message: FromWorker) => {
        if ('ready' in message) {
          slot.ready = true
          resolve()
        } else {
          const waiting = release(slot, message.id)
          if ('reading' in message) waiting?.resolve(message.reading)
          else waiting?.reject(new Error(`the face engine failed: ${message.failure}`))
        }
        dispatch()
      })
      slot.worker.on('error', (error) => (cause = error))
      slot.worker.on('exit', () => {
        const wasReady = slot.ready
        slot.ready = false
        for (const id of [...slot.atWork.keys()])
          release(slot, id)?.reject(new Error('the face engine was interrupted', { cause }))
        if (!wasReady) reject(new Error('the face engine cannot start', { cause }))
        else if (!closing) void revive(slot)
      })
    })

  const revive = async (slot: Slot): Promise<void> => {
    while (!closing) {
      slot.worker = spawn()
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
    model: recipeName,
    look(photo, lookOptions) {
      if (closing) return Promise.reject(new Error('the face engine is closed'))
      return new Promise((resolve, reject) => {
        queue.push({ job: { id: nextId++, photo, options: lookOptions }, resolve, reject })
        dispatch()
      })
    },
    async close() {
      closing = true
      for (const { reject } of queue.splice(0)) reject(new Error('the face engine is closed'))
      await Promise.all(slots.map(stop))
    },
  }
}

/** A worker that is gone already ends its photos by its `exit`; that a message cannot reach it is no news. */
function tell(worker: ChildProcess, message: ToWorker): void {
  worker.send(message, () => {})
}

/** Lets a worker finish its photos, then ends its process. */
async function stop(slot: Slot): Promise<void> {
  const ended = new Promise((resolve) => slot.worker.once('exit', resolve))
  if (slot.worker.exitCode !== null || slot.worker.signalCode !== null) return
  if (slot.ready) tell(slot.worker, { close: true })
  else slot.worker.kill('SIGKILL')
  await ended
}
