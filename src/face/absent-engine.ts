import { EngineError } from './engine-error.ts'
import {
  blazeface,
  dlibResnet,
  eyeContour,
  faceres,
  facemesh,
  retail0095,
} from './models/manifest.ts'
import { hasModelFiles } from './models/model-files.ts'
import type { PooledEngine } from './pool.ts'
import type { RecogniserName } from './recognisers/card.ts'
import { recogniserNamed } from './recognisers/recognisers.ts'

const cards = {
  builtin: [blazeface, facemesh, eyeContour, dlibResnet, faceres],
  'retail-0095': [blazeface, facemesh, eyeContour, faceres, retail0095],
} as const satisfies Record<RecogniserName, readonly unknown[]>

/** Whether the files of all models are there with which a recogniser works; what is in them is looked at later. */
export const hasModels = (recogniser: RecogniserName, packsDirectory?: string): boolean =>
  cards[recogniser].every((card) => hasModelFiles(card, packsDirectory))

/** The engine of an installation without models, where people clock in without their face: it looks at nothing. */
export const createAbsentEngine = (
  recogniser: RecogniserName,
  former?: RecogniserName,
): PooledEngine => ({
  model: recogniserNamed(recogniser).recipe,
  ...(former && { formerModel: recogniserNamed(former).recipe }),
  trouble: () => undefined,
  look: () => Promise.reject(new EngineError('no-models')),
  close: async () => undefined,
})
