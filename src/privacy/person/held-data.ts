/** A value as people can read it; secrets and vectors are not among them. */
export type HeldValue = string | number | null

/** The rows of one table that are about somebody. */
export type HeldTable = {
  readonly name: string
  readonly rows: readonly Readonly<Record<string, HeldValue>>[]
}
