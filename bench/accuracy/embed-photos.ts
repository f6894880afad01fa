import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFaceEngine, type Face, type Purpose } from '../../src/face/index.ts'

/** What one photo gave, as a template and as a probe, or why it gave nothing. */
export type Embedded = { readonly template: Float32Array; readonly probe: Float32Array }
export type EmbeddedPhotos = {
  readonly model: string
  readonly photos: ReadonlyMap<string, Embedded>
  readonly failures: ReadonlyMap<string, string>
}

/**
 * Looks at every photo twice, as one looks at a template and at a probe. The face nearest to the middle of
 * the photo counts, since that is whom such data sets label.
 */
export async function embedPhotos(root: string, paths: readonly string[]): Promise<EmbeddedPhotos> {
  const engine = await createFaceEngine()
  const photos = new Map<string, Embedded>()
  const failures = new Map<string, string>()
  const inFlight = 4
  let next = 0
  let done = 0
  const look = async (path: string, purpose: Purpose): Promise<Float32Array | string> => {
    const reading = await engine.look(readFileSync(join(root, path)), { purpose, embedLargest: 16 })
    if (!reading.readable) return reading.reason
    const centre = { x: reading.width / 2, y: reading.height / 2 }
    const [face] = [...reading.faces].sort((p, q) => offCentre(p, centre) - offCentre(q, centre))
    return face?.embedding?.vector ?? 'no-face'
  }
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
        const [template, probe] = [await look(path, 'template'), await look(path, 'probe')]
        if (typeof template === 'string') failures.set(path, template)
        else if (typeof probe === 'string') failures.set(path, probe)
        else photos.set(path, { template, probe })
        if (++done % 100 === 0) process.stderr.write(`\r${done} of ${paths.length} photos `)
      }
    }),
  )
  process.stderr.write('\r')
  await engine.close()
  return { model: engine.model, photos, failures }
}

const offCentre = ({ box }: Face, centre: { x: number; y: number }): number =>
  Math.hypot(box.x + box.width / 2 - centre.x, box.y + box.height / 2 - centre.y)
