import type { Tables } from '../tables.ts'

/**
 * Every table with the columns of its key, those that others point at first. A table that is missing here
 * does not compile.
 */
export const keysOfTables = {
  employee: ['id'],
  face_template: ['id'],
  employee_key: ['employee_id'],
  master_key: ['id'],
  secret: ['name'],
  audit_entry: ['number'],
  audit_head: ['id'],
  audit_subject: ['employee_id'],
  forgotten: ['employee_id'],
  attendance_record: ['id'],
  answered_request: ['request_key'],
  site: ['id'],
  site_day: ['site_id', 'date'],
  site_calendar: ['site_id', 'from_date'],
  schedule: ['id'],
  schedule_version: ['schedule_id', 'from_date'],
  assignment: ['id'],
  employee_leave: ['id'],
  correction: ['id'],
  correction_decision: ['correction_id'],
  erasure: ['employee_id'],
  recogniser_change: ['id'],
  zone_data_event: ['ordinal'],
  installation: ['id'],
  operator: ['id'],
  operator_site: ['operator_id', 'site_id'],
  api_key: ['id'],
  operator_totp: ['operator_id'],
  recovery_code: ['code_hash'],
  passkey: ['id'],
  older_employee: ['source', 'older_id'],
  older_erasure: ['source', 'older_id'],
  employee_pin: ['employee_id'],
  badge: ['employee_id'],
  kiosk: ['id'],
  site_mode: ['site_id'],
  privacy_choice: ['ordinal'],
  notice: ['version'],
  notice_text: ['version', 'language'],
  consent: ['employee_id', 'ordinal'],
} as const satisfies { [Table in TableName]: readonly (keyof Tables[Table])[] }

/**
 * What the servers tell each other, who is signed in, and what is counted for a day, is of no use to another
 * database, and stays when one is filled anew.
 */
type Fleeting =
  | 'gallery_change'
  | 'gallery_counter'
  | 'used_nonce'
  | 'nonce_key'
  | 'pin_attempt'
  | 'pin_gate'
  | 'setup_link'
  | 'operator_session'
  | 'failed_attempt'
  | 'rate_window'

export type TableName = Exclude<keyof Tables, Fleeting>

export const tableNames = Object.keys(keysOfTables) as TableName[]
