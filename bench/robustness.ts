import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createFaceEngine } from '../src/face/index.ts'
import { quantile, table } from './statistics.ts'

const usage = `npm run bench:robustness -- --root DIR [--json FILE]

What the engine answers to every file of a folder, photo or not: how many faces, or why it refuses, and
how long it took. For folders of scenes without faces, broken files, odd formats and groups of people.`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
const root = values.root
const files = globSync('**/*', { cwd: root })
  .filter((file) => statSync(join(root, file)).isFile())
  .sort()
const engine = await createFaceEngine()
const answers: { file: string; answer: string; confidence: string; ms: number }[] = []
for (const file of files) {
  const start = performance.now()
  const reading = await engine.look(readFileSync(join(root, file)), { purpose: 'probe' })
  const ms = performance.now() - start
  const answer = reading.readable ? `${reading.faces.length} faces` : `refused: ${reading.reason}`
  const confidence = reading.readable ? (reading.faces[0]?.confidence.toFixed(2) ?? '') : ''
  answers.push({ file, answer, confidence, ms })
}
await engine.close()

console.log(
  table(
    ['file', 'answer', 'confidence', 'ms'],
    answers.map(({ file, answer, confidence, ms }) => [file, answer, confidence, ms.toFixed(0)]),
  ),
)
const times = answers.map(({ ms }) => ms)
const withFace = answers.filter(({ answer }) => /^[1-9]/.test(answer)).length
console.log(
  `${files.length} files: ${withFace} with faces, ` +
    `${answers.filter(({ answer }) => answer === '0 faces').length} without, ` +
    `${answers.filter(({ answer }) => answer.startsWith('refused')).length} refused; ` +
    `median ${quantile(times, 0.5).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
)
if (values.json) writeFileSync(values.json, JSON.stringify(answers, null, 2))
