import type { Block, Document } from './document.ts'

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

/** Readable on paper and on a telephone; loads nothing. */
const style = `
:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;font-size:.94rem}
th,td{border:1px solid #8888;padding:.35rem .6rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
nav{font-size:.94rem}nav a{margin-inline-end:1rem}
@media print{body{max-width:none;padding:0}nav{display:none}}
`

export type HtmlOptions = {
  /** Other addresses of the same document: in other languages, in other formats. */
  readonly links?: readonly { readonly href: string; readonly text: string }[]
}

/** A document as a page of HTML that stands alone: no script, nothing loaded. */
export function htmlOf(
  { language, title, blocks }: Document,
  { links = [] }: HtmlOptions = {},
): string {
  const direction = rightToLeft.has(language) ? 'rtl' : 'ltr'
  const anchors = links.map(({ href, text }) => `<a href="${safe(href)}">${safe(text)}</a>`)
  return [
    `<!doctype html><html lang="${safe(language)}" dir="${direction}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${safe(title)}</title>`,
    `<style>${style}</style></head><body>`,
    anchors.length > 0 ? `<nav>${anchors.join(' ')}</nav>` : '',
    `<main>${blocks.map(blockHtml).join('\n')}</main></body></html>\n`,
  ].join('\n')
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${safe(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${safe(block.text)}</p>`
    case 'list':
      return `<ul>${block.entries.map((entry) => `<li>${safe(entry)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block)
  }
}

function tableHtml({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const headRow = head.map((text) => `<th scope="col">${safe(text)}</th>`).join('')
  const body = rows.map((row) => {
    const cells = row.map((text, i) =>
      head.length === 0 && i === 0
        ? `<th scope="row">${safe(text)}</th>`
        : `<td>${safe(text)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  const first = headRow === '' ? '' : `<thead><tr>${headRow}</tr></thead>`
  return `<table>${first}<tbody>${body.join('')}</tbody></table>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that stands in a page as text and nothing else, between tags and in quoted attributes. */
const safe = (text: string): string => text.replace(/[&<>"']/g, (found) => entities[found] ?? '')
