import { setTimeout as sleep } from 'node:timers/promises'
import { anchorDay } from './access/audit/anchor-day.ts'
import { noteErasures, type ErasureList } from './access/erased.ts'
import type { KeyStore } from './access/keys/ports.ts'
import type { Clock } from './ports/clock.ts'
import { followGallery, type GalleryFeed } from './identity/gallery-feed.ts'
import type { CountUnreadable } from './identity/unreadable-templates.ts'
import type { ZoneRules } from './attendance/zone-rules.ts'
import type { Store } from './store/store.ts'
import type { Retention } from './privacy/retention/retention.ts'
import { answersKeptForDays } from './http/idempotency.ts'
import type { Log } from './log.ts'

/** How often the gallery asks what other servers changed: a forgotten face is gone everywhere in 5 seconds. */
const followEveryMs = 1000
/** A server that has heard nothing for longer loads all templates again. */
const galleryChangesKeptForDays = 1
/** Longer than the limits look back. */
const pinAttemptsKeptForDays = 2
/** How often answers that are kept no longer are dropped. */
const sweepEveryMs = 3_600_000

/** Hears what other servers on the database change in the gallery; gives what ends that. */
export function follow(feed: GalleryFeed, log: Log): () => Promise<void> {
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
export async function noteZoneData(zoneRules: ZoneRules, log: Log): Promise<void> {
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

/** Does something now and again and again, and says in the log what is in its way; gives what ends that. */
export function repeat(
  everyMs: number,
  work: () => Promise<void>,
  log: Log,
  trouble: string,
): () => Promise<void> {
  const once = () => void work().catch((error: unknown) => log.warn({ err: error }, trouble))
  once()
  const timer = setInterval(once, everyMs)
  return async () => clearInterval(timer)
}

/** How often it is said again what somebody has to see to. */
const remindEveryMs = 24 * 3_600_000

/** What of the keys and templates wants somebody's attention. */
export type WatchedKeys = {
  readonly keys: Pick<KeyStore, 'isCopied'>
  readonly masterKeyPath: string
  readonly countUnreadable: CountUnreadable
}

/** Says it now and every day; gives what ends that. */
export const watchKeys = (
  { keys, masterKeyPath, countUnreadable }: WatchedKeys,
  log: Log,
): (() => Promise<void>) =>
  repeat(
    remindEveryMs,
    async () => {
      const templates = await countUnreadable()
      if (templates > 0)
        log.error(
          { templates },
          'templates were changed, moved or damaged: enrol these employees again, or restore a backup',
        )
      if (await keys.isCopied()) return
      log.warn(
        { masterKey: masterKeyPath },
        'keep a copy of the master key, apart from the backups, then run: pointeuse confirm-key-copy',
      )
    },
    log,
    'keys not looked at',
  )

/** All templates are counted for it, which whoever asks whether all is well should not have done each time. */
const countEveryMs = 60_000

/** How many templates could not be read when it was last looked, each minute. */
export function keepCounting(
  countUnreadable: CountUnreadable,
  log: Log,
): { readonly latest: () => number; readonly end: () => Promise<void> } {
  let latest = 0
  const end = repeat(
    countEveryMs,
    async () => {
      latest = await countUnreadable()
    },
    log,
    'templates not counted',
  )
  return { latest: () => latest, end }
}

/** How often is looked whether a day has its anchor, and who was forgotten at whatever server. */
const noteEveryMs = 30_000

/** Keeps outside of the database what an older copy of it could not know; gives what ends that. */
export const noteOutside = (
  { audit, forgotten }: Pick<Store, 'audit' | 'forgotten'>,
  { anchorsPath, erasures }: { readonly anchorsPath: string; readonly erasures: ErasureList },
  clock: Clock,
  log: Log,
): (() => Promise<void>) =>
  repeat(
    noteEveryMs,
    async () => {
      await anchorDay(audit, anchorsPath, clock.now().toString())
      await noteErasures(erasures, forgotten)
    },
    log,
    'anchors and erasures not noted outside of the database',
  )

/** Sessions and failed attempts of the day before count for nothing any more. */
const attemptsKeptForDays = 1

type Swept = Pick<
  Store,
  'answers' | 'galleryChanges' | 'kiosks' | 'pins' | 'sessions' | 'attempts' | 'rates'
>

/** How often what is kept for nothing any more is looked for: whoever left is forgotten within a day. */
const retainEveryMs = 6 * 3_600_000

/** Erases what is kept for nothing any more, at once and again and again; gives what ends that. */
export function retain(retention: Retention, log: Log): () => Promise<void> {
  const run = async () => {
    try {
      const run = await retention.run('itself')
      if (run.outcome === 'held-back') {
        const { templates, people } = run.plan
        const due = { templates: templates.length, people: people.length }
        log.warn(due, 'so much is due to be erased that somebody has to look: is the clock right?')
      } else if (run.outcome === 'done' && run.templates + run.people > 0) {
        log.info(
          { templates: run.templates, people: run.people },
          'erased what was kept for nothing',
        )
      }
    } catch (error) {
      log.warn({ err: error }, 'nothing erased; it will be tried again')
    }
  }
  void run()
  const timer = setInterval(() => void run(), retainEveryMs)
  return async () => clearInterval(timer)
}

/** Drops what is kept no longer, again and again; gives what ends that. */
export function sweep(
  { answers, galleryChanges, kiosks, pins, sessions, attempts, rates }: Swept,
  clock: Clock,
  log: Log,
): () => Promise<void> {
  const daysAgo = (days: number) => clock.now().subtract({ hours: 24 * days })
  const timer = setInterval(() => {
    Promise.all([
      answers.dropBefore(daysAgo(answersKeptForDays)),
      galleryChanges.dropBefore(daysAgo(galleryChangesKeptForDays)),
      sessions.dropBefore(daysAgo(attemptsKeptForDays)),
      attempts.dropBefore(daysAgo(attemptsKeptForDays)),
      rates.dropBefore(daysAgo(attemptsKeptForDays)),
      // Nobody can use a nonce any more an hour after it ran out, whatever the clocks of servers show.
      kiosks.dropNoncesBefore(clock.now().subtract({ hours: 1 })),
      pins.dropAttemptsBefore(daysAgo(pinAttemptsKeptForDays)),
    ]).catch((error: unknown) => log.warn({ err: error }, 'not swept'))
  }, sweepEveryMs)
  return async () => clearInterval(timer)
}
