import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The parts of Noto Sans that names are written with, each a file of its own, those asked first at first. */
const parts = [
  ['noto-sans', 'latin'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans-arabic', 'arabic'],
  ['noto-sans', 'vietnamese'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans', 'greek'],
] as const

export type FontPart = {
  readonly name: string
  /** The bytes of a WOFF file. */
  readonly file: Buffer
  readonly has: (codePoint: number) => boolean
}

let loaded: readonly FontPart[] | undefined

/** Every font that badges are printed with. They come with the program: what it prints looks alike everywhere. */
export function fontParts(): readonly FontPart[] {
  loaded ??= parts.map(([family, part]) => ({
    name: `${family} ${part}`,
    file: readFileSync(
      require.resolve(`@fontsource/${family}/files/${family}-${part}-700-normal.woff`),
    ),
    has: inRanges(rangesOf(family)[part] ?? ''),
  }))
  return loaded
}

const rangesOf = (family: string) =>
  require(`@fontsource/${family}/unicode.json`) as Partial<Record<string, string>>

/** Whether a code point is in ranges as CSS writes them: `U+0000-00FF,U+0131`. */
export function inRanges(text: string): (codePoint: number) => boolean {
  const ranges = text.split(',').flatMap((range) => {
    const [first, last = first] = range.trim().replace('U+', '').split('-')
    const from = Number.parseInt(first ?? '', 16)
    return Number.isNaN(from) ? [] : [{ from, to: Number.parseInt(last ?? '', 16) }]
  })
  return (codePoint) => ranges.some(({ from, to }) => from <= codePoint && codePoint <= to)
}

/** A stretch of text in one font. */
export type FontRun = { readonly text: string; readonly font: FontPart }

/**
 * Text in stretches of one font each, in the order in which they stand from left to right; undefined when a
 * character is in none of the fonts. Each word, and each space, is a stretch of its own at least: whoever draws
 * them puts the letters of a stretch into their order, and the stretches as they come.
 */
export function fontRuns(text: string): FontRun[] | undefined {
  const runs: FontRun[] = []
  for (const word of text.normalize('NFC').split(/( )/)) {
    const wordRuns = runsOfWord(word)
    if (!wordRuns) return undefined
    runs.push(...wordRuns)
  }
  // Whoever begins to read at the right meets the first stretch there.
  const isRightToLeft = /^\P{L}*\p{Script=Arabic}/u.test(text)
  return isRightToLeft ? runs.reverse() : runs
}

function runsOfWord(word: string): FontRun[] | undefined {
  const runs: { text: string; font: FontPart }[] = []
  for (const character of word) {
    const codePoint = character.codePointAt(0) ?? 0
    const last = runs.at(-1)
    // An accent of its own stays with its letter.
    if (last && (last.font.has(codePoint) || /\p{Mn}/u.test(character))) {
      last.text += character
      continue
    }
    const font = fontParts().find(({ has }) => has(codePoint))
    if (!font) return undefined
    runs.push({ text: character, font })
  }
  return runs
}
