import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Says which command or path a document names that does not exist. Documents rot here first.

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
}
const documents = globSync('**/*.md', { exclude: ['**/node_modules', 'data', 'web/dist'] })

const endings = /\.(ts|tsx|md|json|ya?ml|js|txt|csv)$/
const path = /^(?:\.{1,2}\/)?\.?[\w@-][\w.@-]*(\/[\w.@-]+)*\/?$/

/** A word in backticks is meant as a path when it begins in one of our folders or ends like our files. */
const looksLikePath = (word: string) =>
  path.test(word) &&
  (endings.test(word) || (word.includes('/') && existsSync(word.split('/')[0] ?? '')))

/** Made by the program or named as an example, not kept in the repository. */
const madeLater = /^(?:\.\/)?(data|web\/dist|bench\/out|node_modules)(\/|$)/

function* faultsOf(document: string): Generator<string> {
  const text = readFileSync(document, 'utf8')
  for (const [, name = ''] of text.matchAll(/npm run (?:-s )?([\w:-]+)/g)) {
    if (!(name in scripts)) yield `npm run ${name}`
  }
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/^[a-z]+:/.test(path))
  for (const path of links) {
    if (!existsSync(join(dirname(document), path))) yield path
  }
  const words = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\s]+)`/g)]
  for (const [, word = ''] of words) {
    // An ending alone, such as `.ts`, names no file.
    if (/^\.\w+$/.test(word) && endings.test(word)) continue
    if (!looksLikePath(word) || madeLater.test(word)) continue
    const places = [word, join(dirname(document), word), join('src', word), join('web', word)]
    if (!places.some((place) => existsSync(place))) yield word
  }
}

const faults = documents.flatMap((document) =>
  [...faultsOf(document)].map((fault) => `${document}: ${fault} does not exist`),
)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
else console.log(`${documents.length} documents name only what exists`)
