/** One check of the program, and how it reads when it is switched off. */
export type Mutant = {
  readonly file: string
  /** As it stands in the file, once. */
  readonly check: string
  readonly off: string
  /** The test that turns red. */
  readonly test: string
}

const rights = 'test/rights.test.ts'
const session = 'src/http/routes/session.test.ts'
const operators = 'src/http/routes/operators.test.ts'
const kiosk = 'src/http/routes/kiosk.test.ts'
const secondFactor = 'src/http/routes/second-factor.test.ts'
const setup = 'src/http/routes/setup.test.ts'

const of = (file: string, test: string, ...checks: readonly (readonly [string, string])[]) =>
  checks.map(([check, off]): Mutant => ({ file, check, off, test }))

/** Every check that stands between a request and what it asks for; one that is added is added here. */
export const mutants: readonly Mutant[] = [
  ...of(
    'src/http/access/guard.ts',
    rights,
    ['if (mayCall(access, request.principal)) {', 'if (true) {'],
    ["if (request.principal.kind === 'anonymous') {", 'if (false) {'],
    ["throw new Problem('not-allowed', 'This is for others to do.')", ''],
  ),
  ...of('src/http/access/guard.ts', setup, ['if (!(await isSetUp())) {', 'if (false) {']),
  ...of('src/http/access/guard.ts', session, ['refuseCrossSite(request)\n', '\n']),
  ...of(
    'src/http/access/cross-site.ts',
    session,
    ['headers.origin === `${request.protocol}://${request.host}`', 'true'],
    ['site !== undefined || sessionToken(request) === undefined', 'true'],
    ["(site === undefined || site === 'same-origin' || site === 'none')", 'true'],
  ),
  ...of(
    'src/http/access/route-rules.ts',
    'src/http/access/route-rules.test.ts',
    ['if (access === undefined) {', 'if (false) {'],
    ['?? this.accessOfPlugin', "?? 'open'"],
  ),
  ...of(
    'src/http/access/beyond-reach.ts',
    rights,
    ['const { of } = access\n', 'const { of } = access\n    return\n'],
    ["case 'site':\n      return reach.siteIds.includes(id)", "case 'site':\n      return true"],
    ["case 'employee':\n      return store", "case 'employee':\n      return true || store"],
    ['return leave !== undefined &&', 'return leave !== undefined ||'],
    ['return found !== undefined &&', 'return found !== undefined ||'],
    [
      "if (reach === undefined || (await isWithin('employee', employeeId",
      "if (true || (await isWithin('employee', employeeId",
    ],
  ),
  ...of(
    'src/access/rule.ts',
    rights,
    ['return [principal.role]', "return ['admin']"],
    ['return principal.scopes', 'return scopes'],
    ['return [principal.kind]', "return ['admin']"],
  ),
  ...of(
    'src/access/principal.ts',
    rights,
    ["principal.role === 'admin' ? 'all' : principal.siteIds", "'all'"],
    ["principal.siteId === null ? 'all' : [principal.siteId]", "'all'"],
  ),
  ...of('src/access/principal.ts', kiosk, [
    "return [principal.siteId]\n    case 'employee'",
    "return 'all'\n    case 'employee'",
  ]),
  ...of('src/access/reach.ts', rights, [
    "if (siteIds === 'all') return undefined",
    'return undefined',
  ]),
  ...of('src/store/attendance/recorded-hours.ts', rights, ['if (reach) query', 'if (false) query']),
  ...of('src/store/attendance/corrections.ts', rights, ['if (reach) query', 'if (false) query']),
  ...of('src/store/attendance/records.ts', rights, ['if (reach) query', 'if (false) query']),
  ...of('src/store/identity/employees.ts', rights, [
    'reach ? everybody.where',
    'false ? everybody.where',
  ]),
  ...of(
    'src/access/sessions.ts',
    session,
    ['if (!isAlive(session, now)) {', 'if (false) {'],
    ['Math.min(idle, age) >= -backwardsSeconds &&', ''],
    ['idle < sessionLimits.idleMinutes * 60 &&', ''],
    ['age < sessionLimits.hours * 3600', 'true'],
  ),
  ...of('src/access/api-keys.ts', operators, [
    '(key.expiresAt && key.expiresAt.since(now).sign <= 0)',
    'false',
  ]),
  ...of('src/access/sign-in.ts', session, [
    'if (!(await passwords.matches(password, found?.passwordHash)) || !found)',
    'if (!found)',
  ]),
  ...of('src/access/sign-in.ts', session, ["if ('waitSeconds' in byName)", 'if (false)']),
  ...of(
    'src/access/kiosks/kiosks.ts',
    kiosk,
    ['!isSignedBy(kiosk.key, signed.base, signed.signature)', 'false'],
    ["if (use !== 'used') return { outcome: use }", ''],
  ),
  ...of(
    'src/access/kiosks/nonces.ts',
    'src/access/kiosks/nonces.test.ts',
    ['if (!timingSafeEqual(whole.subarray(bytes.length), sealOf(bytes))) return undefined', ''],
    ["if (whole.toString('base64url') !== nonce) return undefined", ''],
    ['Temporal.Instant.compare(clock.now(), until) < 0 ? until : undefined', 'until'],
  ),
  ...of(
    'src/http/access/kiosk-requests.ts',
    kiosk,
    ['forms.get(request)?.()', 'undefined'],
    ["compare(createHash('sha256').update(bytes), digest)", ''],
  ),
  ...of('src/http/access/guard.ts', secondFactor, [
    'if (access.isForSigningIn === true || !lacksSecondFactor(request.principal)) return',
    'return',
  ]),
  ...of(
    'src/access/sign-in.ts',
    secondFactor,
    ['if (asksMore && code === undefined)', 'if (false)'],
    ["return { outcome: 'wrong-code' }", ''],
  ),
  ...of(
    'src/access/second-factor/second-factor.ts',
    secondFactor,
    ["if (!isRight) return { outcome: 'wrong' }", ''],
    ["if (step === undefined) return { outcome: 'wrong' }", ''],
  ),
  ...of('src/store/access/totp.ts', secondFactor, [".where('last_step', '<', step)", '']),
  ...of('src/http/access/own-account.ts', secondFactor, [
    "if (checked.outcome === 'wrong') {",
    'if (false) {',
  ]),
  ...of('src/http/access/call-limits.ts', 'src/http/access/call-limits.test.ts', [
    'if (counted.isAllowed || !counted.isExceeded) return',
    'return',
  ]),
]
