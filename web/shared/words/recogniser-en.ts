/** English of what recognises faces; it sets the form for the other languages. */
export const recogniserEn = {
  recogniser: {
    title: 'What recognises faces',
    using: 'In use: {{name}}.',
    changing:
      'Changing from {{former}}: {{waiting}} still have to be enrolled again. Until then they are recognised by {{former}}.',
    waiting: 'To be enrolled again',
    none: 'Everybody is enrolled again. At its next start the server recognises by {{name}} alone.',
    agreement: 'How the two agree, since the server started',
    outcome: 'Both looked at a face, and',
    times: 'How often',
    agreed: {
      same: 'found the same person',
      different: 'found two different people: nobody was recorded',
      'only-current': 'only the new one found somebody',
      'only-former': 'only the one before found somebody',
      neither: 'neither found anybody',
    },
    betterTitle: 'There is a better recogniser',
    better:
      'Nobody is enrolled yet. {{name}} recognises far better, but later everybody would have to be enrolled again for it. Whoever runs the server gets it with this command, and starts the server again:',
  },
}

export type RecogniserWords = typeof recogniserEn
