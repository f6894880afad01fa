import { createNumbers } from './numbers.ts'
import type { SiteReport } from './site-report.ts'
import { phrases, type ReportLanguage } from './words.ts'

/** The report's main figures as lines of text. */
export function summaryText(report: SiteReport, language: ReportLanguage): string {
  const words = phrases[language]
  const numbers = createNumbers(language)
  const { advice, here, atSite, people } = report
  // French sets a space before a colon.
  const colon = language === 'fr' ? ' :' : ':'
  const lines = [
    `${words.people}${colon} ${numbers.count(people)}; ${words.photos}${colon} ${numbers.count(report.photos)}; ${words.templates}${colon} ${numbers.count(report.templates)}`,
    `${words.failureToEnrol}${colon} ${numbers.rate(report.failureToEnrol)}`,
    `${words.failureToAcquire}${colon} ${numbers.rate(report.failureToAcquire)}`,
    '',
    `${words.among(numbers.count(people))} (${words.threshold} ${numbers.score(here.policy.threshold)})${colon}`,
    `  ${words.fpir}${colon} ${numbers.rate(here.fpir)} ${numbers.intervals(here.fpir)}`,
    `  ${words.fnir}${colon} ${numbers.rate(here.fnir)} ${numbers.intervals(here.fnir)}`,
    `  FMR${colon} ${numbers.rate(report.inForce.fmr)} ${numbers.intervals(report.inForce.fmr)}`,
    `  FNMR${colon} ${numbers.rate(report.inForce.fnmr)} ${numbers.intervals(report.inForce.fnmr)}`,
    ...(atSite.employees === people
      ? []
      : [
          `${words.atSite(numbers.count(atSite.employees), numbers.score(atSite.policy.threshold))}${colon}`,
          `  ${words.fnir}${colon} ${numbers.rate(atSite.fnir)} ${numbers.intervals(atSite.fnir)}`,
        ]),
    `${words.verification}${colon} ${numbers.rate(report.verification.fnmr)}`,
    '',
    `${words.advice}${colon} ${words.mode[advice.mode]}`,
    `  TARGET_FPIR=${advice.targetFpir} MIN_MARGIN=${advice.minMargin}`,
    ...advice.reasons.map((reason) => `  - ${words.reasons[reason]}`),
    ...(report.mixedFolders.length > 0
      ? [`${words.mixed}${colon} ${numbers.count(report.mixedFolders.length)}`]
      : []),
  ]
  return `${lines.join('\n')}\n`
}
