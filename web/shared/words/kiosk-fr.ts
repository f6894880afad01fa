import type { KioskWords } from './kiosk-en.ts'

export const kioskFr: KioskWords = {
  kiosk: {
    pairing: {
      title: 'Associer cet appareil',
      text: 'Au bureau, sous Bornes, créez un code pour cette porte et tapez-le ici dans les dix minutes.',
      code: 'Code',
      pair: 'Associer',
      again: 'Cet appareil n’est plus associé. Un nouveau code l’associe de nouveau.',
    },
    away: 'Le serveur ne répond pas. Personne ne peut pointer pour le moment : prévenez la personne qui gère les heures.',
    noFace: 'Pointez avec votre matricule et votre code PIN, ou avec votre badge.',
    instead: 'Vous pouvez pointer avec votre matricule et votre code PIN.',
    notMe: 'Ce n’est pas moi',
    voided: {
      title: 'Annulé',
      advice: 'Ce pointage ne compte plus. Pointez maintenant vous-même.',
    },
    pin: {
      open: 'Matricule et code PIN',
      title: 'Matricule et code PIN',
      number: 'Matricule',
      pin: 'Code PIN',
      hint: '{{count}} chiffres',
      keys: 'Pavé numérique',
      back: 'Effacer le dernier caractère',
      toPin: 'Passer au code PIN',
    },
    badge: {
      open: 'Badge',
      guide: 'Présentez le code de votre badge à la caméra, ou scannez-le.',
    },
    refused: {
      'wrong-pin': {
        title: 'Matricule ou code PIN incorrect',
        advice: 'Réessayez. Après dix codes faux de suite, demandez-en un nouveau.',
      },
      'unknown-badge': {
        title: 'Badge non valable',
        advice: 'Demandez un nouveau badge, ou utilisez votre matricule et votre code PIN.',
      },
      'face-differs': {
        title: 'Ce visage n’est pas celui du badge',
        advice:
          'Prenez votre propre badge, placez-vous face à la caméra, ou utilisez votre matricule et votre code PIN.',
      },
      'face-needed': {
        title: 'Le visage aussi, s’il vous plaît',
        advice:
          'Regardez la caméra en présentant le badge, ou utilisez votre matricule et votre code PIN.',
      },
      'too-many-attempts': {
        title: 'Trop de codes faux ici',
        advice: 'Attendez quelques minutes, ou utilisez votre badge ou une autre borne.',
      },
      'too-late': {
        title: 'Trop tard pour annuler ici',
        advice: 'Prévenez la personne qui gère les heures.',
      },
    },
  },
}
