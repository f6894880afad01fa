import { ActionIcon, NativeSelect, useMantineColorScheme } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './frame.module.css'
import { AutoIcon, MoonIcon, SunIcon } from './icons.tsx'
import { useChooseLanguage, useLanguage } from './language.ts'
import { isLanguage, languages } from './languages.ts'
import { GroupNavigation, Navigation } from './navigation.tsx'
import { addresses, type Route } from './route.ts'

/** What surrounds every page: the way to the other pages, the language and the appearance. */
export function Frame(props: {
  route: Route
  /** The pages and the account of whoever is signed in; nothing before that. */
  account?: ReactNode
  children: ReactNode
}) {
  const { route, account, children } = props
  const { t } = useTranslation()
  const main = useRef<HTMLElement>(null)
  useArrival(route, main)

  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('frame.skip')}
      </a>
      <header className={styles.header}>
        <a className={styles.brand} href={addresses.records}>
          <Mark />
          {t('frame.name')}
        </a>
        {account !== undefined && <Navigation route={route} />}
        <div className={styles.settings}>
          <LanguageChoice />
          <AppearanceButton />
          {account}
        </div>
      </header>
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        {account !== undefined && <GroupNavigation route={route} />}
        {children}
      </main>
    </div>
  )
}

/** Names the document after the page, and after a change of page begins reading at its top. */
function useArrival(route: Route, main: React.RefObject<HTMLElement | null>) {
  const { t } = useTranslation()
  const title = t(`pages.${route}`)
  const shown = useRef(route)
  useEffect(() => {
    document.title = `${title} · Pointeuse`
  }, [title])
  useEffect(() => {
    if (shown.current === route) return
    shown.current = route
    window.scrollTo(0, 0)
    main.current?.focus()
  }, [route, main])
}

function LanguageChoice() {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const choose = useChooseLanguage()
  return (
    <NativeSelect
      aria-label={t('frame.language')}
      size="sm"
      value={language}
      onChange={({ currentTarget: { value } }) => {
        if (isLanguage(value)) choose(value)
      }}
    >
      {Object.entries(languages).map(([code, { name, dir }]) => (
        <option key={code} value={code} lang={code} dir={dir}>
          {name}
        </option>
      ))}
    </NativeSelect>
  )
}

const appearances = {
  auto: { Symbol: AutoIcon, next: 'light' },
  light: { Symbol: SunIcon, next: 'dark' },
  dark: { Symbol: MoonIcon, next: 'auto' },
} as const

function AppearanceButton() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { Symbol, next } = appearances[colorScheme]
  const label = t(`frame.appearance.${colorScheme}`)
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next)}
    >
      <Symbol />
    </ActionIcon>
  )
}

function Mark() {
  return (
    <svg viewBox="0 0 64 64" width="32" height="32" aria-hidden="true">
      <rect width="64" height="64" rx="16" fill="#0f766e" />
      <ellipse cx="32" cy="32" rx="16" ry="20" fill="none" stroke="#fff" strokeWidth="5" />
      <path
        d="M32 21v12l7 5"
        fill="none"
        stroke="#99f6e4"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
