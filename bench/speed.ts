import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createStages, type Stage } from '../src/face/index.ts'
import { asWebcamJpeg, photosIn, samplePhotos } from './photos.ts'
import { measuring, recogniserOptions, recogniserUsage } from './recogniser.ts'
import type { Measurement, PeerName } from './speed-of.ts'
import { quantile, table } from './statistics.ts'

const usage = `npm run bench -- [--photos DIR] [--rounds N] [--json FILE] [--recogniser NAME] [--models DIR]

Compares this engine with @vladmandic/face-api and @vladmandic/human on the same photos in one run: from
the bytes of a 1280 x 720 JPEG to a descriptor, one photo at a time, then ${8} at once.
  --photos DIR  photos with a face (default: samples that come with a package)
  --rounds N    how often each photo is looked at (default 10)
  --json FILE   writes the figures to a file as well${recogniserUsage}`

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    rounds: { type: 'string', default: '10' },
    json: { type: 'string' },
    ...recogniserOptions,
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const originals = values.photos
  ? photosIn(values.photos).map((path) => readFileSync(path))
  : await samplePhotos()
const photos = await Promise.all(originals.map(asWebcamJpeg))
const rounds = Number(values.rounds)
console.log(`${photos.length} photos, ${rounds} rounds; about a minute or two`)

const measurements: Measurement[] = []
for (const peer of ['pointeuse', 'human', 'face-api'] as const) {
  console.log(`measuring ${peer} ...`)
  measurements.push(await measure(peer))
}
const stages = await measureStages()

const median = (m: Measurement) => quantile(m.latenciesMs, 0.5)
const [ours] = measurements as [Measurement]
console.log()
console.log(
  table(
    [
      'engine',
      'faces',
      'median ms',
      'p95 ms',
      'photos/s',
      'ready ms',
      'idle MB',
      'peak MB',
      'slower than ours',
    ],
    measurements.map((m) => [
      m.name,
      `${m.faces}/${photos.length}`,
      median(m).toFixed(1),
      quantile(m.latenciesMs, 0.95).toFixed(1),
      m.photosPerSecond.toFixed(1),
      m.readyMs.toFixed(0),
      m.idleMemoryMb.toFixed(0),
      m.peakMemoryMb.toFixed(0),
      `${(median(m) / median(ours)).toFixed(1)} x`,
    ]),
  ),
)
console.log()
console.log(
  table(
    ['stage of ours', 'median ms'],
    Object.entries(stages).map(([name, ms]) => [name, ms.toFixed(1)]),
  ),
)
if (values.json)
  writeFileSync(
    values.json,
    JSON.stringify({ photos: photos.length, rounds, measurements, stages }, null, 2),
  )

/** Runs one engine in its own process. */
function measure(peer: PeerName): Promise<Measurement> {
  const child = spawn(
    process.execPath,
    ['bench/speed-of.ts', peer, String(rounds), values.recogniser, values.models],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  child.stdin.end(JSON.stringify(photos.map((photo) => photo.toString('base64'))))
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      const line = Buffer.concat(output).toString().trim().split('\n').at(-1)
      if (code === 0 && line) resolve(JSON.parse(line) as Measurement)
      else reject(new Error(`${peer} could not be measured (exit code ${code})`))
    })
  })
}

/** Median milliseconds of each stage for a photo, one photo at a time with all cores. */
async function measureStages(): Promise<Record<Stage, number>> {
  const times: Record<Stage, number[]> = {
    decode: [],
    detect: [],
    landmarks: [],
    quality: [],
    embed: [],
  }
  const { card, packsDirectory } = measuring(values)
  const engine = await createStages({
    threads: 2,
    recogniser: card.name,
    packsDirectory,
    onStage: (stage, ms) => times[stage].push(ms),
  })
  for (let round = 0; round < rounds; round++)
    for (const photo of photos) await engine.look(photo, { purpose: 'probe' })
  await engine.close()
  return Object.fromEntries(
    Object.entries(times).map(([stage, ms]) => [stage, quantile(ms, 0.5)]),
  ) as Record<Stage, number>
}
