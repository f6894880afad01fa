import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs'

/** What a client was told of one clock-in. */
export type Receipt = { readonly id: string; readonly kind: string; readonly at: string }

export type Entry =
  | { readonly said: 'intent'; readonly key: string; readonly employee: string }
  | { readonly said: 'answered'; readonly key: string; readonly receipt: Receipt }

/**
 * What the clients know, kept outside of everything that is killed: each line is on the disk before the
 * client goes on (O_SYNC), and an answer is written down only when it arrived as a whole.
 */
export interface Ledger {
  write(entry: Entry): void
  /** Everything written, read back from the file. */
  read(): Entry[]
  close(): void
}

export function openLedger(path: string): Ledger {
  const { O_APPEND, O_CREAT, O_SYNC, O_WRONLY } = constants
  const file = openSync(path, O_WRONLY | O_CREAT | O_APPEND | O_SYNC, 0o600)
  return {
    write: (entry) => void writeSync(file, `${JSON.stringify(entry)}\n`),
    read: () =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Entry),
    close: () => closeSync(file),
  }
}
