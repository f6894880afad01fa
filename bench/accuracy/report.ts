import { writeFileSync } from 'node:fs'
import * as models from '../../src/face/models/manifest.ts'
import { readCalibration } from '../../src/identity/calibration.ts'
import type { Measuring } from '../recogniser.ts'
import { table } from '../statistics.ts'
import { decidedTable, identificationTable, verificationTable } from './accuracy-tables.ts'
import { sitesTable } from './by-site.ts'
import { drawDet } from './det-curve.ts'
import { furtherSets, othersTable, type FurtherSet } from './further-sets.ts'
import { judge, type Judged } from './judge.ts'
import type { Known } from './known.ts'
import { withoutLabelErrors } from './label-errors.ts'
import type { PairList } from './pairs.ts'
import { placeTable } from './places.ts'
import { reachOf, reachTable } from './reach.ts'

export type ReportInput = {
  readonly root: string
  readonly list: PairList
  /** The photos of the list as each recogniser sees them, the one that began first. */
  readonly seen: readonly (Known & { readonly chosen: Measuring })[]
  /** Of the files in docs that are written. */
  readonly name: string
  readonly manifest: string | undefined
  readonly cache: string | undefined
  readonly json: string | undefined
}

/** Writes docs/accuracy.md and its picture, and the figures as JSON where asked. */
export async function writeReport(input: ReportInput): Promise<void> {
  const { root, list, seen, name: fileName, manifest, cache } = input
  const labels = withoutLabelErrors(list)
  const asLabelled = seen.map((known) => judge(list, known, 'all'))
  const corrected = seen.map((known) => judge(labels, known, 'shipped'))
  const sets: FurtherSet[] = []
  if (manifest !== undefined)
    for (const { chosen } of seen) sets.push(...(await furtherSets(root, manifest, chosen, cache)))
  const reaches = [
    ...seen.map(({ card, known }) =>
      reachOf(
        card,
        'LFW-a, gray',
        [...known].map(([path, photo]) => ({ person: list.people.get(path) ?? path, photo })),
      ),
    ),
    ...sets.map(({ card, name, known }) => reachOf(card, name, known)),
  ]

  const verifications = asLabelled.flatMap((one) => one.verifications)
  writeFileSync(new URL(`../../docs/${fileName}.svg`, import.meta.url), drawDet(verifications))
  const text = [
    ...introduction(input),
    '## 1:1',
    'Accuracy over folds 1 to 4, each at the threshold that is best on the other three; TAR over all pairs of folds 3 ' +
      `and 4 (${verifications[0]?.cross?.genuine.length} genuine, ${verifications[0]?.cross?.impostorCount} impostor comparisons). ` +
      'Intervals are of 95 %, by drawing people with replacement. For builtin each row is a step on the way.',
    verificationTable(verifications),
    `![False non-match rate against false match rate for each step](${fileName}.svg)`,
    ...identificationText(asLabelled),
    '## Without label errors',
    'LFW has a few wrong labels, and at the lowest rates a handful of comparisons decides. The same figures without ' +
      'the pairs that the list of pairs doubts itself and without the errors in `bench/accuracy/lfw-label-errors.csv`: ' +
      'only what leaves no doubt, such as one person under two spellings of a name.',
    verificationTable(corrected.flatMap((one) => one.verifications)),
    identificationTable(corrected),
    'As the program decides by itself:',
    decidedTable(corrected),
    '## Galleries by site',
    'The same people, without label errors, divided among sites by chance, with one template each, at the default target: ' +
      'looked for first among those of the site, only among them, or among everybody alike. Each stranger comes to each site.',
    sitesTable(corrected.flatMap(({ sites }) => sites)),
    '## Nobody out of reach',
    'What the very photo that somebody is enrolled with scores at the door, the least of each person’s photos. A photo that ' +
      'is known for certain is known in a gallery of any size; enrolment refuses one that is not.',
    reachTable(reaches),
    ...(sets.length === 0 ? [] : setsText(sets)),
  ].join('\n\n')
  writeFileSync(new URL(`../../docs/${fileName}.md`, import.meta.url), text + '\n')
  console.log(text)
  if (input.json) writeJson(input.json, asLabelled, corrected, sets, reaches)
}

function introduction({ seen }: ReportInput): string[] {
  const [first] = seen
  return [
    '# How right it is',
    'Made by `npm run bench:accuracy -- report` and its options; nothing here is written by hand.',
    `Recognisers: ${seen.map(({ card }) => `\`${card.name}\` (embeddings \`${card.recipe}\`)`).join(', ')}. ` +
      'Models, by SHA-256 of their weights:',
    table(
      ['model', 'weights', 'licence'],
      Object.values(models).map(({ weights, sha256, licence }) => [
        weights,
        `\`${sha256.weights.slice(0, 16)}…\``,
        licence,
      ]),
    ),
    'Data: grayscale LFW-a, official pairs of folds 1 to 4, 250 pixels square. Colour photos score higher; these figures are ' +
      'not “LFW”. Statistics that ship (means, axes, strangers) are of folds 1 and 2; rates and identification below are of ' +
      'folds 3 and 4, other people. Tables of thresholds:',
    table(
      ['recogniser', 'table of thresholds', 'comparisons of strangers'],
      seen.map(({ card }) => {
        const { data } = readCalibration(card)
        return [card.name, data.description, data.impostorComparisons.toLocaleString('en')]
      }),
    ),
    ...(first
      ? [
          `Failure to acquire: ${first.failures.size} of ${first.failures.size + first.known.size} photos.`,
        ]
      : []),
  ]
}

const identificationText = (judged: readonly Judged[]): string[] => [
  '## 1:N, one in a gallery',
  `Gallery: all people of folds 3 and 4; probes: their other photos; strangers: the photos of folds 1 and 2. FNIR: share of ` +
    'probes whose person is not found, with its interval of 95 %, employees and strangers drawn with replacement; wrong: ' +
    'another is. Plain is dlib’s distance with one crop and no margin.',
  identificationTable(judged),
  'As the program decides by itself, threshold from the calibration table and the number of templates, with its margin:',
  decidedTable(judged),
]

const setsText = (sets: readonly FurtherSet[]): string[] => [
  '## Other photos, each against all others',
  'Every photo that the quality gate lets through is searched among all others; rank 1: the nearest is the same person. ' +
    'Decided: as the program would at a target FPIR of 1e-3.',
  othersTable(sets),
  '## Strangers of the same place',
  'Strangers who were photographed in the same place with the same camera are more alike than those above. Of each ' +
    'set a quarter of the people are strangers to a gallery of the others, in turn and drawn anew: at the program’s own ' +
    'thresholds. The sets are small: 13, 10 and 40 people, so that one pair of them who are alike shows.',
  placeTable(sets.flatMap(({ places }) => places)),
]

function writeJson(
  file: string,
  asLabelled: readonly Judged[],
  corrected: readonly Judged[],
  sets: readonly FurtherSet[],
  reaches: readonly unknown[],
): void {
  const plain = ({ verifications, ...rest }: Judged) => ({
    ...rest,
    verifications: verifications.map(({ cross: _, ...v }) => v),
  })
  const figures = {
    recognisers: asLabelled.map(plain),
    corrected: corrected.map(plain),
    reaches,
    sets: sets.map(({ known: _, card, ...set }) => ({ ...set, recogniser: card.name })),
  }
  writeFileSync(file, JSON.stringify(figures, null, 2))
}
