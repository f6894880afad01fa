import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'pointeuse-end-to-end-'
/** Longer than any run takes. */
const staleMs = 3_600_000

let root: string | undefined

/** A new folder for this run only, removed when the run ends; one that was killed is swept up by the next. */
export function temporaryFolder(name: string): string {
  if (root === undefined) {
    sweep()
    const made = mkdtempSync(join(tmpdir(), prefix))
    process.on('exit', () => rmSync(made, { recursive: true, force: true, maxRetries: 3 }))
    root = made
  }
  return mkdtempSync(join(root, `${name}-`))
}

/** Removes what killed runs left behind. */
function sweep(): void {
  for (const entry of readdirSync(tmpdir())) {
    if (!entry.startsWith(prefix)) continue
    const folder = join(tmpdir(), entry)
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - changed > staleMs) rmSync(folder, { recursive: true, force: true })
  }
}
