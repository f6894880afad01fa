import { Kysely } from 'kysely'
import type { DoorStore } from '../access/door.ts'
import type { AccessStore } from '../access/ports.ts'
import type { Audit } from '../access/audit/entry.ts'
import type { ForgottenStore } from '../access/erased.ts'
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
import { createAuditStore, openAuditor } from './access/audit.ts'
import { createAudited } from './access/audited.ts'
import { rotateKeys } from './access/rotate-keys.ts'
import * as told from './access/told.ts'
import { createForgottenStore } from './identity/forgotten.ts'
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
import { createConsentStore } from './privacy/consents.ts'
import { createHeldStore } from './privacy/held.ts'
import { createNoticeStore } from './privacy/notices.ts'
import { createRetentionStore } from './privacy/retention.ts'
import type { Tables } from './tables.ts'
import { createRecogniserChangeStore } from './identity/recogniser-change.ts'
import { createTemplateStore } from './identity/templates.ts'
import { createScrubbing } from './scrubbing.ts'
import { createInTransaction } from './transaction.ts'

/** Everything that the rooms ask of the memory. */
export interface Store extends AttendanceStore, AccessStore, DoorStore, StoreState, PrivacyStore {
  readonly answers: AnswerStore
  readonly keys: KeyStore
  readonly secrets: SecretStore
  readonly audit: Audit
  readonly forgotten: ForgottenStore
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
  const auditor = await guard.call(() => openAuditor(inTransaction, dialect, vault))
  const audited = createAudited(db, inTransaction, auditor)
  const access = createAccessStore(db, inTransaction, dialect)
  const scrubbing = createScrubbing(db, dialect)
  const employees = createEmployeeStore(db, inTransaction, dialect, vault, auditor, scrubbing)
  const keys = createKeyStore(db, inTransaction, vault, auditor, async (onDone) => {
    await rotateKeys({ db, inTransaction, dialect, vault, source: masterKey }, onDone)
    await inTransaction((trx) => auditor.append(trx, { action: 'key-rotated' }))
  })
  const consents = createConsentStore(db, inTransaction, dialect, auditor, scrubbing)
  const sites = audited((on, within) => createHoursStore(on, within, dialect).sites, told.ofSites)
  // What a process that was killed, or an earlier version, left in the files.
  void scrubbing.now()
  return {
    sites: {
      ...guard.room(sites, answerWithinMs),
      // Looks through all records, of which no index knows the site.
      ...guard.room({ remove: sites.remove }),
    },
    employments: guard.room(
      audited(
        (on, within) => createHoursStore(on, within, dialect).employments,
        told.ofEmployments,
      ),
      answerWithinMs,
    ),
    schedules: guard.room(
      audited((on, within) => createHoursStore(on, within, dialect).schedules, told.ofSchedules),
      answerWithinMs,
    ),
    assignments: guard.room(
      audited(
        (on, within) => createHoursStore(on, within, dialect).assignments,
        told.ofAssignments,
      ),
      answerWithinMs,
    ),
    leaves: guard.room(
      audited((on, within) => createHoursStore(on, within, dialect).leaves, told.ofLeaves),
      answerWithinMs,
    ),
    corrections: guard.room(
      audited(
        (on, within) => createHoursStore(on, within, dialect).corrections,
        told.ofCorrections,
      ),
      answerWithinMs,
    ),
    // A month of everybody may take seconds.
    hours: guard.room(
      audited((on, within) => createHoursStore(on, within, dialect).hours, told.ofRecordedHours),
    ),
    zoneData: guard.room(
      audited((on, within) => createHoursStore(on, within, dialect).zoneData, told.ofZoneData),
    ),
    employees: {
      ...guard.room(employees, answerWithinMs),
      // Writes the table of templates anew, which takes seconds where there are many.
      ...guard.room({ forget: employees.forget }),
    },
    templates: guard.room(createTemplateStore(db, vault)),
    galleryChanges: guard.room(createGalleryChangeStore(db), answerWithinMs),
    recogniserChange: guard.room(
      audited((on, within) => createRecogniserChangeStore(on, within), told.ofRecogniserChange),
      answerWithinMs,
    ),
    records: guard.room(createRecordStore(db, inTransaction, dialect, auditor), answerWithinMs),
    installation: guard.room(
      audited(
        (on, within) => createAccessStore(on, within, dialect).installation,
        told.ofInstallation,
      ),
      answerWithinMs,
    ),
    operators: guard.room(
      audited((on, within) => createAccessStore(on, within, dialect).operators, told.ofOperators),
      answerWithinMs,
    ),
    sessions: guard.room(
      audited((on, within) => createAccessStore(on, within, dialect).sessions, told.ofSessions),
      answerWithinMs,
    ),
    apiKeys: guard.room(
      audited((on, within) => createAccessStore(on, within, dialect).apiKeys, told.ofApiKeys),
      answerWithinMs,
    ),
    passkeys: guard.room(
      audited((on, within) => createAccessStore(on, within, dialect).passkeys, told.ofPasskeys),
      answerWithinMs,
    ),
    totp: guard.room(
      audited((on, within) => createAccessStore(on, within, dialect).totp, told.ofTotp),
      answerWithinMs,
    ),
    attempts: guard.room(access.attempts, answerWithinMs),
    rates: guard.room(access.rates, answerWithinMs),
    consents: {
      ...guard.room(consents, answerWithinMs),
      // As for those who are forgotten.
      ...guard.room({ withdraw: consents.withdraw }),
    },
    retention: guard.room(createRetentionStore(db)),
    held: guard.room(createHeldStore(db)),
    choices: guard.room(
      audited((on, within) => createChoiceStore(on, within), told.ofChoices),
      answerWithinMs,
    ),
    notices: guard.room(
      audited((on, within) => createNoticeStore(on, within), told.ofNotices),
      answerWithinMs,
    ),
    answers: guard.room(createAnswerStore(db), answerWithinMs),
    kiosks: guard.room(
      audited((on, within) => createKioskStore(on, within), told.ofKiosks),
      answerWithinMs,
    ),
    pins: guard.room(
      audited((on, within) => createPinStore(on, within, dialect), told.ofPins),
      answerWithinMs,
    ),
    badges: guard.room(
      audited((on, within) => createBadgeStore(on, within), told.ofBadges),
      answerWithinMs,
    ),
    siteModes: guard.room(
      audited((on, within) => createSiteModeStore(on, within), told.ofSiteModes),
      answerWithinMs,
    ),
    keys: {
      ...guard.room(keys, answerWithinMs),
      ...guard.room({ rotate: keys.rotate }),
    },
    audit: guard.room(createAuditStore(db, inTransaction, auditor)),
    forgotten: guard.room(createForgottenStore(db)),
    secrets: guard.room(
      audited(
        (on, within) => createSecretStore(on, within, dialect, vault.keyring),
        told.ofSecrets,
      ),
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
    async close() {
      scrubbing.close()
      await db.destroy()
    },
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
