import { randomBytes } from 'node:crypto'

/** 256 bits: what an employee's templates are sealed with. Erasing the employee destroys it. */
export const employeeKeyBytes = 32

/**
 * An employee's key as it is kept, and who can unwrap it: the master key of an id, or `person`, when what
 * unwraps it is on the employee's badge alone and this program cannot.
 */
export type WrappedKey = { readonly wrappedBy: string; readonly wrapped: Uint8Array }

/** Stands in the place of a master key's id where only the employee can unwrap the key. */
export const wrappedByPerson = 'person'

export const newEmployeeKey = (): Buffer => randomBytes(employeeKeyBytes)

/** What an employee's wrapped key is bound to, whoever wraps it. */
export const aboutEmployeeKey = (employeeId: string) => ['employee-key', employeeId] as const
