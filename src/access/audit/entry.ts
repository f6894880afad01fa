/** What may stand beside an entry: ids and words of the program, never a name, a time typed by hand or a reason. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>

/** Something that was done to the data of people, or to the rules by which they are treated. */
export type AuditEntry = {
  /** A word of the program's own such as `employee-enrolled`; at most 60 ASCII characters. */
  readonly action: string
  /** Whose data it is; the chain holds a pseudonym instead, which goes when they are erased. */
  readonly employeeId?: string | undefined
  readonly detail?: AuditDetail
}

/** An entry as it stands in the chain. */
export type ChainedEntry = {
  /** Counted from 1, without a gap. */
  readonly number: number
  readonly atMicros: number
  /** Who did it: `operator:` and their id, and the like; see actorOf. */
  readonly actor: string
  readonly action: string
  /** The pseudonym of whom it is about. */
  readonly subject: string | null
  /** JSON of an AuditDetail. */
  readonly detail: string
  /** SHA-256 over this entry and the hash of the one before. */
  readonly hash: Uint8Array
}

/** The last entry of a chain, as far as it goes. */
export type ChainHead = { readonly number: number; readonly hash: Uint8Array }

/** The append-only record of what was done, by whom, to whose data. Every method may throw a StoreError. */
export interface Audit {
  /** Adds an entry in a transaction of its own, in the name of whoever acts (see acting.ts). */
  append(entry: AuditEntry): Promise<void>
  /** The entries after a number, in their order, some thousand at most; none when there are no more. */
  page(after: number): Promise<ChainedEntry[]>
  find(number: number): Promise<ChainedEntry | undefined>
  /** The last entry as the database says it is, with the installation's signature of it. */
  head(): Promise<ChainHead & { readonly signature: Uint8Array }>
  /** The line to keep outside of the database of what the chain has come to; `at` is an instant in ISO 8601. */
  anchor(kind: 'day' | 'restored', at: string): Promise<string>
  /** What signatures of this installation are checked with, in base64url. */
  publicKey(): Promise<string>
  /** What the record of an id is known by in the chain, as it is now; undefined when it is not there. */
  recordDigest(recordId: string): Promise<string | undefined>
}
