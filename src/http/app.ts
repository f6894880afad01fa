import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import type { FastifyBaseLogger } from 'fastify'
import { open } from '../access/rule.ts'
import type { NewId } from '../ports/ids.ts'
import { enterViews } from './access/enter-views.ts'
import { hideWhatIsBeyondReach } from './access/beyond-reach.ts'
import { guardRoutes } from './access/guard.ts'
import { asKiosk, holdKiosksToTheirWord } from './access/kiosk-requests.ts'
import { limitCalls } from './access/call-limits.ts'
import { askEveryRouteForItsRule, registerUnder } from './access/route-rules.ts'
import { byApiKey, bySession } from './access/ways-in.ts'
import { createAdmission } from './admission.ts'
import { limitAnswers } from './answer-deadline.ts'
import { createBareApp, type TlsOptions } from './bare-app.ts'
import { refuseEncodedBodies } from './content-encoding.ts'
import { answerError, answerNoSuchAddress } from './error-handler.ts'
import { httpLimits, type HttpLimits } from './limits.ts'
import { describeRoutes } from './openapi.ts'
import { maxPhotoBytes } from './identity/photo-form.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { clockInRoutes } from './routes/clock-in.ts'
import { consentRoutes } from './routes/consents.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { credentialRoutes } from './routes/credentials.ts'
import { decisionRoutes } from './routes/decision.ts'
import { recogniserRoutes } from './routes/recogniser.ts'
import { employeeRoutes } from './routes/employees.ts'
import { importRoutes } from './routes/imports.ts'
import { kioskRoutes } from './routes/kiosk.ts'
import { kiosksRoutes } from './routes/kiosks.ts'
import { leaveRoutes } from './routes/leaves.ts'
import { operatorRoutes } from './routes/operators.ts'
import { noticeRoutes } from './routes/notice.ts'
import { ownDataRoutes } from './routes/own-data.ts'
import { passkeyRoutes } from './routes/passkeys.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { registerRoutes } from './routes/register.ts'
import { retentionRoutes } from './routes/retention.ts'
import { scheduleRoutes } from './routes/schedules.ts'
import { notReady, serverRoutes } from './routes/server.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { sessionRoutes } from './routes/session.ts'
import { setupRoutes } from './routes/setup.ts'
import { siteCalendarRoutes } from './routes/site-calendar.ts'
import { siteModeRoutes } from './routes/site-mode.ts'
import { siteRoutes } from './routes/sites.ts'
import { timesheetRoutes } from './routes/timesheets.ts'
import { withdrawalRoutes } from './routes/withdrawals.ts'
import { zoneDataRoutes } from './routes/zone-data.ts'
import type { Room } from './room.ts'
import { setSecurityHeaders } from './security-headers.ts'
import type { Readiness, Services } from './services.ts'
import { refuseUnreadableQuery, takeJson } from './sent-text.ts'
import { refuseUnstorable } from './storable-text.ts'
import { serveWeb } from './web.ts'

export type AppDeps = {
  /** What the routes work with; undefined as long as the server is starting. */
  readonly services: () => Services | undefined
  readonly readiness: () => Promise<Readiness>
  readonly newId: NewId
  readonly log: FastifyBaseLogger
  /** Proxies whose X-Forwarded-* headers are believed; none otherwise. */
  readonly trustProxy?: readonly string[]
  /** A certificate of the program's own; without it the server speaks HTTP. */
  readonly tls?: TlsOptions | undefined
  /** The folder of the built pages, absolute; without it there are none. */
  readonly webDirectory?: string
  /** The shipped ones unless a test wants to reach them. */
  readonly limits?: HttpLimits
}

/** Asked every few seconds by whatever looks after the server: not worth a line each time. */
const asksForHealth = (url: string) => url === '/health' || url === '/ready'

/** The HTTP server with all its routes; it does not listen, so that a test can mount it too. */
export async function createApp(deps: AppDeps) {
  const { readiness, webDirectory, limits = httpLimits } = deps
  const app = createBareApp({ ...deps, limits })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerNoSuchAddress)
  setSecurityHeaders(app)
  refuseEncodedBodies(app)
  takeJson(app)
  refuseUnreadableQuery(app)
  limitAnswers(app, limits.answerWithinMs)
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const answered = { req: request, res: reply, milliseconds: Math.round(reply.elapsedTime) }
    request.log[asksForHealth(request.url) ? 'debug' : 'info'](answered, 'answered')
  })
  app.addHook('preValidation', refuseUnstorable)
  const services = () => {
    const services = deps.services()
    if (!services) throw notReady('starting')
    return services
  }
  await app.register(cookie)
  const kiosks = () => services().door.kiosks
  const callLimits = await limitCalls(app, () => services().access.rates, limits.rates)
  guardRoutes(app, {
    limits: callLimits,
    lacksSecondFactor: (principal) => services().access.lacksSecondFactor(principal),
    isSetUp: () => services().access.setUp.isDone(),
    ways: [asKiosk(kiosks), byApiKey(services), bySession(services)],
  })
  holdKiosksToTheirWord(app, kiosks)
  enterViews(app, () => services().store.audit)
  hideWhatIsBeyondReach(app, services)
  askEveryRouteForItsRule(app)
  await describeRoutes(app)
  await app.register(multipart, {
    throwFileSizeLimit: false,
    // Of text, too, we want the bytes: the parser would put U+FFFD for what is not UTF-8.
    isPartAFile: () => true,
    // One byte more than allowed, so that the engine sees and says that the photo is too large.
    limits: { fileSize: maxPhotoBytes + 1, files: 200, parts: 200 },
  })
  const room: Room = {
    app,
    readiness,
    admission: createAdmission(limits.admission, () => performance.now()),
    services,
  }
  serverRoutes(room)
  setupRoutes(room)
  sessionRoutes(room)
  secondFactorRoutes(room)
  passkeyRoutes(room)
  operatorRoutes(room)
  apiKeyRoutes(room)
  clockInRoutes(room)
  decisionRoutes(room)
  recogniserRoutes(room)
  registerRoutes(room)
  noticeRoutes(room)
  privacyRoutes(room)
  consentRoutes(room)
  retentionRoutes(room)
  ownDataRoutes(room)
  employeeRoutes(room)
  attendanceRoutes(room)
  siteRoutes(room)
  siteCalendarRoutes(room)
  siteModeRoutes(room)
  kiosksRoutes(room)
  kioskRoutes(room)
  credentialRoutes(room)
  scheduleRoutes(room)
  withdrawalRoutes(room)
  leaveRoutes(room)
  correctionRoutes(room)
  timesheetRoutes(room)
  importRoutes(room)
  zoneDataRoutes(room)
  if (webDirectory !== undefined) {
    await registerUnder(app, open, (pages) => serveWeb(pages, webDirectory))
  }
  await app.ready()
  return app
}
