import { readFileSync, writeFileSync } from 'node:fs'
import createWabt from 'wabt'

/** Compiles each .wat of src/face to the .wasm beside it; with --check only says whether that would change one. */
const wabt = await createWabt()
for (const name of ['scan', 'pixels']) {
  const file = (kind: string) => new URL(`../src/face/${name}.${kind}`, import.meta.url)
  const module = wabt.parseWat(`${name}.wat`, readFileSync(file('wat'), 'utf8'), { simd: true })
  const { buffer } = module.toBinary({})
  if (!process.argv.includes('--check')) writeFileSync(file('wasm'), buffer)
  else if (!readFileSync(file('wasm')).equals(Buffer.from(buffer))) {
    console.error(
      `src/face/${name}.wasm is not what src/face/${name}.wat says; run "npm run build:scan"`,
    )
    process.exit(1)
  }
}
