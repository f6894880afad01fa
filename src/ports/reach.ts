/** Whose people a question is about: the employees who belong to some sites on a day. */
export type Reach = {
  readonly siteIds: readonly string[]
  /** A date, `2026-03-02`. */
  readonly on: string
}
