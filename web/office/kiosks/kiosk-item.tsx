import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Kiosk } from '../../shared/contract.ts'
import { useLanguage } from '../../shared/language.ts'
import { useNow } from '../../shared/times.ts'
import styles from '../planning/planning.module.css'
import { useSites } from '../planning/queries.ts'

/** What can be done about a kiosk. */
export type OfKiosk = 'rename' | 'recode' | 'revoke'

/** Kiosks tell of themselves every half minute; four times missed is more than a moment without a network. */
const silentAfterMs = 120_000

const acts = ['rename', 'recode', 'revoke'] as const satisfies readonly OfKiosk[]

/** A kiosk, with what it last told of itself. */
export function KioskItem(props: { kiosk: Kiosk; onOpen: (dialog: OfKiosk) => void }) {
  const { kiosk, onOpen } = props
  const { t } = useTranslation()
  const { data: sites = [] } = useSites()
  const { locale } = useLanguage()
  const { name, pairedAt } = kiosk
  const day = new Intl.DateTimeFormat(locale)
  return (
    <li className={styles.item}>
      <div>
        <bdi className={styles.name}>{name}</bdi>
        <Text size="sm" c="dimmed">
          <bdi>{sites.find(({ id }) => id === kiosk.siteId)?.name}</bdi>
          {' · '}
          {pairedAt === null
            ? t('kiosks.waiting')
            : t('kiosks.paired', { day: day.format(new Date(pairedAt)) })}
        </Text>
        {pairedAt !== null && <Seen seen={kiosk.seen} />}
      </div>
      <div className={styles.acts}>
        {acts.map((act) => (
          <Button
            key={act}
            variant="default"
            aria-label={t(`kiosks.${act}Of`, { name })}
            onClick={() => onOpen(act)}
          >
            {t(`kiosks.${act}`)}
          </Button>
        ))}
      </div>
    </li>
  )
}

function Seen({ seen }: { seen: Kiosk['seen'] }) {
  const { t } = useTranslation()
  const { locale } = useLanguage()
  const now = useNow(30_000)
  if (seen === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('kiosks.never')}
      </Text>
    )
  }
  const at = new Date(seen.at)
  const isSilent = now.getTime() - at.getTime() > silentAfterMs
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <Text size="sm" {...(isSilent ? { fw: 650 } : { c: 'dimmed' })}>
      {t(isSilent ? 'kiosks.silent' : 'kiosks.seen', { time: time.format(at) })}
      {' · '}
      {t(`kiosks.camera.${seen.camera}`)}
      {' · '}
      {t('kiosks.version', { version: seen.version })}
    </Text>
  )
}
