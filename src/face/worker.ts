import './no-telemetry.ts'
import { fork, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Answer, FromWorker, Job, ToWorker, WorkerSettings } from './messages.ts'
import { pulseDescriptor, pulseEveryMs, readPulses } from './pulse.ts'
import { createWatch } from './watch.ts'

/**
 * All that a worker is given of the environment: nothing of ours, such as the database's password. Two memory
 * arenas instead of eight a core keep what the decoders free from lying about (sharp, "Performance"). Memory that
 * is given back is overwritten at once, by glibc: a face stays nowhere.
 */
const workerEnvironment = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_PERTURB_: '165',
  ORT_DISABLE_TELEMETRY: '1',
}

/** A process with models of its own, from its start to its end. */
export interface Worker {
  /** Hands over a photo; its answer comes as an event, or the worker's end does. */
  look(job: Job): void
  /** Lets it finish its photos and end. */
  close(): void
  kill(): void
}

export type WorkerEvents = {
  readonly onReady: () => void
  readonly onAnswer: (answer: Answer) => void
  /** Once, whatever happened to it: it ended, or could not even be started. `cause` is what is known of that. */
  readonly onEnd: (cause: unknown) => void
}

/** Starts a worker, and ends it when it is stuck. Never throws: what went wrong is told by `onEnd`, later. */
export function startWorker(
  settings: WorkerSettings,
  { onReady, onAnswer, onEnd }: WorkerEvents,
): Worker {
  let child: ChildProcess
  try {
    child = spawn(settings)
  } catch (error) {
    setImmediate(onEnd, error)
    return { look() {}, close() {}, kill() {} } // there is nobody to tell
  }
  const watch = createWatch(settings.seats)
  const seatOf = new Map<number, number>()
  let cause: unknown
  const timer = setInterval(() => {
    const finding = watch.tick()
    if (finding === undefined) return
    cause = new Error(`a worker of the face engine was ${finding}`)
    child.kill('SIGKILL')
  }, pulseEveryMs)
  const end = () => {
    clearInterval(timer)
    onEnd(cause)
  }
  child.on('exit', end)
  child.on('error', (error) => {
    cause = error
    // Without a process, as when there are no descriptors left, nothing else will ever be heard of it.
    if (child.pid === undefined) end()
  })
  child.on('message', (message: FromWorker) => {
    if ('ready' in message) {
      watch.end(settings.seats)
      onReady()
      return
    }
    watch.end(seatOf.get(message.id) ?? settings.seats)
    seatOf.delete(message.id)
    onAnswer(message)
  })
  // What was not started has no streams, whatever its type says.
  const pulse = (child.stdio as ChildProcess['stdio'] | undefined)?.[pulseDescriptor]
  if (pulse) readPulses(pulse as Readable, watch.hear)

  return {
    look(job) {
      seatOf.set(job.id, job.seat)
      watch.begin(job.seat)
      tell(child, job)
    },
    close: () => tell(child, { close: true }),
    kill: () => void child.kill('SIGKILL'),
  }
}

const file = fileURLToPath(new URL('./worker-process.ts', import.meta.url))
const spawn = (settings: WorkerSettings): ChildProcess =>
  fork(file, [JSON.stringify(settings)], {
    serialization: 'advanced',
    env: workerEnvironment,
    // Not those of the parent, which may be about a debugger or a test.
    execArgv: ['--expose-gc', '--max-semi-space-size=8', '--max-old-space-size=256'],
    // What a library prints has no place in the server's log.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc', 'pipe'],
  })

/** A worker that is gone already ends its photos by its end; that a message cannot reach it is no news. */
function tell(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => {})
}
