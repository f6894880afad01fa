import { parentPort, workerData } from 'node:worker_threads'
import { createStages } from './engine.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts'

/** One engine in a thread of its own: answers jobs until told to close, and finishes those under way. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker thread only')
const { threads } = workerData as WorkerSettings
const engine = await createStages({ threads })
const say = (message: FromWorker) => port.postMessage(message)
const atWork = new Set<Promise<void>>()

port.on('message', (message: ToWorker) => {
  if ('close' in message) {
    void close()
    return
  }
  const { id, photo, options } = message
  const work = engine
    .look(photo, options)
    .then(
      (reading) => say({ id, reading }),
      (error: unknown) => say({ id, failure: error instanceof Error ? error.message : 'unknown' }),
    )
    .finally(() => atWork.delete(work))
  atWork.add(work)
})

async function close(): Promise<void> {
  await Promise.all(atWork)
  await engine.close()
  port?.close()
}

say({ ready: true, model: engine.model })
