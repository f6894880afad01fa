import { parseArgs } from 'node:util'
import type { SetUpResult } from '../access/set-up.ts'
import { setupInvitation, setupLinkAt } from '../access/setup-link.ts'
import { readName } from '../time/name.ts'
import { checkSite } from '../time/site.ts'
import { type Command, UsageError } from './command.ts'
import { readPassword, weakPasswordText } from './password-file.ts'

/** Prints a new link with which a browser sets the program up. */
export const setupLinkCommand: Command = {
  usage: `pointeuse setup-link

  Prints a link with which the program is set up in a browser: once, within 15 minutes.`,

  async run(_args, { access, origin, write }) {
    if (await access.setUp.isDone()) throw new Error('The program is set up already.')
    write(setupInvitation(setupLinkAt(origin, await access.setUp.newLink())))
    return 0
  },
}

/** Does what the setup page does. */
export const setupCommand: Command = {
  usage: `pointeuse setup --name NAME --password-file FILE --country CC [--publish-notice]
                [--site NAME --zone ZONE]

  --name NAME           the first admin, who signs in by this name
  --password-file FILE  holds their password; - is the standard input
  --country CC          whose law applies: FR, ES, GB, CH, MA, US-IL, another ISO 3166 code, or other
  --publish-notice      publish the notice about faces that comes with the country as it stands
  --site NAME           the first site
  --zone ZONE           and its time zone, such as Europe/Paris

  Sets the program up, once. A server that runs on the database answers from then on.`,

  async run(args, { access }) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        name: { type: 'string' },
        'password-file': { type: 'string' },
        country: { type: 'string' },
        'publish-notice': { type: 'boolean', default: false },
        site: { type: 'string' },
        zone: { type: 'string' },
      },
    })
    const { country = '', 'password-file': file } = values
    if (!/^([A-Z]{2}(-[A-Z0-9]{1,3})?|other)$/.test(country)) {
      throw new UsageError('--country must be an ISO 3166 code such as FR, or other')
    }
    if (file === undefined) throw new UsageError('--password-file is missing')
    const result = await access.setUp.complete({
      ...{ name: parsePerson(values.name), country },
      password: await readPassword(file),
      publishNotice: values['publish-notice'],
      site: parseSite(values.site, values.zone),
    })
    refuse(result)
    return 0
  },
}

/** The name of an operator as it is kept. Throws a UsageError. */
export function parsePerson(raw = ''): string {
  const read = readName(raw)
  if ('name' in read) return read.name
  throw new UsageError(`--name cannot be used: ${read.fault}`)
}

function parseSite(name: string | undefined, zone: string | undefined) {
  if (name === undefined && zone === undefined) return null
  const site = checkSite({ name: name ?? '', zone: zone ?? '' })
  if (site.ok) return site.value
  throw new UsageError(site.problems.map(({ field, detail }) => `--${field}: ${detail}`).join('\n'))
}

function refuse(result: SetUpResult): void {
  if (result.outcome === 'done') return
  throw new Error(
    result.outcome === 'weak-password'
      ? weakPasswordText[result.fault]
      : 'The program is set up already.',
  )
}
