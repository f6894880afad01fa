import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { RandomBytes } from '../ports/random.ts'

const derive = promisify(argon2)

/** What one guess costs; OWASP's password storage cheat sheet, second row: 19 MiB, two passes, one lane. */
type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
const saltLength = 16

/** Passwords and what is kept of them. */
export interface PasswordHashes {
  /** What is kept, as a PHC string: `$argon2id$v=19$m=...,t=...,p=...$salt$hash`. */
  hash(password: string): Promise<string>
  /** Whether it is the password. Takes as long for no password at all (`undefined`), and is false then. */
  matches(password: string, kept: string | undefined): Promise<boolean>
}

/**
 * Argon2id (RFC 9106) of node:crypto. At most two at once: each takes 19 MB and a core for some hundredths
 * of a second, and whoever sends many must not take them all.
 */
export function createPasswordHashes(random: RandomBytes): PasswordHashes {
  const inTurn = createTurnstile(2)
  const hashOf = (password: string, salt: Uint8Array, { memory, passes, parallelism }: Cost) =>
    inTurn(() =>
      derive('argon2id', {
        ...{ message: password.normalize('NFKC'), nonce: salt, memory, passes, parallelism },
        tagLength,
      }),
    )
  const emptyHash = new Uint8Array(tagLength)
  const emptySalt = new Uint8Array(saltLength)

  return {
    async hash(password) {
      const salt = random(saltLength)
      return write(cost, salt, await hashOf(password, salt, cost))
    },
    async matches(password, kept) {
      const read = kept === undefined ? undefined : readPhc(kept)
      const { salt, hash, ...as } = read ?? { salt: emptySalt, hash: emptyHash, ...cost }
      const found = await hashOf(password, salt, as)
      return timingSafeEqual(found, hash) && read !== undefined
    },
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

const write = ({ memory, passes, parallelism }: Cost, salt: Uint8Array, hash: Uint8Array) =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]{43})$/

function readPhc(text: string): (Cost & { salt: Uint8Array; hash: Uint8Array }) | undefined {
  const [, memory, passes, parallelism, salt = '', hash = ''] = phc.exec(text) ?? []
  if (memory === undefined) return undefined
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** Lets so many pieces of work go on at once; the others wait in their order. */
function createTurnstile(places: number) {
  const waiting: (() => void)[] = []
  let free = places
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (free > 0) free--
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
