import {
  Anchor,
  Button,
  Group,
  NativeSelect,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import { isLanguage } from '../../shared/languages.ts'
import card from '../card.module.css'
import {
  type ChoicesDraft,
  choicesOf,
  draftOf,
  needsReason,
  profileIn,
  reasonIsShort,
} from './choices-draft.ts'
import type { CountryProfile, Standing } from './privacy-client.ts'
import { useChoosing } from './queries.ts'

/** In which country the clock stands, who answers for the data, and whether faces are used. */
export function ChoicesForm(props: { standing: Standing; countries: readonly CountryProfile[] }) {
  const { standing, countries } = props
  const { t, i18n } = useTranslation()
  const [draft, setDraft] = useState(() => draftOf(standing.choices))
  const [isTried, setTried] = useState(false)
  const choosing = useChoosing()
  const language = isLanguage(i18n.language) ? i18n.language : 'en'
  const profile = profileIn(countries, draft.country)
  const change = (part: Partial<ChoicesDraft>) => setDraft({ ...draft, ...part })

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setTried(true)
    if (!reasonIsShort(draft)) choosing.mutate(choicesOf(draft, standing.choices))
  }

  return (
    <section className={card.card}>
      <h2 className={card.title}>{t('privacy.choices')}</h2>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" mt="md">
          <NativeSelect
            label={t('privacy.country')}
            value={draft.country}
            onChange={({ currentTarget }) => {
              const found = profileIn(countries, currentTarget.value)
              if (found) change({ country: found.country })
            }}
            data={countries.map(({ country, name }) => ({ value: country, label: name[language] }))}
          />
          {profile && <CountryNote profile={profile} language={language} />}
          {profile?.face === 'needs-authorisation' && (
            <TextInput
              label={t('privacy.authorisation')}
              value={draft.authorisation}
              onChange={({ currentTarget }) => change({ authorisation: currentTarget.value })}
              maxLength={200}
              dir="auto"
            />
          )}
          <Radio.Group
            label={t('privacy.face')}
            value={draft.use}
            onChange={(use) => change({ use: use === 'on' || use === 'off' ? use : 'by-country' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="by-country" label={t('privacy.faceUse.by-country')} />
              <Radio value="on" label={t('privacy.faceUse.on')} />
              <Radio value="off" label={t('privacy.faceUse.off')} />
            </Stack>
          </Radio.Group>
          {needsReason(draft) && (
            <Textarea
              label={t('privacy.reason')}
              description={t('privacy.reasonHint')}
              error={isTried && reasonIsShort(draft) && t('privacy.reasonShort')}
              value={draft.reason}
              onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
              maxLength={1000}
              autosize
              required
              dir="auto"
            />
          )}
          <ControllerFields draft={draft} change={change} />
          {choosing.error && <FailureNotice failure={failureOf(choosing.error)} />}
          <Group>
            <Button type="submit" loading={choosing.isPending}>
              {t('act.save')}
            </Button>
            {choosing.isSuccess && (
              <Text role="status" size="sm">
                {t('privacy.saved')}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
    </section>
  )
}

function CountryNote(props: { profile: CountryProfile; language: 'fr' | 'en' | 'ar' }) {
  const { profile, language } = props
  return (
    <div>
      <Text size="sm">{profile.why[language]}</Text>
      {profile.sources.map(({ title, url }) => (
        <Text size="sm" key={title} dir="auto">
          <Anchor underline="always" href={url} target="_blank" rel="noopener noreferrer">
            {title}
          </Anchor>
        </Text>
      ))}
    </div>
  )
}

function ControllerFields(props: {
  draft: ChoicesDraft
  change: (part: Partial<ChoicesDraft>) => void
}) {
  const { draft, change } = props
  const { t } = useTranslation()
  return (
    <>
      {(['name', 'address', 'contact'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`privacy.controller.${field}`)}
          value={draft[field]}
          onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
          maxLength={field === 'name' ? 200 : 400}
          autoComplete="off"
          dir="auto"
        />
      ))}
    </>
  )
}
