import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readAnchorFile } from '../access/audit/anchor-file.ts'
import { readAnchors } from '../access/audit/anchor.ts'
import { checkReceipt, type ReceiptVerdict } from '../access/audit/check-receipt.ts'
import type { Audit, ChainedEntry } from '../access/audit/entry.ts'
import { verifyChain, type ChainFault } from '../access/audit/verify-chain.ts'
import { type Command, oneOf, UsageError } from './command.ts'

const kinds = ['verify', 'check-receipt', 'public-key'] as const

/** Looks into the record of what was done. */
export const auditCommand: Command = {
  usage: `pointeuse audit verify [--anchors FILE]
pointeuse audit check-receipt RECEIPT...
pointeuse audit public-key

  verify         reads the record of what was done from its first entry to its last: says which were
                 changed, taken out, put in, moved or cut off. Compares it with the file of anchors, which
                 the server writes every day (default: audit-anchors.jsonl in DATA_DIR).
  check-receipt  says of each receipt of a clock-in whether this database still has what it proves; - reads
                 receipts from the standard input, one a line. A restored backup may be asked, too.
  public-key     what receipts and anchors are checked with, for whoever keeps them.

  Exit code 0: everything is as it was; 1: something is not.`,

  async run(args, { store, write, anchorsPath, stdin }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anchors: { type: 'string' } },
    })
    const [word, ...receipts] = positionals
    const { audit } = store
    switch (oneOf('The word after audit', word, kinds)) {
      case 'verify':
        return verify(audit, values.anchors ?? anchorsPath, write)
      case 'check-receipt':
        if (receipts.length === 0) throw new UsageError('RECEIPT is missing')
        return check(audit, receipts[0] === '-' ? lines(stdin) : receipts, write)
      case 'public-key':
        write(`${await audit.publicKey()}\n`)
        return 0
    }
  },
}

async function verify(
  audit: Audit,
  anchorsPath: string,
  write: (text: string) => void,
): Promise<number> {
  const publicKey = await audit.publicKey()
  const anchors = readAnchors(readAnchorFile(anchorsPath), publicKey)
  // The head first: what is added while this reads comes after it, and is not compared.
  const head = await audit.head()
  const entries = upTo(audit, head.number)
  const verdict = await verifyChain({ entries, head, anchors, publicKey })
  for (const fault of verdict.faults) write(`${describe(fault)}\n`)
  write(`${verdict.entries} entries, ${anchors.length} anchors, ${verdict.faults.length} faults\n`)
  return verdict.faults.length === 0 ? 0 : 1
}

/** The entries as they are; those after the head only when it is the head still. */
async function* upTo(audit: Audit, number: number): AsyncGenerator<ChainedEntry> {
  for (let last = 0; ;) {
    const page = await audit.page(last)
    for (const entry of page) {
      if (entry.number > number && (await audit.head()).number > number) return
      yield entry
      last = entry.number
    }
    if (page.length === 0) return
  }
}

function describe(fault: ChainFault): string {
  const { number } = fault
  switch (fault.fault) {
    case 'changed':
      return `entry ${number} is not what it was, or not in its place`
    case 'missing':
      return `entries ${number} to ${fault.last} are missing`
    case 'added':
      return `entries from ${number} on were put there by somebody else`
    case 'cut-off':
      return `entries ${number} to ${fault.last} were cut off at the end`
    case 'head-forged':
      return `the head (${number}) was not signed by this installation`
    case 'anchor-forged':
      return `line ${number} of the file of anchors was not signed by this installation`
    case 'rewritten':
      return `entry ${number} is another one than on the day of its anchor`
  }
}

const verdicts: Readonly<Record<ReceiptVerdict, string>> = {
  good: 'good: the record is as it was entered',
  'not-ours': 'not ours: this installation has not signed it',
  lost: 'lost: the database ends before this entry',
  'chain-changed': 'changed: the record of what was done is not the one of the receipt',
  'record-changed': 'changed: the record is not what was entered',
  'record-gone': 'gone: the record was entered, and is not there any more, as after an erasure',
}

async function check(
  audit: Audit,
  receipts: AsyncIterable<string> | Iterable<string>,
  write: (text: string) => void,
): Promise<number> {
  let exitCode = 0
  for await (const receipt of receipts) {
    if (receipt.trim() === '') continue
    const verdict = await checkReceipt(audit, receipt)
    if (verdict !== 'good') exitCode = 1
    write(`${verdicts[verdict]}\n`)
  }
  return exitCode
}

async function* lines(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const reader = createInterface({ input: stream })
  const closed = once(reader, 'close')
  yield* reader
  await closed
}
