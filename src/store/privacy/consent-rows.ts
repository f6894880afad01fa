import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Consent, ConsentForMore } from '../../identity/consent.ts'
import { toMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { ConsentTable } from './tables.ts'

type Given = { readonly act: 'given' } & Consent
type Withdrawn = {
  readonly act: 'withdrawn'
  readonly by: string
  readonly at: Temporal.Instant
}

/** The last thing that an employee, whose row the transaction holds, said about their face. */
export async function lastConsent(
  trx: Transaction<Tables>,
  employeeId: string,
): Promise<Pick<ConsentTable, 'ordinal' | 'act'> | undefined> {
  return trx
    .selectFrom('consent')
    .select(['ordinal', 'act'])
    .where('employee_id', '=', employeeId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Writes down what an employee, whose row the transaction holds, said about their face. */
export async function addConsentEvent(
  trx: Transaction<Tables>,
  employeeId: string,
  event: Given | Withdrawn,
): Promise<void> {
  const given = event.act === 'given' ? event : undefined
  const last = await lastConsent(trx, employeeId)
  await trx
    .insertInto('consent')
    .values({
      employee_id: employeeId,
      ordinal: (last?.ordinal ?? 0) + 1,
      act: event.act,
      notice_version: given?.notice.version ?? null,
      language: given?.notice.language ?? null,
      hash: given?.notice.hash ?? null,
      kept_at: given?.form.how === 'on-paper' ? given.form.keptAt : null,
      recorded_by: event.by,
      at_micros: toMicros(event.at),
    })
    .execute()
}

export const addConsent = (trx: Transaction<Tables>, employeeId: string, consent: Consent) =>
  addConsentEvent(trx, employeeId, { act: 'given', ...consent })

/** Whether templates may be added on a consent; writes a new one down. The transaction holds the employee's row. */
export async function standsOnConsent(
  trx: Transaction<Tables>,
  employeeId: string,
  consent: ConsentForMore,
): Promise<boolean> {
  if (consent === 'standing') return (await lastConsent(trx, employeeId))?.act === 'given'
  await addConsent(trx, employeeId, consent)
  return true
}
