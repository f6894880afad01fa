import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { PasswordFault } from '../access/password-rule.ts'
import { passwordLength } from '../access/password-rule.ts'
import { textOf } from '../time/utf8.ts'

/**
 * The password that a file holds, or the standard input for `-`; a line end after it is not part of it. Throws for
 * bytes that are not UTF-8: read with U+FFFD in their place, many passwords would be one.
 */
export async function readPassword(path: string): Promise<string> {
  const text = textOf(await (path === '-' ? buffer(process.stdin) : readFile(path)))
  if (text === undefined) throw new Error('The password is not UTF-8.')
  return text.replace(/\r?\n$/, '')
}

/** Why a password was not taken, for whoever runs a command. */
export const weakPasswordText: Record<PasswordFault, string> = {
  'too-short': `The password must have at least ${passwordLength.min} characters.`,
  'too-long': `The password must have at most ${passwordLength.max} characters.`,
  'too-common': 'The password is among the first that somebody would try; take another one.',
}
