import type { Micros } from '../micros.ts'

/** One row, once the program is set up. */
export interface InstallationTable {
  id: number
  country: string
  publish_notice: number
  set_up_at_micros: Micros
}

export interface SetupLinkTable {
  token_hash: string
  expires_at_micros: Micros
}

export interface OperatorTable {
  id: string
  name: string
  /** Recognises the name however it is typed. */
  name_key: string
  role: string
  /** 1: every site; the table of sites says which ones otherwise. */
  all_sites: number
  /** A PHC string. */
  password_hash: string
  created_at_micros: Micros
}

export interface OperatorSiteTable {
  operator_id: string
  site_id: string
}

export interface OperatorSessionTable {
  token_hash: string
  operator_id: string
  created_at_micros: Micros
  seen_at_micros: Micros
  /** By how many factors it began: 2 with a code or a passkey; null: it is of an earlier version. */
  factors: number | null
}

/** The app for codes of an operator; the secret is under the master key, as those of others. */
export interface OperatorTotpTable {
  operator_id: string
  /** Null: it has not been shown yet that an app knows the secret. */
  confirmed_at_micros: Micros | null
  /** The last step whose code was used: none counts twice. */
  last_step: number
}

export interface RecoveryCodeTable {
  code_hash: string
  operator_id: string
}

export interface PasskeyTable {
  id: string
  operator_id: string
  credential_hash: string
  /** JSON: what the device said when it was made, and how often it was used by its own count. */
  credential: Uint8Array
  name: string
  created_at_micros: Micros
  used_at_micros: Micros | null
}

export interface ApiKeyTable {
  id: string
  token_hash: string
  name: string
  /** With a space between them. */
  scopes: string
  site_id: string | null
  created_at_micros: Micros
  expires_at_micros: Micros | null
  used_at_micros: Micros | null
}

/** Attempts that failed in a row, by a hash of what they were against. */
export interface FailedAttemptTable {
  attempt_key: string
  failures: number
  last_at_micros: Micros
  blocked_until_micros: Micros | null
}

/** How much was taken of a limit in the window that was asked for last, by a hash of whose it is. */
export interface RateWindowTable {
  rate_key: string
  window_number: number
  taken: number
  at_micros: Micros
}

export interface AccessTables {
  installation: InstallationTable
  setup_link: SetupLinkTable
  operator: OperatorTable
  operator_site: OperatorSiteTable
  operator_session: OperatorSessionTable
  api_key: ApiKeyTable
  operator_totp: OperatorTotpTable
  recovery_code: RecoveryCodeTable
  passkey: PasskeyTable
  failed_attempt: FailedAttemptTable
  rate_window: RateWindowTable
}
