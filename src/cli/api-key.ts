import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { scopes } from '../access/principal.ts'
import { type Command, oneOf, UsageError } from './command.ts'
import { parseSites } from './operator.ts'
import { parsePerson } from './setup.ts'

/** Makes keys for scripts. */
export const apiKeyCommand: Command = {
  usage: `pointeuse api-key add --name NAME --scope SCOPE [--scope SCOPE ...] [--site ID] [--expires DATE]

  --name NAME     what the key is for
  --scope SCOPE   enrol, clock or read; may be given more than once
  --site ID       only the people and records of this site
  --expires DATE  the first day on which it is good no more, 2027-03-31 in UTC, or an instant

  Prints the key alone on the standard output; it is kept nowhere else. It is sent as
  "Authorization: Bearer KEY".`,

  async run([action, ...args], deps) {
    if (action !== 'add') throw new UsageError('Say add')
    const { values } = parseArgs({
      args,
      options: {
        name: { type: 'string' },
        scope: { type: 'string', multiple: true },
        site: { type: 'string' },
        expires: { type: 'string' },
      },
    })
    const asked = new Set((values.scope ?? []).map((scope) => oneOf('--scope', scope, scopes)))
    if (asked.size === 0) throw new UsageError('--scope is missing')
    if (values.site !== undefined) await parseSites([values.site], deps)
    const { token } = await deps.access.apiKeys.add({
      name: parsePerson(values.name),
      scopes: [...asked],
      siteId: values.site ?? null,
      expiresAt:
        values.expires === undefined ? null : parseExpiry(values.expires, deps.clock.now()),
    })
    deps.write(`${token}\n`)
    return 0
  },
}

function parseExpiry(text: string, now: Temporal.Instant): Temporal.Instant {
  let at: Temporal.Instant
  try {
    at = Temporal.Instant.from(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00Z` : text)
  } catch {
    throw new UsageError('--expires must be a date such as 2027-03-31')
  }
  if (Temporal.Instant.compare(at, now) <= 0) throw new UsageError('--expires is over already')
  return at
}
