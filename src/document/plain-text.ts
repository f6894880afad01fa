import type { Block } from './document.ts'

/**
 * Reads plain text: empty lines part paragraphs, `# ` and `## ` begin a heading, `- ` an entry of a list. Anything
 * else stays as it is written, markup of any kind too.
 */
export function blocksOf(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(partOf)
}

function partOf(part: string): Block[] {
  const lines = part.split('\n')
  const [first = ''] = lines
  const title = /^(#{1,2}) +(.*)$/.exec(first)
  if (title) {
    const rest = lines.slice(1).join('\n').trim()
    const level = title[1] === '#' ? 1 : 2
    const found: Block = { kind: 'heading', level, text: title[2] ?? '' }
    return rest === '' ? [found] : [found, ...partOf(rest)]
  }
  if (lines.every((line) => line.startsWith('- '))) {
    return [{ kind: 'list', entries: lines.map((line) => line.slice(2).trim()) }]
  }
  return [{ kind: 'paragraph', text: lines.join(' ') }]
}
