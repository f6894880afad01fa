import type { Kysely } from 'kysely'
import type { AccessStore } from '../../access/ports.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import { createApiKeyStore } from './api-keys.ts'
import { createAttemptStore } from './attempts.ts'
import { createInstallationStore } from './installation.ts'
import { createOperatorStore } from './operators.ts'
import { createPasskeyStore } from './passkeys.ts'
import { createRateStore } from './rates.ts'
import { createSessionStore } from './sessions.ts'
import { createTotpStore } from './totp.ts'

export function createAccessStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
): Omit<AccessStore, 'audit'> {
  return {
    installation: createInstallationStore(db, inTransaction),
    operators: createOperatorStore(db, inTransaction, dialect),
    sessions: createSessionStore(db),
    apiKeys: createApiKeyStore(db),
    attempts: createAttemptStore(db, inTransaction, dialect),
    passkeys: createPasskeyStore(db, inTransaction),
    totp: createTotpStore(db, inTransaction),
    rates: createRateStore(db, inTransaction, dialect),
  }
}
