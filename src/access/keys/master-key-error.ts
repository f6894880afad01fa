/** Why a master key cannot be used. */
export type MasterKeyFault =
  | 'missing'
  | 'unreadable'
  | 'open-to-others'
  | 'not-a-key'
  | 'of-another-installation'
  | 'not-writable'

const explanations: Readonly<Record<MasterKeyFault, string>> = {
  missing:
    'is not there, and the database holds templates that only it can open. Put it back from its copy.',
  unreadable: 'cannot be read.',
  'open-to-others': 'may be read or written by others on this machine: chmod 600.',
  'not-a-key': 'is no master key, or was cut off. Put it back from its copy.',
  'of-another-installation':
    'belongs to another installation, or was replaced since: it does not open what this database holds. ' +
    'Put the right one there; nothing was changed.',
  'not-writable': 'cannot be made there.',
}

/** The program does not start without its master key. The message names the file and never what is in it. */
export class MasterKeyError extends Error {
  override readonly name = 'MasterKeyError'
  readonly fault: MasterKeyFault

  constructor(fault: MasterKeyFault, path: string, options?: ErrorOptions) {
    super(`The master key ${path} (MASTER_KEY_FILE) ${explanations[fault]}`, options)
    this.fault = fault
  }
}
