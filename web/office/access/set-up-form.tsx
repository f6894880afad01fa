import { Button, Checkbox, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { useLanguage } from '../../shared/language.ts'
import { browserTimeZone } from '../period.ts'
import { ZoneChoice } from '../planning/zone-choice.tsx'
import { countryName, likelyCountry, profiledCountries } from './countries.ts'
import styles from './narrow-card.module.css'
import { useSettingUp } from './queries.ts'

/** Asks for the administrator, the country and the first site; whoever answers is signed in. */
export function SetUpForm({ token }: { token: string }) {
  const { t } = useTranslation()
  const { locale } = useLanguage()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [country, setCountry] = useState(() => likelyCountry(navigator.languages))
  const [site, setSite] = useState('')
  const [zone, setZone] = useState<string | null>(browserTimeZone())
  const [publishNotice, setPublishNotice] = useState(false)
  const [isTried, setTried] = useState(false)
  const settingUp = useSettingUp()
  const missing = (value: string) => isTried && value.trim() === '' && t('operators.missing')

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    const typed = [name, password, country, site]
    if (typed.some((value) => value.trim() === '') || zone === null || settingUp.isPending) return
    settingUp.mutate({
      ...{ token, password, country, publishNotice },
      name: name.trim(),
      site: { name: site.trim(), zone },
    })
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('setUp.you')}</legend>
          <Stack mt="xs">
            <TextInput
              label={t('setUp.name')}
              value={name}
              maxLength={200}
              dir="auto"
              autoComplete="username"
              error={missing(name)}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('setUp.password')}
              description={t('setUp.passwordHint')}
              value={password}
              dir="ltr"
              autoComplete="new-password"
              error={missing(password)}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </Stack>
        </fieldset>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('setUp.company')}</legend>
          <Stack mt="xs">
            <NativeSelect
              label={t('setUp.country')}
              description={t('setUp.countryHint')}
              value={country}
              error={missing(country)}
              onChange={(event) => setCountry(event.currentTarget.value)}
              data={[
                ...(country === '' ? [{ value: '', label: '' }] : []),
                ...[...profiledCountries, 'other'].map((value) => ({
                  value,
                  label: countryName(value, locale, t('setUp.other')),
                })),
              ]}
            />
            <TextInput
              label={t('setUp.site')}
              description={t('setUp.siteHint')}
              value={site}
              maxLength={200}
              dir="auto"
              autoComplete="off"
              error={missing(site)}
              onChange={(event) => setSite(event.currentTarget.value)}
            />
            <ZoneChoice
              zone={zone}
              error={isTried && zone === null && t('operators.missing')}
              onZone={setZone}
            />
            <Checkbox
              label={t('setUp.publish')}
              checked={publishNotice}
              onChange={(event) => setPublishNotice(event.currentTarget.checked)}
            />
          </Stack>
        </fieldset>
        {settingUp.error !== null && <FailureNotice failure={failureOf(settingUp.error)} />}
        <Button type="submit" size="md" aria-disabled={settingUp.isPending}>
          {t('setUp.submit')}
        </Button>
      </Stack>
    </form>
  )
}
