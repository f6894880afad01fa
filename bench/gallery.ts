import { createSystemClock } from '../src/system/clock.ts'
import { randomFillSync, webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCalibration } from '../src/identity/calibration.ts'
import { decide, defaultMinMargin, defaultTargetFpir, policyFor } from '../src/identity/decision.ts'
import { createGalleryFeed } from '../src/identity/gallery-feed.ts'
import { createGallery, type Gallery } from '../src/identity/gallery.ts'
import { createIds } from '../src/system/ids.ts'
import { soleFace } from '../src/identity/sole-face.ts'
import type { Template } from '../src/identity/template.ts'
import {
  createFaceEngine,
  createImpostorModel,
  createVectorTable,
  type Embedding,
  type VectorTable,
} from '../src/face/index.ts'
import { createStore } from '../src/store/store.ts'
import { testMasterKey } from '../test/master-key.ts'
import { asWebcamJpeg, samplePhotos } from './photos.ts'
import { measuring, recogniserOptions, recogniserUsage } from './recogniser.ts'
import { quantile, table } from './statistics.ts'

const usage = `npm run bench:gallery [-- --json FILE] [--most N] [--recogniser NAME] [--models DIR]

How long a decision takes: the search of galleries of 1,000 to a million random templates, beside the scalar
products alone that are a part of it, the loading of 100,000 of them from SQLite at the start, and the whole way from a webcam's JPEG to the decision.
${recogniserUsage}`

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    most: { type: 'string', default: '1000000' },
    ...recogniserOptions,
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= Number(values.most))
const templatesPerEmployee = 3
const loadedTemplates = 100_000
const wholeWayTemplates = 10_000
/** Searches before those that count. */
const warmUp = 20
/** Rounds of the whole way over all sample photos. */
const rounds = 8
const progress = (text: string) => process.stderr.write(`\r\x1b[K${text}`)

const { card, packsDirectory } = measuring(values)
const { embeddingLength } = card
const impostors = createImpostorModel(card)
const { model } = impostors
const calibration = readCalibration(card)
const settings = { targetFpir: defaultTargetFpir, minMargin: defaultMinMargin }
const clock = createSystemClock()
const newId = createIds(clock, (bytes) => webcrypto.getRandomValues(bytes))
const createdAt = clock.now()

const searches = sizes.map(measureSearch)
const loading = await measureLoading()
const wholeWay = await measureWholeWay()
progress('')

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1)
console.log(
  table(
    [
      'templates',
      'search and decision ms',
      'p95 ms',
      'products alone ms',
      'ratio',
      'bytes per template',
      'filled in s',
    ],
    searches.map((s) => [
      s.templates.toLocaleString('en'),
      ms(s.medianMs),
      ms(s.p95Ms),
      ms(s.productsMs),
      s.ratio.toFixed(2),
      s.bytesPerTemplate.toFixed(0),
      s.fillSeconds.toFixed(1),
    ]),
  ),
)
console.log()
console.log(
  table(
    ['at the start, from SQLite', 'ms'],
    [
      [`load ${loadedTemplates.toLocaleString('en')} templates`, ms(loading.loadMs)],
      ['processor time of that', ms(loading.processorMs)],
    ],
  ),
)
console.log()
console.log(
  table(
    ['photo to decision', 'photos', 'median ms', 'p95 ms'],
    [
      [
        `1280 x 720 JPEG, ${wholeWayTemplates.toLocaleString('en')} templates`,
        String(wholeWay.photos),
        ms(wholeWay.medianMs),
        ms(wholeWay.p95Ms),
      ],
    ],
  ),
)
if (values.json)
  writeFileSync(values.json, JSON.stringify({ model, searches, loading, wholeWay }, null, 2))

/** A random unit vector: as far from all others as strangers are at best, so that nothing ends early. */
function randomEmbedding(): Embedding {
  const vector = new Float32Array(embeddingLength)
  const random = randomFillSync(new Uint32Array(embeddingLength))
  let squares = 0
  for (let i = 0; i < vector.length; i++) {
    const value = (random[i] as number) / 2 ** 31 - 1
    vector[i] = value
    squares += value * value
  }
  const norm = Math.sqrt(squares)
  return { model, vector: vector.map((value) => value / norm) }
}

function* randomTemplates(count: number): Generator<Template> {
  for (let i = 0; i < count; i++) {
    const employeeId = `e${Math.floor(i / templatesPerEmployee)}`
    yield { id: `t${i}`, employeeId, embedding: randomEmbedding(), createdAt }
  }
}

function fill(count: number): Gallery {
  const gallery = createGallery(impostors)
  for (const template of randomTemplates(count)) gallery.add([template])
  return gallery
}

function measureSearch(templates: number) {
  progress(`searching ${templates} templates`)
  const before = memory()
  const start = performance.now()
  const gallery = fill(templates)
  const fillSeconds = (performance.now() - start) / 1000
  const bytesPerTemplate = (memory() - before) / templates
  const repeats = templates >= 1_000_000 ? 40 : templates >= 100_000 ? 200 : 1000
  const table = tableOf(templates)
  const probes = Array.from({ length: repeats + warmUp }, randomEmbedding)
  // In turn, so that whatever else the machine does falls on both.
  const times = probes.map((probe) => {
    const from = performance.now()
    table.products(probe.vector)
    const between = performance.now()
    decide(gallery.nearest(probe), policyFor(calibration, gallery.size, settings))
    return { products: between - from, search: performance.now() - between }
  })
  const warm = times.slice(warmUp)
  const searches = warm.map(({ search }) => search)
  const medianMs = quantile(searches, 0.5)
  const productsMs = quantile(
    warm.map(({ products }) => products),
    0.5,
  )
  return {
    templates,
    medianMs,
    p95Ms: quantile(searches, 0.95),
    productsMs,
    ratio: medianMs / productsMs,
    bytesPerTemplate,
    fillSeconds,
  }
}

/** Vectors to be compared with and nothing else: what no search can be faster than. */
function tableOf(rows: number): VectorTable {
  const table = createVectorTable(embeddingLength)
  const { vector } = randomEmbedding()
  for (let row = 0; row < rows; row++) table.push(vector)
  return table
}

/** Of the process: vectors live outside JavaScript's own memory. */
function memory(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** As at the start of the server. */
async function measureLoading() {
  const directory = mkdtempSync(join(tmpdir(), 'pointeuse-bench-'))
  const store = await createStore(`sqlite:${join(directory, 'bench.db')}`, testMasterKey)
  try {
    const each = 10
    for (let written = 0; written < loadedTemplates; written += each) {
      if (written % 5000 === 0) progress(`writing ${written} of ${loadedTemplates} templates`)
      const id = newId()
      const templates = [...randomTemplates(each)].map((one) => ({
        ...one,
        id: newId(),
        employeeId: id,
      }))
      await store.employees.create({ id, name: 'Bench', createdAt }, templates)
    }
    progress('loading')
    const [start, processor] = [performance.now(), process.cpuUsage()]
    const gallery = createGallery(impostors)
    await createGalleryFeed({ store, gallery, model }).catchUp()
    const loadMs = performance.now() - start
    const { user, system } = process.cpuUsage(processor)
    if (gallery.size !== loadedTemplates) throw new Error('not all templates were loaded')
    return { templates: loadedTemplates, loadMs, processorMs: (user + system) / 1000 }
  } finally {
    await store.close()
    rmSync(directory, { recursive: true })
  }
}

async function measureWholeWay() {
  progress('photos to decisions')
  const gallery = fill(wholeWayTemplates)
  const engine = await createFaceEngine({ recogniser: card.name, packsDirectory })
  const photos = await Promise.all((await samplePhotos()).map(asWebcamJpeg))
  const times: number[] = []
  for (let round = 0; round <= rounds; round++)
    for (const photo of photos) {
      const from = performance.now()
      const reading = await engine.look(photo, { purpose: 'probe' })
      const face = soleFace(reading, 'probe')
      // The sample photos show groups: their largest face stands for the one at the door.
      const embedding = face.outcome === 'usable' ? face.embedding : largest(reading)
      if (embedding)
        decide(gallery.nearest(embedding), policyFor(calibration, gallery.size, settings))
      if (round > 0) times.push(performance.now() - from)
    }
  await engine.close()
  return {
    photos: photos.length,
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  }

  function largest(reading: Awaited<ReturnType<typeof engine.look>>): Embedding | undefined {
    return reading.readable ? reading.faces[0]?.embedding : undefined
  }
}
