import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { sheetHead, sheetRow, sheetTail, styles, xmlText } from './sheet-xml.ts'
import type { Language, Row, Table } from './table.ts'

/** Rows that a worksheet of Excel can hold, less the headings. */
const maxSheetRows = 1_048_575
const batchRows = 100

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook (ECMA-376) around its worksheets, which are known once these are written. */
function workbookParts(title: string, sheets: readonly number[]): Record<string, string> {
  const name = (n: number) =>
    xmlText(`${title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 25)}${n === 1 ? '' : ` ${n}`}`)
  const join = (one: (n: number) => string) => sheets.map(one).join('')
  return {
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${join((n) => `<sheet name="${name(n)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships">${join((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/>${join((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${mime}.worksheet+xml"/>`)}</Types>`,
  }
}

/**
 * A table as an Excel workbook, written while its rows are read. Rows beyond what a worksheet can hold go
 * on in the next one.
 * @param sheetRows how many rows a worksheet takes; only a test has a reason to lower it
 */
export async function* xlsxOf(
  { title, columns, rows }: Table,
  language: Language,
  { sheetRows = maxSheetRows }: { sheetRows?: number } = {},
): AsyncGenerator<Uint8Array> {
  const source = rows[Symbol.asyncIterator]()
  let next: IteratorResult<Row> | undefined

  async function* sheetXml(): AsyncGenerator<string> {
    yield sheetHead(columns, language)
    let text = ''
    next ??= await source.next()
    for (let count = 0; next.done !== true && count < sheetRows; count++) {
      text += sheetRow(next.value satisfies Row, columns, count + 2)
      next = await source.next()
      if (count % batchRows === 0) {
        yield text
        text = ''
      }
    }
    yield text + sheetTail
  }

  const zip = new ZipFile()
  // yazl's own error event would be thrown at nobody; the reader of the stream must hear of it.
  const output = zip.outputStream.pipe(new PassThrough())
  const fail = (error: Error) => output.destroy(error)
  zip.on('error', fail)

  const writeAll = async () => {
    const sheets: number[] = []
    do {
      sheets.push(sheets.length + 1)
      const sheet = Readable.from(sheetXml())
      zip.addReadStream(sheet, `xl/worksheets/sheet${sheets.length}.xml`)
      await finished(sheet)
    } while (next?.done !== true)
    for (const [path, text] of Object.entries(workbookParts(title[language], sheets))) {
      zip.addBuffer(Buffer.from(text), path)
    }
    zip.end()
  }
  const writing = writeAll().catch(fail)
  try {
    yield* output
    await writing
  } finally {
    // A reader that stops half-way must not leave the query behind the rows open.
    await source.return?.()
  }
}
