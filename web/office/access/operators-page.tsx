import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Operator } from '../../shared/contract.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { InsteadOfList, PlanningCard } from '../planning/planning-card.tsx'
import styles from '../planning/planning.module.css'
import { useSites } from '../planning/queries.ts'
import { useTold } from '../told.ts'
import { OperatorDialog } from './operator-dialog.tsx'
import { useOperators, useRemovingOperator } from './queries.ts'
import { useSignedIn } from './session.ts'

type Open = { dialog: 'add' } | { dialog: 'edit' | 'remove'; operator: Operator }

/** Who may sign in, and what they may do. */
export function OperatorsPage() {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useOperators()
  const [open, setOpen] = useState<Open>()
  const removing = useRemovingOperator()
  const told = useTold()
  const close = (text?: string) => {
    setOpen(undefined)
    removing.reset()
    told.tell(text)
  }
  return (
    <PlanningCard
      title={t('operators.title')}
      intro={t('operators.intro')}
      add={{ label: t('operators.add'), onAdd: () => setOpen({ dialog: 'add' }) }}
      told={told}
    >
      <InsteadOfList
        error={error}
        isPending={isPending}
        isEmpty={data?.operators.length === 0}
        none={t('operators.none')}
        onRetry={() => void refetch()}
      />
      <ul className={styles.list}>
        {data?.operators.map((operator) => (
          <OperatorItem key={operator.id} operator={operator} onOpen={setOpen} />
        ))}
      </ul>
      {(open?.dialog === 'add' || open?.dialog === 'edit') && (
        <OperatorDialog
          operator={open.dialog === 'edit' ? open.operator : undefined}
          onClose={close}
        />
      )}
      {open?.dialog === 'remove' && (
        <ConfirmDialog
          title={t('operators.removeTitle', { name: open.operator.name })}
          text={t('operators.removeText')}
          act={t('operators.remove')}
          doing={removing}
          onConfirm={() =>
            removing.mutate(open.operator.id, {
              onSuccess: () => close(t('operators.removed', { name: open.operator.name })),
            })
          }
          onClose={() => close()}
        />
      )}
    </PlanningCard>
  )
}

function OperatorItem({ operator, onOpen }: { operator: Operator; onOpen: (open: Open) => void }) {
  const { t } = useTranslation()
  const { data: sites = [] } = useSites()
  const isMe = useSignedIn().id === operator.id
  const { name, role, siteIds } = operator
  const reach =
    siteIds === 'all' || role === 'admin'
      ? t('operators.everySite')
      : sites
          .filter(({ id }) => siteIds.includes(id))
          .map((site) => site.name)
          .join(', ')
  return (
    <li className={styles.item}>
      <div>
        <bdi className={styles.name}>{name}</bdi>
        {isMe && ` (${t('operators.you')})`}
        <Text size="sm" c="dimmed">
          {t(`operators.roles.${role}`)}
          {' · '}
          <bdi>{reach}</bdi>
        </Text>
      </div>
      <div className={styles.acts}>
        <Button
          variant="default"
          aria-label={t('operators.editOf', { name })}
          onClick={() => onOpen({ dialog: 'edit', operator })}
        >
          {t('operators.edit')}
        </Button>
        {!isMe && (
          <Button
            variant="default"
            aria-label={t('operators.removeOf', { name })}
            onClick={() => onOpen({ dialog: 'remove', operator })}
          >
            {t('operators.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}
