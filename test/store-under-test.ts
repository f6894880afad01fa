import { it } from 'node:test'
import type { Store } from '../src/store/store.ts'

/** A database of its own for one test. */
export type Place = {
  readonly url: string
  /**
   * Opens the database once more, as another process would, and patiently: how soon somebody is told that
   * it is away is not what the contract is about, and another program may be at work here.
   */
  open(): Promise<Store>
  remove(): Promise<unknown>
}

export type StoreUnderTest = {
  readonly name: string
  makePlace(): Promise<Place>
  /** Tests that this database honestly cannot pass, with the reason. */
  readonly skip?: Readonly<Record<string, string>>
}

/** Names and tries guarantees of a database, each on an empty one of its own. */
export function createGuarantees({ makePlace, skip = {} }: StoreUnderTest) {
  return (title: string, check: (store: Store, place: Place) => Promise<void>) => {
    it(title, { skip: skip[title] ?? false }, async () => {
      const place = await makePlace()
      try {
        const store = await place.open()
        try {
          await check(store, place)
        } finally {
          await store.close()
        }
      } finally {
        await place.remove()
      }
    })
  }
}
