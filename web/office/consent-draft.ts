/** How somebody says that they agree: on paper, which is kept at a place, or on this screen. */
export type ConsentDraft = {
  readonly how: 'on-paper' | 'on-screen'
  readonly keptAt: string
  readonly isAgreed: boolean
}

export const emptyConsent: ConsentDraft = { how: 'on-paper', keptAt: '', isAgreed: false }

/** Fewer letters tell nobody where a paper is. */
const minPlaceLength = 3

/** What the server is told; undefined as long as nobody agreed. `version` is that of the published notice. */
export function consentText(
  { how, keptAt, isAgreed }: ConsentDraft,
  version: number | undefined,
  language: string,
): string | undefined {
  if (how === 'on-screen') {
    return isAgreed && version !== undefined ? `notice:${version}:${language}` : undefined
  }
  const place = keptAt.trim()
  // A place that begins like a notice would be read as one.
  return [...place].length >= minPlaceLength && !/^notice:/i.test(place) ? place : undefined
}
