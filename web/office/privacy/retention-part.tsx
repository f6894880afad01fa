import { Button, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../shared/failure-notice.tsx'
import { failureOf } from '../../shared/failure.ts'
import card from '../card.module.css'
import { ErasingDialog } from './erasing-dialog.tsx'
import { useRetaining, useRetentionPlan } from './queries.ts'

/** What is kept for nothing any more: first only told, then erased. */
export function RetentionPart() {
  const { t } = useTranslation()
  const { data: plan, error } = useRetentionPlan()
  const retaining = useRetaining()
  const [isAsked, setAsked] = useState(false)
  const due = (plan?.templates.length ?? 0) + (plan?.people.length ?? 0)
  return (
    <section className={card.card}>
      <h2 className={card.title}>{t('privacy.retention')}</h2>
      <Stack gap="md" mt="md">
        {error && <FailureNotice failure={failureOf(error)} />}
        {plan && (
          <>
            <Text>
              {t('privacy.periods', { days: plan.templateUnusedDays, years: plan.recordYears })}
            </Text>
            <List>
              <List.Item>{t('privacy.dueTemplates', { number: plan.templates.length })}</List.Item>
              <List.Item>{t('privacy.duePeople', { number: plan.people.length })}</List.Item>
            </List>
          </>
        )}
        {retaining.isSuccess && (
          <Text role="status" size="sm">
            {t('privacy.erased', {
              templates: retaining.data.templates,
              people: retaining.data.people,
            })}
          </Text>
        )}
        {due > 0 && (
          <div>
            <Button color="red" variant="light" onClick={() => setAsked(true)}>
              {t('privacy.erase')}
            </Button>
          </div>
        )}
      </Stack>
      {isAsked && (
        <ErasingDialog
          title={t('privacy.erase')}
          text={t('privacy.eraseText')}
          error={retaining.error}
          isPending={retaining.isPending}
          onErase={() => retaining.mutate(undefined, { onSuccess: () => setAsked(false) })}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  )
}
