import type { Gallery } from './gallery.ts'
import type { GalleryFeed } from './gallery-feed.ts'
import type { IdentityStore } from './ports.ts'

/**
 * How many templates the database has by which nobody is recognised: damaged ones, and those whose key is not there.
 * Their employees are recognised by their others, or not at all until they are enrolled again or a backup is
 * restored; then it is none. Throws StoreError.
 */
export type CountUnreadable = () => Promise<number>

export type CountUnreadableDeps = {
  readonly store: Pick<IdentityStore, 'templates'>
  readonly gallery: Pick<Gallery, 'size'>
  readonly feed: Pick<GalleryFeed, 'catchUp'>
  readonly model: string
}

export function createCountUnreadable(deps: CountUnreadableDeps): CountUnreadable {
  const { store, gallery, feed, model } = deps
  return async function countUnreadable() {
    const models = await store.templates.models()
    // What was added meanwhile is in the gallery then, and what was removed is not.
    await feed.catchUp()
    const kept = models.find((each) => each.model === model)?.templates ?? 0
    return Math.max(0, kept - gallery.size)
  }
}
