import { fivePoints } from '../align.ts'
import { plain } from '../embed.ts'
import { retail0095 as model } from '../models/manifest.ts'
import { readFloats } from '../models/read-floats.ts'
import { unit } from '../vector.ts'
import type { Recogniser } from './card.ts'

/** One crop for everything: more of them bring nothing (docs/decisions/0081). */
const crops = [plain(0)]

/**
 * The mean of the unit descriptors of 1,582 photos (folds 1 and 2 of the LFW pairs, grayscale); `npm run bench:basis`
 * makes it again. Taken off, it leaves what tells people apart (docs/decisions/0081).
 */
export const centreFile = new URL('../models/retail-0095-centre.bin', import.meta.url)

/** Intel's face-reidentification-retail-0095, which is downloaded or copied in. */
export const retail0095: Recogniser = {
  card: {
    name: 'retail-0095',
    recipe: 'retail-0095.1',
    earlierRecipes: [],
    embeddingLength: 256,
    impostors: 'alike',
    sameShot: 0.95,
    files: (['manifest', 'weights'] as const).map((part) => ({
      name: model[part],
      bytes: model.bytes[part],
      sha256: model.sha256[part],
    })),
    home: 'https://storage.openvinotoolkit.org/repositories/open_model_zoo/2023.0/models_bin/1/face-reidentification-retail-0095/FP16/',
    licence: {
      name: 'Apache-2.0',
      text: 'https://github.com/openvinotoolkit/open_model_zoo/blob/2023.0.0/LICENSE',
    },
    trainingData: 'VGGFace2, as its published recipe says',
  },
  createRecipe() {
    const centre = readFloats(centreFile, retail0095.card.embeddingLength)
    return {
      name: retail0095.card.recipe,
      ingredients: [
        {
          card: model,
          alignment: fivePoints,
          crops: { template: crops, probe: crops },
          refine: (descriptor) =>
            unit(unit(descriptor).map((value, i) => value - (centre[i] ?? 0))),
          // Of 1,582 photos of folds 1 and 2; the weight was chosen there, too (docs/decisions/0145).
          lengthTells: { mean: 15.17, spread: 1.32, weight: 2 },
          weight: 1,
        },
      ],
    }
  },
}
