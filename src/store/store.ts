import { Kysely } from 'kysely'
import type { DoorStore } from '../access/door.ts'
import type { AccessStore } from '../access/ports.ts'
import type { KeyStore, SecretStore } from '../access/keys/ports.ts'
import type { MasterKeySource } from '../access/keys/master-key-file.ts'
import type { AttendanceStore } from '../attendance/ports/store.ts'
import type { AnswerStore } from '../ports/receipt.ts'
import type { PrivacyStore } from '../privacy/ports.ts'
import type { StoreState } from '../ports/store-state.ts'
import { StoreError } from '../ports/store-error.ts'
import { createBadgeStore } from './access/badges.ts'
import { createKioskStore } from './access/kiosks.ts'
import { createPinStore } from './access/pins.ts'
import { createSiteModeStore } from './access/site-modes.ts'
import { createAccessStore } from './access/access.ts'
import { createKeyStore } from './access/keys.ts'
import { sealPlainTemplates } from './access/seal-plain.ts'
import { createSecretStore } from './access/secrets.ts'
import { openVault } from './access/vault.ts'
import { createAnswerStore } from './answers.ts'
import { forbidChanges } from './append-only.ts'
import { chooseDialect } from './dialects/choose.ts'
import type { Patience, StoreDialect } from './dialects/dialect.ts'
import { createEmployeeStore } from './identity/employees.ts'
import { createGalleryChangeStore } from './identity/gallery-changes.ts'
import { createGuard } from './guard.ts'
import { createHoursStore } from './attendance/hours.ts'
import { migrate } from './migrate.ts'
import { createRecordStore } from './attendance/records.ts'
import { createChoiceStore } from './privacy/choices.ts'
import { createNoticeStore } from './privacy/notices.ts'
import type { Tables } from './tables.ts'
import { createTemplateStore } from './identity/templates.ts'
import { createInTransaction } from './transaction.ts'

/** Everything that the rooms ask of the memory. */
export interface Store extends AttendanceStore, AccessStore, DoorStore, StoreState, PrivacyStore {
  readonly answers: AnswerStore
  readonly keys: KeyStore
  readonly secrets: SecretStore
}

/** Somebody who waits is answered within this time, if only that the database is out of reach. */
const briefAnswerMs = 2000

/**
 * Opens the database that a URL names (`sqlite:<path>`, `mysql://...`, `postgres://...`), making and
 * migrating its tables, and sealing what earlier versions kept in plain. Throws a StoreError when it cannot be
 * reached, NewerSchemaError when it was used by a newer version of the program, and MasterKeyError when the
 * master key is missing or another one. Where nobody waits at a door, it may be `patient`.
 */
export async function createStore(
  url: string,
  masterKey: MasterKeySource,
  patience: Patience = 'brief',
): Promise<Store> {
  const answerWithinMs = patience === 'brief' ? briefAnswerMs : undefined
  const dialect = await chooseDialect(url)
  const guard = createGuard(dialect)
  const isAppendOnly = await guard.call(() => migrateOnItsOwn(dialect, masterKey))
  const db = new Kysely<Tables>({ dialect: dialect.connect(patience) })
  const inTransaction = createInTransaction(db, dialect)
  const vault = await guard.call(() => openVault(inTransaction, dialect, masterKey))
  const hours = createHoursStore(db, inTransaction, dialect)
  const access = createAccessStore(db, inTransaction, dialect)
  const employees = createEmployeeStore(db, inTransaction, dialect, vault)
  return {
    sites: guard.room(hours.sites, answerWithinMs),
    schedules: guard.room(hours.schedules, answerWithinMs),
    assignments: guard.room(hours.assignments, answerWithinMs),
    leaves: guard.room(hours.leaves, answerWithinMs),
    corrections: guard.room(hours.corrections, answerWithinMs),
    // A month of everybody may take seconds.
    hours: guard.room(hours.hours),
    zoneData: guard.room(hours.zoneData),
    employees: {
      ...guard.room(employees, answerWithinMs),
      // Writes the table of templates anew, which takes seconds where there are many.
      ...guard.room({ forget: employees.forget }),
    },
    templates: guard.room(createTemplateStore(db, vault)),
    galleryChanges: guard.room(createGalleryChangeStore(db), answerWithinMs),
    records: guard.room(createRecordStore(db, inTransaction, dialect), answerWithinMs),
    installation: guard.room(access.installation, answerWithinMs),
    operators: guard.room(access.operators, answerWithinMs),
    sessions: guard.room(access.sessions, answerWithinMs),
    apiKeys: guard.room(access.apiKeys, answerWithinMs),
    attempts: guard.room(access.attempts, answerWithinMs),
    choices: guard.room(createChoiceStore(db, inTransaction), answerWithinMs),
    notices: guard.room(createNoticeStore(db, inTransaction), answerWithinMs),
    answers: guard.room(createAnswerStore(db), answerWithinMs),
    kiosks: guard.room(createKioskStore(db, inTransaction), answerWithinMs),
    pins: guard.room(createPinStore(db, inTransaction, dialect), answerWithinMs),
    badges: guard.room(createBadgeStore(db, inTransaction), answerWithinMs),
    siteModes: guard.room(createSiteModeStore(db, inTransaction), answerWithinMs),
    keys: guard.room(createKeyStore(db, vault), answerWithinMs),
    secrets: guard.room(
      createSecretStore(db, inTransaction, dialect, vault.keyring),
      answerWithinMs,
    ),
    caution: isAppendOnly ? undefined : `${dialect.name}-records-can-be-changed`,
    async trouble() {
      try {
        return await guard.call(() => dialect.unsafeSetting(db), answerWithinMs)
      } catch (error) {
        return `store-${error instanceof StoreError ? error.fault : 'broken'}`
      }
    },
    close: () => db.destroy(),
  }
}

/**
 * With connections of their own: changing tables may take longer than any answer. Gives whether the database
 * refuses to change what was recorded.
 */
async function migrateOnItsOwn(
  dialect: StoreDialect,
  masterKey: MasterKeySource,
): Promise<boolean> {
  const db = new Kysely<Tables>({ dialect: dialect.connect('patient') })
  try {
    await migrate(db, dialect)
    const inTransaction = createInTransaction(db, dialect)
    const vault = await openVault(inTransaction, dialect, masterKey)
    await sealPlainTemplates(db, inTransaction, dialect, vault)
    return await forbidChanges(db, dialect)
  } finally {
    await db.destroy()
  }
}
