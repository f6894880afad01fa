import { useTranslation } from 'react-i18next'
import {
  ClockIcon,
  PeopleIcon,
  PlanningIcon,
  RecordsIcon,
  SettingsIcon,
  TimesheetIcon,
} from './icons.tsx'
import styles from './navigation.module.css'
import { addresses, groupOf, groups, type Group, type Route } from './route.ts'

const icons = {
  records: RecordsIcon,
  employees: PeopleIcon,
  timesheets: TimesheetIcon,
  planning: PlanningIcon,
  settings: SettingsIcon,
} as const satisfies Record<Group, unknown>

/** The way to the groups of pages and to the kiosk; on a phone at the thumb, where the settings are only a wheel in the head. */
export function Navigation({ route }: { route: Route }) {
  const { t } = useTranslation()
  const here = groupOf(route)
  return (
    <nav className={styles.nav} aria-label={t('frame.pages')}>
      {(Object.keys(groups) as Group[]).map((group) => {
        const GroupIcon = icons[group]
        return (
          <a
            key={group}
            href={addresses[groups[group][0]]}
            className={styles.link}
            data-group={group}
            title={group === 'settings' ? t('groups.settings') : undefined}
            aria-current={group === here ? 'page' : undefined}
          >
            <GroupIcon />
            <span>{t(`groups.${group}`)}</span>
          </a>
        )
      })}
      <a className={styles.link} href="kiosk">
        <ClockIcon />
        <span>{t('groups.kiosk')}</span>
      </a>
    </nav>
  )
}

/** The pages of the group that is shown, where it has several. */
export function GroupNavigation({ route }: { route: Route }) {
  const { t } = useTranslation()
  const group = groupOf(route)
  const pages: readonly Route[] = groups[group]
  if (pages.length < 2) return null
  return (
    <nav className={styles.pages} aria-label={t(`groups.${group}`)}>
      {pages.map((page) => (
        <a
          key={page}
          href={addresses[page]}
          className={styles.page}
          aria-current={page === route ? 'page' : undefined}
        >
          {t(`pages.${page}`)}
        </a>
      ))}
    </nav>
  )
}
