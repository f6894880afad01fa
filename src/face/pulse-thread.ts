import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { pulseEveryMs, writePulse, type PulseThreadData } from './pulse.ts'

/**
 * The heart of a worker process: a thread of its own, since the process's first one is busy for as long as an
 * inference takes. It tells what the others have done, and ends the process when nobody is there to hear it:
 * whatever that is still doing, it does for nobody.
 */
const { steps, descriptor } = workerData as PulseThreadData
const done = new Uint32Array(steps)

setInterval(() => {
  const { user, system } = process.cpuUsage()
  const own = process.threadCpuUsage()
  const cpuMs = (user + system - own.user - own.system) / 1000
  const pulse = writePulse({ cpuMs, bytes: process.memoryUsage.rss(), steps: [...done] })
  try {
    writeSync(descriptor, pulse)
  } catch (error) {
    // Whoever is too busy to take this one is there, and takes a later one.
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') process.kill(process.pid, 'SIGKILL')
  }
}, pulseEveryMs)
