import type { FaceEngine } from '../face/index.ts'
import type { Clock } from './clock.ts'
import type { Employee } from './employee.ts'
import type { Gallery } from './gallery.ts'
import type { NewId } from './ids.ts'
import type { PhotoVerdict } from './photo-verdict.ts'
import type { Store } from './ports.ts'
import { soleFace } from './sole-face.ts'
import type { Template } from './template.ts'

export type EnrolResult =
  | { outcome: 'enrolled'; employee: Employee; photos: PhotoVerdict[] }
  | { outcome: 'no-photo-accepted'; photos: PhotoVerdict[] }

export type AddPhotosResult = EnrolResult | { outcome: 'no-such-employee' }

/** Makes employees and templates out of photos. The photos themselves are never kept. */
export interface Enrolment {
  /** A new employee, when at least one photo is good enough. `name` as parseName gives it. */
  enrol(name: string, photos: readonly Uint8Array[]): Promise<EnrolResult>
  /** More templates for an employee who is there already. */
  addPhotos(employeeId: string, photos: readonly Uint8Array[]): Promise<AddPhotosResult>
}

export type EnrolmentDeps = {
  readonly engine: FaceEngine
  readonly gallery: Gallery
  readonly store: Pick<Store, 'employees'>
  readonly clock: Clock
  readonly newId: NewId
}

/** Photos looked at at once: somebody at the door must not wait for all twenty of an enrolment. */
const photosAtOnce = 2

export function createEnrolment(deps: EnrolmentDeps): Enrolment {
  const { engine, gallery, store, clock, newId } = deps

  return {
    async enrol(name, photos) {
      const id = newId()
      const { templates, verdicts } = await judge(id, photos)
      if (templates.length === 0) return { outcome: 'no-photo-accepted', photos: verdicts }
      const employee = await store.employees.create({ id, name, createdAt: clock.now() }, templates)
      gallery.add(templates)
      return { outcome: 'enrolled', employee, photos: verdicts }
    },

    async addPhotos(employeeId, photos) {
      if (!(await store.employees.find(employeeId))) return { outcome: 'no-such-employee' }
      const { templates, verdicts } = await judge(employeeId, photos)
      if (templates.length === 0) return { outcome: 'no-photo-accepted', photos: verdicts }
      const employee = await store.employees.addTemplates(employeeId, templates)
      if (!employee) return { outcome: 'no-such-employee' }
      gallery.add(templates)
      return { outcome: 'enrolled', employee, photos: verdicts }
    },
  }

  async function judge(employeeId: string, photos: readonly Uint8Array[]) {
    const templates: Template[] = []
    const verdicts: PhotoVerdict[] = []
    for (let first = 0; first < photos.length; first += photosAtOnce) {
      const batch = photos.slice(first, first + photosAtOnce)
      const faces = await Promise.all(
        batch.map(async (photo) =>
          soleFace(await engine.look(photo, { purpose: 'template' }), 'template'),
        ),
      )
      // Whether the face is somebody else's, or nobody's, is to be asked of the gallery here.
      for (const face of faces) {
        const index = verdicts.length
        if (face.outcome !== 'usable') {
          verdicts.push({ index, ...face })
          continue
        }
        const { embedding } = face
        templates.push({ id: newId(), employeeId, embedding, createdAt: clock.now() })
        verdicts.push({ index, outcome: 'accepted' })
      }
    }
    return { templates, verdicts }
  }
}
