/** Why a store could not do what it was asked: out of reach, out of space, or not to be trusted any more. */
export type StoreFault = 'unreachable' | 'full' | 'broken'

/** Thrown by every store method. The message names no value; `cause` is the driver's own error. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly fault: StoreFault

  constructor(fault: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}
