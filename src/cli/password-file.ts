import { readFile } from 'node:fs/promises'
import type { PasswordFault } from '../access/password-rule.ts'
import { passwordLength } from '../access/password-rule.ts'

/** The password that a file holds, or the standard input for `-`; a line end after it is not part of it. */
export async function readPassword(path: string): Promise<string> {
  return (await readFile(path === '-' ? '/dev/stdin' : path, 'utf8')).replace(/\r?\n$/, '')
}

/** Why a password was not taken, for whoever runs a command. */
export const weakPasswordText: Record<PasswordFault, string> = {
  'too-short': `The password must have at least ${passwordLength.min} characters.`,
  'too-long': `The password must have at most ${passwordLength.max} characters.`,
  'too-common': 'The password is among the first that somebody would try; take another one.',
}
