import type { Purpose } from './types.ts'

/** What the queue needs to know of a photo that waits. */
export type Queued = {
  readonly purpose: Purpose
  /** Its decoder takes seconds for what others do in a fraction of one. */
  readonly isSlow: boolean
}

/**
 * Photos that wait for a worker. Probes come first, since somebody stands at the door; but after
 * `probesInARow` of them one of the others has its turn, so that nobody waits for ever.
 */
export interface PhotoQueue<Photo extends Queued> {
  readonly length: number
  add(photo: Photo): void
  /** Takes the next one out; with `isQuick` the next that is not slow. */
  take(isQuick: boolean): Photo | undefined
  /** Takes this one out, wherever it stands; false when it has gone. */
  remove(photo: Photo): boolean
  clear(): Photo[]
}

const probesInARow = 4

export function createPhotoQueue<Photo extends Queued>(): PhotoQueue<Photo> {
  const lanes: Record<Purpose, Photo[]> = { probe: [], template: [] }
  let probesTaken = 0

  const takeFrom = (lane: Photo[], isQuick: boolean): Photo | undefined => {
    const at = isQuick ? lane.findIndex(({ isSlow }) => !isSlow) : 0
    return at < 0 ? undefined : lane.splice(at, 1)[0]
  }

  return {
    get length() {
      return lanes.probe.length + lanes.template.length
    },
    add(photo) {
      lanes[photo.purpose].push(photo)
    },
    take(isQuick) {
      const isTemplatesTurn = probesTaken >= probesInARow
      const order = isTemplatesTurn ? [lanes.template, lanes.probe] : [lanes.probe, lanes.template]
      const [first = [], second = []] = order
      const photo = takeFrom(first, isQuick) ?? takeFrom(second, isQuick)
      if (photo) probesTaken = photo.purpose === 'probe' ? probesTaken + 1 : 0
      return photo
    },
    remove(photo) {
      const lane = lanes[photo.purpose]
      const at = lane.indexOf(photo)
      if (at >= 0) lane.splice(at, 1)
      return at >= 0
    },
    clear: () => [...lanes.probe.splice(0), ...lanes.template.splice(0)],
  }
}
