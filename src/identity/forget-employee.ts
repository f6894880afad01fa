import type { Clock } from '../ports/clock.ts'
import type { Gallery } from './gallery.ts'
import type { IdentityStore } from './ports.ts'

/** Removes an employee; see EmployeeStore.forget for what stays. False: there is no such employee. */
export type ForgetEmployee = (employeeId: string, records: 'keep' | 'erase') => Promise<boolean>

export type ForgetEmployeeDeps = {
  readonly store: Pick<IdentityStore, 'employees'>
  readonly gallery: Pick<Gallery, 'remove'>
  readonly clock: Clock
}

export function createForgetEmployee({
  store,
  gallery,
  clock,
}: ForgetEmployeeDeps): ForgetEmployee {
  return async function forgetEmployee(employeeId, records) {
    const wasThere = await store.employees.forget(employeeId, records, clock.now())
    // After the database: should that fail, the person is still recognised, and nothing was promised.
    gallery.remove(employeeId)
    return wasThere
  }
}
