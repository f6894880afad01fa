import type { Command } from './command.ts'
import { createProgress } from './progress.ts'

/** Puts everything that is sealed under a new master key. */
export const rotateKeyCommand: Command = {
  usage: `pointeuse rotate-key

  Makes a new master key and puts all templates and secrets under it: new keys for all employees, a new
  rotation of all vectors. The server may go on, as long as it reads the same MASTER_KEY_FILE. Afterwards
  the old key opens nothing in the database; backups made before still want it. When it is cut off, call it
  again: it goes on. Several servers on several machines are stopped before, and given the new file after.`,

  async run(_args, { store, write, progress }) {
    let bar: ReturnType<typeof createProgress> | undefined
    await store.keys.rotate((done, total) => {
      bar ??= createProgress(progress, 'employees', total)
      bar.show(done)
    })
    bar?.end()
    write('Done. Keep a copy of the new MASTER_KEY_FILE, then run: pointeuse confirm-key-copy\n')
    return 0
  },
}
