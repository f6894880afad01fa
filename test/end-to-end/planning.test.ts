import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import '../../scripts/ensure-web.ts'
import { asAdmin } from '../admin.ts'
import { goodPassword } from '../callers.ts'
import { openBrowser, skipWithoutBrowser as skip } from './browser.ts'
import { collectFaults } from './faults.ts'
import { type RunningServer, startServer } from './server.ts'

// How an administrator sets up a site and corrects a day, from an empty server on, told in order.

const closers: (() => Promise<void>)[] = []
let server: RunningServer
let page: Page
let faults: readonly string[] = []

before(async () => {
  if (skip !== false) return
  server = await startServer()
  closers.push(server.stop)
  const browser = await openBrowser({
    locale: 'fr-FR',
    timezoneId: 'Africa/Casablanca',
    reducedMotion: 'reduce',
  })
  closers.unshift(browser.close)
  faults = collectFaults(browser.context)
  page = await browser.context.newPage()
  await page.goto(`${server.address}/#/sites`)
})

after(async () => {
  for (const close of closers) await close()
})

/** A day so many days from today, as a date field takes it, and its year. */
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const field = (name: string) => page.getByLabel(name, { exact: true })
const dialog = () => page.getByRole('dialog')
const goTo = (group: string, name?: string) => async () => {
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: group, exact: true })
    .click()
  if (name === undefined) return
  await page
    .getByRole('navigation', { name: group })
    .getByRole('link', { name, exact: true })
    .click()
}

test('a site is added with its clocks, found by a city, and its holidays', { skip }, async () => {
  await page.getByText('Aucun site pour l’instant.').waitFor()
  await button('Ajouter un site').press('Enter')
  await field('Nom').fill('Siège')
  await page.getByRole('combobox', { name: 'Fuseau horaire' }).fill('casa')
  await page.getByRole('option', { name: /Africa\/Casablanca/ }).click()
  await page.getByRole('combobox', { name: 'Jours fériés' }).selectOption({ label: 'Maroc' })
  await button('Enregistrer').click()
  await page.getByText('Enregistré : Siège.').waitFor()
  await page.getByText('Jours fériés · Maroc').waitFor()
})

test(
  'a holiday is made a workday and put back, added, and read from a file',
  { skip },
  async () => {
    await button('Jours fériés : Siège').click()
    await button(/^Jour ouvré\s: Fête du Travail/).click()
    await page.getByText(/^Devient un jour ouvré\s: .* 1 mai/).waitFor()
    await button('Annuler').click()
    await button(/^Jour ouvré\s: Fête du Travail/).waitFor()
    const year = dayFromNow(0).slice(0, 4)
    await field('Jour').fill(`${year}-12-24`)
    await field('Nom du jour férié').fill('Fermeture')
    await button('Ajouter un jour férié').click()
    await dialog().getByText('Fermeture').waitFor()
    const event = ['BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${year}1228`, 'SUMMARY:Inventaire']
    const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VEVENT', 'END:VCALENDAR']
    const choose = dialog().locator('input[type=file]')
    const file = (text: string) => ({ name: 'a.ics', mimeType: '', buffer: Buffer.from(text) })
    await choose.setInputFiles(file('rubbish'))
    await dialog().getByText('Ce fichier n’est pas un calendrier.').waitFor()
    await choose.setInputFiles(file(calendar.join('\r\n')))
    await dialog().getByText('Inventaire').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  },
)

test('a schedule of two shifts is made, once its overlap is mended', { skip }, async () => {
  await goTo('Planning')()
  await button('Ajouter un horaire').click()
  await field('Nom').fill('Bureau')
  await field('Fin').fill('13:00')
  await button('Retirer la pause 1').click()
  await button('Ajouter une plage').click()
  const second = page.getByRole('group', { name: 'Plage 2' })
  await second.getByLabel('Nom de la plage').fill('Après-midi')
  await second.getByLabel('Début').fill('12:00')
  await second.getByLabel('Fin').fill('18:00')
  await second.getByRole('checkbox', { name: 'Lundi' }).press('Space')
  await button('Enregistrer').click()
  await page
    .getByRole('alert')
    .getByText('Semaine 1, Lundi, Après-midi — Deux plages se chevauchent.')
    .waitFor()
  await second.getByLabel('Début').fill('14:00')
  await button('Enregistrer').click()
  await page.getByText('Enregistré : Bureau.').waitFor()
  await page.getByText(/^Après-midi 14:00–18:00 lun\.$/).waitFor()
})

test('a change that would rewrite the past is refused in plain words', { skip }, async () => {
  await button('Modifier Bureau').click()
  await page.getByText(/^Les jours d’avant gardent les règles/).waitFor()
  await field('En vigueur à partir du').fill(dayFromNow(-7))
  await button('Enregistrer').click()
  await page.getByText(/^Choisissez aujourd’hui ou un jour suivant/).waitFor()
  await field('En vigueur à partir du').fill(dayFromNow(2))
  await field('Heures supplémentaires').selectOption({ label: 'Par taux' })
  await button('Selon la loi : France').click()
  await button('Enregistrer').click()
  await page.getByText('Enregistré : Bureau.').waitFor()
})

test('employees are imported once every row of the file is in order', { skip }, async () => {
  await goTo('Employés', 'Importer')()
  const file = (text: string) => ({
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  const choose = page.locator('input[type=file]')
  await choose.setInputFiles(file('nom;site\nNora Haddad;Siège\nSami Benali;Nulle part\n'))
  await page.getByText('Lignes nouvelles : 1 · Déjà présentes : 0 · Lignes refusées : 1').waitFor()
  await page.getByRole('row').filter({ hasText: 'Aucun site ne porte ce nom.' }).waitFor()
  assert.equal(await button('Importer').count(), 0)
  await choose.setInputFiles(file('nom;site\nNora Haddad;Siège\nSami Benali;Siège\n'))
  await button('Importer').click()
  await page.getByRole('heading', { name: 'Employés importés : 2.' }).waitFor()
})

test(
  'employees are assigned from a day on, and not before their last change',
  { skip },
  async () => {
    await goTo('Planning')()
    await page.getByRole('combobox', { name: 'Employés' }).fill('nora')
    await page.getByRole('option', { name: 'Nora Haddad' }).click()
    await page.getByText(/^Nora Haddad\s: Sans heures prévues, Siège/).waitFor()
    await page.getByRole('combobox', { name: 'Horaire' }).selectOption({ label: 'Bureau' })
    await button('Attribuer').click()
    await page.getByText('Non attribué : Nora Haddad').waitFor()
    await field('À partir du').fill(dayFromNow(2))
    await button('Attribuer').click()
    await page.getByText('Attribué : Nora Haddad.').waitFor()
  },
)

test(
  'leave is added for an afternoon, refused where it overlaps, and taken back',
  { skip },
  async () => {
    await goTo('Planning', 'Congés')()
    for (const text of ['Congé ajouté.', 'Ce congé en chevauche un autre.']) {
      await button('Ajouter un congé').click()
      await dialog().getByRole('combobox', { name: 'Employé' }).fill('sami')
      await page.getByRole('option', { name: 'Sami Benali' }).click()
      await dialog().getByLabel('Partie de la journée').selectOption({ label: 'Après-midi' })
      await dialog().getByRole('button', { name: 'Ajouter un congé' }).click()
      await page.getByText(text).waitFor()
    }
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    const row = page.getByRole('row').filter({ hasText: 'Sami Benali' })
    await row.getByText(/, Après-midi$/).waitFor()
    await row.getByRole('button', { name: /^Retirer/ }).click()
    await dialog().getByRole('button', { name: 'Retirer' }).click()
    await page.getByText('Congé retiré.').waitFor()
    await row.waitFor({ state: 'detached' })
  },
)

/** Approves what waits, as an operator who is added and signs in meanwhile, in another browser as it were. */
async function approveAsAnother(): Promise<void> {
  const { address } = server
  const send = async (path: string, headers: Readonly<Record<string, string>>, body: object) => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    assert.ok(answer.ok, `${path}: ${answer.status}`)
    return answer
  }
  const account = { name: 'Camille', password: goodPassword }
  await send('/operators', asAdmin, { ...account, role: 'manager', siteIds: 'all' })
  const signedIn = await send('/session', {}, account)
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const own = { cookie, 'sec-fetch-site': 'same-origin' }
  const listed = await fetch(`${address}/corrections?state=open`, { headers: own })
  const { corrections } = (await listed.json()) as { corrections: { id: string }[] }
  assert.equal(corrections.length, 1)
  for (const { id } of corrections) {
    await send(`/corrections/${id}/decision`, own, { outcome: 'approved' })
  }
}

test(
  'a day is corrected, and the correction counts once somebody else approved',
  { skip },
  async () => {
    await goTo('Relevés')()
    await button('Sami Benali').click()
    await button('Ajouter un pointage').click()
    await field('Pointage').selectOption({ label: 'Arrivée' })
    await field('Heure').fill('00:00')
    await button('Demander la correction').click()
    await page.getByText('À remplir.').first().waitFor()
    await page.getByLabel(/^Motif/).fill('Badge oublié')
    await button('Demander la correction').click()
    await page.getByText('La correction attend un accord.').waitFor()
    await page.getByRole('radio', { name: 'Heures' }).press('ArrowRight')
    await page.getByRole('row').filter({ hasText: 'Correction en attente' }).waitFor()

    await goTo('Relevés', 'Corrections')()
    const approve = button(/^Accepter\s: Sami Benali, À ajouter\s: Arrivée/)
    await approve.click()
    await page.getByText('Une autre personne doit approuver cette correction.').waitFor()
    await approveAsAnother()
    await page.reload()
    await page.getByText('Aucune correction n’attend.').waitFor()
    await page.getByText('Traitées', { exact: true }).click()
    await page
      .getByText(/^Acceptée par Camille/)
      .first()
      .waitFor()
  },
)

test('a recorded moment is not counted any more when that is asked for', { skip }, async () => {
  await goTo('Relevés')()
  await button('Sami Benali').click()
  const corrected = page.getByRole('row').filter({ hasText: 'Corrigé' })
  await corrected.getByRole('button', { name: /^Corriger / }).click()
  await button(/^Ne pas compter\s: .*Arrivée/).click()
  await page.getByLabel(/^Motif/).fill('Erreur')
  await button('Demander la correction').click()
  await dialog()
    .getByText(/^En attente d’accord\s: À ne pas compter/)
    .waitFor()
  await page.keyboard.press('Escape')
})

test('nothing broke, warned or was stopped by the content security policy', { skip }, () => {
  assert.deepEqual(faults, [])
})
