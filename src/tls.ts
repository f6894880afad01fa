import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Server } from 'node:https'
import type { Log } from './log.ts'
import { repeat } from './upkeep.ts'

/** A certificate with its chain and its key, as PEM; nothing older than TLS 1.2 is spoken (RFC 9325, 3.1.1). */
export type Certificate = {
  readonly cert: Buffer
  readonly key: Buffer
  readonly minVersion: 'TLSv1.2'
}

/** Where they are: absolute paths. */
export type CertificateFiles = { readonly certFile: string; readonly keyFile: string }

/** Thrown when there is no certificate to begin with; says which files, and nothing of what is in them. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError'
}

/** How often the files are read again: who renews them does so days before they run out. */
const readEveryMs = 10_000

/** Reads a certificate and tries it. Throws a CertificateError when it is missing, or is not the key's. */
export function readCertificate({ certFile, keyFile }: CertificateFiles): Certificate {
  try {
    const files = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
    const certificate = { ...files, minVersion: 'TLSv1.2' } as const
    createSecureContext(certificate)
    return certificate
  } catch (error) {
    throw new CertificateError(
      `TLS_CERT and TLS_KEY must name a certificate and its key, in PEM: ${certFile}, ${keyFile}`,
      { cause: error },
    )
  }
}

/**
 * Gives a server each new certificate that the files hold, for the connections to come; what cannot be used is said
 * in the log, and the one before stays. Gives what ends that.
 */
export function renewCertificate(
  server: Pick<Server, 'setSecureContext'>,
  files: CertificateFiles,
  log: Log,
  everyMs: number = readEveryMs,
): () => Promise<void> {
  let last = readCertificate(files)
  return repeat(
    everyMs,
    async () => {
      const found = readCertificate(files)
      if (found.cert.equals(last.cert) && found.key.equals(last.key)) return
      last = found
      server.setSecureContext(found)
      log.info('a new certificate is in use')
    },
    log,
    'the new certificate cannot be used: the one before stays',
  )
}
