import { existsSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { join } from 'node:path'

/**
 * TensorFlow.js on its WebAssembly backend, as the two packages whose weights we use run it. It is the
 * reference of the conversion tests and the engine of the peers in the benchmark; the program never loads it.
 */
export const require = createRequire(import.meta.url)

export type Tensor = {
  data(): Promise<Float32Array>
  dispose(): void
  readonly shape: readonly number[]
}
export type TensorFlow = {
  setBackend(name: string): Promise<boolean>
  ready(): Promise<void>
  tensor(values: ArrayLike<number>, shape: readonly number[], type?: string): Tensor
}

/** Where an installed package is, for packages that do not export their own files. */
export function folderOf(name: string): string {
  const folders = (require.resolve.paths(name) ?? []).map((path) => join(path, name))
  const folder = folders.find(existsSync)
  if (folder === undefined) throw new Error(`${name} is not installed; run "npm ci"`)
  return folder
}

/** Loads TensorFlow.js with the WebAssembly backend. face-api asks for the whole bundle; the core is enough for it. */
export async function loadTensorFlow(): Promise<TensorFlow> {
  type Resolver = { _resolveFilename(request: string, ...rest: unknown[]): string }
  const resolver = Module as unknown as Resolver
  const resolve = resolver._resolveFilename.bind(Module)
  resolver._resolveFilename = (request, ...rest) =>
    resolve(request === '@tensorflow/tfjs' ? '@tensorflow/tfjs-core' : request, ...rest)
  const tf = require('@tensorflow/tfjs-core') as TensorFlow
  const wasm = require('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(folder: string): void }
  wasm.setWasmPaths(join(folderOf('@tensorflow/tfjs-backend-wasm'), 'dist/'))
  await tf.setBackend('wasm')
  await tf.ready()
  return tf
}
