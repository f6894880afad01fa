import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Secret } from 'otpauth'
import type { CDPSession, Page } from 'playwright-core'
import '../../scripts/ensure-web.ts'
import { codeAt } from '../../src/access/second-factor/totp.ts'
import { accessibilityFaults } from './audit.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { collectFaults } from './faults.ts'
import { startServer, type RunningServer } from './server.ts'

// From an admin who has to add a second factor to one who signs in with a passkey alone, in order.

const admin = { name: 'Samira Alaoui', password: 'une phrase que personne ne devine' }
const closers: (() => Promise<void>)[] = []
let server: RunningServer
let page: Page
let device: CDPSession
let faults: readonly string[] = []
let secret: Uint8Array = new Uint8Array()
let recoveryCode = ''

before(async () => {
  if (skip !== false) return
  server = await startServer({ env: { SECOND_FACTOR_FOR: 'admins' } })
  closers.push(server.stop)
  await server.pointeuse(
    ['operator', 'add', '--name', admin.name, '--role', 'admin', '--password-file', '-'],
    admin.password,
  )
  const browser = await openBrowser({ isSignedIn: false, locale: 'fr-MA', reducedMotion: 'reduce' })
  closers.unshift(browser.close)
  faults = collectFaults(browser.context)
  page = await browser.context.newPage()
  device = await browser.context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
})

after(async () => {
  for (const close of closers) await close()
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (name: string) => page.getByLabel(name, { exact: true })
const heading = (name: string) => page.getByRole('heading', { name, exact: true })

async function signOut() {
  await button(`Compte de ${admin.name}`).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await heading('Connexion').waitFor()
}

async function signIn() {
  await field('Nom').fill(admin.name)
  await field('Mot de passe').fill(admin.password)
  await button('Se connecter').click()
}

/** A code of the next half minute: the one of now was used, and the server takes one ahead. */
const nextCode = () => codeAt(secret, Date.now() + 30_000)

test('an admin without a second factor is asked to add an app, and goes on', { skip }, async () => {
  await page.goto(server.address)
  await signIn()
  await heading('Encore une étape').waitFor()
  assert.equal(await page.getByRole('navigation').count(), 0)
  await field('Mot de passe actuel').fill(admin.password)
  await button('Ajouter une application').click()
  await page.getByRole('img', { name: 'Code QR pour une application d’authentification' }).waitFor()
  assert.deepEqual(await accessibilityFaults(page), [])
  const shown = (await page.locator('pre').textContent()) ?? ''
  secret = Secret.fromBase32(shown.replaceAll(' ', '')).bytes
  await field('Code à six chiffres').fill('12')
  await button('Confirmer').click()
  await page.getByText('Le code est faux').waitFor()
  await field('Code à six chiffres').fill(codeAt(secret, Date.now()))
  await button('Confirmer').click()
  await button('Je les ai gardés').waitFor()
  const codes = (await page.locator('pre').textContent())?.split('\n') ?? []
  assert.equal(codes.length, 10)
  recoveryCode = codes[0] ?? ''
  await button('Je les ai gardés').click()
  await button(`Compte de ${admin.name}`).waitFor()
})

test('signing in asks for the password and then for a code', { skip }, async () => {
  await signOut()
  await signIn()
  await field('Code à six chiffres').fill(nextCode())
  assert.deepEqual(await accessibilityFaults(page), [])
  await button('Se connecter').click()
  await button(`Compte de ${admin.name}`).waitFor()
})

test('a recovery code does instead of the app', { skip }, async () => {
  await signOut()
  await signIn()
  await field('Code à six chiffres').fill(recoveryCode)
  await button('Se connecter').click()
  await button(`Compte de ${admin.name}`).waitFor()
})

test('a passkey is added, and signs in without name, password or code', { skip }, async () => {
  await button(`Compte de ${admin.name}`).click()
  await page.getByRole('menuitem', { name: 'Moyens de connexion' }).click()
  await page.getByText('Codes de secours restants : 9.').waitFor()
  await button('Ajouter une clé d’accès').click()
  await field('Son nom').fill('Téléphone')
  await field('Mot de passe actuel').fill(admin.password)
  await button('Ajouter une clé d’accès').click()
  await button('Retirer Téléphone').waitFor()
  assert.deepEqual(await accessibilityFaults(page), [])
  await page.keyboard.press('Escape')
  await signOut()
  await button('Se connecter avec une clé d’accès').click()
  await button(`Compte de ${admin.name}`).waitFor()
})

test('a passkey that was removed opens nothing', { skip }, async () => {
  await button(`Compte de ${admin.name}`).click()
  await page.getByRole('menuitem', { name: 'Moyens de connexion' }).click()
  await button('Retirer Téléphone').click()
  await page.getByText('Une clé d’accès vous connecte').waitFor()
  await page.keyboard.press('Escape')
  await signOut()
  await button('Se connecter avec une clé d’accès').click()
  await page.getByText('Cette clé d’accès n’est pas connue ici').waitFor()
})

test('nothing of this was a fault of the pages', { skip }, () => {
  assert.deepEqual(
    faults.filter((fault) => !/401/.test(fault)),
    [],
  )
})
