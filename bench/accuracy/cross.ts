/** All comparisons of every two photos, as sorted scores; people are numbers. */
export type CrossScores = {
  /** Scores of pairs of one person, ascending, and the person of each. */
  readonly genuine: Float64Array
  readonly genuinePerson: Int32Array
  /** The highest impostor scores, descending, and the two people of each. */
  readonly impostor: Float64Array
  readonly impostorA: Int32Array
  readonly impostorB: Int32Array
  readonly impostorCount: number
  /** Photos of each person. */
  readonly photosOf: Int32Array
}

/** Impostor scores below this share of the highest decide nothing that is reported. */
const keptShare = 0.03

/** Compares photo i with photo j for all i < j. `person[i]` is a number from 0. */
export function crossScores(
  person: Int32Array,
  score: (i: number, j: number) => number,
): CrossScores {
  const n = person.length
  const people = n === 0 ? 0 : Math.max(...person) + 1
  const photosOf = new Int32Array(people)
  for (const p of person) photosOf[p] = (photosOf[p] as number) + 1
  // Every score once, row by row; 32 bits tell them apart well enough and keep millions in memory.
  const all = new Float32Array((n * (n - 1)) / 2)
  let at = 0
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) all[at++] = score(i, j)

  const genuine: { score: number; person: number }[] = []
  const impostors = new Float32Array(all.length)
  let impostorCount = 0
  at = 0
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const s = all[at++] as number
      if (person[i] === person[j]) genuine.push({ score: s, person: person[i] as number })
      else impostors[impostorCount++] = s
    }
  const floor = nthHighest(
    impostors.subarray(0, impostorCount),
    Math.ceil(impostorCount * keptShare),
  )
  const kept: { score: number; a: number; b: number }[] = []
  at = 0
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const s = all[at++] as number
      if (s >= floor && person[i] !== person[j])
        kept.push({ score: s, a: person[i] as number, b: person[j] as number })
    }
  kept.sort((p, q) => q.score - p.score)
  genuine.sort((p, q) => p.score - q.score)
  return {
    genuine: Float64Array.from(genuine, (g) => g.score),
    genuinePerson: Int32Array.from(genuine, (g) => g.person),
    impostor: Float64Array.from(kept, (k) => k.score),
    impostorA: Int32Array.from(kept, (k) => k.a),
    impostorB: Int32Array.from(kept, (k) => k.b),
    impostorCount,
    photosOf,
  }
}

function nthHighest(values: Float32Array, n: number): number {
  const sorted = values.slice().sort()
  return sorted[Math.max(0, sorted.length - Math.max(1, n))] ?? -Infinity
}

/**
 * True accept rate at a false match rate, each person counted `weight` times (1 for the plain figure,
 * random numbers for a bootstrap over people). NaN where there are too few comparisons to speak of that rate.
 */
export function tarAtFmr(
  scores: CrossScores,
  fmr: number,
  weight: (person: number) => number = () => 1,
): { tar: number; threshold: number } {
  let sum = 0
  let own = 0
  scores.photosOf.forEach((photos, person) => {
    const w = weight(person) * photos
    sum += w
    own += w * w
  })
  const allowed = (fmr * (sum * sum - own)) / 2
  if (allowed < 1) return { tar: NaN, threshold: NaN }
  let mass = 0
  let threshold = Infinity
  for (let k = 0; k < scores.impostor.length; k++) {
    mass += weight(scores.impostorA[k] as number) * weight(scores.impostorB[k] as number)
    if (mass > allowed) {
      threshold = scores.impostor[k] as number
      break
    }
  }
  let accepted = 0
  let total = 0
  for (let k = 0; k < scores.genuine.length; k++) {
    const w = weight(scores.genuinePerson[k] as number)
    total += w
    if ((scores.genuine[k] as number) > threshold) accepted += w
  }
  return { tar: accepted / total, threshold }
}

/** Small and fast, the same numbers on every run (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** 95 % interval of the true accept rate by drawing people with replacement. */
export function tarInterval(scores: CrossScores, fmr: number, rounds = 200): [number, number] {
  const people = scores.photosOf.length
  const random = seededRandom(1)
  const tars: number[] = []
  for (let round = 0; round < rounds; round++) {
    const drawn = new Int32Array(people)
    for (let i = 0; i < people; i++) {
      const person = Math.floor(random() * people)
      drawn[person] = (drawn[person] as number) + 1
    }
    const { tar } = tarAtFmr(scores, fmr, (person) => drawn[person] as number)
    if (!Number.isNaN(tar)) tars.push(tar)
  }
  tars.sort((p, q) => p - q)
  const at = (q: number) => tars[Math.min(tars.length - 1, Math.floor(q * tars.length))] ?? NaN
  return [at(0.025), at(0.975)]
}
