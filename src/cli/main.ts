#!/usr/bin/env node
import { webcrypto } from 'node:crypto'
import { actFromHereOn } from '../access/audit/acting.ts'
import { addToAnchorFile } from '../access/audit/anchor-file.ts'
import { erasureFile, forgetAgain } from '../access/erased.ts'
import { masterKeyFile } from '../access/keys/master-key-file.ts'
import { createDoor } from '../access/door.ts'
import { createAccess } from '../access/services.ts'
import { readCalibration } from '../identity/calibration.ts'
import { decisionSettings } from '../identity/decision.ts'
import { createSystemClock } from '../system/clock.ts'
import { createIds } from '../system/ids.ts'
import { readConfig, type Config } from '../config.ts'
import {
  createFaceEngine,
  createImpostorModel,
  createPacks,
  recogniserNamed,
} from '../face/index.ts'
import { chooseBeforeAnybody } from '../identity/choose-recogniser.ts'
import { packsDirectoryOf } from '../recogniser.ts'
import { parseEmployeeNumber } from '../identity/employee-number.ts'
import { createForgetEmployee } from '../identity/forget-employee.ts'
import { createPrivacy } from '../privacy/services.ts'
import type { RandomBytes } from '../ports/random.ts'
import { openOlderProgram } from '../store/attendance/older-program.ts'
import { createStore, type Store } from '../store/store.ts'
import { createBackups } from '../store/backup/backups.ts'
import { apiKeyCommand } from './api-key.ts'
import { type BackupCommand, backupCommand, restoreCommand } from './backup.ts'
import { calibrateCommand } from './calibrate.ts'
import { auditCommand } from './audit.ts'
import { rotateKeyCommand } from './rotate-key.ts'
import { confirmKeyCopyCommand } from './confirm-key-copy.ts'
import { type Command, UsageError } from './command.ts'
import { doctorCommand } from './doctor/doctor.ts'
import { exportCommand } from './export.ts'
import { importEmployeesCommand } from './import-employees.ts'
import { importLeavesCommand } from './import-leaves.ts'
import { importOlderCommand } from './import-older.ts'
import { modelsCommand } from './models.ts'
import { operatorCommand } from './operator.ts'
import { retentionCommand } from './retention.ts'
import { setupCommand, setupLinkCommand } from './setup.ts'
import { zonesCommand } from './zones.ts'

/** Everything that `pointeuse` can do, by the word that asks for it. */
const commands: Readonly<Record<string, Command>> = {
  setup: setupCommand,
  'setup-link': setupLinkCommand,
  operator: operatorCommand,
  'api-key': apiKeyCommand,
  export: exportCommand,
  'import-employees': importEmployeesCommand,
  'import-leaves': importLeavesCommand,
  'import-older': importOlderCommand,
  retention: retentionCommand,
  zones: zonesCommand,
  'confirm-key-copy': confirmKeyCopyCommand,
  'rotate-key': rotateKeyCommand,
  audit: auditCommand,
}

/** Those that look at the database itself, without bringing its tables to this version first. */
const backupCommands: Readonly<Record<string, BackupCommand>> = {
  backup: backupCommand,
  restore: restoreCommand,
}

const say = (text: string) => process.stderr.write(`${text}\n`)

async function main([word = '', ...args]: readonly string[]): Promise<number> {
  const all: Readonly<Record<string, { readonly usage: string }>> = {
    ...commands,
    ...backupCommands,
    calibrate: calibrateCommand,
    models: modelsCommand,
    doctor: doctorCommand,
  }
  const asked = Object.hasOwn(all, word) ? all[word] : undefined
  if (!asked || args.includes('--help') || args.includes('-h')) {
    const shown = asked ? [asked] : Object.values(all)
    say(shown.map(({ usage }) => usage).join('\n\n'))
    return asked || word === '--help' || word === '-h' ? 0 : 2
  }
  try {
    return await run(word, args)
  } catch (error) {
    const isUnknownOption = error instanceof TypeError && 'code' in error
    if (!(error instanceof UsageError) && !isUnknownOption) throw error
    say(`${error.message}\n\n${asked.usage}`)
    return 2
  }
}

/** What a restore leaves to be done, with the tables of this version. */
async function settle(
  databaseUrl: string,
  { masterKeyFile: keyPath, erasuresFile, auditAnchorsFile }: Omit<Config, 'databaseUrl'>,
): Promise<number> {
  return withStore(databaseUrl, keyPath, async (store) => {
    const forgotten = await forgetAgain(erasureFile(erasuresFile), store)
    const at = createSystemClock().now().toString()
    addToAnchorFile(auditAnchorsFile, await store.audit.anchor('restored', at))
    return forgotten
  })
}

async function run(word: string, args: readonly string[]): Promise<number> {
  actFromHereOn(`command:${word}`)
  const { databaseUrl, ...asked } = readConfig()
  const packsDirectory = packsDirectoryOf(asked.dataDirectory)
  const packs = createPacks(packsDirectory)
  if (word === 'models') {
    return modelsCommand.run(args, {
      packs,
      modelsInUse: () =>
        withStore(databaseUrl, asked.masterKeyFile, (store) => store.templates.models()),
      change: {
        to: (name) =>
          withStore(databaseUrl, asked.masterKeyFile, (store) =>
            store.recogniserChange.change(name, createSystemClock().now()),
          ),
        countWithout: (recipe) =>
          withStore(databaseUrl, asked.masterKeyFile, (store) =>
            store.recogniserChange.countWithout([recipe]),
          ),
      },
      proxy: asked.proxy,
      progress: { stream: process.stderr, now: () => performance.now() },
      write: (text) => process.stdout.write(text),
      say,
    })
  }
  if (word === 'calibrate') {
    // No database is asked: a site is calibrated before there is one.
    const choice = await chooseBeforeAnybody({ packs, wanted: asked.recogniser })
    const card = choice.outcome === 'use' ? choice.card : recogniserNamed('builtin')
    say(`Recogniser: ${card.name}`)
    return calibrateCommand.run(args, {
      openEngine: () => createFaceEngine({ recogniser: card.name, packsDirectory }),
      impostors: createImpostorModel(card),
      calibration: readCalibration(card),
      settings: decisionSettings(asked),
      progress: { stream: process.stderr, now: () => performance.now() },
      write: (text) => process.stdout.write(text),
      say,
    })
  }
  if (word === 'doctor') {
    return doctorCommand.run(args, {
      withStore: (work) => withStore(databaseUrl, asked.masterKeyFile, work),
      packs,
      config: asked,
      now: createSystemClock().now,
      write: (text) => process.stdout.write(text),
    })
  }
  const backupCommand = backupCommands[word]
  if (backupCommand) {
    const { stdin, stdout } = process
    return backupCommand.run(args, {
      backups: createBackups(databaseUrl, masterKeyFile(asked.masterKeyFile)),
      stdin,
      stdout,
      say,
      settle: () => settle(databaseUrl, asked),
    })
  }
  const command = commands[word]
  if (!command) throw new UsageError(`${word} is not a command`)
  const clock = createSystemClock()
  const newId = createIds(clock, (bytes) => webcrypto.getRandomValues(bytes))
  const random: RandomBytes = (length) => webcrypto.getRandomValues(new Uint8Array(length))
  return withStore(databaseUrl, asked.masterKeyFile, (store) => {
    // The servers hear from the database of whose templates are gone.
    const gallery = { remove: () => undefined }
    const forgetEmployee = createForgetEmployee({ store, gallery, clock })
    const door = createDoor({ store, clock, newId, random, parseNumber: parseEmployeeNumber })
    const privacy = createPrivacy({ store, clock, gallery, forgetEmployee, ...door })
    return command.run(args, {
      store,
      access: createAccess({ store, clock, newId, random, afterSetUp: privacy.setUp }),
      privacy,
      origin: asked.publicUrl ?? `http://localhost:${asked.port}`,
      clock,
      newId,
      openOlderProgram,
      write: (text) => process.stdout.write(text),
      stdout: process.stdout,
      stdin: process.stdin,
      anchorsPath: asked.auditAnchorsFile,
      progress: { stream: process.stderr, now: () => performance.now() },
    })
  })
}

/** Opens the database for as long as something takes. */
async function withStore<Result>(
  databaseUrl: string,
  keyFile: string,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await createStore(databaseUrl, masterKeyFile(keyFile), 'patient')
  try {
    return await work(store)
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
