import type { Micros } from '../micros.ts'

export interface KioskTable {
  id: string
  name: string
  site_id: string
  created_at_micros: Micros
  /** The code that pairs a device with it, hashed, and until when; null once it was used. */
  code_hash: string | null
  code_until_micros: Micros | null
  /** DER of the device's public key; null as long as none is paired. */
  public_key: Uint8Array | null
  paired_at_micros: Micros | null
  revoked_at_micros: Micros | null
  seen_at_micros: Micros | null
  /** What the device last said of itself. */
  seen_version: string | null
  seen_camera: string | null
}

/** Nonces that kiosks have used, as long as somebody might use them again. */
export interface UsedNonceTable {
  nonce: string
  until_micros: Micros
}

/** One row: what all servers on this database seal nonces with. */
export interface NonceKeyTable {
  id: number
  nonce_key: Uint8Array
}

/** How people clock in at a site, where that was said. */
export interface SiteModeTable {
  site_id: string
  mode: string
}

export interface KioskTables {
  kiosk: KioskTable
  used_nonce: UsedNonceTable
  nonce_key: NonceKeyTable
  site_mode: SiteModeTable
}
