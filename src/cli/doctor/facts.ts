import { X509Certificate } from 'node:crypto'
import { readFile, statfs } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import type { DoorStore } from '../../access/door.ts'
import type { KeyStore } from '../../access/keys/ports.ts'
import type { AccessStore } from '../../access/ports.ts'
import type { AttendanceStore } from '../../attendance/ports/store.ts'
import type { Config } from '../../config.ts'
import type { Packs } from '../../face/index.ts'
import { chooseRecogniser } from '../../identity/choose-recogniser.ts'
import type { StoreState } from '../../ports/store-state.ts'
import { zoneDataVersion } from '../../time/zone-data.ts'
import type { Facts } from './checkup.ts'

export type LookedAt = {
  readonly store: Pick<AttendanceStore, 'records' | 'templates' | 'recogniserChange'> &
    Pick<AccessStore, 'installation'> &
    Pick<DoorStore, 'kiosks'> &
    StoreState & { readonly keys: KeyStore }
  readonly packs: Packs
  readonly config: Pick<Config, 'dataDirectory' | 'recogniser' | 'tls'>
}

/** Looks at the database, the disk and the files of an installation; changes nothing. */
export async function gatherFacts(
  { store, packs, config: { dataDirectory, recogniser, tls } }: LookedAt,
  now: Temporal.Instant,
): Promise<Facts> {
  const { templates, recogniserChange } = store
  const choice = await chooseRecogniser({
    ...{ templates, packs, wanted: recogniser },
    ...recogniserChange,
  })
  const name = choice.outcome === 'unknown' ? choice.model : choice.card.name
  const [newest] = await store.records.list({ limit: 1 })
  const kiosks = await store.kiosks.list()
  const { bavail, bsize } = await statfs(dataDirectory)
  await openAllTemplates(store)
  return {
    now,
    isSetUp: await store.installation.isSetUp(),
    trouble: await store.trouble(),
    caution: store.caution,
    newestRecordAt: newest?.at,
    zoneData: zoneDataVersion,
    freeBytes: bavail * bsize,
    isKeyCopied: await store.keys.isCopied(),
    unreadable: await store.keys.unreadable(),
    recogniser: { outcome: choice.outcome, name },
    certificateUntil: tls && (await validUntil(tls.certFile)),
    kiosks: kiosks
      .filter(({ pairedAt, revokedAt }) => pairedAt !== null && revokedAt === null)
      .map(({ name, seen }) => ({ name, seenAt: seen?.at, camera: seen?.camera })),
  }
}

/** Templates that cannot be opened are counted when they are read. */
async function openAllTemplates({ templates }: LookedAt['store']): Promise<void> {
  for (const { model } of await templates.models()) {
    let page = await templates.page(model)
    while (page.length > 0) page = await templates.page(model, page.at(-1)?.id)
  }
}

async function validUntil(certFile: string): Promise<Temporal.Instant> {
  const { validToDate } = new X509Certificate(await readFile(certFile))
  return Temporal.Instant.fromEpochMilliseconds(validToDate.getTime())
}
