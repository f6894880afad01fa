/** What vector-table.ts and pixel-memory.ts use of WebAssembly; TypeScript declares it for browsers only. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module)
    readonly exports: Readonly<Record<string, unknown>>
  }
  interface Memory {
    readonly buffer: ArrayBuffer
    /** Adds pages of 64 kB; `buffer` is another object afterwards. Throws a RangeError when there are no more. */
    grow(pages: number): number
  }
}
