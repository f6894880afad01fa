import { readFileSync } from 'node:fs'
import { loadFaceApi } from './peers/face-api.ts'
import { loadHuman } from './peers/human.ts'
import { loadPointeuse } from './peers/pointeuse.ts'
import { measuring } from './recogniser.ts'

/**
 * Measures one engine in a process of its own, so that its memory is its own. Started by speed.ts with
 * photos as base64 on standard input; answers with one line of JSON.
 */
const peers = { pointeuse: loadPointeuse, 'face-api': loadFaceApi, human: loadHuman }
export type PeerName = keyof typeof peers
export type Measurement = {
  readonly name: string
  readonly readyMs: number
  readonly idleMemoryMb: number
  readonly peakMemoryMb: number
  readonly faces: number
  readonly latenciesMs: readonly number[]
  readonly photosPerSecond: number
}

/** Photos given at once, to see what all cores do together. */
const inFlight = 8

const [name, roundsText, recogniser = 'builtin', models = ''] = process.argv.slice(2) as [
  PeerName,
  string,
  ...string[],
]
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const photos = (JSON.parse(Buffer.concat(chunks).toString()) as string[]).map((photo) =>
  Buffer.from(photo, 'base64'),
)
// Where a library prints to standard output, the answer must stay readable.
console.log = console.info = () => {}

const start = performance.now()
const peer = await peers[name](measuring({ recogniser, models }))
const readyMs = performance.now() - start
const idleMemoryMb = memoryMb('VmRSS')

let faces = 0
for (const photo of photos) if (await peer.describe(photo)) faces++ // warms up, too
const latenciesMs: number[] = []
for (let round = 0; round < Number(roundsText); round++)
  for (const photo of photos) {
    const from = performance.now()
    await peer.describe(photo)
    latenciesMs.push(performance.now() - from)
  }

const total = photos.length * Math.max(1, Math.floor(Number(roundsText) / 2))
const from = performance.now()
let next = 0
await Promise.all(
  Array.from({ length: inFlight }, async () => {
    while (next < total) {
      const photo = photos[next++ % photos.length]
      if (photo) await peer.describe(photo)
    }
  }),
)
const photosPerSecond = total / ((performance.now() - from) / 1000)

/** Resident memory of this process and its workers in megabytes: now, or the most there was. */
function memoryMb(field: 'VmRSS' | 'VmHWM'): number {
  const of = (pid: number | string) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1e3
  }
  const { pid } = process
  const workers = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return [String(pid), ...workers].filter(Boolean).reduce((sum, id) => sum + of(id), 0)
}

const measurement: Measurement = {
  name: peer.name,
  readyMs,
  idleMemoryMb,
  peakMemoryMb: memoryMb('VmHWM'),
  faces,
  latenciesMs,
  photosPerSecond,
}
process.stdout.write(JSON.stringify(measurement) + '\n')
await peer.close()
process.exit(0)
