import { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../../src/time/day.ts'
import type { House } from '../house.ts'

/** How much of everything a large company has, and one person who has been there for ten years. */
const sizes = {
  ...{ people: 2000, daysOfRecords: 366, daysOfLongest: 3660 },
  ...{ leavesOfLongest: 20_000, correctionsOfLongest: 300, sites: 20, daysOfSite: 2000 },
  ...{ schedules: 20, versions: 5, accounts: 100 },
}

const idOf = (room: number, n: number): string =>
  `${room.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
/** An id in SQL, of the number that an expression gives. */
const idIn = (room: number, n: string): string =>
  `printf('${room.toString(16).padStart(8, '0')}-0000-7000-8000-%012x', ${n})`

const count = (n: number) =>
  `(with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < ${n - 1}) select n from numbers)`

const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const break_ = { minutes: 15, paid: false, deductedAfterMinutes: 120 }
const twoShifts = [
  { name: 'Morning', start: '06:00', end: '10:00', breaks: [break_] },
  { name: 'Evening', start: '14:00', end: '18:00', breaks: [break_] },
]
const week = Object.fromEntries(everyDay.map((day) => [day, twoShifts]))
/** As many weeks as a body of JSON holds. */
const weeks = Array<object>(38).fill(week)

/** The latest day with records, and the first of a year of them. */
export const lastDate = '2026-03-01'
const firstDate = '2025-03-01'

export type Company = {
  readonly longest: string
  readonly people: readonly string[]
  readonly sites: readonly string[]
  readonly schedules: readonly string[]
  readonly spare: Readonly<Record<Spare, readonly string[]>>
}
type Spare = 'people' | 'sites' | 'schedules' | 'kiosks' | 'operators' | 'leaves' | 'corrections'

/** Fills a house, by its own ways where there are few of a thing and straight into the database elsewhere. */
export async function fill(
  { store, databasePath, ask, newId, clock }: House,
  withRecords: number,
): Promise<Company> {
  const post = async (path: string, body: object): Promise<string> => {
    const headers = { 'content-type': 'application/json' }
    const answer = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  const many = async (n: number, make: (i: number) => Promise<string>) => {
    const ids: string[] = []
    for (let i = 0; i < n; i++) ids.push(await make(i))
    return ids
  }
  const sites = await many(sizes.sites, (i) =>
    post('/sites', { name: `Site ${i}`, zone: 'Europe/Paris', calendar: 'fr' }),
  )
  const schedules = await many(sizes.schedules, (i) =>
    post('/schedules', {
      name: `Schedule ${i}`,
      from: '2016-01-01',
      weeks: i === 0 ? [week] : weeks,
    }),
  )
  const spareSites = await many(5, (i) => post('/sites', { name: `Spare ${i}`, zone: 'UTC' }))
  const spareSchedules = await many(5, (i) =>
    post('/schedules', { name: `Spare ${i}`, from: '2026-01-01', weeks: [week] }),
  )
  for (const id of schedules.slice(1)) {
    for (let i = 1; i < sizes.versions; i++) {
      await post(`/schedules/${id}/versions`, { from: `20${26 + i}-01-05`, weeks })
    }
  }
  const kiosks: string[] = []
  for (let i = 0; i < sizes.accounts; i++) {
    const made = await ask('/kiosks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `Kiosk ${i}`, siteId: sites[i % sites.length] }),
    })
    kiosks.push((made.body as unknown as { kiosk: { id: string } }).kiosk.id)
  }
  const operators = await many(sizes.accounts, async (i) => {
    const id = newId()
    await store.operators.add(
      {
        ...{ id, name: `Operator ${i}`, createdAt: clock.now() },
        role: 'clerk' as never,
        siteIds: [...sites],
      },
      '',
    )
    return id
  })

  const database = new DatabaseSync(databasePath)
  const micros = (date: string, hour: number) =>
    Temporal.Instant.from(`${date}T00:00:00Z`).epochMilliseconds * 1000 + hour * 3_600_000_000
  const [site = '', schedule = ''] = [sites[0], schedules[0]]
  const written = micros(firstDate, 0)
  database.exec(`
    pragma synchronous = off;
    begin;
    insert into employee (id, name, number, number_count, created_at_micros)
      select ${idIn(3, 'n')}, 'Employee ' || n, '' || (100000 + n), 100000 + n, ${written} from ${count(sizes.people)};
    insert into assignment (id, employee_id, from_date, site_id, schedule_id, week_offset, written_at_micros)
      select ${idIn(5, 'n')}, ${idIn(3, 'n')}, '2016-01-01', '${site}', '${schedule}', 0, ${written} from ${count(sizes.people)}
      where n < ${withRecords} or n = ${sizes.people - 1};
    insert into site_day (site_id, date, name, is_holiday)
      select id, date('2020-01-01', n || ' days'), 'Closed', n % 2 from (select id from site), ${count(sizes.daysOfSite)};
    insert into attendance_record (id, employee_id, kind, at_micros, ordinal)
      select ${idIn(6, `n + ${sizes.daysOfRecords * 4} * e`)}, ${idIn(3, 'e')}, case n % 2 when 0 then 'in' else 'out' end,
        ${micros(firstDate, 5)} + (n / 4) * 86400000000 + (n % 4) * 14400000000, n + 1
      from (select n as e from ${count(withRecords)}), ${count(sizes.daysOfRecords * 4)};
    insert into attendance_record (id, employee_id, kind, at_micros, ordinal)
      select ${idIn(7, 'n')}, ${idIn(3, `${sizes.people - 1}`)}, case n % 2 when 0 then 'in' else 'out' end,
        ${micros('2016-02-20', 5)} + (n / 4) * 86400000000 + (n % 4) * 14400000000, n + 1
      from ${count(sizes.daysOfLongest * 4)};
    insert into employee_leave (id, employee_id, from_date, to_date, kind, part, start_minute, end_minute, written_at_micros)
      select ${idIn(8, 'n')}, ${idIn(3, `${sizes.people - 1}`)}, date('2025-03-01', (n / 60) || ' days'),
        date('2025-03-01', (n / 60) || ' days'), 'paid', 'hours', (n % 60) * 20, (n % 60) * 20 + 10, ${written}
      from ${count(sizes.leavesOfLongest)};
    insert into correction (id, employee_id, action, becomes_kind, becomes_at_micros, becomes_site_id, reason, written_by, written_at_micros)
      select ${idIn(9, 'n')}, ${idIn(3, `${sizes.people - 1}`)}, 'add', 'in', ${micros(firstDate, 2)} + n * 3600000000,
        '${site}', 'Forgotten', 'Somebody', ${written} + n from ${count(sizes.correctionsOfLongest)};
    commit;
  `)
  database.close()
  const from = (room: number, first: number, n: number) =>
    Array.from({ length: n }, (_, i) => idOf(room, first + i))
  return {
    longest: idOf(3, sizes.people - 1),
    people: from(3, 0, sizes.people - 1),
    ...{ sites, schedules },
    spare: {
      people: from(3, 1000, 100),
      ...{ sites: spareSites, schedules: spareSchedules, kiosks, operators },
      leaves: from(8, 0, 50),
      corrections: from(9, 0, 50),
    },
  }
}

export const dayNumber = dayOf
