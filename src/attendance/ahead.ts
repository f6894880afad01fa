import { setImmediate as turn } from 'node:timers/promises'

/**
 * Passes on what a source gives, and asks it for the next item before that: while one batch of rows is
 * counted and written, the database looks for the next. Holds two items at most. Between them everything
 * else that the process has to do gets its turn.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]()
  let next = items.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done === true) return
      await turn()
      next = items.next()
      // It is looked at in the next round; until then nobody would hear of its failure.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    // Whoever stops early, stops the source too.
    await next.catch(() => undefined)
    await items.return?.()
  }
}
