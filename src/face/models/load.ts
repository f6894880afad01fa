import { createNetwork, type Network, type RuntimeOptions } from '../runtime.ts'
import { convertDlibResnet } from './dlib-resnet.ts'
import { convertGraphModel } from './graph-model.ts'
import { dlibResnet, type ModelCard } from './manifest.ts'
import { readModelFile } from './model-files.ts'
import { convertOpenvino } from './openvino.ts'
import { readPackagedModel } from './weights.ts'

/**
 * The card's model as ONNX bytes, converted from the files of its package or of its pack, which lies in
 * `packsDirectory`. Throws when a file is missing or its hash differs.
 */
export function convertModel(card: ModelCard, packsDirectory?: string): Uint8Array {
  if ('pack' in card) {
    const read = (part: 'manifest' | 'weights') => readModelFile(card, part, packsDirectory)
    return convertOpenvino(card, read('manifest').toString(), read('weights'))
  }
  const packaged = readPackagedModel(card)
  return card === dlibResnet ? convertDlibResnet(card, packaged) : convertGraphModel(card, packaged)
}

export type LoadOptions = RuntimeOptions & {
  /** Where packs are, each in a folder of its own. */
  readonly packsDirectory?: string | undefined
}

/** The card's model, loaded and ready to run. Throws when a hash differs or the runtime refuses it. */
export const loadModel = (card: ModelCard, options: LoadOptions): Promise<Network> =>
  createNetwork(convertModel(card, options.packsDirectory), card.inputPx, options)
