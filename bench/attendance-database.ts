import { Temporal } from 'temporal-polyfill'
import { type Day, dayOf, weekdays } from '../src/time/day.ts'
import { checkVersion, type ScheduleVersion, shiftsOn } from '../src/time/schedule.ts'
import { wallLengthOf } from '../src/time/shift.ts'
import { zoneOf } from '../src/time/zone.ts'

/** A made-up company, the same for the same seed. */
export type Company = {
  readonly sites: readonly { id: string; name: string; zone: string; calendar: string }[]
  readonly schedules: readonly { id: string; name: string; version: ScheduleVersion }[]
  readonly employees: readonly {
    readonly id: string
    readonly name: string
    readonly site: number
    readonly schedule: number
    readonly weekOffset: number
  }[]
  /** The records of a day, by moment: what the clocks at the doors would have written. */
  readonly recordsOn: (day: Day) => MadeRecord[]
}

export type MadeRecord = {
  readonly id: string
  readonly employee: number
  readonly kind: 'in' | 'out' | 'break-start' | 'break-end'
  readonly atMicros: number
  readonly duplicateOf: string | null
  /** 1 for the employee's first counted record, and so on. */
  readonly ordinal: number | null
}

/** mulberry32: a small generator of numbers from 0 to 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Ids that look as the program's own do and sort by when they were made: a counter in a UUID's shape. */
const idOf = (room: number, n: number): string =>
  `${room.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

const every = (days: readonly string[], shift: object) =>
  Object.fromEntries(days.map((day) => [day, [shift]]))

function makeSchedules(): Company['schedules'] {
  const lunch = [{ minutes: 60, paid: false, deductedAfterMinutes: 360 }]
  // Six days, as many companies in Morocco work.
  const workdays = weekdays.slice(0, 6)
  const office = { name: 'Office', start: '08:30', end: '17:00', breaks: lunch }
  const pause = [{ minutes: 20, paid: true }]
  const team = (name: string, start: string, end: string) =>
    every(workdays, { name, start, end, breaks: pause })
  const rules = {
    graceLate: 5,
    graceEarly: 5,
    overtimeDayAfter: 600,
    overtimeWeekAfter: 44 * 60,
    missingOut: { action: 'list' } as const,
  }
  const drafts = [
    { name: 'Office', weeks: [every(workdays, office)] },
    {
      name: 'Three teams',
      weeks: [
        team('Early', '06:00', '14:00'),
        team('Late', '14:00', '22:00'),
        team('Night', '22:00', '06:00'),
      ],
    },
  ]
  return drafts.map(({ name, weeks }, i) => {
    const version = checkVersion({ from: '2024-01-01', weeks, rules })
    if (!version.ok) throw new Error(JSON.stringify(version.problems))
    return { id: idOf(2, i), name, version: version.value }
  })
}

/**
 * Makes a company of so many employees at three sites, in an office or in three teams that rotate. They
 * come a little early or late, take breaks, are sometimes away, forget to clock out and clock in twice.
 */
export function makeCompany(employeeCount: number, seed: number): Company {
  const random = createRandom(seed)
  const sites = [
    { id: idOf(1, 0), name: 'Casablanca', zone: 'Africa/Casablanca', calendar: 'ma' },
    { id: idOf(1, 1), name: 'Tanger', zone: 'Africa/Casablanca', calendar: 'ma' },
    { id: idOf(1, 2), name: 'Lyon', zone: 'Europe/Paris', calendar: 'fr' },
  ]
  const schedules = makeSchedules()
  const employees = Array.from({ length: employeeCount }, (_, i) => ({
    id: idOf(3, i),
    name: `Employee ${i + 1}`,
    site: Math.floor(random() * sites.length),
    schedule: random() < 0.6 ? 0 : 1,
    weekOffset: Math.floor(random() * 3),
  }))
  const ordinals = new Array<number>(employeeCount).fill(0)
  let made = 0

  function recordsOn(day: Day): MadeRecord[] {
    const records: {
      employee: number
      kind: MadeRecord['kind']
      second: number
      twice: boolean
    }[] = []
    employees.forEach((employee, e) => {
      const version = schedules[employee.schedule]?.version
      const shift = version && shiftsOn(version, day, employee.weekOffset)[0]
      if (shift === undefined || random() < 0.04) return
      const zone = zoneOf(sites[employee.site]?.zone ?? 'UTC')
      const start = zone.secondAt(day, shift.start)
      const note = (kind: MadeRecord['kind'], second: number) =>
        records.push({ employee: e, kind, second, twice: random() < 0.01 })
      const around = (minutes: number) => Math.floor((random() - 0.6) * minutes * 60)
      const length = wallLengthOf(shift) * 60
      note('in', start + around(15))
      const pauses = employee.schedule === 0 ? [length / 2] : [length / 3, (length * 2) / 3]
      for (const pause of pauses) {
        const begin = start + Math.floor(pause) + around(20)
        note('break-start', begin)
        note('break-end', begin + Math.floor(2400 / pauses.length) + around(4))
      }
      if (random() >= 0.01) note('out', start + length - around(15))
    })
    records.sort((a, b) => a.second - b.second || a.employee - b.employee)
    return records.flatMap(({ employee, kind, second, twice }): MadeRecord[] => {
      const ordinal = (ordinals[employee] = (ordinals[employee] ?? 0) + 1)
      const atMicros = second * 1_000_000 + Math.floor(random() * 1_000_000)
      const record = { id: idOf(4, made++), employee, kind, atMicros, duplicateOf: null, ordinal }
      if (!twice) return [record]
      const again = { ...record, id: idOf(4, made++), atMicros: atMicros + 20_000_000 }
      return [record, { ...again, duplicateOf: record.id, ordinal: null }]
    })
  }

  return { sites, schedules, employees, recordsOn }
}

/** The days of so many years up to a day, which is included. */
export function daysBefore(lastDate: string, years: number): { from: Day; to: Day } {
  const last = Temporal.PlainDate.from(lastDate)
  return { from: dayOf(last.subtract({ years }).add({ days: 1 }).toString()), to: dayOf(lastDate) }
}
