/** What only the kiosk says. */
export const kioskEn = {
  kiosk: {
    pairing: {
      title: 'Pair this device',
      text: 'In the office, under Kiosks, make a code for this door and type it here within ten minutes.',
      code: 'Code',
      pair: 'Pair',
      again: 'This device is not paired any more. A new code pairs it again.',
    },
    away: 'The server does not answer. Nobody can clock in at the moment: tell whoever looks after the hours.',
    noFace: 'Clock in with your number and PIN, or with your badge.',
    instead: 'You can clock in with your number and PIN.',
    notMe: 'That is not me',
    voided: {
      title: 'Taken back',
      advice: 'That record counts no more. Please clock in yourself now.',
    },
    pin: {
      open: 'Number and PIN',
      title: 'Number and PIN',
      number: 'Employee number',
      pin: 'PIN',
      hint: '{{count}} digits',
      keys: 'Keypad',
      back: 'Delete the last character',
      toPin: 'On to the PIN',
    },
    badge: {
      open: 'Badge',
      guide: 'Hold the code of your badge before the camera, or scan it.',
    },
    refused: {
      'wrong-pin': {
        title: 'Wrong number or PIN',
        advice: 'Try again. After ten wrong PINs in a row, ask for a new one.',
      },
      'unknown-badge': {
        title: 'Badge not valid',
        advice: 'Ask for a new badge, or use your number and PIN.',
      },
      'face-differs': {
        title: 'Not the face of this badge',
        advice: 'Use your own badge, face the camera, or use your number and PIN.',
      },
      'face-needed': {
        title: 'Your face as well, please',
        advice: 'Face the camera while you show your badge, or use your number and PIN.',
      },
      'too-many-attempts': {
        title: 'Too many wrong PINs here',
        advice: 'Wait some minutes, or use your badge or another kiosk.',
      },
      'too-late': {
        title: 'Too late to take it back here',
        advice: 'Tell whoever looks after the hours.',
      },
    },
  },
} as const

type Texts<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> }

/** Everything that the kiosk can say besides what all pages do; each language has all of it. */
export type KioskWords = Texts<typeof kioskEn>
