/** What is counted, for a day or added up over many. Lengths in whole seconds. */
export type Figures = {
  /** What the shifts asked for, less their unpaid breaks; nothing on holidays and leave. */
  readonly planned: number
  /** Work recorded, with paid breaks, less breaks taken off by rule. */
  readonly worked: number
  readonly late: number
  readonly early: number
  /** Overtime by day; that by week is added where a week ends. */
  readonly overtime: number
  /** Planned work of shifts that nobody came to. */
  readonly absent: number
  readonly paidBreak: number
  readonly unpaidBreak: number
  /** Unpaid breaks that were neither recorded nor spent away, taken off by rule. */
  readonly deductedBreak: number
  /** Between an out and the next in of the same shift. */
  readonly away: number
  /** Since the last record of somebody who is at work: not part of `worked` before the clock-out. */
  readonly underWay: number
  /** The part of `worked` that fell on a public holiday. */
  readonly onHoliday: number
  /** The part of `worked` that a rule supplied for a forgotten clock-out. */
  readonly closedByRule: number
  /** Planned work that leave took off, by the kind of leave. */
  readonly leavePaid: number
  readonly leaveUnpaid: number
  readonly leaveSick: number
  readonly leaveOther: number
  /** How many clock-outs, and clock-ins, are missing. Counts, not lengths. */
  readonly missingOut: number
  readonly missingIn: number
  /**
   * How many days have work, an absent shift, leave: half a day of it is 0.5, hours of it are 0, and rest days and
   * holidays in between are none.
   */
  readonly daysWorked: number
  readonly daysAbsent: number
  readonly daysOfLeave: number
}

export const noFigures: Figures = {
  planned: 0,
  worked: 0,
  late: 0,
  early: 0,
  overtime: 0,
  absent: 0,
  paidBreak: 0,
  unpaidBreak: 0,
  deductedBreak: 0,
  away: 0,
  underWay: 0,
  onHoliday: 0,
  closedByRule: 0,
  leavePaid: 0,
  leaveUnpaid: 0,
  leaveSick: 0,
  leaveOther: 0,
  missingOut: 0,
  missingIn: 0,
  daysWorked: 0,
  daysAbsent: 0,
  daysOfLeave: 0,
}

export const figureNames = Object.keys(noFigures) as readonly (keyof Figures)[]

/** The sum of two sets of figures, name by name. */
export function addFigures(a: Figures, b: Figures): Figures {
  const sum: Record<keyof Figures, number> = { ...a }
  for (const name of figureNames) sum[name] += b[name]
  return sum
}
