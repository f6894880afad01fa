import { randomFillSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { masterKeyFile } from '../../src/access/keys/master-key-file.ts'
import { recogniserNamed } from '../../src/face/index.ts'
import { setUpForTests } from '../../test/set-up.ts'
import { createStore } from '../../src/store/store.ts'
import { createSystemClock } from '../../src/system/clock.ts'
import { createIds } from '../../src/system/ids.ts'
import type { Figure, Progress } from './figure.ts'
import { secondsToReady } from './start.ts'

const vectorLength = 320
const model = recogniserNamed('builtin').recipe
/** Starts of the program of which the best counts. */
const starts = 3
const createdAt = Temporal.Instant.from('2026-03-02T08:00:00Z')
const templatesPerEmployee = 10
/** As the program makes them: templates that came one after the other lie so in the database. */
const newId = createIds(createSystemClock(), (bytes) => crypto.getRandomValues(bytes))

function randomUnit(): Float32Array {
  const random = randomFillSync(new Int32Array(vectorLength))
  const length = Math.hypot(...random)
  return Float32Array.from(random, (value) => value / length)
}

/** Loading sealed templates at the start, and putting them under a new key. */
export async function measureKeys(share: number, progress: Progress): Promise<Figure[]> {
  const figures: Figure[] = []
  const sizes = [
    { templates: 10_000 * share, startWithinS: 3, rotateWithinS: 60 },
    { templates: 100_000 * share, startWithinS: 6, rotateWithinS: undefined },
  ]
  for (const { templates, startWithinS, rotateWithinS } of sizes) {
    const directory = mkdtempSync(join(tmpdir(), 'pointeuse-bench-access-'))
    try {
      const source = masterKeyFile(join(directory, 'master.key'))
      const url = `sqlite:${join(directory, 'pointeuse.db')}`
      await fill(url, source, templates, progress)
      const count = templates.toLocaleString('en')
      const start = performance.now()
      const store = await createStore(url, source)
      let loaded = 0
      for (let after: string | undefined; ;) {
        const page = await store.templates.page(model, after)
        loaded += page.length
        after = page.at(-1)?.id
        if (after === undefined) break
      }
      const loadS = (performance.now() - start) / 1000
      if (loaded !== templates) throw new Error(`${loaded} of ${templates} templates were loaded`)
      const what = `open and load ${count} sealed templates`
      figures.push({ what, value: loadS, unit: 's' })
      progress(`starting with ${count} templates`)
      figures.push({
        what: `start to ready with ${count} sealed templates, the best of ${starts}`,
        value: await secondsToReady(directory, starts),
        unit: 's',
        atMost: startWithinS,
      })
      if (rotateWithinS !== undefined) {
        progress(`rotating the key of ${count} templates`)
        const begun = performance.now()
        await store.keys.rotate(() => undefined)
        const value = (performance.now() - begun) / 1000
        figures.push({
          what: `rotate-key, ${count} templates`,
          value,
          unit: 's',
          atMost: rotateWithinS,
        })
      }
      await store.close()
    } finally {
      rmSync(directory, { recursive: true })
    }
  }
  return figures
}

async function fill(
  url: string,
  source: ReturnType<typeof masterKeyFile>,
  templates: number,
  progress: Progress,
): Promise<void> {
  const store = await createStore(url, source, 'patient')
  await setUpForTests(store, createdAt)
  for (let made = 0; made < templates; made += templatesPerEmployee) {
    if (made % 1000 === 0) progress(`enrolling: ${made} of ${templates}`)
    const id = newId()
    await store.employees.create(
      { id, name: 'Bench', createdAt },
      Array.from({ length: templatesPerEmployee }, () => ({
        ...{ id: newId(), employeeId: id, createdAt },
        embedding: { model, vector: randomUnit() },
      })),
    )
  }
  await store.close()
}
