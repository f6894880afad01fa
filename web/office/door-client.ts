import type { SiteMode } from '../shared/contract.ts'
import { answered, createHttp, type Fetch, signal } from '../shared/http.ts'

export type DoorClient = ReturnType<typeof createDoorClient>

/**
 * Where people clock in, and what they show there besides a face. Each gives the answer's data or throws a
 * FailureError.
 */
export function createDoorClient({ fetch }: { fetch: Fetch }) {
  const http = createHttp({ fetch })
  const path = (id: string) => ({ params: { path: { id } }, signal: signal() })
  return {
    kiosks: () => answered(http.GET('/kiosks', { signal: signal() })),
    addKiosk: (body: { name: string; siteId: string }) =>
      answered(http.POST('/kiosks', { body, signal: signal() })),
    recodeKiosk: (id: string) => answered(http.POST('/kiosks/{id}/code', path(id))),
    renameKiosk: (id: string, name: string) =>
      answered(http.PATCH('/kiosks/{id}', { ...path(id), body: { name } })),
    revokeKiosk: (id: string) => answered(http.DELETE('/kiosks/{id}', path(id))),

    siteMode: (id: string) => answered(http.GET('/sites/{id}/mode', path(id))),
    putSiteMode: (id: string, mode: SiteMode) =>
      answered(http.PUT('/sites/{id}/mode', { ...path(id), body: { mode } })),

    newPin: (id: string) => answered(http.POST('/employees/{id}/pin', path(id))),
    /** A sheet to print, in PDF. */
    newBadge: (id: string) =>
      answered(http.POST('/employees/{id}/badge', { ...path(id), parseAs: 'blob' })),
  }
}
