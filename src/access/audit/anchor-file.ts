import {
  chmodSync,
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'

/** The text of a file of anchors; empty where there is none yet. Throws when it cannot be read. */
export function readAnchorFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Adds a line, on the disk when it returns. What a crash has cut off before it goes. */
export function addToAnchorFile(path: string, line: string): void {
  const whole = Buffer.byteLength(readAnchorFile(path).replace(/[^\n]*$/, ''))
  const file = openSync(path, 'a', 0o600)
  try {
    ftruncateSync(file, whole)
    writeSync(file, line)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  chmodSync(path, 0o600)
}

/** Whether the day of an instant in ISO 8601 has its line. */
export const hasDay = (text: string, at: string): boolean =>
  text.includes(`"kind":"day","at":"${at.slice(0, 10)}`)
