import type { Clock } from '../clock.ts'
import type { NewId } from '../ids.ts'
import type { Store } from '../ports.ts'
import { receiptFor, type Receipt } from '../receipt.ts'
import type { RecordKind } from '../record.ts'
import {
  type CorrectedValue,
  type Correction,
  type Decision,
  foldCorrections,
} from '../time/correction.ts'
import { microsOf } from '../time/instant.ts'
import { accepted, type Checked, problemsOf, refused } from '../time/problem.ts'
import { parseName } from '../time/site.ts'
import { checkPast, parseExactTime } from '../time/wall-time.ts'
import type { DecidedCorrection } from './ports.ts'

/** A correction as an operator types it. Times are the clocks of the site, or carry an offset. */
export type CorrectionDraft = {
  readonly employeeId: string
  readonly reason: string
  readonly by: string
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

export interface Corrections {
  /** Writes down what should be corrected; it counts once it is approved. Undefined: no such employee. */
  propose(
    draft: CorrectionDraft,
    receipt?: Receipt<Correction>,
  ): Promise<Checked<Correction> | undefined>
  /** Undefined: no such correction. The first decision stands. */
  decide(
    id: string,
    draft: { outcome: Decision['outcome']; by: string },
    receipt?: Receipt<Decided>,
  ): Promise<Checked<Decided> | undefined>
}

export type CorrectionsDeps = {
  readonly store: Pick<Store, 'corrections' | 'hours' | 'employees' | 'sites' | 'assignments'>
  readonly clock: Clock
  readonly newId: NewId
}

export function createCorrections({ store, clock, newId }: CorrectionsDeps): Corrections {
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

  /** The zone whose clocks a typed time is of: that of the site given, or where the employee belongs. */
  async function zoneFor(employeeId: string, siteId: string | null): Promise<Checked<string>> {
    const sites = await store.sites.list()
    const home = (await store.assignments.of([employeeId])).at(-1)?.siteId
    const site =
      siteId === null
        ? (sites.find(({ id }) => id === home) ?? sites[0])
        : sites.find(({ id }) => id === siteId)
    if (site !== undefined) return accepted(site.zone)
    return siteId === null
      ? accepted('UTC')
      : refused('record-unknown', 'siteId', 'there is no such site')
  }

  async function momentOf(text: string, employeeId: string, siteId: string | null) {
    const zone = await zoneFor(employeeId, siteId)
    if (!zone.ok) return zone
    const at = parseExactTime(text, zone.value, 'at')
    return at.ok ? checkPast(at.value, clock.now(), 'at') : at
  }

  return {
    async propose(draft, receipt) {
      const keep = async (correction: Correction) =>
        (await store.corrections.add(correction, receipt)) ? accepted(correction) : undefined
      if (!(await store.hours.person(draft.employeeId))) return undefined
      const reason = parseName(draft.reason, 'reason')
      const by = parseName(draft.by, 'by')
      if (!reason.ok || !by.ok) return { ok: false, problems: problemsOf([reason, by]) }
      const { employeeId } = draft
      const told = {
        id: newId(),
        employeeId,
        reason: reason.value,
        by: by.value,
        writtenAt: microsOf(clock.now()),
      }
      const was =
        draft.action === 'add' ? undefined : await currentValue(employeeId, draft.recordId)
      if (was?.ok === false) return was
      if (draft.action === 'void') {
        return was && keep({ ...told, action: 'void', recordId: draft.recordId, was: was.value })
      }
      const siteId = draft.siteId === undefined ? (was?.value.siteId ?? null) : draft.siteId
      const at = draft.at === undefined ? undefined : await momentOf(draft.at, employeeId, siteId)
      if (at?.ok === false) return at
      const moment = at === undefined ? was?.value.at : microsOf(at.value)
      const kind = draft.kind ?? was?.value.kind
      if (moment === undefined || kind === undefined) return undefined
      const becomes = { kind, at: moment, siteId }
      if (draft.action === 'add') return keep({ ...told, action: 'add', becomes })
      return (
        was &&
        keep({ ...told, action: 'change', recordId: draft.recordId, was: was.value, becomes })
      )
    },

    async decide(id, { outcome, by: rawBy }, receipt) {
      const by = parseName(rawBy, 'by')
      if (!by.ok) return by
      const open = await store.corrections.find(id)
      if (!open) return undefined
      const decision = { correctionId: id, outcome, by: by.value, at: microsOf(clock.now()) }
      const decided: Decided = { wasOpen: true, decided: { ...open, decision } }
      const kept = receiptFor(receipt, () => decided)
      return accepted(
        (await store.corrections.decide(decision, kept))
          ? decided
          : { wasOpen: false, decided: (await store.corrections.find(id)) ?? open },
      )
    },
  }
}
