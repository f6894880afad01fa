import { globSync, statSync } from 'node:fs'

// Builds the pages when they are missing or older than their sources, so that `npm start` just works.
const page = 'web/dist/index.html'
const sources = [
  ...globSync('web/**/*', { exclude: ['web/dist'] }),
  'openapi.json',
  'package-lock.json',
]

const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const builtAt = changedAt(page)
if (sources.some((path) => changedAt(path) > builtAt)) {
  console.error('Building the pages, once: this takes some seconds.')
  // Loaded when needed only: it would slow every start.
  const { build } = await import('vite')
  await build({ root: 'web', logLevel: 'warn' })
}
