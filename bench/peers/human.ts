import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import type { Peer } from './peer.ts'
import { folderOf, loadTensorFlow, require, type Tensor } from './tensorflow.ts'

type HumanInstance = {
  load(): Promise<void>
  detect(photo: Tensor): Promise<{ face: { embedding?: number[] }[] }>
}
type HumanPackage = { Human: new (config: object) => HumanInstance }

/** Node's fetch reads no files, which is how this package asks for its models. */
function fetchFiles(): void {
  const fetchRemote = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    return url.startsWith('file:')
      ? new Response(await readFile(new URL(url)))
      : fetchRemote(input, init)
  }
}

/** `@vladmandic/human`, its face detector, mesh and descriptor only: nothing that we do not do either. */
export async function loadHuman(): Promise<Peer> {
  fetchFiles()
  const tf = await loadTensorFlow()
  const folder = folderOf('@vladmandic/human')
  const { Human } = require(join(folder, 'dist/human.node-wasm.js')) as HumanPackage
  const off = { enabled: false }
  const human = new Human({
    backend: 'wasm',
    wasmPath: join(folderOf('@tensorflow/tfjs-backend-wasm'), 'dist/'),
    modelBasePath: pathToFileURL(join(folder, 'models/')).href,
    cacheSensitivity: 0,
    debug: false,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    face: {
      enabled: true,
      detector: { rotation: true, maxDetected: 1 },
      mesh: { enabled: true },
      description: { enabled: true },
      iris: off,
      emotion: off,
      antispoof: off,
      liveness: off,
    },
  })
  await human.load()
  return {
    name: '@vladmandic/human (wasm)',
    async describe(jpeg) {
      const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
      const photo = tf.tensor(data, [1, info.height, info.width, 3], 'float32')
      const { face } = await human.detect(photo)
      photo.dispose()
      return face[0]?.embedding
    },
    close: async () => {}, // the process ends with it
  }
}
