import { useTranslation } from 'react-i18next'
import type { Coverage, Employee } from '../shared/contract.ts'
import { en } from '../shared/words/en.ts'
import type { Words } from '../shared/words/shape.ts'
import styles from './strength-note.module.css'

/** How well an employee will be recognised, and what to do so that it becomes better. */
export function StrengthNote({ employee }: { employee: Employee }) {
  const { t } = useTranslation()
  const { strength, coverage } = employee
  // A newer server may know strengths that this page has no words for.
  if (!Object.hasOwn(en.strength, strength)) return null
  const missing = strength === 'none' ? [] : missingSides(coverage)
  return (
    <div className={styles.note}>
      <span className={styles.badge} data-strength={strength}>
        {t(`strength.${strength}`)}
      </span>
      {strength !== 'strong' && (
        <span className={styles.advice}>{t(`strengthen.${strength}`)}</span>
      )}
      {missing.map((side) => (
        <span key={side} className={styles.advice}>
          {t(`missing.${side}`)}
        </span>
      ))}
    </div>
  )
}

type Missing = keyof Words<never>['missing']

/** From where one more photo would help. */
function missingSides({ front, left, right }: Coverage): Missing[] {
  const missing: Missing[] = front ? [] : ['front']
  if (!left && !right) missing.push('sides')
  else if (!left) missing.push('left')
  else if (!right) missing.push('right')
  return missing
}
