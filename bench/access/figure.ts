/** Something that was measured, and the limit that it is to keep. */
export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: 's' | 'ms' | '' | 'bytes'
  readonly atMost?: number
}

/** Told now and then how far a measurement is. */
export type Progress = (text: string) => void
