import type { Temporal } from 'temporal-polyfill'

/** What an installation knows of its own keys. Every method may throw a StoreError. */
export interface KeyStore {
  /** Whether an operator has said that a copy of the master key is kept somewhere else. */
  isCopied(): Promise<boolean>
  confirmCopy(at: Temporal.Instant): Promise<void>
  /**
   * How many templates were left out since the program started: changed, moved to somebody else, or wrapped by
   * a key that is gone.
   */
  unreadable(): Promise<number>
  /**
   * Puts everything under a new master key; see rotate-key. Cut off, it is gone on with by the next call. `onDone`
   * hears how many employees of how many are done.
   */
  rotate(onDone: (done: number, total: number) => void): Promise<void>
}

/** Secrets of others, such as the password for a webhook, under the master key. */
export interface SecretStore {
  /** Keeps a secret under a name of at most 80 ASCII characters, instead of the one that it had. */
  put(name: string, secret: Uint8Array): Promise<void>
  /** Undefined: there is none. Throws SealBrokenError when it was changed, or belongs to another installation. */
  get(name: string): Promise<Uint8Array | undefined>
  drop(name: string): Promise<void>
}
