import { readFileSync, writeFileSync } from 'node:fs'
import createWabt from 'wabt'

/** Compiles src/face/scan.wat to src/face/scan.wasm; with --check only says whether that would change it. */
const source = new URL('../src/face/scan.wat', import.meta.url)
const target = new URL('../src/face/scan.wasm', import.meta.url)
const wabt = await createWabt()
const module = wabt.parseWat('scan.wat', readFileSync(source, 'utf8'), { simd: true })
const { buffer } = module.toBinary({})
if (!process.argv.includes('--check')) writeFileSync(target, buffer)
else if (!readFileSync(target).equals(Buffer.from(buffer))) {
  console.error('src/face/scan.wasm is not what src/face/scan.wat says; run "npm run build:scan"')
  process.exit(1)
}
