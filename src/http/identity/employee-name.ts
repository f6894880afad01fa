import { maxNameLength, readName, type NameFault } from '../../time/name.ts'
import { Problem } from '../problems.ts'

const details: Record<NameFault, string> = {
  empty: 'A name is needed.',
  'too-long': `A name has at most ${maxNameLength} characters.`,
  'control-characters': 'The name holds characters that cannot be seen.',
}

/** The name as it is kept. Throws the problem `invalid-name`. */
export function parseEmployeeName(raw: string): string {
  const parsed = readName(raw)
  if ('name' in parsed) return parsed.name
  throw new Problem('invalid-name', details[parsed.fault], { field: 'name', reason: parsed.fault })
}
