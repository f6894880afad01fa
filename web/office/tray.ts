import type { PhotoVerdict } from '../shared/contract.ts'
import { maxPhotoBytes, maxPhotos } from '../shared/photo.ts'

/** A photo that waits to be sent, or that the server has given a verdict on. */
export type TrayPhoto = {
  /** Counts from 1 in the order of adding and never changes: photo 3 stays photo 3 when photo 2 is removed. */
  readonly number: number
  readonly photo: Blob
  readonly verdict?: PhotoVerdict
}

export type Tray = {
  readonly photos: readonly TrayPhoto[]
  readonly nextNumber: number
  /** More photos were offered than can be sent at once. */
  readonly isOverfull: boolean
}

export type TrayEvent =
  | { readonly type: 'added'; readonly photos: readonly Blob[] }
  | { readonly type: 'removed'; readonly number: number }
  | { readonly type: 'judged'; readonly verdicts: readonly PhotoVerdict[] }
  | { readonly type: 'emptied' }

export const emptyTray: Tray = { photos: [], nextNumber: 1, isOverfull: false }

/** The tray after an event. */
export function nextTray(tray: Tray, event: TrayEvent): Tray {
  switch (event.type) {
    case 'added': {
      const fitting = event.photos.slice(0, maxPhotos - tray.photos.length)
      const added = fitting.map((photo, place) => ({ number: tray.nextNumber + place, photo }))
      return {
        photos: [...tray.photos, ...added.map(withOwnVerdict)],
        nextNumber: tray.nextNumber + fitting.length,
        isOverfull: fitting.length < event.photos.length,
      }
    }
    case 'removed':
      return {
        ...tray,
        photos: tray.photos.filter(({ number }) => number !== event.number),
        isOverfull: false,
      }
    case 'judged': {
      // The verdicts are about the photos that were sent, which are those that can be.
      const sent = sendable(tray).map(({ number }) => number)
      const verdicts = new Map(event.verdicts.map((verdict) => [sent[verdict.index], verdict]))
      return {
        ...tray,
        photos: tray.photos.map((item) => {
          const verdict = verdicts.get(item.number)
          return verdict === undefined ? item : { ...item, verdict }
        }),
      }
    }
    case 'emptied':
      return emptyTray
  }
}

/** The photos that are worth sending: not those that the server would refuse unseen. */
export function sendable(tray: Tray): readonly TrayPhoto[] {
  return tray.photos.filter(({ verdict }) => verdict?.outcome !== 'unreadable')
}

/** What can be told of a photo without asking the server. */
function withOwnVerdict(item: TrayPhoto): TrayPhoto {
  const reason =
    item.photo.size === 0 ? 'empty' : item.photo.size > maxPhotoBytes ? 'too-many-bytes' : undefined
  return reason === undefined
    ? item
    : { ...item, verdict: { index: 0, outcome: 'unreadable', reason } }
}
