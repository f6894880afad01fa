/** Whether what holds the memory can be relied on, and its end. */
export interface StoreState {
  /** Why nothing may be promised at the moment; undefined when the store can be relied on. */
  trouble(): Promise<string | undefined>
  /** What the database has not the rights to guarantee by itself, as a word; undefined when nothing. */
  readonly caution: string | undefined
  close(): Promise<void>
}
