import type { Audit } from '../access/audit/entry.ts'
import type { KeyStore } from '../access/keys/ports.ts'
import type { AccessServices } from '../access/services.ts'
import type { Clock } from '../ports/clock.ts'
import type { OlderProgram } from '../attendance/import/older-import.ts'
import type { NewId } from '../ports/ids.ts'
import type { AttendanceStore } from '../attendance/ports/store.ts'
import type { PrivacyServices } from '../privacy/services.ts'
import type { ProgressDeps } from './progress.ts'

/** What a command is given. Only `main.ts` knows where these come from. */
export type CommandDeps = {
  readonly store: AttendanceStore & { readonly keys: KeyStore; readonly audit: Audit }
  readonly access: AccessServices
  readonly privacy: PrivacyServices
  /** Where a server with these settings listens, `http://localhost:5000`. */
  readonly origin: string
  readonly clock: Clock
  readonly newId: NewId
  readonly openOlderProgram: (url: string) => Promise<OlderProgram>
  /** Where answers go. */
  readonly write: (text: string) => void
  readonly stdout: NodeJS.WritableStream
  readonly stdin: NodeJS.ReadableStream
  /** The file of the audit chain's anchors. */
  readonly anchorsPath: string
  /** Where people see how far something has come. */
  readonly progress: ProgressDeps
}

/** One thing that `pointeuse` can do. */
export type Command = {
  /** Shown for `--help`, and when the arguments cannot be used. */
  readonly usage: string
  /** Throws UsageError for arguments that cannot be used. Resolves with the exit code. */
  run(args: readonly string[], deps: CommandDeps): Promise<number>
}

/** Thrown for arguments that cannot be used; the message names which. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The value of an option that must be one of a few words. */
export function oneOf<Word extends string>(
  option: string,
  value: string | undefined,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value)
  if (found === undefined) throw new UsageError(`${option} must be one of ${words.join(', ')}`)
  return found
}
