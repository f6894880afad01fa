import { type DraftFacts, type DraftWriter, list } from './draft-facts.ts'

export const frenchDraft: DraftWriter = (facts) => [
  '# Vos données à la pointeuse',
  facts.face
    ? 'Cette notice vous dit ce que la pointeuse garde sur vous, pourquoi, combien de temps, et ce que vous pouvez demander. Vous ne pointez avec votre visage que si vous l’acceptez. Rien ne vous y oblige.'
    : 'Cette notice vous dit ce que la pointeuse garde sur vous, pourquoi, combien de temps, et ce que vous pouvez demander. La reconnaissance du visage n’est pas utilisée ici : aucun visage n’est regardé ni gardé.',
  '## Qui est responsable',
  controller(facts),
  '## Pour quoi',
  'Pour noter quand vous commencez et finissez le travail et les pauses, compter vos heures et les corriger. Pour rien d’autre : ni surveiller votre rendement, ni suivre vos déplacements, ni chercher d’autres personnes, ni deviner votre âge, votre sexe, votre origine, votre humeur ou votre santé. Aucune décision vous concernant n’est prise par le programme seul, et un visage non reconnu n’entraîne rien.',
  '## Sur quelle base',
  facts.hoursBasis,
  facts.face ? facts.faceBasis : '',
  facts.face && facts.authorisation
    ? `L’usage du visage est autorisé sous le numéro ${facts.authorisation}.`
    : '',
  facts.face ? facts.faceParticulars : '',
  '## Ce qui est gardé',
  list(
    'votre nom et votre numéro, votre site, votre horaire et vos congés ;',
    'chaque pointage : quand, de quelle sorte (arrivée, départ, pause), où ; chaque correction avec qui l’a demandée, pourquoi et qui a décidé ;',
    facts.face
      ? 'si vous avez accepté : des gabarits de visage. Un gabarit est une suite de nombres qu’un programme calcule à partir d’une photo. Il est gardé sur le serveur de l’employeur et ne sert qu’à vous reconnaître à cette pointeuse ;'
      : '',
    facts.face
      ? 'votre consentement : la version et la langue de cette notice, quand et comment vous avez accepté, qui l’a noté, et si vous l’avez retiré ;'
      : '',
    'qui a consulté ou changé vos données, dans la mesure où le programme le note.',
  ),
  facts.face
    ? 'Les photos ne sont jamais gardées. Celles de votre inscription et celles prises au pointage ne sont dans la mémoire du serveur que le temps d’être regardées. Un visage qui n’appartient à personne d’inscrit ne laisse aucune trace.'
    : '',
  facts.face ? '## Une autre façon, toujours' : '## Comment vous pointez',
  facts.face
    ? 'Vous pouvez pointer sans votre visage, à tout moment : avec votre numéro et un code PIN, ou avec un badge. Vous n’avez aucune raison à donner, vous n’y perdez rien, et vous pouvez changer d’avis quand vous voulez.'
    : 'Avec votre numéro et un code PIN, ou avec un badge.',
  '## Qui les voit',
  'Les personnes chargées des heures et de la paie, dans la mesure où leur travail le demande, et vous. Le programme n’envoie vos données à personne, n’utilise aucun service de tiers et ne transfère rien à l’étranger. Les autorités voient ce que la loi leur permet de voir.',
  '## Combien de temps',
  list(
    facts.face
      ? `gabarits de visage : jusqu’au retrait de votre consentement (effacement immédiat), jusqu’à votre départ (dans les 24 heures), ou après ${facts.periods.templateUnusedDays} jours sans pointage, au premier de ces moments ;`
      : '',
    facts.face
      ? 'photos : jamais gardées ; visages non reconnus : jamais gardés ;'
      : 'photos et visages : jamais gardés ;',
    `pointages, corrections ${facts.face ? 'et consentements' : 'et ce qui s’y rattache'} : jusqu’à ${facts.periods.recordYears} ans après le dernier pointage de qui est parti ;`,
    'ce qui est effacé peut rester dans les sauvegardes jusqu’à leur expiration ; il est effacé de nouveau avant qu’une sauvegarde serve.',
  ),
  '## Vos droits',
  list(
    'voir ce qui est détenu sur vous et en emporter une copie ;',
    'faire corriger un pointage faux, et contester chaque pointage ;',
    facts.face
      ? 'retirer votre consentement à tout moment, sans raison et sans conséquence pour vous : vos gabarits sont effacés dans la minute et vous recevez un code PIN. Ce qui a été fait avant reste licite ;'
      : '',
    'faire effacer des données ou en limiter l’usage, et vous opposer, tant qu’aucune loi n’oblige à les garder.',
  ),
  'Pour tout cela, adressez-vous à la personne nommée ci-dessus, ou à qui gère la pointeuse.',
  '## Réclamations',
  `Vous pouvez réclamer à tout moment : ${facts.authority} (${facts.authorityUrl}).`,
]

function controller({ controller: { name, address, contact } }: DraftFacts): string {
  const who =
    name === '' ? 'Votre employeur, qui exploite cette pointeuse' : `${name}, votre employeur`
  const where = address === '' ? '' : `, ${address}`
  const questions =
    contact === ''
      ? 'Pour toute question sur vos données, adressez-vous à qui gère le personnel sur votre lieu de travail.'
      : `Questions sur vos données : ${contact}.`
  return `${who}${where}, est responsable de vos données. ${questions}`
}
