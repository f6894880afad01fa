import assert from 'node:assert/strict'
import { buffer as bytesOf } from 'node:stream/consumers'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { csvOf, durationText } from './csv.ts'
import { neutralise } from './formula.ts'
import { jsonOf } from './json.ts'
import type { Column, Row, Table } from './table.ts'
import { xlsxOf } from './xlsx.ts'

const named = (key: string, type: Column['type']): Column => ({
  key,
  heading: { fr: `${key} fr`, en: `${key} en`, ar: `${key} ع` },
  type,
})
const columns = [
  named('name', 'text'),
  named('date', 'date'),
  named('worked', 'duration'),
  named('days', 'count'),
]

async function* each(rows: readonly Row[]) {
  yield* rows
}
const tableOf = (rows: readonly Row[]): Table => ({
  title: { fr: 'Relevé', en: 'Timesheet', ar: 'كشف' },
  columns,
  rows: each(rows),
})

const rows: Row[] = [
  ['Zoë, "the" Great\nof Fès', '2026-03-29', 25_200, 1],
  ['=HYPERLINK("http://x")', '2026-10-25', 610_201, 31],
  ['محمد', '1970-01-01', 0, null],
]

test('CSV is read back by a strict reader, with CRLF and headings in the language', async () => {
  const bytes = await bytesOf(csvOf(tableOf(rows), 'fr', { bom: false }))
  assert.ok(bytes.toString().includes('"Zoë, ""the"" Great\nof Fès",2026-03-29,7:00:00,1\r\n'))
  assert.deepEqual(parse(bytes), [
    ['name fr', 'date fr', 'worked fr', 'days fr'],
    ['Zoë, "the" Great\nof Fès', '2026-03-29', '7:00:00', '1'],
    [`'=HYPERLINK("http://x")`, '2026-10-25', '169:30:01', '31'],
    ['محمد', '1970-01-01', '0:00:00', ''],
  ])
})

test('a byte order mark is written when it is asked for, once', async () => {
  const bytes = await bytesOf(csvOf(tableOf(rows), 'ar', { bom: true }))
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  assert.equal(bytes.toString().split('\uFEFF').length, 2)
})

/** How a spreadsheet holds a length of time: as a date so long after its day 0. */
const lengthOf = (seconds: number) => new Date(Date.UTC(1899, 11, 30) + seconds * 1000)

test('a workbook is read back by another program’s reader, with dates, lengths and numbers as such', async () => {
  const bytes = await bytesOf(xlsxOf(tableOf(rows), 'en'))
  const [sheet] = await readXlsx(bytes)
  assert.equal(sheet?.sheet, 'Timesheet')
  assert.deepEqual(sheet?.data, [
    ['name en', 'date en', 'worked en', 'days en'],
    ['Zoë, "the" Great\nof Fès', new Date('2026-03-29'), lengthOf(25_200), 1],
    [`'=HYPERLINK("http://x")`, new Date('2026-10-25'), lengthOf(610_201), 31],
    ['محمد', new Date('1970-01-01'), lengthOf(0), null],
  ])
})

test('rows beyond what a worksheet holds go on in the next one', async () => {
  const many = Array.from({ length: 5 }, (_, i): Row => [`n${i}`, null, i, i])
  const sheets = await readXlsx(await bytesOf(xlsxOf(tableOf(many), 'en', { sheetRows: 2 })))
  assert.deepEqual(
    sheets.map(({ sheet, data }) => [sheet, data.length]),
    [
      ['Timesheet', 3],
      ['Timesheet 2', 3],
      ['Timesheet 3', 2],
    ],
  )
})

test('an empty table is a file with headings only, in every format', async () => {
  assert.equal(
    (await bytesOf(csvOf(tableOf([]), 'en', { bom: false }))).toString(),
    'name en,date en,worked en,days en\r\n',
  )
  assert.deepEqual(JSON.parse((await bytesOf(jsonOf(tableOf([])))).toString()), [])
  const [sheet] = await readXlsx(await bytesOf(xlsxOf(tableOf([]), 'en')))
  assert.equal(sheet?.data.length, 1)
})

test('JSON keeps every value as it is', async () => {
  const read: unknown = JSON.parse((await bytesOf(jsonOf(tableOf(rows)))).toString())
  assert.deepEqual(
    read,
    rows.map(([name, date, worked, days]) => ({ name, date, worked, days })),
  )
})

test('no text that leaves in CSV or a workbook begins as a formula does', async () => {
  const risky = fc.tuple(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\0', '\n', '＝', '\0=', ''),
    fc.string({ unit: 'binary' }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(risky, { maxLength: 20 }), async (texts) => {
      const table = () => tableOf(texts.map(([sign, rest]): Row => [sign + rest, null, null, null]))
      const cells = parse(await bytesOf(csvOf(table(), 'en', { bom: false }))).map(([cell]) =>
        String(cell),
      )
      assert.equal(cells.length, texts.length + 1)
      for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t\r\n\0＝＋－＠]/)
      const xlsx = (await readXlsx(await bytesOf(xlsxOf(table(), 'en'))))[0]?.data ?? []
      for (const [cell] of xlsx) assert.doesNotMatch(String(cell ?? ''), /^[=+\-@\t\r\n\0＝＋－＠]/)
    }),
    { numRuns: 50 },
  )
})

test('whatever a cell holds, a strict reader of CSV finds it again', async () => {
  const piece = fc.constantFrom(',', '"', '\n', '\r\n', '\r', ';', ' ', 'a', 'é', '=', "'")
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: piece }), { maxLength: 8 }), async (texts) => {
      const rows = texts.map((text): Row => [text, null, 60, 1])
      const cells = parse(await bytesOf(csvOf(tableOf(rows), 'en', { bom: false })))
      const expected = texts.map((text) => [neutralise(text), '', '0:01:00', '1'])
      assert.deepEqual(cells.slice(1), expected)
    }),
  )
})

test('text that is no formula is left as it was typed', () => {
  for (const text of ['Anne-Marie', "O'Neil", '3 = 3', 'عبد الله', ''])
    assert.equal(neutralise(text), text)
})

test('a length of time is hours, minutes and seconds, however many hours', () => {
  assert.deepEqual([0, 59, 3_600, 360_000, -61].map(durationText), [
    '0:00:00',
    '0:00:59',
    '1:00:00',
    '100:00:00',
    '-0:01:01',
  ])
})

test('a source that fails makes the export fail, in every format', async () => {
  async function* failing(): AsyncGenerator<Row> {
    yield ['one', null, null, null]
    await Promise.resolve()
    throw new Error('connection lost')
  }
  const table = () => ({ ...tableOf([]), rows: failing() })
  await assert.rejects(bytesOf(csvOf(table(), 'en', { bom: false })), /connection lost/)
  await assert.rejects(bytesOf(jsonOf(table())), /connection lost/)
  await assert.rejects(bytesOf(xlsxOf(table(), 'en')), /connection lost/)
})

test('a reader that stops half-way closes the source', async () => {
  for (const write of [
    (t: Table) => csvOf(t, 'en', { bom: false }),
    jsonOf,
    (t: Table) => xlsxOf(t, 'en'),
  ]) {
    let isClosed = false
    async function* endless(): AsyncGenerator<Row> {
      try {
        for (let i = 0; ; i++) {
          // Letting other work in between is what a database would do.
          if (i % 100 === 0) await new Promise(setImmediate)
          yield [String(Math.sin(i)), null, null, null]
        }
      } finally {
        isClosed = true
      }
    }
    const stream = write({ ...tableOf([]), rows: endless() })
    let count = 0
    for await (const chunk of stream) if ((count += chunk.length) > 200_000) break
    assert.ok(isClosed)
  }
})

test('no cell of a CSV is a formula wherever a spreadsheet may guess that one begins', async () => {
  const mal = `Mal;=cmd|'/C calc'!A0`
  assert.equal(neutralise(mal), `Mal;'=cmd|'/C calc'!A0`)
  assert.equal(
    neutralise('Nuit (22:00-06:00), Jean-Pierre + 1'),
    'Nuit (22:00-06:00), Jean-Pierre + 1',
  )
  const piece = fc.constantFrom(
    ...[';', ',', '\t', '|', ':', '\n', '\r', '\u2028', '"', ' ', "'"],
    ...[...'=+-@＝＋－＠'],
    'x',
    'é',
  )
  const texts = fc.array(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    { maxLength: 20 },
  )
  await fc.assert(
    fc.asyncProperty(texts, async (texts) => {
      const table = tableOf(texts.map((text): Row => [text, null, null, null]))
      const csv = (await bytesOf(csvOf(table, 'en', { bom: false }))).toString()
      for (const cell of csv.split(/[;,\t|:\r\n\u2028]/u))
        assert.doesNotMatch(cell, /^[\s"]*[=+\-@＝＋－＠]/u)
    }),
    { numRuns: 200 },
  )
})

test('a workbook can be read whatever was kept before texts were checked', async () => {
  const odd = 'A\uffffB\ufffe\u0001C\ud800'
  const [sheet] = await readXlsx(await bytesOf(xlsxOf(tableOf([[odd, null, null, null]]), 'en')))
  assert.equal(sheet?.data[1]?.[0], 'ABC\ufffd')
})
