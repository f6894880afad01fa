/**
 * Why a recogniser's files could not be got. `no-route`: nobody answers there; `answered`: not with the file; `cut-off`:
 * the file ended early; `too-slow`; `wrong-file`: not the one that this version was made for; `cannot-write`: the disk is
 * full, or the folder may not be written.
 */
export type PackFault =
  'no-route' | 'answered' | 'cut-off' | 'too-slow' | 'wrong-file' | 'cannot-write'

export class PackError extends Error {
  override readonly name = 'PackError'
  readonly fault: PackFault

  constructor(fault: PackFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}
