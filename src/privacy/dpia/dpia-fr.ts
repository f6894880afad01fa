import { heading, list, paragraph, table, type Document } from '../../document/document.ts'
import type { FaceRefusal } from '../face-rule.ts'
import type { DpiaFacts } from './dpia-facts.ts'
import { oneIn } from './one-in.ts'

const refusals: Readonly<Record<FaceRefusal, string>> = {
  'not-set-up': 'non utilisée : aucun pays choisi',
  'off-by-default': 'non utilisée : désactivée par défaut dans ce pays',
  'no-authorisation': 'non utilisée : l’autorisation de l’autorité manque',
  'switched-off': 'non utilisée : désactivée',
}
const tls = {
  'own-certificate': 'TLS avec le certificat du serveur',
  proxy: 'TLS par un proxy devant le serveur',
  none: 'pas de TLS : pour cette machine seulement',
} as const
const open = 'À remplir par le responsable : '

export function frenchDpia(facts: DpiaFacts): Document {
  const { choices, profile, periods, face, settings, consents } = facts
  const { decision, measuredOn } = settings
  const rate = (value: number) => oneIn(value, 'fr')
  const { name, address, contact } = choices.controller
  const title = 'Analyse d’impact relative à la protection des données : pointeuse'
  return {
    language: 'fr',
    title,
    blocks: [
      heading(title, 1),
      paragraph(
        `Remplie par le programme en marche le ${facts.at} UTC. Ce que seules des personnes peuvent dire est marqué « ${open.trim()} ».`,
      ),
      heading('1. Le traitement'),
      table(
        [],
        [
          [
            'Responsable',
            [name, address, contact].filter(Boolean).join(', ') || `${open}nom, adresse, contact`,
          ],
          ['Pays', profile.name.fr],
          [
            'Finalité',
            'Noter le début et la fin du travail et des pauses, compter les heures, les corriger. Aucune autre.',
          ],
          [
            'Personnes concernées',
            `${facts.employees} employés, dont ${consents.withTemplates} avec des gabarits de visage`,
          ],
          ['Reconnaissance du visage', face.allowed ? 'utilisée' : refusals[face.reason]],
          [
            'Raison notée pour le visage',
            choices.face.use === 'on' ? choices.face.reason : 'aucune',
          ],
          ['Autorisation', choices.authorisation ?? 'aucune notée'],
          [
            'Données',
            'Nom, numéro, site, horaire, congés ; pointages et corrections avec qui et pourquoi ; pour qui a accepté, des gabarits de visage (vecteurs). Aucune photo.',
          ],
          [
            'Destinataires',
            'Les opérateurs selon leur rôle et leur site ; l’employé. Personne d’autre ; le programme n’établit aucune connexion de lui-même.',
          ],
          ['Transferts hors du pays', 'aucun par le programme'],
        ],
      ),
      heading('2. Nécessité et proportionnalité'),
      paragraph(`${profile.hoursBasis.fr} ${face.allowed ? profile.faceBasis.fr : ''}`),
      paragraph(profile.why.fr),
      list(...profile.sources.map((source) => `${source.title} : ${source.url}`)),
      list(
        `${open}pourquoi un badge, un code PIN ou une personne à l’entrée ne suffisent pas ; depuis quand cela a été essayé.`,
        `${open}quel type de stockage a été envisagé : gabarit détenu par la seule personne (type 1), sous maîtrise partagée (type 2), en base chez l’employeur (type 3). Les gabarits de ce programme sont de type 3, sauf s’ils sont portés par le badge de la personne.`,
        `${open}ce qu’a dit le comité social et économique ou les représentants du personnel, et quand.`,
      ),
      table(
        [],
        [
          ['Autre façon, pour chacun et toujours', 'numéro et code PIN, ou badge'],
          [
            'Notice publiée',
            facts.noticeVersion === null
              ? 'AUCUNE qui dise ce qui est fait maintenant'
              : `version ${facts.noticeVersion}`,
          ],
          ['Gabarits sans consentement noté', String(consents.withoutConsent)],
          ['Consentements à une notice antérieure', String(consents.toEarlierNotice)],
          [
            'Retrait du consentement',
            'en un geste ; gabarits effacés aussitôt, un code PIN est remis',
          ],
        ],
      ),
      heading('3. Durées'),
      table(
        [],
        [
          ['Photos, et visages de qui n’est pas inscrit', '0 jour : en mémoire seulement'],
          ['Gabarits de qui est parti ou a retiré son accord', 'aussitôt'],
          ['Gabarits sans usage', `${periods.templateUnusedDays} jours`],
          [
            'Pointages, corrections, consentements de qui est parti',
            `${periods.recordYears} ans après le dernier pointage`,
          ],
          ['Réponses gardées pour les requêtes répétées', '30 jours'],
        ],
      ),
      paragraph(profile.retention.why.fr),
      heading('4. Exactitude'),
      table(
        [],
        [
          ['Modèle', settings.recogniser],
          ['Gabarits comparés', String(decision.templates)],
          ['Inconnus pris pour quelqu’un, visé', rate(decision.targetFpir)],
          ['Inconnus pris pour quelqu’un, attendu', rate(decision.expectedFpir)],
          [
            'Fausses correspondances par comparaison (FMR)',
            `${rate(decision.fmr)}, ${decision.measured ? 'compté' : 'prolongé de ce qui a été compté'}`,
          ],
          ['Seuil', decision.threshold.toFixed(2)],
          ['Avance sur la deuxième personne', decision.minMargin.toFixed(2)],
          ['FMR après un code PIN ou un badge (1:1)', rate(settings.verificationFmr)],
          [
            'Mesuré sur',
            `${measuredOn.description} : ${measuredOn.people} personnes, ${measuredOn.photos} photos, ${measuredOn.comparisons.toLocaleString('fr')} comparaisons d’inconnus`,
          ],
        ],
      ),
      paragraph(
        'Les attaques par présentation (photos, écrans, masques) n’ont pas été testées par un laboratoire : rien n’est affirmé. Un pointage faux se conteste et se corrige par un second enregistrement ; un visage non reconnu n’entraîne rien.',
      ),
      heading('5. Risques et mesures'),
      table(
        ['Risque', 'Mesures dans cette installation', 'Risque restant'],
        [
          [
            'Vol de gabarits',
            `${settings.templatesSealedBy === 'none' ? 'en clair : À SCELLER' : 'scellés sous une clé par employé, la clé maîtresse hors de la base'} ; jamais dans une réponse, un journal ou un export`,
            `${open}gravité, vraisemblance`,
          ],
          [
            'Écoute du réseau',
            tls[settings.tls] +
              (settings.listensOn === 'network'
                ? ' ; accessible depuis le réseau'
                : ' ; seule cette machine y accède'),
            `${open}gravité, vraisemblance`,
          ],
          [
            'Une personne prise pour une autre',
            'seuil selon le nombre de gabarits, avance sur la deuxième, code PIN ou badge possibles',
            `${open}gravité, vraisemblance`,
          ],
          [
            'Modification de pointages',
            `la base la refuse ; une correction est une ligne à part, ${settings.correctionsNeedApproval ? 'avec l’accord d’une seconde personne' : 'SANS l’accord d’une seconde personne'}`,
            `${open}gravité, vraisemblance`,
          ],
          [
            'Perte de données',
            `${settings.database}, chaque réponse après son écriture ; sauvegardes par pointeuse backup`,
            `${open}sauvegardes et leur essai`,
          ],
          [
            'Détournement de finalité',
            'ni recherche d’inconnus, ni suivi, ni âge, sexe, origine, humeur ; chaque page et route selon le rôle',
            `${open}gravité, vraisemblance`,
          ],
        ],
      ),
      heading('6. Droits'),
      list(
        'Information : une notice publique en français, anglais et arabe, lisible sans connexion.',
        'Accès et portabilité : tout ce qui est détenu, en JSON, CSV et PDF.',
        'Rectification et contestation : chaque pointage.',
        'Effacement : gabarits aussitôt ; pointages dès qu’aucune loi n’oblige à les garder.',
        `Réclamations : ${profile.authority.name.fr}, ${profile.authority.url}.`,
      ),
      heading('7. Avis et décision'),
      list(
        `${open}avis du délégué à la protection des données.`,
        `${open}avis des personnes concernées ou de leurs représentants.`,
        `${open}décision, nom, date, prochaine révision.`,
      ),
    ],
  }
}
