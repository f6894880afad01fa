import { parseArgs } from 'node:util'
import { roles } from '../access/principal.ts'
import type { OperatorResult } from '../access/operators.ts'
import { type Command, type CommandDeps, oneOf, UsageError } from './command.ts'
import { readPassword, weakPasswordText } from './password-file.ts'
import { parsePerson } from './setup.ts'

const actions = ['add', 'password', 'reset-second-factor']

/** Makes accounts, and lets those in again who are locked out. */
export const operatorCommand: Command = {
  usage: `pointeuse operator add --name NAME --role ROLE --password-file FILE [--site ID ...]
pointeuse operator password --name NAME --password-file FILE
pointeuse operator reset-second-factor --name NAME

  --name NAME           by which they sign in
  --role ROLE           admin, manager or viewer
  --password-file FILE  holds the password; - is the standard input
  --site ID             a site whose people a manager or viewer reaches, or all; may be given more than once

  "password" gives somebody a new password, ends their sessions, and lets them try again at once.
  "reset-second-factor" takes the app for codes and the passkeys from somebody who has lost them.`,

  async run([action, ...args], deps) {
    if (action === undefined || !actions.includes(action))
      throw new UsageError(`Say ${actions.join(', ')}`)
    const { values } = parseArgs({
      args,
      options: {
        name: { type: 'string' },
        role: { type: 'string' },
        'password-file': { type: 'string' },
        site: { type: 'string', multiple: true },
      },
    })
    const name = parsePerson(values.name)
    if (action === 'reset-second-factor') {
      await resetSecondFactor(name, deps)
      return 0
    }
    const file = values['password-file']
    if (file === undefined) throw new UsageError('--password-file is missing')
    const asked = { name, password: await readPassword(file) }
    const { operators } = deps.access
    if (action === 'add') {
      const role = oneOf('--role', values.role, roles)
      const siteIds = role === 'admin' ? 'all' : await parseSites(values.site, deps)
      refuse(await operators.add({ name, role, siteIds }, asked.password))
    } else {
      const operator = await operators.findByName(name)
      if (!operator) throw new Error('There is no such operator.')
      refuse(await operators.setPassword(operator.id, asked.password))
    }
    return 0
  },
}

async function resetSecondFactor(name: string, { access }: CommandDeps): Promise<void> {
  const operator = await access.operators.findByName(name)
  if (!operator) throw new Error('There is no such operator.')
  if (!(await access.resetSecondFactors(operator.id))) {
    throw new Error('They have no second factor.')
  }
}

/** The sites of these ids, which must be there; `all` is all of them. */
export async function parseSites(
  ids: readonly string[] | undefined,
  { store }: Pick<CommandDeps, 'store'>,
): Promise<'all' | readonly string[]> {
  if (ids?.includes('all')) return 'all'
  const there = (await store.sites.list()).map(({ id }) => id)
  for (const id of ids ?? []) {
    if (!there.includes(id)) throw new UsageError('--site must be the id of a site')
  }
  return ids ?? []
}

function refuse(result: OperatorResult): void {
  switch (result.outcome) {
    case 'done':
      return
    case 'weak-password':
      throw new Error(weakPasswordText[result.fault])
    case 'name-taken':
      throw new Error('Another operator has this name.')
    case 'not-there':
    case 'last-admin':
      throw new Error('There is no such operator.')
  }
}
