#!/usr/bin/env node
import { webcrypto } from 'node:crypto'
import { createSystemClock } from '../attendance/clock.ts'
import { createIds } from '../attendance/ids.ts'
import { readConfig } from '../config.ts'
import { openOlderProgram } from '../store/older-program.ts'
import { createStore } from '../store/store.ts'
import { type Command, UsageError } from './command.ts'
import { exportCommand } from './export.ts'
import { importEmployeesCommand } from './import-employees.ts'
import { importOlderCommand } from './import-older.ts'

/** Everything that `pointeuse` can do, by the word that asks for it. */
const commands: Readonly<Record<string, Command>> = {
  export: exportCommand,
  'import-employees': importEmployeesCommand,
  'import-older': importOlderCommand,
}

const say = (text: string) => process.stderr.write(`${text}\n`)

async function main([word = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined
  if (!command || args.includes('--help') || args.includes('-h')) {
    const shown = command ? [command] : Object.values(commands)
    say(shown.map(({ usage }) => usage).join('\n\n'))
    return command || word === '--help' || word === '-h' ? 0 : 2
  }
  const clock = createSystemClock()
  const store = await createStore(readConfig().databaseUrl)
  try {
    return await command.run(args, {
      store,
      clock,
      newId: createIds(clock, (bytes) => webcrypto.getRandomValues(bytes)),
      openOlderProgram,
      write: (text) => process.stdout.write(text),
      stdout: process.stdout,
    })
  } catch (error) {
    const isUnknownOption = error instanceof TypeError && 'code' in error
    if (!(error instanceof UsageError) && !isUnknownOption) throw error
    say(`${error.message}\n\n${command.usage}`)
    return 2
  } finally {
    await store.close()
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // Settings, files and databases that cannot be used explain themselves; a stack would hide that.
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
