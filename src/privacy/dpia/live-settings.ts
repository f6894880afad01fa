import type { Calibration } from '../../identity/calibration.ts'
import { type Policy, verificationFmr } from '../../identity/decision.ts'
import type { LiveSettings } from './dpia-facts.ts'

/** What an assessment is told of how the program was started. */
export type StartSettings = Pick<
  LiveSettings,
  'tls' | 'templatesSealedBy' | 'correctionsNeedApproval'
> & {
  /** The URL of the database, of which only the kind is told. */
  readonly databaseUrl: string
  readonly host: string
}

/** How an installation runs at this moment: as it was started, and as it decides now. */
export function liveSettingsOf(
  { databaseUrl, host, ...settings }: StartSettings,
  { calibration, policy }: { readonly calibration: Calibration; readonly policy: () => Policy },
): () => LiveSettings {
  const { model, data } = calibration
  return () => ({
    ...settings,
    database: databaseNames[databaseUrl.split(':')[0] ?? ''] ?? 'a database',
    listensOn: /^(localhost|127\..*|::1|\[::1\])$/.test(host) ? 'this-machine' : 'network',
    recogniser: model,
    decision: policy(),
    verificationFmr,
    measuredOn: {
      description: data.description,
      people: data.people,
      photos: data.photos,
      comparisons: data.impostorComparisons,
    },
  })
}

const databaseNames: Readonly<Record<string, string>> = {
  sqlite: 'SQLite',
  mysql: 'MySQL',
  postgres: 'PostgreSQL',
  postgresql: 'PostgreSQL',
}
