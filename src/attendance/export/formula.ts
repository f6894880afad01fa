/**
 * Spreadsheets read a text that begins like this as a formula, and run it (CWE-1236, OWASP ASVS 5.0
 * 1.2.10). With the full-width forms, which Excel for Japanese reads alike.
 */
const looksLikeFormula = /^[=+\-@\t\r\n\0＝＋－＠]/

const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** Nearly every cell: printable ASCII that begins like none of these. */
const isHarmless = /^(?![=+\-@])[ -~]*$/

/** The text as a spreadsheet may have it: an apostrophe before what looks like a formula, no control characters. */
export function neutralise(text: string): string {
  if (isHarmless.test(text)) return text
  const plain = text.replace(unprintable, '').toWellFormed()
  return looksLikeFormula.test(text) || looksLikeFormula.test(plain) ? `'${plain}` : plain
}
