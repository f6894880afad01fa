/**
 * How people clock in at a site. A number with its PIN opens every one: nobody has to show their face.
 *
 * - `face`: by face; PIN and badge are there for whoever asks.
 * - `face-or-pin`: by face, PIN or badge, side by side.
 * - `badge-and-face`: the badge or the number says who, and the face confirms it.
 * - `no-face`: by PIN or badge; no photo is taken.
 */
export const siteModes = ['face', 'face-or-pin', 'badge-and-face', 'no-face'] as const
export type SiteMode = (typeof siteModes)[number]

export const defaultSiteMode: SiteMode = 'face-or-pin'

/** What somebody shows of themselves. */
export type Shown = {
  readonly says: 'nothing' | 'badge' | 'pin'
  readonly showsFace: boolean
}

export type Way =
  /** Whose face it is among all (1:N). */
  | 'identify'
  /** Whether the face is that of whom they say they are (1:1). */
  | 'confirm'
  /** Who they say they are is enough. */
  | 'take-their-word'
  /** As said, unless a template is kept of them: then the face has to confirm it. */
  | 'confirm-if-enrolled'

/** How it is found out who clocks in; undefined when the site does not take what they show. */
export function wayAt(mode: SiteMode, { says, showsFace }: Shown): Way | undefined {
  if (mode === 'no-face') return says === 'nothing' || showsFace ? undefined : 'take-their-word'
  if (says === 'nothing') return mode === 'badge-and-face' ? undefined : 'identify'
  if (showsFace) return 'confirm'
  return mode === 'badge-and-face' && says === 'badge' ? 'confirm-if-enrolled' : 'take-their-word'
}
