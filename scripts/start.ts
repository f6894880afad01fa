import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

// One process, so that whoever started it can end it: builds the pages when they are missing or old, and then
// is the server. In a thread, whose memory is given back.
const [code] = (await once(new Worker(new URL('./ensure-web.ts', import.meta.url)), 'exit')) as [
  number,
]
if (code === 0) await import('../src/main.ts')
else process.exitCode = code
