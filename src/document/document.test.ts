import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf } from './html.ts'
import { pdfOf } from './pdf.ts'
import { blocksOf } from './plain-text.ts'

test('plain text is read as headings, lists and paragraphs, and nothing in it as more', () => {
  const text =
    '# Title\n\n## Part\nwith text\n\n- one\n- two\n\nline\nand line\n\n- one\nnot a list\n'
  assert.deepEqual(blocksOf(text), [
    { kind: 'heading', level: 1, text: 'Title' },
    { kind: 'heading', level: 2, text: 'Part' },
    { kind: 'paragraph', text: 'with text' },
    { kind: 'list', entries: ['one', 'two'] },
    { kind: 'paragraph', text: 'line and line' },
    { kind: 'paragraph', text: '- one not a list' },
  ])
})

test('no text is taken for markup, wherever it stands', () => {
  const evil = `<script>"'&</script>`
  const html = htmlOf(
    {
      language: 'fr" onload="x',
      title: evil,
      blocks: [
        { kind: 'heading', level: 1, text: evil },
        { kind: 'paragraph', text: evil },
        { kind: 'list', entries: [evil] },
        { kind: 'table', head: [evil], rows: [[evil]] },
        { kind: 'table', head: [], rows: [[evil, evil]] },
      ],
    },
    { links: [{ href: evil, text: evil }] },
  )
  assert.doesNotMatch(html, /<script|" onload="/)
})

test('a PDF is written with names in several scripts and tables of many rows', async () => {
  const names = ['Zoé Ōta', 'Ελένη', 'Юлия', 'يوسف', 'שרה']
  const rows = Array.from({ length: 120 }, (_, i) => [names[i % 5] ?? '', String(i)])
  const document = {
    language: 'fr',
    title: 'Essai',
    blocks: [
      { kind: 'heading', level: 1, text: 'Essai' } as const,
      { kind: 'list', entries: names } as const,
      { kind: 'table', head: ['Nom', 'Nombre'], rows } as const,
    ],
  }
  const pdf = Buffer.from(await pdfOf(document, new Date('2026-03-02T08:00:00Z')))
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  assert.ok(pages >= 3, `${pages} pages`)
})
