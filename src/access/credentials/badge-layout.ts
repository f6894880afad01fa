import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import encodeQr from 'qr'
import type { PrintedBadge } from './printed-badge.ts'
import { fontParts, fontRuns, type FontRun } from './badge-fonts.ts'

/** Millimetres in points of 1/72 inch. */
const mm = (length: number) => (length * 72) / 25.4

/** A4, two columns of five badges of the size of a bank card (ISO/IEC 7810 ID-1), with lines to cut along. */
const page = { width: mm(210), height: mm(297), columns: 2, rows: 5 }
const card = { width: mm(85.6), height: mm(53.98) }
const margin = {
  left: (page.width - page.columns * card.width) / 2,
  top: (page.height - page.rows * card.height) / 2,
}
const padding = mm(5)
/** Side of the QR code: squares of 1.2 mm, which a simple camera reads at arm's length. */
const qrSide = mm(36)
const nameSize = 15
const smallestNameSize = 7

/** The sheet, laid out here and now: the best part of a second for a thousand. */
export async function layOutBadges(badges: readonly PrintedBadge[]): Promise<Buffer> {
  const doc = new PDFDocument({ size: [page.width, page.height], margin: 0, autoFirstPage: false })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(doc, 'end')
  for (const { name, file } of fontParts()) doc.registerFont(name, file)
  const onPage = page.columns * page.rows
  for (const [i, badge] of badges.entries()) {
    if (i % onPage === 0) doc.addPage()
    const column = i % page.columns
    const row = Math.floor((i % onPage) / page.columns)
    drawCard(doc, badge, margin.left + column * card.width, margin.top + row * card.height)
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

type Doc = InstanceType<typeof PDFDocument>

function drawCard(doc: Doc, badge: PrintedBadge, x: number, y: number): void {
  doc.lineWidth(0.5).strokeColor('#999999').rect(x, y, card.width, card.height).stroke()
  doc.fillColor('#000000')
  const codeX = x + card.width - padding - qrSide
  drawQr(doc, badge.text, codeX, y + (card.height - qrSide) / 2)
  const width = codeX - x - 2 * padding
  // Without a font for the name the number says whose it is.
  const lines = [...linesOf(badge.name), badge.number]
  let top = y + padding
  for (const line of lines) {
    const runs = fontRuns(line)
    if (!runs) continue
    const size = sizeFor(doc, runs, width)
    drawRuns(doc, runs, size, x + padding, top)
    top += size * 1.5
  }
}

/** A name in lines of about as many letters as fit beside the code. */
function linesOf(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= 14)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const most = 5
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')]
}

function sizeFor(doc: Doc, runs: readonly FontRun[], width: number): number {
  const wide = widthOf(doc, runs, nameSize)
  return Math.max(smallestNameSize, Math.min(nameSize, (nameSize * width) / Math.max(wide, 1)))
}

const widthOf = (doc: Doc, runs: readonly FontRun[], size: number): number =>
  runs.reduce((sum, { text, font }) => {
    return sum + doc.font(font.name).fontSize(size).widthOfString(text)
  }, 0)

function drawRuns(doc: Doc, runs: readonly FontRun[], size: number, x: number, y: number): void {
  let left = x
  for (const { text, font } of runs) {
    // On one line, whatever the fonts think of its height.
    const options = { lineBreak: false, baseline: 'alphabetic' } as const
    doc
      .font(font.name)
      .fontSize(size)
      .text(text, left, y + size, options)
    left += doc.widthOfString(text)
  }
}

/** The code in black squares; the card around it is the white that a reader needs. */
function drawQr(doc: Doc, text: string, x: number, y: number): void {
  // Quartile: a quarter of it may be dirty or scratched.
  const squares = encodeQr(text, 'raw', { ecc: 'quartile', encoding: 'alphanumeric', border: 1 })
  const inner = squares.slice(1, -1).map((row) => row.slice(1, -1))
  const side = qrSide / inner.length
  for (const [row, cells] of inner.entries()) {
    for (const [column, isDark] of cells.entries()) {
      if (isDark) doc.rect(x + column * side, y + row * side, side, side)
    }
  }
  doc.fill('#000000')
}
