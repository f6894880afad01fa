import { useEffect, useReducer, useRef, useState } from 'react'
import type { Employee } from '../shared/contract.ts'
import { FailureError } from '../shared/failure.ts'
import { newRequestKey } from '../shared/request-key.ts'
import card from './card.module.css'
import { EnrolForm } from './enrol-form.tsx'
import { EnrolledNote } from './enrolled-note.tsx'
import { focusAfterClosing } from './focus.ts'
import { useEnrolment, type Subject } from './queries.ts'
import { emptyTray, nextTray, sendable } from './tray.ts'

/** From a name and photos to somebody enrolled; with `employee`, more photos of somebody who is. */
export function Enrolment(props: {
  employee: Employee | undefined
  /** Somebody asked for this form just now: it is brought into view and takes the focus. */
  isChosen: boolean
  onRestart: (employee?: Employee) => void
}) {
  const { employee, isChosen, onRestart } = props
  const [tray, change] = useReducer(nextTray, emptyTray)
  const [progress, setProgress] = useState(0)
  const enrolment = useEnrolment(setProgress)
  const last = useRef<{ key: string; content: readonly unknown[] }>({ key: '', content: [] })
  const section = useRef<HTMLElement>(null)

  useEffect(() => {
    if (!isChosen) return
    section.current?.scrollIntoView({ block: 'start' })
    return focusAfterClosing(() => section.current?.querySelector('h1'))
  }, [isChosen])

  function send(subject: Subject, twins: boolean, consent: string | undefined) {
    setProgress(0)
    const photos = sendable(tray).map(({ photo }) => photo)
    // Sent again unchanged, because no answer came, it is the same request.
    const content = [JSON.stringify(subject), twins, consent, ...photos]
    const isSame =
      content.length === last.current.content.length &&
      content.every((part, place) => part === last.current.content[place])
    if (!isSame) last.current = { key: newRequestKey(), content }
    enrolment.mutate(
      { subject, photos, twins, consent, key: last.current.key },
      {
        onSuccess: (enrolled) => change({ type: 'judged', verdicts: enrolled.photos }),
        onError(error) {
          if (!(error instanceof FailureError) || error.failure.kind !== 'problem') return
          change({ type: 'judged', verdicts: error.failure.problem.photos ?? [] })
        },
      },
    )
  }

  return (
    <section ref={section} className={card.card}>
      {enrolment.isSuccess ? (
        <EnrolledNote
          employee={enrolment.data.employee}
          isNew={employee === undefined}
          tray={tray}
          replaced={enrolment.data.replaced}
          onRestart={onRestart}
        />
      ) : (
        <EnrolForm
          employee={employee}
          tray={tray}
          change={change}
          progress={enrolment.isPending ? progress : undefined}
          error={enrolment.error}
          onSend={send}
          onCancel={employee === undefined ? undefined : () => onRestart()}
        />
      )}
    </section>
  )
}
