import type { Audit } from './entry.ts'
import { readReceipt } from './receipt.ts'

/** What a database says to a receipt. */
export type ReceiptVerdict =
  | 'good'
  /** This installation has not signed it. */
  | 'not-ours'
  /** The database ends before the entry: it was lost, or the database is an older copy. */
  | 'lost'
  /** The chain is not the one in which the entry was. */
  | 'chain-changed'
  /** The record is not what was entered. */
  | 'record-changed'
  /** The record is not there any more, as after an erasure; that it was there once is proven. */
  | 'record-gone'

/** Compares a receipt with the chain and with the record that it speaks of. */
export async function checkReceipt(
  audit: Pick<Audit, 'find' | 'head' | 'publicKey' | 'recordDigest'>,
  text: string,
): Promise<ReceiptVerdict> {
  const receipt = readReceipt(text, await audit.publicKey())
  if (!receipt) return 'not-ours'
  const entry = await audit.find(receipt.entry)
  if (!entry) return (await audit.head()).number < receipt.entry ? 'lost' : 'chain-changed'
  if (Buffer.from(entry.hash).toString('hex') !== receipt.head) return 'chain-changed'
  const entered = (JSON.parse(entry.detail) as { readonly record?: string }).record
  const digest = await audit.recordDigest(receipt.recordId)
  if (digest === undefined) return 'record-gone'
  return digest === entered ? 'good' : 'record-changed'
}
