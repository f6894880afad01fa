import { argon2, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import type { RandomBytes } from '../../ports/random.ts'

const derive = promisify(argon2) as (
  algorithm: 'argon2id',
  parameters: Argon2Parameters,
) => Promise<Buffer>

/** What a hash costs: 19 MiB and two passes, the least that OWASP's password storage cheat sheet asks for. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const saltBytes = 16
const hashBytes = 32

/** In PHC's form, `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`, so that later costs can stand beside these. */
export async function hashSecret(secret: string, random: RandomBytes): Promise<string> {
  const salt = Buffer.from(random(saltBytes))
  const { memory, passes, parallelism } = cost
  const hash = await derive('argon2id', {
    ...{ message: secret, nonce: salt, tagLength: hashBytes },
    ...{ memory, passes, parallelism },
  })
  const [saltText, hashText] = [salt, hash].map((bytes) =>
    bytes.toString('base64').replace(/=/g, ''),
  )
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${saltText}$${hashText}`
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * Whether a secret is the one that was hashed. Without a hash it takes as long, and says no: whoever asks
 * does not learn that there is none.
 */
export async function isSecret(secret: string, hash: string | undefined): Promise<boolean> {
  const parts = form.exec(hash ?? nobodys)
  if (!parts) return false
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts
  const expected = Buffer.from(tag, 'base64')
  const made = await derive('argon2id', {
    ...{ message: secret, nonce: Buffer.from(salt, 'base64'), tagLength: expected.length },
    ...{ memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
  })
  return timingSafeEqual(made, expected) && hash !== undefined
}

/** A hash of nothing that anybody knows. */
const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`
