import type { Command } from './command.ts'

/** Ends the reminder that the master key wants a copy. */
export const confirmKeyCopyCommand: Command = {
  usage: `pointeuse confirm-key-copy

  Says that a copy of the file with the master key is kept somewhere else, apart from the database's
  backups. Until then each start and each day of the server says in the log that it is missing.`,

  async run(_args, { store, clock, write }) {
    await store.keys.confirmCopy(clock.now())
    write('Noted. After rotate-key the new key wants a copy of its own.\n')
    return 0
  },
}
