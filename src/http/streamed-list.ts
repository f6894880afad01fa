import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { TSchema } from 'typebox'
import { giveWay } from '../ports/give-way.ts'

/** Writes a value as JSON; what its schema does not name is left out, as of any other answer. */
export type Write = (value: unknown) => string

/** What writes the values of a schema in the answers of a route. */
export const writerOf = (reply: FastifyReply, schema: TSchema): Write =>
  reply.compileSerializationSchema(schema as never) as Write

/** Characters that are sent at a time: enough to be fast, few enough to be small. */
const charactersAtOnce = 32 * 1024

/**
 * Answers JSON that is written while it is made, so that no answer is in memory as a whole and none keeps everybody
 * else waiting. Whatever cannot be made of its beginning fails before the answer has begun; after that the
 * connection breaks off.
 */
export async function sendJson(reply: FastifyReply, parts: AsyncIterable<string>): Promise<never> {
  const pieces = gathered(parts)
  const first = await pieces.next()
  async function* all() {
    if (first.done !== true) yield first.value
    yield* pieces
  }
  // The type of a reply knows of no stream where a schema says what is in it.
  return reply
    .type('application/json; charset=utf-8')
    .send(Readable.from(all(), { objectMode: false })) as never
}

async function* gathered(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const part of parts) {
    text += part
    await giveWay()
    if (text.length < charactersAtOnce) continue
    yield text
    text = ''
  }
  yield text
}

/**
 * The parts of an object with a list in it, item by item.
 * @param rest what stands beside the list, each as JSON
 */
export async function* listOf<Item>(
  name: string,
  items: AsyncIterable<Item> | Iterable<Item>,
  write: (item: Item) => string,
  rest: Readonly<Record<string, string>> = {},
): AsyncGenerator<string> {
  yield `{${JSON.stringify(name)}:[`
  let comma = ''
  for await (const item of items) {
    yield comma + write(item)
    comma = ','
  }
  const others = Object.entries(rest)
  yield `]${others.map(([key, value]) => `,${JSON.stringify(key)}:${value}`).join('')}}`
}
