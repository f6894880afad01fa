import { Temporal } from 'temporal-polyfill'
import { freshZoneData, isZoneDataFresh } from '../../time/zone-data.ts'

/** What is looked at, as it was found. */
export type Facts = {
  readonly now: Temporal.Instant
  readonly isSetUp: boolean
  /** Why the database is not to be relied on; undefined when it is. */
  readonly trouble: string | undefined
  /** Why it cannot protect the records by itself; undefined when it can. */
  readonly caution: string | undefined
  /** When the newest record was made; undefined when there is none. */
  readonly newestRecordAt: Temporal.Instant | undefined
  /** Of the time zone data, as the IANA names them. */
  readonly zoneData: string
  readonly freeBytes: number
  readonly isKeyCopied: boolean
  /** Templates that could not be opened. */
  readonly unreadable: number
  /** What is recognised with, or why nothing is. */
  readonly recogniser: { readonly outcome: 'use' | 'missing' | 'unknown'; readonly name: string }
  /** Until when the certificate is valid; undefined when the program has none of its own. */
  readonly certificateUntil: Temporal.Instant | undefined
  /** Of the paired kiosks. */
  readonly kiosks: readonly {
    readonly name: string
    readonly seenAt: Temporal.Instant | undefined
    readonly camera: string | undefined
  }[]
}

/** `look` is for when there is time, `wrong` for now. */
export type Finding = {
  readonly about: string
  readonly state: 'fine' | 'look' | 'wrong'
  readonly said: string
}

/** Less would be filled by a backup, or by a day's log of a large installation. */
const enoughBytes = 1024 ** 3
/** Clocks of servers on one database may differ by this much. */
const clockTolerance = Temporal.Duration.from({ minutes: 2 })
/** Who renews certificates does so a month before; a week leaves time to see that nobody did. */
const certificateDays = 7
/** A kiosk tells of itself each half minute; one that was silent for a day is off, or its door is closed. */
const silentHours = 24

/** Everything that was found, the fine too, in the order in which it would be mended. */
export function checkup(facts: Facts): Finding[] {
  return [
    database(facts),
    records(facts),
    setUp(facts),
    clock(facts),
    zoneData(facts),
    disk(facts),
    masterKey(facts),
    templates(facts),
    recogniser(facts),
    ...certificate(facts),
    ...facts.kiosks.map((kiosk) => ofKiosk(kiosk, facts.now)),
  ]
}

const fine = (about: string, said: string): Finding => ({ about, state: 'fine', said })
const look = (about: string, said: string): Finding => ({ about, state: 'look', said })
const wrong = (about: string, said: string): Finding => ({ about, state: 'wrong', said })

const database = ({ trouble }: Facts) =>
  trouble === undefined
    ? fine('database', 'answers, and keeps what was committed')
    : wrong('database', `${trouble}: what was recorded may be lost; see docs/operations.md`)

const records = ({ caution }: Facts) =>
  caution === undefined
    ? fine('records', 'nobody changes them, not even the program')
    : look('records', `${caution}: see "Records that nobody changes" in docs/operations.md`)

const setUp = ({ isSetUp }: Facts) =>
  isSetUp
    ? fine('set-up', 'done')
    : wrong('set-up', 'nobody can enter yet: pointeuse setup-link prints the way in')

const clock = ({ now, newestRecordAt }: Facts) =>
  newestRecordAt && Temporal.Instant.compare(newestRecordAt, now.add(clockTolerance)) > 0
    ? wrong(
        'clock',
        `the newest record is of ${String(newestRecordAt)}, which is to come: set the clock right`,
      )
    : fine('clock', `${now.round('second').toString()}, after everything that is recorded`)

const zoneData = ({ zoneData: version }: Facts) =>
  isZoneDataFresh(version)
    ? fine('time zones', version)
    : wrong(
        'time zones',
        `${version} is older than ${freshZoneData}: renew Node, or hours may be wrong`,
      )

const disk = ({ freeBytes }: Facts) => {
  const said = `${(freeBytes / 1024 ** 3).toFixed(1)} GiB free in DATA_DIR`
  return freeBytes >= enoughBytes ? fine('disk', said) : wrong('disk', `${said}: make room`)
}

const masterKey = ({ isKeyCopied }: Facts) =>
  isKeyCopied
    ? fine('master key', 'a copy is kept somewhere else')
    : look('master key', 'keep a copy apart from the backups, then: pointeuse confirm-key-copy')

const templates = ({ unreadable }: Facts) =>
  unreadable === 0
    ? fine('templates', 'all can be opened')
    : wrong(
        'templates',
        `${unreadable} were changed or moved and are left out: enrol these people again`,
      )

function recogniser({ recogniser: { outcome, name } }: Facts): Finding {
  if (outcome === 'use') return fine('recogniser', name)
  return outcome === 'missing'
    ? wrong('recogniser', `the files of ${name} are missing: pointeuse models download ${name}`)
    : wrong(
        'recogniser',
        `the templates are of ${name}, which a newer version of this program knows`,
      )
}

function certificate({ certificateUntil: until, now }: Facts): Finding[] {
  if (!until) return []
  const days = Math.floor(now.until(until).total('hours') / 24)
  const said = days < 0 ? 'is no longer valid' : `is valid for ${days} more days`
  return [
    days < certificateDays
      ? wrong('certificate', `${said}: renew it at TLS_CERT`)
      : fine('certificate', said),
  ]
}

function ofKiosk(
  { name, seenAt, camera }: Facts['kiosks'][number],
  now: Temporal.Instant,
): Finding {
  const about = `kiosk ${name}`
  if (!seenAt) return look(about, 'was never heard of: open /kiosk on its tablet')
  const hours = Math.floor(seenAt.until(now).total('hours'))
  if (hours >= silentHours) return look(about, `was last heard of ${hours} hours ago`)
  if (camera === 'denied' || camera === 'missing' || camera === 'failed')
    return look(about, `its camera is ${camera}`)
  return fine(about, 'was heard of today')
}
