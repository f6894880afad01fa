import { createStages } from './engine.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts'

/**
 * One engine in a process of its own: answers jobs until told to close, and finishes those under way.
 * Started by worker.ts, with its settings as the only argument.
 */
const { threads } = JSON.parse(process.argv[2] ?? '{}') as WorkerSettings
const engine = await createStages({ threads })
const say = (message: FromWorker) => process.send?.(message)
const atWork = new Set<Promise<void>>()

process.on('message', (message: ToWorker) => {
  if ('close' in message) {
    void close()
    return
  }
  const { id, photo, options } = message
  const work = engine
    .look(photo, options)
    .then(
      (reading) => void say({ id, reading }),
      (error: unknown) =>
        void say({ id, failure: error instanceof Error ? error.message : 'unknown' }),
    )
    .finally(() => atWork.delete(work))
  atWork.add(work)
})

async function close(): Promise<void> {
  await Promise.all(atWork)
  await engine.close()
  process.disconnect()
}

// Whoever stops the server stops it first; it says when this process is to close. Nothing must stay behind
// a server that is gone without a word.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})
process.on('disconnect', () => process.exit(0))

say({ ready: true })
