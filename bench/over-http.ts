import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { postPhoto, startServer } from '../test/server-process.ts'
import { withoutLabelErrors } from './accuracy/label-errors.ts'
import { photosOf, readPairs } from './accuracy/pairs.ts'
import { asWebcamJpeg } from './photos.ts'
import { measuring, recogniserOptions, recogniserUsage } from './recogniser.ts'
import { quantile, table } from './statistics.ts'

const usage = `npm run bench:over-http -- --root DIR --pairs FILE.csv [--most N] [--recogniser NAME] [--models DIR]

What somebody sees who enrols people as the form invites to, with a name and one photo each: starts the program on an
empty data folder with its default settings, enrols everybody in the list who has two photos with the first one, in a
frame of 1280 x 720, and clocks them in with the second one, all over HTTP. Known label errors are left out.

  --most N  people at most (default: all)${recogniserUsage}`

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    pairs: { type: 'string' },
    most: { type: 'string', default: '1000000' },
    ...recogniserOptions,
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || !values.root || !values.pairs) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}
const { root } = values
const { card, packsDirectory } = measuring(values)
const { pairs, people } = withoutLabelErrors(readPairs(values.pairs))
const photosByPerson = new Map<string, string[]>()
for (const path of photosOf(pairs)) {
  const person = people.get(path)
  if (person !== undefined)
    photosByPerson.set(person, [...(photosByPerson.get(person) ?? []), path])
}
const tested = [...photosByPerson.values()]
  .filter(({ length }) => length >= 2)
  .slice(0, Number(values.most))

const data = mkdtempSync(join(tmpdir(), 'pointeuse-over-http-'))
if (card.files.length > 0) {
  mkdirSync(join(data, 'models'), { recursive: true })
  cpSync(join(packsDirectory, card.name), join(data, 'models', card.name), { recursive: true })
}
const server = await startServer({ DATA_DIR: data, RECOGNISER: card.name })
try {
  while (!(await fetch(`${server.origin}/ready`)).ok) await sleep(100)
  const enrolled = new Map<string, string>()
  const outcomes = new Map<string, number>()
  const milliseconds: number[] = []
  const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  let done = 0
  for (const [i, [first = '']] of tested.entries()) {
    const answer = await send('/register', first, { name: `Person ${i}` })
    const { employee } = answer.body as unknown as { employee?: { id: string } }
    if (employee) enrolled.set(first, employee.id)
    if (++done % 50 === 0) process.stderr.write(`\r${done} of ${tested.length} enrolled `)
  }
  const refused = tested.length - enrolled.size
  done = 0
  for (const [first = '', second = ''] of tested) {
    const own = enrolled.get(first)
    if (own === undefined) continue
    const start = performance.now()
    const { status, body } = await send('/clock_in', second)
    milliseconds.push(performance.now() - start)
    const { code, employee } = body as { code?: string; employee?: { id: string } }
    if (status < 300) count(employee?.id === own ? 'right' : 'taken for another')
    else count(code ?? String(status))
    if (++done % 50 === 0) process.stderr.write(`\r${done} of ${enrolled.size} clocked in `)
  }
  process.stderr.write('\r')
  const share = (n: number) => `${((100 * n) / enrolled.size).toFixed(1)} %`
  console.log(
    `${card.name}: ${enrolled.size} people enrolled with one photo each, ${refused} refused; clock-in ${quantile(milliseconds, 0.5).toFixed(0)} ms (median)`,
  )
  console.log(
    table(
      ['second photo', 'people', 'share'],
      [...outcomes]
        .sort(([, p], [, q]) => q - p)
        .map(([outcome, n]) => [outcome, String(n), share(n)]),
    ),
  )
} finally {
  await server.end('SIGTERM')
  rmSync(data, { recursive: true, force: true })
}

/** Sends a photo, again where the program asks to wait. */
async function send(path: string, photo: string, fields: Record<string, string> = {}) {
  const jpeg = await asWebcamJpeg(readFileSync(join(root, photo)))
  for (;;) {
    const answer = await postPhoto(server.origin, path, jpeg, fields)
    if (!answer) throw new Error(`no answer to ${photo}`)
    if (answer.status !== 429 && answer.status !== 503) return answer
    await sleep(1000)
  }
}
