import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Block, Document } from './document.ts'

// Latin, Greek, Cyrillic, Arabic and Hebrew in one file; names may be in any of them.
const fonts = createRequire(import.meta.url)
const regular = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const bold = fonts.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')

/** Points; A4 is 595 wide. */
const margin = 50
const sizes = { title: 18, heading: 13, text: 9.5 } as const

/** A document as a PDF of A4 pages, laid out here and now: a quarter of a second in which nothing else is done. */
export async function layOut({ language, title, blocks }: Document, at: Date): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    lang: language,
    displayTitle: true,
    info: { Title: title, Producer: 'Pointeuse', Creator: 'Pointeuse', CreationDate: at },
  })
  pdf.registerFont('regular', regular).registerFont('bold', bold)
  for (const block of blocks) write(pdf, block)
  pdf.end()
  return buffer(pdf)
}

type Pdf = InstanceType<typeof PDFDocument>

function write(pdf: Pdf, block: Block): void {
  switch (block.kind) {
    case 'heading': {
      const size = block.level === 1 ? sizes.title : sizes.heading
      if (block.level === 2) pdf.moveDown(0.8)
      pdf.font('bold').fontSize(size).text(block.text).moveDown(0.3)
      return
    }
    case 'paragraph':
      pdf.font('regular').fontSize(sizes.text).text(block.text, { lineGap: 2 }).moveDown(0.5)
      return
    case 'list':
      pdf.font('regular').fontSize(sizes.text)
      pdf.list([...block.entries], { bulletRadius: 1.5, textIndent: 12, lineGap: 2 }).moveDown(0.5)
      return
    case 'table': {
      pdf.font('regular').fontSize(sizes.text)
      const head =
        block.head.length === 0 ? [] : [block.head.map((text) => ({ text, font: { src: 'bold' } }))]
      pdf.table({
        defaultStyle: { padding: 3, border: 0.5, borderColor: '#999999' },
        data: [...head, ...block.rows.map((row) => [...row])],
      })
      pdf.moveDown(0.8)
    }
  }
}
