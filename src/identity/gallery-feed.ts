import type { Gallery } from './gallery.ts'
import type { IdentityStore } from './ports.ts'
import type { Template } from './template.ts'
import { createTurns } from './turns.ts'
import { wipe } from './wipe.ts'

/** Keeps a gallery equal to the database, whichever of its servers changes that. */
export interface GalleryFeed {
  /** The last change that the gallery has; undefined before it was loaded. */
  readonly seen: number | undefined
  /**
   * Brings the gallery to what was committed before the call: the first time by loading all, then by reading
   * again whoever changed. One small question when nobody did. Throws StoreError, and may be called again.
   */
  catchUp(): Promise<void>
}

/** What becomes known to whoever runs the server: that the gallery falls behind, and that it is back. */
export type FollowEvents = { onTrouble(error: unknown): void; onRecovery(): void }

/**
 * Catches up after every pause, whatever the database does meanwhile, until a pause says that there are no
 * more. Trouble is said once, until it is over.
 */
export async function followGallery(
  feed: Pick<GalleryFeed, 'catchUp'>,
  pause: () => Promise<boolean>,
  { onTrouble, onRecovery }: FollowEvents,
): Promise<void> {
  let isBehind = false
  while (await pause()) {
    try {
      await feed.catchUp()
      if (isBehind) onRecovery()
      isBehind = false
    } catch (error) {
      if (!isBehind) onTrouble(error)
      isBehind = true
    }
  }
}

export type GalleryFeedDeps = {
  readonly store: Pick<IdentityStore, 'templates' | 'galleryChanges'>
  readonly gallery: Gallery
  /** Whose embeddings the gallery holds. */
  readonly model: string
}

/** Changes taken at once: some thousand templates to read. */
const changesAtOnce = 500

export function createGalleryFeed({ store, gallery, model }: GalleryFeedDeps): GalleryFeed {
  const { templates, galleryChanges } = store
  const inTurn = createTurns()
  let seen: number | undefined

  async function catchUp(): Promise<void> {
    for (;;) {
      const last = await galleryChanges.last()
      if (seen === last) return
      const changes = seen === undefined ? [] : await galleryChanges.after(seen, changesAtOnce)
      const end = changes.at(-1)?.number
      if (seen === undefined || end === undefined || end - seen !== changes.length) {
        // The first time, or some were dropped before they were seen here, or the database is another one.
        await reload()
        seen = last
      } else {
        await refresh([...new Set(changes.map(({ employeeId }) => employeeId))])
        seen = end
      }
    }
  }

  /** What changes while this reads has a number above the last one asked for before. */
  async function reload(): Promise<void> {
    const hadSome = gallery.size > 0
    const counts = new Map<string, number>()
    let after: string | undefined
    do {
      const page = await templates.page(model, after)
      gallery.add(page)
      wipe(page.map(({ embedding }) => embedding))
      if (hadSome)
        for (const { employeeId } of page) counts.set(employeeId, (counts.get(employeeId) ?? 0) + 1)
      after = page.at(-1)?.id
    } while (after !== undefined)
    if (!hadSome) return
    // Whatever was read has been added, so that those who have more than that have some that are gone.
    const stale = [...gallery.employeeIds()].filter((id) => gallery.countOf(id) !== counts.get(id))
    for (let first = 0; first < stale.length; first += changesAtOnce)
      await refresh(stale.slice(first, first + changesAtOnce))
  }

  /**
   * What this server itself changed between the reading and here is taken back, for as long as the change
   * that it made takes to be read: it has a later number.
   */
  async function refresh(employeeIds: readonly string[]): Promise<void> {
    const own = new Map<string, Template[]>(employeeIds.map((id) => [id, []]))
    for (const template of await templates.ofEmployees(model, employeeIds))
      own.get(template.employeeId)?.push(template)
    for (const [employeeId, theirs] of own) {
      gallery.replace(employeeId, theirs)
      wipe(theirs.map(({ embedding }) => embedding))
    }
  }

  return {
    get seen() {
      return seen
    },
    catchUp: () => inTurn(catchUp),
  }
}
