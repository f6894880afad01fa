import {
  nextKiosk,
  readyKiosk,
  stayMs,
  type Answer,
  type Kiosk,
  type KioskEvent,
  type Shown,
} from './machine.ts'

export type KioskDeps = {
  /** Sends what somebody shows; failures are answers too. */
  readonly clockIn: (shown: Shown) => Promise<Answer>
  /** Takes a record back that was somebody else's; failures are answers too. */
  readonly contest: (recordId: string) => Promise<Answer>
  /** Calls back after so many milliseconds; returns the way to stop that. */
  readonly after: (ms: number, callback: () => void) => () => void
}

export interface KioskRunner {
  readonly state: () => Kiosk
  /** Calls back at every change of state; returns the way to stop that. */
  readonly subscribe: (changed: () => void) => () => void
  readonly happen: (event: KioskEvent) => void
}

/** Runs the kiosk's machine: sends what it wants sent, and returns it to ready when an answer was up long enough. */
export function createKiosk({ clockIn, contest, after }: KioskDeps): KioskRunner {
  const listeners = new Set<() => void>()
  let kiosk: Kiosk = readyKiosk
  let stopTimer = noTimer

  function happen(event: KioskEvent) {
    const before = kiosk
    kiosk = nextKiosk(kiosk, event)
    if (kiosk === before) return
    enter(kiosk)
    listeners.forEach((changed) => changed())
  }

  function enter({ attempt, ...entered }: Kiosk) {
    stopTimer()
    stopTimer = noTimer
    const tell = (answer: Answer) => happen({ type: 'answered', attempt, answer })
    // Whatever breaks on the way is told too: nobody stands before a page that sends for ever.
    const broke = (): Answer => ({
      outcome: 'failed',
      failure: { kind: 'not-understood', status: 0 },
    })
    if (entered.step === 'sending') void clockIn(entered.shown).catch(broke).then(tell)
    if (entered.step === 'contesting') void contest(entered.recordId).catch(broke).then(tell)
    if (entered.step === 'told') {
      stopTimer = after(stayMs(entered.answer), () => happen({ type: 'time-up', attempt }))
    }
  }

  return {
    state: () => kiosk,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    happen,
  }
}

function noTimer() {
  // Nothing runs, so there is nothing to stop.
}
