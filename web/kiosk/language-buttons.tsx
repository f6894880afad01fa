import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shared/language.ts'
import { isLanguage, languages } from '../shared/languages.ts'
import styles from './door-page.module.css'

/** Every language as a button, each in its own words. Nobody's choice is remembered: see useIdleReset. */
export function LanguageButtons() {
  const { t, i18n } = useTranslation()
  const { language } = useLanguage()
  return (
    <div className={styles.languages} role="group" aria-label={t('frame.language')}>
      {Object.entries(languages).map(([code, { name, dir }]) => (
        <Button
          key={code}
          variant={code === language ? 'filled' : 'default'}
          aria-pressed={code === language}
          lang={code}
          dir={dir}
          onClick={() => {
            if (isLanguage(code)) void i18n.changeLanguage(code)
          }}
        >
          {name}
        </Button>
      ))}
    </div>
  )
}
