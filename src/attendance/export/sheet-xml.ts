import { neutralise } from './formula.ts'
import { dayOf } from '../../time/day.ts'
import type { Cell, Column, Language, Row } from './table.ts'

/** The numbers of the cell formats in `styles`, by column type; headings have their own. */
const formatOf = { text: 0, count: 0, duration: 1, date: 2 } as const satisfies Record<
  Column['type'],
  number
>
const headingFormat = 3

export const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** Day 0 of a spreadsheet's calendar, which counts 1900 as a leap year, is 25569 days before 1970. */
const daysBefore1970 = 25_569

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** The letters of a column, counted from 0: A to Z, then AA. */
const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) +
  String.fromCharCode(65 + (column % 26))

const textCell = (at: string, text: string, format: number): string =>
  `<c r="${at}" t="inlineStr"${format === 0 ? '' : ` s="${format}"`}><is><t xml:space="preserve">${xmlText(neutralise(text))}</t></is></c>`

/** Text is always a string cell, never a formula; Excel allows 32,767 characters of it. */
function xmlCell(at: string, cell: Cell, type: Column['type']): string {
  if (cell === null) return ''
  const format = formatOf[type]
  if (typeof cell === 'string') {
    return type === 'date'
      ? `<c r="${at}" s="${format}"><v>${dayOf(cell) + daysBefore1970}</v></c>`
      : textCell(at, cell.slice(0, 32_000), format)
  }
  const value = type === 'duration' ? cell / 86_400 : cell
  return `<c r="${at}"${format === 0 ? '' : ` s="${format}"`}><v>${value}</v></c>`
}

const widthOf = ({ type }: Column): number => (type === 'text' ? 24 : 12)

/** The beginning of a worksheet: its headings stay in sight, and Arabic runs from the right. */
export function sheetHead(columns: readonly Column[], language: Language): string {
  const direction = language === 'ar' ? ' rightToLeft="1"' : ''
  const widths = columns
    .map(
      (column, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column)}" customWidth="1"/>`,
    )
    .join('')
  const headings = columns
    .map(({ heading }, i) => textCell(`${lettersOf(i)}1`, heading[language], headingFormat))
    .join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${direction}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row r="1">${headings}</row>`
}

/** One row; `number` counts from 1, and the headings are row 1. */
export const sheetRow = (row: Row, columns: readonly Column[], number: number): string =>
  `<row r="${number}">${columns.map(({ type }, i) => xmlCell(`${lettersOf(i)}${number}`, row[i] ?? null, type)).join('')}</row>`

export const sheetTail = '</sheetData></worksheet>'
