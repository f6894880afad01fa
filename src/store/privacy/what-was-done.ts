import type { Kysely } from 'kysely'
import type { HeldTable } from '../../privacy/person/held-data.ts'
import type { AuditEntryTable } from '../access/audit-tables.ts'
import { fromMicros } from '../micros.ts'
import type { Tables } from '../tables.ts'

/**
 * What the audit chain has about somebody: what was done to their data, and who read or exported it, by name where
 * that is still known. Lists in which they may have stood are among it: of everybody, or of a site to which they
 * ever belonged, since they came.
 */
export async function whatWasDoneTo(db: Kysely<Tables>, employeeId: string): Promise<HeldTable> {
  const person = await db
    .selectFrom('employee')
    .leftJoin('audit_subject', 'audit_subject.employee_id', 'employee.id')
    .select(['pseudonym', 'created_at_micros'])
    .where('employee.id', '=', employeeId)
    .executeTakeFirst()
  if (!person) return { name: 'audit_entry', rows: [] }
  const about = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject', '=', person.pseudonym ?? '')
    .execute()
  const lists = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('subject', 'is', null)
    .where('action', 'in', ['viewed', 'exported'])
    .where('at_micros', '>=', person.created_at_micros)
    .execute()
  const sites = await sitesOf(db, employeeId)
  const mayHold = (row: AuditEntryTable) => {
    const { of } = detailOf(row) as { readonly of?: string }
    return of === 'all' || (of ?? '').split(' ').some((site) => sites.has(site))
  }
  const names = await namesOfActors(db)
  const rows = [...about, ...lists.filter(mayHold)].sort((a, b) => a.number - b.number)
  return {
    name: 'audit_entry',
    rows: rows.map((row) => ({
      at: fromMicros(Number(row.at_micros)).toString(),
      action: row.action,
      by: names.get(row.actor) ?? row.actor,
      in: row.subject === null ? 'a list' : 'their own data',
      detail: JSON.stringify(detailOf(row)),
    })),
  }
}

const decoder = new TextDecoder()
const detailOf = ({ detail }: AuditEntryTable): object => JSON.parse(decoder.decode(detail))

async function sitesOf(db: Kysely<Tables>, employeeId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('assignment')
    .select('site_id')
    .where('employee_id', '=', employeeId)
    .execute()
  return new Set(rows.map(({ site_id }) => site_id))
}

/** Names of those who act, as the chain calls them. */
async function namesOfActors(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const kinds = { operator: 'operator', 'api-key': 'api_key', kiosk: 'kiosk' } as const
  const names = new Map<string, string>()
  for (const [kind, table] of Object.entries(kinds)) {
    const rows = await db.selectFrom(table).select(['id', 'name']).execute()
    for (const { id, name } of rows) names.set(`${kind}:${id}`, `${kind} ${name}`)
  }
  return names
}
