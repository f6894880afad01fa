import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import { adminToken } from '../admin.ts'
import { temporaryFolder } from './temporary.ts'

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Why the tests with a browser cannot run here; false when they can. In CI a missing browser is a failure. */
export const skipWithoutBrowser =
  existsSync(executablePath) || process.env['CI'] === 'true'
    ? false
    : `no browser at ${executablePath}: install chromium or set CHROMIUM_PATH`

export type BrowserOptions = BrowserContextOptions & {
  /** What the camera sees; without it there is no camera. */
  readonly film?: string
  /** False: nobody is there to allow the camera. */
  readonly answersForPerson?: boolean
  /** False: nobody is signed in. */
  readonly isSignedIn?: boolean
  /** Where names are found besides, such as `MAP clock.test 127.0.0.1:8443`. */
  readonly resolves?: string
}

/** A Chromium that calls nobody and has nobody's profile. It finds this machine under `kiosk.test` too. */
export async function openBrowser(
  options: BrowserOptions,
): Promise<{ context: BrowserContext; close: () => Promise<void> }> {
  const { film, answersForPerson = true, isSignedIn = true, resolves, ...contextOptions } = options
  const profile = temporaryFolder('browser')
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    ...contextOptions,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP kiosk.test 127.0.0.1${resolves === undefined ? '' : `,${resolves}`}`,
      ...(film === undefined
        ? []
        : [
            ...(answersForPerson ? ['--use-fake-ui-for-media-stream'] : []),
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${film}`,
          ]),
    ],
  })
  // An action takes milliseconds; a machine that is busy with other tests may take seconds.
  context.setDefaultTimeout(15_000)
  const signedIn = { name: 'pointeuse', value: adminToken, domain: 'localhost', path: '/' }
  if (isSignedIn) await context.addCookies([{ ...signedIn, httpOnly: true, sameSite: 'Strict' }])
  return {
    context,
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
