import { webcrypto } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createSystemClock } from './attendance/clock.ts'
import { decisionSettings } from './attendance/decision.ts'
import type { ZoneRules } from './attendance/hours/zone-rules.ts'
import { createIds } from './attendance/ids.ts'
import { followGallery, type GalleryFeed } from './attendance/gallery-feed.ts'
import type { Store } from './attendance/ports.ts'
import { createAttendance } from './attendance/services.ts'
import { StoreError } from './attendance/store-error.ts'
import { freshZoneData, isZoneDataFresh, zoneDataVersion } from './attendance/time/zone-data.ts'
import { readConfig, type Config } from './config.ts'
import { createFaceEngine } from './face/index.ts'
import { createApp } from './http/app.ts'
import { answersKeptForDays } from './http/idempotency.ts'
import type { Readiness, Services } from './http/services.ts'
import { createLog } from './log.ts'
import { createStore } from './store/store.ts'

/** How often a database that is not there yet is asked for. */
const askAgainAfterMs = 1000
/** How often the gallery asks what other servers changed: a forgotten face is gone everywhere in 5 seconds. */
const followEveryMs = 1000
/** A server that has heard nothing for longer loads all templates again. */
const galleryChangesKeptForDays = 1
/** How often answers that are kept no longer are dropped. */
const sweepEveryMs = 3_600_000
/** Answers under way have this long; clients that do not take theirs are cut off. */
const drainWithinMs = 7000
/** Whoever stops the server waits ten seconds at most; what is not done by now never will be. */
const stopWithinMs = 9500

type Log = ReturnType<typeof createLog>
type Close = () => Promise<void>

async function start(config: Config, log: Log, closers: Close[]): Promise<string> {
  const clock = createSystemClock()
  const newId = createIds(clock, (bytes) => webcrypto.getRandomValues(bytes))
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
    return app.listen({ port: config.port, host: config.host })
  }

  // The engine first: its processes load their models while this one puts up the rest.
  const [engine, store, address] = await Promise.all([
    createFaceEngine().then((engine) => {
      closers.push(() => engine.close())
      return engine
    }),
    openStore(config.databaseUrl, (error) => {
      starting = `store-${error.fault}`
      log.warn({ err: error }, 'waiting for the database')
    }).then((store) => {
      closers.push(() => store.close())
      return store
    }),
    openDoor(),
  ])
  const { debounceSeconds, correctionsNeedApproval } = config
  const attendance = await createAttendance({
    engine,
    store,
    clock,
    newId,
    settings: { ...decisionSettings(config), debounceSeconds, correctionsNeedApproval },
  })
  services = attendance
  closers.unshift(follow(attendance.galleryFeed, log))
  const sweep = setInterval(() => {
    const { answers, galleryChanges } = store
    const daysAgo = (days: number) => clock.now().subtract({ hours: 24 * days })
    Promise.all([
      answers.dropBefore(daysAgo(answersKeptForDays)),
      galleryChanges.dropBefore(daysAgo(galleryChangesKeptForDays)),
    ]).catch((error: unknown) => log.warn({ err: error }, 'not swept'))
  }, sweepEveryMs)
  closers.unshift(async () => clearInterval(sweep))
  readiness = async () => {
    const reason = await store.trouble()
    if (reason !== undefined) return { ready: false, reason }
    return { ready: true, ...(store.caution !== undefined && { caution: store.caution }) }
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
  log.info({ templates: attendance.identification.gallery.size, model: engine.model }, 'ready')
  return address.replace('127.0.0.1', 'localhost')
}

/** Hears what other servers on the database change in the gallery; gives what ends that. */
function follow(feed: GalleryFeed, log: Log): Close {
  const end = new AbortController()
  const pause = () => sleep(followEveryMs, true, { signal: end.signal }).catch(() => false) // the end of it
  const following = followGallery(feed, pause, {
    onTrouble: (error) => log.warn({ err: error }, 'the gallery falls behind the database'),
    onRecovery: () => log.info('the gallery is up to date again'),
  })
  return () => {
    end.abort()
    return following
  }
}

/** Says which records the time zone data reads otherwise than the data of the start before. */
async function noteZoneData(zoneRules: ZoneRules, log: Log): Promise<void> {
  try {
    const event = await zoneRules.note()
    if (event === undefined) return
    const { changes: found, ...counts } = event.findings
    const textOf = (micros: number) => new Date(micros / 1000).toISOString()
    const changes = found.map((change) => ({
      ...change,
      first: textOf(change.first),
      last: textOf(change.last),
    }))
    const said = { zoneData: event.version, ...counts, changes }
    if (changes.length === 0) log.info(said, 'time zone data noted')
    else log.warn(said, 'zone rule changed: records are read otherwise than when they were made')
  } catch (error) {
    log.warn({ err: error }, 'time zone data not compared; it will be at the next start')
  }
}

/** Waits for a database that is not there yet, as when everything starts at once. */
async function openStore(url: string, onWait: (error: StoreError) => void): Promise<Store> {
  for (;;) {
    try {
      return await createStore(url)
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault !== 'unreachable') throw error
      onWait(error)
      await sleep(askAgainAfterMs)
    }
  }
}

/** Finishes what was accepted, front door first, and ends the process. */
function createStop(log: Log, closers: readonly Close[]) {
  let stopping = false
  return function stop(exitCode: number): void {
    if (stopping) return
    stopping = true
    setTimeout(() => {
      log.fatal('not stopped in time')
      process.exit(1)
    }, stopWithinMs).unref()
    void (async () => {
      for (const close of closers) await close()
      process.exit(exitCode)
    })()
  }
}

/** What stopped the server at its start is said in words where it is meant for people. */
function explain(error: unknown, log: Log): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (error instanceof Error && ['ConfigError', 'NewerSchemaError'].includes(error.name)) {
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
    const address = await start(config, log, closers)
    process.stdout.write(`${address}\n`)
  } catch (error) {
    explain(error, log)
    stop(1)
  }
}

await main()
