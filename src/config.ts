import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'

/** Everything that can be set from outside. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Where a container's port is published; undefined: nowhere else than at the host. */
  readonly published: string | undefined
  /** Who has to show a second factor when they sign in. */
  readonly secondFactorFor: 'nobody' | 'admins'
  /** Files with the program's own certificate and its key. Absolute. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  /** Addresses and CIDR ranges of the proxies whose X-Forwarded-* headers are believed; nobody's otherwise. */
  readonly trustProxy: readonly string[]
  /** The address that people use, such as `https://clock.example.com`; where the program listens unless told. */
  readonly publicUrl: string | undefined
  /** Absolute. */
  readonly dataDirectory: string
  readonly databaseUrl: string
  /** Where the key is that wraps all others; made at the first start. Absolute. */
  readonly masterKeyFile: string
  /** What is kept outside of the database for when an older copy of it is put back. Absolute. */
  readonly auditAnchorsFile: string
  readonly erasuresFile: string
  readonly logLevel: LogLevel
  readonly debounceSeconds: number
  /** Whether a correction counts only once somebody else approved it. */
  readonly correctionsNeedApproval: boolean
  /** How many strangers in all may be taken for an employee: false positive identification rate; undefined: as is usual. */
  readonly targetFpir: number | undefined
  /** By how many standard deviations the best employee must be ahead of every other one; undefined: as is usual. */
  readonly minMargin: number | undefined
  /** What to recognise with while nobody is enrolled; undefined: the best that there is. */
  readonly recogniser: (typeof recognisers)[number] | undefined
  /** Which proxy leads out, by the usual variables. */
  readonly proxy: Readonly<Record<string, string>>
}

/** Values of RECOGNISER besides `auto`. */
export const recognisers = ['builtin', 'retail-0095'] as const

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const databaseSchemes = ['sqlite:', 'mysql://', 'postgres://', 'postgresql://'] as const

/** Thrown at start; names every setting that cannot be used, all at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  }
}

/** Reads the settings from the environment. An empty variable counts as one that is not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const faults: string[] = []

  const text = (key: string, otherwise: string): string => env[key] || otherwise

  const number = <Otherwise>(
    key: string,
    { min, max, whole }: { min: number; max: number; whole?: boolean },
    otherwise: Otherwise,
  ): number | Otherwise => {
    const raw = env[key]
    if (!raw) return otherwise
    const value = Number(raw)
    const fits = value >= min && value <= max && (!whole || Number.isInteger(value))
    if (!fits || raw.trim() !== raw) {
      faults.push(`${key} must be a ${whole ? 'whole ' : ''}number from ${min} to ${max}`)
    }
    return value
  }

  const dataDirectory = resolve(text('DATA_DIR', './data'))
  let databaseUrl = text('DATABASE_URL', `sqlite:${resolve(dataDirectory, 'pointeuse.db')}`)
  // The URL may hold a password: only the schemes that would do are named.
  if (!databaseSchemes.some((scheme) => databaseUrl.startsWith(scheme) && databaseUrl !== scheme)) {
    faults.push(`DATABASE_URL must start with ${databaseSchemes.join(' or ')} and name a database`)
  } else if (!databaseUrl.startsWith('sqlite:') && !URL.canParse(databaseUrl)) {
    faults.push('DATABASE_URL must be a URL such as mysql://user:password@host:3306/database')
  } else if (env['DATABASE_PASSWORD_FILE']) {
    databaseUrl = withPassword(databaseUrl, env['DATABASE_PASSWORD_FILE'], faults)
  }
  if (isSamplePassword(databaseUrl)) {
    faults.push(
      'DATABASE_URL must have a password of its own (or DATABASE_PASSWORD_FILE hold one): none, or one that stands in examples, keeps nobody out',
    )
  }
  const logLevel = logLevels.find((level) => level === text('LOG_LEVEL', 'info'))
  if (!logLevel) faults.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}`)

  const approval = text('CORRECTIONS_NEED_APPROVAL', 'yes')
  if (!['yes', 'no'].includes(approval)) faults.push('CORRECTIONS_NEED_APPROVAL must be yes or no')

  const secondFactorFor = text('SECOND_FACTOR_FOR', 'nobody')
  if (secondFactorFor !== 'nobody' && secondFactorFor !== 'admins')
    faults.push('SECOND_FACTOR_FOR must be nobody or admins')

  const trustProxy = text('TRUST_PROXY', '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (!trustProxy.every(isAddressOrRange)) {
    faults.push('TRUST_PROXY must be addresses or ranges such as 172.18.0.2 or 10.0.0.0/8')
  }

  const publicUrl = env['PUBLIC_URL'] ? originOf(env['PUBLIC_URL']) : undefined
  if (env['PUBLIC_URL'] && publicUrl === undefined)
    faults.push('PUBLIC_URL must be an address without a path, such as https://clock.example.com')

  const chosen = text('RECOGNISER', 'auto')
  const recogniser = recognisers.find((name) => name === chosen)
  if (!recogniser && chosen !== 'auto')
    faults.push(`RECOGNISER must be one of auto, ${recognisers.join(', ')}`)

  const [certFile, keyFile] = [env['TLS_CERT'], env['TLS_KEY']]
  if (!certFile !== !keyFile) faults.push('TLS_CERT and TLS_KEY go together')

  const config = {
    port: number('PORT', { min: 0, max: 65535, whole: true }, 5000),
    host: text('HOST', '127.0.0.1'),
    published: env['PUBLISHED'] || undefined,
    secondFactorFor: secondFactorFor === 'admins' ? ('admins' as const) : ('nobody' as const),
    tls:
      certFile && keyFile ? { certFile: resolve(certFile), keyFile: resolve(keyFile) } : undefined,
    trustProxy,
    publicUrl,
    dataDirectory,
    databaseUrl,
    masterKeyFile: resolve(text('MASTER_KEY_FILE', resolve(dataDirectory, 'master.key'))),
    auditAnchorsFile: resolve(dataDirectory, 'audit-anchors.jsonl'),
    erasuresFile: resolve(dataDirectory, 'erasures.jsonl'),
    logLevel: logLevel ?? 'info',
    debounceSeconds: number('DEBOUNCE_SECONDS', { min: 0, max: 3600 }, 60),
    correctionsNeedApproval: approval !== 'no',
    targetFpir: number('TARGET_FPIR', { min: 1e-6, max: 1e-1 }, undefined),
    minMargin: number('MIN_MARGIN', { min: 0, max: 10 }, undefined),
    recogniser,
    proxy: proxyOf(env),
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}

/** The origin of an HTTP or HTTPS address that is nothing but an origin. */
function originOf(address: string): string | undefined {
  if (!/^https?:[/][/][^/?#@]+[/]?$/.test(address) || !URL.canParse(address)) return undefined
  return new URL(address).origin
}

/** In capitals or not, as other programs read them. */
function proxyOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const set = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].map((key): [string, string] => [
    key,
    env[key] || env[key.toLowerCase()] || '',
  ])
  return Object.fromEntries(set.filter(([, value]) => value !== ''))
}

/** What stands in examples, and is tried first. */
const samplePasswords: ReadonlySet<string> = new Set([
  ...[
    '',
    'changeme',
    'change-me',
    'change_me',
    'changeit',
    'password',
    'passwd',
    'secret',
    'example',
  ],
  ...['postgres', 'mysql', 'mariadb', 'root', 'admin', 'pointeuse', 'default', 'letmein', 'qwerty'],
  ...['1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890'],
])

/** Whether a database server is asked with a password that keeps nobody out. A socket's file has rights of its own. */
function isSamplePassword(url: string): boolean {
  if (url.startsWith('sqlite:') || !URL.canParse(url)) return false
  const { password, hostname, searchParams } = new URL(url)
  const isSocket = hostname === '' || searchParams.get('host')?.startsWith('/') === true
  return !isSocket && samplePasswords.has(decodeURIComponent(password).toLowerCase())
}

/** Puts the password that a file holds, such as a mounted secret, into the URL of a database. */
function withPassword(url: string, file: string, faults: string[]): string {
  try {
    const complete = new URL(url)
    complete.password = encodeURIComponent(readFileSync(file, 'utf8').trim())
    return complete.href
  } catch {
    faults.push('DATABASE_PASSWORD_FILE must name a file that can be read')
    return url
  }
}

/** An IP address, or a range of them in CIDR notation. A name could be made to lead anywhere. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  // `0` would believe everybody.
  return (
    bits === undefined || (/^\d+$/.test(bits) && +bits > 0 && +bits <= (version === 4 ? 32 : 128))
  )
}
