import { createHash } from 'node:crypto'

/** What an entry knows a record by: its content cannot be told from it, and no other record has it. */
export type DigestedRecord = {
  readonly id: string
  readonly employeeId: string
  readonly kind: string
  readonly atMicros: number
  readonly duplicateOf: string | null
  readonly siteId: string | null
}

/** SHA-256 in hexadecimal. The record's id, which nobody guesses, keeps others from trying contents. */
export const recordDigestOf = (record: DigestedRecord): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        record.id,
        record.employeeId,
        record.kind,
        record.atMicros,
        record.duplicateOf,
        record.siteId,
      ]),
    )
    .digest('hex')
