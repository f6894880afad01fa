import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import { checkReceipt } from '../../src/access/audit/check-receipt.ts'
import { emptyHead, hashOf, headBytes } from '../../src/access/audit/chain.ts'
import type { ChainedEntry, ChainHead } from '../../src/access/audit/entry.ts'
import { writeReceipt } from '../../src/access/audit/receipt.ts'
import { createSigner, newSigningKey } from '../../src/access/audit/signer.ts'
import { verifyChain } from '../../src/access/audit/verify-chain.ts'
import { masterKeyFile } from '../../src/access/keys/master-key-file.ts'
import { createStore } from '../../src/store/store.ts'
import { chainLength, chainOf, createRandom, mutations } from '../../test/chain-mutations.ts'
import { quantile } from '../statistics.ts'
import type { Figure, Progress } from './figure.ts'

/** What the chain and receipts add to a clock-in, and how long it takes to look at all of them again. */
export async function measureAudit(share: number, progress: Progress): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'pointeuse-bench-audit-'))
  try {
    return [
      ...(await measureReceipts(directory, 10_000 * share, progress)),
      await measureChain(directory, 1_000_000 * share, progress),
      await measureMutations(),
    ]
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** Random mutations of a chain that are not found, of 1,000. */
async function measureMutations(): Promise<Figure> {
  const signer = createSigner(newSigningKey())
  const random = createRandom(20260302)
  const whole = chainOf(chainLength)
  const { number, hash } = whole.at(-1) ?? emptyHead
  const head = { number, hash, signature: signer.sign(headBytes({ number, hash })) }
  const kinds = Object.values(mutations)
  let value = 0
  for (let i = 0; i < 1000; i++) {
    const mutate = kinds[i % kinds.length] as (typeof kinds)[number]
    const entries = mutate(whole, (limit) => Math.floor(random() * limit))
    const verdict = await verifyChain({ entries, head, anchors: [], publicKey: signer.publicKey })
    if (verdict.faults.length === 0) value++
  }
  return { what: 'of 1,000 random mutations of a chain, not found', value, unit: '', atMost: 0 }
}

async function measureReceipts(
  directory: string,
  count: number,
  progress: Progress,
): Promise<Figure[]> {
  const path = join(directory, 'receipts.db')
  const store = await createStore(`sqlite:${path}`, masterKeyFile(join(directory, 'master.key')))
  const employeeId = randomUUID()
  const at = Temporal.Instant.from('2026-03-02T08:00:00Z')
  await store.employees.create({ id: employeeId, name: 'Bench', createdAt: at }, [])
  const receipts: string[] = []
  const took: number[] = []
  for (let i = 0; i < count; i++) {
    if (i % 500 === 0) progress(`clocking in: ${i} of ${count}`)
    const record = { id: randomUUID(), employeeId, kind: 'in' as const, at }
    const start = performance.now()
    const appended = await store.records.append(employeeId, () => record)
    took.push(performance.now() - start)
    if (appended) receipts.push(appended.proof)
  }
  const begun = performance.now()
  let good = 0
  for (const receipt of receipts) if ((await checkReceipt(store.audit, receipt)) === 'good') good++
  const checkedS = (performance.now() - begun) / 1000
  await store.close()
  return [
    { what: 'a clock-in’s transaction, median, SQLite', value: quantile(took, 0.5), unit: 'ms' },
    {
      what: 'of which hashes, signatures and rows of the chain',
      value: costOfChain(path),
      unit: 'ms',
      atMost: 2,
    },
    { what: `${count.toLocaleString('en')} receipts checked`, value: checkedS, unit: 's' },
    { what: 'of which not good', value: count - good, unit: '', atMost: 0 },
  ]
}

/** The same statements and signatures as a clock-in adds, without the commit that it has anyway. */
function costOfChain(path: string): number {
  const database = new DatabaseSync(path)
  const signer = createSigner(newSigningKey())
  const rounds = 2000
  const pseudonym = database.prepare('select pseudonym from audit_subject limit 1')
  const readHead = database.prepare('select number, hash from audit_head')
  const insert = database.prepare('insert into audit_entry values (?, ?, ?, ?, ?, ?, ?)')
  const update = database.prepare('update audit_head set number = ?, hash = ?, signature = ?')
  database.exec('begin immediate')
  const start = performance.now()
  for (let i = 0; i < rounds; i++) {
    const subject = String(pseudonym.get()?.['pseudonym'])
    const last = readHead.get() as unknown as ChainHead
    const entry = entryAfter(last.number, subject)
    const hash = hashOf(last.hash, entry)
    const head = { number: entry.number, hash }
    insert.run(
      entry.number,
      entry.atMicros,
      entry.actor,
      entry.action,
      subject,
      Buffer.from(entry.detail),
      hash,
    )
    update.run(entry.number, hash, signer.sign(headBytes(head)))
    writeReceipt(
      { recordId: randomUUID(), atMicros: 1, entry: 1, head: hash.toString('hex') },
      signer,
    )
  }
  const each = (performance.now() - start) / rounds
  database.exec('rollback')
  database.close()
  return each
}

const entryAfter = (number: number, subject: string | null): Omit<ChainedEntry, 'hash'> => ({
  number: number + 1,
  atMicros: 1_772_438_400_000_000 + number,
  actor: 'kiosk:0195f0a4-1111-7000-8000-000000000000',
  action: 'record-added',
  subject,
  detail: JSON.stringify({ record: 'ab'.repeat(32) }),
})

async function measureChain(
  directory: string,
  entries: number,
  progress: Progress,
): Promise<Figure> {
  const path = join(directory, 'chain.db')
  const source = masterKeyFile(join(directory, 'master.key'))
  const store = await createStore(`sqlite:${path}`, source, 'patient')
  const database = new DatabaseSync(path)
  const insert = database.prepare('insert into audit_entry values (?, ?, ?, ?, ?, ?, ?)')
  let last: ChainHead = emptyHead
  database.exec('begin')
  for (let i = 0; i < entries; i++) {
    if (i % 50_000 === 0) progress(`writing a chain: ${i} of ${entries}`)
    const entry = entryAfter(last.number, null)
    last = { number: entry.number, hash: hashOf(last.hash, entry) }
    insert.run(
      entry.number,
      entry.atMicros,
      entry.actor,
      entry.action,
      null,
      Buffer.from(entry.detail),
      last.hash,
    )
  }
  database.exec('commit')
  database.close()
  progress('verifying the chain')
  const signer = createSigner(newSigningKey())
  const head = { ...last, signature: signer.sign(headBytes(last)) }
  async function* pages() {
    for (let after = 0; ;) {
      const page = await store.audit.page(after)
      yield* page
      after = page.at(-1)?.number ?? 0
      if (after === 0) return
    }
  }
  const start = performance.now()
  const verdict = await verifyChain({
    entries: pages(),
    head,
    anchors: [],
    publicKey: signer.publicKey,
  })
  const value = (performance.now() - start) / 1000
  await store.close()
  if (verdict.faults.length > 0 || verdict.entries !== entries)
    throw new Error('The chain has faults')
  return {
    what: `audit verify, ${entries.toLocaleString('en')} entries`,
    value,
    unit: 's',
    atMost: 60,
  }
}
