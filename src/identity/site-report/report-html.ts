import { curvesSvg } from './curves-svg.ts'
import { escape } from './escape.ts'
import { createNumbers, type Numbers } from './numbers.ts'
import type { PhotoName, PhotoPair } from './pair-scores.ts'
import type { Rate } from './rate.ts'
import type { SearchRates } from './searches.ts'
import type { SiteReport } from './site-report.ts'
import { phrases, wordsOf, type ReportLanguage } from './words.ts'

/** Thousands of refused files would make a page that nobody can open; the JSON has them all. */
const failuresShown = 1000

const style = `
:root { color-scheme: light dark; --same: #0b6e4f; --other: #a63d00; --faint: #8884; }
@media (prefers-color-scheme: dark) { :root { --same: #4fd1a5; --other: #ff9d5c; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { text-align: start; padding: .3rem .7rem; border-bottom: 1px solid var(--faint); vertical-align: top; }
td.number, th.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.in-force, .marked { font-weight: 600; }
small { opacity: .8; } code { font-size: 1.05em; }
.advice { border-inline-start: .3rem solid var(--same); padding: .2rem 1rem; }
svg { width: 100%; height: auto; font-size: 12px; } svg text { fill: currentColor; }
.grid { stroke: var(--faint); } .line { fill: none; stroke-width: 2; } .area { stroke: none; opacity: .25; }
.line.genuine { stroke: var(--same); } .line.impostor { stroke: var(--other); stroke-dasharray: 6 3; }
.area.genuine { fill: var(--same); } .area.impostor { fill: var(--other); }
.threshold { stroke: currentColor; stroke-width: 1.5; } .threshold-label { font-weight: 600; }
`

/** The report as one page that needs nothing else: no script, no other file, no network. */
export function reportHtml(report: SiteReport, language: ReportLanguage): string {
  const words = phrases[language]
  const numbers = createNumbers(language)
  const { advice } = report
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(words.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(words.title)}</h1>
<p><small>${escape(words.privacy)}</small></p>
<h2>${escape(words.advice)}</h2>
<div class="advice">
<p><strong>${escape(words.mode[advice.mode])}</strong></p>
<p><code>TARGET_FPIR=${advice.targetFpir}</code> <code>MIN_MARGIN=${advice.minMargin}</code></p>
<ul>${advice.reasons.map((reason) => `<li>${escape(words.reasons[reason])}</li>`).join('')}</ul>
</div>
<h2>${escape(words.overview)}</h2>
${table(
  [],
  [
    [words.people, numbers.count(report.people)],
    [words.photos, numbers.count(report.photos)],
    [words.templates, numbers.count(report.templates)],
    [words.failureToEnrol, numbers.rate(report.failureToEnrol)],
    [words.failureToAcquire, numbers.rate(report.failureToAcquire)],
  ],
)}
${report.sameShots > 0 ? `<p>${escape(words.sameShots(numbers.count(report.sameShots)))}</p>` : ''}
<h2>${escape(words.figures)}</h2>
${accuracyTable(report, language, numbers)}
<h2>${escape(words.curves)}</h2>
<p>${escape(words.curvesHint)}</p>
${curvesSvg(report, language, numbers)}
<h2>${escape(words.table)}</h2>
<p>${escape(words.tableHint)}</p>
${pairTable(report, language, numbers)}
${mixedFolders(report, language)}
${pairs(words.alike, words.alikeHint, report.alike, (score) => score >= report.here.policy.threshold)}
${pairs(words.unlike, words.unlikeHint, report.unlike, (score) => score < report.here.policy.threshold)}
<h2>${escape(words.failures)}</h2>
${failures(report, language)}
<p><small>${escape(words.method)} ${escape(report.model)}</small></p>
</body>
</html>
`

  function pairs(
    title: string,
    hint: string,
    list: readonly PhotoPair[],
    isMarked: (score: number) => boolean,
  ): string {
    if (list.length === 0) return ''
    const rows = list.map(
      ({ a, b, score }) =>
        `<tr${isMarked(score) ? ' class="marked"' : ''}><td>${nameOf(a)}</td><td>${nameOf(b)}</td><td class="number">${isMarked(score) ? '⚠ ' : ''}${numbers.score(score)}</td></tr>`,
    )
    return `<h2>${escape(title)}</h2><p>${escape(hint)}</p><table>${rows.join('\n')}</table>`
  }
}

/** Rows of text, the cells after the first as numbers; further lines of a cell are smaller. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  classOf: (row: number) => string = () => '',
): string {
  const cells = (row: readonly string[], tag: 'td' | 'th') =>
    row.map((cell, i) => {
      const [first = '', ...more] = cell.split('\n').map(escape)
      const below = more.map((line) => `<br><small>${line}</small>`).join('')
      return `<${tag}${i > 0 ? ' class="number"' : ''}>${first}${below}</${tag}>`
    })
  const body = rows.map((row, i) => `<tr class="${classOf(i)}">${cells(row, 'td').join('')}</tr>`)
  return `<table>${head.length > 0 ? `<thead><tr>${cells(head, 'th').join('')}</tr></thead>` : ''}<tbody>${body.join('\n')}</tbody></table>`
}

function accuracyTable(
  { here, atSite, verification, people }: SiteReport,
  language: ReportLanguage,
  numbers: Numbers,
): string {
  const words = phrases[language]
  const row = (title: string, rate: Rate) => [title, numbers.rate(rate), numbers.intervals(rate)]
  const misses = ({ unknown, ambiguous, wrong }: SearchRates) =>
    words.parts(
      numbers.count(unknown.errors),
      numbers.count(ambiguous.errors),
      numbers.count(wrong.errors),
    )
  const group = (title: string, rates: SearchRates) =>
    `<h3>${escape(title)}</h3>${table(
      ['', '', words.interval],
      [row(words.fpir, rates.fpir), row(words.fnir, rates.fnir)],
    )}<p><small>FNIR – ${escape(misses(rates))}</small></p>`
  const size = numbers.count(atSite.employees)
  return `${group(`${words.among(numbers.count(people))} (${words.threshold} ${numbers.score(here.policy.threshold)})`, here)}
${atSite.employees === people ? '' : group(words.atSite(size, numbers.score(atSite.policy.threshold)), atSite)}
${atSite.expectedFpir === null ? '' : `<p>${escape(words.expectedFpir(numbers.percent(atSite.expectedFpir)))}</p>`}
${table([], [row(words.verification, verification.fnmr)])}`
}

function pairTable(report: SiteReport, language: ReportLanguage, numbers: Numbers): string {
  const words = phrases[language]
  const withIntervals = (rate: Rate) => `${numbers.rate(rate)}\n${numbers.intervals(rate)}`
  const { policy } = report.here
  const rows = [
    ...report.table.map(({ expectedFmr, score, fmr, fnmr }) => ({
      score,
      expectedFmr,
      fmr,
      fnmr,
      isInForce: false,
    })),
    { ...report.inForce, score: policy.threshold, expectedFmr: policy.fmr, isInForce: true },
  ].toSorted((a, b) => a.score - b.score)
  return table(
    [words.threshold, words.expectedFmr, 'FMR', 'FNMR'],
    rows.map(({ score, expectedFmr, fmr, fnmr, isInForce }) => [
      numbers.score(score) + (isInForce ? ` (${words.inForce})` : ''),
      numbers.percent(expectedFmr),
      withIntervals(fmr),
      withIntervals(fnmr),
    ]),
    (i) => (rows[i]?.isInForce ? 'in-force' : ''),
  )
}

function mixedFolders({ mixedFolders }: SiteReport, language: ReportLanguage): string {
  const words = phrases[language]
  if (mixedFolders.length === 0) return ''
  const folders = mixedFolders.map(
    ({ person, groups }) =>
      `<li><strong><bdi>${escape(person)}</bdi></strong><ol>${groups
        .map((files) => `<li>${files.map((file) => `<bdi>${escape(file)}</bdi>`).join(', ')}</li>`)
        .join('')}</ol></li>`,
  )
  return `<h2>${escape(words.mixed)}</h2><p>${escape(words.mixedHint)}</p><ul>${folders.join('\n')}</ul>`
}

function failures({ failures }: SiteReport, language: ReportLanguage): string {
  const words = phrases[language]
  if (failures.length === 0) return `<p>${escape(words.none)}</p>`
  const rows = failures
    .slice(0, failuresShown)
    .map(
      ({ template, probe, ...photo }) =>
        `<tr><td>${nameOf(photo)}</td>${[template, probe]
          .map((one) => `<td>${escape(one ? wordsOf(one, language) : words.usable)}</td>`)
          .join('')}</tr>`,
    )
  const head = [words.file, words.toEnrol, words.toClockIn]
  const more = failures.length - failuresShown
  return `<table><thead><tr>${head.map((title) => `<th>${escape(title)}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>${more > 0 ? `<p>+ ${more} (JSON)</p>` : ''}`
}

const nameOf = ({ person, file }: PhotoName): string => `<bdi>${escape(`${person}/${file}`)}</bdi>`
