/** An engine in the benchmark: JPEG bytes of a photo in, the largest face's descriptor out. */
export type Peer = {
  readonly name: string
  /** The descriptor, or nothing where the engine finds no face. */
  describe(jpeg: Uint8Array): Promise<ArrayLike<number> | undefined>
  close(): Promise<void>
}
