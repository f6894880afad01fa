import { useState } from 'react'
import type { Employee } from '../shared/contract.ts'
import { BetterRecogniser } from './better-recogniser.tsx'
import { EmployeeList } from './employee-list.tsx'
import styles from './enrol-page.module.css'
import { Enrolment } from './enrolment.tsx'

/** Enrol somebody, and see who is enrolled. */
export function EnrolPage() {
  // Whose photos are being added, and how often somebody was chosen: each choice starts afresh.
  const [chosen, setChosen] = useState<{ employee?: Employee; time: number }>({ time: 0 })
  const choose = (employee?: Employee) =>
    setChosen(({ time }) => ({ time: time + 1, ...(employee ? { employee } : {}) }))
  return (
    <>
      <BetterRecogniser />
      <div className={styles.columns}>
        <Enrolment
          key={chosen.time}
          employee={chosen.employee}
          isChosen={chosen.time > 0}
          onRestart={choose}
        />
        <EmployeeList onAddPhotos={choose} />
      </div>
    </>
  )
}
