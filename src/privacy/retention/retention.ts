import type { ForgetEmployee } from '../../identity/forget-employee.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Consents } from '../consents.ts'
import type { PrivacyStore } from '../ports.ts'
import { limitsOf, planRetention, type RetentionPlan } from './plan.ts'
import { periodsOf } from '../retention-periods.ts'

/** What a run came to. */
export type RetentionRun =
  | {
      readonly outcome: 'done'
      readonly plan: RetentionPlan
      readonly templates: number
      readonly people: number
    }
  /** Nobody has chosen a country: nothing is known of how long what is kept. */
  | { readonly outcome: 'not-set-up' }
  /** So much is due at once that the clock may be wrong: somebody has to look and run it. */
  | { readonly outcome: 'held-back'; readonly plan: RetentionPlan }

export interface Retention {
  /** What would go now; nothing goes. Undefined before a country was chosen. */
  plan(): Promise<RetentionPlan | undefined>
  /** Erases what is due. Whoever runs it has seen the plan; by itself it holds back from too much at once. */
  run(by: 'somebody' | 'itself'): Promise<RetentionRun>
}

/** Who a withdrawal is written down as made by when templates went by themselves. */
export const retentionName = 'retention'

/** By itself it erases at most so large a part of all who have templates, or of all who left, as unused ... */
const maxPart = 0.2
/** ... but so many always: in a small company one is a large part. */
const alwaysAllowed = 5

export type RetentionDeps = {
  readonly store: PrivacyStore
  readonly consents: Consents
  readonly forgetEmployee: ForgetEmployee
  readonly clock: Clock
}

export function createRetention(deps: RetentionDeps): Retention {
  const { store, consents, forgetEmployee, clock } = deps

  async function plan(): Promise<RetentionPlan | undefined> {
    const choices = await store.choices.latest()
    if (choices === undefined) return undefined
    const at = clock.now()
    const { recordedBefore } = limitsOf(periodsOf(choices), at)
    const holders = await store.retention.holders()
    const leavers = await store.retention.leavers(recordedBefore)
    return planRetention(choices, holders, leavers, at)
  }

  return {
    plan,
    async run(by) {
      const due = await plan()
      if (due === undefined) return { outcome: 'not-set-up' }
      if (by === 'itself' && isTooMuch(due)) return { outcome: 'held-back', plan: due }
      let [templates, people] = [0, 0]
      for (const { employeeId } of due.templates) {
        templates += (await consents.withdraw(employeeId, retentionName))?.templates ?? 0
      }
      for (const { employeeId } of due.people) {
        if (await forgetEmployee(employeeId, 'erase')) people++
      }
      return { outcome: 'done', plan: due, templates, people }
    },
  }
}

/** A clock set forward by years makes everything look old. */
function isTooMuch({ templates, people, holders }: RetentionPlan): boolean {
  const unused = templates.filter(({ reason }) => reason === 'unused').length
  return unused + people.length > Math.max(alwaysAllowed, holders * maxPart)
}
