import './no-telemetry.ts'
import * as ort from 'onnxruntime-node'

/** A loaded model that turns a batch of square RGB crops into its outputs. */
export interface Network {
  /**
   * Runs the model on `count` crops of N x side x side x 3 bytes, one after the other in `crops`.
   * Gives one array for each output of the model, `count` rows each.
   */
  run(crops: Uint8Array, count: number): Promise<readonly Float32Array[]>
  close(): Promise<void>
}

export type RuntimeOptions = {
  /** Threads that one inference may use. */
  readonly threads: number
}

/** Loads a serialised ONNX model whose only input is `crops`. Throws when the runtime refuses it. */
export async function createNetwork(
  model: Uint8Array,
  sidePx: number,
  { threads }: RuntimeOptions,
): Promise<Network> {
  const session = await ort.InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // The arena keeps the most that was ever needed: a hundred megabytes for nothing measurable.
    enableCpuMemArena: false,
    // Waiting threads sleep: spinning would take the other core from the HTTP server.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  })
  return {
    async run(crops, count) {
      const input = new ort.Tensor('uint8', crops, [count, sidePx, sidePx, 3])
      const results = await session.run({ crops: input })
      return session.outputNames.map((name) => {
        const output = results[name]?.data
        if (!(output instanceof Float32Array)) throw new Error('a model gave no 32-bit floats')
        return output
      })
    },
    close: () => session.release(),
  }
}
