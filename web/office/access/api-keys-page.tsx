import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiKey } from '../../shared/contract.ts'
import { useLanguage } from '../../shared/language.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { InsteadOfList, PlanningCard } from '../planning/planning-card.tsx'
import styles from '../planning/planning.module.css'
import { useSites } from '../planning/queries.ts'
import { useTold } from '../told.ts'
import { ApiKeyDialog } from './api-key-dialog.tsx'
import { useApiKeys, useRemovingApiKey } from './queries.ts'

type Open = { dialog: 'add' } | { dialog: 'remove'; apiKey: ApiKey }

/** What other programs come in with. */
export function ApiKeysPage() {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useApiKeys()
  const [open, setOpen] = useState<Open>()
  const removing = useRemovingApiKey()
  const told = useTold()
  const close = (text?: string) => {
    setOpen(undefined)
    removing.reset()
    told.tell(text)
  }
  return (
    <PlanningCard
      title={t('keys.title')}
      intro={t('keys.intro')}
      add={{ label: t('keys.add'), onAdd: () => setOpen({ dialog: 'add' }) }}
      told={told}
    >
      <InsteadOfList
        error={error}
        isPending={isPending}
        isEmpty={data?.apiKeys.length === 0}
        none={t('keys.none')}
        onRetry={() => void refetch()}
      />
      <ul className={styles.list}>
        {data?.apiKeys.map((apiKey) => (
          <ApiKeyItem
            key={apiKey.id}
            apiKey={apiKey}
            onRemove={() => setOpen({ dialog: 'remove', apiKey })}
          />
        ))}
      </ul>
      {open?.dialog === 'add' && <ApiKeyDialog onClose={() => close()} />}
      {open?.dialog === 'remove' && (
        <ConfirmDialog
          title={t('keys.removeTitle', { name: open.apiKey.name })}
          text={t('keys.removeText')}
          act={t('keys.remove')}
          doing={removing}
          onConfirm={() =>
            removing.mutate(open.apiKey.id, {
              onSuccess: () => close(t('keys.removed', { name: open.apiKey.name })),
            })
          }
          onClose={() => close()}
        />
      )}
    </PlanningCard>
  )
}

function ApiKeyItem({ apiKey, onRemove }: { apiKey: ApiKey; onRemove: () => void }) {
  const { t } = useTranslation()
  const { locale } = useLanguage()
  const { data: sites = [] } = useSites()
  const { name, scopes, siteId, expiresAt } = apiKey
  const scopeTexts = scopes.map((scope) => t(`keys.scopes.${scope}`))
  const said = [
    new Intl.ListFormat(locale).format(scopeTexts),
    siteId === null ? t('operators.everySite') : sites.find(({ id }) => id === siteId)?.name,
    expiresAt === null
      ? t('keys.never')
      : t('keys.until', { day: new Intl.DateTimeFormat(locale).format(new Date(expiresAt)) }),
  ]
  return (
    <li className={styles.item}>
      <div>
        <bdi className={styles.name}>{name}</bdi>
        <Text size="sm" c="dimmed">
          {said.filter((part) => part !== undefined).join(' · ')}
        </Text>
      </div>
      <Button variant="default" aria-label={t('keys.removeOf', { name })} onClick={onRemove}>
        {t('keys.remove')}
      </Button>
    </li>
  )
}
