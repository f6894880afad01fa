import type { Clock } from '../../ports/clock.ts'
import type { RandomBytes } from '../../ports/random.ts'
import type { AttemptLimits, Attempts } from '../attempts.ts'
import type { SecretStore } from '../keys/ports.ts'
import type { Operator } from '../operator.ts'
import { hashOfToken } from '../secret-token.ts'
import type { TotpStore } from './ports.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { offerOf, stepOf, totpSecretBytes, type TotpOffer } from './totp.ts'

/** Whether somebody has an app for codes, and how many recovery codes are left. */
export type SecondFactorState = { readonly isOn: boolean; readonly recoveryCodes: number }

export type CodeCheck =
  { readonly outcome: 'right' | 'wrong' } | { readonly outcome: 'wait'; readonly seconds: number }

export type Confirmed =
  | { readonly outcome: 'on'; readonly recoveryCodes: readonly string[] }
  | { readonly outcome: 'wrong' | 'not-begun' }
  | { readonly outcome: 'wait'; readonly seconds: number }

/** A second thing that an operator shows besides the password: a code of an app (TOTP), or one kept for when it is lost. */
export interface SecondFactor {
  state(operatorId: string): Promise<SecondFactorState>
  /** A new secret for an app; undefined when one is on already. */
  begin(operator: Pick<Operator, 'id' | 'name'>): Promise<TotpOffer | undefined>
  /** Switches it on once the app shows a right code, and gives the recovery codes, once. Ends all sessions but that of a token. */
  confirm(operatorId: string, code: string, token: string | undefined): Promise<Confirmed>
  /** Whether a code of the app or a recovery code is right; each counts once. */
  check(operatorId: string, code: string): Promise<CodeCheck>
  renewRecoveryCodes(operatorId: string): Promise<readonly string[] | undefined>
  /** False: there was none. */
  remove(operatorId: string): Promise<boolean>
}

/** Wrong codes in a row: with three right ones of a million at a time, some hundred a day find one in 9 years. */
const limitsOfCodes: AttemptLimits = { free: 5, firstPauseSeconds: 30, longestPauseSeconds: 900 }

export const totpSecretName = (operatorId: string): string => `totp-${operatorId}`

export type SecondFactorDeps = {
  readonly store: TotpStore
  readonly secrets: SecretStore
  readonly attempts: Attempts
  readonly clock: Clock
  readonly random: RandomBytes
}

export function createSecondFactor(deps: SecondFactorDeps): SecondFactor {
  const { store, secrets, attempts, clock, random } = deps
  const newCodes = (operatorId: string) => {
    const codes = newRecoveryCodes(random)
    return { codes, hashes: codes.map((code) => hashOfRecoveryCode(operatorId, code)) }
  }
  const attemptsOf = (operatorId: string) => `second-factor:${operatorId}`

  async function stepFor(operatorId: string, code: string): Promise<number | undefined> {
    const secret = await secrets.get(totpSecretName(operatorId))
    return secret && stepOf(secret, code, clock.now().epochMilliseconds)
  }

  return {
    async state(operatorId) {
      const totp = await store.find(operatorId)
      const isOn = totp?.confirmedAt != null
      return { isOn, recoveryCodes: isOn ? totp.recoveryCodes : 0 }
    },

    async begin({ id, name }) {
      if (!(await store.begin(id))) return undefined
      const secret = random(totpSecretBytes)
      await secrets.put(totpSecretName(id), secret)
      return offerOf(secret, name)
    },

    async confirm(operatorId, code, token) {
      const attempt = await attempts.begin(attemptsOf(operatorId), limitsOfCodes)
      if ('waitSeconds' in attempt) return { outcome: 'wait', seconds: attempt.waitSeconds }
      const step = await stepFor(operatorId, code)
      if (step === undefined) return { outcome: 'wrong' }
      const { codes, hashes } = newCodes(operatorId)
      const keptSession = token === undefined ? undefined : hashOfToken(token)
      const confirmed = { at: clock.now(), step, codeHashes: hashes, keptSession }
      if (!(await store.confirm(operatorId, confirmed))) return { outcome: 'not-begun' }
      await attempt.succeeded()
      return { outcome: 'on', recoveryCodes: codes }
    },

    async check(operatorId, code) {
      const attempt = await attempts.begin(attemptsOf(operatorId), limitsOfCodes)
      if ('waitSeconds' in attempt) return { outcome: 'wait', seconds: attempt.waitSeconds }
      const step = await stepFor(operatorId, code)
      const isRight =
        step === undefined
          ? await store.useRecoveryCode(operatorId, hashOfRecoveryCode(operatorId, code))
          : await store.useStep(operatorId, step)
      if (!isRight) return { outcome: 'wrong' }
      await attempt.succeeded()
      return { outcome: 'right' }
    },

    async renewRecoveryCodes(operatorId) {
      const totp = await store.find(operatorId)
      if (totp?.confirmedAt == null) return undefined
      const { codes, hashes } = newCodes(operatorId)
      await store.putRecoveryCodes(operatorId, hashes)
      return codes
    },

    async remove(operatorId) {
      if (!(await store.remove(operatorId))) return false
      await secrets.drop(totpSecretName(operatorId))
      return true
    },
  }
}
