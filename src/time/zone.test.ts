import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { dateOf, dayOf } from './day.ts'
import { instantOf } from './instant.ts'
import { parseZone, zoneOf } from './zone.ts'
import { isZoneDataFresh, zoneDataVersion } from './zone-data.ts'

const zoneIds = [
  'Europe/Paris',
  'Africa/Casablanca',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/El_Aaiun',
  'Asia/Tehran',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Antarctica/Troll',
  'UTC',
]

test('a zone answers for every second what Temporal answers', () => {
  const second = fc.integer({
    min: Date.UTC(1990, 0, 1) / 1000,
    max: Date.UTC(2040, 0, 1) / 1000,
  })
  fc.assert(
    fc.property(fc.constantFrom(...zoneIds), second, (id, at) => {
      const plain = instantOf(at).toZonedDateTimeISO(id)
      assert.equal(zoneOf(id).offsetAt(at), plain.offsetNanoseconds / 1e9)
      assert.equal(dateOf(zoneOf(id).dayAt(at)), plain.toPlainDate().toString())
    }),
    { numRuns: 1000 },
  )
})

test('a zone answers as Temporal does in the seconds around every clock change', () => {
  for (const id of zoneIds) {
    let change = Temporal.ZonedDateTime.from(`2015-01-01T00:00[${id}]`)
    for (let i = 0; i < 40; i++) {
      const next = change.getTimeZoneTransition('next')
      if (next === null) break
      change = next
      for (const shift of [-3601, -1801, -2, -1, 0, 1, 2, 1800, 3600]) {
        const at = change.epochMilliseconds / 1000 + shift
        const plain = instantOf(at).toZonedDateTimeISO(id)
        assert.equal(
          zoneOf(id).offsetAt(at),
          plain.offsetNanoseconds / 1e9,
          `${id} ${plain.toString()}`,
        )
        assert.equal(dateOf(zoneOf(id).dayAt(at)), plain.toPlainDate().toString())
      }
    }
  }
})

test('a wall time that is skipped moves on by the gap, one that comes twice is the first', () => {
  const at = (id: string, date: string, hours: number, minutes: number) =>
    instantOf(zoneOf(id).secondAt(dayOf(date), hours * 60 + minutes)).toString()
  assert.equal(at('Europe/Paris', '2026-03-29', 2, 30), '2026-03-29T01:30:00Z')
  assert.equal(at('Europe/Paris', '2026-10-25', 2, 30), '2026-10-25T00:30:00Z')
  assert.equal(at('Africa/Casablanca', '2026-09-20', 1, 30), '2026-09-20T00:30:00Z')
  assert.equal(at('Australia/Lord_Howe', '2026-10-04', 2, 15), '2026-10-03T15:45:00Z')
})

test('the time zone data knows that Morocco is on UTC since 20 September 2026', () => {
  const noon = Date.UTC(2026, 10, 23, 12) / 1000
  assert.equal(zoneOf('Africa/Casablanca').offsetAt(noon), 0)
})

test('a zone is read in any case and given back in the spelling of the database', () => {
  const read = parseZone('africa/casablanca', 'zone')
  assert.deepEqual(read, { ok: true, value: 'Africa/Casablanca' })
})

test('what is not a zone of the database is refused, naming the field', () => {
  for (const text of [
    'Europe/Nowhere',
    '+01:00',
    '',
    'Mars',
    '../../etc/passwd',
    'x'.repeat(10_000),
  ]) {
    const read = parseZone(text, 'zone')
    assert.equal(read.ok, false, text.slice(0, 20))
    assert.equal(!read.ok && read.problems[0]?.code, 'unknown-zone')
    assert.equal(!read.ok && read.problems[0]?.field, 'zone')
  }
})

test('time zone data older than the last change of the clocks in Morocco is not fresh', () => {
  assert.deepEqual(['2025b', '2026b', '2026c', '2027a', '', 'unknown'].map(isZoneDataFresh), [
    false,
    false,
    true,
    true,
    false,
    false,
  ])
  assert.equal(isZoneDataFresh(zoneDataVersion), true)
})
