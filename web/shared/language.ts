import { useDirection } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import {
  formatLocale,
  isLanguage,
  languages,
  rememberLanguage,
  type Language,
} from './languages.ts'

/** The language of the pages now, and the locale for times and numbers in it. */
export function useLanguage(): { language: Language; locale: string } {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  return { language, locale: formatLocale(language, navigator.languages) }
}

/** Gives a function that switches the pages to another language and remembers it. */
export function useChooseLanguage(): (language: Language) => void {
  const { i18n } = useTranslation()
  return (language) => {
    rememberLanguage(language)
    void i18n.changeLanguage(language)
  }
}

/** Keeps the document's language and direction those of the pages. */
export function useDocumentLanguage(): void {
  const { language } = useLanguage()
  const { setDirection } = useDirection()
  useEffect(() => {
    document.documentElement.lang = language
    setDirection(languages[language].dir)
    // setDirection is a new function at every render of its provider, and calling it renders that.
  }, [language])
}
