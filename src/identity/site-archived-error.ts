/** Thrown when somebody new is to belong to a site that is out of use. */
export class SiteArchivedError extends Error {
  override readonly name = 'SiteArchivedError'
}
