import './shared/styles.ts'
import { Button, DirectionProvider, MantineProvider } from '@mantine/core'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { createClient } from './shared/client.ts'
import { useDocumentLanguage } from './shared/language.ts'
import { languages, preferredLanguage, rememberedLanguage } from './shared/languages.ts'
import { Notice } from './shared/notice.tsx'
import { useRoute } from './shared/route.ts'
import { appearanceManager, readableGreys, theme } from './shared/theme.ts'
import { createWords } from './shared/words/words.ts'

const client = createClient({ fetch: (request) => fetch(request) })
const language = preferredLanguage(rememberedLanguage(), navigator.languages)
const words = createWords(language, navigator.languages)

// The words and the look are there at once; the pages come after.
const loadOffice = () => import('./office/office.tsx')
const Office = lazy(async () => ({ default: (await loadOffice()).Office }))

function Pages() {
  useDocumentLanguage()
  const route = useRoute()
  const { t } = useTranslation()
  return (
    <Suspense fallback={<p role="status">{t('frame.loading')}</p>}>
      <Office client={client} page={route} />
    </Suspense>
  )
}

/** What remains when the pages themselves broke, or when a part of them could not be fetched. */
function Broken() {
  const { t } = useTranslation()
  return (
    <main style={{ maxWidth: '32rem', margin: '4rem auto', padding: '0 1rem' }}>
      <Notice tone="failure" title={t('frame.broken')}>
        <Button onClick={() => window.location.reload()}>{t('frame.reload')}</Button>
      </Notice>
    </main>
  )
}

function render(place: Element) {
  const around = (what: React.ReactNode) => (
    <StrictMode>
      <I18nextProvider i18n={words}>
        <DirectionProvider initialDirection={languages[language].dir} detectDirection={false}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={readableGreys}
            colorSchemeManager={appearanceManager}
            defaultColorScheme="auto"
          >
            {what}
          </MantineProvider>
        </DirectionProvider>
      </I18nextProvider>
    </StrictMode>
  )
  createRoot(place, {
    onUncaughtError(error) {
      reportError(error)
      const fresh = document.createElement('div')
      place.replaceWith(fresh)
      createRoot(fresh).render(around(<Broken />))
    },
  }).render(around(<Pages />))
}

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no element with the id "root"')
render(place)
