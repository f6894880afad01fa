import { parseArgs } from 'node:util'
import { createImportOlder } from '../attendance/import/older-import.ts'
import { type Command, UsageError } from './command.ts'
import { createProgress, type Progress } from './progress.ts'

const defaultDebounceSeconds = '60'
/** Refused rows that are shown one by one. */
const maxShown = 100

/** Takes over the employees and records of the older Flask program. */
export const importOlderCommand: Command = {
  usage: `pointeuse import-older URL --zone ZONE [--dry-run] [--debounce SECONDS]

  URL         its database: sqlite:PATH, mysql://..., postgres://...; it is only read
  --zone      whose clocks wrote its times, such as Africa/Casablanca
  --debounce  a record within this time repeats the one before (default ${defaultDebounceSeconds})
  --dry-run   write nothing, say what would be taken over

  URL may be that of the older program's settings, such as mysql+pymysql://... or sqlite:///app.db. Run
  again, it goes on where it was cut off and takes over what was recorded since; nothing is taken twice.`,

  async run(args, { store, clock, newId, openOlderProgram, write, progress }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        zone: { type: 'string' },
        debounce: { type: 'string', default: defaultDebounceSeconds },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    const [url] = positionals
    const debounceSeconds = Number(values.debounce)
    if (url === undefined) throw new UsageError('URL is missing')
    if (values.zone === undefined) throw new UsageError('--zone is missing')
    if (!(debounceSeconds >= 0 && debounceSeconds <= 3600)) {
      throw new UsageError('--debounce must be a number from 0 to 3600')
    }
    const older = await openOlderProgram(url)
    let shown: Progress | undefined
    try {
      const result = await createImportOlder({ store, clock, newId })(older, {
        zone: values.zone,
        debounceSeconds,
        isDryRun: values['dry-run'],
        onProgress(done, total) {
          shown ??= createProgress(progress, 'employees', total)
          shown.show(done)
        },
      })
      shown?.end()
      if (!result.ok)
        throw new UsageError(result.problems.map(({ detail }) => `--${detail}`).join('\n'))
      const { refused, enrolAgain, passedOver, ...counts } = result.value
      for (const { table, legacyId, problem } of refused.slice(0, maxShown)) {
        write(`${table} ${legacyId}: ${problem.detail}\n`)
      }
      if (refused.length > maxShown) write(`... and ${refused.length - maxShown} more\n`)
      for (const { legacyId, name } of passedOver) {
        write(`passed over, as the name is here already: ${name} (${legacyId})\n`)
      }
      for (const { legacyId, name, enrolAgainFrom } of enrolAgain) {
        write(`enrol again from ${enrolAgainFrom}: ${name} (${legacyId})\n`)
      }
      write(
        `${counts.employees} employees, ${counts.known} known, ${passedOver.length} passed over; ` +
          `${counts.records} records, ${counts.duplicates} of them duplicates, ` +
          `${counts.ambiguous} at a time that the clocks skipped or repeated; ` +
          `${refused.length} rows refused\n`,
      )
      write(counts.isImported ? 'taken over\n' : 'nothing was written\n')
      return 0
    } finally {
      await older.close()
    }
  },
}
