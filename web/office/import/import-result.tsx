import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addresses } from '../../shared/route.ts'
import card from '../card.module.css'
import styles from './import-page.module.css'
import type { Importable } from './queries.ts'

const nextPages = { employees: addresses.enrol, leaves: addresses.leave } as const

/** How much was imported, and where to go from there. */
export function ImportResult(props: { what: Importable; rows: number; onAnother: () => void }) {
  const { what, rows, onAnother } = props
  const { t } = useTranslation()
  return (
    <section className={card.card}>
      <h1 ref={(heading) => heading?.focus()} tabIndex={-1} className={card.title}>
        {t(`imports.${what}.done`, { rows })}
      </h1>
      <p className={card.intro}>{t(`imports.${what}.next`)}</p>
      <div className={styles.acts}>
        <Button component="a" href={nextPages[what]}>
          {t(`imports.${what}.go`)}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t('imports.another')}
        </Button>
      </div>
    </section>
  )
}
