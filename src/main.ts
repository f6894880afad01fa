import { webcrypto } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createDoor } from './access/door.ts'
import { parseEmployeeNumber } from './identity/employee-number.ts'
import { createSystemClock } from './system/clock.ts'
import { erasureFile, forgetAgain } from './access/erased.ts'
import { masterKeyFile } from './access/keys/master-key-file.ts'
import { decisionSettings } from './identity/decision.ts'
import { openGallery } from './identity/open-gallery.ts'
import { createIdentity } from './identity/services.ts'
import { createIds } from './system/ids.ts'
import { createAccess } from './access/services.ts'
import { setupInvitation, setupLinkAt } from './access/setup-link.ts'
import { createAttendance } from './attendance/services.ts'
import type { RandomBytes } from './ports/random.ts'
import { createDpia } from './privacy/dpia/dpia.ts'
import { liveSettingsOf } from './privacy/dpia/live-settings.ts'
import { createPrivacy } from './privacy/services.ts'
import { StoreError } from './ports/store-error.ts'
import { freshZoneData, isZoneDataFresh, zoneDataVersion } from './time/zone-data.ts'
import { readConfig, type Config } from './config.ts'
import { areModelsThere, startEarlyEngine } from './early-engine.ts'
import { recogniserNamed } from './face/index.ts'
import { createApp } from './http/app.ts'
import type { Readiness, Services } from './http/services.ts'
import { firstHost, isExposed, openOnceSetUp, refuseOpenWithoutTls } from './listening.ts'
import { createLog, type Log } from './log.ts'
import { createStop, type Close } from './stop.ts'
import { guessRecogniser, isFirstStart, packsDirectoryOf, settleRecogniser } from './recogniser.ts'
import { createStore, type Store } from './store/store.ts'
import { readCertificate, renewCertificate } from './tls.ts'
import {
  follow,
  keepCounting,
  noteOutside,
  noteZoneData,
  retain,
  sweep,
  watchKeys,
} from './upkeep.ts'

/** How often a database that is not there yet is asked for. */
const askAgainAfterMs = 1000
/** Answers under way have this long; clients that do not take theirs are cut off. */
const drainWithinMs = 7000

type Started = {
  readonly address: string
  /** Where the first operator is made, if that has not been done yet. */
  readonly setupLink: string | undefined
}

async function start(config: Config, log: Log, closers: Close[]): Promise<Started> {
  refuseOpenWithoutTls(config)
  const clock = createSystemClock()
  const random: RandomBytes = (length) => webcrypto.getRandomValues(new Uint8Array(length))
  const newId = createIds(clock, (bytes) => webcrypto.getRandomValues(bytes))
  const erasures = erasureFile(config.erasuresFile)
  let services: Services | undefined
  let starting = 'starting'
  let readiness = async (): Promise<Readiness> => ({ ready: false, reason: starting })

  const webDirectory = fileURLToPath(new URL('../web/dist', import.meta.url))
  const openDoor = async (): Promise<string> => {
    const app = await createApp({
      services: () => services,
      readiness: () => readiness(),
      newId,
      log,
      trustProxy: config.trustProxy,
      tls: config.tls && readCertificate(config.tls),
      ...(existsSync(webDirectory) && { webDirectory }),
    })
    closers.unshift(async () => {
      // Connections that were busy when the door closed would be kept open for their next request.
      const sweep = setInterval(() => app.server.closeIdleConnections(), 50)
      const cutOff = setTimeout(() => app.server.closeAllConnections(), drainWithinMs)
      await app.close()
      clearInterval(sweep)
      clearTimeout(cutOff)
    })
    const address = await app.listen({ port: config.port, host: firstHost(config) })
    if (config.tls) closers.unshift(renewCertificate(app.server as never, config.tls, log))
    if (isExposed(config)) {
      const end = new AbortController()
      closers.unshift(async () => end.abort())
      const isSetUp = async () => (await services?.access.setUp.isDone()) ?? false
      void openOnceSetUp(app.server, config.host, isSetUp, end.signal).then(
        (isOpen) => isOpen && log.info({ host: config.host }, 'set up: others are answered, too'),
        (error: unknown) => log.fatal({ err: error }, 'HOST cannot be listened on'),
      )
    }
    // Fastify names the scheme of servers that it makes itself.
    return config.tls ? address.replace(/^http:/, 'https:') : address
  }

  const isFirst = await isFirstStart(config.dataDirectory)
  // A first start may download what it is to load.
  const guess = isFirst ? undefined : await guessRecogniser(config)
  const earlyEngine = startEarlyEngine(guess, {
    packsDirectory: packsDirectoryOf(config.dataDirectory),
    onWorker(news, cause) {
      if (news === 'ended') log.warn({ err: cause }, 'a worker of the face engine ended')
    },
  })
  closers.push(() => earlyEngine.giveUp())
  const [store, address] = await Promise.all([
    openStore(config, (error) => {
      starting = `store-${error.fault}`
      log.warn({ err: error }, 'waiting for the database')
    }).then(async (store) => {
      closers.push(() => store.close())
      const people = await forgetAgain(erasures, store)
      if (people > 0) log.warn({ people }, 'an older copy of the database: forgotten again')
      return store
    }),
    openDoor(),
  ])
  // What the employees are enrolled with decides which models are loaded.
  const choice = await settleRecogniser({
    config,
    templates: store.templates,
    change: store.recogniserChange,
    isFirstStart: isFirst,
    log,
    onWait: (reason) => (starting = reason),
  })
  const hasFace = areModelsThere(choice, packsDirectoryOf(config.dataDirectory))
  if (!hasFace)
    log.warn({ off: ['face'] }, 'no model is installed: people clock in without their face')
  const cards = [choice.recogniser, choice.former].filter((name) => name !== undefined)
  // Its processes load models while the templates are opened here.
  const [engine, opened] = await Promise.all([
    earlyEngine.settle(choice),
    Promise.all(cards.map((name) => openGallery(store, recogniserNamed(name)))),
  ])
  closers.push(() => engine.close())
  const { debounceSeconds, correctionsNeedApproval } = config
  const world = { engine, store, clock, newId }
  const identity = await createIdentity({
    ...world,
    ...{ opened, settings: decisionSettings(config) },
  })
  const settings = { debounceSeconds, correctionsNeedApproval }
  const attendance = createAttendance({ ...world, identity, settings })
  const door = createDoor({ ...world, random, parseNumber: parseEmployeeNumber })
  const { galleries: gallery } = identity.identification
  const privacy = createPrivacy({
    ...{ store, clock, ...identity, ...identity.identification, ...door },
    gallery,
  })
  const access = createAccess({
    store,
    clock,
    newId,
    random,
    afterSetUp: privacy.setUp,
    secondFactorFor: config.secondFactorFor,
  })
  const liveSettings = liveSettingsOf(
    { ...config, tls: tlsOf(config), templatesSealedBy: 'master-key-file' },
    identity.identification,
  )
  const makeDpia = createDpia({ store, clock, notices: privacy.notices, liveSettings })
  services = { ...identity, ...attendance, access, privacy, makeDpia, door, store, clock, hasFace }
  closers.unshift(follow(identity.galleryFeed, log))
  closers.unshift(retain(privacy.retention, log))
  closers.unshift(sweep(store, clock, log))
  const { countUnreadable } = identity
  const masterKeyPath = config.masterKeyFile
  closers.unshift(watchKeys({ keys: store.keys, masterKeyPath, countUnreadable }, log))
  const unreadable = keepCounting(countUnreadable, log)
  closers.unshift(unreadable.end)
  const outside = { anchorsPath: config.auditAnchorsFile, erasures }
  closers.unshift(noteOutside(store, outside, clock, log))
  readiness = async () => {
    const reason = engine.trouble() ?? (await store.trouble())
    if (reason !== undefined) return { ready: false, reason }
    if (!(await access.setUp.isDone())) return { ready: false, reason: 'not-set-up' }
    const cautions = [store.caution, unreadable.latest() > 0 ? 'templates-unreadable' : undefined]
    const caution = cautions.filter((each) => each !== undefined).join(', ')
    return {
      ready: true,
      ...(!hasFace && { off: ['face'] }),
      ...(caution !== '' && { caution }),
    }
  }
  const reason = await store.trouble()
  if (reason !== undefined) log.error({ reason }, 'the database is not set up to be relied on')
  if (store.caution !== undefined) {
    log.warn({ caution: store.caution }, 'the database cannot protect the records by itself')
  }
  if (!isZoneDataFresh(zoneDataVersion)) {
    log.warn(
      { zoneData: zoneDataVersion, needed: freshZoneData },
      'time zone data is old: hours may be wrong',
    )
  }
  // In nobody's way: with millions of records it takes a while.
  void noteZoneData(attendance.hours.zoneRules, log)
  log.info({ templates: identity.identification.gallery.size, ...choice }, 'ready')
  const origin = config.publicUrl ?? address.replace('127.0.0.1', 'localhost')
  const token = (await access.setUp.isDone()) ? undefined : await access.setUp.newLink()
  return { address: origin, setupLink: token && setupLinkAt(origin, token) }
}

/** Who encrypts what is sent: the program itself, a proxy, or nobody, as on one machine. */
const tlsOf = ({ tls, trustProxy }: Config) =>
  tls ? 'own-certificate' : trustProxy.length > 0 ? 'proxy' : 'none'

/** Waits for a database that is not there yet, as when everything starts at once. */
async function openStore(
  { databaseUrl, masterKeyFile: path }: Config,
  onWait: (error: StoreError) => void,
): Promise<Store> {
  for (;;) {
    try {
      return await createStore(databaseUrl, masterKeyFile(path))
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault !== 'unreachable') throw error
      onWait(error)
      await sleep(askAgainAfterMs)
    }
  }
}

/** What stopped the server at its start is said in words where it is meant for people. */
function explain(error: unknown, log: Log): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (
    error instanceof Error &&
    ['ConfigError', 'NewerSchemaError', 'MasterKeyError', 'CertificateError'].includes(error.name)
  ) {
    process.stderr.write(`${error.message}\n`)
  } else if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    process.stderr.write(`HOST and PORT cannot be listened on: ${code}\n`)
  } else {
    log.fatal({ err: error }, 'cannot start')
  }
}

async function main(): Promise<void> {
  const closers: Close[] = []
  let log = createLog('info')
  const stop = createStop(log, closers)
  process.once('SIGTERM', () => stop(0)).once('SIGINT', () => stop(0))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'broken')
    stop(1)
  })
  try {
    const config = readConfig()
    log = createLog(config.logLevel)
    const { address, setupLink } = await start(config, log, closers)
    process.stdout.write(`${address}\n`)
    if (setupLink !== undefined) process.stdout.write(setupInvitation(setupLink))
  } catch (error) {
    explain(error, log)
    stop(1)
  }
}

await main()
