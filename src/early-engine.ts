import {
  createAbsentEngine,
  createFaceEngine,
  hasModels,
  type PooledEngine,
  type RecogniserName,
} from './face/index.ts'

/** What an engine recognises with. */
export type EngineChoice = { readonly recogniser: RecogniserName; readonly former?: RecogniserName }

/** Whether the files of all models are there that a choice takes. */
export const areModelsThere = (
  { recogniser, former = recogniser }: EngineChoice,
  packsDirectory: string,
): boolean => [recogniser, former].every((name) => hasModels(name, packsDirectory))

export type EarlyEngineDeps = {
  readonly packsDirectory: string
  readonly onWorker: NonNullable<Parameters<typeof createFaceEngine>[0]>['onWorker']
}

/**
 * An engine that loads its models while the database is asked what they are to be: by a guess, which nearly always is
 * right. Gives the engine of the choice in the end, loaded anew where the guess was wrong or failed.
 */
export function startEarlyEngine(
  guess: EngineChoice | undefined,
  { packsDirectory, onWorker }: EarlyEngineDeps,
): { settle(choice: EngineChoice): Promise<PooledEngine>; giveUp(): Promise<void> } {
  const isThere = (choice: EngineChoice) => areModelsThere(choice, packsDirectory)
  const open = async (choice: EngineChoice) =>
    isThere(choice)
      ? createFaceEngine({ ...choice, packsDirectory, ...(onWorker && { onWorker }) })
      : createAbsentEngine(choice.recogniser, choice.former)
  // A failure is that of the guess: it is looked at once the choice is known.
  const early = guess && isThere(guess) ? open(guess).catch(() => undefined) : undefined
  let isSettled = false
  const giveUp = async () => {
    if (!isSettled) await (await early)?.close()
  }
  return {
    async settle(choice) {
      const isRight = guess?.recogniser === choice.recogniser && guess.former === choice.former
      const engine = isRight ? await early : undefined
      if (!engine) await giveUp()
      isSettled = true
      return engine ?? open(choice)
    },
    giveUp,
  }
}
