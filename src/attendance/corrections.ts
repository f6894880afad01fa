import type { Clock } from '../ports/clock.ts'
import type { NewId } from '../ports/ids.ts'
import type { AttendanceStore } from './ports/store.ts'
import { receiptFor, type Receipt } from '../ports/receipt.ts'
import type { RecordKind } from '../time/record-kind.ts'
import {
  type Author,
  type Contradiction,
  contradictionOf,
  type CorrectedValue,
  type Correction,
  type Decision,
  foldCorrections,
  isSamePerson,
} from '../time/correction.ts'
import { instantOfMicros, microsOf, secondOf } from '../time/instant.ts'
import { accepted, type Checked, refused } from '../time/problem.ts'
import { parseName } from '../time/name.ts'
import { checkPast, parseExactTime } from '../time/wall-time.ts'
import { clockAt } from '../time/zone.ts'
import { zoneOfTyped } from './place.ts'
import type { DecidedCorrection } from './ports/corrections.ts'

/** Whoever asks or decides, by their account. */
export type Account = Required<Author>

/** A correction as an operator types it. Times are the clocks of the site, or carry an offset. */
export type CorrectionDraft = {
  readonly employeeId: string
  readonly reason: string
} & (
  | { readonly action: 'void'; readonly recordId: string }
  | {
      readonly action: 'add'
      readonly kind: RecordKind
      readonly at: string
      readonly siteId?: string | null
    }
  | {
      readonly action: 'change'
      readonly recordId: string
      readonly kind?: RecordKind
      readonly at?: string
      readonly siteId?: string | null
    }
)

/** A correction with its decision; `wasOpen` is false when an earlier decision stands. */
export type Decided = { readonly wasOpen: boolean; readonly decided: DecidedCorrection }

/** What people can decide about a correction. */
export const decidable = ['approved', 'rejected'] as const

export interface Corrections {
  /**
   * Writes down what should be corrected. It counts once somebody else approved it, or at once where the
   * settings ask for no approval. Undefined: no such employee.
   */
  propose(
    draft: CorrectionDraft,
    account: Account,
    receipt?: Receipt<DecidedCorrection>,
  ): Promise<Checked<DecidedCorrection> | undefined>
  /**
   * Undefined: no such correction. The first decision stands. Nobody approves what they asked for, or what
   * is about them; whoever asked may reject it, which takes it back. Who asked is known by their account,
   * whom it is about by their name: employees have no account.
   */
  decide(
    id: string,
    outcome: (typeof decidable)[number],
    account: Account,
    receipt?: Receipt<Decided>,
  ): Promise<Checked<Decided> | undefined>
}

export type CorrectionsDeps = {
  readonly store: Pick<
    AttendanceStore,
    'corrections' | 'hours' | 'employees' | 'sites' | 'assignments'
  >
  readonly clock: Clock
  readonly newId: NewId
  readonly settings: CorrectionSettings
}

export type CorrectionSettings = {
  /** Whether a correction counts only once somebody else approved it. */
  readonly correctionsNeedApproval: boolean
}

const whyNot = {
  'record-void': ['recordId', 'the record is void by now, or was never approved'],
  'record-changed': ['recordId', 'the record is not any more what the correction says that it was'],
  'records-overlap': [
    'at',
    'another record that counts is at this moment, or of this kind in the same minute',
  ],
} as const satisfies Record<Contradiction, readonly [field: string, detail: string]>

const refuse = (contradiction: Contradiction): Checked<never> => {
  const [field, detail] = whyNot[contradiction]
  return refused(contradiction, field, detail)
}

export function createCorrections({ store, clock, newId, settings }: CorrectionsDeps): Corrections {
  /** The record as approved corrections left it. */
  async function currentValue(
    employeeId: string,
    recordId: string,
  ): Promise<Checked<CorrectedValue>> {
    const raw = await store.hours.find(recordId)
    const written = await store.corrections.of([employeeId])
    const mine = raw?.employeeId === employeeId ? [raw] : []
    const isKnown = mine.length > 0 || written.some(({ correction }) => correction.id === recordId)
    if (!isKnown) {
      return refused('record-unknown', 'recordId', 'this employee has no such record')
    }
    const folded = foldCorrections(
      mine,
      written.map(({ correction }) => correction),
      written.flatMap(({ decision }) => (decision === null ? [] : [decision])),
    )
    const current = folded.find(({ id }) => id === recordId)
    return current === undefined
      ? refused('record-void', 'recordId', 'this record is void, or not approved; add a new one')
      : accepted({ kind: current.kind, at: current.at, siteId: current.siteId })
  }

  /** The zone whose clocks a typed time is of: that of the site given, or of where the employee belonged then. */
  async function zoneFor(
    text: string,
    employeeId: string,
    siteId: string | null,
  ): Promise<Checked<string>> {
    const sites = await store.sites.list()
    if (siteId === null) {
      return accepted(zoneOfTyped(text, await store.assignments.of([employeeId]), sites))
    }
    const site = sites.find(({ id }) => id === siteId)
    return site === undefined
      ? refused('site-unknown', 'siteId', 'there is no such site')
      : accepted(site.zone)
  }

  /** The moment that was typed, and the clocks that it is a time of. */
  async function momentOf(
    text: string,
    employeeId: string,
    siteId: string | null,
  ): Promise<Checked<Pick<CorrectedValue, 'at' | 'clock'>>> {
    const zone = await zoneFor(text, employeeId, siteId)
    if (!zone.ok) return zone
    const typed = parseExactTime(text, zone.value, 'at')
    const past = typed.ok ? checkPast(typed.value, clock.now(), 'at') : typed
    if (!past.ok) return past
    const at = microsOf(past.value)
    return accepted({ at, clock: clockAt(zone.value, secondOf(at)) })
  }

  /** The correction that a draft means. */
  async function corrected(
    draft: CorrectionDraft,
    told: Pick<Correction, 'id' | 'employeeId' | 'reason' | 'by' | 'byId' | 'writtenAt'>,
  ): Promise<Checked<Correction>> {
    const { employeeId } = told
    if (draft.action === 'add') {
      const { kind, siteId = null } = draft
      const moment = await momentOf(draft.at, employeeId, siteId)
      return moment.ok
        ? accepted({ ...told, action: 'add', becomes: { kind, siteId, ...moment.value } })
        : moment
    }
    const { recordId } = draft
    const was = await currentValue(employeeId, recordId)
    if (!was.ok) return was
    if (draft.action === 'void') {
      return accepted({ ...told, action: 'void', recordId, was: was.value })
    }
    const { kind = was.value.kind, siteId = was.value.siteId } = draft
    const text = draft.at ?? instantOfMicros(was.value.at).toString()
    const moment = await momentOf(text, employeeId, siteId)
    if (!moment.ok) return moment
    const becomes = { kind, siteId, ...moment.value }
    if (kind === was.value.kind && siteId === was.value.siteId && becomes.at === was.value.at) {
      return refused('missing-value', 'at', 'the correction changes nothing')
    }
    return accepted({ ...told, action: 'change', recordId, was: was.value, becomes })
  }

  return {
    async propose(draft, account, receipt) {
      const employee = await store.hours.person(draft.employeeId)
      if (!employee) return undefined
      const reason = parseName(draft.reason, 'reason')
      if (!reason.ok) return reason
      const writtenAt = microsOf(clock.now())
      const correction = await corrected(draft, {
        id: newId(),
        employeeId: draft.employeeId,
        reason: reason.value,
        ...account,
        writtenAt,
      })
      if (!correction.ok) return correction
      const { value } = correction
      const decision: Decision | null = settings.correctionsNeedApproval
        ? null
        : { correctionId: value.id, outcome: 'not-needed', ...account, at: writtenAt }
      const decided = { employee, correction: value, decision }
      const kept = receiptFor(receipt, () => decided)
      const result = await store.corrections.add(value, kept, decision, (records) =>
        contradictionOf(value, records),
      )
      if (result === 'no-such-employee') return undefined
      return result === 'added' ? accepted(decided) : refuse(result)
    },

    async decide(id, outcome, account, receipt) {
      const open = await store.corrections.find(id)
      if (!open) return undefined
      const { correction, employee } = open
      const isOwn = [correction, { by: employee.name }].some((who) => isSamePerson(who, account))
      if (outcome === 'approved' && isOwn && open.decision === null) {
        return refused(
          'own-correction',
          'outcome',
          'nobody approves what they asked for or what is about them',
        )
      }
      const decision = { correctionId: id, outcome, ...account, at: microsOf(clock.now()) }
      const decided: Decided = { wasOpen: true, decided: { ...open, decision } }
      const result = await store.corrections.decide(
        decision,
        receiptFor(receipt, () => decided),
        (records) => (outcome === 'approved' ? contradictionOf(correction, records) : undefined),
      )
      if (result === 'decided') return accepted(decided)
      if (result !== 'not-open') return refuse(result)
      return accepted({ wasOpen: false, decided: (await store.corrections.find(id)) ?? open })
    },
  }
}
