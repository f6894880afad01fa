import { parseArgs } from 'node:util'
import {
  findRecogniser,
  PackError,
  recogniserCards,
  recogniserOf,
  type Packs,
  type ProxySettings,
  type RecogniserCard,
} from '../face/index.ts'
import { UsageError } from './command.ts'
import { createProgress, type ProgressDeps } from './progress.ts'

/** What the command about recognisers is given. */
export type ModelsDeps = {
  readonly packs: Packs
  /** Of which models the database has templates. */
  readonly modelsInUse: () => Promise<
    readonly { readonly model: string; readonly templates: number }[]
  >
  readonly change: {
    readonly to: (name: string) => Promise<void>
    /** How many employees have templates, but none of this recogniser. */
    readonly countWithout: (recipe: string) => Promise<number>
  }
  readonly proxy: ProxySettings
  readonly progress: ProgressDeps
  readonly write: (text: string) => void
  readonly say: (text: string) => void
}

/** A whole download may take so long: 2 MB on the slowest line. */
const downloadWithinMs = 300_000

/** Gets, shows and removes what recognises faces. */
export const modelsCommand = {
  usage: `pointeuse models list
pointeuse models download NAME [--url URL]
pointeuse models add NAME --from DIR
pointeuse models remove NAME
pointeuse models use NAME

  list             what recognises faces, whether its files are there, and what is in use
  download         gets the files from their makers, or from below URL; HTTPS_PROXY is honoured
  add              copies the files from a folder
  remove           takes the files away, unless somebody is enrolled with them
  use              changes to another recogniser: whoever is enrolled has to be enrolled again, and is recognised by
                   the one before until then
                   NAME is ${recogniserCards
                     .filter(({ files }) => files.length > 0)
                     .map(({ name }) => name)
                     .join(', ')}

Files are kept in DATA_DIR/models, and only those that this version was made for. While nobody is enrolled the next
start uses the best that there is, or what RECOGNISER names; afterwards what the employees are enrolled with.`,

  async run(args: readonly string[], deps: ModelsDeps): Promise<number> {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: { type: 'string' }, from: { type: 'string' } },
    })
    const [what = '', name, ...rest] = positionals
    if (rest.length > 0) throw new UsageError(`${rest[0]} is one word too many`)
    if (what === 'list') return list(deps)
    if (!['download', 'add', 'remove', 'use'].includes(what))
      throw new UsageError('one of list, download, add, remove, use is wanted')
    const card = findRecogniser(name ?? '')
    if (!card) throw new UsageError(`${name ?? 'nothing'} is no recogniser that this version knows`)
    if (what === 'use') return use(card, deps)
    if (card.files.length === 0)
      throw new UsageError(`${card.name} comes with the program: there is nothing to get or remove`)
    try {
      if (what === 'download') return await download(card, values.url, deps)
      if (what === 'add') return await add(card, values.from, deps)
      return await remove(card, deps)
    } catch (error) {
      if (!(error instanceof PackError)) throw error
      deps.say(`${error.message}. Nothing was changed.`)
      return 1
    }
  },
}

async function list({ packs, modelsInUse, write }: ModelsDeps): Promise<number> {
  const inUse = await modelsInUse()
  for (const card of recogniserCards) {
    const state = card.files.length === 0 ? 'comes with the program' : await packs.state(card)
    const templates = inUse
      .filter(({ model }) => recogniserOf(model) === card)
      .reduce((sum, each) => sum + each.templates, 0)
    write(
      `${card.name}: ${state}; ${templates === 0 ? 'nobody is enrolled with it' : `${templates} templates`}\n` +
        `  licence ${card.licence.name}, ${card.licence.text}\n  trained on ${card.trainingData}\n`,
    )
  }
  for (const { model, templates } of inUse)
    if (!recogniserOf(model)) write(`${model}: not known to this version; ${templates} templates\n`)
  return 0
}

async function use(
  card: RecogniserCard,
  { packs, change, modelsInUse, say }: ModelsDeps,
): Promise<number> {
  if ((await packs.state(card)) !== 'complete') {
    say(`The files of ${card.name} are not there: pointeuse models download ${card.name}`)
    return 1
  }
  const unknown = (await modelsInUse()).find(({ model }) => !recogniserOf(model))
  if (unknown) {
    say(`There are templates of ${unknown.model}, which this version does not know.`)
    return 1
  }
  await change.to(card.name)
  const left = await change.countWithout(card.recipe)
  say(
    `${card.name} is used from the next start of each server on.` +
      (left > 0
        ? ` ${left} employees have to be enrolled again; until then they are recognised by what they were enrolled with.`
        : ''),
  )
  return 0
}

async function download(
  card: RecogniserCard,
  url: string | undefined,
  { packs, proxy, progress, say }: ModelsDeps,
): Promise<number> {
  if (url !== undefined && !/^https?:\/\//.test(url))
    throw new UsageError('--url must begin with https:// or http://')
  const total = card.files.reduce((sum, { bytes }) => sum + bytes, 0)
  const bar = createProgress(progress, 'bytes', total)
  await packs
    .download(card, {
      url,
      proxy,
      signal: AbortSignal.timeout(downloadWithinMs),
      onProgress: (bytes) => bar.show(bytes),
    })
    .finally(() => bar.end())
  say(`${card.name} is there. A server that was started before uses it from its next start on.`)
  return 0
}

async function add(
  card: RecogniserCard,
  from: string | undefined,
  { packs, say }: ModelsDeps,
): Promise<number> {
  if (from === undefined) throw new UsageError('--from is missing')
  await packs.add(card, from)
  say(`${card.name} is there. A server that was started before uses it from its next start on.`)
  return 0
}

async function remove(
  card: RecogniserCard,
  { packs, modelsInUse, say }: ModelsDeps,
): Promise<number> {
  if ((await modelsInUse()).some(({ model }) => recogniserOf(model) === card)) {
    say(`Employees are enrolled with ${card.name}: without its files nobody would be recognised.`)
    return 1
  }
  say((await packs.remove(card)) ? `${card.name} is removed.` : `${card.name} was not there.`)
  return 0
}
