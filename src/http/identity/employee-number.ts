import {
  maxNumberLength,
  NumberTakenError,
  parseEmployeeNumber,
} from '../../identity/employee-number.ts'
import { Problem } from '../problems.ts'

/** The number as it is kept. Throws the problem `invalid-number`. */
export function readEmployeeNumber(raw: string): string {
  const number = parseEmployeeNumber(raw)
  if (number !== undefined) return number
  throw new Problem(
    'invalid-number',
    `A number has at most ${maxNumberLength} letters without accents, digits and . _ / - in it.`,
    { field: 'number' },
  )
}

/** Throws `number-taken` where the store says that somebody else has the number. */
export async function whenNumberIsFree<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof NumberTakenError)) throw error
    throw new Problem(
      'number-taken',
      'Somebody else has this number, or had it before they left.',
      { field: 'number' },
      { cause: error },
    )
  }
}
