import type {
  ApiKeyStore,
  InstallationStore,
  OperatorStore,
  SessionStore,
} from '../../access/ports.ts'
import type { BadgeStore, PinStore, SiteModeStore } from '../../access/credentials/ports.ts'
import type { SecretStore } from '../../access/keys/ports.ts'
import type { PasskeyStore } from '../../access/second-factor/passkey.ts'
import type { TotpStore } from '../../access/second-factor/ports.ts'
import type { KioskStore } from '../../access/kiosks/ports.ts'
import type { CorrectionStore } from '../../attendance/ports/corrections.ts'
import type {
  AssignmentStore,
  EmploymentStore,
  LeaveStore,
  ScheduleStore,
  SiteStore,
} from '../../attendance/ports/planning.ts'
import type { RecordedHours } from '../../attendance/ports/recorded-hours.ts'
import type { ZoneDataStore } from '../../attendance/ports/zone-data.ts'
import type { ChoiceStore, NoticeStore } from '../../privacy/ports.ts'
import type { RecogniserChangeStore } from '../../identity/recogniser-change.ts'
import type { Told } from './audited.ts'

// What is entered in the chain for each change, room by room. Ids and the program's own words only.

export const ofSites: Told<SiteStore> = {
  add: ([{ id }]) => ({ action: 'site-added', detail: { site: id } }),
  change: ([id, { calendar }], was) => {
    if (!was?.ok) return undefined
    const action = calendar === undefined ? 'site-changed' : 'site-calendar-changed'
    return { action, detail: { site: id } }
  },
  putDays: ([site, days]) => ({ action: 'site-days-put', detail: { site, days: days.length } }),
  removeDay: ([site, day], was) =>
    was ? { action: 'site-day-removed', detail: { site, day: String(day) } } : undefined,
  remove: ([site], outcome) =>
    outcome === 'removed' ? { action: 'site-removed', detail: { site } } : undefined,
}

export const ofSchedules: Told<ScheduleStore> = {
  add: ([{ id }]) => ({ action: 'schedule-added', detail: { schedule: id } }),
  addVersion: ([id], was) =>
    was?.ok ? { action: 'schedule-changed', detail: { schedule: id } } : undefined,
  archive: ([id], was) =>
    was?.ok ? { action: 'schedule-archived', detail: { schedule: id } } : undefined,
  removeVersion: ([id], was) =>
    was && was.ok ? { action: 'schedule-change-withdrawn', detail: { schedule: id } } : undefined,
  remove: ([id], outcome) =>
    outcome === 'removed' ? { action: 'schedule-removed', detail: { schedule: id } } : undefined,
}

export const ofAssignments: Told<AssignmentStore> = {
  add: ([{ id, employeeId }], was) =>
    was?.ok ? { action: 'assigned', employeeId, detail: { assignment: id } } : undefined,
  remove: ([employeeId, from], was) =>
    was && was.ok
      ? { action: 'assignment-withdrawn', employeeId, detail: { from: String(from) } }
      : undefined,
}

export const ofEmployments: Told<EmploymentStore> = {
  set: ([employeeId], was) => (was ? { action: 'employment-changed', employeeId } : undefined),
}

const ofLeave = async (leaves: LeaveStore, [id]: readonly [string, ...unknown[]]) =>
  (await leaves.find(id))?.employeeId

export const ofLeaves: Told<LeaveStore> = {
  add: ([{ id, employeeId }], added) =>
    added?.clash === null
      ? { action: 'leave-added', employeeId, detail: { leave: id } }
      : undefined,
  remove: {
    ownerIn: ofLeave,
    tell: ([id], was) => (was ? { action: 'leave-removed', detail: { leave: id } } : undefined),
  },
  withdraw: {
    ownerIn: ofLeave,
    tell: ([id], was) => (was ? { action: 'leave-withdrawn', detail: { leave: id } } : undefined),
  },
}

export const ofCorrections: Told<CorrectionStore> = {
  add: ([{ id, employeeId }], was) =>
    was ? { action: 'correction-added', employeeId, detail: { correction: id } } : undefined,
  decide: {
    ownerIn: async (corrections, [{ correctionId }]) =>
      (await corrections.find(correctionId))?.employee.id,
    tell: ([{ correctionId, outcome }], result) =>
      result === 'decided'
        ? { action: 'correction-decided', detail: { correction: correctionId, outcome } }
        : undefined,
  },
}

/** Files of many people at once: an entry for each of them, as each has a right to see it. */
export const ofRecordedHours: Told<RecordedHours> = {
  addPeople: ([people], isDone) =>
    isDone ? people.map(({ id }) => ({ action: 'employee-imported', employeeId: id })) : undefined,
  addLeaves: ([leaves], isDone) =>
    isDone
      ? leaves.map(({ id, employeeId }) => ({
          ...{ action: 'leave-imported', employeeId, detail: { leave: id } },
        }))
      : undefined,
  takeOver: ([all], isDone) =>
    isDone
      ? all.map(({ person: { id }, records }) => ({
          ...{ action: 'employee-taken-over', employeeId: id, detail: { records: records.length } },
        }))
      : undefined,
  takeOverMore: ([{ employeeId }, , records], isDone) =>
    isDone
      ? { action: 'records-taken-over', employeeId, detail: { records: records.length } }
      : undefined,
}

export const ofZoneData: Told<ZoneDataStore> = {
  add: ([{ version }], was) =>
    was ? { action: 'zone-data-used', detail: { version } } : undefined,
}

export const ofRecogniserChange: Told<RecogniserChangeStore> = {
  change: ([name]) => ({ action: 'recogniser-changed', detail: { name } }),
}

export const ofInstallation: Told<InstallationStore> = {
  setUp: ([{ operator, country }], outcome) =>
    outcome === 'done'
      ? { action: 'set-up', detail: { operator: operator.id, country } }
      : undefined,
}

export const ofOperators: Told<OperatorStore> = {
  add: ([{ id, role }], was) =>
    was ? { action: 'operator-added', detail: { operator: id, role } } : undefined,
  change: ([id, { role }], outcome) =>
    outcome === 'done'
      ? { action: 'operator-changed', detail: { operator: id, role: role ?? null } }
      : undefined,
  setPassword: ([id], was) =>
    was ? { action: 'password-changed', detail: { operator: id } } : undefined,
  remove: ([id], outcome) =>
    outcome === 'done' ? { action: 'operator-removed', detail: { operator: id } } : undefined,
}

export const ofSessions: Told<SessionStore> = {
  add: ([, operator]) => ({ action: 'signed-in', detail: { operator } }),
  remove: () => ({ action: 'signed-out' }),
}

export const ofPasskeys: Told<PasskeyStore> = {
  add: ([{ id, operatorId }], was) =>
    was ? { action: 'passkey-added', detail: { operator: operatorId, passkey: id } } : undefined,
  remove: ([operator, passkey], was) =>
    was ? { action: 'passkey-removed', detail: { operator, passkey } } : undefined,
  removeAll: ([operator], count) =>
    count > 0 ? { action: 'passkeys-removed', detail: { operator, count } } : undefined,
}

export const ofTotp: Told<TotpStore> = {
  confirm: ([operator], was) =>
    was ? { action: 'second-factor-added', detail: { operator } } : undefined,
  useRecoveryCode: ([operator], was) =>
    was ? { action: 'recovery-code-used', detail: { operator } } : undefined,
  putRecoveryCodes: ([operator]) => ({ action: 'recovery-codes-made', detail: { operator } }),
  remove: ([operator], was) =>
    was ? { action: 'second-factor-removed', detail: { operator } } : undefined,
}

export const ofApiKeys: Told<ApiKeyStore> = {
  add: ([{ id, scopes }]) => ({
    action: 'api-key-added',
    detail: { key: id, scopes: scopes.join(' ') },
  }),
  remove: ([id], was) => (was ? { action: 'api-key-removed', detail: { key: id } } : undefined),
}

export const ofKiosks: Told<KioskStore> = {
  add: ([{ id, siteId }]) => ({ action: 'kiosk-added', detail: { kiosk: id, site: siteId } }),
  rename: ([id], kiosk) => (kiosk ? { action: 'kiosk-renamed', detail: { kiosk: id } } : undefined),
  recode: ([id], kiosk) =>
    kiosk ? { action: 'kiosk-code-made', detail: { kiosk: id } } : undefined,
  pair: (_, kiosk) => (kiosk ? { action: 'kiosk-paired', detail: { kiosk: kiosk.id } } : undefined),
  revoke: ([id], was) => (was ? { action: 'kiosk-revoked', detail: { kiosk: id } } : undefined),
}

export const ofPins: Told<PinStore> = {
  put: ([employeeId], was) => (was ? { action: 'pin-made', employeeId } : undefined),
  remove: ([employeeId], was) => (was ? { action: 'pin-removed', employeeId } : undefined),
}

export const ofBadges: Told<BadgeStore> = {
  put: ([badges], missing) =>
    missing.length === 0
      ? badges.map(({ employeeId }) => ({ action: 'badge-made', employeeId }))
      : undefined,
  remove: ([employeeId], was) => (was ? { action: 'badge-removed', employeeId } : undefined),
}

export const ofSiteModes: Told<SiteModeStore> = {
  put: ([site, mode], was) =>
    was ? { action: 'site-mode-changed', detail: { site, mode: JSON.stringify(mode) } } : undefined,
}

export const ofSecrets: Told<SecretStore> = {
  put: ([name]) => ({ action: 'secret-put', detail: { name } }),
  drop: ([name]) => ({ action: 'secret-dropped', detail: { name } }),
}

export const ofChoices: Told<ChoiceStore> = {
  add: () => ({ action: 'privacy-choices-made' }),
}

export const ofNotices: Told<NoticeStore> = {
  add: (_, { version }) => ({ action: 'notice-published', detail: { version } }),
}
