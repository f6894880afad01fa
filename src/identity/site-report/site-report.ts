import type { Embedding, ImpostorModel } from '../../face/index.ts'
import { scoreAt, type Calibration } from '../calibration.ts'
import { policyFor, type DecisionSettings, type Policy } from '../decision.ts'
import { groupByPerson } from '../same-person.ts'
import { adviceFor, verificationThreshold, type Advice } from './advice.ts'
import { comparePairs, type PairRates, type PhotoName, type PhotoPair } from './pair-scores.ts'
import { createTally, type Rate } from './rate.ts'
import { createSample, type Failure, type Sample, type SitePhoto } from './sample.ts'
import { alikenessOf, searchAll, type SearchRates } from './searches.ts'

/** A file that gave nothing to compare, for one purpose or for both. */
export type FailedPhoto = PhotoName & { readonly template?: Failure; readonly probe?: Failure }

/** How well a site's own people are told apart. Names nobody beyond the folders and files that were given. */
export type SiteReport = {
  readonly model: string
  readonly people: number
  readonly photos: number
  readonly templates: number
  readonly probes: number
  /** Photos from which no template, and no probe, could be made. */
  readonly failureToEnrol: Rate
  readonly failureToAcquire: Rate
  readonly failures: readonly FailedPhoto[]
  readonly curves: { readonly genuine: Curve; readonly impostor: Curve }
  readonly comparisons: { readonly genuine: number; readonly impostor: number }
  /** Genuine comparisons of shots that are as good as the same: they flatter. */
  readonly sameShots: number
  /** At each point of the calibration's table. */
  readonly table: readonly (PairRates & { readonly expectedFmr: number; readonly score: number })[]
  /** At the threshold in force for a gallery of these templates. */
  readonly inForce: PairRates
  /** Among the people of the photos. */
  readonly here: SearchRates & { readonly policy: Policy }
  /** With the threshold of a site of so many employees; their number was given, or is that of the photos. */
  readonly atSite: SearchRates & {
    readonly policy: Policy
    readonly employees: number
    /** Chance of a stranger to be taken for any of them, from the false match rate found here. */
    readonly expectedFpir: number | null
  }
  readonly verification: { readonly threshold: number; readonly fnmr: Rate }
  readonly advice: Advice
  readonly alike: readonly PhotoPair[]
  readonly unlike: readonly PhotoPair[]
  readonly mixedFolders: readonly MixedFolder[]
}

type Curve = { readonly from: number; readonly width: number; readonly shares: readonly number[] }

/** A folder whose photos seem to show several people: the files of each, the most first. */
export type MixedFolder = {
  readonly person: string
  readonly groups: readonly (readonly string[])[]
}

export type SiteReportDeps = {
  readonly impostors: ImpostorModel
  readonly calibration: Calibration
  readonly settings: DecisionSettings
  /** Employees that the site will have; as many as people in the photos when undefined. */
  readonly employees?: number
  /** Told how much of the comparing is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

const curveStep = 0.25
/** As when enrolling: one pair of strangers in a thousand scores higher. */
const onePersonFmr = 1e-3

/** Compares everybody with everybody. Photos of fewer than two people leave the rates of strangers null. */
export function createSiteReport(photos: readonly SitePhoto[], deps: SiteReportDeps): SiteReport {
  const { impostors, calibration, settings, onProgress } = deps
  const sample = createSample(photos)
  const templates = sample.photos.filter(({ template }) => template).length
  const probes = sample.photos.filter(({ probe }) => probe).length
  const people = sample.people.length
  const employees = deps.employees ?? people
  const templatesAtSite = Math.round((employees * templates) / Math.max(1, people))
  const alikeness = alikenessOf(sample, impostors, calibration.nearestMean)
  const policy = policyFor(calibration, templates, settings, alikeness)
  const policyAtSite = policyFor(calibration, templatesAtSite, settings, alikeness)
  let done = 0
  const onPhoto = () => onProgress?.(++done / Math.max(1, 2 * probes))

  const thresholds = [...calibration.table.map(({ score }) => score), policy.threshold]
  const pairs = comparePairs(sample, impostors, [...thresholds, policyAtSite.threshold], onPhoto)
  const ofTable = pairs.rates.slice(0, calibration.table.length)
  const [inForce, atSitePairs] = pairs.rates.slice(calibration.table.length)
  const threshold = verificationThreshold(calibration) + alikeness
  const searches = searchAll(sample, impostors, [policy, policyAtSite], threshold, onPhoto)
  const [here, atSite] = searches.rates
  if (!inForce || !atSitePairs || !here || !atSite) throw new Error('a rate was not counted')

  const failures = photos.flatMap(({ person, file, template, probe }): FailedPhoto[] =>
    template.outcome === 'usable' && probe.outcome === 'usable'
      ? []
      : [
          {
            person,
            file,
            ...(template.outcome !== 'usable' && { template }),
            ...(probe.outcome !== 'usable' && { probe }),
          },
        ],
  )
  return {
    model: calibration.model,
    people,
    photos: photos.length,
    templates,
    probes,
    failureToEnrol: failureRate(photos, 'template'),
    failureToAcquire: failureRate(photos, 'probe'),
    failures,
    curves: {
      genuine: pairs.genuine.curve(curveStep),
      impostor: pairs.impostor.curve(curveStep),
    },
    comparisons: { genuine: pairs.genuine.count, impostor: pairs.impostor.count },
    sameShots: pairs.sameShots,
    table: calibration.table.flatMap(({ fmr, score }, i) => {
      const rates = ofTable[i]
      return rates ? [{ expectedFmr: fmr, score, ...rates }] : []
    }),
    inForce,
    here: { ...here, policy },
    atSite: {
      ...atSite,
      policy: policyAtSite,
      employees,
      expectedFpir:
        atSitePairs.fmr.rate === null || atSitePairs.fmr.errors === 0
          ? null
          : -Math.expm1(templatesAtSite * Math.log1p(-atSitePairs.fmr.rate)),
    },
    verification: { threshold, fnmr: searches.verificationFnmr },
    advice: adviceFor({
      calibration,
      settings,
      alike: pairs.alike,
      threshold: policy.threshold,
      people,
      templates: templatesAtSite,
      rates: ofTable,
      search: atSite,
      searches,
    }),
    alike: pairs.alike,
    unlike: pairs.unlike,
    mixedFolders: mixedFolders(sample, deps),
  }
}

function failureRate(photos: readonly SitePhoto[], purpose: 'template' | 'probe'): Rate {
  const people = [...new Set(photos.map(({ person }) => person))]
  const numbers = new Map(people.map((person, number) => [person, number]))
  const tally = createTally(people.length)
  for (const photo of photos)
    tally.add(numbers.get(photo.person) ?? 0, photo[purpose].outcome !== 'usable')
  return tally.rate()
}

/** Folders whose photos fall into several people, as enrolling would tell them apart. */
function mixedFolders(
  { people, photos }: Sample,
  { impostors, calibration }: SiteReportDeps,
): MixedFolder[] {
  const { score } = scoreAt(calibration, onePersonFmr)
  const inFolder = people.map((): { file: string; template: Embedding }[] => [])
  for (const { person, file, template } of photos)
    if (template) inFolder[person]?.push({ file, template })
  return inFolder.flatMap((folder, person) => {
    const faces = folder.map(({ template }) => template)
    const groups = groupByPerson(faces, impostors, score)
    const files = new Map<number, string[]>()
    folder.forEach(({ file }, i) => {
      const group = groups[i] ?? 0
      files.set(group, [...(files.get(group) ?? []), file])
    })
    if (files.size < 2) return []
    const mostFirst = [...files.values()].toSorted((a, b) => b.length - a.length)
    return [{ person: people[person] ?? '', groups: mostFirst }]
  })
}
