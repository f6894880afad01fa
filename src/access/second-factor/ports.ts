import type { Temporal } from 'temporal-polyfill'

/** What is known of somebody's app for codes. */
export type Totp = {
  /** Null: the app has not shown yet that it knows the secret. */
  readonly confirmedAt: Temporal.Instant | null
  readonly recoveryCodes: number
}

/** Apps for codes and recovery codes, by operator. All may throw a StoreError. */
export interface TotpStore {
  find(operatorId: string): Promise<Totp | undefined>
  /** Begins anew; false where it is confirmed already. */
  begin(operatorId: string): Promise<boolean>
  /** False: it was never begun, or is confirmed already. Ends all other sessions. */
  confirm(
    operatorId: string,
    confirmed: {
      readonly at: Temporal.Instant
      readonly step: number
      readonly codeHashes: readonly string[]
      readonly keptSession: string | undefined
    },
  ): Promise<boolean>
  /** Notes that the code of a step was used; false when it, or a later one, was used before. */
  useStep(operatorId: string, step: number): Promise<boolean>
  /** False: there is no such code, or not any more. */
  useRecoveryCode(operatorId: string, hash: string): Promise<boolean>
  /** Instead of those that there were. */
  putRecoveryCodes(operatorId: string, hashes: readonly string[]): Promise<void>
  /** With the recovery codes. False: there was none. */
  remove(operatorId: string): Promise<boolean>
}
