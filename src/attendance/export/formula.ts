/**
 * Spreadsheets read a cell that begins like this as a formula, and run it (CWE-1236, OWASP ASVS 5.0 1.2.10).
 * With the full-width forms, which Excel for Japanese reads alike.
 */
const sign = '[=+\\-@＝＋－＠]'

/**
 * A formula may also stand behind whatever a spreadsheet takes for the end of a cell or of a line: a French
 * Excel splits a file with commas at its semicolons, whatever is quoted, and others guess. Blanks and quotes
 * between are passed over, as they do.
 */
const formula = new RegExp(`(^|[,;:|\\t\\r\\n\\u0085\\u2028\\u2029])([\\s"]*)(?=${sign})`, 'gu')

/** A cell that begins with one of these would hide what it is: some programs pass over them. */
const hiding = /^[\t\r\n]/

/** What XML 1.0 forbids, and a workbook is unreadable with; line breaks and tabs are not of it. */
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g

/** Nearly every cell: printable ASCII in which no such sign follows any such end. */
const isHarmless = /^(?![\s"]*[=+\-@])(?:[ -+\--9<-{}~]|[,:;|](?![\s"]*[=+\-@]))*$/

/**
 * The text as a spreadsheet may have it: an apostrophe before what looks like a formula, wherever a cell may
 * begin, and no characters that cannot be written.
 */
export function neutralise(text: string): string {
  if (isHarmless.test(text)) return text
  const plain = text.replace(unprintable, '').toWellFormed()
  const safe = plain.replace(formula, "$1$2'")
  return hiding.test(safe) ? `'${safe}` : safe
}
