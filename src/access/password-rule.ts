/** Shortest and longest password, in Unicode code points (OWASP ASVS 5.0, 6.2.1 and 6.2.9). */
export const passwordLength = { min: 8, max: 200 } as const

/**
 * Guesses that an attacker who knows how people choose passwords needs at least; at 100 a day, which is what
 * the door allows, they take longer than anybody lives. Dictionary words and the passwords that everybody uses
 * fall below whatever is put around them.
 */
const minGuesses = 1e8

export type PasswordFault = 'too-short' | 'too-long' | 'too-common'

/**
 * What is wrong with a new password; undefined when nothing is. `about` are words that its owner's enemies
 * would try first, such as their name. There are no rules about which characters it must have.
 */
export async function passwordFault(
  password: string,
  about: readonly string[],
): Promise<PasswordFault | undefined> {
  const length = [...password].length
  if (length < passwordLength.min) return 'too-short'
  if (length > passwordLength.max) return 'too-long'
  const { check } = await estimator()
  const known = about
    .flatMap((name) => [name, plainOf(name)])
    .flatMap((name) => [name, ...name.split(/\s+/)])
  return check(password, [...known, 'pointeuse']) < minGuesses ? 'too-common' : undefined
}

/** A name without its accents, as people type it in passwords. */
const plainOf = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')

type Estimator = { readonly check: (password: string, about: string[]) => number }
let loaded: Promise<Estimator> | undefined

/** Some 50,000 common passwords, keyboards, dates, repetitions. Takes megabytes, so it is loaded when it is needed. */
function estimator(): Promise<Estimator> {
  return (loaded ??= load())
}

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: common.dictionary,
    graphs: common.adjacencyGraphs,
  })
  return { check: (password, about) => zxcvbn.check(password, about).guesses }
}
