import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import '../../scripts/ensure-web.ts'
import { accessibilityFaults } from './audit.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { collectFaults } from './faults.ts'
import { startServer, type RunningServer } from './server.ts'

// From the link of the first start to operators, keys and a session that ends while somebody works, in order.

const admin = { name: 'Samira Alaoui', password: 'une phrase que personne ne devine' }
const closers: (() => Promise<void>)[] = []
let server: RunningServer
let context: BrowserContext
let page: Page
let faults: readonly string[] = []

before(async () => {
  if (skip !== false) return
  server = await startServer({ isSetUp: false })
  closers.push(server.stop)
  const browser = await openBrowser({ isSignedIn: false, locale: 'fr-MA', reducedMotion: 'reduce' })
  closers.unshift(browser.close)
  context = browser.context
  faults = collectFaults(context)
  page = await context.newPage()
})

after(async () => {
  for (const close of closers) await close()
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const field = (name: string | RegExp) => page.getByLabel(name, { exact: true })
const dialog = () => page.getByRole('dialog')

async function signIn(password = admin.password) {
  await field('Mot de passe').fill(password)
  await button('Se connecter').press('Enter')
}

test(
  'without the link nobody can set the program up, and the page says where it is',
  { skip },
  async () => {
    await page.goto(`${server.address}/#/sites`)
    await page.getByRole('heading', { name: 'Bienvenue dans Pointeuse' }).waitFor()
    await page.getByText('setup-link').waitFor()
    assert.equal(await page.getByRole('navigation').count(), 0)
    assert.deepEqual(await accessibilityFaults(page), [])
  },
)

test('with the link it takes a name, a password, a country and a site', { skip }, async () => {
  await page.goto(await server.setUpLink())
  await page.reload()
  assert.equal(await field('Pays').inputValue(), 'MA', 'the country of the browser is offered')
  await button('Mettre en service').click()
  assert.equal(await page.getByText('Veuillez remplir ce champ.').count(), 3)
  await field('Votre nom').fill(admin.name)
  await field('Mot de passe').fill('123456789012')
  await field('Premier site').fill('Casablanca')
  await button('Mettre en service').click()
  await page.getByRole('alert').waitFor()
  await field('Mot de passe').fill(admin.password)
  assert.deepEqual(await accessibilityFaults(page), [])
  await button('Mettre en service').click()
  await button(`Compte de ${admin.name}`).waitFor()
  assert.doesNotMatch(page.url(), /setup/, 'the secret of the link leaves the address')
})

test('whoever signs out sees nothing until they sign in again', { skip }, async () => {
  await page.goto(`${server.address}/#/operators`)
  await page.getByRole('heading', { name: 'Opérateurs' }).waitFor()
  await button(`Compte de ${admin.name}`).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await page.getByRole('heading', { name: 'Connexion' }).waitFor()
  assert.equal(await page.getByText('Opérateurs').count(), 0)
  assert.deepEqual(await accessibilityFaults(page), [])
  await field('Nom').fill(admin.name)
  await signIn('tout autre chose que cela')
  await page.getByRole('alert').waitFor()
  await signIn()
  await page.getByRole('heading', { name: 'Opérateurs' }).waitFor()
})

test('an operator is added for a site, changed and removed', { skip }, async () => {
  await button('Ajouter un opérateur').click()
  await dialog().getByLabel('Nom').fill('Yann Le Goff')
  await dialog().getByLabel('Casablanca').check()
  await dialog().getByLabel('Premier mot de passe').fill('un parapluie rouge sous la neige')
  assert.deepEqual(await accessibilityFaults(page), [])
  await button('Enregistrer').click()
  await page.getByText('Yann Le Goff peut maintenant se connecter.').waitFor()
  await page.getByText('Responsable · Casablanca').waitFor()
  await button('Modifier Yann Le Goff').click()
  await dialog().getByRole('radio', { name: 'Lecteur' }).check()
  await button('Enregistrer').click()
  await page.getByText('Lecteur · Casablanca').waitFor()
  await button('Retirer Yann Le Goff').click()
  await dialog().getByRole('button', { name: 'Retirer' }).click()
  await page.getByText('Yann Le Goff est retiré.').waitFor()
})

test('a key is shown once and can be revoked', { skip }, async () => {
  await page.goto(`${server.address}/#/keys`)
  await button('Créer une clé').click()
  await dialog().getByLabel('Nom').fill('Paie')
  await dialog().getByLabel('lire').check()
  await dialog().getByRole('button', { name: 'Créer une clé' }).click()
  const key = await dialog().locator('code').innerText()
  const answer = await fetch(`${server.address}/employees`, {
    headers: { authorization: `Bearer ${key}` },
  })
  assert.equal(answer.status, 200)
  assert.deepEqual(await accessibilityFaults(page), [])
  await dialog().getByRole('button', { name: 'Fermer' }).last().click()
  await page.getByText('lire · Tous les sites · sans fin').waitFor()
  assert.equal(await page.getByText(key).count(), 0)
  await button('Révoquer Paie').click()
  await dialog().getByRole('button', { name: 'Révoquer' }).click()
  await page.getByText('Paie est révoquée.').waitFor()
})

test('a kiosk is added with a code that is shown once, renamed and revoked', { skip }, async () => {
  await page.goto(`${server.address}/#/kiosks`)
  await page.getByText('Il n’y a pas encore de borne.').waitFor()
  await button('Ajouter une borne').click()
  await dialog().getByRole('button', { name: 'Ajouter une borne' }).click()
  await dialog().getByText('Veuillez remplir ce champ.').waitFor()
  await dialog().getByLabel('Nom').fill('Entrée')
  assert.deepEqual(await accessibilityFaults(page), [])
  await dialog().getByRole('button', { name: 'Ajouter une borne' }).click()
  await dialog().getByText(`${server.address}/kiosk`, { exact: true }).waitFor()
  const code = await dialog().locator('code').innerText()
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  assert.deepEqual(await accessibilityFaults(page), [])
  const device = await pairedWith(code)
  await dialog().getByRole('button', { name: 'Fermer' }).last().click()
  await page.reload()
  await page.getByText(/^Casablanca · Associée le/).waitFor()
  await page.getByText(/^Vue .* · Version \d+\.\d+\.\d+$/).waitFor()
  assert.equal(await page.getByText(code).count(), 0)
  await button('Renommer Entrée').click()
  await dialog().getByLabel('Nouveau nom').fill('Porte nord')
  await button('Enregistrer').click()
  await page.getByText('Nouveau nom : Porte nord.').waitFor()
  await button('Nouveau code pour Porte nord').click()
  await dialog().getByRole('button', { name: 'Nouveau code' }).click()
  assert.notEqual(await dialog().locator('code').innerText(), code)
  await dialog().getByRole('button', { name: 'Fermer' }).last().click()
  await button('Révoquer Porte nord').click()
  await dialog().getByRole('button', { name: 'Révoquer' }).click()
  await page.getByText('Porte nord est révoquée.').waitFor()
  await page.getByText('Il n’y a pas encore de borne.').waitFor()
  await device.reload()
  await device.getByText('Cet appareil n’est plus associé').waitFor()
  await device.close()
})

/** A page that becomes a kiosk by a code. */
async function pairedWith(code: string): Promise<Page> {
  const device = await context.newPage()
  await device.goto(`${server.address}/kiosk`)
  await device.getByRole('textbox', { name: 'Code' }).fill(code)
  await device.keyboard.press('Enter')
  await device.getByText('Casablanca · Entrée').waitFor()
  return device
}

test('how people clock in is chosen site by site', { skip }, async () => {
  const mode = page.getByLabel('Casablanca')
  await mode.selectOption('no-face')
  await page.getByText('Modifié : Casablanca.').waitFor()
  await page.reload()
  await page.getByText('Comment on pointe').waitFor()
  await page.waitForFunction(`document.querySelector('main select')?.value === 'no-face'`)
  assert.deepEqual(await accessibilityFaults(page), [])
})

test(
  'when a session ends, what was typed is still there after signing in again',
  { skip },
  async () => {
    await page.goto(`${server.address}/#/sites`)
    await button('Ajouter un site').click()
    await dialog().getByLabel('Nom').fill('Entrepôt')
    await context.clearCookies()
    await button('Enregistrer').click()
    await page.getByText('Vous avez été déconnecté').waitFor()
    await signIn()
    await page.getByText('Vous avez été déconnecté').waitFor({ state: 'detached' })
    assert.equal(await dialog().getByLabel('Nom').inputValue(), 'Entrepôt')
    await button('Enregistrer').click()
    await page.getByText('Entrepôt').first().waitFor()
  },
)

test('nothing broke, warned or was stopped by the content security policy', { skip }, () => {
  assert.deepEqual(
    faults.filter((fault) => !/40[139]|422/.test(fault)),
    [],
  )
})
