import assert from 'node:assert/strict'
import { request as plainRequest } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { connect, type SecureVersion } from 'node:tls'
import type { Page } from 'playwright-core'
import { openBrowser } from '../end-to-end/browser.ts'
import { collectFaults } from '../end-to-end/faults.ts'
import { photoOf } from '../end-to-end/people.ts'
import { holdBefore, installShownCamera } from '../end-to-end/shown-camera.ts'
import { get } from '../get.ts'
import { composeProject } from './compose-project.ts'

const site = 'clock.example.test'
const ports = { http: 5080, https: 5443 }
const origin = `https://${site}`
const files = ['compose.yaml', 'compose.https.yaml', 'test/containers/https.yaml']
// No authority of the internet gives a certificate to a test: Caddy's own does, by the same way.
const settings = { SITE_ADDRESS: site, CERTIFICATES: 'own', FRONT_NETWORK: '172.31.252.0/29' }

describe('containers behind HTTPS', () => {
  const project = composeProject('pointeuse-try-https', files, settings)
  const closers: (() => Promise<void>)[] = []
  before(() => project.compose('up', '--detach', '--build', '--quiet-pull'))
  after(async () => {
    for (const close of closers) await close()
    project.compose('down', '--volumes', '--timeout', '5')
  })

  const open = async () => {
    const resolves = `MAP ${site}:443 127.0.0.1:${ports.https}`
    const options = { ...{ resolves, isSignedIn: false, locale: 'fr-FR' }, ignoreHTTPSErrors: true }
    const { context, close } = await openBrowser(options)
    closers.push(close)
    await installShownCamera(context)
    return { page: await context.newPage(), faults: collectFaults(context) }
  }
  let office: Page

  test('the link of the first start leads to the server under its name, and sets it up', async () => {
    const [link] =
      /https:\S+#\/setup\/[\w-]{32}/.exec(await project.logged('pointeuse', /#\/setup\//)) ?? []
    assert.ok(link?.startsWith(`${origin}/#/setup/`), 'the link names the server')
    office = (await open()).page
    const field = (name: string) => office.getByLabel(name, { exact: true })
    // The networks of the containers have just come, at which Chromium drops what it is loading (ERR_NETWORK_CHANGED).
    for (let tries = 0; tries < 10 && !(await field('Votre nom').isVisible()); tries++) {
      await office.goto('about:blank')
      await office.goto(link ?? '').catch(() => undefined) // dropped
      await field('Votre nom')
        .waitFor({ timeout: 5000 })
        .catch(() => undefined) // part of it was dropped
    }
    await field('Votre nom').fill('Samira Alaoui')
    await field('Mot de passe').fill('une phrase que personne ne devine')
    await field('Pays').selectOption('other')
    await field('Premier site').fill('Fès')
    await office.getByRole('button', { name: 'Mettre en service', exact: true }).click()
    await office.getByRole('button', { name: 'Compte de Samira Alaoui' }).waitFor()
    const [cookie] = await office.context().cookies()
    assert.deepEqual(
      [cookie?.name.slice(0, 7), cookie?.secure, cookie?.httpOnly],
      ['__Host-', true, true],
    )
  })

  test('the office enrols from a photo, and a paired kiosk clocks in before its camera', async () => {
    const siteId = String(get(await ask(office, 'GET', '/sites'), 'sites.0.id'))
    const draft = await ask(office, 'GET', '/privacy/notices/draft')
    await ask(office, 'POST', '/privacy/notices', { texts: draft })
    const photo = (await photoOf('alix')).toString('base64')
    const enrolled = await office.evaluate(`(async () => {
      const form = new FormData()
      form.append('name', 'Alix Moreau')
      form.append('consent', 'Personnel file, cabinet 2')
      const bytes = Uint8Array.from(atob('${photo}'), (letter) => letter.charCodeAt(0))
      form.append('photo', new Blob([bytes]), 'photo.jpg')
      return (await fetch('/register', { method: 'POST', body: form })).status
    })()`)
    assert.equal(enrolled, 201)
    const made = await ask(office, 'POST', '/kiosks', { name: 'Entrée', siteId })
    const { page: kiosk, faults } = await open()
    await kiosk.goto(`${origin}/kiosk`)
    await kiosk.getByRole('textbox', { name: 'Code' }).fill(String(get(made, 'code')))
    await kiosk.keyboard.press('Enter')
    await kiosk.getByText('Fès · Entrée').waitFor()
    await kiosk.getByRole('button', { name: 'Pointer', exact: true }).waitFor()
    await holdBefore(kiosk, await photoOf('alix', { tall: 1.8, light: 0.9 }))
    await kiosk.keyboard.press('Enter')
    await kiosk.locator('[aria-live=assertive]').filter({ hasText: /Alix/ }).waitFor()
    assert.deepEqual(faults, [])
    assert.equal(get(await ask(office, 'GET', '/attendance'), 'records.0.kind'), 'in')
  })

  test('in the clear nothing is answered but the way to HTTPS', async () => {
    const page = await inTheClear('GET', '/')
    assert.deepEqual([page.status, page.location], [308, `${origin}/`])
    for (const [method, path] of [
      ['POST', '/clock_in'],
      ['POST', '/session'],
      ['GET', '/employees'],
    ] as const) {
      const { status, location } = await inTheClear(method, path)
      assert.deepEqual([status, location], [403, undefined], path)
    }
  })

  test('TLS is 1.2 or 1.3, under a certificate for the name', async () => {
    const root = project.compose(
      'exec',
      '-T',
      'caddy',
      'cat',
      '/data/caddy/pki/authorities/local/root.crt',
    )
    const over = (version: SecureVersion) => handshake(root, version)
    assert.equal(await over('TLSv1.3'), 'TLSv1.3')
    assert.equal(await over('TLSv1.2'), 'TLSv1.2')
    await assert.rejects(over('TLSv1.1'))
    await assert.rejects(over('TLSv1'))
  })

  test('of everything only the two ports of the web are published', () => {
    assert.deepEqual(project.published('pointeuse'), [])
    assert.deepEqual(project.published('database'), [])
    const theirs = project.published('caddy').map(({ HostPort }) => Number(HostPort))
    assert.deepEqual(
      theirs.toSorted((a, b) => a - b),
      [ports.http, ports.https],
    )
    const { HostConfig } = project.inspect('caddy') ?? {}
    assert.deepEqual([HostConfig?.ReadonlyRootfs, HostConfig?.CapDrop], [true, ['ALL']])
  })
})

/** What somebody who is signed in on a page asks the server. */
async function ask(page: Page, method: string, path: string, body?: object): Promise<unknown> {
  const init = {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }
  const { ok, status, told } = await page.evaluate<{ ok: boolean; status: number; told: unknown }>(
    `fetch('${path}', ${JSON.stringify(init)}).then(async (r) => ({ ok: r.ok, status: r.status, told: await r.json() }))`,
  )
  assert.ok(ok, `${method} ${path}: ${status} ${JSON.stringify(told)}`)
  return told
}

function inTheClear(method: string, path: string) {
  const headers = { host: site }
  const to = { host: '127.0.0.1', port: ports.http, method, path, headers }
  return new Promise<{ status?: number; location?: string }>((resolve, reject) => {
    const sent = plainRequest(to, ({ statusCode, headers: { location } }) =>
      resolve({ ...(statusCode && { status: statusCode }), ...(location && { location }) }),
    )
    sent.on('error', reject).end()
  })
}

/** The version that was agreed to; rejects when there is none, or the certificate is not the name's. */
function handshake(ca: Buffer, version: SecureVersion): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      {
        ...{ host: '127.0.0.1', port: ports.https, servername: site, ca },
        ...{ minVersion: version, maxVersion: version },
        // As weak as this side can be, so that it is the server that refuses.
        ciphers: 'DEFAULT@SECLEVEL=0',
      },
      () => {
        resolve(socket.getProtocol())
        socket.destroy()
      },
    )
    socket.on('error', reject)
  })
}
