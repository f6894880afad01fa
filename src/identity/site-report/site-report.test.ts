import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recogniserNamed, type ImpostorModel } from '../../face/index.ts'
import { readCalibration, type Calibration } from '../calibration.ts'
import { reportHtml } from './report-html.ts'
import type { Acquired, SitePhoto } from './sample.ts'
import { createSiteReport } from './site-report.ts'
import { summaryText } from './summary.ts'
import { reportLanguages } from './words.ts'

/** Nobody is like many others here: a score is ten times the cosine. */
const impostors: ImpostorModel = {
  model: 'm',
  expect: () => ({ mean: 0, deviation: 0.1 }),
  sameShot: 2,
  isSameForAll: false,
}
const calibration: Calibration = { ...readCalibration(recogniserNamed('builtin')), model: 'm' }
const settings = { targetFpir: 1e-3, minMargin: 0.5 }
const deps = { impostors, calibration, settings }

/** People on axes of their own; `likeness` is the cosine of any two photos of one. */
const axes = 40
function face(person: number, shot: number, likeness = 0.9): Acquired {
  const vector = new Float32Array(axes)
  vector[person] = Math.sqrt(likeness)
  vector[axes - 1 - shot] = Math.sqrt(1 - likeness)
  return { outcome: 'usable', embedding: { model: 'm', vector } }
}
const photo = (person: string, file: string, acquired: Acquired): SitePhoto => ({
  person,
  file,
  template: acquired,
  probe: acquired,
})
const folder = (person: number, shots: number, name = `p${person}`): SitePhoto[] =>
  Array.from({ length: shots }, (_, shot) => photo(name, `${shot}.jpg`, face(person, shot)))

test('people who are nothing alike are told apart without an error', () => {
  const report = createSiteReport([folder(0, 3), folder(1, 3), folder(2, 2)].flat(), deps)
  assert.deepEqual([report.people, report.photos, report.templates], [3, 8, 8])
  assert.deepEqual(report.comparisons, { genuine: 6 + 6 + 2, impostor: 3 * 5 * 2 + 2 * 6 })
  assert.deepEqual([report.here.fpir.errors, report.here.fpir.trials], [0, 8])
  assert.deepEqual([report.here.fnir.errors, report.here.fnir.trials], [0, 8])
  assert.deepEqual([report.inForce.fmr.rate, report.inForce.fnmr.rate], [0, 0])
  assert.deepEqual(report.advice, {
    mode: 'identify',
    ...settings,
    reasons: ['too-few-strangers'],
  })
  assert.deepEqual(report.mixedFolders, [])
})

test('one person in two folders is found, and counted as what it would do at the door', () => {
  const photos = [folder(0, 2), folder(1, 2), folder(2, 2, 'same'), folder(2, 2, 'again')].flat()
  const report = createSiteReport(photos, deps)
  const [likest] = report.alike
  assert.deepEqual([likest?.a.person, likest?.b.person].toSorted(), ['again', 'same'])
  assert.equal(report.here.fpir.errors, 4)
  assert.ok(report.here.ambiguous.errors + report.here.wrong.errors === 4)
  assert.ok(report.advice.reasons.includes('alike-folders'))
})

test('two people in one folder are found, the stray photo named last', () => {
  const photos = [...folder(0, 3), photo('p0', 'stray.jpg', face(9, 5)), ...folder(1, 2)]
  const report = createSiteReport(photos, deps)
  const groups = [['0.jpg', '1.jpg', '2.jpg'], ['stray.jpg']]
  assert.deepEqual(report.mixedFolders, [{ person: 'p0', groups }])
  assert.ok(report.unlike.slice(0, 3).every(({ a, b }) => [a.file, b.file].includes('stray.jpg')))
  assert.equal(report.here.fnir.errors, 1)
})

test('a threshold for many employees misses more, and out of reach a PIN is advised', () => {
  // A score of 7 is enough among few people and too little among thousands.
  const photos = [0, 1, 2].flatMap((person) =>
    [0, 1].map((shot) => photo(`p${person}`, `${shot}.jpg`, face(person, shot, 0.7))),
  )
  const few = createSiteReport(photos, deps)
  assert.equal(few.here.fnir.errors, 0)
  const many = createSiteReport(photos, { ...deps, employees: 20_000 })
  assert.ok(many.atSite.policy.threshold > many.here.policy.threshold)
  assert.equal(many.here.fnir.errors, 0)
  assert.equal(many.atSite.fnir.rate, 1)
  assert.equal(many.advice.mode, 'verify')
  assert.ok(many.advice.reasons.includes('target-out-of-reach'))
  assert.ok(many.advice.reasons.includes('misses-without-pin'))
})

test('strangers more alike than the table says ask for a stricter target', () => {
  // Every two people have a score of 4, which the table gives to 1 pair in 3,000.
  const alike = Array.from({ length: 30 }, (_, person): SitePhoto => {
    const vector = new Float32Array(axes)
    vector[person] = Math.sqrt(0.6)
    vector[axes - 1] = Math.sqrt(0.4)
    return photo(`p${person}`, 'a.jpg', { outcome: 'usable', embedding: { model: 'm', vector } })
  })
  const { advice } = createSiteReport(alike, deps)
  assert.ok(advice.reasons.includes('strangers-more-alike'))
  assert.equal(advice.targetFpir, 1e-6)
})

test('with one person, with nobody and with single photos the rest is said to be not measured', () => {
  const one = createSiteReport(folder(0, 3), deps)
  assert.equal(one.inForce.fmr.rate, null)
  assert.equal(one.here.fpir.rate, null)
  assert.equal(one.inForce.fnmr.rate, 0)
  const nobody = createSiteReport([photo('a', 'x.txt', { outcome: 'no-face' })], deps)
  assert.equal(nobody.people, 0)
  assert.equal(nobody.here.fnir.rate, null)
  assert.deepEqual(nobody.failures, [
    {
      person: 'a',
      file: 'x.txt',
      template: { outcome: 'no-face' },
      probe: { outcome: 'no-face' },
    },
  ])
  const singles = createSiteReport([...folder(0, 1), ...folder(1, 1)], deps)
  assert.equal(singles.inForce.fnmr.rate, null)
  assert.equal(singles.inForce.fmr.rate, 0)
  for (const language of reportLanguages)
    for (const report of [one, nobody, singles]) {
      assert.match(reportHtml(report, language), /non mesuré|not measured/)
      assert.match(summaryText(report, language), /non mesuré|not measured/)
    }
})

test('shots that are as good as the same are counted, since they flatter', () => {
  const twice = [0, 1].map((shot) => photo('p0', `${shot}.jpg`, face(0, 0, 0.9)))
  assert.equal(createSiteReport([...twice, ...folder(1, 2)], deps).sameShots, 2)
})

test('names of files cannot become part of the page, and vectors are not in the report', () => {
  const named = [
    photo('<b>&"\'', '<script>alert(1)</script>.jpg', face(0, 0)),
    photo('<b>&"\'', '</svg><img src=x onerror=y>.jpg', { outcome: 'several-faces', count: 2 }),
    ...folder(1, 2),
  ]
  const report = createSiteReport(named, deps)
  const html = reportHtml(report, 'en')
  assert.doesNotMatch(html, /<script|<img|<b>/)
  assert.match(html, /&lt;script&gt;/)
  assert.doesNotMatch(JSON.stringify(report), /vector|embedding/)
})
