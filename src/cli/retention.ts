import { parseArgs } from 'node:util'
import type { RetentionPlan } from '../privacy/retention/plan.ts'
import type { Command } from './command.ts'

/** Erases what is kept for nothing any more, or tells what that would be. */
export const retentionCommand: Command = {
  usage: `pointeuse retention [--dry-run]

  --dry-run  only tells what would go

  Erases templates of those who left or have not clocked in for the country's time, and everything about
  those who left so long ago that the law asks for it no more. The server does so by itself, every six hours.`,

  async run(args, { privacy, write }) {
    const { values } = parseArgs({
      args: [...args],
      options: { 'dry-run': { type: 'boolean', default: false } },
    })
    if (values['dry-run']) {
      const plan = await privacy.retention.plan()
      if (!plan) throw notSetUp()
      write(textOf(plan))
      return 0
    }
    const run = await privacy.retention.run('somebody')
    if (run.outcome !== 'done') throw notSetUp()
    write(`${textOf(run.plan)}erased: ${run.templates} templates, ${run.people} people\n`)
    return 0
  },
}

const notSetUp = () => new Error('Nobody has said yet in which country the clock stands.')

/** Whom it is about by their ids: what a terminal shows may end up anywhere. */
function textOf({ at, periods, holders, templates, people }: RetentionPlan): string {
  const dayOf = (instant: { toString(): string }) => instant.toString().slice(0, 10)
  return [
    `${at.toString()}: unused templates are kept for ${periods.templateUnusedDays} days, records of those who left for ${periods.recordYears} years`,
    `${templates.length} of ${holders} employees with templates lose them`,
    ...templates.map(
      ({ employeeId, reason, lastUsedAt }) =>
        `  template  ${employeeId}  ${reason}  last used ${dayOf(lastUsedAt)}`,
    ),
    `${people.length} people are erased`,
    ...people.map(
      ({ employeeId, lastRecordedAt }) =>
        `  person    ${employeeId}  last recorded ${dayOf(lastRecordedAt)}`,
    ),
    '',
  ].join('\n')
}
