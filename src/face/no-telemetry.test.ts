import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

test('the runtime keeps nothing about the machine, in workers or without', (t) => {
  const home = mkdtempSync(join(tmpdir(), 'pointeuse-home-'))
  t.after(() => rmSync(home, { recursive: true }))
  const program = `
    const { createFaceEngine, createStages } = await import('./src/face/index.ts')
    for (const create of [createStages, createFaceEngine]) {
      const engine = await create({ threads: 1, workers: 1 })
      await engine.close()
    }`
  const both = [program, program.replace('createStages, createFaceEngine', 'createFaceEngine')]
  for (const script of both) {
    // Without CI in the environment, which alone would keep the runtime quiet.
    execFileSync(process.execPath, ['--eval', script], {
      env: { PATH: process.env['PATH'], HOME: home },
    })
  }
  assert.deepEqual(readdirSync(home, { recursive: true }), [])
})
