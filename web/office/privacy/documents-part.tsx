import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import card from '../card.module.css'
import { EmployeeChoice } from '../employee-choice.tsx'
import { ErasingDialog } from './erasing-dialog.tsx'
import { useWithdrawing } from './queries.ts'

const assessments = [
  { language: 'fr', format: 'pdf' },
  { language: 'fr', format: 'html' },
  { language: 'en', format: 'pdf' },
  { language: 'en', format: 'html' },
] as const

/** The impact assessment to download, and what one person can ask for. */
export function DocumentsPart() {
  const { t } = useTranslation()
  return (
    <section className={card.card}>
      <h2 className={card.title}>{t('privacy.dpia')}</h2>
      <p className={card.intro}>{t('privacy.dpiaIntro')}</p>
      <Group mt="sm">
        {assessments.map(({ language, format }) => (
          <Anchor
            underline="always"
            key={`${language} ${format}`}
            href={`/privacy/dpia?language=${language}&format=${format}`}
            download
          >
            {`${language === 'fr' ? 'Français' : 'English'}, ${format.toUpperCase()}`}
          </Anchor>
        ))}
      </Group>
      <OnePerson />
    </section>
  )
}

function OnePerson() {
  const { t, i18n } = useTranslation()
  const [id, setId] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const withdrawing = useWithdrawing()
  return (
    <Stack gap="sm" mt="lg">
      <h2 className={card.title}>{t('privacy.person')}</h2>
      <EmployeeChoice employee={id} onEmployee={setId} />
      {id !== undefined && (
        <Group>
          <Anchor
            underline="always"
            href={`/employees/${id}/data?language=${i18n.language}`}
            download
          >
            {t('privacy.exportPerson')}
          </Anchor>
          <Button size="xs" variant="default" onClick={() => setAsked(true)}>
            {t('privacy.withdraw')}
          </Button>
        </Group>
      )}
      {isAsked && id !== undefined && (
        <ErasingDialog
          title={t('privacy.withdraw')}
          text={t('privacy.withdrawText')}
          error={withdrawing.error}
          isPending={withdrawing.isPending}
          onErase={() => withdrawing.mutate(id, { onSuccess: () => setAsked(false) })}
          onClose={() => setAsked(false)}
        />
      )}
      {withdrawing.isSuccess && withdrawing.variables === id && (
        <Text role="status">
          {withdrawing.data.pin === null
            ? t('privacy.withdrawn')
            : t('privacy.withdrawnWithPin', { pin: withdrawing.data.pin })}
        </Text>
      )}
    </Stack>
  )
}
