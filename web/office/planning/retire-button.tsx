import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRetiring, type Retired } from './retiring.ts'

/** The way to archive or delete a site or a schedule; of what is archived, the way back. */
export function RetireButton(props: { what: Retired; isArchived: boolean; onRetire: () => void }) {
  const { what, isArchived, onRetire } = props
  const { t } = useTranslation()
  const retiring = useRetiring(what.kind)
  return (
    <Button
      variant="default"
      aria-label={t(isArchived ? 'retire.returnThis' : 'retire.title', { name: what.name })}
      aria-disabled={retiring.isPending}
      onClick={() => {
        if (!isArchived) onRetire()
        else if (!retiring.isPending) retiring.mutate({ id: what.id, act: 'return' })
      }}
    >
      {t(isArchived ? 'retire.return' : 'retire.open')}
    </Button>
  )
}
