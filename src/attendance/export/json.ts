import type { Table } from './table.ts'

const batchRows = 500

/** A table as a JSON array of objects, one to a line. Lengths of time are whole seconds; text is as it was typed. */
export async function* jsonOf({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = '['
  let count = 0
  for await (const row of rows) {
    const entries = columns.map(({ key }, i) => [key, row[i] ?? null] as const)
    text += `${count === 0 ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(entries))}`
    count += 1
    if (count % batchRows === 0) {
      yield encoder.encode(text)
      text = ''
    }
  }
  yield encoder.encode(`${text}\n]\n`)
}
