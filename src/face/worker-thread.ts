import { parentPort, workerData } from 'node:worker_threads'
import { createStages } from './engine.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts'

/** One engine in a thread of its own: answers jobs one after the other until told to close. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker thread only')
const { threads } = workerData as WorkerSettings
const engine = await createStages({ threads })
const say = (message: FromWorker) => port.postMessage(message)

port.on('message', (message: ToWorker) => {
  if ('close' in message) {
    port.close()
    void engine.close()
    return
  }
  const { id, photo, options } = message
  engine.look(photo, options).then(
    (reading) => say({ id, reading }),
    (error: unknown) => say({ id, failure: error instanceof Error ? error.message : 'unknown' }),
  )
})
say({ ready: true, model: engine.model })
