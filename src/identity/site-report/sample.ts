import type { Embedding } from '../../face/index.ts'
import type { SoleFace } from '../sole-face.ts'

/** Why a photo gave no face to compare. */
export type Failure = Exclude<SoleFace, { readonly outcome: 'usable' }>

/** What a photo gave for one purpose. */
export type Acquired = { readonly outcome: 'usable'; readonly embedding: Embedding } | Failure

/** One photo of a site's own people, looked at as a photo to enrol and as a photo taken at the door. */
export type SitePhoto = {
  /** The name of the folder that it was in: one folder is one person. */
  readonly person: string
  /** Its file's name. */
  readonly file: string
  readonly template: Acquired
  readonly probe: Acquired
}

/** Photos with people as numbers, and only what can be compared. */
export type Sample = {
  /** The folders in which at least one photo could be used. */
  readonly people: readonly string[]
  readonly photos: readonly SamplePhoto[]
}

export type SamplePhoto = {
  /** Index into `people`. */
  readonly person: number
  readonly file: string
  readonly template?: Embedding
  readonly probe?: Embedding
}

const embeddingOf = (acquired: Acquired): Embedding | undefined =>
  acquired.outcome === 'usable' ? acquired.embedding : undefined

export function createSample(photos: readonly SitePhoto[]): Sample {
  const numbers = new Map<string, number>()
  const usable: SamplePhoto[] = []
  for (const photo of photos) {
    const template = embeddingOf(photo.template)
    const probe = embeddingOf(photo.probe)
    if (!template && !probe) continue
    const person = numbers.get(photo.person) ?? numbers.size
    numbers.set(photo.person, person)
    usable.push({
      person,
      file: photo.file,
      ...(template && { template }),
      ...(probe && { probe }),
    })
  }
  return { people: [...numbers.keys()], photos: usable }
}
