import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const styles = ['web/shared/styles.ts', 'web/office/styles.ts']
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** The names that a file imports from the component library. */
function componentsIn(file: string): string[] {
  const imports = readFileSync(file, 'utf8').match(/import \{([^}]*)\} from '@mantine\/core'/)
  return (imports?.[1] ?? '').split(',').map((name) => name.trim())
}

test('the styles of every component in use are imported', () => {
  const used = new Set(globSync('web/**/*.tsx', { exclude: ['web/dist'] }).flatMap(componentsIn))
  const missing = [...used].filter((name) => {
    const file = `@mantine/core/styles/${name}.layer.css`
    return existsSync(`node_modules/${file}`) && !styles.includes(`'${file}'`)
  })
  assert.deepEqual(missing, [])
})

test('no style is imported that there is not', () => {
  const files = [...styles.matchAll(/'(@mantine[^']+)'/g)].map((match) => match[1] ?? '')
  assert.ok(files.length > 0)
  assert.deepEqual(
    files.filter((file) => !existsSync(`node_modules/${file}`)),
    [],
  )
})
