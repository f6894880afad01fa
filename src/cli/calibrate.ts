import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Calibration } from '../identity/calibration.ts'
import type { DecisionSettings } from '../identity/decision.ts'
import { reportHtml } from '../identity/site-report/report-html.ts'
import type { SitePhoto } from '../identity/site-report/sample.ts'
import { createSiteReport } from '../identity/site-report/site-report.ts'
import { summaryText } from '../identity/site-report/summary.ts'
import { reportLanguages } from '../identity/site-report/words.ts'
import { soleFace } from '../identity/sole-face.ts'
import type { FaceEngine, ImpostorModel, Purpose } from '../face/index.ts'
import { openKeptLooks, type KeptLooks, type Looked } from './calibrate-kept.ts'
import { listPhotos, nameOf, printable, readPhotoFile, type PhotoFile } from './calibrate-photos.ts'
import { oneOf, UsageError } from './command.ts'
import { createProgress, type ProgressDeps } from './progress.ts'

/** What calibrating is given: the engine and the rules of decision, no database. */
export type CalibrateDeps = {
  readonly openEngine: () => Promise<FaceEngine>
  readonly impostors: ImpostorModel
  readonly calibration: Calibration
  readonly settings: DecisionSettings
  readonly progress: ProgressDeps
  readonly write: (text: string) => void
  /** For people: what happens, apart from the answer. */
  readonly say: (text: string) => void
}

const defaultOut = 'pointeuse-calibration'
const keptFile = 'embeddings.partial'
const maxEmployees = 1_000_000
/** Photos given to the engine at once: it decodes one while it looks at another. */
const photosAtOnce = 3
/** A photo on which the engine fails is tried so often: its worker may have been stopped by chance. */
const attempts = 3
const skippedShown = 10

/** Measures how well the people of a site are told apart, on their own photos. */
export const calibrateCommand = {
  usage: `pointeuse calibrate --photos DIR [options]

  --photos DIR     one folder per person, with their photos directly in it; nothing in it is changed
  --out DIR        where report.html and report.json are written (default ${defaultOut})
  --employees N    how many employees the site will have (default: the people in the photos)
  --language L     ${reportLanguages.join(', ')} (default fr)

Two or more photos of ten or more people, better of everybody. An interrupted run goes on where it was
when the same command is given again.`,

  async run(args: readonly string[], deps: CalibrateDeps): Promise<number> {
    const { values } = parseArgs({
      args: [...args],
      options: {
        photos: { type: 'string' },
        out: { type: 'string', default: defaultOut },
        employees: { type: 'string' },
        language: { type: 'string', default: 'fr' },
      },
    })
    const language = oneOf('--language', values.language, reportLanguages)
    const employees = values.employees === undefined ? undefined : Number(values.employees)
    if (
      employees !== undefined &&
      !(Number.isInteger(employees) && employees >= 1 && employees <= maxEmployees)
    )
      throw new UsageError(`--employees must be a whole number from 1 to ${maxEmployees}`)
    if (values.photos === undefined) throw new UsageError('--photos is missing')

    const found = await findPhotos(values.photos, values.out, deps.say)
    if (!found) return 1
    await mkdir(values.out, { recursive: true, mode: 0o700 })
    const engine = await deps.openEngine()
    const kept = await openKeptLooks(join(values.out, keptFile), engine.model)
    const photos = await lookAtAll(found, engine, kept, join(values.out, keptFile), deps).finally(
      () => engine.close(),
    )

    const comparing = createProgress(deps.progress, 'compared', 100)
    const report = createSiteReport(photos, {
      ...deps,
      ...(employees !== undefined && { employees }),
      onProgress: (share) => comparing.show(Math.floor(share * 100)),
    })
    comparing.end()
    const written = [
      await replace(join(values.out, 'report.html'), reportHtml(report, language)),
      await replace(join(values.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`),
    ]
    await kept.delete()
    deps.write(`${summaryText(report, language)}\n${written.join('\n')}\n`)
    deps.say('The reports name your folders and files. The templates that were made are deleted.')
    if (report.people >= 2) return 0
    deps.say(
      'Photos of at least two people must be usable to compare strangers: the report says why they are not.',
    )
    return 1
  },
}

/** Undefined, and said why, when there is nothing to compare. */
async function findPhotos(
  directory: string,
  out: string,
  say: CalibrateDeps['say'],
): Promise<readonly PhotoFile[] | undefined> {
  const about = await stat(directory).catch(() => undefined)
  if (!about?.isDirectory()) {
    say(`--photos: ${printable(directory)} is not a folder`)
    return undefined
  }
  const { people, photos, skipped, leftOut } = await listPhotos(directory, out)
  if (skipped.length > 0) {
    const more = skipped.length - skippedShown
    const shown = skipped.slice(0, skippedShown).map(printable).join(', ')
    say(
      `Not a photo in a person's folder, passed over: ${shown}${more > 0 ? ` and ${more} more` : ''}`,
    )
  }
  if (people < 2) {
    say(
      people === 0
        ? `--photos: ${printable(directory)} has no folder with photos; one folder per person is wanted`
        : `--photos: ${printable(directory)} has one person's photos; at least two people are needed to see how strangers compare`,
    )
    return undefined
  }
  say(`${photos.length} photos of ${people} people`)
  if (leftOut > 0)
    say(
      `${leftOut} photos more are left out, evenly from each folder: they would add hours and tell little`,
    )
  return photos
}

async function lookAtAll(
  photos: readonly PhotoFile[],
  engine: FaceEngine,
  kept: KeptLooks,
  keptPath: string,
  { progress, say }: CalibrateDeps,
): Promise<SitePhoto[]> {
  const looks = photos.map((photo) => kept.find(photo))
  const known = looks.filter((look) => look !== undefined).length
  say(
    `${known > 0 ? `${known} of them were looked at before. ` : ''}Until the end their templates are kept in ` +
      `${printable(keptPath)}, readable by you only, so that the same command goes on after an ` +
      `interruption; then that file is deleted.`,
  )
  const bar = createProgress(progress, 'photos looked at', photos.length, known)
  let done = known
  const left = photos.keys()
  await Promise.all(
    Array.from({ length: photosAtOnce }, async () => {
      for (const index of left) {
        const photo = photos[index]
        if (!photo || looks[index]) continue
        const looked = await look(photo, engine)
        looks[index] = looked
        await kept.keep(photo, looked)
        bar.show(++done)
      }
    }),
  )
  bar.end()
  return photos.flatMap(({ person, file }, index) => {
    const looked = looks[index]
    return looked ? [{ person, file, ...looked }] : []
  })
}

async function look(photo: PhotoFile, engine: FaceEngine): Promise<Looked> {
  const bytes = await readPhotoFile(photo)
  const forPurpose = async (purpose: Purpose) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const face = soleFace(await engine.look(bytes, { purpose }), purpose)
        return face.outcome === 'usable'
          ? { outcome: face.outcome, embedding: face.embedding }
          : face
      } catch (cause) {
        if (attempt === attempts)
          throw new Error(
            `The engine fails on ${nameOf(photo)}. Take this file away and give the same command again: what was done is kept.`,
            { cause },
          )
      }
    }
  }
  const template = await forPurpose('template')
  // What cannot be read, or shows no face, does so for any purpose.
  const isHopeless = template.outcome === 'unreadable' || template.outcome === 'no-face'
  return { template, probe: isHopeless ? template : await forPurpose('probe') }
}

/** Writes the file whole or not at all, for its owner only: it names people's folders. */
async function replace(path: string, text: string): Promise<string> {
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return path
}
