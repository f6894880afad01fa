import type { PasswordFault } from '../../access/password-rule.ts'
import { passwordLength } from '../../access/password-rule.ts'
import { Problem } from '../problems.ts'

const details: Record<PasswordFault, string> = {
  'too-short': `A password has at least ${passwordLength.min} characters.`,
  'too-long': `A password has at most ${passwordLength.max} characters.`,
  'too-common': 'This is among the first passwords that somebody would try.',
}

export const weakPassword = (fault: PasswordFault, field = 'password') =>
  new Problem('weak-password', details[fault], { field, reason: fault })

export const wrongCode = () =>
  new Problem('wrong-code', 'Please take the next code that the app shows.', { field: 'code' })

export const tooManyAttempts = (seconds: number) =>
  new Problem(
    'too-many-attempts',
    `Please wait ${seconds} seconds.`,
    {},
    { retryAfterSeconds: seconds },
  )

/** What becomes of an operator's change, as it is refused. */
export function operatorRefusal(outcome: 'not-there' | 'name-taken' | 'last-admin'): Problem {
  switch (outcome) {
    case 'not-there':
      return new Problem('no-such-operator', 'There is no such operator.')
    case 'name-taken':
      return new Problem('name-taken', 'Another operator has this name.', { field: 'name' })
    case 'last-admin':
      return new Problem('last-admin', 'Somebody must be able to do everything.')
  }
}
