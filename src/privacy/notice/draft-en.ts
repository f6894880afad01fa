import { type DraftFacts, type DraftWriter, list } from './draft-facts.ts'

export const englishDraft: DraftWriter = (facts) => [
  '# Your data at the time clock',
  facts.face
    ? 'This notice tells you what the time clock keeps about you, why, for how long, and what you can ask for. You may clock in with your face only if you agree to it. You need not agree.'
    : 'This notice tells you what the time clock keeps about you, why, for how long, and what you can ask for. Face recognition is not used here: nobody’s face is looked at or kept.',
  '## Who is responsible',
  controller(facts),
  '## What for',
  'To record when you begin and end work and breaks, to count your hours, and to correct them. For nothing else: not to watch your performance, not to follow where you go, not to look for other people, not to guess your age, sex, origin, mood or health. No decision about you is made by the program alone, and nothing follows from a face that was not recognised.',
  '## On which basis',
  facts.hoursBasis,
  facts.face ? facts.faceBasis : '',
  facts.face && facts.authorisation
    ? `The use of faces is authorised under number ${facts.authorisation}.`
    : '',
  facts.face ? facts.faceParticulars : '',
  '## What is kept',
  list(
    'your name and employee number, your site, schedule and leave;',
    'each record: when, which kind (in, out, break), where; each correction with who asked for it, why and who decided;',
    facts.face
      ? 'if you agreed: face templates. A template is a list of numbers that a program computes from a photo. It is kept on the employer’s own server, and serves only to recognise you at this time clock;'
      : '',
    facts.face
      ? 'your consent: the version and language of this notice, when and how you agreed, who wrote it down, and whether you took it back;'
      : '',
    'who looked at or changed your data, as far as the program notes it.',
  ),
  facts.face
    ? 'Photos are never kept. The photos of your enrolment and those taken when you clock in are in the server’s memory only while they are looked at. A face that belongs to nobody enrolled leaves nothing behind.'
    : '',
  facts.face ? '## Another way, always' : '## How you clock in',
  facts.face
    ? 'You can clock in without your face, at any time: with your employee number and a PIN, or with a badge. You need no reason, lose nothing by it, and may change your mind whenever you like.'
    : 'With your employee number and a PIN, or with a badge.',
  '## Who sees it',
  'Those whom your employer entrusted with hours and pay, as far as their work needs it, and you. The program sends your data to nobody, uses no service of a third party and moves nothing to another country. Authorities see what the law lets them see.',
  '## How long',
  list(
    facts.face
      ? `face templates: until you take your consent back (erased at once), until you leave (within 24 hours), or until you have not clocked in for ${facts.periods.templateUnusedDays} days, whichever comes first;`
      : '',
    facts.face
      ? 'photos: not at all; faces that were not recognised: not at all;'
      : 'photos and faces: not at all;',
    `records, corrections and ${facts.face ? 'consents' : 'what belongs to them'}: until ${facts.periods.recordYears} years after the last record of those who left;`,
    'in backups, what was erased may stay until they expire; it is erased again before a backup is used.',
  ),
  '## Your rights',
  list(
    'to see what is held about you and to take a copy of it with you;',
    'to have wrong records corrected, and to contest each record;',
    facts.face
      ? 'to take your consent back at any time, without a reason and without any harm to you: your templates are erased within a minute, and you get a PIN. What was done before stays lawful;'
      : '',
    'to have data erased or their use restricted, and to object, as far as no law has them kept.',
  ),
  'For all of this, turn to whoever is named above, or to anybody who manages the time clock.',
  '## Complaints',
  `You may complain at any time: ${facts.authority} (${facts.authorityUrl}).`,
]

function controller({ controller: { name, address, contact } }: DraftFacts): string {
  const who = name === '' ? 'Your employer, who runs this time clock' : `${name}, your employer`
  const where = address === '' ? '' : `, ${address}`
  const questions =
    contact === ''
      ? 'Questions about your data go to whoever manages staff at your workplace.'
      : `Questions about your data: ${contact}.`
  return `${who}${where}, is responsible for your data. ${questions}`
}
