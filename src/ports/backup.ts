/** What a backup holds: rows by table. It never says more than that to whoever asks. */
export type BackupSummary = { readonly rows: Readonly<Record<string, number>> }

/**
 * Copies of everything that the program keeps, in one file that any of its databases can take in. The
 * file holds names and hours in plain, and face templates that only the master key opens.
 */
export interface Backups {
  /**
   * The bytes of a backup, as of one moment, while others go on writing. `done` settles after the last
   * byte was taken.
   */
  write(): { readonly bytes: AsyncIterable<Uint8Array>; readonly done: Promise<BackupSummary> }
  /**
   * Fills an empty database: all of it or nothing. Every count and hash of the file is compared with what
   * the database then holds. Throws a BackupError.
   */
  restore(bytes: AsyncIterable<Uint8Array>): Promise<BackupSummary>
}

export type BackupFault =
  'damaged' | 'not-a-backup' | 'newer' | 'not-empty' | 'other-key' | 'wrong-key'

const explanations = {
  damaged: 'The backup is damaged or cut off. Nothing was restored.',
  'not-a-backup': 'This is not a backup of this program. Nothing was restored.',
  newer: 'The backup was made by a newer version of the program. Nothing was restored.',
  'wrong-key': 'The backup does not open with this key. Nothing was restored.',
  'other-key':
    'The templates in the backup are sealed with another master key than the one in MASTER_KEY_FILE. ' +
    'Put that one there first. Nothing was restored.',
  'not-empty': 'The database is not empty. A backup is restored into an empty one only.',
} as const satisfies Record<BackupFault, string>

/** Why a backup was not restored. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly fault: BackupFault

  constructor(fault: BackupFault, options?: ErrorOptions) {
    super(explanations[fault], options)
    this.fault = fault
  }
}
