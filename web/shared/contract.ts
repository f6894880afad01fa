import type { components } from './api.ts'

// The words of openapi.json, under the names that the pages use.
type Schemas = components['schemas']

export type Coverage = Schemas['Coverage']
export type Decision = Schemas['Decision']
export type Employee = Schemas['Employee']
export type AttendanceRecord = Schemas['AttributedRecord']
export type Figures = Schemas['Figures']
export type LeaveKind = Schemas['LeaveKind']
export type PhotoVerdict = Schemas['PhotoVerdict']
export type Problem = Schemas['Problem']
export type ProblemCode = Schemas['ProblemCode']
export type QualityReason = Schemas['QualityReason']
export type RecordKind = Schemas['RecordKind']
export type Strength = Schemas['Strength']
export type Timesheet = Schemas['Timesheet']
export type TimesheetDay = Schemas['TimesheetDay']
export type UnreadableReason = Schemas['UnreadableReason']
