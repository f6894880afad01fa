import type { RecogniserWords } from './recogniser-en.ts'

/** French of what recognises faces. */
export const recogniserFr: RecogniserWords = {
  recogniser: {
    title: 'Ce qui reconnaît les visages',
    using: 'En service : {{name}}.',
    changing:
      'Changement en cours, avant c’était {{former}} : {{waiting}} restent à enregistrer de nouveau. D’ici là, {{former}} les reconnaît.',
    waiting: 'À enregistrer de nouveau',
    none: 'Tout le monde est enregistré de nouveau. À son prochain démarrage, le serveur reconnaîtra avec {{name}} seul.',
    agreement: 'Comment les deux s’accordent, depuis le démarrage du serveur',
    outcome: 'Les deux ont regardé un visage, et',
    times: 'Combien de fois',
    agreed: {
      same: 'ont trouvé la même personne',
      different: 'ont trouvé deux personnes différentes : rien n’a été enregistré',
      'only-current': 'seul le nouveau a trouvé quelqu’un',
      'only-former': 'seul l’ancien a trouvé quelqu’un',
      neither: 'aucun n’a trouvé personne',
    },
    betterTitle: 'Il existe mieux pour reconnaître les visages',
    better:
      'Personne n’est encore enregistré. {{name}} reconnaît bien mieux, mais plus tard il faudrait enregistrer tout le monde de nouveau. La personne qui gère le serveur l’obtient par cette commande, puis redémarre le serveur :',
  },
}
