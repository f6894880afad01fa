import { readFile } from 'node:fs/promises'
import { Decrypter, Encrypter } from 'age-encryption'
import { BackupError } from '../ports/backup.ts'
import { UsageError } from './command.ts'

/** What a backup is encrypted with or opened with: files and public keys, none of which is a secret itself. */
export type BackupKeys = {
  readonly passphraseFile?: string | undefined
  /** Public keys of age (`age1...`): only who has the other half can open it. */
  readonly recipients?: readonly string[] | undefined
  /** A file with secret keys of age, as `age-keygen` makes it. */
  readonly identityFile?: string | undefined
}

/** Shorter ones are guessed: age's own advice is ten random characters or five random words. */
const minPassphraseLength = 12

/** The bytes in the format of age (age-encryption.org/v1), which its own program opens, too. */
export async function encrypted(
  bytes: AsyncIterable<Uint8Array>,
  { passphraseFile, recipients = [] }: BackupKeys,
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter()
  if (passphraseFile !== undefined) encrypter.setPassphrase(await readPassphrase(passphraseFile))
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch (error) {
      throw new UsageError('--recipient must be a public key of age: age1...', { cause: error })
    }
  }
  return encrypter.encrypt(ReadableStream.from(bytes) as ReadableStream<Uint8Array>)
}

const magic = 'age-encryption.org/v1\n'

/**
 * The bytes of a backup, whether it was encrypted or not. Throws a UsageError when a key is needed and none was given,
 * and a BackupError when the key is another one.
 */
export async function decrypted(
  bytes: AsyncIterable<Uint8Array>,
  { passphraseFile, identityFile }: BackupKeys,
): Promise<AsyncIterable<Uint8Array>> {
  const { beginning, whole } = await peek(bytes, magic.length)
  if (beginning.toString('latin1') !== magic) return whole
  const decrypter = new Decrypter()
  if (passphraseFile !== undefined) decrypter.addPassphrase(await readPassphrase(passphraseFile))
  else if (identityFile !== undefined) await addIdentities(decrypter, identityFile)
  else throw new UsageError('The backup is encrypted: --passphrase-file or --identity is needed')
  try {
    return await decrypter.decrypt(ReadableStream.from(whole) as ReadableStream<Uint8Array>)
  } catch (error) {
    throw new BackupError('wrong-key', { cause: error })
  }
}

async function readPassphrase(path: string): Promise<string> {
  const passphrase = (await readFile(path, 'utf8')).trim()
  if (passphrase.length < minPassphraseLength)
    throw new UsageError(`--passphrase-file must hold at least ${minPassphraseLength} characters`)
  return passphrase
}

async function addIdentities(decrypter: Decrypter, path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n').map((line) => line.trim())
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'))
  try {
    for (const identity of identities) decrypter.addIdentity(identity)
  } catch {
    // Without the cause: it might hold the key.
    throw new UsageError('--identity must be a file of age-keygen')
  }
}

/** The first bytes, and all of them again from the first. */
async function peek(bytes: AsyncIterable<Uint8Array>, length: number) {
  const iterator = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let there = 0
  while (there < length) {
    const { done, value } = await iterator.next()
    if (done) break
    chunks.push(value)
    there += value.length
  }
  async function* whole() {
    yield* chunks
    for (;;) {
      const { done, value } = await iterator.next()
      if (done) return
      yield value
    }
  }
  return { beginning: Buffer.concat(chunks).subarray(0, length), whole: whole() }
}
