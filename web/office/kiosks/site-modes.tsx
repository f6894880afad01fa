import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Site, SiteMode } from '../../shared/contract.ts'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import card from '../card.module.css'
import styles from '../planning/planning.module.css'
import { useSites } from '../planning/queries.ts'
import { usePuttingSiteMode, useSiteMode } from './queries.ts'

const modes = [
  'face-or-pin',
  'face',
  'badge-and-face',
  'no-face',
] as const satisfies readonly SiteMode[]

/** How people clock in, site by site. */
export function SiteModes({ onChanged }: { onChanged: (text: string) => void }) {
  const { t } = useTranslation()
  const titleId = useId()
  const sites = (useSites().data ?? []).filter(({ archived }) => !archived)
  if (sites.length === 0) return null
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.subtitle}>
        {t('kiosks.modes')}
      </h2>
      <p className={card.intro}>{t('kiosks.modesIntro')}</p>
      <ul className={styles.list}>
        {sites.map((site) => (
          <li key={site.id} className={styles.item}>
            <ModeOf site={site} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ModeOf({ site, onChanged }: { site: Site; onChanged: (text: string) => void }) {
  const { t } = useTranslation()
  const { data: mode, error, refetch } = useSiteMode(site.id)
  const putting = usePuttingSiteMode(site.id)
  if (error !== null) {
    return <FailureNotice failure={failureOf(error)} onRetry={() => void refetch()} />
  }
  return (
    <div className={styles.beside}>
      <NativeSelect
        label={<bdi>{site.name}</bdi>}
        value={(putting.isPending ? putting.variables : mode) ?? ''}
        disabled={mode === undefined}
        onChange={({ currentTarget: { value } }) => {
          const chosen = modes.find((one) => one === value)
          if (chosen === undefined || putting.isPending) return
          putting.mutate(chosen, {
            onSuccess: () => onChanged(t('kiosks.modeChanged', { name: site.name })),
          })
        }}
        data={modes.map((one) => ({ value: one, label: t(`kiosks.mode.${one}`) }))}
      />
      {putting.error !== null && <FailureNotice failure={failureOf(putting.error)} />}
    </div>
  )
}
