import type { Kysely, Selectable } from 'kysely'
import { cameraStates, type Kiosk } from '../../access/kiosks/kiosk.ts'
import type { KioskStore } from '../../access/kiosks/ports.ts'
import { fromMicros, toMicros, type Micros } from '../micros.ts'
import type { Tables } from '../tables.ts'
import type { InTransaction } from '../transaction.ts'
import type { KioskTable } from './kiosk-tables.ts'

export function createKioskStore(db: Kysely<Tables>, inTransaction: InTransaction): KioskStore {
  const find = async (id: string) => {
    const row = await db.selectFrom('kiosk').selectAll().where('id', '=', id).executeTakeFirst()
    return row && toKiosk(row)
  }

  return {
    async add({ id, name, siteId, createdAt }, code) {
      const row = {
        ...{ id, name, site_id: siteId, created_at_micros: toMicros(createdAt) },
        ...{ code_hash: code.hash, code_until_micros: toMicros(code.until) },
        ...{ public_key: null, paired_at_micros: null, revoked_at_micros: null },
        ...{ seen_at_micros: null, seen_version: null, seen_camera: null },
      }
      await db.insertInto('kiosk').values(row).execute()
      return toKiosk(row)
    },

    async list() {
      return (await db.selectFrom('kiosk').selectAll().orderBy('id').execute()).map(toKiosk)
    },

    find,

    async rename(id, name) {
      await db.updateTable('kiosk').set({ name }).where('id', '=', id).execute()
      return find(id)
    },

    async recode(id, { hash, until }) {
      const { numUpdatedRows } = await db
        .updateTable('kiosk')
        .set({ code_hash: hash, code_until_micros: toMicros(until) })
        .where('id', '=', id)
        .where('revoked_at_micros', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n ? find(id) : undefined
    },

    async pair(codeHash, key, at) {
      return inTransaction(async (trx) => {
        const waiting = trx
          .selectFrom('kiosk')
          .select('id')
          .where('code_hash', '=', codeHash)
          .where('code_until_micros', '>', toMicros(at))
          .where('revoked_at_micros', 'is', null)
        const kiosk = await waiting.executeTakeFirst()
        if (!kiosk) return undefined
        const { numUpdatedRows } = await trx
          .updateTable('kiosk')
          .set({
            ...{ code_hash: null, code_until_micros: null },
            ...{ public_key: key, paired_at_micros: toMicros(at) },
            ...{ seen_at_micros: null, seen_version: null, seen_camera: null },
          })
          .where('id', '=', kiosk.id)
          // Of two devices with the same code one comes first.
          .where('code_hash', '=', codeHash)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return undefined
        const paired = trx.selectFrom('kiosk').selectAll().where('id', '=', kiosk.id)
        return toKiosk(await paired.executeTakeFirstOrThrow())
      })
    },

    async revoke(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('kiosk')
        .set({
          ...{ revoked_at_micros: toMicros(at), public_key: null },
          ...{ code_hash: null, code_until_micros: null },
        })
        .where('id', '=', id)
        .where('revoked_at_micros', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async keyOf(id) {
      const row = await db
        .selectFrom('kiosk')
        .select(['public_key', 'site_id'])
        .where('id', '=', id)
        .where('revoked_at_micros', 'is', null)
        .executeTakeFirst()
      return row?.public_key ? { key: row.public_key, siteId: row.site_id } : undefined
    },

    async noteSeen(id, at, { version, camera }) {
      await db
        .updateTable('kiosk')
        .set({ seen_at_micros: toMicros(at), seen_version: version, seen_camera: camera })
        .where('id', '=', id)
        .execute()
    },

    async nonceKey(fresh) {
      return inTransaction(async (trx) => {
        const kept = await trx.selectFrom('nonce_key').select('nonce_key').executeTakeFirst()
        if (kept) return kept.nonce_key
        // Of two servers that start at once the table's key lets one through; the other finds it then.
        await trx.insertInto('nonce_key').values({ id: 1, nonce_key: fresh }).execute()
        return fresh
      })
    },

    async useNonce(nonce, validUntil) {
      return inTransaction(async (trx) => {
        const used = trx.selectFrom('used_nonce').select('nonce').where('nonce', '=', nonce)
        if (await used.executeTakeFirst()) return false
        const row = { nonce, until_micros: toMicros(validUntil) }
        await trx.insertInto('used_nonce').values(row).execute()
        return true
      })
    },

    async dropNoncesBefore(at) {
      await db.deleteFrom('used_nonce').where('until_micros', '<', toMicros(at)).execute()
    },
  }
}

const instantOr = (micros: Micros | null) => (micros === null ? null : fromMicros(micros))

function toKiosk(row: Selectable<KioskTable>): Kiosk {
  const { seen_at_micros: seenAt, seen_version: version, seen_camera: camera } = row
  return {
    id: row.id,
    name: row.name,
    siteId: row.site_id,
    createdAt: fromMicros(row.created_at_micros),
    codeUntil: instantOr(row.code_until_micros),
    pairedAt: instantOr(row.paired_at_micros),
    revokedAt: instantOr(row.revoked_at_micros),
    seen:
      seenAt === null || version === null
        ? null
        : {
            at: fromMicros(seenAt),
            version,
            camera: cameraStates.find((state) => state === camera) ?? 'failed',
          },
  }
}
