import { createImpostorModel, type ImpostorModel, type RecogniserCard } from '../face/index.ts'
import { createGallery, type Gallery } from './gallery.ts'
import { createGalleryFeed, type GalleryFeed } from './gallery-feed.ts'
import type { IdentityStore } from './ports.ts'

/** The gallery of a database, what keeps it up to date, and what is known of strangers by the same recogniser. */
export type OpenGallery = {
  readonly recogniser: RecogniserCard
  readonly impostors: ImpostorModel
  readonly gallery: Gallery
  readonly feed: GalleryFeed
}

/** Loads all templates that a recogniser made. It needs no engine, which may start meanwhile. Throws StoreError. */
export async function openGallery(
  store: IdentityStore,
  recogniser: RecogniserCard,
): Promise<OpenGallery> {
  const impostors = createImpostorModel(recogniser)
  const gallery = createGallery(impostors)
  const feed = createGalleryFeed({ store, gallery, model: recogniser.recipe })
  await feed.catchUp()
  return { recogniser, impostors, gallery, feed }
}
