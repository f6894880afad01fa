import type { UnreadableReason } from '../face/index.ts'

export type { UnreadableReason } from '../face/index.ts'

/** What is wrong with a face for its purpose, in words that say what to do about it. */
export type QualityReason =
  | 'too-small'
  | 'blurred'
  | 'too-dark'
  | 'too-bright'
  | 'low-contrast'
  | 'turned-away'
  | 'looking-up-or-down'
  | 'tilted'
  | 'cut-off'
  | 'eyes-closed'
  | 'covered'

/**
 * What became of one photo that was sent to enrol somebody; `index` counts from 0 in the order sent.
 * `accepted`: kept, with its unified quality score, 0 to 100. `redundant`: as good as the same as another photo, and not kept.
 * `out-of-reach`: the door might not know this very photo again, and it is not kept. `other-person`: not the person whom the
 * other photos show. `already-enrolled`: the face of another employee.
 */
export type PhotoVerdict = { readonly index: number } & (
  | { readonly outcome: 'accepted'; readonly quality: number }
  | { readonly outcome: 'redundant' }
  | { readonly outcome: 'out-of-reach' }
  | { readonly outcome: 'other-person' }
  | { readonly outcome: 'already-enrolled'; readonly employeeId: string }
  | { readonly outcome: 'no-face' }
  | { readonly outcome: 'several-faces'; readonly count: number }
  | { readonly outcome: 'poor-quality'; readonly reasons: readonly QualityReason[] }
  | { readonly outcome: 'unreadable'; readonly reason: UnreadableReason }
)
