/** How often something went wrong, and between what the true rate lies with 95 % certainty. */
export type Rate = {
  readonly errors: number
  readonly trials: number
  /** Null where nothing was tried. */
  readonly rate: number | null
  /** Wilson's interval, as if all trials were independent. */
  readonly wilson: readonly [low: number, high: number] | null
  /** By drawing people with replacement; null without errors, or with fewer than two people. */
  readonly people: readonly [low: number, high: number] | null
}

/** Errors and trials of each person; trials of one person resemble each other. */
export interface Tally {
  add(person: number, isError: boolean): void
  /** Many trials of a person at once. */
  addMany(person: number, moreErrors: number, moreTrials: number): void
  rate(): Rate
}

const rounds = 400
/** Standard normal quantile of a 95 % interval. */
const z = 1.96

export function createTally(people: number): Tally {
  const errors = new Float64Array(people)
  const trials = new Float64Array(people)
  const addMany = (person: number, moreErrors: number, moreTrials: number) => {
    errors[person] = (errors[person] as number) + moreErrors
    trials[person] = (trials[person] as number) + moreTrials
  }
  return {
    add: (person, isError) => addMany(person, isError ? 1 : 0, 1),
    addMany,
    rate() {
      const [wrong, all] = [sum(errors), sum(trials)]
      if (all === 0) return { errors: 0, trials: 0, rate: null, wilson: null, people: null }
      return {
        errors: wrong,
        trials: all,
        rate: wrong / all,
        wilson: wilson(wrong, all),
        people: bootstrap(errors, trials),
      }
    },
  }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

/** Wilson's 95 % interval of a proportion (1927, doi:10.1080/01621459.1927.10502953). */
export function wilson(errors: number, trials: number): [number, number] {
  const p = errors / trials
  const centre = p + (z * z) / (2 * trials)
  const spread = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials))
  const scale = 1 + (z * z) / trials
  return [
    errors === 0 ? 0 : (centre - spread) / scale,
    errors === trials ? 1 : (centre + spread) / scale,
  ]
}

/** Without errors every draw has none, which would promise too much. */
function bootstrap(errors: Float64Array, trials: Float64Array): [number, number] | null {
  const tried = [...trials.keys()].filter((person) => (trials[person] as number) > 0)
  if (tried.length < 2 || sum(errors) === 0) return null
  const random = seededRandom(1)
  const rates = new Float64Array(rounds)
  for (let round = 0; round < rounds; round++) {
    let [wrong, all] = [0, 0]
    for (let draw = 0; draw < tried.length; draw++) {
      const person = tried[Math.floor(random() * tried.length)] as number
      wrong += errors[person] as number
      all += trials[person] as number
    }
    rates[round] = wrong / all
  }
  rates.sort()
  return [
    rates[Math.floor(0.025 * rounds)] as number,
    rates[Math.ceil(0.975 * rounds) - 1] as number,
  ]
}

/** The same numbers on every run, so that a report can be repeated (mulberry32, public domain). */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
