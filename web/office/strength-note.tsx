import { useTranslation } from 'react-i18next'
import type { Strength } from '../shared/contract.ts'
import { en } from '../shared/words/en.ts'
import styles from './strength-note.module.css'

/** How well an employee will be recognised, and what to do so that it becomes better. */
export function StrengthNote({ strength }: { strength: Strength }) {
  const { t } = useTranslation()
  // A newer server may know strengths that this page has no words for.
  if (!Object.hasOwn(en.strength, strength)) return null
  return (
    <p className={styles.note}>
      <span className={styles.badge} data-strength={strength}>
        {t(`strength.${strength}`)}
      </span>
      {strength !== 'strong' && (
        <span className={styles.advice}>{t(`strengthen.${strength}`)}</span>
      )}
    </p>
  )
}
