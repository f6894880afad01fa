import { createNetwork, type Network, type RuntimeOptions } from '../runtime.ts'
import { convertDlibResnet } from './dlib-resnet.ts'
import { convertGraphModel } from './graph-model.ts'
import { dlibResnet, type ModelCard } from './manifest.ts'
import { readPackagedModel } from './weights.ts'

/** The card's model as ONNX bytes, converted from its package's files. Throws when a hash differs. */
export function convertModel(card: ModelCard): Uint8Array {
  const packaged = readPackagedModel(card)
  return card === dlibResnet ? convertDlibResnet(card, packaged) : convertGraphModel(card, packaged)
}

/** The card's model, loaded and ready to run. Throws when a hash differs or the runtime refuses it. */
export const loadModel = (card: ModelCard, options: RuntimeOptions): Promise<Network> =>
  createNetwork(convertModel(card), card.inputPx, options)
