import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { createDoor } from '../src/access/door.ts'
import { parseEmployeeNumber } from '../src/identity/employee-number.ts'
import { createIds } from '../src/system/ids.ts'
import type { ForgetEmployee } from '../src/identity/forget-employee.ts'
import { createPrivacy } from '../src/privacy/services.ts'
import { testMasterKey } from './master-key.ts'
import { createStore } from '../src/store/store.ts'
import { createTestClock } from './house.ts'

/** What may be kept of people, on a database of its own. */
export async function openPrivacy(t: TestContext) {
  const directory = await mkdtemp(join(tmpdir(), 'pointeuse-privacy-'))
  const store = await createStore(`sqlite:${join(directory, 'pointeuse.db')}`, testMasterKey)
  t.after(async () => {
    await store.close()
    await rm(directory, { recursive: true })
  })
  const clock = createTestClock()
  const gone: string[] = []
  const gallery = { remove: (employeeId: string) => void gone.push(employeeId) }
  const forgetEmployee: ForgetEmployee = (id, records) =>
    store.employees.forget(id, records, clock.now())
  const newId = createIds(clock, (bytes) => crypto.getRandomValues(bytes))
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const { pins } = createDoor({ store, clock, newId, random, parseNumber: parseEmployeeNumber })
  const privacy = createPrivacy({ store, clock, gallery, forgetEmployee, pins })
  return { store, clock, newId, privacy, pins, gone }
}
