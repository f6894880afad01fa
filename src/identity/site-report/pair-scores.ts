import {
  createVectorTable,
  normalise,
  similarity,
  type ImpostorModel,
  type ImpostorStatistics,
} from '../../face/index.ts'
import { teachesNothingFrom } from '../same-person.ts'
import { createHistogram, type Histogram } from './histogram.ts'
import { createMostExtreme } from './most-extreme.ts'
import { createTally, type Rate } from './rate.ts'
import type { Sample, SamplePhoto } from './sample.ts'

/** Two photos whose score is worth a look by eye; named by folder and file. */
export type PhotoPair = {
  readonly a: PhotoName
  readonly b: PhotoName
  readonly score: number
}
export type PhotoName = { readonly person: string; readonly file: string }

/** False matches and false non-matches of single comparisons at one score. */
export type PairRates = {
  readonly fmr: Rate
  readonly fnmr: Rate
  /** Pairs of folders with a false match, counted up to 30: comparisons of the same two are no news. */
  readonly pairsOfFolders: number
}

/** From so many errors on a rate says something (the rule of 30: Doddington et al. 2000). */
export const ruleOf30 = 30

/** Every template compared with every probe of another photo, one to one. */
export type PairScores = {
  readonly genuine: Histogram
  readonly impostor: Histogram
  /** In the order of the thresholds asked for. */
  readonly rates: readonly PairRates[]
  /** Photos of different folders that are most alike, the likest two of any two folders. */
  readonly alike: readonly PhotoPair[]
  /** Photos of one folder that are least alike. */
  readonly unlike: readonly PhotoPair[]
  /** Genuine comparisons of photos that are as good as the same, such as frames of one video. */
  readonly sameShots: number
}

const pairsShown = 20

/** Time grows with the square of the photos, memory does not. `onPhoto` is told after each probe. */
export function comparePairs(
  { people, photos }: Sample,
  impostors: ImpostorModel,
  thresholds: readonly number[],
  onPhoto: () => void = () => undefined,
): PairScores {
  const templates = photos.flatMap((photo, index) =>
    photo.template ? [{ ...photo, index, template: photo.template }] : [],
  )
  const table = createVectorTable(templates[0]?.template.vector.length ?? 1)
  const strangers: ImpostorStatistics[] = []
  for (const { template } of templates) {
    table.push(template.vector)
    strangers.push(impostors.expect(template))
  }
  const genuine = createHistogram()
  const impostor = createHistogram()
  const tallies = thresholds.map((threshold) => ({
    threshold,
    fmr: createTally(people.length),
    fnmr: createTally(people.length),
    pairsOfFolders: new Set<string>(),
  }))
  const alike = createMostExtreme<PhotoPair>(pairsShown)
  const unlike = createMostExtreme<PhotoPair>(pairsShown)
  const lowestThreshold = Math.min(...thresholds)
  let sameShots = 0
  const nameOf = ({ person, file }: SamplePhoto): PhotoName => ({
    person: people[person] ?? '',
    file,
  })

  for (const [index, photo] of photos.entries()) {
    const { probe } = photo
    if (!probe) continue
    const expected = impostors.expect(probe)
    const similarities = table.products(probe.vector)
    let strangersMet = 0
    for (const [row, template] of templates.entries()) {
      if (template.index === index) continue
      const score = normalise(
        similarities[row] as number,
        expected,
        strangers[row] as ImpostorStatistics,
      )
      const pair = () => ({ a: nameOf(template), b: nameOf(photo), score })
      const low = Math.min(template.index, index)
      const high = Math.max(template.index, index)
      if (template.person === photo.person) {
        genuine.add(score)
        if (photo.template && similarity(template.template, photo.template) >= teachesNothingFrom)
          sameShots++
        for (const { fnmr, threshold } of tallies) fnmr.add(photo.person, score < threshold)
        if (unlike.wants(-score)) unlike.offer(-score, low * photos.length + high, pair)
      } else {
        impostor.add(score)
        strangersMet++
        if (score >= lowestThreshold) {
          for (const { fmr, threshold, pairsOfFolders } of tallies) {
            if (score < threshold) continue
            fmr.addMany(photo.person, 1, 0)
            if (pairsOfFolders.size < ruleOf30)
              pairsOfFolders.add(folders(template.person, photo.person))
          }
        }
        if (alike.wants(score)) alike.offer(score, folders(template.person, photo.person), pair)
      }
    }
    for (const { fmr } of tallies) fmr.addMany(photo.person, 0, strangersMet)
    onPhoto()
  }
  return {
    genuine,
    impostor,
    rates: tallies.map(({ fmr, fnmr, pairsOfFolders }) => ({
      fmr: fmr.rate(),
      fnmr: fnmr.rate(),
      pairsOfFolders: pairsOfFolders.size,
    })),
    alike: alike.list(),
    unlike: unlike.list(),
    sameShots,
  }
}

const folders = (p: number, q: number): string => `${Math.min(p, q)} ${Math.max(p, q)}`
