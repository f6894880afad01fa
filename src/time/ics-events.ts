import { accepted, type Checked, refused } from './problem.ts'

/** An unfolded line; folded ones have 75 bytes. ical.js takes time by the square of it. */
const maxLineLength = 20_000

const notACalendar = (detail: string) => refused('not-a-calendar', 'file', detail)

/**
 * The lines of each event of a calendar file, unfolded, `BEGIN:VEVENT` and `END:VEVENT` included. Whatever else is in
 * the calendar is passed over; refused where its parts do not stand one in the other, or where there are two calendars.
 */
export function eventsOf(text: string): Checked<string[][]> {
  if (!/^BEGIN:VCALENDAR\r?\n/i.test(text)) {
    return notACalendar('the file does not begin with BEGIN:VCALENDAR')
  }
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const open: string[] = []
  const events: string[][] = []
  for (const [i, line] of lines.entries()) {
    if (line.length > maxLineLength) {
      return notACalendar(
        `line ${i + 1} of the file, unfolded, is longer than ${maxLineLength} characters`,
      )
    }
    if (line.trim() === '') continue
    const [, edge, name = ''] = /^(BEGIN|END):(.*)$/i.exec(line.trim()) ?? []
    const part = name.toUpperCase()
    if (open.length === 0 && i > 0) return notACalendar('something stands after the calendar')
    if (edge?.toUpperCase() === 'BEGIN') {
      if (part === 'VCALENDAR' && open.length > 0) return notACalendar('the calendar begins twice')
      open.push(part)
      if (isEvent(open)) events.push([])
    }
    if (open[0] === 'VCALENDAR' && open[1] === 'VEVENT') events.at(-1)?.push(line)
    if (edge?.toUpperCase() === 'END' && open.pop() !== part) {
      return notACalendar(`line ${i + 1} of the file, unfolded, ends what has not begun`)
    }
  }
  return open.length === 0 ? accepted(events) : notACalendar('the calendar has no end')
}

const isEvent = (open: readonly string[]): boolean => open.length === 2 && open[1] === 'VEVENT'
