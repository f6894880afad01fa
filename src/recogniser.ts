import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import type { EngineChoice } from './early-engine.ts'
import { createPacks, PackError, recogniserNamed, type RecogniserCard } from './face/index.ts'
import {
  chooseBeforeAnybody,
  chooseRecogniser,
  type ChoiceDeps,
} from './identity/choose-recogniser.ts'
import type { RecogniserChangeStore } from './identity/recogniser-change.ts'
import type { Log } from './log.ts'

/** A start waits no longer for a download. */
const downloadWithinMs = 10_000
/** How often it is looked whether what is missing has come. */
const askAgainAfterMs = 1000

export const packsDirectoryOf = (dataDirectory: string): string => join(dataDirectory, 'models')

/** Whether a start here is the first one: nothing was kept in the folder yet. */
export const isFirstStart = async (dataDirectory: string): Promise<boolean> =>
  (await readdir(dataDirectory).catch(() => [])).length === 0 // not even the folder is there

/**
 * What the database will say, most probably: models are loaded by it while that is asked. Undefined where it would be
 * what is not there.
 */
export async function guessRecogniser({
  dataDirectory,
  recogniser,
}: RecogniserDeps['config']): Promise<EngineChoice | undefined> {
  const packs = createPacks(packsDirectoryOf(dataDirectory))
  const choice = await chooseBeforeAnybody({ packs, wanted: recogniser })
  return choice.outcome === 'use' ? { recogniser: choice.card.name } : undefined
}

export type RecogniserDeps = {
  readonly config: Pick<Config, 'dataDirectory' | 'recogniser' | 'proxy'>
  readonly templates: ChoiceDeps['templates']
  readonly change: Pick<RecogniserChangeStore, 'changedTo' | 'countWithout'>
  /** Whether the better recogniser is to be downloaded when nobody is enrolled yet. */
  readonly isFirstStart: boolean
  readonly log: Log
  /** Why nothing is ready meanwhile. */
  readonly onWait: (reason: string) => void
}

/**
 * What the server recognises with. The first start tries to download the better recogniser, once; later nothing is
 * ever fetched. Waits for files that are missing, and says by which command they come.
 */
export async function settleRecogniser(deps: RecogniserDeps): Promise<EngineChoice> {
  const { config, templates, change, log, onWait } = deps
  const packs = createPacks(packsDirectoryOf(config.dataDirectory))
  const choose = () => chooseRecogniser({ templates, packs, wanted: config.recogniser, ...change })
  const better = recogniserNamed('retail-0095')
  if (
    deps.isFirstStart &&
    config.recogniser !== 'builtin' &&
    (await packs.state(better)) === 'missing' &&
    (await templates.models()).length === 0
  )
    await tryDownload(better)

  for (let said = ''; ;) {
    const choice = await choose()
    if (choice.outcome === 'use') {
      const { card, former } = choice
      return { recogniser: card.name, ...(former && { former: former.name }) }
    }
    const [reason, what, mend] =
      choice.outcome === 'unknown'
        ? ['recogniser-unknown', choice.model, 'a newer version of this program']
        : ['recogniser-missing', choice.card.name, `pointeuse models download ${choice.card.name}`]
    onWait(reason)
    const problem = `${reason} ${what}`
    if (said !== problem) log.error({ reason, recogniser: what, mend }, 'not ready')
    said = problem
    await sleep(askAgainAfterMs)
  }

  async function tryDownload(card: RecogniserCard): Promise<void> {
    try {
      await mkdir(config.dataDirectory, { recursive: true, mode: 0o700 })
      const signal = AbortSignal.timeout(downloadWithinMs)
      await packs.download(card, { proxy: config.proxy, signal })
      log.info({ recogniser: card.name }, 'a better recogniser was downloaded')
    } catch (error) {
      const fault = error instanceof PackError ? error.fault : 'unknown'
      const mend = `pointeuse models download ${card.name}`
      log.warn({ recogniser: card.name, fault, mend }, 'the better recogniser was not downloaded')
    }
  }
}
