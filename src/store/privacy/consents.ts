import { sql, type Kysely, type Selectable } from 'kysely'
import type { Consent, ConsentForm } from '../../identity/consent.ts'
import type { ConsentEvent } from '../../privacy/consent-event.ts'
import type { ConsentStore } from '../../privacy/ports.ts'
import type { Auditor } from '../access/audit.ts'
import type { StoreDialect } from '../dialects/dialect.ts'
import { noteGalleryChange } from '../identity/gallery-changes.ts'
import { createLockEmployee } from '../identity/lock-employee.ts'
import { dropTemplatesOf } from '../identity/templates.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { Scrubbing } from '../scrubbing.ts'
import type { InTransaction } from '../transaction.ts'
import { addConsent, addConsentEvent, lastConsent } from './consent-rows.ts'
import type { ConsentTable } from './tables.ts'

export function createConsentStore(
  db: Kysely<Tables>,
  inTransaction: InTransaction,
  dialect: StoreDialect,
  auditor: Auditor,
  scrubbing: Pick<Scrubbing, 'isDue' | 'now'>,
): ConsentStore {
  const lockEmployee = createLockEmployee(dialect)

  return {
    async add(employeeId, consent) {
      return inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return false
        await addConsent(trx, employeeId, consent)
        await auditor.append(trx, given(employeeId, consent))
        return true
      })
    },

    async withdraw(employeeId, { by, at }) {
      const withdrawn = await inTransaction(async (trx) => {
        if (!(await lockEmployee(trx, employeeId))) return undefined
        const templates = await dropTemplatesOf(trx, employeeId)
        // Of whoever has taken it back before, that stands already.
        if ((await lastConsent(trx, employeeId))?.act !== 'withdrawn')
          await addConsentEvent(trx, employeeId, { act: 'withdrawn', by, at })
        if (templates > 0) {
          await scrubbing.isDue(trx)
          await noteGalleryChange(trx, employeeId, at)
        }
        const detail = { templates }
        await auditor.append(trx, { action: 'consent-withdrawn', employeeId, detail })
        return { templates }
      })
      if (withdrawn && withdrawn.templates > 0) await scrubbing.now()
      return withdrawn
    },

    async of(employeeId) {
      const rows = await db
        .selectFrom('consent')
        .selectAll()
        .where('employee_id', '=', employeeId)
        .orderBy('ordinal')
        .execute()
      return rows.map(toEvent)
    },

    async counts(version) {
      const { rows } = await sql<{
        with_templates: number
        without_consent: number | null
        to_earlier: number | null
      }>`
        select count(*) as with_templates,
          sum(case when last.act = 'given' then 0 else 1 end) as without_consent,
          sum(case when last.act = 'given' and last.notice_version < ${version} then 1 else 0 end)
            as to_earlier
        from (select distinct employee_id from face_template) as holder
        left join (
          select consent.* from consent
          inner join (
            select employee_id, max(ordinal) as ordinal from consent group by employee_id
          ) as latest
          on latest.employee_id = consent.employee_id and latest.ordinal = consent.ordinal
        ) as last on last.employee_id = holder.employee_id
      `.execute(db)
      const [counted] = rows
      return {
        withTemplates: Number(counted?.with_templates ?? 0),
        withoutConsent: Number(counted?.without_consent ?? 0),
        toEarlierNotice: Number(counted?.to_earlier ?? 0),
      }
    },
  }
}

const given = (employeeId: string, { notice, form }: Consent) => ({
  ...{ action: 'consent-given', employeeId },
  detail: { notice: notice.version, language: notice.language, how: form.how },
})

// Only this program writes the table, and only from a ConsentEvent: what its act needs is there.
function toEvent(row: Selectable<ConsentTable>): ConsentEvent {
  const { ordinal, recorded_by: by } = row
  const at = fromMicros(row.at_micros)
  if (row.act === 'withdrawn') return { ordinal, act: 'withdrawn', by, at }
  const notice: Consent['notice'] = {
    version: row.notice_version ?? 0,
    language: row.language ?? '',
    hash: row.hash ?? '',
  }
  const form: ConsentForm =
    row.kept_at === null ? { how: 'on-screen' } : { how: 'on-paper', keptAt: row.kept_at }
  return { ordinal, act: 'given', notice, form, by, at }
}
