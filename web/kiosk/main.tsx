import '../shared/styles.ts'
import { DirectionProvider, MantineProvider } from '@mantine/core'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { useDocumentLanguage } from '../shared/language.ts'
import { languages, preferredLanguage } from '../shared/languages.ts'
import { appearanceManager, readableGreys, theme } from '../shared/theme.ts'
import { addKioskWords } from '../shared/words/kiosk.ts'
import { createWords } from '../shared/words/words.ts'
import { createKioskClient, pair } from './client.ts'
import { newDeviceKey, type Device } from './device-key.ts'
import { forgetDevice, recallDevice, rememberDevice } from './device-memory.ts'
import { DoorPage } from './door-page.tsx'
import { PairingPage } from './pairing-page.tsx'
import { createSignedFetch } from './signed-fetch.ts'
import { version } from './version.ts'

// Whoever stood here before has chosen nothing for those who come: the browser's own language it is.
const language = preferredLanguage(null, navigator.languages)
const words = createWords(language, navigator.languages)
addKioskWords(words)

const send = (request: Request) => fetch(request)
const clientOf = (device: Device) =>
  createKioskClient({ fetch: createSignedFetch(device, document.baseURI, send) })

async function pairThisDevice(code: string): Promise<Device> {
  const { privateKey, publicText } = await newDeviceKey()
  const { id } = await pair(send, code, publicText)
  const device = { kioskId: id, privateKey }
  await rememberDevice(device)
  return device
}

type Place = { readonly device: Device | undefined; readonly wasUnpaired: boolean }

function Kiosk() {
  useDocumentLanguage()
  const { t } = useTranslation()
  const [place, setPlace] = useState<Place>()
  const [client, setClient] = useState<ReturnType<typeof clientOf>>()
  const title = t('pages.clock')
  useEffect(() => {
    document.title = `${title} · Pointeuse`
  }, [title])
  const enter = (device: Device | undefined, wasUnpaired: boolean) => {
    setPlace({ device, wasUnpaired })
    setClient(device && clientOf(device))
  }
  useEffect(() => {
    void recallDevice().then((known) =>
      known === 'unpaired' ? enter(undefined, true) : enter(known, false),
    )
  }, [])

  if (place === undefined) return <p role="status">{t('frame.loading')}</p>
  if (client === undefined) {
    return (
      <PairingPage
        pair={pairThisDevice}
        onPaired={(device) => enter(device, false)}
        wasUnpaired={place.wasUnpaired}
      />
    )
  }
  const onUnpaired = () => void forgetDevice().then(() => enter(undefined, true))
  return <DoorPage client={client} version={version} language={language} onUnpaired={onUnpaired} />
}

const place = document.getElementById('root')
if (place === null) throw new Error('The page has no element with the id "root"')
createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <DirectionProvider initialDirection={languages[language].dir} detectDirection={false}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={readableGreys}
          colorSchemeManager={appearanceManager}
          defaultColorScheme="auto"
        >
          <Kiosk />
        </MantineProvider>
      </DirectionProvider>
    </I18nextProvider>
  </StrictMode>,
)
