import type { FaceEngine } from '../face/index.ts'
import type { Clock } from '../ports/clock.ts'
import { type Consent, type ConsentForMore, NoConsentError } from './consent.ts'
import type { Employee } from './employee.ts'
import { GalleryMovedError } from './gallery-changes.ts'
import type { GalleryFeed } from './gallery-feed.ts'
import type { NewId } from '../ports/ids.ts'
import { judgePhotos, type JudgeDeps, type Judgement } from './judge-photos.ts'
import { lookAtPhotos } from './look-at-photos.ts'
import type { PhotoVerdict } from './photo-verdict.ts'
import type { SoleFace } from './sole-face.ts'
import type { FirstAssignment, IdentityStore } from './ports.ts'
import { receiptFor, type Receipt } from '../ports/receipt.ts'
import { spareTemplates } from './spare-templates.ts'
import { StoreError } from '../ports/store-error.ts'
import type { Template } from './template.ts'
import { createTurns } from './turns.ts'
import { wipeFaces } from './wipe.ts'

export type Enrolled = {
  outcome: 'enrolled'
  employee: Employee
  photos: readonly PhotoVerdict[]
  /** How many older templates made room for better ones. */
  replaced: number
}

export type EnrolResult =
  | Enrolled
  | { outcome: 'no-photo-accepted'; photos: readonly PhotoVerdict[] }
  /** A photo shows another employee: an operator has to say that these are two people. */
  | { outcome: 'already-enrolled'; photos: readonly PhotoVerdict[] }

export type AddPhotosResult =
  EnrolResult | { outcome: 'no-such-employee' } | { outcome: 'no-consent' }

export type EnrolOptions = {
  /** An operator has confirmed that this is not the employee who looks the same. */
  readonly twins?: boolean
  /** As parseEmployeeNumber gives it; without it they get the next. For new employees only. */
  readonly number?: string | undefined
  /** For a request that may be sent again; throws AlreadyAnsweredError when it was answered before. */
  readonly receipt?: Receipt<Enrolled> | undefined
  /** Nothing is written once it is aborted; the promise rejects with its reason. */
  readonly signal?: AbortSignal
}

/** Nobody is enrolled who has not agreed. */
export type EnrolNewOptions = EnrolOptions & {
  readonly consent: Consent
  /** Where they belong from the first moment on. */
  readonly assignedTo?: FirstAssignment | undefined
}
export type AddPhotosOptions = EnrolOptions & { readonly consent: ConsentForMore }

/** Makes employees and templates out of photos. The photos themselves are never kept. */
export interface Enrolment {
  /**
   * A new employee, when at least one photo is good enough. `name` as readName gives it. Throws a
   * NumberTakenError.
   */
  enrol(name: string, photos: readonly Uint8Array[], options: EnrolNewOptions): Promise<EnrolResult>
  /** More templates for an employee who is there already. */
  addPhotos(
    employeeId: string,
    photos: readonly Uint8Array[],
    options: AddPhotosOptions,
  ): Promise<AddPhotosResult>
}

export type EnrolmentDeps = JudgeDeps & {
  readonly engine: FaceEngine
  readonly store: Pick<IdentityStore, 'employees' | 'templates'>
  readonly feed: GalleryFeed
  readonly clock: Clock
  readonly newId: NewId
}

/** More templates than this slow nobody down, and help nobody: misses stop falling at about five. */
export const maxTemplates = 10

/** Enrolments of other servers in a row, each of which came first; more can be no coincidence. */
const maxAttempts = 20

export function createEnrolment(deps: EnrolmentDeps): Enrolment {
  const { engine, gallery, store, feed, clock, newId } = deps
  const inTurn = createTurns()

  return {
    async enrol(name, photos, options) {
      const faces = await lookAtPhotos(engine, photos, options.signal)
      return onWholeGallery(options, (seen) => enrol(seen, name, faces, options)).finally(() =>
        wipeFaces(faces),
      )
    },
    async addPhotos(id, photos, options) {
      if (!(await store.employees.find(id))) return { outcome: 'no-such-employee' }
      const faces = await lookAtPhotos(engine, photos, options.signal)
      return onWholeGallery(options, (seen) =>
        addPhotos(seen, id, faces, options).catch((error: unknown) => {
          if (error instanceof NoConsentError) return { outcome: 'no-consent' } as const
          throw error
        }),
      ).finally(() => wipeFaces(faces))
    },
  }

  /**
   * Two enrolments of one face at once would each find the gallery without the other. Here one waits for the
   * other; when another server was faster, the database refuses, and the same faces are judged again.
   */
  function onWholeGallery<Result>(
    { signal }: EnrolOptions,
    work: (seen: number | undefined) => Promise<Result>,
  ): Promise<Result> {
    return inTurn(async () => {
      for (let attempt = 1; attempt <= maxAttempts; attempt++) {
        await feed.catchUp()
        // Whoever was told that it takes too long must not be enrolled after that.
        signal?.throwIfAborted()
        try {
          return await work(feed.seen)
        } catch (error) {
          if (!(error instanceof GalleryMovedError)) throw error
        }
      }
      throw new StoreError('unreachable', 'Other servers enrol without a pause.')
    })
  }

  async function enrol(
    seen: number | undefined,
    name: string,
    faces: readonly SoleFace[],
    { twins = false, number, assignedTo, receipt, consent }: EnrolNewOptions,
  ): Promise<EnrolResult> {
    const id = newId()
    const judgement = judgePhotos(deps, id, [], faces, twins)
    const refused = refusal(judgement)
    if (refused) return refused
    const { templates, verdicts } = within([], id, judgement)
    const toResult = enrolledWith(verdicts, 0)
    const employee = await store.employees.create(
      {
        ...{ id, name, createdAt: clock.now() },
        ...(number !== undefined && { number }),
        ...(assignedTo && { assignedTo: { id: newId(), ...assignedTo } }),
      },
      templates,
      receiptFor(receipt, toResult),
      seen,
      consent,
    )
    gallery.add(templates)
    return toResult(employee)
  }

  async function addPhotos(
    seen: number | undefined,
    id: string,
    faces: readonly SoleFace[],
    { twins = false, receipt, consent }: AddPhotosOptions,
  ): Promise<AddPhotosResult> {
    if (!(await store.employees.find(id))) return { outcome: 'no-such-employee' }
    const existing = await store.templates.ofEmployees(engine.model, [id])
    const embeddings = existing.map(({ embedding }) => embedding)
    const judgement = judgePhotos(deps, id, embeddings, faces, twins)
    const refused = refusal(judgement)
    if (refused) return refused
    const { templates, verdicts, dropped } = within(existing, id, judgement)
    if (templates.length === 0) return { outcome: 'no-photo-accepted', photos: verdicts }
    const toResult = enrolledWith(verdicts, dropped.size)
    const employee = await store.employees.addTemplates(id, templates, {
      dropping: dropped,
      receipt: receiptFor(receipt, toResult),
      seen,
      consent,
    })
    if (!employee) return { outcome: 'no-such-employee' }
    gallery.remove(id, dropped)
    gallery.add(templates)
    return toResult(employee)
  }

  /** As many templates as an employee may have, the best of the existing and the accepted ones. */
  function within(
    existing: readonly Template[],
    employeeId: string,
    { accepted, verdicts }: Judgement,
  ) {
    const createdAt = clock.now()
    const spare = spareTemplates([...existing, ...accepted], maxTemplates)
    const told = [...verdicts]
    const templates = accepted.flatMap(({ index, embedding, view }, i): Template[] => {
      if (!spare.has(existing.length + i))
        return [{ id: newId(), employeeId, embedding, createdAt, view }]
      told[index] = { index, outcome: 'redundant' }
      return []
    })
    const dropped = new Set(existing.filter((_, i) => spare.has(i)).map(({ id }) => id))
    return { templates, verdicts: told, dropped }
  }
}

const enrolledWith =
  (photos: readonly PhotoVerdict[], replaced: number) =>
  (employee: Employee): Enrolled => ({ outcome: 'enrolled', employee, photos, replaced })

function refusal({ accepted, verdicts }: Judgement): EnrolResult | undefined {
  if (verdicts.some(({ outcome }) => outcome === 'already-enrolled'))
    return { outcome: 'already-enrolled', photos: verdicts }
  return accepted.length === 0 ? { outcome: 'no-photo-accepted', photos: verdicts } : undefined
}
