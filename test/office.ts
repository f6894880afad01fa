import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { RecordKind } from '../src/time/record-kind.ts'
import { get } from './get.ts'
import { openHouse, type House } from './house.ts'

export { get }

/** The same values of every entry of a list inside an answer. */
export const each = (json: unknown, list: string, ...paths: string[]): unknown[] =>
  ((get(json, list) ?? []) as unknown[]).map((entry) => {
    const values = paths.map((path) => get(entry, path))
    return values.length === 1 ? values[0] : values
  })

export const call = async (
  house: House,
  method: string,
  path: string,
  body?: unknown,
  type?: string,
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const answer = await house.ask(path, {
    method,
    ...(body !== undefined && {
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      headers: { 'content-type': type ?? 'application/json' },
    }),
  })
  return { status: answer.status, body: answer.body }
}

export const idOf = ({ body }: { body: unknown }) => String(get(body, 'id'))

export const office = { name: 'Office', start: '09:00', end: '17:00' }
const week = {
  monday: [office],
  tuesday: [office],
  wednesday: [office],
  thursday: [office],
  friday: [office],
}

/** A house in Paris on Monday, 2 March 2026, 09:00, with one employee who works there. */
export async function openOffice(t: TestContext, more: Parameters<typeof openHouse>[2] = {}) {
  const house = await openHouse(t, undefined, more)
  const site = await call(house, 'POST', '/sites', {
    name: 'Lyon',
    zone: 'europe/paris',
    calendar: 'fr',
  })
  assert.equal(site.status, 201, JSON.stringify(site.body))
  const schedule = await call(house, 'POST', '/schedules', {
    name: 'Bureau',
    from: '2026-01-05',
    weeks: [week],
    rules: { graceLate: 5 },
  })
  assert.equal(schedule.status, 201, JSON.stringify(schedule.body))
  const employeeId = await house.enrol('Amina')
  const assigned = await call(house, 'POST', `/employees/${employeeId}/assignments`, {
    from: '2026-03-02',
    siteId: get(site.body, 'id'),
    scheduleId: get(schedule.body, 'id'),
  })
  assert.equal(assigned.status, 201, JSON.stringify(assigned.body))
  const record = async (at: string, kind: RecordKind) => {
    const id = house.newId()
    const instant = Temporal.Instant.from(at)
    await house.store.records.append(employeeId, () => ({ id, employeeId, kind, at: instant }))
    return id
  }
  return {
    house,
    employeeId,
    siteId: idOf(site),
    scheduleId: idOf(schedule),
    record,
  }
}
