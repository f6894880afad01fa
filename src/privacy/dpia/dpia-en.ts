import { heading, list, paragraph, table, type Document } from '../../document/document.ts'
import type { FaceRefusal } from '../face-rule.ts'
import type { DpiaFacts } from './dpia-facts.ts'
import { oneIn } from './one-in.ts'

const refusals: Readonly<Record<FaceRefusal, string>> = {
  'not-set-up': 'not in use: no country was chosen',
  'off-by-default': 'not in use: off by the country’s default',
  'no-authorisation': 'not in use: the authority’s authorisation is missing',
  'switched-off': 'not in use: switched off',
}
const tls = {
  'own-certificate': 'TLS with the server’s own certificate',
  proxy: 'TLS at a proxy before the server',
  none: 'no TLS: only for this machine itself',
} as const
const open = 'To be answered by the controller: '

export function englishDpia(facts: DpiaFacts): Document {
  const { choices, profile, periods, face, settings, consents } = facts
  const { decision, measuredOn } = settings
  const rate = (value: number) => oneIn(value, 'en')
  const { name, address, contact } = choices.controller
  const title = 'Data protection impact assessment: time clock'
  return {
    language: 'en',
    title,
    blocks: [
      heading(title, 1),
      paragraph(
        `Filled from the running program at ${facts.at} UTC. What only people can answer is marked “${open.trim()}”.`,
      ),
      heading('1. The processing'),
      table(
        [],
        [
          [
            'Controller',
            [name, address, contact].filter(Boolean).join(', ') || `${open}name, address, contact`,
          ],
          ['Country', profile.name.en],
          [
            'Purpose',
            'Recording the beginning and end of work and breaks, counting hours, correcting them. No other.',
          ],
          [
            'People concerned',
            `${facts.employees} employees, ${consents.withTemplates} of them with face templates`,
          ],
          ['Face recognition', face.allowed ? 'in use' : refusals[face.reason]],
          ['Reason recorded for faces', choices.face.use === 'on' ? choices.face.reason : 'none'],
          ['Authorisation', choices.authorisation ?? 'none recorded'],
          [
            'Data',
            'Name, number, site, schedule, leave; records and corrections with who and why; where somebody agreed, face templates (vectors). No photo.',
          ],
          [
            'Recipients',
            'Operators of the program by role and site; the employee. Nobody else; the program makes no connection of its own to anywhere.',
          ],
          ['Transfers to other countries', 'none by the program'],
        ],
      ),
      heading('2. Necessity and proportion'),
      paragraph(`${profile.hoursBasis.en} ${face.allowed ? profile.faceBasis.en : ''}`),
      paragraph(profile.why.en),
      list(...profile.sources.map((source) => `${source.title}: ${source.url}`)),
      list(
        `${open}why badges, PINs or a person at the door do not suffice; how long that was tried.`,
        `${open}which type of storage was considered: a template that its person alone holds (type 1), under shared control (type 2), in the employer’s base (type 3). Templates with this program are of type 3 unless kept on the person’s own badge.`,
        `${open}what the works council or the employees’ representatives said, and when.`,
      ),
      table(
        [],
        [
          ['Another way, for everybody and always', 'employee number and PIN, or badge'],
          [
            'Published notice',
            facts.noticeVersion === null
              ? 'NONE that tells what is done now'
              : `version ${facts.noticeVersion}`,
          ],
          ['Templates without a recorded consent', String(consents.withoutConsent)],
          ['Consents to an earlier notice', String(consents.toEarlierNotice)],
          ['Consent taken back', 'one step; templates erased at once, a PIN is given'],
        ],
      ),
      heading('3. How long'),
      table(
        [],
        [
          ['Photos, and faces of nobody enrolled', '0 days: in memory only'],
          ['Templates of whoever left or took consent back', 'at once'],
          ['Templates not used', `${periods.templateUnusedDays} days`],
          [
            'Records, corrections, consents of those who left',
            `${periods.recordYears} years after their last record`,
          ],
          ['Answers kept for repeated requests', '30 days'],
        ],
      ),
      paragraph(profile.retention.why.en),
      heading('4. Accuracy'),
      table(
        [],
        [
          ['Recogniser', settings.recogniser],
          ['Templates compared with', String(decision.templates)],
          ['Strangers taken for somebody, asked for', rate(decision.targetFpir)],
          ['Strangers taken for somebody, expected', rate(decision.expectedFpir)],
          [
            'False matches of one comparison (FMR)',
            `${rate(decision.fmr)}, ${decision.measured ? 'counted' : 'drawn on from what was counted'}`,
          ],
          ['Threshold', decision.threshold.toFixed(2)],
          ['Lead over the second person', decision.minMargin.toFixed(2)],
          ['FMR with a PIN or badge first (1:1)', rate(settings.verificationFmr)],
          [
            'Measured on',
            `${measuredOn.description}: ${measuredOn.people} people, ${measuredOn.photos} photos, ${measuredOn.comparisons.toLocaleString('en')} comparisons of strangers`,
          ],
        ],
      ),
      paragraph(
        'Presentation attacks (photos, screens, masks) were not tested by a laboratory: nothing is claimed. A wrong record can be contested and is corrected by a second record; nothing follows from a face that was not recognised.',
      ),
      heading('5. Risks and what is done against them'),
      table(
        ['Risk', 'Measures in this installation', 'Left over'],
        [
          [
            'Templates are stolen',
            `${settings.templatesSealedBy === 'none' ? 'kept in plain: SEAL THEM' : 'sealed under a key for each employee, the master key outside of the database'}; never in an answer, a log or an export`,
            `${open}severity, likelihood`,
          ],
          [
            'Somebody listens in',
            tls[settings.tls] +
              (settings.listensOn === 'network'
                ? '; reachable from the network'
                : '; only this machine reaches it'),
            `${open}severity, likelihood`,
          ],
          [
            'Somebody is taken for somebody else',
            'threshold by the number of templates, lead over the second, PIN or badge as a way',
            `${open}severity, likelihood`,
          ],
          [
            'Records are changed',
            `the database refuses it; corrections are rows of their own, ${settings.correctionsNeedApproval ? 'with a second person’s approval' : 'WITHOUT a second person’s approval'}`,
            `${open}severity, likelihood`,
          ],
          [
            'Data are lost',
            `${settings.database}, every answer after its commit; backups by pointeuse backup`,
            `${open}backups and their drill`,
          ],
          [
            'Used for something else',
            'no search of strangers, no tracking, no age, sex, origin, mood; every page and route by role',
            `${open}severity, likelihood`,
          ],
        ],
      ),
      heading('6. Rights'),
      list(
        'Told: a public notice in French, English and Arabic, readable without signing in.',
        'Access and portability: everything that is held, as JSON, CSV and PDF.',
        'Correction and contest: each record.',
        'Erasure: templates at once; records once no law has them kept.',
        `Complaints: ${profile.authority.name.en}, ${profile.authority.url}.`,
      ),
      heading('7. Opinion and decision'),
      list(
        `${open}opinion of the data protection officer.`,
        `${open}views of the people concerned or their representatives.`,
        `${open}decision, name, date, next review.`,
      ),
    ],
  }
}
