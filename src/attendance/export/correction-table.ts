import type { DecidedCorrection } from '../ports/corrections.ts'
import type { CorrectedValue, TimedRecord } from '../../time/correction.ts'
import { dateOf } from '../../time/day.ts'
import type { LocalName } from '../../time/holiday.ts'
import { type EpochMicros, instantOfMicros, secondOf } from '../../time/instant.ts'
import { zoneOf } from '../../time/zone.ts'
import { clockText, map, text } from './attendance-tables.ts'
import { actionNames, kindNames, stateNames } from './headings.ts'
import type { Cell, Column, Language, Row, Table } from './table.ts'

/** A correction with the raw record that it speaks of, if that is not itself a correction. */
export type ExportedCorrection = DecidedCorrection & {
  readonly raw: TimedRecord | undefined
  readonly siteName: string
  readonly zone: string
}

const date = (key: 'wasDate' | 'becomesDate'): Column => ({ ...text(key), type: 'date' })
const instant = (micros: EpochMicros): string => instantOfMicros(micros).toString()

function valueCells(value: CorrectedValue | undefined, zone: string, language: Language): Cell[] {
  if (value === undefined) return [null, null, null, null]
  const second = secondOf(value.at)
  return [
    kindNames[value.kind][language],
    dateOf(zoneOf(zone).dayAt(second)),
    clockText(zone, second),
    instant(value.at),
  ]
}

/** One row for each correction: what was recorded, what it was, what it becomes, who asked and who decided. */
export const correctionTable = (
  title: LocalName,
  corrections: AsyncIterable<ExportedCorrection>,
  language: Language,
): Table => ({
  title,
  columns: [
    text('correctionId'),
    text('employeeId'),
    text('employee'),
    text('site'),
    text('zone'),
    text('action'),
    text('state'),
    text('recordId'),
    text('rawKind'),
    text('rawAt'),
    text('wasKind'),
    date('wasDate'),
    text('wasTime'),
    text('wasAt'),
    text('becomesKind'),
    date('becomesDate'),
    text('becomesTime'),
    text('becomesAt'),
    text('reason'),
    text('by'),
    text('writtenAt'),
    text('decidedBy'),
    text('decidedAt'),
  ],
  rows: map(corrections, ({ employee, correction, decision, raw, siteName, zone }): Row => [
    correction.id,
    employee.id,
    employee.name,
    siteName,
    zone,
    actionNames[correction.action][language],
    stateNames[decision?.outcome ?? 'open'][language],
    correction.action === 'add' ? correction.id : correction.recordId,
    raw === undefined ? null : kindNames[raw.kind][language],
    raw === undefined ? null : instant(raw.at),
    ...valueCells(correction.action === 'add' ? undefined : correction.was, zone, language),
    ...valueCells(correction.action === 'void' ? undefined : correction.becomes, zone, language),
    correction.reason,
    correction.by,
    instant(correction.writtenAt),
    decision?.by ?? null,
    decision === null ? null : instant(decision.at),
  ]),
})
