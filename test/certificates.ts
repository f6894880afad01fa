import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Makes a certificate for localhost with its key in a folder, as PEM; instead of those that it has. */
export function makeCertificate(directory: string, commonName = 'localhost') {
  const files = { certFile: join(directory, 'cert.pem'), keyFile: join(directory, 'key.pem') }
  const made = ['-keyout', files.keyFile, '-out', files.certFile, '-days', '2', '-nodes']
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const names = [
    '-subj',
    `/CN=${commonName}`,
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
  ]
  execFileSync('openssl', ['req', '-x509', ...key, ...made, ...names], { stdio: 'ignore' })
  return files
}
