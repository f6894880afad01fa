/** Why the engine could not answer, though nothing is wrong with the photo as far as anybody knows. */
export type EngineFault =
  /** The process that looked at the photo ended, and so did the next one that tried. */
  | 'interrupted'
  /** No process can be started. */
  | 'down'
  /** It was told to close. */
  | 'closed'
  /** No model is installed: asking again helps nobody. */
  | 'no-models'

const messages = {
  interrupted: 'the face engine was interrupted',
  down: 'the face engine cannot start',
  closed: 'the face engine is closed',
  'no-models': 'no model is installed',
} as const satisfies Record<EngineFault, string>

/** The engine could not look; asking again may help. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly fault: EngineFault

  constructor(fault: EngineFault, options?: ErrorOptions) {
    super(messages[fault], options)
    this.fault = fault
  }
}
